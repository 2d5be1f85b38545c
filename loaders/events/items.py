"""The items that a current report reports under, and the part of its text that belongs to each.

::

    ITEM INFORMATION:   Departure of Directors or Principal Officers; Election of Directors; ...     header, by title
    <ITEMS>5.02                                                                                      header, by code
    Item 5.02.  Departure of Directors or Certain Officers; Election of Directors                    heading
    ITEM 6.     RESIGNATIONS OF REGISTRANT'S DIRECTORS                                               before 2004-08-23

`lexicon/items.tsv` has the titles in both numberings. A title that both have ("Other Events") counts in the one that
the text uses, else in that of the filing's day. An item under which a report says "Not applicable" is not reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from ..evidence import Evidence, Evidences, cite
from ..lexicon import table
from ..records import Item, Problem
from ..span import Piece, Text

#: From this day on Form 8-K has the present numbering.
RENUMBERED = "2004-08-23"
_CODE = r"\d{1,2}(?:\.\s?\d\d)?(?:\s?\([a-e]\))*"
_HEADING = re.compile(
    rf"^[ \t\W]{{0,20}}items?\s{{0,9}}(?P<codes>{_CODE}(?:\s{{0,3}}(?:,|and|&|;"
    rf"|/)\s{{1,3}}(?:items?\s{{1,3}})?{_CODE}){{0,3}})"
    r"(?![\d)])[ \t]{0,3}[.:;–—-]{0,3}",
    re.I | re.M,
)
_NUMBER = re.compile(r"\d{1,2}(?:\.\s?\d\d)?")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_NOTHING = re.compile(r"\W*(?:\([a-z]\)\W*)?(?:not\s+applicable|inapplicable|none|n/a)\b\W*", re.I)
_CITED = re.compile(
    r"\s*(?:,|\)|of\s+(?:this|the|form|our|its|part)\b|above\b|below\b|through\b|is\b|are\b|to\b|hereof\b)", re.I
)
_END = re.compile(r"^[ \t\W]{0,40}(?:signatures?|exhibit\s+index|index\s+to\s+exhibits)[ \t\W]{0,40}$", re.I | re.M)
_LEADERS = re.compile(r"\.{4,}\s*\d*\s*$|\s{3,}\d{1,3}\s*$")
_SENTENCE = re.compile(r"\b(?:will|has|have|had|is|was|were|hereby)\b", re.I)
_REST_OF_LINE = re.compile(r"((?:\s[^\W\d_][\w'’-]*){1,2})\s*[.*]?\s*")
_LONGEST = 60  # words of a title
_SHORT = 90  # characters of a title that is none of the table's


@dataclass(frozen=True, slots=True)
class Section:
    """What a report says under one heading: the codes there, the heading's title and the body."""

    codes: tuple[str, ...]
    number: Piece
    title: Piece | None
    body: Piece


def present_code(code: str) -> str | None:
    """The present numbering's code for a code of either numbering."""
    return next((now for own, now, _ in table("items") if own == code), None)


def read_sections(text: Text) -> tuple[Section, ...]:
    """The items' headings with what follows each, in order."""
    found = list(_headings(text))
    stop = next((m.start() for m in _END.finditer(text.chars) if found and m.start() > found[-1][0].start()), None)
    out = []
    for i, (match, codes, title) in enumerate(found):
        start = title.end if title else match.end()
        end = found[i + 1][0].start() if i + 1 < len(found) else stop or len(text.chars)
        out.append(Section(codes, text.at(match, "codes"), title, Piece(text, start, max(start, end))))
    return tuple(out)


def _headings(text: Text) -> Iterator[tuple[re.Match[str], tuple[str, ...], Piece | None]]:
    for match in text.find(_HEADING):
        codes = tuple(dict.fromkeys(re.sub(r"\s", "", code) for code in _NUMBER.findall(match["codes"])))
        known = tuple(code for code in codes if present_code(code))
        if not known or _CITED.match(text.chars, match.end()):
            continue
        title = _title(text, match.end(), known)
        line = text.chars[match.end() : match.end() + 200].split("\n")[0].strip()
        if title is not None or not line:
            yield match, known, title


