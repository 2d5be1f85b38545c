"""The submission header: which filing this is, when it was filed, and who its parties are.

    ACCESSION NUMBER:        0009999001-03-000001          <ACCESSION-NUMBER>0009999001-03-000001
    CONFORMED SUBMISSION TYPE:    S-8                       <TYPE>S-8
    FILED AS OF DATE:        20030926                      <FILING-DATE>20030926
    FILER:                                                <FILER>
        COMPANY DATA:                                     <COMPANY-DATA>
                COMPANY CONFORMED NAME:    INVENTED CORP         <CONFORMED-NAME>INVENTED CORP

The header is read destructively: each element is taken by the part of the record that it belongs to, and what
nobody takes is `Header.left_over` and a `Problem`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .header_elements import CONTAINER, FLAGS, MINOR, ROLES, TOP, WRAPPERS
from .header_fields import iso_date, iso_time
from .header_parties import SECTIONS, PartyBuilder, merge
from .header_tokens import Token, remainder, tokens
from .numbers import canonical_accession
from .records import Accession, Evidence, Evidences, HeaderElement, Party, Problem
from .span import Span

FIRST_LINE = re.compile(r"\S+\.(?:txt|sgml|html|nc|paper|pr|corr\d*)(?: : \d{8})?$")
_STAMP = re.compile(r"^\d{14}$", re.M)
_NAMED = re.compile(r"\b(\d{10}-\d{2}-\d{6})\.(?:hdr\.sgml|txt|paper)")


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says. Dates are ISO; ``accepted`` is US Eastern wall clock; parties once per role and CIK."""

    accession: Accession | None = None
    form_type: str | None = None
    filing_date: str | None = None
    accepted: str | None = None
    effective_date: str | None = None
    period: str | None = None
    items: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()
    elements: tuple[HeaderElement, ...] = ()  # what has no field of its own, in order
    left_over: tuple[str, ...] = ()
    evidence: Evidences = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _State:
    """What has been read so far, token by token."""

    source: str
    values: dict[str, list[Token]] = field(default_factory=dict)
    parties: list[PartyBuilder] = field(default_factory=list)
    party: PartyBuilder | None = None
    elements: list[Token] = field(default_factory=list)
    left_over: list[Token] = field(default_factory=list)

    def open(self, role: str) -> PartyBuilder:
        self.party = PartyBuilder(role, self.source)
        self.parties.append(self.party)
        return self.party


def parse_header(source: str) -> Header:
    """Read a header of either style. Never raises: what cannot be read is reported in ``problems``."""
    state = _State(source)
    stream = list(tokens(source))
    for token, after in zip(stream, [*stream[1:], None], strict=False):
        _take(state, token, after)
    state.left_over += [words for words in remainder(source) if not expected(words.value)]
    return _header(state)


def expected(line: str) -> bool:
    """The line that names the header, and the bare time stamp of copies whose tags were stripped."""
    return bool(FIRST_LINE.match(line) or _STAMP.match(line))


def _take(state: _State, token: Token, after: Token | None) -> None:
    """Give one token to the part of the record that it belongs to."""
    name = token.name
    if token.closing:
        _close(state, name)
    elif name in ROLES and not token.value:
        state.open(name)
    elif name in SECTIONS:
        party = state.party or state.open("FILER")
        if name in {"COMPANY-DATA", "OWNER-DATA"} and party.named:
            party = state.open(party.role)
        party.enter(name)
    elif name in FLAGS:
        state.elements.append(token)
    elif state.party is not None and state.party.take(token):
        pass
    elif name in TOP:
        state.values.setdefault(name, []).append(token)
    elif not token.value and after is not None and after.name in {"COMPANY-DATA", "OWNER-DATA"}:
        state.open(name)  # a party block of a kind not met before: its label says its role
    elif CONTAINER.match(name):
        state.party = None
    elif name in MINOR or (name == "CIK" and state.party is None):  # a CIK outside: of a fund in a merger
        state.elements += [token] if token.value else []
    elif name not in WRAPPERS:
        state.left_over.append(token)


def _close(state: _State, name: str) -> None:
    """A section's end says nothing: each element's name says where it belongs."""
    if state.party is not None and name == state.party.role:
        state.party = None


