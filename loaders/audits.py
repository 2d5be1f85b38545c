"""What the text of a document says about accountants: signed reports and consents, experts, changes, tags.

::

    REPORT OF INDEPENDENT ACCOUNTANTS ... /s/ ORLEY, STANE & BRANDT LLP / Detroit, Michigan / February 1, 1994
    have been audited by Orley, Stane & Brandt LLP ... upon the authority of said firm as experts in accounting
    Item 4.01 ... dismissed Vane & Co., LLP as its independent accountants and engaged Orley & Stane, CPAs
    Auditor Firm ID: 42   Auditor Name: Orley & Stane LLP   Auditor Location: Dayton, Ohio
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from .dates import find_dates
from .exhibits.consent import lines_below, location_after, report_dates
from .firms import name_at
from .names import looks_like_person
from .organizations import is_audit_firm, is_expert, is_law_firm, is_organization, same_firm
from .records import AuditorCapacity
from .scan import lines_with, lowered, places
from .span import Piece, Text

_HEADING = re.compile(
    r"^[ \t]*+(?P<title>[^\n]{0,70}?\b(?:reports?|consents?|letter)\s+of\s+(?:the\s+)?(?:independent|certified"
    r"|registered|public|chartered)\b[^\n]{0,80}+"
    r"|[^\n]{0,40}\bindependent\s+(?:registered\s+|public\s+|certified\s+)*(?:auditors?"
    r"|accountants?)\W{0,3}s?\W{0,2}\s+(?:review\s+)?(?:report|consent)[^\n]{0,40}+"
    r"|consent\s+of\s+[A-Z][^\n]{3,60}+"
    r"|reports?\s+of\s+[A-Z][^\n]{3,60}?,\s+(?:independent|certified)\s+(?:\w+\s+){0,3}(?:auditors|accountants|firm)\W?"
    r"|(?:accountants?|auditors?)\W{0,2}\s+(?:report|consent)\W{0,3})[ \t]*$",
    re.I,
)
_BROKEN = re.compile(
    r"(?:the\s+)?independent\s+(?:registered\s+|public\s+|certified\s+)*(?:auditors|accountants|accounting\s+firm)\W?",
    re.I,
)
_REPORT_OF = re.compile(r"\b(?:reports?|consents?)\s+of(?:\s+the)?$", re.I)
_WORDS = (
    "of independent", "of the independent", "of registered", "of certified", "of public", "of chartered", "consent of ",
    "independent auditor", "independent accountant", "independent public", "independent registered",
    "independent certified",
    "auditors' ", "auditors’ ", "accountants' ", "accountants’ ", "auditor's ",
    "auditor’s ", "accountant's ", "accountant’s ",
)  # fmt: skip
CONTENTS = re.compile(r"\.{3}|\s\d{1,3}\s*$|\bF-\d|,\s*$")
_WE_CONSENT = re.compile(r"\b(?:we|do)\s+(?:hereby\s+|also\s+)?consent\b", re.I)
_AUDITED = re.compile(
    r"\b(?:have|also)\s+(?:audited|reviewed|examined)\b|\bour\s+(?:audits?|reviews?|examinations?)\b"
    r"|\bin\s+our\s+opinion\b[^.]{0,300}\bpresents?\s+fairly\b",
    re.I,
)
_SIGNED = re.compile(r"(?<!\w)/?s/\s*(?P<name>\S.{2,90}?)(?=\s{3,}|/s/|$)", re.I)
_PROFESSIONAL = re.compile(r"[\w,]\s(?:LLC|L\.L\.C\.|PLLC|P\.L\.L\.C\.|PC|P\.C\.|CPAs?)$")  # as accountants have
_AS_TO_WHICH = re.compile(r"\bas\s+to\s+which\b", re.I)
_SURNAMES = re.compile(r"[A-Z][\w'’.-]+(?:,? [A-Z][\w'’.-]+)*,? (?:&|and|AND|y|et) [A-Z]")
_FAR = 260  # lines from a report's heading to its signature; reports on controls are long
_EXPERTS = re.compile(
    r"^[ \t]*(?P<heading>experts(?:\s?[;:–—-]\s?[A-Z][^\n]{0,60}?)?"
    r"|independent\s+(?:registered\s+|certified\s+)?(?:public\s+)?(?:auditors|accountants)"
    r"|(?:item\s+5\.?[ \t]*)?interests?\s+of\s+named\s+experts\s+and\s+counsel)[ \t.:]*$"
    r"|^[ \t]*(?P<run>item\s+5\W{0,4}interests?\s+of\s+named\s+experts\s+and\s+counsel)\s?[.:–—-]{1,2}[ \t]+(?=[A-Z])"
    r"|\bexperts\s+in\s+(?:accounting|auditing)\b|\bauthority\s+as\s+experts\b",
    re.I | re.M,
)
_OFFERS = re.compile(r"\b(?:in|with)\s+(?:this|the)\s+(?:prospectus|registration\s+statement|offering)", re.I)
_OPENING = ("experts", "independent auditors", "independent accountants", "public accountants")
_BY = re.compile(
    r"\b(?:audited|reviewed|examined|certified)\b[^.;]{0,80}?\bby\s+(?=[A-Z])"
    r"|\breports?\b(?:\s*\([^)]{0,260}\))?[^.;]{0,90}?\b(?:of|by|from)\s+(?=[A-Z])"
)
_HAVE_AUDITED = re.compile(  # "have audited", ", independent accountants, audited the financial statements"
    r"\b(?:has|have)\s+(?:audited|examined)\b|(?:(?<=[Aa]ccountants)|(?<=[Aa]uditors)),\s+(?:audited|examined)\s+(?:the|our)\b"
)
_ALSO = re.compile(  # the next firm, beyond what the first is called: ", independent auditors, and by"
    r"(?:\s*\([^()]{0,80}\))?(?:,\s+(?:an?\s+)?(?i:independent|certified|chartered|registered)\b[^.;]{0,70}?)?,?\s+"
    r"(?:(?:and|and\s+by|and\s+of)\s+(?=[A-Z])"
    r"|and,?\s+(?:as\s+to|for|with\s+respect\s+to)\s[^.;]{0,120}?(?:,\s+(?:by\s+)?|\sby\s+)(?=[A-Z])"
    r"|and\s+(?:those|that|the)\s[^.;]{0,120}?\sby\s+(?=[A-Z]))|;\s+(?:and\s+)?(?=[A-Z])"
    r"|,\s+and,?\s+insofar\s+as\s+(?:[^.;]|\.(?=[,\w])){3,140}?,\s+by\s+(?=[A-Z])"
)
_CALLED = re.compile(  # of a firm that is named like a person (``Moore Hale, chartered accountants``)
    r"[\s,(]*(?:(?:an?|our|the|its)\s+)?(?:(?:independent|certified|chartered|registered|public)\s+){1,4}"
    r"(?:accountants|auditors|accounting\s+firm)\b",
    re.I,
)
_RELIED = re.compile(  # behind the name: the end of the sentence says whose authority it is
    r"(?:[^.;]|\.(?=[,\w])){0,260}?\b(?:whose\s+reports?\s+thereon|independent\s+(?:registered\s+|certified\s+|public\s+)*(?:accountants|auditors|accounting\s+firms?)"
    r"|experts\s+in\s+(?:auditing|accounting))\b",
    re.I,
)
_ROLE = re.compile(
    r"^[\s,(]*(?:an?\s+|our\s+|the\s+|its\s+)?(?:(?:[\w.\-'’]+\s+){0,3}?)(?:independent|certified|chartered"
    r"|registered|public|auditors?|accountants?)\b",
    re.I,
)
NOT_A_FIRM = re.compile(
    r"\b(?:company|registrant|board|committee|item|form|securities|commission|regulation|report|corporation"
    r"|directors)\b",
    re.I,
)
_PARTNERS = re.compile(r"(?:&|\band)\s+Company\b", re.I)  # ``Orley & Company`` has partners
_AND_CO = re.compile(
    r"(?:[A-Z][\w'’-]+,? )+(?:&|and) (?:Co|Company|COMPANY|CO)\.?"
)  # partners, not a company of business
_FIRM_ID = re.compile(
    r"\bPCAOB\s+(?:firm\s+)?ID(?:\s+(?:no\.?|number))?\W{0,4}\s*(?P<id>\d{1,5})"
    r"|\bauditor\s+firm\s+id\W{0,6}(?P<tag>\d{1,5})",
    re.I,
)
_TAG_NAME = re.compile(r"\bauditor\s+name\W{1,6}(?P<name>[^\n]{3,80}?)(?=\s{3,}|\n|$|;)", re.I)
_TAG_PLACE = re.compile(r"\bauditor\s+location\W{1,6}(?P<place>[^\n]{3,60}?)(?=\s{3,}|\n|$|;)", re.I)


@dataclass(frozen=True, slots=True)
class AuditMention:
    """An accounting firm in one capacity; ``firm`` None where the words name none."""

    firm: Piece | None
    capacity: AuditorCapacity | None
    dates: tuple[tuple[str, Piece], ...] = ()
    location: Piece | None = None
    firm_id: Piece | None = None


def read_signed(text: Text) -> Iterator[AuditMention]:
    """The reports and consents that accountants sign in the document."""
    headings = _headings(text)
    for i, heading in enumerate(headings):
        first = heading.line
        until = headings[i + 1].line if i + 1 < len(headings) else len(text.lines)
        firm = _signature(text, first + 1, min(until, first + _FAR))
        if firm is None:
            continue
        words = text.chars[heading.end : firm.start]
        if _WE_CONSENT.search(words):
            dates = report_dates(text, heading.end, firm.start)
            yield AuditMention(firm, AuditorCapacity.CONSENT, dates, location_after(text, firm))
        elif _AUDITED.search(words):
            yield AuditMention(firm, AuditorCapacity.REPORT, _dated(text, firm), location_after(text, firm))


def _headings(text: Text) -> list[Piece]:
    """The headings of reports and consents, lines of a table of contents left out."""
    found = []
    for number in lines_with(text, lowered(text.chars), *_WORDS):
        line = text.lines[number]
        title = _HEADING.match(line) if len(line) < 170 else None
        if (title and not CONTENTS.search(title["title"])) or _heading_goes_on(text, number):
            found.append(text.line(number).strip())
    return found


def _heading_goes_on(text: Text, number: int) -> bool:
    """Whether the line is the last of a heading that is broken after ``of`` (``REPORT OF`` / ``INDEPENDENT ...``)."""
    if not _BROKEN.fullmatch(text.lines[number].strip()):
        return False
    above = " ".join(" ".join(text.lines[max(0, number - 4) : number]).split())
    return _REPORT_OF.search(above) is not None


def _signature(text: Text, first: int, last: int) -> Piece | None:
    """The firm's signature between two lines: signed with ``/s/``, or its name alone on a line."""
    typed = None
    for number in range(first, last):
        line = text.lines[number]
        if len(line) > 240 or not line.strip():
            continue
        signed = _SIGNED.search(line) if "/" in line else None
        if signed and (
            is_audit_firm(signed["name"]) or (is_organization(signed["name"]) and not looks_like_person(signed["name"]))
        ):
            return text.piece(number, *signed.span("name")).strip(" \t_-")
        if typed is None and number > first + 3 and (_alone(line) or _placed(text, number) or _partners(text, number)):
            typed = text.line(number).strip(" \t_-")
    return typed


