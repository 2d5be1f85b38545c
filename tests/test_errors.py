"""Each way to go wrong: one line on standard error, the documented exit code, no traceback. See errors/README.md."""

from __future__ import annotations

import errno
import io
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from filigraph.cli import run
from filigraph.store.embedded import Embedded

CASES = sorted(path.parent for path in (Path(__file__).parent / "errors").glob("*/command.txt"))
HOLD = "import sys, pyoxigraph; s = pyoxigraph.Store(sys.argv[1]); print('held', flush=True); sys.stdin.read()"


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Path]:
    """A store that another process has open for writing."""
    store = tmp_path / "locked.db"
    command = [sys.executable, "-c", HOLD, str(store)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        assert holder.stdout.readline() == "held\n"
        yield store
        holder.stdin.close()


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_error(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest) -> None:
    (tmp_path / "hollow").mkdir()
    command = (case / "command.txt").read_text("utf-8").strip()
    places = {"case": str(case), "tmp": str(tmp_path)}
    for name in ("few", "loaded", "locked"):
        if f"{{{name}}}" in command:
            places[name] = str(request.getfixturevalue(name))
    code = run(shlex.split(command.format(**places)))
    said = capsys.readouterr().err
    for name, place in sorted(places.items(), key=lambda item: -len(item[1])):
        said = said.replace(place, f"{{{name}}}")
    told = f"exit {code}\n{said}"
    golden = case / "message.txt"
    if os.environ.get("FILIGRAPH_GOLDEN"):
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")
    assert "Traceback" not in said


def test_every_case_has_a_message_and_no_success() -> None:
    assert len(CASES) >= 20
    for case in CASES:
        first, *lines = (case / "message.txt").read_text("utf-8").splitlines()
        assert first in {"exit 1", "exit 2", "exit 4", "exit 5"}, case.name
        assert lines, case.name


def test_a_truncated_submission_is_read_as_far_as_it_goes(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = min(sample.glob("*.txt")).read_bytes()
    cut = tmp_path / "cut.txt"
    cut.write_bytes(whole[: len(whole) // 2])
    store = str(tmp_path / "cut.db")
    assert run(["load", str(cut), "--store", store, "--jobs", "1", "--progress", "off"]) == 0
    assert run(["query", "problems", "--store", store, "--format", "csv"]) == 0
    assert "truncated-document" in capsys.readouterr().out


def test_a_full_disk_is_one_line_and_the_same_command_goes_on(
    few: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Embedded, quads: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", self.place)

    command = ["load", str(few), "--store", str(tmp_path / "s.db"), "--jobs", "1", "--progress", "off"]
    with monkeypatch.context() as patch:
        patch.setattr(Embedded, "_load", full)
        assert run(command) == 1
    said = capsys.readouterr().err
    assert said.endswith("the disk is full (free some space and run the same command again)\n")
    assert said.count("\n") == 1
    assert run(command) == 0
    assert capsys.readouterr().err == "4 loaded, 0 unchanged, 0 failed\n"


def test_failures_beside_what_was_loaded_lose_nothing(
    few: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["load", "--store", str(tmp_path / "s.db"), "--jobs", "1", "--progress", "off"]
    assert run([*command, str(few)]) == 0
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"%PDF-1.4\n")
    assert run([*command, str(broken)]) == 4
    assert run([*command, str(tmp_path / "nowhere.txt")]) == 1
    capsys.readouterr()
    assert run(["check", "--no-shapes", "--store", str(tmp_path / "s.db")]) == 0
    assert capsys.readouterr().err.endswith(
        "stand in 4 filings' sources\nheaders: 4 of 4 are in the records as a whole\n"
    )


def test_an_interrupted_command_says_so(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(path: object, endpoint: object = None, *, write: bool = False) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("filigraph.cli.asking.open_graph", interrupt)
    assert run(["query", "people"]) == 130
    assert capsys.readouterr().err.split() == ["interrupted"]


def test_standard_input_that_is_no_text(
    loaded: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"SELECT \xff")))
    assert run(["query", "-", "--store", str(loaded)]) == 2
    assert capsys.readouterr().err == "error: standard input: this is no text in UTF-8 (give a SPARQL query)\n"


def test_a_name_index_that_is_broken_tells_how_to_mend_it(
    few: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "s.db"
    assert run(["load", str(few), "--store", str(store), "--jobs", "1", "--progress", "off"]) == 0
    (store / "names.sqlite").write_bytes(b"no database")
    capsys.readouterr()
    assert run(["find", "smith", "--store", str(store)]) == 1
    assert capsys.readouterr().err.endswith("(filigraph resolve makes it anew)\n")
    assert run(["resolve", "--store", str(store)]) == 0
    assert run(["find", "smith", "--store", str(store)]) == 0


def test_a_reader_that_has_enough_is_no_failure(sample: Path) -> None:
    command = [sys.executable, "-m", "filigraph", "extract", str(sample), "--jobs", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(6) == b'{"id":'
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_file_name_in_another_encoding_is_shown_escaped(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = os.fsencode(tmp_path) + b"/filing-\xff.txt"
    try:
        Path(os.fsdecode(name)).write_bytes(min(sample.glob("*.txt")).read_bytes())
    except OSError:
        pytest.skip("this file system takes only UTF-8")
    store = str(tmp_path / "s.db")
    assert run(["load", os.fsdecode(name), "--store", store, "--jobs", "1", "--progress", "off"]) == 0
    assert run(["status", "--store", store, "--format", "csv"]) == 0
    assert "filing-\\udcff.txt" in capsys.readouterr().out


def test_a_full_disk_is_told_with_the_name_of_the_file(loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no device that is always full")
    assert run(["query", "people", "--store", str(loaded), "-o", "/dev/full"]) == 1
    assert capsys.readouterr().err.startswith("error: /dev/full: the disk is full")
