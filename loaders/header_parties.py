"""The party blocks of a submission header: who files, about whom, and in which role.

    FILER:                                                     <FILER>
        COMPANY DATA:                                          <COMPANY-DATA>
                COMPANY CONFORMED NAME:    INVENTED CORP /DE/         <CONFORMED-NAME>INVENTED CORP /DE/
        FILING VALUES:                                         </COMPANY-DATA> <FILING-VALUES>
                SEC FILE NUMBER:    333-01234                      <FILE-NUMBER>333-01234

A party is kept once per role and CIK with all its (form, act, file number, film number) lines: EDGAR repeats the same
company once per act. Names stay as they are, suffixes like ``/DE/`` included.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .header_fields import act_code, employer_number, given, iso_date, sic_code, significant
from .header_tokens import Token
from .numbers import canonical_cik, canonical_file_number
from .records import Address, Evidence, FilingValue, FormerName, Party, Problem
from .span import Span

SECTIONS = frozenset(
    {"COMPANY-DATA", "OWNER-DATA", "FILING-VALUES", "BUSINESS-ADDRESS", "MAIL-ADDRESS", "FORMER-COMPANY"}
)
_FIELDS = {
    "CONFORMED-NAME": "name", "CIK": "cik", "ASSIGNED-SIC": "sic", "IRS-NUMBER": "ein",
    "STATE-OF-INCORPORATION": "state_of_incorporation", "FISCAL-YEAR-END": "fiscal_year_end",
    "RELATIONSHIP": "relationship", "ORGANIZATION-NAME": "organization",
}  # fmt: skip
_VALUES = {"FORM-TYPE": "form_type", "ACT": "act", "FILE-NUMBER": "file_number", "FILM-NUMBER": "film_number"}
_PLACES = frozenset({"STREET1", "STREET2", "CITY", "STATE", "ZIP", "PHONE"})
_FORMER = {"FORMER-CONFORMED-NAME": "name", "DATE-CHANGED": "since"}


@dataclass(slots=True)
class PartyBuilder:
    """One party block while it is read."""

    role: str
    source: str
    fields: dict[str, Token] = field(default_factory=dict)
    values: list[dict[str, Token]] = field(default_factory=list)
    addresses: list[tuple[str, dict[str, Token]]] = field(default_factory=list)
    former: list[dict[str, Token]] = field(default_factory=list)

    @property
    def named(self) -> bool:
        return "name" in self.fields

    def enter(self, section: str) -> None:
        """A section begins: later tokens belong to a new line of its kind."""
        if section == "FILING-VALUES":
            self.values.append({})
        elif section == "FORMER-COMPANY":
            self.former.append({})
        elif section in {"BUSINESS-ADDRESS", "MAIL-ADDRESS"}:
            self.addresses.append(("mail" if section == "MAIL-ADDRESS" else "business", {}))

    def take(self, token: Token) -> bool:
        """Keep the token where it is an element of parties; False where it is none, or stands a second time."""
        name = token.name
        if name in _FIELDS:
            return self._once(self.fields, _FIELDS[name], token)
        if name in _VALUES:
            self._line(self.values, _VALUES[name], token)
        elif name in _FORMER:
            self._line(self.former, _FORMER[name], token)
        elif name in _PLACES:
            if not self.addresses:
                self.addresses.append(("business", {}))
            return self._once(self.addresses[-1][1], name, token)
        else:
            return False
        return True

    @staticmethod
    def _once(kept: dict[str, Token], name: str, token: Token) -> bool:
        """Keep the first value; another one is not taken."""
        if name not in kept or not kept[name].value:
            kept[name] = token
        return token.value in {"", kept[name].value}

    @staticmethod
    def _line(lines: list[dict[str, Token]], name: str, token: Token) -> None:
        if not lines or name in lines[-1]:
            lines.append({})
        lines[-1][name] = token

    def build(self) -> Party:
        """The party, with evidence for every value of its own."""
        raw = {name: token.value for name, token in self.fields.items()}
        return Party(
            role=self.role,
            name=" ".join(raw.get("name", "").split()),
            cik=canonical_cik(raw.get("cik", "")),
            sic=sic_code(raw.get("sic", "")),
            ein=employer_number(raw.get("ein", "")),
            state_of_incorporation=given(raw.get("state_of_incorporation", "")),
            fiscal_year_end=given(raw.get("fiscal_year_end", "")),
            relationship=given(raw.get("relationship", "")),
            addresses=tuple(a for kind, parts in self.addresses if (a := _address(kind, parts)) != Address(kind)),
            former_names=tuple(f for parts in self.former if (f := _former(parts)).name),
            values=tuple(v for parts in self.values if (v := _value(parts)) != FilingValue()),
            evidence=self._evidence(),
        )

    def unread(self, party: Party) -> tuple[Token, ...]:
        """The values that say something which is not in the party, because they have not the form that they should."""
        found = [self.fields.get(name) for name in ("cik", "sic", "ein") if getattr(party, name) is None]
        found += [
            parts.get("file_number")
            for parts in self.values
            if "file_number" in parts and canonical_file_number(parts["file_number"].value) is None
        ]
        found += [p.get("since") for p in self.former if "since" in p and iso_date(p["since"].value) is None]
        return tuple(token for token in found if token is not None and significant(token.value))

    def _evidence(self) -> tuple[Evidence, ...]:
        own = [(name, token) for name, token in self.fields.items() if name != "organization"]
        lines = [(name, token) for parts in self.values for name, token in parts.items()]
        former = [("former_names", token) for parts in self.former for token in parts.values()]
        places = [("addresses", token) for _, parts in self.addresses for token in parts.values()]
        return tuple(
            Evidence(name, Span(0, token.start, token.end), token.value)
            for name, token in own + lines + former + places
            if token.value
        )


def merge(builders: list[PartyBuilder]) -> tuple[tuple[Party, ...], list[Problem]]:
    """The parties, once per role and CIK (or name), in order; and what is wrong with them."""
    merged: dict[tuple[str, str], Party] = {}
    problems = []
    for builder in builders:
        party = builder.build()
        if unread := builder.unread(party):
            problems.append(_problem("header-value", f"These values of a {party.role} cannot be read", unread))
        if not party.name and not party.cik:
            problems.append(Problem("header-party", "header", f"A {party.role} block has neither name nor CIK."))
            continue
        key = (party.role, party.cik or party.name)
        if key in merged:
            other = tuple(t for name, t in builder.fields.items() if _differs(merged[key], party, name))
            if other:
                problems.append(_problem("header-party", f"A second block of the same {party.role} differs", other))
            party = _joined(merged[key], party)
        merged[key] = party
    return tuple(merged.values()), problems


def _differs(one: Party, two: Party, name: str) -> bool:
    first, second = (getattr(party, name, None) for party in (one, two))
    return bool(first and second and first != second)


def _problem(what: str, why: str, tokens: tuple[Token, ...]) -> Problem:
    shown = "; ".join(f"{token.name}: {token.value}" for token in tokens)
    evidence = tuple(Evidence("what", Span(0, token.start, token.end), token.value) for token in tokens)
    return Problem(what, "header", f"{why}: {shown[:300]}", evidence)


def _joined(one: Party, two: Party) -> Party:
    """The same party given twice: what the first block lacks, and all lines of both."""
    return Party(
        role=one.role,
        name=one.name or two.name,
        cik=one.cik or two.cik,
        sic=one.sic or two.sic,
        ein=one.ein or two.ein,
        state_of_incorporation=one.state_of_incorporation or two.state_of_incorporation,
        fiscal_year_end=one.fiscal_year_end or two.fiscal_year_end,
        relationship=one.relationship or two.relationship,
        addresses=tuple(dict.fromkeys(one.addresses + two.addresses)),
        former_names=tuple(dict.fromkeys(one.former_names + two.former_names)),
        values=tuple(dict.fromkeys(one.values + two.values)),
        evidence=one.evidence + two.evidence,
    )


def _address(kind: str, parts: dict[str, Token]) -> Address:
    def text(name: str) -> str | None:
        return given(parts[name].value) if name in parts else None

    street = tuple(line for name in ("STREET1", "STREET2") if (line := text(name)))
    return Address(kind, street, text("CITY"), text("STATE"), text("ZIP"), text("PHONE"))


def _former(parts: dict[str, Token]) -> FormerName:
    name = " ".join(parts["name"].value.split()) if "name" in parts else ""
    return FormerName(name, iso_date(parts["since"].value) if "since" in parts else None)


def _value(parts: dict[str, Token]) -> FilingValue:
    def text(name: str) -> str:
        return parts[name].value if name in parts else ""

    return FilingValue(
        form_type=given(text("form_type")),
        act=act_code(text("act")),
        file_number=canonical_file_number(text("file_number")),
        film_number=given(text("film_number")),
    )
