"""The header written again from a filing's record, and what of the source's header that leaves out.

    <ACCESSION-NUMBER>0009999001-03-000001
    <TYPE>S-8
    <FILER>
    <COMPANY-DATA>
    <CONFORMED-NAME>INVENTED CORP
    ...

`left_out` is the proof that a record holds its header: every element of the source must stand in the written one with
the same value, in the block of the same party, or be quoted by a problem, or be one of `IGNORED`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from .header import expected
from .header_elements import CONTAINER, ROLES, WRAPPERS
from .header_fields import act_code, employer_number, given, iso_date, iso_time, sic_code, significant
from .header_tokens import Token, remainder, tokens
from .numbers import canonical_accession, canonical_cik, canonical_file_number
from .records import Address, Filing, Party

#: Elements that no record holds, each with the reason.
IGNORED = {
    "ORGANIZATION-NAME": "the office of the SEC that reviews the registrant: nobody the filing speaks of",
    **dict.fromkeys(sorted(WRAPPERS), "names the copy and the day it was posted, not the filing"),
}
_CANONICAL: dict[str, Callable[[str], str | None]] = {
    "ACCESSION-NUMBER": canonical_accession, "FILING-DATE": iso_date, "EFFECTIVENESS-DATE": iso_date,
    "PERIOD": iso_date, "DATE-CHANGED": iso_date, "ACCEPTANCE-DATETIME": iso_time, "CIK": canonical_cik,
    "ASSIGNED-SIC": sic_code, "IRS-NUMBER": employer_number, "ACT": act_code, "FILE-NUMBER": canonical_file_number,
}  # fmt: skip
_BOTH = {"STREET1": "STREET", "STREET2": "STREET"}  # an address that has only a second line is kept as one of one line
_DATA = frozenset({"COMPANY-DATA", "OWNER-DATA"})


@dataclass(frozen=True, slots=True)
class Element:
    """One value of a header: the party it stands under (role and CIK or name; empty: none), its tag, the value."""

    party: tuple[str, str]
    name: str
    value: str


def write_header(filing: Filing) -> str:
    """The header that the record gives, in the tags of ``.nc`` files. Dates are ISO, codes and numbers canonical."""
    return "".join(f"<{name}>{value or ''}\n" for name, value in _filing(filing))


def left_out(source: str, filing: Filing) -> tuple[Element, ...]:
    """The elements of a source's header that the record does not give back."""
    written = set(elements(write_header(filing)))
    told = {e.quote for p in filing.problems for e in p.evidence if e.span.document == 0}
    stray = (Element(("", ""), "", words.value) for words in remainder(source) if not expected(words.value))
    return tuple(
        element
        for element in (*elements(source), *stray)
        if element not in written and element.value not in told and element.name not in IGNORED
    )


def elements(source: str) -> Iterator[Element]:
    """The values of a header of either style, canonical, each once a party."""
    for block in _blocks(tokens(source)):
        party = _key(block)
        found = (Element(party, _BOTH.get(t.name, t.name), canonical(t.name, t.value)) for t in block if not t.closing)
        yield from dict.fromkeys(element for element in found if element.value)


def canonical(name: str, raw: str) -> str:
    """The value as records have it; as it stands where it has not the form it should; empty where it says nothing."""
    words = " ".join(raw.split())
    read = _CANONICAL.get(name, given)(words)
    return read or (words if name in _CANONICAL and significant(words) else "")


def _blocks(stream: Iterable[Token]) -> Iterator[list[Token]]:
    """The tokens of the filing itself and of each party, block by block."""
    block: list[Token] = []
    for token in stream:
        opens = token.name in ROLES and not token.value and not token.closing
        again = token.name in _DATA and not token.closing and any(t.name == "CONFORMED-NAME" for t in block)
        if opens or again or (token.closing and token.name in ROLES) or CONTAINER.match(token.name):
            yield block
            block = block[:1] if again and not opens else []
        block.append(token)
    yield block


def _key(block: list[Token]) -> tuple[str, str]:
    first = block[0] if block else None
    if first is None or first.closing or first.name not in ROLES:
        return "", ""
    named = {t.name: t.value for t in reversed(block)}
    return first.name, canonical_cik(named.get("CIK", "")) or " ".join(named.get("CONFORMED-NAME", "").split())


def _filing(filing: Filing) -> Iterator[tuple[str, str | None]]:
    yield "ACCESSION-NUMBER", filing.accession
    yield "TYPE", filing.form_type
    yield "ACCEPTANCE-DATETIME", "".join(c for c in filing.accepted or "" if c.isdigit())
    yield "FILING-DATE", filing.filing_date
    yield "EFFECTIVENESS-DATE", filing.effective_date
    yield "PERIOD", filing.period
    said = (e.quote for item in filing.items for e in item.evidence if e.span.document == 0)
    yield from (("ITEMS", " ".join(words.split())) for words in said)
    yield from ((element.name, element.value) for element in filing.elements)
    for party in filing.parties:
        yield from _party(party)


def _party(party: Party) -> Iterator[tuple[str, str | None]]:
    yield party.role, None
    yield "COMPANY-DATA", None
    yield "CONFORMED-NAME", party.name
    yield "CIK", party.cik
    yield "ASSIGNED-SIC", party.sic
    yield "IRS-NUMBER", party.ein
    yield "STATE-OF-INCORPORATION", party.state_of_incorporation
    yield "FISCAL-YEAR-END", party.fiscal_year_end
    yield "RELATIONSHIP", party.relationship
    yield "/COMPANY-DATA", None
    for value in party.values:
        yield "FILING-VALUES", None
        yield "FORM-TYPE", value.form_type
        yield "ACT", value.act
        yield "FILE-NUMBER", value.file_number
        yield "FILM-NUMBER", value.film_number
        yield "/FILING-VALUES", None
    for address in party.addresses:
        yield from _address(address)
    for former in party.former_names:
        yield "FORMER-COMPANY", None
        yield "FORMER-CONFORMED-NAME", former.name
        yield "DATE-CHANGED", former.since
        yield "/FORMER-COMPANY", None
    yield f"/{party.role}", None


def _address(address: Address) -> Iterator[tuple[str, str | None]]:
    section = "MAIL-ADDRESS" if address.kind == "mail" else "BUSINESS-ADDRESS"
    yield section, None
    yield from (("STREET1", street) for street in address.street[:1])
    yield from (("STREET2", street) for street in address.street[1:])
    yield "CITY", address.city
    yield "STATE", address.state
    yield "ZIP", address.zip
    yield "PHONE", address.phone
    yield f"/{section}", None
