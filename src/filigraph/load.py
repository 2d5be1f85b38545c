"""Loading: sources in, graph out. Parsing runs in worker processes, one writer puts batches into the store.

The pure unit is `convert`: the bytes of one batch in, sorted N-Quads and one manifest row a source out; a cluster
engine can run it as it stands. Each batch is written in one step and then noted in the manifest beside the store, so a
load that was stopped goes on where it was, and the same sources loaded again change no quad.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from . import __version__
from .loaders.bulk import Row as Entry
from .loaders.bulk import is_listing, open_listing
from .loaders.bulk.mapping import listing_quads
from .loaders.emit import nquads
from .loaders.errors import FiligraphError, Unavailable
from .loaders.filing import read
from .loaders.iri import LOADS, filing_graph, listing_graph
from .loaders.mapping import map_filing
from .loaders.records import Problem
from .loaders.sources import Source, submissions
from .resolve import Saying, saying_of
from .workers import in_order

if TYPE_CHECKING:
    from .kg import KnowledgeGraph

MANIFEST = "manifest.sqlite"
BATCH_FILES = 64
BATCH_BYTES = 8_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one source. ``filing`` is None and ``why`` says the reason where it could not be read.

    Of a listing (an index, submissions, tickers) ``filing`` is the listing's id and ``form`` its kind.
    ``size`` is the length in bytes: of two copies of one filing the longer one counts, whichever came first.
    """

    source: str
    sha256: str
    filing: str | None
    form: str | None = None
    problems: int = 0
    why: str | None = None
    size: int = 0


@dataclass(slots=True)
class Report:
    """What a load did: sources read now, left as they were, and failed."""

    loaded: list[Row] = field(default_factory=list)
    unchanged: int = 0
    failed: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Batch:
    """Named bytes, or the reason why they could not be had."""

    items: tuple[tuple[str, bytes | str], ...]


@dataclass(frozen=True, slots=True)
class Read:
    """One source read: the N-Quads of its filing, and what who-is-who needs of it (None where it could not be read)."""

    row: Row
    quads: bytes = b""
    saying: Saying | None = None


Converted: TypeAlias = tuple[Read, ...]


def convert(batch: Batch) -> Converted:
    """What became of each source of the batch. Pure: no clock, no store, no files."""
    return tuple(_convert(name, data) for name, data in batch.items)


def _convert(name: str, data: bytes | str) -> Read:
    if isinstance(data, str):
        return Read(Row(name, "", None, why=data))
    digest = hashlib.sha256(data).hexdigest()
    try:
        filing = read(data, name)
    except FiligraphError as error:
        return Read(Row(name, digest, None, why=error.advice, size=len(data)))
    row = Row(name, digest, filing.id, filing.form_type, len(filing.problems), size=len(data))
    facts = map_filing(filing)
    return Read(row, nquads(facts), saying_of(filing.id, facts.triples))


def load(
    kg: KnowledgeGraph, paths: list[str], jobs: int = 1, tell: Callable[[int, Report], None] | None = None
) -> Report:
    """Load what the paths name. ``tell`` is called after each batch with the number of sources seen so far."""
    manifest = Manifest(kg.folder)
    report = Report()

    def take(name: str, data: bytes) -> None:
        row = _load_listing(kg, manifest, name, data)
        manifest.note([row])
        (report.failed if row.filing is None else report.loaded).append(row)

    with ExitStack() as ending:
        update = None
        for converted in _converted(_batches(submissions(paths), manifest, report, take), jobs):
            update = update or ending.enter_context(kg.updating())
            written = _write(kg, converted, manifest)
            manifest.note([one.row for one in converted])
            for saying in written:
                update.take(saying)
            for one in converted:
                (report.failed if one.row.filing is None else report.loaded).append(one.row)
            if tell is not None:
                tell(len(report.loaded) + len(report.failed) + report.unchanged, report)
        if update is None and (report.loaded or not manifest.finished or not kg.settled):
            update = ending.enter_context(kg.updating())
        if update is not None:
            update.read(manifest.pending())
    manifest.finish()
    return report


