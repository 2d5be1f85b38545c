"""Decisions by the command line: the queue, a pair that is joined, one that is parted, each undone again."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from filigraph.cli import run
from filigraph.kg import open_graph

NAMES = ("Roger C. Ashgrove", "Roger C. Ashgrove, Jr.")
BY = ("--who", "ab", "--date", "2026-01-05")


@pytest.fixture
def store(loaded: Path, tmp_path: Path) -> str:
    import shutil

    shutil.copytree(loaded, tmp_path / "s.db")
    return str(tmp_path / "s.db")


def graph_of(store: str) -> bytes:
    kg = open_graph(store, read_only=True)
    try:
        return b"".join(kg.export())
    finally:
        kg.close()


def queue(store: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    capsys.readouterr()
    assert run(["review", "--store", store, "--list", "--format", "csv"]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def entities(store: str, *names: str) -> list[str]:
    kg = open_graph(store, read_only=True)
    try:
        return [kg.entity(name) for name in names]
    finally:
        kg.close()


def undo(store: str) -> None:
    table = Path(store) / "decisions.tsv"
    lines = table.read_text("utf-8").splitlines(keepends=True)
    table.write_text("".join(lines[:-1]), "utf-8")
    assert run(["resolve", "--store", store]) == 0


def test_a_decision_that_joins_and_its_undoing(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = graph_of(store)
    rows = queue(store, capsys)
    assert {(row["a"], row["b"], row["rule"]) for row in rows} >= {(*NAMES, "H1")}
    first, second = entities(store, *NAMES)
    assert first != second
    command = ["review", "--store", store, "--decide", *NAMES, "same", "--why", "one biography", *BY]
    assert run(command) == 0
    assert len(set(entities(store, *NAMES))) == 1
    assert set(NAMES).isdisjoint(name for row in queue(store, capsys) for name in (row["a"], row["b"]))
    assert entities(store, first) == entities(store, second), "the id that is no longer shown leads to the other"
    assert run(["why", *NAMES, "--store", store]) == 0
    said = capsys.readouterr().out
    assert "decided same on 2026-01-05 by ab: one biography" in said
    assert "D1 1  Roger C. Ashgrove" in said
    undo(store)
    assert graph_of(store) == before


def test_a_decision_that_parts_and_a_later_one_that_leaves_it_open(
    store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = graph_of(store)
    kg = open_graph(store, read_only=True)
    person = kg.entity("Curtis E. Thornmore").removeprefix("https://w3id.org/filigraph/id/")
    mentions = [m for (m,) in kg.register.db.execute("SELECT iri FROM mention WHERE entity = ? ORDER BY 1", (person,))]
    kg.close()
    pair = (mentions[0], mentions[-1])
    assert run(["review", "--store", store, "--decide", *pair, "different", *BY]) == 0
    assert len(set(entities_of(store, *pair))) == 2
    capsys.readouterr()
    assert run(["why", *pair, "--store", store]) == 0
    assert "decided different on 2026-01-05 by ab: no reason given" in capsys.readouterr().out
    decided = graph_of(store)
    assert run(["resolve", "--store", store]) == 0
    assert graph_of(store) == decided, "a rebuild keeps decisions"
    capsys.readouterr()
    assert run(["review", "--store", store, "--decide", *pair, "unsure", *BY]) == 0
    assert "\nin place of: different, by ab on 2026-01-05\n" in capsys.readouterr().err
    assert graph_of(store) == before


def entities_of(store: str, *mentions: str) -> list[str]:
    kg = open_graph(store, read_only=True)
    found = [kg.register.db.execute("SELECT entity FROM mention WHERE iri = ?", (m,)).fetchone()[0] for m in mentions]
    kg.close()
    return found


def test_a_contradiction_is_one_clear_line_and_is_not_written(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    ids = [f"filing/0009999003-00-000012/signature/{n}" for n in (1, 2, 3)]
    table = Path(store) / "decisions.tsv"
    for a, b in ((0, 1), (1, 2)):
        assert run(["review", "--store", store, "--decide", ids[a], ids[b], "same", *BY]) == 0
    written = table.read_text("utf-8")
    assert len(set(entities_of(store, *ids))) == 1, "a decision beats the veto of one list of signers"
    capsys.readouterr()
    assert run(["review", "--store", store, "--decide", ids[0], ids[2], "different", *BY]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert f"contradicts same({ids[0]}, {ids[1]}) of line 2, same({ids[1]}, {ids[2]}) of line 3" in said
    assert table.read_text("utf-8") == written


def test_the_queue_is_walked(store: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["d", "two offices", "q"])
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))
    waiting = len(queue(store, capsys))
    assert waiting > 0
    assert run(["review", "--store", store, *BY]) == 0
    told = capsys.readouterr()
    assert " | " in told.out
    assert "1 of" in told.out
    assert "family equal, given initial" in told.out
    assert "“" in told.out
    assert f"1 decided, {waiting - 1} left" in told.err
    assert len(queue(store, capsys)) == waiting - 1


def test_two_people_one_signature_block(loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["why", "Richard Selgrove", "Richard Selgrove, Jr.", "--store", str(loaded)]) == 0
    said = capsys.readouterr().out
    assert "different 0.00 by V2" in said
    assert "both sign filing/" in said


@pytest.mark.parametrize(
    ("decide", "code", "said"),
    [
        (("Curtis E. Thornmore", "Curtis E. Thornmore", "different"), 2, "both names are one entity"),
        (
            ("Curtis E. Thornmore", "Summit Communications, Inc.", "same"),
            2,
            "two people, two firms, or two registrants",
        ),
        (("Curtis E. Thornmore", "Barry S. Halford", "perhaps"), 2, "same, different or unsure"),
        (("filing/1/signature/1", "Barry S. Halford", "same"), 1, "no such mention"),
    ],
)
def test_what_cannot_be_decided(
    store: str, decide: tuple[str, ...], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["review", "--store", store, "--decide", *decide, *BY]) == code
    assert said in capsys.readouterr().err


def test_pairs_from_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    table = "name_a\tcontext_a\tname_b\tcontext_b\tkind\nOlwen P. Tarbuck\t\tO. P. Tarbuck\tsame issuer\tperson\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(table.encode("utf-8"))))
    assert run(["match", "-", "--format", "csv"]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (row["judgement"], row["rule"]) == ("same", "R3")
