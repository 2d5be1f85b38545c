"""Rows made of what was gathered: names chosen, titles split, date, mode and attorney settled."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from ..names import clean_name, looks_like_person, suffix_of
from ..organizations import is_organization
from ..records import Capacity, Evidences, Mode, Role, Signature, cite
from ..span import Piece
from ..titles import is_title, read_titles
from .attestation import place_of, signed_on
from .attorneys import acts_for_others
from .cells import ATTORNEY, RULE
from .pages import Kind, Part
from .people import alike, divide, plain, plain_words
from .slots import Gathered, Slot, whole_date

_FIRM = re.compile(
    r"\b(?:llp|l\.l\.p|inc|corp|corporation|company|llc|l\.l\.c|ltd|limited|n\.a|bank|trust|plc|associates"
    r"|partners|& co)\b\.?|&",
    re.IGNORECASE,
)
_DATED = re.compile(r"\bdated?\s*:?\s*$", re.IGNORECASE)
_CAPTION = re.compile(r"\s*\((?:the\s+)?(?:co-)?registrants?\)\s*$", re.IGNORECASE)  # printed beside the name
_WHOLE = re.compile(r"\b(?:inc|corp|corporation|company|llc|l\.l\.c|ltd|limited|l\.p|lp|plc)\.?$", re.IGNORECASE)
_ON_ITS_BEHALF = re.compile(
    r"\b(?P<who>registrant|company|issuer)\b[^.]{0,400}\bsigned\s+on\s+its\s+behalf\b", re.IGNORECASE
)
_OF = re.compile(
    r"^signatures?\s+of\s+(?:the\s+)?|\s+of\s+(?:the\s+)?registrant$", re.IGNORECASE
)  # about a representative
_HIMSELF = re.compile(r"\bfor\s+(?:him|her)self\s+and\b|\bindividually\s+and\s+as\b", re.IGNORECASE)
_SAME = 0.75  # how alike a name and its initials are
_REPRESENTATIVE = re.compile(r"authori[sz]ed\s+.*representative|representative\s+in\s+the", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attorney:
    """An attorney's line: whose rows it covers is settled by its star and place."""

    name: str
    star: str
    line: int
    piece: Piece
    date: tuple[str, tuple[Piece, ...]] | None = None


@dataclass(frozen=True)
class Scene:
    """What holds for all the rows of a part."""

    part: Part
    gathered: Gathered
    attorneys: tuple[Attorney, ...]
    registrants: tuple[str, ...]
    known: frozenset[str]  # the registrants' names, plain
    page_date: tuple[str, Piece] | None  # of the registrant's own part

    @cached_property
    def starred(self) -> bool:
        return any(s.star and not s.by for s in self.gathered.slots)

    @cached_property
    def signed(self) -> bool:
        return any(s.sign for s in self.gathered.slots)

    @cached_property
    def dated_once(self) -> tuple[str, tuple[Piece, ...]] | None:
        """The one date of the part, where it stands behind "Dated:" and so is for all."""
        if len(self.dates) != 1:
            return None
        first = self.dates[0][1][0]
        label = first.text.chars[max(0, first.start - 14) : first.start]
        return self.dates[0] if _DATED.search(label) else None

    @cached_property
    def dates(self) -> list[tuple[str, tuple[Piece, ...]]]:
        """The dates that slots have for themselves."""
        return [d for s in self.gathered.slots if (d := whole_date(s))]


def names_of(slot: Slot) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The pieces of the conformed and of the printed name."""
    pieces = [(p, below) for p, below in slot.names if str(p).strip()]
    above = [p for p, below in pieces if not below]
    under = [p for p, below in pieces if below]
    if not slot.sign:
        if under:
            return (), tuple(under)
        k = divide(above)
        return (), tuple(above[-k:] if k < 0 else above)
    if under:
        return tuple(above), tuple(under)
    k = divide(above)
    if k < 0:
        return tuple(above[:-k]), tuple(above[-k:])
    return tuple(above[:k]), tuple(above[k:])


def joined(pieces: tuple[Piece, ...]) -> str:
    return " ".join(p.words for p in pieces).strip(" ,;*")


def attorney_of(slot: Slot) -> Attorney | None:
    """The slot's signer as attorney for others, where the page says so."""
    if not acts_for_others(slot):
        return None
    conformed, printed = names_of(slot)
    pieces = printed or conformed
    name = clean_name(ATTORNEY.sub("", joined(pieces)))
    return Attorney(name, slot.star, slot.line, pieces[0], whole_date(slot)) if pieces and _is_name(name) else None


def _is_name(name: str) -> bool:
    return looks_like_person(name) or (
        2 <= len(name.split()) <= 6
        and name[:1].isupper()
        and not is_title(name)
        and not re.search(r"[\d:/@]|&", name)
        and len(name) <= 60
    )