def _alone(line: str) -> bool:
    """Whether an accounting firm's name stands alone on the line."""
    stripped = line.strip(" \t_-")
    return (
        4 < len(stripped) < 70
        and not stripped.endswith((",", ":"))
        and not re.search(r"\b(?:by|of|our|the|to|we|in|with|report|independent|dated)\b|\s{3,}", stripped)
        and is_audit_firm(stripped)
    )


def _placed(text: Text, number: int) -> bool:
    """Whether partners' names stand alone on the line, over the place where they sign."""
    stripped = text.lines[number].strip(" \t_-")
    piece = text.line(number).strip(" \t_-")
    partners = is_law_firm(stripped) or _AND_CO.fullmatch(stripped) is not None
    return len(stripped) < 70 and partners and location_after(text, piece) is not None


def _partners(text: Text, number: int) -> bool:
    """Whether partners under a corporate form (``Orley, Stane & Co.``) sign: a place and a date follow the line."""
    stripped = text.lines[number].strip(" \t_-")
    partners = _SURNAMES.match(stripped) or _PROFESSIONAL.search(stripped)
    if len(stripped) > 69 or not partners or not is_organization(stripped) or NOT_A_FIRM.search(stripped):
        return False
    piece = text.line(number).strip(" \t_-")
    return location_after(text, piece) is not None and any(
        find_dates(text.line(n)) for n in lines_below(text, number, 4)
    )


