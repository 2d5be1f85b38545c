"""The accounting firms of a filing, with what they do in it and the dates of the reports that are named.

One entry a firm, merged from the exhibit list (``Consent of X, independent auditors``), the letters of Exhibit 23,
and the main document: signed reports, the Experts paragraph, changes in accountants, auditor tags. Lawyers' consents
and those of engineers, actuaries and appraisers are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from .audits import AuditMention, independent_firm, is_auditor, read_experts, read_signed, read_tags
from .changes import read_changes, read_told
from .dates import find_dates
from .exhibits.consent import Kind, kind_of, read_consents
from .exhibits.listed import CONSENT_OF, is_law_consent, letter_of
from .firms import name_at, strings_text
from .organizations import firm_key, is_audit_firm, is_expert, is_law_firm, is_organization, same_firm
from .records import Auditor, AuditorCapacity, Evidence, Evidences, Exhibit, ExhibitStatus, cite
from .span import Piece, Text
from .unobtained import read_unobtained

_ORDER = list(AuditorCapacity)
_CONSENTS = {23, 24}
_ALSO_CONSENTS = {13, 15, 99}  # 13 and 15 of Form 20-F; 99 of Form 40-F and where a report has no number for them
_AUDIT_WORDS = re.compile(r"\b(?:auditors?|accountants?|accounting\s+firm|accountancy|CPAs?|independent)\b", re.I)
_EXPERT_WORDS = re.compile(
    r"\b(?:petroleum|engineers?|geolog\w*|apprais\w*|valuation|actuar\w*|consultants?|financial\s+advis\w*|mining)\b",
    re.I,
)
_ENGINEERS = re.compile(
    r"[\s,(]*(?:an?\s+)?(?:(?:independent|consulting|certified|licensed|professional)\s+){0,3}(?:petroleum|reservoir|mining|geolog\w+|consulting)?"
    r"\s*(?:engineers?|engineering|geologists?|appraisers?|actuar(?:y|ies)|valuation\s+(?:firm|experts?))\b",
    re.I,
)
_MEMBER = re.compile(
    r"[\s,(]*(?:an?\s+|the\s+)?(?:(?:independent\s+)?member(?:\s+firm)?|affiliate)\s+of\s+(?=[A-Z])", re.I
)
_REPORTS = re.compile(r"\breports?\b[^.;]{0,60}?\bdated\b", re.I)
_ANNUAL = re.compile(r"EX-?(?:13|99)(?!\d)", re.I)


class _Entry:
    """One firm that is being merged."""

    def __init__(self, firm: str) -> None:
        self.firm = firm
        self.capacities: set[AuditorCapacity] = set()
        self.dates: dict[str, None] = {}
        self.location: str | None = None
        self.firm_id: str | None = None
        self.evidence: dict[Evidence, None] = {}

    def add(self, firm: str, capacity: AuditorCapacity | None, dates: list[str], evidence: Evidences) -> None:
        if _fullness(firm) > _fullness(self.firm):
            self.firm = firm
        if capacity:
            self.capacities.add(capacity)
        self.dates |= dict.fromkeys(dates)
        self.evidence |= dict.fromkeys(evidence)

    def auditor(self) -> Auditor:
        capacities = tuple(sorted(self.capacities, key=_ORDER.index))
        return Auditor(
            self.firm, capacities, tuple(sorted(self.dates)), self.firm_id, self.location, tuple(self.evidence)
        )


def _fullness(name: str) -> tuple[int, int]:
    return (len(firm_key(name)), len(name))


def read_auditors(
    main: Text, exhibits: tuple[Exhibit, ...], attached: tuple[tuple[str, Text], ...]
) -> tuple[Auditor, ...]:
    """The auditors of the filing, one entry a firm; capacities in the enumeration's order, report dates sorted."""
    entries: list[_Entry] = []
    unnamed = _take_exhibits(entries, exhibits, attached, main)
    for kind, text in attached:
        if re.match(r"EX-?(?:23|24|15)(?!\d)", kind, re.I):
            _take_letters(entries, text, bool(re.match(r"EX-?15", kind, re.I)))
        elif _ANNUAL.match(kind):
            _take_all(entries, read_signed(text))
    _take_all(entries, read_signed(main))
    _take_all(entries, read_experts(main, [e.firm for e in entries]))
    _take_all(entries, read_changes(main))
    unobtained = [m.firm.words for m in read_unobtained(main) if m.firm is not None]
    _take_all(entries, read_told(main, [*(e.firm for e in entries), *unobtained]))
    _take_known(entries, exhibits)
    _take_tags(entries, main)
    kept = [e for e in entries if e.capacities]
    kept += _unobtained(kept, main)
    for exhibit in unnamed:
        _settle(kept, exhibit, main)
    return tuple(e.auditor() for e in kept)


