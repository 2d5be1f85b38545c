"""Indexes: every layout, every row with its words, and what is no row."""

from __future__ import annotations

import pytest

from filigraph.loaders.bulk import is_listing, read_listing
from filigraph.loaders.bulk.records import ListedFiling
from filigraph.loaders.errors import Unreadable

HEAD = "Description:           Master Index of EDGAR Dissemination Feed\nLast Data Received:    {}\n\n \n"
PATH = "edgar/data/844143/0000999999-03-000042.txt"
MASTER = f"""{HEAD.format("September 30, 2003")}CIK|Company Name|Form Type|Date Filed|Filename
{"-" * 80}
844143|INVENTED GROUP INC|S-8|2003-09-19|{PATH}
1111111|DOE JOHN|4|2003-09-20|edgar/data/1111111/0000999999-03-000043.txt
"""
COMPANY = f"""{HEAD.format("Oct  3, 2003")}Company Name                  Form Type   CIK         Date Filed  File Name
{"-" * 90}
INVENTED  GROUP INC           S-8 POS     844143      2003-09-19  {PATH}
"""
FORM = f"""{HEAD.format("Oct 03, 2003")}Form Type   Company Name                  CIK         Date Filed  File Name
{"-" * 90}
S-8 POS     INVENTED  GROUP INC           844143      2003-09-19  {PATH}
"""
BROKEN_CAPTIONS = f"""Company Name                  Form Type   CIK
      Date Filed  File Name
{"-" * 90}
INVENTED  GROUP INC           S-8 POS     844143      20030919    {PATH}{"  "}
"""
CRAWLER = f"""Company Name                  Form Type   CIK         Date Filed  URL
{"-" * 90}
INVENTED  GROUP INC           S-8 POS     844143      2003-09-19  https://www.sec.gov/Archives/edgar/data/844143/0000999999-03-000042-index.htm
"""


def stub(text: str) -> ListedFiling:
    listing = read_listing(text.encode(), "x.idx")
    assert (listing.kind, len(listing.filings), listing.problems) == ("index", 1, ())
    return listing.filings[0]


def test_a_master_index() -> None:
    listing = read_listing(MASTER.encode(), "2003/QTR3/master.idx")
    assert (listing.received, listing.evidence[0].quote) == ("2003-09-30", "September 30, 2003")
    first, second = listing.filings
    assert (first.accession, first.form_type, first.filing_date) == ("0000999999-03-000042", "S-8", "2003-09-19")
    assert (first.name, first.cik, first.path) == ("INVENTED GROUP INC", "0000844143", PATH)
    assert (second.name, second.cik, second.form_type) == ("DOE JOHN", "0001111111", "4")


@pytest.mark.parametrize("text", [COMPANY, FORM, BROKEN_CAPTIONS, CRAWLER])
def test_indexes_of_fixed_width(text: str) -> None:
    found = stub(text)
    assert (found.name, found.form_type, found.cik) == ("INVENTED  GROUP INC", "S-8 POS", "0000844143")
    assert (found.accession, found.filing_date) == ("0000999999-03-000042", "2003-09-19")


@pytest.mark.parametrize("text", [MASTER, COMPANY, FORM, BROKEN_CAPTIONS, CRAWLER])
def test_each_row_is_quoted_where_it_stands(text: str) -> None:
    for filing in read_listing(text.encode(), "x.idx").filings:
        (cited,) = filing.evidence
        assert cited.field == "row"
        assert text[cited.span.start : cited.span.end] == cited.quote
        assert filing.accession in cited.quote


@pytest.mark.parametrize(
    "spoilt",
    [
        "844143|INVENTED GROUP INC|S-8",
        f"x|INVENTED|S-8|2003-09-19|{PATH}",
        f"844143|INVENTED|S-8|2003-02-30|{PATH}",
        "844143|INVENTED|S-8|2003-09-19|none.txt",
    ],
)
def test_what_is_no_row_is_a_problem_with_its_words(spoilt: str) -> None:
    listing = read_listing((MASTER + spoilt + "\n").encode(), "x.idx")
    assert len(listing.filings) == 2
    assert [(p.what, p.evidence[0].quote) for p in listing.problems] == [("row", spoilt)]


def test_a_name_that_runs_into_the_next_column_is_a_problem() -> None:
    text = COMPANY.replace("GROUP INC           S-8", "GROUP INCORPORATED FOR EVER S-8")
    listing = read_listing(text.encode(), "x.idx")
    assert (len(listing.filings), [p.what for p in listing.problems]) == (0, ["row"])


def test_one_source_has_one_id_whatever_it_holds() -> None:
    assert read_listing(MASTER.encode(), "a").id == read_listing(FORM.encode(), "a").id
    assert read_listing(MASTER.encode(), "a").id != read_listing(MASTER.encode(), "b").id


def test_a_filing_that_quotes_an_index_is_no_listing() -> None:
    assert is_listing(MASTER.encode())
    assert not is_listing(b"<SEC-DOCUMENT>x\n" + MASTER.encode())
    assert not is_listing(b"-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n" + MASTER.encode())
    assert not is_listing(b"A report on the CIK of each company")


def test_other_captions_are_refused() -> None:
    with pytest.raises(Unreadable, match="none of the known captions"):
        read_listing(b"CIK|Company Name|Something Else\n1|X|Y\n", "x.idx")
