"""The exhibits of a report that are read for what they say: letters, subsidiaries, powers, certifications, releases.

    EX-16   the former accountant's letter          EX-31, EX-32   certifications
    EX-21   subsidiaries (22 before 1993)           EX-99          press releases and what else is attached
    EX-24   powers of attorney (25 before 1993)

Opinions and consents are read with counsel and auditors, fee tables with offerings.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ..records import (
    AccountantLetter,
    Attachment,
    Certification,
    PowerOfAttorney,
    Problem,
    Subsidiary,
)
from ..signatures import read_signatures
from ..span import Text
from .certification import is_certification, read_certifications
from .letter16 import read_letter
from .power import read_powers
from .press import read_attachment
from .signers import MOST_MARKS, is_crowded
from .subsidiaries import read_subsidiaries

_TYPE = re.compile(r"EX-?(?P<number>(?P<major>16|21|22|24|31|32|99)(?!\d)[\w.()-]*)", re.I)
_HEADING = re.compile(r"^[ \t]*exhibit\s+(?P<number>(?:16|21|24|31|32|99)(?:\.\w+)?)[ \t]*$", re.I | re.M)
_POWER = re.compile(r"^[ \t]*(?:limited\s+)?power\s+of\s+attorney[ \t]*$", re.I | re.M)
_LISTS = re.compile(r"\bsubsidiar(?:y|ies)\b", re.I)
_TOP = 400  # characters in which a document names itself


@dataclass(slots=True)
class Attached:
    """What a filing's exhibits say."""

    registrants: tuple[str, ...]
    filed: str | None
    letters: list[AccountantLetter] = field(default_factory=list)
    subsidiaries: list[Subsidiary] = field(default_factory=list)
    certifications: list[Certification] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    powers: list[PowerOfAttorney] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def letter(self, text: Text, number: str) -> None:
        found, problems = read_letter(text, number)
        self.letters += found
        self.problems += problems

    def list_of_subsidiaries(self, text: Text, number: str) -> None:
        if number.startswith("22") and not (_LISTS.search(text.chars[:2000]) and "guarant" not in text.chars[:2000]):
            return  # 22 has been other things
        found, problems = read_subsidiaries(text, self.registrants, number)
        self.subsidiaries += found
        self.problems += problems

    def power(self, text: Text, number: str) -> None:
        rows = read_signatures(text, self.registrants, self.filed).signatures
        found, problems = read_powers(text, number, rows)
        self.powers += found
        self.problems += problems

    def certification(self, text: Text, number: str) -> None:
        found, problems = read_certifications(text, number)
        self.certifications += found
        self.problems += problems

    def attachment(self, text: Text, number: str) -> None:
        if is_certification(text):
            self.certification(text, number)
        else:
            self.attachments += read_attachment(text, number)


_READERS: dict[str, Callable[[Attached, Text, str], None]] = {
    "16": Attached.letter,
    "21": Attached.list_of_subsidiaries,
    "22": Attached.list_of_subsidiaries,
    "24": Attached.power,
    "31": Attached.certification,
    "32": Attached.certification,
    "99": Attached.attachment,
}


def has_reader(document_type: str) -> bool:
    """Is an exhibit of this type (``EX-31.1``) one that is read here?"""
    return _TYPE.match(document_type) is not None


def read_attached(texts: tuple[tuple[str, Text], ...], registrants: tuple[str, ...], filed: str | None) -> Attached:
    """What the exhibits among ``texts`` (document type and text) say."""
    attached = Attached(registrants, filed)
    for document_type, text in texts:
        match = _TYPE.match(document_type)
        if match is None or not text.chars.strip():
            continue
        number = match["number"].upper().rstrip(".")
        if is_crowded(text):
            why = f"more than {MOST_MARKS} marks of signing: what it says was not read"
            attached.problems.append(Problem("too-many-marks", f"exhibit {number}", why))
        else:
            _READERS[match["major"]](attached, text, number)
    return attached


def own_type(text: Text) -> str | None:
    """The type of an exhibit that stands alone, by its first words; None where they do not say."""
    top = text.chars[: _TOP + len(text.chars) - len(text.chars.lstrip())]
    heading = _HEADING.search(top)
    if heading:
        return f"EX-{heading['number']}"
    return "EX-24" if _POWER.search(top) else None
