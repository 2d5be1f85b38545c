"""Sentences of running text, as pieces: an abbreviation's dot, an initial or a company's form ends none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..span import Piece

_STOP = re.compile(
    r"[.!?][\"”’')\]]{0,2}\d{0,2}(?=\s+[\"“‘(\[]?[A-Z0-9(]|\s*$)|(?<!\s)[^\S\n]*\n[^\S\n]*\n\s*(?=[^a-z\s])"
    r"|;\s+(?:and\s+)?(?=[A-Z])"
)
_BEFORE = re.compile(r"(?:^|[\s(\"“‘,/-])(\S+)$")
_TITLES = frozenset(
    {"mr", "mrs", "ms", "dr", "messrs", "prof", "hon", "gen", "adm", "sen", "gov", "rev", "st", "lt", "col", "capt"}
    | {"no", "nos"}
)
_FORMS = frozenset(
    {"inc", "corp", "co", "ltd", "jr", "sr", "llc", "l.p", "l.l.c", "n.a", "u.s", "p.l.c", "s.a", "n.v", "plc"}
    | {"ph.d", "m.d", "esq", "cpa", "bros"}
)
_FRESH = re.compile(
    r"[\s\"“‘(]*(?:[a-e]\)\s*)?(?:On\b|In\b|The\b|Mr\b|Mrs\b|Ms\b|Dr\b|Effective\b|As\b|He\b|She\b|Such\b"
    r"|Prior\b|Since\b|From\b"
    r"|Under\b|Pursuant\b|Until\b|There\b|This\b|These\b|Each\b|Also\b|Upon\b|Following\b|A\s+copy\b|It\b|All\b"
    r"|At\b|Our\b|We\b)"
)
_HEADING = re.compile(r"(?:^|\n[^\S\n]*\n)\s*(?P<heading>[A-Z][^\n.;:]{5,100})\n(?=\s*[A-Z“\"(])")
_SMALL = frozenset(["of", "and", "the", "or", "a", "an", "to", "in", "for", "on", "with", "by", "as"])
_LONGEST = 1500


def sentences(body: Piece) -> Iterator[Piece]:
    """The sentences of ``body`` in order, without the white space around them; very long ones are no sentences."""
    words, start = str(body), 0
    for stop in [*_STOP.finditer(words), None]:
        if stop is not None and _goes_on(words, start, stop):
            continue
        end = len(words) if stop is None else stop.start() + (len(stop[0]) if stop[0][:1] in ".!?" else 0)
        start += _heading(words[start:end])
        piece = body.sub(start, end).strip()
        if piece.end > piece.start and piece.end - piece.start <= _LONGEST:
            yield piece
        start = len(words) if stop is None else stop.end()


def _goes_on(words: str, start: int, stop: re.Match[str]) -> bool:
    """Is the dot an abbreviation's, or the gap within a sentence?"""
    if stop[0][:1] != ".":
        return False
    found = _BEFORE.search(words[max(start, stop.start() - 30) : stop.start()])
    word = (found[1] if found else "").casefold()
    if word in _TITLES or (len(word) == 1 and word.isalpha()):
        return True
    return word in _FORMS and not _FRESH.match(words, stop.end())


def _heading(words: str) -> int:
    """How long the heading in front of a sentence is: a line of its own in capitalised words."""
    found = _HEADING.match(words)
    if found is None:
        return 0
    said = [w for w in re.findall(r"[A-Za-z]+", found["heading"]) if w.lower() not in _SMALL]
    return found.end() if len(said) > 2 and all(w[0].isupper() for w in said) and len(found["heading"]) < 80 else 0
