"""The registrants of a cover: names over their caption, jurisdictions and employer numbers.

                     Harris Tools Corporation
                                and
                       Harris Operating LLC
        (Exact name of registrant as specified in its charter)

        Delaware                             34-0276860
    (State of incorporation)          (I.R.S. Employer Identification No.)

The submission header gives each its CIK, by its normalised name, and what the cover does not print.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..exhibits.places import is_place
from ..header import Header
from ..organizations import is_organization
from ..records import Party, Registrant
from ..span import Piece, Text
from .drafts import LEGAL_FORMS, Draft, Printed, finished, name_key, of_party
from .fields import Field
from .labels import Kind, kind_of
from .layout import is_rule, pieces_of
from .table import Entry

_HEADING = re.compile(
    r"(?:united\s+states|u\.?s\.?\s+)?\s*securities\s+and\s+exchange\s+commission|washington,?\s+d\.?\s?c"
    r"|united states$"
    r"|report\s+\(date\s+of"
    r"|\W*form\s+[\dsfnt]|registration\s+(?:statement|no)|under\b|the\s+securities\s+(?:exchange\s+)?act|securities act"
    r"|(?:post|pre)-?\s?effective|amendment\s+no|to$|(?-i:on|ON)$|or$|as filed|(?:as )?filed (?:electronically|with)"
    r"|file\s+(?:no|num)"
    r"|commission\s+file|commission\s+on|(?:an?\s+)?(?:annual|quarterly|current|transition)\s+report"
    r"|for\s+the\s+(?:fiscal|quarter|transition|year)"
    r"|of the securities|exchange act|act of 19|\(?mark one|\[|☐|☒|¨|þ|x\s|pursuant|section\s+1[35]|date of"
    r"|of\s+19|in whole|"
    r"registration of|general instruction|(?:as )?amended$|\W*$|date\s*:|earliest|event reported|\d+-\d+$|_"
    r"|table of contents"
    r"|quicklinks|(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d"
    r"|(?:\d{1,2},\s+)?(?:19|20)\d\d\)?$|no\.?\s+\d|draft\b|conformed|confidential|\(?(?:fee|no fee)\b"
    r"|for additional|central index key|(?:preliminary|definitive)\s+(?:proxy|additional|information)"
    r"|soliciting\s+material",
    re.I,
)
_AND = re.compile(r"(?:and|&|and/or)$", re.I)
_SUFFIX = re.compile(
    r"\b(?:inc|incorporated|corp|corporation|company|co|ltd|limited|l\.?l\.?c|l\.?p|l\.?l\.?p|n\.?v|s\.?a|plc"
    r"|trust|bancorp|ag)\.?,?$",
    re.I,
)
_EIN = re.compile(r"(?<![\d-])\d{2}-?\d{3}-?\d{4,5}(?![\d-])|(?<![\d-])\d{2}-\d{5,8}(?!\d)")
_LONE = re.compile(r"(?<![\d-])\d{2}-\d{7}(?![\d-])")
_NINE = re.compile(r"\s*\d{9}\s*")
_NONE = re.compile(r"\W*(?:n/?\.?a\.?|not\s+applicable|none|applied\s+for|pending)\W*$", re.I)
_ROWS = re.compile(r"\b(?:co-?|additional|other|guarantor|subsidiary)\s*-?registrants?\b|guarantor|\bsponsor\b|;", re.I)
_LEAD = re.compile(
    r"(?:incorporated|organi[sz]ed)\s+(?:in|under\s+the\s+laws\s+of)\s+(?:the\s+)?|a\s+(?=\w+\s+corporation)", re.I
)
_FORM_TAIL = re.compile(  # "A DELAWARE CORPORATION", "Pennsylvania business trust; I.R.S. No. 23-4567890"
    r"(?<=\w)\s+(?:(?:business|statutory|real\s+estate\s+investment)\s+trust|(?:stock\s+|business\s+)?corporation"
    r"|(?:limited\s+|general\s+)?partnership|limited\s+liability\s+company)$",
    re.I,
)
_THEN_NUMBER = re.compile(r"\s*[;,]\s*(?:I\.?R\.?S|E\.?I\.?N|employer|federal\s+tax)\b", re.I)
_ARTICLE = re.compile(r"an?\s+", re.I)
_WHERE = re.compile(
    r"\b(?:[Ii]ncorporated (?:in|under the laws of)(?: the)?(?: [Ss]tate of)? ([A-Z][a-z]+(?: [A-Z][a-z]+)?)"
    r"|INCORPORATED (?:IN|UNDER THE LAWS OF)(?: THE)?(?: STATE OF)? ([A-Z]{4,}(?: [A-Z]{4,})?)(?=\s\s|[,.;]|$))",
    re.M,
)
_STATE_AND_MORE = re.compile(r"\s*\([^()]{0,40}(?:jurisdiction|incorporat|organi[sz])[^()]{0,60}\)\s*\(", re.I)
_STATE_NUMBER = re.compile(r"\s*([A-Z][A-Za-z]+\.?(?: [A-Z][A-Za-z]+){0,2})\s+(?:\d{1,3}-\d{3,6}\s+)?\d\d-\d{7}\s*$")
_STATE_OPENS = re.compile(r"\s*\(state\b", re.I)
_FILE = re.compile(r"\d{1,3}-\d{3,6}(?:-\d\d)?")
_OF_WHOM = re.compile(  # "Maryland (Vane Realty Trust)": whose state it is
    r"(?P<state>[A-Z][A-Za-z .]{2,40}?)\s*\((?=[^()]*\b(?:inc|corp\w*|company|trust|partnership|l\.?p|l\.?l\.?c|limited"
    r"|registrant|issuer|guarantor)\b)[^()]{2,90}\)",
    re.I,
)
_NOT_STATE = re.compile(r"\d|[☐☒$]|\b(?:street|avenue|suite|commission|telephone)\b", re.I)


def read_registrants(
    text: Text, last: int, fields: Sequence[Field], table: Sequence[Entry], header: Header | None
) -> tuple[Registrant, ...]:
    """The registrants that the cover's fields and its ``table`` name, or with no cover the header's filers."""
    filers = tuple(p for p in header.parties if p.role in ("FILER", "SUBJECT-COMPANY", "ISSUER")) if header else ()
    named = [f for f in fields if f.kind is Kind.NAME and not _ROWS.search(" ".join(str(p) for p in f.caption))]
    names = [name for field in named for name in _names(field, filers)]
    names = names or _untabled(_conformed(text, last, filers), table) or ([] if table else _uncaptioned(text, last))
    found = _joined(names, _for_each(named, filers, _states(text, fields, last)), _numbers(text, fields, last))
    known = {name_key(draft.name.text or "") for draft in found}
    for name, state, number in table:
        if name_key(name[0]) not in known:
            found.append(Draft(Printed(*name), Printed(*state) if state else None, Printed(*number)))
    return tuple(finished(draft, filers, len(found)) for draft in found) or tuple(of_party(p) for p in filers)


def _for_each(named: Sequence[Field], filers: tuple[Party, ...], states: list[Printed]) -> list[Printed]:
    """A state under each caption of names, some of which name several: that of a caption holds for all its names."""
    counts = [len(_names(field, filers)) for field in named]
    if len(states) != len(counts) or len(counts) < 2 or sum(counts) == len(counts):
        return states
    return [state for state, count in zip(states, counts, strict=True) for _ in range(count)]


def _names(field: Field, filers: tuple[Party, ...]) -> list[Printed]:
    pieces = pieces_of(field.value)
    if field.caption and pieces and pieces[0].line <= field.caption[0].line:
        pieces = _after_heading(pieces)
    groups: list[list[Piece]] = [[]]
    for piece in pieces:
        if _AND.match(str(piece)):
            groups.append([])
        elif groups[-1] and _starts_anew(groups[-1], piece, filers):
            groups.append([piece])
        else:
            groups[-1].append(piece)
    return [_printed(group) for group in groups if group]


def _printed(group: list[Piece]) -> Printed:
    return Printed(" ".join(p.words for p in group).strip(" ;").removesuffix(" and"), tuple(group))


def _after_heading(pieces: list[Piece]) -> list[Piece]:
    """The last cells that no form's heading, rule or long gap parts from the caption."""
    out: list[Piece] = []
    for piece in reversed(pieces):
        if is_rule(str(piece)) or _HEADING.match(str(piece)):
            if out:
                break
            continue
        if out and out[0].line - piece.line > 4:
            break
        out.insert(0, piece)
    return out


