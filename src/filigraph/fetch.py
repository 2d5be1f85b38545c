"""Fetching filings from EDGAR into a folder that is its own cache: what is there and whole is not fetched again.

    folder/0000999999/0000999999-03-000042.txt      the filing, by the first part of its number
    folder/submissions/CIK0000844143.json           what was asked to find it; loads as a listing

A file appears under its name only when it is whole and on disk, so a fetch may be stopped at any moment and goes on.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from .fetch_bodies import filing_fault, listing_fault
from .fetch_client import Edgar
from .fetch_targets import Wanted, Which, of_listing, once, pages
from .loaders.errors import InvalidInput, NotFound, Unreadable
from .loaders.sources import expand


@dataclass(slots=True)
class Report:
    """What a fetch did: files fetched now, those that were there, and filings that could not be had, each with why."""

    fetched: list[Path] = field(default_factory=list)
    there: list[Path] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)


def fetch(edgar: Edgar, filings: Iterable[Wanted], folder: Path, tell: Callable[[Path], None] | None = None) -> Report:
    """Fetch filings; ``tell`` is given each file that is there. What EDGAR has not, or never whole, is noted.

    Raises `Unavailable` where EDGAR turns the client away or does not answer any more: nothing more is asked then.
    """
    report = Report()
    for want in once(filings):
        path = folder / want.accession[:10] / f"{want.accession}.txt"
        fault = partial(filing_fault, accession=want.accession)
        if path.is_file() and fault(path.read_bytes()) is None:
            report.there.append(path)
        else:
            try:
                write(path, edgar.filing(want.cik, want.accession, fault))
            except (NotFound, Unreadable) as error:
                report.failed.append((want.accession, error.advice))
                continue
            report.fetched.append(path)
        if tell is not None:
            tell(path)
    return report


def by_company(edgar: Edgar, cik: str, which: Which, folder: Path) -> Iterator[Wanted]:
    """The filings of one holder of a CIK. Its submissions are asked anew each time, since they grow, and kept."""
    number = cik.upper().removeprefix("CIK")
    if not (number.isascii() and number.isdigit() and len(number) <= 10):
        raise InvalidInput("this is no CIK", cik, "up to ten digits, e.g. 844143")
    first = f"CIK{number.zfill(10)}.json"
    data = _submissions(edgar, first, folder)
    yield from of_listing(data, first, which)
    for name in pages(data, which):
        yield from of_listing(_submissions(edgar, name, folder), name, which)


def by_index(paths: Iterable[Path], which: Which) -> Iterator[Wanted]:
    """The filings that indexes (or submissions) on disk list, packed ones too."""
    for source in expand(paths):
        yield from of_listing(source.read(), source.name, which)


def _submissions(edgar: Edgar, name: str, folder: Path) -> bytes:
    data = edgar.submissions(name, listing_fault)
    write(folder / "submissions" / name, data)
    return data


def write(path: Path, data: bytes) -> None:
    """The file all at once: written under a hidden name, which no load reads, and renamed when it is on disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
