"""Where the exhibit lists of a document stand.

A list begins at a heading and ends at the next item, the signatures or an exhibit's own heading::

    Item 8.  Exhibits.          EXHIBIT INDEX          (c) Exhibits:          3.   Exhibits
    Exhibit No.   Description   (the headings of columns open a list, too)
"""

from __future__ import annotations

import re

from ..scan import lines_with, lowered
from ..span import Text
from .grammar import ROW, is_number
from .layout import is_heading
from .listing import Listing, OpenRow
from .rows import Reader

_MENTIONS = ("exhibit", "designation ")
_ITEM = re.compile(  # but the heading of a column: "Item 601     Document"
    r"\s*item\s+(?!601\b)\d+[A-Za-z]?(?:\.\d\d)?(?:\s*\([a-z]\))*[.:\s\-–—]+(?=\S)", re.I
)
_TITLE = re.compile(
    r"[^\w]*(?:exhibits?[\s\-]+index|index\s+(?:to|of)\s+exhibits?|(?:list|schedule|table)\s+of\s+exhibits|"
    r"exhibits?(?:\s+(?:list|and\s+\w[\w\s]{0,50}|to\s+(?:this\s+)?(?:form|registration)[\w\s\-]{0,40}"
    r"|filed[\w\s\-]{0,60}|attached|"
    r"required\s+by\s+[\w\s\-()]{0,60}))?)[^\w(]*$",
    re.I,
)
_LETTERED = re.compile(
    r"\s*(?:\(?[A-Da-d\d]{1,2}[).]\s*){1,3}(?:the\s+following\s+)?exhibits?\b(?:[.:,;\s\-–—(]|$)[^\n]{0,90}$", re.I
)
_ITEM_ALONE = re.compile(r"\s*item\s+\d+(?:\.\d\d)?(?:\s*\([a-z]\))*[.:\s\-–—]*$", re.I)
_STATEMENTS = re.compile(r"\s*financial\s+statements?\b[\w\s,]{0,80}\band\s+exhibits?\s*[.:]?\s*$", re.I)
_INLINE = re.compile(  # ``(d) Exhibits. The following exhibit is filed herewith: 16.1 Letter of ...``
    r"\s*(?:item\s+\d+[\d.]*(?:\([a-z]\))?[.:\s]*)?(?:\(?[A-Da-d\d]{1,2}[).]\s*){0,3}(?:"
    r"exhibits?\s*[.:,;\-–—][.:,;\-–—\s]*+(?:(?:the\s+)?following\s+[^:\n]{0,110}:\s*)?"
    r"(?=(?:exhibit\s+(?:nos?\.?\s*)?)?\d{1,3}[.(\s])"
    r"|(?<=[).]\s)(?=exhibit\s+(?:nos?\.?\s*)?\d{1,3}[.(\s]))",
    re.I,
)
# ``... are part of this report. Exhibits:``
_CLAUSE = re.compile(r"[.;]\s+(?:The\s+following\s+)?exhibits?\s*:\s*$", re.I)
# Item 7 of Schedule 13D, whose exhibits may have letters
_MATERIAL = re.compile(r"\bmaterials?\s+to\s+be\s+filed\b", re.I)
_CONTINUED = re.compile(r"\bcont(?:inued|'d|\.)", re.I)
_END = re.compile(
    r"\s*(?:s\s?i\s?g\s?n\s?a\s?t\s?u\s?r\s?e\s?s?|power\s+of\s+attorney|(?:the\s+)?undertakings?"
    r"|legal\s+matters|experts)\s*\.?\s*$"
    r"|\s*pursuant\s+to\s+the\s+requirements\s+of\b|\s*exhibit\s+\d{1,3}(?:[.\-]\w{1,3}|\([a-z\d]{1,3}\))*\s*$"
    r"|\s*(?:\(?[a-d]\)?[.)]\s*|\d\.\s*)?(?:reports?\s+on\s+form\s+8-?k"
    r"|financial\s+statement\s+schedules?)\s*[.:]?\s*$"
    r"|\s*(?:independent\s+auditors?['’]?s?['’]?\s+(?:consent|report)|(?:consent"
    r"|reports?)\s+of\s+independent\b[^\n]{0,60})\s*$"
    r"|\s*WHEREAS,\s|\s*(?:the\s+)?undersigned\s+registrant\s+hereby|\s*undertakings?[.:]",
    re.I,
)
_FINANCIAL = re.compile(r"financial\s+(?:statements?|schedules?)", re.I)
_PAGE_HEAD = 12  # lines from a list's end to the heading that is repeated on the next page, at most
_LONGEST = 4000  # lines of one list; Form 10-K indexes reach some hundreds


