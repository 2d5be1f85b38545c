"""The counsel of a filing: law firms, and lawyers of the company, with what they do in it.

One entry a firm, merged from the places that name it: the cover's copies block, the exhibit list (``Opinion of X``,
``Consent of X (included in Exhibit 5)``), the letters of Exhibits 5 and 8, and the text (``passed upon by X``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .exhibits.consent import Kind, kind_of
from .exhibits.opinion import read_opinion
from .firms import name_at, strings_text
from .names import clean_name, looks_like_person
from .organizations import firm_key, is_audit_firm, is_law_firm, is_organization, same_firm
from .records import Counsel, CounselCapacity, Evidence, Evidences, Exhibit, ExhibitStatus, cite, unique
from .scan import lowered, places
from .span import Piece, Text

_OPINION_OF = re.compile(r"\b(?:[Oo]pinions?|OPINIONS?|[Ll]egality)\b[^.;()]{0,70}?\b(?:of|by|from)\s+(?=[A-Z])")
_CONSENT_OF = re.compile(
    r"\b(?:[Cc]onsents?|CONSENTS?)\b[^.;()]{0,70}?\b(?:of|OF|by|from)\s+(?=[A-Z]|(?:the\s+)?[Ll]aw\s+[Oo]ff)"
)
_BOTH = re.compile(
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
_PASSED = re.compile(
    r"\b(?:passed|pass|passing|reviewed)\s+(?:up)?on\b(?P<way>[^.]{0,160}?)\bby\s+|\bopinion\s+(?:as\s+to|on"
    r"|regarding)\s+the\s+(?:validity|legality)[^.]{0,200}?\b(?:by|from|of)\s+",
    re.I,
)
_VALIDITY = re.compile(
    r"\b(?:validity|legality|legal\s+matters?|matters?\s+(?:of|with\s+respect|relating|as\s+to|under)"
    r"|certain\s+matters)\b",
    re.I,
)
_UNDERWRITERS = re.compile(
    r"\bfor\s+(?:the|any)\s+(?:underwriters?|agents?|placement|dealers?|initial\s+purchasers?|selling)", re.I
)
_RENDERS = re.compile(
    r"\b(?:has|have|will|shall)\s+(?:(?:have|also)\s+)?(?:rendered|render|given|give|issued|issue|delivered"
    r"|deliver|provided|provide|passed|pass)\s+"
    r"(?:(?:an?|its|his|her|their|the)\s+)?(?:legal\s+|written\s+)?(?:opinion\b|upon\b|on\s+the\s+(?:validity"
    r"|legality))"
)
_BY_EMPLOYEE = re.compile(r"\bopinion\b[^.]{0,200}?\bby\s+counsel\s+who\s+(?:is|was)\b[^.]{0,120}\.\s+(?=[A-Z])")
_NEXT_FIRM = re.compile(r"(?:,[^.;]{0,60}?)?,?\s+and\s+(?:by\s+|for\s+\w+(?:\s+\w+){0,3}\s+by\s+)?(?=[A-Z])")
_EMPLOYER = re.compile(r"\b(?:of|for|to|at)\s+(?=[A-Z])")
_EXACT_NAME = re.compile(r"\(?\s*exact\s+name\s+of\s+(?:registrant|issuer)", re.I)
_ROLES = frozenset({"registrant", "company", "corporation", "issuer"})
_OPINIONS = {5, 8}
_ORDER = list(CounselCapacity)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A firm (or a lawyer whose firm is his employer) in one capacity."""

    firm: str
    lawyer: str | None
    capacity: CounselCapacity | None
    evidence: Evidences
    placed: bool = False  # the firm's name is the lawyer's employer