def _dated(text: Text, firm: Piece) -> tuple[tuple[str, Piece], ...]:
    """The date of a report: the nearest line about the signature that holds one."""
    for step in (1, 2, 3, 4, 5, 6, 7, -1, -2, -3, -4):
        number = firm.line + step
        if 0 <= number < len(text.lines) and len(text.lines[number].strip()) < 110:
            found = find_dates(text.line(number))
            if found:
                return (*found[:1], *_second_date(text, found[0][1]))
    return ()


def _second_date(text: Text, first: Piece) -> tuple[tuple[str, Piece], ...]:
    """The other date of a report that bears two (``February 1, 1994, except for Note 8, as to which it is ...``)."""
    until = text.chars.find("\n\n", first.end, first.end + 400)
    stop = until if until > 0 else min(len(text.chars), first.end + 400)
    said = _AS_TO_WHICH.search(text.chars, first.end, stop)
    return tuple(find_dates(Piece(text, said.end(), stop))[:1]) if said else ()


def read_experts(text: Text, known: Collection[str] = ()) -> Iterator[AuditMention]:
    """The firms on whose authority as experts in accounting the document relies.

    ``known``: firms that are known to be accountants from elsewhere, whatever their names look like.
    """
    for start, end in experts_sections(text):
        yield from _audited_by(text, start, end, known)


