"""From what a user names to the bytes of filings: the only loader that reads files.

``filing.txt``, ``folder/``, ``2003/*.txt``, ``filings.zip``, ``20030926.nc.tar.gz`` (the daily feed), ``filing.txt.gz``
and ``-`` (standard input). Members of archives are named ``archive.tar.gz!member.nc``, the submissions that one file
joins ``file.txt#1``, ``file.txt#2``. All of it streams: an archive's members are read one by one, a file when its
`Source` is asked for.
"""

from __future__ import annotations

import glob
import gzip
import io
import os
import re
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

from .errors import FiligraphError, NotFound, Unavailable, Unreadable
from .joined import apart

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

LIMIT = 1 << 29  # bytes of one filing: the largest submissions are a few hundred megabytes
Opener = Callable[[], IO[bytes] | None]

_HEAD = 1 << 16  # bytes of standard input that are looked at to tell what it is
_TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")


@dataclass(frozen=True, slots=True)
class Source:
    """One input by name. `read` gives its bytes, or raises why they cannot be had; files are read only then."""

    name: str
    data: bytes | None = field(default=None, repr=False)
    failure: FiligraphError | None = None
    path: str | None = None  # where the name of the file is not the one shown

    def read(self) -> bytes:
        if self.failure is not None:
            raise self.failure
        return _file(self.path or self.name) if self.data is None else self.data


def expand(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Source]:
    """The inputs that the paths name, in order; folders and globs sorted, hidden files skipped.

    Raises `NotFound` at once, before anything is read, where a path is missing or a folder holds no files.
    A broken archive or member does not end the stream: its `Source` raises when it is read.
    """
    chosen = [name for path in paths for name in _names(os.fspath(path))]
    return (_in_utf8(source) for name in chosen for source in _sources(name))


def submissions(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Source]:
    """As `expand`, each source read or with the reason why not; a file that joins submissions is one source each."""
    return (part for source in expand(paths) for part in _apart(source))


def _apart(source: Source) -> Iterator[Source]:
    try:
        parts = apart(source.read())
    except FiligraphError as error:
        yield Source(source.name, failure=error)
        return
    for number, data in enumerate(parts, 1):
        yield Source(source.name if len(parts) == 1 else f"{source.name}#{number}", data)


def origin(name: str) -> str:
    """The path whose `submissions` hold a source of this name: the file, or the archive it is a member of."""
    file = re.sub(r"#\d+$", "", name)
    return next((path for path in (name, file) if os.path.exists(path)), file.partition("!")[0])


def _in_utf8(source: Source) -> Source:
    """A file name in another encoding is shown with its bytes escaped: names go into the graph and the manifest."""
    shown = source.name.encode("utf-8", "backslashreplace").decode("utf-8")
    return source if shown == source.name else Source(shown, source.data, source.failure, source.name)


def _names(path: str) -> list[str]:
    if path == "-" or (os.path.exists(path) and not os.path.isdir(path)):
        return [path]
    if os.path.isdir(path):
        return _folder(path)
    if glob.has_magic(path):
        found = sorted(glob.glob(path, recursive=True))
        files = [name for match in found for name in ([match] if os.path.isfile(match) else [])]
        files = files or [name for match in found for name in _folder(match)]
        if files:
            return files
        raise NotFound("no file matches this pattern", path, "check the pattern and its quotes")
    raise NotFound("there is no such file or folder", path, "check the path")


def _folder(path: str) -> list[str]:
    names: list[str] = []
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        full = (os.path.join(folder, name) for name in sorted(files) if not name.startswith("."))
        names += [name for name in full if os.path.isfile(name)]
    if not names:
        raise NotFound("the folder holds no files", path, "give a folder with filings in it")
    return names


def _sources(name: str) -> Iterator[Source]:
    if name == "-":
        yield from _stream("-", sys.stdin.buffer)
    elif _is_archive(name):
        yield from _archive(name)
    elif name.lower().endswith(".gz"):
        yield _packed(name, partial(io.FileIO, name))
    else:
        yield Source(name)


def _is_archive(name: str) -> bool:
    return name.lower().endswith((".zip", *_TARS))


