"""The title page of Schedule 13D or 13G: issuer, class of securities, CUSIP number, date of the event.

                  Invented Corporation
                    (Name of Issuer)

    Common Stock, $.01 par value          99999A 10 3
    (Title of Class of Securities)        (CUSIP Number)

Each value stands above its caption, in the caption's columns, or behind it after a colon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..dates import parse_date
from ..records import Evidences, Problem, cite
from ..span import Piece, Text

_CAPTIONS = {
    name: re.compile(rf"(?:\(\s*)?{words}\s*\)?\s*[:*]?", re.I)
    for name, words in {
        "issuer": r"names? of (?:the )?(?:issuer|subject company)(?: and [^)\n]{0,60})?",
        "security": r"titles? (?:of|and) class(?:es)?(?: of securit(?:y|ies))?",
        "cusip": r"cusip (?:numbers?|no\.?|#)",
        "event": r"date\s+of\s+(?:the\s+)?event,?\s+which\s+(?:requires|required)[^):\n]{0,60}",
    }.items()
}
_FORM = re.compile(  # alone on its line: prose may name a schedule
    r"^[ \t*]*(?:AMENDMENT NO\.? ?\d* TO )?SCHEDULE[ \t]+13[ \t]?(?P<letter>[DG])(?P<amended>[ \t]*[/-][ \t]*A)?"
    r"[ \t*]*(?:\(|$)",
    re.I | re.M,
)
_AMENDED = re.compile(r"\bamendment\s++no\.?[\s:_]*+(\d{1,3})", re.I)
_NO_VALUE = re.compile(
    r"\W*$|[\s_=*-]*$|\W*(?:amendment\s+no|under\s+the\s+securities|schedule\s+13|securities\s+and\s+exchange|washington"
    r"|\(?rule\s+13d|final amendment|initial (?:filing|statement)|of\s+1934|information\s+to\s+be"
    r"|statement\s+pursuant)",
    re.I,
)
_CELL = re.compile(r"\S+(?: \S+)*")
_CUSIP = re.compile(r"(?<![0-9A-Z])[0-9A-Z]{3}[0-9A-Z*@#]{3}(?:[ -]?[0-9A-Z*@#]{2}(?:[ -]?[0-9])?)(?![0-9A-Z])")
_HEAD = 160  # lines in which the title page ends
_UP = 4  # blank lines and rules that may part a value from its caption
_LINES = 3  # lines that a value may have


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What the title page says; the pieces of each value, and CUSIP numbers in canonical form with theirs."""

    form_type: str | None = None
    issuer: tuple[Piece, ...] = ()
    security: tuple[Piece, ...] = ()
    cusips: dict[str, Piece] = field(default_factory=dict)
    event: str | None = None
    evidence: Evidences = ()
    problems: tuple[Problem, ...] = ()


def read_title_page(text: Text) -> TitlePage:
    """The title page of a schedule. A part that it lacks is a problem."""
    end = text.starts[_HEAD] if len(text.starts) > _HEAD else len(text.chars)
    found = {name: _value(text, pattern, end) for name, pattern in _CAPTIONS.items()}
    form, evidence = form_of(text)
    day = next(((iso, piece) for piece in found["event"] if (iso := parse_date(piece.words))), None)
    if day is None and found["event"]:
        whole = " ".join(piece.words for piece in found["event"])
        iso = parse_date(whole)
        day = (iso, found["event"][0]) if iso else None
    evidence += cite("period", day[1]) if day else ()
    cusips = _cusips(text, found["cusip"])
    lacking = [name for name, value in (*found.items(),) if not value and name in ("issuer", "security")]
    lacking += [] if cusips else ["cusip"]
    lacking += ["event"] if found["event"] and not day else []  # Schedule 13G asks for it since 1998
    problems = tuple(
        Problem(f"no-{name}", "title page", f"The title page does not say the {_SAID[name]}.") for name in lacking
    )
    return TitlePage(form, found["issuer"], found["security"], cusips, day[0] if day else None, evidence, problems)


_SAID = {
    "issuer": "name of the issuer",
    "security": "class of securities",
    "cusip": "CUSIP number",
    "event": "date of the event",
}


def form_of(text: Text) -> tuple[str | None, Evidences]:
    """``SC 13D``, ``SC 13G``, with ``/A`` where the title page says so, and its words; None where it is no schedule."""
    head = text.starts[40] if len(text.starts) > 40 else len(text.chars)
    match = _FORM.search(text.chars, 0, head)
    if match is None:
        return None, ()
    amended = bool(match["amended"]) or _AMENDED.search(text.chars, 0, head) is not None
    return f"SC 13{match['letter'].upper()}{'/A' if amended else ''}", cite("form_type", text.at(match).strip(" \t*("))


def _value(text: Text, caption: re.Pattern[str], end: int) -> tuple[Piece, ...]:
    for match in caption.finditer(text.chars, 0, end):
        place = text.at(match)
        behind = Piece(text, match.end(), text.starts[place.line] + len(text.lines[place.line])).strip(" \t_*")
        if match[0].rstrip().endswith((":", "*")) and str(behind) and not str(behind).startswith("("):
            return (behind,)
        above = _above(text, place)
        if above:
            return above
    return ()


def _above(text: Text, caption: Piece) -> tuple[Piece, ...]:
    """The cells over a caption: lines without gap, in its columns where the lines have several."""
    left, right = caption.column, caption.column + len(str(caption).rstrip())
    alone = len(_CELL.findall(text.lines[caption.line])) == 1
    pieces: list[Piece] = []
    gap = 0
    for number in range(caption.line - 1, max(-1, caption.line - 12), -1):
        line = text.lines[number]
        cells = [text.piece(number, m.start(), m.end()) for m in _CELL.finditer(line)]
        if not alone or len(cells) > 1:
            cells = [c for c in cells if c.column < right and c.column + len(str(c)) > left] or (cells if alone else [])
        cells = [cell for cell in cells if not _NO_VALUE.match(str(cell))]
        if not cells:
            gap += 1
            stop = bool(line.strip()) and not re.fullmatch(r"[\s_=*\u2014\u2013-]*", line)
            if pieces or gap > _UP or stop:
                break
            continue
        if any(str(cell).startswith("(") for cell in cells) or len(pieces) >= _LINES:
            break
        pieces[:0] = [Piece(text, cells[0].start, cells[-1].end).strip(" \t_*")]
    return tuple(pieces)


def _cusips(text: Text, value: tuple[Piece, ...]) -> dict[str, Piece]:
    found = {code: place for piece in value for code, place in _codes(piece)}
    if found:
        return found
    for match in text.find(re.compile(r"\bcusip\s+(?:numbers?|nos?\.?|#)?[ \t:]*(?=\S)", re.I)):
        line = text.line(text.line_at(match.end() - 1))
        codes = dict(_codes(Piece(text, match.end(), line.end)))
        if codes:
            return codes
    return {}


def _codes(piece: Piece) -> list[tuple[str, Piece]]:
    words = str(piece).upper()
    out = []
    for match in _CUSIP.finditer(words):
        code = re.sub(r"[ -]", "", match[0])
        if len(code) in (8, 9) and any(c.isdigit() for c in code[:6]):
            out.append((code, piece.group(match)))
    return out
