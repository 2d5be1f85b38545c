"""From paths to bytes: files, folders, globs, archives, standard input."""

from __future__ import annotations

import gzip
import io
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from filigraph.loaders.errors import NotFound, Unavailable, Unreadable
from filigraph.loaders.sources import Source, expand, origin, submissions


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


class Unpacked:
    """What a test packs on the way: how much of it has been asked for."""

    def __init__(self, members: int, size: int) -> None:
        self.read_bytes = 0
        self._parts = self._tar(members, size)
        self._left = b""

    def _tar(self, members: int, size: int) -> Iterator[bytes]:
        for number in range(members):
            info = tarfile.TarInfo(f"{number}.nc")
            info.size = size
            yield info.tobuf(tarfile.USTAR_FORMAT) + str(number % 10).encode() * size
        yield bytes(1024)

    def read(self, size: int = -1) -> bytes:
        while size < 0 or len(self._left) < size:
            part = next(self._parts, None)
            if part is None:
                break
            self._left += part
        data = self._left if size < 0 else self._left[:size]
        self._left = self._left[len(data) :]
        self.read_bytes += len(data)
        return data


class Standard:
    """Standard input, as far as it is used."""

    def __init__(self, buffer: object) -> None:
        self.buffer = buffer


def test_tar_on_standard_input_is_read_as_far_as_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    size = 1 << 17  # a multiple of a tar block
    stream = Unpacked(members=40, size=size)
    monkeypatch.setattr(sys, "stdin", Standard(stream))
    sources = submissions(["-"])
    assert stream.read_bytes == 0
    first = next(sources)
    assert (first.name, first.read()) == ("-!0.nc", b"0" * size)
    assert stream.read_bytes < 4 * size
    second = next(sources)
    assert (second.name, second.read()) == ("-!1.nc", b"1" * size)
    assert stream.read_bytes < 5 * size
    assert [source.name for source in sources] == [f"-!{number}.nc" for number in range(2, 40)]


def test_files_are_read_one_by_one(folder: Path) -> None:
    sources = submissions([folder])
    assert next(sources).read() == b"1"
    (folder / "c.htm").unlink()
    gone, last = sources
    with pytest.raises(NotFound):
        gone.read()
    assert last.read() == b"2"


JOINED = [f"<SUBMISSION><ACCESSION-NUMBER>0009999001-98-00000{n}<TYPE>S-8</SUBMISSION>\n".encode() for n in (1, 2, 3)]


def test_joined_submissions_are_sources_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "old#1.txt"
    path.write_bytes(b"".join(JOINED))
    packed = tmp_path / "old.tar.gz"
    packed.write_bytes(feed({"a.nc": JOINED[0], "b.nc": JOINED[1] + JOINED[2]}))
    found = [(source.name, source.read()) for source in submissions([path, packed])]
    assert found == [
        (f"{path}#1", JOINED[0]),
        (f"{path}#2", JOINED[1]),
        (f"{path}#3", JOINED[2]),
        (f"{packed}!a.nc", JOINED[0]),
        (f"{packed}!b.nc#1", JOINED[1]),
        (f"{packed}!b.nc#2", JOINED[2]),
    ]
    assert [origin(name) for name, _ in found] == [str(path)] * 3 + [str(packed)] * 3
    assert origin(f"{tmp_path}/gone.txt#2") == f"{tmp_path}/gone.txt"
