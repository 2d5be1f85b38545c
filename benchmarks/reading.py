"""How long one filing takes from bytes to record: ``python benchmarks/reading.py PATH... [--least 30000]``.

Whole submissions (with a header and documents) of that many bytes; CPU milliseconds, of each the least of three runs.
"""

from __future__ import annotations

import argparse
import statistics
import time

from filigraph.loaders.errors import FiligraphError
from filigraph.loaders.filing import read
from filigraph.loaders.sources import submissions
from filigraph.loaders.submission import split

RUNS = 3


def whole(data: bytes) -> bool:
    """Is this a submission with a header and documents, not a document or header alone?"""
    try:
        submission = split(data)
    except FiligraphError:
        return False
    return bool(submission.header and any(document.source for document in submission.documents))


def least(data: bytes, name: str) -> float:
    """CPU milliseconds of the quickest of three readings."""
    taken = []
    for _ in range(RUNS):
        start = time.process_time()
        read(data, name)
        taken.append((time.process_time() - start) * 1000)
    return min(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--least", type=int, default=30_000, help="bytes")
    parser.add_argument("--most", type=int, default=50_000, help="bytes")
    parser.add_argument("--slowest", type=int, default=5, help="how many of the slowest to name")
    options = parser.parse_args()
    sources = ((source.name, source.read()) for source in submissions(options.paths) if source.failure is None)
    chosen = [(n, d) for n, d in sources if options.least <= len(d) <= options.most and whole(d)]
    times = sorted(((least(data, name), name) for name, data in chosen), reverse=True)
    milliseconds = [taken for taken, _ in times]
    print(f"{len(times)} submissions of {options.least} to {options.most} bytes")
    print(f"median {statistics.median(milliseconds):.2f} ms CPU, mean {statistics.mean(milliseconds):.2f} ms")
    print(f"{sum(milliseconds) / sum(len(data) for _, data in chosen) * 40_000:.2f} ms for 40 kB of them")
    for taken, name in times[: options.slowest]:
        print(f"{taken:8.2f} ms  {name}")


if __name__ == "__main__":
    main()
