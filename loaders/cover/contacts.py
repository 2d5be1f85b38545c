"""Address blocks of a cover: persons, their titles, their organization, where it is and its telephone.

    Robert E. Whitfield, Esq.
    Executive Vice President
    Harbor Tools, Inc.
    25 Harbor Drive
    Melville, New York 11747
    (516) 391-1300

The same reader serves the agent for service and the lawyers to whom copies go. A block may hold several contacts
under one another; a line ``Attention:`` names persons after their firm.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from ..names import clean_name, looks_like_person
from ..organizations import is_law_firm, is_organization
from ..span import Piece
from ..titles import is_title
from .layout import is_rule


class Line(Enum):
    """What a line of an address block holds."""

    PERSON = auto()
    TITLE = auto()
    ORGANIZATION = auto()
    ADDRESS = auto()
    PHONE = auto()
    ATTENTION = auto()
    UNKNOWN = auto()


@dataclass(slots=True)
class Contact:
    """Persons, titles and the organization of one address; each as the pieces that print it."""

    persons: list[Piece] = field(default_factory=list)
    titles: list[Piece] = field(default_factory=list)
    organization: list[Piece] = field(default_factory=list)
    phone: Piece | None = None
    place: bool = False  # whether its address has begun

    @property
    def firm(self) -> str:
        return " ".join(piece.words for piece in self.organization).rstrip(",;")


_PHONE = re.compile(
    r"(?:(?:tele)?phone|tel\b|fax|facsimile|telecop|main|direct|office|\bt:|\bf:)[\w .:/#()-]*\d{3}"
    r"|\+?\(?\d[\d\s().+/–-]{6,}(?:\s*(?:\(?(?:fax|tel|telephone|facsimile|ext|x)\b.*)?)?$|\S+@\S+$|https?:|www\.",
    re.I,
)
_NUMBER = re.compile(r"\+?\(?\d[\d\s().+/–-]{6,}")
_PHONE_END = re.compile(r"[\s,]+(\(?\d{3}\)?[\s./-]*\d{3}-\d{4})$")
_FAX = re.compile(r"\W*(?:fax|facsimile|telecop|f:)", re.I)
_PHONE_WORD = re.compile(r"(?:tele)?phone|facsimile|fax\b|e-?mail", re.I)
_STREET = re.compile(
    r"\b(?:street|st\.|avenue|ave\.?|road|rd\.|boulevard|blvd\.?|drive|lane|plaza|square|parkway|pkwy|highway|hwy|floor"
    r"|suite|ste\.|building|bldg|tower|towers|center|centre|place|court|circle|terrace|turnpike|box|broadway|way|wharf"
    r"|campus|quay|strasse|straße|rue|via|calle|route)\b",
    re.I,
)
_PLACE = re.compile(
    r"(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|p\.?\s?o\.?\s|c/o\b|suite|floor|mail\s?stop"
    r"|room\b|building\b|post office|r\.r\.)",
    re.I,
)
_ZIP = re.compile(
    r"\b[A-Z][A-Za-z. ]+,?\s+\d{5}(?:-\d{4})?\b|\b\d{5}(?:-\d{4})?$|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b[A-Z]{2}\d?-\d{4,5}\b"
)
_PLAN = re.compile(r"\bplans?\b", re.I)
_ATTENTION = re.compile(r"(?:att(?:entio)?n(?:tion)?|c/o|by)\b\.?\s*:?\s*", re.I)
_ESQ = re.compile(r",?\s*\b(?:Esq(?:uire|s?\.?)|Adv\b\.?|ESQ(?:UIRE|\.)?)(?=\W|$)\.?", re.I)
_AND = re.compile(r"\s*(?:,?\s+and\s+|\s*&\s*|\s*;\s*|\s*/\s*)", re.I)
_CLOSED = re.compile(
    r"(?:L\.?\s?L\.?\s?P|P\.?L\.?L\.?C|L\.?L\.?C|P\.?\s?C|P\.?\s?A|L\.?P\.?A|Inc|Corp|Co|Ltd|N\.?V|AG|S\.?A)\.?$"
    r"|(?:Corporation|Incorporated|Company|Chartered|Offices?)$",
    re.I,
)
_JOINS = re.compile(r"(?:&|and\b)", re.I)
_TAIL = re.compile(
    r"(?:&|and\b|law offices\b|a professional|a law|l\.?l\.?p|p\.?c\.?$|advocates|attorneys|a partnership)", re.I
)


_LONGEST = 200  # characters of a line


def classify(text: str) -> Line:
    """What a line of an address block holds, from its own words."""
    if _PHONE.match(text) or (_PHONE_WORD.match(text) and len(text) < 60):
        return Line.PHONE
    if _ATTENTION.match(text) and not text.lower().startswith(("c/o", "by ")):
        return Line.ATTENTION
    if _is_place(text):
        return Line.ADDRESS
    if is_title(text):
        return Line.TITLE
    if _ESQ.search(text):
        return Line.PERSON
    if is_law_firm(text) or is_organization(text):
        return Line.ORGANIZATION
    return Line.PERSON if looks_like_person(text) else Line.UNKNOWN


def _is_place(text: str) -> bool:
    if _ZIP.search(text):
        return True
    if _PLACE.match(text) and (_STREET.search(text) or text[0].isdigit()) and not _PLAN.search(text):
        return True
    return bool(_STREET.search(text)) and not (is_law_firm(text) or is_organization(text) or _ESQ.search(text))


def contacts_of(lines: Iterable[Piece]) -> list[Contact]:
    """The contacts of a block, from its lines from top to bottom."""
    out: list[Contact] = [Contact()]
    for piece in lines:
        if is_rule(str(piece)) or piece.end - piece.start > _LONGEST:
            continue
        for kind, part in _parts(piece, out[-1]):
            out = _add(out, kind, part)
    for contact in out:
        _settle(contact)
    return [c for c in out if c.persons or c.organization]


def _settle(contact: Contact) -> None:
    """A firm that is named like a person (``Pierce Atwood``) is the last of several names without a firm."""
    if contact.organization and contact.persons and _JOINS.match(str(contact.organization[0])):
        contact.organization.insert(0, contact.persons.pop())
    if contact.titles or len(contact.persons) < 2:
        return
    if contact.organization:
        _unwrap(contact)
        return
    last = contact.persons[-1]
    if contact.place and not _ESQ.match(last.text.chars[last.end : last.end + 12]) and len(str(last).split()) < 4:
        contact.organization.append(contact.persons.pop())


def _unwrap(contact: Contact) -> None:
    """The first line of a wrapped firm that reads as a person: four or more surnames over the line that closes it."""
    last, first = contact.persons[-1], contact.organization[0]
    words = str(last).replace(",", " ").split()
    surnames = len(words) > 3 and all(len(w) > 2 and w[0].isupper() and w[-1] != "." for w in words)
    if surnames and 0 < first.line - last.line <= 2 and _CLOSED.search(contact.firm):
        contact.organization.insert(0, contact.persons.pop())


def _parts(piece: Piece, contact: Contact) -> list[tuple[Line, Piece]]:
    """The line's parts: a line may hold a name and its title, or several persons."""
    text = str(piece)
    kind = classify(text)
    if kind is Line.ATTENTION:
        match = _ATTENTION.match(text)
        rest = piece.sub(match.end() if match else 0, len(text)).strip()
        parts = _named_and_titled(rest)
        if parts:
            return [(Line.ATTENTION, parts[0][1]), *parts[1:]]
        return [(Line.ATTENTION, p) for p in persons_in(rest)] if str(rest) else []
    if kind in (Line.UNKNOWN, Line.TITLE, Line.ORGANIZATION) and (parts := _named_and_titled(piece)):
        return parts
    if kind is Line.PERSON:
        return [(_kind_of_part(str(p)), p) for p in persons_in(piece)]
    if kind is Line.ADDRESS and (match := _PHONE_END.search(text)):
        return [(Line.ADDRESS, piece.sub(0, match.start()).strip()), (Line.PHONE, piece.group(match, 1))]
    return [(kind, piece)]


