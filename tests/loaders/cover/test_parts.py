"""The parts of the cover reader: captions, plan titles, address blocks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filigraph.loaders.cover import read_cover
from filigraph.loaders.cover.contacts import contacts_of
from filigraph.loaders.cover.drafts import name_key
from filigraph.loaders.cover.labels import Kind, copies_caption, kind_of
from filigraph.loaders.cover.layout import Band, items_of, rows_of
from filigraph.loaders.cover.lines import Line, classify, parts_of, sole_practitioner
from filigraph.loaders.cover.plans import read_plans
from filigraph.loaders.plain import render_plain
from filigraph.loaders.records import Agent, Counsel, Plan, Registrant
from filigraph.loaders.span import Piece, Text


def lines(source: str) -> list[Piece]:
    text = render_plain(1, source)
    return [text.line(n).strip() for n in range(len(text.lines)) if text.lines[n].strip()]


@pytest.mark.parametrize(
    ("caption", "kind"),
    [
        ("(Exact name of issuer as specified in its charter)", Kind.NAME),
        ("(Name of small business issuer in its charter)", Kind.NAME),
        ("(Translation of registrant's name into English)", Kind.OTHER),
        ("(State or other juris- diction of incorporation)", Kind.JURISDICTION),
        ("(Province or other jurisdiction of incorporation or organization)", Kind.JURISDICTION),
        ("(IRS Employer ID Number)", Kind.EIN),
        ("(Commission File Number)", Kind.OTHER),
        ("(Full titles of the plan(s))", Kind.PLAN),
        ("(Names, addresses and telephone numbers of agents for service)", Kind.AGENT),
        ("(Telephone number, including area code, of agent for service)", Kind.AGENT_PHONE),
        ("(Address, including zip code, and telephone number, of principal executive offices)", Kind.ADDRESS),
        ("(as amended)", None),
    ],
)
def test_what_a_caption_names(caption: str, kind: Kind | None) -> None:
    assert kind_of(caption) is kind


@pytest.mark.parametrize(
    "caption",
    [
        "Copy to:",
        "With a copy to:",
        "Copies of communications to:",
        "COPY OF ALL COMMUNICATION TO:",
        "Please send copies of all communications to:",
        "The Commission is requested to send copies of all communications to:",
        "Copies of all orders, notices and communications to:",
        "It is respectfully requested that the Commission send copies of all notices to:",
        "Copies of all communications, including communications sent to agent for service, should be sent to:",
    ],
)
def test_copies_captions(caption: str) -> None:
    (piece,) = lines(caption)
    found = copies_caption(piece)
    assert found is not None
    assert found.rest is None


def test_a_sentence_about_copies_is_no_caption() -> None:
    (piece,) = lines("Copies of the plan are available at the office of the company")
    assert copies_caption(piece) is None


@pytest.mark.parametrize(
    ("source", "titles"),
    [
        (
            "1996 Stock Plan\n1997 Employee Stock Purchase Plan",
            ["1996 Stock Plan", "1997 Employee Stock Purchase Plan"],
        ),
        ("Harbor Tools Employees' Thrift and Investment\nPlan", ["Harbor Tools Employees' Thrift and Investment Plan"]),
        ("1996 Plan and 1997 Plan", ["1996 Plan", "1997 Plan"]),
        ("1996 Option and Bonus Plan", ["1996 Option and Bonus Plan"]),  # "and" inside one title
        ("(1)  1996 Equity Plan\n(2)  Savings Plan", ["1996 Equity Plan", "Savings Plan"]),
        ("1996 Stock Option Plan for\nNon-Employee Directors", ["1996 Stock Option Plan for Non-Employee Directors"]),
        ("1996 Stock Option Plan\n(as amended and restated)", ["1996 Stock Option Plan (as amended and restated)"]),
        (
            "Inducement Agreement between Harbor and Linda\nL. Jordan\nHarbor Thrift Plan",
            ["Inducement Agreement between Harbor and Linda L. Jordan", "Harbor Thrift Plan"],
        ),
        ("1996 Plan\nAmended and Restated 2006 Plan", ["1996 Plan", "Amended and Restated 2006 Plan"]),
        ("Non-Plan Share Options", ["Non-Plan Share Options"]),
        ("-----\n1996 Plan\n-----", ["1996 Plan"]),
        ("Stock Option Award (Ann Lee)\n2019 Equity Plan", ["Stock Option Award (Ann Lee)", "2019 Equity Plan"]),
    ],
)
def test_plan_titles(source: str, titles: list[str]) -> None:
    assert [p.title for p in read_plans(lines(source))] == titles


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("(516) 391-1300", Line.PHONE),
        ("+41 21 653 02 00", Line.PHONE),
        ("Fax: (212) 575-1872", Line.PHONE),
        ("P.O. Box 19", Line.ADDRESS),
        ("One Battery Park Plaza", Line.ADDRESS),
        ("New York, New York 10004", Line.ADDRESS),
        ("Executive Vice President", Line.TITLE),
        ("MARTIN H. NIEDER, ESQ.", Line.PERSON),
        ("Marlow Pennington LLP", Line.ORGANIZATION),
        ("Attention: Howard S. Kelbrook", Line.ATTENTION),
    ],
)
def test_lines_of_an_address_block(line: str, kind: Line) -> None:
    assert classify(line) is kind


def test_two_contacts_under_one_another() -> None:
    block = (
        "A. B. Carr, Esq.\nCarr & Dunn\n1 Main Street\nAkron, Ohio 44308\nE. F. Gray, Esq.\nGray & Hill\n2 Main Street"
    )
    found = contacts_of(lines(block))
    assert [(c.firm, [str(p) for p in c.persons]) for c in found] == [
        ("Carr & Dunn", ["A. B. Carr"]),
        ("Gray & Hill", ["E. F. Gray"]),
    ]


def test_a_list_of_lawyers_on_one_line_and_one_who_practises_alone() -> None:
    (one, two) = lines("Ann B. Lee, Ivo Chen and Marc Lacroix\nDuane H. Rosk, Attorney at Law")
    assert [str(part) for _, part in parts_of(one)] == ["Ann B. Lee", "Ivo Chen", "Marc Lacroix"]
    assert sole_practitioner(str(two)) == "Duane H. Rosk"
    assert sole_practitioner("Marlow & Stace, Attorneys at Law") is None


def test_a_partner_who_is_a_corporation_of_one() -> None:
    (contact,) = contacts_of(lines("Ann B. Lee, P.C.\nIvo Chen, Esq.\nMarlow, Lee & Stace\n1 Main Street"))
    assert (contact.firm, [str(p) for p in contact.persons]) == ("Marlow, Lee & Stace", ["Ann B. Lee", "Ivo Chen"])


def test_a_cell_that_fills_its_column_is_parted_by_one_space() -> None:
    source = "Ann Lee           Copies to:\nHarbor Tools, Inc Marlow & Stace\n1 Main Street     2 Wall Street\n"
    text = render_plain(1, source)
    (band,) = items_of(rows_of(text, 0, 3))
    assert isinstance(band, Band)
    assert [[str(p) for p in column] for column in band.columns] == [
        ["Ann Lee", "Harbor Tools, Inc", "1 Main Street"],
        ["Copies to:", "Marlow & Stace", "2 Wall Street"],
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HARBOR TOOLS INC /DE/", "Harbor Tools, Inc."),
        ("THE HARBOR CO", "Harbor Company"),
        ("A & B CORP", "A and B Corp."),
    ],
)
def test_names_that_are_the_same(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


WORDS = st.sampled_from(
    [
        "(",
        ")",
        "Copies to:",
        "(Full title of the plan)",
        "(Name and address of agent for service)",
        "Plan",
        "and",
        "  ",
        "\n",
        "   ",
        "\n\n",
        "1 Main Street",
        "Esq.",
        "Ann Lee",
        "LLP",
        "11-2345678",
        "(State of incorporation)",
        "----",
        "|",
        "N/A",
    ]
)


@given(st.lists(WORDS | st.text(max_size=8), max_size=60).map(" ".join))
def test_any_text_reads_and_quotes_its_source(source: str) -> None:
    found = read_cover(Text(1, source, source))
    things: list[Registrant | Plan | Agent | Counsel] = [
        *found.registrants,
        *found.plans,
        *found.agents,
        *found.counsel,
    ]
    for thing in things:
        assert all(source[e.span.start : e.span.end] == e.quote for e in thing.evidence)
