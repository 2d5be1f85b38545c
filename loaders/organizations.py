"""Tell organizations from persons, and law firms from audit firms, by the structure of their names.

What it reads are single names as printed::

    Alder, Birch, Cedar & Dogwood, L.L.P.     law firm: surnames, an ampersand, a professional form
    Singer Lewak Greenbaum & Goldstein LLP        audit firm: known by name
    Caldwell, Hargis & Mott, CPAs                 audit firm: by its form
    Northgate Timber Company, L.P.                organization, neither
    Harlan J. Quist, Jr.                           person

The name alone cannot always say which kind of firm it is; the readers of counsel and auditors decide by the words
around the name and ask here only where those are silent.
"""

from __future__ import annotations

import itertools
import re
from functools import cache, lru_cache

from .lexicon import table, words

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_DOTTED = re.compile(r"\b((?:[A-Za-z]\.\s?){1,5}[A-Za-z])\.?(?![\w.])")
_NOISE = re.compile(r"[^\w+&]+")
_NOT_IN_KEY = frozenset({"and", "the", "of", "us", "usa"})
_CORPORATE_ONLY = ("corporate", "foreign")
_SURNAMES = re.compile(r"[A-Z][\w.'’-]*(?:,? [A-Z][\w.'’-]*)*,? (?:&|and|AND|\+|y) [A-Z][\w'’-]+")
_ACCOUNTANCY = re.compile(r",\s+A\.C\.$")  # an accountancy corporation
_SALUTES = frozenset({"ladies", "gentlemen", "dear", "sirs", "very", "sincerely", "yours", "messrs", "re", "attention"})
_PROFESSIONAL = frozenset({"llp", "lllp", "pllc", "pc", "pa", "pllp", "apc", "plc", "sc", "alc", "aplc", "lpa", "chtd"})
_ROLE_TAIL = re.compile(
    r"\s*,?\s+(?:law offices?|attorneys?(?:\s+and\s+counsell?ors?)?(?:[- ]at[- ]law)?|advocates|counsell?ors.*)$", re.I
)


def _plain(raw: str) -> str:
    """Lower case, initials joined (``L.L.P.`` to ``llp``), punctuation as spaces; ``&`` and ``+`` kept."""
    joined = _DOTTED.sub(lambda m: m[1].replace(".", "").replace(" ", ""), raw)
    return " ".join(_NOISE.sub(" ", joined.casefold().replace("'", "").replace("’", "").replace("&", " & ")).split())


@cache
def _forms(*kinds: str) -> tuple[str, ...]:
    """Legal forms in plain spelling, longest first."""
    found = {_plain(form) for form in words("legal_forms", *kinds)}
    found |= {form.replace(" ", "") for form in found if all(len(w) == 1 for w in form.split())}
    return tuple(sorted(found, key=lambda form: (-len(form), form)))


@cache
def _audit_aliases() -> frozenset[str]:
    return frozenset(_core(_plain(row[0])) for row in table("audit_firms"))


@cache
def _surnames() -> frozenset[str]:
    """Aliases that are one surname and a legal form (``Cohen & Company``): other partners make another firm."""
    plain = {_plain(row[0]) for row in table("audit_firms")}
    return frozenset(alias for alias in _audit_aliases() if " " not in alias and alias not in plain)


@cache
def _longest_alias() -> int:
    return max(len(alias.split()) for alias in _audit_aliases())


@cache
def _canonical() -> dict[str, str]:
    return {_core(_plain(alias)): _core(_plain(firm)) for alias, firm in table("audit_firms")}


@cache
def _endings(*kinds: str) -> tuple[str, ...]:
    """The legal forms, each with the blank before it."""
    return tuple(f" {form}" for form in _forms(*kinds))


def _without_forms(plain: str) -> str:
    """The plain name without the legal forms at its end (``& co`` and ``and company`` are forms, too)."""
    while plain.endswith(_endings()):
        form = next(form for form in _endings() if plain.endswith(form))
        plain = plain[: 1 - len(form)].rstrip(" &,")
        plain = plain[:-4] if plain.endswith(" and") else plain
    return plain


def _core(plain: str) -> str:
    return " ".join(
        w.rstrip("&+") for w in _without_forms(plain).replace("+", " ").split() if w not in _NOT_IN_KEY and w != "&"
    )


@lru_cache(maxsize=4096)
def firm_key(raw: str) -> str:
    """The core of a firm's name for comparing: no case, punctuation, conjunctions, legal forms or ``Law Offices``.

    >>> firm_key("Alder, Birch, Cedar & Dogwood, L.L.P.") == firm_key("Alder Birch Cedar & Dogwood LLP")
    True
    """
    core = _core(_plain(_ROLE_TAIL.sub("", raw)))
    return core or _core(_plain(raw)) or _plain(raw)


