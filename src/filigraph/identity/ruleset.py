"""Which rules and tables decide who is who: their version, and the hash of each table.

A register made by another rule set is made anew, and the graph names the rule set that made it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib.resources import files

from .decisions import Decision
from .judgement import Verdict

#: Raised by hand where code changes what is decided or what the register keeps; tables are told by their content.
RULES = "7"
#: The tables that rules read, each with the package it lies in.
TABLES = {
    "audit_firms.tsv": "filigraph.loaders.lexicon",
    "common_names.tsv": "filigraph.identity",
    "firm-history.tsv": "filigraph.ontology",
    "firm_aliases.tsv": "filigraph.identity",
    "firm_words.tsv": "filigraph.loaders.lexicon",
    "legal_forms.tsv": "filigraph.loaders.lexicon",
    "nicknames.tsv": "filigraph.identity",
}


def table_text(name: str) -> str:
    """The text of one of the tables."""
    return (files(TABLES[name]) / name).read_text("utf-8")


def table_hashes() -> dict[str, str]:
    """Table to the SHA-256 of its text in UTF-8, sorted by name."""
    return {name: _hash(table_text(name)) for name in sorted(TABLES)}


def rule_set() -> str:
    """The version of the rules, and 16 hex digits that change with any of the tables."""
    return f"{RULES}-{_hash(' '.join(table_hashes().values()))[:16]}"


def decisions_hash(decisions: Iterable[Decision]) -> str | None:
    """The SHA-256 of the decisions that have an effect, whatever their place in the file; None where none has.

    A row that another has superseded, or that leaves its pair to the rules, is as good as none.
    """
    lines = sorted(
        "\t".join((d.kind, *d.pair, d.judgement, d.date, d.who, d.reason, d.source))
        for d in decisions
        if d.judgement is not Verdict.UNSURE
    )
    return _hash("\n".join(lines)) if lines else None


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
