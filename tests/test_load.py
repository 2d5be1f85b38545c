"""Loading: twice is once, any order is the same graph, a stopped load goes on, nothing failed is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import filigraph
from filigraph import load as loading
from filigraph.cli import run
from filigraph.load import Batch, convert
from filigraph.manifest import MANIFEST, Manifest
from filigraph.resolve import read_saying

LOAD_AND_DIE = """
import os, signal, sys
import filigraph, filigraph.load as loading
loading.BATCH_FILES = loading.PORTION_BYTES = 1
store, folder, batches, when = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
seen = 0
def die_after(function):
    def wrapped(*args):
        global seen
        result = function(*args)
        seen += 1
        if seen == batches:
            os.kill(os.getpid(), signal.SIGKILL)
        return result
    return wrapped
if when == "written":
    loading._write = die_after(loading._write)
else:
    loading.Manifest.note = die_after(loading.Manifest.note)
filigraph.open(store).load([folder])
"""


def graph_of(store: Path) -> bytes:
    kg = filigraph.open(store)
    try:
        return b"".join(kg.export())
    finally:
        kg.close()


def load(store: Path, *paths: Path, jobs: int = 1) -> loading.Report:
    kg = filigraph.open(store)
    try:
        return kg.load(paths, jobs)
    finally:
        kg.close()


@pytest.fixture
def whole(few: Path, tmp_path: Path) -> bytes:
    """The graph of the four filings, loaded in one go."""
    load(tmp_path / "whole.db", few)
    return graph_of(tmp_path / "whole.db")


def test_a_second_load_changes_no_quad(few: Path, tmp_path: Path, whole: bytes) -> None:
    again = load(tmp_path / "whole.db", few)
    assert (len(again.loaded), again.unchanged, len(again.failed)) == (0, 4, 0)
    assert graph_of(tmp_path / "whole.db") == whole


def test_a_forced_second_load_changes_no_quad(few: Path, tmp_path: Path, whole: bytes) -> None:
    (tmp_path / "whole.db" / MANIFEST).unlink()
    assert len(load(tmp_path / "whole.db", few).loaded) == 4
    assert graph_of(tmp_path / "whole.db") == whole


def test_the_order_of_loads_does_not_matter(few: Path, tmp_path: Path, whole: bytes) -> None:
    for path in sorted(few.iterdir(), reverse=True):
        load(tmp_path / "one-by-one.db", path)
    assert graph_of(tmp_path / "one-by-one.db") == whole


def test_worker_processes_make_the_same_graph(few: Path, tmp_path: Path, whole: bytes) -> None:
    load(tmp_path / "two.db", few, jobs=2)
    assert graph_of(tmp_path / "two.db") == whole


def test_no_blank_nodes_and_sorted_lines_within_a_graph(whole: bytes) -> None:
    lines = whole.decode().splitlines()
    assert len(lines) > 1000
    assert not [line for line in lines if line.startswith("_:")]


@pytest.mark.parametrize("when", ["written", "noted"])
@pytest.mark.parametrize("batches", [1, 3])
def test_kill_9_then_the_same_command_makes_the_same_graph(
    few: Path, tmp_path: Path, whole: bytes, batches: int, when: str
) -> None:
    store = tmp_path / "killed.db"
    died = subprocess.run([sys.executable, "-c", LOAD_AND_DIE, str(store), str(few), str(batches), when], check=False)
    assert died.returncode == -signal.SIGKILL
    report = load(store, few)
    assert report.unchanged == (batches if when == "noted" else batches - 1)
    assert len(report.loaded) + report.unchanged == 4
    assert graph_of(store) == whole


def test_a_load_that_ended_before_who_is_who_makes_up_for_it(
    few: Path, tmp_path: Path, whole: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(self: object, decisions: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("filigraph.resolve.Update.finish", stop)
        with pytest.raises(KeyboardInterrupt):
            load(tmp_path / "late.db", few)
    assert load(tmp_path / "late.db", few).unchanged == 4
    assert graph_of(tmp_path / "late.db") == whole


def test_a_changed_filing_is_replaced_as_a_whole(few: Path, tmp_path: Path) -> None:
    store = tmp_path / "changed.db"
    load(store, few)
    path = min(few.iterdir())
    old = path.read_text("utf-8")
    path.write_text(old.replace("Delaware", "Nevada"), "utf-8")
    assert len(load(store, few).loaded) == 1
    fresh = tmp_path / "fresh.db"
    load(fresh, few)
    assert graph_of(store) == graph_of(fresh)


def test_convert_is_pure_and_tells_of_each_source(sample: Path) -> None:
    path = min(sample.glob("*.txt"))
    batch = Batch((("a.txt", path.read_bytes()), ("b.pdf", b"%PDF-1.4"), ("c.txt", "no permission")))
    converted = convert(batch)
    assert converted == convert(batch)
    rows = [one.row for one in converted]
    assert [bool(one.quads) for one in converted] == [True, False, False]
    assert [row.filing for row in rows] == ["0009999003-00-000012", None, None]
    assert [row.why for row in rows][1:] == [
        "this is a PDF document, not a filing (give the submission's .txt, or the HTML document)",
        "no permission",
    ]


def test_what_a_worker_tells_of_a_filing_is_what_its_graph_says(loaded: Path, sample: Path) -> None:
    kg = filigraph.open(loaded)
    try:
        paths = sorted(sample.glob("*.txt"))
        told = [one.saying for path in paths for one in convert(Batch(((path.name, path.read_bytes()),)))]
        assert told == [read_saying(kg.store, filing) for filing in kg.filings()]
        assert sum(len(one.facts.mentions) for one in told if one is not None) > 500
    finally:
        kg.close()


def test_failures_are_told_kept_and_tried_again(few: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (few / "empty.txt").write_bytes(b"")
    store = tmp_path / "s.db"
    command = ["load", str(few), "--store", str(store), "--jobs", "1", "--progress", "off"]
    assert run(command) == 4
    assert capsys.readouterr().err == (
        f"not read: {few}/empty.txt: the file is empty (download it again)\n4 loaded, 0 unchanged, 1 failed\n"
    )
    assert run(["status", "--store", str(store), "--failed", "--format", "csv"]) == 0
    assert "the file is empty" in capsys.readouterr().out
    (few / "empty.txt").unlink()
    assert run(command) == 0
    assert [row.why for row in Manifest(store).rows() if row.filing is None] == [
        "the file is empty (download it again)"
    ]


def test_batches_are_bounded(few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "BATCH_FILES", 3)
    assert [len(b.items) for b in batches(few)] == [3, 1]
    monkeypatch.setattr(loading, "BATCH_BYTES", 1)
    assert [len(b.items) for b in batches(few)] == [1, 1, 1, 1]


def nothing(name: str, data: bytes) -> None:
    """What a folder of filings gives to listings."""


def batches(folder: Path) -> Iterator[Batch]:
    from filigraph.loaders.sources import expand

    return loading._batches(expand([folder]), Manifest(None), loading.Report(), nothing)


def test_shown_records_equal_extracted_ones(loaded: Path, sample: Path) -> None:
    from filigraph.loaders.publish import to_json

    kg = filigraph.open(loaded)
    try:
        files = sorted(sample.glob("*.txt"))
        for path in files:
            record = to_json(filigraph.read(path.read_bytes(), os.fspath(path)))
            assert kg.record(str(record["id"])) == record
        assert len(list(kg.filings())) == len(files) == 60
    finally:
        kg.close()
