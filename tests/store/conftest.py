"""The three stores that the contract is tested on: in memory, on disk, and a real server on loopback."""

from __future__ import annotations

import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from filigraph.store import Store, open_store

BINARY = Path(sys.executable).parent / "oxigraph"


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an ``oxigraph`` server with an empty store."""
    if not BINARY.is_file():
        pytest.skip("the oxigraph server (pip install oxigraph) is not installed")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tmp_path_factory.mktemp("server")
    command = [str(BINARY), "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        for line in process.stderr:  # it says when it listens
            if "istening" in line:
                break
        yield f"http://127.0.0.1:{port}"
        process.kill()


@pytest.fixture(params=["memory", "disk", "server"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind."""
    if request.param == "server":
        address = request.getfixturevalue("server")
        body = urllib.request.Request(
            address + "/update", b"DROP ALL", {"Content-Type": "application/sparql-update"}, method="POST"
        )
        urllib.request.urlopen(body, timeout=30).close()
        opened = open_store(endpoint=address)
    else:
        opened = open_store(tmp_path / "db" if request.param == "disk" else None)
    yield opened
    opened.close()
