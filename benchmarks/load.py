"""How fast filings become a graph: ``python benchmarks/load.py FOLDER [JOBS]``."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

import filigraph
from filigraph.loaders.emit import filing_nquads
from filigraph.loaders.filing import read
from filigraph.loaders.sources import expand


def main(folder: str, jobs: int) -> None:
    """Print CPU milliseconds a filing for reading and mapping, then the whole load in a new store."""
    sources = [(s.name, s.read()) for s in expand([folder])]
    size = sum(len(data) for _, data in sources) / len(sources) / 1000
    print(f"{len(sources)} sources, {size:.0f} kB each on average, {os.cpu_count()} cores, {jobs} jobs")
    start = time.process_time()
    filings = [read(data, name) for name, data in sources]
    read_at = time.process_time()
    quads = sum(filing_nquads(filing).count(b"\n") for filing in filings)
    mapped_at = time.process_time()
    print(f"read  {(read_at - start) / len(sources) * 1000:7.2f} ms CPU a filing")
    print(f"map   {(mapped_at - read_at) / len(sources) * 1000:7.2f} ms CPU a filing, {quads / len(sources):.0f} quads")
    with tempfile.TemporaryDirectory() as place:
        kg = filigraph.open(Path(place) / "store")
        start = time.monotonic()
        kg.load([folder], jobs)
        loaded_at = time.monotonic()
        kg.resolve()
        resolved_at = time.monotonic()
        kg.close()
    print(f"load  {len(sources) / (loaded_at - start):7.1f} filings/s end to end")
    print(f"of which who-is-who, ties and names {resolved_at - loaded_at:.2f} s")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else os.cpu_count() or 1)
