"""One contract, three stores: in memory, in a folder, and behind a real SPARQL 1.1 server."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from filigraph.loaders.errors import InvalidInput
from filigraph.store import Rows, Store, Triples

ONE = b"""<urn:a> <urn:p> "x" <urn:g1> .
<urn:a> <urn:p> "ta\\tb \\"quote\\" back\\\\slash\\nline"@en-gb <urn:g1> .
<urn:a> <urn:q> <urn:b#char=1,2> <urn:g1> .
"""
TWO = b"""<urn:b> <urn:p> "7"^^<http://www.w3.org/2001/XMLSchema#integer> <urn:g2> .
<urn:b> <urn:p> "\xc3\xa9\xf0\x9d\x94\xb8" <urn:g2> .
"""


def everything(store: Store) -> bytes:
    return b"".join(store.dump())


def test_empty(store: Store) -> None:
    assert store.graphs() == []
    assert everything(store) == b""
    assert not store.has("urn:g1")


def test_what_goes_in_comes_out_sorted(store: Store) -> None:
    store.load_nquads(TWO + ONE)
    lines = sorted(ONE.splitlines(keepends=True)) + sorted(TWO.splitlines(keepends=True))
    assert everything(store) == b"".join(lines)
    assert store.graphs() == ["urn:g1", "urn:g2"]
    assert store.has("urn:g1")
    assert not store.has("urn:g")


def test_a_dump_loaded_is_the_same_dump(store: Store) -> None:
    store.load_nquads(ONE + TWO)
    first = everything(store)
    store.load_nquads(first)
    assert everything(store) == first


def test_replacing_twice_is_replacing_once(store: Store) -> None:
    store.load_nquads(ONE + TWO)
    new = b'<urn:a> <urn:p> "new" <urn:g1> .\n'
    for _ in range(2):
        store.replace(["urn:g1"], new)
        assert everything(store) == new + b"".join(sorted(TWO.splitlines(keepends=True)))


def test_replacing_by_nothing_leaves_no_graph(store: Store) -> None:
    store.load_nquads(ONE + TWO)
    store.replace(["urn:g1", "urn:never"], b"")
    assert store.graphs() == ["urn:g2"]
    assert not store.has("urn:g1")


def test_replace_adds_to_graphs_it_does_not_name(store: Store) -> None:
    store.load_nquads(ONE)
    store.replace(["urn:g1"], TWO + b'<urn:l> <urn:p> "1" <urn:log> .\n')
    store.replace(["urn:g2"], b'<urn:l> <urn:p> "2" <urn:log> .\n')
    assert everything(store) == b'<urn:l> <urn:p> "1" <urn:log> .\n<urn:l> <urn:p> "2" <urn:log> .\n'


def test_more_graphs_and_quads_than_one_request_holds(store: Store) -> None:
    many = "".join(f'<urn:s> <urn:p> "{n}" <urn:many:{n % 120}> .\n' for n in range(600))
    big = "".join(f'<urn:s> <urn:p> "{n}" <urn:big> .\n' for n in range(25_000))
    graphs = ["urn:big", *(f"urn:many:{n}" for n in range(120))]
    for _ in range(2):
        store.replace(graphs, (many + big).encode())
        assert store.graphs() == sorted(graphs)
        assert everything(store).count(b"\n") == 25_600


def test_select_has_terms_in_the_order_of_columns(store: Store) -> None:
    store.load_nquads(ONE + TWO)
    answer = store.query("SELECT ?o ?none ?s WHERE { GRAPH <urn:g2> { ?s ?p ?o } } ORDER BY ?o")
    integer = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
    assert isinstance(answer, Rows)
    assert answer.columns == ("o", "none", "s")
    assert sorted(answer.rows, key=str) == [
        (Literal("7", datatype=integer), None, NamedNode("urn:b")),
        (Literal("é\U0001d538"), None, NamedNode("urn:b")),
    ]


def test_literals_keep_language_and_escapes(store: Store) -> None:
    store.load_nquads(ONE)
    answer = store.query('SELECT ?o { GRAPH ?g { ?s <urn:p> ?o } FILTER(LANG(?o) != "") }')
    assert isinstance(answer, Rows)
    assert answer.rows == [(Literal('ta\tb "quote" back\\slash\nline', language="en-gb"),)]


def test_no_rows_and_ask_and_construct(store: Store) -> None:
    store.load_nquads(TWO)
    assert store.query("SELECT ?s { GRAPH ?g { ?s <urn:none> ?o } }") == Rows(("s",), [])
    assert store.query("ASK { GRAPH ?g { <urn:b> ?p 7 } }") is True
    assert store.query("PREFIX x: <urn:SELECT> ASK { GRAPH ?g { <urn:b> ?p 8 } } # SELECT") is False
    made = store.query("CONSTRUCT { ?s <urn:made> ?o } WHERE { GRAPH ?g { ?s ?p ?o FILTER(isNumeric(?o)) } }")
    assert isinstance(made, Triples)
    assert [str(t) for t in made.triples] == [
        '<urn:b> <urn:made> "7"^^<http://www.w3.org/2001/XMLSchema#integer>',
    ]


@pytest.mark.parametrize("text", ["", "SELECT", "SELECT * { ?s ?p }", "nonsense", "ASK { ?s ?p ?o ", "DROP ALL"])
def test_what_is_no_query_is_the_callers_mistake(store: Store, text: str) -> None:
    store.load_nquads(ONE)
    with pytest.raises(InvalidInput):
        store.query(text)
    assert store.graphs() == ["urn:g1"]


@pytest.mark.parametrize("quads", [b"<urn:a> <urn:p> .\n", b"no quads\n", b'<urn:a> <urn:p> "open <urn:g> .\n'])
def test_what_is_no_quad_is_refused_and_nothing_written(store: Store, quads: bytes) -> None:
    store.load_nquads(ONE)
    with pytest.raises(InvalidInput):
        store.load_nquads(TWO + quads)
    with pytest.raises(InvalidInput):
        store.replace(["urn:g1"], quads)
    assert everything(store) == b"".join(sorted(ONE.splitlines(keepends=True)))


def test_a_graph_name_that_is_no_iri_cannot_smuggle_an_update(store: Store) -> None:
    store.load_nquads(ONE)
    for name in ("urn:g1> ; DROP ALL ; #", "not an iri", ""):
        with pytest.raises(InvalidInput):
            store.has(name)
        with pytest.raises(InvalidInput):
            store.replace([name], b"")
    assert store.graphs() == ["urn:g1"]


def test_a_query_with_time_enough_gives_the_same(store: Store) -> None:
    store.load_nquads(ONE + TWO)
    for text in (
        "SELECT ?o ?none ?s { GRAPH ?g { ?s ?p ?o } } ORDER BY ?o",
        "SELECT ?s { GRAPH ?g { ?s <urn:none> ?o } }",
        "ASK { GRAPH <urn:g1> { ?s ?p ?o } }",
    ):
        assert store.query(text, 30) == store.query(text)
    with pytest.raises(InvalidInput):
        store.query("SELECT nothing", 30)
