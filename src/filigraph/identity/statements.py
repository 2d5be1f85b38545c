"""What the register says, as quads; and how it differs from what it said before.

Published states stand in the register beside the present ones, so that only what changed is written to the store.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence

from pyoxigraph import Literal, NamedNode

from filigraph.loaders.iri import ID
from filigraph.ontology.terms import FG, ROLE, Class, Property

from .candidates import apart
from .company_rulings import CIK
from .decisions import Decision
from .mentions import OFFICE
from .policies import Policy
from .register import Register
from .run import RUN, run_lines
from .settle import members_of
from .signed_under import authorities, stir_mention

NAMES = f"{ID}graph/names"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_FIRM_TYPES = {"counsel": "LawFirm", "auditor": "AuditFirm", "accountant": "AuditFirm"}

#: First and last day of a tie, the number of filings; of an office the filings of those days too.
Said = tuple[str, str, int, str, str]
Change = tuple[list[str], list[str]]  # N-Quads lines that are gone, and those that are new


def changes(register: Register, decisions: Sequence[Decision] = ()) -> Iterator[Change]:
    """Every change to the graphs of resolution, names and ties, one after the other; the register notes it as said."""
    yield _run(register, decisions)
    yield from _mentions(register)
    yield from _people_and_firms(register)
    yield from _companies(register)
    yield from _possible(register)
    yield from _possible_companies(register)
    yield from _ties(register)
    yield from authorities(register.db)
    for table in ("dirty", "loose_tie", "affected"):
        register.db.execute(f"DELETE FROM {table}")


def _run(register: Register, decisions: Sequence[Decision]) -> Change:
    old, new = register.get("run").splitlines(keepends=True), run_lines(decisions)
    register.set("run", "".join(new))
    return [x for x in old if x not in new], [x for x in new if x not in old]


def _line(subject: str, predicate: str, value: str, graph: str) -> str:
    return f"<{ID}{subject}> <{predicate}> {value} <{graph}> .\n"


def _node(iri: str) -> str:
    return f"<{ID}{iri}>"


def _typed(text: str, local: str) -> str:
    return str(Literal(text, datatype=NamedNode(_XSD + local)))


def _mentions(register: Register) -> Iterator[Change]:
    db = register.db
    rows = db.execute(
        "SELECT number, iri, kind, name, gone, entity, strict, loose, rule, score, partner, place, "
        "decided, said FROM dirty CROSS JOIN mention ON number = mention ORDER BY dirty.mention"
    )
    for number, iri, kind, name, gone, entity, strict, loose, rule, score, partner, place, decided, said in rows:
        why = (rule, f"{score:.2f}", partner, place, decided)
        new = None if gone else "\t".join((entity, strict, loose, *why, kind, name))
        for state in {said, new} - {None}:
            for tie, company in db.execute("SELECT tie, company FROM sighting WHERE mention = ?", (iri,)).fetchall():
                register.loosen_tie(state, tie, company)
        if new == said:
            continue
        before, after = (None if state is None else state.partition("\t")[0] for state in (said, new))
        if before != after:
            stir_mention(db, iri, *(entity for entity in (before, after) if entity is not None))
        _bear(register, said, -1)
        _bear(register, new, 1)
        if gone:
            db.execute("DELETE FROM mention WHERE number = ?", (number,))
        else:
            db.execute("UPDATE mention SET said = ? WHERE number = ?", (new, number))
        old_lines, new_lines = _links(iri, said), _links(iri, new)
        yield [x for x in old_lines if x not in new_lines], [x for x in new_lines if x not in old_lines]


def _links(mention: str, said: str | None) -> list[str]:
    if said is None:
        return []
    entity, strict, loose, rule, score, partner, place, decided, *_ = said.split("\t", 9)
    link, graph = f"{mention}/link", Policy.BALANCED.resolution
    leads = [(Property.JOINED_WITH, partner), (Property.EVIDENCE, place)]
    leads += [(Property.DECISION, f"decision/{decision}") for decision in decided.split()]
    return [
        *(_line(link, prop, _node(iri), graph) for prop, iri in leads if iri),
        _line(link, FG + "run", f"<{RUN}>", graph),
        _line(mention, Policy.BALANCED.resolved_to, _node(entity), graph),
        _line(mention, Policy.STRICT.resolved_to, _node(strict), Policy.STRICT.resolution),
        _line(mention, Policy.EXPLORATORY.resolved_to, _node(loose), Policy.EXPLORATORY.resolution),
        _line(link, _TYPE, f"<{FG}ResolutionLink>", graph),
        _line(link, FG + "mention", _node(mention), graph),
        _line(link, FG + "entity", _node(entity), graph),
        _line(link, FG + "rule", str(Literal(rule)), graph),
        _line(link, FG + "score", _typed(score, "decimal"), graph),
    ]


def _bear(register: Register, said: str | None, by: int) -> None:
    """Count the name for the mention's entity, and for its part under the strict policy where that is another."""
    if said is None:
        return
    entity, strict, *_, kind, name = said.split("\t", 9)
    for bearer in {entity, strict}:
        if bearer.startswith("company/"):
            register.db.execute("INSERT OR IGNORE INTO renamed VALUES (?)", (bearer,))
            continue
        register.db.execute(
            "INSERT INTO bears VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + ?", (bearer, kind, name, by, by)
        )
        register.db.execute("INSERT OR IGNORE INTO relabel VALUES (?)", (bearer,))


