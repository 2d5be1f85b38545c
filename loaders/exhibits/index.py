"""The exhibit index of a main document: every row once, with its status and where it was filed before.

An index given twice (Item 8 and a page of its own) is merged by number; the longer description holds.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..records import Evidences, Exhibit, ExhibitReference, ExhibitStatus, cite
from ..span import Piece, Text
from .doubts import unexplained
from .furnished import read_furnished
from .grammar import MARK, mark_key
from .layout import Cell
from .listing import Listing, Row, without_categories
from .lists import read_lists
from .prose import said_marks, stretches
from .reference import general_file_number
from .terms import with_terms
from .verdict import RANK, judge

_FINAL_MARK = re.compile(
    rf"\s*(?P<mark>\((?:{MARK}|\d{{1,2}}|[A-Za-z])\)|(?>{MARK}(?:\s*,?\s*{MARK})*))(?P<dot>\s*\.?)\s*$"
)
_LONGEST_MARKS = 200  # characters before the end: in a long run, each start would be tried
_RAISED = re.compile(r"(?<=[A-Za-z).”\"])(?P<mark>\d)$")  # a footnote's number that stood raised: "Form of Agreement2"
_SYMBOL = re.compile(r"([*+†‡#§^~¶])\1{0,3}")
_SMALL = frozenset(["of", "the", "and", "a", "an", "to", "in", "by", "for", "form", "as", "registrant", "company"])
_LEADING_MARK = re.compile(r"\s*(?P<mark>\((?:\d{1,2}|[A-Za-z])\))\s+(?=\S)")
_NUMBER_MARK = re.compile(r"\((\d{1,2}|[A-Za-z])\)$")
_SAME = re.compile(
    r"\b(?:the\s+same|(?:such|said))\s+(?:(?:annual|quarterly|current|registration)\s+)?(?:report|statement|form)", re.I
)
_IBID = re.compile(r"(?:^|[\s,;(\[–—-])(?:ibid(?:em)?|id\.)\s*[.)\]]*\s*$", re.I)
# "[A, Exhibit 3.1]", "(2; Ex. 10.4)", "[C]": a note of the legend, and the exhibit's number there
_LETTERED = re.compile(
    r"\s*(?:\[(?P<boxed>[A-Za-z]|\d{1,2})(?:[,;:]?\s+(?:exhibits?|ex\.)\s*(?P<there>[\w.()\-]{1,14}))?\]"
    r"|\((?P<round>[A-Z]|\d{1,2})[,;:]?\s+(?:exhibits?|ex\.)\s*(?P<number>[\w.\-]{1,10}(?:\(\w{1,3}\))?)\))\W*$",
    re.I,
)
_MOST = 60  # exhibits of one number that are compared, and places of one that are cited; real lists have fewer
_PERIODIC = re.compile(r"10-?[KQ]|8-?K", re.I)


def read_exhibit_index(text: Text) -> tuple[Exhibit, ...]:
    """The exhibits that the main document lists; those with a mark that no legend explains with both readings."""
    merged: dict[str, list[Exhibit]] = {}
    furnished = read_furnished(text)
    prose: list[Piece] = []
    for listing in read_lists(text):
        prose += stretches(listing)
        for mark, sentence in said_marks(listing):
            listing.legend.setdefault(mark, [sentence])
        general = _general(listing)
        here: dict[str, list[Exhibit]] = {}
        before = ""
        above: Exhibit | None = None
        for row in without_categories(listing.rows):
            above = exhibit = _as_above(_exhibit(row, listing, general), above)
            said = next((f for f in furnished if f.holds_for(exhibit.number)), None)
            if said and _is_default(exhibit):
                evidence = exhibit.evidence + cite("status", said.piece)
                exhibit = replace(exhibit, status=ExhibitStatus.FURNISHED, evidence=evidence, alternatives=())
            known = here.setdefault(_key(exhibit.number), [])
            _put(known, exhibit, known, 0.99 if exhibit.number == before else 0.5)
            before = exhibit.number
        for key, exhibits in here.items():
            known = merged.setdefault(key, [])
            earlier = list(known)
            for exhibit in exhibits:
                _put(known, exhibit, earlier, 0.5)
    return with_terms((e for exhibits in merged.values() for e in exhibits), prose)


def _as_above(exhibit: Exhibit, above: Exhibit | None) -> Exhibit:
    """An exhibit of whose place its row says "ibid." or "the same Form 10-Q" was filed where the one above it was."""
    told = exhibit.reference
    if told and above and above.reference and not told.file_number and _SAME.search(exhibit.description):
        if told.form in (None, above.reference.form):
            again = replace(above.reference, exhibit=told.exhibit)
            evidence = exhibit.evidence + tuple(e for e in above.evidence if e.field == "reference")
            return replace(exhibit, reference=again, evidence=tuple(dict.fromkeys(evidence)))
        return exhibit
    if above is None or above.reference is None or not _is_default(exhibit) or not _IBID.search(exhibit.description):
        return exhibit
    evidence = exhibit.evidence + tuple(e for e in above.evidence if e.field in ("status", "reference"))
    return replace(
        exhibit,
        status=above.status,
        reference=replace(above.reference, exhibit=None),
        evidence=tuple(dict.fromkeys(evidence)),
        alternatives=(),
    )


def _is_default(exhibit: Exhibit) -> bool:
    return exhibit.status is ExhibitStatus.FILED_HEREWITH and not any(e.field == "status" for e in exhibit.evidence)


def _put(known: list[Exhibit], exhibit: Exhibit, among: list[Exhibit], alike: float) -> None:
    """Add an exhibit to those of its number, or merge it into the one ``among`` them that shares most words."""
    likeness = [(_shared(other.description, exhibit.description), other) for other in among[-_MOST:]]
    best = max(likeness, key=lambda pair: pair[0], default=None)
    if best is None or best[0] < alike:
        known.append(exhibit)
        return
    one = known.index(best[1])
    known[one] = _merge(best[1], exhibit)
    if among is not known:
        among.remove(best[1])


def _shared(one: str, two: str) -> float:
    """The share of the words of the shorter text that the longer has, too."""
    a, b = (set(re.findall(r"\w+", text.casefold())) - _SMALL for text in (one, two))
    return len(a & b) / max(1, min(len(a), len(b)))


def _key(number: str) -> str:
    return re.sub(r"[^a-z\d]+", ".", number.casefold()).strip(".")


def _general(listing: Listing) -> str | None:
    """A file number for all rows of the list, from its prose or from within a description."""
    for pieces in (listing.prose, *listing.legend.values(), *(row.description for row in listing.rows)):
        words = " ".join(p.words for p in pieces)
        found = general_file_number(words) if "under" in words or "file" in words.casefold() else None
        if found:
            return found
    return None


def _exhibit(row: Row, listing: Listing, general: str | None) -> Exhibit:
    """The exhibit of a row, with both readings where a mark that no legend explains decides its status."""
    number, marks = _number(row, listing)
    description, final = _strip_marks(row.description, listing)
    leading = _LEADING_MARK.match(str(description[0])) if description else None
    if leading and leading["mark"] in listing.legend:
        final = [*final, leading["mark"]]
        description[0] = description[0].sub(leading.end(), len(str(description[0])))
    columns, more = _strip_columns(row, listing)
    lettered, there = _lettered(description, listing)
    marks = [*marks, *final, *more, *lettered]
    verdict = judge(description, columns, marks, listing, row.place.line)
    reference = verdict.reference
    if reference and there:
        reference = replace(reference, exhibit=there)
    if reference and general and not reference.file_number and _PERIODIC.match(reference.form or ""):
        reference = replace(reference, file_number=general)
    evidence: Evidences = cite("number", row.place) + cite("description", *description)
    if verdict.pieces:
        evidence += cite("status", *verdict.pieces)
        if reference:
            evidence += cite("reference", *verdict.pieces)
    words = " ".join(p.words for p in description)
    lost = next((m for m in marks if not verdict.pieces and _SYMBOL.fullmatch(m) and m not in listing.legend), None)
    doubts = (unexplained(lost, row.place),) if lost and verdict.status is ExhibitStatus.FILED_HEREWITH else ()
    return Exhibit(number, words, verdict.status, reference, evidence, alternatives=doubts)


def _number(row: Row, listing: Listing) -> tuple[str, list[str]]:
    """The number without a footnote's number, and the marks about it."""
    marks = [mark_key(part) for piece in row.marks for part in str(piece).split(",")]
    found = _NUMBER_MARK.search(row.number)
    if found is None or not found.start() or found[0] not in listing.legend:
        return row.number, marks
    whole = row.number[: found.start()]
    # a capital letter is a part of "10(A)" and of "10.1(A)" beside "10.1(B)", even where notes have letters, too
    if found[1].isupper() and (
        "." not in whole or any(r.number.startswith(whole + "(") for r in listing.rows if r is not row)
    ):
        return row.number, marks
    return whole, [*marks, found[0]]


