"""Exhibits as works: one version is one text, wherever it is listed; a work is what versions by their titles are of.

Exhibits are of one version where one is incorporated from the other; both from one exhibit, by number or title, of one
filing, loaded or missing; where their documents are equal to the byte; or where registrant, Item 601 number and title
are equal and the title tells the version (amendment no. 2, as amended through a day). Versions are of one work where
registrant, Item 601 number and what their titles name are equal, and their titles tell them apart as amended or
restated (rule W1), or they are two texts of a charter or of bylaws (W2).
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import astuple, dataclass

from filigraph.identity.statements import Change
from filigraph.loaders.iri import digest

from .statements import difference, version_lines, work_lines
from .targets import Outcome

#: Item 601 numbers of documents that are amended and restated; consents, opinions and certifications are made anew.
_LASTING = frozenset({"3", "4", "9", "10", "14", "19", "97"})
_CHARTER = "3"
#: Marks that tell one version from all others: a day, or a number.
_DEFINITE = re.compile(r"\d|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b")
_WORDS = 3  # of a name that tells one agreement of a registrant from another


@dataclass(frozen=True, slots=True)
class Version:
    """What is known of a version, written or not. ``holder`` is the exhibit that the text is attached to."""

    title: str
    company: str
    kind: str
    date: str  # of the filing that holds it, else of the first that lists it
    holder: str
    name: str  # what the title names


def settle_versions(db: sqlite3.Connection) -> Iterator[Change]:
    """Every change to what is written of versions and works."""
    _group(db)
    _describe(db)
    for work, of_work in _works(db):
        rule = _rule(of_work)
        found = db.execute("SELECT said FROM work WHERE id = ?", (work,)).fetchone()
        old = None if found is None else json.loads(found[0])
        first = min(of_work, key=lambda v: (v[1].date, v[0]))[1] if rule else None
        new = None if first is None else [first.title, first.company, first.kind]
        if new is None:
            db.execute("DELETE FROM work WHERE id = ?", (work,))
        else:
            db.execute("INSERT OR REPLACE INTO work VALUES (?, ?)", (work, json.dumps(new, ensure_ascii=False)))
        if new != old:
            yield difference(work_lines(work, old), work_lines(work, new))
        for version, *_ in of_work:
            yield _write(db, version, work if rule else "", rule)
    for (version,) in db.execute("SELECT id FROM stale_version ORDER BY id"):
        if db.execute("SELECT 1 FROM version WHERE id = ? AND work = ''", (version,)).fetchone():
            yield _write(db, version, "", "")
    for table in ("grouped", "stale_exhibit", "stale_version", "stale_work"):
        db.execute(f"DELETE FROM {table}")


def _group(db: sqlite3.Connection) -> None:
    """New versions for the exhibits that are touched and for all that were of one version with them."""
    db.execute(
        "INSERT OR IGNORE INTO stale_version SELECT version FROM stale_exhibit CROSS JOIN exhibit USING (iri) "
        "WHERE version IS NOT NULL"
    )
    for (exhibit,) in db.execute("SELECT iri FROM stale_exhibit CROSS JOIN exhibit USING (iri)"):
        db.execute("DELETE FROM place WHERE exhibit = ?", (exhibit,))
        db.executemany("INSERT INTO place VALUES (?, ?)", [(exhibit, place) for place in sorted(_places(db, exhibit))])
    # those that were of one version with a touched one, and those that are now
    db.execute("INSERT OR IGNORE INTO stale_exhibit SELECT iri FROM stale_version CROSS JOIN exhibit ON version = id")
    for (start,) in db.execute("SELECT iri FROM stale_exhibit CROSS JOIN exhibit USING (iri) ORDER BY iri"):
        if db.execute("SELECT 1 FROM grouped WHERE iri = ?", (start,)).fetchone():
            continue
        members, places = _component(db, start)
        db.executemany("INSERT INTO grouped VALUES (?)", [(member,) for member in members])
        version = f"version/{digest(min(places))}"
        for member in members:
            (old,) = db.execute("SELECT version FROM exhibit WHERE iri = ?", (member,)).fetchone()
            if old is not None and old != version:
                db.execute("INSERT OR IGNORE INTO stale_version VALUES (?)", (old,))
            db.execute("UPDATE exhibit SET version = ? WHERE iri = ?", (version, member))
        db.execute("INSERT OR IGNORE INTO stale_version VALUES (?)", (version,))


def _places(db: sqlite3.Connection, exhibit: str) -> Iterator[str]:
    """Where the exhibit's text stands: in its own filing or in that which it is incorporated from; by its bytes."""
    yield exhibit
    (content, number, name, mark, company) = db.execute(
        "SELECT e.digest, number, name, mark, company FROM exhibit AS e JOIN source USING (filing) WHERE iri = ?",
        (exhibit,),
    ).fetchone()
    if content:
        yield f"sha256/{content}"
    work = _work_id(company, number, name)
    if work and _DEFINITE.search(mark):
        yield f"{work}#{mark}"
    for said, missing, cited in db.execute(
        "SELECT said, missing, exhibit FROM citation WHERE listing = ? AND NOT gone", (exhibit,)
    ):
        outcome = Outcome(**json.loads(said))
        if outcome.exhibit:
            yield outcome.exhibit
        elif outcome.target or missing:
            yield f"{outcome.target or missing}#{cited or (name, mark)}"