def _starts_anew(group: list[Piece], piece: Piece, filers: tuple[Party, ...]) -> bool:
    before = " ".join(p.words for p in group)
    if not LEGAL_FORMS.sub("", str(piece)).strip(" .,"):
        return False
    if any(name_key(before) == name_key(p.name) for p in filers):
        return True
    return bool(_SUFFIX.search(before) and _SUFFIX.search(str(piece)) and len(str(piece).split()) > 1)


def _conformed(text: Text, last: int, filers: tuple[Party, ...]) -> list[Printed]:
    """A line of the cover that prints a filer's name, where no caption says that it is one."""
    out: list[Printed] = []
    for party in filers:
        key = name_key(party.name)
        for number in range(last):
            if key and name_key(text.lines[number].strip()) == key:
                piece = text.line(number).strip()
                out.append(Printed(piece.words, (piece,)))
                break
    return out


def _untabled(names: list[Printed], table: Sequence[Entry]) -> list[Printed]:
    """The names that no row of the table has: its rows tell the state and the number as well."""
    tabled = {name_key(name[0]) for name, _, _ in table}
    return [name for name in names if name_key(name.text or "") not in tabled]


def _uncaptioned(text: Text, last: int) -> list[Printed]:
    """The first line of the heading that is an organization's name, where neither caption nor header tells."""
    for number in range(min(last, 60)):
        line = text.lines[number].strip()
        short = 4 < len(line) < 80 and "  " not in line
        if short and line[0].isupper() and not _HEADING.match(line) and _SUFFIX.search(line) and is_organization(line):
            piece = text.line(number).strip()
            return [Printed(piece.words, (piece,))]
    return []