def _header(state: _State) -> Header:
    problems: list[Problem] = []
    first = {name: found[0] for name, found in state.values.items()}
    parties, troubles = merge(state.parties)
    problems += troubles
    accession = canonical_accession(first["ACCESSION-NUMBER"].value) if "ACCESSION-NUMBER" in first else None
    named = _NAMED.search(state.source)
    if accession is None and named:
        accession = Accession(named[1])
    form = " ".join(first["TYPE"].value.split()) if "TYPE" in first else ""
    dates = {name: _date(first.get(name), problems) for name in _DATES}
    accepted = _accepted(state, first.get("ACCEPTANCE-DATETIME"), problems)
    left_over = state.left_over + _repeated(state.values)
    if left_over:
        problems.append(_unknown(left_over))
    if state.source.strip() and not (accession and form):
        problems.append(Problem("header-incomplete", "header", "The accession number or form type cannot be read."))
    return Header(
        accession=accession,
        form_type=form or None,
        filing_date=dates["FILING-DATE"],
        accepted=accepted,
        effective_date=dates["EFFECTIVENESS-DATE"],
        period=dates["PERIOD"],
        items=_texts(state, "ITEMS"),
        parties=parties,
        elements=tuple(HeaderElement(t.name, t.value, _cited("value", state, t)) for t in state.elements),
        left_over=tuple(_shown(token) for token in left_over),
        evidence=_evidence(state, first),
        problems=tuple(problems),
    )


_DATES = ("FILING-DATE", "EFFECTIVENESS-DATE", "PERIOD")
_CITED = {
    "ACCESSION-NUMBER": "accession", "TYPE": "form_type", "FILING-DATE": "filing_date",
    "ACCEPTANCE-DATETIME": "accepted", "EFFECTIVENESS-DATE": "effective_date", "PERIOD": "period",
}  # fmt: skip


def _repeated(values: dict[str, list[Token]]) -> list[Token]:
    """Elements that may stand once and stand again with another value; the first one counts."""
    return [
        token
        for name, (first, *others) in values.items()
        if name != "ITEMS"
        for token in others
        if token.value not in {"", first.value}
    ]


def _unknown(left_over: list[Token]) -> Problem:
    """What nobody took, each value once: a scrap that repeats for a megabyte is one hole."""
    once = {(t.name, t.value): t for t in reversed(left_over)}
    told = sorted(once.values(), key=lambda t: t.start)
    why = "These elements of the header are not known: " + "; ".join(map(_shown, told))[:300]
    evidence = (Evidence("what", Span(0, t.start, t.end), t.value) for t in told if t.value)
    return Problem("header-left-over", "header", why, tuple(evidence))


def _shown(token: Token) -> str:
    return f"{token.name}: {token.value}".strip() if token.name else token.value


def _date(token: Token | None, problems: list[Problem]) -> str | None:
    if token is None or not token.value:
        return None
    value = iso_date(token.value)
    if value is None:
        problems.append(_no_date(token, "date"))
    return value


def _no_date(token: Token, kind: str) -> Problem:
    why = f"{token.name} is {token.value[:40]!r}, which is no {kind}."
    return Problem("header-date", "header", why, (Evidence("what", Span(0, token.start, token.end), token.value),))


def _accepted(state: _State, token: Token | None, problems: list[Problem]) -> str | None:
    if token is None:
        stamp = _STAMP.search(state.source, 0, 300)  # copies whose tags were stripped keep the bare digits
        return iso_time(stamp[0]) if stamp else None
    value = iso_time(token.value)
    if value is None and token.value:
        problems.append(_no_date(token, "time"))
    return value


def _texts(state: _State, name: str) -> tuple[str, ...]:
    values = (" ".join(token.value.split()) for token in state.values.get(name, ()))
    return tuple(dict.fromkeys(value for value in values if value))


def _evidence(state: _State, first: dict[str, Token]) -> Evidences:
    found = [Evidence(_CITED[n], Span(0, t.start, t.end), t.value) for n, t in first.items() if n in _CITED and t.value]
    items = [Evidence("items", Span(0, t.start, t.end), t.value) for t in state.values.get("ITEMS", ()) if t.value]
    return tuple(found + items)


def _cited(field: str, state: _State, token: Token) -> Evidences:
    """The value's words, or the tag where it has none."""
    return (Evidence(field, Span(0, token.start, token.end), state.source[token.start : token.end]),)
