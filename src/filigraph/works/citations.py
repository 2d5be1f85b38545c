"""Settling references: those that a load touches are judged anew, and what was written of them is changed.

A reference whose filing is not loaded leads to a node for the missing filing. Equal references of one registrant share
it, so that it shows how many would be resolved by loading it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from filigraph.identity.statements import Change
from filigraph.loaders.iri import digest

from .forms import POST_EFFECTIVE, Form, name_form
from .said import Citation, Listed
from .statements import difference, missing_lines, reference_lines
from .targets import DUE, NEAR, Candidate, Outcome, days_after, is_registration, judge
from .titles import Title

_COLUMNS = "listing, form, number, printed, date, day, sense, exhibit, exhibit_said, name, mark"
_DATED = """
SELECT DISTINCT s.filing, s.form, s.date, s.period, 1 FROM source_key AS mine
JOIN source_key AS other ON other.key = mine.key JOIN source AS s ON s.filing = other.filing
WHERE mine.filing = :filing AND s.filing != :filing AND s.base = :base
  AND (s.date BETWEEN :day AND :last OR s.period = :day OR s.date = '' AND s.period BETWEEN :first AND :day
    OR substr(s.period, 1, 4) = :year OR substr(s.date, 1, 4) = :year)
"""
_NUMBERED = """
SELECT s.filing, s.form, s.date, s.period, EXISTS (
  SELECT 1 FROM source_key AS mine JOIN source_key AS other ON other.key = mine.key
  WHERE mine.filing = :filing AND other.filing = s.filing)
FROM source_number AS n JOIN source AS s ON s.filing = n.filing
WHERE n.number = :number AND s.filing != :filing AND (:base = '' OR s.base IN (:base, :post))
  AND (n.number = :registered OR s.date BETWEEN :day AND :last OR s.period = :day)
