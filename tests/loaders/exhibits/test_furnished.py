"""Exhibits that the text furnishes: their numbers, and sentences that points within them do not end."""

from __future__ import annotations

import pytest

from filigraph.loaders.exhibits.index import read_exhibit_index
from filigraph.loaders.render import render

_LIST = (
    "\n\nItem 9.01  Financial Statements and Exhibits.\n\n(d) Exhibits.\n\n"
    "10.1    Supply Agreement with Orley Works, Inc.\n\n99.1    Press release dated May 4, 2016.\n\n"
    "99.2    Pro forma balance sheet.\n\nSIGNATURES\n"
)
FILED, FURNISHED = "filed_herewith", "furnished"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (
            "Under General Instruction B.2. of Form 8-K, the information in this report, including exhibits, is "
            'furnished pursuant to Items 7.01 and 9.01 and shall not be deemed "filed" for the purposes of Section 18.',
            [FILED, FURNISHED, FURNISHED],
        ),
        (
            "The information in this Item 7.01, including Exhibit 99.1, shall not be deemed to be \u201cfiled\u201d.",
            [FILED, FURNISHED, FILED],
        ),
        (
            'Item 2.02 (including Exhibits 99.1 and 99.2) shall not be deemed "filed" for any purpose.',
            [FILED, FURNISHED, FURNISHED],
        ),
        (
            'Exhibits 99.1 through 99.2 hereto shall not be deemed "filed" for any purpose.',
            [FILED, FURNISHED, FURNISHED],
        ),
        (
            "A copy of the press release is furnished herewith as Exhibit 99.1 to this report. Exhibit 99.2 is new.",
            [FILED, FURNISHED, FILED],
        ),
        ("A copy of the agreement is furnished as Exhibit 10.1 to this report.", [FILED, FILED, FILED]),
        (
            'Exhibit 99.1 is attached. The information under Item 7.01 shall not be deemed "filed" for any purpose.',
            [FILED, FILED, FILED],
        ),
        ("This report and Exhibit 99.1 shall not be deemed an admission of any fact.", [FILED, FILED, FILED]),
        (
            "The information in this report, including Exhibit 99.1, is being furnished pursuant to Item 2.02.",
            [FILED, FURNISHED, FILED],
        ),
        ("Exhibit 10.1 is furnished with this report.", [FILED, FILED, FILED]),
        (
            'The press release and the balance sheet are furnished and shall not be deemed "filed" for any purpose.',
            [FILED, FURNISHED, FURNISHED],
        ),
        ("The press release is filed herewith. It shall not be deemed an offer.", [FILED, FILED, FILED]),
    ],
)
def test_the_text_furnishes_exhibits(words: str, status: list[str]) -> None:
    found = read_exhibit_index(render(1, words + _LIST))
    assert [(e.number, e.status.value) for e in found] == list(zip(["10.1", "99.1", "99.2"], status, strict=True))


def test_the_words_are_cited_and_a_mark_of_the_list_goes_before_them() -> None:
    source = "The press release is furnished as Exhibit 99.1." + _LIST
    release = read_exhibit_index(render(1, source))[1]
    assert [e.quote for e in release.evidence if e.field == "status"] == ["furnished as Exhibit 99.1"]
    marked = source.replace("May 4, 2016.", "May 4, 2016*").replace("SIGNATURES", "* Filed herewith.\n\nSIGNATURES")
    assert read_exhibit_index(render(1, marked))[1].status.value == FILED
