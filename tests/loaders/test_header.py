"""Submission headers: both styles, and the anomalies that real ones have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filigraph.loaders.header import Header, parse_header
from filigraph.loaders.records import Address, FilingValue, FormerName, Party

LABELS = """0009999001-03-000001.hdr.sgml : 20030926
<ACCEPTANCE-DATETIME>20030926171558
ACCESSION NUMBER:\t\t0009999001-03-000001
CONFORMED SUBMISSION TYPE:\tS-8
PUBLIC DOCUMENT COUNT:\t\t5
FILED AS OF DATE:\t\t20030929
DATE AS OF CHANGE:\t\t20030926
EFFECTIVENESS DATE:\t\t20030929

FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tINVENTED CORP /DE/
\t\tCENTRAL INDEX KEY:\t\t\t0009999002
\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tPETROLEUM REFINING [2911]
\t\tIRS NUMBER:\t\t\t\t112345678
\t\tSTATE OF INCORPORATION:\t\t\tDE
\t\tFISCAL YEAR END:\t\t\t1130

\tFILING VALUES:
\t\tFORM TYPE:\t\tS-8
\t\tSEC ACT:\t\t1933 Act
\t\tSEC FILE NUMBER:\t333-09876
\t\tFILM NUMBER:\t\t03912345

\tBUSINESS ADDRESS:\t
\t\tSTREET 1:\t\t1 INVENTED WAY
\t\tSTREET 2:\t\t*
\t\tCITY:\t\t\tSPRINGFIELD
\t\tSTATE:\t\t\tTN
\t\tZIP:\t\t\t-
\t\tBUSINESS PHONE:\t\t8655551234

\tFORMER COMPANY:\t
\t\tFORMER CONFORMED NAME:\tELDER NAME INC
\t\tDATE OF NAME CHANGE:\t19920703
"""

TAGS = """<SUBMISSION>
<ACCESSION-NUMBER>0009999001-03-000001
<TYPE>S-8
<PUBLIC-DOCUMENT-COUNT>5
<FILING-DATE>20030929
<DATE-OF-FILING-DATE-CHANGE>20030926
<EFFECTIVENESS-DATE>20030929
<FILER>
<COMPANY-DATA>
<CONFORMED-NAME>INVENTED CORP /DE/
<CIK>0009999002
<ASSIGNED-SIC>2911
<IRS-NUMBER>112345678
<STATE-OF-INCORPORATION>DE
<FISCAL-YEAR-END>1130
</COMPANY-DATA>
<FILING-VALUES>
<FORM-TYPE>S-8
<ACT>33
<FILE-NUMBER>333-09876
<FILM-NUMBER>03912345
</FILING-VALUES>
<BUSINESS-ADDRESS>
<STREET1>1 INVENTED WAY
<STREET2>*
<CITY>SPRINGFIELD
<STATE>TN
<ZIP>-
<PHONE>8655551234
</BUSINESS-ADDRESS>
<FORMER-COMPANY>
<FORMER-CONFORMED-NAME>ELDER NAME INC
<DATE-CHANGED>19920703
</FORMER-COMPANY>
</FILER>
"""

FILER = Party(
    role="FILER",
    name="INVENTED CORP /DE/",
    cik="0009999002",  # type: ignore[arg-type]
    sic="2911",
    ein="112345678",
    state_of_incorporation="DE",
    fiscal_year_end="1130",
    addresses=(Address("business", ("1 INVENTED WAY",), "SPRINGFIELD", "TN", None, "8655551234"),),
    former_names=(FormerName("ELDER NAME INC", "1992-07-03"),),
    values=(FilingValue("S-8", "33", "333-09876", "03912345"),),  # type: ignore[arg-type]
)


def bare(party: Party) -> dict[str, object]:
    """The party's values without its evidence."""
    return {name: getattr(party, name) for name in Party.__slots__ if name != "evidence"}


def named(header: Header) -> list[tuple[str, str]]:
    """The header's elements without their evidence."""
    return [(element.name, element.value) for element in header.elements]


