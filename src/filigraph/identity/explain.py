"""Why two entities are one or are not: their mentions, how their names relate, and the rule that decided."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from filigraph.loaders.iri import ID
from filigraph.queries.answer import Answer
from filigraph.store import Rows

from .companies import Company, company_key, judge_companies
from .firms import core, judge_firms
from .likeness import parts, relate
from .persons import Context, judge_persons

if TYPE_CHECKING:
    from filigraph.kg import KnowledgeGraph


def explain(kg: KnowledgeGraph, a: str, b: str) -> str:
    """The explanation as lines of text."""
    first, second = kg.entity(a), kg.entity(b)
    rows = {iri: _mentions(kg, iri) for iri in dict.fromkeys((first, second))}
    lines = [f"{iri}" for iri in rows]
    if first == second:
        lines.append("one entity; each mention joined by:")
        lines += [f"  {r['rule']} {r['score']}  {r['name']}  ({r['company']}, {r['filing']})" for r in rows[first]]
        return "\n".join(lines) + "\n"
    kinds = [_kind(iri) for iri in (first, second)]
    if kinds[0] != kinds[1]:
        lines.append(f"two entities: a {kinds[0]} and a {kinds[1]}")
        return "\n".join(lines) + "\n"
    lines.append("two entities")
    names = [sorted({str(r["name"]) for r in rows[iri]}) for iri in (first, second)]
    shared = {str(r["company"]) for r in rows[first]} & {str(r["company"]) for r in rows[second]} - {"None"}
    for x in names[0]:
        for y in names[1]:
            lines.append(_pair(x, y, kind=kinds[0], same_registrant=bool(shared)))
    lines.append(f"registrants in common: {', '.join(sorted(shared)) or 'none'}")
    return "\n".join(lines) + "\n"


def _kind(iri: str) -> str:
    return iri.removeprefix(ID).partition("/")[0]


def _pair(x: str, y: str, *, kind: str, same_registrant: bool) -> str:
    if kind == "company":
        judged = judge_companies(Company(x), Company(y))
        return f"  {x} / {y}: {judged.verdict} by {judged.rule}; keys {company_key(x)} / {company_key(y)}"
    if kind == "firm":
        judged = judge_firms(x, y)
        return f"  {x} / {y}: {judged.verdict} by {judged.rule}; cores {core(x)[0]} / {core(y)[0]}"
    judged = judge_persons(parts(x), parts(y), Context(same_registrant=same_registrant))
    like = relate(parts(x), parts(y))
    features = f"family {like.family}, given {like.given}, middle {like.middle}, suffix {like.suffix}"
    return f"  {x} / {y}: {judged.verdict} {judged.score:.2f} by {judged.rule}; {features}"


def _mentions(kg: KnowledgeGraph, iri: str) -> list[dict[str, str | int | float | bool | None]]:
    text = (files("filigraph.identity") / "why.rq").read_text("utf-8").replace("$entity", f"<{iri}>")
    answer = kg.store.query(text)
    assert isinstance(answer, Rows)
    return Answer.of(answer).dicts()
