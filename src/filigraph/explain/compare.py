"""A record against the record that a person wrote down for the same filing: what is missed, what is too much.

Each field is a set of normalised values; where wording is long, texts that are nearly the same count as the same. The
fields and thresholds are those by which accuracy is measured (``benchmarks/accuracy.md``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..loaders.publish import Json

HONORIFICS = frozenset({"dr", "mr", "mrs", "ms", "hon", "prof", "sir", "esq", "phd", "md", "jd", "cpa"})
#: How alike the last part of two values must be, where they need not be equal.
ALIKE = {
    "plans": 0.93,
    "exhibits.description": 0.85,
    "signatures.titles": 0.90,
    "registrants": 0.95,
    "counsel": 0.93,
    "auditors": 0.93,
    "counsel.capacities": 0.93,
    "auditors.capacities": 0.93,
}
_ALIKE_LAST = frozenset({"exhibits.description", "signatures.titles"})  # the others are alike in their first part

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a field: as it is compared, as it was printed, and of the how-manieth fact of its list it is."""

    field: str
    key: Key
    printed: str
    fact: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Values of the gold record that were not read, and values that were read and are not in it."""

    missed: tuple[Value, ...]
    extra: tuple[Value, ...]
    right: int


def compare(record: Mapping[str, Json], gold: Mapping[str, Json]) -> Comparison:
    """The two records field by field; fields outside the gold record's ``scope`` are passed over."""
    scope = gold.get("scope")
    missed: list[Value] = []
    extra: list[Value] = []
    right = 0
    found = _by_field(record)
    wanted = _by_field(gold)
    for field in dict.fromkeys((*wanted, *found)):
        if isinstance(scope, list) and field.split(".")[0] not in scope:
            continue
        left = dict(found.get(field, {}))
        for key in sorted(wanted.get(field, {})):
            hit = key if key in left else next((k for k in sorted(left) if same(field, key, k)), None)
            if hit is None:
                missed.append(wanted[field][key])
            else:
                right += 1
                del left[hit]
        extra += left.values()
    return Comparison(tuple(missed), tuple(extra), right)


def same(field: str, a: Key, b: Key) -> bool:
    """Are two values of a field the same, as far as its wording counts?"""
    least = ALIKE.get(field)
    if a == b or least is None or len(a) != len(b):
        return a == b
    at = len(a) - 1 if field in _ALIKE_LAST else 0
    return all(
        x == y if i != at else SequenceMatcher(None, x, y, autojunk=False).ratio() >= least
        for i, (x, y) in enumerate(zip(a, b, strict=True))
    )


def _by_field(record: Mapping[str, Json]) -> dict[str, dict[Key, Value]]:
    out: dict[str, dict[Key, Value]] = {}
    for value in values(record):
        out.setdefault(value.field, {}).setdefault(value.key, value)
    return out


def values(record: Mapping[str, Json]) -> Iterator[Value]:
    """The values that are compared, fact by fact."""
    for name, parts in _FIELDS.items():
        for i, fact in enumerate(_list(record.get(name))):
            for part, of in parts.items():
                for key, printed in of(fact if isinstance(fact, dict) else {"value": fact}):
                    yield Value(f"{name}.{part}" if part else name, key, printed, i)


def norm(text: Json) -> str:
    """Letters and digits only, without accents and case."""
    plain = unicodedata.normalize("NFKD", _text(text)).encode("ascii", "ignore").decode().casefold()
    plain = plain.replace(".", "").replace("'", "").replace("&", " ")
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plain).split())


def person(text: Json) -> str:
    return " ".join(word for word in norm(text).split() if word not in HONORIFICS)


def firm(text: Json) -> str:
    return " ".join(word for word in norm(text).split() if word not in {"and", "the"})


def exhibit_number(text: Json) -> str:
    plain = re.sub(r"^(exhibit|ex)[\s.-]*", "", _text(text).casefold())
    return plain.strip(" .*+#†‡").replace(" ", "")


def file_number(text: Json) -> str:
    found = re.match(r"0*(\d+)-0*(\d+(?:-\d+)?)$", _text(text).strip())
    return f"{found[1]}-{found[2]}" if found else norm(text)


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


Fact = Mapping[str, Json]
Values = Callable[[Fact], Iterator[tuple[Key, str]]]


def _one(attr: str, of: Callable[[Json], str], key: str | None = None, of_key: Callable[[Json], str] = norm) -> Values:
    """The values of an attribute (or of each item of it), under the fact's key where one is given."""

    def read(fact: Fact) -> Iterator[tuple[Key, str]]:
        value = fact.get(attr)
        for item in value if isinstance(value, list) else [value]:
            if item or (attr == "description" and item is not None):
                yield ((of(item),) if key is None else (of_key(fact.get(key)), of(item))), _text(item)

    return read


def _file(fact: Fact) -> Iterator[tuple[Key, str]]:
    reference = fact.get("reference")
    if isinstance(reference, dict) and reference.get("file_number"):
        printed = reference["file_number"]
        yield (exhibit_number(fact.get("number")), file_number(printed)), _text(printed)


_FIELDS: dict[str, dict[str, Values]] = {
    "registrants": {
        "": _one("name", firm),
        "ein": _one("ein", lambda ein: re.sub(r"\D", "", _text(ein))),
        "jurisdiction": _one("jurisdiction", norm, "name", firm),
    },
    "plans": {"": _one("title", norm)},
    "agents_for_service": {"": _one("name", person)},
    "counsel": {
        "": _one("firm", firm),
        "capacities": _one("capacities", _text, "firm", firm),
        "lawyers": _one("lawyers", person),
    },
    "auditors": {
        "": _one("firm", firm),
        "capacities": _one("capacities", _text, "firm", firm),
        "report_dates": _one("report_dates", _text, "firm", firm),
    },
    "signatures": {
        "": _one("name", person),
        "roles": _one("roles", _text, "name", person),
        "titles": _one("titles", norm, "name", person),
        "date": _one("date", _text, "name", person),
        "mode": _one("mode", _text, "name", person),
        "attorney": _one("attorney", person, "name", person),
    },
    "exhibits": {
        "": _one("number", exhibit_number),
        "description": _one("description", norm, "number", exhibit_number),
        "status": _one("status", _text, "number", exhibit_number),
        "reference": _file,
    },
    "referenced_file_numbers": {"": _one("value", file_number)},
}
