"""Items by code, by title and by heading, in both numberings."""

from __future__ import annotations

import pytest

from filigraph.loaders.events.items import present_code, read_items, read_sections
from filigraph.loaders.evidence import Evidence
from filigraph.loaders.render import render
from filigraph.loaders.span import Span


def said(*values: str) -> tuple[Evidence, ...]:
    return tuple(Evidence("items", Span(0, 10 * i, 10 * i + 5), value) for i, value in enumerate(values))


def items(body: str, *values: str, filed: str | None = "2006-05-01") -> list[tuple[str, str | None, str | None]]:
    text = render(1, body)
    found, problems = read_items("8-K", said(*values), read_sections(text), filed)
    assert problems == ()
    return [(i.code, i.title, i.present) for i in found]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Item 5.02.  Departure of Directors\n\nWords.\n", [("5.02", "Departure of Directors", "5.02")]),
        (  # a title over lines, and one that the text runs into
            "Item 3.01  Notice of Delisting or Failure to Satisfy a Continued\nListing Rule or Standard. On May 4 we\n",
            [("3.01", "Notice of Delisting or Failure to Satisfy a Continued Listing Rule or Standard", "3.01")],
        ),
        # the other numbering's title; a list begins below a whole title; the last word is none of the form's
        ("Item 9.01  Financial Statements, Pro Forma Financial Information and Exhibits.\n\n(c) Exhibits.\n",
         [("9.01", "Financial Statements, Pro Forma Financial Information and Exhibits", "9.01")]),
        ("Item 9.01. Financial Statements and Exhibits\n\nExhibit 10.1  Lease\n",
         [("9.01", "Financial Statements and Exhibits", "9.01")]),
        ("Item 9.01(d)  Exhibits\n\nExhibit No.  Description\n", [("9.01", "Exhibits", "9.01")]),
        ("Item 2.03  Arrangement of a Company.\n\nWords.\n", [("2.03", "Arrangement of a Company", "2.03")]),
        ("ITEM 6.  RESIGNATIONS OF DIRECTORS\n\nWords.\n", [("6", "RESIGNATIONS OF DIRECTORS", "5.02")]),
        ("Item 5.  Press Release\n\nWords.\n", [("5", "Press Release", "8.01")]),  # a title of its own
        ("Item 5. Other Events ......... 3\n\nItem 5. Other Events\n\nWords.\n", [("5", "Other Events", "8.01")]),
        ("Item 6.  Resignations of Directors\n\nNot applicable.\n\nItem 7.  Exhibits\n\nNone.\n", []),
        ("Words.\nItem 2.02 of this report is incorporated by reference.\n", []),  # a citation
        ("Items 1.01 and 5.02  Material Agreement\n\nWords.\n",
         [("1.01", "Material Agreement", "1.01"), ("5.02", "Material Agreement", "5.02")]),
    ],
)  # fmt: skip
def test_headings(body: str, found: list[tuple[str, str | None, str | None]]) -> None:
    assert items(body) == found


def test_a_title_that_both_numberings_have_counts_in_that_of_its_day() -> None:
    assert items("Words.\n", "Other events", filed="2003-05-01") == [("5", "Other events", "8.01")]
    assert items("Words.\n", "Other events", filed="2005-05-01") == [("8.01", "Other events", "8.01")]


def test_or_in_that_of_the_text() -> None:
    assert items("Item 5. Other Events\n\nWords.\n", "Other events", filed="2004-08-24")[0][0] == "5"


def test_codes_of_the_header() -> None:
    assert items("Words.\n", "5.02", "9.01") == [("5.02", None, "5.02"), ("9.01", None, "9.01")]


def test_an_unknown_title_is_a_problem() -> None:
    found, problems = read_items("8-K", said("Weather"), (), "2006-05-01")
    assert (found, [(p.what, p.where) for p in problems]) == ((), [("unknown-item", "header")])


def test_other_forms_keep_what_their_header_says() -> None:
    found, problems = read_items("D", said("06b", "3C.1"), (), None)
    assert ([(i.code, i.title, i.present) for i in found], problems) == (
        [("06b", None, None), ("3C.1", None, None)],
        (),
    )


@pytest.mark.parametrize(
    ("code", "now"), [("4", "4.01"), ("6", "5.02"), ("12", "2.02"), ("7.01", "7.01"), ("13", None)]
)
def test_old_codes_and_those_that_took_their_place(code: str, now: str | None) -> None:
    assert present_code(code) == now
