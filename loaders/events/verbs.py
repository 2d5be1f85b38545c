"""The verbs by which somebody leaves or takes an office, and how each stands in its sentence.

    Ann B. Carver resigned as Treasurer                                 subject before: a departure
    the Board elected Ann B. Carver as a director                       object behind: an appointment
    Ann B. Carver was elected a director                                subject before (passive)
    Ann B. Carver became Treasurer                                      subject before
    the Company announced the resignation of Ann B. Carver              a noun, the person behind it
    Ann B. Carver informed us of her intention to retire                subject before the notice

What might happen ("if he resigns", "may be removed") is no event; nor is a term's end that waits for a successor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from ..records import OfficeChangeKind

_D, _A = OfficeChangeKind.DEPARTURE, OfficeChangeKind.APPOINTMENT


class Place(Enum):
    """Where the person stands."""

    BEFORE = auto()  # the verb's subject
    BEHIND = auto()  # its object, or whose the noun is


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb (or noun) of change at ``start``-``end`` of a sentence's words."""

    kind: OfficeChangeKind
    place: Place
    start: int
    end: int
    future: bool  # announced, not yet done
    notice: bool  # the words themselves give notice


_AUX = (
    r"(?:(?:was|were|has|have|had|is|are|been|being|be|will|would|to|also|unanimously|duly|subsequently|today"
    r"|then|formally|just)\s+)"
)
_POSSESSIVE = r"(?:his|her|their)"
_LEAVES = (
    rf"(?:(?:submitted|tendered|delivered|provided|gave|given|submit"
    rf"|offered)\s+(?:written\s+)?(?:notice\s+of\s+)?{_POSSESSIVE}\s+(?:letter\s+of\s+)?resignation"
    rf"|announced\s+{_POSSESSIVE}\s+(?:\w+\s+)?(?:resignation|retirement|departure|decision\s+to\s+(?:resign"
    rf"|retire|leave|step\s+down))"
    rf"|(?:of|announced)\s+{_POSSESSIVE}\s+(?:\w+\s+)?(?:resignation|retirement)"
    rf"|(?:decision|intention|intent|intends?|plans?|desire|decided|elected|determined|chosen|wishes)\s+(?:to"
    rf"|not\s+to\s+(?:stand|seek))\s+(?:\w+ly\s+)?(?:for\s+)?(?:resign|retire|step\s+down|leave|depart|re-?election)"
    r"|(?:will|would|did|does|do|to|intends?\s+to|decision|decided|is"
    r"|was)\s+not\s+(?:to\s+)?(?:be\s+)?(?:stand(?:ing)?|seek(?:ing)?|run(?:ning)?)\s+(?:for\s+)?re-?(?:election"
    r"|nomination)"
    r"|(?:will|would)\s+(?:\w+ly\s+|also\s+)?(?:resign|retire|step\s+down|leave|depart|cease\s+(?:to\s+(?:serve"
    r"|be)|serving|being))"
    r"|(?:is|was|are|were)\s+(?:resigning|retiring|stepping\s+down|leaving|departing)"
    r"|resigned|retired(?!\s+(?:partner|director|officer|executive|chairman|president|chief"
    r"|from\s+the\s+\w+\s+(?:Army|Navy|Air)))"
    r"|stepped\s+down|ceased\s+(?:to\s+(?:serve|be)|serving|being)|departed|passed\s+away|died"
    r"|left\s+(?:the|his|her)\s+(?:company|registrant|corporation|position|employ)"
    r"|(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:\w+ly\s+)?(?:removed|terminated|relieved|dismissed"
    r"|discharged))"
)
_TAKES = r"(?:re-?)?(?:appointed|elected|named|promoted|elevated|hired|designated|selected)(?!\s+executive\b)"
_JOINS = (
    r"(?:will\s+succeed|succeeded|succeeds|will\s+replace|replaces|(?:(?:will|has"
    r"|have)\s+)?assumed?\s+the\s+(?:additional\s+)?(?:role|position|office|title|duties|responsibilities"
    r"|positions)s?"
    r"|(?:will|would|ha[sd]|have)\s+become|became|(?:took|(?:will|would)\s+take)\s+over|(?:began|(?:will|would)\s+begin)\s+serving"
    r"|(?:will|would)\s+serve(?=\s+as\s+(?:\w+['’]?s?\s+){0,2}(?:interim|acting)\b)|(?:has\s+|have\s+|will\s+)join(?:ed)?\s+the)"
)
_NOUN = re.compile(
    r"\b(?:announce[sd]?|announcing|accepted|received|approved|reported|regarding|confirmed|ratified|disclosed)\s+"
    r"(?:\w+\s+){0,2}?the\s+(?:\w+\s+)?(?P<noun>resignation|retirement|departure|removal|termination|appointment"
    r"|election|promotion|hiring)s?\s+(?:of|by)\b",
    re.I,
)
_VERB = re.compile(rf"\b(?:(?P<leaves>{_LEAVES})|(?P<takes>{_TAKES})|(?P<joins>{_JOINS}))\b", re.I)
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be)\s+(?:(?:\w+ly|also|today|then|newly|each|both|jointly)\s+){0,2}$", re.I
)
_BY_TITLE = re.compile(r"\b(?:newly|recently|previously|duly|the|an?|each|any|so|directors?|officers?)\s+$", re.I)
_PERHAPS = re.compile(
    r"\b(?:if|unless|in\s+the\s+event|whether|assuming|provided\s+that|until\s+(?:(?:his|her|their|such"
    r"|a)\s+)?(?:or\s+her\s+)?successors?)\b",
    re.I,
)
_COULD = re.compile(
    r"\b(?:could|may|might|should|shall|can|must|cannot|not|never|neither|nor)\s+(?:\w+\s+){0,2}$", re.I
)
_WOULD = re.compile(r"\bwould\s+(?:\w+\s+){0,2}$", re.I)
_FUTURE = re.compile(
    r"\b(?:will|would|intend\w*|plan\w*|decision|decided|elected|determined|desire|wishes|intent\w*|retiring"
    r"|resigning|stepping|leaving)\b",
    re.I,
)
_NOTICE = re.compile(
    r"\b(?:submit\w*|tender\w*|deliver\w*|announc\w*|provid\w*|gave|given|offered|of\s+(?:his|her|their))\b", re.I
)
_LEAVING = frozenset({"resignation", "retirement", "departure", "removal", "termination"})


