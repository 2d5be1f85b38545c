"""EDGAR's JSON about entities: submissions (with the pages of older filings) and tickers.

    {"cik": "0000999999", "name": "INVENTED GROUP INC", "tickers": ["INVG"], "formerNames": [...],
     "filings": {"recent": {"accessionNumber": ["0000999999-03-000042"], "form": ["S-8"], ...}, "files": [...]}}
    {"accessionNumber": [...], "filingDate": [...], ...}                CIK0000999999-submissions-001.json
    {"0": {"cik_str": 999999, "ticker": "INVG", "title": "Invented Group Inc."}, ...}      company_tickers.json
    {"fields": ["cik", "name", "ticker", "exchange"], "data": [[999999, ...], ...]}        company_tickers_exchange.json

A copy that a client has wrapped (``{"data": {...}, "timestamp": ...}``) is read as what it wraps. The times of
acceptance are passed over: whether they are UTC or Eastern is said differently by those who measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..errors import Unreadable
from ..records import Accession, Cik, Evidence, Problem
from .index import iso
from .json_spans import Node, parse
from .records import ListedCompany, ListedFiling, Listing, NamePeriod, Row, Ticker

_CIK = re.compile(r"\d{1,10}")
_ACCESSION = re.compile(r"\d{10}-\d\d-\d{6}")
_PAGE = re.compile(r"CIK(\d{10})-submissions-\d{3}\.json(?:\.gz)?$", re.I)
_STUB = (
    ("form_type", "form"),
    ("filing_date", "filingDate"),
    ("period", "reportDate"),
    ("items", "items"),
    ("file_number", "fileNumber"),
    ("filename", "primaryDocument"),
)
_COMPANY = (
    ("entity_type", "entityType"),
    ("sic", "sic"),
    ("ein", "ein"),
    ("state_of_incorporation", "stateOfIncorporation"),
    ("fiscal_year_end", "fiscalYearEnd"),
)


def json_file(text: str, head: Listing) -> tuple[Listing, Iterator[Row]]:
    """The listing's head and rows. Raises `Unreadable` where the JSON is none of the four."""
    root = parse(text)
    if root.get("data", "filings").value is not None:
        root = root.get("data")
    if isinstance(root.get("filings", "recent", "accessionNumber").value, list):
        return replace(head, kind="submissions"), _submissions(root, text)
    if isinstance(root.get("accessionNumber").value, list):
        return replace(head, kind="submissions"), _page(root, text, head.source)
    fields = [str(f.value) for f in root.get("fields").items]
    if {"cik", "name"} <= set(fields):
        return replace(head, kind="tickers"), _table(root.get("data").items, fields, text)
    entries = list(root.value.values()) if isinstance(root.value, dict) else []
    if any(entry.get("cik_str").text and entry.get("title").text for entry in entries[:5]):
        return replace(head, kind="tickers"), _tickers(entries, text)
    raise Unreadable("this is JSON, not a filing", remedy="give the filings it lists")


def _submissions(root: Node, text: str) -> Iterator[Row]:
    yield _company(root, text)
    yield from _stubs(root.get("filings", "recent"), root.get("cik"), None, text)


def _page(root: Node, text: str, source: str) -> Iterator[Row]:
    """A page of older filings does not say whose they are: its file name does."""
    named = _PAGE.search(source)
    if named is None:
        why = "A page of older filings does not say whose they are, nor does its name (CIK##########-submissions-)."
        yield Problem("no-cik", "submissions", why)
    yield from _stubs(root, None, Cik(named[1]) if named else None, text)


