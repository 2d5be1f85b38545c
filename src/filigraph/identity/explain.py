"""Why two entities are one or are not: what people decided, their mentions, how their names relate, the rule."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING

from filigraph.loaders.errors import NotFound
from filigraph.loaders.iri import ID
from filigraph.queries.answer import Answer
from filigraph.store import Rows

from .candidates import Profile, judge
from .companies import Company, judge_companies
from .decisions import FILE, decision_id
from .firms import core, judge_firms
from .likeness import relate
from .rarity import namesakes
from .registrants import company_of, of_record
from .settle import members_of, profile_of_mention

if TYPE_CHECKING:
    from filigraph.kg import KnowledgeGraph

Row = dict[str, str | int | float | bool | None]
#: Pairs of names that are shown of two people.
MOST_PAIRS = 12


def explain(kg: KnowledgeGraph, a: str, b: str) -> str:
    """The explanation as lines of text; ``a`` and ``b`` are names, IRIs of entities, or IRIs of mentions."""
    sides = [entity_and_mention(kg, text) for text in (a, b)]
    entities = [entity for entity, _ in sides]
    lines = [ID + entity for entity in dict.fromkeys(entities)]
    lines += decided(kg, *entities)
    if entities[0] == entities[1]:
        lines.append("one entity; each mention with its day and words, below the rule that joined it:")
        lines += _joins(_mentions(kg, entities[0]))
        pair = [mention for _, mention in sides if mention]
        if len(pair) == 2 and pair[0] != pair[1] and entities[0].startswith("person/"):
            one, other = (profile_of_mention(kg.register, mention) for mention in pair)
            lines += _people(kg, [one], [other])
        return "\n".join(lines) + "\n"
    kinds = [entity.partition("/")[0] for entity in entities]
    if kinds[0] != kinds[1]:
        return "\n".join([*lines, f"two entities: a {kinds[0]} and a {kinds[1]}"]) + "\n"
    lines.append("two entities")
    if kinds[0] == "person":
        first, second = (members_of(kg.register, entity) for entity in entities)
        lines += _people(kg, first, second)
        shared = sorted({p.home for p in first} & {p.home for p in second})
        lines.append(f"registrants in common: {', '.join(_home(kg, home) for home in shared) or 'none'}")
    elif kinds[0] == "company":
        lines.append(compare_companies(*(company_of(kg.register.db, entity) for entity in entities)))
    else:
        names = [_names(kg, entity) for entity in entities]
        lines += [_firms(x, y) for x in names[0] for y in names[1]]
    return "\n".join(lines) + "\n"


def entity_and_mention(kg: KnowledgeGraph, text: str) -> tuple[str, str]:
    """The entity that a text names, and the mention where it names one."""
    short = text.removeprefix(ID)
    if not short.startswith("filing/"):
        return kg.entity(text).removeprefix(ID), ""
    found = entity_of_mention(kg, short)
    if found is None:
        raise NotFound("no such mention", short, "copy one from filigraph why NAME NAME")
    return found, short


def entity_of_mention(kg: KnowledgeGraph, mention: str) -> str | None:
    """What a mention, or the record of a registrant, is resolved to; None for one that is not loaded."""
    found = kg.register.db.execute("SELECT entity FROM mention WHERE iri = ?", (mention,)).fetchone()
    return of_record(kg.register.db, mention) if found is None else str(found[0])


def decided(kg: KnowledgeGraph, a: str, b: str) -> list[str]:
    """The decisions on mentions of the two entities, as lines."""
    return [
        f"decided {d.judgement} on {d.date} by {d.who}: {d.reason or 'no reason given'}"
        + (f" ({d.source})" if d.source else "")
        + f"; {d.id_a}, {d.id_b}, line {d.line} of {FILE}, decision/{decision_id(d)}"
        for d in kg.decided()
        if {entity_of_mention(kg, d.id_a), entity_of_mention(kg, d.id_b)} == {a, b}
    ]


def _joins(rows: list[Row]) -> Iterator[str]:
    """The mentions in groups of one rule, name, company and partner, in the order of their first days."""
    groups: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        key = (row["rule"], row["score"], row["name"], row["company"], row["joined"], row["joined_name"])
        groups.setdefault(key, []).append(row)
    for (rule, score, name, company, joined, joined_name), found in groups.items():
        partner = f", like {joined_name} of {str(joined).removeprefix(ID)}" if joined else ""
        yield f"  {rule} {score}  {name} ({company or 'no registrant'}){partner}"
        for row in found:
            words = " ".join(str(row["quote"] or row["name"]).split())
            yield f"      {row['date'] or '?'}  {str(row['mention']).removeprefix(ID)}  “{words}”{_at(row['place'])}"


def _people(kg: KnowledgeGraph, first: list[Profile], second: list[Profile]) -> list[str]:
    """Each pair of names, what keeps them apart before what is alike, and the words of the names."""
    pairs = [(judge(x, y), x, y) for x in first for y in second]
    pairs.sort(key=lambda p: (not p[0].veto, -p[0].score))
    lines = [f"  {_printed(kg, x)} / {_printed(kg, y)}: {compare(x, y)}" for _, x, y in pairs[:MOST_PAIRS]]
    if len(pairs) > MOST_PAIRS:
        lines.append(f"  and {len(pairs) - MOST_PAIRS} more pairs of their names, less alike")
    shown = {p.number: p for _, x, y in pairs[:MOST_PAIRS] for p in (x, y)}
    return lines + [f"  words: {_words(kg, profile)}" for profile in shown.values()]


def _words(kg: KnowledgeGraph, profile: Profile) -> str:
    mention = profile.first.partition(" ")[2]
    name, place = kg.register.db.execute("SELECT name, place FROM mention WHERE iri = ?", (mention,)).fetchone()
    return f"{name} in {mention}{_at(place)}"


def _at(place: object) -> str:
    """`` (document 1, 8769-8791)`` of the place ``.../document/1#char=8769,8791``; nothing of none."""
    document, _, span = str(place or "").rpartition("/")[2].partition("#char=")
    return f" (document {document}, {span.replace(',', '-')})" if span else ""


