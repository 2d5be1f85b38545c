"""Who certifies in Exhibits 31 and 32. All people are invented."""

from __future__ import annotations

import pytest

from filigraph.loaders.exhibits.certification import read_certifications
from filigraph.loaders.render import render

ONE = """I, Ann B. Carver, certify that:

1. I have reviewed this quarterly report on Form 10-Q of Orley Foods, Inc.;

Date: May 2, 2003

/s/ Ann B. Carver
Ann B. Carver
Chief Executive Officer

"""
TWO = ONE + ONE.replace("Ann B. Carver", "Roy F. Stane").replace("Executive", "Financial").replace("May 2", "May 5")
SWORN = """In connection with the Annual Report of Orley Foods, Inc. (the "Company") on Form 10-K for the period ended
December 31, 2003 as filed with the Securities and Exchange Commission, I, Ann B. Carver, Chief Executive Officer of the
Company, certify, pursuant to 18 U.S.C. Section 1350, that the Report fully complies with section 13(a).

/s/ Ann B. Carver
Ann B. Carver
March 3, 2004

"""
TOGETHER = """Each of the undersigned certifies, pursuant to 18 U.S.C. Section 1350, that the report on Form 10-Q for
the period ended March 31, 2003 fully complies.

/s/ Ann B. Carver
Ann B. Carver, Chief Executive Officer

/s/ Roy F. Stane
Roy F. Stane, Chief Financial Officer
"""


def html(source: str) -> str:
    return "<html><body>" + "".join(f"<p>{line}</p>" for line in source.splitlines() if line) + "</body></html>"


CEO, CFO = "Chief Executive Officer", "Chief Financial Officer"
Q1 = "2003-03-31"
Row = tuple[str, str, list[str], str | None, str | None, str | None]
TWO_ROWS: list[Row] = [
    ("Ann B. Carver", "section_302", [CEO], "2003-05-02", "10-Q", None),
    ("Roy F. Stane", "section_302", [CFO], "2003-05-05", "10-Q", None),
]
CASES: dict[str, tuple[str, str, list[Row]]] = {
    "one": (ONE, "31.1", TWO_ROWS[:1]),
    "two in one exhibit": (TWO, "31", TWO_ROWS),
    "two in one exhibit of html": (html(TWO), "31", TWO_ROWS),
    "under oath, the office in the sentence": (
        SWORN,
        "32",
        [("Ann B. Carver", "section_906", [CEO], "2004-03-03", "10-K", "2003-12-31")],
    ),
    "two under oath": (
        SWORN + SWORN.replace("Ann B. Carver", "Roy F. Stane").replace("Executive", "Financial"),
        "32",
        [
            ("Ann B. Carver", "section_906", [CEO], "2004-03-03", "10-K", "2003-12-31"),
            ("Roy F. Stane", "section_906", [CFO], "2004-03-03", "10-K", "2003-12-31"),
        ],
    ),
    "together, the office beside the printed name": (
        TOGETHER,
        "99.1",
        [
            ("Ann B. Carver", "section_906", [CEO], None, "10-Q", Q1),
            ("Roy F. Stane", "section_906", [CFO], None, "10-Q", Q1),
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_who_certifies(case: str) -> None:
    source, exhibit, expected = CASES[case]
    found, problems = read_certifications(render(2, source), exhibit)
    assert [
        (c.name, c.kind.value, [k.title for k in c.capacities], c.date, c.form, c.period) for c in found
    ] == expected
    assert problems == ()
    assert all(source[e.span.start : e.span.end] == e.quote for c in found for e in c.evidence)


def test_a_certification_that_names_nobody_is_a_problem() -> None:
    found, problems = read_certifications(render(2, "The report fully complies with section 906.\n"), "32")
    assert found == ()
    assert [(p.what, p.where) for p in problems] == [("certification-unread", "exhibit 32")]
