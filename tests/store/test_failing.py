"""What a store says when it cannot: locked, missing, closed, out of time, not there, not a SPARQL server."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from filigraph.loaders.errors import InvalidInput, NotFound, Unavailable
from filigraph.store import Rows, open_store
from filigraph.store.timed import Timeout, query_within

QUADS = "".join(f'<urn:s{n}> <urn:p> "{n}" <urn:g> .\n' for n in range(300)).encode()
ENDLESS = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?h ?i ?j . ?k ?l ?m } }"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store = open_store(tmp_path / "store")
    store.load_nquads(QUADS)
    store.flush()
    store.close()
    return tmp_path / "store"


def test_a_second_writer_is_told_of_the_lock(folder: Path) -> None:
    holder = open_store(folder)
    code = f"from filigraph.store import open_store; open_store({str(folder)!r})"
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert other.stderr.splitlines()[-1] == (
        f"filigraph.loaders.errors.Unavailable: {folder}: the store is locked by another process "
        "(wait for it to end, or open read-only)"
    )
    holder.close()
    open_store(folder).close()


def test_reading_beside_a_writer(folder: Path) -> None:
    writer = open_store(folder)
    reader = open_store(folder, read_only=True)
    assert reader.query("ASK { GRAPH ?g { ?s ?p ?o } }") is True
    with pytest.raises(Unavailable):
        reader.load_nquads(QUADS)
    writer.close()


def test_reading_where_no_store_is_makes_none(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="load filings first"):
        open_store(tmp_path / "none", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_closed_store_says_so(folder: Path) -> None:
    store = open_store(folder)
    store.close()
    with pytest.raises(Unavailable, match="closed"):
        store.query("ASK { ?s ?p ?o }")


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Unavailable):
        open_store(tmp_path / "file" / "store")


def test_a_killed_bulk_load_leaves_nothing_behind(folder: Path) -> None:
    (folder / "bulk-1234.sst").write_bytes(b"half a load")
    open_store(folder).close()
    assert list(folder.glob("bulk-*.sst")) == []


def test_a_query_out_of_time_is_stopped(folder: Path) -> None:
    with pytest.raises(Timeout, match=r"no answer within 0\.5 s"):
        query_within(folder, ENDLESS, 0.5)
    store = open_store(folder)
    with pytest.raises(Timeout):
        store.query(ENDLESS, 0.5)
    answer = store.query("SELECT ?o { GRAPH ?g { <urn:s7> ?p ?o } }", 30)
    assert isinstance(answer, Rows)
    assert [str(row[0]) for row in answer.rows] == ['"7"']
    with pytest.raises(InvalidInput, match="not a SPARQL query"):
        store.query("SELECT {", 30)
    store.close()


@contextmanager
def serving(status: int, body: bytes, kind: str = "application/sparql-results+json") -> Iterator[str]:
    """A server that gives one and the same answer to everything."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/query"
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (400, b"parse error at line 1", InvalidInput),
        (401, b"who are you", Unavailable),
        (404, b"no such dataset", Unavailable),
        (500, b"out of memory", Unavailable),
        (503, b"try later", Unavailable),
        (200, b"", Unavailable),
        (200, b"<html>welcome</html>", Unavailable),
        (200, b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"uri","value":"urn:a"}},', Unavailable),
    ],
)
def test_what_servers_answer_instead_of_rows(status: int, body: bytes, error: type[Exception]) -> None:
    with serving(status, body) as address:
        store = open_store(endpoint=address)
        with pytest.raises(error):
            store.query("SELECT ?s { GRAPH ?g { ?s ?p ?o } }")
        if status != 200:
            with pytest.raises(error):
                store.replace(["urn:g"], QUADS)


def test_a_server_that_is_down() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{probe.getsockname()[1]}/query"
    store = open_store(endpoint=address)
    for attempt in (lambda: store.query("ASK {}"), lambda: store.load_nquads(QUADS), lambda: store.has("urn:g")):
        with pytest.raises(Unavailable, match="is the server running"):
            attempt()


def test_a_server_that_never_answers() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        store = open_store(endpoint=f"http://127.0.0.1:{silent.getsockname()[1]}/query", timeout=1)
        with pytest.raises(Timeout):
            store.query("ASK {}")


def test_an_endpoint_has_to_be_an_address() -> None:
    with pytest.raises(InvalidInput, match="http"):
        open_store(endpoint="localhost:7878")
