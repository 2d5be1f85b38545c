"""Whole covers in layouts that trip readers up; every name on them is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from filigraph.loaders.cover import Cover, read_cover
from filigraph.loaders.records import Agent, Counsel, Plan, Registrant
from filigraph.loaders.render import render

COVERS = Path(__file__).parent / "covers"


def cover(name: str) -> Cover:
    return read_cover(render(1, (COVERS / f"{name}.txt").read_text("utf-8")))


REGISTRANTS = {
    "agent-and-lawyer-side-by-side": [("HARBOR TOOLS, INC.", "Delaware", "11-2345678")],
    "name-and-title-on-a-line": [("HARBOR TOOLS, INC.", "California", "95-1234567")],
    "annual-report-without-captions": [("HARBOR TOOLS, INC.", "Delaware", "11-2345678")],
    "html-post-effective-amendment": [("Quillon Ridge Bancorp", "Wisconsin", "39-7654321")],
    "two-registrants-and-three-firms-in-columns": [
        ("HARBOR POWER COMPANY", "Ohio", "34-1234567"),
        ("HARBOR POWER CAPITAL TRUST I", "Delaware", None),
    ],
    "table-of-additional-registrants": [
        ("HARBOR TOOLS, INC.", "Delaware", "11-2345678"),
        ("Harbor Anvil Company", "Ohio", "34-1111111"),
        ("Harbor Hammer and Chisel Manufacturing, L.P.", "Delaware", "34-2222222"),
        ("Harbor Saw LLC", "New York", "13-3333333"),
    ],
}
PLANS = {
    "agent-and-lawyer-side-by-side": ["1996 Stock Option Plan", "1996 Directors' Stock Option Plan, as amended"],
    "lawyer-after-the-firm": ["RICHLAND ELECTRONICS, INC. AND ITS SUBSIDIARIES 1996 EMPLOYEE STOCK OPTION PLAN"],
    "plan-without-caption": ["HARBOR TOOLS, INC. 1997 STOCK INCENTIVE PLAN"],
    "amendment-dates-are-no-plans": [
        "1995 Employee Stock Option Plan, Amended as of July 26, 1996, July 18, 1997 and May 2, 1998",
        "1995 Non-Employee Directors' Stock Option Plan",
        "1995 Employee Stock Purchase Plan",
    ],
    "html-post-effective-amendment": [
        "Quillon Ridge Bancorp 2010 Long-Term Incentive Plan",
        "Quillon Ridge Bancorp Deferred Compensation Plan for Directors",
    ],
    "two-registrants-and-three-firms-in-columns": [],
}
AGENTS = {
    "agent-and-lawyer-side-by-side": [
        ("Robert E. Whitfield", ("Executive Vice President",), "Harbor Tools, Inc.", "(516) 391-1300")
    ],
    "lawyer-after-the-firm": [
        ("Robert E. Whitfield", ("Executive Vice President",), "Harbor Tools, Inc.", "(516) 391-1300")
    ],
    "own-lawyer-first-and-wrapped-firm": [("Dana P. Orwell", ("Chief Executive Officer",), None, "(516) 391-1300")],
    "name-and-title-on-a-line": [("Anthony C. Diaz", ("Chief Executive Officer",), None, "(213) 555-1212")],
    "plan-without-caption": [("Nancy G. Hollander", ("President",), "Harbor Tools, Inc.", "(516) 391-1300")],
    "agent-caption-under-the-lawyers": [("Nancy G. Hollander", ("President",), "Harbor Tools, Inc.", None)],
    "firm-as-agent-and-three-lawyers-on-a-line": [
        ("Zamir, Aharon, Gal and Stanhope & Crowell LLP", (), None, "(212) 660-5000")
    ],
    "html-post-effective-amendment": [
        ("Ingrid S. Tallis", ("Senior Vice President", "General Counsel"), "Quillon Ridge Bancorp", "(920) 555-0100")
    ],
    "two-registrants-and-three-firms-in-columns": [
        ("Nancy C. Ashby", ("Secretary",), "Harbor Power Company", "(330) 384-5504"),
        ("Lucas F. Torrance", (), "Winship Stimpson Putney & Roberts LLP", "(212) 858-1000"),
    ],
    "table-of-additional-registrants": [("Nancy G. Hollander", (), "Harbor Tools, Inc.", None)],
}
COUNSEL = {
    "agent-and-lawyer-side-by-side": [("Marlow Pennington & Stace", ("Henrietta Q. Lindqvist",), ("copies_to",))],
    "lawyer-after-the-firm": [("Marlow, Pennington, Hale & McCrory", ("Howard S. Kelbrook",), ("copies_to",))],
    "own-lawyer-first-and-wrapped-firm": [
        ("HARBOR TOOLS, INC.", ("Gena Ashford",), ("copies_to",)),
        (
            "Marlow Pennington Stace Villanova Franklin & Hatch, LLP",
            ("Ruth B. Adler", "Peter Novak-Reyes"),
            ("copies_to",),
        ),
    ],
    "firm-as-agent-and-three-lawyers-on-a-line": [
        ("Zamir, Aharon, Gal and Stanhope & Crowell LLP", (), ("agent_for_service",)),
        ("Stanhope & Crowell LLP", ("Oded Har-Tal", "Robert V. Condon III", "David Hubert"), ("copies_to",)),
    ],
    "plan-without-caption": [("OTTERBOURNE SMYTHE & KEANE, P.C.", ("DAVID A. SERRANO",), ("copies_to",))],
    "name-and-title-on-a-line": [],
    "agent-caption-under-the-lawyers": [
        ("Akers Grant Strand Hauser & Feldt, L.L.P.", ("Paul A. Belview",), ("copies_to",))
    ],
    "html-post-effective-amendment": [("Foley Harker LLP", ("Theodore R. Blum",), ("copies_to",))],
    "two-registrants-and-three-firms-in-columns": [
        (
            "Winship Stimpson Putney & Roberts LLP",
            ("Lucas F. Torrance", "Michael F. Cusack"),
            ("copies_to", "agent_for_service"),
        ),
        ("Calder & Halstead, P.A.", ("Stephen M. Waters",), ("copies_to",)),
        ("Simmons Thacher & Bart", ("Thomas A. Quill",), ("copies_to",)),
    ],
}
FRONT = {
    "agent-and-lawyer-side-by-side": ("S-8", "1997-07-15", None),  # the number's blank form is none
    "html-post-effective-amendment": ("S-8 POS", "2012-05-03", "333-181111"),
    "two-registrants-and-three-firms-in-columns": ("S-3", "1999-05-03", "333-45678"),
    "annual-report-without-captions": ("10-K", None, None),
}


@pytest.mark.parametrize("name", REGISTRANTS)
def test_registrants(name: str) -> None:
    assert [(r.name, r.jurisdiction, r.ein) for r in cover(name).registrants] == REGISTRANTS[name]


@pytest.mark.parametrize("name", PLANS)
def test_plans(name: str) -> None:
    assert [p.title for p in cover(name).plans] == PLANS[name]


@pytest.mark.parametrize("name", AGENTS)
def test_agents(name: str) -> None:
    assert [(a.name, a.titles, a.organization, a.phone) for a in cover(name).agents] == AGENTS[name]


@pytest.mark.parametrize("name", COUNSEL)
def test_counsel(name: str) -> None:
    found = [(c.firm, c.lawyers, tuple(x.value for x in c.capacities)) for c in cover(name).counsel]
    assert found == COUNSEL[name]


@pytest.mark.parametrize("name", FRONT)
def test_front(name: str) -> None:
    found = cover(name)
    assert (found.form_type, found.filed, found.registration_number) == FRONT[name]


@pytest.mark.parametrize("path", sorted(COVERS.glob("*.txt")), ids=lambda p: p.stem)
def test_each_value_has_its_words_as_evidence(path: Path) -> None:
    source = path.read_text("utf-8")
    found = read_cover(render(1, source))
    things: list[Registrant | Plan | Agent | Counsel] = [
        *found.registrants,
        *found.plans,
        *found.agents,
        *found.counsel,
    ]
    for thing in things:
        assert thing.evidence
        assert all(source[e.span.start : e.span.end] == e.quote for e in thing.evidence)
    assert {e.field for r in found.registrants for e in r.evidence} >= {"name"}


def test_no_cover_no_registrant_is_a_problem() -> None:
    found = read_cover(render(1, "Nothing to see here.\n"))
    assert [p.what for p in found.problems] == ["no_registrant"]
