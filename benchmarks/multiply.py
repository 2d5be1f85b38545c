"""Many filings from few: ``python benchmarks/multiply.py FOLDER OUT COUNT`` writes COUNT filings into the folder OUT.

Copies the sample's filings with other accession numbers, CIKs, file numbers and names of people and registrants, so
that each copy of the sample is a world of its own; only the law and audit firms are in all of them, as in life.
"""

from __future__ import annotations

import csv
import re
import sys
from functools import partial
from pathlib import Path

_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu")


def syllables(number: int) -> str:
    """A number as syllables: 0 is ``ba``, 15 is ``ceba``."""
    high, low = divmod(number, len(_SYLLABLES))
    return (syllables(high) if high else "") + _SYLLABLES[low]


_WORD = re.compile(r"\b\w{4,}\b")


def names(truth: Path) -> frozenset[str]:
    """What tells people and registrants of the sample from one another: surnames, and names' first words."""
    words = set()
    with (truth / "people.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            words |= set(re.sub(r",? (?:Jr\.|Sr\.|I{2,3}|IV)$", "", row["name"]).split()[-1:])
    with (truth / "registrants.tsv").open(encoding="utf-8", newline="") as file:
        words |= {row["name"].split()[0] for row in csv.DictReader(file, delimiter="\t")}
    return frozenset(word.casefold() for word in words)


def renamed(telling: frozenset[str], end: str, match: re.Match[str]) -> str:
    """The word, with another world's ending where it is one of the names."""
    if match[0].casefold() not in telling:
        return match[0]
    return match[0] + (end.upper() if match[0].isupper() else end)


def copied(text: str, world: int, telling: frozenset[str]) -> str:
    """A filing of the sample as it is in another world; world 0 is the sample itself."""
    if not world:
        return text
    text = _WORD.sub(partial(renamed, telling, syllables(world)), text)
    text = re.sub(r"\b0009999003-", f"{7_000_000_000 + world:010d}-", text)
    text = re.sub(r"(KEY:\s+)(\d{10})", lambda m: f"{m[1]}{(int(m[2]) + world * 2_000_003) % 10**10:010d}", text)
    return re.sub(r"\b333-(\d{5})\b", lambda m: f"333-{int(m[1]) % 1000 + world * 1000:06d}", text)


def main(folder: str, out: str, count: int) -> None:
    """Write COUNT filings into OUT, world by world."""
    sources = sorted(Path(folder).glob("*.txt"))
    telling = names(Path(folder).parent)
    place = Path(out)
    place.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        world, which = divmod(number, len(sources))
        text = copied(sources[which].read_text("utf-8"), world, telling)
        (place / f"{world:05d}-{sources[which].name}").write_text(text, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
