"""A submission header cut into tokens: tags and labels, each with its value and where that stands.

    <CONFORMED-NAME>INVENTED CORP      and      COMPANY CONFORMED NAME:			INVENTED CORP

Both give the token ``CONFORMED-NAME``. The header is never read line by line only: ``.nc`` copies may stand on one
line, and copies of the year 2000 break values over lines and mix closing tags with labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """One element: canonical name, its value and where that stands; ``closing`` for ``</FILER>``.

    An element without value, a flag, stands where its tag or label does. Stray words are a token without a name.
    """

    name: str
    value: str
    start: int
    end: int
    closing: bool = False


LABELS = {
    "CONFORMED SUBMISSION TYPE": "TYPE",
    "CONFORMED PERIOD OF REPORT": "PERIOD",
    "ITEM INFORMATION": "ITEMS",
    "FILED AS OF DATE": "FILING-DATE",
    "DATE AS OF CHANGE": "DATE-OF-FILING-DATE-CHANGE",
    "EFFECTIVENESS DATE": "EFFECTIVENESS-DATE",
    "COMPANY CONFORMED NAME": "CONFORMED-NAME",
    "CENTRAL INDEX KEY": "CIK",
    "STANDARD INDUSTRIAL CLASSIFICATION": "ASSIGNED-SIC",
    "EIN": "IRS-NUMBER",
    "SEC ACT": "ACT",
    "SEC FILE NUMBER": "FILE-NUMBER",
    "STREET 1": "STREET1",
    "STREET 2": "STREET2",
    "BUSINESS PHONE": "PHONE",
    "DATE OF NAME CHANGE": "DATE-CHANGED",
    "RECIEVED DATE": "RECEIVED-DATE",
    "FORMER NAME": "FORMER-COMPANY",
}
# labels whose tag is the same words joined by hyphens; with LABELS all that is known to stand in one-line label headers
_SAME = (
    "ACCESSION NUMBER", "PUBLIC DOCUMENT COUNT", "GROUP MEMBERS", "SROS", "FILER", "SUBJECT COMPANY", "FILED BY",
    "REPORTING-OWNER", "ISSUER", "FILED FOR", "SERIAL COMPANY", "DEPOSITOR", "SECURITIZER", "UNDERWRITER",
    "COMPANY DATA", "OWNER DATA", "FILING VALUES", "BUSINESS ADDRESS", "MAIL ADDRESS", "FORMER COMPANY",
    "ORGANIZATION NAME", "IRS NUMBER", "STATE OF INCORPORATION", "FISCAL YEAR END", "FORM TYPE", "FILM NUMBER",
    "CITY", "STATE", "ZIP", "FORMER CONFORMED NAME", "RELATIONSHIP",
)  # fmt: skip
_TAG = r"<(?P<close>/?)(?P<tag>[A-Z][A-Z0-9]*(?:[-_][A-Z0-9]+)*)>"
_VALUE = r"[^\n<]*(?:<(?!/?[A-Z][A-Z0-9]*(?:[-_][A-Z0-9]+)*>)[^\n<]*)*"
_TOKENS = re.compile(
    rf"{_TAG}(?P<tagged>{_VALUE})"
    rf"|^[ \t]*(?:\][ \t]*)?(?P<label>[A-Z][A-Z0-9]*(?:[ ./_-]+[A-Z0-9]+)*)[ \t]*:(?P<labelled>{_VALUE})",
    re.M,
)
_WORDS = re.compile(r"[^\s\]](?:[^\n]*[^\s\]])?")
_KNOWN = "|".join(sorted((re.escape(label) for label in (*LABELS, *_SAME)), key=len, reverse=True))
_ONE_LINE = re.compile(
    rf"{_TAG}(?P<tagged>(?:(?!(?:{_KNOWN}):|</?[A-Z])[^\n])*)"
    rf"|(?P<label>{_KNOWN}):(?P<labelled>(?:(?!(?:{_KNOWN}):|</?[A-Z])[^\n])*)"
)


def tokens(source: str) -> Iterator[Token]:
    """The header's tokens in order. Text that belongs to none of them is what `remainder` gives."""
    pattern = _ONE_LINE if _on_one_line(source) else _TOKENS
    for match in pattern.finditer(source):
        yield _token(match)


def remainder(source: str) -> Iterator[Token]:
    """The words of the header that are part of no tag and no label, line by line, as tokens without a name."""
    at = 0
    for match in (_ONE_LINE if _on_one_line(source) else _TOKENS).finditer(source):
        yield from _words(source, at, match.start())
        at = match.end()
    yield from _words(source, at, len(source))


def _words(source: str, start: int, end: int) -> Iterator[Token]:
    for match in _WORDS.finditer(source, start, end):
        yield Token("", match[0], match.start(), match.end())


def _on_one_line(source: str) -> bool:
    """Labels without line ends: the only sign of a value's end is the next label."""
    return source.count("\n") < 4 and source.count(":") > 4 and "ACCESSION NUMBER:" in source


def _token(match: re.Match[str]) -> Token:
    tag = match["tag"]
    group = "tagged" if tag else "labelled"
    raw = match[group]
    value = raw.strip()
    start = match.start(group) + (len(raw) - len(raw.lstrip()))
    end = start + len(value)
    if not value:
        start, end = (match.start(), match.start(group)) if tag else match.span("label")
    return Token(_name(tag, match["label"]), value, start, end, bool(match["close"]))


def _name(tag: str | None, label: str | None) -> str:
    if tag:
        return tag.replace("_", "-")
    words = " ".join((label or "").replace("_", " ").split())
    return LABELS.get(words) or words.replace(" ", "-")
