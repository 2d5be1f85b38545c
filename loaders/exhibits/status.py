"""The status of an exhibit, from the words of its row, its columns and the legend of its marks.

::

    Consent of Vane & Moor (included in Exhibit 5.1)             in another exhibit of this filing
    Power of Attorney (included on signature page)               on the signature page
    Bylaws (incorporated by reference to Exhibit 3.2 to the Registrant's Form S-1 (File No. 333-1234))
    Determination letter (to be filed by amendment)
    The Registrant agrees to furnish a copy upon request         omitted

Where a row says that the document is inside another one of this filing, that wins over any mark.
"""

from __future__ import annotations

import re

from ..records import ExhibitStatus

_HERE = r"(?:this|hereto|herewith|herein|hereof|above|below|its|their|such|said)"
_WITHIN = re.compile(
    r"\b(?:included|contained|set\s+forth|embodied|appears?|appearing|found|located"
    r"|incorporated(?:\s+herein)?(?:\s+by\s+reference)?|see|"
    r"part\s+of|reference\s+is\s+(?:hereby\s+)?made\s+to|filed\s+(?:as\s+(?:a\s+)?part\s+of|with|in|under)"
    r"|refer\s+to|same\s+as|and)\b"
    r"(?P<way>[^.;()]{0,70}?)\b(?:exhibits?|exh?\.)\s+(?:nos?\.?\s*)?(?P<exhibit>\(?\d[\w.()\-]*)(?P<after>.{0,90})",
    re.I,
)
_INSIDE = re.compile(
    r"\b(?:included|contained|set\s+forth|embodied|appears?|appearing|part\s+of"
    r"|filed\s+(?:as\s+(?:a\s+)?part\s+of|with|in))\b[^.;()]{0,30}"
    r"\b(?:opinion|letter|legal\s+opinion)\b[^.;()]{0,30}(?:\b(?:of|by)\b[^.;()]{0,60})?(?:\bfiled\b|\bexhibit\b)",
    re.I,
)
_ANNEXED = re.compile(  # to the prospectus of this very statement
    r"\b(?:included|attached|contained|appears?|appearing|set\s+forth)\s+as\s+(?:an?\s+)?(?:annex|appendix)(?:es)?\s+\w[\w\-]{0,8}\s+"
    r"(?:to|of|in)\s+(?:the\s+|this\s+)?(?:\w+\s+){0,3}?(?:proxy\s+statement\s*/?\s*|information\s+statement\s*/\s*|/\s*)?"
    r"(?:prospectus|registration\s+statement)\b(?P<after>[^;]{0,160})",
    re.I,
)
_PART_TWO = re.compile(
    r"\b(?:included|contained|set\s+forth|appears?|appearing)\s+(?:in|on|as\s+part\s+of)\s+Part\s+II\b(?P<after>[^;]{0,120})",
    re.I,
)
_HEREIN = re.compile(r"[\[(]\s*exhibits?\s+\(?\d[\w.()\-]{0,12}\s+here(?:in|to|of)\b", re.I)
_SIGNATURE = re.compile(
    r"\b(?:included|contained|set\s+forth|appears?|appearing|see|located|found"
    r"|incorporated\s+(?:herein\s+)?by\s+reference|part\s+of|"
    r"reference\s+is\s+(?:hereby\s+)?made\s+to|on|in"
    r"|refer\s+to)\b[^.;()]{0,60}?\b(?:signatures?\s+pages?|page\s+(?:II|S|III)-\d{1,2})\b(?P<after>[^;]{0,120})",
    re.I,
)
_POWER = re.compile(r"\W*(?:\w+\s+){0,4}powers?\s+of\s+attorney\b|\W*(?:included|contained|see|set|on|in)\b", re.I)
_ELSEWHERE = re.compile(
    r"\bforms?\s+(?:[SFN]-?\d|SB-\d|10|8|6-K|20-F|40-F|11-K|T-3)|\b(?:10-K|10-Q|8-K|8-A|S-8|S-1|S-3|S-4)"
    r"|\b(?:annual|quarterly|current)\s+reports?\b|"
    r"\bregistration\s+statements?\b|\bproxy\b|\bfile\s+n|\bschedule\s+(?:13|14|TO)|\bpost-effective\s+amendment"
    r"|\bregistrant|\bcompany|"
    r"\bpreviously\s+filed",
    re.I,
)
_THIS = re.compile(
    r"^[\s,]*(?:\(?filed\s+\w+\)?\s*)?(?:to|of|in|with)?\s*(?:this|hereto|herewith|hereof|above|below)\b", re.I
)
_INCORPORATED = re.compile(
    r"\bincorporated(?:\s*,?\s*(?:herein|hereby|in\s+this\s+\w+(?:\s+\w+)?)\s*,?)?\s+(?:by"
    r"|for)\s+(?:this\s+)?reference"
    r"(?:\s*,?\s*(?:herein|hereto)\s*,?)?\s*(?P<next>to|from|as|into|in|of|herein|\(|\)|[.;,:]|$|\w+)",
    re.I,
)
_AND_INCORPORATED = re.compile(
    r"\b(?:and|which)\s+(?:(?:is|are)\s+)?(?:hereby\s+)?incorporated\s+(?:herein\s+"
    r"|hereby\s+)?by\s+(?:this\s+)?reference"
    r"|incorporated\s+(?:herein|hereby)\s+by\s+(?:this\s+)?reference|^\W*incorporated\s+by\s+(?:this\s+)?reference",
    re.I,
)
_FILED_AS = re.compile(
    r"(?<!to be )\b(?:filed(?:\s+on\s+\w+\.?\s+\d{1,2},?\s+\d{4},?)?"
    r"|included|contained|set\s+forth)\s+as\s+(?:an?\s+)?(?:exhibits?|appendix|annex)\b"
    r"(?P<after>.{0,160})",
    re.I,
)
_BRACKET = re.compile(
    r"[\[(]\s*Form\s+(?:10|8|S|20|40)-\w+\s*,?\s+(?:filed|for|dated|of)\b"
    r"|\(\s*(?:[A-Z][a-z]+\s+\d{1,2},\s+)?\d{4}\s+Form\s+(?:10|8)-[KQ]\b"  # (1997 Form 10-K, Exhibit 3(ii))
)
_NUMBERED = re.compile(  # ``[Registration Statement No. 33-12345, Exhibit 4(a)]``
    r"[\[(]\s*(?:\w+\s+)?(?:registration|file|reg\.|commission)\s+(?:statement\s+|file\s+)?(?:nos?\.?|numbers?)\s*\d{1,3}-\d{2,6}"
    r"[^\[\]]{0,60}?\b(?:exhibits?|annex|appendix)\s+\(?\w",
    re.I,
)
_BARE = re.compile(  # in brackets, or all that a column says
    r"(?:[\[(]\s*(?:[Ss]ee\s+)?|^|\s[-–—]{1,2}\s|\b[Rr]eference\s+is\s+(?:hereby\s+)?made\s+to\s+)"
    r"(?:filed\s+as\s+)?(?:Exhibits?|Appendix|Annex)\s+(?:nos?\.?\s*)?\(?\w[\w.()\-]{0,14}\s*,?\s+(?:to|of|in|under)\s+"
    r"(?P<after>[^;]{1,160})"
)
_THEN_FILE = re.compile(  # ``(Exhibit 7(c), File No. 2-5865)``
    r"[\[(]\s*(?:Exhibits?|Appendix|Annex)\s+\(?\w[\w.()\-]{0,14}?,?\s+(?:in\s+|to\s+|under\s+)?(?:Registration|File|Reg\.|Commission)"
    r"\s+(?:Statement\s+|File\s+)?(?:Nos?\.?|Numbers?)\s*\d{1,3}-\d{2,6}",
    re.I,
)
_THEN_FORM = re.compile(  # all that a column says: ``Exhibit 3.1, Form 10-Q for the quarter ended June 30, 1999``
    r"^\W*(?:Exhibits?|Appendix|Annex)\s+\(?\w[\w.()\-]{0,14}\s*,\s+(?:\d{4}\s+)?(?:Form|Annual|Quarterly|Current|Registration|Proxy)\b"
)
_FILED_WITH = re.compile(
    r"(?<!to be )\bfiled\s+(?:with|under|in)\s+(?:the\s+)?(?:\w+['’]s\s+)?Registration\s+Statement\s+(?:File\s+)?"
    r"(?:Nos?\.?\s*)?\d{1,3}-\d{3,6}"
    r"|\(\s*filed\s+(?:with|under)\s+(?:(?:the|our|its)\s+)?(?:\w+['’]s\s+)?(?:(?:annual|quarterly|current)\s+report\s+on\s+)?"
    r"form\s+(?:10|8|20|6)-?[KQF]\w*",
    re.I,
)
_PORTIONS = re.compile(r"\b(?:portions?|only|information|data|which)\b[^;()]{0,120}$", re.I)
_PARTS = re.compile(
    r"\b(?:portions?|schedules?|annexes|attachments|information|provisions|terms|exhibits\s+and|confidential|redacted"
    r"|certain)\b[^;]{0,200}$",
    re.I,
)
_WITHOUT = re.compile(
    r"\b(?:schedules?|exhibits|annexes|appendices|attachments|portions?)\b[^.]{0,160}?\bomitted\b[^.]{0,160}?\b(?:furnish|provide)",
    re.I,
)
_FURNISHES = re.compile(
    r"\bagrees?\s+to\s+(?:furnish|provide|file|supply)\b|\b(?:will|shall)\s+(?:furnish|provide)\b", re.I
)
_WORDS = (
    (ExhibitStatus.OMITTED, _FURNISHES),
    (
        ExhibitStatus.FURNISHED,
        re.compile(r"\bfurnished\b\W{0,3}(?:\b(?:and|but)\s+)?(?:is\s+|are\s+)?not\s+(?:\w+\s+)?filed\b", re.I),
    ),
    (
        ExhibitStatus.TO_BE_FILED_BY_AMENDMENT,
        re.compile(
            r"(?<!required )\b(?:to\s+be\s+(?:\w+\s+){0,2}(?:filed|furnished|provided|submitted|supplied)"
            r"|will\s+be\s+(?:\w+\s+)?filed"
            r"|to\s+be\s+(?:\w+\s+)?incorporated\s+(?:\w+\s+)?by\s+reference\s+(?:to|from|in)\s+an?\s+(?:subsequent|future|later))\b",
            re.I,
        ),
    ),
    (
        ExhibitStatus.PREVIOUSLY_FILED,
        re.compile(
            r"\bsignatures?\s+pages?\s+(?:of|to|in)\s+(?:the\s+|its\s+)?(?:prior|previous(?:ly)?|earlier|original|initial)\b"
            r"|\bpreviously\s+(?:been\s+)?(?:filed|submitted)|\bfiled\s+previously\b|\balready\s+filed\b"
            r"|\bheretofore\s+filed",
            re.I,
        ),
    ),
    (
        ExhibitStatus.OMITTED,
        re.compile(
            r"\bnot\s+applicable\b|\bno\s+(?:\w+\s+){0,3}instruments?\b|\bnot\s+(?:being\s+)?filed\b|"
            r"^\W*(?:(?:none|intentionally|n/?a|omitted|reserved|inapplicable)\b\W*){1,3}$|^\W*omitted\s+(?:pursuant|in\s+reliance)\b|\b(?:is|are|been"
            r"|has)\s+(?:intentionally\s+)?omitted\b|\(\s*omitted\s+(?:pursuant|in\s+reliance)\b|\(\s*(?:intentionally\s+)?(?:omitted|reserved"
            r"|not\s+required)\s*\)",
            re.I,
        ),
    ),
    (
        ExhibitStatus.FURNISHED,
        re.compile(
            r"(?<!filed or )\bfurnished\b(?!\s+to\b)|\bnot\s+(?:be\s+)?deemed\s+(?:to\s+be\s+)?[\"“]?filed",
            re.I,
        ),
    ),
    (
        ExhibitStatus.FILED_HEREWITH,
        re.compile(
            r"\b(?:filed|included|attached|submitted|enclosed|provided|set\s+forth"
            r"|transmitted)\s+(?:\w+\s+){0,2}?(?:herewith|hereto|herein|with\s+this|as\s+(?:an?\s+)?(?:part"
            r"|exhibits?)\s+(?:of|to)\s+this)|"
            r"\bfiled\s+electronically|\battached\s+as\b|\bfiled\s+concurrently|^\W*(?:filed|attached|enclosed"
            r"|included)\W*$|\bherewith\b",
            re.I,
        ),
    ),
)


