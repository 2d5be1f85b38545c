"""What resolution needs to know of a filing: whom it mentions, which companies it is about, who is tied to them.

Read from the filing's graph, filing by filing, so that a store of any size is read in flat memory.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from pyoxigraph import Literal, NamedNode

from filigraph.loaders.iri import FILING_GRAPHS, ID, LISTING_GRAPHS, company_iri, employer_number
from filigraph.loaders.nterms import Triple, text
from filigraph.loaders.records import Role
from filigraph.loaders.roles import roles_of
from filigraph.ontology.terms import AUDITOR, EVIDENCE, FORM, ROLE, Property
from filigraph.store import Rows, Store

from . import appointments, places
from .registrants import MENTION, Registered

LISTING = "listing-"  # how the id of a listing begins
_LISTED = f"""
SELECT ?company ?name ?kind ?entry
WHERE {{
  GRAPH $graph {{
    ?listing <{Property.HAS_LISTED_COMPANY}> ?entry .
    ?entry <{Property.COMPANY}> ?company .
    {{ ?entry <{Property.NAME}> ?name . BIND("listed" AS ?kind) }}
    UNION {{ ?entry <{Property.HAS_FORMER_NAME}>/<{Property.NAME}> ?name . BIND("former" AS ?kind) }}
    # told apart from names by their kind: only files about one company have them
    UNION {{ ?entry <{Property.EIN}> ?name . BIND("ein" AS ?kind) }}
    UNION {{ ?entry <{Property.STATE_OF_INCORPORATION}> ?name . BIND("state" AS ?kind) }}
  }}
}}
"""
#: The properties that lead from a filing to records with mentions, and what the record's own mention is.
_RECORDS = {
    Property.HAS_SIGNATURE: "signature",
    Property.HAS_POWER_OF_ATTORNEY: "",
    Property.HAS_AGENT: "agent",
    Property.HAS_COUNSEL: "counsel",
    Property.HAS_AUDITOR: "auditor",
    Property.HAS_RELATIONSHIP: "owner",
    Property.HAS_BENEFICIAL_OWNER: "holder",
    Property.HAS_OFFICE_CHANGE: "officer",
    Property.HAS_CERTIFICATION: "officer",
    Property.HAS_AUDITOR_CHANGE: "accountant",
    Property.HAS_ACCOUNTANT_LETTER: "accountant",
    Property.HAS_ATTACHMENT: "",
}
_TIES = {"agent": "agentOf", "counsel": "counselOf", "auditor": "auditorOf"}
_PEOPLE = {Property.ATTORNEY: "attorney", Property.GRANTOR: "grantor", Property.LAWYER: "lawyer"}
_PEOPLE |= dict.fromkeys((Property.SUCCESSOR, Property.PREDECESSOR, Property.SIGNER), "officer")
_NAMED = {Property.HAS_REGISTRANT: "cover", Property.HAS_PARTY: "header"}
_CONSENTS = f"{AUDITOR}consent"
_BORNE = (Property.REPORT_DATE, Property.EFFECTIVE_ON)
_SEATS = (f"{ROLE}DIR", f"{ROLE}CHAIR")
#: What an office is called among ties: ``office/CFO``. Its dates are those of the signatures.
OFFICE = "office/"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_READ = (
    *(Property.NAME, Property.FILING_DATE, Property.ON_BEHALF_OF, Property.CIK, Property.ISSUER, Property.COMPANY),
    *(Property.CAPACITY, Property.ROLE, Property.IS_DIRECTOR, Property.HAS_FORMER_NAME),
    *(Property.EIN, Property.JURISDICTION, Property.STATE_OF_INCORPORATION),
    *(Property.SIGNED_ON, Property.TITLE, Property.FORM, Property.MODE, Property.ACTS, *_BORNE),
    *(*_RECORDS, *_PEOPLE, *_NAMED),
    *(EVIDENCE + field for field in places.OWN),
)


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One name in one filing.

    ``kind``: signature, attorney, grantor, agent, lawyer, officer (of changes and certifications), counsel, auditor,
    accountant (one that goes, comes or writes), owner, holder, registrant (one whose CIK the filing does not give).
    """

    iri: str
    kind: str
    name: str
    filing: str
    company: str  # the filing's issuer (the least, where there are several), '' where unknown
    date: str
    behalf: str = ""  # whom a By: row signs for
    firm: str = ""  # a lawyer's firm
    cik: str = ""  # an owner's or holder's
    borne: str = ""  # the earliest day on which a firm is said to have borne the name: of its report, of a change
    place: str = ""  # the words that the name was read from


