"""Records for tests of what comes after reading: any filing at all (hypothesis), and one with everything in it."""

from __future__ import annotations

import dataclasses
import types
import typing
from enum import Enum

import pytest
from hypothesis import strategies as st

from filigraph.loaders import records
from filigraph.loaders.records import (
    Accession,
    AccountantLetter,
    Address,
    Agent,
    Alternative,
    Attachment,
    AttachmentKind,
    Auditor,
    AuditorCapacity,
    AuditorChange,
    AuditorChangeKind,
    BeneficialOwner,
    Capacity,
    Certification,
    CertificationKind,
    Cik,
    Counsel,
    CounselCapacity,
    DeregistrationCause,
    DocumentInfo,
    Evidence,
    Exhibit,
    ExhibitReference,
    ExhibitStatus,
    FileNumber,
    Filing,
    FilingValue,
    FormerName,
    HeaderElement,
    IncorporatedDocument,
    Item,
    Mode,
    MovementKind,
    Offering,
    OfficeChange,
    OfficeChangeKind,
    Party,
    Plan,
    PlanMovement,
    PowerOfAttorney,
    PriceBasis,
    Problem,
    Reference,
    Registrant,
    Relationship,
    Role,
    Sale,
    Signature,
    Stance,
    SubjectSecurity,
    Subsidiary,
)
from filigraph.loaders.span import Span

#: Texts that a serializer gets wrong, beside any others.
TRICKY = ["", '"', "\\", "\\u0041", "a\nb", "\t", "\x00", "\x85\u2028", "😀", "2003-02-30", "2003-09-18", "13.50", ".5",
          "-0", "2003-09-19T16:02:11", "1e5", "٣-٤", "a b> <c", "@en", '"^^<x>', "property=1"]  # fmt: skip
TEXT = st.sampled_from(TRICKY) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def _quoted(field: str, document: int, start: int, length: int) -> Evidence:
    # a quote is the document's text at its span, so one span has one quote
    return Evidence(field, Span(document, start, start + length), f'words "{document}:{start}+{length}"\n')


FIELDS = st.sampled_from(["name", "titles", "date", "firm"]) | st.text(
    st.characters(exclude_categories=["Cs"]), min_size=1, max_size=4
)
EVIDENCE = st.builds(_quoted, FIELDS, st.integers(0, 3), st.integers(0, 20), st.integers(1, 5))


def any_of(hint: object) -> st.SearchStrategy[typing.Any]:
    """Values of a record field's type."""
    if hint is Evidence:
        return EVIDENCE
    if hint is str or isinstance(hint, typing.NewType):
        return TEXT
    if hint is int:
        return st.integers(0, 9)
    if hint is float:
        return st.integers(0, 1000).map(lambda thousandths: thousandths / 1000)
    if hint is bool:
        return st.booleans()
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return st.one_of(*(st.none() if h is type(None) else any_of(h) for h in typing.get_args(hint)))
    if typing.get_origin(hint) is tuple:
        return st.lists(any_of(typing.get_args(hint)[0]), max_size=2).map(tuple)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return any_record(hint)
    raise TypeError(f"no strategy for {hint!r}")


def any_record(cls: type) -> st.SearchStrategy[typing.Any]:
    """Records of a class, each field anything of its type."""
    hints = typing.get_type_hints(cls, vars(records))
    return st.builds(cls, **{f.name: any_of(hints[f.name]) for f in dataclasses.fields(cls)})


@st.composite
def _any_filing(draw: st.DrawFn) -> Filing:
    """Filings with some of their lists; all of them at once would only be slow."""
    hints = typing.get_type_hints(Filing)
    fields = [f.name for f in dataclasses.fields(Filing)]
    chosen = {"id", "source", "sha256", *draw(st.lists(st.sampled_from(fields), max_size=8))}
    return Filing(**{name: draw(any_of(hints[name])) for name in fields if name in chosen})


@pytest.fixture(scope="session")
def any_filing() -> st.SearchStrategy[Filing]:
    """Any filing at all."""
    return _any_filing()


@pytest.fixture(scope="session")
def full() -> Filing:
    """A filing with something in each of its fields."""
    return FULL


def cited(start: int, *fields: str) -> tuple[Evidence, ...]:
    """Evidence for the fields, one after the other from ``start`` on in document 1."""
    return tuple(
        Evidence(field, Span(1, start + 20 * i, start + 20 * i + 9), f"{field} words") for i, field in enumerate(fields)
    )


