"""How fast a submission is taken apart and its header read: ``python benchmarks/header.py PATH...``.

CPU milliseconds a submission that has a header, of each the least of three runs.
"""

from __future__ import annotations

import statistics
import sys
import time

from filigraph.loaders.errors import FiligraphError
from filigraph.loaders.header import parse_header
from filigraph.loaders.sources import submissions
from filigraph.loaders.submission import split

RUNS = 3


def measure(data: bytes) -> tuple[float, float]:
    """Milliseconds for the two steps."""
    splits, headers = [], []
    for _ in range(RUNS):
        start = time.process_time()
        submission = split(data)
        split_at = time.process_time()
        parse_header(submission.header)
        splits.append((split_at - start) * 1000)
        headers.append((time.process_time() - split_at) * 1000)
    return min(splits), min(headers)


def with_header(data: bytes) -> bool:
    """Is this a submission with a header?"""
    try:
        return bool(split(data).header)
    except FiligraphError:
        return False


def main(paths: list[str]) -> None:
    """Print median and mean of each step and of both."""
    times = [
        measure(data) for source in submissions(paths) if source.failure is None and with_header(data := source.read())
    ]
    for name, values in (
        ("split", [a for a, _ in times]),
        ("header", [b for _, b in times]),
        ("both", [a + b for a, b in times]),
    ):
        median, mean = statistics.median(values), statistics.mean(values)
        print(f"{name:7} median {median:6.3f} ms, mean {mean:6.3f} ms ({len(values)})")


if __name__ == "__main__":
    main(sys.argv[1:])