def read_counsel(
    main: Text,
    exhibits: tuple[Exhibit, ...],
    attached: tuple[tuple[str, Text], ...],
    cover_counsel: tuple[Counsel, ...],
    registrants: tuple[str, ...] = (),
) -> tuple[Counsel, ...]:
    """The counsel of the filing, one entry a firm, those of the cover first; capacities in the enumeration's order.

    ``registrants``: the registrants' names, the employers of lawyers whose letters name none.
    """
    company = registrants[0] if registrants else _company(main)
    mentions = [*_from_letters(attached, company), *_from_exhibits(exhibits, attached, company, cover_counsel)]
    mentions += _from_text(main, company)
    mentions = _settle(mentions)
    merged = [_Entry(c) for c in cover_counsel]
    for mention in mentions:
        entry = next((e for e in merged if e.is_of(mention)), None)
        if entry is None:
            entry = _Entry(Counsel(mention.firm))
            merged.append(entry)
        entry.take(mention)
    return tuple(e.counsel() for e in merged if e.capacities)


class _Entry:
    """An entry that is being merged."""

    def __init__(self, start: Counsel) -> None:
        self.firm, self.lawyers = start.firm, list(start.lawyers)
        self.capacities, self.evidence = set(start.capacities), list(start.evidence)
        self.fixed = bool(start.capacities)

    def is_of(self, mention: _Mention) -> bool:
        if firm_key(mention.firm) in {firm_key(known) for known in self.lawyers}:
            return True  # a lawyer named without his employer
        if mention.lawyer and any(firm_key(mention.lawyer) == firm_key(known) for known in self.lawyers):
            return True
        return same_firm(self.firm, mention.firm) or _alike(firm_key(self.firm), firm_key(mention.firm))

    def take(self, mention: _Mention) -> None:
        if not self.fixed and not mention.placed and len(mention.firm) > len(self.firm):
            self.firm = mention.firm
        if mention.capacity:
            self.capacities.add(mention.capacity)
        if mention.lawyer and firm_key(mention.lawyer) not in [firm_key(known) for known in self.lawyers]:
            self.lawyers.append(mention.lawyer)
        self.evidence += [e for e in mention.evidence if e not in self.evidence]

    def counsel(self) -> Counsel:
        ordered = tuple(sorted(self.capacities, key=_ORDER.index))
        return Counsel(self.firm, unique(self.lawyers), ordered, tuple(self.evidence))


def _alike(one: str, two: str) -> bool:
    """Whether one firm's core name begins with the whole of the other's, of two words or more."""
    short, long = sorted((one, two), key=len)
    return len(short.split()) >= 2 and len(short) >= 12 and (long.startswith(short + " ") or long.endswith(" " + short))


def _settle(mentions: list[_Mention]) -> list[_Mention]:
    """Mentions without a firm (``Consent of counsel``) go to the one firm or lawyer that gives the opinion."""
    givers = [m for m in mentions if m.capacity is CounselCapacity.OPINION and m.firm]
    settled = []
    for mention in mentions:
        if mention.firm:
            settled.append(mention)
        elif givers:
            settled.append(
                _Mention(givers[0].firm, givers[0].lawyer, mention.capacity, mention.evidence, givers[0].placed)
            )
    return settled


def _company(main: Text) -> str | None:
    """The registrant's name: what stands over its label on the cover."""
    found = _EXACT_NAME.search(main.chars, 0, 12000)
    if found is None:
        return None
    for number in range(main.line_at(found.start()) - 1, max(-1, main.line_at(found.start()) - 6), -1):
        line = main.lines[number].strip(" _-")
        if len(line) > 2 and any(c.isalpha() for c in line):
            return " ".join(line.split())
    return None


def _major(number: str) -> int:
    digits = re.search(r"\d+", number)
    return int(digits[0]) if digits else 0


