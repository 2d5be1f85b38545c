"""The example scripts run on the sample and print what the truth beside it says."""

from __future__ import annotations

import runpy
import shutil
import sys
from pathlib import Path

import pytest

EXPECTED = {
    "interlocks": """\
shared  boards: directors
     2  CONDOR GOLDEN TECHNOLOGIES, INC. - HARBOR VANGUARD NETWORKS INC.: Curtis L. Patel, Gordon H. D. Hartshaw III
     2  HARBOR VANGUARD NETWORKS INC. - SIGMA FINANCIAL HOLDINGS, INC.: Barry S. Halford, Beverly H. Kenford
     2  PACIFIC BEACON BANCORP INC. - Quantum Crystal Petroleum Company: Curtis E. Thornmore, Cynthia R. Norquist
""",
    "centrality": """\
betweenness  companies  person
     0.2037          2  Glenn Lanstead
     0.1792          4  Curtis E. Thornmore
     0.1573          2  Margaret A. Ashstein
""",
    "communities": """\
community  company
        1  Cascade Technologies Company
        1  HARBOR VANGUARD NETWORKS INC.
        2  CONDOR GOLDEN TECHNOLOGIES, INC.
""",
    "rivals": """\
shared  law firms: clients (seen)
     2  Stoel Rives LLP - Wilson Sonsini Goodrich & Rosati: CONDOR GOLDEN TECHNOLOGIES, INC., \
Evergreen Communications, Ltd. (1997-05-12 to 2021-08-16)
     1  Andrews & Kurth L.L.P. - Brobeck, Phleger & Harrison LLP: VANGUARD INSTRUMENTS INC. \
(1995-09-27 to 1998-12-17)
     1  Andrews & Kurth L.L.P. - Ward and Smith, P.A.: VANGUARD INSTRUMENTS INC. (1995-09-27 to 2001-02-19)
without these, groups of firms would have no client in common:
        Fenwick & West LLP
        Fried, Frank, Harris, Shriver & Jacobson LLP
        Morrison & Foerster LLP
""",
    "auditor_market": """\
registrants  share  filings  seen                     firm
          8    24%       12  1997-05-12 to 2021-08-16  Grant Thornton LLP
          5    15%       10  1996-11-25 to 2024-09-23  Ernst & Young LLP
          3     9%        6  1998-12-17 to 2013-12-11  Moss Adams LLP
""",
}


def printed(name: str, root: Path, store: Path, patch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    patch.setattr(sys, "argv", [f"{name}.py", str(store), "3"])
    runpy.run_path(str(root / "examples" / f"{name}.py"), run_name="__main__")
    return capsys.readouterr().out


@pytest.mark.parametrize("name", EXPECTED)
def test_example(
    name: str,
    root: Path,
    loaded: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    store = tmp_path / "sample.db"  # some write what they find
    shutil.copytree(loaded, store)
    assert printed(name, root, store, monkeypatch, capsys) == EXPECTED[name]


def test_every_example_is_run(root: Path) -> None:
    assert sorted(path.stem for path in (root / "examples").glob("*.py")) == sorted(EXPECTED)
