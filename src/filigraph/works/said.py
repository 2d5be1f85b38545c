"""What a filing says of itself, of its exhibits, and of what it refers to: all that references are resolved by.

From the triples of the filing's graph, property by property, as who-is-who reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from filigraph.identity.companies import company_key
from filigraph.loaders.dates import parse_date
from filigraph.loaders.iri import canonical_file_number, employer_number
from filigraph.loaders.records import ExhibitStatus
from filigraph.ontology.terms import STATUS, Property

from .titles import Title, part_title, said_title

READ = (
    *(Property.FORM_TYPE, Property.PERIOD, Property.FILED_ON, Property.FILE_NUMBER, Property.REGISTRATION_NUMBER),
    *(Property.HAS_EXHIBIT, Property.EXHIBIT_NUMBER, Property.DESCRIPTION, Property.STATUS),
    *(Property.INCORPORATED_FROM, Property.HAS_REFERENCE, Property.HAS_INCORPORATED, Property.EIN),
    *(Property.HAS_DOCUMENT, Property.DOCUMENT_TYPE, Property.SHA256),
)
#: Statuses of exhibits whose text is there, or was in the filing they are incorporated from.
ATTACHED = frozenset({ExhibitStatus.FILED_HEREWITH, ExhibitStatus.FURNISHED})
CARRIED = ATTACHED | {ExhibitStatus.INCORPORATED_BY_REFERENCE, ExhibitStatus.PREVIOUSLY_FILED}
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_ENDED = re.compile(r"\b(?:ended|ending)\s+", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PARTS = re.compile(r"\d+|[a-z]+")
_SEVERAL = re.compile(r"[,;&]|\b(?:and|to|through)\b", re.I)
_NAME = "name/"
_HERE = re.compile(r"filing/[^/]+/party/\d+/value/\d+")

NO_TITLE = Title("")

Triples = Mapping[str, Mapping[str, Sequence[str]]]  # property, subject, objects


@dataclass(frozen=True, slots=True)
class Listed:
    """An exhibit of a filing's list. ``digest`` is that of the document that holds it, where one does and only one."""

    iri: str
    number: str  # for comparing: parts joined by dots, '' where several are named
    title: str
    attached: bool
    digest: str = ""
    parted: Title = NO_TITLE


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference to another filing, as said; ``exhibit`` is the number it names there, for comparing."""

    iri: str
    listing: str = ""  # the exhibit that is incorporated by it
    form: str = ""
    number: str = ""  # canonical file number
    printed: str = ""  # the file number as printed
    date: str = ""  # as printed or ISO
    day: str = ""  # ISO
    sense: str = ""  # what the day is of: filed, period, either
    exhibit: str = ""
    exhibit_said: str = ""
    parted: Title = NO_TITLE  # the title of the exhibit that is incorporated


@dataclass(frozen=True, slots=True)
class Said:
    """One filing. IRIs stand without the namespace of data; '' is unknown."""

    filing: str
    form: str = ""
    date: str = ""
    period: str = ""
    company: str = ""  # the least of its issuers
    keys: tuple[str, ...] = ()  # what its registrants are known by: IRIs, employer numbers, names
    numbers: tuple[str, ...] = ()  # canonical file numbers it was filed under
    exhibits: tuple[Listed, ...] = ()
    citations: tuple[Citation, ...] = ()


def read_said(filing: str, triples: Triples) -> Said:
    """What the filing says, from the triples of its graph."""
    one = _Reader(triples).one
    issuers = sorted(set(triples.get(Property.ISSUER, {}).get(filing, ())))
    keys = tuple(sorted({*issuers, *_keys(filing, triples, frozenset(issuers))}))
    owners = [key.removeprefix(_NAME) for key in keys if key.startswith(_NAME)]
    exhibits = {
        node: (said_title(printed), part_title(printed, owners))
        for node in triples.get(Property.HAS_EXHIBIT, {}).get(filing, ())
        for printed in (one(Property.DESCRIPTION, node),)
    }
    return Said(
        filing,
        one(Property.FORM_TYPE, filing),
        one(Property.FILING_DATE, filing),
        one(Property.PERIOD, filing),
        min(issuers, default=""),
        keys,
        tuple(sorted(set(_numbers(filing, triples)))),
        tuple(sorted(_exhibits(filing, triples, exhibits), key=lambda e: e.iri)),
        tuple(sorted(_citations(filing, triples, exhibits), key=lambda c: c.iri)),
    )


def number_key(printed: str) -> str:
    """An exhibit's number for comparing (``(10)(iii)`` and ``10-iii`` are one); '' where it names several."""
    return "" if _SEVERAL.search(printed) else ".".join(_PARTS.findall(printed.lower().removeprefix("exhibit")))


