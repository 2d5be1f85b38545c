"""Replacing writes what differs, in one step or, of a big change, piece by piece; the end is the same."""

from __future__ import annotations

import pytest

from filigraph.store import Store, embedded
from filigraph.store.embedded import Embedded
from filigraph.store.pairs import many, pairs


def quads(numbers: range, graph: str = "urn:g") -> bytes:
    return b"".join(f'<urn:s> <urn:p> "{n:05d}" <{graph}> .\n'.encode() for n in numbers)


def test_overlapping_contents(store: Store) -> None:
    store.load_nquads(quads(range(10)) + quads(range(3), "urn:other"))
    store.replace(["urn:g"], quads(range(5, 15)))
    assert b"".join(store.dump()) == quads(range(5, 15)) + quads(range(3), "urn:other")


def test_more_of_the_same_and_a_graph_that_was_not_there(store: Store) -> None:
    store.load_nquads(quads(range(4)))
    store.replace(["urn:g", "urn:new"], quads(range(8)) + quads(range(2), "urn:new"))
    assert b"".join(store.dump()) == quads(range(8)) + quads(range(2), "urn:new")


def test_quads_of_a_graph_that_is_not_replaced_are_added(store: Store) -> None:
    store.load_nquads(quads(range(2)) + quads(range(2), "urn:shared"))
    store.replace(["urn:g"], quads(range(1)) + quads(range(1, 4), "urn:shared"))
    assert b"".join(store.dump()) == quads(range(1)) + quads(range(4), "urn:shared")


@pytest.mark.parametrize("most", [1, 7, 100])
def test_a_big_change_in_pieces(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "MOST_AT_ONCE", most)
    store = Embedded()
    store.load_nquads(quads(range(30)) + quads(range(30), "urn:h"))
    store.replace(["urn:g", "urn:h"], quads(range(20, 40)) + quads(range(5), "urn:h"))
    assert b"".join(store.dump()) == quads(range(20, 40)) + quads(range(5), "urn:h")


def test_the_same_again_writes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    store = Embedded()
    store.load_nquads(quads(range(30)))

    def refuse(*_: object) -> None:
        raise AssertionError("written")

    monkeypatch.setattr(store, "_update", refuse)
    monkeypatch.setattr(store, "load_nquads", refuse)
    store.replace(["urn:g"], quads(range(30)))


def test_terms_that_are_written_differently_are_the_same_in_the_end(store: Store) -> None:
    store.load_nquads(b'<urn:s> <urn:p> "\xc3\xa9" <urn:g> .\n')
    spelled = b'<urn:s>  <urn:p>\t"\\u00E9"^^<http://www.w3.org/2001/XMLSchema#string> <urn:g> .\n'
    store.replace(["urn:g"], spelled)
    assert b"".join(store.dump()) == b'<urn:s> <urn:p> "\xc3\xa9" <urn:g> .\n'


def test_pairs(store: Store) -> None:
    store.load_nquads(quads(range(2)) + b"<urn:s> <urn:q> <urn:o> <urn:g> .\n")
    assert sorted(pairs(store, "urn:p")) == [("urn:s", "00000"), ("urn:s", "00001")]
    assert list(pairs(store, "urn:p", '"00001"')) == [("urn:s", "00001")]
    assert many(store, "urn:q") == {"urn:s": ["urn:o"]}
    assert list(pairs(store, "urn:none")) == []
