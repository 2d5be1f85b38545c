"""fetch: filings from EDGAR into a folder, politely."""

from __future__ import annotations

import sys
from datetime import datetime
from itertools import chain
from pathlib import Path

import click

from .common import say

DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("filings", nargs=-1)
@click.option("--cik", "ciks", multiple=True, metavar="CIK", help="All filings of this company or person; repeatable.")
@click.option(
    "--index", "indexes", multiple=True, type=click.Path(path_type=Path), help="Filings that this index lists."
)
@click.option("--form", "forms", multiple=True, help="Of --cik and --index only this form type; repeatable.")
@click.option("--since", type=DAY, help="Of --cik and --index only what was filed on this day or later.")
@click.option("--until", type=DAY, help="Of --cik and --index only what was filed on this day or earlier.")
@click.option("--limit", type=click.IntRange(1), help="At most so many filings.")
@click.option(
    "--to", "folder", type=click.Path(path_type=Path, file_okay=False), default="filings", show_default=True,
    help="Folder for the filings; what is there and whole is not fetched again.",
)  # fmt: skip
@click.option("--identity", envvar="FILIGRAPH_IDENTITY", help="Who asks: 'Name mail@host' (FILIGRAPH_IDENTITY).")
@click.option("--base-url", help="A server that is laid out like EDGAR, instead of it.")
def fetch(
    filings: tuple[str, ...],
    ciks: tuple[str, ...],
    indexes: tuple[Path, ...],
    forms: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
    limit: int | None,
    folder: Path,
    identity: str | None,
    base_url: str | None,
) -> int:
    """Fetch filings from EDGAR by accession number (or CIK/ACCESSION), of companies, or of indexes.

    Prints the file of each filing. At most eight requests a second are made; EDGAR wants to know who makes them.
    """
    from .. import fetch as fetching
    from ..fetch_client import Edgar
    from ..fetch_targets import Which, once, wanted
    from ..loaders.errors import InvalidInput

    if not (filings or ciks or indexes):
        raise InvalidInput("nothing is asked for", "fetch", "give accession numbers, --cik or --index")
    which = Which(frozenset(form.upper() for form in forms), _day(since), _day(until))
    asked = [wanted(target) for target in filings]
    with Edgar(identity, base_url) as edgar:
        of_companies = (want for cik in ciks for want in fetching.by_company(edgar, cik, which, folder))
        found = once(chain(asked, fetching.by_index(indexes, which), of_companies))[:limit]
        report = fetching.fetch(edgar, found, folder, lambda path: click.echo(str(path)))
    sys.stdout.flush()
    for accession, why in report.failed:
        say(f"not fetched: {accession}: {why}")
    say(f"{len(report.fetched)} fetched, {len(report.there)} there, {len(report.failed)} failed")
    return 4 if report.failed else 0


def _day(given: datetime | None) -> str:
    return "" if given is None else given.date().isoformat()


COMMANDS = (fetch,)
