"""The parts of signature pages: each attestation ("Pursuant to the requirements of ... has been signed") and its rows.

    Pursuant to the requirements of the Securities Act of 1933, the registrant ...      kind REGISTRANT
    Pursuant to the requirements of ..., has been signed by the following persons ...   kind PERSONS
    Pursuant to ..., the trustees (or other persons who administer the plan) ...        kind PLAN
    ... its duly authorized representative in the United States ...                     kind REPRESENTATIVE
    KNOW ALL MEN BY THESE PRESENTS, that each person whose signature appears below ...  kind APPOINTMENT

A part ends where the next begins, or where something else does: the exhibit index, a certification, a schedule.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from ..span import Piece, Text


class Kind(StrEnum):
    """Who signs in a part of the signature pages."""

    REGISTRANT = "registrant"
    PERSONS = "persons"
    PLAN = "plan"
    REPRESENTATIVE = "representative"
    APPOINTMENT = "appointment"


@dataclass(frozen=True, slots=True)
class Part:
    """An attestation and the lines (first to last, half-open) of the rows that follow it."""

    kind: Kind
    attestation: Piece
    first: int
    last: int
    heading: Piece | None = None  # "SIGNATURES", "AUTHORIZED REPRESENTATIVE"


_REACH = 1500  # longest attestation
_APPOINTMENT_REACH = 6000
_BEFORE = 700  # an appointment's first words stand no further before its verb
_LEAST = 12  # an appointment shorter than this many words appoints nobody
_ANCHOR = re.compile(
    r"\b(?:Pursuant\s+to\s+(?:the\s+)?(?:requirements?|provisions)\s+of"
    r"|(?<=\n)Pursuant\s+to\s+the\s+Securities\s+(?:Exchange\s+)?Act\b[^.]{0,200}?\b(?:undersigned"
    r"|registrant|signed)\b|In\s+accordance\s+with\s+(?:the\s+(?:requirements|Exchange|Securities)"
    r"|Section\s+1[35]))"
    r"|\bIN\s+WITNESS\s+WHEREOF",
    re.IGNORECASE,
)
_APPOINTS = re.compile(
    r"\b(?:(?P<know>KNOW\s+(?:ALL|YE))|(?:each|every)\s+(?:such\s+)?(?:person|individual|director|officer"
    r"|of\s+the\s+(?:undersigned|persons|directors|officers|following))"
    r"|we,?\s+the\s+(?:undersigned|directors)|the\s+(?:undersigned|persons\s+whose)|each\s+undersigned)\b",
    re.IGNORECASE,
)
_BLANK = re.compile(r"\n[^\S\n]*\n")
_APPOINT = re.compile(
    r"\b(?:appoint\w*|constitutes?|hereby\s+(?:authoriz|designat)\w+|make,\s+constitute)\b", re.IGNORECASE
)
_SIGNED = re.compile(
    r"\b(?:to\s+be\s+(?:duly\s+)?signed|been\s+(?:duly\s+)?(?:signed|executed)|has\s+(?:duly\s+)?(?:signed"
    r"|executed)|signed\s+(?:below|by|this|on)"
    r"|caused\s+(?:this|the)|certif\w+\s+that|hereunto)\b",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"(?<=[.:])[^\S\n]*\n|\n[^\S\n]*\n|\n(?=[^\S\n]*(?:\*?By\s*:|/s/|/S/|\\s\\|Signatures?\s{2,}|Name\s{2,}"
    r"|\*\s{3,}))",
)
_ABBREVIATED = re.compile(r"(?:\b(?:St|Inc|Corp|Co|Mr|Ms|Dr|Ltd|Ft|Mt|No|Messrs)|[A-Z]\.[A-Z]|\b[A-Z])\.$")
_PLAN = re.compile(
    r"persons?\s+who\s+administer|\bthe\s+plan(?:\s+administrator|\s+trustee)?s?\s+(?:has|have|certif)"
    r"|administrators?\s+of\s+the\s+[\w\s]{0,40}?plan\w*\s+(?:has|have)"
    r"|\btrustees?\s+of\s+(?:the\s+)?[^.;]{0,120}?\bplans?\s+(?:has|have)\b"
    r"|\b(?:which|who|that)\s+administers?\s+the\b[^.;]{0,120}?\bplans?\b[^.;]{0,12}\s(?:has|have)\b"
    r"|\bplan\s+committee\s+(?:has|have)"
    r"|\b(?:trustees?|administrators?)\s+(?:has|have)\s+(?:duly\s+)?caused\b[^.]{0,90}?\bbehalf\s+of\s+the\s+plan",
    re.IGNORECASE,
)
_US = re.compile(
    r"representative\s+(?:of\s+[^.]{1,80}\s+)?in\s+the\s+united\s+states|united\s+states\s+representative"
    r"|\bU\.?\s?S\.?\s+representative",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^\W*(?:(?:power(?:s)?\s+of\s+attorney\s+and\s+)?(?:signatures?"
    r"|s\s?i\s?g\s?n\s?a\s?t\s?u\s?r\s?e(?:\s?s)?)(?:\s+(?:page|and\s+powers?\s+of\s+attorney|of\s+.{3,60}))?"
    r"|powers?\s+of\s+attorney|.{0,24}authori[sz]ed\s+.{0,24}representative.{0,30})\W*$",
    re.IGNORECASE,
)
_END = re.compile(
    r"^\W*(?:index\s+(?:to|of)\s+exhibits?\b|exhibits?\s+(?:index|list)|exhibit\s+\d|exhibits?\W*$"
    r"|list\s+of\s+exhibits|certifications?\b|certificate\s+of"
    r"|(?:report|consent|opinion)\s+of\s+|independent\s+(?:auditor|accountant|registered)"
    r"|reports?\s+of\s+independent|schedule\s+[ivx\d]"
    r"|part\s+[iv]+\b|item\s+\d|financial\s+statements?\W*$|notes?\s+to\s+|table\s+of\s+contents\W*\n"
    r"|supplemental\s+information"
    r"|article\s+[ivx\d]|whereas\b|recitals\b|(?:news|press)\s+release|this\s+agreement"
    r"|\d+(?:\.\d+)+\s+[A-Z]|i,\s+[\w.\s,]{4,40},\s+certify|exhibit\s+no|sequentially\s+numbered|<type>|-----begin"
    r"|(?:to\s+)?the\s+(?:board\s+of\s+directors|stockholders|shareholders)\s+and"
    r"|form\s+[fs]-\d+\W*$|balance\s+sheets?\W*$|for\s+immediate\s+release"
    r"|in\s+connection\s+with\s+the\s+(?:annual|quarterly)\s+report)",
    re.IGNORECASE,
)
_SIGNING = re.compile(
    r"[/\\]\s?s\s?[/\\]|\(s\)|s/b/|\bby\b|^\s*\*|\*\s*$|\b(?:director|officer|president|chair\w*|secretary"
    r"|treasurer|trustee|controller|attorney|manager|partner"
    r"|representative|administrator|member|date|signatures?|name|title|counsel)s?\b|(?:19|20)\d\d\s*$",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\$\s*\(?\d[\d,.]{2,}")
_BROKEN = 50  # characters of a line of a heading that goes on on the next, at most
MOST_LINES = 20_000  # of one page of signatures: none has so many, and a file made of them must not take for ever
_IDLE = 16  # lines without a sign of signing after which the rows are over


def find_parts(text: Text) -> tuple[Part, ...]:
    """The parts of the signature pages in document order."""
    anchors = _anchors(text)
    headings = [_heading(text, attestation) for _, attestation in anchors]
    parts = []
    for i, (kind, attestation) in enumerate(anchors):
        first = text.line_at(max(attestation.end - 1, attestation.start)) + 1
        following = (headings[i + 1] or anchors[i + 1][1]).line if i + 1 < len(anchors) else len(text.lines)
        limit = max(following, first)
        last = _last(text, first, min(limit, first + MOST_LINES))
        parts.append(Part(kind, attestation, first, last, headings[i]))
    return tuple(parts)


def _last(text: Text, first: int, limit: int) -> int:
    """Where the rows end: at the heading of something else, or after many lines without a sign of signing."""
    idle = 0
    for number in range(first, limit):
        line = text.lines[number]
        if not line.strip():
            continue
        if _END.match(line) or _MONEY.search(line) or _ends_broken(text, number, limit):
            return number
        idle = 0 if _SIGNING.search(line) else idle + 1
        if idle > _IDLE:
            return number
    return limit


def _ends_broken(text: Text, number: int, limit: int) -> bool:
    """Whether a heading in capitals that is broken over two lines is that of something else."""
    line = text.lines[number].strip()
    if number + 1 >= limit or len(line) > _BROKEN or not line.isupper() or _SIGNING.search(line):
        return False
    below = text.lines[number + 1].strip()
    return below.isupper() and len(below) <= _BROKEN and _END.match(f"{line} {below}") is not None


def _anchors(text: Text) -> list[tuple[Kind, Piece]]:
    found: list[tuple[Kind, Piece]] = []
    low = _lower(text.chars)
    for start in _places(low, ("pursuant", "in accordance", "in witness")):
        if (found and start < found[-1][1].end) or not _ANCHOR.match(text.chars, start):
            continue
        piece = _attestation(text, start)
        if piece is not None:
            found.append((_kind(str(piece)), piece))
    if any(_is_attestation(piece) for _, piece in found):
        found = [(kind, piece) for kind, piece in found if _is_attestation(piece)]
    found += [(Kind.APPOINTMENT, p) for p in _appointments(text, low)]
    found.sort(key=lambda a: (a[1].start, a[1].end))
    return _apart(found) or _bare(text)


def _is_attestation(piece: Piece) -> bool:
    """An attestation proper; "IN WITNESS WHEREOF" counts only where a document has none (it ends agreements too)."""
    return str(piece)[:2].lower() != "in" or "accordance" in str(piece)[:20].lower()


def _lower(chars: str) -> str:
    """Lower case of the same length."""
    low = chars.lower()
    return low if len(low) == len(chars) else "".join(c.lower() if len(c.lower()) == 1 else c for c in chars)


def _places(low: str, words: tuple[str, ...]) -> list[int]:
    """Where any of the words stands, in order."""
    found = []
    for word in words:
        at = low.find(word)
        while at >= 0:
            found.append(at)
            at = low.find(word, at + len(word))
    return sorted(found)


def _apart(found: list[tuple[Kind, Piece]]) -> list[tuple[Kind, Piece]]:
    """An appointment that holds the attestation in the same paragraph is cut where that begins."""
    out: list[tuple[Kind, Piece]] = []
    for kind, piece in found:
        if out and piece.start < out[-1][1].end:
            before, held = out[-1]
            if piece.end >= held.end or before is Kind.APPOINTMENT:
                out[-1] = (before, Piece(held.text, held.start, piece.start))
                piece = Piece(piece.text, piece.start, max(piece.end, held.end))
            else:
                continue
        out.append((kind, piece))
    return out


def _attestation(text: Text, start: int) -> Piece | None:
    chars = text.chars
    signed = _SIGNED.search(chars, start, start + _REACH)
    if signed is None:
        return None
    return Piece(text, start, _paragraph_end(chars, start, signed.end(), _REACH))


def _paragraph_end(chars: str, start: int, after: int, reach: int) -> int:
    spaced = re.search(r"\n[^\S\n]*\n", chars[start:after]) is not None  # double-spaced: a blank line ends nothing
    for stop in _STOP.finditer(chars, after, after + reach):
        before, following = chars[: stop.start()][-2:], chars[stop.end() : stop.end() + 200].lstrip()[:1]
        if following.islower() and not before.endswith((".", ":")):
            continue  # a sentence that a blank line breaks
        if (
            spaced
            and not chars[: stop.start()].endswith((".", ":"))
            and stop[0].strip() == ""
            and stop[0].count("\n") > 1
        ):
            continue
        if (
            _ABBREVIATED.search(chars[max(0, stop.start() - 12) : stop.start()])
            and "\n\n" not in chars[stop.start() : stop.end() + 1]
        ):
            continue
        return stop.start()
    return min(len(chars), after + reach) if len(chars) > after + reach else len(chars.rstrip())


def _kind(words: str) -> Kind:
    if _PLAN.search(words):
        return Kind.PLAN
    if _US.search(words):
        return Kind.REPRESENTATIVE
    caused = re.search(r"\bcaused\b|\bsigned\s+on\s+its\s+behalf", words, re.IGNORECASE)
    return Kind.REGISTRANT if caused else Kind.PERSONS


def _appointments(text: Text, low: str) -> list[Piece]:
    found: list[Piece] = []
    for at in _places(low, ("appoint", "constitutes", "hereby authorize", "hereby designate")):
        if found and at < found[-1].end:
            continue
        after = max(at - _BEFORE, found[-1].end if found else 0)
        starts = [
            m
            for m in _APPOINTS.finditer(text.chars, after, at)
            if m["know"] or not _BLANK.search(text.chars, m.start(), at)
        ]
        last = next((m for m in reversed(starts) if m["know"]), starts[-1] if starts else None)
        start = last.start() if last is not None else -1
        if start < 0 or "attorney" not in low[start : start + _REACH]:
            continue
        end = _paragraph_end(text.chars, start, at, _APPOINTMENT_REACH)
        if len(text.chars[start:end].split()) >= _LEAST:
            found.append(Piece(text, start, end))
    return found


def _bare(text: Text) -> list[tuple[Kind, Piece]]:
    """Without any attestation: a heading SIGNATURES with marks below it."""
    for number in range(len(text.lines) - 1, -1, -1):
        line = text.lines[number]
        if len(line) < 120 and "ignature" in line.lower() and _HEADING.match(line) and line.strip():
            below = text.lines[number + 1 : number + 40]
            if any("/s/" in x.lower() for x in below):
                return [(Kind.REGISTRANT, text.line(number).strip())]
    return []


def _heading(text: Text, attestation: Piece) -> Piece | None:
    """The nearest line above that is a heading of signature pages."""
    for number in range(attestation.line - 1, max(-1, attestation.line - 6), -1):
        line = text.lines[number]
        if line.strip() and len(line) < 160 and _HEADING.match(line):
            return text.line(number).strip()
    return None
