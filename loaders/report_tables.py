"""The tables of what reports and their exhibits say (`reports`), and what they share with those of `tables`."""

from __future__ import annotations

from ..ontology.terms import (
    ATTACHMENT,
    AUDITOR_CHANGE,
    CERTIFICATION,
    CHANGE,
    ROLE,
    STANCE,
    Class,
    Property,
)
from . import records
from .kinds import Code, Codes, Number, People, Person, Share, Shared, Table, Text, Texts, When

P = Property
SURE = Share("confidence", P.CONFIDENCE)

CAPACITY = Table(
    records.Capacity,
    Class.CAPACITY,
    (Text("title", P.TITLE), Codes("roles", P.ROLE, ROLE, records.Role)),
    cited=False,
)
ITEM = Table(
    records.Item, Class.ITEM, (Text("code", P.ITEM), Text("title", P.TITLE), Text("present", P.PRESENT_ITEM), SURE)
)
OFFICE_CHANGE = Table(
    records.OfficeChange,
    Class.OFFICE_CHANGE,
    (
        Text("name", P.NAME),
        Code("kind", P.CATEGORY, CHANGE, records.OfficeChangeKind),
        Text("words", P.WORDS),
        Text("sentence", P.SENTENCE),
        Shared("capacities", P.CAPACITY, "capacity", CAPACITY),
        When("effective", P.EFFECTIVE_ON),
        When("noticed", P.NOTICED_ON),
        Person("successor", P.SUCCESSOR),
        Person("predecessor", P.PREDECESSOR),
        Text("item", P.ITEM),
        SURE,
    ),
)
AUDITOR_CHANGE_TABLE = Table(
    records.AuditorChange,
    Class.AUDITOR_CHANGE,
    (
        Text("firm", P.NAME),
        Code("kind", P.CATEGORY, AUDITOR_CHANGE, records.AuditorChangeKind),
        Text("words", P.WORDS),
        Text("sentence", P.SENTENCE),
        When("date", P.EFFECTIVE_ON),
        Text("item", P.ITEM),
        SURE,
    ),
)
ACCOUNTANT_LETTER = Table(
    records.AccountantLetter,
    Class.ACCOUNTANT_LETTER,
    (
        Text("firm", P.NAME),
        When("date", P.SIGNED_ON),
        Text("addressee", P.ADDRESSEE),
        Code("stance", P.CATEGORY, STANCE, records.Stance),
        Text("exhibit", P.EXHIBIT_NUMBER),
        SURE,
    ),
)
SUBSIDIARY = Table(
    records.Subsidiary,
    Class.SUBSIDIARY,
    (
        Text("name", P.NAME),
        Text("jurisdiction", P.JURISDICTION),
        Number("ownership", P.OWNERSHIP),
        Texts("trade_names", P.TRADE_NAME),
        Text("parent", P.PARENT_NAME),
        Text("exhibit", P.EXHIBIT_NUMBER),
        SURE,
    ),
)
CERTIFICATION_TABLE = Table(
    records.Certification,
    Class.CERTIFICATION,
    (
        Text("name", P.NAME),
        Code("kind", P.CATEGORY, CERTIFICATION, records.CertificationKind),
        Shared("capacities", P.CAPACITY, "capacity", CAPACITY),
        When("date", P.SIGNED_ON),
        Text("form", P.FORM_TYPE),
        When("period", P.PERIOD),
        Text("exhibit", P.EXHIBIT_NUMBER),
        SURE,
    ),
)
ATTACHMENT_TABLE = Table(
    records.Attachment,
    Class.ATTACHMENT,
    (
        Code("kind", P.CATEGORY, ATTACHMENT, records.AttachmentKind),
        Text("title", P.TITLE),
        When("date", P.DATED),
        People("signers", P.SIGNER),
        Text("exhibit", P.EXHIBIT_NUMBER),
        SURE,
    ),
)