def _people_and_firms(register: Register) -> Iterator[Change]:
    db = register.db
    db.execute("DELETE FROM bears WHERE entity IN (SELECT entity FROM relabel) AND n = 0")
    for (entity,) in db.execute("SELECT entity FROM relabel ORDER BY entity"):
        names: Counter[str] = Counter()
        kinds = set()
        for kind, name, n in db.execute("SELECT kind, name, n FROM bears WHERE entity = ?", (entity,)):
            names[name] += n
            kinds.add(kind)
        person = entity.startswith("person/")
        types = sorted({"Person"} if person else {_FIRM_TYPES.get(kind, "Firm") for kind in kinds})
        yield _relabel(register, entity, label(names) if names else None, types)


def _companies(register: Register) -> Iterator[Change]:
    """A company's label: the name on its last cover, else the one it bears most often."""
    db = register.db
    for (company,) in db.execute("SELECT company FROM renamed ORDER BY company"):
        rows = db.execute(
            "SELECT DISTINCT name, date, kind FROM called WHERE company = ? AND kind != 'former'", (company,)
        ).fetchall()
        covers = [(date, name) for name, date, kind in rows if kind == "cover"]
        name = max(covers)[1] if covers else label(Counter(n for n, _, _ in rows)) if rows else None
        # of one that was only decided to be another than its records tell, no filing says that it is a company
        own = db.execute("SELECT 1 FROM settled WHERE entity = ? AND filing != ''", (company,)).fetchone()
        yield _relabel(register, company, name, ["Company"] if own and not company.startswith(CIK) else [])


def _relabel(register: Register, entity: str, name: str | None, types: list[str]) -> Change:
    db = register.db
    old = db.execute("SELECT label, types FROM label WHERE entity = ?", (entity,)).fetchone()
    new = None if name is None else (name, " ".join(types))
    if new is None:
        db.execute("DELETE FROM label WHERE entity = ?", (entity,))
    elif new != old:
        db.execute("INSERT OR REPLACE INTO label VALUES (?, ?, ?)", (entity, *new))
    before, after = _named(entity, old), _named(entity, new)
    return [x for x in before if x not in after], [x for x in after if x not in before]


def _named(entity: str, said: tuple[str, str] | None) -> list[str]:
    if said is None:
        return []
    lines = [_line(entity, _LABEL, str(Literal(said[0])), NAMES)]
    return lines + [_line(entity, _TYPE, f"<{FG}{local}>", NAMES) for local in said[1].split()]


def label(names: Counter[str]) -> str:
    """The name to show: mixed case before capitals, then the most frequent, the longest, the least."""
    return min(names, key=lambda n: (n.isupper(), -names[n], -len(n), n))


def _possible(register: Register) -> Iterator[Change]:
    """Pairs of people who may be one: judged so, not decided, and nothing bars it."""
    db = register.db
    barred = {
        tuple(sorted(pair))
        for pair in db.execute(
            "SELECT p.entity, q.entity FROM different "
            "JOIN profile AS p ON p.number = a JOIN profile AS q ON q.number = b"
        )
    }
    for (entity,) in db.execute("SELECT entity FROM affected ORDER BY entity"):
        new: dict[tuple[str, str], tuple[float, str]] = {}
        rows = db.execute(
            "SELECT p.entity, q.entity, score, rule FROM profile AS p JOIN edge ON a = p.number "
            "JOIN profile AS q ON q.number = b WHERE p.entity = ?1 UNION "
            "SELECT p.entity, q.entity, score, rule FROM profile AS p JOIN edge ON b = p.number "
            "JOIN profile AS q ON q.number = a WHERE p.entity = ?1",
            (entity,),
        ).fetchall()
        for one, other, score, rule in rows:
            first, second = sorted((one, other))
            if one != other and (first, second) not in barred:
                new[first, second] = max(new.get((first, second), (0.0, "")), (score, rule))
        old = {
            (a, b): (score, rule)
            for a, b, score, rule in db.execute("SELECT * FROM possible WHERE a = ?1 OR b = ?1", (entity,))
        }
        new = {pair: why for pair, why in new.items() if not _barred(register, pair)}
        if new == old:
            continue
        db.execute("DELETE FROM possible WHERE a = ?1 OR b = ?1", (entity,))
        db.executemany("INSERT INTO possible VALUES (?, ?, ?, ?)", [(*p, *new[p]) for p in sorted(new)])
        yield [_maybe(p) for p in sorted(old.keys() - new)], [_maybe(p) for p in sorted(new.keys() - old)]


