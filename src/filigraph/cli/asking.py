"""query, queries, find, path: questions."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .common import (
    GRAPH_FORMATS,
    SURE,
    emit,
    graph_output_options,
    open_graph,
    output_options,
    say,
    show_answer,
    store_options,
)

if TYPE_CHECKING:
    from ..identity.policies import Policy
    from ..kg import KnowledgeGraph
    from ..queries.answer import Answer

POLICIES = click.Choice(["strict", "balanced", "exploratory"])
LONGEST = 1_000_000  # seconds
SAME = "no row differs"
NO_ROWS = "no rows: nothing that is loaded says so (docs/questions.md names the forms that a question needs)"


def _complete_question(_context: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Names of shipped questions, for the shell."""
    from ..queries import catalog

    return [name for name in catalog.names() if name.startswith(incomplete)]


@click.command()
@click.argument("question", shell_complete=_complete_question)
@click.option("-p", "--param", "params", multiple=True, metavar="NAME=VALUE", help="A parameter of the question.")
@store_options
@graph_output_options
@click.option("--show", is_flag=True, help="Print the SPARQL text that would run.")
@click.option("--fail-empty", is_flag=True, help="Exit with 3 where there are no rows.")
@click.option("--timeout", type=float, help="Seconds; the query is ended then (exit 5).")
@click.option("--policy", type=POLICIES, default="balanced", show_default=True, help="How sure who-is-who must be.")
@SURE
@click.option("--compare", type=POLICIES, help="Only rows that another policy takes away (-) or brings (+).")
def query(
    question: str,
    params: tuple[str, ...],
    store: Path,
    endpoint: str | None,
    format_: str | None,
    output: Path | None,
    show: bool,
    fail_empty: bool,
    timeout: float | None,
    policy: str,
    least: float,
    compare: str | None,
) -> int:
    """Ask a shipped QUESTION by name (see queries), a .rq file, or SPARQL text from - (standard input)."""
    if timeout is not None and not 0 < timeout <= LONGEST:
        raise click.UsageError(f"--timeout takes seconds, more than 0 and at most {LONGEST:,}, not {timeout:g}")
    values = dict(_pair(p) for p in params)
    from ..identity.policies import Policy

    name = _question(question)
    if not show and {policy, compare} - {Policy.BALANCED, None}:
        _make_ties(store, endpoint, name, values, [Policy(p) for p in (policy, compare) if p is not None])
    kg = open_graph(store, endpoint)
    try:
        kg.policy, kg.min_confidence = Policy(policy), least
        if show:
            emit(kg.text(name, values), output)
            return 0
        if format_ in GRAPH_FORMATS:
            emit(kg.construct(name, format_, timeout, **values), output)
            return 0
        answer = _asked(kg, name, timeout, values, None if compare is None else Policy(compare))
    finally:
        kg.close()
    show_answer(answer, format_, output)
    return 3 if fail_empty and not answer.rows else 0


def _make_ties(
    store: Path, endpoint: str | None, name: str, values: dict[str, str], policies: Iterable[Policy]
) -> None:
    """Make the ties that the question needs where they are not there yet, and say so: a big store takes its time."""
    from ..loaders.errors import Unknown

    kg = open_graph(store, endpoint)
    missing = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # they come again when the question is asked
            for kg.policy in policies:
                missing += kg.unmade(kg.text(name, values))
    except Unknown:
        return  # which is told when the question is asked
    finally:
        kg.close()
    if not missing:
        return
    kg = open_graph(store, endpoint, write=True)
    try:
        for policy in missing:
            say(f"making the ties under the {policy} policy")
            kg.keep(policy)
    finally:
        kg.close()


def _asked(
    kg: KnowledgeGraph, name: str, timeout: float | None, values: dict[str, str], other: Policy | None
) -> Answer:
    """The answer, or how it differs under another policy. That there are no rows is told, and so is who is unknown."""
    from ..loaders.errors import Unknown
    from ..queries import catalog
    from ..queries.answer import Answer

    try:
        answer = kg.query(name, timeout, **values)
        if other is not None:
            kg.policy = other
            answer = answer.compare(kg.query(name, timeout, **values))
    except Unknown as error:
        say(str(error))
        nothing = Answer(catalog.load(name).columns, [])
        return nothing if other is None else nothing.compare(nothing)
    if not answer.rows:
        say(SAME if other is not None else "no rows" if name.endswith("\n") else NO_ROWS)
    return answer


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise click.UsageError(f"-p takes NAME=VALUE, not {text!r}")
    return name, value


def _question(text: str) -> str:
    """SPARQL text from standard input or a file; a name as it is."""
    from ..loaders.errors import NotFound

    if text == "-":
        return _sparql(sys.stdin.buffer.read(), "standard input")
    if text.endswith(".rq"):
        try:
            return _sparql(Path(text).read_bytes(), text)
        except FileNotFoundError as error:
            raise NotFound("no such query file", text, "filigraph queries lists the shipped questions") from error
    return text


def _sparql(data: bytes, where: str) -> str:
    """The text, with a line end that tells it from the name of a question."""
    from ..loaders.errors import InvalidInput

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput("this is no text in UTF-8", where, "give a SPARQL query") from error
    if not text.strip():
        raise InvalidInput("there is no query", where, "give a SPARQL query")
    return text.rstrip() + "\n"


@click.command()
@output_options
def queries(format_: str | None, output: Path | None) -> None:
    """The shipped questions: what each asks, and the parameters it takes."""
    from ..queries import catalog
    from ..queries.answer import Answer

    rows: list[tuple[str | int | float | bool | None, ...]] = []
    for name in catalog.names():
        found = catalog.load(name)
        takes = " ".join(f"{p.name}={p.example}" for p in found.params)
        rows.append((name, found.summary, takes))
    show_answer(Answer(("name", "question", "example"), rows), format_, output)


@click.command()
@click.argument("text")
@store_options
@output_options
@click.option("--kind", type=click.Choice(["person", "firm", "company"]))
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True)
@click.option("--fail-empty", is_flag=True, help="Exit with 3 where nothing is found.")
def find(
    text: str,
    store: Path,
    endpoint: str | None,
    format_: str | None,
    output: Path | None,
    kind: str | None,
    limit: int,
    fail_empty: bool,
) -> int:
    """Find people, firms and companies by any of their names."""
    from .. import search
    from ..queries.answer import Answer

    kg = open_graph(store, endpoint)
    try:
        hits = kg.find(text, kind, limit)
        if not hits and (near := search.near(kg.index, text, kind)):
            say(f"{text!r}: nobody; near it: {'; '.join(near)}")
    finally:
        kg.close()
    show_answer(
        Answer(("kind", "label", "found_as", "iri"), [(h.kind, h.label, h.name, h.iri) for h in hits]), format_, output
    )
    return 3 if fail_empty and not hits else 0


@click.command()
@click.argument("a")
@click.argument("b")
@store_options
@output_options
def path(a: str, b: str, store: Path, endpoint: str | None, format_: str | None, output: Path | None) -> int:
    """The shortest chain of ties between two people or companies, with the words each step rests on."""
    from ..queries.answer import Answer

    kg = open_graph(store, endpoint)
    try:
        steps = kg.path(a, b)
    finally:
        kg.close()
    columns = ("from", "tie", "to", "first", "last", "filing", "quote")
    show_answer(Answer(columns, [tuple(step.get(c) for c in columns) for step in steps]), format_, output)
    return 0


COMMANDS = (query, queries, find, path)
