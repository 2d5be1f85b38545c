"""From bytes to the characters that every span counts.

EDGAR declares US-ASCII; in practice filings are UTF-8 or Windows-1252. UTF-8 is tried strictly, then Windows-1252,
whose five undefined bytes become the code points of their number, so that no byte sequence is ever refused.
The byte order mark is dropped and line ends become ``\\n``, once, here: **spans count code points after this step**.
"""

from __future__ import annotations

import codecs

_UNDEFINED = "\x81\x8d\x8f\x90\x9d"
_WINDOWS = "".join(
    chr(byte) if chr(byte) in _UNDEFINED else bytes([byte]).decode("cp1252") for byte in range(256)
)  # fmt: skip
_UTF16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decode(data: bytes) -> str:
    """The characters of a filing: any bytes in, a string without byte order mark and carriage returns out."""
    text = _characters(data)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.removeprefix("\ufeff")


def _characters(data: bytes) -> str:
    for mark, encoding in _UTF16:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.end == len(data) and error.reason == "unexpected end of data":
            # a copy cut off inside a character: what comes before the cut is UTF-8 all the same
            return data[: error.start].decode("utf-8") + windows(data[error.start :])
    return windows(data)


def windows(data: bytes) -> str:
    """The bytes read as Windows-1252, undefined ones as the code point of their number."""
    return codecs.charmap_decode(data, "strict", _WINDOWS)[0]
