"""Loading: sources in, graph out. Parsing runs in worker processes, one writer puts portions into the store.

The pure unit is `convert`: the bytes of one batch in, sorted N-Quads and one manifest row a source out; a cluster
engine can run it as it stands. Each portion of batches is written in one step and then noted in the manifest beside the
store, so a load that was stopped goes on where it was, and the same sources loaded again change no quad.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
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
from .manifest import Manifest, Row
from .resolve import Saying, Update, saying_of
from .store import Store
from .workers import in_order

if TYPE_CHECKING:
    from .kg import KnowledgeGraph

BATCH_FILES = 64
BATCH_BYTES = 8_000_000
#: A portion goes to the store in one step: bytes of N-Quads (the engine takes some four times as much memory), sources.
PORTION_BYTES = 128_000_000
PORTION_SOURCES = 8192


@dataclass(slots=True)
class Report:
    """What a load did: sources read now, left as they were, and failed."""

    loaded: list[Row] = field(default_factory=list)
    unchanged: int = 0
    failed: list[Row] = field(default_factory=list)

    def add(self, row: Row) -> None:
        (self.failed if row.filing is None else self.loaded).append(row)


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
        report.add(row)

    def told(converted: Iterable[Converted]) -> Iterator[Converted]:
        for batch in converted:
            for one in batch:
                report.add(one.row)
            if tell is not None:
                tell(len(report.loaded) + len(report.failed) + report.unchanged, report)
            yield batch

    with ExitStack() as ending:
        writer: _Writer | None = None
        converted = _converted(_batches(submissions(paths), manifest, report, take), jobs)
        for portion in _portions(told(converted)):
            writer = writer or ending.enter_context(_writing(kg, manifest))
            writer.put(portion)
        if writer is None and (report.loaded or not manifest.finished or not kg.settled):
            ending.enter_context(_writing(kg, manifest))
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


def _portions(converted: Iterable[Converted]) -> Iterator[list[Read]]:
    """What was read, in portions that the engine takes well: each makes files that it has to merge later."""
    portion: list[Read] = []
    size = 0
    for batch in converted:
        portion += batch
        size += sum(len(one.quads) for one in batch)
        if size >= PORTION_BYTES or len(portion) >= PORTION_SOURCES:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


@contextmanager
def _writing(kg: KnowledgeGraph, manifest: Manifest) -> Iterator[_Writer]:
    """A writer of portions; when the block ends, all is written and who is who is up to date."""
    with kg.updating() as update, ThreadPoolExecutor(1) as thread:
        writer = _Writer(kg.store, manifest, update, thread)
        yield writer
        writer.settle()
        update.read(manifest.pending())


@dataclass(slots=True)
class _Writer:
    """Puts portions into the store, one in a thread while the next is read, and notes each when it is on disk."""

    store: Store
    manifest: Manifest
    update: Update
    thread: ThreadPoolExecutor
    under_way: tuple[list[Read], list[Read], Future[None]] | None = None

    def put(self, portion: list[Read]) -> None:
        self.settle()  # which copy of a filing counts is known when the portion before is noted
        chosen = _chosen(portion, self.manifest)
        self.under_way = portion, chosen, self.thread.submit(_write, self.store, chosen)

    def settle(self) -> None:
        """Wait for the portion that is being written, note it, and take into who-is-who what it says."""
        if self.under_way is None:
            return
        portion, chosen, written = self.under_way
        written.result()
        self.under_way = None
        self.manifest.note([one.row for one in portion])
        for one in chosen:
            if one.saying is not None:
                self.update.take(one.saying)


def _chosen(portion: Iterable[Read], manifest: Manifest) -> list[Read]:
    """The filings to be written, sorted by id; of several copies of one filing only the one that counts."""
    best: dict[str, Read] = {}
    for one in portion:
        if one.row.filing is None:
            continue
        rivals = [manifest.rank(one.row.filing, one.row.source)]
        if one.row.filing in best:
            rivals.append(_rank(best[one.row.filing].row))
        if _rank(one.row) >= max(rivals):
            best[one.row.filing] = one
    return [best[filing] for filing in sorted(best)]


def _write(store: Store, chosen: Sequence[Read]) -> None:
    """Replace the filings' graphs in one step."""
    if chosen:
        graphs = [filing_graph(one.row.filing) for one in chosen if one.row.filing is not None]
        store.replace(graphs, *(one.quads for one in chosen), _provenance([one.row for one in chosen]))
        store.flush()


def _rank(row: Row) -> tuple[int, str]:
    return row.size, row.sha256


def _provenance(rows: Iterable[Row]) -> bytes:
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
