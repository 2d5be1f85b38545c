"""Fixtures every test may use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from filigraph.kg import KnowledgeGraph

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(autouse=True)
def _no_store_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests name their stores: variables of whoever runs them count for nothing."""
    for name in ("FILIGRAPH_STORE", "FILIGRAPH_ENDPOINT", "FILIGRAPH_IDENTITY", "FILIGRAPH_WHO"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference material beside the repository (real filings and their truth); tests that need it skip without."""
    if not SHARED.is_dir():
        pytest.skip("the reference material ../shared is not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def sample() -> Path:
    """The 60 constructed filings that the package carries."""
    import filigraph.sample

    return filigraph.sample.FILINGS


@pytest.fixture(scope="session")
def loaded(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the whole sample. Read it only; copy it to change it."""
    import filigraph

    store = tmp_path_factory.mktemp("loaded") / "sample.db"
    kg = filigraph.open(store)
    kg.load([sample])
    kg.close()
    return store


@pytest.fixture
def few(sample: Path, tmp_path: Path) -> Path:
    """A folder with four filings of the sample."""
    folder = tmp_path / "few"
    folder.mkdir()
    for path in sorted(sample.glob("*.txt"))[:4]:
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


@pytest.fixture(scope="session")
def graph(sample: Path) -> Iterator[KnowledgeGraph]:
    """The whole sample, listings too, loaded in memory. Only read it."""
    import filigraph
    import filigraph.sample

    kg = filigraph.open()
    kg.load([sample, filigraph.sample.LISTINGS])
    yield kg
    kg.close()
