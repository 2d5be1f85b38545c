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

from .records import Capacity, Role

_HEAD = re.compile(
    r"\b(?:officer|president|chair(?:man|woman|person)?|director|secretary|treasurer|controller|comptroller|counsel"
    r"|trustee|manager|partner|member|administrator|representative|signatory|founder|person|clerk|cashier|actuary"
    r"|auditor|agent|chief executive|c[efoial]o|[es]?vp|v\.\s?p|principal(?= *$)|attorney|accountant|owner"
    r"|proprietor|employee|chancellor"
    r"|supervisor|superintendent|registrar|economist|strategist|consultant|advis[eo]r|sponsor|promoter"
    r"|fiduciary)\b",
    re.IGNORECASE,
)
_FIRST = frozenset(
    [
        "chief",
        "principal",
        "principle",
        "vice",
        "senior",
        "executive",
        "president",
        "chairman",
        "chairwoman",
        "chairperson",
        "chair",
        "director",
        "secretary",
        "treasurer",
        "controller",
        "comptroller",
        "general",
        "corporate",
        "assistant",
        "associate",
        "deputy",
        "acting",
        "interim",
        "co",
        "lead",
        "independent",
        "managing",
        "manager",
        "member",
        "trustee",
        "partner",
        "authorized",
        "authorised",
        "duly",
        "plan",
        "founder",
        "co-founder",
        "co-chairman",
        "co-chair",
        "co-president",
        "co-chief",
        "non-executive",
        "nonexecutive",
        "honorary",
        "group",
        "global",
        "regional",
        "division",
        "divisional",
        "finance",
        "financial",
        "accounting",
        "sole",
        "retired",
        "former",
        "u.s.",
        "us",
        "ceo",
        "cfo",
        "coo",
        "cto",
        "cio",
        "cao",
        "clo",
        "evp",
        "svp",
        "vp",
        "v.p.",
        "first",
        "second",
        "its",
        "registered",
        "administrator",
        "counsel",
        "presiding",
        "owner",
        "limited",
        "special",
        "chancellor",
        "clerk",
        "cashier",
        "sr.",
        "sr",
        "exec",
        "exec.",
        "emeritus",
        "co-founder,",
        "staff",
        "head",
        "legal",
        "tax",
        "national",
        "international",
        "north",
        "american",
        "united",
        "states",
        "representative",
        "supervisory",
        "internal",
        "administrative",
        "operations",
        "human",
        "outside",
        "also",
        "internal",
        "and",
        "as",
        "treasury",
        "proprietor",
        "sole",
        "agent",
        "chairman/ceo",
        "president/ceo",
        "directors",
        "officer",
    ]
)
_ADJECTIVE = re.compile(
    r"^(?:(?:and|the|its|a|an|as|also)\s+)*(?:co-?)?(?:chief|principal|principle|senior|executive|assistant"
    r"|associate|deputy|vice|acting|interim|managing)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\((?:\s*(?:registrant|issuer|signature|title|date|name|company|print(?:ed)? name|duly authorized[^)]*"
    r"|and duly authorized[^)]*"
    r"|seal|ret\.?|retired|s|the \"?[^)\"]*\"?)\s*)\)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:(?:its|title|capacity|by|office|position)\b\s*:?\s*)(?=\S)", re.IGNORECASE)
