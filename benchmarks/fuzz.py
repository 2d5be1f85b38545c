"""Injured and monstrous filings: none may fail untyped, take more than 5 s of CPU or 500 MB for 1 MB of input.

    python benchmarks/fuzz.py --cases 100000 --seed 1 PATH...     (a nightly run; PATH: else the sample)

Most cases are filings with bytes flipped, cut, doubled, spliced, tags unclosed. One in fifty is a megabyte of the stuff
that patterns stumble over: a few scraps, each repeated up to thousands of times, over and over. Each case follows from
seed and number alone, so that ``--first N --cases 1`` repeats one. Prints the worst case of each measure and each
failure; exits with 1 where there is one. Limits need a system that has them (Linux).
"""

from __future__ import annotations

import argparse
import random
import resource
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filigraph.loaders.emit import filing_nquads
from filigraph.loaders.errors import FiligraphError
from filigraph.loaders.filing import read
from filigraph.sample import FILINGS

MEGABYTE = 1_000_000
BIG = 50  # one case in so many is a megabyte
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
SCRAPS = (
    b"(|)|<|>|[|]|{|}|_|-|=|.|,|;|:|'|\"|/|\\|&|#|*|$|%|1|X| |\t|\n|\x93|\x96|\xff|\xc2\xa0|\xe2\x80\x8b|&nbsp;|&#160;"
    b"|<div>|</div>|<td>|</td>|<tr>|<table>|</table>|<p>|<br>|<li>|<font size=2>|<!--|-->|<PAGE>\n|<S>|<C>|<TABLE>\n"
    b'|<TEXT>|</TEXT>|<DOCUMENT>\n<TYPE>EX-5\n<TEXT>\n|<a href="|<td colspan=900 rowspan=900>|<?xml |<![CDATA['
    b'|<ix:nonNumeric name="dei:AuditorName">|</ix:nonNumeric>|<div style="position:absolute;left:9px;top:9px">'
    b"|John A. Smith|, Jr.|/s/ |By: |*By: |Attorney-in-Fact|Director|Chief Executive Officer and |Name:|Title:|Dated: "
    b"|INVENTED CORP|Smith & Jones LLP|, Inc.|a |the |and |of |word |A. B. |January 1, 2003|(212) 555-0100|. . . |...."
    b"|333-12345|Registration No. |12-3456789|$1,000|1,000,000|New York, New York 10001|Delaware|5.1 |99(a)|(a) |(1)"
    b"|SIGNATURES\n|EXHIBIT INDEX\n|EXPERTS\n|Copies to:\n|Item 8. Exhibits|Exhibit |1999 Stock Option Plan"
    b"|Pursuant to the requirements of the Securities Act of 1933, |incorporated by reference to |consent of "
    b"|constitutes and appoints |independent auditors|Form 10-K for the year ended "
).split(b"|")


class TooSlow(BaseException):
    """The time is over; no handler of errors may take it."""


@dataclass(slots=True)
class Worst:
    """The greatest value of a measure, and the case that had it."""

    value: float = 0.0
    case: int = 0

    def see(self, value: float, case: int) -> None:
        if value > self.value:
            self.value, self.case = value, case


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


def monster(data: bytes, dice: random.Random) -> bytes:
    """A megabyte: the filing with its middle replaced by a tile of repeated scraps, repeated."""
    tile = b"".join(
        dice.choice(SCRAPS) * int(10 ** dice.uniform(0, dice.choice((0.5, 4)))) for _ in range(dice.randint(1, 5))
    )
    room = max(MEGABYTE - len(data), 1)
    at = dice.randrange(len(data) + 1)
    return data[:at] + (tile * (room // len(tile) + 1))[:room] + data[at:]


def made(number: int, seed: int, originals: list[bytes]) -> bytes:
    """The bytes of a case."""
    dice = random.Random(f"{seed}/{number}")
    data = dice.choice(originals)
    return monster(data, dice) if number % BIG == 0 else mutate(data, originals, dice)


@contextmanager
def limits(seconds: float, megabytes: int) -> Iterator[None]:
    """No more CPU time and memory than this beyond what the process has: `TooSlow` and `MemoryError` else."""

    def stop(*_: object) -> None:
        raise TooSlow(f"more than {seconds} s")

    before, hard = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + megabytes * MEGABYTE, hard))
    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        resource.setrlimit(resource.RLIMIT_AS, (before, hard))


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[FILINGS])
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--first", type=int, default=1, help="number of the first case")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=5.0, help="seconds of CPU that 1 MB may take")
    parser.add_argument("--memory", type=int, default=500, help="MB of memory that 1 MB may take")
    return parser.parse_args()


def main() -> int:
    chosen = options()
    files = sorted(f for path in chosen.paths for f in ([path] if path.is_file() else path.rglob("*")) if f.is_file())
    originals = [data for f in files if 0 < len(data := f.read_bytes()) < MEGABYTE]
    failures: dict[str, str] = {}
    small, big = Worst(), Worst()
    for number in range(chosen.first, chosen.first + chosen.cases):
        data = made(number, chosen.seed, originals)
        start = time.process_time()
        try:
            with limits(chosen.limit, chosen.memory):
                filing_nquads(read(data, "mutated"))
        except FiligraphError:
            pass  # a clear refusal is what a broken filing may get
        except (Exception, TooSlow) as error:  # noqa: BLE001 - to find what is not typed is what this is for
            print(f"case {number}: {type(error).__name__}", file=sys.stderr, flush=True)
            failures.setdefault(f"{type(error).__name__}: {error}", f"case {number}: {traceback.format_exc()}")
        (small if number % BIG else big).see(time.process_time() - start, number)
        if number % 5000 == 0:
            print(f"case {number}, {len(failures)} failures", file=sys.stderr, flush=True)
    print(
        f"{chosen.cases} cases of seed {chosen.seed}, slowest {small.value:.2f} s (case {small.case}), "
        f"of 1 MB {big.value:.2f} s (case {big.case}), {len(failures)} failures"
    )
    for text in failures.values():
        print(text)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
