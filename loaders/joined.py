"""Files that join several submissions, one after the other, as old bulk copies of EDGAR do.

    <SEC-DOCUMENT>0009999001-98-000001.txt : 19980102
    <SEC-HEADER> ...
    </SEC-DOCUMENT>
    -----BEGIN PRIVACY-ENHANCED MESSAGE-----
    ...
    <SEC-DOCUMENT>0009999001-98-000002.txt : 19980102

Bytes in, the bytes of each submission out: together they are the whole file. A submission begins where its header
does, and only after the end of another one: a document may quote a header in its text.
"""

from __future__ import annotations

import re

_BEGIN = re.compile(
    rb"(?:-----BEGIN PRIVACY-ENHANCED MESSAGE-----[ \t\r]*\n(?:[^<\n][^\n]*\n|\n){0,40}?)?"
    rb"(?:<(?:SEC|IMS)-DOCUMENT>[^\n<]{0,300}\s{0,9})?<(?:SEC|IMS)-HEADER>"
    rb"|<SUBMISSION>\s{0,9}<ACCESSION-NUMBER>"
)
_MARKS = (b"<SEC-HEADER>", b"<IMS-HEADER>", b"<SUBMISSION>")
_END = re.compile(
    rb"(?:</(?:(?:SEC|IMS)-(?:DOCUMENT|HEADER)|SUBMISSION|DOCUMENT)>|-----END PRIVACY-ENHANCED MESSAGE-----)\s*\Z"
)
_SPACE = 100  # bytes of white space between two submissions, at most


def apart(data: bytes) -> tuple[bytes, ...]:
    """The submissions that a file joins; the file itself where it is one, or none."""
    if sum(data.count(mark) for mark in _MARKS) < 2:
        return (data,)
    starts = [0]
    for match in _BEGIN.finditer(data):
        at = match.start()
        if at and _END.search(data, max(starts[-1], at - _SPACE), at):
            starts.append(at)
    if len(starts) == 1:
        return (data,)
    return tuple(data[start:end] for start, end in zip(starts, [*starts[1:], len(data)], strict=True))