def _lettered(description: list[Piece], listing: Listing) -> tuple[list[str], str | None]:
    """The mark of a note in brackets at the end, and the exhibit's number there; a bare mark is cut off."""
    said = str(description[-1]) if description else ""
    found = _LETTERED.search(said, max(0, len(said) - 60))
    if found is None:
        return [], None
    mark = f"[{found['boxed']}]" if found["boxed"] else f"({found['round']})"
    if mark not in listing.legend:
        return [], None
    there = found["there"] or found["number"]
    if not there:
        description[-1] = description[-1].sub(0, found.start())
        description[:] = [piece for piece in description if str(piece).strip()]
    return [mark], there


def _strip_marks(pieces: tuple[Piece, ...], listing: Listing) -> tuple[list[Piece], list[str]]:
    """The pieces without the footnote marks after the last, and those marks."""
    kept = list(pieces)
    marks: list[str] = []
    while kept:
        text = str(kept[-1])
        found = _FINAL_MARK.search(text, max(0, len(text) - _LONGEST_MARKS))
        raised = _RAISED.search(text, max(0, len(text) - 2)) if found is None else None
        if raised and raised["mark"] in listing.legend:
            return [*kept[:-1], kept[-1].sub(0, raised.start())], [raised["mark"], *marks]
        if found is None:
            break
        mark = mark_key(found["mark"])
        if mark.strip("()").isalnum() and mark not in listing.legend:
            break
        last = [mark_key(m) for m in re.split(r"[\s,]+", mark)] if not mark.strip("()").isalnum() else [mark]
        marks = [*last, *marks]
        kept[-1] = kept[-1].sub(0, found.start())
        if not str(kept[-1]).strip():
            kept.pop()
    return kept, marks


