"""The covers of the constructed filings, against their truth."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from filigraph.loaders.cover import Cover, read_cover
from filigraph.loaders.header import parse_header
from filigraph.loaders.render import render
from filigraph.loaders.submission import split

ON_COVERS = {"copies_to", "agent_for_service"}


def plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def names(values: list[str]) -> list[str]:
    """For comparing: sorted, without honorifics."""
    return sorted(re.sub(r"^(?:dr|sir|mr|mrs|ms) | esq(?:uire)?$", "", plain(v)) for v in values)


def read(path: Path) -> Cover:
    submission = split(path.read_bytes())
    first = submission.documents[0]
    return read_cover(
        render(first.sequence, first.source), parse_header(submission.header) if submission.header else None
    )


@pytest.fixture(scope="module")
def filings(shared: Path) -> list[tuple[str, dict[str, Any], Cover]]:
    base = shared / "gold" / "constructed"
    truth = [json.loads(path.read_text("utf-8")) for path in sorted((base / "gold").rglob("*.json"))]
    return [(t["source"], t, read(base / "filings" / t["source"])) for t in truth]


def test_registrants(filings: list[tuple[str, dict[str, Any], Cover]]) -> None:
    for source, truth, cover in filings:
        found = [(plain(r.name), r.cik, r.jurisdiction and plain(r.jurisdiction), r.ein) for r in cover.registrants]
        expected = [
            (plain(r["name"]), r["cik"], r["jurisdiction"] and plain(r["jurisdiction"]), r["ein"])
            for r in truth["registrants"]
        ]
        assert found == expected, source


def test_plans(filings: list[tuple[str, dict[str, Any], Cover]]) -> None:
    for source, truth, cover in filings:
        assert names([p.title for p in cover.plans]) == names([p["title"] for p in truth["plans"]]), source


def test_agents(filings: list[tuple[str, dict[str, Any], Cover]]) -> None:
    for source, truth, cover in filings:
        assert names([a.name for a in cover.agents]) == names([a["name"] for a in truth["agents_for_service"]]), source


def test_counsel(filings: list[tuple[str, dict[str, Any], Cover]]) -> None:
    for source, truth, cover in filings:
        expected = [c for c in truth["counsel"] if ON_COVERS & set(c["capacities"])]
        assert names([c.firm for c in cover.counsel]) == names([c["firm"] for c in expected]), source
        assert names([n for c in cover.counsel for n in c.lawyers]) == names(
            [n for c in expected for n in c["lawyers"]]
        )
