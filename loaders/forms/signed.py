"""Who signed, by one line of an XML form: the person, an attorney for the person, an officer of an organization.

/s/ Mary Major, Attorney-in-Fact for John H. Doe         Mary Major signs for John H. Doe
Doe II LP By: Doe GP LLC, its general partner By: /s/ Jane Roe, Managing Member
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..elements import Element
from ..names import parse_name
from ..organizations import is_organization
from ..records import Evidences, Mode, Signature
from ..titles import is_title
from .related import capacities_of, day_of

_POWER = r"(?:att(?:orne)?y[ -]?in[ -]?fact|powers? of attorney|\bPOA)"
_BY_POWER = re.compile(
    r"^(?P<attorney>.{2,120}?)[\s,;(]*(?:\b(?:as|by|under|pursuant to|through)\s+)?(?:(?:a|an|the|his|her)\s+)?"
    rf"{_POWER}\)?[\s,;.]*(?:(?:for|to|of|on behalf of)\b[:\s]*(?P<principal>.{{2,200}}))?$",
    re.I,
)
_PRINCIPAL_BY = re.compile(r"^(?P<principal>.{2,120}?)[\s,;]*\bby:?\s+(?:/s/\s*)?(?P<attorney>.{2,80})$", re.I)
_BY_CHAIN = re.compile(r"^(?P<entity>.{2,200}?)[\s,]+by:\s", re.I)
_SIGNED = re.compile(r"/s/+\s*", re.I)
_LEAD = re.compile(r"^(?:by|signed|signature|name)\s*:\s*", re.I)
_UNNAMED = re.compile(r"^(?:the )?(?:above[- ]?named |undersigned )?(?:reporting )?(?:persons?|owners?|filers?)$", re.I)
_ABBREVIATED = re.compile(r"(?:\b(?:inc|corp|ltd|co|jr|sr|esq)|\.\w)\.$", re.I)
_ONLY_POWER = re.compile(rf"^(?:(?:as|by|the|his|her|their|its)\s+)*{_POWER}\b", re.I)
_POWER_FOR = re.compile(rf"^(?:(?:as|an?)\s+)*{_POWER}[\s,]+(?:for|of|on behalf of)\s+(?P<principal>.{{2,120}})$", re.I)
_FOR = re.compile(
    r"^(?P<attorney>.{2,120}?)[\s,]+(?:(?:as )?agent )?(?:on behalf of|for)\s+(?P<principal>.{2,120})$", re.I
)
_LONGEST = 400  # characters of a signature line


def by_power(words: str) -> tuple[str, str | None] | None:
    """Attorney and person signed for, where the line is an attorney's; the person None where it is not named."""
    match = _BY_POWER.match(_LEAD.sub("", words.rstrip(" ,;)"))[:_LONGEST])
    if match is None:
        return None
    attorney, principal = bare(match["attorney"]), match["principal"]
    inner = _PRINCIPAL_BY.match(attorney)
    if inner and not principal:
        attorney, principal = inner["attorney"], inner["principal"]
    principal = bare(principal or "")
    return bare(attorney), None if not principal or _UNNAMED.match(principal) else principal


def bare(words: str) -> str:
    """A name without ``/s/``, ``By:`` and the punctuation around it; the period of ``L.P.`` or ``Jr.`` stays."""
    words = _LEAD.sub("", _SIGNED.sub("", words).strip(" ,;:-(")).strip(" ,;:-(")
    return words if _ABBREVIATED.search(words) else words.rstrip(".")


def own_signature(line: Element, date: str | None, when: Evidences) -> Signature:
    """A signature by the owner, or by an officer of an owner that is an organization."""
    words = line.words[:_LONGEST]
    signed = _SIGNED.search(words)
    chain = _BY_CHAIN.match(words)
    tail = words[signed.end() :] if signed else re.split(r"\bby:\s*", words, flags=re.I)[-1]
    name, _, rest = tail.partition(",")
    if re.match(r"\s*(?:jr|sr|ii|iii|iv|m\.?d|ph\.?d|esq|cpa)\b", rest, re.I):
        suffix, _, rest = rest.partition(",")
        name = f"{name},{suffix}"
    name, rest = bare(name) or words, rest.strip()
    title, _, beyond = rest.partition(",")
    entity = chain["entity"] if chain else _entity(beyond)
    capacities = capacities_of(title) if title and is_title(title) else ()
    evidence = line.cite("name", name) + (line.cite("titles", title.strip()) if capacities else ())
    evidence += line.cite("on_behalf_of", entity) if entity else ()
    return Signature(
        name=name,
        conformed=name if signed else None,
        capacities=capacities,
        date=date,
        on_behalf_of=entity,
        date_source="row" if date else None,
        evidence=evidence + when,
    )


