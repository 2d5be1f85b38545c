"""load, resolve, status, export: what fills the store and what it holds."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .common import SURE, emit, open_graph, output_options, say, show_answer, store_options, writing

if TYPE_CHECKING:
    from ..load import Report

JOBS = click.option(
    "--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, show_default=True, help="Worker processes."
)
PROGRESS = click.option("--progress", type=click.Choice(["auto", "on", "off"]), default="auto", show_default=True)


def teller(progress: str) -> Callable[[int, Report], None] | None:
    """Progress on standard error: in place on a terminal, else a line every five seconds; None where off."""
    if progress == "off":
        return None
    start, last = time.monotonic(), 0.0
    terminal = sys.stderr.isatty()

    def tell(seen: int, report: Report) -> None:
        nonlocal last
        now = time.monotonic()
        if progress == "auto" and not terminal and now - last < 5:
            return
        last = now
        rate = seen / max(now - start, 0.001)
        sources = "1 source" if seen == 1 else f"{seen} sources"
        line = f"{sources}, {len(report.loaded)} loaded, {len(report.failed)} failed, {rate:.0f}/s"
        click.echo(f"\r{line}" if terminal else line, err=True, nl=not terminal)

    return tell


@click.command()
@click.argument("paths", nargs=-1, required=True)
@store_options
@JOBS
@PROGRESS
def load(paths: tuple[str, ...], store: Path, endpoint: str | None, jobs: int, progress: str) -> int:
    """Load filings: files, folders, globs, zip and tar archives, or - for standard input.

    Sources already loaded with the same bytes are left as they are; a load that was stopped goes on.
    """
    from ..load import load as run
    from ..loaders.sources import expand

    expand(paths)  # a path that is missing is told before a store is made
    kg = open_graph(store, endpoint, write=True)
    try:
        report = run(kg, list(paths), jobs, teller(progress))
    finally:
        kg.close()
    if sys.stderr.isatty() and progress != "off":
        say("")
    for row in report.failed:
        say(f"not read: {row.source}: {row.why}")
    say(f"{len(report.loaded)} loaded, {report.unchanged} unchanged, {len(report.failed)} failed")
    return 4 if report.failed else 0


@click.command()
@store_options
@click.option(
    "--policy",
    "policies",
    type=click.Choice(["strict", "exploratory"]),
    multiple=True,
    help="Keep the summary edges under this policy too.",
)
def resolve(store: Path, endpoint: str | None, policies: tuple[str, ...]) -> None:
    """Decide anew who is who, and rebuild the summary edges and the name index."""
    from ..identity.policies import Policy

    open_graph(store, endpoint).close()  # a store that is not there is told, not made
    kg = open_graph(store, endpoint, write=True)
    try:
        kg.resolve()
        for policy in policies:
            kg.keep(Policy(policy))
    finally:
        kg.close()
    say("resolved")


@click.command()
@store_options
@output_options
@click.option("--failed", is_flag=True, help="Only sources that could not be read.")
def status(store: Path, endpoint: str | None, format_: str | None, output: Path | None, failed: bool) -> None:
    """What was loaded: each source with its filing, form, problems, or the reason why it was not read."""
    from ..loaders.errors import InvalidInput, NotFound
    from ..manifest import MANIFEST, Manifest
    from ..queries.answer import Answer

    if endpoint is not None:
        raise InvalidInput("an endpoint keeps no manifest", endpoint, "status tells of a --store folder")
    if not (store / MANIFEST).is_file():
        raise NotFound("no store here", str(store), "load filings first")
    rows = [r for r in Manifest(store).rows() if not failed or r.filing is None]
    columns = ("source", "filing", "form", "problems", "why")
    show_answer(Answer(columns, [(r.source, r.filing, r.form, r.problems, r.why) for r in rows]), format_, output)


@click.command()
@store_options
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write here, not to standard output.")
@click.option("--format", "format_", type=click.Choice(["nq", "graphml"]), default="nq", show_default=True)
@SURE
def export(store: Path, endpoint: str | None, output: Path | None, format_: str, least: float) -> None:
    """The whole graph: nq is sorted N-Quads, the same bytes for the same filings; graphml the network of ties."""
    if least and format_ == "graphml":
        raise click.UsageError("--min-confidence goes with --format nq: ties rest on many facts")
    kg = open_graph(store, endpoint)
    try:
        if format_ == "graphml":
            from ..explore import graphml, network

            emit(graphml(network(kg)), output)
        elif output is None:
            for part in kg.export(least):
                sys.stdout.buffer.write(part)
        else:
            with writing(output) as file:
                file.writelines(kg.export(least))
    finally:
        kg.close()


COMMANDS = (load, resolve, status, export)