_YET = re.compile(r"\bto\s+be\s+(?:\w+\s+){0,2}filed\b[^;)]*$", re.I)  # "to be filed with a Form 8-K and incorporated"
_OF_ANOTHER = re.compile(
    r"\b(?:previously|original|initial|filed\s+(?:on|with)|dated|incorporated|(?:file|registration)\s+n|33-\d|333-\d)",
    re.I,
)
_HINTS = ("exhibit", "ex. ", "exh. ", "signature", "page", "opinion", "annex", "appendix", "part ii")


def within(words: str) -> tuple[ExhibitStatus, re.Match[str]] | None:
    """Whether the words say that the document is inside this very filing: another exhibit or the signature page."""
    low = words.casefold()
    if not any(word in low for word in _HINTS):
        return None
    for found in _SIGNATURE.finditer(words) if "page" in low else ():
        if "signature" not in found[0].casefold() and not _POWER.match(words):
            continue  # another page of Part II
        if not re.search(
            r"\b(?:previously|prior|earlier|original|initial|file\s+n|registration\s+n|33-\d|333-\d)",
            found["after"],
            re.I,
        ):
            return ExhibitStatus.ON_SIGNATURE_PAGE, found
    for found in _WITHIN.finditer(words) if "exhibit" in low or "ex. " in low or "exh. " in low else ():
        if _is_here(found):
            return ExhibitStatus.IN_OTHER_EXHIBIT, found
    second = _PART_TWO.search(words) if "part ii" in low else None
    if second and "attorney" in low and not _OF_ANOTHER.search(second["after"]):
        return ExhibitStatus.ON_SIGNATURE_PAGE, second  # on which Part II ends
    annexed = _ANNEXED.search(words) if "annex" in low or "appendix" in low else None
    if annexed and not _OF_ANOTHER.search(annexed["after"]):
        return ExhibitStatus.IN_OTHER_EXHIBIT, annexed
    herein = _HEREIN.search(words) if "here" in low else None
    if herein:
        return ExhibitStatus.IN_OTHER_EXHIBIT, herein
    inside = _INSIDE.search(words) if "opinion" in low or "letter" in low else None
    return (ExhibitStatus.IN_OTHER_EXHIBIT, inside) if inside else None


