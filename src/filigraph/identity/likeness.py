"""How two parsed names relate, part by part. Nothing here decides; `persons` does.

>>> likeness = relate(parts("Thomas L. Osgood, Jr."), parts("Tom Osgood"))
>>> [str(x) for x in (likeness.family, likeness.given, likeness.middle, likeness.suffix)]
['equal', 'nickname', 'one missing', 'one sided']
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from filigraph.loaders.names import parse_name

from .folding import fold
from .ruleset import table_text

_SUFFIXES = {"2nd": "ii", "3rd": "iii", "4th": "iv", "jnr": "jr", "snr": "sr", "junior": "jr", "senior": "sr"}


class Family(StrEnum):
    EQUAL = "equal"
    TYPO = "typo"
    COMPOUND = "compound"
    DIFFERENT = "different"


class Given(StrEnum):
    EQUAL = "equal"
    NICKNAME = "nickname"
    INITIAL = "initial"
    TYPO = "typo"
    MIDDLE = "middle"  # one goes by the middle name: "R. Edmund Vasko", "Edmund Vasko"
    DIFFERENT = "different"


class Middle(StrEnum):
    EQUAL = "equal"
    INITIAL = "initial"
    BOTH_MISSING = "both missing"
    ONE_MISSING = "one missing"
    CONFLICT = "conflict"


class Suffix(StrEnum):
    EQUAL = "equal"
    ONE_SIDED = "one sided"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Parts:
    """A person's name in folded tokens. ``given`` and ``middle`` may be initials; ``suffix`` is '' or jr, sr, ii..."""

    given: str
    middle: tuple[str, ...]
    family: str
    suffix: str
    nickname: str


@dataclass(frozen=True, slots=True)
class Likeness:
    family: Family
    given: Given
    middle: Middle
    suffix: Suffix


@lru_cache(maxsize=200_000)
def parts(name: str, inverted: bool = False) -> Parts:
    """The folded parts of a printed name; ``inverted`` for EDGAR's LAST FIRST MIDDLE order."""
    parsed = parse_name(name, inverted)
    middle = tuple(dict.fromkeys(fold(parsed.middle or "").split()))
    suffix = fold(parsed.suffix or "")
    given = fold(parsed.given or "")
    first, _, rest = given.partition(" ")
    if rest and len(first) == 1:  # "J. J. Vasko", "J B Vasko" parsed as one given name
        given, middle = first, tuple(dict.fromkeys((*rest.split(), *middle)))
    elif rest:
        given = given.replace(" ", "")
    family = fold(parsed.family or "")
    return Parts(given, middle, family, _SUFFIXES.get(suffix, suffix), fold(parsed.nickname or ""))


@cache
def _nicknames() -> frozenset[frozenset[str]]:
    """Pairs of given names that one person may go by."""
    text = table_text("nicknames.tsv")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return frozenset(frozenset((row["name"], short)) for row in rows for short in row["short"].split())


def _typo(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= 5 and OSA.distance(a, b, score_cutoff=1) <= 1


def plain(name: str) -> str:
    """Without spaces, and with umlauts written out ("ue") as the bare vowel that folding leaves of them."""
    return name.replace(" ", "").replace("oe", "o").replace("ae", "a").replace("ue", "u")


def _family(a: Parts, b: Parts) -> Family:
    if plain(a.family) == plain(b.family):
        return Family.EQUAL
    if _typo(a.family, b.family):
        return Family.TYPO
    short, long = sorted((a.family.split(), b.family.split()), key=len)
    if short and len(short) < len(long) and (long[: len(short)] == short or long[-len(short) :] == short):
        return Family.COMPOUND
    return Family.DIFFERENT


def _names(a: str, b: str) -> Given:
    """How two single given names relate."""
    if a == b or plain(a) == plain(b):
        return Given.EQUAL
    if not a or not b:
        return Given.DIFFERENT
    if len(a) == 1 or len(b) == 1:
        return Given.INITIAL if a[0] == b[0] else Given.DIFFERENT
    if frozenset((a, b)) in _nicknames() or _shared_formal(a, b):
        return Given.NICKNAME
    return Given.TYPO if _typo(a, b) else Given.DIFFERENT


def _shared_formal(a: str, b: str) -> bool:
    """Truncated forms ("alex" of "alexandre"), at least three letters."""
    short, long = sorted((a, b), key=len)
    return len(short) >= 4 and long.startswith(short)


def _given(a: Parts, b: Parts) -> Given:
    plain = _names(a.given, b.given)
    if plain is not Given.DIFFERENT:
        return plain
    if a.nickname and _names(a.nickname, b.given) is not Given.DIFFERENT:
        return Given.NICKNAME
    if b.nickname and _names(b.nickname, a.given) is not Given.DIFFERENT:
        return Given.NICKNAME
    for one, other in ((a, b), (b, a)):
        if one.middle and len(one.given) == 1 and len(one.middle[0]) > 1:
            used = _names(one.middle[0], other.given)
            if used in (Given.EQUAL, Given.NICKNAME) and len(other.given) > 1:
                return Given.MIDDLE
    return Given.DIFFERENT


def _middle(a: Parts, b: Parts, given: Given) -> Middle:
    if given is Given.MIDDLE:
        return Middle.ONE_MISSING
    if not a.middle and not b.middle:
        return Middle.BOTH_MISSING
    if not a.middle or not b.middle:
        return Middle.ONE_MISSING
    relations = {_names(x, y) for x, y in zip(a.middle, b.middle, strict=False)}
    if Given.DIFFERENT in relations:
        return Middle.CONFLICT
    full = relations <= {Given.EQUAL} and all(len(x) > 1 for x in (*a.middle, *b.middle))
    return Middle.EQUAL if full else Middle.INITIAL


def _suffix(a: Parts, b: Parts) -> Suffix:
    if a.suffix == b.suffix:
        return Suffix.EQUAL
    return Suffix.DIFFERENT if a.suffix and b.suffix else Suffix.ONE_SIDED


def relate(a: Parts, b: Parts) -> Likeness:
    """How two names relate."""
    given = _given(a, b)
    return Likeness(_family(a, b), given, _middle(a, b, given), _suffix(a, b))
