"""Which filing a reference means, and which exhibit of it: one judgement, by rules with ids.

| rule | what agrees |
|---|---|
| T1 | file number and day; the form where one is said |
| T2 | number of a registration statement, form or exhibit number; no day is said |
| T3 | registrant, form, day filed |
| T4 | registrant, form, period |
| T5 | registrant and form, or number; filed up to three days after the day said, and lists the exhibit |
| T6 | registrant and Form 8-K; its event up to six days before the day said, and lists the exhibit |
| E1 | the exhibit's number, once in the target's list |
| E2 | no number is said; the title, once in the target's list |

Of several filings that a rule fits, those count that list the exhibit, those that attach it first. Several left are
ambiguous: they are possible, none is the target. A filing made after the one that refers is never its target. T6 is
for reports that were loaded without a header, whose day of filing is not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from .forms import POST_EFFECTIVE, Form
from .said import Citation, Listed

#: Days from the day that a reference says to that of filing: papers sent on a Friday are filed on Monday.
NEAR = 3
#: Days from an event to the day on which Form 8-K is due: four business days (General Instruction B.1).
DUE = 6
_CURRENT = "8-K"
_SECURITIES_ACT = ("002-", "033-", "333-")
_WORDS = 3  # of a title that tells an exhibit from others
_RULES = ("T1", "T2", "T3", "T4", "T5", "T6")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A filing that a reference may mean."""

    filing: str
    form: Form
    date: str
    period: str
    numbers: frozenset[str]
    same: bool  # does it share a registrant with the filing that refers?
    exhibits: tuple[Listed, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """``target`` with its ``rule``; else ``possible`` ones; else nothing that is loaded. ``why``: what is left open."""

    target: str = ""
    rule: str = ""
    exhibit: str = ""
    possible: tuple[str, ...] = ()
    why: str = ""


class _Fit(Enum):
    EXACT = auto()
    LOOSE = auto()  # an amendment where none is said, or the other way round
    UNSAID = auto()


class _When(Enum):
    FILED = auto()
    PERIOD = auto()
    NEAR = auto()
    EVENT = auto()
    YEAR = auto()
    OTHER = auto()
    UNSAID = auto()


def is_registration(number: str) -> bool:
    """Is this the number of a registration statement, which no other filing of the registrant bears?"""
    return number.startswith(_SECURITIES_ACT)


def judge(citation: Citation, form: Form, filed: str, candidates: Sequence[Candidate]) -> Outcome:
    """What the reference (to a ``form``, in a filing of the day ``filed``) means among the candidates."""
    if not form.base and not citation.number:
        return Outcome(why="it names neither a form nor a file number")
    found: dict[str, list[tuple[Candidate, _Fit]]] = {}
    for candidate in candidates:
        fit = _fit(citation, form, candidate)
        if fit is None or (filed and candidate.date > filed):
            continue
        rule = _rule(citation, candidate, fit)
        if rule:
            found.setdefault(rule, []).append((candidate, fit))
    for rule in _RULES:
        if rule in found:
            return _chosen(citation, rule, found[rule])
    possible = tuple(sorted(c.filing for c, _ in found.get("?", ())))
    return Outcome(possible=possible, why="form, day or registrant agree in part" if possible else "")


def _fit(citation: Citation, form: Form, candidate: Candidate) -> _Fit | None:
    """How the forms agree; None where they do not."""
    numbered = citation.number in candidate.numbers
    if not form.base:
        return _Fit.UNSAID if numbered else None
    if candidate.form.base == form.base:
        return _Fit.EXACT if candidate.form.amended == form.amended else _Fit.LOOSE
    return _Fit.LOOSE if numbered and candidate.form.base == POST_EFFECTIVE else None


def _rule(citation: Citation, candidate: Candidate, fit: _Fit) -> str:
    """The rule by which the candidate is meant, ``?`` where it may be, '' where it is not."""
    when = _when(citation, candidate)
    lists = bool(citation.exhibit) and any(e.number == citation.exhibit for e in candidate.exhibits)
    registration = is_registration(citation.number)
    if citation.number and citation.number in candidate.numbers:
        if when in (_When.FILED, _When.PERIOD):
            return "T1"
        if when is _When.NEAR and lists:
            return "T5"
        if when is _When.UNSAID and registration:
            sure = (candidate.same and fit is not _Fit.UNSAID) or fit is _Fit.EXACT or lists
            return "T2" if sure else "?"
        if registration:
            return "?"
    if not candidate.same or fit is _Fit.UNSAID or (registration and candidate.numbers):
        return ""  # another registration statement
    if when in (_When.OTHER, _When.UNSAID):
        return ""
    if fit is _Fit.LOOSE or when is _When.YEAR:
        return "?"
    if when in (_When.NEAR, _When.EVENT):
        rule = "T5" if when is _When.NEAR else "T6"
        return rule if lists else "?"
    return "T3" if when is _When.FILED else "T4"


def _when(citation: Citation, candidate: Candidate) -> _When:
    day, sense = citation.day, citation.sense
    if not day:
        return _When.UNSAID
    if sense == "year":
        return _When.YEAR if day in (candidate.period[:4], candidate.date[:4]) else _When.OTHER
    if sense != "period" and candidate.date == day:
        return _When.FILED
    if sense != "filed" and candidate.period == day:
        return _When.PERIOD
    if sense != "period" and day < candidate.date <= days_after(day, NEAR):
        return _When.NEAR
    undated = candidate.form.base == _CURRENT and not candidate.date
    if undated and sense != "period" and days_after(day, -DUE) <= candidate.period < day:
        return _When.EVENT
    return _When.OTHER


def days_after(day: str, days: int) -> str:
    """The ISO date some days after an ISO date."""
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def _chosen(citation: Citation, rule: str, found: list[tuple[Candidate, _Fit]]) -> Outcome:
    listing = [f for f in found if any(_meant(citation, e) for e in f[0].exhibits)]
    attaching = [f for f in listing if any(e.attached and _meant(citation, e) for e in f[0].exhibits)]
    left = attaching or listing or found
    exact = [f for f in left if f[1] is not _Fit.LOOSE]
    left = exact or left
    if len(left) > 1 or not (exact or listing):
        why = f"{len(left)} filings fit" if len(left) > 1 else "the filing is an amendment, or is not said to be one"
        return Outcome(possible=tuple(sorted(c.filing for c, _ in left)), why=why)
    target = left[0][0]
    if not citation.listing:
        return Outcome(target.filing, rule)
    exhibit, how, why = _exhibit(citation, target.exhibits)
    return Outcome(target.filing, f"{rule} {how}".strip(), exhibit, why=why)


def _meant(citation: Citation, listed: Listed) -> bool:
    return bool(citation.exhibit) and listed.number == citation.exhibit


def _exhibit(citation: Citation, exhibits: Sequence[Listed]) -> tuple[str, str, str]:
    """The exhibit meant, the rule, and what is left open."""
    if citation.exhibit:
        found = [e for e in exhibits if e.number == citation.exhibit]
        attached = [e for e in found if e.attached]
        found = attached if len(found) > 1 and attached else found
        if len(found) == 1:
            return found[0].iri, "E1", ""
        times = f"{len(found)} times" if found else "nowhere"
        return "", "", f"exhibit {citation.exhibit_said} is {times} in the filing's list"
    if citation.exhibit_said:
        return "", "", f"several exhibits are named: {citation.exhibit_said}"
    title = citation.parted
    found = [e for e in exhibits if len(title.name.split()) >= _WORDS and e.parted == title]
    if len(found) == 1:
        return found[0].iri, "E2", ""
    return "", "", "no exhibit number is said"
