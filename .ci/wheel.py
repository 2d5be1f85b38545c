"""The wheel holds what it must, however it is built: from the tree, from the sdist, from a checkout without links."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def build(source: Path, out: Path, *options: str) -> set[str]:
    """The names in the wheel that is built from a source tree."""
    command = [sys.executable, "-m", "build", *options, "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    return set(zipfile.ZipFile(next(out.glob("*.whl"))).namelist())


def main(work: Path) -> None:
    tree = build(ROOT, work / "tree", "--wheel")
    sdist = build(ROOT, work / "sdist")  # builds the wheel from the sdist it makes
    assert tree == sdist, f"wheel from sdist differs: {sorted(tree ^ sdist)[:10]}"
    clone = work / "clone"
    subprocess.run(["git", "clone", "-q", "-c", "core.symlinks=false", str(ROOT), str(clone)], check=True)
    assert build(clone, work / "plain", "--wheel") == tree, "a checkout without links builds another wheel"
    tops = {name.split("/")[0] for name in tree if ".dist-info/" not in name}
    assert tops == {"filigraph"}, f"top level: {tops}"
    wanted = {"filigraph/py.typed"}
    for folder in ("loaders", "queries", "ontology"):
        files = subprocess.run(["git", "ls-files", folder], cwd=ROOT, check=True, capture_output=True, text=True)
        wanted |= {f"filigraph/{name}" for name in files.stdout.split()}
    assert wanted <= tree, f"missing from the wheel: {sorted(wanted - tree)[:10]}"
    links = subprocess.run(
        ["git", "ls-files", "-s", "src/filigraph"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert links.stdout.count("120000") == 3, "the three links are not links in git"
    print(f"{len(tree)} names, the same from tree, sdist and a checkout without links")


main(Path(sys.argv[1]))
