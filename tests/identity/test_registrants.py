"""Pages without a header find the registrant that has the CIK, in any order, and lose it where its reason goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import filigraph
from filigraph.cli.identity import reasons
from filigraph.identity.decisions import Decision
from filigraph.identity.judgement import Verdict
from filigraph.identity.review import context, decide, queue
from filigraph.kg import KnowledgeGraph
from filigraph.loaders.emit import filing_nquads
from filigraph.loaders.errors import InvalidInput
from filigraph.loaders.iri import ID, filing_graph
from filigraph.loaders.records import Cik, Evidence, Filing, Party, Plan, Registrant, Signature
from filigraph.loaders.span import Span
from filigraph.ontology.terms import FG, Property
from filigraph.resolve import updating

CIK_A, CIK_B = Cik("0000999991"), Cik("0000999992")
A, B = f"company/cik/{CIK_A}", f"company/cik/{CIK_B}"
EIN, OTHER_EIN = "112345678", "222345678"
PLAN = "Elm Harbor 2001 Stock Incentive Plan"


def cited(field: str, quote: str, start: int = 0) -> tuple[Evidence, ...]:
    return (Evidence(field, Span(1, start, start + len(quote)), quote),)


def full(
    number: int, cik: Cik, name: str = "ELM HARBOR INC", ein: str | None = EIN, state: str | None = "DE"
) -> Filing:
    """A submission with its header."""
    party = Party("FILER", name, cik, ein=ein, state_of_incorporation=state, evidence=cited("name", name))
    registrant = Registrant(name, cik, None, None, cited("name", name))
    return filing(number, registrant, (party,))


def page(
    number: int, name: str = "Elm Harbor, Inc.", ein: str | None = "11-2345678", state: str | None = "Delaware"
) -> Filing:
    """A main document alone."""
    return filing(number, Registrant(name, None, state, ein, cited("name", name)), ())


def filing(number: int, registrant: Registrant, parties: tuple[Party, ...]) -> Filing:
    signature = Signature(name="Ada Quistgaard", evidence=cited("name", "Ada Quistgaard", 900))
    return Filing(
        id=f"{number:010}-03-000001",
        source=f"{number}.txt",
        sha256="0" * 64,
        form_type="S-8",
        filing_date=f"2003-01-{number % 28 + 1:02}",
        parties=parties,
        registrants=(registrant,),
        plans=(Plan(PLAN, cited("title", PLAN, 500)),),
        signatures=(signature,),
    )


def graph_of(*portions: Sequence[Filing], decisions: Sequence[Decision] = ()) -> KnowledgeGraph:
    """The graph of filings that came in these portions."""
    kg = filigraph.open()
    for portion in portions:
        put(kg, portion, decisions)
    return kg


def put(kg: KnowledgeGraph, filings: Sequence[Filing], decisions: Sequence[Decision] = ()) -> None:
    register = kg.register  # made before the store holds what it does not
    for made in filings:
        kg.store.replace([filing_graph(made.id)], filing_nquads(made))
    assert kg.register is register
    settle(kg, decisions, [made.id for made in filings])


def settle(kg: KnowledgeGraph, decisions: Sequence[Decision] = (), filings: Sequence[str] | None = ()) -> None:
    """Bring who is who up to date with the filings, or make it anew."""
    with updating(kg.store, kg.register, lambda: decisions) as update:
        if filings is None:
            update.anew()
        else:
            update.read(filings)


def dump(kg: KnowledgeGraph) -> bytes:
    return b"".join(kg.export())


def issuer(kg: KnowledgeGraph, made: Filing) -> str:
    answer = kg.query(f"SELECT ?c {{ GRAPH ?g {{ <{ID}filing/{made.id}> <{Property.ISSUER}> ?c }} }}")
    (row,) = answer.rows
    return str(row[0]).removeprefix(ID)


def record(made: Filing) -> str:
    return f"filing/{made.id}/registrant/1"


def decision(a: Filing, b: Filing, judgement: Verdict) -> Decision:
    id_a, id_b = sorted((record(a), record(b)))
    return Decision("2026-01-05", "ab", "company", id_a, id_b, judgement, "read both", "")


def test_one_number_and_name_lead_to_the_cik_with_the_plan_the_signer_and_the_reason() -> None:
    kg = graph_of([full(1, CIK_A), page(2)])
    assert issuer(kg, page(2)) == A
    text = dump(kg).decode()
    assert "company/ein/" not in text
    assert f"<{ID}{A}/plan/" in text
    why = kg.query(
        f"PREFIX fg: <{FG}> SELECT ?mention ?rule ?score ?with ?quote "
        "{ GRAPH ?g { ?link fg:entity <" + ID + A + "> ; fg:mention ?mention ; fg:rule ?rule ; fg:score ?score ; "
        "fg:joinedWith ?with ; fg:evidence ?place } GRAPH ?f { ?place fg:quote ?quote } }"
    )
    assert [tuple(map(str, row)) for row in why.rows] == [
        (ID + record(page(2)), "C2", "0.98", f"{ID}filing/{full(1, CIK_A).id}/party/1", "Elm Harbor, Inc.")
    ]
    assert kg.filing(page(2).id) == page(2)  # the record is what it was
    assert kg.current(f"{ID}company/ein/{EIN}") == ID + A
    signed = kg.query(f"SELECT ?n {{ ?tie <{FG}tieKind> <{FG}signedFor> ; <{FG}to> <{ID}{A}> ; <{FG}count> ?n }}")
    assert {str(n) for (n,) in signed.rows} == {"2"}  # one signer of both filings


@pytest.mark.parametrize(
    ("known", "made", "expected"),
    [
        ([full(1, CIK_A, ein=None)], page(2), A),  # name and state
        ([full(1, CIK_A)], page(2, ein=None), A),
        ([full(1, CIK_A)], page(2, ein=None, state=None), None),  # a name alone
        ([full(1, CIK_A)], page(2, ein=OTHER_EIN), None),  # another number
        ([full(1, CIK_A, name="ELM AUTO TRUST")], page(2), None),  # a number that another company prints
        ([full(1, CIK_A), full(3, CIK_B)], page(2), None),  # two as good
        ([full(1, CIK_A), full(3, CIK_B, name="ELM AUTO TRUST")], page(2), A),
        ([full(1, CIK_A, state=None), page(3)], page(2, ein=None), A),  # by another page's state, its number, its CIK
        ([page(3)], page(2, ein=None), f"company/ein/{EIN}"),
    ],
)
def test_whose_page_it_is(known: list[Filing], made: Filing, expected: str | None) -> None:
    kg = graph_of([*known, made])
    found = issuer(kg, made)
    assert found == expected if expected else not found.startswith("company/cik/")
    kg = graph_of(*[[f] for f in reversed([*known, made])])
    assert issuer(kg, made) == found


def test_what_falls_short_is_possibly_the_same_and_a_person_may_decide() -> None:
    kg = graph_of([full(1, CIK_A), page(2, ein=None, state=None)])
    (doubt,) = queue(kg)
    assert (doubt.a, doubt.score, doubt.rule) == (A, 0.7, "C3")
    assert {doubt.id_a, doubt.id_b} == {record(page(2)), f"filing/{full(1, CIK_A).id}/party/1"}
    assert reasons(kg, doubt) == (
        "0.70 by C3; names elm harbor inc / elm harbor inc (alike), employer numbers 112345678 / unknown "
        "(not comparable), states delaware / unknown (not comparable)"
    )
    assert [[row["quote"] for row in context(kg, side)] for side in (doubt.a, doubt.b)] == [
        ["ELM HARBOR INC"],
        ["Elm Harbor, Inc."],
    ]


STATES = st.sampled_from([None, "Delaware", "Nevada"])
NAMES = st.sampled_from(["Elm Harbor, Inc.", "ELM HARBOR INC", "Elm Auto Trust"])
EINS = st.sampled_from([None, EIN, OTHER_EIN])
CIKS = st.sampled_from([CIK_A, CIK_B])
FULL = st.builds(lambda cik, name, ein, state: full(1, cik, name, ein, state), CIKS, NAMES, EINS, STATES)
PAGE = st.builds(lambda name, ein, state: page(1, name, ein, state), NAMES, EINS, STATES)


def numbered(filings: list[Filing]) -> list[Filing]:
    return [replace(made, id=f"{n:010}-03-000001") for n, made in enumerate(filings, 1)]


@st.composite
def verdicts(draw: st.DrawFn, filings: list[Filing]) -> list[Decision]:
    pairs = [(a, b) for i, a in enumerate(filings) for b in filings[i + 1 :]]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=2, unique=True)) if pairs else []
    return [decision(a, b, draw(st.sampled_from([Verdict.SAME, Verdict.DIFFERENT]))) for a, b in chosen]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.one_of(FULL, PAGE), min_size=1, max_size=6), st.data())
def test_any_order_and_portions_make_the_same_bytes_and_decisions_undone_leave_none(
    drawn: list[Filing], data: st.DataObject
) -> None:
    filings = numbered(drawn)
    expected = dump(graph_of(filings))
    order = data.draw(st.permutations(filings))
    cut = data.draw(st.integers(0, len(order)))
    kg = graph_of(order[:cut], order[cut:])
    assert dump(kg) == expected
    settle(kg, filings=None)
    assert dump(kg) == expected
    made = data.draw(verdicts(filings))
    if contradict(filings, made):
        with pytest.raises(InvalidInput, match="supersede"):
            settle(kg, made)
        return
    settle(kg, made)
    assert dump(kg) == dump(graph_of(order, decisions=made))
    for one in filings:
        assert kg.filing(one.id) == one
    settle(kg)
    assert dump(kg) == expected


def contradict(filings: list[Filing], made: list[Decision]) -> bool:
    """Would two CIKs be one company, or one CIK two?"""
    group = {record(f): f.registrants[0].cik or record(f) for f in filings}
    for one in made:
        a, b = (group[mention] for mention in one.pair)
        if one.judgement is Verdict.SAME:
            if {a, b} == {CIK_A, CIK_B}:
                return True
            group = {mention: min(a, b) if of in (a, b) else of for mention, of in group.items()}
    return any(len({group[m] for m in one.pair}) == 1 for one in made if one.judgement is Verdict.DIFFERENT)


@settings(max_examples=40, deadline=None)
@given(st.lists(PAGE, min_size=1, max_size=4), FULL, FULL)
def test_pages_follow_the_filing_that_they_rest_on(pages: list[Filing], before: Filing, after: Filing) -> None:
    """A submission that is read anew, with another number or name, takes its pages along or lets them go."""
    filings = numbered([before, *pages])
    kg = graph_of(filings)
    changed = replace(after, id=filings[0].id)
    put(kg, [changed])
    fresh = graph_of([changed, *filings[1:]])
    assert [issuer(kg, made) for made in filings] == [issuer(fresh, made) for made in filings]
    assert without_entities(kg) == without_entities(fresh)


def without_entities(kg: KnowledgeGraph) -> list[bytes]:
    """The dump but for the graph of entities, which keeps what a filing once said of a company."""
    return [line for part in kg.export() for line in part.splitlines() if b"/graph/entities>" not in line]


def test_decisions_join_part_and_contradict() -> None:
    known, other = full(1, CIK_A), full(2, CIK_B, ein=None)
    one, two = (page(number, ein=None, state=None) for number in (3, 4))
    everything = [known, other, one, two]
    kg = graph_of(everything)
    assert issuer(kg, one) == issuer(kg, two) == "company/name/" + issuer(kg, one).rpartition("/")[2]
    joined = graph_of(everything, decisions=[decision(known, one, Verdict.SAME)])
    assert [issuer(joined, f) for f in (one, two)] == [A, A]  # one name is one company
    apart = [decision(known, one, Verdict.SAME), decision(other, two, Verdict.SAME)]
    assert [issuer(graph_of(everything, decisions=apart), f) for f in (one, two)] == [A, B]
    alone = [decision(known, one, Verdict.SAME), decision(one, two, Verdict.DIFFERENT)]
    kg = graph_of(everything, decisions=alone)
    assert issuer(kg, one) == A
    assert issuer(kg, two) not in (A, B, issuer(graph_of(everything), two))
    assert [h.label for h in kg.find("Elm Harbor, Inc.") if h.iri.endswith(issuer(kg, two))] == ["Elm Harbor, Inc."]
    with pytest.raises(InvalidInput, match="would make company/cik/0000999991 and company/cik/0000999992 one"):
        graph_of(everything, decisions=[decision(known, one, Verdict.SAME), decision(other, one, Verdict.SAME)])


def test_a_decision_parts_what_a_rule_joined_and_is_told_by_why(tmp_path: Path) -> None:
    from filigraph.identity.explain import explain

    kg = filigraph.open(tmp_path / "s.db")
    made = [full(1, CIK_A), page(2)]
    for one in made:
        kg.store.replace([filing_graph(one.id)], filing_nquads(one))
    kg.resolve()
    before = dump(kg)
    told = explain(kg, A, f"company/ein/{EIN}")
    assert "one entity" in told
    assert "C2 0.98  Elm Harbor, Inc." in told
    by = {"who": "ab", "date": "2026-01-05", "reason": "another company"}
    decide(kg, record(made[0]), record(made[1]), Verdict.DIFFERENT, **by)
    kg.resolve([])
    assert issuer(kg, made[1]) == f"company/ein/{EIN}"
    told = explain(kg, A, f"company/ein/{EIN}")
    assert "decided different on 2026-01-05 by ab: another company" in told
    assert (
        "same 0.98 by C2, names elm harbor inc / elm harbor inc (alike), "
        "employer numbers 112345678 / 112345678 (alike), states delaware / delaware (alike)"
    ).replace("C2,", "C2;") in told
    assert list(queue(kg)) == []
    assert kg.decisions is not None
    kg.decisions.unlink()
    kg.resolve([])
    assert dump(kg) == before
    kg.close()
