"""Headlines of Exhibit 99: below letterhead and contacts, above the dateline. All names are invented."""

from __future__ import annotations

import pytest

from filigraph.loaders.exhibits.press import read_attachment
from filigraph.loaders.records import AttachmentKind
from filigraph.loaders.render import render

DATELINE = "PORTLAND, Maine, July 22, 2004 -- Orley Foods, Inc. today reported net sales of $3 million.\n"

CASES: dict[str, tuple[str, str | None]] = {
    "two lines of capitals, the second one word": (
        "FOR IMMEDIATE RELEASE\n\nORLEY FOODS UPDATES STATUS OF A PLAN AND OF COST REDUCTION\nINITIATIVES\n" + DATELINE,
        "ORLEY FOODS UPDATES STATUS OF A PLAN AND OF COST REDUCTION INITIATIVES",
    ),
    "contacts in columns with an address for mail": (
        "CONTACT:\n                           Jane Q. Roe, CFA\nJohn Doe, CFO              Ann Poe (Media)\n"
        "ORLEY FOODS, INC.          ROE DOE ASSOC. LLC\n(555) 567-5648             (555) 370-4500\n"
        "                           jane@example.com\n\n     ORLEY FOODS REPORTS RECORD RESULTS\n\n" + DATELINE,
        "ORLEY FOODS REPORTS RECORD RESULTS",
    ),
    "a name opens the headline and is no letterhead": (
        "Exhibit 99.1\n\n HARBOR TELECOMMUNICATIONS LIMITED (HTL)\n    AND ORLEY EXPAND ALLIANCE\n" + DATELINE,
        "HARBOR TELECOMMUNICATIONS LIMITED (HTL) AND ORLEY EXPAND ALLIANCE",
    ),
    "a letterhead above a release's label": (
        "Orley Foods, Inc.\nFOR IMMEDIATE RELEASE\n\nOrley Foods Announces Plan\n   to Facilitate Growth\n" + DATELINE,
        "Orley Foods Announces Plan to Facilitate Growth",
    ),
    "a verb at the end of a line wants the next": (
        "Orley Foods Acquires\n\nHarbor Monument Corporation\n\n" + DATELINE,
        "Orley Foods Acquires Harbor Monument Corporation",
    ),
    "a company's name with its form inside a headline": (
        "Orley Foods, Inc. Agrees to Acquire Harbor Software Inc.\n" + DATELINE,
        "Orley Foods, Inc. Agrees to Acquire Harbor Software Inc.",
    ),
    "a date ends the headline": (
        "      ORLEY REPORTS RESULTS FOR THE YEAR ENDING\n              SEPTEMBER 30, 2004\n" + DATELINE,
        "ORLEY REPORTS RESULTS FOR THE YEAR ENDING SEPTEMBER 30, 2004",
    ),
    "a second headline is none of the first": (
        "Exhibit 99.1\nOrley Reports First Quarter Results\nRecord Sales Drive Highest Revenue Ever\n" + DATELINE,
        "Orley Reports First Quarter Results",
    ),
    "the running text comes first": (DATELINE + "ABOUT ORLEY FOODS\n", None),
    "a time stamp is no headline": (
        "      ORLEY FOODS, INCORPORATED\n      Moderator: Jane Roe\n      11-23-04/10:00 am CT\n"
        "Operator:      Good morning. I will be your\n               facilitator today.\n",
        None,
    ),
    "the kind of statement, not the company's name": (
        "      ORLEY BUSINESS MACHINES CORPORATION AND SUBSIDIARIES\n          CONSOLIDATED BALANCE SHEETS\n"
        "                               1991          1992\nCash                         $ 4,333       $ 1,849\n",
        "CONSOLIDATED BALANCE SHEETS",
    ),
    "parties of an agreement are none of its title": (
        "      AGREEMENT AND PLAN OF REORGANIZATION\n               AND MERGER\n                 AMONG\n"
        "           ORLEY FOODS, INC.\n",
        "AGREEMENT AND PLAN OF REORGANIZATION AND MERGER",
    ),
    "html, in bold": (
        "<html><body><p>Exhibit 99.1</p><p>For Immediate Release</p><p align=center><b>ORLEY NAMES JANE ROE<br>"
        f"TO THE BOARD OF DIRECTORS</b></p><p>{DATELINE}</p></body></html>",
        "ORLEY NAMES JANE ROE TO THE BOARD OF DIRECTORS",
    ),
    "a letter has none": ("July 1, 2004\n\nHarbor, Inc.\n1 Main Street\n\nGentlemen:\n\nWe write to you.\n", None),
}


@pytest.mark.parametrize("case", CASES)
def test_headline(case: str) -> None:
    source, headline = CASES[case]
    text = render(2, source)
    (found,) = read_attachment(text, "99.1")
    assert found.title == headline
    for evidence in found.evidence:
        assert source[evidence.span.start : evidence.span.end] == evidence.quote


def test_kind_and_date() -> None:
    (found,) = read_attachment(render(2, CASES["the running text comes first"][0]), "99.1")
    assert (found.kind, found.date) == (AttachmentKind.PRESS_RELEASE, "2004-07-22")
