"""The counsel of a filing: law firms, and lawyers of the company, with what they do in it.

One entry a firm, merged from the places that name it: the cover's copies block, the exhibit list (``Opinion of X``,
``Consent of X (included in Exhibit 5)``), the letters of Exhibits 5 and 8, and the text (``passed upon by X``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .exhibits.listed import (
    CONSENT_OF,
    OPINION_AND_CONSENT,
    OPINION_OF,
    OPINIONS,
    is_law_consent,
    lists_opinion,
    major_of,
    named_firms,
)
from .exhibits.opinion import read_opinion
from .legal_matters import read_legal_matters
from .names import clean_name
from .organizations import firm_key, is_audit_firm, same_firm
from .records import Agent, Counsel, CounselCapacity, Evidence, Evidences, Exhibit, cite, unique
from .span import Text

_EXACT_NAME = re.compile(r"\bexact\s+name\s+of\s+(?:registrant|issuer)", re.I)
_ROLES = frozenset({"registrant", "company", "corporation", "issuer"})
_ORDER = list(CounselCapacity)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A firm (or a lawyer whose firm is his employer) in one capacity."""

    firm: str
    lawyer: str | None
    capacity: CounselCapacity | None
    evidence: Evidences
    placed: bool = False  # the firm's name is the lawyer's employer


def read_counsel(
    main: Text,
    exhibits: tuple[Exhibit, ...],
    attached: tuple[tuple[str, Text], ...],
    cover_counsel: tuple[Counsel, ...],
    registrants: tuple[str, ...] = (),
    agents: tuple[Agent, ...] = (),
) -> tuple[Counsel, ...]:
    """The counsel of the filing, one entry a firm, those of the cover first; capacities in the enumeration's order.

    ``registrants``: the registrants' names, the employers of lawyers whose letters name none; ``agents``: those for
    service, of whom one may be a lawyer who practises alone.
    """
    company = registrants[0] if registrants else _company(main)
    mentions = [*_from_letters(attached, company), *_from_exhibits(exhibits, attached, company, cover_counsel)]
    mentions += [
        _Mention(firm, lawyer, CounselCapacity.LEGAL_MATTERS, cite("legal_matters", piece), lawyer is not None)
        for firm, lawyer, piece in read_legal_matters(main, company)
    ]
    mentions = _settle([*mentions, *_practising(mentions, agents)])
    merged = [_Entry(c) for c in cover_counsel]
    for mention in mentions:
        entry = next((e for e in merged if e.is_of(mention)), None)
        if entry is None:
            entry = _Entry(Counsel(mention.firm))
            merged.append(entry)
        entry.take(mention)
    return tuple(e.counsel() for e in merged if e.capacities)


class _Entry:
    """An entry that is being merged."""

    def __init__(self, start: Counsel) -> None:
        self.firm, self.lawyers = start.firm, list(start.lawyers)
        self.capacities, self.evidence = set(start.capacities), dict.fromkeys(start.evidence)
        self.fixed = bool(start.capacities)

    def is_of(self, mention: _Mention) -> bool:
        if firm_key(mention.firm) in {firm_key(known) for known in self.lawyers}:
            return True  # a lawyer named without his employer
        if mention.lawyer and any(firm_key(mention.lawyer) == firm_key(known) for known in self.lawyers):
            return True
        return same_firm(self.firm, mention.firm) or _alike(firm_key(self.firm), firm_key(mention.firm))

    def take(self, mention: _Mention) -> None:
        if not self.fixed and not mention.placed and len(mention.firm) > len(self.firm):
            self.firm = mention.firm
        if mention.capacity:
            self.capacities.add(mention.capacity)
        if mention.lawyer and firm_key(mention.lawyer) not in [firm_key(known) for known in self.lawyers]:
            self.lawyers.append(mention.lawyer)
        self.evidence |= dict.fromkeys(mention.evidence)

    def counsel(self) -> Counsel:
        ordered = tuple(sorted(self.capacities, key=_ORDER.index))
        return Counsel(self.firm, unique(self.lawyers), ordered, tuple(self.evidence))


def _alike(one: str, two: str) -> bool:
    """Whether one firm's core name begins with the whole of the other's, of two words or more."""
    short, long = sorted((one, two), key=len)
    return len(short.split()) >= 2 and len(short) >= 12 and (long.startswith(short + " ") or long.endswith(" " + short))