def _possible_companies(register: Register) -> Iterator[Change]:
    """Pairs of companies that may be one, by the rules on registrants."""
    db = register.db
    new = {}
    for company, maybe in db.execute("SELECT company, maybe FROM settled WHERE maybe != ''"):
        for other, score, rule in json.loads(maybe):
            one, two = sorted((company, other))
            new[one, two] = (score, rule)
    rows = db.execute("SELECT a, b, score, rule FROM possible WHERE a LIKE 'company/%'").fetchall()
    old = {(a, b): (score, rule) for a, b, score, rule in rows}
    if new != old:
        db.execute("DELETE FROM possible WHERE a LIKE 'company/%'")
        db.executemany("INSERT INTO possible VALUES (?, ?, ?, ?)", [(*pair, *new[pair]) for pair in sorted(new)])
        yield [_maybe(p) for p in sorted(old.keys() - new)], [_maybe(p) for p in sorted(new.keys() - old)]


def _barred(register: Register, pair: tuple[str, str]) -> bool:
    one, other = (members_of(register, entity) for entity in pair)
    return any(apart(a, b) for a in one for b in other)


def _maybe(pair: tuple[str, str]) -> str:
    return _line(pair[0], FG + "possiblySame", _node(pair[1]), Policy.BALANCED.resolution)


_COLUMNS = {"balanced": "entity", "strict": "strict", "exploratory": "loose"}


def _ties(register: Register) -> Iterator[Change]:
    db = register.db
    for policy, entity, tie, company in db.execute("SELECT * FROM loose_tie ORDER BY 1, 2, 3, 4"):
        (first, last, n, opens, closes) = db.execute(
            "SELECT min(CASE s.date WHEN '' THEN NULL ELSE s.date END), max(s.date), count(DISTINCT s.filing), "
            "min(s.date || ' ' || s.filing), max(s.date || ' ' || s.filing) "
            "FROM sighting AS s JOIN mention AS m ON m.iri = s.mention "
            f"WHERE s.company = ? AND s.tie = ? AND m.{_COLUMNS[policy]} = ?",
            (company, tie, entity),
        ).fetchone()
        key = (policy, entity, tie, company)
        old = db.execute(
            "SELECT first, last, n, opens, closes FROM tied "
            "WHERE policy = ? AND entity = ? AND tie = ? AND company = ?",
            key,
        ).fetchone()
        filings = (str(at).partition(" ")[2] if tie.startswith(OFFICE) else "" for at in (opens, closes))
        new = (first or "", last or "", n, *filings) if n else None
        if new == old:
            continue
        db.execute("DELETE FROM tied WHERE policy = ? AND entity = ? AND tie = ? AND company = ?", key)
        if new is not None:
            db.execute("INSERT INTO tied VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*key, *new))
        graph = Policy(policy).derived
        before, after = _tie(entity, tie, company, old, graph), _tie(entity, tie, company, new, graph)
        yield [x for x in before if x not in after], [x for x in after if x not in before]


def _tie(entity: str, tie: str, company: str, said: Said | None, graph: str) -> list[str]:
    """A summary edge, and its node with dates and count; of an office the tenure only."""
    if said is None:
        return []
    first, last, n, opens, closes = said
    key = hashlib.sha256(f"{ID}{entity} {tie} {ID}{company}".encode()).hexdigest()[:16]
    office = tie.removeprefix(OFFICE)
    node = f"tie/{key}" if office == tie else f"tenure/{key}"
    lines = [
        _line(node, FG + "from", _node(entity), graph),
        _line(node, FG + "to", _node(company), graph),
        _line(node, FG + "count", _typed(str(n), "integer"), graph),
    ]
    if office == tie:
        lines.append(_line(entity, FG + tie, _node(company), graph))
        lines.append(_line(node, _TYPE, f"<{Class.TIE}>", graph))
        lines.append(_line(node, FG + "tieKind", f"<{FG}{tie}>", graph))
    else:
        lines.append(_line(node, _TYPE, f"<{Class.TENURE}>", graph))
        lines.append(_line(node, Property.ROLE, f"<{ROLE}{office}>", graph))
        lines.append(_line(node, Property.FIRST_FILING, _node(opens), graph))
        lines.append(_line(node, Property.LAST_FILING, _node(closes), graph))
    if last:
        lines.append(_line(node, FG + "firstSeen", _typed(first, "date"), graph))
        lines.append(_line(node, FG + "lastSeen", _typed(last, "date"), graph))
    return lines
