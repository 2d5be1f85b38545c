"""match, why and review: judgements on who is who."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .common import open_graph, output_options, say, show_answer, store_options

if TYPE_CHECKING:
    from ..identity.review import Doubt
    from ..kg import KnowledgeGraph

_KEYS = {"s": "same", "d": "different", "u": "unsure"}


@click.command()
@click.argument("pairs", type=click.Path(path_type=Path))
@output_options
def match(pairs: Path, format_: str | None, output: Path | None) -> None:
    """Judge a table of PAIRS (columns name_a context_a name_b context_b kind): same, different or unsure."""
    from ..identity.pairs import judge_pair, read_pairs
    from ..loaders.errors import InvalidInput, NotFound
    from ..queries.answer import Answer

    try:
        lines = pairs.read_text("utf-8-sig").splitlines()
    except FileNotFoundError as error:
        raise NotFound("no such table", str(pairs), "give a tab-separated file") from error
    except UnicodeDecodeError as error:
        raise InvalidInput("this is no text in UTF-8", str(pairs), "give a tab-separated file") from error
    rows: list[tuple[str | int | float | bool | None, ...]] = []
    for row in read_pairs(lines, str(pairs)):
        judged = judge_pair(row)
        names = (row["name_a"], row["context_a"], row["name_b"], row["context_b"], row["kind"])
        rows.append((*names, str(judged.verdict), judged.score, judged.rule))
    columns = ("name_a", "context_a", "name_b", "context_b", "kind", "judgement", "score", "rule")
    show_answer(Answer(columns, rows), format_, output)


@click.command()
@click.argument("a")
@click.argument("b")
@store_options
def why(a: str, b: str, store: Path, endpoint: str | None) -> None:
    """Why two people or firms (names, IRIs, or IRIs of mentions) are one, or are not: feature by feature."""
    from ..identity.explain import explain

    kg = open_graph(store, endpoint)
    try:
        click.echo(explain(kg, a, b), nl=False)
    finally:
        kg.close()


@click.command()
@store_options
@output_options
@click.option("--list", "listed", is_flag=True, help="Print the queue and end.")
@click.option("--decide", nargs=3, metavar="A B JUDGEMENT", help="Decide one pair: same, different or unsure.")
@click.option("--why", "reason", default="", help="The reason of the decision.")
@click.option("--source", default="", help="What the decision rests on: a filing, a page.")
@click.option("--who", envvar="FILIGRAPH_WHO", help="Who decides (FILIGRAPH_WHO); else the user's name.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of the decision; else today.")
def review(
    store: Path,
    endpoint: str | None,
    format_: str | None,
    output: Path | None,
    listed: bool,
    decide: tuple[str, str, str] | None,
    reason: str,
    source: str,
    who: str | None,
    day: object | None,
) -> None:
    """Go through the pairs that may be one, both contexts side by side, and decide: a decision beats every rule.

    Decisions stand in decisions.tsv in the store's folder. To undo one, take its row out, or decide the pair anew
    (unsure leaves it to the rules), and run resolve.
    """
    from ..identity.review import queue
    from ..loaders.errors import InvalidInput
    from ..queries.answer import Answer

    if endpoint is not None and not listed:
        raise InvalidInput("an endpoint keeps no decisions", endpoint, "review a --store folder")
    if listed:
        kg = open_graph(store, endpoint)
        try:
            rows = [(d.label_a, d.label_b, d.score, d.rule, d.id_a, d.id_b, d.judged) for d in queue(kg)]
        finally:
            kg.close()
        columns = ("a", "b", "score", "rule", "mention_a", "mention_b", "judged")
        show_answer(Answer(columns, list(rows)), format_, output)
        return
    open_graph(store, None).close()  # a store that is not there is told, not made
    by = {"who": who or _user(), "date": _day(day), "source": source}
    kg = open_graph(store, None, write=True)
    try:
        if decide is not None:
            _decide(kg, *decide, reason, by)
            kg.resolve([])
        elif _walk(kg, by):
            kg.resolve([])
    finally:
        kg.close()


def _user() -> str:
    import getpass

    return getpass.getuser()


def _day(day: object | None) -> str:
    from datetime import date, datetime

    return (day.date() if isinstance(day, datetime) else date.today()).isoformat()


def _decide(kg: KnowledgeGraph, a: str, b: str, judgement: str, reason: str, by: dict[str, str]) -> None:
    from ..identity.judgement import Verdict
    from ..identity.review import decide

    if judgement not in set(Verdict):
        raise click.UsageError(f"--decide takes same, different or unsure, not {judgement!r}")
    decision = decide(kg, a, b, Verdict(judgement), reason=reason, **by)
    say(f"decided: {decision}")


def _walk(kg: KnowledgeGraph, by: dict[str, str]) -> int:
    """One pair after the other; returns how many were decided."""
    from ..identity.review import queue

    doubts = [doubt for doubt in queue(kg) if not doubt.judged]
    made = 0
    for number, doubt in enumerate(doubts, 1):
        click.echo(f"\n{number} of {len(doubts)}: {doubt.score:.2f} by {doubt.rule}")
        click.echo(side_by_side(kg, doubt), nl=False)
        key = click.prompt("[s]ame, [d]ifferent, [u]nsure, s[k]ip, [q]uit", type=click.Choice([*_KEYS, "k", "q"]))
        if key == "q":
            break
        if key != "k":
            reason = click.prompt("why", default="", show_default=False)
            _decide(kg, doubt.id_a, doubt.id_b, _KEYS[key], reason, by)
            made += 1
    say(f"{made} decided, {len(doubts) - made} left")
    return made


def side_by_side(kg: KnowledgeGraph, doubt: Doubt, width: int = 54) -> str:
    """Both sides of a pair in two columns: label, then each mention with its company, title and words."""
    columns = [_side(kg, doubt.a, doubt.label_a, width), _side(kg, doubt.b, doubt.label_b, width)]
    return "".join(f"{left:<{width}} | {right}".rstrip() + "\n" for left, right in zip_longest(*columns, fillvalue=""))


def _side(kg: KnowledgeGraph, entity: str, label: str, width: int) -> list[str]:
    import textwrap

    from ..identity.review import context

    lines = [label]
    for row in context(kg, entity)[:6]:
        said = f"{row['date'] or '?'} {row['company'] or row['filing']}: {row['title'] or 'no title'}"
        lines += textwrap.wrap(said, width)
        lines += textwrap.wrap(f"“{row['quote'] or row['name']}”", width, initial_indent="  ", subsequent_indent="  ")
    return lines


COMMANDS = (match, why, review)