def _entry(entries: list[_Entry], firm: str) -> _Entry:
    """The entry of a firm, known or new."""
    for entry in entries:
        if same_firm(entry.firm, firm) or _begins(firm_key(entry.firm), firm_key(firm)):
            return entry
    entries.append(_Entry(firm))
    return entries[-1]


def _begins(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    return (
        len(short) >= 8
        and len(short.split()) >= 2
        and long.startswith(short + " ")
        and not {"peat", "seidman"} & set(long.split())
    )


def _take_all(entries: list[_Entry], mentions: Iterator[AuditMention]) -> None:
    for mention in mentions:
        if mention.firm is None or mention.capacity is None:
            continue
        evidence = cite(mention.capacity.value, mention.firm) + cite("report_dates", *(p for _, p in mention.dates))
        entry = _entry(entries, mention.firm.words)
        entry.add(mention.firm.words, mention.capacity, [iso for iso, _ in mention.dates], evidence)
        entry.location = entry.location or (mention.location.words if mention.location else None)


def _unobtained(entries: list[_Entry], main: Text) -> list[_Entry]:
    """The firms whose consent could not be obtained and that the filing names in no capacity.

    One that it names as expert gets the dates of its report.
    """
    out: list[_Entry] = []
    for mention in read_unobtained(main):
        if mention.firm is None:
            continue
        entry = next((e for e in (*entries, *out) if same_firm(e.firm, mention.firm.words)), None)
        if entry is None:
            out.append(entry := _Entry(mention.firm.words))
        elif AuditorCapacity.CONSENT in entry.capacities:
            continue
        evidence = cite("firm", mention.firm) + cite("report_dates", *(p for _, p in mention.dates))
        entry.add(mention.firm.words, None, [iso for iso, _ in mention.dates], evidence)
    return out


def _take_exhibits(
    entries: list[_Entry], exhibits: tuple[Exhibit, ...], attached: tuple[tuple[str, Text], ...], main: Text
) -> list[Exhibit]:
    """Take the consents that the exhibit list names; the rows that name no firm are handed back."""
    opinions = [
        piece.words
        for e in exhibits
        if re.match(r"\(?[58](?!\d)", e.number)
        for found in [re.search(r"\b[Oo]pinion\b[^.;()]{0,60}?\b(?:of|by)\s+(?=[A-Z])", e.description)]
        if found
        for piece in [name_at(strings_text(e.description), found.end())]
        if piece is not None
    ]
    unnamed = []
    for exhibit in exhibits:
        if not _lists_consent(exhibit) or is_law_consent(exhibit, opinions, attached):
            continue
        names = [n for n in _names(exhibit) if not any(same_firm(n, o) for o in opinions)]
        evidence = _cited(exhibit)
        if not names and not CONSENT_OF.search(exhibit.description):
            unnamed.append(exhibit)
        for name in names:
            if _audits(name, exhibit, attached) and not _is_called_expert(name, main):
                _entry(entries, name).add(name, AuditorCapacity.CONSENT, _dates(exhibit.description), evidence)
        if not names and _AUDIT_WORDS.search(exhibit.description):
            unnamed.append(exhibit)
    return list(dict.fromkeys(unnamed))


def _take_known(entries: list[_Entry], exhibits: tuple[Exhibit, ...]) -> None:
    """The listed consents of firms that only the text, and not their names, tells to be accountants."""
    for exhibit in exhibits:
        if _lists_consent(exhibit):
            evidence = _cited(exhibit)
            for entry in [e for n in _names(exhibit) for e in entries if e.capacities and same_firm(e.firm, n)]:
                entry.add(
                    entry.firm,
                    AuditorCapacity.CONSENT,
                    [],
                    evidence if AuditorCapacity.CONSENT not in entry.capacities else (),
                )


def _is_called_expert(name: str, main: Text) -> bool:
    """Whether the text calls a firm an expert of another kind (``Vane & Moor, petroleum engineers``)."""
    if is_audit_firm(name):
        return False
    printed = re.compile(r"\s+".join(re.escape(word) for word in name.split()))
    found = islice(printed.finditer(main.chars), 4)
    return any(_ENGINEERS.match(main.chars, match.end()) for match in found)


def _cited(exhibit: Exhibit) -> Evidences:
    return tuple(Evidence("consent", e.span, e.quote) for e in exhibit.evidence if e.field == "description")


def _major(exhibit: Exhibit) -> int | None:
    major = re.search(r"\d+", exhibit.number)
    return int(major[0]) if major else None


def _lists_consent(exhibit: Exhibit) -> bool:
    return (
        _major(exhibit) in _CONSENTS | _ALSO_CONSENTS
        and re.search(r"\bconsents?\b", exhibit.description, re.I) is not None
        and exhibit.status is not ExhibitStatus.OMITTED
    )


def _names(exhibit: Exhibit) -> list[str]:
    """The firms that a row of the list names after ``Consent of``."""
    words = exhibit.description
    found = CONSENT_OF.search(words)
    piece = name_at(strings_text(words), found.end()) if found else None
    if piece is None:
        return []
    names = [piece.words]
    following = re.match(r",?\s+and\s+(?=[A-Z])", words[piece.end :])
    second = name_at(strings_text(words), piece.end + following.end()) if following else None
    return names + ([second.words] if second is not None and is_audit_firm(second.words) else [])


def _audits(name: str, exhibit: Exhibit, attached: tuple[tuple[str, Text], ...]) -> bool:
    """Whether the named firm consents as accountant."""
    words = exhibit.description.replace(name, "")
    if is_audit_firm(name):
        return True
    if _EXPERT_WORDS.search(words) or is_expert(name):
        return False
    member = _MEMBER.match(exhibit.description, exhibit.description.find(name) + len(name))
    network = name_at(strings_text(exhibit.description), member.end()) if member else None
    if network is not None and is_audit_firm(network.words):
        return True
    if _AUDIT_WORDS.search(words):
        return True
    letter = letter_of(exhibit.number, attached)
    if letter is not None:
        return kind_of(letter.chars) is Kind.AUDIT
    if _major(exhibit) not in _CONSENTS:
        return False
    return is_law_firm(name) or (is_organization(name) and "&" in name)


def _dates(words: str) -> list[str]:
    found = _REPORTS.search(words)
    if found is None:
        return []
    piece = strings_text(words)
    return [iso for iso, _ in find_dates(Piece(piece, found.end(), len(words)))]


def _take_letters(entries: list[_Entry], text: Text, awareness: bool) -> None:
    """The signed letters of Exhibit 23; an awareness letter (Exhibit 15) adds nothing to a firm not otherwise "
    "named."""
    for letter in read_consents(text):
        if letter.kind is not Kind.AUDIT or awareness:
            continue
        if letter.firm is None:
            if len(entries) == 1:
                entries[0].add(
                    entries[0].firm,
                    AuditorCapacity.CONSENT,
                    [d for d, _ in letter.dates],
                    cite("report_dates", *(p for _, p in letter.dates)),
                )
            continue
        known = any(same_firm(e.firm, letter.firm.words) for e in entries)
        if not known and not is_auditor(letter.firm, ", independent accountants"):
            continue
        evidence = cite("consent", letter.firm) + cite("report_dates", *(p for _, p in letter.dates))
        entry = _entry(entries, letter.firm.words)
        entry.add(letter.firm.words, AuditorCapacity.CONSENT, [d for d, _ in letter.dates], evidence)
        entry.location = entry.location or (letter.location.words if letter.location else None)


def _take_tags(entries: list[_Entry], main: Text) -> None:
    for tag in read_tags(main):
        if tag.firm_id is None:
            continue
        firm = tag.firm
        entry = next((e for e in entries if firm is not None and same_firm(e.firm, firm.words)), None)
        if entry is None and firm is None and len(entries) == 1:
            entry = entries[0]
        if entry is not None:
            entry.firm_id = entry.firm_id or tag.firm_id.words
            entry.location = entry.location or (tag.location.words if tag.location else None)
            entry.evidence |= dict.fromkeys(cite("firm_id", tag.firm_id))


def _settle(entries: list[_Entry], exhibit: Exhibit, main: Text) -> None:
    """A consent that names no firm is that of the one firm whose report the filing holds, or which it calls "
    "its own."""
    reporting = [e for e in entries if AuditorCapacity.REPORT in e.capacities]
    consenting = [e for e in entries if AuditorCapacity.CONSENT in e.capacities]
    evidence = _cited(exhibit)
    if not reporting and not consenting:
        firm = independent_firm(main)
        if firm is not None:
            _entry(entries, firm.words).add(firm.words, AuditorCapacity.CONSENT, [], cite("firm", firm) + evidence)
    elif len(reporting) == 1 and not consenting:
        reporting[0].add(reporting[0].firm, AuditorCapacity.CONSENT, [], evidence)