def _load_listing(kg: KnowledgeGraph, manifest: Manifest, name: str, data: bytes) -> Row:
    """Replace a listing's graph, piece by piece: a quarter's index would not fit into memory as quads."""
    digest = hashlib.sha256(data).hexdigest()
    try:
        head, entries = open_listing(data, name)
    except FiligraphError as error:
        return Row(name, digest, None, why=error.advice, size=len(data))
    manifest.note([Row(name, digest, None, why="loading it was stopped: load it again", size=len(data))])
    problems = 0

    def counted() -> Iterator[Entry]:
        nonlocal problems
        for entry in entries:
            problems += isinstance(entry, Problem)
            yield entry

    kg.store.clear(listing_graph(head.id))
    for quads in listing_quads(head, counted()):
        kg.store.load_nquads(quads)
    kg.store.flush()
    return Row(name, digest, head.id, head.kind, problems, size=len(data))


def _batches(
    sources: Iterable[Source], manifest: Manifest, report: Report, take: Callable[[str, bytes], None]
) -> Iterator[Batch]:
    """Filings in batches of bounded number and size; sources that the manifest holds with the same bytes are left out.

    Listings are no part of a batch: each is given to ``take`` as it comes.
    """
    items: list[tuple[str, bytes | str]] = []
    size = 0
    for source in sources:
        try:
            data: bytes | str = source.read()
        except FiligraphError as error:
            data = error.advice
        except OSError as error:
            data = error.strerror or type(error).__name__
        if isinstance(data, bytes) and manifest.holds(source.name, hashlib.sha256(data).hexdigest()):
            report.unchanged += 1
            continue
        if isinstance(data, bytes) and is_listing(data):
            take(source.name, data)
            continue
        items.append((source.name, data))
        size += len(data)
        if len(items) >= BATCH_FILES or size >= BATCH_BYTES:
            yield Batch(tuple(items))
            items, size = [], 0
    if items:
        yield Batch(tuple(items))


def _converted(batches: Iterator[Batch], jobs: int) -> Iterator[Converted]:
    remedy = "what was loaded is kept: free memory, then run the same command again, with fewer --jobs"
    try:
        yield from in_order(convert, batches, jobs, lambda batch: sum(len(data) for _, data in batch.items))
    except BrokenProcessPool as error:
        raise Unavailable("a worker process was killed", "load", remedy) from error


def _write(kg: KnowledgeGraph, converted: Converted, manifest: Manifest) -> list[Saying]:
    """Replace the filings' graphs in one step; of several copies of one filing only the one that counts.

    Returns what who-is-who needs of those that were written.
    """
    best: dict[str, Read] = {}
    for one in converted:
        if one.row.filing is None:
            continue
        rivals = [manifest.rank(one.row.filing, one.row.source)]
        if one.row.filing in best:
            rivals.append(_rank(best[one.row.filing].row))
        if _rank(one.row) >= max(rivals):
            best[one.row.filing] = one
    if not best:
        return []
    chosen = [best[filing] for filing in sorted(best)]
    quads = b"".join([*(one.quads for one in chosen), _provenance(tuple(one.row for one in chosen))])
    kg.store.replace([filing_graph(f) for f in sorted(best)], quads)
    kg.store.flush()
    return [one.saying for one in chosen if one.saying is not None]


def _rank(row: Row) -> tuple[int, str]:
    return row.size, row.sha256


