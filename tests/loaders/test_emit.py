"""N-Quads: sorted, each line once, escaped so that two parsers read the same."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Dataset

from filigraph.loaders import nterms
from filigraph.loaders.emit import filing_nquads
from filigraph.loaders.records import Filing

GRAPH = "https://w3id.org/filigraph/id/graph/filing/x"


def test_the_smallest_filing() -> None:
    node, fg = "<https://w3id.org/filigraph/id/filing/x>", "https://w3id.org/filigraph/ontology#"
    assert filing_nquads(Filing("x", "a.txt", "00")).decode() == (
        f"{node} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{fg}Filing> <{GRAPH}> .\n"
        f'{node} <{fg}filingId> "x" <{GRAPH}> .\n'
        f'{node} <{fg}sha256> "00" <{GRAPH}> .\n'
        f'{node} <{fg}source> "a.txt" <{GRAPH}> .\n'
    )


def test_lines_are_sorted_and_single(full: Filing) -> None:
    lines = filing_nquads(full).decode().splitlines()
    assert lines == sorted(set(lines))
    graphs = {line.rsplit(" ", 2)[1] for line in lines}
    assert graphs == {
        "<https://w3id.org/filigraph/id/graph/filing/0000999999-03-000042>",
        "<https://w3id.org/filigraph/id/graph/entities>",
    }


def test_there_are_no_blank_nodes(full: Filing) -> None:
    assert "_:" not in filing_nquads(full).decode()


@pytest.mark.parametrize(
    ("value", "term"),
    [
        ('say "so"', '"say \\"so\\""'),
        ("back\\slash", '"back\\\\slash"'),
        ("two\nlines\r\ttab", '"two\\nlines\\r\\ttab"'),
        ("\x00\x1f\x7f", '"\\u0000\\u001F\\u007F"'),
        ("é 😀 \x85", '"é 😀 \x85"'),
        ("\ud83d", '"\ufffd"'),  # half of a surrogate pair: no RDF syntax can hold it
        ("", '""'),
    ],
)
def test_literals_are_escaped(value: str, term: str) -> None:
    assert nterms.literal(value) == term


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("2003-09-18", "date"),
        ("2003-02-29", None),  # no such day
        ("2004-02-29", "date"),
        ("0000-01-01", None),
        ("2003-09-19T16:02:11", "dateTime"),
        ("2003-09-19T25:02:11", None),
        ("2003-09", None),
        ("٢٠٠٣-09-18", None),  # digits, but not those of a date
        ("for the year 1999", None),
    ],
)
def test_only_real_dates_are_typed_so(value: str, kind: str | None) -> None:
    tail = f"^^<{nterms.XSD}{kind}>" if kind else ""
    assert nterms.typed(value) == nterms.literal(value) + tail


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_text_of_a_literal_comes_back(value: str) -> None:
    assert nterms.text(nterms.literal(value)) == value


@settings(deadline=None, max_examples=30)
@given(data=st.data())
def test_a_parser_reads_every_line_back(data: st.DataObject, any_filing: st.SearchStrategy[Filing]) -> None:
    quads = filing_nquads(data.draw(any_filing))
    parsed = list(ox.parse(quads, format=ox.RdfFormat.N_QUADS))
    assert len(parsed) == len(set(parsed)) == quads.count(b"\n")


def test_rdflib_reads_the_same(full: Filing) -> None:
    quads = filing_nquads(full)
    dataset = Dataset()
    dataset.parse(data=quads, format="nquads")
    ours = {(str(q.subject).strip("<>"), q.object.value) for q in ox.parse(quads, format=ox.RdfFormat.N_QUADS)}
    theirs = {(str(s), str(o)) for s, _, o, _ in dataset.quads()}
    assert {s for s, _ in ours} == {s for s, _ in theirs}
    assert {o for _, o in ours} == {o for _, o in theirs}
