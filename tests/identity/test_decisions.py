"""The table of decisions: what counts, what contradicts, what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from filigraph.identity.decisions import COLUMNS, Decision, append, parse, read_decisions
from filigraph.identity.judgement import Verdict
from filigraph.loaders.errors import InvalidInput

HEAD = "\t".join(COLUMNS)


def line(a: str, b: str, judgement: str, kind: str = "person") -> str:
    return f"2026-01-05\tab\t{kind}\t{a}\t{b}\t{judgement}\tbecause\tpage 3"


def write(path: Path, *rows: str) -> Path:
    path.write_text("\n".join((HEAD, *rows)) + "\n", "utf-8")
    return path


def test_the_last_row_of_a_pair_counts_in_either_order(tmp_path: Path) -> None:
    table = write(tmp_path / "d.tsv", line("a", "b", "same"), line("b", "a", "different"))
    assert [(d.pair, d.judgement, d.line) for d in read_decisions(table)] == [(("a", "b"), Verdict.DIFFERENT, 3)]


def test_a_file_that_is_not_there_decides_nothing(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "d.tsv") == ()


def test_a_contradiction_over_a_chain(tmp_path: Path) -> None:
    table = write(tmp_path / "d.tsv", line("a", "b", "same"), line("b", "c", "same"), line("a", "c", "different"))
    with pytest.raises(InvalidInput) as error:
        read_decisions(table)
    assert str(error.value) == (
        f"{table}: different(a, c) of line 4 contradicts same(a, b) of line 2, same(b, c) of line 3 "
        "(supersede one of them by a new row for its pair)"
    )


def test_superseding_takes_the_contradiction_away(tmp_path: Path) -> None:
    rows = (line("a", "b", "same"), line("b", "c", "same"), line("a", "c", "different"), line("b", "c", "unsure"))
    assert len(read_decisions(write(tmp_path / "d.tsv", *rows))) == 3


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (line("a", "b", "maybe"), "d.tsv:2: unknown judgement 'maybe'"),
        (line("a", "b", "same", "ship"), "d.tsv:2: unknown kind 'ship'"),
        (line("a", "a", "same"), "d.tsv:2: a decision is on two mentions"),
        ("2026-01-05\tab\tperson\ta", "d.tsv:2: the row ends before id_b"),
    ],
)
def test_rows_that_cannot_be_read(tmp_path: Path, row: str, said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        read_decisions(write(tmp_path / "d.tsv", row))


def test_a_heading_without_a_column(tmp_path: Path) -> None:
    (tmp_path / "d.tsv").write_text("date\twho\n", "utf-8")
    with pytest.raises(InvalidInput, match="no column kind, id_a"):
        read_decisions(tmp_path / "d.tsv")


def test_a_row_is_added_after_what_is_there(tmp_path: Path) -> None:
    table = tmp_path / "d.tsv"
    first = Decision("2026-01-05", "ab", "person", "a", "b", Verdict.SAME, "tab\there", "")
    append(table, first)
    append(table, Decision("2026-01-06", "ab", "person", "b", "c", Verdict.SAME, "", ""))
    rows = parse(table.read_text("utf-8").splitlines(), "d.tsv")
    assert [(d.pair, d.reason) for d in rows] == [(("a", "b"), "tab here"), (("b", "c"), "")]
    before = table.read_text("utf-8")
    with pytest.raises(InvalidInput, match="contradicts"):
        append(table, Decision("2026-01-07", "ab", "person", "a", "c", Verdict.DIFFERENT, "", ""))
    assert table.read_text("utf-8") == before
