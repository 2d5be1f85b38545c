"""A server that behaves like EDGAR, well and badly, and a clock that only moves when somebody waits."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from filigraph.fetch_client import Edgar

ME = "Jane Example jane@example.org"
HTML = b"<!DOCTYPE html>\n<html><head><title>SEC.gov | Page</title></head><body>Something else</body></html>"
THROTTLED = b"<html><head><title>SEC.gov | Request Rate Threshold Exceeded</title></head></html>"


def submission(accession: str, form: str = "S-8") -> bytes:
    return (
        f"<SEC-DOCUMENT>{accession}.txt : 20030919\n<SEC-HEADER>{accession}.hdr.sgml : 20030919\n"
        f"ACCESSION NUMBER:\t\t{accession}\nCONFORMED SUBMISSION TYPE:\t{form}\n</SEC-HEADER>\n"
        f"<DOCUMENT>\n<TYPE>{form}\n<SEQUENCE>1\n<TEXT>\nThe registrant files this form.\n</TEXT>\n</DOCUMENT>\n"
        "</SEC-DOCUMENT>\n"
    ).encode()


@dataclass
class Answer:
    """What the server gives once. ``length`` announces another length than the body has; None announces none."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = -1


@dataclass
class World:
    """The server's files by path, answers to give before them, and what was asked, when, by whom."""

    files: dict[str, bytes] = field(default_factory=dict)
    first: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    url: str = ""

    def hold(self, cik: str, accession: str) -> str:
        path = f"/Archives/edgar/data/{cik}/{accession}.txt"
        self.files[path] = submission(accession)
        return path

    def list_filings(self, file: str, **value: object) -> None:
        self.files[f"/submissions/{file}"] = json.dumps(value).encode()

    def answer(self, path: str, agent: str) -> Answer:
        self.asked.append(path)
        self.agents.add(agent)
        if "@" not in agent:
            return Answer(b"<html><title>Your Request Originates from an Undeclared Automated Tool</title>", 403)
        if self.first.get(path):
            return self.first[path].pop(0)
        return Answer(self.files[path]) if path in self.files else Answer(b"<html>no such key</html>", 404)


@dataclass
class Clock:
    """Time that passes only by waiting."""

    now: float = 1000.0
    waits: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


@pytest.fixture
def world() -> Iterator[World]:
    state = World()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            given = state.answer(self.path, self.headers.get("User-Agent", ""))
            self.send_response(given.status)
            for name, value in given.headers.items():
                self.send_header(name, value)
            if given.length is not None:
                self.send_header("Content-Length", str(len(given.body) if given.length < 0 else given.length))
            self.end_headers()
            self.wfile.write(given.body)
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Silence."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        state.url = f"http://127.0.0.1:{server.server_port}"
        yield state
        server.shutdown()
        thread.join()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def edgar(world: World, clock: Clock) -> Iterator[Edgar]:
    with Edgar(ME, world.url, clock=clock, sleep=clock.sleep) as client:
        yield client


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Commands do not wait; what they would have waited is kept."""
    waits: list[float] = []
    monkeypatch.setattr("filigraph.fetch_client.pause", waits.append)
    return waits


Fault = Callable[[bytes], str | None]