def _from_letters(attached: tuple[tuple[str, Text], ...], company: str | None) -> Iterator[_Mention]:
    for kind, text in attached:
        if _major(kind) not in _OPINIONS or not kind.upper().startswith("EX"):
            continue
        opinion = read_opinion(text)
        if opinion.firm is not None and not is_audit_firm(opinion.firm.words):
            yield _Mention(opinion.firm.words, None, CounselCapacity.OPINION, cite("opinion", opinion.firm))
        elif opinion.lawyer is not None:
            employer = opinion.organization.words if opinion.organization else company
            if employer and firm_key(employer) in _ROLES | {"the company", "the registrant"}:
                employer = company or employer
            if employer:
                evidence = cite("lawyers", opinion.lawyer)
                evidence += cite("opinion", *([opinion.organization] if opinion.organization else [opinion.lawyer]))
                yield _Mention(employer, clean_name(opinion.lawyer.words), CounselCapacity.OPINION, evidence, True)


def _from_exhibits(
    exhibits: tuple[Exhibit, ...],
    attached: tuple[tuple[str, Text], ...],
    company: str | None,
    cover: tuple[Counsel, ...],
) -> Iterator[_Mention]:
    known = [c.firm for c in cover]
    for exhibit in exhibits:
        words, major = exhibit.description, _major(exhibit.number)
        evidence = _cited(exhibit)
        if _is_opinion(words, major):
            names = list(_named(words, _OPINION_OF, company))
            for firm, lawyer in names:
                known.append(firm)
                yield _Mention(firm, lawyer, CounselCapacity.OPINION, _as(evidence, "opinion"), lawyer is not None)
                if _BOTH.search(words):
                    yield _Mention(firm, lawyer, CounselCapacity.CONSENT, _as(evidence, "consent"), lawyer is not None)
        elif is_law_consent(exhibit, known, attached):
            names = list(_named(words, _CONSENT_OF, company))
            for firm, lawyer in names:
                yield _Mention(firm, lawyer, CounselCapacity.CONSENT, _as(evidence, "consent"), lawyer is not None)
            if not names:
                yield _Mention("", None, CounselCapacity.CONSENT, _as(evidence, "consent"))


def _is_opinion(words: str, major: int) -> bool:
    """Whether a row lists a legal opinion: by its number, or by its words where the number is no other kind's."""
    if re.match(r"\W*(?:consent|power|letter|report|statement)\b", words, re.I) and not _BOTH.search(words):
        return False
    if major in _OPINIONS:
        return bool(re.search(r"\bopinion", words, re.I))
    return major not in (23, 24, 99, 10) and bool(
        re.match(r"\W*(?:legal\s+)?opinion\s+(?:and\s+consent\s+)?of\s", words, re.I)
    )


def is_law_consent(exhibit: Exhibit, known: Iterable[str], attached: tuple[tuple[str, Text], ...]) -> bool:
    """Whether a row lists counsel's consent: it is inside the opinion, says counsel, or names a firm known as one."""
    words, major = exhibit.description, _major(exhibit.number)
    if not re.search(r"\bconsents?\b", words, re.I) or major not in (5, 8, 23, 24):
        return False
    if _AUDIT_WORDS.search(words) or _COUNSELS_CONSENT.search(words):
        return not _AUDIT_WORDS.search(words)
    found = _CONSENT_OF.search(words)
    piece = name_at(strings_text(words), found.end()) if found else None
    if piece is not None and is_audit_firm(piece.words):
        return False
    name = piece.words if piece is not None else None
    inside = exhibit.status is ExhibitStatus.IN_OTHER_EXHIBIT
    if inside and re.search(r"\bexhibits?\s+(?:no\.?\s*)?\(?[58](?!\d)", words, re.I):
        return True
    if name and any(same_firm(name, firm) for firm in known):
        return True
    if inside and re.search(r"\bopinion\b", words, re.I):
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


def _named(words: str, pattern: re.Pattern[str], company: str | None) -> Iterator[tuple[str, str | None]]:
    """The firms, or lawyers with their employer, that follow the pattern's words."""
    text = strings_text(words)
    found = pattern.search(words)
    if found is None:
        return
    piece = name_at(text, found.end())
    while piece is not None:
        entity = _entity(text, piece, company)
        if entity is None:
            return
        yield entity
        following = _NEXT_FIRM.match(words, piece.end)
        if following is None:
            return
        piece = name_at(text, following.end())
        if piece is not None and not is_law_firm(piece.words):
            return


