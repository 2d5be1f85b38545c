"""Quads in pieces are one text, wherever it is cut."""

from __future__ import annotations

import io

import pytest

from filigraph.store import Store
from filigraph.store.pieces import Pieces

QUADS = b"".join(f'<urn:s> <urn:p> "{n:05d}" <urn:g> .\n'.encode() for n in range(1000))


@pytest.mark.parametrize("size", [1, 7, 8192, 100_000])
def test_pieces_read_as_one(size: int) -> None:
    pieces = [QUADS[at : at + size] for at in range(0, len(QUADS), size)]
    assert io.BufferedReader(Pieces([b"", *pieces, b""])).read() == QUADS
    assert Pieces([]).read() == b""


def test_a_graph_in_pieces(store: Store) -> None:
    store.replace(["urn:g"], QUADS[:1001], QUADS[1001:])
    assert b"".join(store.dump()) == QUADS
    store.replace(["urn:g"], QUADS[:1001], QUADS[1001:-1], b"\n")
    assert b"".join(store.dump()) == QUADS
    store.replace(["urn:g"])
    assert not store.has("urn:g")
