"""How fast a submission is taken apart and its header read: ``python benchmarks/header.py FOLDER``."""

from __future__ import annotations

import sys
import time

from filigraph.loaders.header import parse_header
from filigraph.loaders.sources import expand
from filigraph.loaders.submission import split


def main(folder: str) -> None:
    """Print CPU milliseconds a submission for each of the two steps."""
    data = [source.read() for source in expand([folder])]
    start = time.process_time()
    submissions = [split(one) for one in data]
    split_at = time.process_time()
    headers = [parse_header(s.header) for s in submissions if s.header]
    parsed_at = time.process_time()
    print(f"split   {(split_at - start) / len(data) * 1000:6.3f} ms a submission ({len(data)})")
    print(f"header  {(parsed_at - split_at) / max(len(headers), 1) * 1000:6.3f} ms a header ({len(headers)})")


if __name__ == "__main__":
    main(sys.argv[1])