def _named_and_titled(piece: Piece) -> list[tuple[Line, Piece]]:
    """``Ann Lee, Secretary``: the person and what follows the comma; nothing where the line is otherwise."""
    text = str(piece)
    cut = text.find(",")
    if cut < 0:
        return []
    name, rest = piece.sub(0, cut).strip(), piece.sub(cut + 1, len(text)).strip()
    if looks_like_person(str(name)) and not is_title(str(name)) and is_title(str(rest).split(",")[0]):
        return [(Line.PERSON, name), *_title_and_organization(rest)]
    return []


def _title_and_organization(piece: Piece) -> list[tuple[Line, Piece]]:
    """``President, Harbor Tools, Inc.``: the titles up to the comma that an organization follows."""
    text = str(piece)
    for match in re.finditer(r",\s+", text):
        rest = piece.sub(match.end(), len(text)).strip()
        if is_organization(str(rest)) and not is_title(str(rest)):
            return [(Line.TITLE, piece.sub(0, match.start())), (Line.ORGANIZATION, rest)]
    return [(Line.TITLE, piece)]


def _kind_of_part(text: str) -> Line:
    """A part of a line that holds ``Esq.``: the person, or the firm after the person."""
    if is_title(text):
        return Line.TITLE
    return Line.ORGANIZATION if is_law_firm(text) and not looks_like_person(text) else Line.PERSON


