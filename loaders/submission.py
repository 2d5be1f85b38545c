"""One filing's container: bytes in, the header's text and the documents' texts out.

    <SEC-DOCUMENT>0009999001-03-000001.txt : 20030926        <SUBMISSION>
    <SEC-HEADER> ... </SEC-HEADER>                            <ACCESSION-NUMBER>0009999001-03-000001 ...
    <DOCUMENT>                                                <DOCUMENT>
    <TYPE>S-8                                                 ...
    <SEQUENCE>1
    <FILENAME>forms8.htm
    <TEXT>
    ... </TEXT>
    </DOCUMENT>

Every carrier is read: full submissions (label headers, 1993-95 ``IMS-`` tags, PEM wrappers), ``.nc`` files (tag
headers, also when all on one line), ``.hdr.sgml`` and ``-index-headers.html`` (headers alone), documents without
header, and one document without any tags. A document's source is exactly what stands between ``<TEXT>`` and
``</TEXT>``; the escaped dashes of PEM copies (``- ----``) stay as they are, because spans count the characters that
the copy has.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .decode import decode
from .foreign import refuse_bytes, refuse_text
from .records import Problem


@dataclass(frozen=True, slots=True)
class Document:
    """One document; ``sequence`` is its number in spans, unique and from 1. ``binary``: listed, its source left out."""

    sequence: int
    type: str
    filename: str | None
    description: str | None
    source: str
    binary: bool = False


@dataclass(frozen=True, slots=True)
class Submission:
    """A filing taken apart: ``header`` is empty where the copy has none."""

    header: str
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Region:
    """Where one document stands: its tags from ``start``, its text from ``body`` to ``end``."""

    start: int
    body: int
    end: int
    closed: bool


_PEM_START = re.compile(
    r"\s*-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n(?:(?:[A-Z][A-Za-z0-9-]*:|[ \t])[^\n]*\n)*[ \t]*\n?"
)
_PEM_END = "-----END PRIVACY-ENHANCED MESSAGE-----"
_HEADER = re.compile(r"<(?:SEC|IMS)-HEADER>")
_HEADER_END = re.compile(r"</(?:SEC|IMS)-HEADER>")
_OPEN = re.compile(r"<DOCUMENT>(?=\s*<(?:TYPE|SEQUENCE|FILENAME|DESCRIPTION|TEXT)>)")
_OTHERS = ("<SEC-DOCUMENT>", "<IMS-DOCUMENT>", "<SUBMISSION>")
_MOST_PROBLEMS = 200  # that are told one by one
_TAG = re.compile(
    r"\s*<(TYPE|SEQUENCE|FILENAME|DESCRIPTION)>((?:(?!<(?:TYPE|SEQUENCE|FILENAME|DESCRIPTION|TEXT)>)[^\n])*)"
)
_SKIP = re.compile(r"\s*<FLAWED>")
_TEXT = re.compile(r"\s*<TEXT>")
_AFTER = re.compile(r"</DOCUMENT>|</SUBMISSION>|</SEC-DOCUMENT>|</IMS-DOCUMENT>|" + _PEM_END)
_BINARY = re.compile(r"\s*(?:<PDF>\s*)?begin [0-7]{3} \S")
_BINARY_TYPES = frozenset({"GRAPHIC", "ZIP", "EXCEL", "PDF"})
_NAKED = re.compile(r"^[ \t]*ACCESSION NUMBER:|<ACCESSION-NUMBER>", re.M)
_HEADER_LINE = re.compile(
    r"[ \t]*(?:\][ \t]*)?(?:</?[A-Z][A-Z0-9_-]*>[^\n]*|[A-Z][A-Z0-9 ./_-]{1,60}:[^\n]*|\d{14}"
    r"|\S+\.(?:txt|sgml|nc) : \d{8})?\n"
)
_REMAINS = re.compile(r"</?(?:SEC|IMS)-(?:DOCUMENT|HEADER)>|</SUBMISSION>|-->|</?(?:HEAD|BODY|HTML|PRE)>")
_NAKED_TAGS = re.compile(r"^([A-Z0-9][A-Z0-9 ./-]{0,19})\n(\d{1,3})\n([\w.-]+\.\w{2,4})\n(?:([^\n]{0,80})\n)?", re.M)
_FILE_NAME = re.compile(r"\.[A-Za-z]\w{1,3}$")
_XML_TYPE = re.compile(r"<(?:\w+:)?(?:documentType|submissionType)>\s*([^<>]{1,20}?)\s*</")


def split(data: bytes) -> Submission:
    """Take a filing's bytes apart. Raises `Unreadable` where they are no filing (PDF, index, error page, empty...)."""
    refuse_bytes(data)
    text = decode(data)
    start, end = _unwrap(text)
    problems: list[Problem] = []
    first = _OPEN.search(text, start, end)
    header = _header(text, start, first.start() if first else end)
    if first:
        end = _one_submission(text, first.start(), end, problems)
        return Submission(header[0], _documents(text, first.start(), end, problems), tuple(problems))
    if header[0]:
        documents = _listed(text[header[1] : end]) or _loose(text[header[1] : end])
        return Submission(header[0], documents)
    alone = text[start:end]
    refuse_text(alone)
    return Submission("", (_alone(alone),))