@dataclass(frozen=True, slots=True)
class Facts:
    """One filing. IRIs stand without the namespace of data."""

    filing: str
    date: str
    companies: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    # company, one of its names; cover, header, listed or former; the record that says so
    names: tuple[tuple[str, str, str, str], ...] = ()
    ties: tuple[tuple[str, str, str, str], ...] = ()  # mention, what it is to a company, the company, the day
    papers: appointments.Papers | None = None  # where somebody signs as attorney-in-fact, or is appointed
    registrants: tuple[Registered, ...] = ()


Triples = appointments.Triples


def read_facts(store: Store, filings: Iterable[str]) -> Iterator[Facts]:
    """The facts of the filings whose ids are given; of listings the names of companies.

    One filing a question: nine times faster than many in one.
    """
    for filing in filings:
        if filing.startswith(LISTING):
            yield of_listing(store, filing)
        else:
            yield facts(f"filing/{filing}", read_triples(store, filing))


def read_triples(store: Store, filing: str, more: Iterable[str] = ()) -> Triples:
    """What the graph of a filing (its id) says that matters here, and by ``more`` properties."""
    answer = store.query(f"SELECT ?s ?p ?o WHERE {{ GRAPH {NamedNode(FILING_GRAPHS + filing)} {{ ?s ?p ?o }} }}")
    rows = (tuple(cast("NamedNode | Literal", term).value for term in row) for row in cast(Rows, answer).rows)
    return _pick(filing, ((s, p, o) for s, p, o in rows), more)


def given_triples(filing: str, triples: Iterable[Triple], more: Iterable[str] = ()) -> Triples:
    """The same from the triples that a filing's graph is made of, which saves reading them back."""
    rows = ((s[1:-1], p[1:-1], o[1:-1] if o[0] == "<" else text(o)) for s, p, o in triples)
    return _pick(filing, rows, more)


def _pick(filing: str, rows: Iterable[tuple[str, str, str]], more: Iterable[str]) -> Triples:
    """Of all that a filing says, as plain strings, what matters here."""
    said: dict[str, dict[str, list[str]]] = {}
    for subject, prop, value in rows:
        said.setdefault(prop, {}).setdefault(subject.removeprefix(ID), []).append(value.removeprefix(ID))
    found = {prop: said[prop] for prop in (*_READ, *more) if prop in said}
    if appointments.concerned(f"filing/{filing}", found):
        found |= {prop: said[prop] for prop in appointments.READ if prop in said}
    unclear = sorted(set(places.unclear(f"filing/{filing}", found)))
    if not unclear:
        return found
    quotes = said.get(Property.QUOTE, {})
    words = found[Property.QUOTE] = {}
    for prop in [prop for prop in said if prop.startswith(EVIDENCE)]:
        for record in unclear:
            places_of = [place for place in said[prop].get(record, ()) if place in quotes]
            if places_of:
                found.setdefault(prop, {})[record] = places_of
                words |= {place: quotes[place] for place in places_of}
    return found


def of_listing(store: Store, name: str) -> Facts:
    """The names that a listing gives to companies; it mentions nobody in a role."""
    answer = cast(Rows, store.query(_LISTED.replace("$graph", str(NamedNode(LISTING_GRAPHS + name)))))
    rows = {tuple(cast("NamedNode | Literal", term).value for term in row) for row in answer.rows}
    said = sorted((company.removeprefix(ID), text, kind, entry.removeprefix(ID)) for company, text, kind, entry in rows)
    names = tuple(row for row in said if row[2] in ("listed", "former"))
    return Facts(f"listing/{name}", "", names=names, registrants=tuple(_described(said)))