def detailed_signature(
    line: Element, title: Element | None, day: Element | None, person: Element | None, inverted: bool = False
) -> Signature:
    """A signature that stands in elements: its line, the signer's title, the day, and the person signed for.

    The line or the title may say that an attorney signs; the person is the principal where they do not name one.
    ``inverted`` says that the person's name stands family name first.
    """
    date = day_of(day)
    when = day.cite("date") if day and date else ()
    for part in (line, title):
        found = _attorney(part, line) if part else None
        if found and part:
            attorney, principal, office = found
            printed = person.words if person else ""
            name = principal or (natural(printed) if inverted else printed)
            if name:
                return Signature(
                    name=name,
                    capacities=capacities_of(office),
                    date=date,
                    mode=Mode.BY_ATTORNEY,
                    attorney=attorney,
                    on_behalf_of=_behalf(person, name),
                    date_source="row" if date else None,
                    evidence=(part.cite("name", principal) if principal else person.cite("name") if person else ())
                    + (line if attorney in line.words else part).cite("attorney", attorney)
                    + (part.cite("titles", office) if office else ())
                    + (person.cite("on_behalf_of") if person and _behalf(person, name) else ())
                    + when,
                )
    return _own(line, title, person, date, when)


def _attorney(part: Element, line: Element) -> tuple[str, str | None, str] | None:
    """Attorney, principal and the principal's office, where a signature's line or title says that an attorney signs."""
    words, office = part.words, ""
    found = by_power(words)
    head, comma, tail = words.rpartition(",")
    if found and found[1] and comma and is_title(tail):  # "Attorney-in-Fact for John H. Doe, Managing Director"
        found, office = by_power(head) or found, tail.strip()
    if found is None and part is not line and _ONLY_POWER.match(words):
        named = _POWER_FOR.match(words)
        found = bare(line.words), bare(named["principal"]) if named else None
    if found is None and part is line and (sold := _FOR.match(words)):
        found = bare(sold["attorney"]), bare(sold["principal"])
    if found is None:
        return None
    return found[0].rstrip("*"), found[1], office


def _own(line: Element, title: Element | None, person: Element | None, date: str | None, when: Evidences) -> Signature:
    row = own_signature(line, date, when)
    name = row.name.rstrip("*")
    offices = capacities_of(title.words) if title and is_title(title.words) else ()
    behalf = row.on_behalf_of or _behalf(person, name)
    evidence = row.evidence + (title.cite("titles") if title and offices else ())
    if person and behalf and not row.on_behalf_of:
        evidence += person.cite("on_behalf_of")
    conformed = row.conformed.rstrip("*") if row.conformed else None
    return replace(
        row,
        name=name,
        conformed=conformed,
        capacities=row.capacities or offices,
        on_behalf_of=behalf,
        evidence=evidence,
    )


def _behalf(person: Element | None, name: str) -> str | None:
    """The person signed for, where the signer is another: an organization, or somebody who shares at most one word."""
    if person is None:
        return None
    one, other = _name_words(person.words), _name_words(name)
    same = one == other or (not is_organization(person.words) and len(one & other) > 1)
    return None if same else person.words


def _name_words(name: str) -> set[str]:
    return set(re.sub(r"[^a-z ]", "", name.lower()).split())


def _entity(beyond: str) -> str | None:
    """The organization at the end of a chain: ``X LLC, General Partner of Y LP, the General Partner of Z LP``."""
    parts = [part.strip() for part in re.split(r",(?!\s*(?:Inc|LLC|L\.?P|Ltd)\b)", beyond)]
    ends = [re.sub(r"^(?:its|the)?\s*.*?\b(?:of|for)\s+(?:the\s+)?", "", part) for part in parts if part]
    return ends[-1] if ends and is_organization(ends[-1]) else None


def natural(name: str) -> str:
    """``DOE JOHN H JR`` as ``JOHN H DOE JR``; organizations as they are."""
    if is_organization(name):
        return name
    person = parse_name(name, inverted=True)
    return " ".join(part for part in (person.given, person.middle, person.family, person.suffix) if part) or name
