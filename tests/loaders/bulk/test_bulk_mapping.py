"""A listing in the graph: what leads where, nothing lost, and shapes that find defects."""

from __future__ import annotations

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import Graph

import filigraph.sample
from filigraph import ontology
from filigraph.loaders import iri
from filigraph.loaders.bulk import Listing, Row, open_listing, read_listing
from filigraph.loaders.bulk import mapping as bulk
from filigraph.loaders.bulk.records import ListedCompany
from filigraph.loaders.records import Cik

FG = "https://w3id.org/filigraph/ontology#"
ID = "https://w3id.org/filigraph/id/"
NAMES = ("master.idx", "CIK0000490043.json", "company_tickers_exchange.json")


def quads(name: str) -> list[bytes]:
    return list(bulk.listing_quads(*open_listing((filigraph.sample.LISTINGS / name).read_bytes(), name)))


def stored(pieces: list[bytes]) -> ox.Store:
    store = ox.Store()
    for piece in pieces:
        store.bulk_load(piece, format=ox.RdfFormat.N_QUADS)
    return store


def triples(store: ox.Store, listing: Listing) -> list[tuple[str, str, str]]:
    graph = ox.NamedNode(iri.listing_graph(listing.id))
    return [(str(q.subject), str(q.predicate), str(q.object)) for q in store.quads_for_pattern(None, None, None, graph)]


@pytest.mark.parametrize("name", NAMES)
def test_the_graph_gives_the_record_back(name: str) -> None:
    listing = read_listing((filigraph.sample.LISTINGS / name).read_bytes(), name)
    assert bulk.unmap_listing(triples(stored(quads(name)), listing)) == listing


@pytest.mark.parametrize("name", NAMES)
def test_pieces_of_any_size_hold_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = sorted(b"".join(quads(name)).splitlines())
    monkeypatch.setattr(bulk, "PIECE", 2)
    pieces = quads(name)
    assert len(pieces) >= 3
    assert sorted({line for piece in pieces for line in piece.splitlines()}) == sorted(set(whole))


def test_an_entry_leads_to_its_filing_form_and_registration_statement() -> None:
    text = b"".join(quads("CIK0000490043.json")).decode()
    entry = next(s for s in text.splitlines() if f"<{FG}lists> <{ID}filing/0009999003-04-000015>" in s).split()[0]
    assert f"{entry} <{FG}registrationStatement> <{ID}registration/333-115015>" in text
    assert f"{entry} <{FG}form> <https://w3id.org/filigraph/form/S-8>" in text


def entities(*rows: Row) -> str:
    head = Listing("listing-0123456789abcdef", "x", "0" * 64, "submissions")
    text = b"".join(bulk.listing_quads(head, rows)).decode()
    return "".join(line for line in text.splitlines(True) if f"<{iri.ENTITIES}>" in line)


def test_companies_are_entities_and_people_are_not() -> None:
    company = ListedCompany("INVENTED GROUP INC", Cik("0000844143"), "operating", ein="112928178")
    person = ListedCompany("DOE JOHN", Cik("0001111111"), "other")
    assert f'<{ID}company/cik/0000844143> <{FG}name> "INVENTED GROUP INC"' in entities(company)
    assert f'<{FG}ein> "112928178"' in entities(company)
    assert entities(person) == ""
    assert entities(*read_listing((filigraph.sample.LISTINGS / "master.idx").read_bytes(), "x").filings) == ""


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(data=ontology.read("shapes.ttl"), format="turtle")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("was", "becomes"),
    [("", ""), (f"<{FG}kind>", f"<{FG}kin>"), ('"0000490043"', '"490043"'), ("/evidence/", "/nothing/")],
)
def test_the_shapes_hold_and_find_defects(name: str, was: str, becomes: str, shapes: Graph) -> None:
    listing = read_listing((filigraph.sample.LISTINGS / name).read_bytes(), name)
    lines = "".join(f"{s} {p} {o} .\n" for s, p, o in triples(stored(quads(name)), listing))
    data = Graph().parse(data=lines.replace(was, becomes) if was else lines, format="nt")
    assert pyshacl.validate(data, shacl_graph=shapes, allow_warnings=True)[0] == (not was)
