"""Office titles: a printed capacity split into single ones, each with the roles it names.

    President, Chief Executive Officer and Director      three titles: PRES, CEO, DIR
    Executive Vice President, Finance and Administration one title, with an area: VP
    Principal Financial and Accounting Officer           one title, shared head: PFO, PAO
    Chief Financial Officer (principal financial officer)parentheses removed: CFO, PFO
    Retired Chief Executive Officer                      not an office held: no role

Only what is printed: a chief executive is a principal executive officer where the page says so.
"""

from __future__ import annotations

import re
from functools import lru_cache

from . import lexicon
from .records import Capacity
from .roles import roles_of

_HEAD = re.compile(
    r"\b(?:officer|head(?=\s+of)|president|chair(?:man|woman|person)?|chmn(?=\W|$)"
    r"|director|secretary|treasurer|controller|comptroller|counsel"
    r"|trustee|manager|partner|member|administrator|representative|signatory|founder|person|clerk|cashier|actuary"
    r"|auditor|agent|chief executive|c[cefoialt]o|c\.\s?[efoial]\.\s?o"
    r"|[es]?vp|v\.\s?p|(?:pres|treas|sec'?y)(?=\W|$)|sec(?=\.?\s*(?:[/,;&]|and\b|$))|principal(?= *$)|attorney"
    r"|accountant|owner"
    r"|proprietor|employee(?!-|\s+(?:benefits|relations|services|compensation|plans))|chancellor"
    r"|supervisor|superintendent|registrar|economist|strategist|consultant|advis[eo]r|sponsor|promoter"
    r"|fiduciary|governor(?=\s*(?:$|[,;(&]|and\b)))\b",
    re.IGNORECASE,
)
_FIRST = lexicon.words("office_words", "office")  # words that titles begin with
_ADJECTIVE = re.compile(
    r"^(?:(?:and|the|its|a|an|as|also)\s+)*(?:co-?)?(?:chief|principal|principle|senior|executive|assistant"
    r"|associate|deputy|vice|acting|interim|managing)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\((?:\s*(?:registrant|issuer|signature|title|date|name|company|print(?:ed)? name"
    r"|(?:and )?duly authorized(?:(?!\b(?:principal|chief)\b)[^)])*"
    r"|seal|ret\.?|retired|s|the \"?[^)\"]*\"?)\s*)\)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:(?:its|title|capacity|by|office|position)\b\s*:?\s*)(?=\S)", re.IGNORECASE)
