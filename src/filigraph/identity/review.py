"""The queue of pairs that may be one, what is known of either side, and the decision on a pair."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from filigraph.loaders.errors import InvalidInput, NotFound
from filigraph.loaders.iri import ID
from filigraph.queries.answer import Answer
from filigraph.store import Rows

from .candidates import Profile, judge
from .decisions import Decision, append
from .explain import entity_and_mention, entity_of_mention
from .judgement import Verdict
from .registrants import first_record, of_record
from .settle import members_of

if TYPE_CHECKING:
    from filigraph.kg import KnowledgeGraph

Row = dict[str, str | int | float | bool | None]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two entities that may be one. ``id_a`` and ``id_b`` are the mentions a decision would be on."""

    a: str
    b: str
    label_a: str
    label_b: str
    score: float
    rule: str
    id_a: str
    id_b: str
    judged: str  # unsure where somebody looked at it and could not tell, else ''


def queue(kg: KnowledgeGraph) -> Iterator[Doubt]:
    """Every pair in doubt, the likeliest first; those that somebody could not decide last."""
    unsure = {_entities(kg, d) for d in kg.decided() if d.judgement is Verdict.UNSURE}
    rows = kg.register.db.execute("SELECT a, b, score, rule FROM possible").fetchall()
    for a, b, score, rule in sorted(rows, key=lambda r: ((r[0], r[1]) in unsure, -r[2], r[0], r[1])):
        id_a, id_b = _mentions(kg, a, b)
        judged = "unsure" if (a, b) in unsure else ""
        yield Doubt(a, b, _label(kg, a), _label(kg, b), score, rule, id_a, id_b, judged)


def _entities(kg: KnowledgeGraph, decision: Decision) -> tuple[str, ...]:
    found = (entity_of_mention(kg, iri) for iri in decision.pair)
    return tuple(sorted(entity for entity in found if entity is not None))


def _label(kg: KnowledgeGraph, entity: str) -> str:
    found = kg.register.db.execute("SELECT label FROM label WHERE entity = ?", (entity,)).fetchone()
    return entity if found is None else str(found[0])


def _mentions(kg: KnowledgeGraph, a: str, b: str) -> tuple[str, str]:
    """The earliest mentions of the two names that are most alike."""
    if a.startswith("company/") and b.startswith("company/"):
        return _record(kg, a), _record(kg, b)
    if not a.startswith("person/"):
        return _first(kg, a), _first(kg, b)

    def likeness(pair: tuple[Profile, Profile]) -> tuple[float, str, str]:
        return -judge(*pair).score, pair[0].first, pair[1].first

    pairs = [(x, y) for x in members_of(kg.register, a) for y in members_of(kg.register, b)]
    one, other = min(pairs, key=likeness)
    return one.first.partition(" ")[2], other.first.partition(" ")[2]


def _record(kg: KnowledgeGraph, company: str) -> str:
    record = first_record(kg.register.db, company)
    if record is None:
        raise NotFound("no filing names it as its registrant", company, "decide on another that does")
    return record


def _first(kg: KnowledgeGraph, entity: str) -> str:
    (iri,) = kg.register.db.execute(
        "SELECT iri FROM mention WHERE entity = ? ORDER BY date, iri LIMIT 1", (entity,)
    ).fetchone()
    return str(iri)


def context(kg: KnowledgeGraph, entity: str) -> list[Row]:
    """Where an entity is mentioned: name, filing, date, company, title and the words, the earliest first."""
    text = (files("filigraph.identity") / "context.rq").read_text("utf-8").replace("$entity", f"<{ID}{entity}>")
    answer = kg.store.query(text)
    assert isinstance(answer, Rows)
    return Answer.of(answer).dicts()


def _kind(kg: KnowledgeGraph, entity: str, mention: str) -> str:
    """What a decision on the mention is on: a registrant may also be named as a firm is."""
    if entity.startswith("person/"):
        return "person"
    return "firm" if of_record(kg.register.db, mention) is None else "company"


def decide(
    kg: KnowledgeGraph, a: str, b: str, judgement: Verdict, *, who: str, date: str, reason: str, source: str = ""
) -> Decision:
    """Write a decision on two entities or mentions to the table; `resolve` then follows it."""
    if kg.decisions is None:
        raise InvalidInput("there is no folder to keep decisions in", kg.store.place, "give a --store folder")
    (one, first), (other, second) = (entity_and_mention(kg, text) for text in (a, b))
    if one == other and not (first and second):
        raise InvalidInput("both names are one entity", ID + one, "to part it give two of its mentions")
    apart = InvalidInput("decisions are on two people, two firms, or two registrants", f"{one}, {other}")
    if one.startswith("person/") != other.startswith("person/"):
        raise apart
    if not (first and second):
        ids = _mentions(kg, one, other)
        first, second = first or ids[0], second or ids[1]
    kinds = {_kind(kg, one, first), _kind(kg, other, second)}
    if len(kinds) > 1:
        raise apart
    id_a, id_b = sorted((first, second))
    decision = Decision(date, who, kinds.pop(), id_a, id_b, judgement, reason, source)
    append(kg.decisions, decision)
    return decision
