"""The roles that one office title names.

Senior Vice President-Controller                 VP, CTRL
Principal Executive, Financial and Accounting Officer   PEO, PFO, PAO
Chairman of the Audit Committee                  OTHER: a chair of a committee is not the chair of the board
Retired Chief Executive Officer                  none: no office held
"""

from __future__ import annotations

import re

from .records import Role

_GONE = re.compile(r"\b(?:former(?:ly)?|retired|emeritus|past|ex)\b", re.IGNORECASE)


_PLAN_BODY = (
    r"(?:administrat\w+|benefits?|plans?|savings|retirement|401\(k\)|pension|compensation and benefits|employee\w*"
    r"|investment plan)"
)


_AREA = (
    r"(?:finance|accounting|human resources|tax|taxation|investor relations|benefits|compensation|financial"
    r"|corporate"
    r"|marketing|sales|operations|engineering|research|treasury|information|legal|internal|external|sec reporting"
    r"|business|strategic|product|administration|communications|risk|planning|reporting)"
)


_ORG_TAIL = (
    r"(?:inc|corp|corporation|company|co|llc|l\.l\.c|ltd|limited|plc|trust|bank|bancorp|fund|association|n\.v|s\.a"
    r"|ag|holdings|group|partners|l\.p|lp)"
)


_ROLES = re.compile(
    r"\bprincip(?:al|le)\s+(?P<principal>(?:(?:executive|operating|financial|finance|accounting|principal"
    r"|and|&|,|/|-)\s*)+)\s*officer"
    r"|\bchief\s+(?P<chief>(?:(?!chief\b|officer\b)[^\s;]+\s+){1,8}?)officers?\b"
    r"|\bchief\s+(?P<executive>executive)\b"
    r"|(?P<acronym>\b(?:c[cefoitl]o|c\.\s?[efoitl]\.\s?o|cao|c[hmprs]ro|evp|svp|vp|gc)\b)|(?P<vp>\bv\.\s?p\b|\bvice[\s-]+pres(?:ident|\b))"
    rf"|(?P<plan>\bplan administrator|\badministrator\b|\b(?:chair\w*|member|secretary|trustee)\b(?:,| of| -"
    rf"|\s)[^;]*?\b{_PLAN_BODY}\b[^;]*?\bcommittee|\bcommittee member)"
    r"|(?P<committee>\b(?:vice[\s-]+)?(?:chair(?:man|woman|person)?|member)\b(?:,| of|\s)[^;]*?\bcommittee"
    r"|\bcommittee\s+chair\w*)"
    r"|(?P<board>\b(?:board\s+member|member[\s,]+(?:of\s+)?(?:the\s+)?(?:[a-z]+\s+)?(?:board"
    r"|management board)\b(?:\s+of\s+\w+)?|manager of the board"
    r"|(?:board\s+)?manager\b(?=[^;]*\bboard of managers)))"
    r"|(?P<chair>\b(?:board\s+)?(?:chmn|chair(?:man|woman"
    r"|person)?)\b\.?(?:[\s,]+(?:of\s+)?(?:the\s+)?board\b)?(?:[\s,]+of\s+(?:directors|trustees|managers))?)"
    r"|(?P<ausr>\brepresentatives?\b(?!\s+(?:director|executive\s+officer|statutory)))|(?P<auth>\bauthori[sz]ed\s+(?:signatory|signer|person|officer|agent"
    r"|signature)\b|\bsignatory\b)"
    r"|(?P<general_manager>\bgeneral\s+manager|\b(?:plant|branch|office|district|regional|division"
    r"|accounting|finance|product|sales|project|country|benefits|human resources)\s+manager"
    rf"|\bmanager\s*(?:of|,|-|–)\s*(?:the\s+)?(?:[a-z]+\s+)?{_AREA}\b(?!.*\b{_ORG_TAIL}\b))"
    r"|(?P<gp>\bgeneral\s+partner\b)|(?P<mm>\bmanag(?:er|ing\s+member)\b|(?:^|;\s*)(?:sole\s+)?member\s*$"
    r"|\bsole\s+member\b)"
    rf"|(?P<area>\bmanaging\s+director\b|\b(?:senior|associate|group|regional|deputy)\s+director\b"
    rf"|\bdirector\s*(?:of|,|-|–)\s*(?:the\s+)?(?:[a-z]+\s+)?{_AREA}\b(?!.*\b{_ORG_TAIL}\b))"
    r"|(?P<director>\bdirectors?\b(?!\s+of\s+(?:the\s+)?general\s+partner))"
    r"|(?P<ttee>\b(?:as|plan|corporate|successor)\s+trustee\b)|(?P<trustee>\btrustees?\b)"
    r"|(?P<gc>\b(?:general|gen\.|gen'l|in-house|legal)\s+counsel\b)|(?P<sec>\bsecretary\b|\bsec'?y\b|\bsec\b(?=\W*$))|(?P<treas>\btreas(?:urer)?\b)"
    r"|(?P<ctrl>\b(?:controller|comptroller)\b)|(?P<founder>\b(?:co-?\s?)?founder\b)|(?P<pres>\bpres(?:ident)?\b)",
    re.IGNORECASE,
)


_SIMPLE = {
    "vp": Role.VP, "plan": Role.PADM, "committee": Role.OTHER, "board": Role.DIR, "chair": Role.CHAIR,
    "ausr": Role.AUSR,
    "auth": Role.AUTH, "general_manager": Role.OTHER, "gp": Role.GP, "mm": Role.MM, "area": Role.OTHER,
    "director": Role.DIR, "ttee": Role.TTEE, "trustee": Role.DIR, "gc": Role.GC, "sec": Role.SEC, "treas": Role.TREAS,
    "ctrl": Role.CTRL, "founder": Role.FOUNDER, "pres": Role.PRES, "executive": Role.CEO,
}  # fmt: skip


_ACRONYMS = {
    "ceo": Role.CEO, "cfo": Role.CFO, "coo": Role.COO, "cto": Role.CTO, "cio": Role.CIO, "clo": Role.CLO,
    "cao": Role.CAO,
    "evp": Role.VP, "svp": Role.VP, "vp": Role.VP, "gc": Role.GC,
}  # fmt: skip


_PRINCIPAL = {"executive": Role.PEO, "financial": Role.PFO, "finance": Role.PFO, "accounting": Role.PAO}


_CHIEF = {
    "executive": Role.CEO, "exec.": Role.CEO,
    "operating": Role.COO, "operations": Role.COO, "financial": Role.CFO, "finance": Role.CFO,
    "accounting": Role.CAO, "legal": Role.CLO, "technology": Role.CTO, "technical": Role.CTO, "information": Role.CIO,
}  # fmt: skip


_CHIEF_PARTS = re.compile(r"\s*(?:,\s*and|,|\band\b|&|/)\s*")


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
    if kind == "acronym":
        words = re.sub(r"[.\s]", "", words)
    if kind == "principal":
        return tuple(_PRINCIPAL[w] for w in re.findall("[a-z]+", words) if w in _PRINCIPAL)
    if kind == "chief":
        return tuple(_CHIEF.get(part, Role.CXO) for part in _CHIEF_PARTS.split(words.strip(" ,-")) if part)
    if kind == "acronym":
        return (_ACRONYMS.get(words, Role.CXO),)
    if kind == "trustee" and plan:
        return (Role.TTEE,)
    if kind == "committee" and plan:
        return (Role.PADM,)  # the committee for which the plan is signed
    return (_SIMPLE[kind],)
