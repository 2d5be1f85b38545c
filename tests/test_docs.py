"""What the documents say is true: their commands print what they show, and every command and key is described.

A block's last line ``...`` means that more follows. Commands run in a folder that holds ``sample/``, its store
``filigraph.db`` and ``pairs.tsv``; what they say is standard output, then standard error. After a wanted change:
``FILIGRAPH_GOLDEN=1 pytest tests/test_docs.py`` writes the new output into the documents, as many lines as were shown
before; then read the difference.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from filigraph.cli import cli, run

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", *(f"docs/{p.name}" for p in (ROOT / "docs").glob("*.md"))]
DOCUMENTS.sort()
CONSOLE = re.compile(r"^```console\n(\$ filigraph.*?)^```$", re.M | re.S)
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)
PAIRS = """\
name_a	context_a	name_b	context_b	kind
Olwen P. Tarbuck	CIK 1234567	O. P. Tarbuck	CIK 1234567	person
Amos Tarbuck, Jr.	CIK 1234567	Amos Tarbuck, Sr.	CIK 1234567	person
Ernst & Young LLP		ERNST & YOUNG		auditor
"""


@pytest.fixture
def here(loaded: Path, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the examples run."""
    (tmp_path / "sample").symlink_to(sample, target_is_directory=True)
    (tmp_path / "listings").symlink_to(sample.parent / "listings", target_is_directory=True)
    (tmp_path / "pairs.tsv").write_text(PAIRS, "utf-8")
    shutil.copytree(loaded, tmp_path / "filigraph.db")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def examples(block: str) -> Iterator[tuple[str, list[str]]]:
    """Each command of a console block with the lines shown for it."""
    for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
        command, *shown = part.splitlines()
        yield command, shown


def played(block: str, sample: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The block as it is when its commands are run, shortened where it is."""
    lines: list[str] = []
    for command, shown in examples(block):
        program, *arguments = shlex.split(command)
        assert program == "filigraph", command
        run(arguments)
        told = capsys.readouterr()
        said = [line.rstrip() for line in (told.out + told.err).replace(str(sample), "sample").splitlines()]
        if shown[-1:] == ["..."] and len(said) >= len(shown):
            said[len(shown) - 1 :] = ["..."]
        lines += [f"$ {command}", *said]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_commands_print_what_documents_show(
    name: str, here: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = ROOT / name
    text = CONSOLE.sub(
        lambda block: f"```console\n{played(block[1], sample, capsys)}```", shown := page.read_text("utf-8")
    )
    if os.environ.get("FILIGRAPH_GOLDEN"):
        page.write_text(text, "utf-8")
    else:
        assert text == shown


@pytest.mark.parametrize("name", DOCUMENTS)
def test_python_in_documents_runs(name: str, here: Path) -> None:
    names: dict[str, object] = {}
    for block in PYTHON.findall((ROOT / name).read_text("utf-8")):
        exec(compile(block, name, "exec"), names)


def test_every_command_is_shown_at_work() -> None:
    text = (ROOT / "docs" / "cli.md").read_text("utf-8")
    for name in cli.commands:
        assert f"\n$ filigraph {name}" in text, name


def test_every_command_has_its_section_and_no_other() -> None:
    sections = re.findall(r"^## (\w+)$", (ROOT / "docs" / "cli.md").read_text("utf-8"), re.M)
    assert sorted(sections) == sorted(cli.commands)


def test_every_option_is_written_of() -> None:
    text = (ROOT / "docs" / "cli.md").read_text("utf-8")
    for name, command in cli.commands.items():
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("--") and option not in ("--output", "--param", "--help"):
                    assert option in text, f"{name} {option}"


def test_every_key_of_a_record_is_described(sample: Path) -> None:
    import filigraph
    from filigraph.loaders.publish import to_json

    text = (ROOT / "docs" / "records.md").read_text("utf-8")
    path = min(sample.glob("*.txt"))
    record = to_json(filigraph.read(path.read_bytes(), path.name))
    assert [key for key in record if f"`{key}`" not in text] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    page = ROOT / name
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8")):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), target


def test_every_question_names_queries_that_exist() -> None:
    """The table of questions: all 36, in order; an answered one names a query or a command, an open one none."""
    from filigraph.queries import catalog

    text = (ROOT / "docs" / "questions.md").read_text("utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split(" | ")] for line in re.findall(r"^\| \d+ \|.*$", text, re.M)
    ]
    assert [int(row[0]) for row in rows] == list(range(1, 37))
    for _, _, asked, _, status in rows:
        names = re.findall(r"\[([\w-]+)\]", asked)
        assert set(names) <= set(catalog.names())
        assert status.startswith("answered" if names or "`filigraph" in asked else "open"), status
