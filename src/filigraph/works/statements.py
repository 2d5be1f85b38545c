"""References, missing filings, versions and works as quads of one graph.

.../exhibit/3/source  fg:resolvesTo         .../filing/0000999999-97-000042
                      fg:resolvesToExhibit  .../filing/0000999999-97-000042/exhibit/5
                      fg:rule               "T3 E1"
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from filigraph.identity.statements import Change
from filigraph.loaders.iri import ID, registration_iri
from filigraph.loaders.nterms import TYPE, literal, typed
from filigraph.ontology.terms import EXHIBIT, EXHIBITS, Class, Property

from .targets import Outcome

GRAPH = f"{ID}graph/works"


def difference(old: Iterable[str], new: Iterable[str]) -> Change:
    """The lines that are gone and those that are new."""
    before, after = set(old), set(new)
    return sorted(before - after), sorted(after - before)


def reference_lines(reference: str, outcome: Outcome | None, missing: str | None) -> list[str]:
    """What is written of a reference that was judged so."""
    if outcome is None:
        return []
    lines = [_to(reference, Property.MAY_RESOLVE_TO, filing) for filing in outcome.possible]
    if outcome.target:
        lines.append(_to(reference, Property.RESOLVES_TO, outcome.target))
        lines.append(_line(reference, Property.RULE, literal(outcome.rule)))
    if outcome.exhibit:
        lines.append(_to(reference, Property.RESOLVES_TO_EXHIBIT, outcome.exhibit))
    if outcome.why:
        lines.append(_line(reference, Property.WHY, literal(outcome.why)))
    if missing:
        lines.append(_to(reference, Property.LACKS, missing))
    return lines


def missing_lines(node: str, said: Sequence[Sequence[str]] | None) -> list[str]:
    """What the references to a missing filing say of it."""
    if said is None:
        return []
    companies, forms, printed, numbers, dates, exhibits = said
    statements = [iri for number in numbers if (iri := registration_iri(number))]
    return [
        _line(node, TYPE[1:-1], f"<{Class.MISSING_FILING}>"),
        *(_to(node, Property.COMPANY, company) for company in companies),
        *(_line(node, Property.FORM_TYPE, literal(form)) for form in forms),
        *(_line(node, Property.FILE_NUMBER, literal(number)) for number in printed),
        *(_line(node, Property.CITES, f"<{iri}>") for iri in statements),
        *(_line(node, Property.FILED_ON, typed(date)) for date in dates),
        *(_line(node, Property.EXHIBIT_NUMBER, literal(number)) for number in exhibits),
    ]


def version_lines(node: str, said: Sequence[Any] | None) -> list[str]:
    """A version with the exhibits that list it."""
    if said is None:
        return []
    title, company, kind, holder, mark, work, rule, members = said
    lines = [_line(node, TYPE[1:-1], f"<{Class.WORK_VERSION}>"), *_facts(node, title, company, kind)]
    lines += [_to(member, Property.LISTS_VERSION, node) for member in members]
    if holder:
        lines.append(_to(node, Property.HELD_IN, holder))
    if mark:
        lines.append(_line(node, Property.VERSION_MARK, literal(mark)))
    if work:
        lines.append(_to(node, Property.VERSION_OF, work))
        lines.append(_line(node, Property.RULE, literal(rule)))
    return lines


def work_lines(node: str, said: Sequence[str] | None) -> list[str]:
    """A work that has several versions."""
    if said is None:
        return []
    return [_line(node, TYPE[1:-1], f"<{Class.WORK}>"), *_facts(node, *said)]


def _facts(node: str, title: str, company: str, kind: str) -> list[str]:
    lines = [_line(node, Property.TITLE, literal(title))]
    if company:
        lines.append(_to(node, Property.COMPANY, company))
    if kind in EXHIBITS:
        lines.append(_line(node, Property.EXHIBIT_KIND, f"<{EXHIBIT}{kind}>"))
    return lines


def _to(subject: str, prop: str, target: str) -> str:
    return _line(subject, prop, f"<{ID}{target}>")


def _line(subject: str, prop: str, value: str) -> str:
    return f"<{ID}{subject}> <{prop}> {value} <{GRAPH}> .\n"