def experts_sections(text: Text) -> Iterator[tuple[int, int]]:
    """Where the document speaks of its experts in accounting: under a heading, or a paragraph."""
    done = 0
    for at in places(lowered(text.chars), *_OPENING):
        match = _EXPERTS.search(text.chars, max(0, text.chars.rfind("\n", 0, at) + 1, at - 100), at + 30)
        if match is None or match.end() <= done:
            continue
        heading = match["heading"] is not None or match["run"] is not None
        start = match.end() if heading else _paragraph(text, match.start())
        end = _section_end(text, match.end(), 5000) if heading else match.end()
        if (
            match["heading"] is not None
            and "xpert" not in match["heading"].casefold()
            and not _OFFERS.search(text.chars, start, min(end, start + 800))
        ):
            continue  # a caption under a signature, or about the choice of next year's
        yield max(start, done), end
        done = max(done, end)


def _paragraph(text: Text, at: int) -> int:
    before = text.chars[max(0, at - 2500) : at]
    blank = [m.end() for m in re.finditer(r"\n\s*\n", before)]
    return max(0, at - 2500) + (blank[-1] if blank else 0)


def _section_end(text: Text, at: int, most: int) -> int:
    """Where the section ends: at a line in capitals, an item's heading or after ``most`` characters."""
    found = re.compile(r"^[ \t]*(?:[A-Z][A-Z ,&'’\-]{6,}|Item\s+\d[^\n]*|Exhibit\b[^\n]*)$", re.M).search(
        text.chars, at + 40, at + most
    )
    return found.start() if found else min(len(text.chars), at + most)


