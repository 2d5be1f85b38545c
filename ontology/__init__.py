"""The vocabulary: Turtle files, and `terms`, the same names typed and closed."""

from __future__ import annotations

from importlib.resources import files

#: The files of the vocabulary: terms, code schemes, evidence properties, alignment, and the shapes of a loaded graph.
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


def read(name: str) -> str:
    """The text of one of `FILES`."""
    if name not in FILES:
        raise KeyError(f"no ontology file {name}; there are: {', '.join(FILES)}")
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
