"""SEC file numbers and accession numbers in their canonical form.

The cover prints ``33-88960``, ``0-27568``, ``1-7327``; the header ``033-88960``, ``000-27568``, ``001-07327``.
"""

from __future__ import annotations

import re

from .records import Accession, Cik, FileNumber

_DASH = r"\s*[-\u2010-\u2015\u2212]\s*"
_FILE = re.compile(rf"\s*(?:Nos?\.?\s*)?(\d{{1,3}}){_DASH}(\d{{1,7}})(?:{_DASH}([0-9A-Z]{{1,4}}))?\s*", re.I)
_ACCESSION = re.compile(r"(\d{10})-?(\d{2})-?(\d{6})")


def canonical_file_number(raw: str) -> FileNumber | None:
    """The file number in canonical form (3-digit prefix, number padded to 5, suffix kept); None where it is none.

    >>> canonical_file_number("33-88960"), canonical_file_number("333-149075-05"), canonical_file_number("1-327")
    ('033-88960', '333-149075-05', '001-00327')
    """
    match = _FILE.fullmatch(raw)
    if match is None:
        return None
    prefix, number, suffix = match.groups()
    tail = f"-{suffix.upper()}" if suffix else ""
    return FileNumber(f"{prefix:0>3}-{number.lstrip('0'):0>5}{tail}")


def canonical_accession(raw: str) -> Accession | None:
    """The accession number as ``NNNNNNNNNN-YY-NNNNNN``, dashes given or not; None where it is none."""
    match = _ACCESSION.fullmatch(raw.strip())
    return Accession("-".join(match.groups())) if match else None


def canonical_cik(raw: str) -> Cik | None:
    """The CIK as ten digits; None where the text is no number of at most ten digits, or zero."""
    digits = raw.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits.lstrip("0")) in range(1, 11)):
        return None
    return Cik(digits.lstrip("0").zfill(10))
