"""The links that queries join on: from a filing's records to companies, plans, registration statements and concepts.

    .../registrant/1  fg:company   .../company/cik/0000844143
    .../plan/1        fg:plan      .../company/cik/0000844143/plan/3f9c...
    .../reference/1   fg:cites     .../registration/333-10258
    .../signature/1   fg:company   .../company/cik/0000844143

All of them follow from the record's fields, so nothing reads them back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..ontology.terms import EXHIBIT, EXHIBITS, FORM, FORMS, ROLE, Class, Property
from . import iri
from .joint import signed_for
from .nterms import TYPE, Triple, literal
from .records import Exhibit, ExhibitReference, Filing, Party, Plan, PlanMovement, Reference, Registrant, Role
from .roles import roles_of

#: Roles of a header's parties that are companies for sure, and companies that the filing is about first.
_ISSUERS = ("ISSUER", "SUBJECT-COMPANY", "SUBJECT COMPANY", "FILER")
_COMPANIES = frozenset({*_ISSUERS, "SERIAL-COMPANY", "SERIAL COMPANY", "DEPOSITOR"})
_SHORTEST = 3  # words of a plan's title
_MAJOR = re.compile(r"\D{0,12}?0*(\d{1,3})(?!\d)", re.ASCII)


def link(filing: Filing, root: str, out: list[Triple], known_as: Mapping[str, str]) -> list[Triple]:
    """Adds the links of the filing at node ``root`` to ``out``; gives the facts of the entities they lead to.

    ``known_as``: companies (IRIs) that are known to be others, of whom their own filings give the facts.
    """
    return _Links(out, root, filing, known_as).write()


class _Links:
    """The links from records to companies, plans, registration statements and concepts, and those entities' facts."""

    def __init__(self, out: list[Triple], root: str, filing: Filing, known_as: Mapping[str, str]) -> None:
        self.out, self.root, self.filing, self.known_as = out, root, filing, known_as
        self.entities: list[Triple] = []
        self._named: set[str] = set()

    def write(self) -> list[Triple]:
        """Writes the links; gives the facts of the entities."""
        filing = self.filing
        parties = [self._party(i, p) for i, p in enumerate(filing.parties, 1)]
        companies = [self._registrant(i, r) for i, r in enumerate(filing.registrants, 1)]
        issuers = companies or self._about(parties)
        self._issuers(issuers)
        self._signatures(issuers)
        self._relationships()
        for i, plan in enumerate(filing.plans, 1):
            self._plan(i, plan, companies)
        for i, movement in enumerate(filing.movements, 1):
            self._movement(i, movement, companies)
        for i, exhibit in enumerate(filing.exhibits, 1):
            self._exhibit(i, exhibit)
        for i, reference in enumerate(filing.references, 1):
            self._cite(self._node("reference", i), reference)
        self._own_numbers()
        self._form()
        return self.entities

    def _node(self, slug: str, position: int) -> str:
        return f"<{iri.part_iri(self.root[1:-1], slug, position)}>"

    def _link(self, node: str, prop: Property, target: str) -> None:
        self.out.append((node, f"<{prop}>", target))

    def _party(self, position: int, party: Party) -> str | None:
        if party.role.upper() not in _COMPANIES:
            return None
        company = self._company(party.name, party.cik, party.ein, party.state_of_incorporation)
        self._link(self._node("party", position), Property.COMPANY, company)
        return company

    def _registrant(self, position: int, registrant: Registrant) -> str:
        company = self._company(registrant.name, registrant.cik, registrant.ein, registrant.jurisdiction)
        self._link(self._node("registrant", position), Property.COMPANY, company)
        return company

    def _company(self, name: str, cik: str | None, ein: str | None, jurisdiction: str | None) -> str:
        own = iri.company_iri(cik, ein, name, jurisdiction)
        if own in self.known_as:
            return f"<{self.known_as[own]}>"
        company = f"<{own}>"
        if company not in self._named:  # the header's name goes before the cover's
            self._named.add(company)
            self._entity(company, Class.COMPANY, Property.NAME, name)
            if cik:
                self.entities.append((company, f"<{Property.CIK}>", literal(cik)))
        number = iri.employer_number(ein)
        if number:  # by this a filing without CIK finds its company
            self.entities.append((company, f"<{Property.EIN}>", literal(number)))
        return company

    def _entity(self, node: str, cls: Class, prop: Property, value: str) -> None:
        self.entities += [(node, TYPE, f"<{cls}>"), (node, f"<{prop}>", literal(value))]

    def _about(self, parties: list[str | None]) -> list[str]:
        """The companies a filing without registrants on its cover is about."""
        for role in _ISSUERS:
            found = [c for p, c in zip(self.filing.parties, parties, strict=True) if c and p.role.upper() == role]
            if found:
                return found
        return []

    def _issuers(self, companies: list[str]) -> None:
        for company in companies:
            self._link(self.root, Property.ISSUER, company)

    def _signatures(self, companies: list[str]) -> None:
        """Whom a signature is for; one of a holder's schedule is for the holder."""
        if not companies or self.filing.beneficial_owners:
            return
        names = [r.name for r in self.filing.registrants] or [""] * len(companies)
        behalves = [signature.on_behalf_of for signature in self.filing.signatures]
        for i, places in enumerate(signed_for(names, behalves), 1):
            for company in sorted({companies[place] for place in places}):
                self._link(self._node("signature", i), Property.COMPANY, company)

    def _relationships(self) -> None:
        """The offices of an owner, by the titles printed and the box for directors."""
        for i, owner in enumerate(self.filing.relationships, 1):
            roles = {role for title in owner.titles for role in roles_of(title)}
            if owner.director:
                roles.add(Role.DIR)
            for role in sorted(roles):
                self._link(self._node("relationship", i), Property.ROLE, f"<{ROLE}{role}>")

    def _plan(self, position: int, plan: Plan, companies: list[str]) -> None:
        if not companies:
            return
        sponsor = self.filing.registrants[0].name
        node = f"<{iri.plan_iri(companies[0][1:-1], plan.title, sponsor)}>"
        self._link(self._node("plan", position), Property.PLAN, node)
        self._entity(node, Class.PLAN, Property.TITLE, plan.title)
        self.entities.append((node, f"<{Property.SPONSOR}>", companies[0]))

    def _movement(self, position: int, movement: PlanMovement, companies: list[str]) -> None:
        node = self._node("movement", position)
        for number in movement.file_numbers:
            self._registration(node, Property.CITES, number)
        plan = self._plan_of(movement.plan, companies)
        source = self._plan_of(movement.source_plan, companies)
        if source:
            self._link(node, Property.SOURCE_PLAN, source)
        if plan:
            self._link(node, Property.PLAN, plan)
            if movement.row is not None:
                self._link(companies[0], Property.REGISTERED_PLAN, plan)

    def _plan_of(self, title: str | None, companies: list[str]) -> str | None:
        """The plan that bears a title; None for words that are no title of one plan: "Prior Plan"."""
        if not companies or title is None or not self.filing.registrants:
            return None
        known = any(plan.title == title for plan in self.filing.plans)
        sponsor = self.filing.registrants[0].name
        if not known and len(iri.plan_key(title, sponsor).split()) < _SHORTEST:
            return None
        node = f"<{iri.plan_iri(companies[0][1:-1], title, sponsor)}>"
        if not known:
            self._entity(node, Class.PLAN, Property.TITLE, title)
            self.entities.append((node, f"<{Property.SPONSOR}>", companies[0]))
        return node

    def _exhibit(self, position: int, exhibit: Exhibit) -> None:
        node = self._node("exhibit", position)
        found = _MAJOR.match(exhibit.number)
        if found and found[1] in EXHIBITS:
            self._link(node, Property.EXHIBIT_KIND, f"<{EXHIBIT}{found[1]}>")
        if exhibit.reference:
            self._cite(f"{node[:-1]}/source>", exhibit.reference)

    def _cite(self, node: str, source: Reference | ExhibitReference) -> None:
        if source.file_number:
            self._registration(node, Property.CITES, source.file_number)

    def _registration(self, node: str, prop: Property, printed: str) -> bool:
        statement = iri.registration_iri(printed)
        if statement is None:
            return False
        self._link(node, prop, f"<{statement}>")
        number = statement.rpartition("/")[2]
        self._entity(f"<{statement}>", Class.REGISTRATION_STATEMENT, Property.FILE_NUMBER, number)
        return True

    def _own_numbers(self) -> None:
        """The filing's own registration statement: by its cover, else by the file numbers of its header."""
        own, link = self.filing.registration_number, Property.REGISTRATION_STATEMENT
        if own and self._registration(self.root, link, own):
            return
        for value in (v for party in self.filing.parties for v in party.values):
            if value.file_number:
                self._registration(self.root, link, value.file_number)

    def _form(self) -> None:
        form = (self.filing.form_type or "").upper().removesuffix("/A").strip().replace(" ", "_")
        if form in FORMS:
            self._link(self.root, Property.FORM, f"<{FORM}{form}>")