@lru_cache(maxsize=4096)
def same_firm(a: str, b: str) -> bool:
    """Whether two printed names are small variants of one firm's name; successors of a firm are other firms."""
    one, two = firm_key(a), firm_key(b)
    if one == two or one.replace(" ", "") == two.replace(" ", ""):
        return bool(one)
    kinds = _canonical()
    return one in kinds and kinds[one] == kinds.get(two) and _near(one, two)


def _near(one: str, two: str) -> bool:
    """Aliases of one audit firm count as the same name only where one begins like the other (no mergers)."""
    a, b = one.replace(" ", ""), two.replace(" ", "")
    if min(len(a), len(b)) <= 4:  # an abbreviation: EY, PwC
        return True
    return a[:6] == b[:6]


@lru_cache(maxsize=4096)
def is_audit_firm(raw: str) -> bool:
    """Whether the name is that of a firm of accountants: known by name, or by a word such as CPAs."""
    plain = _plain(raw)
    if not plain or len(plain) > 160:
        return False
    if _ACCOUNTANCY.search(raw):
        return True
    tokens = plain.replace("&", " ").split()
    if any(w in _words("audit") for w in tokens):
        return True
    core = _core(plain).split()
    heads = (" ".join(core[:n]) for n in range(min(len(core), _longest_alias()), 0, -1))
    return any(head in _audit_aliases() and (head == " ".join(core) or head not in _surnames()) for head in heads)


@cache
def _words(kind: str) -> frozenset[str]:
    return words("firm_words", kind)


def is_expert(raw: str) -> bool:
    """Whether the name or its description is that of an expert who is neither lawyer nor accountant."""
    tokens = _plain(raw).split()
    pairs = {f"{a} {b}" for a, b in itertools.pairwise(tokens)}
    return bool(_words("expert") & (pairs | set(tokens)))


def _form_kinds(plain: str) -> set[str]:
    """Kinds of the legal forms at the end of the name."""
    spaced = f" {plain}"
    return {kind for kind in ("corporate", "partnership", "professional", "foreign") if spaced.endswith(_endings(kind))}


def says_law(raw: str) -> bool:
    """Whether the name itself says that lawyers bear it: ``Vane Law Offices``, ``Moor Abogados``."""
    return any(word in _words("law") for word in _plain(raw).split())


@lru_cache(maxsize=4096)
def is_law_firm(raw: str) -> bool:
    """Whether the name looks like a law firm's: its words, a professional form, or partners' names joined by "
    "``&``."""
    plain = _plain(raw)
    if not plain or len(plain) > 160 or is_audit_firm(raw):
        return False
    tokens = plain.split()
    if tokens[0] in _SALUTES:
        return False
    if says_law(raw):
        return True
    if tokens[-1] == "plc" and not _SURNAMES.search(raw):
        return False  # a public limited company
    if tokens[-1] in _PROFESSIONAL or plain.endswith(("professional corporation", "chartered")):
        return len(tokens) > 1
    return (
        bool(_SURNAMES.search(raw))
        and not _form_kinds(plain)
        and not is_expert(raw)
        and not _words("organization") & set(tokens)
    )


@lru_cache(maxsize=8192)
def is_organization(raw: str) -> bool:
    """Whether the name is that of an organization of any kind rather than of a person."""
    plain = _plain(raw)
    if not plain:
        return False
    tokens = plain.split()
    forms = _form_kinds(plain) - {"foreign"}
    if _person_with_degree(plain, forms):
        return False
    if forms and len(tokens) > 1:
        return True
    if tokens[-1] in _words("organization") and len(tokens) > 1:
        return True
    if _form_kinds(plain) == {"foreign"} and len(tokens) > 1:
        return (
            tokens[-1] not in {"se", "ab", "as", "na", "kg", "kk", "oy", "bv", "nv", "sa"} or raw.split()[-1].isupper()
        )
    inner = {
        "inc",
        "corp",
        "corporation",
        "incorporated",
        "company",
        "llc",
        "llp",
        "bank",
        "trust",
        "committee",
        "plan",
    }
    return bool(inner & set(tokens)) or "&" in tokens or is_audit_firm(raw) or is_law_firm(raw)


def _person_with_degree(plain: str, forms: set[str]) -> bool:
    """``Jane Doe, CPA`` is a person: the letters are a degree, not a firm's form."""
    return forms == {"professional"} and plain.endswith((" cpa", " c p a")) and "&" not in plain
