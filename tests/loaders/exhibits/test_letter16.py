"""What former accountants say in Exhibit 16. All firms are invented."""

from __future__ import annotations

import pytest

from filigraph.loaders.exhibits.letter16 import read_letter
from filigraph.loaders.records import Stance
from filigraph.loaders.render import render

TOP = "March 9, 2006\n\nSecurities and Exchange Commission\nWashington, D.C. 20549\n\nLadies and Gentlemen:\n\n"
END = "\n\nVery truly yours,\n\n/s/ Vane & Moor LLP\nVane & Moor LLP\n"

CASES = {
    "agrees": ("We have read Item 4.01 and we agree with the statements made therein.", Stance.AGREES),
    "double negation": ("We have read Item 4 and do not disagree with what concerns our firm.", Stance.AGREES),
    "with some, no basis for others": (
        "We have read Item 4 and are in agreement with the first paragraph. We have no basis to agree or disagree with "
        "other statements.",
        Stance.PARTLY,
    ),
    "disagrees": ("We have read Item 4 and do not agree with the second paragraph.", Stance.DISAGREES),
    "no basis": ("We have read Item 4 and have no basis to agree or disagree with it.", Stance.NO_BASIS),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("html", [False, True])
def test_stance(case: str, html: bool) -> None:
    words, stance = CASES[case]
    source = TOP + words + END
    if html:
        lines = source.replace("&", "&amp;").splitlines()
        source = "<html><body>" + "".join(f"<p>{line}</p>" for line in lines if line) + "</body></html>"
    (letter,), problems = read_letter(render(2, source), "16.1")
    assert (letter.firm, letter.date, letter.addressee, letter.stance, letter.exhibit) == (
        "Vane & Moor LLP",
        "2006-03-09",
        "Securities and Exchange Commission",
        stance,
        "16.1",
    )
    assert problems == ()
    assert all(source[e.span.start : e.span.end] == e.quote for e in letter.evidence)


def test_neither_yes_nor_no_is_a_problem() -> None:
    (letter,), problems = read_letter(render(2, TOP + "We have read Item 4 and thank you." + END), "16")
    assert letter.stance is Stance.UNKNOWN
    assert [(p.what, p.evidence[0].quote) for p in problems] == [("letter-unread", "Vane & Moor LLP")]


def test_a_letter_that_no_firm_signs_is_a_problem() -> None:
    letters, problems = read_letter(render(2, TOP + "We have read it and we agree.\n"), "16")
    assert letters == ()
    assert [p.what for p in problems] == ["letter-unread"]
