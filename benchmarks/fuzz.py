"""Mutated filings: bytes flipped, cut, doubled, spliced, tags unclosed. None may fail untyped or take seconds.

    python benchmarks/fuzz.py --cases 100000 --seed 1 PATH...     (a nightly run; PATH: else the sample)

Prints the number of cases, the slowest one's CPU seconds and each untyped failure; exits with 1 where there is one.
A case of more than ``--limit`` seconds ends the run with its traceback.
"""

from __future__ import annotations

import argparse
import faulthandler
import random
import sys
import time
import traceback
from pathlib import Path

from filigraph.loaders.emit import filing_nquads
from filigraph.loaders.errors import FiligraphError
from filigraph.loaders.filing import read
from filigraph.sample import FILINGS

SPLINTERS = (
    b"<table>",
    b"</td>",
    b"<!--",
    b"\x00",
    b"/s/ ",
    b"*By: ",
    b"(",
    b")" * 50,
    b"&nbsp;" * 40,
    b"<TEXT>",
    b'"',
)


def mutate(data: bytes, others: list[bytes], dice: random.Random) -> bytes:
    """The bytes after one to twelve random injuries."""
    out = bytearray(data)
    for _ in range(dice.randint(1, 12)):
        at = dice.randrange(len(out)) if out else 0
        end = min(len(out), at + dice.randint(1, 400))
        match dice.randrange(6):
            case 0:
                out[at:end] = bytes(dice.randrange(256) for _ in range(min(end - at, 60)))
            case 1:
                del out[at:end]
            case 2:
                out[at:at] = out[at:end] * dice.randint(1, 5)
            case 3:
                other = dice.choice(others)
                start = dice.randrange(len(other) + 1)
                out[at:at] = other[start : start + dice.randint(1, 3000)]
            case 4:
                out[at:at] = dice.choice(SPLINTERS)
            case _:
                del out[end:]
    return bytes(out)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[FILINGS])
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=5.0, help="seconds a case may take")
    options = parser.parse_args()
    files = sorted(f for path in options.paths for f in ([path] if path.is_file() else path.rglob("*")) if f.is_file())
    originals = [data for f in files if 0 < len(data := f.read_bytes()) < 1_000_000]
    dice = random.Random(options.seed)
    failures: dict[str, str] = {}
    slowest = 0.0
    for _ in range(options.cases):
        data = mutate(dice.choice(originals), originals, dice)
        faulthandler.dump_traceback_later(options.limit, exit=True)
        start = time.process_time()
        try:
            filing_nquads(read(data, "mutated"))
        except FiligraphError:
            pass  # a clear refusal is what a broken filing may get
        except Exception as error:  # noqa: BLE001 - to find what is not typed is what this is for
            failures.setdefault(f"{type(error).__name__}: {error}", traceback.format_exc())
        slowest = max(slowest, time.process_time() - start)
    faulthandler.cancel_dump_traceback_later()
    print(f"{options.cases} cases, slowest {slowest:.2f} s, {len(failures)} untyped failures")
    for text in failures.values():
        print(text)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