def _settle(mentions: list[_Mention]) -> list[_Mention]:
    """Mentions without a firm (``Consent of counsel``) go to the one firm or lawyer that gives the opinion."""
    givers = [m for m in mentions if m.capacity is CounselCapacity.OPINION and m.firm]
    settled = []
    for mention in mentions:
        if mention.firm:
            settled.append(mention)
        elif givers:
            settled.append(
                _Mention(givers[0].firm, givers[0].lawyer, mention.capacity, mention.evidence, givers[0].placed)
            )
    return settled


def _practising(mentions: list[_Mention], agents: tuple[Agent, ...]) -> Iterator[_Mention]:
    """The agents for service who are lawyers under their own names."""
    alone = {firm_key(m.firm): m.firm for m in mentions if m.lawyer == m.firm}
    for agent in agents:
        firm = alone.get(firm_key(agent.name))
        if firm is not None and not agent.organization:
            named = tuple(Evidence("agent_for_service", e.span, e.quote) for e in agent.evidence if e.field == "name")
            yield _Mention(firm, firm, CounselCapacity.AGENT_FOR_SERVICE, named)


def _company(main: Text) -> str | None:
    """The registrant's name: what stands over its label on the cover."""
    found = _EXACT_NAME.search(main.chars, 0, 12000)
    if found is None:
        return None
    for number in range(main.line_at(found.start()) - 1, max(-1, main.line_at(found.start()) - 6), -1):
        line = main.lines[number].strip(" _-")
        if len(line) > 2 and any(c.isalpha() for c in line):
            return " ".join(line.split())
    return None


def _from_letters(attached: tuple[tuple[str, Text], ...], company: str | None) -> Iterator[_Mention]:
    for kind, text in attached:
        if major_of(kind) not in OPINIONS or not kind.upper().startswith("EX"):
            continue
        opinion = read_opinion(text)
        if opinion.firm is not None and not is_audit_firm(opinion.firm.words):
            alone = opinion.lawyer is not None  # he practises under his own name
            name = clean_name(opinion.firm.words) if alone else opinion.firm.words
            yield _Mention(name, name if alone else None, CounselCapacity.OPINION, cite("opinion", opinion.firm))
        elif opinion.lawyer is not None:
            employer = opinion.organization.words if opinion.organization else company
            if employer and firm_key(employer) in _ROLES | {"the company", "the registrant"}:
                employer = company or employer
            if employer:
                evidence = cite("lawyers", opinion.lawyer)
                evidence += cite("opinion", *([opinion.organization] if opinion.organization else [opinion.lawyer]))
                yield _Mention(employer, clean_name(opinion.lawyer.words), CounselCapacity.OPINION, evidence, True)


def _from_exhibits(
    exhibits: tuple[Exhibit, ...],
    attached: tuple[tuple[str, Text], ...],
    company: str | None,
    cover: tuple[Counsel, ...],
) -> Iterator[_Mention]:
    known = [c.firm for c in cover]
    for exhibit in exhibits:
        words, major = exhibit.description, major_of(exhibit.number)
        evidence = _cited(exhibit)
        if lists_opinion(words, major):
            names = list(named_firms(words, OPINION_OF, company))
            for firm, lawyer in names:
                known += [firm, lawyer] if lawyer else [firm]
                yield _Mention(firm, lawyer, CounselCapacity.OPINION, _as(evidence, "opinion"), lawyer is not None)
                if OPINION_AND_CONSENT.search(words):
                    yield _Mention(firm, lawyer, CounselCapacity.CONSENT, _as(evidence, "consent"), lawyer is not None)
        elif is_law_consent(exhibit, known, attached):
            names = list(named_firms(words, CONSENT_OF, company))
            for firm, lawyer in names:
                yield _Mention(firm, lawyer, CounselCapacity.CONSENT, _as(evidence, "consent"), lawyer is not None)
            if not names:
                yield _Mention("", None, CounselCapacity.CONSENT, _as(evidence, "consent"))


def _cited(exhibit: Exhibit) -> Evidences:
    return tuple(e for e in exhibit.evidence if e.field == "description")


def _as(evidence: Evidences, field: str) -> Evidences:
    return tuple(Evidence(field, e.span, e.quote) for e in evidence)
