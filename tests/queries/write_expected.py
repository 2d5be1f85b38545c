"""Writes expected/NAME.csv: the answer of every shipped query, with the example of its header, on the bundled sample.

And expected_more/NAME.csv: the answer on the sample and the invented filings of ``more/``, of those that say nothing of
the sample alone, and of those that read other forms in a way of their own.

python tests/queries/write_expected.py    (then read the difference against the truth in src/filigraph/sample/*.tsv)
"""

from __future__ import annotations

import re
from pathlib import Path

import filigraph
import filigraph.sample
from filigraph.kg import KnowledgeGraph
from filigraph.queries import catalog

HERE = Path(__file__).parent
OWN_WAY = {"auditor-successions", "board", "consultant-plans", "roles", "successions", "timeline", "titles-compared"}


def main() -> None:
    few, more = filigraph.open(), filigraph.open()
    few.load([filigraph.sample.FILINGS, filigraph.sample.LISTINGS])
    more.load([filigraph.sample.FILINGS, filigraph.sample.LISTINGS, HERE / "more"])
    for name in catalog.names():
        rows = write(few, name, "expected")
        if not rows or name in OWN_WAY:
            rows = write(more, name, "expected_more")
        print(f"{name}: {rows} rows")


def write(kg: KnowledgeGraph, name: str, folder: str) -> int:
    """Write the answer, if there is one or it is the sample's, and say how many rows it has."""
    answer = kg.query(name, **catalog.load(name).example)
    text = answer.csv()
    for folder_read in (filigraph.sample.FILINGS, filigraph.sample.LISTINGS, HERE / "more"):
        text = text.replace(f"{folder_read}/", "")
    if answer.rows or folder == "expected":
        if name == "resolution":  # any change of a rule or table is another hash
            text = re.sub(r"\b[0-9a-f]{64}\b|\b[0-9a-f]{16}-[0-9a-f]{16}\b", "#", text)
        (HERE / folder / f"{name}.csv").write_text(text, "utf-8", newline="\n")
    return len(answer.rows)


if __name__ == "__main__":
    main()