def _provenance(rows: tuple[Row, ...]) -> bytes:
    from pyoxigraph import Literal, NamedNode

    ontology = "https://w3id.org/filigraph/ontology#"
    lines = []
    for row in rows:
        if row.filing is None:
            continue
        filing = filing_graph(row.filing).replace("/graph/filing/", "/filing/")
        node = NamedNode(filing + "/load")
        facts: list[tuple[NamedNode, NamedNode | Literal]] = [
            (NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), NamedNode(ontology + "Load")),
            (NamedNode(ontology + "loaded"), NamedNode(filing)),
            (NamedNode(ontology + "version"), Literal(__version__)),
        ]
        lines += [f"{node} {p} {o} {NamedNode(LOADS)} .\n" for p, o in facts]
    return "".join(lines).encode()


class Manifest:
    """Which sources were loaded, with the hash of their bytes and what became of them. In memory without a folder."""

    def __init__(self, folder: Path | None) -> None:
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        self.place = "memory" if folder is None else str(folder / MANIFEST)
        try:
            self.db = sqlite3.connect(":memory:" if folder is None else self.place)
            self.db.execute(
                "CREATE TABLE IF NOT EXISTS sources "
                "(source TEXT PRIMARY KEY, sha256 TEXT, filing TEXT, form TEXT, "
                "problems INTEGER, why TEXT, size INTEGER, version TEXT)"
            )
            self.db.execute("CREATE TABLE IF NOT EXISTS pending (filing TEXT PRIMARY KEY)")
            self.db.execute("CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT)")
        except sqlite3.Error as error:
            raise Unavailable(
                f"the manifest cannot be used: {error}", self.place, "delete it and load again: no filing is lost"
            ) from error

    def holds(self, source: str, sha256: str) -> bool:
        """Was this source loaded with these bytes by this version?"""
        row = self.db.execute(
            "SELECT 1 FROM sources WHERE source = ? AND sha256 = ? AND filing IS NOT NULL AND version = ?",
            (source, sha256, __version__),
        ).fetchone()
        return row is not None

    def rank(self, filing: str, source: str) -> tuple[int, str]:
        """Size and hash of the copy of a filing that counts so far, another source than this one; else the least."""
        row = self.db.execute(
            "SELECT size, sha256 FROM sources WHERE filing = ? AND source != ? ORDER BY size DESC, sha256 DESC LIMIT 1",
            (filing, source),
        ).fetchone()
        return (0, "") if row is None else (row[0], row[1])

    def note(self, rows: Sequence[Row]) -> None:
        """Remember what became of a batch; only after its quads are on disk."""
        values = [(r.source, r.sha256, r.filing, r.form, r.problems, r.why, r.size, __version__) for r in rows]
        self._write("INSERT OR REPLACE INTO state VALUES ('finished', '0')", [()])
        self._write("INSERT OR IGNORE INTO pending VALUES (?)", [(r.filing,) for r in rows if r.filing is not None])
        self._write("INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)

    def _write(self, statement: str, values: Sequence[Sequence[str | int | None]]) -> None:
        try:
            with self.db:
                self.db.executemany(statement, values)
        except sqlite3.Error as error:
            remedy = "free some space and run the same command again" if "full" in str(error) else ""
            raise Unavailable(f"the manifest cannot be written: {error}", self.place, remedy) from error

    @property
    def finished(self) -> bool:
        """Did the last load come to its end, who-is-who included?"""
        row = self.db.execute("SELECT value FROM state WHERE key = 'finished'").fetchone()
        return row is not None and row[0] == "1"

    def pending(self) -> list[str]:
        """Filings that were written since who-is-who was last brought up to date, sorted."""
        return [filing for (filing,) in self.db.execute("SELECT filing FROM pending ORDER BY filing")]

    def finish(self) -> None:
        self._write("DELETE FROM pending", [()])
        self._write("INSERT OR REPLACE INTO state VALUES ('finished', '1')", [()])

    def rows(self) -> list[Row]:
        """Every source, sorted by name."""
        found = self.db.execute("SELECT source, sha256, filing, form, problems, why, size FROM sources ORDER BY source")
        return [Row(*row) for row in found]
