"""What can be read in two ways is read in one, and the other is kept beside it. All names are invented."""

from __future__ import annotations

import pytest

from filigraph.loaders.exhibits.doubts import both_readings, without_attached
from filigraph.loaders.exhibits.index import read_exhibit_index
from filigraph.loaders.records import Auditor, AuditorCapacity, Counsel, CounselCapacity, Exhibit
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


def index(legend: str) -> tuple[Exhibit, ...]:
    return read_exhibit_index(render(1, MARKED.format(legend=legend)))


def others(exhibits: tuple[Exhibit, ...]) -> list[tuple[str, str, str, str, str]]:
    """Of each exhibit in doubt: number, status taken, field and value of the other reading, and why."""
    return [(e.number, e.status.value, a.field, a.value, a.why) for e in exhibits for a in e.alternatives]


def test_a_mark_without_a_legend_has_both_readings() -> None:
    taken, other = "filed_herewith", "incorporated_by_reference"
    found = index("Item 9.  Undertakings")
    assert others(found) == [
        ("10.1", taken, "status", other, "no legend explains *"),
        ("10.2", taken, "status", other, "no legend explains *"),
        ("99.1", taken, "status", other, "no legend explains **"),
    ]
    said = [(e.field, e.quote) for exhibit in found for a in exhibit.alternatives for e in a.evidence]
    assert said == [("why", "10.1"), ("why", "10.2"), ("why", "99.1")]


def test_an_exhibit_that_is_attached_is_filed_without_a_doubt() -> None:
    kept = without_attached(index("Item 9.  Undertakings"), ("S-8", "EX-5", "EX-10.2"))
    assert [number for number, *_ in others(kept)] == ["10.1", "99.1"]


@pytest.mark.parametrize("legend", ["*  Filed herewith.\n** Furnished herewith.", "*  Filed herewith\n\n**  Plan."])
def test_a_legend_explains_its_mark_even_in_words_of_headings(legend: str) -> None:
    assert others(index(legend)) == []


def test_a_second_list_that_tells_the_status_ends_the_doubt() -> None:
    again = "\nExhibit Index\n\n 10.1     Employment agreement of Ann B. Carver (incorporated by reference)\n"
    assert [number for number, *_ in others(index("Item 9.  Undertakings\n" + again))] == ["10.2", "99.1"]


def test_a_legend_in_words_of_headings_tells_the_status() -> None:
    assert [(e.number, e.status.value) for e in index("*  Filed herewith.\n** Furnished herewith.")] == [
        ("5", "filed_herewith"),
        ("10.1", "filed_herewith"),
        ("10.2", "filed_herewith"),
        ("99.1", "furnished"),
    ]


FIRM = "Lomax & Grier, P.C."


@pytest.mark.parametrize(
    ("row", "unclear"),
    [
        (f"Consent of {FIRM}", True),
        (f"Consent of {FIRM}, independent accountants", False),
        (f"Consent of {FIRM} (included in Exhibit 5)", False),
        ("Consent of Lomax & Grier, CPAs", False),
    ],
)
def test_a_firm_that_no_word_places_has_both_readings(row: str, unclear: bool) -> None:
    exhibits = read_exhibit_index(render(1, f"\nItem 8.  Exhibits\n\n  23.1     {row}\n"))
    auditor, counsel = Auditor(FIRM, (AuditorCapacity.CONSENT,)), Counsel(FIRM, (), (CounselCapacity.CONSENT,))
    auditors, _ = both_readings(exhibits, (), (auditor, Auditor("Other & Sons, CPAs")), ())
    _, lawyers = both_readings(exhibits, (), (), (counsel,))
    why = "neither its name nor the list says whose consent it is"
    said = [[(a.field, a.value, a.why, a.evidence[0].quote) for a in firm.alternatives] for firm in auditors]
    assert said == [[("kind", "counsel", why, row)] if unclear else [], []]
    assert [a.value for a in lawyers[0].alternatives] == (["auditor"] if unclear else [])


def test_a_firm_that_gives_the_opinion_is_counsel() -> None:
    exhibits = read_exhibit_index(render(1, f"\nItem 8.  Exhibits\n\n  23.1     Consent of {FIRM}\n"))
    counsel = (Counsel(FIRM, (), (CounselCapacity.OPINION,)),)
    assert both_readings(exhibits, (), (), counsel) == ((), counsel)


@pytest.mark.parametrize("day", ["May 5, 1999", "May 4, 1999"])
def test_two_dates_of_one_signature_are_both_kept(day: str) -> None:
    text = render(
        1,
        "\n                         SIGNATURES\n"
        "  Pursuant to the requirements of the Securities Act of 1933, the Registrant has duly caused this\n"
        "Registration Statement to be signed on its behalf by the undersigned, thereunto duly authorized, in the\n"
        "City of Dover, State of Delaware, on May 4, 1999.\n\n"
        f"                         QUILLMARK, INC.\n\nDate: {day}        By: /s/ Ann B. Carver\n"
        "                         Ann B. Carver, President\n",
    )
    (row,) = read_signatures(text, (), None).signatures
    said = [(a.field, a.value, a.why, [e.quote for e in a.evidence]) for a in row.alternatives]
    if day == "May 4, 1999":
        assert (row.date, said) == ("1999-05-04", [])
    else:
        why = "the sentence above the signature says so"
        assert (row.date, said) == ("1999-05-05", [("date", "1999-05-04", why, ["May 4, 1999"])])
