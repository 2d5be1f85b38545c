"""The agent for service of a cover: an officer, an outside lawyer, a service company or a law firm.

Terry K. Dunning
General Counsel and Secretary
Harbor Tools, Inc.
233 Grant Street
Pittsburgh, PA 15219
(412) 977-1539
(Name, address and telephone number of agent for service)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise

from ..names import looks_like_person
from ..organizations import is_law_firm
from ..records import Agent, Counsel, CounselCapacity, Evidence, cite, unique
from ..span import Piece
from ..titles import read_titles
from .contacts import Contact, contacts_of, name_of
from .layout import Band, Item

_NONE = re.compile(r"\W*(?:n/?\.?a\b\.?|not applicable|none|same as above)", re.I)
_STREET = re.compile(r"(?P<who>[A-Z][^\d\n]{3,70}?),\s+(?P<where>\d{1,5}\s+[A-Z].*)$")


def columns_of(items: Sequence[Item]) -> list[list[Piece]]:
    """The items as blocks to read one by one: the cells between bands, and each column of a band."""
    blocks: list[list[Piece]] = [[]]
    for item in items:
        if isinstance(item, Band):
            blocks += [*(list(column) for column in item.columns), []]
        else:
            blocks[-1].append(item)
    return [block for block in blocks if block]


def read_agents(items: Sequence[Item]) -> tuple[Agent, ...]:
    """The agents whom these cells name, one for each column."""
    found = tuple(chain.from_iterable(_agents(block) for block in columns_of(items)))
    return _of_one(found) if any(isinstance(item, Band) for item in items) else found


def _of_one(agents: tuple[Agent, ...]) -> tuple[Agent, ...]:
    """Two persons side by side over the organization of both: it is theirs, and no agent of its own."""
    persons = [a for a in agents if any(e.field == "organization" for e in a.evidence) or looks_like_person(a.name)]
    firms = [a for a in agents if a not in persons]
    if len(persons) < 2 or len(firms) != 1 or any(a.organization for a in persons):
        return agents
    firm = firms[0]
    named = tuple(Evidence("organization", e.span, e.quote) for e in firm.evidence if e.field == "name")
    phoned = tuple(e for e in firm.evidence if e.field == "phone")
    return tuple(
        replace(a, organization=firm.name, phone=a.phone or firm.phone, evidence=a.evidence + named + phoned)
        for a in persons
    )


def _agents(block: list[Piece]) -> list[Agent]:
    contacts = contacts_of([part for piece in block for part in _parted(piece)])
    contacts = [c for c in contacts if c.persons or not _NONE.match(c.firm)]
    named = [c for c in contacts if c.persons] or contacts
    for one, two in pairwise(named):
        if one.titles and not (one.organization or one.place):  # two officers over the address of both
            one.organization, one.phone = two.organization, one.phone or two.phone
    return [_agent(c) for contact in named[:2] for c in _each(contact)]


def _each(contact: Contact) -> list[Contact]:
    """The lawyers of one firm who are agents together, each as a contact; any other contact as it is."""
    if len(contact.persons) < 2 or contact.titles or not is_law_firm(contact.firm):
        return [contact]
    return [replace(contact, persons=[person]) for person in contact.persons]


def _parted(piece: Piece) -> list[Piece]:
    """The piece as lines: a name that has its street behind it ("Invented Agency Co, 1 Broad Street, Reno")."""
    match = _STREET.match(str(piece))
    return [piece.group(match, "who"), piece.group(match, "where")] if match else [piece]


def _agent(contact: Contact) -> Agent:
    printed = " ".join(p.words for p in contact.titles)
    titles = unique(capacity.title for capacity in read_titles(printed)) if printed else ()
    phone = contact.phone.words if contact.phone else None
    evidence = cite("titles", *contact.titles) + (cite("phone", contact.phone) if contact.phone else ())
    if not contact.persons:
        return Agent(contact.firm, titles, None, phone, cite("name", *contact.organization) + evidence)
    person = contact.persons[0]
    evidence = cite("name", person) + cite("organization", *contact.organization) + evidence
    return Agent(name_of(person), titles, contact.firm or None, phone, evidence)


def counsel_among(agents: Sequence[Agent]) -> tuple[Counsel, ...]:
    """The law firms that act as agent, themselves or by one of their lawyers."""
    out: list[Counsel] = []
    for agent in agents:
        firm = agent.organization or agent.name
        if not is_law_firm(firm):
            continue
        lawyers = (agent.name,) if agent.organization else ()
        evidence = tuple(e for e in agent.evidence if e.field in ("name", "organization"))
        out.append(Counsel(firm, lawyers, (CounselCapacity.AGENT_FOR_SERVICE,), evidence))
    return tuple(out)
