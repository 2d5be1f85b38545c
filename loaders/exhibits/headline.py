"""The headline of a document: what stands below its letterhead and contacts and above its running text.

::

    FOR IMMEDIATE RELEASE                                  label
    CONTACT: Jane Q. Roe, Chief Financial Officer          contact
             (555) 555-0100
    ORLEY FOODS REPORTS SECOND QUARTER                     headline
    RESULTS                                                goes on
    PORTLAND, Maine, July 22, 2004 - Orley Foods ...       running text

Labels, letterheads, contacts, dates, times and columns are passed over; where the running text comes first, or
nothing says that a line is a headline (verb, kind of document, capitals, centring, bold type), there is none.
"""

from __future__ import annotations

import re
from itertools import pairwise

from ..dates import find_dates
from ..names import looks_like_person
from ..organizations import is_organization
from ..span import Piece, Text
from ..titles import is_title

_MOST = 30  # lines of words among which a headline is
_LONGEST = 200
_LINES = 6  # lines of one headline
_LABEL = re.compile(
    r"^\W*(?:exhibits?\s+\W*[\w.()-]+\W*$|exhibit\b.{0,40}$|ex-|for\s+(?:immediate|more|further|release|information)"
    r"|(?:\w+\s+)?(?:news|press|media|earnings)\s+release\W*$|contacts?\b|news\W*$|page\b|tel\b|telephone|phone|fax|e-?mail"
    r"|table\s+of\s+contents|index\b|date\b|media\W|media\s+contact|investors?\W|investor\s+(?:relations|contact)|press\W"
    r"|quicklinks|ladies|gentlemen|dear|re\b|in\s+re\b|immediately\b|immediate\s+release|release\W*$|\w+day\b"
    r"|company\s+contact|source\b|moderator|operator|confirmation\b|(?:nasdaq|nyse|amex|otc)\b[^a-z]*\S*$|\d+\W*$"
    r"|at\s+the\s+company|symbol\b|traded?\b|p\.?\s?o\.?\s+box)",
    re.I,
)
_NUMBERS = re.compile(r"@|https?:|\bwww\.|\(\d{3}\)|\d{3}[-.]\d{3,4}|\b\d{1,2}:\d\d\b|^[\[(]|\blogo\b|:$", re.I)
_COLUMNS = re.compile(r"\S\s{4,}\S")
_COURT = re.compile(r"\bcourt\b|^(?:for\s+the\s+)?\w*\s*district\s+of\b", re.I)
_ADDRESS = re.compile(
    r"\b[A-Z]{2}\.?,?\s+\d{5}\b|^\w+:\s|^\d+\s+\S+\s+(?:\S+\s+)?(?:street|st\.|avenue|ave\.|road|drive|blvd)"
)
_DATELINE = re.compile(
    r"^[A-Z][\w.,'’ &()-]{1,60}?(?:--|[—–―…]|\.{3}|\s-\s|/\s?PRNewswire|\((?:BUSINESS\s*WIRE|[A-Z][a-z]+\.?\s+\d))"
    r"|/PRNewswire|\(BUSINESS\s*WIRE"
)
_OPENS = re.compile(r"(?:we|pursuant|the\s+following|this\s+\w+|in\s+accordance|reference\s+is)\b", re.I)
_SENTENCE = re.compile(r"[a-z]{2,}[.:]$")
_VERB = (
    r"(?:announc|report|nam|acquir|complet|elect|appoint|declar|agre|enter|sign|post|updat|expand|settl|becom|adopt"
    r"|approv|clos|launch|rais|reach|receiv|select|sell|expect|confirm|commenc|extend|increas|provid|promot|deliver|achiev"
    r"|amend|award|begin|buy|comment|file|form|hir|issu|join|merg|offer|open|plan|pric|purchas|reaffirm|redeem"
    r"|releas|reduc|resign|respond|retir|schedul|secur|split|terminat|unveil|win|grow|drive|surg|ris|fall|declin)"
)
_SAYS = re.compile(rf"\b{_VERB}(?:e|es|s|d|ed|ies)\b|\bto\s+{_VERB}e?\b|\b(?:expand|settle|merge|agree)\b", re.I)
_INCOMPLETE = re.compile(
    rf"(?:\b(?:of|and|the|for|to|in|by|with|a|an|its|from|at|on|as|or|ending|ended|major|completion)|,|&|\b{_VERB}(?:e?s))$",
    re.I,
)
_GOES_ON = re.compile(r"(?:of|and|for|to|in|by|with|from|at|on|as|or|under)\b", re.I)
_KIND = re.compile(
    r"\b(?:agreements?|plan|order|consents?|statements?|balance\s+sheets?|results|exhibits|sales|factors|analysis|summary"
    r"|data|highlights|overview|considerations|commentary|notice|report|earnings|income|policy|charter|schedule|opinion"
    r"|certificate|presentation|guidance|outlook|dividend)\b",
    re.I,
)
_TAIL = re.compile(
    r"\b(?:inc|corp|corporation|co|company|companies|ltd|limited|l\.?p|llc|trust|fund|subsidiar\w+|incorporated|plc)"
    r"\b\W*(?:and\s+(?:its\s+)?(?:consolidated\s+)?subsidiar(?:y|ies)(?:\s+companies)?\W*)?$|^and\s+(?:its\s+)?subsidiar",
    re.I,
)
_PARTIES = re.compile(r"(?:by\s+and\s+)?(?:between|among)\b|by\s+and\b|dated\b|\(?unaudited|made\b", re.I)
_BOLD = re.compile(r"<b\b|<strong|<center|<h\d|font-weight:\s*(?:bold|[6-9]00)|align\s*[=:]\s*[\"']?center", re.I)


