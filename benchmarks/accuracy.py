"""How accurate the readers are against filings whose content is known: by field, by era and by form, with counts.

    python benchmarks/accuracy.py [--gold ../shared/gold] [--filings ../shared/filings/gold] [--write]

Reads every filing that has a gold record, real (``gold/dev``) and constructed, and compares by the rules of the gold
set's own ``score.py``. Prints Markdown; ``--write`` puts it into ``accuracy.md``.
"""

from __future__ import annotations

import argparse
import json
import re
import runpy
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from filigraph.loaders.filing import read
from filigraph.loaders.publish import to_json

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "benchmarks" / "accuracy.md"
MARKED = re.compile(r"(<!-- accuracy.py writes this -->\n).*?(<!-- to here -->)", re.S)
ERAS = ((1996, "1993-96"), (2000, "1997-2000"), (2008, "2001-08"), (2021, "2009-21"))
SETS = ("real", "constructed")

Counts = list[int]  # hits, misses, extras
Table = dict[str, dict[str, Counts]]


def cases(gold: Path, filings: Path) -> Iterator[tuple[str, Path, dict[str, Any]]]:
    """The set, the filing and its gold record."""
    constructed = gold / "constructed"
    for kind, records, folder in (
        ("real", gold / "dev", filings),
        ("constructed", constructed / "gold", constructed / "filings"),
    ):
        for path in sorted(records.rglob("*.json")):
            truth = json.loads(path.read_text("utf-8"))
            yield kind, folder / truth["source"], truth


def score(rules_file: Path, case: tuple[str, Path, dict[str, Any]]) -> list[tuple[str, str, Counts]]:
    """Of one filing: the group, the field, and its counts."""
    rules = runpy.run_path(str(rules_file))
    kind, path, truth = case
    wanted, found = rules["items"](truth), rules["items"](to_json(read(path.read_bytes(), path.name)))
    out: list[tuple[str, str, Counts]] = []
    for field in rules["FIELDS"]:
        if field.split(".")[0] in truth["scope"]:
            hits, missed, extra = rules["match"](field, wanted[field], found[field])
            groups = (kind, f"{kind} era {era(truth)}", f"{kind} form {truth['form_type']}")
            out += [(group, field, [hits, len(missed), len(extra)]) for group in groups]
    return out


def era(truth: dict[str, Any]) -> str:
    year = int((truth.get("filing_date") or "0")[:4])
    if not year:
        return "undated"
    return next((label for last, label in ERAS if year <= last), "2022-")


def figures(counts: Counts) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    hits, missed, extra = counts
    precision = hits / (hits + extra) if hits + extra else 1.0
    recall = hits / (hits + missed) if hits + missed else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def by_field(table: Table) -> Iterator[str]:
    yield "| field | " + " | ".join(f"gold, {kind} | P | R | F1" for kind in SETS) + " |"
    yield "| --- |" + " --- |" * 4 * len(SETS)
    for field in dict.fromkeys(field for kind in SETS for field in table[kind]):
        cells = [field]
        for kind in SETS:
            counts = table[kind][field]
            cells += [str(counts[0] + counts[1]), *(f"{x:.3f}" for x in figures(counts))]
        yield "| " + " | ".join(cells) + " |"


def by_group(table: Table, kind: str, what: str) -> Iterator[str]:
    groups = sorted(group for group in table if group.startswith(f"{kind} {what} "))
    fields = list(table[kind])
    yield f"| field | {' | '.join(group.split(' ', 2)[2] for group in groups)} |"
    yield "| --- |" + " --- |" * len(groups)
    for field in fields:
        yield f"| {field} | " + " | ".join(_cell(table[group].get(field)) for group in groups) + " |"


def _cell(counts: Counts | None) -> str:
    if counts is None or not any(counts):
        return ""
    return f"{figures(counts)[2]:.3f} ({counts[0] + counts[1]})"


def tally(scored: Iterable[tuple[str, str, Counts]]) -> Table:
    table: Table = defaultdict(lambda: defaultdict(lambda: [0, 0, 0]))
    for group, field, counts in scored:
        table[group][field] = [a + b for a, b in zip(table[group][field], counts, strict=True)]
    return table


def report(table: Table, sizes: dict[str, int]) -> str:
    lines = [" and ".join(f"{sizes[kind]} {kind} filings" for kind in SETS) + ".", "", *by_field(table)]
    for kind in SETS:
        for what in ("era", "form"):
            if len([group for group in table if group.startswith(f"{kind} {what} ")]) > 1:
                lines += [
                    "",
                    f"### By {what}, {kind} filings: F1 (values in the gold record)",
                    "",
                    *by_group(table, kind, what),
                ]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold")
    parser.add_argument("--filings", type=Path, default=ROOT.parent / "shared" / "filings" / "gold")
    parser.add_argument("--write", action="store_true", help="put the tables into accuracy.md")
    options = parser.parse_args()
    found = list(cases(options.gold, options.filings))
    with ProcessPoolExecutor() as pool:
        scored = [s for part in pool.map(partial(score, options.gold / "score.py"), found) for s in part]
    told = report(tally(scored), {kind: sum(case[0] == kind for case in found) for kind in SETS})
    print(told)
    if options.write:
        text = REPORT.read_text("utf-8")
        assert MARKED.search(text), f"{REPORT} has no place for the tables"
        REPORT.write_text(MARKED.sub(lambda m: f"{m[1]}{told}{m[2]}", text), "utf-8")


if __name__ == "__main__":
    main()