_ATTORNEY = re.compile(
    r"\b(?:by\s+[^,;()\n]{4,50},\s+)?(?:as\s+)?"
    r"(?:his\s+|her\s+|their\s+)?attorneys?\s?-?\s?in\s?-?\s?fact\b.*",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"\s*(?:;|\s/\s|(?<=[A-Za-z.])/\s?(?=[A-Z])|,\s*(?:and|&)\s+|,\s*|\s+and\s+|\s*&\s+|\s+as well as\s+)\s*",
    re.IGNORECASE,
)
_JOINT = re.compile(  # one office after another with nothing between but white space
    r"\b(officer|president|secretary|treasurer|chairman|director|controller|ceo|cfo|coo|board|of directors"
    r"|counsel)\s+"
    r"(?=(?:chief|principal|director|president|chairman|secretary|treasurer|vice (?:chair|president)|senior vice"
    r"|executive vice|general counsel|controller|member of)\b)",
    re.IGNORECASE,
)
_AFTER_AREA = re.compile(  # the same after an area ("Vice President of Finance Chief Financial Officer")
    r"(?<!\band)(?<!\bor)(?<!\bof)(?<!\bthe)(?<!\bto)(?<!\bco)(?<!acting)(?<!interim)(?<!deputy)(?<!assistant)(?<!associate)(?<!vice)"
    r"(?<!former)(?<!retired)(?<!senior)(?<!executive)(?<!its)(?<![,;&/(–-])\s+(?=(?:chief\s+(?!of\b)\w+"
    r"|principal\s+(?:executive|financial|accounting))\b)",
    re.IGNORECASE,
)
_NEW_LINE = re.compile(  # an office that begins a line is one of its own
    r"(?<![\s,;&/(–-])(?<!\band)(?<!\bof)(?<!\bthe)\s*\n\s*(?=(?:(?:assistant|associate|deputy|corporate|sole"
    r"|lead independent|independent|registered"
    r"|senior vice|executive vice|vice|managing|general|plan|co-)\s+)?(?:chair\w*|chief|principal|president"
    r"|director|secretary"
    r"|treasurer|controller|comptroller|trustee|founder|counsel|in-house counsel|general counsel|authorized"
    r"|administrator|member|manager)\b)",
    re.IGNORECASE,
)
_BOARD = re.compile(
    r"\b(chair\w*|member|director|president)\s*,\s*((?:of\s+)?(?:the\s+)?(?:board|supervisory board"
    r"|executive board)\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_SENTENCE = re.compile(
    r"\b(?:pursuant|hereby|whose|shall|has|have|been|was|were|will|this|that|registration statement"
    r"|undersigned|appoints?"
    r"|requirements|executed|dated|incorporated)\b|/s/|\d{3}",
    re.IGNORECASE,
)
_FIELDS = lexicon.words("office_words", "field")  # fields of work behind an office
_DASH = re.compile(
    r"\s*(?:--+|\s-|–)\s*(?=principal\s+(?:executive|financial|accounting)\b)"
    r"|(?<=[a-z])(?<!\bco)\s*(?:--+|-|–)\s*(?=chief\s+(?:\w+\s+){1,2}officer\b)",
    re.IGNORECASE,
)
_BEHALF_AS = re.compile(  # "signing on behalf of the registrant and as principal financial officer"
    r"[\s,;]*\b(?:signing\s+)?on\s+behalf\s+of\s+(?:the\s+)?[^;,()]{2,60}?\s(?:and\s+)?as\s+(?:;\s*)?(?:the\s+|its\s+|an?\s+)?"
    r"(?=\w)",
    re.IGNORECASE,
)
_BEHALF = re.compile(r"[\s,]+(?:signing\s+)?on\s+behalf\s+of\s+[^;()]+$", re.IGNORECASE)
_TRAILING = re.compile(r"[\s,;&]+(?:and|as|or)$", re.IGNORECASE)
_HYPHEN = re.compile(r"([A-Za-z])-\s*\n\s*(?=[A-Za-z])")
_PAREN = re.compile(r"\s*[()\[\]]\s*")
_SEMICOLON = re.compile(r"\s*;\s*")
_SEPARATOR = re.compile(r"[;,()]")
_KEEP_DOT = re.compile(r"(?:\.[A-Za-z]|\b(?:Inc|Corp|Co|Ltd))\.$")
_LEAD = re.compile(r"^(?:(?:and|the|also|its|an?)\s+)+", re.IGNORECASE)
# "President of Q Management, Inc., the manager of the issuer": the company is the manager, not its president
_OF_COMPANY = re.compile(
    r"\bof\s.*\b(?:inc|corp|corporation|company|co|llc|l\.l\.c|ltd|limited|lp|l\.p|llp|plc)\.?$", re.I
)
_ACTS_AS = re.compile(
    r"(?:the|its)\s+(?:\w+\s+)?(?:manager|(?:managing\s+)?member|(?:general\s+)?partner|sponsor|trustee|depositor|advis[eo]r)\b",
    re.I,
)
_LONGEST_LIST = 1000  # more is no capacity of one person
_LONGEST = 160  # a longer "title" is a sentence


@lru_cache(maxsize=2048)
def read_titles(raw: str, plan: bool = False) -> tuple[Capacity, ...]:
    """The single titles of a printed capacity, in order, each once. ``plan``: a trustee is the plan's."""
    text = _tidy(raw[:_LONGEST_LIST])
    out: dict[str, Capacity] = {}
    for title in _split(text):
        if title and title.casefold() not in out:
            out[title.casefold()] = Capacity(title, roles_of(_own(title), plan))
    return tuple(out.values())


def _own(title: str) -> str:
    """The office without what the company is in which it is held."""
    held, comma, rest = title.rpartition(", ")
    return held if comma and _acts_as(held, rest) else title


def _acts_as(held: str, rest: str) -> bool:
    return _ACTS_AS.match(rest) is not None and _OF_COMPANY.search(held) is not None