def _component(db: sqlite3.Connection, start: str) -> tuple[set[str], set[str]]:
    """The exhibits of one version, and their places."""
    members, places, waiting = {start}, set(), [start]
    while waiting:
        here = waiting.pop()
        for (place,) in db.execute("SELECT place FROM place WHERE exhibit = ?", (here,)).fetchall():
            if place in places:
                continue
            places.add(place)
            for (there,) in db.execute("SELECT exhibit FROM place WHERE place = ?", (place,)).fetchall():
                if there not in members:
                    members.add(there)
                    waiting.append(there)
    return members, places


def _describe(db: sqlite3.Connection) -> None:
    """What is known of each touched version: from the exhibit that holds its text, else the first that lists it."""
    for (version,) in db.execute("SELECT id FROM stale_version ORDER BY id"):
        rows = db.execute(
            "SELECT NOT attached, s.date = '', s.date, e.iri, e.title, e.number, e.name, e.mark, s.company "
            "FROM exhibit AS e JOIN source AS s USING (filing) WHERE e.version = ? ORDER BY 1, 2, 3, 4",
            (version,),
        ).fetchall()
        before = db.execute("SELECT work FROM version WHERE id = ?", (version,)).fetchone()
        if not rows:
            db.execute("UPDATE version SET facts = '', exhibits = 0, work = '' WHERE id = ?", (version,))
            works = {before[0]} if before else set()
        else:
            absent, _, date, iri, title, number, name, mark, company = rows[0]
            facts = Version(title, company, _kind(number), date, "" if absent else iri, name)
            work = _work_id(company, number, name)
            db.execute(
                "INSERT INTO version (id, facts, exhibits, mark, work) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE "
                "SET facts = excluded.facts, exhibits = excluded.exhibits, mark = excluded.mark, work = excluded.work",
                (version, _text(facts), len(rows), mark, work),
            )
            works = {work, *(before or ())}
        db.executemany("INSERT OR IGNORE INTO stale_work VALUES (?)", [(w,) for w in works if w])


def _text(facts: Version) -> str:
    return json.dumps(astuple(facts), ensure_ascii=False)


def _work_id(company: str, number: str, name: str) -> str:
    """The work that an exhibit with such a name may be of; '' where the name tells too little."""
    kind = _kind(number)
    enough = kind == _CHARTER or len(name.split()) >= _WORDS
    if kind not in _LASTING or not enough or not company or not name:
        return ""
    return f"work/{digest(company, kind, name)}"


def _kind(number: str) -> str:
    """The Item 601 number of an exhibit's number."""
    return number.split(".", 1)[0]


Versions = list[tuple[str, Version, str]]  # id, what is known of it, its mark


def _works(db: sqlite3.Connection) -> Iterator[tuple[str, Versions]]:
    for (work,) in db.execute("SELECT id FROM stale_work ORDER BY id"):
        rows = db.execute("SELECT id, facts, mark FROM version WHERE work = ? ORDER BY id", (work,)).fetchall()
        yield work, [(version, Version(*json.loads(facts)), mark) for version, facts, mark in rows]


def _rule(versions: Versions) -> str:
    """By which rule the versions are of one work; '' where nothing says so."""
    if len({mark for _, _, mark in versions}) > 1:
        return "W1"
    held = sum(bool(facts.holder) for _, facts, _ in versions)
    return "W2" if held > 1 and versions[0][1].kind == _CHARTER else ""


def _write(db: sqlite3.Connection, version: str, work: str, rule: str) -> Change:
    """The version as it is now in place of what was written of it: nothing where one exhibit alone lists it."""
    found = db.execute("SELECT facts, exhibits, mark, said FROM version WHERE id = ?", (version,)).fetchone()
    if found is None:
        return [], []
    facts, exhibits, mark, said = found
    old = None if said is None else json.loads(said)
    new = None
    if exhibits > 1 or work:
        members = [m for (m,) in db.execute("SELECT iri FROM exhibit WHERE version = ? ORDER BY iri", (version,))]
        title, company, kind, _, holder, _ = json.loads(facts)
        new = [title, company, kind, holder, mark, work, rule, members]
    if not exhibits:
        db.execute("DELETE FROM version WHERE id = ?", (version,))
    elif new != old:
        text = None if new is None else json.dumps(new, ensure_ascii=False)
        db.execute("UPDATE version SET said = ? WHERE id = ?", (text, version))
    return ([], []) if new == old else difference(version_lines(version, old), version_lines(version, new))
