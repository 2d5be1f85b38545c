"""The grammar of exhibit lists: numbers and their marks, legends, what breaks lines, what is noise.

::

    * 4.1.      23.(i)      10-B-1      (3)(ii)      Exhibit 99.1      101.INS*      3   .1     numbers with marks
    *  Previously filed        (1) Incorporated by reference to ...                           legends
    II-4        <PAGE>         Table of Contents        -----------                           noise
"""

from __future__ import annotations

import re

from ..span import Piece

MARK = r"[*+†‡#§^~¶]+"
SUB = (
    r"(?:[.\-–]\s?(?!\d{4})[A-Za-z\d]{1,4}(?![A-Za-z\d])|\.?\([A-Za-z\d]{1,5}\)|(?<=\d)[A-Za-z]{1,2}(?![A-Za-z])"
    r"|(?<=[a-z]\))(?-i:[A-Z])(?![A-Za-z(]))"  # 10(iii)A
)
ROW = re.compile(
    rf"\s*(?P<before>(?:{MARK}|\({MARK}\))\s*)?(?P<label>(?:exhibit|ex\.?)[\s\-–#]*(?:nos?\.?\s*|number\s+)?)?"
    rf"(?P<number>\(\d{{1,3}}[.\-]\d{{1,3}}[A-Za-z]?\)|\(\d{{1,3}}\)(?:\.?\(?[A-Za-z]{{1,3}}\)?(?=[.\s*]))?"
    rf"|\d{{1,3}}(?!\d)(?:\s{{1,6}}\.\d{{1,3}}(?=[*+†\s])|\s\([a-z\d]{{1,3}}\)(?=\s+[-–—]{{1,2}}\s|\s{{3,}}\S))?{SUB}{{0,5}}"
    r"|(?(label)(?-i:[A-Z])(?=\s?[.:*]\s|\s{2,}\S|\s[-–—]{1,2}\s)|(?!)))"  # Exhibit A, of a schedule's few
    rf"(?P<after>\s?(?:{MARK}|\({MARK}\))(?:\s?,\s?{MARK})*)?(?P<dot>\s?[.:](?=\s|$))?(?P<late>\s?{MARK})?"
    r"(?P<gap>\s*(?:\.\s?){4,}\s*(?=[^\n]*[A-Za-z]{3})|\s+[-–—]{1,2}\s+|[-–—]{2}\s*|\s+|$)",
    re.I,
)
NESTED = re.compile(r"\s*(?P<sub>\((?:[ivx]{1,4}|[a-z])\)|[A-Z]\.)\s+(?=\S)")
LEGEND = re.compile(
    rf"\s*(?P<mark>{MARK}|\({MARK}\)|\(\d{{1,2}}\)|\([A-Za-z]\)|\[(?:[A-Za-z]|\d{{1,2}})\]"
    rf"|\d{{1,2}})(?P<gap>\s*[-–—:=.]?\s*)(?P<text>[\"“(]?[A-Za-z].*)"
)
EXPLAINS = re.compile(
    r"(?:\w+ ){0,3}?(?:previously|incorporated|filed|to be filed|will be filed|furnished|management|indicates"
    r"|denotes|included|"
    r"portions|confidential|compensatory|see|not filed|contract|attached|pursuant|schedules|certain|reference"
    r"|submitted|"
    r"as filed|represents|constitutes|identifies|designates|exhibits?|contained)\b",
    re.I,
)
ALONE = re.compile(rf"\s*(?:{MARK}|\({MARK}\)|\((?:\d{{1,2}}|[a-z])\))\s*$")
OF_EXHIBITS = re.compile(r"exhibit|description|document|designation", re.I)
CATEGORY = re.compile(
    r"\W*(?:material\s+contracts|instruments\s+defining|(?:certificate"
    r"|articles)\s+of\s+incorporation\s+and\s+by-?laws|"
    r"additional\s+exhibits|statements?\s+re\b|consents\s+of\s+experts|plan\s+of\s+acquisition"
    r"|underwriting\s+agreements|subsidiaries\s+of\s+the\s+registrant|opinions?\s+re\b|letters?\s+re\b"
    r"|powers?\s+of\s+attorney\s*\W*$|(?:section|rule)\s[\w\-()./]+\s(?:\w+\s)?certifications\W*$"
    r"|certifications\W*$|voting\s+trust\s+agreements?)",
    re.I,
)
FORM_NAME = re.compile(r"(?:(?:10|8|6|20|40|11)-[KQF](?:SB|405)?|8-A)$")
STATEMENTS = re.compile(r"\b(?:financial\s+statements?|schedules?|balance\s+sheets?|statements?\s+of)\b", re.I)
NOTHING = re.compile(r"\(?(?:not\s+applicable|none|n/a|omitted)\.?\)?$", re.I)
TELLS = re.compile(r"(?:incorporated (?:herein )?by|previously filed|filed (?:here\w*|with|as)|to be filed)\b", re.I)
NOTED = re.compile(r"\((?:[a-z]|\d{1,2})\)\s{2,}(?=\S)")  # a footnote's mark between a number and its description
NOISE = re.compile(
    r"(?:[-–—_=.*\s]+|(?:page\s{0,3})?[-–— ]{0,6}(?:[IVXFSA]{1,4}-)?\d{1,3}\s{0,3}[-–—.]?|table of contents"
    r"|\(?continued\)?|<[^>]{1,20}>|[-–— ]{0,6}[ivx]{1,4}[-–— ]{0,6}"
    r"|[^|]{2,60}\|\s?(?:\d{4}\s)?form\s10-[kq]\s?\|\s?\d{1,3})$",
    re.I,
)
BROKEN = re.compile(
    r"(?:\b(?:exhibits?|nos?\.|number|form|section|rule|item|file|and|or|the|of|to|in|on|dated|pages?)"
    r"|[,(])\s*$",
    re.I,
)
OPEN_END = re.compile(r"(?:\b(?:and|or|the|of|to|in|on|by|for|with|between|as|from|its|a|an|dated)|[,&-])\s*$", re.I)
ABBREVIATED = re.compile(r"\b(?:Inc|Co|Corp|Ltd|Dr|Mr|Ms|Mrs|Jr|Sr|No|Nos|St|[A-Z])\.$")
CLOSED = re.compile(r"[.;:)\]*†]\s*$")
LEADERS = re.compile(r"(?<![.·…_])(?<![.·…_]\s)(?:\s?[.·…_]){3,}\s*(?:[A-Z]{0,3}-?\d{1,4})?\s*$")
CODE = re.compile(
    rf"(?P<code>\(\d{{1,2}}\)|(?=\S*\d)[A-Z\d][A-Z\d/.\-]{{1,12}})\s{{0,2}}(?P<mark>{MARK})?"
)  # of a note
UNITS = {"i": 1, "v": 5, "x": 10}


