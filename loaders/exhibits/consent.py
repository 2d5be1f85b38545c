"""The letters of Exhibit 23: which accountants consent, and the dates of their reports.

::

    We consent to the use of our report dated February 12, 1996, relating to the financial statements ...
    /s/ Orley, Stane & Brandt LLP
    Charlotte, North Carolina
    April 29, 1996

Lawyers, engineers and appraisers sign such letters, too; the words of the letter tell them apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from ..dates import find_dates
from ..firms import name_at
from ..names import looks_like_person
from ..organizations import is_audit_firm, is_law_firm, is_organization
from ..span import Piece, Text


class Kind(Enum):
    """Whose consent a letter is."""

    AUDIT = "audit"
    LAW = "law"
    EXPERT = "expert"
    UNKNOWN = "unknown"


_AUDIT = re.compile(
    r"\bour\s+(?:audit\s+)?reports?\b|\bour\s+audits?\b|\b(?:accountants?|auditors?)['’]?s?\s+(?:consent|report)"
    r"|\baccounting\s+firm\b|"
    r"\bindependent\s+(?:public\s+|certified\s+)?(?:accountants?|auditors?)|\bfinancial\s+statements\b|\bauditing\b",
    re.I,
)
_LAW = re.compile(
    r"\blegal\s+(?:opinion|matters|counsel)|\bour\s+opinion\s+(?:as|filed)|\bcounsel\s+(?:to|for)\b"
    r"|\bvalidity\s+of\b",
    re.I,
)
_EXPERT = re.compile(
    r"\bpetroleum\b|\bgeologic|\b(?:oil|gas)\b[^.]{0,30}\breserves?\b|\breserves?\s+(?:report|estimate|letter)"
    r"|\bapprais|\bvaluation\s+(?:firm|report|opinion)|\bactuar|"
    r"\bfairness\s+opinion|\bengineer|\bmineral\s+(?:resource|reserve)|\btechnical\s+report\b"
    r"|\bmarket\s+(?:study|research)\b",
    re.I,
)
_OMITTED = re.compile(
    r"\brule\s+437a?\b|\binability\s+to\s+obtain|\bdispens\w+\s+with\s+the\s+requirement|\b(?:not"
    r"|un)\s*(?:been\s+)?able\s+to\s+obtain|\breasonable\s+efforts\b",
    re.I,
)
_SIGNED = re.compile(
    r"(?<!\w)/?s/[ \t]*(?P<name>(?:[^\n/]|(?<=\w)/(?=[A-Z][\w’'])(?!S/)){3,110}?)(?=\s{3,}|\n|$|/s/)", re.I
)
_DOT = r"(?-i:[^.;]|(?<=[A-Z])\.|(?<=\bInc)\.|(?<=\bCorp)\.|(?<=\bLtd)\.)"  # the period of "Corp." ends no sentence
_DATED = re.compile(
    r"\breports?\b(?:\s*\([^)]{0,60}\))?,?\s*(?:(?:each|(?:which\s+)?(?:is|are|was|were)|both|all)\s+)?(?:thereon\s+)?"
    r"(?:which\s+(?:includes?|contains?|expresses|refers?)\s[^.;]{0,200}?,?\s+)?"
    rf"(?:,?\s*(?:relating|with\s+respect|on(?!\s+form))\s+{_DOT}{{0,160}}?,?\s*)?\bdated\s+(?:as\s+of\s+)?(?=[A-Z\d])",
    re.I,
)
_AND_DATE = re.compile(
    r"\s*(?:\((?!(?-i:[A-Z][a-z]+)\s\d{1,2},)[^)]{0,160}\)|\(|,?\s*except\s[^.;]{0,160}?\b(?:date|which)\s+is(?:\s+dated)?(?:\s+as\s+of)?)?"
    r"\s*,?\s*(?:and|,)?\s*"  # another date for a note
)
# between two reports: "dated May 3, 2003, with respect to A and May 7, 2003 with respect to B"
_AND_REPORT = re.compile(r",?\s+(?:with\s+respect\s+to|relating\s+to|on|for)\s[^.;]{0,220}?,?\s+and\s+(?:dated\s+)?")
_SUBJECT = re.compile(r",?\s+(?:with\s+respect\s+to|relating\s+to|on|for)\b")
_QUOTED = re.compile(r"[“\"](?P<name>[A-Z][^“”\"\n]{4,80})[”\"]")
_GAP = re.compile(r"\s{3,}")
_PLACE = re.compile(r"[A-Z][\w.'’ \-]{2,30},\s+(?:[A-Z][\w.'’ ]{1,25}|[A-Z]\.[A-Z]\.),?\s*$")


@dataclass(frozen=True, slots=True)
class Letter:
    """A consent letter: whose, who signs, and the report dates it names."""

    kind: Kind
    firm: Piece | None
    dates: tuple[tuple[str, Piece], ...]
    location: Piece | None = None


def kind_of(words: str) -> Kind:
    """Whose consent the words of a letter are, by what they speak of."""
    if _OMITTED.search(words):
        return Kind.UNKNOWN
    audit = len(_AUDIT.findall(words))
    expert = len(_EXPERT.findall(words))
    law = len(_LAW.findall(words))
    if audit and audit >= expert and audit >= law:
        return Kind.AUDIT
    if expert > law:
        return Kind.EXPERT
    return Kind.LAW if law else Kind.UNKNOWN


def read_consents(text: Text) -> tuple[Letter, ...]:
    """The letters of one document: one for each signature of a firm."""
    signers = _signers(text)
    if not signers:
        return (Letter(kind_of(text.chars), None, report_dates(text, 0, len(text.chars))),)
    letters, start = [], 0
    for i, firm in enumerate(signers):
        end = signers[i + 1].start if i + 1 < len(signers) else len(text.chars)
        part = text.chars[start : firm.end] if i + 1 < len(signers) else text.chars[start:]
        until = firm.start if i + 1 < len(signers) else max(firm.start, end)
        letters.append(Letter(kind_of(part), firm, report_dates(text, start, until), location_after(text, firm)))
        start = firm.end
    return tuple(letters)


def _signers(text: Text) -> list[Piece]:
    """The firms in the places of signatures; a name signed and typed below counts once."""
    found: list[Piece] = []
    for match in _SIGNED.finditer(text.chars):
        piece = text.at(match, "name").strip(" \t_")
        if not looks_like_person(piece.words) or is_audit_firm(piece.words) or is_organization(piece.words):
            found.append(_fullest(text, piece))
    if found:
        return [p for i, p in enumerate(found) if not i or p.words.casefold() != found[i - 1].words.casefold()]
    if quoted := _quoted(text):
        return quoted
    for number in range(len(text.lines) - 1, -1, -1):
        line = text.lines[number].strip(" _-")
        if (
            4 < len(line) < 80
            and not line.endswith((":", "consent"))
            and (is_audit_firm(line.split("  ")[0]) and _is_name(line))
        ):
            whole = text.line(number).strip(" _-\t")
            name = name_at(text, whole.start, whole.end)
            return [name if name is not None and is_audit_firm(name.words) else whole]
    lines = [
        n
        for n, line in enumerate(text.lines)
        if 4 < len(line.strip()) < 80 and is_law_firm(line) and _is_name(line.strip())
    ]
    if lines:
        return [text.line(lines[-1]).strip(" _-\t")]
    return _leading_names(text) or _below_prose(text)


def _quoted(text: Text) -> list[Piece]:
    """The names that stand in quotation marks alone on a line, as Canadian letters are signed."""
    lines = ((n, _QUOTED.fullmatch(line.strip(" _-"))) for n, line in enumerate(text.lines) if line.strip()[:1] in '“"')
    return [text.line(n).strip(" _-\t").group(found, "name") for n, found in lines if found and n > 2]


def _below_prose(text: Text) -> list[Piece]:
    """The first organization's name alone on a line below the last line of prose."""
    filled = [n for n, line in enumerate(text.lines) if line.strip()]
    prose = [n for n in filled if len(text.lines[n].split()) > 6 and text.lines[n].strip()[-1:] in ".;"]
    last = prose[-1] if prose else max((n for n in filled if len(text.lines[n].split()) > 8), default=-1)
    for number in filled:
        line = text.lines[number].strip(" _-")
        if number > last >= 0 and 4 < len(line) < 80 and is_organization(line) and _is_name(line):
            return [text.line(number).strip(" _-\t")]
    return []


