"""Names of people as filings print them.

Dr. Orrin Vasko               honorific in front
PETER S. KNIGHT, ESQ.         post-nominal behind
Harlan J. Quist, Jr.           the suffix is identity: kept
A LICE L. J OLLA              small capitals that lost their joint
LODEWIJK C. van WACHEM        particle in the family name
Jose "Pepe" Carmona           nickname
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from . import lexicon

_HONORIFIC = re.compile(
    r"(?:(?:the\s+)?(?:rt\.?\s+)?hon(?:ou?rable|\b\.?)|(?:dr|mrs?|ms|miss|prof|professor|rev|reverend|sir"
    r"|dame|adv|doctor|(?-i:Me)(?=\s+[A-Z][a-zà-ÿ]))\b\.?"
    r"|(?:(?:vice|rear|brig|brigadier|lieutenant|lt|maj|major)\.?\s+)?(?:admiral|adm|general"
    r"|gen)\b\.?(?:\s*\(ret\.?\))?"
    r"|lord(?=\s+\w+\s+(?!of\b)\w)|(?:col|colonel|capt|captain|senator|governor|ambassador|amb)\b\.?)\s+",
    re.IGNORECASE,
)
_DEGREE = (
    r"(?:esq(?:uire)?|m\.\s?d|md|ph\.?\s?d|j\.\s?d|jd|c\.p\.a|cpas?|c\.?f\.?a|p\.\s?e|m\.?b\.?a|m\.s(?:c)?"
    r"|ms|msc|b\.s|d\.?\s?phil|d\.?v\.?m|d\.?d\.?s|r\.n|rn|ll\.?[bdm]"
    r"|sc\.?d|d\.?\s?sc|ed\.?d|dr\.?p\.?h|m\.?p\.?h|pharm\.?\s?d|kcmg|obe|cbe|kbe|cma|clu|chfc|fca|aca|facs"
    r"|facc|f\.?a\.?c\.?[cs]|d\.o|adv|[qk]\.\s?c|usn|usaf|usa|usmc|\(?ret(?:ired|\.)?\)?)"
)
_POSTNOMINAL = re.compile(rf"(?:\s*,\s*|\s+)\(?{_DEGREE}\.?\)?\s*$", re.IGNORECASE)
_CHARTERED = re.compile(  # after a comma alone: else the letters may be initials
    r"\s*,\s*(?:C\.?A|C\.?G\.?A|F\.?C\.?C\.?A|A\.?C\.?M\.?A|P\.?\s?(?:Eng|Geo)|S\.\s?J|O\.\s?S\.\s?B|C\.\s?S\.\s?C)\.?\s*$"
)
_SUFFIX = re.compile(r"[\s,]+(jr|sr|ii|iii|iv|v|2nd|3rd|4th|2d|3d)\.?\s*$", re.IGNORECASE)
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "v", "2nd", "3rd", "4th", "2d", "3d"])
_FOOTNOTE = re.compile(r"\s*\(\d{1,2}\)\s*$")
_NICKNAME = re.compile(r"\s*(?:[\"“”]([^\"“”]+)[\"“”]|\(([A-Z][a-z]+)\)|''([^']+)'')\s*")
PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "los",
        "ten",
        "ter",
        "el",
        "al",
        "bin",
        "ibn",
        "zu",
        "y",
        "af",
        "av",
        "st",
        "st.",
        "e",
        "san",
    ]
)
# words that people's names do not hold: offices, companies, captions of the page
_NOT_NAMES = lexicon.words("not_names")


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a name as printed, case kept; ``suffix`` one of Jr, Sr, II, III, IV, V or empty."""

    given: str = ""
    middle: str = ""
    family: str = ""
    suffix: str = ""
    nickname: str = ""