"""
_TOUCHED = """
INSERT OR IGNORE INTO stale_citation
SELECT c.iri FROM stale_form AS f CROSS JOIN source_key AS k ON k.key = f.key
CROSS JOIN citation AS c ON c.filing = k.filing AND c.base = f.base WHERE NOT c.gone
"""
_NUMBERS = """
INSERT OR IGNORE INTO stale_citation SELECT c.iri FROM stale_number AS n CROSS JOIN citation AS c ON c.number = n.number
WHERE c.number != '' AND NOT c.gone AND (c.base IN ('', n.base) OR n.base = :post)
"""


def settle_citations(db: sqlite3.Connection) -> Iterator[Change]:
    """Every change to what is written of references and of missing filings."""
    db.execute(_TOUCHED)
    db.execute(_NUMBERS, {"post": POST_EFFECTIVE})
    for (iri,) in db.execute("SELECT iri FROM stale_citation ORDER BY iri"):
        (row,) = db.execute(f"SELECT filing, gone, missing, said, {_COLUMNS} FROM citation WHERE iri = ?", (iri,))
        filing, gone, missing, said, *fields, name, mark = row
        citation = replace(Citation(iri, *fields), parted=Title(name, mark))
        old = None if said is None else Outcome(**json.loads(said))
        new = None if gone else _outcome(db, filing, citation)
        needed = None if new is None or not _is_missing(new) else _missing_id(db, filing, citation)
        if gone:
            db.execute("DELETE FROM citation WHERE iri = ?", (iri,))
        elif (new, needed) != (old, missing):
            db.execute("UPDATE citation SET missing = ?, said = ? WHERE iri = ?", (needed, _text(new), iri))
        db.executemany("INSERT OR IGNORE INTO stale_missing VALUES (?)", [(m,) for m in (missing, needed) if m])
        if citation.listing and not gone:
            db.execute("INSERT OR IGNORE INTO stale_exhibit VALUES (?)", (citation.listing,))
        if (new, needed) != (old, missing):
            yield difference(reference_lines(iri, old, missing), reference_lines(iri, new, needed))
    yield from _missing(db)
    for table in ("stale_form", "stale_number", "stale_citation", "stale_missing"):
        db.execute(f"DELETE FROM {table}")


def _text(outcome: Outcome | None) -> str | None:
    if outcome is None:
        return None
    return json.dumps({name: getattr(outcome, name) for name in Outcome.__dataclass_fields__}, ensure_ascii=False)


def _is_missing(outcome: Outcome) -> bool:
    """Is what it means not loaded, rather than not said or not clear?"""
    return not (outcome.target or outcome.possible or outcome.why)


def _outcome(db: sqlite3.Connection, filing: str, citation: Citation) -> Outcome:
    form = name_form(citation.form)
    (filed,) = db.execute("SELECT date FROM source WHERE filing = ?", (filing,)).fetchone()
    return judge(citation, form, filed, list(_candidates(db, filing, citation, form)))


def _candidates(db: sqlite3.Connection, filing: str, citation: Citation, form: Form) -> Iterator[Candidate]:
    is_year = citation.sense == "year"
    year, day = (citation.day, "none") if is_year else ("none", citation.day or "none")
    dated = bool(citation.day) and not is_year
    first, last = (days_after(day, -DUE), days_after(day, NEAR)) if dated else (day, day)
    values = {"filing": filing, "base": form.base, "number": citation.number}
    values |= {"day": day, "first": first, "last": last, "year": year}
    values |= {"post": POST_EFFECTIVE, "registered": citation.number if is_registration(citation.number) else ""}
    found = {}
    if form.base and citation.day:
        found.update({r[0]: r for r in db.execute(_DATED, values)})
    if citation.number:
        found.update({r[0]: r for r in db.execute(_NUMBERED, values)})
    for name, said, date, period, same in (found[name] for name in sorted(found)):
        numbers = db.execute("SELECT number FROM source_number WHERE filing = ?", (name,))
        exhibits = db.execute(
            "SELECT iri, number, title, attached, digest, name, mark FROM exhibit WHERE filing = ? ORDER BY iri",
            (name,),
        )
        yield Candidate(
            name,
            name_form(said),
            date,
            period,
            frozenset(number for (number,) in numbers),
            bool(same),
            tuple(
                Listed(iri, exhibit, title, bool(attached), digest, Title(name, mark))
                for iri, exhibit, title, attached, digest, name, mark in exhibits
            ),
        )


def _missing_id(db: sqlite3.Connection, filing: str, citation: Citation) -> str:
    """One for all references of a registrant that say the same: number of a registration, else form and day."""
    (company,) = db.execute("SELECT company FROM source WHERE filing = ?", (filing,)).fetchone()
    form = name_form(citation.form)
    number = citation.number if is_registration(citation.number) or not citation.day else ""
    day = "" if is_registration(citation.number) else citation.day
    base = "" if is_registration(citation.number) else form.base
    amended = "amended" if form.amended else ""
    return f"missing-filing/{digest(company or filing, base, amended, number, day)}"


def _missing(db: sqlite3.Connection) -> Iterator[Change]:
    """What the references to a missing filing say of it, all together."""
    for (node,) in db.execute("SELECT id FROM stale_missing ORDER BY id").fetchall():
        rows = db.execute(
            "SELECT s.company, c.form, c.printed, c.number, c.date, c.exhibit_said "
            "FROM citation AS c JOIN source AS s USING (filing) WHERE c.missing = ?",
            (node,),
        ).fetchall()
        found = db.execute("SELECT said FROM missing WHERE id = ?", (node,)).fetchone()
        old = None if found is None else json.loads(found[0])
        new = [sorted({value for value in values if value}) for values in zip(*rows, strict=True)] if rows else None
        if new is None:
            db.execute("DELETE FROM missing WHERE id = ?", (node,))
        elif new != old:
            db.execute("INSERT OR REPLACE INTO missing VALUES (?, ?)", (node, json.dumps(new, ensure_ascii=False)))
        if new != old:
            yield difference(missing_lines(node, old), missing_lines(node, new))
