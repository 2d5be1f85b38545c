"""Keeping who-is-who in a store up to date: takes filings into the register, writes what changes to the graphs.

The graphs are derived and disposable: the same filings and decisions always give the same bytes, whether they came one
by one or all at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from .identity.decisions import Decision
from .identity.houses import settle_firms
from .identity.mentions import LISTING, facts, of_listing, read_facts, read_triples
from .identity.policies import Policy
from .identity.register import Register
from .identity.settle import settle_people
from .identity.signed_under import GRAPH as AUTHORITY
from .identity.statements import NAMES, Change, changes
from .loaders.iri import FILING_GRAPHS, LISTING_GRAPHS
from .store import Store
from .works import GRAPH as WORKS
from .works import said, settle_works, tables

#: Lines that go to the store in one step.
MOST_LINES = 50_000


def resolve(
    store: Store, register: Register, decisions: Sequence[Decision] = (), filings: Iterable[str] | None = None
) -> frozenset[str]:
    """Bring who-is-who up to date with the filings given (ids), or make all of it anew; returns what was renamed.

    What is returned are the entities (IRIs without the namespace of data) whose names or labels may have changed.
    """
    sound = register.clean
    if not sound:
        for graph in (NAMES, AUTHORITY, WORKS, *(g for policy in Policy for g in (policy.resolution, policy.derived))):
            store.replace([graph], b"")
    tables.create(register.db)
    with register.work():
        if not sound:
            register.empty()
            tables.empty(register.db)
        elif filings is None:
            register.doubt()
            tables.doubt(register.db)
        _take(store, register, loaded(store) if filings is None or not sound else filings)
        settle_people(register, decisions)
        settle_firms(register, decisions)
        for gone, new in _batches(chain(changes(register, decisions), settle_works(register.db))):
            store.change("".join(sorted(gone)).encode(), "".join(sorted(new)).encode())
        store.flush()
        return register.renamed()


def _take(store: Store, register: Register, filings: Iterable[str]) -> None:
    """Take in what filings and listings say of whom and what they mention, and what they refer to."""
    for filing in filings:
        if filing.startswith(LISTING):
            register.take(of_listing(store, filing))
            continue
        triples = read_triples(store, filing, said.READ)
        register.take(facts(f"filing/{filing}", triples))
        tables.take(register.db, said.read_said(f"filing/{filing}", triples))


def fill(store: Store, register: Register, decisions: Sequence[Decision] = ()) -> None:
    """Fill an empty register from a store that is only read."""
    with register.work():
        for facts in read_facts(store, loaded(store)):
            register.take(facts)
        settle_people(register, decisions)
        settle_firms(register, decisions)
        for _ in changes(register, decisions):
            pass  # the register itself is what is asked for


def loaded(store: Store) -> Iterator[str]:
    """The ids of all filings and listings in the store, sorted."""
    for graph in store.graphs():
        for start in (FILING_GRAPHS, LISTING_GRAPHS):
            if graph.startswith(start):
                yield graph.removeprefix(start)


def _batches(steps: Iterable[Change]) -> Iterator[Change]:
    gone: list[str] = []
    new: list[str] = []
    for less, more in steps:
        gone += less
        new += more
        if len(gone) + len(new) >= MOST_LINES:
            yield gone, new
            gone, new = [], []
    if gone or new:
        yield gone, new