def _states(text: Text, fields: Sequence[Field], last: int) -> list[Printed]:
    out: list[Printed] = []
    for field in fields:
        if field.kind is Kind.JURISDICTION:
            found = [s for s in (_state(p) for p in pieces_of(field.value) if not is_rule(str(p))) if s]
            below = bool(found) and found[0].pieces[0].start > field.caption[0].start
            out += found[:1] if below else found
    if not out:
        match = _WHERE.search(text.chars, 0, text.starts[last] if last < len(text.starts) else len(text.chars))
        if match and (match[1] or is_place(match[2])):
            group = match.lastindex or 1
            return [Printed(match[group], (text.at(match, group),))]
        out = _run_together(text, last)
    return out


def _run_together(text: Text, last: int) -> list[Printed]:
    """States of columns that one space parts: ``Nevada 82-1234567`` over ``(State of ...) (I.R.S. Employer ...)``."""
    out: list[Printed] = []
    for number in range(1, min(last, len(text.lines))):
        if _STATE_AND_MORE.match(text.lines[number]):
            above = number - 1 if text.lines[number - 1].strip() else max(number - 2, 0)
            match = _STATE_NUMBER.match(text.lines[above])
            out += [Printed(match[1], (text.piece(above, *match.span(1)),))] if match else []
    return out or _stacked(text, last)


def _stacked(text: Text, last: int) -> list[Printed]:
    """The state of a flattened table: state, file number and employer number, a line each, then ``(State``."""
    filled = [n for n in range(min(last, len(text.lines))) if text.lines[n].strip()]
    for i in range(2, len(filled) - 1):
        if not (_LONE.fullmatch(text.lines[filled[i]].strip()) and _STATE_OPENS.match(text.lines[filled[i + 1]])):
            continue
        above = i - 2 if _FILE.fullmatch(text.lines[filled[i - 1]].strip()) else i - 1
        state = _state(text.line(filled[above]).strip())
        return [state] if state and not _HEADING.match(state.pieces[0].words) else []
    return []


def _state(piece: Piece) -> Printed | None:
    if _NONE.match(str(piece)):
        return Printed(None, (piece,))
    match = _LEAD.match(str(piece))
    then = _THEN_NUMBER.search(str(piece))
    core = piece.sub(match.end() if match else 0, then.start() if then else len(str(piece))).strip(" .;:")
    if tail := _FORM_TAIL.search(str(core)):
        lead = _ARTICLE.match(str(core))
        core = core.sub(lead.end() if lead else 0, tail.start())
    if named := _OF_WHOM.fullmatch(str(core)):
        core = core.group(named, "state")
    if not str(core) or _NOT_STATE.search(str(core)) or len(str(core)) > 50:
        return None
    return Printed(core.words, (core,))


def _numbers(text: Text, fields: Sequence[Field], last: int) -> list[Printed]:
    out: list[Printed] = []
    for field in fields:
        if field.kind is not Kind.EIN:
            continue
        for piece in (*pieces_of(field.value), *field.caption):
            match = _EIN.search(str(piece))
            if match:
                out.append(Printed(match[0], (piece.group(match),)))
            elif _NONE.match(str(piece)):
                out.append(Printed(None, (piece,)))
    if not out:
        match = _LONE.search(text.chars, 0, text.starts[last] if last < len(text.starts) else len(text.chars))
        out = (
            [Printed(match[0], (text.at(match),))] if match else _stacked_number(text, last) or _bare_number(text, last)
        )
    return out


def _stacked_number(text: Text, last: int) -> list[Printed]:
    """The employer number of a flattened table, whatever its digits: the line below a file number, over ``(State``."""
    filled = [n for n in range(min(last, len(text.lines))) if text.lines[n].strip()]
    for above, number, below in zip(filled, filled[1:], filled[2:], strict=False):
        if not _STATE_OPENS.match(text.lines[below]) or not _FILE.fullmatch(text.lines[above].strip()):
            continue
        piece = text.line(number).strip()
        return [Printed(piece.words, (piece,))] if _EIN.fullmatch(str(piece)) else []
    return []


def _bare_number(text: Text, last: int) -> list[Printed]:
    """Nine digits alone on a line, in a flattened table, above the line that says whose number they are."""
    filled = [n for n in range(min(last, len(text.lines))) if text.lines[n].strip()]
    for i, number in enumerate(filled):
        below = [text.lines[n] for n in filled[i + 1 : i + 4]]
        if _NINE.fullmatch(text.lines[number]) and any(kind_of(line) is Kind.EIN for line in below):
            piece = text.line(number).strip()
            return [Printed(piece.words, (piece,))]
    return []


def _joined(names: list[Printed], states: list[Printed], numbers: list[Printed]) -> list[Draft]:
    """Names with their jurisdictions and numbers, in order; one jurisdiction printed for all holds for all."""
    out: dict[str, Draft] = {}
    for at, name in enumerate(names):
        state = states[min(at, len(states) - 1)] if states and (at < len(states) or len(states) == 1) else None
        number = numbers[at] if at < len(numbers) else None
        if name.text:
            out.setdefault(name_key(name.text), Draft(name, state, number))
    return list(out.values())
