"""Who is who at scale: invented mentions with their truth, resolved as a load would, with quality, time and memory.

    python benchmarks/identity.py                # 100,000 and 1,000,000 mentions
    python benchmarks/identity.py 50000 --seed 7

Names are put together of syllables, some far more frequent than others, as in life; a person sits at one to four
registrants and signs some filings of each. Of what is printed, one initial in five is dropped, three suffixes in a
hundred are lost, four names in a thousand have a typo; fathers sit beside their sons, and people of one name happen.
"""

from __future__ import annotations

import argparse
import itertools
import random
import resource
import tempfile
import time
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from filigraph.identity.people import PersonMention, take_people
from filigraph.identity.register import Register
from filigraph.identity.settle import settle_people

MENTIONS_A_REGISTRANT = 83
_ONSETS = ("b", "br", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w")
_VOWELS = ("a", "e", "i", "o", "u", "ea", "ou")
_ENDS = ("ck", "ld", "ll", "m", "n", "nd", "r", "rt", "s", "th", "tz", "x")
_FAMILY_TAILS = ("berg", "by", "ford", "gate", "ham", "man", "mont", "sen", "son", "stead", "ton", "vale", "well")
_GIVEN_TAILS = ("", "a", "ene", "ett", "ia", "ic", "in", "is", "o", "us")


@dataclass(frozen=True, slots=True)
class Person:
    number: int
    given: str
    middle: str
    family: str
    suffix: str


class World:
    """People and registrants drawn from frequency lists; the same for the same seed."""

    def __init__(self, mentions: int, seed: int) -> None:
        self.random = random.Random(seed)
        self.mentions = mentions
        self._families = _words(self.random, _FAMILY_TAILS, 30_000)
        self._givens = _words(self.random, _GIVEN_TAILS, 600)
        self._family_weights = list(itertools.accumulate(1 / (rank + 30) ** 0.95 for rank in range(30_000)))
        self._given_weights = list(itertools.accumulate(1 / (rank + 6) for rank in range(600)))
        self._count = 0

    def person(self, like: Person | None = None, suffix: str = "") -> Person:
        """A new person; ``like``: of the same name, a father or a son."""
        draw = self.random
        self._count += 1
        if like is not None:
            return Person(self._count, like.given, like.middle, like.family, suffix)
        (given,) = draw.choices(self._givens, cum_weights=self._given_weights)
        (family,) = draw.choices(self._families, cum_weights=self._family_weights)
        (middle,) = draw.choices(self._givens, cum_weights=self._given_weights)
        suffix = draw.choices(("", "Jr.", "III", "II", "Sr."), (962, 24, 8, 4, 2))[0]
        return Person(self._count, given, middle if draw.random() < 0.7 else "", family, suffix)

    def rows(self) -> Iterator[tuple[PersonMention, int]]:
        """Each mention with the number of the person behind it, registrant by registrant."""
        draw = self.random
        travelling: list[Person] = []
        made = 0
        for registrant in itertools.count():
            board = [self.person() for _ in range(14)]
            if travelling:
                board += [travelling.pop(draw.randrange(len(travelling))) for _ in range(min(8, len(travelling)))]
            if draw.random() < 0.2:
                son = self.person(like=board[0], suffix="Jr.")
                board[0] = Person(board[0].number, *_parts(board[0]), draw.choice(("", "", "Sr.")))
                board.append(son)
            travelling += [p for p in board if draw.random() < 0.32]
            for filing in range(6):
                block = f"filing/{registrant:06}-{filing}"
                for row, person in enumerate(board):
                    if draw.random() < 0.62:
                        name = self.printed(person)
                        iri = f"{block}/signature/{row}"
                        yield PersonMention(iri, name, f"company/{registrant}", block), person.number
                        made += 1
                        if made == self.mentions:
                            return

    def printed(self, person: Person) -> str:
        draw = self.random
        middle = person.middle and (person.middle if person.number % 10 == 0 else f"{person.middle[0]}.")
        if draw.random() < 0.2:
            middle = ""
        given = f"{person.given[0]}." if person.number % 25 == 0 and draw.random() < 0.3 else person.given
        words = [given, *([middle] if middle else []), person.family]
        if draw.random() < 0.004:
            words[-1] = self._typo(words[-1])
        suffix = "" if draw.random() < 0.03 else person.suffix
        return " ".join(words) + (f", {suffix}" if suffix else "")

    def _typo(self, word: str) -> str:
        at = self.random.randrange(1, len(word) - 1)
        kind = self.random.randrange(3)
        if kind == 0:
            return word[:at] + word[at + 1 :]
        if kind == 1:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        return word[:at] + self.random.choice("aeiourstn") + word[at + 1 :]


def _parts(person: Person) -> tuple[str, str, str]:
    return person.given, person.middle, person.family


def _words(draw: random.Random, tails: tuple[str, ...], count: int) -> list[str]:
    made = ["".join(x).capitalize() for x in itertools.product(_ONSETS, _VOWELS, _ENDS, tails)]
    if len(made) < count:
        made += [f"{a}{b}".capitalize() for a, b in itertools.product(("Al", "Mac", "O'", "Von", "Es"), made)]
    draw.shuffle(made)
    return made[:count]


def quality(found: list[str], true: array[int]) -> tuple[float, float, float, float]:
    """B-cubed precision and recall, then pairwise precision and recall."""
    both, ours, theirs = Counter(zip(found, true, strict=True)), Counter(found), Counter(true)
    n = len(true)
    precision = sum(k * k / ours[entity] for (entity, _), k in both.items()) / n
    recall = sum(k * k / theirs[person] for (_, person), k in both.items()) / n
    right, said, wanted = (sum(k * (k - 1) // 2 for k in c.values()) for c in (both, ours, theirs))
    return precision, recall, right / max(said, 1), right / max(wanted, 1)


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall)


def run(mentions: int, seed: int) -> str:
    true = array("i")

    def taken() -> Iterator[PersonMention]:
        for mention, person in World(mentions, seed).rows():
            true.append(person)
            yield mention

    with tempfile.TemporaryDirectory() as folder:
        made = time.process_time()
        for _ in World(mentions, seed).rows():
            pass
        start = time.process_time()
        register = Register(Path(folder))
        with register.work():
            take_people(register, taken())
            read = time.process_time()
            settle_people(register)
        end = time.process_time()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
        (profiles,) = register.db.execute("SELECT count(*) FROM profile").fetchone()
        columns = {}
        for column in ("strict", "entity", "loose"):
            found = register.db.execute(f"SELECT {column} FROM mention ORDER BY number")
            columns[column] = quality([e for (e,) in found], true)
        register.close()
    took = end - start - (start - made)  # the generator's own time is not the resolver's
    lines = [
        f"{mentions:,} mentions of {len(set(true)):,} people, {profiles:,} profiles: {took:.1f} s of CPU "
        f"({read - start - (start - made):.1f} taking in, {end - read:.1f} settling), {memory:.2f} GB"
    ]
    for (bp, br, pp, pr), name in zip(columns.values(), ("strict", "balanced", "exploratory"), strict=True):
        lines.append(
            f"  {name:<12} B-cubed P {bp:.4f} R {br:.4f} F1 {f1(bp, br):.4f}   "
            f"pairs P {pp:.4f} R {pr:.4f} F1 {f1(pp, pr):.4f}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mentions", type=int, nargs="*", default=[100_000, 1_000_000])
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for count in options.mentions:
        print(run(count, options.seed), flush=True)