ONE_LINE_LABELS = " ".join(LABELS.replace("<ACCEPTANCE-DATETIME>20030926171558\n", "").split())
STYLES = [
    pytest.param(LABELS, id="labels"),
    pytest.param(TAGS, id="tags"),
    pytest.param(TAGS.replace("\n", ""), id="H9 tags on one line"),
    pytest.param(ONE_LINE_LABELS, id="labels on one line"),
    pytest.param(LABELS.replace("\n", "\n\n"), id="H6 blank line after every line"),
    pytest.param(LABELS.replace("\t", "    "), id="spaces for tabs"),
    pytest.param(LABELS.replace("IRS NUMBER:", "EIN:"), id="H13 EIN"),
    pytest.param(LABELS.replace("[2911]\n", "[2911\n]"), id="H3 SIC over two lines"),
    pytest.param(LABELS.replace("PETROLEUM REFINING [2911]", "2911").replace("1933 Act", "33"), id="H1 bare codes"),
    pytest.param(LABELS.replace("\tFILING VALUES", "</COMPANY-DATA>\n\n\t\tFILING VALUES"), id="H3 stray closing tag"),
    pytest.param(LABELS.replace("DOCUMENT COUNT", "DOCUMENT_COUNT"), id="H16 underscore"),
    pytest.param("/in/edgar/work/20030926/0009999001-03-000001/" + LABELS, id="H3 server path"),
]  # fmt: skip


@pytest.mark.parametrize("source", STYLES)
def test_both_styles_give_the_same_header(source: str) -> None:
    header = parse_header(source)
    assert header.accession == "0009999001-03-000001"
    assert (header.form_type, header.filing_date, header.effective_date) == ("S-8", "2003-09-29", "2003-09-29")
    # H14: changed before filed
    assert named(header) == [("PUBLIC-DOCUMENT-COUNT", "5"), ("DATE-OF-FILING-DATE-CHANGE", "20030926")]
    assert [bare(party) for party in header.parties] == [bare(FILER)]
    assert (header.left_over, header.problems) == ((), ())


def test_evidence_of_header_and_party() -> None:
    header = parse_header(LABELS)
    quotes = {evidence.field: evidence.quote for evidence in header.evidence + header.parties[0].evidence}
    assert quotes == {
        "accepted": "20030926171558", "accession": "0009999001-03-000001", "form_type": "S-8",
        "filing_date": "20030929", "effective_date": "20030929", "name": "INVENTED CORP /DE/", "cik": "0009999002",
        "sic": "PETROLEUM REFINING [2911]", "ein": "112345678", "state_of_incorporation": "DE",
        "fiscal_year_end": "1130", "act": "1933 Act", "file_number": "333-09876", "film_number": "03912345",
        "former_names": "19920703", "addresses": "8655551234",
    }  # fmt: skip


def test_acceptance_is_the_wall_clock() -> None:
    assert parse_header(LABELS).accepted == "2003-09-26T17:15:58"


def test_no_header() -> None:
    assert parse_header("") == Header()


INDIVIDUAL = """ACCESSION NUMBER:\t\t0009999001-00-000193
CONFORMED SUBMISSION TYPE:\t4
FILED AS OF DATE:\t\t20000314

SUBJECT COMPANY:

\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\tINVENTED CORP /
\t\tCENTRAL INDEX KEY:\t\t\t0009999002
\tFILING VALUES:
\t\tFORM TYPE:\t\t4
\t\tSEC ACT:
\t\tSEC FILE NUMBER:\t000-24212
<REPORTING-OWNER>

COMPANY DATA:
\tCOMPANY CONFORMED NAME:\t\t\tDOE JOHN H
\tCENTRAL INDEX KEY:\t\t\t0009999003
\tSTANDARD INDUSTRIAL CLASSIFICATION:\t []
<RELATIONSHIP>DIRECTOR

FILING VALUES:
\tFORM TYPE:\t\t4
</REPORTING-OWNER>
"""


def test_h5_h7_owner_block_opened_by_a_tag() -> None:
    company, owner = parse_header(INDIVIDUAL).parties
    assert (company.role, company.name) == ("SUBJECT-COMPANY", "INVENTED CORP /")
    assert company.values == (FilingValue("4", None, "000-24212", None),)  # type: ignore[arg-type]
    assert (owner.role, owner.name, owner.sic) == ("REPORTING-OWNER", "DOE JOHN H", None)
    assert owner.relationship == "DIRECTOR"


def test_h5_block_opened_by_a_label_and_closed_by_a_tag() -> None:
    source = INDIVIDUAL.replace("<REPORTING-OWNER>", "SERIAL COMPANY:").replace(
        "</REPORTING-OWNER>", "</SERIAL-COMPANY>"
    )
    assert [party.role for party in parse_header(source).parties] == ["SUBJECT-COMPANY", "SERIAL-COMPANY"]


