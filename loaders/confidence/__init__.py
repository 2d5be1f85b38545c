"""How sure the reader is of each fact: by the signs that the record itself gives, and how often such facts were right.

    Signature("Dana R. Other", titles, dated in its own row ...)  ->  signs ("plain-name", "office", "row", "self")
    Exhibit(status open ...)                          ->  signs ("ambiguous",)
    table.tsv: of the signatures with these signs so many were right  ->  confidence 0.99

A fact is right when all that it states is so. `signs` names the signs of a fact, most telling first; `table` knows how
often facts with such signs were right in filings whose content is known, damaged copies included. Of
two readings that nothing tells apart one is as likely as the other, until such facts were counted;
``benchmarks/calibrate.py`` makes the table.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from ..records import Filing
from .page import Signs, page_of
from .signs import AMBIGUOUS, SIGNS, signs_of
from .table import confidence

__all__ = ["SIGNS", "confidence", "page_of", "signs_of", "surer", "with_confidence"]


def with_confidence(filing: Filing) -> Filing:
    """The filing with the ``confidence`` of each fact, 0 to 1; parties and documents, of the header, have none."""
    page = page_of(filing)
    judged: dict[str, tuple[object, ...]] = {}
    for name in (f.name for f in fields(filing)):
        facts = getattr(filing, name)
        if name in SIGNS and facts:
            seen = zip(facts, signs_of(filing, name, page), strict=True)
            judged[name] = tuple(_judged(name, fact, signs) for fact, signs in seen)
    return replace(filing, **judged)  # type: ignore[arg-type]  # each list keeps its class


def _judged(name: str, fact: Any, signs: Signs) -> Any:
    """The fact with its confidence, and its other reading with what is left to that.

    The other reading is right where the one taken is not and the rest of the fact is, as sure as facts of the list are.
    """
    sure = confidence(name, signs)
    rest = confidence(name, ())
    if sure is None or rest is None or signs != (AMBIGUOUS,):
        return replace(fact, confidence=sure)
    left = round((1 - sure) * rest / len(fact.alternatives), 3)
    others = tuple(replace(other, confidence=left) for other in fact.alternatives)
    return replace(fact, confidence=sure, alternatives=others)


def surer(filing: Filing, least: float) -> Filing:
    """The filing without the facts that are less sure than ``least``; those without a confidence stay."""
    kept = {
        name: tuple(fact for fact in getattr(filing, name) if fact.confidence is None or fact.confidence >= least)
        for name in SIGNS
    }
    return replace(filing, **kept)  # type: ignore[arg-type]  # each list keeps its class
