"""What imports what: from bytes to answers, left to right; and the tree is what its documents say."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PARSERS_MAY = {"array", "bisect", "calendar", "collections", "contextlib", "dataclasses", "datetime", "difflib", "enum"}
PARSERS_MAY |= {"functools", "hashlib", "html", "importlib", "itertools", "math", "operator", "quopri", "re", "string"}
PARSERS_MAY |= {"textwrap", "typing", "unicodedata", "binascii", "base64", "codecs", "decimal", "heapq", "lxml", "zlib"}
PARSERS_MAY |= {"__future__", "types", "abc", "json"}
MAPPING = {
    "emit",
    "iri",
    "mapping",
    "unmapping",
    "nterms",
    "tables",
    "report_tables",
    "kinds",
    "runs",
    "links",
    "elements",
}
READS_FILES = {"sources"}
LINKS = {"loaders": "../../loaders", "queries": "../../queries", "ontology": "../../ontology"}


def imports(path: Path, root: Path) -> set[str]:
    """Modules that a file imports, relative ones as absolute names."""
    parts = ("filigraph", *path.relative_to(root).with_suffix("").parts)
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(parts[: len(parts) - node.level]) if node.level else ""
            found.add(".".join(part for part in (base, node.module or "") if part))
    return found


def loaders(root: Path) -> list[Path]:
    return sorted((root / "loaders").rglob("*.py"))


def test_loaders_import_nothing_of_what_follows_them(root: Path) -> None:
    for path in loaders(root):
        later = {m for m in imports(path, root) if m.startswith("filigraph.") and not m.startswith("filigraph.loaders")}
        # the mapping writes in the vocabulary's terms, which import nothing
        assert later <= ({"filigraph.ontology.terms"} if path.stem in MAPPING else set()), path


def test_parsers_know_no_rdf_and_read_no_files(root: Path) -> None:
    for path in loaders(root):
        if path.stem in MAPPING | READS_FILES:
            continue
        outside = {m.split(".")[0] for m in imports(path, root) if not m.startswith("filigraph")}
        assert outside <= PARSERS_MAY, path


def test_nothing_in_loaders_imports_rdflib_or_an_engine(root: Path) -> None:
    for path in loaders(root):
        engines = {"rdflib", "pyoxigraph", "SPARQLWrapper", "networkx", "click"}
        assert not engines & {m.split(".")[0] for m in imports(path, root)}, path


def test_only_the_command_line_imports_click(root: Path) -> None:
    for path in sorted((root / "src" / "filigraph").glob("*.py")) + sorted((root / "queries").glob("*.py")):
        assert "click" not in {m.split(".")[0] for m in imports(path, root)}, path


def test_reading_a_filing_imports_no_engine(sample: Path) -> None:
    code = (
        "import sys, pathlib; from filigraph.loaders.filing import read; "
        f"read(pathlib.Path({str(min(sample.glob('*.txt')))!r}).read_bytes(), 'x');"
        "print(sorted({'rdflib', 'pyoxigraph', 'networkx', 'SPARQLWrapper', 'click'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_nothing_is_swallowed(root: Path) -> None:
    for folder in ("loaders", "queries", "ontology", "src/filigraph"):
        for path in sorted((root / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.ExceptHandler):
                    assert node.type is not None, f"{path}:{node.lineno}"
                    named = node.type.id if isinstance(node.type, ast.Name) else ""
                    assert named not in {"Exception", "BaseException"}, f"{path}:{node.lineno}"


def test_no_file_is_longer_than_can_be_read_in_one_go(root: Path) -> None:
    for folder in ("loaders", "queries", "ontology", "src/filigraph"):
        for path in sorted((root / folder).rglob("*.py")):
            assert len(path.read_text("utf-8").splitlines()) <= 400, path


def test_every_module_says_what_it_is(root: Path) -> None:
    for folder in ("loaders", "queries", "ontology", "src/filigraph"):
        for path in sorted((root / folder).rglob("*.py")):
            assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), path


@pytest.mark.parametrize("name", LINKS)
def test_links_are_links(name: str, root: Path) -> None:
    link = root / "src" / "filigraph" / name
    if not link.is_symlink():
        pytest.skip("this checkout has no links (core.symlinks=false)")
    assert link.readlink().as_posix() == LINKS[name]
    tracked = subprocess.run(
        ["git", "ls-files", "-s", str(link)], cwd=root, capture_output=True, text=True, check=False
    )
    assert tracked.returncode != 0 or tracked.stdout.startswith("120000 ")


def test_nothing_shipped_names_the_machine_it_was_made_on(root: Path) -> None:
    places = ("/" + "work/main", "/" + "work/shared", "/" + "opt/fgvenv", "/" + "root/")
    for path in sorted(root.rglob("*")):
        if path.suffix in {".py", ".md", ".toml", ".rq", ".ttl", ".tsv", ".txt"} and "/." not in str(path):
            text = path.read_text("utf-8", "replace")
            assert not [p for p in places if p in text], path