def _described(said: Iterable[tuple[str, str, str, str]]) -> Iterator[Registered]:
    """The companies of a listing that gives more than their names."""
    entries: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    told = {entry for _, _, kind, entry in said if kind in ("ein", "state")}
    for company, words, kind, entry in said:
        if entry in told:
            entries[entry, company][kind].append(words)
    for (entry, company), found in entries.items():
        ein, state = min(found["ein"], default=""), min(found["state"], default="")
        name, former = min(found["listed"]), tuple(sorted(found["former"]))
        yield Registered(entry, company, company, name, employer_number(ein) or "", state, former)


def facts(filing: str, triples: Triples) -> Facts:
    """The facts of one filing from the triples of its graph."""
    names = {node: min(values) for node, values in triples.get(Property.NAME, {}).items()}
    issuers = tuple(sorted(set(triples.get(Property.ISSUER, {}).get(filing, ()))))
    date = min(triples.get(Property.FILING_DATE, {}).get(filing, ("",)))
    behalf = triples.get(Property.ON_BEHALF_OF, {})
    ciks = triples.get(Property.CIK, {})
    listed = places.listed_places(triples, names)
    mentions: dict[str, Mention] = {}
    for iri, kind, firm in sorted(_named(filing, triples, names)):
        signs_for = min(behalf.get(iri, ("",))) if kind == "signature" else ""
        cik = min(ciks.get(iri, ("",))) if kind in ("owner", "holder") else ""
        issuer = min(issuers, default="")
        borne = _borne(iri, date, triples) if kind in ("counsel", "auditor", "accountant") else ""
        place = listed[iri] if iri in listed else places.own_place(iri, names[iri], triples)
        fields = (iri, kind, names[iri], filing, issuer, date, signs_for, firm, cik, borne, place)
        mentions.setdefault(iri, Mention(*fields))
    registrants = tuple(sorted(set(_registrants(filing, triples, names))))
    for found in registrants:
        if found.keyless:
            place = places.name_place(found.record, triples)
            company = min(issuers, default="")
            mentions[found.record] = Mention(found.record, MENTION, found.name, filing, company, date, place=place)
    return Facts(
        filing,
        date,
        issuers,
        tuple(mentions[iri] for iri in sorted(mentions)),
        tuple(sorted(set(_company_names(filing, triples)))),
        tuple(sorted({*_ties(filing, date, issuers, triples), *_offices(filing, date, issuers, triples)})),
        appointments.papers(filing, date, issuers, triples),
        registrants,
    )


def _borne(record: str, filed: str, triples: Triples) -> str:
    """The earliest day that the record gives for the name: a report's, a change's, a letter's; else the filing's.

    Who consents does so now, to the use of a report of any age.
    """
    if filed and _CONSENTS in triples.get(Property.ACTS, {}).get(record, ()):
        return filed
    given = (day for prop in (*_BORNE, Property.SIGNED_ON) for day in triples.get(prop, {}).get(record, ()))
    days = {day for day in given if _DAY.fullmatch(day)} | {filed}
    return min(days - {""}, default="")


