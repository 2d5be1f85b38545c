"""How often facts with certain signs are right: makes ``loaders/confidence/table.tsv`` and says how true it is.

    python benchmarks/calibrate.py [--gold ../shared/gold] [--filings ../shared/filings/gold] [--write]

The readers were tuned on every filing whose content is known and read these nearly without a fault, so what they do
with a page never seen is learned from damaged copies (``damage.py``): columns nearer, lines broken, tables flattened,
captions lost; what a copy says stays the same. Each filing counts once undamaged and once a kind of damage.

A fact is right when all that it states is in the filing's gold record, by the rules of ``score.py``; in lists that no
gold record has (offerings, powers of attorney, incorporated documents, and those of Forms 3, 4, 5, D and 144, of
Schedules 13D and 13G, of current reports and of exhibits), when the undamaged copy was read so.

Smoothed by filings, not by facts: errors come in whole pages. A class of signs seen in n filings has its own rate to
n/(n+4), and for the rest the confidence of the class without its last sign. Facts that can be read in two ways are a
class apart that starts from one half, in every list, seen or not. The reliability table is made by ten
folds: each filing with all its copies is judged by a table made without it.
"""

from __future__ import annotations

import argparse
import json
import re
import runpy
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from damage import damaged

from filigraph.loaders.confidence import SIGNS, page_of, signs_of
from filigraph.loaders.confidence.signs import AMBIGUOUS
from filigraph.loaders.filing import read
from filigraph.loaders.publish import to_json
from filigraph.loaders.records import Filing

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "loaders" / "confidence" / "table.tsv"
REPORT = ROOT / "benchmarks" / "accuracy.md"
MARKED = re.compile(r"(<!-- calibrate.py writes this -->\n).*?(<!-- to here -->)", re.S)
PRIOR = 4  # filings
EVEN = 0.5  # of two readings, before any were counted
FOLDS = 10
SCORED = {"registrants", "plans", "agents_for_service", "counsel", "auditors", "signatures", "exhibits", "references"}
EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 1.0)


class Case(NamedTuple):
    """A filing whose content is known, or of which nothing is known but what is read in it."""

    path: Path
    truth: dict[str, Any]


class Seen(NamedTuple):
    """A fact that was read: the filing, its damage, list name and signs, and whether it is right."""

    filing: str
    damage: str
    key: tuple[str, ...]
    right: bool


def cases(gold: Path, filings: Path) -> Iterator[Case]:
    for path in sorted((gold / "dev").rglob("*.json")):
        truth = json.loads(path.read_text("utf-8"))
        yield Case(filings / truth["source"], truth)
    for path in sorted((gold / "constructed" / "gold").rglob("*.json")):
        truth = json.loads(path.read_text("utf-8"))
        yield Case(gold / "constructed" / "filings" / truth["source"], truth)
    for path in sorted((ROOT / "tests" / "layouts").glob("*.json")):
        yield Case(path.with_suffix(".txt"), json.loads(path.read_text("utf-8")))
    for folder in ("3", "4", "5", "D", "144", "SCHEDULE-13D", "SCHEDULE-13G", "EX-21", "EX-24", "EX-31-32"):
        for path in sorted((filings.parent / "corpus" / folder).glob("*"))[:12]:
            yield Case(path, {"scope": []})
    for path in sorted((filings.parent / "corpus" / "8-K").glob("*"))[::8]:
        yield Case(path, {"scope": []})


def observe(score: Path, case: Case) -> list[Seen]:
    """Every fact that is read in the filing and in its damaged copies."""
    rules = runpy.run_path(str(score))
    data = case.path.read_bytes()
    whole = read(data, case.path.name)
    stated = rules["items"](case.truth)
    scope = set(case.truth.get("scope", SCORED | {"referenced_file_numbers"}))
    out: list[Seen] = []
    for damage, filing in (("none", whole), *((name, read(copy, case.path.name)) for name, copy in damaged(data))):
        page = page_of(filing)
        for name in SIGNS:
            known = name in SCORED and _field(name) in scope
            if name in SCORED and not known:
                continue
            seen = zip(_facts(filing, name), signs_of(filing, name, page), strict=True)
            for fact, signs in seen:
                right = _holds(rules, stated, name, fact) if known else _read_too(fact, _facts(whole, name))
                out.append(Seen(str(case.path), damage, (name, *signs), right))
    return out


def _field(name: str) -> str:
    return "referenced_file_numbers" if name == "references" else name


def _facts(filing: Filing, name: str) -> list[dict[str, Any]]:
    facts = to_json(filing)[name]
    assert isinstance(facts, list)
    return facts  # type: ignore[return-value]


def _holds(rules: dict[str, Any], stated: dict[str, Any], name: str, fact: dict[str, Any]) -> bool:
    """Is all that the fact states in the truth?"""
    said = rules["items"]({_field(name): [fact["file_number"] if name == "references" else fact]})
    return not any(rules["match"](field, stated[field], values)[2] for field, values in said.items())


def _read_too(fact: dict[str, Any], others: list[dict[str, Any]]) -> bool:
    """Does one of the others state all that the fact states?"""
    return any(_plain(fact) <= _plain(other) for other in others)


def _plain(fact: dict[str, Any]) -> set[tuple[str, str]]:
    return {
        (key, json.dumps(value, sort_keys=True).casefold())
        for key, values in fact.items()
        if key not in ("evidence", "confidence", "alternatives") and values not in (None, "", [])
        for value in (values if isinstance(values, list) else [values])
    }