@lru_cache(maxsize=2048)
def is_title(raw: str) -> bool:
    """Does ``raw`` consist of office titles: it begins like one, holds an office, and is no sentence."""
    if len(raw) > 2 * _LONGEST:
        return False
    text = _tidy(raw)
    words = [w.lower() for w in _WORD.findall(text)]
    if not words or len(text) > _LONGEST or _SENTENCE.search(text) or not _HEAD.search(text):
        return False
    if words[0] in _FIRST or words[0].split("-")[0] in _FIRST:
        return True
    return len(words) <= 5 and all(w in _FIRST or w in _FIELDS for w in words)


def begins_title(raw: str) -> bool:
    """Does ``raw`` begin with a word that office titles begin with (it may be the first line of a wrapped one)."""
    word = _WORD.search(raw)
    return word is not None and not raw[: word.start()].strip(" (") and word[0].lower().split("-")[0] in _FIRST


def is_area(raw: str) -> bool:
    """Is ``raw`` a field of work as it stands behind an office ("Finance and Administration")."""
    words = [w.lower() for w in _WORD.findall(raw)]
    return 0 < len(words) <= 6 and all(w in _FIRST or w in _FIELDS for w in words)


def _tidy(raw: str) -> str:
    """One line: white space and dashes regular, captions, labels and attorneys out, parentheses as separators."""
    text = raw.replace("\u200b", "").replace("\u00a0", " ").replace("\u2014", "--")
    text = _HYPHEN.sub(r"\1-", text)
    text = _CAPTION.sub(" ", " ".join(_NEW_LINE.sub(_new_line, text).split()))
    text = _ATTORNEY.sub("", text)
    text = _PAREN.sub(" ; ", text)
    bare = text.strip(" ,;:.*`_|)+-–\"“”'")
    dot = "." if _KEEP_DOT.search(text[: text.find(bare) + len(bare) + 1]) else ""
    text = _TRAILING.sub("", bare + dot)
    while label := _LABEL.match(text):
        text = text[label.end() :]
    text = _DASH.sub(" ; ", _BEHALF.sub("", _BEHALF_AS.sub(" ; ", text)))
    text = _BOARD.sub(r"\1\0\2", text)
    return _AFTER_AREA.sub(_new_line, _JOINT.sub(r"\1 ; ", text))


_MODIFIER = re.compile(
    r"\b(?:general|vice|chief|assistant|associate|deputy|corporate|executive|senior|principal|acting|interim"
    r"|managing|financial|accounting|operating"
    r"|lead|independent|group|sole|plan|non-executive|in-house|co)$",
    re.IGNORECASE,
)


def _new_line(match: re.Match[str]) -> str:
    before = match.string[: match.start()]
    if _MODIFIER.search(before):
        return " "
    segment = _SEPARATOR.split(before)[-1]
    return " ; " if _HEAD.search(segment) or _HEAD.search(before.splitlines()[-1] if before else "") else " "


def _split(text: str) -> list[str]:
    """Single titles: cut at a comma or "and" only where both sides hold an office (not at areas, shared heads)."""
    titles: list[str] = []
    for part in _SEMICOLON.split(text):
        if part.strip(" ,.:-"):
            _split_part(part, titles)
    return [_trim(" ".join(t.replace("\0", ", ").split())) for t in titles]


def _trim(title: str) -> str:
    title = title.strip(" ,;:*`")
    return title if _KEEP_DOT.search(title) else title.rstrip(". ")


def _split_part(part: str, titles: list[str]) -> None:
    first = len(titles)
    at, held, gap = 0, "", ""
    for match in [*_GAP.finditer(part), None]:
        segment = part[at : match.start() if match else None]
        at = match.end() if match else at
        whole = held + segment
        if not segment:
            pass
        elif gap.strip() == "," and len(titles) > first and not held and _acts_as(titles[-1], segment):
            titles[-1] += gap + segment
        elif _HEAD.search(segment):
            titles.append(_LEAD.sub("", whole))
            held = ""
        elif held or _ADJECTIVE.match(segment) or len(titles) == first:
            held = whole + (match[0] if match else "")
        elif titles:
            titles[-1] += gap + segment
        gap = match[0] if match else ""
    if held and len(titles) > first:
        titles[-1] += ", " + held.strip(" ,")
    elif held and titles and not _HEAD.search(held):
        pass  # a qualifier in parentheses that names no office
