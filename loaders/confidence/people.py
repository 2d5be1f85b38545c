"""Signs of signatures, agents, powers of attorney and related persons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..names import PARTICLES, clean_name, looks_like_person, suffix_of
from ..organizations import is_organization
from ..records import Agent, Capacity, Mode, PowerOfAttorney, Relationship, Role, Signature
from .page import Page, Signs, person_key

# a date or a figure, a word twice, an end that is none: what reading across columns leaves
_ODD_TITLE = re.compile(
    r"\d|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b|\b(\w+) \1\b"
    r"|\b(?:of|the|and|to|for|an?)$",
    re.I,
)


def name_sign(name: str) -> str:
    """How much a name is like a person's: whole, with an initial at an end, or odd."""
    if not looks_like_person(name):
        return "odd-name"
    words = [w.strip(".,'’()\"") for w in clean_name(name).split()]
    if suffix_of(name):
        words = words[:-1]
    small = [w for w in words if w[:1].islower() and w.lower() not in PARTICLES]
    long = [w.casefold() for w in words if len(w) > 2]
    if small or len(words) > 4 or max(map(len, words)) > 14 or len(set(long)) < len(long):
        return "odd-name"
    return "initial-name" if min(len(words[0]), len(words[-1])) < 2 else "plain-name"


def title_sign(capacities: tuple[Capacity, ...]) -> str:
    """Whether each title names an office."""
    if not capacities:
        return "no-title"
    if any(len(c.title.split()) > 8 or _ODD_TITLE.search(c.title) for c in capacities):
        return "odd-title"
    return "office" if all(c.roles and Role.OTHER not in c.roles for c in capacities) else "other-title"


def of_signatures(facts: Sequence[Signature], page: Page) -> Iterator[Signs]:
    """A row is judged by its name and titles, and by how like its neighbours are: a page read askew is all odd."""
    like = sum(name_sign(s.name) == "plain-name" and title_sign(s.capacities) == "office" for s in facts)
    even = "even-page" if like >= 0.9 * len(facts) else "mixed-page" if like >= 0.6 * len(facts) else "odd-page"
    modes = Counter(s.mode for s in facts)
    most = modes[Mode.SELF] * 2 > len(facts)
    for fact in facts:
        yield even, title_sign(fact.capacities), _signed(fact, most), name_sign(fact.name)


def _signed(fact: Signature, most: bool) -> str:
    """Whether what stands after /s/ is the printed name; ``most`` on the page are signed by themselves."""
    if fact.mode is Mode.UNSIGNED:
        return "unsigned-among-signed" if most else "unsigned"
    if fact.mode is Mode.BY_ATTORNEY:
        return "attorney" if fact.attorney else "attorney-unnamed"
    if fact.conformed is None:
        return "no-conformed"
    return "conformed" if person_key(fact.conformed) == person_key(fact.name) else "conformed-otherwise"


def of_agents(facts: Sequence[Agent], page: Page) -> Iterator[Signs]:
    alone = len(facts) <= max(1, len(page.filing.registrants))
    for fact in facts:
        person = name_sign(fact.name)
        yield (
            "firm" if person == "odd-name" and is_organization(fact.name) else person,
            "one" if alone else "several",
            "described" if fact.titles or fact.organization else "bare",
            "named-again" if page.people[person_key(fact.name)] > 1 else "named-once",
        )


def of_powers(facts: Sequence[PowerOfAttorney], page: Page) -> Iterator[Signs]:
    for fact in facts:
        yield (
            "named-again" if all(page.people[person_key(n)] > 1 for n in fact.attorneys) else "named-once",
            "grantors" if fact.grantors else "all-signers",
        )


def of_relationships(facts: Sequence[Relationship], page: Page) -> Iterator[Signs]:
    for fact in facts:
        related = fact.director or fact.officer or fact.ten_percent_owner or fact.other or fact.titles
        yield ("cik" if fact.cik else "no-cik", "related" if related else "unrelated")
