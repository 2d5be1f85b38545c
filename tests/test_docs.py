"""What the documents say is true: their commands run, and every command and key is described."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from filigraph.cli import cli, run

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"^```console\n(.*?)^```", re.M | re.S)


def consoles(name: str) -> Iterator[tuple[str, list[str]]]:
    """The commands in a document's console blocks, each with the output that it shows."""
    for block in BLOCK.findall((ROOT / name).read_text("utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, *output = part.splitlines()
            yield command, output


EXAMPLES = [(command, output) for name in ("README.md", "docs/cli.md") for command, output in consoles(name)]


@pytest.mark.parametrize(("command", "shown"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_examples_run_and_print_what_they_show(
    command: str,
    shown: list[str],
    loaded: Path,
    sample: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program, *arguments = shlex.split(command)
    assert program == "filigraph"
    (tmp_path / "sample").symlink_to(sample, target_is_directory=True)
    shutil.copytree(loaded, tmp_path / "filigraph.db")
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == 0
    printed = capsys.readouterr().out.splitlines()
    wanted = [line for line in shown if line != "..."]
    assert printed[: len(wanted)] == wanted
    assert "..." in shown or not shown or len(printed) == len(wanted)


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


@pytest.mark.parametrize(
    "name", ["README.md", "CONTRIBUTING.md", *(f"docs/{p.name}" for p in (ROOT / "docs").glob("*.md"))]
)
def test_links_lead_somewhere(name: str) -> None:
    page = ROOT / name
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8")):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), target


def test_python_of_the_readme_runs() -> None:
    blocks = re.findall(r"^```python\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.M | re.S)
    assert blocks
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})
