"""The offices that a change concerns, as its sentence prints them.

resigned, effective immediately, as Treasurer and a director of the Company        behind the verb
retired from the Board                                                             the board itself: a director
Ann B. Carver, Chief Financial Officer of the Company, resigned                    beside the name
was elected director of Orley Foods, Inc.                                          another company's: none of ours
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .. import lexicon
from ..organizations import is_organization
from ..records import Capacity, Role
from ..span import Piece
from ..titles import begins_title, is_title, read_titles

_LEAD = (
    r"(?:(?:a|an|the|its|our|his|her|their|both|each|all|of|any|one|new|respective|additional|current|as|to|be"
    r"|serve)\s+"
    r"|Class\s+[IVX\d]+\s+|(?:[A-Z][\w.&-]*\s+){0,3}?[A-Z][\w.&]*['’]s?\s+(?=[a-zA-Z]))*"
)
_INTRO = re.compile(
    r"(?:\b(?:from|of|to|assumed?)\s+(?:(?:all\s+of\s+)?(?:his|her|the|their|its|all"
    r"|any)\s+)?(?:\w+\s+)?(?:positions?|roles?|posts?|offices?|duties|responsibilities"
    r"|titles?)\s*(?:\([^)]*\)\s*)?(?:as|of|on)"
    r"|\b(?:to\s+serve|to\s+become|to\s+be|to\s+act|serving|to\s+serve\s+on)\s+(?:as|on)?|\bas|\bfrom|\bto|\bon"
    r"|\bbecome|\bbecame|\bassume[sd]?\s+the\s+(?:additional\s+)?(?:role|position|office|title|duties"
    r"|responsibilities)s?\s+of)\s+"
)
_STOP = re.compile(
    r"[;:(]|\.(?=\s+[A-Z]|\s*$)|,?\s+(?:effective|commencing|beginning|starting|as\s+of"
    r"|on\s+(?=[A-Z][a-z]+\s+\d)|at\b|until|to\s+(?!the\b)|succe\w+|replac\w+|following"
    r"|with\b|who\b|which\b|for\s+(?:a|the|its)|in\s+(?:order|connection|accordance|addition|each|January"
    r"|February|March|April|May|June|July|August|September|October|November|December)|since|due|pending"
    r"|and\s+(?:that|will|has|had|he|she|to|was|is|were|the\s+[Bb]oard\b(?!\s+of)|also|its\s+committees|any|all"
    r"|appointed|elected|named|as\b|from\b|each|became|assumed)|upon|by\b|under|after|pursuant|subject|where"
    r"|from|through|whose|while|having"
    r"|including|so\b|because|when|reporting|responsible|filling|but|if|during|prior|resigned|retired|joined"
    r"|serving|there|thereby|a\s+position|be\b|was|has|have|will|is\b|been|informed|notified|age\b)"
    r"|,\s+(?:Mr|Ms|Mrs|Dr)\b"
)
_OF_US = re.compile(
    r"\s+(?:of|at|for|with)\s+(?:both\s+|each\s+of\s+)?(?:the\s+|our\s+|this\s+)?(?:[Cc]ompany|[Rr]egistrant"
    r"|[Cc]orporation|Bank|Firm|Trust|Issuer|Partnership|Fund|Bancorp|Parent)\b(?!['’]).*",
    re.S,
)
_OF_OTHER = re.compile(
    r"\s+(?:of|at|for|with)\s+(?:the\s+)?(?P<name>[A-Z][\w&.’'-]*(?:,?\s+(?:&\s+|and\s+(?=[A-Z]))?[A-Z][\w&.’'-]*)*)"
)
_BOARD = re.compile(
    r"(?:(?:the|its"
    r""
    r""
    r""
    r""
    r""
    r""
    r""
    r"|our)\s+)?(?:(?P<owner>[A-Z][\w.&]*(?:\s+[A-Z][\w.&]*){0,3}?)(?:['’]s?)?\s+)??(?P<title>[Bb]oards?(?:\s+of\s+(?:[Dd]irectors|[Tt]rustees|[Mm]anagers))?)"
    r"(?:\s+of\s+(?:the\s+)?[A-Z].*|\s+and\b.*)?",
    re.S,
)
_SEAT = re.compile(
    r"(?:,|\band\b|^)\s*(?:(?:as|an?|the|its)\s+)*(?:(?:vice\s+)?chair\w*"
    r"|member)\s+of\s+[^,]*committee.*",
    re.I | re.S,
)
_FILLER = re.compile(
    r"^(?:(?:a|an|the|its|our|his|her|their|both|then|then-current|current|currently|age\s+\d+|each|new|newly"
    r"|appointed|as)\s+|[\s,]+|\d\d\s*,\s*)+",
    re.I,
)
_AGAIN = re.compile(r"\s*,?\s+and\s+(?:also\s+)?(?:as|from|of)\s+")
_REACH = 260
_LONGEST = 220
_MANY = re.compile(
    r"(?<![Bb]oard of )\b(director|officer|president|trustee|manager|chairman|secretar(?=ies)|CEO)(?:s|ies)\b", re.I
)
#: How a report calls its registrant and those that belong to it.
_CALLED = lexicon.words("report_words", "called")


@dataclass(frozen=True, slots=True)
class Post:
    """Offices with the words that name them; ``foreign``: of another company."""

    capacities: tuple[Capacity, ...]
    words: tuple[Piece, ...]
    foreign: bool = False


def post_behind(sentence: Piece, start: int, limit: int, ours: frozenset[str]) -> Post | None:
    """The offices behind a verb (or a name) that ends at ``start``; None where there are none before ``limit``."""
    words = str(sentence)
    post = _read(sentence, start, limit, ours, bare=True) if words[start : start + 1] != "," else None
    for intro in _INTRO.finditer(words, start, min(limit, start + _REACH)):
        if post is not None or ";" in words[start : intro.start()]:
            break
        post = _read(sentence, intro.end(), limit, ours, bare=False)
    if post is None or post.foreign:
        return post
    at = max(p.end for p in post.words) - sentence.start
    more = _AGAIN.match(words, _after_owner(words, at), limit)
    other = _read(sentence, more.end(), limit, ours, bare=False) if more else None
    if other is None or other.foreign:
        return post
    return Post(_once(post.capacities + other.capacities), post.words + other.words)


def _after_owner(words: str, at: int) -> int:
    """Past ``of the Company`` behind an office."""
    owner = re.compile(r"\s+of\s+(?:the\s+)?[A-Z][\w.&]*(?:,?\s+[A-Z][\w.&]*){0,4}(?:\s*\([^)]*\))?").match(words, at)
    return owner.end() if owner else at


def post_beside(sentence: Piece, start: int, end: int, ours: frozenset[str]) -> Post | None:
    """The offices in apposition behind a name, between ``start`` and ``end``."""
    words = str(sentence)[start:end]
    lead = _FILLER.match(words)
    return (
        _read(sentence, start + (lead.end() if lead else 0), end, ours, bare=True)
        if words.lstrip()[:1] == ","
        else None
    )


def post_before(sentence: Piece, start: int) -> Post | None:
    """The office in front of a name that begins at ``start``: ``the Company's current CEO, Ann B. Carver``."""
    words = str(sentence)[max(0, start - 140) : start]
    low = start - len(words)
    for token in re.finditer(r"(?<!\S)[A-Za-z]\S*", words):
        raw = words[token.start() :].strip(" ,\n")
        if is_title(raw) and not re.search(r"[.;:(]|\bcommittee\b", raw, re.I):
            titles = tuple(c for c in read_titles(raw) if _is_office(c))
            return Post(titles, (sentence.sub(low + token.start(), start).strip(" ,\n"),)) if titles else None
    return None


