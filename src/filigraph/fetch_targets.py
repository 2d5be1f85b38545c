"""What to fetch: filings by their numbers, by a company's submissions, or by the rows of an index.

wanted("0000999999-03-000042")            Wanted("0000999999-03-000042", "999999")
wanted("844143/0000999999-03-000042")     Wanted("0000999999-03-000042", "844143")
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .loaders.bulk import ListedFiling, open_listing
from .loaders.bulk.json_spans import parse
from .loaders.decode import decode
from .loaders.errors import InvalidInput, Unreadable

_TARGET = re.compile(
    r"(?:(?:\S*edgar/data/)?(?P<cik>\d{1,10})/(?:\d{18}/)?)?(?P<accession>\d{10}-\d\d-\d{6})(?:\.txt|-index\.html?)?"
)
_PAGE = re.compile(r"CIK\d{10}-submissions-\d{3}\.json")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One filing. ``cik``: of a party, without leading zeros; it is a part of the filing's address."""

    accession: str
    cik: str


@dataclass(frozen=True, slots=True)
class Which:
    """Which of the filings that are listed: ``forms`` as EDGAR has them (all where empty), ISO dates of filing."""

    forms: frozenset[str] = frozenset()
    since: str = ""
    until: str = ""

    def has(self, filing: ListedFiling) -> bool:
        form, filed = (filing.form_type or "").upper(), filing.filing_date or ""
        return (not self.forms or form in self.forms) and self.covers(filed, filed)

    def covers(self, first: str, last: str) -> bool:
        """Can a filing between these days be meant? Unknown days count as meant."""
        return not (self.since and last and last < self.since) and not (self.until and first and first > self.until)


def wanted(target: str) -> Wanted:
    """A filing from its accession number, with a CIK before it or as a path or address of EDGAR."""
    found = _TARGET.fullmatch(target.strip())
    if found is None:
        raise InvalidInput("this names no filing", target, "e.g. 0000999999-03-000042, or CIK/0000999999-03-000042")
    number = found["accession"]
    return Wanted(number, (found["cik"] or number[:10]).lstrip("0") or "0")


def of_listing(data: bytes, name: str, which: Which) -> Iterator[Wanted]:
    """The filings that an index or a file of submissions lists, in its order. Raises `Unreadable` where it is none."""
    _, rows = open_listing(data, name)
    for row in rows:
        if isinstance(row, ListedFiling) and which.has(row):
            yield Wanted(row.accession, (row.cik or row.accession[:10]).lstrip("0") or "0")


def pages(data: bytes, which: Which) -> list[str]:
    """The names of the pages of older filings among which there may be some that are meant."""
    found = []
    for page in parse(decode(data)).get("filings", "files").items:
        name = page.get("name").text or ""
        if _PAGE.fullmatch(name) is None:  # it becomes a part of a path
            raise Unreadable(f"{name[:60]!r} is no page of older filings", remedy="try again later")
        if which.covers(page.get("filingFrom").text or "", page.get("filingTo").text or ""):
            found.append(name)
    return found


def once(found: Iterable[Wanted]) -> list[Wanted]:
    """Each filing once: an index lists it for every party."""
    return list({want.accession: want for want in reversed(list(found))}.values())[::-1]
