"""Firms' names within running text.

::

    Consent of Hein + Associates LLP, independent registered public accounting firm
    passed upon for us by Vane & Moor LLP, New York, New York, and Orley, Stane and Brandt, P.C.
    Opinion of Muriel D. Hatcher, Esq., General Counsel

A name runs over capitalised words, ampersands and commas between partners, to its legal form; a place, a role or the
end of the sentence ends it.
"""

from __future__ import annotations

import re
from functools import cache

from .lexicon import words
from .span import Piece, Text

_TOKEN = re.compile(
    r"[A-ZÀ-Þ][\w'’+.\-]*(?:/[A-ZÀ-Þ][\w'’+.\-]*)*|(?:[a-z]\.){3,}|&(?:amp;)?|\+|and\b|AND\b|(?:et|und|y)(?=\s+[A-ZÀ-Þ])|(?:de|von|van|der|den|la|du|of)\b|i(?=[A-Z])\w+"
)
_GAP = re.compile(r"(?P<comma>,?)\s+|(?P<glue>,)(?=[A-Z])")
_JOIN = frozenset(
    {"&", "+", "and", "AND", "et", "und", "y", "de", "von", "van", "der", "den", "la", "du", "of", "&amp;"}
)
_LINK = frozenset({"&", "+", "and", "AND", "et", "und", "y", "&amp;"})
_ABBREVIATION = re.compile(
    r"(?:[A-Z]\.)+$|(?:Co|Inc|Ltd|Corp|Jr|Sr|St|Cos|Bros|Messrs|Mr|Ms|Mrs|Dr|C[ií]a|Geo|Wm|Chas|Jas|Thos|Robt|Edw|Benj)\.$"
    r"|(?:[A-Za-z]\.){2,}$"
)
_DOTTED = re.compile(r"\.[A-Za-z]\.$|^(?:Inc|Corp|Co|Ltd)\.$")
_ROLE_FORM = re.compile(
    r",?\s+(?:law\s+offices?|professional\s+corporation|a\s+professional\s+(?:corporation|association)"
    r"|chartered(?!\s+(?:\w+\s+)?accountant)"
    r"|abogados|advocates|wirtschaftspr\w+)\b|,\s+(?-i:A\.C\.)(?=[\s,;.)*]|$)",
    re.I,
)
_AFTER_CPA = re.compile(  # Vane Moor CPA Limited
    r"(?<=CPA)s?\s+(?:Limited\b|Ltd\b\.?|Company(?:\s+(?:Limited|Ltd\b\.?))?|&\s+Co\b\.?(?:,?\s+(?:Ltd\b\.?|Limited))?|Co\.,?\s+Ltd\b\.?)"
)
_PLACED = re.compile(r"\s+\((?:[A-Z][\w.]*\s?){1,3}\)\s+(?P<form>[A-Z][\w.]*)")  # Vane & Moor (Hong Kong) LLP
_LAW_OFFICES = re.compile(r"(?:the\s+)?law\s+(?:offices?|firm)\s+of\s+|messrs\.?\s+|the\s+firm\s+of\s+", re.I)
_NORDIC = frozenset({"AS", "AB", "SE", "OY"})  # legal forms that are words in capitals, too
_CLOSED = re.compile(r"\s*(?:[,.;:)(]|$)|\s+[a-z]")
_LONGEST = 140


@cache
def _forms() -> frozenset[str]:
    """Legal forms of one word, without dots; those that end a name."""
    found = {form.replace(" ", "") for form in words("legal_forms") if " " not in form or len(form) < 8}
    return frozenset(found - {"na", "as", "se", "a", "ab", "company", "co", "limited", "chartered"})


def _is_form(token: str) -> bool:
    plain = token.replace(".", "").rstrip(",").casefold()
    return plain in _forms() and (token.isupper() or "." in token or token[:1].isupper())


def name_at(text: Text, start: int, end: int | None = None) -> Piece | None:
    """The firm's or person's name that begins at ``start`` (white space before it skipped); None where there "
    "is none."""
    chars = text.chars
    limit = min(len(chars) if end is None else end, start + _LONGEST)
    at = start + len(chars[start:limit]) - len(chars[start:limit].lstrip(' \n\t"“'))
    skipped = _LAW_OFFICES.match(chars, at, limit)
    first = at + (4 if skipped and skipped[0].startswith(("the ", "The ")) else 0)
    stop = _walk(chars, skipped.end() if skipped else at, limit)
    if stop is None:
        return None
    keep_offices = skipped is not None and "office" in skipped[0].casefold()
    return Piece(text, first if keep_offices or skipped is None else skipped.end(), stop)


def _walk(chars: str, at: int, limit: int) -> int | None:
    """Where the name that begins at ``at`` ends."""
    stop, linked, count = None, False, 0
    ends = words("name_ends")
    while at < limit:
        token = _TOKEN.match(chars, at, limit)
        if token is not None and count and token[0] in _NORDIC and _CLOSED.match(chars, token.end()):
            return token.end()
        if token is None or (token[0].casefold().strip(".,") in ends and count) or (count == 0 and token[0] in _JOIN):
            break
        word = token[0]
        if count == 0 and word.casefold().strip(".,") in ends:
            return None
        count += 1
        if word in _LINK:
            if linked and word.casefold() == "and":
                break
            linked = True
        at = token.end()
        if word not in _JOIN:
            stop = at
        if _is_form(word) and count > 1:
            dotted = word.endswith(".") and not _DOTTED.search(word)
            return at - 1 if dotted else _after_form(chars, at, limit)
        if word.endswith(".") and not _ABBREVIATION.search(word):
            return at - 1
        if (placed := _PLACED.match(chars, at, limit)) and _is_form(placed["form"]):
            return placed.end() - (placed["form"].endswith(".") and "." not in placed["form"][:-1])
        gap = _GAP.match(chars, at, limit)
        if gap is None or gap[0].count("\n") > 2 or not _goes_on(chars, gap, linked, limit):
            break
        at = gap.end()
    if stop is None:
        return None
    role = _ROLE_FORM.match(chars, stop, min(len(chars), stop + 60))
    return role.end() if role else stop


def _after_form(chars: str, at: int, limit: int) -> int:
    """The end of a name after a legal form: a second form may follow (``& Co., LLP``)."""
    role = _ROLE_FORM.match(chars, at, min(len(chars), at + 60)) or _AFTER_CPA.match(chars, at, limit)
    if role:
        return role.end()
    gap = _GAP.match(chars, at, limit)
    token = _TOKEN.match(chars, gap.end(), limit) if gap else None
    if token and _is_form(token[0]):
        return token.end() - (1 if token[0].endswith(".") and "." not in token[0][:-1] else 0)
    return at


def _goes_on(chars: str, gap: re.Match[str], linked: bool, limit: int) -> bool:
    """Whether what stands after a gap belongs to the name."""
    if not gap["comma"] and not gap["glue"]:
        return True
    token = _TOKEN.match(chars, gap.end(), limit)
    if token is None:
        return False
    if _is_form(token[0]) or token[0] in _LINK:
        return True
    rest = chars[gap.end() : min(limit, gap.end() + 90)]
    return not linked and bool(
        re.match(
            r"(?:[A-Z][\w'’.\-]*(?:\s[A-Z][\w'’.\-]*)?,\s+){0,6}[A-Z][\w'’.\-]*(?:\s[A-Z][\w'’.\-]*)?,?\s+(?:&"
            r"|and|\+|y|et|und)\s+[A-Z]",
            rest,
        )
    )


def strings_text(words_: str) -> Text:
    """A string as a text of its own, for finding names in it."""
    return Text(0, words_, words_)
