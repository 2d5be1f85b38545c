"""demo: the bundled sample loaded, three questions answered."""

from __future__ import annotations

import os
from pathlib import Path

import click

from .common import open_graph, say, show_answer
from .loading import teller

QUESTIONS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("Who signs for three registrants or more?", "people", {"least": "3"}),
    ("Which law firms and auditors work side by side, and how often?", "firm-pairs", {"least": "2"}),
    ("Who signed for whom as attorney-in-fact, and where does it say so?", "attorneys", {}),
)
MOST_ROWS = 12


@click.command()
@click.option(
    "--store", type=click.Path(path_type=Path, file_okay=False), default="filigraph-demo.db", show_default=True
)
def demo(store: Path) -> None:
    """Load the bundled sample (60 constructed filings of invented registrants) and answer three questions."""
    from ..load import load
    from ..queries.answer import Answer
    from ..sample import FILINGS, LISTINGS

    kg = open_graph(store, None, write=True)
    try:
        report = load(kg, [str(FILINGS), str(LISTINGS)], min(2, os.cpu_count() or 1), teller("auto"))
        filings = sum(row.form not in ("index", "submissions", "tickers") for row in report.loaded)
        made = f"{filings} constructed filings loaded, with {len(report.loaded) - filings} listings of them"
        say(f"\n{made}, {report.unchanged} unchanged; nobody filed them")
        for question, name, params in QUESTIONS:
            click.echo(f"\n{question}")
            answer = kg.query(name, **params)
            show_answer(Answer(answer.columns, answer.rows[:MOST_ROWS]), None, None)
            if len(answer.rows) > MOST_ROWS:
                click.echo(f"... and {len(answer.rows) - MOST_ROWS} more rows")
    finally:
        kg.close()
    say(f"\nGo on: filigraph queries; filigraph find NAME --store {store}; filigraph show NAME --store {store}")


COMMANDS = (demo,)