def _company(root: Node, text: str) -> ListedCompany | Problem:
    name, cik = root.get("name"), root.get("cik")
    if name.text is None or cik.text is None or not _CIK.fullmatch(cik.text):
        return Problem("no-name", "submissions", "The entity has no name or no CIK.")
    found = {attr: root.get(key).text for attr, key in _COMPANY}
    cited = [*name.cite("name", text), *cik.cite("cik", text)]
    for attr, key in _COMPANY:
        cited += root.get(key).cite(attr, text)
    symbols, exchanges = root.get("tickers").items, root.get("exchanges").items
    tickers = [
        Ticker(symbol.text, exchanges[place].text if place < len(exchanges) else None)
        for place, symbol in enumerate(symbols)
        if symbol.text
    ]
    for said in (*symbols, *exchanges[: len(symbols)]):
        cited += said.cite("tickers", text)
    former = [_former(entry) for entry in root.get("formerNames").items if entry.get("name").text]
    for entry in root.get("formerNames").items:
        for key in ("name", "from", "to"):
            cited += entry.get(key).cite("former_names", text)
    return ListedCompany(
        name.text, Cik(cik.text.zfill(10)), **found,
        tickers=tuple(tickers), former_names=tuple(former), evidence=tuple(dict.fromkeys(cited)),
    )  # fmt: skip


def _former(entry: Node) -> NamePeriod:
    return NamePeriod(entry.get("name").text or "", _day(entry.get("from").text), _day(entry.get("to").text))


def _day(printed: str | None) -> str | None:
    """The day of ``2007-01-10T00:00:00.000Z``."""
    return iso(printed[:10]) if printed else None


def _stubs(arrays: Node, owner: Node | None, cik: Cik | None, text: str) -> Iterator[Row]:
    """Filings in parallel arrays: the n-th member of each belongs to the n-th filing."""
    columns = {attr: arrays.get(key).items for attr, key in _STUB}
    numbers = arrays.get("accessionNumber").items
    if uneven := [key for attr, key in _STUB if columns[attr] and len(columns[attr]) != len(numbers)]:
        why = f"The lists {', '.join(uneven)} are not as long as the list of accession numbers: they were left out."
        yield Problem("uneven-lists", "submissions", why)
        columns = {attr: [] if key in uneven else columns[attr] for attr, key in _STUB}
    whose: tuple[Evidence, ...] = ()
    if owner is not None and owner.text is not None and _CIK.fullmatch(owner.text):
        cik, whose = Cik(owner.text.zfill(10)), owner.cite("cik", text)
    for place, number in enumerate(numbers):
        cited = [*number.cite("accession", text), *whose]
        if number.text is None or not _ACCESSION.fullmatch(number.text):
            yield Problem("no-accession", "submissions", "This is no accession number.", number.cite("accession", text))
            continue
        said: dict[str, str | None] = {}
        for attr, _ in _STUB:
            cell = columns[attr][place] if columns[attr] else None
            said[attr] = cell.text if cell else None
            cited += cell.cite(attr, text) if cell else ()
        yield ListedFiling(
            Accession(number.text), said["form_type"], _day(said["filing_date"]), _day(said["period"]),
            _items(said["items"]), said["file_number"], said["filename"], cik=cik, evidence=tuple(cited),
        )  # fmt: skip


def _items(printed: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.strip() for item in (printed or "").split(",") if item.strip()))


def _table(rows: list[Node], fields: list[str], text: str) -> Iterator[Row]:
    for row in rows:
        cells = dict(zip(fields, row.items, strict=False))
        yield _ticker(cells.get("cik"), cells.get("name"), cells.get("ticker"), cells.get("exchange"), row, text)


def _tickers(entries: list[Node], text: str) -> Iterator[Row]:
    for entry in entries:
        yield _ticker(entry.get("cik_str"), entry.get("title"), entry.get("ticker"), None, entry, text)


def _ticker(
    cik: Node | None, name: Node | None, symbol: Node | None, exchange: Node | None, row: Node, text: str
) -> ListedCompany | Problem:
    number, named = cik.text if cik else None, name.text if name else None
    cited = row.cite("row", text)
    if number is None or named is None or not _CIK.fullmatch(number):
        return Problem("row", "tickers", "This row has no CIK or no name.", cited)
    traded = Ticker(symbol.text, exchange.text if exchange else None) if symbol and symbol.text else None
    return ListedCompany(named, Cik(number.zfill(10)), tickers=(traded,) if traded else (), evidence=cited)
