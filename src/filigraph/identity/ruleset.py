"""Which rules and tables decide who is who: the hash of the code, and of each table.

A register made by another rule set is made anew, and the graph names the rule set that made it. No version is kept by
hand, which would be forgotten: any change of a module that decides counts as another rule set, a comment too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from .decisions import Decision
from .judgement import Verdict

#: Modules beside this one that show or ask what is decided, and decide nothing.
ASIDE = frozenset({"__init__", "explain", "pairs", "people", "review"})
#: Modules of the readers by whose reading of names, titles, days and numbers is decided.
READERS = ("dates", "iri", "lexicon", "names", "organizations", "roles")
#: Packages that keep what they make in the register as well.
BESIDE = ("works",)
#: The tables that rules read, each with the package it lies in.
TABLES = {
    "audit_firms.tsv": "filigraph.loaders.lexicon",
    "common_names.tsv": "filigraph.identity",
    "firm-history.tsv": "filigraph.ontology",
    "firm_aliases.tsv": "filigraph.identity",
    "firm_words.tsv": "filigraph.loaders.lexicon",
    "jurisdictions.tsv": "filigraph.identity",
    "legal_forms.tsv": "filigraph.loaders.lexicon",
    "nicknames.tsv": "filigraph.identity",
    "not_names.tsv": "filigraph.loaders.lexicon",
}


def modules() -> Iterator[tuple[str, str]]:
    """The name and the source of each module that decides, those beside this one first, sorted by name."""
    here = {path.name.removesuffix(".py"): path for path in files(__package__).iterdir() if path.name.endswith(".py")}
    for name in sorted(here.keys() - ASIDE):
        yield name, here[name].read_text("utf-8")
    for package in BESIDE:
        for path in sorted(files(f"filigraph.{package}").iterdir(), key=lambda path: path.name):
            if path.name.endswith(".py"):
                yield f"{package}.{path.name.removesuffix('.py')}", path.read_text("utf-8")
    loaders = files("filigraph.loaders")
    for name in READERS:
        path = loaders / name
        yield f"loaders.{name}", (path / "__init__.py" if path.is_dir() else loaders / f"{name}.py").read_text("utf-8")


@cache
def code_hash() -> str:
    """The SHA-256 of the sources of all modules that decide."""
    return _hash("\0".join(f"{name}\0{source}" for name, source in modules()))


def table_text(name: str) -> str:
    """The text of one of the tables."""
    return (files(TABLES[name]) / name).read_text("utf-8")


def table_hashes() -> dict[str, str]:
    """Table to the SHA-256 of its text in UTF-8, sorted by name."""
    return {name: _hash(table_text(name)) for name in sorted(TABLES)}


def rule_set() -> str:
    """16 hex digits that change with the code of the rules, and 16 that change with any of the tables."""
    return f"{code_hash()[:16]}-{_hash(' '.join(table_hashes().values()))[:16]}"


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
