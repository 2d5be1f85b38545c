"""Taking filings apart: every carrier, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filigraph.loaders.errors import Unreadable
from filigraph.loaders.submission import Document, split

HEADER = "ACCESSION NUMBER:\t\t0009999001-03-000001\nCONFORMED SUBMISSION TYPE:\tS-8\n"
DOCUMENT = (
    "<DOCUMENT>\n<TYPE>S-8\n<SEQUENCE>1\n<FILENAME>s8.txt\n<DESCRIPTION>FORM S-8\n"
    "<TEXT>\nBody one\n</TEXT>\n</DOCUMENT>\n"
)
EXHIBIT = "<DOCUMENT>\n<TYPE>EX-5\n<SEQUENCE>2\n<TEXT>\nBody two\n</TEXT>\n</DOCUMENT>\n"
ONE = Document(1, "S-8", "s8.txt", "FORM S-8", "\nBody one\n")
TWO = Document(2, "EX-5", None, None, "\nBody two\n")
PEM = (
    "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\nOriginator-Name: keymaster@example.org\n"
    "Originator-Key-Asymmetric:\n MFkwCgYEVQgBAQICAgAD\nMIC-Info: RSA-MD5,RSA,\n UymHQFIo4Kzo\n\n"
)
PEM_END = "-----END PRIVACY-ENHANCED MESSAGE-----\n"

LABELLED = (
    f"<SEC-DOCUMENT>0009999001-03-000001.txt : 20030926\n<SEC-HEADER>x.hdr.sgml : 20030926\n{HEADER}</SEC-HEADER>\n"
)
TAGGED = "<SUBMISSION>\n<ACCESSION-NUMBER>0009999001-03-000001\n<TYPE>S-8\n"

CARRIERS = [
    pytest.param(LABELLED + DOCUMENT + EXHIBIT + "</SEC-DOCUMENT>\n", (ONE, TWO), id="full submission"),
    pytest.param((LABELLED + DOCUMENT).replace("SEC-", "IMS-"), (ONE,), id="H1 IMS tags"),
    pytest.param(PEM + LABELLED + DOCUMENT + EXHIBIT + PEM_END, (ONE, TWO), id="H2 PEM wrapper"),
    pytest.param(TAGGED + DOCUMENT + EXHIBIT + "</SUBMISSION>\n", (ONE, TWO), id="nc"),
    pytest.param(HEADER + DOCUMENT, (ONE,), id="header without its tags"),
    pytest.param(LABELLED, (), id="header alone"),
    pytest.param(HEADER, (), id="label lines alone"),
    pytest.param(
        PEM + HEADER + "S-8\n1\ns8.txt\nFORM S-8\nBody\nEX-5\n2\nex5.txt\nOPINION\nMore\n" + PEM_END,
        (Document(1, "S-8", "s8.txt", "FORM S-8", "Body\n"), Document(2, "EX-5", "ex5.txt", "OPINION", "More\n")),
        id="all tags stripped",
    ),
    pytest.param(
        PEM
        + HEADER
        + "S-8\n1\ns8.txt\nFORM S-8\nBody\n1997\n3\n10.49\nPlan\nEX-5\n3\nex5.txt\nOPINION\nMore\n"
        + PEM_END,
        (
            Document(1, "S-8", "s8.txt", "FORM S-8", "Body\n1997\n3\n10.49\nPlan\n"),
            Document(3, "EX-5", "ex5.txt", "OPINION", "More\n"),
        ),
        id="all tags stripped, a number left out, cells of a table that look alike",
    ),
]


@pytest.mark.parametrize(("text", "documents"), CARRIERS)
def test_carriers_with_a_header(text: str, documents: tuple[Document, ...]) -> None:
    submission = split(text.encode())
    assert submission.documents == documents
    assert "0009999001-03-000001" in submission.header
    assert submission.problems == ()


def test_documents_without_header() -> None:
    submission = split((DOCUMENT + EXHIBIT).encode())
    assert (submission.header, submission.documents) == ("", (ONE, TWO))


def test_whole_submission_on_one_line() -> None:
    text = (
        "<SUBMISSION><ACCESSION-NUMBER>0009999001-25-000001<TYPE>S-8<FILER><COMPANY-DATA>"
        "<CONFORMED-NAME>INVENTED CORP</COMPANY-DATA></FILER><DOCUMENT><TYPE>S-8<SEQUENCE>1"
        "<FILENAME>s8.htm<DESCRIPTION>A <B> C<TEXT>"
        "<p>Hi</p></TEXT></DOCUMENT><DOCUMENT><TYPE>EX-5<SEQUENCE>2<TEXT>Two</TEXT></DOCUMENT></SUBMISSION>"
    )
    submission = split(text.encode())
    assert submission.documents == (
        Document(1, "S-8", "s8.htm", "A <B> C", "<p>Hi</p>"),
        Document(2, "EX-5", None, None, "Two"),
    )
    assert submission.header.endswith("</FILER>")


def test_index_headers_page_lists_its_documents() -> None:
    text = (
        "<HTML><HEAD><TITLE>SEC EDGAR Submission 0009999001-24-000001</TITLE>\n<!--\n"
        "<SEC-HEADER>x.hdr.sgml : 20240605\n"
        "<ACCESSION-NUMBER>0009999001-24-000001\n<TYPE>S-8\n</SEC-HEADER>\n-->\n</HEAD><BODY>\n<PRE>"
        "&lt;SEC-HEADER&gt;\n"
        "ACCESSION NUMBER: 0009999001-24-000001\n&lt;/SEC-HEADER&gt;\n"
        "&lt;DOCUMENT&gt;\n&lt;TYPE&gt;S-8\n&lt;SEQUENCE&gt;1\n"
        "&lt;FILENAME&gt;s8.htm\n&lt;TEXT&gt;\n<a href='s8.htm'>1</a>\n"
        "&lt;/DOCUMENT&gt;\n</PRE></BODY></HTML>"
    )
    submission = split(text.encode())
    assert submission.documents == (Document(1, "S-8", "s8.htm", None, ""),)
    assert submission.header.split() == [
        "x.hdr.sgml",
        ":",
        "20240605",
        "<ACCESSION-NUMBER>0009999001-24-000001",
        "<TYPE>S-8",
    ]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("FORM S-8\nREGISTRATION STATEMENT\n- ------\nInvented Corporation\n", ""),
        ("<html><body><p>Invented Corporation, registrant</p></body></html>", ""),
        ('<?xml version="1.0"?>\n<ownershipDocument><documentType>4</documentType></ownershipDocument>', "4"),
        (
            '<?xml version="1.0"?>\n<edgarSubmission><submissionType>D/A</submissionType> issuer</edgarSubmission>',
            "D/A",
        ),
        ("<html><title>Annual Report</title><h1>Page 404 of the report</h1> The Company's 403(b) plan</html>", ""),
        ("<html><body><h2>Site Maintenance Agreement</h2><p>between the Company and</p></body></html>", ""),
        ("{Logo of Invented Bank}\nANNUAL REPORT OF THE COMPANY\n", ""),
    ],
)
def test_one_document_alone(text: str, type_: str) -> None:
    assert split(text.encode()).documents == (Document(1, type_, None, None, text),)


def test_pem_wrapper_around_one_document() -> None:
    assert (
        split((PEM + "The registrant\n- -----\n" + PEM_END).encode()).documents[0].source == "The registrant\n- -----\n"
    )


def test_last_closing_tag_ends_the_text() -> None:
    text = DOCUMENT.replace("Body one", "<svg><TEXT>x</TEXT></svg> rest") + EXHIBIT
    assert split(text.encode()).documents[0].source == "\n<svg><TEXT>x</TEXT></svg> rest\n"


@pytest.mark.parametrize(
    "body", ["begin 644 logo.jpg\nM_]C_X  02D9)1@\nend\n", "<PDF>\nbegin 644 a.pdf\nM)5!$1BTQ\nend\n</PDF>\n"]
)
def test_binary_documents_are_listed_without_source(body: str) -> None:
    text = DOCUMENT + f"<DOCUMENT>\n<TYPE>EX-99\n<SEQUENCE>2\n<FILENAME>a.bin\n<TEXT>\n{body}</TEXT>\n</DOCUMENT>\n"
    assert split(text.encode()).documents[1] == Document(2, "EX-99", "a.bin", None, "", binary=True)


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (DOCUMENT + EXHIBIT.split("</TEXT>")[0], ["\nBody one\n", "\nBody two\n"]),
        (DOCUMENT.replace("</TEXT>\n", "") + EXHIBIT, ["\nBody one\n", "\nBody two\n"]),
        (DOCUMENT.split("</TEXT>")[0] + EXHIBIT, ["\nBody one\n", "\nBody two\n"]),
    ],
    ids=["cut off", "no closing TEXT", "no closing tags at all"],
)
def test_unclosed_documents_are_read_and_reported(text: str, sources: list[str]) -> None:
    submission = split(text.encode())
    assert [document.source for document in submission.documents] == sources
    assert [problem.what for problem in submission.problems] == ["truncated-document"]


@pytest.mark.parametrize("sequence", ["0", "1", "", "x", "9" * 5000])
def test_unusable_sequence_gets_a_free_number(sequence: str) -> None:
    submission = split((DOCUMENT + EXHIBIT.replace("<SEQUENCE>2", f"<SEQUENCE>{sequence}")).encode())
    assert [document.sequence for document in submission.documents] == [1, 2]
    assert [problem.what for problem in submission.problems] == ["sequence"]


def test_joined_submissions_are_reported() -> None:
    submission = split((LABELLED + DOCUMENT + LABELLED + EXHIBIT).encode())
    assert submission.documents == (ONE,)
    assert [problem.what for problem in submission.problems] == ["several-submissions"]


def test_many_problems_of_one_kind_are_counted() -> None:
    submission = split((LABELLED + EXHIBIT * 1001).encode())
    assert len(submission.documents) == 1001
    assert [problem.what for problem in submission.problems] == ["sequence"] * 200 + ["many-problems"]
    assert submission.problems[-1].why.startswith("800 more documents")


REFUSED = [
    pytest.param(b"", "empty", id="empty"),
    pytest.param(b" \n\t ", "empty", id="blank"),
    pytest.param(b"%PDF-1.4\n%\xe2\xe3", "PDF", id="pdf"),
    pytest.param(b"PK\x03\x04\x14\x00", "ZIP", id="zip"),
    pytest.param(b"\x1f\x8b\x08\x00", "gzip", id="gzip"),
    pytest.param(bytes(range(256)) * 20, "binary", id="junk"),
    pytest.param(b'{"cik": "0009999001", "filings": {"company": []}}', "JSON", id="json"),
    pytest.param(
        b"Description:    Master Index of EDGAR Dissemination Feed\n\nCIK|Company Name|Form Type", "index", id="index"
    ),
    pytest.param(
        b"CIK|Company Name|Form Type|Date Filed|Filename\n1|A|S-8|2003-01-01|x\n",
        "index",
        id="index without description",
    ),
    pytest.param(
        b"<html><head><title>SEC.gov | Request Rate Threshold Exceeded</title></head><body/></html>",
        "error page",
        id="rate",
    ),
    pytest.param(
        b"<html><body><h1>Your Request Originates from an Undeclared Automated Tool</h1></body></html>",
        "error page",
        id="agent",
    ),
    pytest.param(
        b"<html>\n<head><title>403 Forbidden</title></head><body>report</body></html>", "error page", id="403"
    ),
    pytest.param(
        b"<!DOCTYPE html><html><title>SEC.gov | Page not found</title> annual report</html>", "error page", id="404"
    ),
    pytest.param(
        b"<?xml version='1.0'?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>",
        "error page",
        id="s3",
    ),
    pytest.param(
        b"<rss version='2.0'><channel><title>Filings of the company</title></channel></rss>", "feed", id="feed"
    ),
    pytest.param(b"name,cik,sic\nA Corp,1,2\nB Corp,2,3\nC Corp,4,5\nD Corp,5,6\n", "table", id="csv"),
    pytest.param(b"#!/bin/sh\necho company report\n", "script", id="script"),
    pytest.param(b"hello world\n", "none of the words", id="not about securities"),
]


@pytest.mark.parametrize(("data", "reason"), REFUSED)
def test_refuses_what_is_no_filing(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        split(data)


PIECES = st.sampled_from(
    [
        LABELLED,
        TAGGED,
        DOCUMENT,
        EXHIBIT,
        PEM,
        PEM_END,
        HEADER,
        "<TEXT>",
        "</TEXT>",
        "</DOCUMENT>",
        "<DOCUMENT>",
        "<TYPE>",
        "<SEQUENCE>1",
        "</SEC-HEADER>",
        "<SEC-HEADER>",
        "company\n",
        "&lt;DOCUMENT&gt;",
        "\n",
        "S-8\n1\na.txt\n",
    ]
)


def _split(data: bytes) -> None:
    try:
        submission = split(data)
    except Unreadable:
        return
    numbers = [document.sequence for document in submission.documents]
    assert len(set(numbers)) == len(numbers)
    assert all(number > 0 for number in numbers)


@given(st.lists(PIECES | st.text(max_size=20), max_size=12))
def test_any_mixture_of_parts_is_read_or_refused(parts: list[str]) -> None:
    _split("".join(parts).encode("utf-8", "ignore"))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _split(data)


@given(st.text(alphabet="ab <>\n-company", max_size=80), st.text(alphabet="cd \n", max_size=80))
def test_texts_stay_as_they_are(one: str, two: str) -> None:
    text = DOCUMENT.replace("\nBody one\n", one) + EXHIBIT.replace("\nBody two\n", two)
    assert [document.source for document in split(text.encode()).documents] == [one, two]
