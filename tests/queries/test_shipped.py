"""Every shipped question: its header, its form, its answer on the sample, and the same answer from another engine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.plugins.sparql import prepareQuery

import filigraph
import filigraph.sample
from filigraph.kg import KnowledgeGraph
from filigraph.loaders.errors import NotFound
from filigraph.queries import catalog
from filigraph.store import Rows
from filigraph.store.scan import tokens, words

EXPECTED = Path(__file__).parent / "expected"
#: Invented filings of other forms, most by a registrant of the sample: what registrations leave open.
MORE = Path(__file__).parent / "more"
EXPECTED_MORE = Path(__file__).parent / "expected_more"
# all is read without a problem; the others have tests of their own
NO_ROWS = {"problems", "cited-filings", "holders", "sales", "measured"}
NO_ROWS |= {"ambiguous"}  # test_ambiguous
NO_ROWS |= {"decisions"}  # nobody has decided anything: tests/identity/test_provenance
NO_ROWS |= {"items", "office-changes", "accountants", "subsidiaries", "certifiers", "attachments"}  # test_reported
SUBSET = ("00-000012", "00-000013", "04-000014", "04-000015", "96-000007", "98-000008")

PATH = re.compile(r"(?<!\^)\^(?!\^)\s*\w*:\w|:\w+\s*(?:[/|]\s*\^?\w*:\w|[+?*](?![\w]))|\)[+*?](?=\s)")

every_query = pytest.mark.parametrize("name", catalog.names())


@every_query
def test_header_says_what_it_asks_takes_and_gives(name: str) -> None:
    query = catalog.load(name)
    assert query.summary.endswith(".")
    assert query.columns
    params = {p.name for p in query.params}
    assert len(params) == len(query.params)
    used = {t.text[1:] for t in tokens(query.text) if t.kind == "variable" and t.text.startswith("$")}
    assert used == params


@every_query
def test_the_file_is_sparql_as_it_stands(name: str) -> None:
    query = catalog.load(name)
    answer = ox.Store().query(query.text)
    assert isinstance(answer, ox.QuerySolutions)
    assert tuple(v.value for v in answer.variables) == query.columns
    prepareQuery(query.text)


@every_query
def test_form(name: str) -> None:
    query = catalog.load(name)
    said = words(query.text)
    code = "".join(t.text for t in tokens(query.text) if t.kind not in ("comment", "string", "long"))
    assert "ORDER" in said, "rows come in a stated order"
    assert not re.search(r"SELECT\s+(?:DISTINCT\s+)?\*", code), "columns are named"
    assert "SERVICE" not in said
    for block in re.findall(r"NOT\s+EXISTS\s*\{((?:[^{}]|\{[^{}]*\})*)\}", code):
        assert not re.search(r"[.;,](?:\s|$)", block.strip()), "one pattern a NOT EXISTS: engines are slow on more"
    assert not PATH.findall(code), "no property path: over role nodes engines time out, and steps read as well"
    assert all(line == line.rstrip() and "\t" not in line for line in query.text.splitlines())
    assert "GRAPH" in said, "facts are in named graphs"


@every_query
def test_only_prefixes_in_use_are_declared(name: str) -> None:
    found = [t.text for t in tokens(catalog.load(name).text) if t.kind == "prefixed"]
    declared = [text for text in found if text.endswith(":")]
    assert [p for p in declared if sum(text.startswith(p) for text in found) < 2] == []


@every_query
def test_answer_on_the_sample(name: str, graph: KnowledgeGraph, sample: Path) -> None:
    query = catalog.load(name)
    answer = graph.query(name, **query.example)
    further = (EXPECTED_MORE / f"{name}.csv").is_file()
    assert answer.rows or further or name in NO_ROWS
    text = answer.csv().replace(f"{sample}/", "").replace(f"{filigraph.sample.LISTINGS}/", "")
    assert without_hashes(name, text) == without_hashes(name, (EXPECTED / f"{name}.csv").read_text("utf-8"))


def without_hashes(name: str, text: str) -> str:
    """The answer; of what made who is who without the hashes of tables, which test_provenance compares."""
    return re.sub(r"\b[0-9a-f]{64}\b|\b[0-9a-f]{16}-[0-9a-f]{16}\b", "#", text) if name == "resolution" else text


@pytest.mark.parametrize("name", sorted(p.stem for p in EXPECTED_MORE.glob("*.csv")))
def test_answer_on_other_forms_too(name: str, more: KnowledgeGraph, sample: Path) -> None:
    answer = more.query(name, **catalog.load(name).example)
    assert answer.rows
    text = answer.csv().replace(f"{sample}/", "").replace(f"{MORE}/", "").replace(f"{filigraph.sample.LISTINGS}/", "")
    assert text == (EXPECTED_MORE / f"{name}.csv").read_text("utf-8")


@every_query
def test_defaults_may_be_left_out(name: str, graph: KnowledgeGraph) -> None:
    query = catalog.load(name)
    given = {p.name: p.example for p in query.params if p.default is None}
    full = given | {p.name: p.default for p in query.params if p.default is not None}
    assert graph.query(name, **given).csv() == graph.query(name, **full).csv()


def test_no_answer_is_left_over() -> None:
    assert sorted(p.stem for p in EXPECTED.glob("*.csv")) == sorted(catalog.names())
    assert {p.stem for p in EXPECTED_MORE.glob("*.csv")} <= set(catalog.names())


@pytest.mark.parametrize(
    ("code", "is_path"),
    [
        ("?a fg:b/fg:c ?d", True),
        ("?a fg:b|fg:c ?d", True),
        ("?a ^fg:b ?d", True),
        ("?a fg:b+ ?d", True),
        ("?a (fg:b)* ?d", True),
        ("?a fg:b ?c . FILTER(?c = fg:d || ?c = fg:e)", False),
        ("BIND(YEAR(?x) * 12 + MONTH(?x) / 2 AS ?y)", False),
        ("BIND(IRI(CONCAT(STR(ev:), ?acts)) AS ?field)", False),
        ('FILTER(?a < "2000-01-01"^^xsd:date)', False),
    ],
)
def test_a_path_is_told_from_arithmetic(code: str, is_path: bool) -> None:
    assert bool(PATH.search(code)) == is_path


@pytest.fixture(scope="module")
def more(sample: Path) -> Iterator[KnowledgeGraph]:
    """The sample and the invented filings of other forms."""
    kg = filigraph.open()
    kg.load([sample, filigraph.sample.LISTINGS, MORE])
    yield kg
    kg.close()


@pytest.fixture(scope="module")
def six(sample: Path) -> Iterator[KnowledgeGraph]:
    kg = filigraph.open()
    kg.load([MORE, *(sample / f"0009999003-{number}.txt" for number in SUBSET), filigraph.sample.LISTINGS])
    yield kg
    kg.close()


@pytest.fixture(scope="module")
def dataset(six: KnowledgeGraph) -> rdflib.Dataset:
    data = rdflib.Dataset()
    data.parse(data=b"".join(six.export()).decode(), format="nquads")
    return data


@every_query
def test_rdflib_gives_the_same_rows(
    name: str, six: KnowledgeGraph, graph: KnowledgeGraph, dataset: rdflib.Dataset
) -> None:
    query = catalog.load(name)
    try:
        text = six.text(name, query.example)
    except NotFound:  # an example from outside the six filings
        text = graph.text(name, query.example)
    mine = six.store.query(text)
    assert isinstance(mine, Rows)
    theirs = [[None if t is None else str(t) for t in row] for row in dataset.query(text)]  # type: ignore[union-attr]
    ours = [[None if t is None else str(getattr(t, "value", t)) for t in row] for row in mine.rows]
    assert sorted(map(str, theirs)) == sorted(map(str, ours))


def test_the_library_covers_what_readers_ask_for() -> None:
    asked = {"signatories", "roles", "board", "interlocks", "attorneys", "counsel", "clients", "auditors", "agents"}
    assert asked <= set(catalog.names())
