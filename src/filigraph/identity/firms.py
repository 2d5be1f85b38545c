"""Are two printed firm names one firm in one era of its name?

A firm is its core name and the family of its legal form: ``LLP``, ``L.L.P.``, ``P.C.``, ``PLLC`` or none are one
family, a foreign form (``AG``, ``Ltd``) is a firm of its own. Renames and mergers make new firms; history tells
which followed which, a merge never does.

>>> core("Alder, Birch, Cedar & Dogwood, L.L.P."), core("ALDER BIRCH CEDAR & DOGWOOD LLP")
(('alderbirchcedaranddogwood', ''), ('alderbirchcedaranddogwood', ''))
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from .folding import fold
from .judgement import Judgement, Verdict, scored, veto
from .ruleset import table_text

_BRACKETS = re.compile(r"\([^()]*\)")
# what firms add to their name that is not part of it
_TAIL = re.compile(
    r"\b(?:(?:independent )?(?:registered |chartered |certified )+(?:professional |public )*"
    r"(?:accounting firm|accountants)"
    r"|law offices?|attorneys? at law|advocates)(?: of)?\b"
)
# forms that say nothing of the country: one family
_DOMESTIC = re.compile(
    r"\b(?:l ?l ?p|p ?l ?l ?c|l ?l ?c|p ?l ?c|p ?c|p ?a|s ?c|chartered|inc"
    r"|a? ?professional (?:corporation|association))$"
)
_FOREIGN = re.compile(
    r"\b(ag|gmbh|ltd|limited|b ?v|n ?v|s ?a|s ?p ?a|s ?a ?s|a ?b|a ?s|s ?l|s ?c ?r ?l|jsc|k ?k|k ?g|wpg)$"
)


#: A name that is seen this many years outside of the time in which a firm bore it, is hardly that firm's.
YEARS_AROUND = 3


def core(name: str, day: str = "") -> tuple[str, str]:
    """The firm's core name without spaces, and its foreign legal form ('' where domestic or none).

    ``day``: an ISO date on which the name was borne; a short name stands for its firm only about the years in which it
    was that firm's. Without a day it does in any case.

    >>> core("Andersen LLP"), core("Andersen LLP", "2001-03-01"), core("Andersen LLP", "2021-03-01")
    (('arthurandersen', ''), ('arthurandersen', ''), ('andersen', ''))
    """
    key, form = _bare(name)
    alias = _aliases().get(key)
    return (alias.firm if alias is not None and alias.stands(day) else key), form


def years_later(day: str, years: int) -> str:
    """The same day of another year, for comparison with other ISO dates; years alone may stand for days."""
    return f"{int(day[:4]) + years:04}{day[4:]}"


@lru_cache(maxsize=100_000)
def _bare(name: str) -> tuple[str, str]:
    text = fold(_BRACKETS.sub(" ", name).replace("&", " and ").replace("+", " and "))
    text = " ".join(_TAIL.sub(" ", text).split()).removeprefix("the ")
    foreign = _FOREIGN.search(text)
    form = foreign.group(1).replace(" ", "") if foreign else ""
    bare = (_FOREIGN if foreign else _DOMESTIC).sub("", text).strip()
    key = re.sub(r" and$", "", bare).replace(" ", "") or text.replace(" ", "")
    return key, form


@dataclass(frozen=True, slots=True)
class _Alias:
    firm: str
    first: str  # the years in which it is known to be the firm's name; '' where it has no end
    last: str

    def stands(self, day: str) -> bool:
        year = day[:4]
        early = bool(year and self.first) and year < years_later(self.first, -YEARS_AROUND)
        return not early and not (year and self.last and year > years_later(self.last, YEARS_AROUND))


@cache
def _aliases() -> dict[str, _Alias]:
    rows = csv.DictReader(table_text("firm_aliases.tsv").splitlines(), delimiter="\t")
    return {row["alias"]: _Alias(row["firm"], row["from"], row["until"]) for row in rows}


def judge_firms(a: str, b: str) -> Judgement:
    """F1 core and legal form agree; V7 a foreign form on one side; F2 nearly the same letters, for review; F0 else."""
    (core_a, form_a), (core_b, form_b) = core(a), core(b)
    if form_a != form_b:
        return veto("V7")
    if core_a == core_b:
        return Judgement(Verdict.SAME, 0.98, "F1")
    same_words = sorted(core_a.replace("and", "")) == sorted(core_b.replace("and", ""))
    return scored(0.5, "F2") if same_words else Judgement(Verdict.DIFFERENT, 0.0, "F0")
