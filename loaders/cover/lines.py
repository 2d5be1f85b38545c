"""The lines of an address block, and what each holds.

Robert E. Whitfield, Esq.            person
President, Harbor Tools, Inc.        title, organization
25 Harbor Drive, (516) 391-1300      address, telephone
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from ..exhibits.places import is_place
from ..names import looks_like_person
from ..organizations import is_law_firm, is_organization
from ..span import Piece
from ..titles import is_title


class Line(Enum):
    """What a line of an address block holds."""

    PERSON = auto()
    TITLE = auto()
    ORGANIZATION = auto()
    ADDRESS = auto()
    PHONE = auto()
    ATTENTION = auto()
    UNKNOWN = auto()


_PHONE = re.compile(
    r"(?:(?:tele)?phone|tel\b|fax|facsimile|telecop|main|direct|office|\bt:|\bf:)[\w .:/#()+-]*\d{3}"
    r"|\+?\(?\d[\d\s().+/–-]{6,}(?:\s*(?:\(?(?:fax|tel|telephone|facsimile|ext|x)\b.*)?)?$|\S+@\S+$|https?:|www\.",
    re.I,
)
_PHONE_END = re.compile(r"[\s,]+(\(?\d{3}\)?[\s./-]*\d{3}-\d{4})$")
_PHONE_WORD = re.compile(r"(?:tele)?phone|facsimile|fax\b|e-?mail", re.I)
_STREET = re.compile(
    r"^(?:the\s+)?[A-Z][\w'’]+\s(?:house|hall|chambers)$|\b(?:street|st\.|avenue|ave\.?|road|rd\.|boulevard|blvd\.?|drive|lane|plaza|square|parkway|pkwy|highway|hwy|floor"
    r"|suite|ste\.|building|bldg|tower|towers|center|centre|place|court|circle|terrace|turnpike|box|broadway|way|wharf"
    r"|campus|quay|strasse|straße|(?:rue|via|calle|route)\s+\w+)\b",
    re.I,
)
_PLACE = re.compile(
    r"(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|p\.?\s?o\.?\s|c/o\b|suite|floor|mail\s?stop"
    r"|room\b|building\b|post office|r\.r\.)",
    re.I,
)
_SPELT = re.compile(  # ``One Harbor Slip``
    r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve)(?:\s[A-Z][\w'’.]+){1,4}$"
)
_ZIP = re.compile(
    r"\b[A-Z][A-Za-z. ]+,?\s+\d{5}(?:-\d{4})?\b|\b\d{5}(?:-\d{4})?$|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b"
    r"|\b[A-Z]{2} ?\d\d,? [A-Z]|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b[A-Z]{2}\d?-\d{4,5}\b"
)
_CITY = re.compile(r"[A-Z][\w .'’-]{1,30},\s+(?P<where>[A-Z][A-Za-z. '’]+)")
_PLAN = re.compile(r"\bplans?\b", re.I)
_ATTENTION = re.compile(r"(?:att(?:entio)?n(?:tion)?|c/o|by)\b\.?\s*:?\s*", re.I)
ESQ = re.compile(r",?\s*\b(?:Esq(?:uire|s?\.?)|Adv\b\.?|ESQ(?:UIRE|\.)?)(?=\W|$)\.?", re.I)
_SUFFIX = re.compile(r"[^,]{4,50},\s+(?:Jr|Sr|II|III|IV)\b\.?", re.I)  # "Ann Lee, Jr., Secretary"
_AND = re.compile(r"\s*(?:,?\s+and\s+|\s*&\s*|\s*;\s*|\s*/\s*)", re.I)
_SOLE = re.compile(
    r"(?P<name>[^,]{4,50}),?\s+(?:Attorney|Counsell?or|Lawyer)(?:\s+and\s+Counsell?or)?(?:[\s-]+at[\s-]+Law)?", re.I
)
_LIST = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_INITIAL = re.compile(r"\s[A-Z]\.\s")
LONGEST = 200  # characters of a line


@lru_cache(maxsize=4096)
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
    if ESQ.search(text):
        return Line.PERSON
    if is_law_firm(text) or is_organization(text):
        return Line.ORGANIZATION
    return Line.PERSON if looks_like_person(text) else Line.UNKNOWN


def _is_place(text: str) -> bool:
    if _ZIP.search(text):
        return True
    city = _CITY.fullmatch(text)
    if city and is_place(city["where"]) and len(city["where"]) > 3:
        return True
    if _PLACE.match(text) and (_STREET.search(text) or text[0].isdigit()) and not _PLAN.search(text):
        return True
    return bool(_STREET.search(text) or _SPELT.match(text)) and not (
        is_law_firm(text) or is_organization(text) or ESQ.search(text)
    )


def sole_practitioner(text: str) -> str | None:
    """The lawyer whose own name a line gives with his profession (``Ann Lee, Attorney at Law``); else None."""
    match = _SOLE.fullmatch(text.strip())
    return match["name"].strip() if match and looks_like_person(match["name"]) else None


def parts_of(piece: Piece) -> list[tuple[Line, Piece]]:
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
    if kind in (Line.UNKNOWN, Line.TITLE, Line.ORGANIZATION, Line.ADDRESS) and (parts := _named_and_titled(piece)):
        return parts
    if kind in (Line.UNKNOWN, Line.ORGANIZATION) and (named := _listed(piece)):
        return [(Line.PERSON, p) for p in named]
    if kind is Line.PERSON:
        return [(_kind_of_part(str(p)), p) for p in persons_in(piece)]
    if kind is Line.ADDRESS and (match := _PHONE_END.search(text)):
        return [(Line.ADDRESS, piece.sub(0, match.start()).strip()), (Line.PHONE, piece.group(match, 1))]
    return [(kind, piece)]


def _named_and_titled(piece: Piece) -> list[tuple[Line, Piece]]:
    """``Ann Lee, Secretary``: the person and what follows the comma; nothing where the line is otherwise."""
    text = str(piece)
    suffix = _SUFFIX.match(text)
    cut = text.find(",", suffix.end() if suffix else 0)
    if cut < 0:
        return []
    name, rest = piece.sub(0, cut).strip(), piece.sub(cut + 1, len(text)).strip()
    if looks_like_person(str(name)) and not is_title(str(name)) and is_title(str(rest).split(",")[0]):
        return [(Line.PERSON, name), *_title_and_organization(rest)]
    return []


def _listed(piece: Piece) -> list[Piece]:
    """``Ann B. Lee, Ivo Chen and Marc Lacroix``: the persons; nothing where it may be a firm of their names."""
    text = str(piece)
    if " and " not in text or not _INITIAL.search(text):
        return []
    cuts = [(m.start(), m.end()) for m in _LIST.finditer(text)]
    edges = [0, *(edge for cut in cuts for edge in cut), len(text)]
    parts = [piece.sub(a, b).strip() for a, b in zip(edges[::2], edges[1::2], strict=True)]
    return parts if all(looks_like_person(str(part)) for part in parts) else []


def _title_and_organization(piece: Piece) -> list[tuple[Line, Piece]]:
    """``President, Harbor Tools, Inc.``: the titles up to the comma that an organization follows."""
    text = str(piece)
    for match in re.finditer(r",\s+", text):
        rest = piece.sub(match.end(), len(text)).strip()
        if is_organization(str(rest)) and not is_title(str(rest)):
            return [(Line.TITLE, piece.sub(0, match.start())), (Line.ORGANIZATION, rest)]
        if _is_place(str(rest)):
            return [(Line.TITLE, piece.sub(0, match.start())), (Line.ADDRESS, rest)]
    return [(Line.TITLE, piece)]


def _kind_of_part(text: str) -> Line:
    """A part of a line that holds ``Esq.``: the person, or the firm after the person."""
    if is_title(text):
        return Line.TITLE
    return Line.ORGANIZATION if is_law_firm(text) and not looks_like_person(text) else Line.PERSON


def persons_in(piece: Piece) -> list[Piece]:
    """The persons a line names: parted by ``Esq.``, ``and``, ``&`` or a semicolon."""
    text = str(piece)
    cuts = [(m.start(), m.end()) for m in ESQ.finditer(text)]
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