def verbs(sentence: str) -> Iterator[Verb]:
    """The verbs of change in a sentence's words, in order."""
    found = [v for match in _VERB.finditer(sentence) if (v := _verb(sentence, match)) is not None]
    for match in _NOUN.finditer(sentence):
        kind = _D if match["noun"].lower() in _LEAVING else _A
        if not _PERHAPS.search(sentence, 0, match.start()):
            found.append(Verb(kind, Place.BEHIND, match.start("noun"), match.end(), False, False))
    yield from sorted(found, key=lambda v: v.start)


def _verb(sentence: str, match: re.Match[str]) -> Verb | None:
    before = sentence[: match.start()]
    if _PERHAPS.search(before) or _COULD.search(before):
        return None
    words = match[0]
    if match["leaves"]:
        return Verb(_D, Place.BEFORE, *match.span(), bool(_FUTURE.search(words)), bool(_NOTICE.search(words)))
    if match["joins"]:
        return Verb(_A, Place.BEFORE, *match.span(), words.lower().startswith(("will", "would")), False)
    if _WOULD.search(before):
        return None
    if _PASSIVE.search(before):
        future = re.search(r"\b(?:will|to)\s+be\s+$", before, re.I) is not None
        return Verb(_A, Place.BEFORE, *match.span(), future, False)
    if _BY_TITLE.search(before) and not re.search(r"\bdirectors?\s+$", before, re.I):
        return None
    return Verb(_A, Place.BEHIND, *match.span(), False, False)