@lru_cache(maxsize=4096)
def clean_name(raw: str) -> str:
    """The person's name in ``raw`` with white space collapsed, without honorifics and degrees; a suffix is kept."""
    name = _FOOTNOTE.sub("", " ".join(raw.replace("\u200b", "").split())).strip(" ,;:*_|+†‡`)(")
    name = _small_caps(name)
    while match := _HONORIFIC.match(name):
        if not name[match.end() :].strip():
            break
        name = name[match.end() :]
    while (match := _POSTNOMINAL.search(name) or _CHARTERED.search(name)) and match.start() > 3:
        name = name[: match.start()]
    return name.strip(" ,;:")


def _small_caps(name: str) -> str:
    """Small capitals rendered apart ("A LICE L. J OLLA") joined again; at least two such words must show it."""
    parts = name.split(" ")
    joins = {
        i
        for i in range(1, len(parts))
        if len(parts[i]) > 1 and parts[i].strip(".,").isupper() and len(parts[i - 1]) == 1 and parts[i - 1].isupper()
    }
    apart = [p for i, p in enumerate(parts) if i not in joins and len(p.strip(".,")) > 2]
    if len(joins) < 2 or apart:
        return name
    return "".join(p if i in joins or i == 0 else " " + p for i, p in enumerate(parts))


@lru_cache(maxsize=2048)
def looks_like_person(raw: str) -> bool:
    """Could ``raw`` be one person's name: two to seven capitalised words, none of an office, a firm or a caption."""
    name = clean_name(raw)
    if (
        not 4 <= len(name) <= 60
        or any(c.isdigit() for c in _SUFFIX.sub("", name))
        or any(c in name for c in "&:;=/@$%<>[]{}_")
    ):
        return False
    words = [w.strip(".,()\"“”'’") for w in name.split()]
    words = [w for w in words if w]
    if (
        len([w for w in words if w.lower() not in _SUFFIXES]) < 2
        or len(words) > 7
        or any(
            w.lower() in _NOT_NAMES or (w.count(".") > 1 and w.replace(".", "").lower() in _NOT_NAMES) for w in words
        )
    ):
        return False
    words = [w for w in words if not w[0].isdigit()]
    capitals = [w for w in words if w[0].isupper() or (len(w) > 2 and w[1] in "'’" and w[2].isupper())]
    small = [w for w in words if w not in capitals]
    return len(capitals) >= 2 and all(w.lower() in PARTICLES or w == "of" for w in small) and max(map(len, words)) > 1


def suffix_of(raw: str) -> str:
    """The generational suffix of a name (Jr, Sr, II, III, IV, V) or an empty string."""
    match = _SUFFIX.search(clean_name(raw))
    return _suffix(match[1]) if match else ""


def parse_name(raw: str, inverted: bool = False) -> PersonName:
    """The parts of a name. ``inverted``: EDGAR's order, family name first (``FOSTER ALAN H JR``)."""
    name = clean_name(raw)
    nickname = ""
    if match := _NICKNAME.search(name):
        nickname = next(g for g in match.groups() if g)
        name = f"{name[: match.start()]} {name[match.end() :]}".strip()
    suffix = ""
    if (match := _SUFFIX.search(name)) and match.start() > 1:
        suffix = _suffix(match[1])
        name = name[: match.start()]
    words = [w for w in name.replace(",", " ").split() if w]
    if inverted:
        words = _uninvert(words)
    if len(words) < 2:
        return PersonName(family=" ".join(words), suffix=suffix, nickname=nickname)
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in PARTICLES:
        at -= 1
    return PersonName(words[0], " ".join(words[1:at]), " ".join(words[at:]), suffix, nickname)


def _uninvert(words: list[str]) -> list[str]:
    last = 1
    while last < len(words) - 1 and words[last - 1].lower() in PARTICLES:
        last += 1
    return words[last:] + words[:last]


def _suffix(raw: str) -> str:
    low = raw.lower()
    return {"2nd": "II", "2d": "II", "3rd": "III", "3d": "III", "4th": "IV"}.get(low) or (
        low.capitalize() if low in ("jr", "sr") else low.upper()
    )
