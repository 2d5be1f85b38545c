"""Values of header elements in their canonical form: dates, SIC codes, acts, employer numbers."""

from __future__ import annotations

import re
from datetime import date

_SIC = re.compile(r".*\[\s*(\d{1,4})\b|^\D{0,3}(\d{3,4})\]?$", re.S)
_BLANK = re.compile(r"(?:[^\[]*\[)?[\W0_]*\]?|N/?A|NONE|UNKNOWN", re.I)
_ACTS = {
    "1933": "33", "33": "33", "1934": "34", "34": "34", "1940": "40", "40": "40", "DODD": "DF", "DF": "DF",
    "1935": "35", "35": "35", "1939": "39", "39": "39",
}  # fmt: skip


def iso_date(raw: str) -> str | None:
    """``20030926`` or ``2003-09-26`` as ``2003-09-26``; None where it is no day of the calendar."""
    digits = raw.replace("-", "")
    if len(digits) != 8 or not (digits.isascii() and digits.isdigit()):
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).isoformat()
    except ValueError:
        return None


def iso_time(raw: str) -> str | None:
    """``20030926171558`` as ``2003-09-26T17:15:58``; None where it is no time of a day."""
    day = iso_date(raw[:8])
    clock = raw[8:]
    if day is None or len(clock) != 6 or not (clock.isascii() and clock.isdigit()):
        return None
    hour, minute, second = clock[:2], clock[2:4], clock[4:]
    if int(hour) > 23 or int(minute) > 59 or int(second) > 59:
        return None
    return f"{day}T{hour}:{minute}:{second}"


def sic_code(raw: str) -> str | None:
    """Four digits of ``PETROLEUM REFINING [2911]``, ``[8090`` or ``3571``; None for `` []`` and ``0000``."""
    match = _SIC.match(raw)
    code = (match[1] or match[2]).zfill(4) if match else "0000"
    return None if code == "0000" else code


def employer_number(raw: str) -> str | None:
    """Nine digits of an IRS number, leading zeros restored; None for the placeholder ``000000000``."""
    digits = raw.replace("-", "").strip()
    if not (digits.isascii() and digits.isdigit() and 6 <= len(digits) <= 9) or not digits.strip("0"):
        return None
    return digits.zfill(9)


def act_code(raw: str) -> str | None:
    """``33``, ``34``, ``40``, ``DF``... of ``1934 Act``, ``34`` or ``Dodd Frank Act``; other words as they are."""
    words = raw.split()
    return _ACTS.get(words[0].upper(), " ".join(words)) if words else None


def given(raw: str) -> str | None:
    """The value with single spaces; None for the placeholders ``-``, ``*``, ``N/A``, ``NONE`` and nothing."""
    value = " ".join(raw.split())
    return None if value.upper() in {"", "-", "--", "*", "N/A", "NA", "NONE", "."} else value


def significant(raw: str) -> bool:
    """Does a value say anything? Not so ``000000000``, ``UNKNOWN SIC CODE [0000]``, ``-`` and ``N/A``."""
    return _BLANK.fullmatch(" ".join(raw.split())) is None