def _stream(name: str, stream: IO[bytes]) -> Iterator[Source]:
    """Standard input has no name to tell what it is: archives are known by their first bytes. A tar archive streams."""
    head = stream.read(_HEAD)
    whole = io.BufferedReader(_Resumed(head, stream))
    if head.startswith(b"PK\x03\x04"):
        yield from _zip(name, io.BytesIO(whole.read()))  # its table of contents stands at the end
    elif head[257:262] == b"ustar" or (head.startswith(b"\x1f\x8b") and _first_bytes(head)[257:262] == b"ustar"):
        yield from _tar(name, whole)
    elif head.startswith(b"\x1f\x8b"):
        yield _packed(name, lambda: whole)
    else:
        yield Source(name, whole.read())


def _first_bytes(packed: bytes) -> bytes:
    """What the start of a gzip file unpacks to; empty where it is none."""
    try:
        return zlib.decompressobj(wbits=31).decompress(packed, 512)
    except zlib.error:
        return b""


class _Resumed(io.RawIOBase):
    """A stream from its start again, though its ``head`` has been read."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self.head, self.rest = io.BytesIO(head), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        data = self.head.read(len(view)) or self.rest.read(len(view))
        view[: len(data)] = data
        return len(data)


def _archive(name: str) -> Iterator[Source]:
    try:
        with open(name, "rb") as stream:
            yield from _zip(name, stream) if name.lower().endswith(".zip") else _tar(name, stream)
    except OSError as error:
        yield Source(name, failure=Unavailable(f"the archive cannot be read: {error.strerror or error}", name))


def _zip(name: str, stream: IO[bytes]) -> Iterator[Source]:
    try:
        with zipfile.ZipFile(stream) as archive:
            for info in sorted(archive.infolist(), key=lambda info: info.filename):
                if not info.is_dir() and not _hidden(info.filename):
                    yield _member(f"{name}!{info.filename}", info.file_size, partial(archive.open, info))
    except zipfile.BadZipFile as error:
        yield Source(name, failure=Unreadable(f"this is no whole ZIP archive: {error}", name, "download it again"))


def _tar(name: str, stream: IO[bytes]) -> Iterator[Source]:
    try:
        with tarfile.open(fileobj=stream, mode="r|*") as archive:
            while (info := archive.next()) is not None:
                archive.members = []  # type: ignore[attr-defined]  # else it remembers every member that was read
                if info.isfile() and not _hidden(info.name):
                    yield _member(f"{name}!{info.name}", info.size, partial(archive.extractfile, info))
    except (tarfile.TarError, EOFError, zlib.error) as error:
        yield Source(name, failure=Unreadable(f"this is no whole tar archive: {error}", name, "download it again"))


def _hidden(member: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in member.split("/") if part not in {".", ".."})


def _member(name: str, size: int, opener: Opener) -> Source:
    """One member of an archive, read now, since the archive streams."""
    if size > LIMIT:
        return Source(name, failure=Unreadable(f"the file has {size} bytes, more than {LIMIT}", name))
    if name.lower().endswith(".gz"):
        return _packed(name, opener)
    try:
        with opener() or io.BytesIO() as stream:
            return Source(name, stream.read())
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        return Source(name, failure=Unreadable(f"this member of the archive cannot be unpacked: {error}", name))


def _packed(name: str, opener: Opener) -> Source:
    """A gzip-compressed file, unpacked."""
    try:
        with opener() or io.BytesIO() as raw, gzip.GzipFile(fileobj=raw) as stream:
            data = stream.read(LIMIT + 1)
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        return Source(name, failure=Unreadable(f"this is no whole gzip file: {error}", name, "download it again"))
    except OSError as error:
        return Source(name, failure=Unavailable(f"the file cannot be read: {error.strerror or error}", name))
    if len(data) > LIMIT:
        return Source(name, failure=Unreadable(f"the file unpacks to more than {LIMIT} bytes", name))
    return Source(name, data)


def _file(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except FileNotFoundError as error:
        raise NotFound("there is no such file", name, "it was there a moment ago") from error
    except OSError as error:
        raise Unavailable(f"the file cannot be read: {error.strerror or error}", name) from error