def _unwrap(text: str) -> tuple[int, int]:
    """Where the message inside a PEM wrapper starts and ends; the whole text where there is no wrapper."""
    match = _PEM_START.match(text)
    if match is None:
        return 0, len(text)
    end = text.rfind(_PEM_END)
    return match.end(), end if end >= match.end() else len(text)


def _header(text: str, start: int, end: int) -> tuple[str, int]:
    """The header's text before the first document, and where it ends; ('', start) where there is none."""
    opening = _HEADER.search(text, start, end)
    if opening:
        closing = _HEADER_END.search(text, opening.end(), end)
        stop = closing.start() if closing else end
        return text[opening.end() : stop], closing.end() if closing else end
    if (
        not _NAKED.search(text, start, min(end, start + 3000))
        and "<ACCESSION-NUMBER>" not in text[start : start + 3000]
    ):
        return "", start
    if _OPEN.match(text, end):
        return text[start:end], end
    stop = start
    while match := _HEADER_LINE.match(text, stop, end):
        stop = match.end()
    tail = text[stop:end]
    if stop == start or ("\n" not in tail and _HEADER_LINE.match(tail + "\n")):
        stop = end
    return text[start:stop], stop


def _one_submission(text: str, start: int, end: int, problems: list[Problem]) -> int:
    """The end of the first submission where several are joined in one file; the others are reported."""
    another = min((at for tag in _OTHERS if (at := text.find(tag, start, end)) >= 0), default=end)
    if not _HEADER.search(text, another, another + 420):
        return end
    problems.append(
        Problem("several-submissions", "container", "Only the first of the submissions joined in this file was read.")
    )
    return another


def _documents(text: str, start: int, end: int, problems: list[Problem]) -> tuple[Document, ...]:
    numbers = _Numbers()
    documents = []
    for region, tags in _regions(text, start, end):
        sequence = numbers.take(tags.get("SEQUENCE", ""), problems)
        documents.append(_document(text, region, tags, sequence))
        if not region.closed:
            why = "The text is not closed: the copy of the filing is cut off, or a tag is missing."
            problems.append(Problem("truncated-document", f"document {sequence}", why))
    if len(problems) > _MOST_PROBLEMS:
        why = f"{len(problems) - _MOST_PROBLEMS} more documents have no end or no number of their own."
        problems[_MOST_PROBLEMS:] = [Problem("many-problems", "container", why)]
    return tuple(documents)


def _regions(text: str, start: int, end: int) -> Iterator[tuple[_Region, dict[str, str]]]:
    opening = _OPEN.search(text, start, end)
    while opening:
        following = _OPEN.search(text, opening.end(), end)
        limit = following.start() if following else end
        tags: dict[str, str] = {}
        at = opening.end()
        while match := (_TAG.match(text, at, limit) or _SKIP.match(text, at, limit)):
            if match.lastindex:
                tags.setdefault(match[1], match[2].strip())
            at = match.end()
        yield _region(text, opening.start(), at, limit), tags
        opening = following


