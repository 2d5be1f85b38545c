"""EDGAR's indexes, quarterly and daily: one row a filing and party.

    CIK|Company Name|Form Type|Date Filed|Filename                                          master.idx
    1000015|INVENTED GROUP INC|S-8|2003-09-19|edgar/data/1000015/0000999999-03-000042.txt

    Company Name          Form Type   CIK         Date Filed  File Name                     company.idx, crawler.idx
    Form Type   Company Name          CIK         Date Filed  File Name                     form.idx

The last three are of fixed width, other columns in other years: the first two columns begin where their captions do;
CIK, date and path hold no blanks and are read from the row's end, because some header lines are broken in two.
Daily indexes write dates without hyphens.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from ..errors import Unreadable
from ..records import Accession, Cik, Evidence, Problem
from ..span import Span
from .records import ListedFiling, Listing, Row

_BARS = re.compile(r"CIK\|Company Name\|Form Type\|Date Filed\|File ?name[ \t]*\n", re.I)
_CAPTIONS = re.compile(r"^(Form Type|Company Name)( +)(Form Type|Company Name)\b.*\n(?:(?![-]{8}).*\n)?", re.I | re.M)
_RULE = re.compile(r"-{8,}[ \t]*\n?")
_BARRED = re.compile(r"(\d{1,10})\|([^|]*)\|([^|]+)\|(\d{4}-?\d\d-?\d\d)\|(\S+)")
_FIXED = re.compile(r"(.*\S)\s+(\d{1,10})\s+(\d{4}-?\d\d-?\d\d)\s+(\S+)")
_ACCESSION = re.compile(r"(?<!\d)\d{10}-\d\d-\d{6}(?!\d)")
_RECEIVED = re.compile(r"^Last Data Received:[ \t]*(\S.*\S)[ \t]*$", re.M)
_LINE = re.compile(r"[^\n]+")
_WHY = "The line does not have the columns of this index: name, form, CIK, date and the path of a filing."

Columns = tuple[str, str, str, str, str]  # CIK, name, form, date, path


def index(text: str, head: Listing) -> tuple[Listing, Iterator[Row]]:
    """The index's head and its rows. Raises `Unreadable` where there is no line of captions."""
    barred = _BARS.search(text, 0, 8000)
    captions = barred or _CAPTIONS.search(text, 0, 8000)
    if captions is None:
        raise Unreadable("this index has none of the known captions", remedy="give master.idx, company.idx or form.idx")
    rule = _RULE.match(text, captions.end())
    start = rule.end() if rule else captions.end()
    return _headed(text, start, head), _rows(text, start, _barred if barred else _fixed(captions))


def _headed(text: str, start: int, head: Listing) -> Listing:
    found = _RECEIVED.search(text, 0, start)
    received = _long_date(found[1]) if found else None
    if found is None or received is None:
        return replace(head, kind="index")
    cited = Evidence("received", Span(1, found.start(1), found.end(1)), found[1])
    return replace(head, kind="index", received=received, evidence=(cited,))


def _long_date(printed: str) -> str | None:
    """``March 31, 2003`` or ``Oct  3, 2022``."""
    for form in ("%B %d, %Y", "%b %d, %Y"):
        try:
            return datetime.strptime(" ".join(printed.split()), form).date().isoformat()
        except ValueError:
            continue
    return None


def _rows(text: str, start: int, columns: Callable[[str], Columns | None]) -> Iterator[Row]:
    for found in _LINE.finditer(text, start):
        line = found[0].rstrip()
        if not line:
            continue
        begin = found.start() + len(line) - len(line.lstrip())
        cited = (Evidence("row", Span(1, begin, found.start() + len(line)), line.lstrip()),)
        cells = columns(line)
        accession = _ACCESSION.search(cells[4]) if cells else None
        filed = iso(cells[3]) if cells else None
        if cells is None or accession is None or filed is None:
            yield Problem("row", "index", _WHY, cited)
            continue
        cik, name, form, _, path = cells
        yield ListedFiling(
            accession=Accession(accession[0]), form_type=form, filing_date=filed, path=path,
            name=name or None, cik=Cik(cik.zfill(10)), evidence=cited,
        )  # fmt: skip


def _barred(line: str) -> Columns | None:
    found = _BARRED.fullmatch(line.strip())
    return (found[1], found[2].strip(), found[3].strip(), found[4], found[5]) if found else None


def _fixed(captions: re.Match[str]) -> Callable[[str], Columns | None]:
    """How to cut a row of fixed width, by where the second caption begins."""
    second, form_first = len(captions[1] + captions[2]), captions[1].lower() == "form type"

    def cut(line: str) -> Columns | None:
        found = _FIXED.fullmatch(line)
        if found is None or found[1][second - 1 : second] != " ":
            return None
        first, last = found[1][:second].strip(), found[1][second:].strip()
        form, name = (first, last) if form_first else (last, first)
        return (found[2], name, form, found[3], found[4]) if form else None

    return cut


@lru_cache(maxsize=1024)
def iso(printed: str) -> str | None:
    """``2003-09-19`` or ``20030919`` as an ISO date; None where there is no such day."""
    try:
        return date.fromisoformat(printed).isoformat()
    except ValueError:
        return None
