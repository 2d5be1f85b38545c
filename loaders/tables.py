"""Which record field is which property: one table a record class, read in both directions.

`mapping` writes facts by these tables and `unmapping` reads records by them, so what one writes the other finds.
To map a new field, add a line; a test fails while a field of a record has none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from ..ontology.terms import AUDITOR, COUNSEL, MODE, ROLE, STATUS, Class, Property
from . import records


@dataclass(frozen=True)
class Field:
    """A record's attribute and its property. ``p`` is the property as an N-Triples term."""

    attr: str
    property: Property

    @cached_property
    def p(self) -> str:
        return f"<{self.property}>"


class Text(Field):
    """A string, or None."""


class When(Field):
    """An ISO date or date and time, typed so; any other text stays text."""


class Number(Field):
    """A decimal number in a string."""


class Integer(Field):
    """An int."""


class Flag(Field):
    """A bool; only True is written."""


class Texts(Field):
    """Strings, each a value; natural order: code points."""


class Whens(Field):
    """ISO dates, each a value; natural order: code points."""


class Person(Field):
    """A printed person's name that becomes a mention of its own, or None."""


class People(Field):
    """Printed persons' names, each a mention; natural order: code points."""


@dataclass(frozen=True)
class Code(Field):
    """A member of an enumeration, as concept of a scheme."""

    scheme: str
    codes: type[StrEnum]

    @cached_property
    def terms(self) -> dict[str, str]:
        """Code to concept."""
        return {code: f"<{self.scheme}{code.value}>" for code in self.codes}

    @cached_property
    def read(self) -> dict[str, StrEnum]:
        """Concept to code, in the order of the enumeration."""
        return {f"<{self.scheme}{code.value}>": code for code in self.codes}


class Codes(Code):
    """Members of an enumeration; natural order: the enumeration's."""


#: Evidence of a signature's capacities goes by the titles that the page prints.
SAID = {"titles": "capacities"}


@dataclass(frozen=True)
class Table:
    """How one record class is written: its RDF class and its fields. ``cited`` says whether it has evidence."""

    record: Callable[..., Any]
    cls: Class
    fields: tuple[Field, ...]
    cited: bool = True

    @cached_property
    def type(self) -> str:
        return f"<{self.cls}>"

    @cached_property
    def rank(self) -> dict[str, int]:
        """Place of each field in the table, for the natural order of evidence."""
        rank = {f.attr: i for i, f in enumerate(self.fields)}
        rank.update({said: rank[attr] for said, attr in SAID.items() if attr in rank and said not in rank})
        return rank


@dataclass(frozen=True)
class Nodes(Field):
    """Records with nodes of their own, numbered under the parent; ``key`` names the attribute that numbers them."""

    slug: str
    table: Table
    key: str | None = None


@dataclass(frozen=True)
class Node(Field):
    """One record with a node of its own, or None."""

    slug: str
    table: Table


@dataclass(frozen=True)
class Shared(Field):
    """Records whose nodes are one a distinct content in the filing; natural order: the first field's code points."""

    slug: str
    table: Table


P = Property

