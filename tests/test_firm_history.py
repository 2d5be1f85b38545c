"""The table of what became of firms: it can be true; and the graph says it without taking one firm for another."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pytest

from filigraph import firm_history
from filigraph.identity.firms import core
from filigraph.identity.history import Change, changes, later
from filigraph.kg import KnowledgeGraph

EVENTS = {"rename", "merger", "legal form", "dissolution"}


def test_every_row_is_whole() -> None:
    for change in changes():
        assert change.event in EVENTS, change
        assert change.trade in {"audit", "law"}, change
        assert change.firm, change
        assert change.checked in {"yes", "no"}, change
        assert (change.source == "not confirmed") == (change.checked == "no"), change
        assert bool(change.successor) == (change.event != "dissolution"), change
    assert len(changes()) == 177
    assert sum(change.checked == "yes" for change in changes()) == 147
    assert len(set(changes())) == len(changes())


def test_dates_are_in_the_life_of_the_register() -> None:
    for change in changes():
        first, last = change.bounds
        assert "1970" < first <= last < "2026", change


@pytest.mark.parametrize(
    ("date", "bounds"),
    [
        ("2001", ("2001-01-01", "2001-12-31")),
        ("2004-02", ("2004-02-01", "2004-02-29")),
        ("2002-08-31", ("2002-08-31", "2002-08-31")),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(date: str, bounds: tuple[str, str]) -> None:
    assert Change("law", "merger", "A", "B", date, "no", "s").bounds == bounds


def test_a_date_that_is_none_is_an_error() -> None:
    with pytest.raises(ValueError, match="spring"):
        _ = Change("law", "merger", "A", "B", "spring 2001", "no", "s").bounds


def test_no_firm_ends_twice() -> None:
    """One change ends an era of a firm's name; a change of legal form ends none."""
    ends = Counter(core(c.firm) for c in changes() if c.event != "legal form")
    assert {firm: n for firm, n in ends.items() if n > 1} == {}


def test_a_name_means_one_firm_in_one_trade() -> None:
    trades = defaultdict(set)
    names = defaultdict(set)
    for change in changes():
        for name in filter(None, (change.firm, change.successor)):
            trades[core(name)].add(change.trade)
            if change.event != "legal form":
                names[core(name)].add(name)
    assert {firm for firm, found in trades.items() if len(found) > 1} == set()
    assert {firm: found for firm, found in names.items() if len(found) > 1} == {}


def test_history_runs_forward() -> None:
    """No firm follows itself, over any number of changes; and none ends before it began."""
    after = {core(c.firm): c for c in changes() if c.successor and c.event != "legal form"}
    for firm in after:
        seen, at = {firm}, firm
        while at in after:
            change = after[at]
            at = core(change.successor)
            assert at not in seen, change
            seen.add(at)
            if at in after:
                assert change.bounds[0] <= after[at].bounds[1], change


def test_a_source_is_one_that_can_be_looked_up() -> None:
    """It names a place, or a publication and its day or title."""
    for change in changes():
        place = re.search(r"\.(com|org|net|de|gov|info|today|blogspot)\b|\d{4}|'.+'", change.source)
        assert change.checked == "no" or place, change
        assert not re.search(r"press reports|published by the successor|known", change.source), change


def test_the_line_of_a_firm_goes_to_its_end() -> None:
    by_firm = {change.firm: change for change in changes()}
    assert list(later(by_firm["McGladrey & Pullen, LLP"])) == ["McGladrey LLP", "RSM US LLP"]
    assert list(later(by_firm["Howrey & Simon"])) == ["Howrey Simon Arnold & White, LLP", "Howrey LLP"]
    assert list(later(by_firm["Howrey LLP"])) == []
    assert list(later(by_firm["BDO Seidman, LLP"])) == ["BDO USA, LLP"]


def test_the_graph_keeps_firms_apart(graph: KnowledgeGraph) -> None:
    rows = [r for r in graph.query("firm-history").dicts() if "Pillsbury" in str(r["firm"])]
    assert [(r["change"], r["not_before"], r["not_after"], r["successor"], r["checked"]) for r in rows] == [
        ("merger", "2001-01-01", "2001-12-31", "Pillsbury Winthrop LLP", True)
    ]
    unsure = {r["firm"] for r in graph.query("firm-history").dicts() if not r["checked"]}
    assert unsure == {"BDO Seidman, LLP", "Crowe, Chizek and Company LLP", "Hein + Associates LLP"}
    assert graph.entity("Pillsbury Madison & Sutro LLP").endswith("/firm/pillsburymadisonandsutro")
    assert not [line for line in firm_history.lines() if "resolvedTo" in line or "sameAs" in line]


def test_writing_it_again_changes_nothing(graph: KnowledgeGraph) -> None:
    before = b"".join(graph.export())
    firm_history.write(graph.store)
    assert b"".join(graph.export()) == before
