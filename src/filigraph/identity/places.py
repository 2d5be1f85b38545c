"""Where in its filing a mention stands: the words that its name was read from.

Most records have the places of their name by field. Of names in a list (attorneys, grantors), and of firms that are
known by what they do, it is the place whose words are most like the name. Places are those of the filing's graph:
``filing/ID/document/1#char=120,142``; of a name that stands in several it is the first.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping

from filigraph.ontology.terms import EVIDENCE, Property

from .appointments import Triples
from .folding import fold

#: The fields of records that hold the name of a mention.
OWN = ("name", "firm", "owner")
#: The fields that hold names which are mentions of their own, by the property that leads to these.
LISTED = {
    Property.ATTORNEY: ("attorney", "attorneys"),
    Property.GRANTOR: ("grantors",),
    Property.LAWYER: ("lawyers",),
    Property.SUCCESSOR: ("successor",),
    Property.PREDECESSOR: ("predecessor",),
    Property.SIGNER: ("signers",),
}
_RANGE = re.compile(r"/document/(\d+)#char=(\d+),(\d+)$")


def unclear(filing: str, triples: Triples) -> Iterator[str]:
    """The records of which places have to be read with the words there."""
    for leads in LISTED:
        yield from triples.get(leads, {})
    named = {record for field in OWN for record in triples.get(EVIDENCE + field, {})}
    for has in (Property.HAS_COUNSEL, Property.HAS_AUDITOR):
        yield from (record for record in triples.get(has, {}).get(filing, ()) if record not in named)


def name_place(record: str, triples: Triples) -> str:
    """The first place that a record's own name was read from; '' where none is given."""
    return min((p for field in OWN for p in triples.get(EVIDENCE + field, {}).get(record, ())), key=_order, default="")


def own_place(record: str, name: str, triples: Triples) -> str:
    """The first place that a record's own name was read from, else the one most like the name; '' where none is."""
    return name_place(record, triples) or _most_like(name, _all(record, triples), triples)


def listed_places(triples: Triples, names: Mapping[str, str]) -> dict[str, str]:
    """The place of each person who is named beside a record."""
    found: dict[str, list[str]] = {}
    for leads, fields in LISTED.items():
        for record, people in triples.get(leads, {}).items():
            places = [p for field in fields for p in triples.get(EVIDENCE + field, {}).get(record, ())]
            for person in people:
                found.setdefault(person, []).extend(places or _all(record, triples))
    return {person: _most_like(names[person], places, triples) for person, places in found.items()}


def _all(record: str, triples: Triples) -> list[str]:
    return [
        place for prop, records in triples.items() if prop.startswith(EVIDENCE) for place in records.get(record, ())
    ]


def _most_like(name: str, places: Iterable[str], triples: Triples) -> str:
    """The place that shares most words with the name, of several the one of the fewest words, then the first."""
    tokens = set(fold(name).split())

    def unlike(place: str) -> tuple[int, int, tuple[int, ...]]:
        words = fold(html.unescape(" ".join(triples[Property.QUOTE][place]))).split()
        return -len(tokens.intersection(words)), len(words), _order(place)

    return min(places, key=unlike, default="")


def _order(place: str) -> tuple[int, ...]:
    found = _RANGE.search(place)
    assert found is not None, place
    return tuple(int(number) for number in found.groups())
