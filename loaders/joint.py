"""Filings of several registrants: which of them a signature is for.

    ALDER CORPORATION                  a row on behalf of a registrant opens its page;
    By: /s/ Ann B. Carver
    /s/ Ann B. Carver    Director      what follows without such words is for the same,
    ALDER FINANCE LLC                  until a row on behalf of another opens the next.
    By: /s/ Carl Dow
    /s/ Eve Fox          Manager

Rows on behalf of several registrants, one right after the other, open one page for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from . import iri

Places = tuple[int, ...]  # of registrants, from 0


def signed_for(names: Sequence[str], behalves: Sequence[str | None]) -> Iterator[Places]:
    """The registrants of a filing, by their names, whom each signature is for; ``behalves``: on whose behalf it is.

    A registrant whom no row names goes with the one before it: of names printed one under another a row has the first
    only. Where rows are on behalf of somebody who is no registrant, it goes with these. What stands before any row on
    behalf of a registrant is for all, and so is everything where there is no such row.

    >>> rows = ["Alder Corp.", None, "ALDER FINANCE LLC", None]
    >>> list(signed_for(["Alder Corporation", "Alder Finance LLC"], rows))
    [(0, 1), (0, 1), (1,), (1,)]
    """
    keys = [iri.plain(name) for name in names]
    page: Places = tuple(range(len(names)))
    said = [None if behalf is None else _bearers(iri.plain(behalf), keys) for behalf in behalves]
    unnamed = tuple(place for place in page if all(place not in (found or ()) for found in said))
    opening = False
    for found in said:
        if found is None:
            opening = False
            yield page
            continue
        whose = found + tuple(_following(found[0], unnamed, said)) if found else unnamed or page
        page = tuple(sorted({*page, *whose})) if opening else whose
        opening = bool(found)
        yield whose


def _bearers(key: str, keys: Sequence[str]) -> Places:
    """The place of the one registrant of that name, or whose name begins as it does; none where that is not one."""
    same = tuple(place for place, name in enumerate(keys) if name == key)
    alike = tuple(n for n, name in enumerate(keys) if name.startswith(key + " ") or key.startswith(name + " "))
    return next((found for found in (same, alike) if len(found) == 1), ())


def _following(place: int, unnamed: Places, said: Sequence[Places | None]) -> Iterator[int]:
    """The registrants without a row of their own that come right after this one; none where others sign for them."""
    if () in said:
        return
    for other in range(place + 1, place + 1 + len(unnamed)):
        if other not in unnamed:
            return
        yield other
