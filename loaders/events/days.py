"""When a change takes effect and when it was decided or notified, by the dates of its sentence.

On July 21, 2010, Eli Harrow informed the Board that he will retire as of December 31, 2010      noticed, effective
On January 30, 2015, Albert Zorn retired as director                                             effective
The Company announced that on September 22, 2000, Mark Orley resigned                            effective the 22nd
On May 4, 2006, the Board elected Ann Carver as a director, effective immediately                effective the 4th
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..dates import find_dates
from ..span import Piece
from .verbs import Verb

_EFFECTIVE = re.compile(
    r"\b(?:effective|commencing|beginning|starting|starts?)(?:\s+(?:as\s+of|on|upon|from|at|with\s+effect\s+from))?"
    r"(?:\s+(?:the\s+)?(?:close|end)\s+of\s+(?:business|the\s+day)\s*(?:on|of)?)?\s+(?:\w+day,?\s+)?$"
    r"|\beffective\s+(?:at|upon|as\s+of|following|immediately)\b[^;]{0,110}\son\s+$"
    r"|\bas\s+of\s+(?:\w+day,?\s+)?$|\bwith\s+effect\s+from\s+$|\b(?:last\s+day|will\s+be"
    r"|to\s+be)\s+(?:\w+\s+){0,6}$",
    re.I,
)
_ON = re.compile(r"(?:\bon|^\W*|\bdated)\s*(?:or\s+about\s+)?(?:\w+day,?\s+)?$", re.I)
_NOT_OURS = re.compile(
    r"\b(?:filed|dated|release|form\s+\S+|report|ended|ending|born|meeting|until|through|disclosed|expir\w+"
    r"|since|furnished)\b[^.;]{0,50}$",
    re.I,
)
_TELLS = re.compile(
    r"\b(?:announc|notif|inform|advis|gave|deliver|submit|tender|indicat|issued|received|provided|communicat"
    r"|press\s+release)\w*",
    re.I,
)
_THAT = re.compile(r"\s*,?\s+that\b", re.I)
_AT_ONCE = re.compile(
    r"\beffective\s+(?:immediately|as\s+of\s+(?:that|such|the\s+same)\s+date|the\s+same\s+day|on\s+such\s+date)", re.I
)
_LATER = re.compile(
    r"\beffective\s+(?:upon|at|following|when|as\s+of\s+the|on\s+the)\b|\bsubject\s+to\s+(?:(?:the|his|her|their"
    r"|its|any|such)\s+)?(?:\w+\s+)?(?:approval|completion|election|confirmation|closing|consummation)\b",
    re.I,
)  # a day not said


@dataclass(frozen=True, slots=True)
class Days:
    """ISO dates with the words that give them."""

    effective: str | None = None
    effective_words: Piece | None = None
    noticed: str | None = None
    noticed_words: Piece | None = None


def days_of(sentence: Piece, verb: Verb, limit: int) -> Days:
    """The days of the change that ``verb`` says; ``limit``: where the words of the next change begin."""
    words = str(sentence)
    said: tuple[str, Piece] | None = None  # the day on which the change, or the notice of it, happened
    told: tuple[str, Piece] | None = None  # the day of a notice that is not the change's own
    effective: tuple[str, Piece] | None = None
    for iso, piece in find_dates(sentence):
        start, end = piece.start - sentence.start, piece.end - sentence.start
        before = words[max(0, start - 70) : start]
        if _EFFECTIVE.search(before):
            if start < limit and (start > verb.start or _leads(words, start)):
                effective = effective or (iso, piece)
        elif _NOT_OURS.search(before):
            continue
        elif start < verb.start and _ON.search(before):
            tells = bool(_TELLS.search(words, end, verb.start) or _THAT.match(words, end))
            told, said = ((iso, piece), said) if tells else (told, (iso, piece))
        elif verb.end <= start < limit and _ON.search(before):
            effective = effective or (iso, piece)
    if effective is None and said is not None and _LATER.search(words, verb.start, limit):
        return Days(None, None, *said)
    return _settled(effective, said, told, verb, bool(_AT_ONCE.search(words, verb.start)))


def _leads(words: str, start: int) -> bool:
    """``Effective May 4, 2006, ...``: the sentence begins with its day."""
    return len(words[:start].split()) <= 6


def _settled(
    effective: tuple[str, Piece] | None,
    said: tuple[str, Piece] | None,
    told: tuple[str, Piece] | None,
    verb: Verb,
    at_once: bool,
) -> Days:
    day = said or told
    if (
        effective is None
        and day is not None
        and (at_once or (said is not None and not verb.future and not verb.notice))
    ):
        effective, day = day, (told if said is not None else None)
    noticed = day if day is not None and (effective is None or day[0] != effective[0]) else None
    return Days(*(effective or (None, None)), *(noticed or (None, None)))