def _strip_columns(row: Row, listing: Listing) -> tuple[list[tuple[Cell, Piece]], list[str]]:
    columns, marks = [], []
    for kind, piece in row.columns:
        if kind is Cell.MANNER and (note := f"({piece.words})") in listing.legend:  # a note's number alone
            marks.append(note)
            continue
        kept, found = _strip_marks((piece,), listing)
        marks += found
        columns += [(kind, k) for k in kept]
    return columns, marks


def _merge(one: Exhibit, two: Exhibit) -> Exhibit:
    """One exhibit of two listings: the longer description, the status that says more, the fuller reference."""
    longer, other = (two, one) if len(two.description) > len(one.description) else (one, two)
    first, second = sorted((one, two), key=lambda e: (RANK.index(e.status), -_fullness(e.reference)))
    evidence = longer.evidence
    if first is not longer:
        evidence += tuple(e for e in first.evidence if e.field in ("status", "reference"))
    reference = first.reference or (second.reference if second.status is first.status else None)
    merged = Exhibit(
        one.number if len(one.number) >= len(two.number) else two.number,
        longer.description,
        first.status,
        reference,
        evidence + (tuple(e for e in other.evidence if e.field == "number") if len(evidence) < _MOST else ()),
    )
    return replace(merged, alternatives=one.alternatives or two.alternatives) if _is_default(merged) else merged


def _fullness(reference: ExhibitReference | None) -> int:
    if reference is None:
        return -1
    return sum(part is not None for part in (reference.form, reference.file_number, reference.date, reference.exhibit))
