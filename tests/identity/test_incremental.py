"""Filings one by one, in any order and any portions, make the same people, links and graph as all at once."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import filigraph
from filigraph.identity.appointments import Papers, Power, Use
from filigraph.identity.decisions import Decision
from filigraph.identity.houses import settle_firms
from filigraph.identity.judgement import Verdict
from filigraph.identity.mentions import Facts, Mention
from filigraph.identity.policies import Policy
from filigraph.identity.register import Register
from filigraph.identity.settle import settle_people
from filigraph.identity.statements import changes
from filigraph.kg import KnowledgeGraph
from filigraph.loaders.iri import ID
from filigraph.store import nquads
from filigraph.store.embedded import Embedded

GIVEN = ("Harlan", "H.", "Harlan J.", "Henrike", "Henrike T.", "H. T.")
FAMILY = ("Quist", "Quist, Jr.", "Quist-Osgood", "Quistt")
CIKS = ("", "", "", "0001111111", "0001111112")

names = st.builds(lambda g, f: f"{g} {f}", st.sampled_from(GIVEN), st.sampled_from(FAMILY))
kinds = st.sampled_from(("signature", "signature", "owner", "attorney", "lawyer", "auditor"))
rows = st.tuples(kinds, names, st.sampled_from(CIKS))
Drawn = list[tuple[str, list[tuple[str, str, str]], int]]
companies = st.sampled_from(("c1", "c2", "c3"))
filings = st.lists(st.tuples(companies, st.lists(rows, max_size=5), st.integers(0, 3)), min_size=1, max_size=7)


def made(drawn: Drawn) -> list[Facts]:
    out = []
    for n, (company, mentions, day) in enumerate(drawn):
        filing, date = f"filing/{n:04}", f"2003-01-0{day + 1}"
        found = tuple(
            Mention(f"{filing}/{kind}/{i}", kind, _name(kind, name), filing, f"company/{company}", date, "", "", cik)
            for i, (kind, name, cik) in enumerate(mentions)
        )
        ties = tuple((m.iri, "signedFor", f"company/{company}", date) for m in found if m.kind == "signature")
        named = (
            (f"company/{company}", "Quist & Osgood LLP" if n % 2 else "Quist Mills", "cover", f"{filing}/registrant/1"),
        )
        out.append(Facts(filing, date, (f"company/{company}",), found, named, ties, _papers(found, filing, date)))
    return out


def _papers(mentions: tuple[Mention, ...], filing: str, date: str) -> Papers | None:
    """All sign by the first attorney; in every third filing they appoint the attorneys instead."""
    agents = tuple(m.iri for m in mentions if m.kind == "attorney")
    signers = tuple(m.iri for m in mentions if m.kind == "signature")
    if not agents or not signers:
        return None
    found = Papers(filing, date, "S-8", (mentions[0].company,), filed_before=True)
    if int(filing[-1]) % 3 == 0:
        return replace(found, powers=(Power(f"{filing}/power/1", agents, signers),))
    return replace(found, uses=tuple(Use(signer, agents[0], date) for signer in signers))


def _name(kind: str, name: str) -> str:
    if kind == "owner":
        given, _, family = name.partition(" ")
        return f"{family} {given}".upper()
    return f"{name.split()[-1]} & Osgood LLP" if kind == "auditor" else name


class Graph:
    """A register with the lines that its changes have made so far."""

    def __init__(self, policies: Iterable[Policy] = Policy) -> None:
        self.register = Register()
        self.lines: set[str] = set()
        for policy in policies:
            self.register.keep(policy)

    def take(self, filings: Iterable[Facts], decisions: Iterable[Decision] = ()) -> set[str]:
        table = tuple(decisions)
        with self.register.work():
            for facts in filings:
                self.register.take(facts)
            settle_people(self.register, table)
            settle_firms(self.register, table)
            for gone, new in changes(self.register):
                assert self.lines >= set(gone), "only what is there is taken out"
                self.lines -= set(gone)
                assert self.lines.isdisjoint(new), "only what is not there is put in"
                self.lines |= set(new)
            self.register.renamed()
        return self.lines


@settings(max_examples=60, deadline=None)
@given(filings, st.randoms(use_true_random=False), st.integers(1, 4))
def test_portions_in_any_order(drawn: Drawn, order: random.Random, size: int) -> None:
    whole = made(drawn)
    expected = Graph().take(whole)
    shuffled = order.sample(whole, len(whole))
    graph = Graph()
    for start in range(0, len(shuffled), size):
        graph.take(shuffled[start : start + size])
    assert graph.lines == expected


@settings(max_examples=30, deadline=None)
@given(filings, st.integers(0, 7))
def test_ties_under_a_policy_that_is_kept_late(drawn: Drawn, late: int) -> None:
    whole = made(drawn)
    graph = Graph([Policy.BALANCED])
    graph.take(whole[:late])
    assert not [line for line in graph.lines if f"<{Policy.STRICT.derived}>" in line]
    graph.register.keep(Policy.STRICT)
    graph.take(whole[late:])
    assert graph.lines == Graph([Policy.BALANCED, Policy.STRICT]).take(whole)


@settings(max_examples=30, deadline=None)
@given(filings, st.randoms(use_true_random=False))
def test_a_filing_read_anew_and_put_back(drawn: Drawn, order: random.Random) -> None:
    whole = made(drawn)
    graph = Graph()
    expected = set(graph.take(whole))
    chosen = order.choice(whole)
    papers = _papers(chosen.mentions[1:], chosen.filing, "1999-01-01")
    fewer = replace(chosen, mentions=chosen.mentions[1:], names=(), date="1999-01-01", papers=papers)
    changed = set(graph.take([fewer]))
    assert changed == Graph().take([fewer if facts is chosen else facts for facts in whole])
    assert graph.take([chosen]) == expected


@settings(max_examples=40, deadline=None)
@given(filings, st.randoms(use_true_random=False))
def test_decisions_hold_and_are_undone(drawn: Drawn, order: random.Random) -> None:
    whole = made(drawn)
    people = sorted(m.iri for f in whole for m in f.mentions if m.kind in ("signature", "attorney", "owner", "lawyer"))
    graph = Graph()
    expected = set(graph.take(whole))
    if len(people) < 2:
        return
    a, b = sorted(order.sample(people, 2))
    for judgement in (Verdict.SAME, Verdict.DIFFERENT):
        decision = Decision("2026-01-05", "ab", "person", a, b, judgement, "", "")
        decided = set(graph.take([], [decision]))
        assert (resolved(graph.register, a) == resolved(graph.register, b)) is (judgement is Verdict.SAME)
        fresh = Graph()
        for facts in order.sample(whole, len(whole)):
            fresh.take([facts], [decision])
        assert fresh.lines == decided
    assert graph.take([]) == expected


def resolved(register: Register, mention: str) -> str:
    (entity,) = register.db.execute("SELECT entity FROM mention WHERE iri = ?", (mention,)).fetchone()
    return str(entity)


def test_an_id_means_the_person_of_its_mention_for_ever() -> None:
    late = Mention("filing/2/signature/1", "signature", "Mirela T. Osgood", "filing/2", "company/c1", "2003-01-02")
    early = replace(late, iri="filing/1/signature/1", filing="filing/1", date="2001-01-02")
    owner = replace(late, iri="filing/3/relationship/1", kind="owner", filing="filing/3", name="OSGOOD MIRELA T")
    owner = replace(owner, cik="0001999999")
    graph = Graph()
    ids = []
    for mention in (late, early, owner):
        graph.take([Facts(mention.filing, mention.date, ("company/c1",), (mention,))])
        ids.append(resolved(graph.register, mention.iri))
    assert len(set(ids)) == 3
    assert ids[2] == "person/cik/0001999999"
    assert [graph.register.current(i) for i in ids] == [ids[2]] * 3


def test_an_organization_named_like_the_registrant_names_the_first_record_that_says_so() -> None:
    firm = Mention("filing/2/counsel/1", "counsel", "QUIST MILLS, INC.", "filing/2", "company/c1", "2003-01-02")
    late = Facts(
        "filing/2", "2003-01-02", ("company/c1",), (firm,), (("company/c1", "Quist Mills, Inc.", "cover", "late"),)
    )
    names = (("company/c1", "Quist Mills Inc.", "cover", "b"), ("company/c1", "Quist Mills Inc.", "cover", "a"))
    early = Facts("filing/1", "2001-01-02", ("company/c1",), (), names)
    graph = Graph()
    for facts, record in ((late, "late"), (early, "a")):
        graph.take([facts])
        assert [line.split()[2] for line in graph.lines if "joinedWith" in line] == [f"<{ID}{record}>"]
    assert [line for line in graph.lines if '#rule> "C3"' in line]


def test_a_load_of_one_filing_costs_what_it_touches(tmp_path: Path, sample: Path) -> None:
    paths = sorted(sample.glob("*.txt"))
    kg = filigraph.open(tmp_path / "s.db")
    kg.load(paths[1:])
    before = kg.register.db.total_changes
    kg.load(paths[:1])
    assert kg.register.db.total_changes - before < 2000
    assert kg.find("thornmore")
    kg.close()


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_an_update_that_is_broken_off_is_made_up_for(
    few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    def graph_of(kg: KnowledgeGraph) -> bytes:
        return b"".join(kg.export())

    whole = filigraph.open(tmp_path / "whole.db")
    whole.load([few])
    broken = filigraph.open(tmp_path / "broken.db")
    first, *others = sorted(few.iterdir())
    broken.load([first])
    done = 0

    def change(self: Embedded, gone: bytes, new: bytes) -> None:
        nonlocal done
        if done == steps:
            raise KeyboardInterrupt
        done += 1
        self._change(nquads.by_graph(gone), nquads.by_graph(new))

    with monkeypatch.context() as patch:
        patch.setattr("filigraph.resolve.MOST_LINES", 100)
        patch.setattr(Embedded, "change", change)
        with pytest.raises(KeyboardInterrupt):
            broken.load(others)
    assert not broken.register.clean
    broken.load([few])
    assert graph_of(broken) == graph_of(whole)
    whole.close()
    broken.close()
