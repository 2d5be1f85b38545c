"""explain: a page that shows a filing beside what was read from it."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from typing import Any

import click

from .common import emit


@click.command()
@click.argument("source")
@click.option(
    "--gold",
    type=click.Path(path_type=Path, exists=True),
    help="What a person wrote down: the filing's gold record, or a folder of such.",
)
@click.option("-o", "--output", "--out", type=click.Path(path_type=Path), help="Write here, not to standard output.")
def explain(source: str, gold: Path | None, output: Path | None) -> None:
    """One HTML page for the filing in SOURCE: its text with all that was read marked, confidence and problems beside.

    With --gold also what was missed and what is too much, each beside the text.
    """
    from ..check import texts
    from ..explain import page
    from ..loaders.errors import InvalidInput, Unreadable
    from ..loaders.filing import read
    from ..loaders.publish import to_json
    from ..loaders.sources import submissions

    found = list(islice(submissions([source]), 2))
    if len(found) != 1:
        raise InvalidInput("none or several filings, not one", source, "name one filing")
    name = found[0].name
    try:
        data = found[0].read()
        record = to_json(read(data, name))
    except Unreadable as error:
        raise Unreadable(error.what, error.where or name, error.remedy) from error
    emit(page(record, texts(data), None if gold is None else _gold(gold, name)), output)


def _gold(path: Path, source: str) -> dict[str, Any]:
    """The gold record of a source: the file's, or the one in the folder whose ``source`` is the end of its name."""
    from ..loaders.errors import InvalidInput, NotFound

    for file in [path] if path.is_file() else sorted(path.rglob("*.json")):
        try:
            record = json.loads(file.read_text("utf-8"))
        except ValueError as error:
            raise InvalidInput(f"no JSON: {error}", str(file), "give a gold record") from error
        if not isinstance(record, dict):
            raise InvalidInput("no gold record", str(file), "a JSON object with lists such as signatures")
        ending = record.get("source")
        if path.is_file() or (isinstance(ending, str) and ending and source.endswith(ending)):
            return record
    raise NotFound(f"no gold record of {source!r}", str(path), "its source must be the end of the filing's path")


COMMANDS = (explain,)
