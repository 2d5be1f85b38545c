"""check: sources read again, whatever they were read from."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

import filigraph
from filigraph import check
from filigraph.check import check_sources


def pack(place: Path, files: list[Path]) -> Path:
    with tarfile.open(place, "w:gz") as archive:
        for path in files:
            data = path.read_bytes()
            info = tarfile.TarInfo(path.name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return place


def join(place: Path, files: list[Path]) -> Path:
    place.write_bytes(b"".join(path.read_bytes() for path in files))
    return place


def test_members_and_joined_submissions_are_found_again(few: Path, tmp_path: Path) -> None:
    one, two, three, four = sorted(few.iterdir())
    kg = filigraph.open()
    kg.load([pack(tmp_path / "feed.tar.gz", [one, two]), join(tmp_path / "old.txt", [three, four])])
    found = check_sources(kg)
    assert (found.filings, found.headers, found.wrong, found.left_out, found.missing) == (4, 4, [], [], [])
    assert found.whole
    sources = {str(kg.record(name)["source"]).rpartition("/")[2] for name in kg.filings()}
    assert sources == {f"feed.tar.gz!{one.name}", f"feed.tar.gz!{two.name}", "old.txt#1", "old.txt#2"}


def test_what_is_gone_is_missing(few: Path, tmp_path: Path) -> None:
    one, two, three, _ = sorted(few.iterdir())
    feed = pack(tmp_path / "feed.tar.gz", [one, two])
    kg = filigraph.open()
    kg.load([feed, three])
    pack(feed, [two])
    three.unlink()
    found = check_sources(kg)
    assert found.missing == [
        f"{feed}!{one.name}: it is not there any more",
        f"{three}: it is not there any more",
    ]
    assert (found.filings, found.whole) == (1, False)


def test_other_words_are_wrong_and_another_header_is_left_out(few: Path) -> None:
    path = min(few.iterdir())
    kg = filigraph.open()
    kg.load([path])
    text = path.read_text()
    path.write_text(text.replace("\nFILED AS OF DATE", "\nSROS:\t\tNYSE\nFILED AS OF DATE"))
    found = check_sources(kg)
    assert f"{path}: header: SROS 'NYSE' is not in the record" in found.left_out
    assert found.wrong  # everything behind it in the header stands elsewhere
    assert all(line.startswith(f"{path}: document 0, ") for line in found.wrong)


def test_standard_input_cannot_be_read_again(few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    feed = pack(tmp_path / "feed.tar.gz", sorted(few.iterdir())[:1])
    kg = filigraph.open()
    with feed.open("rb") as stream:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(stream))
        kg.load(["-"])
    found = check_sources(kg)
    (missing,) = found.missing
    assert missing.startswith("-!")
    assert missing.endswith(": it is not there any more")


def test_texts_are_the_header_and_the_documents(few: Path) -> None:
    texts = check.texts(min(few.iterdir()).read_bytes())
    assert sorted(texts) == list(range(len(texts)))
    assert "ACCESSION NUMBER:" in texts[0]