def _read(sentence: Piece, start: int, limit: int, ours: frozenset[str], bare: bool) -> Post | None:
    words = str(sentence)
    lead = re.compile(r"\s*" + _LEAD).match(words, start)
    at = lead.end() if lead else start
    stop = _STOP.search(words, at, min(limit, at + _LONGEST))
    end = stop.start() if stop else min(limit, at + _LONGEST)
    raw = words[at:end]
    if not raw.strip():
        return None
    board = _BOARD.fullmatch(words[at if bare else start : end].strip(" ,."))
    if board and not (board["owner"] and (is_title(board["owner"]) or "ommittee" in board["owner"])):
        found = re.compile(re.escape(board["title"])).search(words, start, end)
        assert found is not None
        return Post(
            (Capacity(board["title"], (Role.DIR,)),), (sentence.sub(*found.span()),), _other(words[start:end], ours)
        )
    if bare and not begins_title(raw):
        return None
    raw = raw[: seat.start()] if (seat := _SEAT.search(raw)) else raw
    foreign = _other(raw, ours)
    cut = _OF_US.search(raw)
    raw = raw[: cut.start()] if cut else raw
    owner = _owner(raw, ours)
    raw = raw[:owner] if owner is not None else raw
    raw = raw.rstrip(" ,.\n")
    said = _one(raw.strip())
    titles = tuple(c for c in read_titles(said) if _is_office(c) and not re.search(r"\bcommittees?\b", c.title, re.I))
    if not titles or not is_title(said):
        return None
    return Post(titles, (sentence.sub(at, at + len(raw)).strip(),), foreign)


def _one(raw: str) -> str:
    """What several are appointed as, said of each: ``directors``."""
    return _MANY.sub(lambda m: m[1] + ("y" if m[1].lower().endswith("secretar") else ""), raw)


def _is_office(capacity: Capacity) -> bool:
    return is_title(capacity.title) and len(capacity.title) < 110


def _owner(raw: str, ours: frozenset[str]) -> int | None:
    """Where the company behind an office begins."""
    for match in _OF_OTHER.finditer(raw):
        if match["name"].startswith("Board") or match["name"].endswith(("'s", "’s")):
            continue
        if _is_ours(match["name"], ours) or is_organization(match["name"]):
            return match.start()
    return None


def _other(raw: str, ours: frozenset[str]) -> bool:
    """Is the office another company's?"""
    return any(
        is_organization(m["name"]) and not _is_ours(m["name"], ours) and not m["name"].startswith("Board")
        for m in _OF_OTHER.finditer(raw)
    )


def _is_ours(name: str, ours: frozenset[str]) -> bool:
    words = re.findall(r"[\w&]+", name.casefold())
    return bool(words) and (words[0] in ours or words[0] in _CALLED)


def _once(capacities: tuple[Capacity, ...]) -> tuple[Capacity, ...]:
    return tuple({c.title.casefold(): c for c in capacities}.values())
