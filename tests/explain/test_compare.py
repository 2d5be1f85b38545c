"""A record against the one a person wrote down: what is missed, what is too much, what counts as the same."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import pytest

from filigraph.explain.compare import Comparison, compare, same
from filigraph.loaders.filing import read
from filigraph.loaders.publish import to_json

SIGNER = {"name": "Dr. Dana R. Other", "titles": ["President"], "roles": ["PRES"], "date": "2003-09-18", "mode": "self"}
GOLD: dict[str, Any] = {
    "signatures": [SIGNER],
    "exhibits": [{"number": "5.1", "description": "Opinion of Alder & Birch LLP", "status": "filed_herewith"}],
    "referenced_file_numbers": ["333-010258"],
}


def told(found: Comparison) -> tuple[list[tuple[str, str]], list[tuple[str, str, int]]]:
    return [(v.field, v.printed) for v in found.missed], [(v.field, v.printed, v.fact) for v in found.extra]


@pytest.mark.parametrize(
    "record",
    [
        GOLD,
        GOLD | {"signatures": [SIGNER | {"name": "DANA R. OTHER"}]},  # honorifics and case are no difference
        GOLD | {"referenced_file_numbers": ["333-10258"]},
        GOLD | {"exhibits": [GOLD["exhibits"][0] | {"description": "Opinion of Alder and Birch L.L.P."}]},
    ],
)
def test_small_differences_are_none(record: dict[str, Any]) -> None:
    assert told(compare(record, GOLD)) == ([], [])


def test_each_value_is_missed_or_too_much() -> None:
    record = GOLD | {"signatures": [SIGNER, SIGNER | {"name": "Dana Other", "titles": [], "roles": []}], "exhibits": []}
    missed, extra = told(compare(record, GOLD))
    assert missed == [
        ("exhibits", "5.1"),
        ("exhibits.description", "Opinion of Alder & Birch LLP"),
        ("exhibits.status", "filed_herewith"),
    ]
    assert extra == [
        ("signatures", "Dana Other", 1),
        ("signatures.date", "2003-09-18", 1),
        ("signatures.mode", "self", 1),
    ]


def test_what_was_not_written_down_is_not_compared() -> None:
    assert told(compare(GOLD | {"exhibits": []}, GOLD | {"scope": ["signatures"]})) == ([], [])


def test_only_long_texts_may_differ_a_little() -> None:
    assert same("exhibits.description", ("51", "opinion of alder and birch llp"), ("51", "opinion of alder birch llp"))
    assert not same("exhibits.description", ("51", "opinion of alder"), ("52", "opinion of alder"))
    assert not same("signatures", ("dana r other",), ("dana other",))


def test_the_page_counts_as_the_score_does(shared: Path) -> None:
    rules = runpy.run_path(str(shared / "gold" / "score.py"))
    for path in sorted((shared / "gold" / "dev").rglob("*.json"))[::6]:
        gold = json.loads(path.read_text("utf-8"))
        source = shared / "filings" / "gold" / gold["source"]
        record = to_json(read(source.read_bytes(), gold["source"])) | {"plans": [{"title": "A Plan of None"}]}
        found = compare(record, gold)
        wanted, had = rules["items"](gold), rules["items"](record)
        for field in rules["FIELDS"]:
            if field.split(".")[0] in gold["scope"]:
                _, missed, extra = rules["match"](field, wanted[field], had[field])
                assert len([v for v in found.missed if v.field == field]) == len(missed), (source, field)
                assert len([v for v in found.extra if v.field == field]) == len(extra), (source, field)
