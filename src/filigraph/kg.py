"""The knowledge graph as one object: load, ask, show, explore.

kg = filigraph.open("filigraph.db")
kg.load(["filings/"])
kg.query("interlocks", company="Prairie Medical Corporation").rows
"""

from __future__ import annotations

import re
import sqlite3
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import firm_history, relink, resolve, search
from .identity import decisions
from .identity.policies import Policy, under
from .identity.register import FILE as REGISTER
from .identity.register import Register
from .identity.statements import NAMES
from .loaders import iri
from .loaders.bulk import Listing
from .loaders.bulk.mapping import unmap_listing
from .loaders.errors import InvalidInput, NotFound, SharedName, Unavailable, Unknown
from .loaders.publish import Json, to_json
from .loaders.records import Filing
from .queries import catalog
from .queries.answer import Answer
from .queries.sure import surely
from .store import Result, Rows, Store, Triples, open_store
from .surer import sure_quads

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from .load import Report
    from .resolve import Update

_LISTING = re.compile(r"(?:https://\S+/id/listing/)?listing-[0-9a-f]{16}")
_BY_CIK = f"{iri.ID}company/cik/"
#: Entities that may be found to be others.
_FOUND_OUT = (f"{iri.ID}person/", f"{iri.ID}company/ein/", f"{iri.ID}company/name/")
_PLURAL = {"person": "people", "firm": "firms", "company": "companies"}
_ACCESSION = re.compile(r"\d{10}-\d{2}-\d{6}")


def open_graph(
    path: str | Path | None = None, *, endpoint: str | None = None, read_only: bool = False
) -> KnowledgeGraph:
    """The graph in the folder, at the SPARQL endpoint, or (with neither) a new one in memory."""
    return KnowledgeGraph(
        open_store(path, endpoint=endpoint, read_only=read_only), None if path is None else Path(path)
    )


