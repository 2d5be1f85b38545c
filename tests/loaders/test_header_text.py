"""Headers written again from records: a record holds all that its header says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from filigraph.loaders.errors import FiligraphError
from filigraph.loaders.filing import read
from filigraph.loaders.header import parse_header
from filigraph.loaders.header_text import IGNORED, Element, canonical, elements, left_out, write_header
from filigraph.loaders.records import Filing, Party
from filigraph.loaders.sources import submissions
from filigraph.loaders.submission import split


def bare(party: Party) -> Party:
    return replace(party, evidence=())


def test_header_of_a_full_record(full: Filing) -> None:
    text = write_header(full)
    header = parse_header(text)
    assert header.accession == full.accession
    assert (header.form_type, header.filing_date, header.accepted) == ("S-8/A", "2003-09-19", "2003-09-19T16:02:11")
    assert (header.effective_date, header.period, header.items) == ("2003-09-19", "2003-06-30", ("5.02", "9.01"))
    assert [(e.name, e.value) for e in header.elements] == [("PUBLIC-DOCUMENT-COUNT", "2"), ("PRIVATE-TO-PUBLIC", "")]
    assert [replace(bare(p), values=()) for p in header.parties] == [replace(bare(p), values=()) for p in full.parties]
    assert left_out(text, full) == ()


@pytest.mark.parametrize(
    ("field", "name", "value"),
    [
        ("sic", "ASSIGNED-SIC", "2300"),
        ("ein", "IRS-NUMBER", "112928178"),
        ("state_of_incorporation", "STATE-OF-INCORPORATION", "DE"),
        ("fiscal_year_end", "FISCAL-YEAR-END", "1130"),
        ("former_names", "FORMER-CONFORMED-NAME", "OLD NAME INC"),
        ("values", "FILM-NUMBER", "03902345"),
        ("addresses", "PHONE", "4235550100"),
    ],
)
def test_what_the_record_lost_is_left_out(full: Filing, field: str, name: str, value: str) -> None:
    (party,) = full.parties
    empty: object = () if field in {"former_names", "values", "addresses"} else None
    poorer = replace(full, parties=(replace(party, **{field: empty}),))  # type: ignore[arg-type]
    assert Element(("FILER", "0000844143"), name, value) in left_out(write_header(full), poorer)


def test_value_of_another_party_does_not_count() -> None:
    source = (
        "<TYPE>4<ISSUER><CIK>0009999002<STATE>TN</ISSUER><REPORTING-OWNER><CIK>0009999003<STATE>KY</REPORTING-OWNER>"
    )
    header = parse_header(source)
    issuer, owner = header.parties
    mixed = (replace(issuer, addresses=owner.addresses), replace(owner, addresses=issuer.addresses))
    record = Filing("x", "x", "x", form_type="4", parties=header.parties)
    assert left_out(source, record) == ()
    assert left_out(source, replace(record, parties=mixed)) == (
        Element(("ISSUER", "0009999002"), "STATE", "TN"),
        Element(("REPORTING-OWNER", "0009999003"), "STATE", "KY"),
    )


def test_words_that_a_problem_quotes_are_told() -> None:
    source = "ACCESSION NUMBER:\t0009999001-03-000001\nCONFORMED SUBMISSION TYPE:\tS-8\nstray words\nNOVEL:\tthing\n"
    header = parse_header(source)
    record = Filing("x", "x", "x", accession=header.accession, form_type="S-8", problems=header.problems)
    assert left_out(source, record) == ()
    assert [e.value for e in left_out(source, replace(record, problems=()))] == ["thing", "stray words"]


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("ASSIGNED-SIC", "PETROLEUM REFINING [2911]", "2911"),
        ("ASSIGNED-SIC", "UNKNOWN SIC CODE [0000]", ""),
        ("IRS-NUMBER", "000000000", ""),
        ("IRS-NUMBER", "12345678901", "12345678901"),
        ("ACT", "1934 Act", "34"),
        ("ZIP", "-", ""),
        ("FILING-DATE", "20030926", "2003-09-26"),
    ],
)
def test_values_are_compared_as_records_have_them(name: str, raw: str, value: str) -> None:
    assert canonical(name, raw) == value


def test_ignored_elements_have_reasons() -> None:
    assert all(len(reason) > 20 for reason in IGNORED.values())
    source = "<TYPE>8-K<FILER><CIK>0009999002<ORGANIZATION-NAME>02 Finance</FILER>"
    header = parse_header(source)
    assert left_out(source, Filing("x", "x", "x", form_type="8-K", parties=header.parties)) == ()


def lost(folder: Path) -> tuple[int, list[str]]:
    """How many headers there are, and what their records do not give back, or give that is not there."""
    seen, found = 0, []
    for source in submissions([folder]):
        try:
            submission = split(source.read())
            filing = read(source.read(), source.name)
        except FiligraphError:
            continue
        if submission.header:
            seen += 1
            found += [f"{source.name}: {element}" for element in left_out(submission.header, filing)]
            invented = set(elements(write_header(filing))) - set(elements(submission.header))
            # copies that lost their tags have the time of acceptance as bare digits; a document may say the period
            known = {"ACCEPTANCE-DATETIME", "PERIOD"}
            found += [f"{source.name}: {e} is invented" for e in invented if e.name not in known]
    return seen, found


def test_every_header_of_the_sample_comes_out_of_its_record(sample: Path) -> None:
    assert lost(sample) == (60, [])


def test_every_real_header_comes_out_of_its_record(shared: Path) -> None:
    seen, found = lost(shared / "filings")
    assert found == []
    assert seen > 100