def mark_key(mark: str) -> str:
    """A mark for looking up: without brackets about symbols and without spaces."""
    plain = "".join(mark.split())
    return plain.strip("()") if not plain.strip("()").isalnum() else plain


def without_leaders(pieces: list[Piece]) -> list[Piece]:
    """The pieces without leaders and the page numbers after them."""
    kept = []
    for piece in pieces:
        found = LEADERS.search(str(piece))
        piece = piece.sub(0, found.start()) if found else piece
        if str(piece).strip():
            kept.append(piece.strip())
    return kept


def plain_number(raw: str) -> str:
    return "".join(raw.split()).rstrip(".-–")


def is_number(raw: str, labelled: bool) -> bool:
    """Whether a number is one of the exhibit table's (1 to 36 and 95 to 107)."""
    if raw.isalpha():
        return labelled
    major = int(re.findall(r"\d+", raw)[0])
    return 1 <= major <= 36 or 95 <= major <= 107 or (labelled and major < 95)


def first_part(number: str, sub: str) -> str | None:
    """The first part of a number that ends in the part before ``sub``: ``3(i)``, ``(ii)`` give ``3``."""
    if sub.endswith("."):
        found = re.match(r"(.*[)\d.\-])([A-Z])$", number)
        return found[1] if found and ord(sub[0]) - ord(found[2]) == 1 else None
    found = re.match(r"(.+)\(([a-z]+)\)$", number)
    if found is None:
        return None
    last, now = found[2], sub.strip("()")
    if len(last) == len(now) == 1 and ord(now) - ord(last) == 1:
        return found[1]
    return found[1] if _roman(now) - _roman(last) == 1 else None


def _roman(digits: str) -> int:
    values = [UNITS.get(d, 0) for d in digits]
    return sum(-v if values[i + 1 : i + 2] and values[i + 1] > v else v for i, v in enumerate(values))
