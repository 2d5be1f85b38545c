"""Bulk metadata of EDGAR: files that list filings and names, without being filings.

    open_listing(data, "2003/QTR3/master.idx")      an index: one row a filing and party
    open_listing(data, "CIK0000999999.json")        the submissions of one entity: who it is, and its filings
    open_listing(data, "company_tickers.json")      tickers: CIK, name, symbol

They are read into a `Listing` (`records.py`): entities, and stubs of filings that are known but perhaps not loaded.
Rows come as a stream, since a quarter's index has a quarter of a million of them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from ..decode import decode
from ..records import Problem
from .index import index
from .json_files import json_file
from .records import ListedCompany, ListedFiling, Listing, Row

__all__ = ["ListedCompany", "ListedFiling", "Listing", "Row", "is_listing", "open_listing", "read_listing"]

_HEAD = 8000  # bytes in which a listing shows what it is
_INDEX = re.compile(rb"^CIK\|Company Name\||^(?:Form Type|Company Name) {3,}\S.* {3,}CIK\b", re.I | re.M)
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
_KEYS = re.compile(rb'"(?:cik|cik_str|accessionNumber|fields)"\s*:')


def is_listing(data: bytes) -> bool:
    """Do the bytes begin like a listing? Markup never does: a filing may quote an index."""
    head = data[:_HEAD]
    if head.lstrip()[:1] == b"<" or head.startswith(b"-----"):
        return False
    return bool(_INDEX.search(head)) or bool(_JSON.match(head) and _KEYS.search(head))


def open_listing(data: bytes, source: str) -> tuple[Listing, Iterator[Row]]:
    """The listing without its rows, and the rows. Raises `Unreadable` where the bytes are no listing after all."""
    text = decode(data)
    head = Listing(_id(source), source, hashlib.sha256(data).hexdigest(), "")
    return json_file(text, head) if text.lstrip()[:1] == "{" else index(text, head)


def read_listing(data: bytes, source: str) -> Listing:
    """The whole listing. Raises `Unreadable` where the bytes are none."""
    head, rows = open_listing(data, source)
    return gather(head, rows)


def gather(head: Listing, rows: Iterator[Row]) -> Listing:
    """The listing with its rows in it."""
    found = list(rows)
    return replace(
        head,
        companies=tuple(r for r in found if isinstance(r, ListedCompany)),
        filings=tuple(r for r in found if isinstance(r, ListedFiling)),
        problems=tuple(r for r in found if isinstance(r, Problem)),
    )


def _id(source: str) -> str:
    """One source, one listing: a newer file of the same name replaces what the older one said."""
    return f"listing-{hashlib.sha256(source.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
