"""Who signs an exhibit: each mark ``/s/`` with the name and titles printed at it.

    Date: May 2, 2003      By: /s/ ANN B. CARVER           /s/ Orley & Stane LLP
                               Ann B. Carver               Orley & Stane LLP
                               Senior Vice President,
                               Chief Financial Officer

Signature pages of filings have readers of their own (`signatures`); letters, certifications and powers are simpler.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..dates import find_dates
from ..names import clean_name, looks_like_person, parse_name
from ..records import Capacity
from ..span import Piece, Text
from ..titles import is_title, read_titles

_MARK = re.compile(
    r"[/\\]\s?[sS]\s?[/\\]\.?:?[ \t]*(?P<name>[^\n/\\|]*?)(?=\s{3,}|[ \t]*[/\\]\s?[sS]\s?[/\\]|[ \t]*\||[ \t]*\n|\Z)"
)
_CELL = re.compile(r"\S+(?:[ \xa0]\S+)*")
_LABEL = re.compile(r"^(?:(?:print(?:ed)?\s+)?names?|title|its|by|as|signature|print(?:ed)?\s+name)\s*:\s*", re.I)
_NAME_LABEL = re.compile(r"^(?:(?:print(?:ed)?\s+)?name|by)\s*:", re.I)
_RULE = re.compile(r"[\s\-_=–—*.]*$|- -+$")
_CAPTION = re.compile(r"\(?(?:signature|print(?:ed)?\s+name|name|title|date|seal|city,?\s+state)\)?:?$", re.I)
_DATED = re.compile(r"^\W*(?:dated?)\b", re.I)
_OPEN = re.compile(
    r"(?:,|\b(?:and|of|vice|executive|senior|chief|financial|accounting|the|assistant|principal|for)|&|-)\s*$", re.I
)
MOST_MARKS = 1000  # that a document is signed with; each is read with the lines below it
_SIGNED = re.compile(r"[/\\]\s?[sS]\s?[/\\]")
_REACH = 9  # lines below a mark that may belong to it
_NEAR = 26  # columns that a line below may be apart from the mark


@dataclass(frozen=True, slots=True)
class Signer:
    """A mark: the ``printed`` name below it where there is one, else the signed one, and its titles."""

    mark: Piece  # the signed name
    printed: Piece | None
    titles: tuple[Piece, ...]
    line: int  # of the mark
    last: int  # line of what belongs to it

    @property
    def name(self) -> str:
        piece = self.printed or self.mark
        return clean_name(piece.words)

    @property
    def capacities(self) -> tuple[Capacity, ...]:
        return read_titles("\n".join(str(p) for p in self.titles)) if self.titles else ()


def find_signers(text: Text, start: int = 0, end: int | None = None) -> tuple[Signer, ...]:
    """The marks between two offsets, in order; those without a name at them are left out."""
    return tuple(s for match in text.find(_MARK, start, end) if (s := _signer(text, match)) is not None)


def is_crowded(text: Text) -> bool:
    """Are there more marks in the text than anybody would sign with?"""
    return any(i >= MOST_MARKS for i, _ in enumerate(_SIGNED.finditer(text.chars)))


def _signer(text: Text, match: re.Match[str]) -> Signer | None:
    mark = text.at(match, "name").strip(" \t_-,")
    number = text.line_at(match.start())
    column = match.start() - text.starts[number]
    below = list(_below(text, number, column))
    if not str(mark):
        if not below:
            return None
        mark, below = below[0], below[1:]
    printed: Piece | None = None
    titles: list[Piece] = []
    last = mark.line
    for cell in below:
        words = _LABEL.sub("", str(cell))
        value = cell.sub(len(str(cell)) - len(words), len(str(cell))).strip(" ()\t_,") if words else cell
        head = str(value).partition(",")[0] if not is_title(str(value)) else ""
        first = printed is None and not titles
        if first and head and _is_name(head, mark, cell) and is_title(str(value)[len(head) + 1 :]):
            printed = value.sub(0, len(head))
            titles.append(value.sub(len(head) + 1, len(str(value))).strip(" ,"))
        elif first and _is_name(str(value), mark, cell):
            printed = value
        elif is_title(str(value)) or _goes_on(titles, value) or _half(str(value), titles):
            titles.append(_bare(cell))
        elif titles or printed is not None:
            break
        last = cell.line
    return Signer(mark, printed, _whole(titles), number, last)


def _bare(cell: Piece) -> Piece:
    """The cell without its label; brackets stay, they part titles."""
    words = _LABEL.sub("", str(cell))
    return cell.sub(len(str(cell)) - len(words), len(str(cell)))


def _goes_on(titles: list[Piece], value: Piece) -> bool:
    """Is the line the rest of a title that the line above cannot end?"""
    return bool(titles) and bool(_OPEN.search(str(titles[-1]))) and is_title(f"{titles[-1]} {value}")


def _whole(titles: list[Piece]) -> tuple[Piece, ...]:
    """The lines of titles, if together they are some."""
    return (
        tuple(titles)
        if titles and is_title(" ".join(str(p) for p in titles))
        else tuple(p for p in titles if is_title(str(p)))
    )


def _half(words: str, titles: list[Piece]) -> bool:
    """The first line of a title that goes on below (``Senior Vice``)."""
    return not titles and bool(
        re.fullmatch(
            r"(?:(?:Senior|Executive|Assistant|Group|Chief|Corporate)\s+)+(?:Vice|Executive|Financial|Accounting)?",
            words.strip(),
        )
    )


def _is_name(words: str, mark: Piece, cell: Piece) -> bool:
    """The printed name: labelled so, or a person's of the signer's family, or the firm's again."""
    if not words.strip():
        return False
    if _NAME_LABEL.match(str(cell)):
        return True
    if is_title(words) and not _alike(words, mark.words):
        return False
    return _alike(words, mark.words) or (
        looks_like_person(words) and looks_like_person(mark.words) and _kin(words, mark.words)
    )


