"""Binding parameters: by token, typed, and never by way of strings, comments or names inside IRIs."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from filigraph.loaders.errors import InvalidInput, NotFound
from filigraph.queries import catalog
from filigraph.queries.catalog import Kind
from filigraph.store.scan import has_from, tokens, words

HEAD = "#+ summary: X.\n#+ param: text string a\n#+ param: n integer 3 = 7\n#+ columns: x\n"
TEXT = HEAD + (
    "SELECT ?x WHERE { # $text stays\n  GRAPH ?g { "
    '?x <urn:p$text> $text ; <urn:q> "$text \\" $n", \'$text\', """$n\n$text""" }'
    "\n  FILTER(?text != $textual && $n > 1)\n}\nORDER BY ?x\n"
)


def nobody(kind: Kind, text: str) -> str:
    raise NotFound(f"no {kind} named {text!r}")


def bind(values: dict[str, str], text: str = TEXT) -> str:
    return catalog.bind(catalog.parse("x", text), values, nobody)


def test_only_parameter_tokens_are_replaced() -> None:
    assert bind({"text": "v"}).removeprefix(HEAD) == (
        'SELECT ?x WHERE { # $text stays\n  GRAPH ?g { ?x <urn:p$text> "v" ; <urn:q> "$text \\" $n", \'$text\', '
        '"""$n\n$text""" }\n  FILTER(?text != $textual && 7 > 1)\n}\nORDER BY ?x\n'
    )


HOSTILE = [
    '" } DROP ALL #',
    "\\",
    '\\"',
    "'''",
    '"""',
    "\n\r\t",
    "$n",
    "}",
    "# x",
    "<urn:x>",
    "\x00",
    "é𝔸",
    "\\u0022 } #",
]


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_literals_stay_literals(value: str) -> None:
    query = 'SELECT ?x WHERE { VALUES ?x { $text } } # $text "\n'
    answer = ox.Store().query(bind({"text": value}, HEAD + query))
    assert isinstance(answer, ox.QuerySolutions)
    assert [row["x"].value for row in answer] == [value]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_went_in(value: str) -> None:
    answer = ox.Store().query(bind({"text": value}, HEAD + "SELECT ?x WHERE { VALUES ?x { $text } }"))
    assert isinstance(answer, ox.QuerySolutions)
    assert [row["x"].value for row in answer] == [value]


@given(st.text())
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(t.text for t in tokens(text)) == text


@pytest.mark.parametrize(
    ("kind", "value", "term"),
    [
        ("integer", "42", "42"),
        ("integer", " -3 ", "-3"),
        ("date", "2001-02-03", '"2001-02-03"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("string", 'a"b', '"a\\"b"'),
        ("iri", "https://example.org/a", "<https://example.org/a>"),
        ("filing", "0009999003-00-000012", "<urn:filing:0009999003-00-000012>"),
        ("person", "Ann Example", "<urn:person:AnnExample>"),
    ],
)
def test_each_kind_has_its_term(kind: str, value: str, term: str) -> None:
    query = catalog.parse("x", f"#+ param: v {kind} e\nSELECT ?x {{ ?x ?p $v }}")
    bound = catalog.bind(query, {"v": value}, lambda k, text: f"urn:{k}:{text.replace(' ', '')}")
    assert bound.endswith(f"{{ ?x ?p {term} }}")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("integer", "many"),
        ("integer", "1.5"),
        ("integer", "7 } DROP ALL"),
        ("integer", ""),
        ("date", "2001"),
        ("date", "01/02/2001"),
        ("date", "2001-02-30"),
        ("date", "2001-02-03 } #"),
        ("iri", "no iri"),
        ("iri", "urn:a> } #"),
        ("iri", ""),
    ],
)
def test_a_value_of_the_wrong_type_is_told_with_an_example(kind: str, value: str) -> None:
    query = catalog.parse("x", f"#+ param: v {kind} EXAMPLE\nSELECT ?x {{ ?x ?p $v }}")
    with pytest.raises(InvalidInput, match=rf"query x, parameter v: .* is no {kind} \(e\.g\. EXAMPLE\)"):
        catalog.bind(query, {"v": value}, nobody)


def test_a_missing_parameter_names_those_there_are() -> None:
    with pytest.raises(InvalidInput, match=r"'text' is missing \(it takes text \(string, e.g. a\), n \(integer"):
        bind({})


def test_an_unknown_parameter_names_those_there_are() -> None:
    with pytest.raises(InvalidInput, match=r"unknown parameter 'txet' \(it takes text"):
        bind({"txet": "v"})


def test_a_resolver_that_answers_nonsense_cannot_break_out() -> None:
    query = catalog.parse("x", "#+ param: v company e\nSELECT ?x { ?x ?p $v }")
    with pytest.raises(InvalidInput):
        catalog.bind(query, {"v": "a"}, lambda kind, text: "urn:a> } DROP ALL #")


@pytest.mark.parametrize("line", ["", "v", "v integer", "v nothing e", "v-w string e"])
def test_a_header_that_cannot_be_read(line: str) -> None:
    with pytest.raises(InvalidInput, match="header line not understood"):
        catalog.parse("x", f"#+ param: {line}\nSELECT ?x {{}}")


def test_an_unknown_query_names_those_there_are() -> None:
    with pytest.raises(NotFound, match=r"no query 'signatores' .*signatories"):
        catalog.load("signatores")


def test_keywords_are_seen_only_where_they_are_code() -> None:
    assert words("SELECT ?from { ?s <urn:FROM> 'FROM' } # FROM") == ["SELECT"]
    assert not has_from("PREFIX from: <urn:from> SELECT ?from { ?s from:FROM 'FROM' } # FROM")
    assert has_from("select ?x from <urn:g> { ?x ?y ?z }")