def test_h11_same_party_twice_is_one_with_both_lines() -> None:
    second = (
        LABELS[LABELS.index("FILER:") :]
        .replace("333-09876", "005-83522")
        .replace("FORM TYPE:\t\tS-8", "FORM TYPE:\t\tSC 13D/A")
    )
    (party,) = parse_header(LABELS + "\n" + second).parties
    assert [(value.form_type, value.file_number) for value in party.values] == [
        ("S-8", "333-09876"),
        ("SC 13D/A", "005-83522"),
    ]
    assert party.addresses == FILER.addresses


def test_co_registrants_are_two_parties() -> None:
    second = (
        LABELS[LABELS.index("FILER:") :]
        .replace("0009999002", "0009999009")
        .replace("INVENTED CORP", "INVENTED OPERATING LP")
    )
    assert [party.cik for party in parse_header(LABELS + second).parties] == ["0009999002", "0009999009"]


def test_same_company_in_two_roles_is_two_parties() -> None:
    second = LABELS[LABELS.index("FILER:") :].replace("FILER:", "FILED BY:")
    assert [party.role for party in parse_header(LABELS + second).parties] == ["FILER", "FILED-BY"]


@pytest.mark.parametrize("role", ["ISSUING_ENTITY", "SECURITIZER", "DEPOSITOR", "ISSUER", "SPONSOR"])
def test_other_party_blocks(role: str) -> None:
    start = "<ACCESSION-NUMBER>0009999001-03-000001<TYPE>ABS-15G"
    source = f"{start}<{role}><COMPANY-DATA><CONFORMED-NAME>INVENTED TRUST</{role}>"
    header = parse_header(source)
    assert [(party.role, party.name) for party in header.parties] == [(role.replace("_", "-"), "INVENTED TRUST")]
    assert header.left_over == ()


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("ITEM INFORMATION:\t\t", ()),  # H10
        ("ITEM INFORMATION:\t\tOther\nITEM INFORMATION:\t\tExhibits", ("Other", "Exhibits")),
        ("<ITEMS>5.02\n<ITEMS>9.01", ("5.02", "9.01")),
    ],
)
def test_h10_items(line: str, items: tuple[str, ...]) -> None:
    header = parse_header(LABELS.replace("FILED AS OF", line + "\nFILED AS OF"))
    assert (header.items, header.left_over) == (items, ())


def test_period() -> None:
    line = "CONFORMED PERIOD OF REPORT:\t20030831\nFILED AS OF"
    assert parse_header(LABELS.replace("FILED AS OF", line)).period == "2003-08-31"


@pytest.mark.parametrize(
    ("line", "elements"),
    [
        ("SROS:\t\t\tNYSE\nSROS:\t\t\tPSE", [("SROS", "NYSE"), ("SROS", "PSE")]),
        ("GROUP MEMBERS:\t\tJOHN DOE", [("GROUP-MEMBERS", "JOHN DOE")]),
        ("<PAPER>", [("PAPER", "")]),
        ("CONFIRMING COPY:", [("CONFIRMING-COPY", "")]),  # H1
        ("<PRIVATE-TO-PUBLIC>", [("PRIVATE-TO-PUBLIC", "")]),
        ("<CORRECTION>\n<TIMESTAMP>20160119101112", [("CORRECTION", ""), ("TIMESTAMP", "20160119101112")]),
        ("<DELETION>", [("DELETION", "")]),
        ("RECIEVED DATE:\t20030926", [("RECEIVED-DATE", "20030926")]),  # H16
        (
            "<SERIES-AND-CLASSES-CONTRACTS-DATA>\n<SERIES>\n<SERIES-ID>S000009999\n</SERIES>\n"
            "</SERIES-AND-CLASSES-CONTRACTS-DATA>",
            [("SERIES-ID", "S000009999")],
        ),
    ],
)  # fmt: skip
def test_elements_of_the_filing(line: str, elements: list[tuple[str, str]]) -> None:
    source = LABELS.replace("FILED AS OF", line + "\nFILED AS OF")
    header = parse_header(source)
    _count, *found, _changed = named(header)
    assert found == elements
    assert header.left_over == ()
    for element in header.elements:
        (evidence,) = element.evidence
        assert source[evidence.span.start : evidence.span.end] == evidence.quote != ""


@pytest.mark.parametrize(
    ("number", "ein"),
    [("000000000", None), ("94324470", "094324470"), ("11-2345678", "112345678"), ("", None), ("12345678901", None)],
)
def test_employer_numbers(number: str, ein: str | None) -> None:
    assert parse_header(LABELS.replace("112345678", number)).parties[0].ein == ein


