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
    "copy-to-beside-the-agent": [("HARBOR TOOLS, INC.", "Delaware", "11-2345678")],
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
    "html-firms-in-three-cells": [("Lumen Corvid Acquisition Corp.", "Cayman Islands", "98-1577238")],
    "html-firms-row-by-row": [("PELLUCID FINANCIAL CORPORATION", "Georgia", "58-1234567")],
    "and-between-two-columns": [("Blue Finch Foods Co.", "Minnesota", "41-1888888")],
    "foreign-issuer-and-service-company": [("Gilboa Optics Ltd.", "State of Israel", None)],
    "firm-form-on-its-own-line-and-own-people": [("ORCHARD & VALE HOLDINGS, INC.", "Delaware", "27-5555555")],
    "joint-plans-wrapped-at-and-the": [("HARBOR TOOLS, INC.", "Delaware", "11-2345678")],
    "captions-with-colons": [("Harbor Tools, Inc.", "Delaware", "11-2345678")],
    "everything-on-one-line": [("HARBOR TOOLS, INC.", "Delaware", "11-2345678")],
    "agreements-as-plans": [("HARBOR TOOLS, INC.", "Delaware", "11-2345678")],
    "company-over-each-plan": [("HARBOR TOOLS, INC.", "Delaware", "11-2345678")],
    "agent-after-attention": [("HARBOR TOOLS, INC.", "Delaware", "11-2345678")],
    "headings-over-columns": [("HARBOR TOOLS, INC.", "Delaware", "11-2345678")],
    "justified-lines": [("HARBOR TOOLS, INC.", "Delaware", "11-2345678")],
    "trust-company-as-agent": [("HARBOR TOOLS, INC.", "Delaware", "11-2345678")],
    "and-between-lawyers-and-firms": [("HARBOR TOOLS, INC.", "Delaware", "11-2345678")],
    "sentence-between-agent-and-lawyers": [("HARBOR TRUST COMPANY OF NEW JERSEY", "New Jersey", "22-1234567")],
    "html-lines-without-gaps": [("Seabright Corp plc", "England and Wales", "98-1234567")],
}
PLANS = {
    "copy-to-beside-the-agent": [
        "PARLOR HINGE COMPANIES INC. 1993 OMNIBUS STOCK PLAN (AS ASSUMED BY HARBOR TOOLS, INC.)",
        "INDIVIDUAL OPTION AGREEMENTS GRANTED UNDER THE INVENTED COMPUTER CONCEPTS, INC. 1995 STOCK INCENTIVE PLAN"
        " ASSUMED BY HARBOR TOOLS, INC.",
    ],
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
    "html-firms-in-three-cells": [],
    "html-firms-row-by-row": [],
    "and-between-two-columns": [],
    "foreign-issuer-and-service-company": [],
    "firm-form-on-its-own-line-and-own-people": [
        "2013 Equity Incentive Plan",
        "Stand-Alone Restricted Stock Unit Inducement Award Agreements",
        "Amended and Restated 2004 Stock Plan",
    ],
    "joint-plans-wrapped-at-and-the": [
        "THE HARBOR TOOLS, INC. EMPLOYEE SAVINGS AND STOCK OWNERSHIP PLAN",
        "HARBOR TOOLS, INC. SUPPLEMENTAL SAVINGS PLAN",
    ],
    "captions-with-colons": ["Harbor Tools, Inc. 1996 Long-Term Incentive Plan"],
    "everything-on-one-line": ["HARBOR TOOLS, INC. 1996 STOCK OPTION PLAN"],
    "agreements-as-plans": [
        "Stock Option Agreement dated as of June 1, 1996 with Robert P. Dunn",
        "Consulting Agreement dated May 3, 1997",
    ],
    "company-over-each-plan": [
        "HARBOR TOOLS, INC. 1996 STOCK OPTION PLAN",
        "HARBOR TOOLS, INC. 1997 DIRECTORS STOCK PLAN",
    ],
    "agent-after-attention": ["1996 Stock Option Plan"],
    "headings-over-columns": ["1996 Stock Option Plan"],
    "justified-lines": ["1996 Stock Option Plan"],
    "trust-company-as-agent": ["1996 Stock Option Plan"],
    "and-between-lawyers-and-firms": ["1996 Stock Option Plan"],
    "sentence-between-agent-and-lawyers": [],
    "html-lines-without-gaps": [
        "Seabright Corp plc 2023 Omnibus Plan",
        "Seabright Corp plc Sharesave Scheme",
        "Non-Plan Inducement Award",
    ],
}
AGENTS = {
    "copy-to-beside-the-agent": [("Lee R. Mittow", (), "Harbor Tools, Inc.", None)],
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
    "html-firms-in-three-cells": [("Adam Fishman", ("Chief Executive Officer",), None, None)],
    "html-firms-row-by-row": [
        ("Edwin W. Hortman, Jr.", ("President", "Chief Executive Officer"), None, "(229) 890-1111")
    ],
    "and-between-two-columns": [("Pat Q. Hollis", ("President",), "Blue Finch Foods Co.", "(612) 555-7700")],
    "foreign-issuer-and-service-company": [("Pugley & Associates", (), None, "(302) 738-6680")],
    "firm-form-on-its-own-line-and-own-people": [
        ("Maura T. O'Neil", ("Chief Financial Officer",), None, "(415) 555-0000")
    ],
    "joint-plans-wrapped-at-and-the": [
        ("Patrick J. Lynch", ("Vice President", "General Counsel", "Secretary"), "Harbor Tools, Inc.", "516-391-1300")
    ],
    "captions-with-colons": [("Patrick J. Lynch", (), None, "516-391-1300")],
    "everything-on-one-line": [("Patrick J. Lynch", ("President",), "Harbor Tools, Inc.", "(516) 391-1300")],
    "agreements-as-plans": [("CT Corporation System", (), None, "(212) 664-1666")],
    "company-over-each-plan": [("Nancy G. Hollander", (), "Harbor Tools, Inc.", None)],
    "agent-after-attention": [("Nancy G. Hollander", ("Secretary",), "Harbor Tools, Inc.", "(516) 391-1300")],
    "headings-over-columns": [("Nancy G. Hollander", ("Secretary",), "Harbor Tools, Inc.", "(516) 391-1300")],
    "justified-lines": [
        (
            "Nancy G. Hollander",
            ("Vice President", "General Counsel", "Secretary"),
            "Harbor Tools, Inc.",
            "(516) 391-1300",
        )
    ],
    "trust-company-as-agent": [("The Corporation Trust Company", (), None, "(302) 658-7581")],
    "and-between-lawyers-and-firms": [
        (
            "William P. O'Dea",
            ("Chairman of the Board", "President", "Chief Executive Officer"),
            "Harbor Tools, Inc.",
            "(516) 391-1300",
        )
    ],
    "sentence-between-agent-and-lawyers": [
        ("Siegfried F. Kessler", ("Chairman",), "Harbor Trust Company of New Jersey", "(201) 420-2500")
    ],
    "html-lines-without-gaps": [("C T Corporation System", (), None, "(212) 894-8940")],
}
COUNSEL = {
    "copy-to-beside-the-agent": [("Dorsal & Whitby LLP", ("Patrick F. Courtemain",), ("copies_to",))],
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
    "html-firms-in-three-cells": [
        ("Shearer & Sterling LLP", ("David Nee", "Ilir Mujal"), ("copies_to",)),
        ("Bradwell Berg, P.A.", (), ("copies_to",)),
        ("Sidney Aust LLP", ("Jon W. Dale",), ("copies_to",)),
    ],
    "html-firms-row-by-row": [
        ("Rogers & Hardy LLP", ("Jody L. Spence", "Lori A. Gellis"), ("copies_to",)),
        ("Hunton Andrew Kurz LLP", ("Christopher J. Zinkar", "Allison Weather"), ("copies_to",)),
    ],
    "and-between-two-columns": [
        ("Doherty, Rumbold & Butler, P.A.", ("Thomas O. Martell",), ("copies_to",)),
        ("Briggs and Mortensen, P.A.", ("Avron L. Gordon",), ("copies_to",)),
    ],
    "foreign-issuer-and-service-company": [
        ("Kramer Lewin Natal & Frank LLP", ("Ernest Wexler",), ("copies_to",)),
        ("Zisman Aharon Gayer & Co. Law Offices", ("Shmuel Zisman",), ("copies_to",)),
    ],
    "firm-form-on-its-own-line-and-own-people": [
        (
            "Wilmot Sorrel Good & Rossi Professional Corporation",
            ("Michael S. Ringle", "Derek L. Willis"),
            ("copies_to",),
        )
    ],
    "joint-plans-wrapped-at-and-the": [
        ("PROSKER ROSS GOTZ & MENDELL LLP", ("ARNOLD S. JACOBY",), ("copies_to",)),
        ("O'SULLIVAN GRAEV & KARABEL, LLP", ("JULIE M. ALLENDE",), ("copies_to",)),
    ],
    "captions-with-colons": [],
    "everything-on-one-line": [("Marlow Pennington & Stace", ("Henry S. Marlow",), ("copies_to",))],
    "agreements-as-plans": [("Law Offices of Henry S. Marlow", ("Henry S. Marlow",), ("copies_to",))],
    "company-over-each-plan": [],
    "agent-after-attention": [],
    "headings-over-columns": [("Marlow & Stace LLP", ("Paul A. Belview",), ("copies_to",))],
    "justified-lines": [
        ("Marlow & Stace", ("Paul A. Belview",), ("copies_to",)),
        ("Harbor Tools, Inc.", ("Rosa L. Diaz",), ("copies_to",)),
    ],
    "trust-company-as-agent": [],
    "and-between-lawyers-and-firms": [
        ("Lanier Ford Shaver & Payne, P.C.", ("Robert J. Lanier, Jr.", "Susan T. Wexford"), ("copies_to",)),
        ("Akin Strauss, L.L.P.", ("Delos Q. Reeve",), ("copies_to",)),
    ],
    "sentence-between-agent-and-lawyers": [("Arnold R. Portman & Wells", ("Lee B. Salter",), ("copies_to",))],
    "html-lines-without-gaps": [
        ("Seabright Corp plc", ("Orla M. Quist",), ("copies_to",)),
        ("Gordon Frears (US) LLP", ("Niall J. Hart",), ("copies_to",)),
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
    assert [p.what for p in found.problems] == ["no-registrant"]
