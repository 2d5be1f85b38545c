"""What can be read in two ways is read in one, and both are said. All names are invented."""

from __future__ import annotations

import pytest

from filigraph.loaders.exhibits.doubts import unclear_firms
from filigraph.loaders.exhibits.index import read_exhibits
from filigraph.loaders.records import Auditor, AuditorCapacity, Counsel, CounselCapacity
from filigraph.loaders.render import render
from filigraph.loaders.signatures import read_signatures

MARKED = """
Item 8.  Exhibits

  5        Opinion of Vane & Moor LLP
 10.1*     Employment agreement of Ann B. Carver
 10.2*     Lease
 99.1**    1998 Stock Plan

{legend}
"""


def index(legend: str) -> list[tuple[str, str]]:
    found = read_exhibits(render(1, MARKED.format(legend=legend)))
    assert all(e.quote in ("10.1", "10.2", "99.1") for p in found.problems for e in p.evidence)
    return [(p.what, p.why) for p in found.problems]


def test_a_mark_without_a_legend_is_said_with_both_readings() -> None:
    tail = "which no legend explains: read as filed_herewith, or else incorporated_by_reference"
    assert index("Item 9.  Undertakings") == [
        ("ambiguous", f"Exhibits 10.1 and 10.2 are marked *, {tail}"),
        ("ambiguous", f"Exhibit 99.1 is marked **, {tail}"),
    ]


@pytest.mark.parametrize("legend", ["*  Filed herewith.\n** Furnished herewith.", "*  Filed herewith\n\n**  Plan."])
def test_a_legend_explains_its_mark_even_in_words_of_headings(legend: str) -> None:
    assert index(legend) == []


def test_a_legend_in_words_of_headings_tells_the_status() -> None:
    found = read_exhibits(render(1, MARKED.format(legend="*  Filed herewith.\n** Furnished herewith."))).exhibits
    assert [(e.number, e.status.value) for e in found] == [
        ("5", "filed_herewith"),
        ("10.1", "filed_herewith"),
        ("10.2", "filed_herewith"),
        ("99.1", "furnished"),
    ]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (
            "Consent of Lomax & Grier, P.C.",
            "The consent of Lomax & Grier, P.C. (Exhibit 23.1) is read as an auditor's, or else counsel's: "
            "no word says which",
        ),
        ("Consent of Lomax & Grier, P.C., independent accountants", None),
        ("Consent of Lomax & Grier, P.C. (included in Exhibit 5)", None),
        ("Consent of Lomax & Grier, CPAs", None),
    ],
)
def test_a_firm_that_no_word_places_is_said_with_both_readings(row: str, why: str | None) -> None:
    exhibits = read_exhibits(render(1, f"\nItem 8.  Exhibits\n\n  23.1     {row}\n")).exhibits
    auditors = (Auditor("Lomax & Grier, P.C.", (AuditorCapacity.CONSENT,)),)
    assert [p.why for p in unclear_firms(exhibits, (), auditors, ())] == ([why] if why else [])


def test_a_firm_that_gives_the_opinion_is_counsel() -> None:
    exhibits = read_exhibits(render(1, "\nItem 8.  Exhibits\n\n  23.1     Consent of Lomax & Grier, P.C.\n")).exhibits
    counsel = (Counsel("Lomax & Grier, P.C.", (), (CounselCapacity.OPINION,)),)
    assert list(unclear_firms(exhibits, (), (), counsel)) == []


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (
            "May 5, 1999",
            "The registrant signs on 1999-05-05 by the date beside it, on 1999-05-04 by the sentence above",
        ),
        ("May 4, 1999", None),
    ],
)
def test_two_dates_of_one_signature_are_both_said(day: str, why: str | None) -> None:
    text = render(
        1,
        "\n                         SIGNATURES\n"
        "  Pursuant to the requirements of the Securities Act of 1933, the Registrant has duly caused this\n"
        "Registration Statement to be signed on its behalf by the undersigned, thereunto duly authorized, in the\n"
        "City of Dover, State of Delaware, on May 4, 1999.\n\n"
        f"                         QUILLMARK, INC.\n\nDate: {day}        By: /s/ Ann B. Carver\n"
        "                         Ann B. Carver, President\n",
    )
    pages = read_signatures(text, (), None)
    assert [(p.what, p.why) for p in pages.problems] == ([("ambiguous", why)] if why else [])