def compare(a: Profile, b: Profile) -> str:
    """The judgement on two profiles with the features it rests on."""
    crowd = namesakes([a.parts, b.parts]) if a.home != b.home else 1.0
    judged, like = judge(a, b, crowd), relate(a.parts, b.parts)
    said = [f"family {like.family}", f"given {like.given}", f"middle {like.middle}", f"suffix {like.suffix}"]
    said.append("same registrant" if a.home == b.home else "other registrant")
    if together := sorted(a.blocks & b.blocks):
        said.append(f"both sign {together[0]}")
    if a.owner and b.owner:
        said.append("one owner CIK" if a.owner == b.owner else "two owner CIKs")
    if crowd > 1.5:
        said.append(f"about {crowd:.0f} people of that name to be expected")
    return f"{judged.verdict} {judged.score:.2f} by {judged.rule}; {', '.join(said)}"


def _printed(kg: KnowledgeGraph, profile: Profile) -> str:
    (name,) = kg.register.db.execute(
        "SELECT name FROM mention WHERE profile = ? ORDER BY date, iri LIMIT 1", (profile.number,)
    ).fetchone()
    return f"{name} ({_home(kg, profile.home)})"


def _home(kg: KnowledgeGraph, home: str) -> str:
    found = kg.register.db.execute("SELECT label FROM label WHERE entity = ?", (home,)).fetchone()
    return home if found is None else str(found[0])


def _names(kg: KnowledgeGraph, entity: str) -> list[str]:
    found = kg.register.names(entity)
    return [] if found is None else found[1]


def compare_companies(a: Company, b: Company) -> str:
    """The judgement on two registrants with what it rests on: names as they are compared, employer numbers, states."""
    judged = judge_companies(a, b)
    said = [f"names {_sets(a.names, b.names)}", f"employer numbers {_sets(a.eins, b.eins)}"]
    said.append(f"states {_sets(a.states, b.states)}")
    if a.cik and b.cik:
        said.append("one CIK" if a.cik == b.cik else "two CIKs")
    return f"  {judged.verdict} {judged.score:.2f} by {judged.rule}; {', '.join(said)}"


def _sets(a: frozenset[str], b: frozenset[str]) -> str:
    both = ("; ".join(sorted(side)) or "unknown" for side in (a, b))
    return f"{' / '.join(both)} ({'alike' if a & b else 'not comparable' if not a or not b else 'unlike'})"


def _firms(x: str, y: str) -> str:
    judged = judge_firms(x, y)
    return f"  {x} / {y}: {judged.verdict} by {judged.rule}; cores {core(x)[0]} / {core(y)[0]}"


def _mentions(kg: KnowledgeGraph, entity: str) -> list[Row]:
    text = (files("filigraph.identity") / "why.rq").read_text("utf-8").replace("$entity", f"<{ID}{entity}>")
    answer = kg.store.query(text)
    assert isinstance(answer, Rows)
    return Answer.of(answer).dicts()
