"""Changes of accountants as events: which firm was dismissed, resigned or was engaged, and on which day.

    Effective March 7, 2006, we dismissed Vane & Co., LLP ("Vane") and engaged Orley & Stane, CPAs.
    dismissed  Vane & Co., LLP        2006-03-07
    engaged    Orley & Stane, CPAs    2006-03-07

Which firms change is read by `changes`; here the sentence around each verb gives the day.
"""

from __future__ import annotations

import re

from ..changes import FirmChange, find_changes
from ..evidence import cite
from ..organizations import firm_key
from ..records import AuditorCapacity, AuditorChange, AuditorChangeKind, OfficeChangeKind
from ..span import Piece, Text
from .days import Days, days_of
from .items import Section
from .sentences import sentences
from .verbs import Place, Verb

_KINDS = (
    (re.compile(r"dismiss|terminat|discharg|remov", re.I), AuditorChangeKind.DISMISSED),
    (re.compile(r"resign|declined", re.I), AuditorChangeKind.RESIGNED),
)
_REPORTED = re.compile(r"\b(?:reports?|opinions?|audit(?:ed)?|consult\w*|disagreements?)\b[^.]{0,60}$", re.I)
_APART = 1200  # a sentence reaches no further from its verb


def read_auditor_changes(text: Text, sections: tuple[Section, ...]) -> tuple[AuditorChange, ...]:
    """The changes of accountants, one a firm and kind: where several sentences say it, the first with a day."""
    found: dict[tuple[str, AuditorChangeKind], AuditorChange] = {}
    for change in find_changes(text):
        sentence = _sentence(text, change.verb)
        if sentence is None or _REPORTED.search(text.chars[sentence.start : change.verb.start]):
            continue
        read = _read(change, sentence, _item(change.verb, sections))
        key = (firm_key(read.firm), read.kind)
        if key not in found or (found[key].date is None and read.date is not None):
            found[key] = read
    return tuple(found.values())


def _sentence(text: Text, verb: Piece) -> Piece | None:
    around = Piece(text, _paragraph(text, verb.start), min(len(text.chars), verb.end + _APART))
    return next((s for s in sentences(around) if s.start <= verb.start < s.end), None)


def _paragraph(text: Text, at: int) -> int:
    """Where the paragraph of ``at`` begins, or the last words before it that a sentence can hold."""
    low = max(0, at - _APART)
    blank = text.chars.rfind("\n\n", low, at)
    return blank + 2 if blank >= 0 else low


def _item(verb: Piece, sections: tuple[Section, ...]) -> str | None:
    return next((s.codes[0] for s in sections if s.body.start <= verb.start < s.body.end), None)


def _kind(change: FirmChange) -> AuditorChangeKind:
    if change.capacity is AuditorCapacity.ENGAGED:
        return AuditorChangeKind.ENGAGED
    return next((kind for pattern, kind in _KINDS if pattern.search(str(change.verb))), AuditorChangeKind.ENDED)


def _read(change: FirmChange, sentence: Piece, item: str | None) -> AuditorChange:
    start, end = change.verb.start - sentence.start, change.verb.end - sentence.start
    verb = Verb(OfficeChangeKind.DEPARTURE, Place.BEHIND, start, end, False, False)
    days: Days = days_of(sentence, verb, len(str(sentence)))
    day, words = (days.effective, days.effective_words) if days.effective else (days.noticed, days.noticed_words)
    evidence = cite("firm", change.firm) + cite("words", change.verb) + cite("sentence", sentence)
    evidence += cite("date", words) if words else ()
    return AuditorChange(change.firm.words, _kind(change), change.verb.words, sentence.words, day, item, evidence)
