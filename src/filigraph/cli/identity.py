"""match and why: judgements on who is who."""

from __future__ import annotations

from pathlib import Path

import click

from .common import open_graph, output_options, show_answer, store_options


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
    """Why two people or firms (names or IRIs) are one, or are not: feature by feature."""
    from ..identity.explain import explain

    kg = open_graph(store, endpoint)
    try:
        click.echo(explain(kg, a, b), nl=False)
    finally:
        kg.close()


COMMANDS = (match, why)