class KnowledgeGraph:
    """A store with its questions. ``folder`` holds the store, the manifest of loads and the name index."""

    def __init__(self, store: Store, folder: Path | None = None) -> None:
        self.store = store
        self.folder = folder
        #: The table of what people decided on who is who; None where there is no folder for it.
        self.decisions: Path | None = None if folder is None else folder / decisions.FILE
        #: How sure a link must be for questions to see it.
        self.policy = Policy.BALANCED
        #: How sure a fact must be for questions to see it, 0 to 1.
        self.min_confidence = 0.0
        self._index: sqlite3.Connection | None = None
        self._register: Register | None = None

    def load(self, paths: Iterable[str | Path], jobs: int = 1) -> Report:
        """Load filings from files, folders, globs and archives; returns what became of each."""
        from .load import load

        return load(self, [str(p) for p in paths], jobs)

    def resolve(self, filings: Iterable[str] | None = None) -> None:
        """Bring who is who up to date, and what follows from it: summary edges and the name index.

        ``filings``: ids of those that are new or changed; without them everything is made anew.
        """
        with self.updating() as update:
            if filings is None:
                update.anew()
            else:
                update.read(filings)

    @contextmanager
    def updating(self) -> Iterator[Update]:
        """An update of who-is-who to take filings in; `resolve` in portions. What follows is written at its end."""
        if self._register is None or (self.folder is not None and not self._register.writes):
            self._register = Register(self.folder)
        with resolve.updating(self.store, self._register, self.decided) as update:
            yield update
        firm_history.write(self.store)
        named = self._register.entities() if update.whole else sorted(update.renamed)
        entries = self._entries(self._register, named)
        if update.whole:
            if self._index is not None:
                self._index.close()
            self._index = search.rebuild(entries, self.folder)
        else:
            search.update(self.index, [iri.ID + entity for entity in update.renamed], entries)

    @property
    def settled(self) -> bool:
        """Is who is who that of the present rules and tables? Taken for so where no folder keeps a register."""
        if self.folder is None or not (self.folder / REGISTER).is_file():
            return True
        if self._register is not None and self._register.writes:
            return self._register.clean
        register = Register(self.folder, read_only=True)
        clean = register.clean
        register.close()
        return clean

    def decided(self) -> tuple[decisions.Decision, ...]:
        """What people decided on who is who: the rows of the table that count."""
        return () if self.decisions is None else decisions.read_decisions(self.decisions)

    @staticmethod
    def _entries(register: Register, entities: Iterable[str]) -> Iterator[tuple[str, str, list[str]]]:
        for entity in entities:
            named = register.names(entity)
            if named is not None:
                yield iri.ID + entity, *named

    @property
    def register(self) -> Register:
        """The register of mentions: that of the folder, else one made in memory from the store."""
        if self._register is None:
            self._register = self._opened() or self._filled()
        return self._register

    def _opened(self) -> Register | None:
        if self.folder is None or not (self.folder / REGISTER).is_file():
            return None
        register = Register(self.folder, read_only=True)
        if register.clean:
            return register
        register.close()
        return None

    def _filled(self) -> Register:
        register = Register()
        resolve.fill(self.store, register, self.decided())
        return register

    def query(self, question: str, timeout: float | None = None, /, **params: str) -> Answer:
        """The answer to a shipped question by its name, or to SPARQL text (which takes no parameters)."""
        result = self._ask(self.text(question, params), timeout)
        if isinstance(result, Triples):
            raise InvalidInput("the query makes a graph, not rows", question[:60], "ask for it with --format ttl or nt")
        return Answer(("answer",), [(result,)]) if isinstance(result, bool) else Answer.of(result)

    def construct(self, question: str, form: str = "ttl", timeout: float | None = None, /, **params: str) -> str:
        """The graph that a CONSTRUCT or DESCRIBE makes, as Turtle (``ttl``) or sorted N-Triples (``nt``)."""
        import pyoxigraph as ox

        result = self._ask(self.text(question, params), timeout)
        if not isinstance(result, Triples):
            raise InvalidInput("the query makes rows, not a graph", question[:60], "ask for it as a table or csv")
        triples = sorted(result.triples, key=str)
        kind = ox.RdfFormat.TURTLE if form == "ttl" else ox.RdfFormat.N_TRIPLES
        return (ox.serialize(triples, format=kind) or b"").decode("utf-8")

    def _ask(self, text: str, timeout: float | None) -> Result:
        """The answer of a SPARQL text; ties under a policy that it names are made where they are not there yet."""
        for policy in self.unmade(text):
            self.keep(policy)
        return self.store.query(text, timeout)

    def unmade(self, text: str) -> list[Policy]:
        """The policies whose ties the SPARQL text asks for and which are not in the store yet."""
        return [policy for policy in Policy if f"<{policy.derived}>" in text and not self.keeps(policy)]

    def keeps(self, policy: Policy) -> bool:
        """Are the ties under the policy in the store, as far as there are any?"""
        return self.store.has(policy.derived) or not self.store.has(Policy.BALANCED.derived)

    def keep(self, policy: Policy) -> None:
        """Have the ties under the policy in the store, made now where they are not, and kept up to date from now on.

        Those of the balanced policy are always there. `Unavailable` where the store is open for reading only.
        """
        if self.keeps(policy):
            return
        if getattr(self.store, "read_only", False):
            remedy = f"filigraph resolve --policy {policy} makes them"
            raise Unavailable(f"the ties under the {policy} policy are not made yet", self.store.place, remedy)
        with self.updating() as update:
            update.keep(policy)

    def text(self, question: str, params: dict[str, str]) -> str:
        """The SPARQL text that `query` runs."""
        if not re.search(r"\s", question):
            question = catalog.bind(catalog.load(question), params, self.identify)
        elif params:
            raise InvalidInput(f"SPARQL text takes no parameters: {', '.join(params)}", "query")
        return surely(under(question, self.policy), self.min_confidence)

    def find(self, text: str, kind: str | None = None, limit: int = 20) -> list[search.Hit]:
        """Entities by name: whole names first."""
        return search.find(self.index, text, kind, limit)

    @property
    def index(self) -> sqlite3.Connection:
        if self._index is None:
            self._index = search.open_index(self.store, self.folder)
        return self._index

    def identify(self, kind: catalog.Kind, text: str) -> str:
        """The IRI of an entity from what a reader types: an IRI, an accession number, a CIK or a name."""
        text = iri.whole(text.strip())
        if text.startswith(("http://", "https://")):
            return self.current(_iri(text))
        if kind is catalog.Kind.FILING:
            if not self.store.has(iri.filing_graph(text)):
                raise NotFound(f"no filing {text!r}", self.store.place, "filigraph status lists what is loaded")
            return iri.filing_iri(text)
        if kind is catalog.Kind.COMPANY and re.fullmatch(r"(?:CIK)?\d{1,10}", text, re.I):
            company = iri.company_iri(text.upper().removeprefix("CIK").zfill(10), None, "", None)
            if not self._mentioned(company):
                raise Unknown(f"no company with the CIK {text}", self.store.place, "filigraph find NAME tells the CIK")
            return company
        return self._named(kind, text)

    def current(self, entity: str) -> str:
        """The IRI under which a person or company is known now: of one that was found to be another, the other's."""
        if not entity.startswith(_FOUND_OUT) or self._labelled(entity):
            return entity
        return iri.ID + self.register.current(entity.removeprefix(iri.ID))

    def _labelled(self, entity: str) -> bool:
        return bool(self.store.query(f"ASK {{ GRAPH <{NAMES}> {{ <{entity}> ?label ?name }} }}"))

    def _named(self, kind: str, text: str) -> str:
        found = search.exact(self.index, text, kind) or [hit.iri for hit in self.find(text, kind)]
        if not found:
            raise self._unknown(f"no {kind} named {text!r}", text, kind)
        anchored = [entity for entity in found if entity.startswith(_BY_CIK)]
        if len(found) > len(anchored) == 1:  # the others are known from pages without a header, by EIN or name alone
            taken, *others = (e.removeprefix(iri.ID) for e in (*anchored, *(e for e in found if e not in anchored)))
            told = f"{text!r} is taken as {taken}; without a CIK it is also {', '.join(others)}: ask for those by IRI"
            warnings.warn(told, SharedName, stacklevel=2)
            return anchored[0]
        if len(found) > 1:
            shown = "; ".join(f"{hit.iri.removeprefix(iri.ID)} ({hit.label})" for hit in self.find(text, kind, 5))
            rest = f"; {len(found) - 5} more: filigraph find" if len(found) > 5 else ""
            several = f"{text!r} names {len(found)} {_PLURAL[kind]}"
            raise InvalidInput(several, self.store.place, f"give one of {shown}{rest}")
        return found[0]

    def _unknown(self, what: str, text: str, kind: str | None = None) -> Unknown:
        """With the names that may have been meant."""
        near = search.near(self.index, text, kind)
        return Unknown(what, self.store.place, f"near it: {'; '.join(near)}" if near else "none is like it")

    def _mentioned(self, entity: str) -> bool:
        """Does anything that is loaded speak of it?"""
        both = f"{{ GRAPH ?g {{ <{entity}> ?p ?o }} }} UNION {{ GRAPH ?g {{ ?s ?p <{entity}> }} }}"
        return bool(self.store.query(f"ASK {{ {both} }}"))

    def filing(self, identifier: str) -> Filing:
        """The record of a loaded filing by accession number, id or IRI; equal to what was extracted from its source."""
        name = identifier.removeprefix(iri.ID + "filing/")
        graph = _iri(iri.filing_graph(name))
        if not self.store.has(graph):
            raise NotFound(f"no filing {name!r}", self.store.place, "filigraph status lists what is loaded")
        return relink.read_record(self.store, graph)

    def record(self, identifier: str) -> dict[str, Json]:
        """The public record of a loaded filing or listing."""
        return to_json(self.listing(identifier) if _LISTING.fullmatch(identifier) else self.filing(identifier))

    def listing(self, identifier: str) -> Listing:
        """The record of a loaded index, submissions or tickers, by its id or IRI."""
        name = identifier.removeprefix(iri.ID + "listing/")
        graph = _iri(iri.listing_graph(name))
        if not self.store.has(graph):
            raise NotFound(f"no listing {name!r}", self.store.place, "filigraph status lists what is loaded")
        answer = self.store.query(f"SELECT ?s ?p ?o WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")
        assert isinstance(answer, Rows)
        return unmap_listing((str(s), str(p), str(o)) for s, p, o in answer.rows)

    def listings(self) -> Iterator[str]:
        """The ids of all loaded listings, sorted."""
        for graph in self.store.graphs():
            if graph.startswith(iri.LISTING_GRAPHS):
                yield graph.removeprefix(iri.LISTING_GRAPHS)

    def filings(self) -> Iterator[str]:
        """The ids of all loaded filings, sorted."""
        for graph in self.store.graphs():
            if graph.startswith(iri.FILING_GRAPHS):
                yield graph.removeprefix(iri.FILING_GRAPHS)

    def graph(self, center: str, hops: int = 1, on: str | None = None) -> nx.MultiDiGraph[Any]:
        """The neighbourhood of a person, firm or company as a MultiDiGraph with plain attributes."""
        from .explore import neighbourhood

        return neighbourhood(self, center, hops, on)

    def path(self, a: str, b: str, on: str | None = None) -> list[dict[str, str]]:
        """The shortest chain of ties between two people or companies, each step with its evidence."""
        from .explore import shortest_path

        return shortest_path(self, a, b, on)

    def entity(self, text: str) -> str:
        """The IRI of any entity by IRI or name: companies before people before firms."""
        text = iri.whole(text)
        if text.startswith(("http://", "https://")):
            return self.current(_iri(text))
        if re.fullmatch(r"\d{4,10}", text):
            return self.identify(catalog.Kind.COMPANY, text)
        for kind in (catalog.Kind.COMPANY, catalog.Kind.PERSON, catalog.Kind.FIRM):
            if found := search.exact(self.index, text, kind):
                return self._named(kind, text) if len(found) > 1 else found[0]
        hits = self.find(text)
        if not hits:
            raise self._unknown(f"nobody named {text!r}", text)
        return self._named(hits[0].kind, text)

    def rdflib(self) -> rdflib.Dataset:
        """The store as a live rdflib Dataset (embedded stores only)."""
        import rdflib
        from oxrdflib import OxigraphStore

        inner = getattr(self.store, "inner", None)
        if inner is None:
            raise InvalidInput("only an embedded store can be an rdflib Dataset", self.store.place)
        return rdflib.Dataset(store=OxigraphStore(store=inner), default_union=True)

    def export(self, min_confidence: float = 0.0) -> Iterator[bytes]:
        """Everything as sorted N-Quads, byte-stable; facts less sure than that are left out with what hangs on them."""
        return self.store.dump() if not min_confidence else sure_quads(self.store, min_confidence)

    def close(self) -> None:
        """Let go of the store and the index."""
        if self._index is not None:
            self._index.close()
            self._index = None
        if self._register is not None:
            self._register.close()
            self._register = None
        close = getattr(self.store, "close", None)
        if close is not None:
            close()


def _iri(text: str) -> str:
    """The text where it is an absolute IRI that may stand in a query."""
    import pyoxigraph as ox

    try:
        return ox.NamedNode(text).value
    except ValueError as error:
        raise InvalidInput("this is no IRI", text, "copy one from filigraph find") from error
