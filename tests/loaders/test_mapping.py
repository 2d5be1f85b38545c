"""What the mapping writes, exactly, and that nothing of a record is lost on the way to the graph and back."""

from __future__ import annotations

import dataclasses
import random

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filigraph.loaders import iri, records, tables
from filigraph.loaders.emit import filing_nquads
from filigraph.loaders.errors import Inconsistent
from filigraph.loaders.mapping import Facts, map_filing
from filigraph.loaders.records import Agent, Auditor, AuditorCapacity, Filing, Offering, Plan, Reference, Registrant
from filigraph.loaders.unmapping import unmap

F = "https://w3id.org/filigraph/id/filing/0000999999-03-000042"
FG = "https://w3id.org/filigraph/ontology#"
ID = "https://w3id.org/filigraph/id/"
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


def node(facts: Facts, subject: str) -> set[tuple[str, str]]:
    """A node's properties (local names) and objects, without those that lead to evidence."""
    return {
        (p.strip("<>").replace(FG, ""), o)
        for s, p, o in facts.triples
        if s == f"<{subject}>" and p != TYPE and "/evidence/" not in p
    }


@pytest.fixture(scope="module")
def facts(full: Filing) -> Facts:
    return map_filing(full)


def test_a_signature(facts: Facts) -> None:
    found = node(facts, f"{F}/signature/2")
    capacity = next(o for p, o in found if p == "capacity")
    attorney = next(o for p, o in found if p == "attorney")
    assert found == {
        ("position", f'"2"^^<{XSD}integer>'),
        ("name", '"Patricia Example"'),
        ("signedOn", f'"2003-09-18"^^<{XSD}date>'),
        ("mode", "<https://w3id.org/filigraph/mode/by_attorney>"),
        ("capacity", capacity),
        ("attorney", attorney),
    }
    assert node(facts, capacity.strip("<>")) == {
        ("title", '"Director"'),
        ("role", "<https://w3id.org/filigraph/role/DIR>"),
    }
    assert node(facts, attorney.strip("<>")) == {("name", '"Dana Other"')}


def test_one_printed_name_beside_the_records_of_a_filing_is_one_mention(facts: Facts) -> None:
    signed = [o for s, p, o in facts.triples if s == f"<{F}/signature/2>" and p == f"<{FG}attorney>"]
    appointed = [o for s, p, o in facts.triples if s == f"<{F}/power/1>" and p == f"<{FG}attorney>"]
    assert signed == appointed


def test_evidence_is_a_range_of_characters_with_its_quote(facts: Facts) -> None:
    place = f"<{F}/document/1#char=840,849>"
    assert (f"<{F}/signature/1>", "<https://w3id.org/filigraph/evidence/date>", place) in facts.triples
    assert (place, f"<{FG}quote>", '"date words"') in facts.triples


def test_an_exhibit_and_where_it_was_filed(facts: Facts) -> None:
    assert node(facts, f"{F}/exhibit/2") == {
        ("position", f'"2"^^<{XSD}integer>'),
        ("exhibitNumber", '"4.1"'),
        ("exhibitKind", "<https://w3id.org/filigraph/exhibit/4>"),
        ("description", '"Articles"'),
        ("status", "<https://w3id.org/filigraph/status/incorporated_by_reference>"),
        ("incorporatedFrom", f"<{F}/exhibit/2/source>"),
    }
    assert node(facts, f"{F}/exhibit/2/source") == {
        ("formType", '"S-3"'),
        ("fileNumber", '"333-10258"'),
        ("filedOn", '"for the year 1999"'),  # a text where no date is printed
        ("exhibitNumber", '"3.1"'),
        ("cites", f"<{ID}registration/333-10258>"),
    }


def test_the_other_reading_of_an_exhibit(facts: Facts) -> None:
    other = f"{F}/exhibit/1/alternative/1"
    assert ("hasAlternative", f"<{other}>") in node(facts, f"{F}/exhibit/1")
    assert node(facts, other) == {
        ("position", f'"1"^^<{XSD}integer>'),
        ("alternativeField", '"status"'),
        ("alternativeValue", '"incorporated_by_reference"'),
        ("why", '"no legend explains *"'),
        ("confidence", f'"0.483"^^<{XSD}decimal>'),
    }


def test_the_links_of_the_filing(facts: Facts) -> None:
    links = {(p, o) for p, o in node(facts, F) if p in {"issuer", "registrationStatement", "form"}}
    assert links == {
        ("issuer", f"<{ID}company/cik/0000844143>"),
        ("registrationStatement", f"<{ID}registration/333-108999>"),
        ("form", "<https://w3id.org/filigraph/form/S-8>"),  # the amendment has the concept of its base form
    }


