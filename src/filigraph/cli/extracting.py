"""extract: records without a store, one JSON object a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import click

from .common import say
from .loading import JOBS


def record(item: tuple[str, bytes]) -> tuple[str, str | None, str | None]:
    """The name, the JSON line of its record, or else the reason why there is none."""
    from ..loaders.errors import FiligraphError
    from ..loaders.filing import read
    from ..loaders.publish import to_json

    name, data = item
    try:
        return name, json.dumps(to_json(read(data, name)), ensure_ascii=False), None
    except FiligraphError as error:
        return name, None, error.advice


def _inputs(paths: tuple[str, ...], failures: list[str]) -> Iterator[tuple[str, bytes]]:
    from ..loaders.errors import FiligraphError
    from ..loaders.sources import expand

    for source in expand(paths):
        try:
            yield source.name, source.read()
        except FiligraphError as error:
            failures.append(f"{source.name}: {error.advice}")


@click.command()
@click.argument("paths", nargs=-1, required=True)
@JOBS
def extract(paths: tuple[str, ...], jobs: int) -> int:
    """Print the record of each filing as a JSON object a line; no store is needed."""
    failures: list[str] = []
    items = _inputs(paths, failures)
    for name, line, why in _records(items, jobs):
        if line is None:
            failures.append(f"{name}: {why}")
        else:
            sys.stdout.write(line + "\n")
    for failure in failures:
        say(f"not read: {failure}")
    return 4 if failures else 0


def _records(items: Iterable[tuple[str, bytes]], jobs: int) -> Iterator[tuple[str, str | None, str | None]]:
    if jobs == 1:
        yield from map(record, items)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(record, items, chunksize=8)


COMMANDS = (extract,)
