"""The period of a report that has no header: the end of its year or quarter, the day of the earliest event."""

from __future__ import annotations

import pytest

import filigraph
from filigraph.loaders.cover import read_cover
from filigraph.loaders.cover.period import read_period
from filigraph.loaders.render import render


def period(source: str, form: str) -> str | None:
    text = render(1, source)
    return read_period(text, len(text.chars), form)[0]


@pytest.mark.parametrize(
    ("words", "form", "day"),
    [
        (
            "For the fiscal year ended: February 3, 2006\nFor the transition period from ___ to ___",
            "10-K",
            "2006-02-03",
        ),
        ("For the Quarterly Period Ended\nSeptember 30, 2023", "10-Q", "2023-09-30"),
        ("For the quarter ended June 30, 1998", "10-QSB", "1998-06-30"),
        ("For the fiscal year ended ______\nas of the close of June 30, 1998", "10-K", None),
        ("For the year ended December 31, 2001", "S-3", None),  # a registration statement has no period
        ("Date of Report (Date of earliest event reported): May 4, 2009", "8-K", "2009-05-04"),
        ("Date of Report (Date of earliest event reported): July 19, 2005\n      (July 15, 2005)", "8-K", "2005-07-15"),
        ("Date of Report: April 30, 2003\n(date of earliest event reported March 21,2003)", "8-K", "2003-03-21"),
        ("Date of Report: May 4, 2009 (Date of Earliest Event Reported): April 30, 2009", "8-K", "2009-04-30"),
        ("Date of Report: May 4, 2009\n(Date of Earliest Event Reported)", "8-K/A", "2009-05-04"),
        ("June 11, 1999\n______________\n(Date of earliest event reported)", "8-K", "1999-06-11"),
        ("Date of Report: April 26, 2001\n\nQuillfeather Corporation", "8-K", None),  # the day of the report only
        ("Date of earliest event reported: as of our notice of May 4, 2009", "8-K", None),
    ],
)
def test_the_period_as_the_cover_prints_it(words: str, form: str, day: str | None) -> None:
    assert period(words, form) == day


def test_the_words_are_cited_and_the_record_has_the_day() -> None:
    source = (
        "\nFORM 8-K\nCURRENT REPORT\n\nDate of Report (Date of earliest event reported): May 4, 2009\n\n"
        "QUILLFEATHER CORPORATION\n(Exact name of registrant as specified in its charter)\n"
    )
    record = filigraph.read(source.encode(), "report.txt")
    assert record.period == "2009-05-04"
    assert [e.quote for e in record.evidence if e.field == "period"] == ["May 4, 2009"]


def test_a_header_goes_before_the_cover() -> None:
    cover = "FORM 10-K\nFor the fiscal year ended June 30, 1998\nQUILLFEATHER CORPORATION\n(Exact name of registrant)\n"
    header = (
        "<SEC-DOCUMENT>0009999001-98-000001.txt : 19980901\n<SEC-HEADER>0009999001-98-000001.hdr.sgml : 19980901\n"
        "ACCESSION NUMBER:\t\t0009999001-98-000001\nCONFORMED SUBMISSION TYPE:\t10-K\nPUBLIC DOCUMENT COUNT:\t\t1\n"
        "CONFORMED PERIOD OF REPORT:\t19980629\nFILED AS OF DATE:\t\t19980901\n</SEC-HEADER>\n"
        f"<DOCUMENT>\n<TYPE>10-K\n<SEQUENCE>1\n<TEXT>\n{cover}</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n"
    )
    assert filigraph.read(header.encode(), "a.txt").period == "1998-06-29"
    assert read_cover(render(1, cover)).period == "1998-06-30"
