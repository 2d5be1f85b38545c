"""The vocabulary: Turtle files, a table of what became of firms, and `terms`, the same names typed and closed."""

from __future__ import annotations

from importlib.resources import files

#: The files of the vocabulary: terms, code schemes, evidence properties, alignment, the shapes of a loaded graph.
FILES = (
    "filigraph.ttl",
    "evidence.ttl",
    "roles.ttl",
    "exhibit-numbers.ttl",
    "form-types.ttl",
    "codes.ttl",
    "alignment.ttl",
    "shapes.ttl",
)
#: What became of audit firms and law firms.
TABLES = ("firm-history.tsv",)


def read(name: str) -> str:
    """The text of one of `FILES` or `TABLES`."""
    if name not in FILES + TABLES:
        raise KeyError(f"no ontology file {name}; there are: {', '.join(FILES)}")
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
