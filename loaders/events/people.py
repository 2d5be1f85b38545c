"""The people that a report's running text names: in full once, then by surname.

Dr. Eli Harrow, the Chairman ... Until then, Dr. Harrow will continue ...      "Dr. Harrow" is Eli Harrow
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .. import lexicon
from ..names import clean_name, looks_like_person, parse_name
from ..span import Piece, Text

_HONORIFIC = (
    r"(?:Dr|Mr|Mrs|Ms|Messrs|Prof|Professor|Sir|Hon|Gen|General|Adm|Admiral|Senator|Sen|Governor|Gov"
    r"|Ambassador|Rev|Lt|Col)\b\.?"
)
_PART = r"(?:[A-Z][\w'’-]*\w|[A-Z]\.(?:\s?[A-Z]\.)?|(?:de|di|la|le|Mc|Mac)[A-Z]\w+)"
_LINK = r"(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|bin|al|el)\s+)"
_NICK = r"(?:[\"“][A-Z]\w+\.?[\"”]|\([A-Z][a-z]+\))"
_NAME = re.compile(
    rf"(?<![\w.&’'-])(?P<honorific>{_HONORIFIC}\s+(?:{_HONORIFIC}\s+)?)?"
    rf"(?P<name>(?(honorific){_LINK}{{0,2}}){_PART}(?:\s+(?:{_NICK}\s+)?{_LINK}{{0,2}}{_PART}){{0,5}}(?:,?\s+(?:Jr|Sr)\b\.?|,?\s+(?:II|III"
    rf"|IV)\b)?)"
)
_COMPANY = re.compile(
    r",?\s+(?:Inc|Corp|Corporation|Co|Company|Ltd|Limited|LLC|L\.L\.C|LLP|L\.P|LP|N\.A|Bank|Bancorp|Group"
    r"|Holdings?|Partners"
    r"|Capital|Foundation|University|Trust|plc|PLC|S\.A|N\.V|AG|&)\b"
    r"|['’]s?\s+(?:Board|board|stockholders|shareholders|common|Common|Bylaws|bylaws|Compensation)\b"
)
_SHORT = re.compile(r"[\w'’.-]+(?:\s+[\w'’-]+)?(?:,?\s+(?:Jr|Sr)\.?)?")
_OFFICES = lexicon.words("office_words", "office")
_NOT = lexicon.words("not_names")
_NOT_FIRST = lexicon.words("report_words", "opener")  # words that begin sentences and headings
_NOT_PEOPLE = lexicon.words("report_words", "area")  # fields of business, places: no names of people
_NO_OFFICES = lexicon.words("report_words", "unit")
_LAST_NOT = (_OFFICES | _NOT_FIRST) - {"sr", "national", "american", "north", "international"}


@dataclass(frozen=True, slots=True)
class Named:
    """A person named at ``piece``; ``name`` in full where the report has it, else None."""

    piece: Piece
    name: str | None


class People:
    """Everybody whom a text names in full, to read the short names by. ``others`` are names of companies."""

    def __init__(self, text: Text, bodies: tuple[Piece, ...], others: tuple[str, ...]) -> None:
        self._others = tuple(" ".join(re.findall(r"\w+", name.casefold())) for name in others)
        self._full: dict[str, dict[str, None]] = {}
        for body in bodies:
            for piece, honorific in self._candidates(body):
                name = clean_name(piece.words)
                if _is_person(name) and not (honorific and len(name.split()) == 1):
                    self._full.setdefault(parse_name(name).family.casefold(), {}).setdefault(name)

    def within(self, sentence: Piece) -> tuple[Named, ...]:
        """The people named in a sentence, in order."""
        found = []
        for piece, honorific in self._candidates(sentence):
            name = clean_name(piece.words)
            if _is_person(name) or (honorific and _SHORT.fullmatch(name)):
                found.append(Named(piece, self.full(name)))
        return tuple(found)

    def full(self, name: str) -> str | None:
        """The one full name that a short one stands for; a full one for itself, in its longest form."""
        parts = parse_name(name)
        bare = name[:1].islower()  # "van Halm": a particle and the family, no given name
        known = self._full.get((name if bare else parts.family or name).casefold(), {})
        if parts.given and not bare:
            return name
        return next(iter(known)) if len({parse_name(n).given.casefold() for n in known}) == 1 else None

    def _candidates(self, body: Piece) -> Iterator[tuple[Piece, bool]]:
        """Runs of capitalised words that may be a person's name, without offices in front, and whether "Mr." is."""
        for match in _NAME.finditer(str(body)):
            piece = body.group(match, "name")
            after = body.text.chars[piece.end : piece.end + 40]
            if _COMPANY.match(after):
                continue
            trimmed = _trim(piece)
            if trimmed is None:
                continue
            words = trimmed.words.casefold()
            plain = " ".join(re.findall(r"\w+", words))
            if any(plain and (plain in other or other in plain) for other in self._others if len(other) > 3):
                continue
            if not set(plain.split()) & _NOT_PEOPLE:
                yield trimmed, bool(match["honorific"]) and trimmed.start == piece.start


def _is_person(name: str) -> bool:
    """Also ``Francis A. deLorn``."""
    return looks_like_person(re.sub(r"\b(?:de|di|la|le)(?=[A-Z])", "", name))


def _trim(piece: Piece) -> Piece | None:
    """The run without offices and sentence openers in front or behind."""
    words = list(re.finditer(r"\S+", str(piece)))
    while words and words[0][0].casefold().strip(',.“"()') in _NOT_FIRST | _NOT:
        words.pop(0)
    while words and (words[-1][0].casefold().strip(",.") in _LAST_NOT and len(words) > 1):
        if words.pop()[0].casefold().strip(",.") in _NO_OFFICES:
            return None
    if not words:
        return None
    trimmed = piece.sub(words[0].start(), words[-1].end())
    raw = str(trimmed)
    if raw.endswith(("’s", "'s")):
        return trimmed.sub(0, len(raw) - 2)
    return trimmed.sub(0, len(raw) - 1) if raw.endswith(("’", "'")) else trimmed
