"""What a filing costs as the store grows: ``python benchmarks/growing.py FOLDER 1000 5000 20000``.

Loads the first 1,000 files of the folder into a new store, then those up to 5,000, and so on, each portion by a process
of its own. Prints CPU milliseconds a filing (user and system: other work on the machine changes these less than the
time on the clock), by who spent them, and the peak memory of the largest process.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import filigraph

JOBS = 2


def load(folder: str, store: str) -> dict[str, float]:
    """Load the folder; CPU seconds of the worker processes, of the main thread, of the store's threads."""
    kg = filigraph.open(store)
    start, thread = time.process_time(), time.thread_time()
    kg.load([folder], JOBS)
    main, whole = time.thread_time() - thread, time.process_time() - start
    kg.close()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"read and map": used.ru_utime + used.ru_stime, "who is who": main, "store": whole - main}


def main(folder: Path, marks: list[int]) -> None:
    """Print a row of Markdown a portion."""
    paths = sorted(folder.iterdir())
    with tempfile.TemporaryDirectory(dir=folder.parent) as place:
        store = Path(place) / "store"
        print("| filings in the store | read and map | who is who | store | together | peak memory |")
        print("| --- " * 6 + "|")
        for first, last in zip([0, *marks], marks, strict=False):
            portion = Path(place) / f"{last}"
            portion.mkdir()
            for path in paths[first:last]:
                os.link(path, portion / path.name)
            command = [sys.executable, __file__, "--one", str(portion), str(store)]
            parts, peak = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
            each = [seconds / (last - first) * 1000 for seconds in (*parts.values(), sum(parts.values()))]
            print(f"| {first:,} to {last:,} |", *(f"{ms:.1f} ms |" for ms in each), f"{peak:.0f} MB |", flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        parts = load(sys.argv[2], sys.argv[3])
        print(json.dumps([parts, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
    else:
        main(Path(sys.argv[1]), [int(mark) for mark in sys.argv[2:]])