def make_row(slot: Slot, scene: Scene) -> Signature | None:
    """The signature of a slot; None where it is no row (no name that could be one, a stray line)."""
    _take_party(slot)
    conformed, printed = names_of(slot)
    pieces = printed or conformed
    name = clean_name(joined(pieces))
    if not pieces or not _credible(slot, name, scene):
        return None
    titles, title_evidence = _capacities(slot, scene)
    if slot.typed and not titles and not slot.ruled:
        return None
    mode = _mode(slot, scene, bool(printed))
    attorney = _attorney(slot, scene) if mode is Mode.BY_ATTORNEY else None
    if attorney is not None and _for_himself(attorney, name):
        mode, attorney = Mode.SELF, None
    if slot.attorney is not None:
        attorney = Attorney(clean_name(slot.attorney.words), "", slot.line, slot.attorney)
    iso, source, date_pieces = _date(slot, scene, attorney)
    behalf, organization = _behalf(slot), slot.organization
    if behalf is None and (said := _undersigned(scene)):
        behalf, organization = said[0], (said[1],)
    place = place_of(scene.part.attestation) if scene.part.kind is not Kind.PERSONS and behalf else None
    evidence: Evidences = (
        *cite("name", *pieces), *(cite("conformed", *conformed)), *title_evidence, *cite("date", *date_pieces),
        *(cite("mode", slot.mark) if slot.mark is not None else ()),
        *(cite("attorney", attorney.piece) if attorney else ()), *cite("on_behalf_of", *organization),
        *(cite("place", place[1]) if place else ()),
    )  # fmt: skip
    return Signature(
        name, joined(conformed) or None, titles, iso, mode, attorney.name if attorney else None, behalf,
        place[0] if place else None, source, evidence,
    )  # fmt: skip


def _take_party(slot: Slot) -> None:
    """An organization printed below the mark of a person (``Harbor Agents, Inc.``) is whom he signs for."""
    signed = slot.sign and slot.names and looks_like_person(slot.names[0][0].words)
    parties = [p for p, _ in slot.names[1:] if is_organization(p.words) and not looks_like_person(p.words)]
    if signed and parties and not slot.organization:
        slot.names = [named for named in slot.names if named[0] not in parties]
        slot.organization = tuple(parties)


def _behalf(slot: Slot) -> str | None:
    """The party signed for; several that stand one below another are set apart by semicolons."""
    name, above = "", False
    for words in (p.words for p in slot.organization):
        whole = _WHOLE.search(words) is not None
        name += ("; " if whole and above else " " if name else "") + words
        above = whole
    return _CAPTION.sub("", name) or None


def _undersigned(scene: Scene) -> tuple[str, Piece] | None:
    """The one registrant, on whose behalf the sentence says that it is signed."""
    said = scene.part.attestation
    found = _ON_ITS_BEHALF.search(str(said))
    if found is None or scene.part.kind is not Kind.REGISTRANT or len(scene.registrants) != 1:
        return None
    return scene.registrants[0], said.group(found, "who")


def _credible(slot: Slot, name: str, scene: Scene) -> bool:
    if not name or len(name) > 70:
        return False
    person = looks_like_person(name)
    if slot.typed:
        return person
    if person:
        return True
    if _FIRM.search(name):
        return scene.part.kind is Kind.REPRESENTATIVE and slot.sign
    return _is_name(name)


def _capacities(slot: Slot, scene: Scene) -> tuple[tuple[Capacity, ...], Evidences]:
    pieces = [p for p in slot.titles if not _is_registrant(str(p), scene)]
    raw = "\n".join(dict.fromkeys(str(p) for p in pieces))
    for known in scene.registrants:
        if known.casefold() not in raw.casefold() or len(scene.registrants) > 1:
            continue  # of one among several: which, is part of the office
        raw = re.sub(r"\s*(?:,|\bof\b|\bfor\b)\s+(?:the\s+)?" + re.escape(known), "", raw, flags=re.IGNORECASE)
    plan = scene.part.kind is Kind.PLAN
    own = read_titles(raw, plan) if raw.strip() else ()
    headed: tuple[Capacity, ...] = ()
    if slot.heading is not None:
        headed = read_titles(_singular(str(slot.heading)), plan)
        pieces.insert(0, slot.heading)
    last: tuple[Capacity, ...] = ()
    heading = scene.part.heading
    if scene.part.kind is Kind.REPRESENTATIVE and not any(Role.AUSR in c.roles for c in own):
        where = heading if heading is not None and _REPRESENTATIVE.search(str(heading)) else None
        title = _OF.sub("", where.words) if where is not None else "Authorized Representative in the United States"
        if title.isupper() and " IN THE " in title:
            title = "Authorized Representative in the United States"
        last = (Capacity(title, (Role.AUSR,)),)
        pieces.append(where if where is not None else scene.part.attestation)
    found: dict[str, Capacity] = {}
    for capacity in (*headed, *own, *last):
        found.setdefault(capacity.title.casefold(), capacity)
    return tuple(found.values()), cite("titles", *pieces)


