"""check: is every quote where it is said to be, and does every filing hold the shapes?"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import click

from .common import open_graph, say, store_options


@click.command()
@store_options
@click.option(
    "--shapes/--no-shapes", default=None, help="Run the SHACL shapes too (default: where pyshacl is installed)."
)
def check(store: Path, endpoint: str | None, shapes: bool | None) -> int:
    """Read every source again: each quote must stand at its offsets, each header come out of the record again.

    Then run the SHACL shapes.
    """
    from ..check import check_sources, shape_violations
    from ..loaders.errors import NotFound

    kg = open_graph(store, endpoint)
    try:
        found = check_sources(kg)
        broken: list[str] = []
        if shapes and find_spec("pyshacl") is None:
            raise NotFound("pyshacl is not installed", "shapes", "pip install 'filigraph[test]'")
        if shapes or (shapes is None and find_spec("pyshacl") is not None):
            broken = list(shape_violations(kg))
            also = f" and {found.listings} listings" if found.listings else ""
            say(f"shapes: {len(broken)} violations in {found.filings} filings{also}")
        else:
            say("shapes: not run")
    finally:
        kg.close()
    for line in (*found.wrong, *found.left_out, *broken):
        click.echo(line)
    for line in found.missing:
        say(f"source not readable: {line}")
    right = found.quotes - len(found.wrong)
    say(f"quotes: {right} of {found.quotes} stand in {_sources(found.filings, found.listings)}")
    broken_headers = {line.partition(": ")[0] for line in found.left_out}
    say(f"headers: {found.headers - len(broken_headers)} of {found.headers} are in the records as a whole")
    return 0 if found.whole and not broken else 1


def _sources(filings: int, listings: int) -> str:
    return f"the sources of {filings} filings and {listings} listings" if listings else f"{filings} filings' sources"


COMMANDS = (check,)