_ATTORNEY = re.compile(r"\b(?:as\s+)?(?:his\s+|her\s+|their\s+)?attorneys?\s?-?\s?in\s?-?\s?fact\b.*", re.IGNORECASE)
_GAP = re.compile(
    r"\s*(?:;|\s/\s|(?<=[A-Za-z.])/(?=[A-Z])|,\s*(?:and|&)\s+|,\s*|\s+and\s+|\s*&\s+|\s+as well as\s+)\s*",
    re.IGNORECASE,
)
_JOINT = re.compile(  # one office after another with nothing between but white space
    r"\b(officer|president|secretary|treasurer|chairman|director|controller|ceo|cfo|coo|board|of directors"
    r"|counsel)\s+"
    r"(?=(?:chief|principal|director|president|chairman|secretary|treasurer|vice (?:chair|president)|senior vice"
    r"|executive vice|general counsel|controller|member of)\b)",
    re.IGNORECASE,
)
_AFTER_AREA = re.compile(  # the same after the area of an earlier title ("Vice President of Finance Chief Financial Officer")
    r"(?<!\band)(?<!\bor)(?<!\bof)(?<!\bthe)(?<!\bto)(?<!\bco)(?<!acting)(?<!interim)(?<!deputy)(?<!assistant)(?<!associate)(?<!vice)"
    r"(?<!former)(?<!retired)(?<!senior)(?<!executive)(?<!its)(?<![,;&/(–-])\s+(?=(?:chief\s+(?!of\b)\w+"
    r"|principal\s+(?:executive|financial|accounting))\b)",
    re.IGNORECASE,
)
_NEW_LINE = re.compile(  # an office that begins a line is one of its own
    r"(?<![,;&/(–-])(?<!\band)(?<!\bof)(?<!\bthe)\s*\n\s*(?=(?:(?:assistant|associate|deputy|corporate|sole"
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
_GONE = re.compile(r"\b(?:former(?:ly)?|retired|emeritus|past|ex)\b", re.IGNORECASE)
_FIELDS = frozenset(
    [
        "trust",
        "branch",
        "loan",
        "project",
        "plant",
        "market",
        "account",
        "program",
        "field",
        "store",
        "design",
        "officer",
        "administration",
        "operations",
        "marketing",
        "sales",
        "development",
        "technology",
        "information",
        "systems",
        "engineering",
        "research",
        "resources",
        "relations",
        "affairs",
        "planning",
        "strategy",
        "communications",
        "manufacturing",
        "science",
        "sciences",
        "medical",
        "scientific",
        "products",
        "product",
        "services",
        "investments",
        "investor",
        "public",
        "government",
        "compliance",
        "risk",
        "credit",
        "lending",
        "retail",
        "commercial",
        "consumer",
        "customer",
        "supply",
        "chain",
        "procurement",
        "quality",
        "regulatory",
        "clinical",
        "business",
        "ventures",
        "exploration",
        "production",
        "refining",
        "land",
        "credit",
        "benefits",
        "compensation",
        "reporting",
        "analysis",
        "board",
        "directors",
        "company",
        "the",
        "of",
        "for",
        "and",
        "&",
        "trust",
        "banking",
        "wealth",
        "design",
        "merchandising",
        "stores",
        "real",
        "estate",
        "audit",
        "insurance",
        "claims",
        "underwriting",
        "network",
        "security",
        "data",
        "america",
        "americas",
        "europe",
        "asia",
        "pacific",
        "worldwide",
        "states",
        "canada",
        "north",
        "south",
        "east",
        "west",
    ]
)
_TRAILING = re.compile(r"[\s,;&]+(?:and|as|or)$", re.IGNORECASE)
_HYPHEN = re.compile(r"([A-Za-z])[ \t]*-\s*\n\s*(?=[A-Za-z])")
_PAREN = re.compile(r"\s*[()\[\]]\s*")
_SEMICOLON = re.compile(r"\s*;\s*")
_SEPARATOR = re.compile(r"[;,()]")
_KEEP_DOT = re.compile(r"(?:\.[A-Za-z]|\b(?:Inc|Corp|Co|Ltd))\.$")
_LEAD = re.compile(r"^(?:(?:and|the|also|its|an?)\s+)+", re.IGNORECASE)
_LONGEST = 160  # a longer "title" is a sentence

_PLAN_BODY = r"(?:administrat\w+|benefits?|plans?|savings|retirement|401\(k\)|pension|compensation and benefits|employee\w*|investment plan)"
_AREA = (
    r"(?:finance|accounting|human resources|tax|taxation|investor relations|benefits|compensation|financial"
    r"|corporate"
    r"|marketing|sales|operations|engineering|research|treasury|information|legal|internal|external|sec reporting"
    r"|business|strategic|product|administration|communications|risk|planning|reporting)"
)
_ORG_TAIL = r"(?:inc|corp|corporation|company|co|llc|l\.l\.c|ltd|limited|plc|trust|bank|bancorp|fund|association|n\.v|s\.a|ag|holdings|group|partners|l\.p|lp)"
_ROLES = re.compile(
    r"\bprincip(?:al|le)\s+(?P<principal>(?:(?:executive|operating|financial|finance|accounting|principal"
    r"|and|&|,|/|-)\s*)+)\s*officer"
    r"|\bchief\s+(?P<chief>(?:(?!chief\b|officer\b)[^\s;]+\s+){1,8}?)officers?\b"
    r"|\bchief\s+(?P<executive>executive)\b"
    r"|(?P<acronym>\b(?:c[efoitl]o|cao|c[hmprs]ro|evp|svp|vp|gc)\b)|(?P<vp>\bv\.\s?p\b|\bvice[\s-]+president)"
    rf"|(?P<plan>\bplan administrator|\badministrator\b|\b(?:chair\w*|member|secretary|trustee)\b(?:,| of| -"
    rf"|\s)[^;]*?\b{_PLAN_BODY}\b[^;]*?\bcommittee|\bcommittee member)"
    r"|(?P<committee>\b(?:vice[\s-]+)?(?:chair(?:man|woman|person)?|member)\b(?:,| of|\s)[^;]*?\bcommittee"
    r"|\bcommittee\s+chair\w*)"
    r"|(?P<board>\b(?:board\s+member|member[\s,]+(?:of\s+)?(?:the\s+)?(?:[a-z]+\s+)?(?:board"
    r"|management board)\b(?:\s+of\s+\w+)?|manager of the board"
    r"|(?:board\s+)?manager\b(?=[^;]*\bboard of managers)))"
    r"|(?P<chair>\b(?:board\s+)?(?:chair(?:man|woman"
    r"|person)?)\b(?:[\s,]+(?:of\s+)?(?:the\s+)?board\b)?(?:[\s,]+of\s+(?:directors|trustees|managers))?)"
    r"|(?P<ausr>\brepresentatives?\b)|(?P<auth>\bauthori[sz]ed\s+(?:signatory|signer|person|officer|agent"
    r"|signature)\b|\bsignatory\b)"
    r"|(?P<general_manager>\bgeneral\s+manager|\b(?:plant|branch|office|district|regional|division"
    r"|accounting|finance|product|sales|project|country|benefits|human resources)\s+manager)"
    r"|(?P<gp>\bgeneral\s+partner\b)|(?P<mm>\bmanag(?:er|ing\s+member)\b|(?:^|;\s*)(?:sole\s+)?member\s*$"
    r"|\bsole\s+member\b)"
    rf"|(?P<area>\bmanaging\s+director\b|\b(?:senior|associate|group|regional|deputy)\s+director\b"
    rf"|\bdirector\s*(?:of|,|-|–)\s*(?:the\s+)?(?:[a-z]+\s+)?{_AREA}\b(?!.*\b{_ORG_TAIL}\b))"
    r"|(?P<director>\bdirectors?\b(?!\s+of\s+(?:the\s+)?general\s+partner))"
    r"|(?P<ttee>\b(?:as|plan|corporate|successor)\s+trustee\b)|(?P<trustee>\btrustees?\b)"
    r"|(?P<gc>\b(?:general|in-house|legal)\s+counsel\b)|(?P<sec>\bsecretary\b|\bsec'y\b)|(?P<treas>\btreasurer\b)"
    r"|(?P<ctrl>\b(?:controller|comptroller)\b)|(?P<founder>\b(?:co-?\s?)?founder\b)|(?P<pres>\bpresident\b)",
    re.IGNORECASE,
)
_SIMPLE = {
    "vp": Role.VP, "plan": Role.PADM, "committee": Role.OTHER, "board": Role.DIR, "chair": Role.CHAIR, "ausr": Role.AUSR,
    "auth": Role.AUTH, "general_manager": Role.OTHER, "gp": Role.GP, "mm": Role.MM, "area": Role.OTHER,
    "director": Role.DIR, "ttee": Role.TTEE, "trustee": Role.DIR, "gc": Role.GC, "sec": Role.SEC, "treas": Role.TREAS,
    "ctrl": Role.CTRL, "founder": Role.FOUNDER, "pres": Role.PRES, "executive": Role.CEO,
}  # fmt: skip
_ACRONYMS = {
    "ceo": Role.CEO, "cfo": Role.CFO, "coo": Role.COO, "cto": Role.CTO, "cio": Role.CIO, "clo": Role.CLO, "cao": Role.CAO,
    "evp": Role.VP, "svp": Role.VP, "vp": Role.VP, "gc": Role.GC,
}  # fmt: skip
_PRINCIPAL = {"executive": Role.PEO, "financial": Role.PFO, "finance": Role.PFO, "accounting": Role.PAO}
_CHIEF = {
    "executive": Role.CEO, "operating": Role.COO, "operations": Role.COO, "financial": Role.CFO, "finance": Role.CFO,
    "accounting": Role.CAO, "legal": Role.CLO, "technology": Role.CTO, "technical": Role.CTO, "information": Role.CIO,
}  # fmt: skip
_CHIEF_PARTS = re.compile(r"\s*(?:,\s*and|,|\band\b|&|/)\s*")


def read_titles(raw: str, plan: bool = False) -> tuple[Capacity, ...]:
    """The single titles of a printed capacity, in order, each once. ``plan``: signed for a plan, so a trustee is its."""
    text = _tidy(raw)
    out: dict[str, Capacity] = {}
    for title in _split(text):
        if title and title.casefold() not in out:
            out[title.casefold()] = Capacity(title, roles_of(title, plan))
    return tuple(out.values())


def is_title(raw: str) -> bool:
    """Does ``raw`` consist of office titles: it begins like one, holds an office, and is no sentence."""
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


def roles_of(title: str, plan: bool = False) -> tuple[Role, ...]:
    """The roles that one title names, in order; OTHER where it names an office without a code, () where it is past."""
    if _GONE.search(title):
        return ()
    roles: dict[Role, None] = {}
    for match in _ROLES.finditer(title):
        for role in _roles(match, plan):
            roles.setdefault(role)
    return tuple(roles) or (Role.OTHER,)


def _roles(match: re.Match[str], plan: bool) -> tuple[Role, ...]:
    kind = match.lastgroup or ""
    words = match[kind].lower()
    if kind == "principal":
        return tuple(_PRINCIPAL[w] for w in re.findall("[a-z]+", words) if w in _PRINCIPAL)
    if kind == "chief":
        return tuple(_CHIEF.get(part, Role.CXO) for part in _CHIEF_PARTS.split(words.strip(" ,-")) if part)
    if kind == "acronym":
        return (_ACRONYMS.get(words, Role.CXO),)
    if kind == "trustee" and plan:
        return (Role.TTEE,)
    return (_SIMPLE[kind],)


def _tidy(raw: str) -> str:
    """One line: white space and dashes regular, captions, labels and attorneys out, parentheses as separators."""
    text = raw.replace("\u200b", "").replace("\u00a0", " ").replace("\u2014", "--")
    text = _HYPHEN.sub(r"\1-", text)
    text = _CAPTION.sub(" ", " ".join(_NEW_LINE.sub(_new_line, text).split()))
    text = _ATTORNEY.sub("", text)
    text = _PAREN.sub(" ; ", text)
    text = _TRAILING.sub("", text.strip(" ,;:.*`_|)+-–\"“”'"))
    while label := _LABEL.match(text):
        text = text[label.end() :]
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
    """Single titles: cut at a comma or "and" only where both sides hold an office, else it is an area or shared head."""
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
