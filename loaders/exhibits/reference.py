"""Where an exhibit that is incorporated by reference was filed.

::

    incorporated by reference to Exhibit 3.1 to the Registrant's Registration Statement on Form S-1
    (Registration No. 333-24483), filed on November 17, 1997
    filed as Exhibit 10a to Form 10-K for the year ended December 31, 2000, File No. 1-2755
    previously filed under Exhibit 4.2 of Form 8-K dated April 25, 1997
"""

from __future__ import annotations

import re

from ..dates import parse_date
from ..records import ExhibitReference

_ANCHOR = re.compile(
    r"\bincorporated\b|\bfiled\s+(?:as|with|under|on)\b|\bpreviously\b|\bcontained\s+in\b|\bis\s+exhibit\b"
    r"|\bare\s+exhibit|[\[(]\s*(?:exhibits?|forms?)\s",
    re.I,
)
_FORM = re.compile(
    r"\bForms?\s+(?P<form>(?:SB|S|F|N)-?\s?\d{1,2}|10-?(?:K|Q)(?:SB|405|T)?|10-?SB|10|8-?[KA]|6-?K|20-?F|40-?F"
    r"|11-?K|T-?3|U5S)(?P<amended>/A)?(?![\w-])"
    r"|(?<![\w-])(?P<bare>10-K(?:SB|405)?|10-Q(?:SB)?|8-K|S-\d{1,2}|SB-\d|F-\d{1,2}|8-A|20-F"
    r"|11-K)(?P<again>/A)?(?![\w-])",
    re.I,
)
_PROXY = re.compile(r"\b(?:proxy\s+statement|information\s+statement|schedule\s+(?:13[DEG]|14[ACD]|TO)[\w-]*)", re.I)
FILE_NUMBER = re.compile(
    r"(?<![\d\w./-])(?P<number>(?:333|0?33|811|814|0?\d{1,2})-\d{2,6}(?:-(?:\d{1,3}|[A-Z]{1,3}\b))?(?:\(\d\))?)(?![\d-])"
)
_NUMBERED = re.compile(
    r"(?:\bfile|\bregistration(?:\s+statement)?|\breg\.?|\bcommission|\bnos?\.?|\bnumbers?"
    r"|\bunder)\W{0,4}(?:nos?\.?|numbers?|statement)?\W{0,6}(?:is\s+)?"
    r"(?P<number>(?:333|0?33|811|814|0?\d{1,2})-\d{2,6}(?:-(?:\d{1,3}|(?-i:[A-Z]{1,3})\b))?(?:\(\d\))?)(?![\d-])",
    re.I,
)
_EXHIBIT = re.compile(
    r"\b(?:exhibits?|ex\.)\s+(?:nos?\.?\s*|numbers?\s+)?(?P<number>\(?(?:\d[\w.()\-]*"
    r"|(?<=\()[a-z]\)\d[\w.()\-]*|(?-i:[A-Z]{1,4})(?:-\d+)?(?=\W))"
    r"(?:(?:\s*,\s*|\s+(?:and|through|to)\s+)\(?\d[\w.()\-]*)*)",
    re.I,
)
_DAY = (
    r"(?:[A-Z][a-z]{2,9}\.?\s+\d{1,2}\s?,?\s*(?:19|20)\d\d|\d{1,2}/\d{1,2}/(?:19|20)?\d\d|(?:19"
    r"|20)\d\d-\d\d-\d\d|\d{1,2}\s+[A-Z][a-z]{2,9}\s+(?:19|20)\d\d)"
)
_PERIOD = re.compile(
    rf"\b(?P<period>(?:(?:fiscal|calendar|transition|quarterly|annual|three|six|nine)\s+)?(?:year|quarter|period"
    rf"|months)\s+(?:ended|ending)\s+(?P<day>{_DAY}|(?:19|20)\d\d)|fiscal\s+(?:year\s+)?(?:19|20)\d\d)",
    re.I,
)
_FILED = re.compile(
    rf"\b(?:filed|furnished|submitted)\b[^;]{{0,75}}?(?P<day>{_DAY})|\bdated?\s*(?:as\s+of\s+|of\s+(?:report"
    rf"|event)[^;]{{0,30}}?)?(?P<dated>{_DAY})|\bof\s+(?P<of>{_DAY})"
)
_MONTH = r"(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)"
_BEFORE_FORM = re.compile(  # "the 3/31/00 Form 10-Q", "our 2008 Proxy Statement"
    rf"(?<![\d/])(?P<day>{_DAY}|(?:{_MONTH}\s+)?(?:19|20)\d\d)\s+(?:(?:Annual|Quarterly|Current)\s+Report\s+on\s+)?"
    r"(?:Forms?\s+(?=\d|[SFN]-?\d)|(?:Proxy|Information)\s+Statement|Annual\s+Report\b)"
)
_UNDER = re.compile(
    r"\b(?:reports?|filings?"
    r"|references?)\b[^;]{0,160}?\bfiled\b[^;]{0,90}?\bunder\s+(?:\w+\s+){0,3}?file\s+(?:nos?\.?"
    r"|numbers?)\s*(?P<number>0?\d{1,2}-\d{3,6})",
    re.I,
)