CAPACITY = Table(
    records.Capacity,
    Class.CAPACITY,
    (Text("title", P.TITLE), Codes("roles", P.ROLE, ROLE, records.Role)),
    cited=False,
)
ADDRESS = Table(
    records.Address,
    Class.ADDRESS,
    (
        Text("kind", P.KIND),
        Texts("street", P.STREET),
        Text("city", P.CITY),
        Text("state", P.STATE),
        Text("zip", P.ZIP),
        Text("phone", P.PHONE),
    ),
    cited=False,
)
FORMER_NAME = Table(records.FormerName, Class.FORMER_NAME, (Text("name", P.NAME), When("since", P.SINCE)), cited=False)
FILING_VALUE = Table(
    records.FilingValue,
    Class.FILING_VALUE,
    (
        Text("form_type", P.FORM_TYPE),
        Text("act", P.ACT),
        Text("file_number", P.FILE_NUMBER),
        Text("film_number", P.FILM_NUMBER),
    ),
    cited=False,
)
EXHIBIT_SOURCE = Table(
    records.ExhibitReference,
    Class.EXHIBIT_SOURCE,
    (
        Text("form", P.FORM_TYPE),
        Text("file_number", P.FILE_NUMBER),
        When("date", P.FILED_ON),
        Text("exhibit", P.EXHIBIT_NUMBER),
    ),
    cited=False,
)
DOCUMENT = Table(
    records.DocumentInfo,
    Class.DOCUMENT,
    (
        Integer("sequence", P.SEQUENCE),
        Text("type", P.DOCUMENT_TYPE),
        Text("filename", P.FILENAME),
        Text("description", P.DESCRIPTION),
        Text("sha256", P.SHA256),
    ),
    cited=False,
)
PARTY = Table(
    records.Party,
    Class.PARTY,
    (
        Text("role", P.PARTY_ROLE),
        Text("name", P.NAME),
        Text("cik", P.CIK),
        Text("sic", P.SIC),
        Text("ein", P.EIN),
        Text("state_of_incorporation", P.STATE_OF_INCORPORATION),
        Text("fiscal_year_end", P.FISCAL_YEAR_END),
        Text("relationship", P.RELATIONSHIP),
        Nodes("addresses", P.HAS_ADDRESS, "address", ADDRESS),
        Nodes("former_names", P.HAS_FORMER_NAME, "former", FORMER_NAME),
        Nodes("values", P.HAS_VALUE, "value", FILING_VALUE),
    ),
)
REGISTRANT = Table(
    records.Registrant,
    Class.REGISTRANT,
    (Text("name", P.NAME), Text("cik", P.CIK), Text("jurisdiction", P.JURISDICTION), Text("ein", P.EIN)),
)
PLAN = Table(records.Plan, Class.PLAN_LISTING, (Text("title", P.TITLE),))
OFFERING = Table(
    records.Offering,
    Class.OFFERING,
    (
        Text("security", P.SECURITY),
        Text("plan", P.PLAN_TITLE),
        Number("amount", P.AMOUNT),
        Number("price", P.PRICE),
        Number("aggregate", P.AGGREGATE),
        Number("fee", P.FEE),
    ),
)
AGENT = Table(
    records.Agent,
    Class.AGENT_APPOINTMENT,
    (Text("name", P.NAME), Texts("titles", P.TITLE), Text("organization", P.ORGANIZATION), Text("phone", P.PHONE)),
)
COUNSEL_ROLE = Table(
    records.Counsel,
    Class.COUNSEL_ROLE,
    (
        Text("firm", P.NAME),
        People("lawyers", P.LAWYER),
        Codes("capacities", P.ACTS, COUNSEL, records.CounselCapacity),
    ),
)
AUDITOR_ROLE = Table(
    records.Auditor,
    Class.AUDITOR_ROLE,
    (
        Text("firm", P.NAME),
        Codes("capacities", P.ACTS, AUDITOR, records.AuditorCapacity),
        Whens("report_dates", P.REPORT_DATE),
        Text("firm_id", P.FIRM_ID),
        Text("location", P.LOCATION),
    ),
)
SIGNATURE = Table(
    records.Signature,
    Class.SIGNATURE,
    (
        Text("name", P.NAME),
        Text("conformed", P.CONFORMED_NAME),
        Shared("capacities", P.CAPACITY, "capacity", CAPACITY),
        When("date", P.SIGNED_ON),
        Code("mode", P.MODE, MODE, records.Mode),
        Person("attorney", P.ATTORNEY),
        Text("on_behalf_of", P.ON_BEHALF_OF),
        Text("place", P.PLACE),
        Text("date_source", P.DATE_SOURCE),
    ),
)
POWER = Table(
    records.PowerOfAttorney,
    Class.POWER_OF_ATTORNEY,
    (People("attorneys", P.ATTORNEY), People("grantors", P.GRANTOR), Text("exhibit", P.EXHIBIT_NUMBER)),
)
EXHIBIT = Table(
    records.Exhibit,
    Class.EXHIBIT_LISTING,
    (
        Text("number", P.EXHIBIT_NUMBER),
        Text("description", P.DESCRIPTION),
        Code("status", P.STATUS, STATUS, records.ExhibitStatus),
        Node("reference", P.INCORPORATED_FROM, "source", EXHIBIT_SOURCE),
    ),
)
REFERENCE = Table(
    records.Reference,
    Class.REFERENCE,
    (Text("file_number", P.FILE_NUMBER), Text("form", P.FORM_TYPE), When("filed", P.FILED_ON)),
)
INCORPORATED = Table(
    records.IncorporatedDocument,
    Class.INCORPORATED_DOCUMENT,
    (
        Text("form", P.FORM_TYPE),
        When("period", P.PERIOD),
        When("filed", P.FILED_ON),
        Text("file_number", P.FILE_NUMBER),
    ),
)
RELATIONSHIP = Table(
    records.Relationship,
    Class.RELATIONSHIP,
    (
        Text("owner", P.NAME),
        Text("cik", P.CIK),
        Flag("director", P.IS_DIRECTOR),
        Flag("officer", P.IS_OFFICER),
        Flag("ten_percent_owner", P.IS_TEN_PERCENT_OWNER),
        Flag("other", P.IS_OTHER),
        Texts("titles", P.TITLE),
    ),
)
PROBLEM = Table(records.Problem, Class.PROBLEM, (Text("what", P.WHAT), Text("where", P.WHERE), Text("why", P.WHY)))
FILING = Table(
    records.Filing,
    Class.FILING,
    (
        Text("id", P.FILING_ID),
        Text("source", P.SOURCE),
        Text("sha256", P.SHA256),
        Text("form_type", P.FORM_TYPE),
        Text("accession", P.ACCESSION),
        When("filing_date", P.FILING_DATE),
        When("accepted", P.ACCEPTED),
        When("effective_date", P.EFFECTIVE_DATE),
        When("period", P.PERIOD),
        Texts("items", P.ITEM),
        Text("registration_number", P.REGISTRATION_NUMBER),
        Flag("general_instruction_e", P.GENERAL_INSTRUCTION_E),
        Nodes("documents", P.HAS_DOCUMENT, "document", DOCUMENT, key="sequence"),
        Nodes("parties", P.HAS_PARTY, "party", PARTY),
        Nodes("registrants", P.HAS_REGISTRANT, "registrant", REGISTRANT),
        Nodes("plans", P.HAS_PLAN, "plan", PLAN),
        Nodes("offerings", P.HAS_OFFERING, "offering", OFFERING),
        Nodes("agents_for_service", P.HAS_AGENT, "agent", AGENT),
        Nodes("counsel", P.HAS_COUNSEL, "counsel", COUNSEL_ROLE),
        Nodes("auditors", P.HAS_AUDITOR, "auditor", AUDITOR_ROLE),
        Nodes("signatures", P.HAS_SIGNATURE, "signature", SIGNATURE),
        Nodes("powers_of_attorney", P.HAS_POWER_OF_ATTORNEY, "power", POWER),
        Nodes("exhibits", P.HAS_EXHIBIT, "exhibit", EXHIBIT),
        Nodes("references", P.HAS_REFERENCE, "reference", REFERENCE),
        Nodes("incorporated_documents", P.HAS_INCORPORATED, "incorporated", INCORPORATED),
        Nodes("relationships", P.HAS_RELATIONSHIP, "relationship", RELATIONSHIP),
        Nodes("problems", P.HAS_PROBLEM, "problem", PROBLEM),
    ),
)

#: Every table there is.
TABLES = (
    FILING, DOCUMENT, PARTY, ADDRESS, FORMER_NAME, FILING_VALUE, REGISTRANT, PLAN, OFFERING, AGENT, COUNSEL_ROLE,
    AUDITOR_ROLE, SIGNATURE, CAPACITY, POWER, EXHIBIT, EXHIBIT_SOURCE, REFERENCE, INCORPORATED, RELATIONSHIP, PROBLEM,
)  # fmt: skip
