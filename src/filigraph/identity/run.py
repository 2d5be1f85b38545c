"""The node of the graph that says what made the links: the rule set, the tables and the decisions, each by its hash.

One node, of one IRI, whatever made it: a new table or decision changes a few lines, not every link that points here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from filigraph.loaders.iri import ID
from filigraph.loaders.nterms import TYPE, Triple, literal, typed
from filigraph.ontology.terms import Class, Property

from .decisions import FILE, Decision, decision_id, row_hash
from .judgement import Verdict
from .policies import Policy
from .ruleset import decisions_hash, rule_set, table_hashes

RUN = f"{ID}resolution/current"


def run_lines(decisions: Sequence[Decision]) -> list[str]:
    """The N-Quads lines of the node, of the tables it used and of the decisions that have an effect, sorted."""
    used = table_hashes()
    decided = decisions_hash(decisions)
    if decided is not None:
        used[FILE] = decided
    facts = [(RUN, TYPE, f"<{Class.RESOLUTION}>"), (RUN, f"<{Property.RULE_SET}>", literal(rule_set()))]
    for name, digest in used.items():
        table = f"{RUN}/table/{name}"
        facts += [
            (RUN, f"<{Property.USED}>", f"<{table}>"),
            (table, TYPE, f"<{Class.RULE_TABLE}>"),
            (table, f"<{Property.FILENAME}>", literal(name)),
            (table, f"<{Property.SHA256}>", literal(digest)),
        ]
    facts += [fact for d in decisions if d.judgement is not Verdict.UNSURE for fact in _decision(d)]
    return sorted(f"<{s}> {p} {o} <{Policy.BALANCED.resolution}> .\n" for s, p, o in facts)


def _decision(decision: Decision) -> Iterator[Triple]:
    """What was decided on which mentions, by whom, when and why; its row is known by its hash."""
    node = f"{ID}decision/{decision_id(decision)}"
    yield node, TYPE, f"<{Class.DECISION}>"
    yield from ((node, f"<{Property.MENTION}>", f"<{ID}{mention}>") for mention in decision.pair)
    said = {
        Property.JUDGEMENT: literal(decision.judgement),
        Property.DECIDED_BY: literal(decision.who),
        Property.DECIDED_ON: typed(decision.date),
        Property.SHA256: literal(row_hash(decision)),
        Property.WHY: literal(decision.reason),
        Property.SOURCE: literal(decision.source),
    }
    yield from ((node, f"<{prop}>", value) for prop, value in said.items() if value != literal(""))
