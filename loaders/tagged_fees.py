"""Fee tables that say their rows in machine-readable facts: Exhibit 107 in Inline XBRL, taxonomy ``ffd``.

::

    <xbrli:context id="offrl_1"> ... <xbrldi:typedMember dimension="ffd:OfferingAxis"><dei:lineNo>1</dei:lineNo> ...
    <ix:nonNumeric contextRef="offrl_1" name="ffd:OfferingSctyTitl">Common Stock, Harbor 2024 Plan</ix:nonNumeric>
    <ix:nonFraction contextRef="offrl_1" name="ffd:AmtSctiesRegd" scale="0">1,000,000</ix:nonFraction>

A fact's context names the line of the table. The table as printed is read too: where it says otherwise than the facts
the facts are kept, and a problem says both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from .fees import name_of, read_rows
from .inline_xbrl import Fact, read_facts
from .prices import priced_as, with_prices
from .records import Evidence, Offering, Problem
from .span import Span, Text

_CONTEXT = re.compile(
    r"<(?:\w+:)?context\b[^<>]*\bid\s*=\s*[\"']([^\"']+)[\"'][^<>]*>(.*?)</(?:\w+:)?context\s*>", re.S
)
_LINE = re.compile(r"dimension\s*=\s*[\"']ffd:OfferingAxis[\"'][^<>]*>\s*<[\w:]+[^<>]*>\s*(\d+)\s*<", re.S)
_TITLE = "ffd:OfferingSctyTitl"
_FIGURES = {
    "ffd:AmtSctiesRegd": "amount",
    "ffd:MaxOfferingPricPerScty": "price",
    "ffd:MaxAggtOfferingPric": "aggregate",
    "ffd:FeeAmt": "fee",
}
_FIELDS = ("amount", "price", "aggregate", "fee")
Row = Mapping[str, Fact]


def read_fee_table(text: Text) -> tuple[tuple[Offering, ...], tuple[Problem, ...]]:
    """The rows of a fee table, from its facts where it has any, else as printed; problems where the two disagree."""
    printed, untold = with_prices(text, read_rows(text))
    problems: list[Problem] = list(untold)
    rows = [row for row in _rows(text, problems) if _TITLE in row or "ffd:OfferingSctyTp" in row]
    if not rows:
        return printed, tuple(problems)
    left = list(printed)
    out = []
    for row in rows:
        tagged = _offering(text, row, problems)
        same = next((o for o in left if _overlap(o, row)), None)
        if same is not None:
            left.remove(same)
            problems.extend(_differences(text, tagged, same))
            tagged = priced_as(tagged, same)
        out.append(tagged)
    for other in left:
        why = f"The printed table has a row {other.security!r} that no fact names; the facts name {len(rows)} rows."
        problems.append(Problem("fee-row-untagged", _where(text), why, _what(*other.evidence[:1])))
    return tuple(out), tuple(problems)


def _rows(text: Text, problems: list[Problem]) -> list[Row]:
    """The facts of each line of the table, by their names, in the order of the lines."""
    lines = {match[1]: int(at[1]) for match in _CONTEXT.finditer(text.source) if (at := _LINE.search(match[2]))}
    rows: dict[int, dict[str, Fact]] = {}
    for fact in read_facts(text.document, text.source, ("ffd",)) if lines else ():
        if fact.context not in lines:
            continue
        first = rows.setdefault(lines[fact.context], {}).setdefault(fact.name, fact)
        if (_number(first) or first.value) != (_number(fact) or fact.value):
            why = f"Line {lines[fact.context]} has two values of {fact.name}: {first.value!r} and {fact.value!r}."
            problems.append(Problem("fee-facts-differ", _where(text), why, _cite(text, "what", first, fact)))
    return [rows[line] for line in sorted(rows)]


def _offering(text: Text, row: Row, problems: list[Problem]) -> Offering:
    title = row.get(_TITLE) or row["ffd:OfferingSctyTp"]
    security, plan = name_of(title.value)
    evidence = _cite(text, "security", title) + (_cite(text, "plan", title) if plan else ())
    values: dict[str, str] = {}
    for name, field in _FIGURES.items():
        fact = row.get(name)
        value = _number(fact) if fact else None
        if fact is not None and value is not None:
            values[field] = value
            evidence += _cite(text, field, fact)
        elif fact is not None:
            why = f"The fact {name} is no number: {fact.value!r}."
            problems.append(Problem("fee-fact-unread", _where(text), why, _cite(text, "what", fact)))
    return Offering(
        security or plan,
        plan or None,
        values.get("amount"),
        values.get("price"),
        values.get("aggregate"),
        values.get("fee"),
        evidence=evidence,
    )


def _number(fact: Fact) -> str | None:
    """The plain decimal of a fact: as printed without commas, times ten to the power of its scale."""
    if fact.format.endswith(("fixed-zero", "numdash", "num-dash")):
        return "0"
    plain = fact.value.replace(",", "").strip(" $")
    try:
        value = Decimal(plain)
    except InvalidOperation:
        return None
    if not value.is_finite():
        return None
    return format(value.scaleb(fact.scale), "f") if fact.scale else plain


def _differences(text: Text, tagged: Offering, printed: Offering) -> Iterator[Problem]:
    for field in _FIELDS:
        fact, seen = getattr(tagged, field), getattr(printed, field)
        if fact is not None and seen is not None and Decimal(fact) != Decimal(seen):
            why = f"The {field} of {tagged.security!r} is {fact} by its fact and {seen} in the printed table."
            cited = [e for e in (*tagged.evidence, *printed.evidence) if e.field == field]
            yield Problem("fee-facts-differ", _where(text), why, _what(*cited))


def _overlap(printed: Offering, row: Row) -> bool:
    """Was the printed row read where the facts stand: in the cells of its title or of two figures?"""
    shared = {e.field for e in printed.evidence for fact in row.values() if _meet(e.span, fact.span)}
    return "security" in shared or len(shared - {"plan"}) > 1


def _meet(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def _cite(text: Text, field: str, *facts: Fact) -> tuple[Evidence, ...]:
    return tuple(Evidence(field, fact.span, text.quote(fact.span)) for fact in facts)


def _what(*cited: Evidence) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(replace(e, field="what") for e in cited))


def _where(text: Text) -> str:
    return f"document {text.document}"
