"""Judging a table of pairs: ``name_a context_a name_b context_b kind``, contexts in plain words.

A context says things like ``same issuer``, ``same block``, ``/s/ line``, ``owner CIK 1145038, Ryan Specialty``,
``Apple 10-K 2024, Director``, ``attorney-in-fact``. Organisation names that two contexts share count as one registrant.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from filigraph.loaders.errors import InvalidInput

from .companies import Company, company, judge_companies
from .firms import judge_firms
from .folding import fold
from .judgement import Judgement, Verdict
from .likeness import parts
from .persons import Context, judge_persons

COLUMNS = ("name_a", "context_a", "name_b", "context_b", "kind")

_ID = re.compile(r"\b(?:(?:owner )?CIK|partner id)\s+(\d+)", re.I)
_AGENT = re.compile(r",?\s*attorney[- ]in[- ]fact\b(?:\s+for\s+(?P<principal>.+))?", re.I)
_FORM = re.compile(
    r"\b(?:Form\s[345](?:/[345])?|\d{1,2}-?[KQ]\w*|[SF]-\d\w*|SC\s?13[DG]|N-1A|DEF\s?14A|424B\d|485BPOS)(?:/A)?(?!\w)",
    re.I,
)
_SAME_REGISTRANT = re.compile(r"same (?:issuer|registrant|company|filing)|one issuer", re.I)
_SAME_ROW = re.compile(r"/s/|printed line|same block", re.I)
_ROLE = re.compile(
    r"\b(?:C[EFO]O|Co-CEO|Chairman|Director|President|Controller|signature\w*|owner|name|text|EDGAR|proxy|press)\b",
    re.I,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\bFY\d+\b")


@dataclass(frozen=True, slots=True)
class Mention:
    """One side of a pair."""

    name: str
    context: str


def read_pairs(lines: Iterable[str], where: str) -> Iterator[Mapping[str, str]]:
    """The rows of the table; InvalidInput where a column is missing."""
    reader = csv.DictReader(lines, delimiter="\t")
    missing = [c for c in COLUMNS if c not in (reader.fieldnames or ())]
    if missing:
        raise InvalidInput(f"no column {', '.join(missing)}", where, f"the first line must name {' '.join(COLUMNS)}")
    for row in reader:
        if any(row[column] is None for column in COLUMNS):
            what = next(column for column in COLUMNS if row[column] is None)
            raise InvalidInput(f"the row ends before {what}", f"{where}:{reader.line_num}", "every row has five fields")
        yield row


def judge_pair(row: Mapping[str, str]) -> Judgement:
    """The judgement on one row; InvalidInput where its kind is unknown."""
    a, b = Mention(row["name_a"], row["context_a"] or ""), Mention(row["name_b"], row["context_b"] or "")
    kind = row["kind"]
    if kind == "person":
        return _persons(a, b)
    if kind in ("auditor", "law_firm", "firm"):
        return judge_firms(a.name, b.name)
    if kind in ("registrant", "company"):
        return judge_companies(_company(a), _company(b))
    raise InvalidInput(f"unknown kind {kind!r}", f"{a.name} / {b.name}", "person, auditor, law_firm or registrant")


def _company(mention: Mention) -> Company:
    found = _ID.search(mention.context)
    return company(mention.name, found.group(1).zfill(10) if found else None)


def _persons(a: Mention, b: Mention) -> Judgement:
    names = [_AGENT.sub("", m.name).strip(" *") for m in (a, b)]
    principal = [p for p in (_principal(a), _principal(b)) if p]
    if any(fold(p) == fold(n) for p in principal for n in names):
        return judge_persons(parts(names[0]), parts(names[1]), Context(agent_and_principal=True))
    readings = [(parts(names[0], x), parts(names[1], y)) for x in _orders(a) for y in _orders(b)]
    context = _context(a, b, names)
    judgements = [judge_persons(x, y, context) for x, y in readings]
    return max(judgements, key=lambda j: (j.verdict is Verdict.SAME, j.score))


def _principal(mention: Mention) -> str | None:
    found = _AGENT.search(mention.name)
    return found.group("principal") if found else None


def _orders(mention: Mention) -> tuple[bool, ...]:
    """EDGAR's owner names are inverted; the context says where a name is one of those."""
    return (True,) if re.search(r"owner (?:CIK|name)", mention.context, re.I) else (False,)


def _context(a: Mention, b: Mention, names: list[str]) -> Context:
    ids = [_person_id(m) for m in (a, b)]
    same_id = ids[0] == ids[1] if all(ids) else None
    if re.search(r"same partner id", b.context, re.I):
        same_id = True
    texts = (a.context, b.context)
    shared = _organizations(a.context) & _organizations(b.context)
    one_filing = all(re.search(r"same filing", t, re.I) for t in texts)
    row = any(re.search("/s/", t) for t in texts) and any(re.search("printed", t, re.I) for t in texts)
    stated = any(_SAME_REGISTRANT.search(t) or _SAME_ROW.search(t) for t in texts)
    both_blank = not all(_organizations(t) for t in texts)
    same_page = a.context == b.context and bool(_FORM.search(a.context))
    return Context(
        same_registrant=bool(shared) or stated or both_blank,
        same_row=row,
        same_block=(one_filing or same_page) and not row and fold(names[0]) != fold(names[1]),
        same_id=same_id,
        same_office=bool(_offices(a) & _offices(b)),
    )


def _person_id(mention: Mention) -> str | None:
    found = re.search(r"\b(?:owner CIK|partner id)\s+(\d+)", mention.context, re.I)
    return found.group(1) if found else None


def _organizations(context: str) -> frozenset[str]:
    """The words of a context that can only be an organisation's name."""
    text = _YEAR.sub(" ", _ROLE.sub(" ", _FORM.sub(" ", re.sub(r"\(.*?\)", " ", _ID.sub(" ", context)))))
    cik = re.search(r"^CIK (\d+)", context)
    words = {w for w in re.findall(r"[A-Z0-9][\w&.'-]+", text) if not w.isdigit() and w not in {"Form", "Corp", "Inc"}}
    return frozenset({fold(w) for w in words} | ({cik.group(1)} if cik else set()))


def _offices(mention: Mention) -> frozenset[str]:
    return frozenset(x.casefold() for x in re.findall(r"C[EF]O|Controller|Chairman|Director", mention.context))
