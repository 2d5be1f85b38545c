"""Registrants as a cover prints them, completed from the submission header.

The header's filers are told by their normalised names: ``HARBOR TOOLS INC /DE/`` is ``Harbor Tools, Inc.``
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..records import Evidences, Party, Registrant, cite
from ..span import Piece

_NORMAL = re.compile(r"[^a-z0-9]+")
_STATE_MARK = re.compile(r"(?<!\s)\s*[/\\](?:[a-z]{2,4}|new)[/\\]?$", re.I)
LEGAL_FORMS = re.compile(
    r"\b(?:the|inc|incorporated|corp|corporation|company|co|ltd|limited|llc|lp|and|of|plc|nv|sa)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A value as read, with the cells that print it; ``text`` None where the cover says that there is none."""

    text: str | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A registrant as the cover prints it."""

    name: Printed
    state: Printed | None
    number: Printed | None


def name_key(name: str) -> str:
    """A company's name for comparing: without case, punctuation, legal form and EDGAR's state mark."""
    plain = _STATE_MARK.sub("", name).casefold().replace(".", "").replace("'", "").replace("’", "")
    plain = _NORMAL.sub(" ", plain.replace("&", " and "))
    return "".join((LEGAL_FORMS.sub(" ", plain) if len(plain.split()) > 1 else plain).split()) or plain.strip()


def finished(draft: Draft, filers: tuple[Party, ...], count: int) -> Registrant:
    """The registrant, with the CIK of the filer of its name and what the cover does not print."""
    name, key = draft.name.text or "", name_key(draft.name.text or "")
    party = next((p for p in filers if name_key(p.name) == key), None)
    if party is None and len(filers) == 1 and count == 1:
        party = filers[0]
    state = draft.state.text if draft.state else party.state_of_incorporation if party else None
    number = draft.number.text if draft.number else _ein(party) if party else None
    evidence = cite("name", *draft.name.pieces) + _cited("jurisdiction", draft.state) + _cited("ein", draft.number)
    if party is not None:
        missing = (("state_of_incorporation", draft.state), ("ein", draft.number))
        wanted = {"cik"} | {what for what, printed in missing if not printed}
        evidence += _of_header(party, wanted)
    return Registrant(name, party.cik if party else None, state, number, evidence)


def _cited(what: str, value: Printed | None) -> Evidences:
    return cite(what, *value.pieces) if value and value.text else ()


def of_party(party: Party) -> Registrant:
    known = {"name", "cik", "state_of_incorporation", "ein"}
    return Registrant(party.name, party.cik, party.state_of_incorporation, _ein(party), _of_header(party, known))


def _of_header(party: Party, wanted: set[str]) -> Evidences:
    """The header's evidence for these fields, under the registrant's names for them."""
    found = (e for e in party.evidence if e.field in wanted)
    return tuple(replace(e, field="jurisdiction") if e.field == "state_of_incorporation" else e for e in found)


def _ein(party: Party) -> str | None:
    return party.ein if party.ein and party.ein.strip("0-") else None
