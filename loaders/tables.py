"""Which record field is which property: one table a record class, read in both directions.

`mapping` writes facts by these tables and `unmapping` reads records by them, so what one writes the other finds.
To map a new field, add a line; a test fails while a field of a record has none.
"""

from __future__ import annotations

from ..ontology.terms import AUDITOR, CAUSE, COUNSEL, MODE, MOVEMENT, PRICE_BASIS, STATUS, Class, Property
from . import records
from .kinds import (
    Code,
    Codes,
    Flag,
    Integer,
    Node,
    Nodes,
    Number,
    People,
    Person,
    Shared,
    Table,
    Text,
    Texts,
    When,
    Whens,
)
from .report_tables import (
    ACCOUNTANT_LETTER,
    ATTACHMENT_TABLE,
    AUDITOR_CHANGE_TABLE,
    CAPACITY,
    CERTIFICATION_TABLE,
    ITEM,
    OFFICE_CHANGE,
    SUBSIDIARY,
    SURE,
)

P = Property

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
HEADER_ELEMENT = Table(
    records.HeaderElement, Class.HEADER_ELEMENT, (Text("name", P.ELEMENT_NAME), Text("value", P.ELEMENT_VALUE))
)
ALTERNATIVE = Table(
    records.Alternative,
    Class.ALTERNATIVE,
    (Text("field", P.ALTERNATIVE_FIELD), Text("value", P.ALTERNATIVE_VALUE), Text("why", P.WHY), SURE),
)
#: Of facts that can be read in two ways.
OTHERWISE = Nodes("alternatives", P.HAS_ALTERNATIVE, "alternative", ALTERNATIVE)
REGISTRANT = Table(
    records.Registrant,
    Class.REGISTRANT,
    (Text("name", P.NAME), Text("cik", P.CIK), Text("jurisdiction", P.JURISDICTION), Text("ein", P.EIN), SURE),
)
PLAN = Table(records.Plan, Class.PLAN_LISTING, (Text("title", P.TITLE), SURE))
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
        Codes("basis", P.PRICE_BASIS, PRICE_BASIS, records.PriceBasis),
        When("price_date", P.PRICE_DATE),
        SURE,
    ),
)
PLAN_MOVEMENT = Table(
    records.PlanMovement,
    Class.PLAN_MOVEMENT,
    (
        Code("kind", P.CATEGORY, MOVEMENT, records.MovementKind),
        Text("plan", P.PLAN_TITLE),
        Text("source_plan", P.SOURCE_PLAN_TITLE),
        Number("amount", P.AMOUNT),
        Flag("unsold", P.ALL_UNSOLD),
        Texts("file_numbers", P.FILE_NUMBER),
        When("filed", P.FILED_ON),
        Number("registered", P.REGISTERED_AMOUNT),
        Integer("row", P.FEE_ROW),
        Code("cause", P.CAUSE, CAUSE, records.DeregistrationCause),
        When("cause_date", P.CAUSED_ON),
        SURE,
    ),
)
AGENT = Table(
    records.Agent,
    Class.AGENT_APPOINTMENT,
    (
        Text("name", P.NAME),
        Texts("titles", P.TITLE),
        Text("organization", P.ORGANIZATION),
        Text("phone", P.PHONE),
        SURE,
    ),
)
COUNSEL_ROLE = Table(
    records.Counsel,
    Class.COUNSEL_ROLE,
    (
        Text("firm", P.NAME),
        People("lawyers", P.LAWYER),
        Codes("capacities", P.ACTS, COUNSEL, records.CounselCapacity),
        SURE,
        OTHERWISE,
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
        SURE,
        OTHERWISE,
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
        SURE,
        OTHERWISE,
    ),
)
POWER = Table(
    records.PowerOfAttorney,
    Class.POWER_OF_ATTORNEY,
    (
        People("attorneys", P.ATTORNEY),
        People("grantors", P.GRANTOR),
        Text("exhibit", P.EXHIBIT_NUMBER),
        When("date", P.SIGNED_ON),
        Texts("forms", P.FORM_TYPE),
        SURE,
    ),
)
EXHIBIT = Table(
    records.Exhibit,
    Class.EXHIBIT_LISTING,
    (
        Text("number", P.EXHIBIT_NUMBER),
        Text("description", P.DESCRIPTION),
        Code("status", P.STATUS, STATUS, records.ExhibitStatus),
        Node("reference", P.INCORPORATED_FROM, "source", EXHIBIT_SOURCE),
        SURE,
        OTHERWISE,
    ),
)
REFERENCE = Table(
    records.Reference,
    Class.REFERENCE,
    (Text("file_number", P.FILE_NUMBER), Text("form", P.FORM_TYPE), When("filed", P.FILED_ON), SURE),
)
INCORPORATED = Table(
    records.IncorporatedDocument,
    Class.INCORPORATED_DOCUMENT,
    (
        Text("form", P.FORM_TYPE),
        When("period", P.PERIOD),
        When("filed", P.FILED_ON),
        Text("file_number", P.FILE_NUMBER),
        SURE,
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
        SURE,
    ),
)
BENEFICIAL_OWNER = Table(
    records.BeneficialOwner,
    Class.BENEFICIAL_OWNER,
    (
        Text("name", P.NAME),
        Text("cik", P.CIK),
        Text("citizenship", P.CITIZENSHIP),
        Texts("types", P.OWNER_TYPE),
        Text("group", P.GROUP_BOX),
        Number("sole_voting", P.SOLE_VOTING),
        Number("shared_voting", P.SHARED_VOTING),
        Number("sole_dispositive", P.SOLE_DISPOSITIVE),
        Number("shared_dispositive", P.SHARED_DISPOSITIVE),
        Number("aggregate", P.AGGREGATE),
        Number("percent", P.PERCENT),
        SURE,
    ),
)
SUBJECT_SECURITY = Table(
    records.SubjectSecurity, Class.SUBJECT_SECURITY, (Text("title", P.TITLE), Texts("cusips", P.CUSIP), SURE)
)
SALE = Table(
    records.Sale,
    Class.SALE,
    (
        Text("seller", P.SELLER),
        Flag("past", P.IS_PAST),
        Text("security", P.SECURITY),
        Number("amount", P.AMOUNT),
        Number("aggregate", P.AGGREGATE),
        Number("outstanding", P.OUTSTANDING),
        When("date", P.SOLD_ON),
        Text("broker", P.BROKER),
        Text("exchange", P.EXCHANGE),
        SURE,
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
        Text("registration_number", P.REGISTRATION_NUMBER),
        Flag("general_instruction_e", P.GENERAL_INSTRUCTION_E),
        Nodes("documents", P.HAS_DOCUMENT, "document", DOCUMENT, key="sequence"),
        Nodes("parties", P.HAS_PARTY, "party", PARTY),
        Nodes("elements", P.HAS_ELEMENT, "element", HEADER_ELEMENT),
        Nodes("registrants", P.HAS_REGISTRANT, "registrant", REGISTRANT),
        Nodes("plans", P.HAS_PLAN, "plan", PLAN),
        Nodes("offerings", P.HAS_OFFERING, "offering", OFFERING),
        Nodes("movements", P.HAS_MOVEMENT, "movement", PLAN_MOVEMENT),
        Nodes("agents_for_service", P.HAS_AGENT, "agent", AGENT),
        Nodes("counsel", P.HAS_COUNSEL, "counsel", COUNSEL_ROLE),
        Nodes("auditors", P.HAS_AUDITOR, "auditor", AUDITOR_ROLE),
        Nodes("signatures", P.HAS_SIGNATURE, "signature", SIGNATURE),
        Nodes("powers_of_attorney", P.HAS_POWER_OF_ATTORNEY, "power", POWER),
        Nodes("exhibits", P.HAS_EXHIBIT, "exhibit", EXHIBIT),
        Nodes("references", P.HAS_REFERENCE, "reference", REFERENCE),
        Nodes("incorporated_documents", P.HAS_INCORPORATED, "incorporated", INCORPORATED),
        Nodes("relationships", P.HAS_RELATIONSHIP, "relationship", RELATIONSHIP),
        Nodes("beneficial_owners", P.HAS_BENEFICIAL_OWNER, "holder", BENEFICIAL_OWNER),
        Nodes("subject_securities", P.HAS_SUBJECT_SECURITY, "security", SUBJECT_SECURITY),
        Nodes("sales", P.HAS_SALE, "sale", SALE),
        Nodes("items", P.HAS_ITEM, "item", ITEM),
        Nodes("office_changes", P.HAS_OFFICE_CHANGE, "change", OFFICE_CHANGE),
        Nodes("auditor_changes", P.HAS_AUDITOR_CHANGE, "auditor-change", AUDITOR_CHANGE_TABLE),
        Nodes("accountant_letters", P.HAS_ACCOUNTANT_LETTER, "letter", ACCOUNTANT_LETTER),
        Nodes("subsidiaries", P.HAS_SUBSIDIARY, "subsidiary", SUBSIDIARY),
        Nodes("certifications", P.HAS_CERTIFICATION, "certification", CERTIFICATION_TABLE),
        Nodes("attachments", P.HAS_ATTACHMENT, "attachment", ATTACHMENT_TABLE),
        Nodes("problems", P.HAS_PROBLEM, "problem", PROBLEM),
    ),
)

#: Every table there is.
TABLES = (
    FILING, DOCUMENT, PARTY, ADDRESS, FORMER_NAME, FILING_VALUE, HEADER_ELEMENT, ALTERNATIVE, REGISTRANT, PLAN,
    OFFERING, PLAN_MOVEMENT, AGENT, COUNSEL_ROLE, AUDITOR_ROLE, SIGNATURE, CAPACITY, POWER, EXHIBIT, EXHIBIT_SOURCE,
    REFERENCE, INCORPORATED, RELATIONSHIP, BENEFICIAL_OWNER, SUBJECT_SECURITY, SALE, PROBLEM,
    ITEM, OFFICE_CHANGE, AUDITOR_CHANGE_TABLE, ACCOUNTANT_LETTER, SUBSIDIARY, CERTIFICATION_TABLE, ATTACHMENT_TABLE,
)  # fmt: skip
