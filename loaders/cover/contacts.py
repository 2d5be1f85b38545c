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
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..names import clean_name, looks_like_person
from ..organizations import is_law_firm
from ..span import Piece
from ..titles import is_title
from .layout import is_rule
from .lines import ESQ, LONGEST, Line, parts_of


@dataclass(slots=True)
class Contact:
    """Persons, titles and the organization of one address; each as the pieces that print it."""

    persons: list[Piece] = field(default_factory=list)
    titles: list[Piece] = field(default_factory=list)
    organization: list[Piece] = field(default_factory=list)
    phone: Piece | None = None
    legal: bool = False  # whether it is the legal department of its organization
    place: bool = False  # whether its address has begun

    @property
    def firm(self) -> str:
        return " ".join(piece.words for piece in self.organization).rstrip(",;")


_NUMBER = re.compile(r"\+?\(?\d[\d\s().+/–-]{6,}")
_FAX = re.compile(r"\W*(?:fax|facsimile|telecop|f:)", re.I)
_CLOSED = re.compile(
    r"(?:L\.?\s?L\.?\s?P|P\.?L\.?L\.?C|L\.?L\.?C|P\.?\s?C|P\.?\s?A|L\.?P\.?A|Inc|Corp|Co|Ltd|N\.?V|AG|S\.?A)\.?$"
    r"|(?:Corporation|Incorporated|Company|Chartered|Offices?)$",
    re.I,
)
_FORM_ALONE = re.compile(  # a line of its own below the partners' names
    r"\W*(?:an?\s+)?(?:professional\s+(?:law\s+)?(?:corporation|association)|(?:limited\s+liability\s+)?partnership"
    r"|law\s+corporation|chartered|l\.?l\.?p\.?|p\.?l\.?l\.?c\.?|p\.?\s?c\.?|p\.?\s?a\.?)\W*$",
    re.I,
)
_DESCRIBES = re.compile(  # what the firm is, in a line below its name or in brackets behind it
    r"[\s,(]*(?:(?:attorneys?|counsel(?:l?ors?)?|barristers?|solicitors)(?:(?:,|\s+(?:and|&))?\s+(?:and\s+)?(?:attorneys?|counsel(?:l?ors?)?"
    r"|solicitors))?(?:\s+at\s+law)?|an?\s+(?:limited\s+liability\s+)?partnership\s+(?:including|of)\b[\s\w.]{0,60}"
    r"|including\s+professional\s+(?:corporations|associations)|professional\s+corporations)[\s)]*$",
    re.I,
)
_LEGAL = re.compile(r"(?:the\s+)?(?:corporate\s+)?(?:legal|law)\s+(?:department|dept)\b", re.I)
_REST = re.compile(  # of a company's name
    r"(?:(?:holdings?|bancorp\w*|bancshares|financial|group|industries|international|systems|technologies|resources|services"
    r"|enterprises|partners|trust|corp(?:oration)?|company|co|inc(?:orporated)?|ltd|limited|llc|l\.l\.c|l\.p|plc)\b[.,\s&]*)+",
    re.I,
)
_MESSRS = re.compile(r"messrs\.?\s+", re.I)
_JOINS = re.compile(r"(?:&|and\b)", re.I)
_LLP = re.compile(r"\bL\.?L\.?P\.?$|,\s+P\.C\.$")  # of the firm, or of another partner
_OFFICE = re.compile(r"\b(?:department|dept\.?|division|office|group|team)$", re.I)
# a partner who is a corporation of one: "Ann B. Lee, P.C." over the name of his firm
_PARTNER = re.compile(
    r"(?P<name>(?P<given>\w+\s)(?P<initial>[A-Z]\.\s)?[^,]{2,40}?(?:,\s(?:Jr|Sr|I{2,3}|IV)\b\.?)?),\s+(?:P\.?\s?[CA]\.?|Professional\s+Corporation)",
    re.I,
)
_TAIL = re.compile(
    r"(?:&|and\b|law offices\b|a professional|a law|l\.?l\.?p|p\.?c\.?$|advocates|attorneys|a partnership)", re.I
)


