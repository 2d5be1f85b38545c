"""What made each link stands in the graph: rule, score, the mention it was joined with, rule set, tables, decisions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

import filigraph
from filigraph.identity import firms, ruleset
from filigraph.identity.decisions import Decision, append, decision_id, row_hash
from filigraph.identity.explain import explain
from filigraph.identity.folding import fold
from filigraph.identity.judgement import Verdict
from filigraph.identity.register import Register
from filigraph.kg import KnowledgeGraph
from filigraph.loaders.iri import ID
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


def name_of(kg: KnowledgeGraph, mention: str) -> str:
    (name,) = kg.register.db.execute("SELECT name FROM mention WHERE iri = ?", (mention,)).fetchone()
    return str(name)


def links_of(kg: KnowledgeGraph, *mentions: str) -> int:
    """How many mentions have the names, at the registrants, of these."""
    marks = ", ".join("?" * len(mentions))
    profiles = f"SELECT profile FROM mention WHERE iri IN ({marks})"
    (n,) = kg.register.db.execute(f"SELECT count(*) FROM mention WHERE profile IN ({profiles})", mentions).fetchone()
    return int(n)


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


EVIDENCE = """
PREFIX fg: <https://w3id.org/filigraph/ontology#>
SELECT ?mention ?rule ?name ?place ?quote WHERE {
  GRAPH ?r { ?link a fg:ResolutionLink ; fg:mention ?mention ; fg:rule ?rule }
  GRAPH ?g { ?mention fg:name ?name }
  OPTIONAL { GRAPH ?r { ?link fg:evidence ?place } GRAPH ?g { ?place fg:quote ?quote } }
}
"""


def test_each_link_has_the_words_of_its_mention(graph: KnowledgeGraph) -> None:
    rows = graph.query(EVIDENCE).dicts()
    assert len({row["mention"] for row in rows}) == len(rows), "one place a link"
    assert {row["rule"] for row in rows} >= {"R0", "R3", "R5", "F1"}
    for row in rows:
        assert str(row["place"]).startswith(str(row["mention"]).rpartition("/")[0].rpartition("/")[0])
        shared = set(fold(str(row["name"])).split()) & set(fold(str(row["quote"])).split())
        assert shared, row


def test_one_of_several_names_has_its_own_words(graph: KnowledgeGraph) -> None:
    words = {
        row["name"]: row["quote"] for row in graph.query(EVIDENCE).dicts() if "97-000050/person" in str(row["mention"])
    }
    assert words["Harold R. Radworth"] == "Harold R. Radworth"
    assert words["Walter J. Lathrop"] == "Walter J. Lathrop"


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
    assert kg.query("decisions").dicts() == [
        {
            "date": "2026-01-05",
            "who": "ab",
            "judgement": "same",
            **dict(zip(("mention_a", "mention_b"), (f"{ID}{a}", f"{ID}{b}"), strict=True)),
            **dict(zip(("name_a", "name_b"), (name_of(kg, a), name_of(kg, b)), strict=True)),
            "reason": "one hand",
            "source": None,
            "sha256": row_hash(made),
            "links": links_of(kg, a, b),
        }
    ]
    if undone == "taken out":
        kg.decisions.unlink()
    else:
        append(kg.decisions, Decision("2026-01-06", "ab", "person", a, b, Verdict.UNSURE, "", ""))
    kg.resolve([])
    assert "decisions.tsv" not in hashes(kg)
    assert exported(kg) == before


@pytest.mark.parametrize("judgement", list(Verdict)[:2])
def test_a_decision_on_firms_is_named_by_the_links_it_bears_on(kg: KnowledgeGraph, judgement: Verdict) -> None:
    before = exported(kg)
    found = kg.register.db.execute(
        "SELECT iri, entity FROM mention WHERE rule = 'F1' ORDER BY entity, date, iri"
    ).fetchall()
    if judgement is Verdict.SAME:
        a, b = sorted((found[0][0], found[-1][0]))
    else:
        firm = next(e for _, e in found if [x for _, x in found].count(e) > 1)
        a, b = sorted([iri for iri, entity in found if entity == firm][:2])
    assert kg.decisions is not None
    made = Decision("2026-01-05", "ab", "firm", a, b, judgement, "", "a page")
    append(kg.decisions, made)
    kg.resolve([])
    (row,) = kg.query("decisions").dicts()
    assert (row["judgement"], row["source"], row["sha256"]) == (judgement, "a page", row_hash(made))
    assert int(str(row["links"])) >= 2
    decided = exported(kg)
    kg.resolve()
    assert exported(kg) == decided, "a rebuild names it too"
    kg.decisions.unlink()
    kg.resolve([])
    assert exported(kg) == before


def test_why_shows_words_places_and_the_decision(kg: KnowledgeGraph) -> None:
    alone = kg.register.db.execute("SELECT first FROM profile WHERE state LIKE '%R0%' ORDER BY key LIMIT 2")
    a, b = sorted(first.partition(" ")[2] for (first,) in alone)
    assert kg.decisions is not None
    made = Decision("2026-01-05", "ab", "person", a, b, Verdict.SAME, "one hand", "")
    append(kg.decisions, made)
    kg.resolve([])
    said = explain(kg, a, b)
    assert f"line 2 of decisions.tsv, decision/{decision_id(made)}" in said
    for mention in (a, b):
        place = kg.query(EVIDENCE).dicts()
        (row,) = (row for row in place if row["mention"] == f"{ID}{mention}")
        span = str(row["place"]).partition("#char=")[2].replace(",", "-")
        assert f"{mention}  “{row['quote']}” (document 1, {span})" in said
    assert f"D1 1  {name_of(kg, a)} (" in said


@pytest.mark.parametrize("name", sorted(ruleset.TABLES))
def test_each_row_of_a_table_has_its_source(name: str) -> None:
    heading, *rows = [line.split("\t") for line in ruleset.table_text(name).splitlines() if line]
    assert heading[-1] == "source"
    assert [row for row in rows if len(row) != len(heading) or not row[-1].strip()] == []