def _region(text: str, start: int, at: int, limit: int) -> _Region:
    """The document's text: to its last ``</TEXT>``, else to the container's next closing tag, else to the limit."""
    opening = _TEXT.match(text, at, limit)
    body = opening.end() if opening else at
    end = text.rfind("</TEXT>", body, limit) if opening else -1
    if end >= 0:
        return _Region(start, body, end, True)
    closing = _AFTER.search(text, body, limit)
    stop = closing.start() if closing else limit
    listed = not opening and closing is not None and not text[body:stop].strip()
    return _Region(start, body, stop, listed)


class _Numbers:
    """The numbers that the documents so far have taken."""

    def __init__(self) -> None:
        self.taken: set[int] = set()
        self.greatest = 0

    def take(self, raw: str, problems: list[Problem]) -> int:
        """The number that a SEQUENCE tag says; one more than all others where that is missing, zero or taken."""
        number = int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 7 else 0
        if number == 0 or number in self.taken:
            given = raw[:20]
            number = self.greatest + 1
            why = f"The document has the sequence {given!r}, which is no free number; it is counted as {number}."
            problems.append(Problem("sequence", f"document {number}", why))
        self.taken.add(number)
        self.greatest = max(self.greatest, number)
        return number


def _document(text: str, region: _Region, tags: dict[str, str], sequence: int) -> Document:
    type_ = " ".join(tags.get("TYPE", "").split())
    names = tags.get("FILENAME") or None, tags.get("DESCRIPTION") or None
    return _made(sequence, type_, *names, text[region.body : region.end])


def _made(sequence: int, type_: str, filename: str | None, description: str | None, source: str) -> Document:
    """The document; a binary one (image, PDF, archive, uuencoded) is listed without its source."""
    binary = type_.upper() in _BINARY_TYPES or bool(_BINARY.match(source))
    return Document(sequence, type_, filename, description, "" if binary else source, binary)


def _listed(rest: str) -> tuple[Document, ...]:
    """The documents that an ``-index-headers.html`` page lists, in escaped tags, without their texts."""
    if "&lt;DOCUMENT&gt;" not in rest:
        return ()
    plain = html.unescape(rest)
    numbers = _Numbers()
    return tuple(
        Document(
            numbers.take(t.get("SEQUENCE", ""), []), t.get("TYPE", ""), t.get("FILENAME"), t.get("DESCRIPTION"), ""
        )
        for _, t in _regions(plain, 0, len(plain))
    )


def _loose(rest: str) -> tuple[Document, ...]:
    """The documents after a header whose copy lost all tags: ``10-K``, ``1``, ``form10k.htm`` on lines of their own."""
    found: list[re.Match[str]] = []
    for match in _NAKED_TAGS.finditer(rest):
        if _follows(match, found[-1]) if found else match[2] == "1" and not rest[: match.start()].strip():
            found.append(match)
    if found:
        ends = [match.start() for match in found[1:]] + [len(rest)]
        return tuple(
            _made(int(m[2]), m[1].strip(), m[3], m[4] or None, rest[m.end() : end])
            for m, end in zip(found, ends, strict=True)
        )
    body = _REMAINS.sub("", rest)
    return (Document(1, "", None, None, rest),) if len(body.strip()) > 80 and "&lt;SEC-HEADER" not in rest else ()


def _follows(match: re.Match[str], before: re.Match[str]) -> bool:
    """Whether the three lines are the next document's; a number may be left out where a file's name is plain."""
    step = int(match[2]) - int(before[2])
    return step == 1 or (step == 2 and _FILE_NAME.search(match[3]) is not None)


def _alone(text: str) -> Document:
    """One document without any tags; XML forms say their own type."""
    match = _XML_TYPE.search(text, 0, 4000) if text.lstrip().startswith("<?xml") else None
    return Document(1, match[1] if match else "", None, None, text)
