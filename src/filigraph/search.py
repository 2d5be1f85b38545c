"""Name search: every name of every entity in an SQLite FTS5 index beside the store.

Where the store has no folder (memory, endpoint) the index is made in memory when first asked.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .identity.folding import fold
from .loaders.errors import InvalidInput, Unavailable
from .ontology.terms import Property
from .store import Store
from .store.pairs import many, pairs

FILE = "names.sqlite"
NEAR = 75  # of 100: how like a name must be to be named instead
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """An entity found by one of its names."""

    iri: str
    kind: str  # person, firm, company
    label: str
    name: str


Entries = Iterable[tuple[str, str, Iterable[str]]]  # entity, its label, all its names


def rebuild(entries: Entries, folder: Path | None) -> sqlite3.Connection:
    """Make the index anew in the folder (in memory where None) and return it open."""
    path = None if folder is None else folder / FILE
    if path is not None:
        path.unlink(missing_ok=True)
    index = sqlite3.connect(":memory:" if path is None else path)
    index.execute("CREATE VIRTUAL TABLE names USING fts5(iri UNINDEXED, kind UNINDEXED, label UNINDEXED, name, folded)")
    index.execute("CREATE TABLE place (iri TEXT, line INTEGER)")
    index.execute("CREATE INDEX place_iri ON place (iri)")
    for entry in entries:
        _add(index, *entry)
    index.commit()
    return index


def update(index: sqlite3.Connection, gone: Iterable[str], entries: Entries) -> None:
    """Take entities out of the index and put others in."""
    for iri in gone:
        index.execute("DELETE FROM names WHERE rowid IN (SELECT line FROM place WHERE iri = ?)", (iri,))
        index.execute("DELETE FROM place WHERE iri = ?", (iri,))
    for entry in entries:
        _add(index, *entry)
    index.commit()


def _add(index: sqlite3.Connection, iri: str, label: str, names: Iterable[str]) -> None:
    for name in sorted(set(names)):
        cursor = index.execute("INSERT INTO names VALUES (?, ?, ?, ?, ?)", (iri, _kind(iri), label, name, plain(name)))
        index.execute("INSERT INTO place VALUES (?, ?)", (iri, cursor.lastrowid))


def entries(store: Store) -> Entries:
    """Every entity of a store with its names, read from the graph."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for iri, label, name in _names(store):
        names[iri, label].add(name)
    return [(iri, label, names[iri, label]) for iri, label in sorted(names)]


def _names(store: Store) -> Iterator[tuple[str, str, str]]:
    """Every entity that has a label, with the label and each name it bears in filings, former ones too."""
    labels = dict(pairs(store, _LABEL))
    names = dict(pairs(store, Property.NAME))
    former = many(store, Property.HAS_FORMER_NAME)
    for prop in (Property.RESOLVED_TO, Property.COMPANY):
        for mention, entity in pairs(store, prop):
            for node in (mention, *(former.get(mention, ()) if prop == Property.COMPANY else ())):
                if entity in labels and node in names:
                    yield entity, labels[entity], names[node]


def open_index(store: Store, folder: Path | None) -> sqlite3.Connection:
    """The index of the folder, made where it is missing."""
    try:
        if folder is not None and (folder / FILE).is_file():
            return sqlite3.connect(folder / FILE)
        return rebuild(entries(store), folder)
    except sqlite3.OperationalError:  # the folder may be read, not written
        return rebuild(entries(store), None)


def plain(text: str) -> str:
    """The text folded, without "and": it and the sign & are one to who looks for a firm."""
    words = fold(text).split()
    return " ".join([word for word in words if word != "and"] or words)


def find(index: sqlite3.Connection, text: str, kind: str | None = None, limit: int = 20) -> list[Hit]:
    """Entities with a name that holds all words of the text, whole names first, then by how well they match."""
    words = [re.sub(r"\W", "", w) for w in plain(text).split()]
    if not any(words):
        raise InvalidInput("there is no word to search for", repr(text), "give a name or a part of one")
    match = " ".join(f'"{w}"*' for w in words if w)
    where = "AND kind = ?" if kind else ""
    rows = _ask(
        index,
        f"SELECT iri, kind, label, name FROM names WHERE folded MATCH ? {where} "
        "ORDER BY folded = ? DESC, rank, iri, name LIMIT 500",
        (match, *([kind] if kind else []), plain(text)),
    )
    best: dict[str, Hit] = {}
    for row in rows:
        best.setdefault(row[0], Hit(*row))
    return list(best.values())[:limit]


def exact(index: sqlite3.Connection, text: str, kind: str) -> list[str]:
    """IRIs of the entities of a kind that bear exactly this name, case and punctuation aside."""
    if not plain(text):
        return []
    rows = _ask(
        index,
        "SELECT DISTINCT iri FROM names WHERE folded MATCH ? AND folded = ? AND kind = ? ORDER BY iri",
        (f'"{plain(text)}"', plain(text), kind),
    )
    return [row[0] for row in rows]


def near(index: sqlite3.Connection, text: str, kind: str | None = None, limit: int = 3) -> list[str]:
    """Labels of the entities with names most like the text, for whom it may be a misspelling; the nearest first."""
    from rapidfuzz import fuzz, process

    where = "WHERE kind = ?" if kind else ""
    rows = _ask(index, f"SELECT folded, label FROM names {where} ORDER BY folded, label", (kind,) if kind else ())
    found = process.extract(
        plain(text), [row[0] for row in rows], scorer=fuzz.WRatio, limit=4 * limit, score_cutoff=NEAR
    )
    return list(dict.fromkeys(rows[at][1] for _, _, at in found))[:limit]


def _ask(index: sqlite3.Connection, statement: str, values: tuple[str, ...]) -> list[tuple[str, ...]]:
    try:
        return index.execute(statement, values).fetchall()
    except sqlite3.DatabaseError as error:
        raise Unavailable(f"the name index cannot be used: {error}", FILE, "filigraph resolve makes it anew") from error


def _kind(iri: str) -> str:
    return iri.removeprefix("https://w3id.org/filigraph/id/").partition("/")[0]