def _alike(one: str, two: str) -> bool:
    a, b = ("".join(re.findall(r"\w", x.casefold())) for x in (one, two))
    return a == b or (len(a) > 6 and len(b) > 6 and (a in b or b in a))


def _kin(one: str, two: str) -> bool:
    return parse_name(one).family.casefold().strip(".") == parse_name(two).family.casefold().strip(".")


def _below(text: Text, number: int, column: int) -> Iterator[Piece]:
    """The cells under a mark, line by line, up to the next mark, a date or a gap."""
    blank = 0
    for at in range(number + 1, min(number + 1 + _REACH, len(text.lines))):
        line = text.line(at)
        if not str(line).strip():
            blank += 1
            if blank > 2:
                return
            continue
        if _RULE.fullmatch(str(line)):
            continue
        cells = [line.group(m) for m in _CELL.finditer(str(line))]
        near = [c for c in cells if abs(c.column - column) <= _NEAR] if len(cells) > 1 else cells
        if len(near) > 1:
            labelled = [
                c for c in near if not re.fullmatch(r"(?:by|name|title|its|print(?:ed)?\s+name):?", str(c), re.I)
            ]
            near = labelled[:1] if len(cells) == 2 else sorted(labelled, key=lambda c: abs(c.column - column))[:1]
        if not near or _MARK.search(str(line)) or _DATED.match(str(near[0])):
            return
        if len(str(near[0])) > 120:
            return
        if not _CAPTION.fullmatch(str(near[0]).strip()):
            blank = 0
            yield near[0].strip()


def date_near(text: Text, signer: Signer, low: int) -> tuple[str, Piece] | None:
    """The date printed at a signer: on its lines, else below it, else above it down from line ``low``."""
    here = _dates(text, signer.line, signer.last + 1)
    after = _dates(text, signer.last + 1, signer.last + 4)
    before = _dates(text, max(low, signer.line - 14), signer.line)
    labelled = [d for d in after if _DATED.match(text.lines[d[1].line])]
    alone = [d for d in before if _alone(text, d[1])]
    below = [d for d in after if _alone(text, d[1]) and d[1].line <= signer.last + 2]
    return next(iter(here or labelled or list(reversed(alone)) or below), None)


def _alone(text: Text, day: Piece) -> bool:
    """Does the date stand on a line with hardly anything beside it: "Date:", "As of"?"""
    return len(text.lines[day.line].strip()) - len(str(day)) < 16


def _dates(text: Text, first: int, last: int) -> list[tuple[str, Piece]]:
    first, last = max(0, first), min(last, len(text.lines))
    if first >= last:
        return []
    piece = Piece(text, text.starts[first], text.starts[last - 1] + len(text.lines[last - 1]))
    return list(find_dates(piece))