def _is_here(found: re.Match[str]) -> bool:
    """Whether the exhibit that the words point to is one of this filing's."""
    opening, way, after = found[0].split(None, 1)[0].casefold(), found["way"], found["after"]
    if _THIS.match(after):
        return "filed" not in way or opening != "and"
    if opening == "and":
        return bool(re.search(r"\b(?:included|contained|embedded)\s+(?:in|within|as)\b|\bsee\s*$", way, re.I)) and not (
            _ELSEWHERE.search(way) or _ELSEWHERE.search(after)
        )
    if _ELSEWHERE.search(way) or (_ELSEWHERE.search(after) and not re.search(r"filed\s+concurrently", after, re.I)):
        return False
    if opening == "incorporated":
        return not re.search(r"\b(?:filed|dated|annual|report)\b", after, re.I)
    return True


def of_words(words: str) -> tuple[ExhibitStatus, re.Match[str]] | None:
    """The status that the words of a row, a column or a legend tell; None where they tell none."""
    inside = within(words)
    if inside:
        return inside
    for found in _INCORPORATED.finditer(words):
        if _is_reference(words, found) and not _YET.search(words, max(0, found.start() - 160), found.start()):
            return ExhibitStatus.INCORPORATED_BY_REFERENCE, found
    joined = _AND_INCORPORATED.search(words)
    before = words[max(0, joined.start() - 160) : joined.start()] if joined else ""
    if joined and not _YET.search(before) and not _PORTIONS.search(before):
        return ExhibitStatus.INCORPORATED_BY_REFERENCE, joined
    bracket = _BRACKET.search(words) or _NUMBERED.search(words) or _THEN_FILE.search(words) or _FILED_WITH.search(words)
    bracket = bracket or _THEN_FORM.match(words)
    if bracket:
        return ExhibitStatus.INCORPORATED_BY_REFERENCE, bracket
    bare = _BARE.search(words)
    if bare and _ELSEWHERE.search(bare["after"]) and not re.match(r"(?:this|the\s+present)\b", bare["after"], re.I):
        return ExhibitStatus.INCORPORATED_BY_REFERENCE, bare
    filed = _FILED_AS.search(words)
    if filed and _ELSEWHERE.search(filed["after"]) and not _THIS.search(filed["after"][filed["after"].find(" to ") :]):
        return ExhibitStatus.INCORPORATED_BY_REFERENCE, filed
    for status, pattern in _WORDS:
        match = pattern.search(words)
        if match and not (status is ExhibitStatus.OMITTED and _in_part(words, match)):
            return status, match
    return None


