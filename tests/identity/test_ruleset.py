"""The rule set is known by the code and tables that decide: none is left out, and a change of any makes another one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from filigraph.identity import ruleset

#: What modules that decide import without being decided by it: records and terms, errors, the store's interface.
NEUTRAL = {"loaders.errors", "loaders.nterms", "loaders.records", "ontology.terms", "store", "store.scan"}


def imported(source: str) -> Iterator[str]:
    """The modules of filigraph that a module imports by their full names."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("filigraph."):
            yield str(node.module).removeprefix("filigraph.").removeprefix("identity.")


def test_each_module_beside_the_rules_decides_or_stands_aside() -> None:
    here = {p.stem for p in Path(ruleset.__file__).parent.glob("*.py")}
    counted = {name for name, _ in ruleset.modules() if "." not in name}
    assert counted | ruleset.ASIDE == here
    assert counted.isdisjoint(ruleset.ASIDE)
    for name in sorted(ruleset.ASIDE - {"__init__"}):  # what decides imports nothing of these
        users = [n for n, source in ruleset.modules() if re.search(rf"^from \.{name} import", source, re.M)]
        assert users == [], name


def test_what_the_rules_import_is_counted_or_known_to_decide_nothing() -> None:
    counted = {name for name, _ in ruleset.modules()}
    for name, source in ruleset.modules():
        assert set(imported(source)) - counted - NEUTRAL == set(), name


def test_the_readers_import_nothing_that_is_not_counted() -> None:
    allowed = {*ruleset.READERS, "records", "span"}
    for name, source in ruleset.modules():
        if name.startswith("loaders."):
            found = re.findall(r"^from \.(\w*) import (\w+)", source, re.M)
            assert {module or what for module, what in found} <= allowed, name


def test_each_table_of_words_that_is_read_is_counted() -> None:
    read = {t for _, source in ruleset.modules() for t in re.findall(r"\b(?:table|words)\(\"(\w+)\"", source)}
    assert read >= {"not_names", "legal_forms"}
    assert {f"{name}.tsv" for name in read} <= ruleset.TABLES.keys()


@pytest.mark.parametrize("name", ["judgement", "loaders.names", "signed_under"])
def test_another_code_is_another_rule_set(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = ruleset.rule_set()
    changed = [(n, s + ("\n# more\n" if n == name else "")) for n, s in ruleset.modules()]
    monkeypatch.setattr(ruleset, "modules", lambda: iter(changed))
    ruleset.code_hash.cache_clear()
    after = ruleset.rule_set()
    monkeypatch.undo()
    ruleset.code_hash.cache_clear()
    assert after.partition("-")[0] != before.partition("-")[0]
    assert after.partition("-")[2] == before.partition("-")[2]
    assert ruleset.rule_set() == before