@pytest.mark.parametrize("name", ["A&B CORP/DE/", "INVENTED INC \\PA\\", "INVENTED < CO >", "INVENTED, LTD. /"])
@pytest.mark.parametrize("style", [LABELS, TAGS])
def test_h12_names_stay_as_they_are(name: str, style: str) -> None:
    assert parse_header(style.replace("INVENTED CORP /DE/", name)).parties[0].name == name


def test_unknown_elements_are_left_over_and_reported() -> None:
    header = parse_header(LABELS.replace("FILED AS OF", "NOVEL ELEMENT:\t\tvalue\nstray words\nFILED AS OF"))
    assert header.left_over == ("NOVEL-ELEMENT: value", "stray words")
    (problem,) = header.problems
    assert problem.what == "header-left-over"
    assert [evidence.quote for evidence in problem.evidence] == ["value", "stray words"]


def test_what_is_left_over_again_and_again_is_one_hole() -> None:
    header = parse_header(LABELS.replace("FILED AS OF", "NOVEL ELEMENT:\t\tvalue\n" * 9 + "FILED AS OF"))
    assert header.left_over == ("NOVEL-ELEMENT: value",) * 9
    (problem,) = header.problems
    assert problem.why == "These elements of the header are not known: NOVEL-ELEMENT: value"
    assert [evidence.quote for evidence in problem.evidence] == ["value"]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("0009999002", "CIK OF NOBODY", "header-value"),
        ("112345678", "12345678901", "header-value"),
        ("PETROLEUM REFINING [2911]", "PETROLEUM REFINING", "header-value"),
        ("333-09876", "file the third", "header-value"),
        ("19920703", "JULY 1992", "header-value"),
        ("TN\n", "TN\n\t\tSTATE:\t\t\tKY\n", "header-left-over"),
        ("2911]\n", "2911]\n\t\tCENTRAL INDEX KEY:\t\t\t0009999003\n", "header-left-over"),
        ("CONFORMED SUBMISSION TYPE:\tS-8\n", "<TYPE>S-8\n<TYPE>S-8 POS\n", "header-left-over"),
    ],
)
def test_what_the_record_cannot_hold_is_a_problem_with_its_words(old: str, new: str, what: str) -> None:
    source = LABELS.replace(old, new)
    (problem,) = parse_header(source).problems
    assert problem.what == what
    (evidence,) = problem.evidence
    assert source[evidence.span.start : evidence.span.end] == evidence.quote
    assert evidence.quote in new


def test_second_block_that_contradicts_the_first_is_a_problem() -> None:
    second = LABELS[LABELS.index("FILER:") :].replace("INVENTED CORP", "OTHER NAME")
    header = parse_header(LABELS + "\n" + second)
    assert [party.name for party in header.parties] == ["INVENTED CORP /DE/"]
    assert [(p.what, p.evidence[0].quote) for p in header.problems] == [("header-party", "OTHER NAME /DE/")]


def test_address_of_a_state_or_a_phone_alone_is_kept() -> None:
    source = "<ACCESSION-NUMBER>0009999001-03-000001<TYPE>S-8<FILER><CONFORMED-NAME>A CORP<BUSINESS-ADDRESS><STATE>TN"
    (party,) = parse_header(source).parties
    assert party.addresses == (Address("business", state="TN"),)


@pytest.mark.parametrize("day", ["20030931", "0", "2003", "00000000", "\u0662\u0660030926"])
def test_impossible_dates_are_reported(day: str) -> None:
    header = parse_header(LABELS.replace("FILED AS OF DATE:\t\t20030929", f"FILED AS OF DATE:\t\t{day}"))
    assert header.filing_date is None
    assert [problem.what for problem in header.problems] == ["header-date"]


def test_copies_without_tags_keep_the_time() -> None:
    header = parse_header(LABELS.replace("<ACCEPTANCE-DATETIME>", ""))
    assert (header.accepted, header.left_over) == ("2003-09-26T17:15:58", ())


LINES = st.sampled_from((LABELS + TAGS + INDIVIDUAL).split("\n"))


@given(st.lists(LINES | st.text(max_size=12), max_size=40), st.sampled_from(["\n", "", "\n\n"]))
def test_any_lines_give_a_header_with_true_spans(lines: list[str], join: str) -> None:
    source = join.join(lines)
    header = parse_header(source)
    for evidence in header.evidence + tuple(e for party in header.parties for e in party.evidence):
        assert source[evidence.span.start : evidence.span.end] == evidence.quote
    keys = [(party.role, party.cik or party.name) for party in header.parties]
    assert len(set(keys)) == len(keys)
