"""What the prices of a fee table rest on: by the notes that its rows refer to, or a column of rules.

    (2) Estimated ... pursuant to Rules 457(c) and 457(h), on the basis of the average of the high and low prices of the
        Registrant's shares as reported on the Nasdaq National Market on May 11, 1999

gives ``rule_457_c rule_457_h average_high_low`` and the day 1999-05-11.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from .dates import dates_in_prose
from .fee_notes import Note, marks_in, read_notes
from .fee_plans import with_plans
from .fees import FeeRow
from .records import Evidences, Offering, PriceBasis, Problem, cite
from .span import Piece, Text

_PARAGRAPH = r"\(\s*[a-z]\s*\)(?:\s?\(\s*(?:\d|i{1,3})\s*\))*"
_RULES = re.compile(
    rf"\b457\s*{_PARAGRAPH}(?:[\s,;/&]*(?:\band\b|\bor\b)?[\s,;/&]*(?:(?:under\s+)?rules?\s+)?(?:457\s*)?{_PARAGRAPH})*",
    re.I,
)
_LETTER = re.compile(r"\(\s*([a-z])\s*\)(?:\s?\(\s*(?:\d|i{1,3})\s*\))*", re.I)
# what is taken for the price: a word without which it is not said, and how it is said
_MEANS = (
    (PriceBasis.AVERAGE_HIGH_LOW, "high", r"\bhigh(?:est)?\s+(?:price\s+)?and\s+(?:the\s+)?low(?:est)?\b"),
    (PriceBasis.BID_ASKED, "bid", r"\bbid\s+(?:price\s+)?and\s+(?:the\s+)?ask(?:ed)?\b"),
    (PriceBasis.CLOSING_PRICE, "closing", r"\bclosing\s+(?:\w+\s+)?price"),
    (PriceBasis.CLOSING_PRICE, "last", r"\blast\s+(?:reported\s+)?sales?\s+price"),
    (
        PriceBasis.WEIGHTED_EXERCISE_PRICE,
        "weighted",
        r"\bweighted[\s-]+average\s+(?:per[\s-]share\s+)?(?:exercise|option|purchase)\s+price",
    ),
    (PriceBasis.EXERCISE_PRICE, "exercise", r"\bexercise\s+prices?\b"),
    (PriceBasis.EXERCISE_PRICE, "option", r"\boption\s+prices?\b"),
    (PriceBasis.DISCOUNT, "%", r"\b\d{2}(?:\.\d+)?\s?%\s+of\b|\bmultiplied\s+by\s+\d{2}\s?%"),
    (PriceBasis.DISCOUNT, "percent", r"\b\d{2}(?:\.\d+)?\s+percent\s+of\b"),
    (PriceBasis.BOOK_VALUE, "book", r"\bbook\s+value\b"),
)
_PATTERNS = tuple((code, word, re.compile(pattern)) for code, word, pattern in _MEANS)
_MARKET = frozenset({PriceBasis.AVERAGE_HIGH_LOW, PriceBasis.BID_ASKED, PriceBasis.CLOSING_PRICE})
_ABOUT = re.compile(r"\b(?:estimated|calculat\w+|comput\w+|determin\w+)\b[^.]{0,120}\b(?:fee|price)s?\b", re.I)
_ORDER = {code: place for place, code in enumerate(PriceBasis)}
_HEADING = re.compile(r"calculation\s+of\b", re.I)
_ABOVE = 40  # lines of a table's heading, at most


@dataclass(frozen=True, slots=True)
class Price:
    """What a price rests on, the day of the market prices, and the words for both."""

    basis: tuple[PriceBasis, ...]
    day: str | None
    evidence: Evidences


def read_price(piece: Piece) -> Price | None:
    """What a note or a cell says the price rests on; None where it says nothing of it."""
    words = str(piece)
    if "457" not in words and not _ABOUT.search(words):
        return None
    found = dict(_codes(piece))
    if not found:
        return None
    market = [at for code, at in found.items() if code in _MARKET]
    day, cited = _day(piece, market)
    basis = tuple(sorted(found, key=_ORDER.__getitem__))
    places = tuple(dict.fromkeys(cite("basis", *(found[code] for code in basis))))
    return Price(basis, day, places + (cite("price_date", cited) if cited else ()))


def _codes(piece: Piece) -> Iterator[tuple[PriceBasis, Piece]]:
    words = str(piece)
    codes = set(PriceBasis)
    for rule in _RULES.finditer(words):
        for letter in _LETTER.finditer(rule[0]):
            code = f"rule_457_{letter[1].lower()}"
            if code in codes:  # others, such as (p), are on fees paid before
                yield PriceBasis(code), piece.group(rule)
    low = words.lower() if len(words.lower()) == len(words) else words
    for code, word, pattern in _PATTERNS:
        if word in low and (found := pattern.search(low)):
            yield code, piece.group(found)
            low = pattern.sub(_blank, low)  # a weighted exercise price is no exercise price of its own


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _day(piece: Piece, market: Sequence[Piece]) -> tuple[str | None, Piece | None]:
    """The day of the market prices: the first one after their words, else the last one before."""
    if not market:
        return None, None
    at = min(place.start for place in market)
    days = dates_in_prose(piece)
    after = [d for d in days if d[1].start > at]
    return after[0] if after else days[-1] if days else (None, None)


def with_prices(text: Text, rows: tuple[FeeRow, ...]) -> tuple[tuple[Offering, ...], tuple[Problem, ...]]:
    """The rows with the plans that notes give them and what their prices rest on.

    A problem where several notes say what prices rest on and no mark tells which is for a row.
    """
    if not rows:
        return (), ()
    first = min(cell.line for cell in rows[0].cells)
    below = read_notes(text, first)
    rows = with_plans(rows, below)
    notes = [(note, price) for note in below if (price := read_price(note.piece))]
    heads = marks_in(_heads(text, first))
    out, problems = [], []
    for row in rows:
        own = _own(row)
        prices = own + list(_prices(row, notes, heads, bool(own)))
        if not prices and notes:
            cited = tuple(replace(e, field="what") for _, price in notes for e in price.evidence if e.field == "basis")
            why = (
                f"{len(notes)} notes say what prices rest on; no mark tells which one is for {row.offering.security!r}."
            )
            problems.append(Problem("price-basis-untold", f"document {text.document}", why, cited))
        out.append(_priced(row.offering, prices))
    return tuple(out), tuple(problems)


def _heads(text: Text, first: int) -> Iterator[Piece]:
    """The lines of the table's heading."""
    for number in range(first - 1, max(-1, first - _ABOVE), -1):
        if _HEADING.search(text.lines[number]):
            return
        yield text.line(number)


