"""The firms that rows of an exhibit list name, and whether a row lists counsel's opinion or consent.

::

    5      Opinion of Jane Q. Orley, Esq., General Counsel of the Registrant
    23.1   Consent of Vane & Moor LLP (included in Exhibit 5)                    counsel's
    23.2   Consent of Brandt & Hollis LLP                                        accountants', unless words say counsel
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..firms import name_at, strings_text
from ..names import clean_name, looks_like_person
from ..organizations import is_audit_firm, is_law_firm, is_organization, same_firm, says_law
from ..records import Exhibit, ExhibitStatus
from ..span import Piece, Text
from .consent import Kind, kind_of

OPINION_OF = re.compile(
    r"\b[Oo]pinion\s+of\s+[Cc]ounsel\s*[(,:–—-]+\s*(?=[A-Z])|\b[Ll]egality\s*(?:[:–—]|--?)\s*(?=[A-Z])"
    r"|\b(?:[Oo]pinions?|OPINIONS?|[Ll]egality)\b[^.;()]{0,70}?\b(?:of|by|from)\s+(?=[A-Z])"
)
CONSENT_OF = re.compile(
    r"\b(?:[Cc]onsents?|CONSENTS?)\s+(?:of|OF)\s+(?:the\s+)?(?:[Ii]ndependent\s+|[Cc]ertified\s+|[Rr]egistered\s+|[Pp]ublic\s+){0,4}"
    r"(?:[Aa]ccountants?|[Aa]uditors?|[Aa]ccounting\s+[Ff]irm|[Cc]ounsel)\s*[(,:–—-]+\s*(?=[A-Z])|"
    r"\b(?:[Cc]onsents?|CONSENTS?)\b[^.;()]{0,70}?\b(?:of|OF|by|from)\s+(?=[A-Z]|(?:the\s+)?[Ll]aw\s+[Oo]ff)"
)
OPINION_AND_CONSENT = re.compile(
    r"\bopinions?\s+(?:and|&)\s+consents?\b|\bconsents?\s+(?:and|&)\s+opinions?\b|\bincluding\s+(?:the\s+)?consent\b",
    re.I,
)
_COUNSELS_CONSENT = re.compile(
    r"\bconsents?\s+of\s+(?:\w+\s+){0,2}?(?:counsel|attorney|lawyers?)\b|\bcounsel['’]?s?\s+consent\b", re.I
)
_COUNSEL_WORDS = re.compile(r"\b(?:counsel|attorneys?|law\s+firm|lawyers?|legal|solicitors|advocates)\b", re.I)
_AUDIT_WORDS = re.compile(
    r"\b(?:auditors?|accountants?|accounting\s+firm|accountancy|independent\s+registered|reports?\s+dated)\b", re.I
)
_OTHER = re.compile(r"\W*(?:consent|power|letter|report|statement)\b", re.I)
NEXT_FIRM = re.compile(
    r"(?:,[^.;]{0,60}?)?,?\s+and\s+(?:by\s+|for\s+\w+(?:\s+\w+){0,3}\s+by\s+)?(?=[A-Z])"
    r"|(?:\s*\([^)]{0,40}\))?(?:,[^.;]{0,60}?)?(?:,?\s+and\s+|;\s+(?:and\s+)?)(?:as\s+to\s+|with\s+respect\s+to\s+)?(?:certain\s+)?"
    r"(?:(?:legal|tax|other|\w+\s+law)\s+)?matters\b[^.;]{0,70}?\bby\s+(?=[A-Z])"
)
_EMPLOYER = re.compile(r"\b(?:of|for|to|at)\s+(?=[A-Z])")
OPINIONS = {5, 8}


def major_of(number: str) -> int:
    digits = re.search(r"\d+", number)
    return int(digits[0]) if digits else 0


def lists_opinion(words: str, major: int) -> bool:
    """Whether a row lists a legal opinion: by its number, or by its words where the number is no other kind's."""
    if re.match(r"\W*(?:consent|power|letter|report|statement)\b", words, re.I) and not OPINION_AND_CONSENT.search(
        words
    ):
        return False
    if major in OPINIONS:
        return bool(re.search(r"\bopinion", words, re.I))
    if major in (23, 24, 10) or (major == 99 and not re.search(r"\b(?:law|laws|legal)\b", words, re.I)):
        return False
    return bool(re.match(r"\W*(?:form\s+of\s+)?(?:legal\s+)?opinion\s+(?:and\s+consent\s+)?of\s", words, re.I))