_FOR_ALL = re.compile(
    r"\bfile\s+(?:nos?\.?|numbers?)\s+(?:for|of)\s+(?:all\s+|the\s+|such\s+|our\s+){0,2}(?:\w+\s+){0,2}?(?:documents|reports|filings|exhibits)\b"
    r"[^;.]{0,80}?\b(?:is|are|was)\s+(?P<number>0?\d{1,2}-\d{3,6}|00[01]-\d{4,6})",
    re.I,
)


def read_reference(words: str) -> tuple[ExhibitReference, int]:
    """The reference that the words of a row or legend make, and where in the words it begins."""
    start = min((m.start() for m in _ANCHOR.finditer(words)), default=0)
    part = words[start:]
    if not (_FORM.search(part) or _NUMBERED.search(part) or _EXHIBIT.search(part) or _PROXY.search(part)):
        start, part = 0, words
    return ExhibitReference(_form(part), file_number(part), _date(part), _exhibit(part)), start


def names_several(words: str) -> bool:
    """Whether the words name filings of more than one form."""
    return len({(found["form"] or found["bare"]).upper() for found in _FORM.finditer(words)}) > 1


def _form(part: str) -> str | None:
    found = _FORM.search(part)
    if found:
        name = "".join((found["form"] or found["bare"]).split()).upper()
        return re.sub(r"^(10|8|20|40|11|6)([A-Z])", r"\1-\2", name) + (
            "/A" if found["amended"] or found["again"] else ""
        )
    proxy = _PROXY.search(part)
    return " ".join(proxy[0].split()) if proxy else None


def file_number(words: str) -> str | None:
    """The first file number that the words name as one (``File No. 1-2217``, ``Registration Statement No. "
    "33-43085``)."""
    found = _NUMBERED.search(words) or FILE_NUMBER.search(words)
    return found["number"] if found else None


def _date(part: str) -> str | None:
    filed = _FILED.search(part)
    period = _PERIOD.search(part)
    if filed and not (period and filed["of"]):
        day = filed["day"] or filed["dated"] or filed["of"]
        if not (period and period.start() <= filed.start() + len(filed[0]) <= period.end()):
            return parse_date(day) or " ".join(day.split())
    if period:
        return " ".join(period["period"].split())
    before = _BEFORE_FORM.search(part)
    return parse_date(before["day"]) or before["day"] if before else None


def _exhibit(part: str) -> str | None:
    found = _EXHIBIT.search(part)
    return " ".join(_balanced(found["number"].rstrip(".,-")).split()) if found else None


def _balanced(number: str) -> str:
    while number.endswith(")") and number.count(")") > number.count("("):
        number = number[:-1]
    return number


def general_file_number(words: str) -> str | None:
    """The number under which all reports that a list refers to are filed, where its prose says so."""
    found = _UNDER.search(words) or _FOR_ALL.search(words)
    return found["number"] if found else None
