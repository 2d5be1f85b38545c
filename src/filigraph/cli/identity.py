"""match, why and review: judgements on who is who."""

from __future__ import annotations

import sys
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .common import open_graph, output_options, say, show_answer, store_options

if TYPE_CHECKING:
    from ..identity.review import Doubt
    from ..kg import KnowledgeGraph

_MOST_ROWS = 6  # of a side in review
_KEYS = {"s": "same", "d": "different", "u": "unsure"}


@click.command()
@click.argument("pairs", type=click.Path(path_type=Path, allow_dash=True))
@output_options
def match(pairs: Path, format_: str | None, output: Path | None) -> None:
    """Judge a table of PAIRS (columns name_a context_a name_b context_b kind): same, different or unsure.

    PAIRS is a tab-separated file, or - for standard input.
    """
    from ..identity.pairs import judge_pair, read_pairs
    from ..loaders.errors import InvalidInput, NotFound
    from ..queries.answer import Answer

    try:
        read = sys.stdin.buffer.read() if str(pairs) == "-" else pairs.read_bytes()
        lines = read.decode("utf-8-sig").splitlines()
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
    earlier = {(d.id_a, d.id_b): d for d in kg.decided()}
    decision = decide(kg, a, b, Verdict(judgement), reason=reason, **by)
    say(f"decided: {decision}")
    if old := earlier.get((decision.id_a, decision.id_b)):
        say(f"in place of: {old.judgement}, by {old.who} on {old.date}")


def _walk(kg: KnowledgeGraph, by: dict[str, str]) -> int:
    """One pair after the other; returns how many were decided."""
    from ..identity.review import queue

    doubts = [doubt for doubt in queue(kg) if not doubt.judged]
    made = 0
    for number, doubt in enumerate(doubts, 1):
        click.echo(f"\n{number} of {len(doubts)}: {reasons(kg, doubt)}")
        click.echo(side_by_side(kg, doubt), nl=False)
        keys = click.Choice([*_KEYS, "k", "q"])
        key = click.prompt("[s]ame, [d]ifferent, [u]nsure, s[k]ip, [q]uit", type=keys, show_choices=False)
        if key == "q":
            break
        if key != "k":
            reason = click.prompt("why", default="", show_default=False)
            _decide(kg, doubt.id_a, doubt.id_b, _KEYS[key], reason, by)
            made += 1
    say(f"{made} decided, {len(doubts) - made} left")
    return made


def reasons(kg: KnowledgeGraph, doubt: Doubt) -> str:
    """The judgement on the pair, with the features it rests on."""
    from ..identity.explain import compare, compare_companies
    from ..identity.registrants import company_of
    from ..identity.settle import profile_of_mention

    judged = f"{doubt.score:.2f} by {doubt.rule}"
    if not doubt.a.startswith("person/"):
        a, b = (company_of(kg.register.db, company) for company in (doubt.a, doubt.b))
        return f"{judged}; {compare_companies(a, b).partition('; ')[2]}"
    one, other = (profile_of_mention(kg.register, mention) for mention in (doubt.id_a, doubt.id_b))
    return f"{judged}; {compare(one, other).partition('; ')[2]}"


def side_by_side(kg: KnowledgeGraph, doubt: Doubt, width: int = 54) -> str:
    """Both sides of a pair in two columns: label, then each mention with its company, title and words."""
    columns = [_side(kg, doubt.a, doubt.label_a, width), _side(kg, doubt.b, doubt.label_b, width)]
    return "".join(f"{left:<{width}} | {right}".rstrip() + "\n" for left, right in zip_longest(*columns, fillvalue=""))


def _side(kg: KnowledgeGraph, entity: str, label: str, width: int) -> list[str]:
    import textwrap

    from ..identity.review import context

    lines = [label]
    rows: dict[tuple[str, str, str], list[str]] = {}  # a person's titles, and being named beside, are one row a filing
    for row in context(kg, entity):
        filing = str(row["filing"]).rpartition("/")[2]
        said = f"{row['date'] or '?'} {row['company'] or 'no registrant'}, {filing}"
        titles = rows.setdefault((said, filing, " ".join(str(row["quote"] or row["name"]).split())), [])
        titles += [str(row["title"])] if row["title"] else []
    for (said, _, words), titles in list(rows.items())[:_MOST_ROWS]:
        lines += textwrap.wrap(said, width)
        text = f"“{words}”" + (f" {'; '.join(dict.fromkeys(titles))}" if titles else "")
        lines += textwrap.wrap(text, width, initial_indent="  ", subsequent_indent="  ")
    return lines + ([f"and {len(rows) - _MOST_ROWS} more"] if len(rows) > _MOST_ROWS else [])


COMMANDS = (match, why, review)
