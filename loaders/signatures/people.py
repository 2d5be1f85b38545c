"""A signer's two names: the conformed one after the mark and the printed one, however they are set.

/s/ ELLIOTT HILLElliott Hill            both in one cell, nothing between
/s/ CLIFFORD F.  /  CARVER, JR.  /  Clifford F. Carver, Jr.      wrapped, no rule between
Mark Benjamin, Chief Executive Officer  name and office on one line
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from ..names import clean_name, looks_like_person, suffix_of
from ..span import Piece
from ..titles import begins_title, is_area, is_title
from .cells import ATTORNEY

_BREAK = re.compile(r"\s*[,;:]\s*|\s+[-–—]{1,3}\s*|\s*(?:--|–|—)\s*|\s+(?=\()|\s{3,}|(?<=[a-z])(?=[A-Z])")
_NO_LETTER = re.compile(r"[\W_]+")
_WORDS = re.compile(r"[\s,.]+")
_SPACE = re.compile(r"\s+")
_STAR = re.compile(r"[*†‡]+\s*(?=\S)")
_PAREN = re.compile(r"\s*\(")
_CAPITAL = re.compile(r"(?<=[\w.\s])(?=[A-ZÀ-Þ])")
_FRAGMENT = 4  # a title cut by the line's end may be this many words long without holding an office
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv|v|esq\w*|m\.?d|ph\.?\s?d|cpa|j\.?d)\b", re.IGNORECASE)
_KEPT = frozenset(["jr", "sr", "ii", "iii", "iv", "v"])


def plain(words: str) -> str:
    """Letters and digits only, in lower case: for comparing names of organizations."""
    return _NO_LETTER.sub("", words).casefold()


def plain_words(name: str) -> list[str]:
    """The words of a name without punctuation, in lower case."""
    return _NO_LETTER.sub(" ", name).casefold().split()


@lru_cache(maxsize=2048)
def fold(name: str) -> str:
    """A name for comparing: letters of its words in lower case."""
    return _NO_LETTER.sub("", clean_name(name)).casefold()


@lru_cache(maxsize=2048)
def family(name: str) -> str:
    """The last word of a name before its suffix, in lower case."""
    words = [w for w in _WORDS.split(clean_name(name).casefold()) if w and w not in _KEPT]
    return words[-1] if words else ""


def alike(a: str, b: str) -> float:
    """How alike two spellings of a name are, 0 to 1; an initial and its full name count for alike."""
    fa, fb = fold(a), fold(b)
    if not fa or not fb:
        return 0.0
    ratio = _ratio(fa, fb)
    if ratio >= 0.75:
        return ratio
    last = _ratio(family(a), family(b))
    return max(ratio, 0.75 if last >= 0.75 and fa[0] == fb[0] else 0.6 if last >= 0.85 else 0.0)


_LONGEST = 300  # letters of what may be a name; comparing takes as long as both lengths multiplied


@lru_cache(maxsize=2048)
def _ratio(a: str, b: str) -> float:
    if max(len(a), len(b)) > _LONGEST:
        return float(a == b)
    return 1.0 if a == b else SequenceMatcher(None, a, b, autojunk=False).ratio()


def agrees(conformed: str, printed: str) -> bool:
    """Can the name after a mark, perhaps only its first line, be the one printed elsewhere?"""
    first = fold(conformed)
    return alike(conformed, printed) >= 0.75 or (len(first) > 5 and fold(printed).startswith(first))


def same_name(a: str, b: str) -> bool:
    """Are both one person's name (a father and his son have other suffixes)?"""
    return suffix_of(a) == suffix_of(b) and alike(a, b) >= 0.8


def split_title(piece: Piece) -> tuple[Piece, Piece | None]:
    """Name and office that stand on one line ("Ann B. Carver, President"); the office None where there is none."""
    words = str(piece)
    if len(words) > 300:
        return piece, None
    for gap in _BREAK.finditer(words):
        left, right = words[: gap.start()], words[gap.end() :]
        if gap.start() and right and _office(right) and _nameable(left):
            return piece.sub(0, gap.start()), piece.sub(gap.end(), len(words))
    for space in _SPACE.finditer(words):
        right = words[space.end() :]
        if (
            begins_title(right)
            and (is_title(right) or (" " in right and is_area(right)))
            and looks_like_person(words[: space.start()])
        ):
            return piece.sub(0, space.start()), piece.sub(space.end(), len(words))
    return piece, None


def _nameable(left: str) -> bool:
    return looks_like_person(left) or (
        2 <= len(left.split()) <= 4
        and left[:1].isupper()
        and not is_title(left)
        and not begins_title(left)
        and "&" not in left
    )


def _office(right: str) -> bool:
    if _SUFFIX.match(right):
        return False
    if is_title(right.strip("()")) or ATTORNEY.match(right):
        return True
    return begins_title(right) and len(right.split()) <= _FRAGMENT and not looks_like_person(right)


def unglue(piece: Piece) -> tuple[Piece, Piece | None]:
    """The conformed and the printed name where one cell holds both; the second None where it holds one."""
    words = str(piece)
    if star := _STAR.search(words):
        return piece.sub(0, star.start()), piece.sub(star.end(), len(words))
    if len(words) < 8 or len(words) > 120:
        return piece, None
    if paren := _PAREN.search(words):
        inner = words[paren.end() :].strip(" )")
        if paren.start() and looks_like_person(inner) and alike(words[: paren.start()], inner) >= 0.6:
            return piece.sub(0, paren.start()), piece.sub(paren.end(), len(words)).strip(" )")
    best, cut = 0.7, 0
    for capital in _CAPITAL.finditer(words):
        at = capital.start()
        if not 0.3 < at / len(words) < 0.75:
            continue
        left, right = words[:at].strip(), words[at:].strip()
        glued = words[at - 1] not in " -'’" and not (
            words[at - 1].isupper() and words[at : at + 2].isupper() and fold(left) != fold(right)
        )
        if (fold(left) == fold(right) or (glued and family(left) == family(right))) and looks_like_person(right):
            score = alike(left, right)
            if score > best:
                best, cut = score, at
    return (piece.sub(0, cut).strip(), piece.sub(cut, len(words)).strip()) if cut else (piece, None)


_MOST_LINES = 8  # that a name and the same name again take


def divide(lines: list[Piece]) -> int:
    """How many of the lines are the conformed name where no rule divides it from the printed one; the number is
    negative where the rest is that name again."""
    if len(lines) < 2:
        return len(lines)
    words = [p.words for p in lines[:_MOST_LINES]]
    scores = [(alike(" ".join(words[:k]), " ".join(words[k:])), -k) for k in range(1, len(words))]
    score, k = max(scores)
    if score >= 0.5:
        return k  # negative: printed follows
    if all(looks_like_person(w) for w in words[:2]):
        return 1
    return len(lines)
