"""Questions asked of sure facts only: the condition stands where the fact is read, and takes away what it should."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

import filigraph
from filigraph.loaders.emit import filing_nquads
from filigraph.loaders.errors import InvalidInput
from filigraph.loaders.records import Filing, Plan, Signature
from filigraph.queries import catalog
from filigraph.queries.sure import LINKS, surely
from filigraph.store.scan import tokens

PREFIX = "PREFIX fg: <https://w3id.org/filigraph/ontology#>\n"
FILING = Filing(
    id="0000999999-03-000042",
    source="x.txt",
    sha256="ab" * 32,
    plans=(Plan("Old Plan", confidence=0.4), Plan("New Plan", confidence=0.9)),
    signatures=(
        Signature("Dana R. Other", confidence=0.95),
        Signature("Richa rd Example", confidence=0.5),
        Signature("Patricia Example"),  # nobody counted: it stays
    ),
)


@pytest.fixture
def store() -> ox.Store:
    store = ox.Store()
    store.load(filing_nquads(FILING), format=ox.RdfFormat.N_QUADS)
    return store


def names(store: ox.Store, text: str, least: float) -> list[str]:
    answer = store.query(surely(PREFIX + text, least), use_default_graph_as_union=True)
    assert isinstance(answer, ox.QuerySolutions)
    return sorted(row[0].value for row in answer)


@pytest.mark.parametrize(
    ("least", "wanted"),
    [
        (0.0, ["Dana R. Other", "Patricia Example", "Richa rd Example"]),
        (0.5, ["Dana R. Other", "Patricia Example", "Richa rd Example"]),
        (0.6, ["Dana R. Other", "Patricia Example"]),
        (1.0, ["Patricia Example"]),
    ],
)
def test_facts_that_are_not_sure_enough_go(store: ox.Store, least: float, wanted: list[str]) -> None:
    text = "SELECT ?name WHERE { GRAPH ?g { ?filing fg:hasSignature ?row . ?row fg:name ?name } }"
    assert names(store, text, least) == wanted


@pytest.mark.parametrize(
    "pattern",
    [
        "?filing fg:hasPlan/fg:title ?title",  # a path through the fact
        "?filing a fg:Filing ; fg:hasPlan/fg:title ?title ; fg:source ?source",  # in the middle of a list
        "?filing fg:hasAgent|fg:hasPlan ?row . ?row fg:title ?title",  # one of several links
        "?filing <https://w3id.org/filigraph/ontology#hasPlan> ?row . ?row fg:title ?title",
        "OPTIONAL { ?filing fg:hasPlan ?row } ?row fg:title ?title",
    ],
)
def test_however_the_fact_is_reached(store: ox.Store, pattern: str) -> None:
    text = f"SELECT ?title WHERE {{ {pattern} }}"
    assert names(store, text, 0.0) == ["New Plan", "Old Plan"]
    assert names(store, text, 0.5) == ["New Plan"]


def test_counts_count_sure_facts_only(store: ox.Store) -> None:
    text = "SELECT (COUNT(?row) AS ?n) WHERE { ?filing fg:hasSignature ?row }"
    assert names(store, text, 0.9) == ["2"]


def test_words_in_strings_and_comments_are_no_links() -> None:
    with pytest.raises(InvalidInput, match="reads no facts"):
        surely("SELECT ?x WHERE { ?x ?y 'fg:hasPlan ?z' } # fg:hasPlan ?z", 0.5)


READ_FACTS = [name for name in catalog.names() if LINKS & {t.text for t in tokens(catalog.load(name).text)}]


@pytest.mark.parametrize("name", READ_FACTS)
def test_shipped_questions_stay_sparql(name: str) -> None:
    text = surely(catalog.load(name).text, 0.9)
    assert "#confidence>" in text
    assert isinstance(ox.Store().query(text), ox.QuerySolutions)


@pytest.mark.parametrize("name", sorted(set(catalog.names()) - set(READ_FACTS)))
def test_questions_that_read_no_facts_say_so(name: str) -> None:
    with pytest.raises(InvalidInput, match="reads no facts"):
        surely(catalog.load(name).text, 0.9)


def test_the_graph_object_asks_and_exports_so() -> None:
    kg = filigraph.open()
    kg.store.replace(["https://w3id.org/filigraph/id/graph/filing/" + FILING.id], filing_nquads(FILING))
    everything = b"".join(kg.export())
    kg.min_confidence = 0.6
    text = PREFIX + "SELECT ?name WHERE { GRAPH ?g { ?f fg:hasSignature ?row . ?row fg:name ?name } } ORDER BY ?name"
    assert kg.query(text).rows == [("Dana R. Other",), ("Patricia Example",)]
    sure = b"".join(kg.export(0.6))
    assert b"Richa rd Example" in everything
    assert b"Richa rd Example" not in sure
    assert b"/plan/1>" not in sure
    assert b"/plan/2>" in sure
    assert set(sure.splitlines()) < set(everything.splitlines())
