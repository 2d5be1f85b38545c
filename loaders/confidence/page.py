"""What the signs of one fact need to know of the others: who is named where, what was filed, what the header says."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TypeAlias

from ..names import clean_name
from ..organizations import firm_key
from ..records import Filing

_EXHIBIT = re.compile(r"EX-?\s*(\d+)", re.I)


#: The signs of one fact, most telling first.
Signs: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A filing as the signs see it. ``people`` counts the places that name a person, ``parties`` are header names."""

    filing: Filing
    people: Counter[str]
    parties: frozenset[str]
    attached: frozenset[str]  # major numbers of the exhibits that the submission holds


def page_of(filing: Filing) -> Page:
    """What is to be known of a filing before its facts are judged."""
    people = Counter(
        person_key(name)
        for name in (
            *(s.name for s in filing.signatures),
            *(s.conformed for s in filing.signatures if s.conformed),
            *(s.attorney for s in filing.signatures if s.attorney),
            *(a.name for a in filing.agents_for_service),
            *(name for power in filing.powers_of_attorney for name in (*power.attorneys, *power.grantors)),
            *(lawyer for counsel in filing.counsel for lawyer in counsel.lawyers),
        )
    )
    kinds = (_EXHIBIT.match(document.type) for document in filing.documents)
    return Page(
        filing,
        people,
        frozenset(firm_key(party.name) for party in filing.parties),
        frozenset(kind[1] for kind in kinds if kind),
    )


def person_key(name: str) -> str:
    """A person's name for comparing: letters only, no case, no titles."""
    return "".join(c for c in clean_name(name).casefold() if c.isalpha())
