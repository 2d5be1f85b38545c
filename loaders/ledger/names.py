"""The plans that a passage names: by a title of the cover, a short name for one, or a title of its own.

    ... pursuant to the 1994 Stock Option Plan of the Registrant (the "1994 Plan") ... merged the 1994 Plan into ...

Each of these is the cover's ``1994 Stock Option Plan``. What fits two titles of the cover is neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..records import Evidences, Plan
from ..span import Piece

_HEAD = re.compile(r"\b(?:plans?|programs?|programme|schemes?|agreements?)\b", re.I)
_OTHER = re.compile(
    r"\s+of\s+(?:merger|reorgani[sz]ation|arrangement|liquidation|distribution|dissolution|complete|conversion)", re.I
)
_TOKEN = re.compile(r"\S+")
_PART = re.compile(r"[\"“(]?(?:[A-Z0-9&][\w.,&’'/()-]*|of|and|for|the|to|as|by|in|&|between)[,]?$")
_JOINS = frozenset(["of", "and", "for", "the", "to", "as", "by", "in", "&", "between"])
# fmt: off
_NO_TITLE = frozenset([
    "the", "this", "such", "each", "any", "under", "pursuant", "shares", "share", "common", "registration", "on", "if",
    "statement", "statements", "securities", "no", "nos", "no.", "nos.", "form", "s-8", "company", "registrant", "a",
    "all", "that", "as", "our", "its", "said", "these", "both", "rule", "when", "since", "upon",
    "company's", "company’s", "registrant's", "registrant’s", "issuer's", "issuer’s", "corporation's", "corporation’s",
])
# fmt: on
_WORD = re.compile(r"[a-z0-9]+(?:\([a-z]\))?", re.I)
_SMALL = frozenset(
    ["the", "of", "and", "for", "a", "an", "s", "as", "amended", "restated", "inc", "corp", "plans", "plan"]
)
_ALIAS = re.compile(r"\([^()“\"]{0,40}[“\"]([^“”\"()]{2,60})[”\"]")
_AMENDED = re.compile(r"[\s,]*(?:(?:as|and)\s+(?:amended|restated)[^()]{0,60})?", re.I)
_BEFORE = 220  # characters from a title to its short name
_RELATIVE = re.compile(r"\b(?:prior|predecessor|previous|former|old|existing)\s+plans?\b", re.I)
_MOST = 14  # words of a title
_AGREED = re.compile(r"(?:option|award|stock|employment|consulting|compensation|purchase|grant)s?$", re.I)


@dataclass(frozen=True, slots=True)
class PlanName:
    """A plan as a passage names it: the cover's title or the words as printed, and where they stand."""

    title: str
    piece: Piece


