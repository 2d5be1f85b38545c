"""How many people may bear a name: what a match of names across registrants is worth.

Two measures, the greater counts. Of the store itself: how many middle initials stand behind one given and family name;
and of the language: how often the name is expected among some 300,000 people who sign, from the census.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable
from functools import cache

from .likeness import Parts
from .ruleset import table_text

#: People who sign filings, order of magnitude, and the letters that middle names effectively begin with.
SIGNERS = 300_000
LETTERS = 20


def namesakes(names: Iterable[Parts]) -> float:
    """How many people are to be expected behind names that share given and family name; at least 1."""
    some = tuple(names)
    initials = {name.middle[0][0] for name in some if name.middle}
    # so many people show that many initials; with all of them seen there is no telling how many
    full = min(len(initials), LETTERS - 1)
    seen = -LETTERS * math.log(1 - full / LETTERS)
    return max(1.0, seen, expected(some[0].family, some[0].given))


def expected(family: str, given: str) -> float:
    """How many people of this given and family name so many signers hold, were the two independent."""
    shares = _shares()
    return SIGNERS * shares.get(("family", family), 0.0) * shares.get(("given", given), 0.0)


def is_common(family: str) -> bool:
    """Is the family name among those that two people in ten thousand or more bear?"""
    return ("family", family) in _shares()


@cache
def _shares() -> dict[tuple[str, str], float]:
    text = table_text("common_names.tsv")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return {(row["part"], row["name"]): float(row["percent"]) / 100 for row in rows}
