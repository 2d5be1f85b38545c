"""The node of the graph that says what made the links: the rule set, the tables and the decisions, each by its hash.

One node, of one IRI, whatever made it: a new table or decision changes a few lines, not every link that points here.
"""

from __future__ import annotations

from collections.abc import Sequence

from filigraph.loaders.iri import ID
from filigraph.loaders.nterms import TYPE, literal
from filigraph.ontology.terms import Class, Property

from .decisions import FILE, Decision
from .policies import Policy
from .ruleset import decisions_hash, rule_set, table_hashes

RUN = f"{ID}resolution/current"


def run_lines(decisions: Sequence[Decision]) -> list[str]:
    """The N-Quads lines of the node and of the tables it used, sorted."""
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
    return sorted(f"<{s}> {p} {o} <{Policy.BALANCED.resolution}> .\n" for s, p, o in facts)
