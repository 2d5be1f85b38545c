"""Dates as filings print them, read to ISO.

    September 18, 2003        March 26,2001          11/20/2018        2004-05-06
    18th day of September, 2003                      this 28 th day of March, 2025
    Marcxh 12, 2002 (a typing error)                 twenty-third day of August, 1994        July 15th 1997

A date without a day ("March 1996") is none: nothing is inferred.
"""

from __future__ import annotations

import re
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache

from .span import Piece

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third",
    "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth",
    "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
_CUTOFF = 50  # two-digit years below it are of this century
_ALIKE = 0.8  # how alike a misprinted month must be to a real one

_YEAR = r"(?:19|20)[ ]?\d\d"
_WORD_DAY = r"(?:twenty|thirty)[-\s]{1,2}[a-z]{5,7}|[a-z]{5,11}"
_DATE = re.compile(
    rf"(?<![A-Za-z])(?P<m1>[A-Za-z]{{3,10}})\.?,?\s{{0,4}}(?P<d1>\d{{1,2}})\s?(?:st|nd|rd"
    rf"|th)?(?:\s?[,.;]){{0,2}}(?:\s{{0,4}}|[ \t]{{0,40}}\n\s{{0,4}})(?P<y1>{_YEAR})(?!\d)"
    rf"|(?<!\d)(?P<d2>\d{{1,2}})\s{{0,2}}(?:st|nd|rd"
    rf"|th)?\s{{0,4}}(?:(?:day\s{{1,4}})?of\s{{1,4}}|day\s{{1,4}})?(?P<m2>[A-Za-z]{{3,10}})\.?,?\s{{0,4}}(?:of\s)?,?\s{{0,3}}(?P<y2>{_YEAR})(?!\d)"
    rf"|(?<![A-Za-z])(?P<d3>{_WORD_DAY})\s{{1,4}}day\s{{1,4}}of\s{{1,4}}(?P<m3>[A-Za-z]{{3,10}}),?\s{{0,4}}(?P<y3>{_YEAR})(?!\d)"
    r"|(?<![\d/.-])(?P<m4>\d{1,2})\s?[/-]\s?(?P<d4>\d{1,2})\s?[/-]\s?(?P<y4>(?:19|20)\d\d|\d\d)(?![\d/-])"
    r"|(?<![\d/-])(?P<y5>(?:19|20)\d\d)-(?P<m5>\d\d)-(?P<d5>\d\d)(?!\d)",
    re.IGNORECASE,
)

_WRAPPED = re.compile(
    r"(?<![A-Za-z])[A-Za-z]{3,10}\.?\s+\d{1,2}\s?,\s*(?:19|20)\d\d(?!\d)|(?<![\d/])\d{1,2}/\d{1,2}/\d{2,4}(?![\d/])"
)
_DIGITS = re.compile(r"(?:19|20) ?\d\d|\d\s?[/-]\s?\d{1,2}\s?[/-]\s?\d")  # no date is without
_LONGEST = 100  # characters from the beginning of a date to its year, and more
_AFTER = 8  # characters that may follow a date's year or show that it is none: 2004-05-06


@lru_cache(maxsize=256)
def month_number(word: str) -> int | None:
    """1-12 for a month's name, its abbreviation or a misprint of it; else None."""
    low = word.lower().rstrip(".")
    for i, name in enumerate(_MONTHS, 1):
        if name == low or (len(low) in (3, 4) and name.startswith(low)):
            return i
    if len(low) < 5:
        return None
    best = max(range(12), key=lambda i: SequenceMatcher(None, low, _MONTHS[i]).ratio())
    near = SequenceMatcher(None, low, _MONTHS[best]).ratio() >= _ALIKE and low[0] == _MONTHS[best][0]
    return best + 1 if near else None


def _day(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    word = re.sub(r"[-\s]+", "-", text.lower())
    return _ORDINALS.index(word) + 1 if word in _ORDINALS else None


def _year(text: str) -> int:
    number = int(text.replace(" ", ""))
    return number if number > 99 else number + (2000 if number < _CUTOFF else 1900)


def _iso(match: re.Match[str]) -> str | None:
    form = next(i for i in "12345" if match["y" + i])
    raw = match["m" + form]
    month = int(raw) if raw.isdigit() else month_number(raw)
    day = _day(match[f"d{form}"])
    if not month or not day:
        return None
    try:
        return date(_year(match[f"y{form}"]), month, day).isoformat()
    except ValueError:
        return None  # 31 February, 13/45/99: printed, but no day


def parse_date(text: str) -> str | None:
    """ISO date where the whole of ``text`` is a date (a label such as "Dated:" before it is allowed), else None."""
    bare = re.sub(
        r"^\W*(?:dated?|as of|on|this|the)\b[\s:.,]*(?:this\s+|the\s+|as of\s+)*", "", text.strip(), flags=re.IGNORECASE
    )
    bare = bare.strip(" \t\r\n.,;:)_|*\u00a0")
    match = _DATE.fullmatch(bare)
    return _iso(match) if match else None


def find_dates(piece: Piece) -> tuple[tuple[str, Piece], ...]:
    """Each date printed in ``piece``, in order, with the words that give it."""
    found: list[tuple[str, Piece]] = []
    words = str(piece)
    for start, end in _windows(words):
        for match in _DATE.finditer(words, start, end):
            iso = _iso(match)
            if iso:
                found.append((iso, piece.group(match)))
    return tuple(found)


def _windows(words: str) -> list[tuple[int, int]]:
    """Where dates may stand: around years and what looks like ``5/4/09``; the pattern is slow on all the rest."""
    out: list[tuple[int, int]] = []
    for match in _DIGITS.finditer(words):
        start, end = max(0, match.start() - _LONGEST), min(len(words), match.end() + _AFTER)
        if out and start <= out[-1][1]:
            start = out.pop()[0]
        out.append((start, end))
    return out


def dates_in_prose(piece: Piece) -> tuple[tuple[str, Piece], ...]:
    """Each date (``May 4, 2009`` or ``5/4/2009``) in running text, where lines are broken and indented within one."""
    matches = _WRAPPED.finditer(str(piece))
    return tuple((iso, piece.group(m)) for m in matches if (iso := parse_date(" ".join(m[0].split()))))
