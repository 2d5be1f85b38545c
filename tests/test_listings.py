"""Listings in a store: loaded, replaced, shown, checked, and beside filings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import filigraph
import filigraph.sample
from filigraph import check, listings
from filigraph import load as loading
from filigraph.cli import run
from filigraph.kg import KnowledgeGraph
from filigraph.loaders import iri
from filigraph.loaders.bulk import mapping, read_listing
from filigraph.loaders.errors import NotFound
from filigraph.loaders.publish import to_json
from filigraph.manifest import Manifest

LISTINGS = filigraph.sample.LISTINGS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the sample's listings, to be changed."""
    copy = tmp_path / "listings"
    copy.mkdir()
    for path in LISTINGS.iterdir():
        (copy / path.name).write_bytes(path.read_bytes())
    return copy


def opened(tmp_path: Path) -> KnowledgeGraph:
    return filigraph.open(tmp_path / "store.db")


def dump(kg: KnowledgeGraph) -> bytes:
    return b"".join(kg.export())


def test_a_load_gives_back_what_extract_prints(folder: Path, tmp_path: Path) -> None:
    kg = opened(tmp_path)
    report = kg.load([folder])
    assert [(row.form, row.problems) for row in report.loaded] == [("submissions", 0), ("tickers", 0), ("index", 0)]
    for row in report.loaded:
        assert row.filing is not None
        assert kg.record(row.filing) == to_json(read_listing(Path(row.source).read_bytes(), row.source))
    assert list(kg.listings()) == sorted(row.filing or "" for row in report.loaded)
    assert list(kg.filings()) == []
    kg.close()


def test_loading_twice_changes_nothing_and_a_newer_file_replaces_all(folder: Path, tmp_path: Path) -> None:
    kg = opened(tmp_path)
    kg.load([folder])
    before = dump(kg)
    report = kg.load([folder])
    assert (len(report.loaded), report.unchanged, dump(kg)) == (0, 3, before)
    index = folder / "master.idx"
    whole = index.read_text()
    index.write_text("".join(whole.splitlines(True)[:12]))
    kg.load([folder])
    assert len(kg.query("SELECT ?e WHERE { GRAPH ?g { ?e <https://w3id.org/filigraph/ontology#path> ?p } }").rows) == 3
    index.write_text(whole)
    kg.load([folder])
    assert dump(kg) == before
    kg.close()


def test_a_load_that_was_stopped_is_told_and_made_good(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kg = opened(tmp_path)
    kg.load([folder])
    whole = dump(kg)
    index = folder / "master.idx"
    text = index.read_text()
    index.write_text(text + "\n")
    monkeypatch.setattr(mapping, "PIECE", 4)

    def stop(quads: bytes) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(kg.store, "load_nquads", stop)
        with pytest.raises(KeyboardInterrupt):
            kg.load([index])
    rows = {row.source: row for row in Manifest(kg.folder).rows()}
    assert rows[str(index)].why == "loading it was stopped: load it again"
    index.write_text(text)
    report = kg.load([folder])
    assert ([row.source for row in report.loaded], dump(kg)) == ([str(index)], whole)
    kg.close()


def test_order_of_loading_does_not_matter(few: Path, folder: Path, tmp_path: Path) -> None:
    one, other = filigraph.open(), filigraph.open()
    one.load([few, folder])
    other.load([folder])
    other.load([few])
    assert dump(one) == dump(other)


def test_a_store_clears_one_graph_in_pieces(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from filigraph.store import embedded

    monkeypatch.setattr(embedded, "MOST_AT_ONCE", 10)
    kg = filigraph.open()
    kg.load([folder])
    first, second, third = kg.listings()
    kg.store.clear(iri.listing_graph(second))
    assert list(kg.listings()) == [first, third]
    kg.store.clear("https://example.org/none")


def test_what_looks_like_a_listing_and_is_none_fails_with_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    path.write_text('{"cik": 1, "facts": {}}')
    kg = filigraph.open()
    (row,) = kg.load([path]).failed
    assert (row.filing, row.why) == (None, "this is JSON, not a filing (give the filings it lists)")


def test_an_unknown_listing_is_told() -> None:
    with pytest.raises(NotFound, match="no listing 'listing-0123456789abcdef'"):
        filigraph.open().record("listing-0123456789abcdef")


def test_every_quote_is_checked(folder: Path, tmp_path: Path) -> None:
    kg = opened(tmp_path)
    kg.load([folder])
    found = check.check_sources(kg)
    assert (found.listings, found.quotes, found.wrong, found.missing) == (3, 83, [], [])
    index = folder / "master.idx"
    index.write_text(index.read_text().replace("GRANITE", "GRANITA"))
    (folder / "CIK0000490043.json").unlink()
    found = check.check_sources(kg)
    assert (len(found.wrong), len(found.missing)) == (4, 1)
    assert "GRANITE" in found.wrong[0]
    kg.close()


def test_shapes_are_run_on_the_first_entries(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kg = filigraph.open()
    kg.load([folder])
    assert list(check.shape_violations(kg)) == []
    kg.store.query("ASK {}")
    (name,) = (n for n in kg.listings() if kg.listing(n).kind == "index")
    node = iri.part_iri(iri.listing_iri(name), "filing", 20)
    wrong = f'<{node}> <https://w3id.org/filigraph/ontology#cik> "12" <{iri.listing_graph(name)}> .\n'
    kg.store.load_nquads(wrong.encode())
    assert len(list(check.shape_violations(kg))) == 2
    monkeypatch.setattr(listings, "ENTRIES", 19)
    assert list(check.shape_violations(kg)) == []


def test_commands_know_listings(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = str(tmp_path / "store.db")
    assert run(["load", str(folder), "--store", store, "--jobs", "1", "--progress", "off"]) == 0
    assert run(["status", "--store", store, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["form"] for row in rows] == ["submissions", "tickers", "index"]
    assert run(["extract", "--jobs", "1", str(folder / "master.idx")]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert run(["show", rows[2]["filing"], "--store", store, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == printed
    assert run(["show", rows[2]["filing"], "--store", store]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"kind: index\nsource: {folder}/master.idx\nreceived: 2005-12-30\n\nFILINGS (25)\n")
    assert shown.endswith("  ... and 5 more\n")
    assert run(["find", "larkspur", "--store", store, "--fail-empty"]) == 0


def test_batches_and_listings_come_side_by_side(few: Path, folder: Path, tmp_path: Path) -> None:
    seen: list[int] = []
    kg = filigraph.open()
    report = loading.load(kg, [str(few), str(folder)], tell=lambda n, _: seen.append(n))
    assert (len(report.loaded), seen[-1]) == (7, 7)