def read_lists(text: Text) -> tuple[Listing, ...]:
    """All exhibit lists of the document that have rows, in order."""
    found: list[Listing] = []
    done = 0
    parent: OpenRow | None = None
    for number in lines_with(text, lowered(text.chars), *_MENTIONS):
        if number < done or not _opens(text, number):
            continue
        listing, done, parent = _read(text, number, parent if number - done < _PAGE_HEAD else None)
        if listing.rows:
            found.append(listing)
    return tuple(found)


def list_spans(text: Text) -> tuple[tuple[int, int], ...]:
    """Where in ``chars`` the exhibit lists with rows stand, from the first row of each to its end."""
    spans = []
    for listing in read_lists(text):
        rows = [p for row in listing.rows for p in (row.place, *row.description, *(c for _, c in row.columns))]
        notes = [p for pieces in listing.legend.values() for p in pieces]
        spans.append((listing.rows[0].place.start, max(p.end for p in rows + notes)))
    return tuple(spans)


def _opens(text: Text, number: int) -> bool:
    """Whether the line is the heading of a list."""
    line = text.lines[number]
    if len(line.strip()) > 200:
        return False
    if _ITEM.match(line):
        return len(line.strip()) <= 140
    if _STATEMENTS.match(line):  # the number of the item on a line of its own
        before = next((n for n in range(number - 1, max(-1, number - 5), -1) if text.lines[n].strip()), None)
        return before is not None and bool(_ITEM_ALONE.match(text.lines[before]))
    if _TITLE.match(line):
        return "ndex" in line.casefold() or (
            line.lstrip()[:1].isupper() and not text.lines[max(0, number - 1)].strip(" \t()abcdABCD.")[:4]
        )
    if _inline(line):
        return True
    if _CLAUSE.search(line) and _numbered_below(text, number):
        return True
    return bool(_LETTERED.match(line)) or (is_heading(line) and _heads_columns(line))


def _inline(line: str) -> int:
    """Where the first row begins on the line of the list's heading; 0 where there is none."""
    found = _INLINE.match(line)
    row = ROW.match(line[found.end() :]) if found and found.end() else None
    if found is None or row is None or not is_number(row["number"], bool(row["label"])):
        return 0
    rest = line[found.end() + row.end() :].lstrip("“\"'(")
    return found.end() if rest[:1].isupper() else 0


def _numbered_below(text: Text, number: int) -> bool:
    """Whether the next line is a row with an exhibit's number."""
    below = next((line for line in text.lines[number + 1 : number + 4] if line.strip()), "")
    found = ROW.match(below)
    return found is not None and len(found["gap"]) > 1 and is_number(found["number"], bool(found["label"]))


def _heads_columns(line: str) -> bool:
    return len(line.strip()) < 12 or bool(re.search(r"\S\s{2,}\S|\bno\b|number", line, re.I))


def _read(text: Text, first: int, parent: OpenRow | None) -> tuple[Listing, int, OpenRow | None]:
    """The list that the line ``first`` opens, the line at which it ends, and the category that is open there.

    ``parent`` is the category that was open where the list before ended, on the page before.
    """
    lines = text.lines
    reader = Reader(text, not _FINANCIAL.search(lines[first]) or _CLAUSE.search(lines[first]) is not None)
    reader.parent, reader.lettered = parent, _MATERIAL.search(lines[first]) is not None
    if (not _ITEM.match(lines[first]) and is_heading(lines[first]) and not _TITLE.match(lines[first])) or (
        is_heading(lines[first]) and len(lines[first].strip()) < 12
    ):
        reader.feed(first)
    reader.read_inline(first, _inline(lines[first]))
    number, last = first + 1, min(len(lines), first + _LONGEST)
    while number < last:
        line = lines[number]
        if line.strip():
            if _ends(lines, number, line) and not reader.goes_on(number, line):
                break
            if _CONTINUED.search(line) and reader.listing.rows and _LETTERED.match(line):
                reader.broken = True  # the list's heading again, on the next page
                number += 1
                continue
            if _opens_anew(line, reader):
                if reader.listing.rows and not (_LETTERED.match(line) or _inline(line)):
                    break
                reader = Reader(text, lettered=reader.lettered)
                reader.read_inline(number, _inline(line))
                number += 1
                continue
            reader.feed(number)
        else:
            reader.feed(number)
        number += 1
    return reader.finish(), number, reader.parent


def _ends(lines: list[str], number: int, line: str) -> bool:
    if _END.match(line):
        return True
    found = _ITEM.match(line)
    if found is None or "continued" in line.casefold():
        return False
    return not lines[number - 1].strip() or "." in found[0] or line.lstrip()[:4].isupper() or line[:4] == "Item"


def _opens_anew(line: str, reader: Reader) -> bool:
    """Whether a line within a list is the heading of another (or of the part of an item that lists the exhibits)."""
    if _LETTERED.match(line) or _inline(line):
        return True
    if reader.row is not None and not reader.gap and not reader.broken:
        return False
    return bool(_TITLE.match(line)) and (not is_heading(line) or "ndex" in line.casefold()) and len(line.strip()) >= 12