def find_headline(text: Text) -> Piece | None:
    """The words of the headline, over its lines; None where the document has none or it is unsure which they are."""
    lines = [n for n, line in enumerate(text.lines) if re.search(r"\w", line)][:_MOST]
    for at, number in enumerate(lines):
        line = text.line(number).strip()
        after = text.line(lines[at + 1]).strip() if at + 1 < len(lines) else None
        if _is_passed(line, after):
            continue
        if _is_running(line.words):
            return None
        end = _end(text, lines[at : at + _LINES])
        found = Piece(text, line.start, end.end)
        return found if len(found.words) <= 2 * _LONGEST and _is_sure(found, end, after) else None
    return None


def _is_passed(line: Piece, after: Piece | None) -> bool:
    """Is the line part of the letterhead, a label, a contact, a date or a row of columns?"""
    words = line.words
    if _LABEL.search(words) or _NUMBERS.search(words) or _COLUMNS.search(str(line)) or _COURT.search(words):
        return True
    if _DATELINE.match(words) or _SAYS.search(words):
        return False
    if _ADDRESS.search(words) or len(words.split()) < 2 or (len(words) < 40 and find_dates(line)):
        return True
    if _TAIL.search(words) or (is_organization(words) and len(words.split()) <= 5 and not _KIND.search(words)):
        # the first words of a headline may be a name; the next line then goes on
        return (
            after is None
            or not _GOES_ON.match(after.words)
            or bool(_LABEL.search(after.words) or _TAIL.search(after.words))
        )
    return _is_person(words)


def _is_person(words: str) -> bool:
    first, _, rest = words.partition(",")
    if _KIND.search(words):
        return False
    return is_title(words) or (looks_like_person(first) and (not rest or len(rest.split()) < 8))


def _is_running(words: str) -> bool:
    """Does the running text begin here: a dateline, a long line, a sentence, the middle of one?"""
    if len(words) > _LONGEST and not words.isupper():
        return True
    if words[:1].islower() or _DATELINE.match(words) or _OPENS.match(words):
        return True
    return bool(_SENTENCE.search(words)) and not _TAIL.search(words) and len(words) > 60


def _end(text: Text, lines: list[int]) -> Piece:
    """The last line of the headline that begins on the first of these."""
    last = text.line(lines[0]).strip()
    for above, number in pairwise(lines):
        below = text.line(number).strip()
        if not _is_joined(last, below, number - above == 1):
            break
        last = below
    return last


def _is_joined(line: Piece, below: Piece, is_next: bool) -> bool:
    words, more = line.words, below.words
    if _COLUMNS.search(str(below)) or len(more) > 110 or _NUMBERS.search(more) or _PARTIES.match(more):
        return False
    if _INCOMPLETE.search(words):
        return not _DATELINE.match(more)
    if _DATELINE.match(more) or not re.match(r"[A-Za-z(]", more) or _LABEL.search(more):
        return False
    if more[:1].islower() or (_GOES_ON.match(more) and not _SENTENCE.search(more)):
        return is_next or not _SENTENCE.search(more)
    if not is_next or find_dates(below):
        return False
    return words.isupper() and more.isupper() and not _TAIL.search(more) and (len(more.split()) > 1 or len(words) > 50)


def _is_sure(found: Piece, end: Piece, after: Piece | None) -> bool:
    """Does a sign say that these words are a headline?"""
    words = found.words
    if _SAYS.search(words) or _KIND.search(words) or words.isupper():
        return True
    span = found.span
    before = found.text.source[max(0, span.start - 400) : span.start]
    before = before[before.lower().rfind("<p") :] if "<p" in before.lower() else before
    if _BOLD.search(before):
        return True
    is_only = after is not None and end.line == found.line and bool(_DATELINE.match(after.words))
    return is_only or ("<" not in found.text.source[:400] and found.column >= 8)
