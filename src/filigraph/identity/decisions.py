"""What people decided: rows of a table that beat every rule.

date        who  kind    id_a                            id_b                            judgement  ...
2026-01-05  ab   person  filing/0000999999-03-000042/...  filing/0000999999-05-000007/...  different  ...

The ids are mentions, which no rebuild changes. Of several rows for one pair the last counts; a row taken out is undone.
Append-only: a change of mind is a new row.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from filigraph.loaders.errors import InvalidInput, Unavailable
from filigraph.loaders.iri import ID

from .judgement import Verdict

FILE = "decisions.tsv"
COLUMNS = ("date", "who", "kind", "id_a", "id_b", "judgement", "reason", "source")
KINDS = ("person", "firm", "company")


@dataclass(frozen=True, slots=True)
class Decision:
    """One row. ``id_a`` and ``id_b`` are mentions without the namespace, the least first; ``line`` is its place."""

    date: str
    who: str
    kind: str
    id_a: str
    id_b: str
    judgement: Verdict
    reason: str
    source: str
    line: int = 0

    @property
    def pair(self) -> tuple[str, str]:
        return self.id_a, self.id_b

    def __str__(self) -> str:
        return f"{self.judgement}({self.id_a}, {self.id_b})" + (f" of line {self.line}" if self.line else "")


def row_hash(decision: Decision) -> str:
    """The SHA-256 of a row's fields, with tabs between, the lesser mention first: the same wherever the row stands."""
    fields = (decision.date, decision.who, decision.kind, *decision.pair, decision.judgement)
    return hashlib.sha256("\t".join((*fields, decision.reason, decision.source)).encode("utf-8")).hexdigest()


def decision_id(decision: Decision) -> str:
    """What a decision is called in the graph: the first sixteen digits of the hash of its row."""
    return row_hash(decision)[:16]


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The rows that count of the file, none where there is no file; `InvalidInput` where rows contradict each other."""
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return ()
    except UnicodeDecodeError as error:
        raise InvalidInput("this is no text in UTF-8", str(path), "write it as tab-separated UTF-8") from error
    return counting(parse(text.splitlines(), str(path)), str(path))


def parse(lines: Iterable[str], where: str) -> tuple[Decision, ...]:
    """All rows; `InvalidInput` names the line of one that cannot be read."""
    reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    missing = [c for c in COLUMNS if c not in (reader.fieldnames or COLUMNS)]
    if missing:
        raise InvalidInput(f"no column {', '.join(missing)}", where, f"the first line must name {' '.join(COLUMNS)}")
    return tuple(_row(row, f"{where}:{reader.line_num}", reader.line_num) for row in reader)


def _row(row: Mapping[str, str | None], where: str, line: int) -> Decision:
    absent = [c for c in COLUMNS if row.get(c) is None]
    if absent:
        raise InvalidInput(f"the row ends before {absent[0]}", where, "every row has eight fields")
    values = {c: str(row[c]).strip() for c in COLUMNS}
    if values["judgement"] not in set(Verdict):
        raise InvalidInput(f"unknown judgement {values['judgement']!r}", where, "same, different or unsure")
    if values["kind"] not in KINDS:
        raise InvalidInput(f"unknown kind {values['kind']!r}", where, "person, firm or company")
    a, b = sorted(values[c].removeprefix(ID) for c in ("id_a", "id_b"))
    if a == b or not a:
        raise InvalidInput("a decision is on two mentions", where, "give two different ids")
    verdict = Verdict(values["judgement"])
    return Decision(
        values["date"], values["who"], values["kind"], a, b, verdict, values["reason"], values["source"], line
    )


def counting(rows: Sequence[Decision], where: str) -> tuple[Decision, ...]:
    """The last row of each pair, sorted by pair; `InvalidInput` where ``different`` meets a chain of ``same``."""
    last = {row.pair: row for row in rows}
    kept = tuple(last[pair] for pair in sorted(last))
    links: dict[str, list[tuple[str, Decision]]] = defaultdict(list)
    for row in kept:
        if row.judgement is Verdict.SAME:
            links[row.id_a].append((row.id_b, row))
            links[row.id_b].append((row.id_a, row))
    for row in kept:
        if row.judgement is Verdict.DIFFERENT and (chain := _chain(links, *row.pair)):
            said = ", ".join(map(str, chain))
            raise InvalidInput(f"{row} contradicts {said}", where, "supersede one of them by a new row for its pair")
    return kept


def _chain(links: Mapping[str, list[tuple[str, Decision]]], start: str, end: str) -> list[Decision]:
    """The decisions that make two mentions one, the fewest; none where they do not."""
    came: dict[str, tuple[str, Decision]] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for there, row in links.get(here, ()):
            if there != start and there not in came:
                came[there] = (here, row)
                waiting.append(there)
    chain: list[Decision] = []
    while end in came:
        end, row = came[end]
        chain.insert(0, row)
    return chain


def append(path: Path, decision: Decision) -> None:
    """Add one row to the file, with the heading where it is new; nothing is written where it would contradict."""
    present = path.read_text("utf-8-sig") if path.is_file() else ""
    rows = parse(present.splitlines(), str(path))
    counting((*rows, decision), str(path))
    line = "\t".join(" ".join(str(field).split()) for field in astuple(decision)[: len(COLUMNS)]) + "\n"
    text = io.StringIO()
    if not present:
        text.write("\t".join(COLUMNS) + "\n")
    elif not present.endswith("\n"):
        text.write("\n")
    text.write(line)
    try:
        with path.open("a", encoding="utf-8", newline="") as file:
            file.write(text.getvalue())
    except OSError as error:
        raise Unavailable(f"the decision cannot be written: {error.strerror}", str(path)) from error