class PlanNames:
    """The names by which one document goes for the plans of its cover and others."""

    def __init__(self, plans: Sequence[Plan], prose: Piece) -> None:
        self._evidence = {plan.title: plan.evidence for plan in plans}
        self.titles = tuple(self._evidence)
        self._bare = sorted(((_flat(_bare(title)), title) for title in self.titles), key=lambda pair: -len(pair[0]))
        self._alias: dict[str, str] = {}
        self._found: dict[tuple[int, int], tuple[PlanName, ...]] = {}
        self._learn(prose)
        self._found.clear()  # what was found before all short names were known

    def _learn(self, prose: Piece) -> None:
        """Takes the short names that the document gives its plans."""
        for found in _ALIAS.finditer(str(prose)):
            before = prose.sub(max(0, found.start() - _BEFORE), found.start())
            named = [
                name
                for name in self.find(before)
                if _AMENDED.fullmatch(str(prose)[name.piece.end - prose.start : found.start()])
            ]
            short = " ".join(found[1].split())
            if named and not re.fullmatch(r"plans?", short, re.I):
                self._alias.setdefault(short.casefold(), named[-1].title)

    @property
    def only(self) -> str | None:
        """The cover's plan, where it has one."""
        return self.titles[0] if len(self.titles) == 1 else None

    def cite(self, title: str | None, field: str = "plan") -> Evidences:
        """The cover's words for a plan that no other words name."""
        return tuple(replace(e, field=field) for e in self._evidence.get(title or "", ()))

    def title_of(self, printed: str) -> str:
        """The cover's title for a plan printed elsewhere; as printed where it is none of the cover's, or of several."""
        fits = [t for t in self.titles if _fits(printed, t) or _fits(t, printed)]
        return fits[0] if len(fits) == 1 else printed

    def distinct(self, piece: Piece) -> tuple[PlanName, ...]:
        """The plans named in ``piece``, each once."""
        first: dict[str, PlanName] = {}
        for name in self.find(piece):
            first.setdefault(name.title, name)
        return tuple(first.values())

    def find(self, piece: Piece) -> tuple[PlanName, ...]:
        """The plans named in ``piece``, in the order of their places."""
        key = (piece.start, piece.end)
        if key not in self._found:
            self._found[key] = tuple(self._find(piece))
        return self._found[key]

    def _find(self, piece: Piece) -> Iterator[PlanName]:
        found: list[PlanName] = []
        words = str(piece)
        flat, offsets = _flattened(words)
        for bare, title in self._bare:
            at = flat.find(bare)
            while at >= 0:
                place = piece.sub(offsets[at], offsets[at + len(bare) - 1] + 1)
                if not (flat[at - 1 : at].isalnum() or any(_meet(place, other.piece) for other in found)):
                    found.append(PlanName(title, place))
                at = flat.find(bare, at + 1)
        for match in _HEAD.finditer(words):
            name = self._own(piece, words, match)
            if name and not any(_meet(name.piece, other.piece) for other in found):
                found.append(name)
        yield from sorted(found, key=lambda name: name.piece.start)

    def _own(self, piece: Piece, words: str, head: re.Match[str]) -> PlanName | None:
        """The plan whose name ends with this word."""
        if _OTHER.match(words, head.end()):
            return None
        start = self._start(words, head.start())
        printed = words[start : head.end()]
        text = " ".join(printed.split()).strip('"“”(, ')
        place = piece.sub(start, head.end())
        if text.casefold() in self._alias:
            return PlanName(self._alias[text.casefold()], place)
        if _RELATIVE.fullmatch(text) or (relative := _RELATIVE.search(words, max(0, head.start() - 14), head.end())):
            if not _RELATIVE.fullmatch(text) and relative:
                place = piece.group(relative)
            return PlanName(" ".join(str(place).split()), place)
        if head[0].lower().startswith("agreement") and not _AGREED.search(text[: -len(head[0])].strip()):
            return None
        fits = [title for title in self.titles if _fits(text, title)]
        if len(fits) == 1 or (fits and _keys(text)):
            return PlanName(fits[0], place) if len(fits) == 1 else None
        return PlanName(text, place) if _keys(text) and head[0][:1].isupper() else None

    @staticmethod
    def _start(words: str, at: int) -> int:
        """Where the name that ends at ``at`` begins: capitalised words and what joins them."""
        before = list(_TOKEN.finditer(words, max(0, at - 160), at))[-_MOST:]
        start = at
        for token in reversed(before):
            if not _PART.match(token[0]) or (token[0].endswith(",") and token[0].strip(",").casefold() in _NO_TITLE):
                break
            start = token.start()
        for token in _TOKEN.finditer(words, start, at):
            if token[0].strip('"“(,').casefold() not in _JOINS | _NO_TITLE:
                break
            start = token.end() + len(words[token.end() : at]) - len(words[token.end() : at].lstrip())
        return start


def _bare(title: str) -> str:
    """The title without article and without what is said of its amendment."""
    return re.sub(r",?\s*\(?as\s+(?:further\s+)?amended.*$|^(?:the\s+)", "", title, flags=re.I) or title


def _flat(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


def _flattened(words: str) -> tuple[str, list[int]]:
    """The words as `_flat` has them, however they are wrapped, and where in ``words`` each character stands."""
    out: list[str] = []
    offsets: list[int] = []
    for token in _TOKEN.finditer(words):
        out.append(token[0])
        offsets += [*range(token.start(), token.end()), token.end()]
    flat = " ".join(out)
    low = flat.lower().replace("’", "'")
    return (low if len(low) == len(flat) else flat), offsets


def _keys(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text)) - _SMALL


def _fits(text: str, title: str) -> bool:
    """May the text mean this title: are all its words there?"""
    return _keys(text) <= _keys(title)


def _meet(one: Piece, two: Piece) -> bool:
    return one.start < two.end and two.start < one.end
