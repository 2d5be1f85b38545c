"""Each shipped question on its own example: ``python benchmarks/queries.py STORE [SMALLER]``.

Both stores hold the sample. With a smaller one beside it the last column tells how a question grows with the store: a
look-up that gives as many rows from both should take no longer in the big one.
"""

from __future__ import annotations

import statistics
import sys
import time

import filigraph
from filigraph.queries import catalog

RUNS = 5

Measured = dict[str, tuple[float, int]]


def measured(store: str) -> Measured:
    """Median seconds and number of rows of each question."""
    kg = filigraph.open(store)
    out: Measured = {}
    for name in catalog.names():
        example = catalog.load(name).example
        taken = []
        for _ in range(RUNS):
            start = time.perf_counter()
            rows = len(kg.query(name, **example).rows)
            taken.append(time.perf_counter() - start)
        out[name] = statistics.median(taken), rows
    kg.close()
    return out


def main(store: str, smaller: str | None = None) -> None:
    """Print time and rows of each question, how many times the cheapest it takes, and its growth from ``smaller``."""
    big = measured(store)
    small = measured(smaller) if smaller else {}
    least = min(seconds for seconds, _ in big.values())
    for name, (seconds, rows) in sorted(big.items(), key=lambda item: -item[1][0]):
        line = f"{name:26} {seconds * 1000:8.1f} ms  x{seconds / least:7.1f}  {rows:7} rows"
        if name in small:
            before, fewer = small[name]
            line += f"  x{seconds / before:6.1f} the time for x{rows / fewer if fewer else 1:6.1f} the rows"
        print(line)


if __name__ == "__main__":
    main(*sys.argv[1:3])
