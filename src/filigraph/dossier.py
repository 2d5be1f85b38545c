"""Dossiers: all that is known of a filing or an entity, in lines that each carry their words and the place of these."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING

from .loaders.publish import Json
from .queries.answer import Answer
from .queries.sure import surely
from .store import Rows

if TYPE_CHECKING:
    from .kg import KnowledgeGraph

UNSURE = 0.9
_HEAD = ("accession", "form_type", "filing_date", "effective_date", "registration_number", "source")
# the lists of a record, with the fields that make up a line
_LISTS: dict[str, tuple[str, ...]] = {
    "registrants": ("name", "jurisdiction", "ein", "cik"),
    "plans": ("title",),
    "offerings": ("security", "amount", "price", "basis", "price_date", "aggregate", "fee", "plan"),
    "movements": ("kind", "amount", "plan", "source_plan", "file_numbers", "filed", "cause", "cause_date"),
    "agents_for_service": ("name", "titles", "organization", "phone"),
    "counsel": ("firm", "capacities", "lawyers"),
    "auditors": ("firm", "capacities", "report_dates"),
    "signatures": ("name", "titles", "date", "mode", "attorney", "on_behalf_of"),
    "powers_of_attorney": ("attorneys", "grantors", "exhibit"),
    "exhibits": ("number", "description", "status"),
    "references": ("file_number", "form", "filed"),
    "incorporated_documents": ("form", "period", "file_number", "filed"),
    "relationships": ("owner", "titles", "cik"),
    "beneficial_owners": ("name", "types", "citizenship", "aggregate", "percent", "cik"),
    "subject_securities": ("title", "cusips"),
    "sales": ("date", "seller", "security", "amount", "aggregate", "broker"),
    "items": ("code", "title"),
    "office_changes": ("kind", "name", "capacities", "effective", "noticed", "words"),
    "auditor_changes": ("kind", "firm", "date", "words"),
    "accountant_letters": ("firm", "date", "stance"),
    "subsidiaries": ("name", "jurisdiction", "ownership", "trade_names", "parent"),
    "certifications": ("kind", "name", "capacities", "date", "form", "period"),
    "attachments": ("kind", "title", "date", "signers"),
    "problems": ("what", "where", "why"),
}


_ENTRIES: dict[str, tuple[str, ...]] = {
    "companies": ("name", "cik", "state_of_incorporation", "sic"),
    "filings": ("accession", "form_type", "filing_date", "name", "cik", "file_number"),
    "problems": ("what", "where", "why"),
}
_MOST_ENTRIES = 20


def filing_dossier(record: dict[str, Json]) -> str:
    """A filing's record as text: a line for each fact, its words and their place below."""
    lines = [f"{name.replace('_', ' ')}: {record[name]}" for name in _HEAD if record.get(name)]
    for name, keys in _LISTS.items():
        items = record.get(name)
        if not isinstance(items, list) or not items:
            continue
        lines += ["", name.replace("_", " ").upper()]
        for item in items:
            assert isinstance(item, dict)
            lines.append("  " + " | ".join(_text(item[k]) for k in keys if item.get(k)) + mark(item.get("confidence")))
            lines += [*_evidence(item), *_otherwise(item)]
    return "\n".join(lines) + "\n"


def listing_dossier(record: dict[str, Json]) -> str:
    """What a listing is, and its first entries, each with its words; ``--format json`` has them all."""
    lines = [f"{name}: {record[name]}" for name in ("kind", "source", "received") if record.get(name)]
    for name, keys in _ENTRIES.items():
        items = record[name]
        assert isinstance(items, list)
        if items:
            lines += ["", f"{name.upper()} ({len(items)})"]
        for item in items[:_MOST_ENTRIES]:
            assert isinstance(item, dict)
            lines.append("  " + " | ".join(_text(item[k]) for k in keys if item.get(k)))
            lines += _evidence(item)
        if len(items) > _MOST_ENTRIES:
            lines.append(f"  ... and {len(items) - _MOST_ENTRIES} more")
    return "\n".join(lines) + "\n"


def mark(confidence: Json) -> str:
    """What a line says of a fact that is less sure than `UNSURE`; nothing of the others."""
    return f"  [unsure: {confidence}]" if confidence not in (None, "") and float(str(confidence)) < UNSURE else ""


def _otherwise(item: dict[str, Json]) -> Iterator[str]:
    """The other reading of a fact that can be read in two ways, beside how sure the one taken is."""
    others = item.get("alternatives") or []
    assert isinstance(others, list)
    for other in others:
        assert isinstance(other, dict)
        sure, less = item["confidence"], other["confidence"]
        yield f"      {other['field']}: in one of two ways ({sure}), or else {other['value']} ({less}): {other['why']}"
        yield from (f"    {line}" for line in _evidence(other))


def _text(value: Json) -> str:
    if isinstance(value, dict):  # a capacity: its title
        return str(value["title"])
    return ", ".join(map(_text, value)) if isinstance(value, list) else str(value)


def _evidence(item: dict[str, Json]) -> Iterator[str]:
    evidence = item.get("evidence")
    assert isinstance(evidence, list)
    for place in evidence:
        assert isinstance(place, dict)
        quote = " ".join(str(place["quote"]).split())
        yield f"      {place['field']}: “{quote}” (document {place['document']}, {place['start']}-{place['end']})"


def entity_dossier(kg: KnowledgeGraph, iri: str, least: float = 0.0) -> list[dict[str, str]]:
    """What filings say of a person, firm or company: date, statement, quote, place, confidence...; oldest first.

    What a filing says with one name in several places stands once, with the first of them in the text's order.
    """
    text = (files("filigraph") / "dossier.rq").read_text("utf-8").replace("$entity", f"<{iri}>")
    answer = kg.store.query(surely(text, least))
    assert isinstance(answer, Rows)
    rows = [{k: "" if v is None else str(v) for k, v in row.items()} for row in Answer.of(answer).dicts()]
    first: dict[tuple[str, ...], dict[str, str]] = {}
    for row in rows:
        key = tuple(row[k] for k in ("date", "says", "filing", "quote"))
        if key not in first or _at(row["place"]) < _at(first[key]["place"]):
            first[key] = row
    return list(first.values())


def _at(place: str) -> tuple[str, int]:
    """The document of a place, and where in it."""
    document, _, span = place.partition("#char=")
    return document, int(span.partition(",")[0] or 0)