def _named(filing: str, triples: Triples, names: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Mention, kind, and the firm of a lawyer."""
    for has, kind in _RECORDS.items():
        for record in triples.get(has, {}).get(filing, ()):
            if kind:
                yield record, kind, ""
            for leads, role in _PEOPLE.items():
                for person in triples.get(leads, {}).get(record, ()):
                    yield person, role, names[record] if role == "lawyer" else ""


def _company_names(filing: str, triples: Triples) -> Iterator[tuple[str, str, str, str]]:
    """Every name that a company bears in the filing, former ones too."""
    former, names = triples.get(Property.HAS_FORMER_NAME, {}), triples.get(Property.NAME, {})
    for has, kind in _NAMED.items():
        for record in triples.get(has, {}).get(filing, ()):
            for company in triples.get(Property.COMPANY, {}).get(record, ()):
                yield from ((company, name, kind, record) for name in names.get(record, ()))
                for node in former.get(record, ()):
                    yield from ((company, name, "former", node) for name in names.get(node, ()))


def _registrants(filing: str, triples: Triples, names: Mapping[str, str]) -> Iterator[Registered]:
    """What the records of registrants say of them, and to which companies the graph leads from there."""

    def said(prop: Property, record: str) -> str | None:
        return min(triples.get(prop, {}).get(record, ()), default=None)

    for record in (r for has in _NAMED for r in triples.get(has, {}).get(filing, ())):
        for linked in triples.get(Property.COMPANY, {}).get(record, ()):
            cik, ein, name = said(Property.CIK, record), said(Property.EIN, record), names[record]
            state = said(Property.JURISDICTION, record) or said(Property.STATE_OF_INCORPORATION, record)
            once = {names[node] for node in triples.get(Property.HAS_FORMER_NAME, {}).get(record, ())}
            own = company_iri(cik, ein, name, state).removeprefix(ID)
            yield Registered(record, own, linked, name, employer_number(ein) or "", state or "", tuple(sorted(once)))


Tied = tuple[str, str, str, str]  # mention, what it is to the company, the company, the day


def _ties(filing: str, date: str, issuers: Sequence[str], triples: Triples) -> Iterator[Tied]:
    """Each mention and what it is to a company the filing is about; signatures: to those whom they are for."""
    plan = f"{FORM}11-K" in triples.get(Property.FORM, {}).get(filing, ())  # whose auditor is not the company's
    for signature in triples.get(Property.HAS_SIGNATURE, {}).get(filing, ()):
        for company in triples.get(Property.COMPANY, {}).get(signature, issuers):
            yield from ((m, tie, company, date) for m, tie in _signed(filing, signature, triples))
    for owner in triples.get(Property.HAS_RELATIONSHIP, {}).get(filing, ()):
        if "true" in triples.get(Property.IS_DIRECTOR, {}).get(owner, ()):
            yield from ((owner, "directorOf", company, date) for company in issuers)
    for has, kind in _RECORDS.items():
        if kind in _TIES and not (plan and kind == "auditor"):
            for record in triples.get(has, {}).get(filing, ()):
                yield from ((record, _TIES[kind], company, date) for company in issuers)


def _signed(filing: str, signature: str, triples: Triples) -> Iterator[tuple[str, str]]:
    """What a signature makes of the one who gives it, and of an attorney."""
    owners = triples.get(Property.HAS_RELATIONSHIP, {}).get(filing, ())
    holders = triples.get(Property.HAS_BENEFICIAL_OWNER, {}).get(filing, ())
    titles, roles = triples.get(Property.CAPACITY, {}), triples.get(Property.ROLE, {})
    if not owners and not holders:  # they sign for themselves
        yield signature, "signedFor"
    seated = any(seat in roles.get(title, ()) for title in titles.get(signature, ()) for seat in _SEATS)
    if seated and not holders:  # a holder's directors are not the issuer's
        yield signature, "directorOf"
    yield from ((attorney, "attorneyFor") for attorney in triples.get(Property.ATTORNEY, {}).get(signature, ()))


def _offices(filing: str, filed: str, issuers: Sequence[str], triples: Triples) -> Iterator[Tied]:
    """Each mention, an office it is seen in, of which company, and the day: of the signature, else of the filing."""
    owners = triples.get(Property.HAS_RELATIONSHIP, {}).get(filing, ())
    if triples.get(Property.HAS_BENEFICIAL_OWNER, {}).get(filing):
        return  # the signers' offices are the holder's
    titles, roles = triples.get(Property.CAPACITY, {}), triples.get(Property.ROLE, {})
    for signature in () if owners else triples.get(Property.HAS_SIGNATURE, {}).get(filing, ()):
        day = min(
            (d for d in triples.get(Property.SIGNED_ON, {}).get(signature, ()) if _DAY.fullmatch(d)), default=filed
        )
        for company in triples.get(Property.COMPANY, {}).get(signature, issuers):
            for role in {role for title in titles.get(signature, ()) for role in roles.get(title, ())}:
                yield signature, OFFICE + role.removeprefix(ROLE), company, day
    for owner in owners:
        printed = {role for title in triples.get(Property.TITLE, {}).get(owner, ()) for role in roles_of(title)}
        if "true" in triples.get(Property.IS_DIRECTOR, {}).get(owner, ()):
            printed.add(Role.DIR)
        yield from ((owner, OFFICE + role, company, filed) for role in printed for company in issuers)