FULL = Filing(
    id="0000999999-03-000042",
    source="s8/0000999999-03-000042.txt",
    sha256="ab" * 32,
    form_type="S-8/A",
    accession=Accession("0000999999-03-000042"),
    filing_date="2003-09-19",
    accepted="2003-09-19T16:02:11",
    effective_date="2003-09-19",
    period="2003-06-30",
    items=(
        Item(
            "5.02",
            "Departure of Directors",
            "5.02",
            (Evidence("code", Span(0, 2000, 2004), "5.02"), *cited(2020, "title")),
        ),
        Item("9.01", None, "9.01", (Evidence("code", Span(0, 2010, 2014), "9.01"),)),
    ),
    registration_number="333-108999",
    general_instruction_e=True,
    documents=(
        DocumentInfo(1, "S-8", "forms8.txt", "FORM S-8", "cd" * 32),
        DocumentInfo(2, "EX-5.1", "ex5.txt", None, "ef" * 32),
    ),
    parties=(
        Party(
            "FILER",
            "INVENTED GROUP INC",
            Cik("0000844143"),
            "2300",
            "112928178",
            "DE",
            "1130",
            None,
            (Address("business", ("SUITE 2", "1 MAIN ST"), "KNOXVILLE", "TN", "37902", "4235550100"),),
            (FormerName("OLD NAME INC", "1991-01-01"),),
            (FilingValue("S-8", "1933 Act", FileNumber("333-108999"), "03902345"),),
            cited(100, "name", "cik"),
        ),
    ),
    elements=(
        HeaderElement("PUBLIC-DOCUMENT-COUNT", "2", cited(160, "value")),
        HeaderElement("PRIVATE-TO-PUBLIC", "", cited(180, "value")),
    ),
    registrants=(
        Registrant("INVENTED GROUP INC.", Cik("0000844143"), "Delaware", "11-2928178", cited(200, "name", "ein")),
    ),
    plans=(Plan("2000 Employee Stock Incentive Plan", cited(300, "title")),),
    offerings=(
        Offering(
            "Common Stock",
            "2000 Plan",
            "2000000",
            "13.50",
            "27000000",
            "566.3",
            (PriceBasis.RULE_457_H, PriceBasis.AVERAGE_HIGH_LOW),
            "2003-09-17",
            cited(400, "security", "basis", "price_date"),
        ),
    ),
    movements=(
        PlanMovement(
            MovementKind.ADDED,
            "2000 Employee Stock Incentive Plan",
            amount="2000000",
            file_numbers=("33-1234", "333-10258"),
            filed="1999-05-05",
            row=1,
            evidence=cited(5000, "kind", "amount", "file_numbers"),
        ),
        PlanMovement(
            MovementKind.MOVED,
            "2000 Employee Stock Incentive Plan",
            "1994 Stock Option Plan",
            "1200.50",
            file_numbers=("33-1234",),
            evidence=cited(5100, "kind", "source_plan"),
        ),
        PlanMovement(
            MovementKind.DEREGISTERED,
            unsold=True,
            registered="1000000",
            cause=DeregistrationCause.MERGER,
            cause_date="2003-09-01",
            evidence=cited(5200, "kind", "cause", "cause_date"),
            confidence=0.75,
        ),
    ),
    agents_for_service=(
        Agent(
            "Samuel J. Example, Jr.",
            ("President", "Director"),
            "Invented Group Inc.",
            "(423) 555-0100",
            cited(500, "name"),
        ),
    ),
    counsel=(
        Counsel(
            "Alder & Birch LLP",
            ("Paul Example", "Ann Other"),
            (CounselCapacity.COPIES_TO, CounselCapacity.OPINION),
            cited(600, "firm"),
        ),
    ),
    auditors=(
        Auditor(
            "Count & Check LLP",
            (AuditorCapacity.CONSENT,),
            ("2003-02-04",),
            "42",
            "Knoxville, Tennessee",
            cited(700, "firm"),
        ),
    ),
    signatures=(
        Signature(
            "Samuel J. Example, Jr.",
            "Samuel J. Example",
            (Capacity("President", (Role.PRES,)), Capacity("Director", (Role.DIR,))),
            "2003-09-18",
            on_behalf_of="INVENTED GROUP INC.",
            place="Knoxville, Tennessee",
            date_source="block",
            evidence=cited(800, "name", "titles", "date"),
        ),
        Signature(
            "Patricia Example",
            capacities=(Capacity("Director", (Role.DIR,)),),
            date="2003-09-18",
            mode=Mode.BY_ATTORNEY,
            attorney="Dana Other",
            evidence=cited(900, "name", "attorney"),
        ),
    ),
    powers_of_attorney=(
        PowerOfAttorney(
            ("Dana Other",), ("Patricia Example",), "24.1", "2003-09-01", ("S-8",), cited(1000, "attorneys")
        ),
    ),
    exhibits=(
        Exhibit(
            "5.1",
            "Opinion of Alder & Birch LLP",
            ExhibitStatus.FILED_HEREWITH,
            None,
            cited(1100, "number"),
            0.5,
            (Alternative("status", "incorporated_by_reference", "no legend explains *", cited(1140, "why"), 0.483),),
        ),
        Exhibit(
            "4.1",
            "Articles",
            ExhibitStatus.INCORPORATED_BY_REFERENCE,
            ExhibitReference("S-3", "333-10258", "for the year 1999", "3.1"),
            cited(1200, "number"),
        ),
    ),
    references=(Reference("33-1234", "S-8", "1999-05-05", cited(1300, "file_number")),),
    incorporated_documents=(IncorporatedDocument("10-K", "2002-11-30", "2003-02-27", "0-18926", cited(1400, "form")),),
    relationships=(
        Relationship("DOE JOHN", Cik("0001111111"), True, True, True, True, ("CEO",), cited(1500, "owner")),
    ),
    beneficial_owners=(
        BeneficialOwner(
            "Example Capital LP",
            Cik("0001111112"),
            "Delaware",
            ("PN", "IA"),
            "b",
            "0",
            "233990",
            "0",
            "233990",
            "233990",
            "5.1",
            cited(1700, "name", "percent"),
        ),
    ),
    subject_securities=(SubjectSecurity("Common Stock", ("999999103",), cited(1800, "title")),),
    sales=(
        Sale(
            "DOE JOHN",
            True,
            "Common Stock",
            "200",
            "32932.5",
            "1000000",
            "2003-09-01",
            "Invented Securities LLC",
            "NYSE",
            cited(1900, "seller"),
        ),
    ),
    office_changes=(
        OfficeChange(
            "Ann B. Carver",
            OfficeChangeKind.DEPARTURE,
            "resigned",
            "On September 1, 2003, Ann B. Carver resigned as President, effective October 1, 2003.",
            (Capacity("President", (Role.PRES,)),),
            "2003-10-01",
            "2003-09-01",
            "Dana Other",
            None,
            "5.02",
            cited(3100, "name", "words", "sentence"),
        ),
        OfficeChange(
            "Dana Other",
            OfficeChangeKind.APPOINTMENT,
            "elected",
            "Dana Other was elected President.",
            predecessor="Ann B. Carver",
            evidence=cited(3200, "name"),
        ),
    ),
    auditor_changes=(
        AuditorChange(
            "Count & Check LLP",
            AuditorChangeKind.DISMISSED,
            "dismissed",
            "We dismissed Count & Check LLP.",
            "2003-08-01",
            "4.01",
            cited(3300, "firm"),
        ),
    ),
    accountant_letters=(
        AccountantLetter(
            "Count & Check LLP",
            "2003-08-05",
            "Securities and Exchange Commission",
            Stance.AGREES,
            "16.1",
            cited(3400, "firm", "stance"),
        ),
    ),
    subsidiaries=(
        Subsidiary("Invented B.V.", "Netherlands", "66.60", ("Invented",), None, "21", cited(3500, "name")),
        Subsidiary("Invented S.A.", "France", None, (), "Invented B.V.", "21", cited(3600, "name")),
    ),
    certifications=(
        Certification(
            "Samuel J. Example, Jr.",
            CertificationKind.SECTION_302,
            (Capacity("President", (Role.PRES,)),),
            "2003-09-01",
            "10-K",
            "2003-06-30",
            "31.1",
            cited(3700, "name"),
        ),
    ),
    attachments=(
        Attachment(
            AttachmentKind.PRESS_RELEASE,
            "Invented Group Reports",
            "2003-09-02",
            ("Dana Other",),
            "99.1",
            cited(3800, "kind"),
        ),
    ),
    evidence=cited(0, "form_type", "filing_date"),
    problems=(Problem("no-date", "signatures", "The page has no date.", cited(1600, "what")),),
)