class _Reader:
    def __init__(self, triples: Triples) -> None:
        self.triples = triples

    def one(self, prop: str, node: str) -> str:
        """The least value, '' where there is none."""
        return min(self.triples.get(prop, {}).get(node, ("",)))


def _keys(filing: str, triples: Triples, issuers: frozenset[str]) -> Iterator[str]:
    """Employer numbers and names of the filing's issuers."""
    for has in (Property.HAS_REGISTRANT, Property.HAS_PARTY):
        for node in triples.get(has, {}).get(filing, ()):
            if issuers.isdisjoint(triples.get(Property.COMPANY, {}).get(node, ())):
                continue
            for printed in triples.get(Property.EIN, {}).get(node, ()):
                if number := employer_number(printed):
                    yield f"ein/{number}"
            for name in triples.get(Property.NAME, {}).get(node, ()):
                yield _NAME + company_key(name)


def _numbers(filing: str, triples: Triples) -> Iterator[str]:
    """File numbers of the filing itself: of its header, else of its cover."""
    own = (values for node, values in triples.get(Property.FILE_NUMBER, {}).items() if _HERE.fullmatch(node))
    printed = [number for values in own for number in values]
    for number in printed or triples.get(Property.REGISTRATION_NUMBER, {}).get(filing, ()):
        if canonical := canonical_file_number(number):
            yield canonical


Titles = Mapping[str, tuple[str, Title]]  # exhibit, its title as printed and parted


def _exhibits(filing: str, triples: Triples, titles: Titles) -> Iterator[Listed]:
    one = _Reader(triples).one
    digests = _digests(filing, triples)
    rows = [
        (node, number_key(one(Property.EXHIBIT_NUMBER, node)), one(Property.STATUS, node).removeprefix(STATUS))
        for node in titles
    ]
    rows = [row for row in rows if row[2] in CARRIED]
    for node, number, status in rows:
        attached = status in ATTACHED
        alone = attached and sum(n == number and s in ATTACHED for _, n, s in rows) == 1
        title, parted = titles[node]
        yield Listed(node, number, title, attached, digests.get(number, "") if alone else "", parted)


def _digests(filing: str, triples: Triples) -> dict[str, str]:
    """The digests of the exhibits among the filing's documents, by number; none of two of one number."""
    found: dict[str, set[str]] = {}
    for node in triples.get(Property.HAS_DOCUMENT, {}).get(filing, ()):
        kind = min(triples.get(Property.DOCUMENT_TYPE, {}).get(node, ("",))).upper()
        if kind.startswith("EX-"):
            digests = triples.get(Property.SHA256, {}).get(node, ())
            found.setdefault(number_key(kind.removeprefix("EX-")), set()).update(digests)
    return {number: min(digests) for number, digests in found.items() if len(digests) == 1}


def _citations(filing: str, triples: Triples, titles: Titles) -> Iterator[Citation]:
    for listing, (_, parted) in titles.items():
        for node in triples.get(Property.INCORPORATED_FROM, {}).get(listing, ()):
            yield _citation(node, triples, "either", listing, parted)
    for node in triples.get(Property.HAS_REFERENCE, {}).get(filing, ()):
        yield _citation(node, triples, "filed")
    for node in triples.get(Property.HAS_INCORPORATED, {}).get(filing, ()):
        yield _citation(node, triples, "either")


def _citation(node: str, triples: Triples, sense: str, listing: str = "", parted: Title = NO_TITLE) -> Citation:
    one = _Reader(triples).one
    printed, period = one(Property.FILE_NUMBER, node), one(Property.PERIOD, node)
    date = period or one(Property.FILED_ON, node)
    day = date if _ISO.fullmatch(date) else parse_date(_ENDED.split(date)[-1]) or ""
    if day and (period or day != date):  # words around a day are those of a period ("year ended ...")
        sense = "period"
    exhibit = one(Property.EXHIBIT_NUMBER, node)
    year = _YEAR.search(date)
    return Citation(
        node,
        listing,
        one(Property.FORM_TYPE, node),
        canonical_file_number(printed) or "",
        printed,
        date,
        day or (year[0] if year else ""),
        sense if day else "year" if year else "",
        number_key(exhibit),
        exhibit,
        parted,
    )