def _own(row: FeeRow) -> list[Price]:
    """What the row's own cells say: the column of rules of Exhibit 107."""
    return [price for cell in row.cells if "457" in str(cell) and (price := read_price(cell))]


def _prices(row: FeeRow, notes: Sequence[tuple[Note, Price]], heads: frozenset[str], told: bool) -> Iterator[Price]:
    """The prices of the notes that the row refers to, or its columns' headings; of the only note if nothing is told."""
    for marks in (marks_in(row.cells), heads):
        chosen = [price for note, price in notes if note.mark and note.mark in marks]
        if chosen:
            yield from chosen
            return
    if not told and len({price.basis for _, price in notes}) == 1:
        yield notes[0][1]


def _priced(offering: Offering, prices: Iterable[Price]) -> Offering:
    prices = list(prices)
    basis = tuple(sorted({code for price in prices for code in price.basis}, key=_ORDER.__getitem__))
    days = {price.day for price in prices if price.day}
    day = days.pop() if len(days) == 1 else None
    kept = (e for price in prices for e in price.evidence if e.field == "basis" or price.day == day)
    return replace(offering, basis=basis, price_date=day, evidence=offering.evidence + tuple(dict.fromkeys(kept)))


def priced_as(offering: Offering, other: Offering) -> Offering:
    """The offering, read from facts, with what the same row as printed says its price rests on."""
    fields = {"basis", "price_date"} | ({"plan"} if not offering.plan else set())
    evidence = offering.evidence + tuple(e for e in other.evidence if e.field in fields)
    plan = offering.plan or other.plan
    return replace(offering, plan=plan, basis=other.basis, price_date=other.price_date, evidence=evidence)