def _singular(heading: str) -> str:
    words = heading.strip(" :")
    if re.search(r"\bmajority\b|\bboard\s+of\s+(?:directors|managers|trustees)\W*$", words, re.IGNORECASE):
        return "Trustee" if "trustee" in words.lower() else "Director"
    return re.sub(r"(?<=or|er|an|ee)s\b", "", words, flags=re.IGNORECASE)


def _is_registrant(words: str, scene: Scene) -> bool:
    key = plain(words)
    return bool(key) and key in scene.known


def _mode(slot: Slot, scene: Scene, printed: bool) -> Mode:
    if slot.star or slot.attorney is not None:
        return Mode.BY_ATTORNEY
    if slot.sign:
        return Mode.SELF
    above = [p for p, below in slot.names if not below]
    if slot.typed and not slot.ruled and _over_nothing(slot, scene):
        return Mode.UNSIGNED
    if above and (slot.ruled or (len(slot.names) > 1 and len(above) > 1)) and slot.typed:
        return Mode.SELF  # typed over the line, or twice
    if scene.starred:
        return Mode.UNSIGNED
    here = any(scene.part.first <= a.line < scene.part.last for a in scene.attorneys)
    if scene.attorneys and (slot.typed or (slot.by and here and above)):
        return Mode.BY_ATTORNEY
    if scene.signed or (slot.ruled and not above) or not above or _left_blank(slot):
        return Mode.UNSIGNED
    return Mode.SELF


def _over_nothing(slot: Slot, scene: Scene) -> bool:
    """Does the name stand once, below a line over which nothing is typed, where others are typed over theirs?"""
    if len(slot.names) != 1 or not any(s.typed and s.ruled and len(s.names) > 1 for s in scene.gathered.slots):
        return False
    name = slot.names[0][0]
    rule, over = (name.text.lines[name.line - n][: slot.x1].strip() if name.line >= n else "" for n in (1, 2))
    return RULE.match(rule) is not None and not over


def _left_blank(slot: Slot) -> bool:
    """Does nothing stand beside "By:", and the name once, below it?"""
    blank = slot.mark is not None and not slot.mark.words.strip(" :_-").casefold().removeprefix("by")
    return slot.by and blank and len(slot.names) == 1 and slot.names[0][0].line > slot.line


def _attorney(slot: Slot, scene: Scene) -> Attorney | None:
    alike = (
        [a for a in scene.attorneys if a.star == slot.star]
        or [a for a in scene.attorneys if not a.star]
        or list(scene.attorneys)
    )
    after = [a for a in alike if a.line >= slot.line]
    return after[0] if after else (alike[-1] if alike else None)


def _for_himself(attorney: Attorney, name: str) -> bool:
    """Does the attorney sign "for himself and as attorney-in-fact", and is the row his own?"""
    said = " ".join(attorney.piece.text.lines[attorney.line : attorney.piece.line + 3])
    own = suffix_of(attorney.name) == suffix_of(name) and alike(attorney.name, name) >= _SAME
    return own and _HIMSELF.search(said) is not None


def _date(slot: Slot, scene: Scene, attorney: Attorney | None) -> tuple[str | None, str | None, tuple[Piece, ...]]:
    own = whole_date(slot)
    if own:
        return own[0], "row", own[1]
    bracket = scene.gathered.bracket
    if bracket:
        return bracket[0], "bracket", (bracket[1],)
    if attorney is not None and attorney.date is not None:
        return attorney.date[0], "block", attorney.date[1]
    loose = scene.gathered.dates
    if loose and scene.part.kind is not Kind.PERSONS:
        return loose[-1][0], "block", (loose[-1][1],)
    if scene.dates and scene.part.kind is not Kind.PERSONS and len({iso for iso, _ in scene.dates}) == 1:
        return scene.dates[0][0], "block", scene.dates[0][1]
    said = signed_on(scene.part.attestation)
    if said:
        return said[0], "sentence", (said[1],)
    if loose:
        return loose[-1][0], "block", (loose[-1][1],)
    once = scene.dated_once
    if once is not None and (slot.sign or slot.star):
        return once[0], "block", once[1]
    if scene.page_date and not scene.dates:
        return scene.page_date[0], "block", (scene.page_date[1],)
    return None, None, ()


def merge(rows: list[Signature]) -> list[Signature]:
    """One row a person and party signed for: a second one in the same page adds its titles to the first."""
    groups: dict[tuple[str, str | None, Mode], list[Signature]] = {}
    for row in rows:
        groups.setdefault((" ".join(plain_words(row.name)), row.on_behalf_of, row.mode), []).append(row)
    return [_merged(group) if len(group) > 1 else group[0] for group in groups.values()]


def _merged(group: list[Signature]) -> Signature:
    titles: dict[str, Capacity] = {}
    for capacity in (c for row in group for c in row.capacities):
        titles.setdefault(capacity.title.casefold(), capacity)
    evidence = dict.fromkeys(e for row in group for e in row.evidence)
    return replace(group[0], capacities=tuple(titles.values()), evidence=tuple(evidence))
