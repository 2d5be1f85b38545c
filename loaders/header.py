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

from .header_fields import iso_date, iso_time
from .header_parties import SECTIONS, PartyBuilder, merge
from .header_tokens import Token, remainder, tokens
from .numbers import canonical_accession
from .records import Accession, Evidence, Evidences, Party, Problem
from .span import Span

FLAGS = ("PAPER", "CONFIRMING-COPY", "PRIVATE-TO-PUBLIC", "CORRECTION", "DELETION")
ROLES = frozenset(
    {
        "FILER", "SUBJECT-COMPANY", "FILED-BY", "REPORTING-OWNER", "ISSUER", "FILED-FOR", "SERIAL-COMPANY",
        "DEPOSITOR", "SECURITIZER", "ISSUING-ENTITY", "UNDERWRITER",
    }
)  # fmt: skip
# known elements that say nothing of people and roles; kept by name and value
_MINOR = frozenset(
    {
        "PUBLIC-DOCUMENT-COUNT", "DATE-OF-FILING-DATE-CHANGE", "PREVIOUS-ACCESSION-NUMBER", "PUBLIC-REL-DATE",
        "RECEIVED-DATE", "ACTION-DATE", "TIMESTAMP", "PERIOD-START", "ABS-RULE", "ABS-ASSET-CLASS",
        "NO-QUARTERLY-ACTIVITY", "NO-ANNUAL-ACTIVITY", "DEPOSITOR-CIK", "SPONSOR-CIK", "DEPOSITOR-FILE-NUMBER",
        "ABS-SUB-ASSET-CLASS", "OWNER-CIK", "SERIES-ID", "SERIES-NAME", "CLASS-CONTRACT-ID", "CLASS-CONTRACT-NAME",
        "CLASS-CONTRACT-TICKER-SYMBOL", "REFERENCES-429", "MA-I-INDIVIDUAL", "IS-FILER-A-NEW-REGISTRANT",
        "IS-FILER-A-WELL-KNOWN-SEASONED-ISSUER", "FILED-PURSUANT-TO-GENERAL-INSTRUCTION-A2", "REGISTERED-ENTITY",
        "REGISTRANT-HAS-SHELL-COMPANY-STATUS", "SMALL-BUSINESS-ISSUER", "IS-FUND-24F2-ELIGIBLE", "CONFIRM-COPY",
        "CALENDAR-YEAR-ENDING", "REPORTING-PERIOD", "SEC-DOCUMENT", "SEC-HEADER", "IMS-DOCUMENT", "IMS-HEADER",
        "SUBMISSION", "CATEGORY", "TOTAL-ASSETS", "RELATED-FILE-NUMBER", "FILER-ID", "RULE", "DATE-OF-CHANGE",
        "NUMBER-OF-DOCUMENTS", "REGISTRANT-CIK",
    }
)  # fmt: skip
_CONTAINER = re.compile(
    r"(?:SERIES|CLASS-CONTRACT|MERGER|ACQUIRING-DATA|TARGET-DATA|SERIES-AND-CLASSES\S*|\S*CONTRACTS)$"
)
_FIRST_LINE = re.compile(r"\S+\.(?:txt|sgml|html|nc)(?: : \d{8})?$")
_STAMP = re.compile(r"^\d{14}$", re.M)
_NAMED = re.compile(r"\b(\d{10}-\d{2}-\d{6})\.(?:hdr\.sgml|txt)")


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says. Dates are ISO; ``accepted`` is US Eastern wall clock; parties once per role and CIK."""

    accession: Accession | None = None
    form_type: str | None = None
    filing_date: str | None = None
    accepted: str | None = None
    effective_date: str | None = None
    period: str | None = None
    changed: str | None = None  # DATE AS OF CHANGE: may be earlier than the filing date
    items: tuple[str, ...] = ()
    sros: tuple[str, ...] = ()
    group_members: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    document_count: int | None = None
    parties: tuple[Party, ...] = ()
    extras: tuple[tuple[str, str], ...] = ()  # minor elements by name and value
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
    left_over: list[str] = field(default_factory=list)
    extras: list[tuple[str, str]] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)

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
    state.left_over += [line for line in remainder(source) if not _expected(line)]
    return _header(state)


def _expected(line: str) -> bool:
    """The line that names the header, and the bare time stamp of copies whose tags were stripped."""
    return bool(_FIRST_LINE.match(line) or _STAMP.match(line))


_TOP = frozenset(
    {
        "ACCESSION-NUMBER", "TYPE", "FILING-DATE", "ACCEPTANCE-DATETIME", "EFFECTIVENESS-DATE", "PERIOD", "ITEMS",
        "SROS", "GROUP-MEMBERS", "PUBLIC-DOCUMENT-COUNT", "DATE-OF-FILING-DATE-CHANGE",
    }
)  # fmt: skip


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
        state.flags.append(name)
    elif state.party is not None and state.party.take(token):
        pass
    elif name in _TOP:
        state.values.setdefault(name, []).append(token)
    elif not token.value and after is not None and after.name in {"COMPANY-DATA", "OWNER-DATA"}:
        state.open(name)  # a party block of a kind not met before: its label says its role
    elif name in _MINOR or _CONTAINER.match(name):
        if token.value:
            state.extras.append((name, token.value))
    else:
        state.left_over.append(f"{name}: {token.value}".strip())


def _close(state: _State, name: str) -> None:
    if state.party is None:
        return
    if name == state.party.role:
        state.party = None
    elif name in SECTIONS:
        state.party.leave()


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
    if state.left_over:
        why = "These elements of the header are not known: " + "; ".join(state.left_over)[:300]
        problems.append(Problem("header-left-over", "header", why))
    if state.source.strip() and not (accession and form):
        problems.append(Problem("header-incomplete", "header", "The accession number or form type cannot be read."))
    return Header(
        accession=accession,
        form_type=form or None,
        filing_date=dates["FILING-DATE"],
        accepted=_accepted(state, first.get("ACCEPTANCE-DATETIME"), problems),
        effective_date=dates["EFFECTIVENESS-DATE"],
        period=dates["PERIOD"],
        changed=dates["DATE-OF-FILING-DATE-CHANGE"],
        items=_texts(state, "ITEMS"),
        sros=_texts(state, "SROS"),
        group_members=_texts(state, "GROUP-MEMBERS"),
        flags=tuple(dict.fromkeys(state.flags)),
        document_count=_count(first.get("PUBLIC-DOCUMENT-COUNT")),
        parties=parties,
        extras=tuple(state.extras),
        left_over=tuple(state.left_over),
        evidence=_evidence(state, first),
        problems=tuple(problems),
    )


_DATES = ("FILING-DATE", "EFFECTIVENESS-DATE", "PERIOD", "DATE-OF-FILING-DATE-CHANGE")
_CITED = {
    "ACCESSION-NUMBER": "accession", "TYPE": "form_type", "FILING-DATE": "filing_date",
    "ACCEPTANCE-DATETIME": "accepted", "EFFECTIVENESS-DATE": "effective_date", "PERIOD": "period",
}  # fmt: skip


def _date(token: Token | None, problems: list[Problem]) -> str | None:
    if token is None or not token.value:
        return None
    value = iso_date(token.value)
    if value is None:
        why = f"{token.name} is {token.value[:40]!r}, which is no date."
        problems.append(Problem("header-date", "header", why))
    return value


def _accepted(state: _State, token: Token | None, problems: list[Problem]) -> str | None:
    if token is None:
        stamp = _STAMP.search(state.source, 0, 300)  # copies whose tags were stripped keep the bare digits
        return iso_time(stamp[0]) if stamp else None
    value = iso_time(token.value)
    if value is None and token.value:
        problems.append(Problem("header-date", "header", f"ACCEPTANCE-DATETIME is {token.value[:40]!r}."))
    return value


def _texts(state: _State, name: str) -> tuple[str, ...]:
    values = (" ".join(token.value.split()) for token in state.values.get(name, ()))
    return tuple(dict.fromkeys(value for value in values if value))


def _count(token: Token | None) -> int | None:
    digits = token.value if token else ""
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 7 else None


def _evidence(state: _State, first: dict[str, Token]) -> Evidences:
    found = [Evidence(_CITED[n], Span(0, t.start, t.end), t.value) for n, t in first.items() if n in _CITED and t.value]
    items = [Evidence("items", Span(0, t.start, t.end), t.value) for t in state.values.get("ITEMS", ()) if t.value]
    return tuple(found + items)