def _audited_by(text: Text, start: int, end: int, known: Collection[str]) -> Iterator[AuditMention]:
    for match in text.find(_BY, start, end):
        piece = name_at(text, match.end())
        while piece is not None and piece.start < end:
            if not _audits(text, piece, known) and not _audits_alone(piece, match[0]):
                break
            yield AuditMention(piece, AuditorCapacity.EXPERTS)
            following = _ALSO.match(text.chars, piece.end, min(end, piece.end + 220))
            piece = name_at(text, following.end()) if following else None

    for match in text.find(_HAVE_AUDITED, start, end):
        piece = name_at(text, max(start, _sentence(text, match.start())), match.start())
        if piece is not None and _audits(text, piece, known):
            yield AuditMention(piece, AuditorCapacity.EXPERTS)


def _audits_alone(piece: Piece, before: str) -> bool:
    """Partners' names behind ``audited by``: accountants, though neither name nor words call them so."""
    partners = re.search(r"&|\band\b", str(piece)) is not None
    return before.startswith("audited") and partners and not NOT_A_FIRM.search(_PARTNERS.sub("", piece.words))


def _audits(text: Text, piece: Piece, known: Collection[str]) -> bool:
    """Whether who is said to have audited is an accounting firm: by its name or role, or known as one."""
    after = text.chars[piece.end : piece.end + 110]
    if is_auditor(piece, after) or any(same_firm(piece.words, firm) for firm in known):
        return True
    if _RELIED.match(text.chars, piece.end) and is_law_firm(piece.words) and not NOT_A_FIRM.search(piece.words):
        return True
    called = len(piece.words.split()) > 1 and not NOT_A_FIRM.search(piece.words) and not is_expert(piece.words)
    return called and _CALLED.match(after) is not None


def _sentence(text: Text, at: int) -> int:
    """Where the sentence or paragraph begins."""
    low = max(0, at - 300)
    ends = [m.end() for m in re.finditer(r"(?<=[a-z]{3})\.\s+(?=[A-Z])|\n\s*\n\s*", text.chars[low:at])]
    return low + (ends[-1] if ends else 0)


def independent_firm(text: Text) -> Piece | None:
    """The first accounting firm that the text calls the company's independent accountants."""
    for at in places(
        lowered(text.chars), "independent registered public", "independent auditor", "independent accountant"
    ):
        line = max(0, text.chars.rfind("\n\n", 0, at), at - 160)
        for found in re.finditer(r"(?<![\w&])[A-Z]", text.chars[line:at]):
            piece = name_at(text, line + found.start(), at)
            if (
                piece is not None
                and is_audit_firm(piece.words)
                and _ROLE.match(text.chars[piece.end : piece.end + 110])
            ):
                return piece
    return None


def is_auditor(piece: Piece, after: str) -> bool:
    """Whether a name is an accounting firm's: known or built as one, or said to be one by the words after it."""
    name = piece.words
    if is_audit_firm(name):
        return True
    if NOT_A_FIRM.search(_PARTNERS.sub("", name)) and not re.search(r"\b(?:LLP|L\.L\.P|P\.C|CPA)", name):
        return False
    return bool(_ROLE.match(after)) and not is_expert(name) and (is_organization(name) or is_law_firm(name))


def read_tags(text: Text) -> Iterator[AuditMention]:
    """The auditor tags of recent annual reports: firm id, name and place."""
    for at in places(lowered(text.chars), "pcaob", "auditor firm id"):
        match = _FIRM_ID.match(text.chars, at)
        if match is None:
            continue
        low, high = max(0, match.start() - 400), min(len(text.chars), match.end() + 400)
        number = text.at(match, "id" if match["id"] else "tag")
        name = next(iter(text.find(_TAG_NAME, low, high)), None)
        place = next(iter(text.find(_TAG_PLACE, low, high)), None)
        firm = text.at(name, "name").strip() if name else _on_line(text, match.start())
        yield AuditMention(firm, None, (), text.at(place, "place").strip() if place else None, number)


def _on_line(text: Text, at: int) -> Piece | None:
    """A firm's name before the id on its line."""
    number = text.line_at(at)
    start = text.starts[number]
    for found in re.finditer(r"(?<![\w&])[A-Z]", text.chars[start:at]):
        piece = name_at(text, start + found.start(), at)
        if piece is not None and is_audit_firm(piece.words):
            return piece
    return None
