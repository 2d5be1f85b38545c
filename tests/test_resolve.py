"""Who is who on the sample against the truth: B-cubed of people and of firms, and no father merged with his son."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from pathlib import Path

import pytest

from filigraph.kg import KnowledgeGraph
from filigraph.store import Rows

SIGNERS = """
PREFIX fg: <https://w3id.org/filigraph/ontology#>
SELECT ?filing ?position ?entity {
  GRAPH ?g { ?node fg:filingId ?filing ; fg:hasSignature ?mention . ?mention fg:position ?position }
  OPTIONAL { GRAPH ?r { ?mention fg:resolvedTo ?entity } }
}
"""
FIRMS = """
PREFIX fg: <https://w3id.org/filigraph/ontology#>
SELECT DISTINCT ?filing ?name ?entity {
  GRAPH ?g { ?node fg:filingId ?filing ; fg:hasCounsel|fg:hasAuditor ?mention . ?mention fg:name ?name }
  GRAPH ?r { ?mention fg:resolvedTo ?entity }
}
"""
Clusters = Mapping[tuple[str, str], Hashable]


def values(graph: KnowledgeGraph, query: str) -> list[tuple[str, ...]]:
    answer = graph.store.query(query)
    assert isinstance(answer, Rows)
    return [tuple(str(getattr(term, "value", "")) for term in row) for row in answer.rows]


def table(sample: Path, name: str) -> list[dict[str, str]]:
    with (sample.parent / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def b_cubed(found: Clusters, true: Clusters) -> tuple[float, float, float]:
    """Precision, recall and F1, averaged over the mentions of the truth."""
    pairs = Counter((found[m], true[m]) for m in true)
    ours, theirs = Counter(found[m] for m in true), Counter(true.values())
    precision = sum(pairs[found[m], true[m]] / ours[found[m]] for m in true) / len(true)
    recall = sum(pairs[found[m], true[m]] / theirs[true[m]] for m in true) / len(true)
    return precision, recall, 2 * precision * recall / (precision + recall)


def test_the_measure() -> None:
    true = {("f", str(n)): n // 2 for n in range(4)}
    assert b_cubed(true, true) == (1, 1, 1)
    assert b_cubed(dict.fromkeys(true, 0), true)[:2] == (0.5, 1)
    assert b_cubed({m: m for m in true}, true)[:2] == (1, 0.5)


@pytest.fixture(scope="module")
def people(graph: KnowledgeGraph) -> dict[tuple[str, str], str]:
    """The entity of each signature row, by filing and row number from 0."""
    return {(filing, str(int(position) - 1)): entity for filing, position, entity in values(graph, SIGNERS)}


def test_people(people: dict[tuple[str, str], str], sample: Path) -> None:
    true = {(row["accession"], row["row"]): row["person_id"] for row in table(sample, "signatures")}
    assert people.keys() == true.keys()
    assert "" not in people.values(), "every signer is resolved"
    precision, recall, f1 = b_cubed(people, true)
    assert precision == 1, "nobody is two people"
    assert recall >= 0.98
    assert f1 >= 0.99


def test_names_that_differ_and_are_one_person(people: dict[tuple[str, str], str], sample: Path) -> None:
    forms = defaultdict(set)
    for row in table(sample, "signatures"):
        forms[people[row["accession"], row["row"]]].add(row["printed"])
    together = [names for names in forms.values() if len(names) > 1]
    assert {"Roberta M. Vandergriff", "R. M. Vandergriff"} in together
    assert len(together) > 30


def test_a_suffix_keeps_apart(people: dict[tuple[str, str], str], sample: Path) -> None:
    by_name = defaultdict(set)
    for row in table(sample, "signatures"):
        by_name[row["printed"]].add(people[row["accession"], row["row"]])
    assert by_name["Richard Selgrove"].isdisjoint(by_name["Richard Selgrove, Jr."])
    assert by_name["Roger C. Ashgrove"].isdisjoint(by_name["Roger C. Ashgrove, Jr."])


def test_firms(graph: KnowledgeGraph, sample: Path) -> None:
    true = {(row["accession"], row["printed"]): row["firm_id"] for row in table(sample, "firm_mentions")}
    found = {(filing, name): entity for filing, name, entity in values(graph, FIRMS)}
    names = {row["firm_id"]: row["name"].removesuffix(", Professional Corporation") for row in table(sample, "firms")}
    assert found.keys() >= true.keys()
    # the truth counts printed names: one firm with and without "Professional Corporation" is one firm all the same
    assert b_cubed(found, {mention: names[firm] for mention, firm in true.items()}) == (1, 1, 1)


def test_each_entity_has_one_label_and_each_mention_one_entity(graph: KnowledgeGraph) -> None:
    label = "http://www.w3.org/2000/01/rdf-schema#label"
    labelled = [row[0] for row in values(graph, f"SELECT ?e ?l {{ GRAPH ?g {{ ?e <{label}> ?l }} }}")]
    assert len(labelled) == len(set(labelled))
    resolved = "https://w3id.org/filigraph/ontology#resolvedTo"
    links = values(graph, f"SELECT ?m ?e {{ GRAPH ?g {{ ?m <{resolved}> ?e }} }}")
    assert len(links) == len({mention for mention, _ in links})
    assert {entity for _, entity in links} <= set(labelled)


def test_resolving_again_changes_no_byte(graph: KnowledgeGraph) -> None:
    before = b"".join(graph.export())
    graph.resolve()
    assert b"".join(graph.export()) == before


def test_every_link_says_why(graph: KnowledgeGraph) -> None:
    query = """
    PREFIX fg: <https://w3id.org/filigraph/ontology#>
    SELECT ?m ?rule ?score { GRAPH ?g { ?m fg:resolvedTo ?e } OPTIONAL { GRAPH ?g {
      ?link fg:mention ?m ; fg:entity ?e ; fg:rule ?rule ; fg:score ?score } } }
    """
    links = values(graph, query)
    assert len(links) > 800
    assert all(rule and 0 < float(score) <= 1 for _, rule, score in links)