def test_entities_are_named_once_by_the_header(facts: Facts) -> None:
    names = [(s, o) for s, p, o in facts.entities if p == f"<{FG}name>"]
    assert names == [(f"<{ID}company/cik/0000844143>", '"INVENTED GROUP INC"')]
    numbers = {o for s, p, o in facts.entities if p in {f"<{FG}cik>", f"<{FG}ein>"}}
    assert numbers == {'"0000844143"', '"112928178"'}
    kinds = [o.strip("<>").replace(FG, "") for s, p, o in facts.entities if p == TYPE]
    statements = ["RegistrationStatement"] * 3
    assert kinds == ["Company", "Plan", *statements[:2], "Plan", *statements[2:]]


def test_no_description_of_an_entity_is_repeated_in_the_filing(facts: Facts) -> None:
    entities = {s for s, _, _ in facts.entities}
    relations = {f"<{FG}registeredPlan>"}  # what the filing itself says between two of them
    assert [t for t in facts.triples if t[0] in entities and t[1] not in relations] == []


def test_movements_lead_to_plans_and_statements(facts: Facts) -> None:
    company = f"{ID}company/cik/0000844143"
    plan = f"<{iri.plan_iri(company, '2000 Employee Stock Incentive Plan', 'INVENTED GROUP INC.')}>"
    source = f"<{iri.plan_iri(company, '1994 Stock Option Plan', 'INVENTED GROUP INC.')}>"
    node = f"<{ID}filing/0000999999-03-000042/movement/"
    led = [(s.removeprefix(node), p.rpartition("#")[2], o) for s, p, o in facts.triples if s.startswith(node)]
    links = [t for t in led if t[1] in {"plan>", "sourcePlan>", "cites>"}]
    old, new = f"<{ID}registration/033-01234>", f"<{ID}registration/333-10258>"
    assert links == [
        ("1>", "cites>", old),
        ("1>", "cites>", new),
        ("1>", "plan>", plan),
        ("2>", "cites>", old),
        ("2>", "sourcePlan>", source),
        ("2>", "plan>", plan),
    ]
    assert [t for t in facts.triples if t[1] == f"<{FG}registeredPlan>"] == [
        (f"<{company}>", f"<{FG}registeredPlan>", plan)
    ]


def test_words_that_are_no_title_lead_to_no_plan() -> None:
    moved = records.PlanMovement(records.MovementKind.MOVED, "2000 Stock Plan", "Prior Plan")
    registrant = Registrant("INVENTED GROUP INC.", records.Cik("0000844143"))
    facts = map_filing(Filing("x", "x", "", registrants=(registrant,), movements=(moved,)))
    assert [p for _, p, _ in facts.triples if p in {f"<{FG}plan>", f"<{FG}sourcePlan>"}] == [f"<{FG}plan>"]


def test_a_reporting_owner_is_no_company() -> None:
    owner = records.Party("REPORTING-OWNER", "DOE JOHN", records.Cik("0001111111"))
    issuer = records.Party("ISSUER", "INVENTED GROUP INC", records.Cik("0000844143"))
    facts = map_filing(Filing("x", "x", "", parties=(owner, issuer)))
    assert [o for s, p, o in facts.triples if p == f"<{FG}company>"] == [f"<{ID}company/cik/0000844143>"]
    assert [o for s, p, o in facts.triples if p == f"<{FG}issuer>"] == [f"<{ID}company/cik/0000844143>"]


def test_the_headers_file_number_stands_in_for_a_blank_cover() -> None:
    value = records.FilingValue("S-8", "1933 Act", records.FileNumber("333-108999"))
    other = records.FilingValue("10-K", "1934 Act", records.FileNumber("001-12345"))  # no registration of securities
    party = records.Party("FILER", "INVENTED GROUP INC", values=(value, other))
    facts = map_filing(Filing("x", "x", "", parties=(party,)))
    found = [o for _, p, o in facts.triples if p == f"<{FG}registrationStatement>"]
    assert found == [f"<{ID}registration/333-108999>"]


@pytest.mark.parametrize(
    ("filing", "order"),
    [
        (Filing("x", "x", "", agents_for_service=(Agent("A", ("President", "Director")),)), '"titles 1 0"'),
        (Filing("x", "x", "", agents_for_service=(Agent("A", ("Director", "President")),)), None),
        (Filing("x", "x", "", agents_for_service=(Agent("A", ("B", "A", "B")),)), '"titles 1 0 1"'),
        (
            Filing("x", "x", "", auditors=(Auditor("A", (AuditorCapacity.EXPERTS, AuditorCapacity.CONSENT)),)),
            '"capacities 1 0"',
        ),
        (Filing("x", "x", "", auditors=(Auditor("A", (AuditorCapacity.CONSENT, AuditorCapacity.EXPERTS)),)), None),
    ],
)
def test_an_order_is_said_only_where_it_is_not_the_natural_one(filing: Filing, order: str | None) -> None:
    said = [o for _, p, o in map_filing(filing).triples if p == f"<{FG}order>"]
    assert said == ([order] if order else [])
    assert unmap(map_filing(filing).triples) == filing


