"""The manifest of loads: which sources were loaded, with the hash of their bytes and what became of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from . import __version__
from .loaders.errors import Unavailable

MANIFEST = "manifest.sqlite"


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
