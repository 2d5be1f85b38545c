"""Keeping who-is-who in a store up to date: takes filings into the register, writes what changes to the graphs.

The graphs are derived and disposable: the same filings and decisions always give the same bytes, whether they came one
by one or all at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain

from .identity.decisions import Decision
from .identity.houses import settle_firms
from .identity.mentions import LISTING, Facts, Triples, facts, given_triples, of_listing, read_triples
from .identity.policies import Policy
from .identity.register import Register
from .identity.registrants import settle_registrants
from .identity.settle import settle_people
from .identity.signed_under import GRAPH as AUTHORITY
from .identity.statements import NAMES, Change, changes
from .loaders.iri import FILING_GRAPHS, LISTING_GRAPHS
from .loaders.nterms import Triple
from .relink import relink
from .store import Store
from .works import GRAPH as WORKS
from .works import settle_works, tables
from .works.said import READ, Said, read_said

#: Lines that go to the store in one step.
MOST_LINES = 400_000


@dataclass(frozen=True, slots=True)
class Saying:
    """What resolution takes in of one filing: whom it mentions, and what it refers to (a listing to nothing)."""

    facts: Facts
    said: Said | None = None


def saying(filing: str, triples: Triples) -> Saying:
    """What a filing (its id) says, from the triples that `given_triples` or `read_triples` gives."""
    iri = f"filing/{filing}"
    return Saying(facts(iri, triples), read_said(iri, triples))


def saying_of(filing: str, triples: Iterable[Triple]) -> Saying:
    """What a filing (its id) says, from all triples of its graph. Pure: a worker process can do it."""
    return saying(filing, given_triples(filing, triples, READ))


def read_saying(store: Store, filing: str) -> Saying:
    """What a filing or listing in the store (its id) says."""
    if filing.startswith(LISTING):
        return Saying(of_listing(store, filing))
    return saying(filing, read_triples(store, filing, READ))


class Update:
    """One update of who-is-who, as `updating` gives it: filings are taken in, one after the other."""

    def __init__(self, store: Store, register: Register) -> None:
        self._store, self._register = store, register
        self._taken: set[str] = set()
        #: Is everything made anew?
        self.whole = False
        #: Entities (IRIs without the namespace of data) whose names or labels may have changed; known in the end.
        self.renamed: frozenset[str] = frozenset()

    def take(self, one: Saying) -> None:
        """Take in what a filing or listing says, in place of what it said before."""
        self._register.take(one.facts)
        if one.said is not None:
            tables.take(self._register.db, one.said)
        self._taken.add(one.facts.filing.partition("/")[2])

    def read(self, filings: Iterable[str]) -> None:
        """Take in filings and listings from the store (their ids), but for those that were taken in already."""
        for filing in filings:
            if filing not in self._taken:
                self.take(read_saying(self._store, filing))

    def anew(self) -> None:
        """Take in all that is in the store, and decide everything anew."""
        if not self.whole:
            self._register.doubt()
            tables.doubt(self._register.db)
            self.read(loaded(self._store))
            self.whole = True

    def keep(self, policy: Policy) -> None:
        """Write the ties under the policy too, now and from now on."""
        self._register.keep(policy)

    def begin(self) -> None:
        """Where the register does not say what the store says, empty both of it and take in all filings."""
        if self._register.clean:
            return
        for graph in (NAMES, AUTHORITY, WORKS, *(g for p in Policy for g in (p.resolution, p.derived))):
            self._store.replace([graph], b"")
        self._register.empty()
        tables.empty(self._register.db)
        self.read(loaded(self._store))
        self.whole = True

    def finish(self, decisions: Sequence[Decision]) -> None:
        """Settle who is who and write what changes."""
        settle_registrants(self._register.db, decisions)
        for filing in relink(self._store, self._register):
            self.take(read_saying(self._store, filing))
        settle_people(self._register, decisions)
        settle_firms(self._register, decisions)
        self._register.publish()
        steps = chain(changes(self._register, decisions), settle_works(self._register.db))
        with ThreadPoolExecutor(1) as thread:  # one step is written while the next is made
            under_way: Future[None] | None = None
            for gone, new in _batches(steps):
                if under_way is not None:
                    under_way.result()
                under_way = thread.submit(self._store.change, "".join(gone).encode(), "".join(new).encode())
            if under_way is not None:
                under_way.result()
        self._store.flush()
        self.renamed = self._register.renamed()


@contextmanager
def updating(store: Store, register: Register, decisions: Callable[[], Sequence[Decision]]) -> Iterator[Update]:
    """An update to take filings in; when the block ends, who is who is settled by the decisions, and written.

    Where the block does not come to its end (an error, an interruption, a kill), the register is what it was before.
    """
    tables.create(register.db)
    update = Update(store, register)
    with register.work():
        update.begin()
        yield update
        update.finish(decisions())


def fill(store: Store, register: Register, decisions: Sequence[Decision] = ()) -> None:
    """Fill an empty register from a store that is only read."""
    with register.work():
        for filing in loaded(store):
            register.take(read_saying(store, filing).facts)
        settle_registrants(register.db, decisions)
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