def _title(text: Text, start: int, codes: tuple[str, ...]) -> Piece | None:
    """The title behind an item's number: as long as its words are those of the table, else a short rest of the line."""
    vocabulary = _vocabulary(codes)
    first = end = None
    count = 0
    for match in _WORD.finditer(text.chars, start, start + 600):
        gap = text.chars[end or start : match.start()]
        if _stem(match[0]) not in vocabulary or count == _LONGEST or "(" in gap:
            break
        if end is not None and "." in gap and (count > 1 or "\n" in gap):
            break
        if first is not None and end is not None and "\n" in gap:
            words = text.chars[first:end]
            if _key(words) in _titles() or _stem(match[0]) == _stem(words.split()[-1]):
                break  # the title is whole: what stands below begins a list
        first = match.start() if first is None else first
        end, count = match.end(), count + 1
    if first is not None and end is not None and count > 1:
        return Piece(text, first, _line_end(text, end))
    line = text.line_at(start)
    rest = text.piece(line, start - text.starts[line]).strip(" \t.:;–—-*")
    words = str(rest)
    short = 2 < len(words) <= _SHORT and words[:1].isupper() and not words.endswith((",", " the", " of", " this"))
    return rest if short and not _LEADERS.search(words) and not _SENTENCE.search(words) else None


def _line_end(text: Text, end: int) -> int:
    """Where the title's line ends, if a word or two of its own follow there, else ``end``."""
    rest = re.match(r"[^\n]*", text.chars[end : end + 200])
    words = rest[0] if rest else ""
    few = _REST_OF_LINE.fullmatch(words)
    return end + few.end(1) if few and not _SENTENCE.search(words) else end


@cache
def _vocabulary(codes: tuple[str, ...]) -> frozenset[str]:
    """Stems of the words of the codes' titles, in either numbering."""
    present = {present_code(code) for code in codes}
    titles = " ".join(title for own, now, title in table("items") if own in codes or now in present)
    return frozenset(_stem(word) for word in _WORD.findall(titles))


def _stem(word: str) -> str:
    return word.casefold().replace("’", "'").rstrip("s")


def read_items(
    form: str | None, said: tuple[Evidence, ...], sections: tuple[Section, ...], filed: str | None
) -> tuple[tuple[Item, ...], tuple[Problem, ...]]:
    """The items of a report: by its header's words ``said``, and by its headings where it is a Form 8-K."""
    if not (form or "").upper().startswith("8-K"):
        return tuple(Item(" ".join(e.quote.split()), evidence=(_as(e, "code"),)) for e in said), ()
    reported = [s for s in sections if not _NOTHING.fullmatch(str(s.body)) and not _listed(s)]
    printed = {code for s in reported for code in s.codes}
    items: dict[str, Item] = {}
    problems = []
    for words in said:
        code = _code(words.quote, printed, filed)
        if code is None:
            why = f"The header's item {words.quote[:80]!r} is none of the form's."
            problems.append(Problem("unknown-item", "header", why, (words,)))
        elif code in items:  # said twice
            items[code] = replace(items[code], evidence=(*items[code].evidence, _as(words, "title")))
        else:
            items[code] = _item(code, words, [s for s in reported if code in s.codes])
    for section in reported:
        for code in section.codes:
            items.setdefault(code, _item(code, None, [s for s in reported if code in s.codes]))
    return tuple(items[code] for code in sorted(items, key=_order)), tuple(problems)


def _listed(section: Section) -> bool:
    """A line of a table of contents is no heading."""
    text, end = section.body.text, section.body.start
    return bool(_LEADERS.search(text.lines[text.line_at(max(end - 1, 0))]))


def _item(code: str, said: Evidence | None, sections: list[Section]) -> Item:
    titled = next((s for s in sections if s.title), None)
    title = titled.title.words if titled and titled.title else None
    evidence: Evidences = ()
    if said is not None:
        by_title = not _NUMBER.fullmatch(said.quote.strip())
        title = title or (" ".join(said.quote.split()) if by_title else None)
        evidence += (_as(said, "title" if by_title else "code"),)
    for section in sections[:1]:
        evidence += cite("code", section.number)
    evidence += cite("title", titled.title) if titled and titled.title else ()
    return Item(code, title, present_code(code), evidence)


def _as(evidence: Evidence, field: str) -> Evidence:
    return Evidence(field, evidence.span, evidence.quote)


def _code(words: str, printed: set[str], filed: str | None) -> str | None:
    """The code that the header's words name: themselves, or by their title."""
    plain = " ".join(words.split())
    if _NUMBER.fullmatch(plain):
        return plain if present_code(plain) else None
    codes = _titles().get(_key(plain), ())
    of_its_day = [c for c in codes if ("." in c) == ((filed or RENUMBERED) >= RENUMBERED)]
    return next((c for c in codes if c in printed), None) or next(iter(of_its_day or codes), None)


@cache
def _titles() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, _, title in table("items"):
        found[_key(title)] = (*found.get(_key(title), ()), code)
    return found


def _key(title: str) -> str:
    return " ".join(_WORD.findall(title.casefold().replace("’", "'")))


def _order(code: str) -> tuple[int, int]:
    whole, _, part = code.partition(".")
    return int(whole), int(part or 0)