@pytest.mark.parametrize(
    ("printed", "term", "kept"),
    [
        ("13.50", f'"13.5"^^<{XSD}decimal>', '"price=13.50"'),
        ("13.5", f'"13.5"^^<{XSD}decimal>', None),
        (".50", f'"0.5"^^<{XSD}decimal>', '"price=.50"'),
        ("100", f'"100"^^<{XSD}decimal>', None),
        ("n/a", '"n/a"', None),
    ],
)
def test_numbers_are_canonical_and_keep_their_form(printed: str, term: str, kept: str | None) -> None:
    filing = Filing("x", "x", "", offerings=(Offering("Common", price=printed),))
    triples = map_filing(filing).triples
    assert [o for _, p, o in triples if p == f"<{FG}price>"] == [term]
    assert [o for _, p, o in triples if p == f"<{FG}printedAs>"] == ([kept] if kept else [])
    assert unmap(triples) == filing


def test_plans_of_a_filing_without_registrants_have_no_entity() -> None:
    filing = Filing("x", "x", "", plans=(Plan("2000 Plan"),))
    assert map_filing(filing).entities == ()


def test_two_registrants_are_two_issuers_and_the_plan_is_the_first_ones() -> None:
    both = (Registrant("One Corp", records.Cik("0000000001")), Registrant("Two Corp", records.Cik("0000000002")))
    facts = map_filing(Filing("x", "x", "", registrants=both, plans=(Plan("Plan"),)))
    issuers = [o for _, p, o in facts.triples if p == f"<{FG}issuer>"]
    assert issuers == [f"<{ID}company/cik/0000000001>", f"<{ID}company/cik/0000000002>"]
    assert [o for _, p, o in facts.entities if p == f"<{FG}sponsor>"] == issuers[:1]


def test_old_file_numbers_lead_to_one_registration_statement() -> None:
    cites = (Reference("33-1234"), Reference("033-01234"), Reference("33 - 1234"), Reference("000-1234"))
    facts = map_filing(Filing("x", "x", "", references=cites))
    assert {o for _, p, o in facts.triples if p == f"<{FG}cites>"} == {f"<{ID}registration/033-01234>"}


def test_every_field_of_every_record_has_its_line_in_a_table() -> None:
    for table in tables.TABLES:
        fields = {f.name for f in dataclasses.fields(table.record)} - {"evidence"}
        assert {f.attr for f in table.fields} == fields, table.cls
        assert table.cited == any(f.name == "evidence" for f in dataclasses.fields(table.record))
    mapped = {table.record for table in tables.TABLES}
    known = {c for c in vars(records).values() if dataclasses.is_dataclass(c)}
    assert {getattr(c, "__name__", "") for c in known - mapped} == {"Evidence"}


def test_the_full_filing_comes_back(full: Filing) -> None:
    assert unmap(map_filing(full).triples) == full


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_any_filing_comes_back(data: st.DataObject, any_filing: st.SearchStrategy[Filing]) -> None:
    filing = data.draw(any_filing)
    triples = list(map_filing(filing).triples)
    random.Random(0).shuffle(triples)  # a store gives them back in its own order
    assert unmap(triples) == filing


@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_any_filing_comes_back_from_a_store(data: st.DataObject, any_filing: st.SearchStrategy[Filing]) -> None:
    filing = data.draw(any_filing)
    store = ox.Store()
    store.load(filing_nquads(filing), format=ox.RdfFormat.N_QUADS)
    graph = ox.NamedNode(map_filing(filing).graph)
    quads = store.quads_for_pattern(None, None, None, graph)
    assert unmap((str(q.subject), str(q.predicate), str(q.object)) for q in quads) == filing


def test_a_graph_without_a_filing_is_inconsistent() -> None:
    with pytest.raises(Inconsistent, match="0 filings"):
        unmap([])


def test_a_record_that_lost_its_name_is_inconsistent(full: Filing) -> None:
    triples = [t for t in map_filing(full).triples if not (t[0].endswith("signature/1>") and t[1] == f"<{FG}name>")]
    with pytest.raises(Inconsistent, match="no name"):
        unmap(triples)


def test_evidence_that_lost_its_quote_is_inconsistent(full: Filing) -> None:
    triples = [t for t in map_filing(full).triples if not t[0].endswith("#char=840,849>")]
    with pytest.raises(Inconsistent, match="without a quote"):
        unmap(triples)
