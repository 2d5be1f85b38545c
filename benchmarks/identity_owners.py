"""Owner CIKs as the truth: reporting owners resolved without their CIKs, then with them.

    python benchmarks/identity_owners.py FOLDER

Every reporting owner of the filings in the folder who is a person is one mention of known identity: the CIK. First the
rules do not see it and must join names alone; then they see it and must not join two of them.
"""

from __future__ import annotations

import argparse
from array import array
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path

from identity import f1, quality

import filigraph
from filigraph.identity.mentions import Facts, read_facts
from filigraph.identity.register import Register
from filigraph.identity.settle import settle_people
from filigraph.resolve import loaded


def read(folder: Path) -> list[Facts]:
    """The facts of every filing that can be read."""
    kg = filigraph.open()
    kg.load([folder])
    try:
        return list(read_facts(kg.store, loaded(kg.store)))
    finally:
        kg.close()


def resolved(filings: list[Facts], *, hidden: bool) -> tuple[list[str], array[int]]:
    """The entities found for all owners who are people, and their CIKs."""
    register = Register()
    ciks = {}
    for facts in filings:
        ciks.update({m.iri: int(m.cik) for m in facts.mentions if m.kind == "owner" and m.cik})
        mentions = tuple(replace(m, cik="") if hidden else m for m in facts.mentions)
        register.take(replace(facts, mentions=mentions))
    settle_people(register)
    rows = register.db.execute("SELECT iri, entity FROM mention WHERE profile IS NOT NULL ORDER BY iri").fetchall()
    known = [(iri, entity) for iri, entity in rows if iri in ciks]
    return [entity for _, entity in known], array("q", (ciks[iri] for iri, _ in known))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    filings = read(parser.parse_args().folder)
    for hidden in (True, False):
        found, true = resolved(filings, hidden=hidden)
        precision, recall, pairs_precision, pairs_recall = quality(found, true)
        people: dict[str, set[int]] = defaultdict(set)
        for entity, cik in zip(found, true, strict=True):
            people[entity].add(cik)
        mixed = Counter(len(ciks) for ciks in people.values() if len(ciks) > 1)
        rules = "hidden from" if hidden else "seen by"
        print(
            f"CIKs {rules} the rules: {len(true)} mentions, {len(set(true))} owners; "
            f"B-cubed P {precision:.4f} R {recall:.4f} F1 {f1(precision, recall):.4f}; "
            f"pairs P {pairs_precision:.4f} R {pairs_recall:.4f}; "
            f"{sum(mixed.values())} people with two CIKs or more"
        )


if __name__ == "__main__":
    main()
