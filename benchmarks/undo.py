"""Decisions leave no trace: on all that is given, pairs are joined and parted by decisions and undone again.

    python benchmarks/undo.py FOLDER...

Of people, firms and companies one pair each is decided to be the same and one to be different. Every decision must
change the graph; taking its row out, or superseding it by "unsure", must give back every byte of the dump as sorted
N-Quads; so must all of them made together and undone, and a rebuild after that. Prints a line a step; ends with 1 where
one fails.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import filigraph
from filigraph.identity.decisions import Decision, append
from filigraph.identity.judgement import Verdict
from filigraph.identity.review import queue
from filigraph.kg import KnowledgeGraph


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the proof: what was done, the hash of the dump, and whether it is what it must be."""

    what: str
    dump: str
    holds: bool


def dump_hash(kg: KnowledgeGraph) -> str:
    """The SHA-256 of the store's dump."""
    digest = hashlib.sha256()
    for part in kg.export():
        digest.update(part)
    return digest.hexdigest()


def choose(kg: KnowledgeGraph) -> Iterator[Decision]:
    """A pair to join and a pair to part, of each kind: the likeliest in doubt, the most often named."""
    blank = Decision("2026-01-05", "benchmark", "person", "", "", Verdict.SAME, "to be undone", "")
    doubts = list(queue(kg))
    for kind in ("person", "company"):
        for doubt in [d for d in doubts if d.a.startswith(f"{kind}/")][:1]:
            yield between(replace(blank, kind=kind), doubt.id_a, doubt.id_b)
    rows = kg.register.db.execute(
        "SELECT min(iri), partner, count(*) AS n FROM mention WHERE kind = 'registrant' AND partner != '' "
        "GROUP BY entity ORDER BY n DESC, entity"
    ).fetchall()
    for page, partner, _ in rows[:1]:
        yield replace(between(replace(blank, kind="company"), page, partner), judgement=Verdict.DIFFERENT)
    for kind, rule in (("person", "R%"), ("firm", "F1")):
        rows = kg.register.db.execute(
            "SELECT entity, min(iri), max(iri), count(*) AS n FROM mention WHERE rule LIKE ? AND entity LIKE ? "
            "GROUP BY entity ORDER BY n DESC, entity",
            (rule, f"{kind}/%"),
        ).fetchall()
        (_, first, last, _), (_, other, _, _) = rows[:2]
        yield replace(between(replace(blank, kind=kind), first, last), judgement=Verdict.DIFFERENT)
        if kind == "firm":
            yield between(replace(blank, kind=kind), first, other)


def between(blank: Decision, a: str, b: str) -> Decision:
    """The decision on two mentions, the lesser first."""
    id_a, id_b = sorted((a, b))
    return replace(blank, id_a=id_a, id_b=id_b)


def prove(kg: KnowledgeGraph) -> Iterator[Step]:
    """Every step, on a store in a folder in which nothing is decided."""
    table = kg.decisions
    assert table is not None
    assert not table.exists()
    before = dump_hash(kg)
    yield Step("as loaded", before, True)
    decisions = list(choose(kg))
    for decision in decisions:
        made = f"{decision.kind} {decision.judgement}"
        for undo in ("taken out", "superseded"):
            append(table, decision)
            kg.resolve([])
            dump = dump_hash(kg)
            yield Step(f"{made}, decided", dump, dump != before)
            if undo == "taken out":
                table.unlink()
            else:
                append(table, replace(decision, judgement=Verdict.UNSURE))
            kg.resolve([])
            dump = dump_hash(kg)
            yield Step(f"{made}, {undo}", dump, dump == before)
            table.unlink(missing_ok=True)
    for decision in decisions[:-1]:  # the last two are on one firm's mentions and need not go together
        append(table, decision)
    kg.resolve([])
    dump = dump_hash(kg)
    yield Step("together, decided", dump, dump != before)
    kg.resolve()
    again = dump_hash(kg)
    yield Step("together, made anew", again, again == dump)
    table.unlink()
    kg.resolve([])
    dump = dump_hash(kg)
    yield Step("together, taken out", dump, dump == before)
    kg.resolve()
    dump = dump_hash(kg)
    yield Step("made anew", dump, dump == before)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="+", type=Path)
    folders = parser.parse_args().folder
    with tempfile.TemporaryDirectory() as place:
        kg = filigraph.open(Path(place) / "s.db")
        report = kg.load(folders, jobs=2)
        print(f"{len(report.loaded)} sources loaded")
        held = True
        for step in prove(kg):
            held &= step.holds
            print(f"{'as it must be' if step.holds else 'DIFFERS':14} {step.dump[:16]}  {step.what}", flush=True)
        kg.close()
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
