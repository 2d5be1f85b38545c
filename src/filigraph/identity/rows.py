"""Mentions as the register keeps them, and the key of the profile that a person's mention belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from filigraph.loaders.organizations import is_organization

from .firms import core
from .likeness import Parts
from .mentions import Mention

PEOPLE = frozenset({"signature", "attorney", "grantor", "agent", "lawyer", "owner", "holder", "officer"})


@dataclass(frozen=True, slots=True)
class Row:
    """A mention as the register keeps it; ``home`` is the registrant or the firm, ``block`` the list of signers."""

    iri: str
    filing: str
    kind: str
    name: str
    company: str
    date: str
    home: str
    block: str
    owner: str
    is_person: bool
    borne: str = ""
    place: str = ""


def row(mention: Mention) -> Row:
    """A lawyer belongs to the firm, everyone else to the registrant."""
    lawyer = mention.kind == "lawyer"
    home = "firm:" + "|".join(core(mention.firm, mention.date)) if lawyer else mention.company or mention.filing
    block = mention.filing if mention.kind == "signature" and not mention.behalf else ""
    person = mention.kind in PEOPLE and not is_organization(mention.name)
    owner = mention.cik if person else ""
    fields = (mention.iri, mention.filing, mention.kind, mention.name, mention.company, mention.date)
    return Row(*fields, home, block, owner, person, mention.borne, mention.place)


def profile_key(name: Parts, home: str, owner: str, pin: str = "") -> str:
    """What tells a profile from every other, the same in every register."""
    return "|".join((name.family, name.given, " ".join(name.middle), name.suffix, name.nickname, home, owner, pin))
