"""extract: records without a store, one JSON object a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import partial
from itertools import chain

import click

from .common import SURE, say
from .loading import JOBS


def record(item: tuple[str, bytes], least: float = 0.0) -> tuple[str, str | None, str | None]:
    """The name, the JSON line of its record, or else the reason why there is none; facts at least so sure."""
    from ..loaders.bulk import is_listing, read_listing
    from ..loaders.confidence import surer
    from ..loaders.errors import FiligraphError
    from ..loaders.filing import read
    from ..loaders.publish import to_json

    name, data = item
    try:
        found = read_listing(data, name) if is_listing(data) else surer(read(data, name), least)
        return name, json.dumps(to_json(found), ensure_ascii=False), None
    except FiligraphError as error:
        return name, None, error.advice


def records(items: list[tuple[str, bytes]], least: float = 0.0) -> list[tuple[str, str | None, str | None]]:
    """`record` of each of some named bytes."""
    return [record(item, least) for item in items]


def _inputs(paths: tuple[str, ...], failures: list[str]) -> Iterator[tuple[str, bytes]]:
    from ..loaders.errors import FiligraphError
    from ..loaders.sources import submissions

    for source in submissions(paths):
        try:
            yield source.name, source.read()
        except FiligraphError as error:
            failures.append(f"{source.name}: {error.advice}")


def _batches(items: Iterator[tuple[str, bytes]]) -> Iterator[list[tuple[str, bytes]]]:
    """Small filings together: a task of its own costs more than some of them take."""
    batch: list[tuple[str, bytes]] = []
    for item in items:
        batch.append(item)
        if len(batch) == 8 or sum(len(data) for _, data in batch) > 1_000_000:
            yield batch
            batch = []
    if batch:
        yield batch


@click.command()
@click.argument("paths", nargs=-1, required=True)
@JOBS
@SURE
def extract(paths: tuple[str, ...], jobs: int, least: float) -> int:
    """Print the record of each filing as a JSON object a line; no store is needed."""
    from ..workers import in_order

    failures: list[str] = []
    batches = _batches(_inputs(paths, failures))
    for name, line, why in chain.from_iterable(in_order(partial(records, least=least), batches, jobs, _size)):
        if line is None:
            failures.append(f"{name}: {why}")
        else:
            sys.stdout.write(line + "\n")
    for failure in failures:
        say(f"not read: {failure}")
    return 4 if failures else 0


def _size(batch: list[tuple[str, bytes]]) -> int:
    return sum(len(data) for _, data in batch)


COMMANDS = (extract,)
