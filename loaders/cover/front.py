"""The head of a cover: form, filing date and the statement's own registration number.

As filed with the Securities and Exchange Commission on March 13, 1997
                                          Registration No. 333-25152
                          FORM S-8
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..dates import find_dates
from ..records import Evidences, cite
from ..span import Text

_FORM = re.compile(
    r"\bform\s+((?:S|F|SB|N|T)-\d{1,2}(?:MEF|ASR|D)?|10-?[KQ](?:SB|T|405)?|10|8-?[KA]|11-?K|20-?F|40-?F|6-?K)(/A)?(?![\w.])",
    re.I,
)
_ON = re.compile(r"\bon\s+form\s+(S-8)(/A)?(?![\w.])", re.I)  # "Amendment No. 1 to Form S-4 on Form S-8"
_NEAR = 120  # characters from the form that is amended to the one on which that is done
_PROXY = re.compile(r"^\s*schedule\s+14A\b", re.I | re.M)
_TICKED = re.compile(
    r"(?:[☒☑✓✔þý]|\[\s?x\s?\]|\(\s?x\s?\)|^\s*x)\s+(preliminary\s+proxy|definitive\s+proxy|definitive\s+additional)",
    re.I | re.M,
)
_SCHEDULES = {"preliminary p": "PRE 14A", "definitive pr": "DEF 14A", "definitive ad": "DEFA14A"}
_AMENDED = re.compile(r"\b(post\s?-?\s?effective\s+|pre\s?-?\s?effective\s+)?amendment\s+no", re.I)
# at the beginning of a line or cell: within a sentence it is another filing's day
_FILED = re.compile(
    r"(?:^|\s\s|\t)[^\w\n]{0,40}(?:(?i:as\s+filed)|F(?:iled|ILED))\s+"
    r"(?i:(?:electronically\s+)?with\s+the\s+(?:U\.?S\.?\s+)?(?:Securities|Commission|SEC))\b",
    re.M,
)
_NUMBER = re.compile(
    r"(?:registration\s+(?:statement\s+)?|file\s+|commission\s+file\s+)(?:nos?\.?|numbers?)\s*:?\s*((?:333|33|2)-\d{2,6}(?:-\d{2})?)(?![\d_])",
    re.I,
)
_BLANK = re.compile(
    r"registration\s+(?:statement\s+)?nos?\.?\s*:?\s*(?:333|33)-(?![\d\s])"
    r"|registration\s+(?:statement\s+)?nos?\.?\s*:?\s*(?:333|33)-\s*\n",
    re.I,
)  # left for the Commission to fill
_REPORT = re.compile(r"(?:6|8|10)-[KQ]")
_REACH = 160  # characters after "filed with the" in which the date may stand


@dataclass(frozen=True, slots=True)
class Front:
    """Form type as EDGAR writes it, filing date (ISO) and own registration number; each None where not printed."""

    form_type: str | None = None
    filed: str | None = None
    registration_number: str | None = None
    evidence: Evidences = ()


def read_front(text: Text, end: int) -> Front:
    """What the lines of the cover before offset ``end`` of the rendering say."""
    form, form_evidence = _form(text, end)
    filed, filed_evidence = _filed(text, end)
    number, number_evidence = _number(text, end, form)
    return Front(form, filed, number, form_evidence + filed_evidence + number_evidence)


def _form(text: Text, end: int) -> tuple[str | None, Evidences]:
    proxy = _PROXY.search(text.chars, 0, end)
    match = _FORM.search(text.chars, 0, end)
    if proxy is not None and (match is None or proxy.start() < match.start()):
        ticked = _TICKED.search(text.chars, proxy.end(), end)
        return (_SCHEDULES[ticked[1].casefold()[:13]], cite("form_type", text.at(ticked))) if ticked else (None, ())
    if match is None:
        return None, ()
    form = re.sub(r"^(10|8|11|20|40|6)-?([KQFA])", r"\1-\2", match[1].upper())
    if match[2]:
        return f"{form}/A", cite("form_type", text.at(match))
    if (on := _ON.search(text.chars, match.start(), min(end, match.end() + _NEAR))) is not None:
        match, form = on, on[1].upper()
    near = _AMENDED.search(text.chars, max(0, match.start() - 300), min(end, match.end() + 200))
    if near is not None:
        after = "POST" in (near[1] or "").upper()
        form = (f"{form} POS" if form == "S-8" else f"POS {form}") if after else f"{form}/A"
    return form, cite("form_type", text.at(match))


def _filed(text: Text, end: int) -> tuple[str | None, Evidences]:
    match = _FILED.search(text.chars, 0, end)
    if match is None:
        return None, ()
    stop = min(match.end() + _REACH, len(text.chars))
    found = find_dates(text.at(match).sub(0, stop - match.start()))
    if not found:
        return None, ()
    return found[0][0], cite("filed", found[0][1])


def _number(text: Text, end: int, form: str | None) -> tuple[str | None, Evidences]:
    match = _NUMBER.search(text.chars, 0, end)
    if match and _REPORT.match(form or "") and match[0][:1] in "Rr":
        return None, ()  # a report has a Commission file number; a registration that it names is another filing's
    if match is None or _BLANK.search(text.chars, 0, match.start()):
        return None, ()
    return match[1], cite("registration_number", text.at(match, 1))
