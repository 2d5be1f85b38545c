"""From mentions to the resolution graph: who is who, decided apart from the filings and made anew at any time.

Three kinds of entity come out: people (by the rules of `persons`), firms (one a core name and form of law) and, for an
in-house lawyer's employer, the registrant itself. Each decision is a link node with rule and score.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from filigraph.loaders.organizations import is_organization

from .clusters import Pair
from .companies import company_key
from .firms import core
from .mentions import Mention
from .people import Link, PersonMention, resolve_people

_PEOPLE = frozenset({"signature", "attorney", "grantor", "agent", "lawyer", "owner", "holder"})
_FIRM_TYPES = {"counsel": "LawFirm", "auditor": "AuditFirm"}

ID = "https://w3id.org/filigraph/id/"


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """A resolved entity: its IRI, one label, and the local names of its classes."""

    iri: str
    label: str
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """All that resolution says. Links lead from mention IRIs to entity IRIs."""

    links: tuple[Link, ...]
    entities: tuple[Entity, ...]
    possible: tuple[Pair, ...]


def resolve(mentions: Iterable[Mention], company_names: Mapping[str, frozenset[str]]) -> Resolution:
    """The resolution of mentions; ``company_names`` has each company's names folded by `company_key`."""
    people: list[Mention] = []
    firms: list[Mention] = []
    for mention in mentions:
        (people if mention.kind in _PEOPLE and not is_organization(mention.name) else firms).append(mention)
    links, possible = _people(people)
    links += _firms(firms, company_names)
    return Resolution(tuple(sorted(links, key=lambda x: x.mention)), _entities(links, (*people, *firms)), possible)


def _people(mentions: list[Mention]) -> tuple[list[Link], tuple[Pair, ...]]:
    resolved = resolve_people(_once(_person(m) for m in mentions))
    dated = {m.iri: (m.date, m.iri) for m in mentions}
    owners = {m.iri: m.cik for m in mentions if m.cik}
    members: dict[str, list[str]] = defaultdict(list)
    for link in resolved.links:
        members[link.person].append(link.mention)
    iris = {person: _person_iri(group, owners, dated) for person, group in members.items()}
    links = [Link(x.mention, iris[x.person], x.rule, x.score) for x in resolved.links]
    possible = {_sorted(iris[p.a], iris[p.b], p) for p in resolved.possible}
    return links, tuple(sorted(possible))


def _sorted(a: str, b: str, pair: Pair) -> Pair:
    first, second = sorted((a, b))
    return Pair(first, second, pair.score, pair.rule)


def _once(mentions: Iterable[PersonMention]) -> Iterator[PersonMention]:
    """One mention may stand in several places (attorney and lawyer): the first counts."""
    seen: set[str] = set()
    for mention in mentions:
        if mention.iri not in seen:
            seen.add(mention.iri)
            yield mention


def _person(mention: Mention) -> PersonMention:
    """A lawyer belongs to the firm, everyone else to the registrant."""
    home = "firm:" + "|".join(core(mention.firm)) if mention.kind == "lawyer" else mention.company or mention.filing
    block = mention.filing if mention.kind == "signature" and not mention.behalf else ""
    return PersonMention(mention.iri, mention.name, home, block, mention.cik, mention.kind == "owner")


def _person_iri(group: list[str], owners: Mapping[str, str], dated: Mapping[str, tuple[str, str]]) -> str:
    """By owner CIK where one is known, else by the earliest mention, which no later filing changes."""
    ciks = sorted({owners[m] for m in group if m in owners})
    if ciks:
        return f"{ID}person/cik/{ciks[0]}"
    first = min(dated[m] for m in group)[1]
    return f"{ID}person/{hashlib.sha256(first.encode()).hexdigest()[:16]}"


def _firms(mentions: list[Mention], company_names: Mapping[str, frozenset[str]]) -> list[Link]:
    links = {}
    for mention in mentions:
        if company_key(mention.name) in company_names.get(mention.company, frozenset()):
            links[mention.iri] = Link(mention.iri, mention.company, "C3", 0.95)
        else:
            links[mention.iri] = Link(mention.iri, firm_iri(mention.name), "F1", 0.98)
    return list(links.values())


def firm_iri(name: str) -> str:
    """The IRI of the firm that a printed name stands for: its core name, and its foreign form where it has one."""
    key, form = core(name)
    return f"{ID}firm/{key}" + (f"-{form}" if form else "")


def _entities(links: Iterable[Link], mentions: Iterable[Mention]) -> tuple[Entity, ...]:
    """Each resolved person and firm once, labelled by the name it bears most often (the longest, then the least)."""
    target = {link.mention: link.person for link in links}
    names: dict[str, Counter[str]] = defaultdict(Counter)
    types: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        iri = target[mention.iri]
        if not iri.startswith((f"{ID}person/", f"{ID}firm/")):
            continue
        names[iri][mention.name] += 1
        person = iri.startswith(f"{ID}person/")
        types[iri].add("Person" if person else _FIRM_TYPES.get(mention.kind, "Firm"))
    return tuple(sorted(Entity(iri, label(names[iri]), tuple(sorted(types[iri]))) for iri in names))


def label(names: Counter[str]) -> str:
    """The name to show: mixed case before capitals, then the most frequent, the longest, the least."""
    return min(names, key=lambda n: (n.isupper(), -names[n], -len(n), n))
