"""The register of mentions: what resolution keeps beside the store, so that a new filing costs what it touches.

An SQLite file: every mention with the profile it belongs to and the entity it is resolved to, the judged pairs of
profiles, the names of companies, who is tied to whom. It can be thrown away: the store's filings make the same again.
IRIs stand in it without the namespace of data.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filigraph.loaders.errors import Unavailable

from .companies import company_key
from .likeness import Parts, parts
from .mentions import Facts
from .policies import Policy
from .register_tables import FORGOTTEN, SCHEMA, STATE
from .registrants import doubt_registrants, entity_of, take_registrants
from .rows import Row, profile_key, row
from .ruleset import rule_set
from .signed_under import take_papers

FILE = "identity.sqlite"
#: Which of the entities that a mention is said to be is that of a policy.
COLUMNS = {Policy.BALANCED: 0, Policy.STRICT: 1, Policy.EXPLORATORY: 2}


class Register:
    """The register in a folder, or in memory. Use `work` around every change."""

    def __init__(self, folder: Path | None = None, *, read_only: bool = False) -> None:
        self.place = "memory" if folder is None else str(folder / FILE)
        #: The policies under which ties are counted.
        self.policies: tuple[Policy, ...] = (Policy.BALANCED,)
        #: Is this the register of a folder, open for changes?
        self.writes = folder is not None and not read_only
        try:
            if folder is None:
                self.db = sqlite3.connect(":memory:", isolation_level=None)
            elif read_only:
                self.db = sqlite3.connect(
                    f"{(folder / FILE).absolute().as_uri()}?mode=ro", uri=True, isolation_level=None
                )
            else:
                self.db = sqlite3.connect(folder / FILE, isolation_level=None)
            if not read_only:
                self._prepare()
        except sqlite3.Error as error:
            raise self.unusable(error) from error

    def _prepare(self) -> None:
        self.db.execute("PRAGMA cache_size = -64000")
        self.db.execute(STATE)
        if self.get("version") != rule_set():
            # another rule set may keep other columns: all goes but the ids that were given out
            names = self.db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
            for (table,) in names:
                if table not in ("state", "issued"):
                    self.db.execute(f"DROP TABLE {table}")
            self.set("clean", "")
            self.set("version", rule_set())
        self.db.executescript(SCHEMA)
        self.policies = self._kept()

    def unusable(self, error: sqlite3.Error) -> Unavailable:
        remedy = "delete it: filigraph resolve makes it anew"
        return Unavailable(f"the register of mentions cannot be used: {error}", self.place, remedy)

    def get(self, key: str) -> str:
        found = self.db.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
        return "" if found is None else str(found[0])

    def set(self, key: str, value: str) -> None:
        self.db.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (key, value))

    @property
    def clean(self) -> bool:
        """Does the store say what the register says? Not after an update that was broken off, nor under other rules."""
        return self.get("clean") == "1" and self.get("version") == rule_set()

    @contextmanager
    def work(self) -> Iterator[None]:
        """One change: all of it or none. Within it, call `publish` before the store is written."""
        try:
            self.db.execute("BEGIN")
            try:
                yield
                self.set("clean", "1")
                self.db.execute("COMMIT")
            finally:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                    self.policies = self._kept()
        except sqlite3.Error as error:
            raise self.unusable(error) from error

    def publish(self) -> None:
        """From here to the end of the change the store is written: where that is broken off, it is not `clean`."""
        self.set("clean", "")
        self.db.execute("COMMIT")
        self.db.execute("BEGIN")

    def close(self) -> None:
        self.db.close()

    # what is taken in

    def empty(self) -> None:
        """Forget everything but the ids that were given out."""
        for table in FORGOTTEN:
            self.db.execute(f"DELETE FROM {table}")
        self.set("run", "")

    def doubt(self) -> None:
        """Take nothing for decided: every profile, pair and link is made again, published is what was published."""
        for table in ("profile", "edge", "different", "ruling"):
            self.db.execute(f"DELETE FROM {table}")
        self.db.execute("UPDATE mention SET profile = NULL, pin = 0, base = NULL, gone = 1")
        self.db.execute("INSERT OR IGNORE INTO dirty SELECT number FROM mention")
        doubt_registrants(self.db)

    def take(self, facts: Facts) -> None:
        """Take in what a filing says, in place of what it said before."""
        self.take_rows(map(row, facts.mentions), facts.filing)
        self._take_names(facts)
        self._take_ties(facts)
        take_papers(self.db, facts.filing, facts.papers)
        take_registrants(self.db, facts.filing, facts.date, facts.registrants)

    def take_rows(self, rows: Iterable[Row], filing: str | None = None) -> None:
        """Take in mentions; those of the filing that are not among them are gone."""
        known: dict[str, tuple[Any, ...]] = {}
        if filing is not None:
            found = self.db.execute(
                "SELECT iri, number, kind, name, company, date, borne, home, block, owner, place, gone, profile, base "
                "FROM mention WHERE filing = ?",
                (filing,),
            )
            known = {r[0]: r[1:] for r in found}
        for new in rows:
            old = known.pop(new.iri, None)
            said = (new.kind, new.name, new.company, new.date, new.borne, new.home, new.block, new.owner, new.place, 0)
            if old is not None and old[1:11] == said and (old[11] is not None or old[12] is not None):
                continue
            self._put(new, None if old is None else (old[0], old[11]))
        for number, *_, profile, _base in known.values():
            self.db.execute("UPDATE mention SET gone = 1, profile = NULL WHERE number = ?", (number,))
            self.touch(profile)
            self.db.execute("INSERT OR IGNORE INTO dirty VALUES (?)", (number,))

    def _put(self, new: Row, old: tuple[int, int | None] | None) -> None:
        profile = self.profile(parts(new.name, new.kind == "owner"), new.home, new.owner) if new.is_person else None
        base = None if new.is_person else ""
        place = (new.iri, new.filing, new.kind, new.name, new.company, new.date, new.borne)
        fields = (*place, new.home, new.block, new.owner, new.place)
        if old is None:
            cursor = self.db.execute(
                "INSERT INTO mention "
                "(iri, filing, kind, name, company, date, borne, home, block, owner, place, profile, base) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*fields, profile, base),
            )
            number = int(cursor.lastrowid or 0)
        else:
            number = old[0]
            self.touch(old[1])
            self.db.execute(
                "UPDATE mention SET iri = ?, filing = ?, kind = ?, name = ?, company = ?, date = ?, borne = ?, "
                "home = ?, block = ?, owner = ?, place = ?, profile = ?, base = ?, gone = 0, pin = 0 WHERE number = ?",
                (*fields, profile, base, number),
            )
        self.touch(profile)
        self.db.execute("INSERT OR IGNORE INTO dirty VALUES (?)", (number,))

    def touch(self, profile: int | None) -> None:
        if profile is not None:
            self.db.execute("INSERT OR IGNORE INTO touched VALUES (?, 0)", (profile,))

    def profile(self, name: Parts, home: str, owner: str, pin: str = "") -> int:
        """The number of the profile of a name at a registrant; ``pin``: of this mention alone."""
        key, middle = profile_key(name, home, owner, pin), " ".join(name.middle)
        found = self.db.execute("SELECT number FROM profile WHERE key = ?", (key,)).fetchone()
        if found is not None:
            return int(found[0])
        cursor = self.db.execute(
            "INSERT INTO profile (key, given, middle, family, suffix, nickname, home, owner) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (key, name.given, middle, name.family, name.suffix, name.nickname, home, owner),
        )
        number = int(cursor.lastrowid or 0)
        self.db.execute("INSERT OR REPLACE INTO touched VALUES (?, 1)", (number,))
        return number

    def _take_names(self, facts: Facts) -> None:
        least: dict[tuple[str, str, str], str] = {}  # the first record that gives the company the name
        for company, name, kind, record in facts.names:
            least[company, name, kind] = min(record, least.get((company, name, kind), record))
        new = {(facts.filing, *said, facts.date, company_key(said[1]), record) for said, record in least.items()}
        old = set(self.db.execute("SELECT * FROM called WHERE filing = ?", (facts.filing,)))
        if new == old:
            return
        self.db.execute("DELETE FROM called WHERE filing = ?", (facts.filing,))
        self.db.executemany("INSERT INTO called VALUES (?, ?, ?, ?, ?, ?, ?)", sorted(new))
        self.db.executemany("INSERT OR IGNORE INTO renamed VALUES (?)", sorted({(r[1],) for r in new ^ old}))

    def _take_ties(self, facts: Facts) -> None:
        new = {(m, tie, company, facts.filing, day) for m, tie, company, day in facts.ties}
        old = set(self.db.execute("SELECT * FROM sighting WHERE filing = ?", (facts.filing,)))
        if new == old:
            return
        self.loosen(old - new)
        self.db.execute("DELETE FROM sighting WHERE filing = ?", (facts.filing,))
        self.db.executemany("INSERT INTO sighting VALUES (?, ?, ?, ?, ?)", sorted(new))
        self.db.executemany(
            "INSERT OR IGNORE INTO dirty SELECT number FROM mention WHERE iri = ?", sorted({(r[0],) for r in new ^ old})
        )

    def loosen(self, sightings: Iterable[tuple[str, ...]]) -> None:
        """The ties that rest on these sightings are to be counted anew, under the entities published so far."""
        for mention, tie, company, *_ in sightings:
            found = self.db.execute("SELECT said FROM mention WHERE iri = ?", (mention,)).fetchone()
            if found is not None and found[0] is not None:
                self.loosen_tie(found[0], tie, company)

    def loosen_tie(self, said: str, tie: str, company: str) -> None:
        entities = said.split("\t", 3)
        rows = [(p, entities[COLUMNS[p]], tie, company) for p in self.policies]
        self.db.executemany("INSERT OR IGNORE INTO loose_tie VALUES (?, ?, ?, ?)", [r for r in rows if r[1] != company])

    def _kept(self) -> tuple[Policy, ...]:
        return (Policy.BALANCED, *(Policy(name) for name in self.get("policies").split()))

    def keep(self, policy: Policy) -> None:
        """Ties under the policy are counted too, from now on; those that are there are to be counted."""
        if policy in self.policies:
            return
        self.policies = (*self.policies, policy)
        self.set("policies", " ".join(self.policies[1:]))
        for said, tie, company in self.db.execute(
            "SELECT m.said, s.tie, s.company FROM sighting AS s JOIN mention AS m ON m.iri = s.mention "
            "WHERE m.said IS NOT NULL"
        ):
            self.loosen_tie(said, tie, company)

    def renamed(self) -> frozenset[str]:
        """Entities whose names or labels may have changed since this was last asked."""
        found = self.db.execute("SELECT entity FROM relabel UNION SELECT company FROM renamed").fetchall()
        for table in ("relabel", "renamed"):
            self.db.execute(f"DELETE FROM {table}")
        return frozenset(entity for (entity,) in found)

    # what is asked

    def current(self, entity: str) -> str:
        """The id under which an entity is shown now: that of the person behind the mention that the id stands for."""
        if self.db.execute("SELECT 1 FROM label WHERE entity = ?", (entity,)).fetchone() is not None:
            return entity
        if entity.startswith("company/"):
            return entity_of(self.db, entity)
        found = self.db.execute(
            "SELECT m.entity FROM issued AS i JOIN mention AS m ON m.iri = i.mention WHERE i.id = ?", (entity,)
        ).fetchone()
        return entity if found is None else str(found[0])

    def entities(self) -> Iterator[str]:
        """Every entity that has a label, parts of people under the strict policy left out."""
        for (entity,) in self.db.execute("SELECT entity FROM label ORDER BY entity"):
            if entity.startswith("company/") or self._is_shown(entity):
                yield entity

    def _is_shown(self, entity: str) -> bool:
        return self.db.execute("SELECT 1 FROM mention WHERE entity = ? LIMIT 1", (entity,)).fetchone() is not None

    def names(self, entity: str) -> tuple[str, list[str]] | None:
        """The label of an entity and every name it bears, former ones too; None for one that is no more."""
        found = self.db.execute("SELECT label FROM label WHERE entity = ?", (entity,)).fetchone()
        company = entity.startswith("company/")
        if found is None or not (company or self._is_shown(entity)):
            return None
        names = self.db.execute(
            "SELECT DISTINCT name FROM bears WHERE entity = ?1 AND n > 0 "
            "UNION SELECT name FROM called WHERE company = ?1 UNION SELECT name FROM mention WHERE entity = ?1 AND ?2",
            (entity, company),
        )
        return str(found[0]), sorted(n for (n,) in names)