def persons_in(piece: Piece) -> list[Piece]:
    """The persons a line names: parted by ``Esq.``, ``and``, ``&`` or a semicolon."""
    text = str(piece)
    cuts = [(m.start(), m.end()) for m in _ESQ.finditer(text)]
    parts: list[Piece] = []
    start = 0
    for low, high in [*cuts, (len(text), len(text))]:
        if low > start:
            parts.extend(_halves(piece.sub(start, low)))
        start = max(start, high)
    return [p for p in (_without_and(part.strip(" ,;&/")) for part in parts) if len(str(p)) > 2]


def _without_and(piece: Piece) -> Piece:
    text = str(piece)
    start = 4 if text[:4].lower() == "and " else 0
    end = len(text) - (4 if text[-4:].lower() == " and" else 3 if text.lower() == "and" else 0)
    return piece.sub(start, max(start, end)).strip(" ,;&/")


def _halves(piece: Piece) -> list[Piece]:
    text = str(piece)
    match = _AND.search(text)
    if match is None:
        return [piece]
    left, right = piece.sub(0, match.start()), piece.sub(match.end(), len(text))
    if not str(left).strip(" ,;"):
        return _halves(right)
    if looks_like_person(str(left).strip(" ,;")) and looks_like_person(str(right).strip(" ,;")):
        return [left, *_halves(right)]
    return [piece]


def _add(out: list[Contact], kind: Line, piece: Piece) -> list[Contact]:
    last = out[-1]
    if kind is Line.ATTENTION:
        last.persons.append(piece)
    elif kind is Line.PHONE:
        last.place = True
        last.phone = last.phone or _digits(piece)
    elif kind is Line.ADDRESS:
        last.place = last.place or bool(last.organization or last.persons)
    elif last.place:
        return _begin(out, kind, piece)
    elif kind is Line.TITLE:
        last.titles.append(piece)
    elif kind is Line.PERSON:
        if last.organization and (last.persons or last.titles):
            return _begin(out, kind, piece)
        last.persons.append(piece)
    else:
        _organization(
            last, kind, piece.sub(4, len(str(piece))).strip() if str(piece).lower().startswith("c/o ") else piece
        )
    return out


def _digits(piece: Piece) -> Piece | None:
    """The number itself, without ``Telephone:``; a fax number or an address on the net is none."""
    match = _NUMBER.search(str(piece))
    return piece.group(match).strip() if match and not _FAX.match(str(piece)) else None


def _begin(out: list[Contact], kind: Line, piece: Piece) -> list[Contact]:
    """A new contact after an address, unless the line only goes on with that address."""
    if kind is Line.UNKNOWN or kind is Line.TITLE:
        if kind is Line.TITLE and out[-1].persons:
            out[-1].titles.append(piece)
        return out
    return _add([*out, Contact()], kind, piece)


def _organization(contact: Contact, kind: Line, piece: Piece) -> None:
    if not contact.organization:
        if kind is Line.UNKNOWN and contact.titles and _is_wrapped_title(contact.titles[-1]):
            contact.titles.append(piece)
        else:
            contact.organization.append(piece)
        return
    before, text = contact.firm, str(piece)
    wrapped = before.endswith((",", "&", " and", " of")) or bool(_TAIL.match(text))
    if wrapped or (not _CLOSED.search(before) and _CLOSED.search(text) and kind is not Line.PERSON):
        contact.organization.append(piece)
    elif kind is Line.UNKNOWN:
        contact.place = True


def _is_wrapped_title(piece: Piece) -> bool:
    return str(piece).rstrip().endswith((",", "&", " and", "-", " of"))


def name_of(piece: Piece) -> str:
    """The person's name as the record has it."""
    return clean_name(piece.words)


def lines_of(values: Sequence[Piece]) -> list[Piece]:
    """The values without rules, in order."""
    return [v for v in values if not is_rule(str(v))]