def is_law_consent(exhibit: Exhibit, known: Iterable[str], attached: tuple[tuple[str, Text], ...]) -> bool:
    """Whether a row lists counsel's consent: it is inside the opinion, says counsel, or names a firm known as one."""
    words, major = exhibit.description, major_of(exhibit.number)
    if not re.search(r"\bconsents?\b", words, re.I) or major not in (5, 8, 23, 24):
        return False
    if _AUDIT_WORDS.search(words) or _COUNSELS_CONSENT.search(words):
        return not _AUDIT_WORDS.search(words)
    found = CONSENT_OF.search(words)
    piece = name_at(strings_text(words), found.end()) if found else None
    if piece is not None and is_audit_firm(piece.words):
        return False
    name = piece.words if piece is not None else None
    inside = exhibit.status is ExhibitStatus.IN_OTHER_EXHIBIT
    if inside and re.search(r"\bexhibits?\s+(?:no\.?\s*)?\(?[58](?!\d)", words, re.I):
        return True
    if name and any(same_firm(name, firm) for firm in known):
        return True
    if (inside and re.search(r"\bopinion\b", words, re.I)) or (name and says_law(name)):
        return True
    if _COUNSEL_WORDS.search(words):
        return True
    letter = letter_of(exhibit.number, attached)
    return letter is not None and bool(name) and is_law_firm(name or "") and kind_of(letter.chars) is Kind.LAW


def letter_of(number: str, attached: tuple[tuple[str, Text], ...]) -> Text | None:
    """The attached document of an exhibit number; EDGAR's type may lack the letter or have a digit for it."""
    wanted = _parts(number)
    exact = [text for kind, text in attached if _parts(kind.upper().removeprefix("EX").lstrip("-")) == wanted]
    return exact[0] if len(exact) == 1 else None


def _parts(number: str) -> tuple[str, ...]:
    parts = re.findall(r"\d+|[a-z]+", number.casefold())
    return tuple(str(int(p)) if p.isdigit() else str(ord(p) - 96) if len(p) == 1 else p for p in parts if p.strip("0"))


def named_firms(words: str, pattern: re.Pattern[str], company: str | None) -> Iterator[tuple[str, str | None]]:
    """The firms, or lawyers with their employer, that follow the pattern's words."""
    text = strings_text(words)
    found = pattern.search(words)
    if found is None:
        return
    piece = name_at(text, found.end())
    while piece is not None:
        entity = named_entity(text, piece, company)
        if entity is None:
            return
        yield entity
        following = NEXT_FIRM.match(words, piece.end)
        if following is None:
            return
        piece = name_at(text, following.end())
        if piece is not None and not is_law_firm(piece.words):
            return


def named_entity(text: Text, piece: Piece, company: str | None) -> tuple[str, str | None] | None:
    """A named firm, or a lawyer with the organization that the words or the filing give."""
    name = piece.words
    if is_audit_firm(name):
        return None
    if is_law_firm(name) or is_organization(name):
        return name, None
    after = text.chars[piece.end : piece.end + 160]
    office = re.match(
        r"\W*(?:esq\w*\b|attorney|general|counsel|corporate|secretary|vice|senior|assistant|associate|executive"
        r"|president|chief|deputy|legal)",
        after,
        re.I,
    )
    if looks_like_person(name) and (office or not _COUNSEL_WORDS.match(after)):
        employer = _EMPLOYER.search(after)
        named = name_at(text, piece.end + employer.end()) if employer and office else None
        if named is not None and is_organization(named.words):
            return named.words, clean_name(name)
        if office or len(name.split()) >= 3 or re.search(r"\b[A-Z]\.", name):
            return (company, clean_name(name)) if company else None
    return (name, None) if len(name.split()) >= 2 else None
