"""Which person mentions are one person, for callers without a store: tables of mentions, tests, benchmarks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .register import Register
from .rows import Row
from .settle import settle_people


@dataclass(frozen=True, slots=True, order=True)
class PersonMention:
    """A person named in a filing. ``block`` names the list of signers it stands in, '' where it is in none."""

    iri: str
    name: str
    registrant: str
    block: str = ""
    owner: str = ""  # owner CIK, '' where unknown
    inverted: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A mention's person, and the rule and score by which it joined (``R0`` and 1.0 where it stands alone)."""

    mention: str
    person: str
    rule: str
    score: float


def take_people(register: Register, mentions: Iterable[PersonMention]) -> None:
    """Put mentions into a register, which `settle_people` then resolves."""
    register.take_rows(
        Row(
            m.iri, m.block, "owner" if m.inverted else "signature", m.name, "", "", m.registrant, m.block, m.owner, True
        )
        for m in mentions
    )


def resolve_people(mentions: Iterable[PersonMention]) -> tuple[Link, ...]:
    """The people behind the mentions, sorted by mention."""
    register = Register()
    take_people(register, mentions)
    settle_people(register)
    found = register.db.execute("SELECT iri, entity, rule, score FROM mention ORDER BY iri")
    return tuple(Link(*r) for r in found)