def fit(seen: Iterable[Seen]) -> dict[tuple[str, ...], tuple[int, int, float]]:
    """Each class of signs, and each beginning of one: facts, right ones, confidence."""
    facts: dict[tuple[str, ...], int] = defaultdict(int)
    right: dict[tuple[str, ...], int] = defaultdict(int)
    filings: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for fact in seen:
        for length in range(1, len(fact.key) + 1):
            key = fact.key[:length]
            facts[key] += 1
            right[key] += fact.right
            filings[key].add(fact.filing)
    table: dict[tuple[str, ...], tuple[int, int, float]] = {}
    for name in {key[0] for key in facts}:
        facts[name, AMBIGUOUS] += 0  # a class of its own also where none was seen
    for key in sorted(facts, key=lambda k: (len(k), k)):
        rate = (right[key] + 1) / (facts[key] + 2)
        own = len(filings[key]) / (len(filings[key]) + PRIOR)
        before = EVEN if key[1:] == (AMBIGUOUS,) else table[key[:-1]][2] if len(key) > 1 else rate
        sure = rate if len(key) == 1 else own * right[key] / max(1, facts[key]) + (1 - own) * before
        table[key] = facts[key], right[key], sure
    return table


def judged(table: dict[tuple[str, ...], tuple[int, int, float]], key: tuple[str, ...]) -> float:
    while key not in table:
        key = key[:-1]
    return round(table[key][2], 3)


def held_out(seen: list[Seen]) -> list[tuple[float, Seen]]:
    """Each fact with the confidence that a table made without its filing gives it."""
    fold = {filing: i % FOLDS for i, filing in enumerate(sorted({s.filing for s in seen}))}
    out: list[tuple[float, Seen]] = []
    for k in range(FOLDS):
        table = fit(s for s in seen if fold[s.filing] != k)
        out += [(judged(table, s.key), s) for s in seen if fold[s.filing] == k]
    return out


def error(pairs: list[tuple[float, bool]]) -> float:
    """Expected calibration error: how far confidence and rate are apart, over the bins."""
    return sum(abs(_mean(c for c, _ in b) - _mean(r for _, r in b)) * len(b) for b in _bins(pairs) if b) / len(pairs)


def _bins(pairs: list[tuple[float, bool]]) -> list[list[tuple[float, bool]]]:
    pairs = sorted(pairs)
    return [[p for p in pairs if low <= p[0] < high] for low, high in zip(EDGES, (*EDGES[1:-1], 1.01), strict=False)]


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found)


def _apart(pairs: list[tuple[float, bool]]) -> str:
    """How often a right fact is surer than a wrong one (0.5: no better than chance)."""
    wrong, right = ([c for c, r in pairs if r is truth] for truth in (False, True))
    if not wrong or not right:
        return ""
    return f"{_mean(_mean((c > w) + (c == w) / 2 for c in right) for w in wrong):.2f}"


def report(seen: list[Seen]) -> str:
    """The reliability tables in Markdown."""
    tested = held_out(seen)
    pairs = [(sure, s.right) for sure, s in tested]
    undamaged = [(sure, s.right) for sure, s in tested if s.damage == "none"]
    filings, kinds = len({s.filing for s in seen}), len({s.damage for s in seen}) - 1
    lines = [
        f"{filings} filings, each undamaged and in up to {kinds} kinds of damage; {len(seen):,} facts, "
        f"{_mean(r for _, r in pairs):.1%} of them right; {FOLDS} folds by filing.",
        f"Expected calibration error {error(pairs):.3f}. Undamaged only: {len(undamaged):,} facts, mean confidence "
        f"{_mean(c for c, _ in undamaged):.3f}, right {_mean(r for _, r in undamaged):.3f}.",
        "",
        "| confidence | facts | mean confidence | right |",
        "| --- | --- | --- | --- |",
    ]
    for (low, high), found in zip(pairwise(EDGES), _bins(pairs), strict=True):
        if found:
            mean, rate = _mean(c for c, _ in found), _mean(r for _, r in found)
            lines.append(f"| {low:.2f}-{high:.2f} | {len(found):,} | {mean:.3f} | {rate:.3f} |")
    lines += [
        "",
        "| list | facts | right | calibration error | right before wrong |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name in SIGNS:
        found = [(sure, s.right) for sure, s in tested if s.key[0] == name]
        if found:
            rate = _mean(r for _, r in found)
            lines.append(f"| {name} | {len(found):,} | {rate:.3f} | {error(found):.3f} | {_apart(found)} |")
    return "\n".join(lines) + "\n"


def rows(seen: list[Seen]) -> str:
    """The table as it is kept: classes that would change nothing are left out."""
    table = fit(seen)
    lines = ["list\tsigns\tfacts\tright\tconfidence", "# made by benchmarks/calibrate.py"]
    for key in sorted(table):
        facts, right, sure = table[key]
        if len(key) == 1 or f"{sure:.3f}" != f"{judged(table, key[:-1]):.3f}":
            lines.append(f"{key[0]}\t{' '.join(key[1:])}\t{facts}\t{right}\t{sure:.3f}")
    for name in sorted(SIGNS.keys() - {key[0] for key in table}):
        sys.exit(f"no filing has a fact of the list {name}")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold")
    parser.add_argument("--filings", type=Path, default=ROOT.parent / "shared" / "filings" / "gold")
    parser.add_argument("--write", action="store_true", help="write the table, and the report into accuracy.md")
    options = parser.parse_args()
    with ProcessPoolExecutor() as pool:
        watch = partial(observe, options.gold / "score.py")
        seen = [s for found in pool.map(watch, cases(options.gold, options.filings)) for s in found]
    told = report(seen)
    print(told)
    if options.write:
        TABLE.write_text(rows(seen), "utf-8")
        text = REPORT.read_text("utf-8")
        assert MARKED.search(text), f"{REPORT} has no place for the report"
        REPORT.write_text(MARKED.sub(lambda m: f"{m[1]}{told}{m[2]}", text), "utf-8")


if __name__ == "__main__":
    main()
