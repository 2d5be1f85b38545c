"""Signs of exhibits, plans, fee rows and citations: whether the words fit the number, and the rows one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from ..lexicon import table
from ..records import Exhibit, ExhibitStatus, IncorporatedDocument, Offering, Plan, PlanMovement, Reference
from .page import Page, Signs

_MAJOR = re.compile(r"\(?(\d{1,3})(?!\d)")
_DANGLING = re.compile(
    r"(?:\b(?:of|the|and|to|by|in|for|with|from|(?-i:an?)|between|no|its|dated|exhibits?|form|on|general|registrant['’]s)|[,(&-])$",
    re.I,
)
_REFERS = re.compile(r"\bincorporated\b.{0,30}\breference\b|\bincluded\b|\bcontained\b|\bpreviously\b", re.I)
_HEAD = re.compile(r"(?!(?:That|To|Insofar|The undersigned)\b)[A-Z0-9\"“*'‘(\[]")  # an undertaking is no exhibit
_PLAN = re.compile(
    r"\b(?:plans?|agreements?|program(?:me)?|options?|arrangements?|trust|scheme|contracts?|awards?)\b", re.I
)
_OTHERS = re.compile(
    r"\b(?:address|registrant|telephone|title|zip|name|executive offices|code|commission|copies)\b", re.I
)
# other columns' words in a row of the fee table
_ODD_SECURITY = re.compile(r"\d,\d{3}|\bregist|\bamended\b|\bamount\b|\bpar$|^\W*$|^\d", re.I)
_CITED = re.compile(r"(?:333|33|2)-\d{4,6}(?:-\d+)?$")
_REPORT = re.compile(r"(?:10|20|40|11|8|6|DEF|PRE|S|F)", re.I)


@cache
def _usual(major: str) -> frozenset[str]:
    return frozenset(word for number, words in table("exhibit_words") if number == major for word in words.split())


def _words(text: str) -> set[str]:
    return {w.strip(".,;:()\"'“”").casefold() for w in text.split()}


def words_sign(exhibit: Exhibit) -> str:
    """Whether the description has a word that documents of this number have."""
    major = _MAJOR.match(exhibit.number)
    usual = _usual(major[1].lstrip("0")) if major else frozenset()
    if not usual:
        return "no-such-number"
    return "usual-words" if usual & _words(exhibit.description) else "other-words"


def whole_sign(text: str) -> str:
    """Whether a text begins and ends as a whole one does."""
    words = text.split()
    if not words:
        return "no-words"
    if _DANGLING.search(text.rstrip(" .")) or not _HEAD.match(text):
        return "broken"
    return "long" if len(words) > 60 or "signatures" in text.casefold() else "word" if len(words) == 1 else "whole"


def of_exhibits(facts: Sequence[Exhibit], page: Page) -> Iterator[Signs]:
    """A list read right has whole descriptions under rising numbers, and words that go with each number."""
    order = [_order(e.number) for e in facts]
    rising = [a <= b for a, b in pairwise(order)]
    for i, fact in enumerate(facts):
        yield (
            _status(fact, page),
            whole_sign(fact.description),
            "rising" if all(rising[max(0, i - 1) : i + 1]) else "out-of-order",
            words_sign(fact),
        )


def _status(fact: Exhibit, page: Page) -> str:
    """Whether the status was said or supposed, and whether what is filed is there."""
    said = any(e.field == "status" for e in fact.evidence)
    if fact.status is ExhibitStatus.INCORPORATED_BY_REFERENCE:
        return "full-reference" if fact.reference and fact.reference.file_number else "reference"
    if fact.status is not ExhibitStatus.FILED_HEREWITH:
        return "said" if said else "supposed"
    if _REFERS.search(fact.description):
        return "elsewhere-by-words"
    major = _MAJOR.match(fact.number)
    there = bool(major and major[1] in page.attached)
    return ("said" if said else "supposed") + ("-attached" if there else "-not-attached" if page.attached else "")


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", number)[:2])


def of_plans(facts: Sequence[Plan], page: Page) -> Iterator[Signs]:
    for fact in facts:
        words = fact.title.split()
        yield (
            "caption"
            if _OTHERS.search(fact.title)
            else "plan"
            if _PLAN.search("".join(words[-1:]))
            else "no-plan-word",
            "word" if len(words) < 3 else "long" if len(words) > 14 else "whole",
        )


def of_offerings(facts: Sequence[Offering], page: Page) -> Iterator[Signs]:
    """Amount times price is the aggregate, in a fee table that was read right."""
    for fact in facts:
        given = [x for x in (fact.amount, fact.price, fact.aggregate) if x]
        sums = "no-product"
        if fact.amount and fact.price and fact.aggregate:
            product, total = Decimal(fact.amount) * Decimal(fact.price), Decimal(fact.aggregate)
            sums = "product" if abs(product - total) <= max(Decimal(1), total / 200) else "other-product"
        odd = _ODD_SECURITY.search(fact.security) or len(f"{fact.security} {fact.plan or ''}".split()) > 20
        yield (sums, f"{len(given)}-figures", "odd-words" if odd else "plain-words", "fee" if fact.fee else "no-fee")


def of_movements(facts: Sequence[PlanMovement], page: Page) -> Iterator[Signs]:
    """A row of the fee table says less, and surer, than a sentence."""
    for fact in facts:
        yield (
            "row" if fact.row is not None else str(fact.kind),
            "plan" if fact.plan else "no-plan",
            "amount" if fact.amount else "all" if fact.unsold else "no-amount",
        )


def of_references(facts: Sequence[Reference], page: Page) -> Iterator[Signs]:
    exhibits = {e.reference.file_number for e in page.filing.exhibits if e.reference}
    for fact in facts:
        yield (
            "exhibit-too" if fact.file_number in exhibits else "cited-only",
            "filed" if fact.filed else "no-date",
            "number" if _CITED.match(fact.file_number) else "odd-number",
        )


def of_incorporated(facts: Sequence[IncorporatedDocument], page: Page) -> Iterator[Signs]:
    for fact in facts:
        yield (
            "dated" if fact.period or fact.filed else "no-date",
            "report" if _REPORT.match(fact.form) else "other-form",
        )
