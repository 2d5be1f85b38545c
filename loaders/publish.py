"""The public record of a filing: the JSON object that ``filigraph extract`` prints, one a line.

The keys of the gold schema come first and keep its names and codes; what filigraph knows beyond it follows.
Every object in a list carries ``evidence``: ``[{"document", "start", "end", "quote", "field"}]``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TypeAlias

from .bulk.records import Listing
from .records import Evidence, Filing, Signature, unique

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


def to_json(filing: Filing | Listing) -> dict[str, Json]:
    """The filing, or the listing, as plain JSON values, every key present, in a fixed order."""
    out: dict[str, Json] = {}
    for name in (f.name for f in fields(filing)):
        out[name] = _plain(getattr(filing, name))
        if isinstance(filing, Filing) and name == "references":
            out["referenced_file_numbers"] = list(unique(r.file_number for r in filing.references))
    return out


def _plain(value: object) -> Json:
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, Evidence):
        return _evidence(value)
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if is_dataclass(value):
        return _record(value)
    raise TypeError(f"no JSON form for {type(value).__name__}")


def _evidence(evidence: Evidence) -> Json:
    span = evidence.span
    return {
        "document": span.document,
        "start": span.start,
        "end": span.end,
        "quote": evidence.quote,
        "field": evidence.field,
    }


def _record(record: object) -> dict[str, Json]:
    out: dict[str, Json] = {}
    for name in (f.name for f in fields(record)):  # type: ignore[arg-type]
        if isinstance(record, Signature) and name == "capacities":
            # the schema has single titles, and the codes of all of them, each once
            out["titles"] = [c.title for c in record.capacities]
            out["roles"] = list(unique(str(r) for c in record.capacities for r in c.roles))
            out["capacities"] = _plain(record.capacities)
        else:
            out[name] = _plain(getattr(record, name))
    return out


def quotes(record: Mapping[str, Json]) -> list[Mapping[str, Json]]:
    """Every evidence object of a public record, wherever it hangs."""
    found: list[Mapping[str, Json]] = []
    stack: list[Json] = list(record.values())
    while stack:
        value = stack.pop()
        if isinstance(value, list):
            stack.extend(value)
        elif isinstance(value, dict):
            if "quote" in value:
                found.append(value)
            else:
                stack.extend(value.values())
    return found
