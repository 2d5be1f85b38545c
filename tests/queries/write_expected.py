"""Writes expected/NAME.csv: the answer of every shipped query, with the example of its header, on the bundled sample.

python tests/queries/write_expected.py    (then read the difference against the truth in src/filigraph/sample/*.tsv)
"""

from __future__ import annotations

from pathlib import Path

import filigraph
import filigraph.sample
from filigraph.queries import catalog

EXPECTED = Path(__file__).parent / "expected"


def main() -> None:
    kg = filigraph.open()
    kg.load([filigraph.sample.FILINGS, filigraph.sample.LISTINGS])
    for name in catalog.names():
        answer = kg.query(name, **catalog.load(name).example)
        text = answer.csv().replace(f"{filigraph.sample.FILINGS}/", "").replace(f"{filigraph.sample.LISTINGS}/", "")
        (EXPECTED / f"{name}.csv").write_text(text, "utf-8", newline="\n")
        print(f"{name}: {len(answer.rows)} rows")


if __name__ == "__main__":
    main()
