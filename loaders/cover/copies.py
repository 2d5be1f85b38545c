"""The lawyers to whom a cover asks copies to be sent, with their firms.

    Copies to:
    Ernest Whitlock, Esq.                      Shmuel Zamir, Adv.
    Kettle Landers Norton LLP                  Zamir Aharon & Co. Law Offices
    919 Third Avenue                           41-45 Rothschild Blvd.

An entry of the registrant's own lawyers has its organization as firm.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from ..organizations import is_law_firm
from ..records import Agent, Counsel, CounselCapacity, cite, unique
from ..span import Piece
from .agent import columns_of
from .contacts import Contact, contacts_of, name_of
from .drafts import name_key
from .layout import Item
from .lines import sole_practitioner

_LEGAL = re.compile(r"\b(?:counsel|legal|attorney|lawyer|general counsel|law)\b", re.I)
_COMPANY = re.compile(
    r"\b(?:inc|incorporated|corp|corporation|company|bank|trust|securities|commission|system|exchange|partners|fund)\b",
    re.I,
)
_ESQ = re.compile(r"\bEsq|\bAdv\b", re.I)


def read_copies(items: Sequence[Item], registrant: str | None, agents: Sequence[Agent] = ()) -> tuple[Counsel, ...]:
    """The counsel of one copies-to block; ``registrant`` is the firm of a lawyer printed without one.

    ``agents``: the agents for service; one whose office is a lawyer's is a lawyer here, too.
    """
    contacts = list(chain.from_iterable(contacts_of(block) for block in columns_of(items)))
    own = frozenset(name_key(a.name) for a in agents if any(_LEGAL.search(title) for title in a.titles))
    return tuple(c for c in (_counsel(contact, registrant, own) for contact in contacts) if c)


def _counsel(contact: Contact, registrant: str | None, own: frozenset[str]) -> Counsel | None:
    firm, inside = contact.firm, contact.legal or any(_LEGAL.search(str(p)) for p in contact.titles)
    inside = inside or any(name_key(name_of(person)) in own for person in contact.persons)
    if not firm and (inside or contact.titles) and registrant:
        firm = registrant
    if alone := sole_practitioner(firm):
        return Counsel(alone, (alone,), (CounselCapacity.COPIES_TO,), cite("firm", *contact.organization))
    if not firm or not (is_law_firm(firm) or inside or _is_lawyers(contact) or _is_outside(contact, registrant)):
        return None
    lawyers = unique(name_of(person) for person in contact.persons)
    evidence = cite("firm", *(contact.organization or contact.titles)) + cite("lawyers", *contact.persons)
    return Counsel(firm, lawyers, (CounselCapacity.COPIES_TO,), evidence)


def _is_lawyers(contact: Contact) -> bool:
    """Do its persons bear ``Esq.``, as lawyers do?"""
    return any(_ESQ.match(_after(person).lstrip(" ,")) for person in contact.persons)


def _is_outside(contact: Contact, registrant: str | None) -> bool:
    """An organization whose persons are printed without titles, and neither the registrant nor another company."""
    firm = contact.firm
    own = bool(registrant) and name_key(firm)[:8] == name_key(registrant or "")[:8]
    return bool(contact.persons) and not contact.titles and not own and not _COMPANY.search(firm)


def _after(piece: Piece) -> str:
    return piece.text.chars[piece.end : piece.end + 8]
