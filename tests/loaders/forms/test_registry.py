"""The registry of forms: docs/forms.md says what it holds, and a filing shows that what it holds is what is read.

After a change: ``FILIGRAPH_GOLDEN=1 pytest tests/loaders/forms/test_registry.py`` writes the tables anew.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from filigraph.loaders.filing import read
from filigraph.loaders.forms import FAMILIES, GIVES, OTHER, Family, Part, family_of
from filigraph.loaders.forms.disclosures import READERS
from filigraph.loaders.publish import to_json

#: Parts of forms that name people in fields.
FIELDS = Part.OWNERS | Part.RELATED | Part.SELLERS | Part.HOLDERS
REPORTS = [family for family in FAMILIES if Part.COVER in family.parts]
#: Parts that this filing shows: it cites no registration statement, is no report of a plan, and has no items.
SHOWN = [part for part in Part if part not in FIELDS | Part.REFERENCES | Part.PLANS | Part.ITEMS]


def row(family: Family) -> str:
    forms = ", ".join(sorted(family.types)) or "any other"
    parts = [GIVES[part] for part in Part if part in family.parts]
    keys = dict.fromkeys(f"`{key}`" for _, filled in parts for key in filled)
    return f"| {family.name} | {forms} | {', '.join(words for words, _ in parts)} | {', '.join(keys)} |"


def tables() -> dict[str, str]:
    """The generated parts of the document by name."""
    families = ["| family | forms, each with its `/A` | what is read | keys |", "| --- | --- | --- | --- |"]
    xml = [f"- {(sys.modules[reader.__module__].__doc__ or '').splitlines()[0]}" for reader in READERS]
    return {"families": "\n".join([*families, *map(row, (*FAMILIES, OTHER))]), "xml": "\n".join(xml)}


def test_the_document_says_what_the_registry_holds(root: Path) -> None:
    path = root / "docs" / "forms.md"
    text = path.read_text("utf-8")
    made = text
    for name, table in tables().items():
        start = made.index(f"<!-- {name} -->\n") + len(f"<!-- {name} -->\n")
        made = made[:start] + table + "\n" + made[made.index("<!-- end -->", start) :]
    if os.environ.get("FILIGRAPH_GOLDEN"):
        path.write_text(made, "utf-8", newline="\n")
    assert made == path.read_text("utf-8")


def test_every_part_is_said() -> None:
    assert set(GIVES) == set(Part)
    keys = set(to_json(read(b"<TEXT>FORM 10-K</TEXT>", "x")))
    assert {key for _, filled in GIVES.values() for key in filled} <= keys


def test_a_form_is_of_one_family() -> None:
    types = [form for family in FAMILIES for form in family.types]
    assert len(types) == len(set(types))


@pytest.mark.parametrize(
    ("form", "family"),
    [
        ("S-8 POS", "employee benefit plan registration"),
        ("s-3/a", "registration statement"),
        ("10-K405/A", "annual report"),
        ("40-F", "foreign annual report"),
        ("11-K/A", "plan annual report"),
        ("SC 13D/A", "beneficial ownership"),
        ("DEF 14A", "other"),
        (None, "other"),
    ],
)
def test_family_of(form: str | None, family: str) -> None:
    assert family_of(form).name == family


@pytest.mark.parametrize("family", [*REPORTS, OTHER], ids=lambda family: family.name)
def test_what_is_registered_is_what_is_read(family: Family, sample: Path) -> None:
    """One filing that has every part, under the name of each family: a part is read where the registry says so."""
    source = (sample / "0009999003-00-000012.txt").read_bytes()
    form = min(family.types, default="ARS").encode()
    for place in (b"SUBMISSION TYPE:\t%s\n", b"<TYPE>%s\n"):
        assert place % b"S-8" in source
        source = source.replace(place % b"S-8", place % form)
    record = to_json(read(source, "x"))
    assert record["form_type"] == form.decode()
    filled = {part for part in SHOWN if record[GIVES[part][1][0]]}
    assert filled == {part for part in SHOWN if part in family.parts}
