"""Submissions and tickers: who, which filings, each value with its words."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filigraph.loaders.bulk import Listing, is_listing, read_listing
from filigraph.loaders.bulk.json_spans import Node, parse
from filigraph.loaders.bulk.records import NamePeriod, Ticker
from filigraph.loaders.errors import Unreadable

RECENT = {
    "accessionNumber": ["0000999999-03-000042", "0000999999-03-000041"],
    "filingDate": ["2003-09-19", "2003-03-01"],
    "reportDate": ["", "2002-12-31"],
    "acceptanceDateTime": ["2003-09-19T10:00:00.000Z", "2003-03-01T10:00:00.000Z"],
    "form": ["S-8", "8-K"],
    "items": ["", "4,7"],
    "fileNumber": ["333-108999", ""],
    "primaryDocument": ["forms8.htm", ""],
}
ENTITY = {
    "cik": "844143",
    "entityType": "operating",
    "sic": "2300",
    "name": "Invented Group Inc. \u2013 \"IG\"",
    "tickers": ["INVG", "INVGP"],
    "exchanges": ["Nasdaq", None],
    "ein": "112928178",
    "fiscalYearEnd": "1231",
    "stateOfIncorporation": "",
    "formerNames": [{"name": "OLD NAME INC", "from": "1991-01-01T00:00:00.000Z", "to": "1999-05-04T00:00:00.000Z"}],
    "filings": {"recent": RECENT, "files": []},
}  # fmt: skip


def read(value: object, name: str = "x.json", **options: object) -> Listing:
    text = json.dumps(value, **options)  # type: ignore[arg-type]
    assert is_listing(text.encode())
    listing = read_listing(text.encode(), name)
    for evidence in (*(r.evidence for r in listing.companies), *(r.evidence for r in listing.filings)):
        for cited in evidence:
            assert text[cited.span.start : cited.span.end] == cited.quote
    return listing


@pytest.mark.parametrize("value", [ENTITY, {"data": ENTITY, "timestamp": 1, "ttl": 2}])
def test_the_entity_of_submissions(value: object) -> None:
    (company,) = read(value).companies
    assert (company.name, company.cik, company.entity_type) == ('Invented Group Inc. – "IG"', "0000844143", "operating")
    assert (company.sic, company.ein, company.fiscal_year_end) == ("2300", "112928178", "1231")
    assert company.state_of_incorporation is None
    assert company.tickers == (Ticker("INVG", "Nasdaq"), Ticker("INVGP"))
    assert company.former_names == (NamePeriod("OLD NAME INC", "1991-01-01", "1999-05-04"),)


def test_the_stubs_of_submissions() -> None:
    listing = read(ENTITY, indent=1, ensure_ascii=False)
    assert (listing.kind, listing.problems) == ("submissions", ())
    first, second = listing.filings
    assert (first.accession, first.form_type, first.filing_date) == ("0000999999-03-000042", "S-8", "2003-09-19")
    assert (first.file_number, first.filename, first.period, first.items) == ("333-108999", "forms8.htm", None, ())
    assert (second.period, second.items, second.file_number) == ("2002-12-31", ("4", "7"), None)
    assert second.cik == "0000844143"
    quotes = {cited.field: cited.quote for cited in second.evidence}
    assert quotes == {
        "accession": "0000999999-03-000041", "cik": "844143", "form_type": "8-K", "filing_date": "2003-03-01",
        "period": "2002-12-31", "items": "4,7",
    }  # fmt: skip


def test_a_page_of_older_filings_has_its_cik_in_its_name() -> None:
    listing = read(RECENT, "pages/CIK0000844143-submissions-001.json")
    assert [f.cik for f in listing.filings] == ["0000844143", "0000844143"]
    assert listing.problems == ()
    nameless = read(RECENT, "older.json")
    assert [f.cik for f in nameless.filings] == [None, None]
    assert [p.what for p in nameless.problems] == ["no-cik"]


def test_lists_of_other_lengths_are_left_out_and_told() -> None:
    listing = read({**ENTITY, "filings": {"recent": {**RECENT, "form": ["S-8"]}}})
    assert [f.form_type for f in listing.filings] == [None, None]
    assert [f.filing_date for f in listing.filings] == ["2003-09-19", "2003-03-01"]
    assert [(p.what, "form" in p.why) for p in listing.problems] == [("uneven-lists", True)]


def test_what_is_no_accession_number_is_a_problem() -> None:
    recent = {"accessionNumber": ["0000999999-03-42", "0000999999-03-000041"]}
    listing = read({**ENTITY, "filings": {"recent": recent}})
    assert [f.accession for f in listing.filings] == ["0000999999-03-000041"]
    assert [(p.what, p.evidence[0].quote) for p in listing.problems] == [("no-accession", "0000999999-03-42")]


def test_an_entity_without_a_name_is_a_problem() -> None:
    listing = read({**ENTITY, "name": ""})
    assert (listing.companies, [p.what for p in listing.problems]) == ((), ["no-name"])
    assert len(listing.filings) == 2


def test_tickers() -> None:
    listing = read({"0": {"cik_str": 844143, "ticker": "INVG", "title": "Invented Group Inc."}, "1": {"cik_str": 1}})
    (company,) = listing.companies
    assert (company.name, company.cik, company.tickers) == ("Invented Group Inc.", "0000844143", (Ticker("INVG"),))
    assert company.evidence[0].quote == '{"cik_str": 844143, "ticker": "INVG", "title": "Invented Group Inc."}'
    assert [(p.what, p.evidence[0].quote) for p in listing.problems] == [("row", '{"cik_str": 1}')]


def test_tickers_with_exchanges() -> None:
    fields = ["cik", "name", "ticker", "exchange"]
    listing = read({"fields": fields, "data": [[844143, "Invented Group Inc.", "INVG", "NYSE"], [2, "B", "BB", None]]})
    assert [c.tickers for c in listing.companies] == [(Ticker("INVG", "NYSE"),), (Ticker("BB"),)]
    assert listing.companies[0].evidence[0].quote == '[844143, "Invented Group Inc.", "INVG", "NYSE"]'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"cik": "1", "filings": {"recent": []}}', "this is JSON, not a filing"),
        ('{"cik": "1", "facts": {}}', "this is JSON, not a filing"),
        ('{"cik": "1", ', "this JSON is broken"),
        ('{"cik": ' + "[" * 100_000, "this JSON is (?:broken|nested too deep)"),
        ('{"cik": ' + "[" * 60 + "]" * 60 + "}", "nested too deep"),
    ],
)
def test_other_json_is_refused(text: str, why: str) -> None:
    assert is_listing(text.encode())
    with pytest.raises(Unreadable, match=why):
        read_listing(text.encode(), "x.json")


def test_half_a_character_becomes_the_sign_for_it() -> None:
    (company,) = read({**ENTITY, "name": "A\ud800"}).companies
    assert company.name == "A\ufffd"


def plain(node: Node) -> object:
    if isinstance(node.value, dict):
        return {key: plain(inner) for key, inner in node.value.items()}
    return [plain(inner) for inner in node.value] if isinstance(node.value, list) else node.value


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=15,
)


@given(VALUES, st.sampled_from([None, 2]), st.booleans())
def test_values_and_places_are_those_of_the_standard_reader(value: object, indent: int | None, ascii_: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_)
    node = parse(text)
    assert plain(node) == value
    assert json.loads(text[node.start : node.end]) == value
