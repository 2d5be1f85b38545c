"""Each shipped question on its own example: ``python benchmarks/queries.py STORE`` (a store that holds the sample)."""

from __future__ import annotations

import statistics
import sys
import time

import filigraph
from filigraph.queries import catalog

RUNS = 5


def main(store: str) -> None:
    """Print the median time of each question, and how many times that of the cheapest it takes."""
    kg = filigraph.open(store)
    times: dict[str, float] = {}
    for name in catalog.names():
        example = catalog.load(name).example
        taken = []
        for _ in range(RUNS):
            start = time.perf_counter()
            kg.query(name, **example)
            taken.append(time.perf_counter() - start)
        times[name] = statistics.median(taken)
    least = min(times.values())
    for name, seconds in sorted(times.items(), key=lambda item: -item[1]):
        print(f"{name:16} {seconds * 1000:8.1f} ms  x{seconds / least:6.1f}")


if __name__ == "__main__":
    main(sys.argv[1])
