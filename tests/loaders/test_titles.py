"""Capacities split into single titles, and the roles they name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filigraph.loaders.titles import is_title, read_titles


@pytest.mark.parametrize(
    ("printed", "titles", "roles"),
    [
        ("President and Director", "President; Director", "PRES DIR"),
        ("President & CEO", "President; CEO", "PRES CEO"),
        ("President/CEO", "President; CEO", "PRES CEO"),
        ("CEO/CCO", "CEO; CCO", "CEO CXO"),
        # abbreviations
        ("Vice Pres./Secy./Treas./ Director", "Vice Pres; Secy; Treas; Director", "VP SEC TREAS DIR"),
        ("Pres. & Treas.", "Pres; Treas", "PRES TREAS"),
        ("V.P. Finance and Sec'y", "V.P. Finance; Sec'y", "VP SEC"),
        ("Chmn., CEO and Gen. Counsel", "Chmn; CEO; Gen. Counsel", "CHAIR CEO GC"),
        # how a director was elected is no office
        ("Member of the Board (employee-elected)", "Member of the Board", "DIR"),
        # an area behind a comma is no title
        (
            "Executive Vice President, Finance and Administration, and Chief Financial Officer",
            "Executive Vice President, Finance and Administration; Chief Financial Officer",
            "VP CFO",
        ),
        (
            "Senior Vice President, Corporate\nDevelopment and General Counsel",
            "Senior Vice President, Corporate Development; General Counsel",
            "VP GC",
        ),
        (
            "Senior Vice President, General\nCounsel and Secretary",
            "Senior Vice President; General Counsel; Secretary",
            "VP GC SEC",
        ),
        # what the company is in which the office is held is no second office
        (
            "President of Quill Management, Inc., the Manager of Quill Fund LLC",
            "President of Quill Management, Inc., the Manager of Quill Fund LLC",
            "PRES",
        ),
        (
            "President of Quill, Inc. and the Manager of Vane LLC",
            "President of Quill, Inc.; Manager of Vane LLC",
            "PRES MM",
        ),
        (
            "Vice President and Treasurer\nSigning on behalf of the Registrant as the Principal Financial Officer",
            "Vice President; Treasurer; Principal Financial Officer",
            "VP TREAS PFO",
        ),
        ("Director, President,\nQuill Fund, Inc.", "Director; President, Quill Fund, Inc.", "DIR PRES"),
        # shared heads
        ("Principal Financial and Accounting Officer", "Principal Financial and Accounting Officer", "PFO PAO"),
        (
            "Principal Financial and Principal Accounting Officer",
            "Principal Financial and Principal Accounting Officer",
            "PFO PAO",
        ),
        (
            "Principal Executive, Financial and Accounting Officer",
            "Principal Executive, Financial and Accounting Officer",
            "PEO PFO PAO",
        ),
        ("Chief Accounting, Risk, and Compliance Officer", "Chief Accounting, Risk, and Compliance Officer", "CAO CXO"),
        # parentheses
        (
            "Chief Executive Officer (Principal\nExecutive Officer) and Director",
            "Chief Executive Officer; Principal Executive Officer; Director",
            "CEO PEO DIR",
        ),
        ("President (Registrant)", "President", "PRES"),
        # nothing between but white space
        ("Chief Executive Officer\nDirector", "Chief Executive Officer; Director", "CEO DIR"),
        (
            "Vice President of Finance Chief Financial Officer",
            "Vice President of Finance; Chief Financial Officer",
            "VP CFO",
        ),
        ("Senior Vice\nPresident", "Senior Vice President", "VP"),
        # dashes
        ("Vice President--Controller", "Vice President--Controller", "VP CTRL"),
        (
            "Treasurer\nSigning on behalf of the Registrant and as\nprincipal financial officer",
            "Treasurer; principal financial officer",
            "TREAS PFO",
        ),
        ("President, on behalf of the Trust", "President", "PRES"),
        ("Vice President -\nGeneral Counsel and Secretary", "Vice President - General Counsel; Secretary", "VP GC SEC"),
        ("Vice President-\nFinance", "Vice President-Finance", "VP"),
        ("Director -- Principal Executive Officer", "Director; Principal Executive Officer", "DIR PEO"),
        # chairs
        ("Chairman, Board of Directors", "Chairman, Board of Directors", "CHAIR"),
        ("Vice Chairman and Director", "Vice Chairman; Director", "CHAIR DIR"),
        ("Chairman of the Audit Committee", "Chairman of the Audit Committee", "OTHER"),
        ("Chairman, Administrative Committee", "Chairman, Administrative Committee", "PADM"),
        ("Member, Benefits Committee", "Member, Benefits Committee", "PADM"),
        # boards of other kinds
        ("Member of the Board of Managers", "Member of the Board of Managers", "DIR"),
        ("Member of the\nExecutive Board.", "Member of the Executive Board", "DIR"),
        ("Trustee", "Trustee", "DIR"),
        ("Manager", "Manager", "MM"),
        ("Managing Member", "Managing Member", "MM"),
        # the rest
        ("Its President", "President", "PRES"),
        ("Title: Treasurer", "Treasurer", "TREAS"),
        ("Chief Executive Officer and a Director", "Chief Executive Officer; Director", "CEO DIR"),
        ("Director and Attorney-in-fact", "Director", "DIR"),
        (
            "Executive Chairman and Retired Chief Executive Officer",
            "Executive Chairman; Retired Chief Executive Officer",
            "CHAIR",
        ),
        (
            "Director and General Manager, Climate Control Division",
            "Director; General Manager, Climate Control Division",
            "DIR OTHER",
        ),
        ("Senior Director of Corporate Accounting", "Senior Director of Corporate Accounting", "OTHER"),
        (
            "President, CEO, CFO, Secretary and Sole Director",
            "President; CEO; CFO; Secretary; Sole Director",
            "PRES CEO CFO SEC DIR",
        ),
        ("Executive V.P., CFO, and Director", "Executive V.P.; CFO; Director", "VP CFO DIR"),
        ("Authorized Representative in the United States", "Authorized Representative in the United States", "AUSR"),
        ("Representative Director", "Representative Director", "DIR"),  # of a Japanese company
        ("Chief Scientific Officer", "Chief Scientific Officer", "CXO"),
        ("Chief Technical Officer", "Chief Technical Officer", "CTO"),
        ("Founder, Trust Officer", "Founder; Trust Officer", "FOUNDER OTHER"),
        ("Authorized Signatory", "Authorized Signatory", "AUTH"),
        ("General Partner", "General Partner", "GP"),
    ],
)
def test_split_and_roles(printed: str, titles: str, roles: str) -> None:
    found = read_titles(printed)
    assert "; ".join(c.title for c in found) == titles
    assert " ".join(dict.fromkeys(r for c in found for r in c.roles)) == roles


def test_a_trustee_of_a_plan_is_no_director() -> None:
    assert [c.roles for c in read_titles("Trustee", plan=True)] == [("TTEE",)]


def test_a_chief_executive_is_principal_only_where_printed() -> None:
    assert [c.roles for c in read_titles("Chief Executive Officer")] == [("CEO",)]


@pytest.mark.parametrize(
    "printed",
    [
        "Director",
        "DIRECTOR",
        "principal executive officer",
        "Vice President-Finance",
        "Trust Officer",
        "Plan Administrator",
    ],
)
def test_titles(printed: str) -> None:
    assert is_title(printed)


@pytest.mark.parametrize(
    "printed",
    [
        "Ann B. Carver",
        "Ann B. Carver, President",
        "QUILLMARK INC.",
        "May 4, 1999",
        "",
        "Signature",
        "Director of the Registrant has signed this registration statement pursuant to the requirements",
        "Attorney-in-Fact",
    ],
)
def test_what_is_no_title(printed: str) -> None:
    assert not is_title(printed)


@given(st.text())
def test_any_text_is_read_without_error(words: str) -> None:
    titles = [c.title for c in read_titles(words)]
    assert all(titles)
    assert len({t.casefold() for t in titles}) == len(titles)
    is_title(words)
