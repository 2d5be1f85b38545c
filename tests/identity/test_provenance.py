"""What made each link stands in the graph: rule, score, the mention it was joined with, rule set, tables, decisions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

import filigraph
from filigraph.identity import firms, ruleset
from filigraph.identity.decisions import Decision, append
from filigraph.identity.judgement import Verdict
from filigraph.identity.register import Register
from filigraph.kg import KnowledgeGraph
from filigraph.store import Rows

LINKS = """
PREFIX fg: <https://w3id.org/filigraph/ontology#>
SELECT ?mention ?rule ?run ?joined ?entity ?other WHERE {
  GRAPH ?r {
    ?link a fg:ResolutionLink ; fg:mention ?mention ; fg:entity ?entity ; fg:rule ?rule .
    OPTIONAL { ?link fg:run ?run }
    OPTIONAL { ?link fg:joinedWith ?joined . ?joined fg:resolvedTo ?other }
  }
}
"""


def exported(kg: KnowledgeGraph) -> bytes:
    return b"".join(kg.export())


def hashes(kg: KnowledgeGraph) -> dict[str, str]:
    return {str(row["table"]): str(row["sha256"]) for row in kg.query("resolution").dicts()}


@pytest.fixture
def kg(tmp_path: Path, few: Path) -> Iterator[KnowledgeGraph]:
    graph = filigraph.open(tmp_path / "s.db")
    graph.load([few])
    yield graph
    graph.close()


def test_the_tables_are_named_with_the_hash_of_their_content(kg: KnowledgeGraph) -> None:
    found = hashes(kg)
    assert sorted(found) == sorted(ruleset.TABLES)
    for name, package in ruleset.TABLES.items():
        assert found[name] == hashlib.sha256((files(package) / name).read_bytes()).hexdigest()
    assert {row["rules"] for row in kg.query("resolution").dicts()} == {ruleset.rule_set()}


def test_every_table_beside_the_rules_is_among_them() -> None:
    here = {p.name for p in Path(ruleset.__file__).parent.glob("*.tsv")}
    assert here <= ruleset.TABLES.keys()


def test_each_link_has_its_run_and_a_joined_one_the_mention_it_was_joined_with(graph: KnowledgeGraph) -> None:
    answer = graph.store.query(LINKS)
    assert isinstance(answer, Rows)
    rows = [tuple("" if t is None else str(getattr(t, "value", "")) for t in row) for row in answer.rows]
    assert len(rows) > 800
    assert {row[2] for row in rows} == {"https://w3id.org/filigraph/id/resolution/current"}
    joined = [row for row in rows if row[1] in ("R1", "R3", "R5")]
    assert len(joined) > 100
    for mention, _rule, _run, other, entity, others in joined:
        assert other not in ("", mention)
        assert others == entity, "both are the same person"
    assert {row[3] for row in rows if row[1] in ("R0", "F1", "C3")} == {""}


def test_loading_again_changes_no_byte(kg: KnowledgeGraph, few: Path) -> None:
    before = exported(kg)
    kg.load([few])
    kg.resolve()
    assert exported(kg) == before


def test_a_changed_table_makes_the_register_anew(
    kg: KnowledgeGraph, few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = exported(kg)
    (entity,) = kg.register.db.execute("SELECT min(entity) FROM mention WHERE rule = 'F1'").fetchone()
    core = str(entity).removeprefix("firm/")
    kg.close()
    real = ruleset.table_text

    def more(name: str) -> str:
        return real(name) + (f"{core}\tinventedhouse\t\t\tinvented\n" if name == "firm_aliases.tsv" else "")

    with monkeypatch.context() as patch:
        for module in (ruleset, firms):
            patch.setattr(module, "table_text", more)
        firms._aliases.cache_clear()
        firms._bare.cache_clear()
        assert not Register(tmp_path / "s.db", read_only=True).clean
        again = filigraph.open(tmp_path / "s.db")
        assert again.load([few]).loaded == [], "no filing is read again"
        renamed = again.register.db.execute("SELECT count(*) FROM mention WHERE entity = 'firm/inventedhouse'")
        assert renamed.fetchone()[0] >= 1
        whole = filigraph.open(tmp_path / "whole.db")
        whole.load([few])
        assert exported(again) == exported(whole) != before
        again.close()
        whole.close()
    firms._aliases.cache_clear()
    firms._bare.cache_clear()
    back = filigraph.open(tmp_path / "s.db")
    back.load([few])
    assert exported(back) == before
    back.close()


@pytest.mark.parametrize("undone", ["taken out", "superseded"])
def test_a_decision_is_named_by_its_hash_until_it_is_undone(kg: KnowledgeGraph, undone: str) -> None:
    before = exported(kg)
    alone = kg.register.db.execute("SELECT first FROM profile WHERE state LIKE '%R0%' ORDER BY key LIMIT 2")
    a, b = sorted(first.partition(" ")[2] for (first,) in alone)
    assert kg.decisions is not None
    made = Decision("2026-01-05", "ab", "person", a, b, Verdict.SAME, "one hand", "")
    append(kg.decisions, made)
    kg.resolve([])
    assert hashes(kg)["decisions.tsv"] == ruleset.decisions_hash([made])
    joined = [row for row in kg.query(LINKS).dicts() if str(row["mention"]).endswith(a)]
    assert [(row["rule"], str(row["joined"]).endswith(b)) for row in joined] == [("D1", True)]
    if undone == "taken out":
        kg.decisions.unlink()
    else:
        append(kg.decisions, Decision("2026-01-06", "ab", "person", a, b, Verdict.UNSURE, "", ""))
    kg.resolve([])
    assert "decisions.tsv" not in hashes(kg)
    assert exported(kg) == before


@pytest.mark.parametrize("name", sorted(ruleset.TABLES))
def test_each_row_of_a_table_has_its_source(name: str) -> None:
    heading, *rows = [line.split("\t") for line in ruleset.table_text(name).splitlines() if line]
    assert heading[-1] == "source"
    assert [row for row in rows if len(row) != len(heading) or not row[-1].strip()] == []
