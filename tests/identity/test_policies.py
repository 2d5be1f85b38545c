"""Ties under the strict and the exploratory policy: made when first asked for, and kept up to date from then on."""

from __future__ import annotations

from pathlib import Path

import pytest

import filigraph
from filigraph.cli import run
from filigraph.identity.policies import Policy
from filigraph.kg import KnowledgeGraph
from filigraph.loaders.errors import Unavailable

QUESTION = "people"


def ties(kg: KnowledgeGraph, policy: Policy) -> int:
    (row,) = kg.query(f"SELECT (COUNT(?s) AS ?n) WHERE {{ GRAPH <{policy.derived}> {{ ?s ?p ?o }} }}").rows
    return int(str(row[0]))


def store_of(folder: Path, sources: list[Path]) -> Path:
    kg = filigraph.open(folder)
    kg.load(sources)
    kg.close()
    return folder


def test_they_are_made_when_first_asked_for(tmp_path: Path, sample: Path) -> None:
    kg = filigraph.open(store_of(tmp_path / "s.db", [sample]))
    assert [kg.keeps(policy) for policy in Policy] == [False, True, False]
    usual = kg.query(QUESTION).rows
    assert not kg.keeps(Policy.STRICT), "who asks under the usual policy makes none"
    kg.policy = Policy.STRICT
    assert len(kg.query(QUESTION, least="1").rows) >= len(usual)
    assert [kg.keeps(policy) for policy in Policy] == [True, True, False]
    assert ties(kg, Policy.STRICT) > 1000
    kg.close()


def test_they_are_the_same_whenever_they_are_made(tmp_path: Path, sample: Path) -> None:
    paths = sorted(sample.glob("*.txt"))
    late, early = (filigraph.open(tmp_path / name) for name in ("late.db", "early.db"))
    late.load(paths)
    late.keep(Policy.STRICT)
    late.keep(Policy.EXPLORATORY)
    early.load(paths[:20])
    early.keep(Policy.EXPLORATORY)
    early.keep(Policy.STRICT)
    early.load(paths[20:])
    early.close()
    early = filigraph.open(tmp_path / "early.db")
    assert b"".join(early.export()) == b"".join(late.export())
    late.resolve()
    assert b"".join(early.export()) == b"".join(late.export())
    (tmp_path / "late.db" / "identity.sqlite").unlink()
    late.close()
    late = filigraph.open(tmp_path / "late.db")
    late.resolve()
    assert not late.keeps(Policy.STRICT), "nobody knows any more that they were asked for"
    early.close()
    late.close()


def test_a_store_that_is_only_read_says_what_to_do(tmp_path: Path, few: Path) -> None:
    kg = filigraph.kg.open_graph(store_of(tmp_path / "s.db", [few]), read_only=True)
    kg.policy = Policy.STRICT
    with pytest.raises(Unavailable, match="the ties under the strict policy are not made yet") as refused:
        kg.query(QUESTION)
    assert "filigraph resolve --policy strict" in str(refused.value)
    assert kg.query("mentions").columns, "a question that reads no ties needs none"
    kg.close()


def test_the_command_line_makes_them(tmp_path: Path, few: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = str(store_of(tmp_path / "s.db", [few]))
    command = ["query", QUESTION, "-p", "least=1", "--policy", "strict", "--store", store, "--format", "csv"]
    assert run([*command, "--show"]) == 0
    assert capsys.readouterr().err == "", "what is only shown needs no ties"
    assert run(command) == 0
    first = capsys.readouterr()
    assert first.err == "making the ties under the strict policy\n"
    assert run(command) == 0
    second = capsys.readouterr()
    assert (second.out, second.err) == (first.out, "")
    assert len(second.out.splitlines()) > 3
    assert run(["resolve", "--policy", "exploratory", "--store", store]) == 0
    kg = filigraph.open(store)
    assert [kg.keeps(policy) for policy in Policy] == [True, True, True]
    kg.close()