def _leading_names(text: Text) -> list[Piece]:
    """A known firm's name that begins a line which goes on with its address (signed by its partners as persons)."""
    for number, line in enumerate(text.lines):
        head = line.strip().split(", ")[0]
        if 4 < len(head) < 60 and head != line.strip() and is_audit_firm(head) and _is_name(head):
            start = len(line) - len(line.lstrip())
            return [text.piece(number, start, start + len(head))]
    return []


_PROSE = re.compile(
    r"\b(?:we|our|the|this|consent|report|reports|board|statement|independent|accountants?['’]?|auditors?['’]?s?"
    r"|registered|dated|by|in|to)\b",
    re.I,
)


def _is_name(line: str) -> bool:
    return not _PROSE.search(line) and line[:1].isupper()


def _fullest(text: Text, piece: Piece) -> Piece:
    """The name as typed under the signature where that is the longer form of it."""
    for number in range(piece.line + 1, min(len(text.lines), piece.line + 4)):
        typed = text.line(number).strip(" _-\t")
        if gap := _GAP.search(str(typed)):
            typed = typed.sub(0, gap.start())  # another firm's name beside it
        if (
            str(typed)
            and len(typed.words) > len(piece.words)
            and typed.words.casefold().startswith(piece.words.casefold()[:8])
        ):
            return typed if is_organization(typed.words) and len(typed.words) < 90 else piece
    return piece


def report_dates(text: Text, start: int, end: int) -> tuple[tuple[str, Piece], ...]:
    """The dates of the reports that the words between two offsets name."""
    found: dict[str, Piece] = {}
    for match in text.find(_DATED, start, end):
        at = match.end()
        for iso, piece in find_dates(Piece(text, at, min(end, at + 260))):
            between = _AND_DATE.match(text.chars, at)
            if (between is None or between.end() < piece.start) and not _is_next_report(text, at, piece):
                break
            found.setdefault(iso, piece)
            at = piece.end
    return tuple(found.items())


def _is_next_report(text: Text, at: int, day: Piece) -> bool:
    """Is the date that of a further report, on which its own subject follows?"""
    between = _AND_REPORT.fullmatch(text.chars, at, day.start)
    return between is not None and _SUBJECT.match(text.chars, day.end) is not None


def lines_below(text: Text, line: int, most: int) -> list[int]:
    """The numbers of the next lines below one that are not blank: as many as ``most``, of twice as many."""
    below = range(line + 1, min(len(text.lines), line + 1 + 2 * most))
    return [number for number in below if text.lines[number].strip()][:most]


def location_after(text: Text, firm: Piece) -> Piece | None:
    """The place printed under a firm's signature."""
    for number in lines_below(text, firm.line, 4):
        if _PLACE.match(text.lines[number].strip()) and not any(c.isdigit() for c in text.lines[number]):
            return text.line(number).strip(" \t,")
    return None
