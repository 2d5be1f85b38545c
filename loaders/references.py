"""Other registration statements that the main document cites, and the reports it incorporates.

::

    pursuant to General Instruction E ... the contents of the Registration Statements on Form S-8,
    Nos. 33-41137 (filed June 12, 1991), 33-48964 and 33-41772, are incorporated herein by reference

    (a) The Registrant's Annual Report on Form 10-K for the fiscal year ended December 31, 2002;
    (b) all other reports filed pursuant to Section 13(a) since then;

The filing's own number, the numbers that exhibits were filed under and those of Exchange Act registrations
are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .dates import parse_date
from .exhibits.lists import list_spans
from .records import Exhibit, IncorporatedDocument, Reference, cite
from .scan import lowered, places
from .span import Piece, Text

_NUMBER = re.compile(r"(?<![\w.$/#-])(?P<number>0?(?:333|33|2)-\d{2,6}(?:-\d{1,3})?)(?![\d/%]|-\d|\.\d)")
_DIGITS = re.compile(r"0*(333|33|2)-0*(\d{4,6})(?:-\d{1,3})?$")
_CONTEXT = re.compile(r"\bregistration|\bfile\s+n|\bfile\b|\bno[s.]|\bnumbers?\b|\bform\s+[SFN]|\bstatements?\b", re.I)
_PHONE = re.compile(r"\b(?:tele)?(?:phone|copier)|\bfax|\bfacsimile|\bcall", re.I)
_EXCHANGE = re.compile(
    r"\b(?:commission|exchange\s+act|sec)\s+file\s+(?:nos?\.?|numbers?)(?:\s+of\s+(?:the\s+)?[a-z]+(?:\s[a-z]+)?)?[\s:]*$",
    re.I,
)
_ABBREVIATED = re.compile(  # their periods end no sentence
    r"\b(nos?|(?:Inc|Corp|Co|Ltd)(?=\.(?:['’]s|\s(?:registration|form)\b)))\.", re.I
)
_STATEMENT = re.compile(r"\b(?:registration\s+statements?|forms?\s+(?:SB|S|F|N)-\d{1,2})\b[^.;]{0,60}$", re.I)
_OF_REPORT = re.compile(
    r"\bforms?\s+(?:10-?[KQ]|8-?[KA]|20-?F|40-?F|11-?K|6-?K)\w*\b(?!.*\b(?:registration|form))", re.I
)
_EXHIBIT = re.compile(r"\bexhibits?\s+(?:nos?\.?\s*)?\(?\d[\w.()-]*\s*(?:,|to|of|in|and)?\s*[^.;]{0,200}$", re.I)
_FORM = re.compile(r"\bForms?\s+(?P<form>(?:SB|S|F|N)-\d{1,2}(?:/A)?)", re.I)
_FILED = re.compile(
    r"^[\s),]*\(?\s*(?:(?:which\s+was\s+|as\s+|initially\s+|originally\s+)?(?:filed|dated|effective)\b[^.;\d]{0,90}?)"
    r"(?P<day>[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s*\d{4}|\d{1,2}/\d{1,2}/\d{2,4})",
    re.I,
)
_AMENDS = re.compile(
    r"^[^\w\n]*post[- ]effective\s+amendment\s*(?:no|number|to|\n)", re.I | re.M
)  # what it amends is another filing's registration
_GOES_ON = re.compile(
    r"\s{0,80}(?:[,;&]|,?\s{0,80}and\b)\s{0,80}(?:nos?\.?\s{0,9})?", re.I
)  # between the numbers of a list
_COVER = 4000  # characters of the cover
_HOLDS = re.compile(r"\b(?:is|are)\s+(?:also\s+)?contained\s+in\s+(?:the\s+)?registration", re.I)
_SOLD = re.compile(
    r"\b(?:sold|offered|issued)\b.*\bpursuant\s+to\s+(?:an?|our|the)\s+(?:effective|shelf|registration)", re.I
)
_CARRIED = re.compile(
    r"\b(?:incorporat|carr(?:y|ied)|unsold|terminat|deregister|amend|general instruction|rule 4)", re.I
)
_INSTRUCTION_E = re.compile(
    r"\bgeneral\s+instruction\s+[\"“]?E\b|\bregistration\s+of\s+additional\s+securities\b|\bregister(?:s"
    r"|ing)?\s+additional\s+(?:shares|securities)\b"
    r"[^.]{0,300}\b(?:contents|incorporated)\b",
    re.I,
)
_REPORT = re.compile(
    r"\b(?:(?:annual|quarterly|current|transition)\s+reports?\s+|registration\s+statement\s+|description\s+"
    r"|latest\s+)?(?:on\s+|\(?\s*)Forms?\s+"
    r"(?P<form>10-?K(?:SB|405|T)?(?:/A)?|10-?Q(?:SB)?(?:/A)?|8-?K(?:/A)?|8-?A(?:/A|12B|12G)?|11-?K(?:/A)?"
    r"|20-?F(?:/A)?|40-?F|6-?K|10-?SB|10)(?![\w-])",
    re.I,
)
_DAY = r"(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}\s?,?\s*\d{4}|\d{1,2}/\d{1,2}/\d{2,4})"
_PERIOD = re.compile(rf"\b(?:years?|quarters?|periods?|months)\s+(?:ended|ending)\s+(?P<day>{_DAY})", re.I)
_DATED = re.compile(rf"\b(?:filed|dated)\b[^.;\d]{{0,80}}?(?P<day>{_DAY})", re.I)
_DAYS = re.compile(rf"{_DAY}")
_FILE = re.compile(r"\bfile\s+(?:nos?\.?|numbers?)\s*(?P<number>0{0,2}\d{1,3}-\d{3,6})", re.I)
_ITEM3 = re.compile(r"\bincorporat(?:ion|ed)\b[^\n]{0,60}\bby\s+reference\b|\bdocuments?\s+incorporated\b", re.I)
_ITEM = re.compile(r"^\s*item\s+(?:4|5|6)\b|^\s*(?:description\s+of\s+securities|interests\s+of\s+named)", re.I | re.M)


def plain_number(number: str) -> str:
    """A registration number for comparing: leading zeros of both parts left out."""
    found = _DIGITS.match(number.strip())
    return f"{found[1]}-{found[2]}" if found else number.strip()


def read_references(text: Text, own: str | None, exhibits: tuple[Exhibit, ...] | None = None) -> tuple[Reference, ...]:
    """The registration statements other than this one (``own``) that the document cites, each once.

    ``exhibits``: the exhibit index where it has been read; else the lists are looked for here.
    """
    excluded: tuple[tuple[int, int], ...] | None = None
    found: dict[str, Reference] = {}
    form: str | None = None  # of the number before
    listed = -1  # where the last number ends that is cited: one that only a comma parts from it is cited, too
    mine = plain_number(own) if own and not _AMENDS.search(text.chars, 0, _COVER) else None
    for match in _numbers(text):
        number = plain_number(match["number"])
        if number == mine or not _DIGITS.match(match["number"]):
            continue
        goes_on = listed >= 0 and _GOES_ON.fullmatch(text.chars, listed, match.start()) is not None
        if number not in found and not goes_on and not _cited(text, match):
            continue
        listed = match.end()
        if number in found:
            form = found[number].form
            continue
        if excluded is None:
            excluded = list_spans(text) if exhibits is None else _spans(exhibits, text.document)
        at = match.start() if exhibits is None else text.span(match.start("number"), match.end("number")).start
        if any(a <= at < b for a, b in excluded):
            continue
        found[number] = _reference(text, match)
        if goes_on and not found[number].form:
            found[number] = replace(found[number], form=form)
        form = found[number].form
    return tuple(found.values())


def _numbers(text: Text) -> Iterator[re.Match[str]]:
    """The registration numbers in the text, in order."""
    end = 0
    for at in places(text.chars, "33-", "2-"):
        first = max(end, at - 2)
        match = next((m for start in range(first, at + 1) if (m := _NUMBER.match(text.chars, start))), None)
        if match and match.start() >= end:
            end = match.end()
            yield match


def _spans(exhibits: tuple[Exhibit, ...], document: int) -> tuple[tuple[int, int], ...]:
    """Where in the source the rows and legends of the exhibit index stand."""
    return tuple(
        (e.span.start, e.span.end) for exhibit in exhibits for e in exhibit.evidence if e.span.document == document
    )


def _cited(text: Text, match: re.Match[str]) -> bool:
    """Whether the words before a number make it that of another registration statement."""
    before = text.chars[max(0, match.start() - 320) : match.start()]
    words = _ABBREVIATED.sub(r"\1", " ".join(before.split()))
    if not _CONTEXT.search(words[-200:]) or _PHONE.search(words[-50:]):
        return False
    if _EXCHANGE.search(words) and not _STATEMENT.search(words):
        return False
    sentence = re.split(r"(?<=[a-z)])[.;]\s+(?=[A-Z(])", words)[-1]
    if _HOLDS.search(sentence):  # where a plan that is an exhibit was filed
        return False
    if _SOLD.search(sentence) and not _CARRIED.search(sentence):
        return False
    return not _EXHIBIT.search(sentence) and not _OF_REPORT.search(sentence)  # else an Exchange Act file number


def _reference(text: Text, match: re.Match[str]) -> Reference:
    place = text.at(match, "number")
    forms = list(_FORM.finditer(text.chars, max(0, match.start() - 200), match.start()))
    after = text.chars[match.end() : match.end() + 160]
    later = _FORM.match(after, len(after) - len(after.lstrip(" ,(on\n")))
    form = later or (forms[-1] if forms else None)
    filed = _FILED.match(after)
    evidence = cite("file_number", place)
    day = None
    if filed:
        day = parse_date(" ".join(filed["day"].split()))
        if day:
            evidence += cite("filed", Piece(text, match.end() + filed.start("day"), match.end() + filed.end("day")))
    return Reference(match["number"], form["form"].upper() if form else None, day, evidence)


def is_instruction_e(text: Text) -> bool:
    """Whether the filing registers additional securities under General Instruction E."""
    for at in places(lowered(text.chars), "general instruction", "of additional", "additional s"):
        match = _INSTRUCTION_E.search(text.chars, max(0, at - 40), at + 480)
        if match and _says_so(text, match):
            return True
    return False


def _says_so(text: Text, match: re.Match[str]) -> bool:
    around = " ".join(text.chars[max(0, match.start() - 120) : match.end() + 120].casefold().split())
    return "not applicable" not in around


def read_incorporated(text: Text) -> tuple[IncorporatedDocument, ...]:
    """The reports of Item 3: each form with its period, date and file number where printed."""
    section = _item3(text)
    if section is None:
        return ()
    start, end = section
    matches = list(text.find(_REPORT, start, end))
    found: list[IncorporatedDocument] = []
    for i, match in enumerate(matches):
        until = min(end, match.end() + 420, matches[i + 1].start() if i + 1 < len(matches) else end)
        found += _incorporated(text, match, until)
    return tuple(dict.fromkeys(found))


def _item3(text: Text) -> tuple[int, int] | None:
    """Where Item 3 stands: from its heading to the next item."""
    low = lowered(text.chars)
    starts = [at for at in places(low, "item 3") if not low[low.rfind("\n", 0, at) + 1 : at].strip()]
    if not starts:
        mentions = places(low, "incorporat", "documents incorporated", start=min(500, len(low)))
        starts = [at for at in mentions if _ITEM3.match(text.chars, at)]
    if not starts:
        return None
    start = low.find("\n", starts[-1] if _contents(low, starts) else starts[0])
    start = starts[0] if start < 0 else start
    after = _ITEM.search(text.chars, start, start + 9000)
    return start, after.start() if after else min(len(text.chars), start + 9000)


def _contents(low: str, starts: list[int]) -> bool:
    """Whether the first of several headings is a line of the table of contents."""
    return len(starts) > 1 and low[starts[0] : low.find("\n", starts[0])].rstrip()[-1:].isdigit()


def _incorporated(text: Text, match: re.Match[str], until: int) -> list[IncorporatedDocument]:
    tail = text.chars[match.end() : until]
    form = re.sub(r"^(10|8|20|40|11|6)([A-Z])", r"\1-\2", match["form"].upper())
    number = _FILE.search(tail)
    period = _PERIOD.search(tail)
    if period:
        days = [period, *_more_days(tail, period.end())] if form.startswith("10-Q") else [period]
    else:
        dated = _DATED.search(tail)
        days = [dated, *_more_days(tail, dated.end())] if dated else []
    place = text.at(match)
    out = []
    found: list[re.Match[str] | None] = [*days] or [None]
    for day in found:
        printed = (
            day["day"] if day is not None and "day" in day.re.groupindex else (day[0] if day is not None else None)
        )
        iso = parse_date(" ".join(printed.split())) if printed else None
        evidence = cite("form", place)
        if day is not None and iso:
            evidence += cite(
                "period" if period else "filed", Piece(text, match.end() + day.start(), match.end() + day.end())
            )
        out.append(
            IncorporatedDocument(
                form, iso if period else None, None if period else iso, number["number"] if number else None, evidence
            )
        )
    return out


def _more_days(tail: str, at: int) -> list[re.Match[str]]:
    """The days that go on a list (``March 31, June 30 and September 30, 2003`` counts once; full dates only)."""
    found: list[re.Match[str]] = []
    while True:
        day = re.compile(rf"\s*(?:,|and|,\s*and)\s+{_DAY}").match(tail, at)
        if day is None:
            return found
        inner = _DAYS.search(tail, day.start(), day.end())
        if inner is None:
            return found
        found.append(inner)
        at = day.end()