def _in_part(words: str, found: re.Match[str]) -> bool:
    """Whether what is omitted is a part of the exhibit (``Portions of this exhibit have been omitted``)."""
    if _WITHOUT.search(words):
        return True  # what is furnished on request is what was left out of the exhibit
    clause = words[words.rfind(";", 0, found.start()) + 1 : found.start()]
    return bool(
        _PARTS.search(clause[-200:])
        or re.match(r"[^;]{0,160}\bomitted\s+(?:\w+\s+)?(?:schedule|exhibit|attach|annex)", words[found.end() :], re.I)
    )


def _is_reference(words: str, found: re.Match[str]) -> bool:
    """Whether ``incorporated by reference`` speaks of the exhibit and not of what the exhibit is."""
    before, after = words[max(0, found.start() - 160) : found.start()], found["next"].casefold()
    if re.search(
        r"\b(?:to\s+be|only|portions?|specifically|expressly|not|information|documents?)\s+(?:\w+\s+){0,3}$",
        before,
        re.I,
    ):
        return False
    if after in ("to", "from", "as"):
        return True
    if after in ("in", "into"):
        rest = words[found.end() :]
        return bool(_ELSEWHERE.search(rest[:120])) and not re.match(r"\s+(?:this|part|item)", rest, re.I)
    return not before.strip(" (*—–-") or before.rstrip().endswith(
        ("(", "-", "–", "—", ".", ",", ";", "and", "hereby", "is", "are")
    )
