"""A page of signatures without an end is read up to a bound, and the rest is told."""

from __future__ import annotations

from filigraph.loaders.filing import read
from filigraph.loaders.signatures.pages import MOST_LINES


def test_what_is_left_of_an_endless_page_is_told() -> None:
    page = (
        "FORM S-8\nREGISTRATION STATEMENT\n\nSIGNATURES\n\nPursuant to the requirements of the Securities Act of 1933,"
        " this Registration Statement\nhas been signed by the following persons in the capacities indicated.\n\n"
    )
    rows = "/s/ Ann B. Carver        Director\n\n"
    short = read((page + rows * 2).encode(), "short.txt")
    assert "page-too-long" not in {p.what for p in short.problems}
    assert {s.name for s in short.signatures} == {"Ann B. Carver"}
    endless = read((page + rows * MOST_LINES).encode(), "endless.txt")
    (problem,) = (p for p in endless.problems if p.what == "page-too-long")
    assert problem.where == "signatures"
    assert str(MOST_LINES) in problem.why
    assert problem.evidence[0].quote.startswith("Pursuant to the requirements")
