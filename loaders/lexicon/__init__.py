"""Tables of words: the forms of legal entities, audit firms with their spellings, the words that tell firms apart.

Each table is a tab-separated file beside this module, with a heading line and a ``source`` column that says
where its entries come from::

    form    kind          source
    llp     partnership   ISO 20275 ELF code list
"""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the table ``name`` (without ``.tsv``), heading and source column left out."""
    lines = (resources.files(__name__) / f"{name}.tsv").read_text("utf-8").splitlines()
    return tuple(tuple(line.split("\t")[:-1]) for line in lines[1:] if line.strip())


@cache
def words(name: str, *kinds: str) -> frozenset[str]:
    """The first column of the rows whose second column is one of ``kinds`` (all rows without kinds)."""
    return frozenset(row[0] for row in table(name) if not kinds or row[1] in kinds)
