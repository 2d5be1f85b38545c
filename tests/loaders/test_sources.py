"""From paths to bytes: files, folders, globs, archives, standard input."""

from __future__ import annotations

import gzip
import io
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from filigraph.loaders.errors import NotFound, Unavailable, Unreadable
from filigraph.loaders.sources import Source, expand


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    for name, data in {"b/two.txt": b"2", "a.txt": b"1", ".hidden": b"0", "b/.hidden": b"0", "c.htm": b"3"}.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def read(*paths: str | Path) -> list[tuple[str, bytes]]:
    return [(source.name, source.read()) for source in expand(paths)]


def test_folder_is_read_recursively_in_order(folder: Path) -> None:
    assert read(folder) == [(f"{folder}/a.txt", b"1"), (f"{folder}/c.htm", b"3"), (f"{folder}/b/two.txt", b"2")]


def test_glob_and_file(folder: Path) -> None:
    assert read(f"{folder}/*.txt", folder / "c.htm") == [(f"{folder}/a.txt", b"1"), (f"{folder}/c.htm", b"3")]
    assert read(f"{folder}/**/*.txt") == [(f"{folder}/a.txt", b"1"), (f"{folder}/b/two.txt", b"2")]


def test_file_with_glob_characters_in_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a[1].txt"
    path.write_bytes(b"x")
    assert read(path) == [(str(path), b"x")]


@pytest.mark.parametrize("name", ["absent.txt", "*.nothing", "empty"])
def test_what_is_missing_is_said_before_anything_is_read(folder: Path, name: str) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(NotFound, match="file"):
        expand([folder / "a.txt", f"{folder}/{name}"])


def test_file_that_vanishes(folder: Path) -> None:
    (source,) = expand([folder / "a.txt"])
    (folder / "a.txt").unlink()
    with pytest.raises(NotFound):
        source.read()


def test_zip(tmp_path: Path) -> None:
    path = tmp_path / "filings.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("b.txt", b"2")
        archive.writestr("a.txt.gz", gzip.compress(b"1", mtime=0))
        archive.writestr("__MACOSX/a.txt", b"0")
    assert read(path) == [(f"{path}!a.txt.gz", b"1"), (f"{path}!b.txt", b"2")]


def feed(names: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    # one time stamp: the bytes name a parameter, and every worker must see the same names
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as packed, tarfile.open(fileobj=packed, mode="w") as archive:
        for name, data in names.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


FEED = feed({"./2.nc": b"2", "./1.nc": b"1", "./._1.nc": b"0"})


@pytest.mark.parametrize("name", ["20030926.nc.tar.gz", "feed.tgz", "FEED.TAR.GZ"])
def test_daily_feed(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(FEED)
    assert read(path) == [(f"{path}!./2.nc", b"2"), (f"{path}!./1.nc", b"1")]


def test_gzip(tmp_path: Path) -> None:
    path = tmp_path / "filing.txt.gz"
    path.write_bytes(gzip.compress(b"text", mtime=0))
    assert read(path) == [(str(path), b"text")]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("broken.zip", b"PK\x03\x04 no archive"),
        ("broken.tar.gz", FEED[:60]),
        ("broken.tar", b"no archive at all"),
        ("broken.txt.gz", gzip.compress(b"text" * 100, mtime=0)[:20]),
        ("broken.gz", b"no gzip"),
    ],
)
def test_broken_archives_do_not_end_the_stream(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_bytes(b"z")
    *broken, last = expand([tmp_path])
    assert (last.name, last.read()) == (f"{tmp_path}/z.txt", b"z")
    with pytest.raises(Unreadable):
        broken[-1].read()


def test_folder_given_as_archive_member_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "filings.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.mkdir("folder")
        archive.writestr("folder/a.txt", b"1")
    assert read(path) == [(f"{path}!folder/a.txt", b"1")]


def test_directory_as_file_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        Source(str(tmp_path)).read()


@pytest.mark.parametrize(
    ("data", "read_as"),
    [
        (b"text", [("-", b"text")]),
        (gzip.compress(b"text", mtime=0), [("-", b"text")]),
        (FEED, [("-!./2.nc", b"2"), ("-!./1.nc", b"1")]),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, read_as: list[tuple[str, bytes]]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert read("-") == read_as