def _entity(text: Text, piece: Piece, company: str | None) -> tuple[str, str | None] | None:
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


def _cited(exhibit: Exhibit) -> Evidences:
    return tuple(e for e in exhibit.evidence if e.field == "description")


def _as(evidence: Evidences, field: str) -> Evidences:
    return tuple(Evidence(field, e.span, e.quote) for e in evidence)


def _from_text(main: Text, company: str | None) -> Iterator[_Mention]:
    """The firms by which, as the text says, the validity or legal matters are passed upon."""
    yield from _passive(main, company)
    yield from _active(main, company)
    for at in places(lowered(main.chars), "counsel who"):
        match = _BY_EMPLOYEE.search(main.chars, max(0, at - 260), at + 200)
        if match is None:
            continue
        piece = name_at(main, match.end())
        entity = _entity(main, piece, company) if piece is not None else None
        if piece is not None and entity is not None and entity[1]:
            yield _Mention(*entity, CounselCapacity.LEGAL_MATTERS, cite("legal_matters", piece), True)


def _active(main: Text, company: str | None) -> Iterator[_Mention]:
    """``Vane & Moor LLP, Portland, has rendered an opinion as to the validity of the shares.``"""
    done = 0
    for at in places(lowered(main.chars), " opinion", "\nopinion", " upon", "validity", "legality"):
        match = _RENDERS.search(main.chars, max(0, at - 70), at + 12)
        if match is None or match.end() <= done:
            continue
        done = match.end()
        after = main.chars[match.start() : match.end() + 240]
        if not re.search(r"\b(?:valid|legal|fully\s+paid|nonassessable)", after):
            continue
        before = main.chars[max(0, match.start() - 260) : match.start()]
        sentence = re.split(r"(?:(?<=[a-z]{3})[.;]\s|\n\s*\n)\s*(?=[A-Z])", before)[-1]
        start = match.start() - len(sentence)
        piece = name_at(main, start)
        entity = _entity(main, piece, company) if piece is not None else None
        if piece is None or entity is None or "\n\n" in str(piece):
            continue
        firm, lawyer = entity
        yield _Mention(firm, lawyer, CounselCapacity.LEGAL_MATTERS, cite("legal_matters", piece), lawyer is not None)


def _passive(main: Text, company: str | None) -> Iterator[_Mention]:
    """``The validity of the shares will be passed upon for us by Vane & Moor LLP.``"""
    done = 0
    for at in places(lowered(main.chars), "pass", "reviewed", "opinion as", "opinion on", "opinion regarding"):
        match = _PASSED.match(main.chars, at) if at >= done else None
        if match is None:
            continue
        done = match.end()
        before = main.chars[max(0, match.start() - 420) : match.start()]
        sentence = re.split(r"(?<=[a-z]{3})[.;]\s+(?=[A-Z])", before)[-1]
        titled = re.search(
            r"\blegal\s+(?:matters|opinions?)\s*\n", main.chars[max(0, match.start() - 1500) : match.start()], re.I
        )
        if not (titled or _VALIDITY.search(sentence) or _VALIDITY.search(match[0])) or _UNDERWRITERS.search(match[0]):
            continue
        piece = name_at(main, match.end())
        while piece is not None:
            entity = _entity(main, piece, company)
            if entity is None:
                break
            firm, lawyer = entity
            yield _Mention(
                firm, lawyer, CounselCapacity.LEGAL_MATTERS, cite("legal_matters", piece), lawyer is not None
            )
            following = _NEXT_FIRM.match(main.chars, piece.end, min(len(main.chars), piece.end + 130))
            if following is None or _UNDERWRITERS.search(following[0]):
                break
            piece = name_at(main, following.end())
            if piece is not None and not is_law_firm(piece.words):
                break