def contacts_of(lines: Iterable[Piece]) -> list[Contact]:
    """The contacts of a block, from its lines from top to bottom."""
    out: list[Contact] = [Contact()]
    for piece in lines:
        if is_rule(str(piece)) or piece.end - piece.start > LONGEST:
            continue
        for kind, part in parts_of(piece):
            out = _add(out, kind, part)
    out = _rejoined(out)
    for contact in out:
        _settle(contact)
    return [c for c in out if c.persons or c.organization]


def _rejoined(contacts: list[Contact]) -> list[Contact]:
    """A firm wrapped below its officer ("Harbor Home Savings" / "Holding Corp.") whose first line reads as a person."""
    out: list[Contact] = []
    for contact in contacts:
        last = out[-1] if out else None
        wrapped = len(contact.persons) == 1 and bool(contact.organization) and not contact.titles
        wrapped = wrapped and contact.organization[0].line - contact.persons[0].line == 1
        open_ = last is not None and last.persons and last.titles and not (last.organization or last.place)
        if last is not None and open_ and wrapped and _REST.fullmatch(contact.firm):
            contact.organization.insert(0, contact.persons.pop())
            contact.persons, contact.titles = last.persons, last.titles
            out.pop()
        out.append(contact)
    return out


def _settle(contact: Contact) -> None:
    """A firm that is named like a person (``Pierce Atwood``) is the last of several names without a firm."""
    if contact.organization and contact.persons and _JOINS.match(str(contact.organization[0])):
        contact.organization.insert(0, contact.persons.pop())
    if contact.organization and contact.persons and _FORM_ALONE.match(contact.firm):
        contact.organization.insert(0, contact.persons.pop())
    if contact.titles or len(contact.persons) < 2:
        return
    if contact.organization:
        _unwrap(contact)
        return
    last = contact.persons[-1]
    if contact.place and not ESQ.match(last.text.chars[last.end : last.end + 12]) and len(str(last).split()) < 4:
        contact.organization.append(contact.persons.pop())


def _unwrap(contact: Contact) -> None:
    """The first line of a wrapped firm that reads as a person: four or more surnames over the line that closes it."""
    last, first = contact.persons[-1], contact.organization[0]
    words = str(last).replace(",", " ").split()
    surnames = len(words) > 3 and all(len(w) > 2 and w[0].isupper() and w[-1] != "." for w in words)
    if surnames and 0 < first.line - last.line <= 2 and _CLOSED.search(contact.firm):
        contact.organization.insert(0, contact.persons.pop())


def _add(out: list[Contact], kind: Line, piece: Piece) -> list[Contact]:
    last = out[-1]
    if kind is Line.ATTENTION and _OFFICE.search(str(piece)) and not is_title(str(piece)):
        pass  # it is for nobody by name
    elif kind is Line.ATTENTION:
        (last.titles if is_title(str(piece)) else last.persons).append(piece)
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
        if (last.organization or last.persons) and last.titles:
            return _begin(out, kind, piece)
        if last.organization and last.persons:
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
    if _LEGAL.match(str(piece)):
        contact.legal = True
        return
    if messrs := _MESSRS.match(str(piece)):
        piece = piece.sub(messrs.end(), len(str(piece)))
    bracket = str(piece).find(" (")
    if bracket > 0 and _DESCRIBES.match(str(piece), bracket):
        piece = piece.sub(0, bracket)
    if not contact.organization:
        if kind is Line.UNKNOWN and contact.titles and _is_wrapped_title(contact.titles[-1]):
            contact.titles.append(piece)
        else:
            contact.organization.append(piece)
        return
    before, text = contact.firm, str(piece)
    if _DESCRIBES.match(text):
        return
    partner = _PARTNER.fullmatch(before)
    named = partner is not None and (partner["initial"] or _LLP.search(text)) and looks_like_person(partner["name"])
    if partner and named and kind is Line.ORGANIZATION and is_law_firm(text):
        contact.persons.append(contact.organization[0].sub(0, partner.end("name")))
        contact.persons.sort(key=lambda person: person.start)
        contact.organization[:] = [piece]
        return
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
