"""Are two registrants one? By CIK; else by employer number and name; else by name and state.

judge_companies(company("Elm Inc", cik="0000999999"), company("ELM INC", cik="0000999998"))  -> different by V3
judge_companies(company("Elm Inc", ein="11-2928178"), company("Elm, Inc.", ein="112928178"))  -> same 0.98 by C2
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from filigraph.loaders.iri import employer_number

from .folding import fold
from .judgement import Judgement, Verdict, scored, veto
from .ruleset import table_text

STATES = "jurisdictions.tsv"
_STATE_TAIL = re.compile(r"\s*[/\\][A-Za-z]{0,3}[/\\]?\s*$")
_FORMS = {"incorporated": "inc", "corporation": "corp", "company": "co", "limited": "ltd"}
_STATE_OF = re.compile(r"^(?:the )?(?:(?:state|commonwealth|province) of )?|(?<=\w) (?:canada|usa|united states)$")


@dataclass(frozen=True, slots=True)
class Company:
    """What identifies a registrant; what is not known is empty.

    ``names`` are as `company_key` gives them, ``eins`` nine digits, ``states`` as `state` gives them.
    """

    names: frozenset[str]
    cik: str = ""
    eins: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    former: frozenset[str] = frozenset()


def company(
    name: str, cik: str | None = None, ein: str | None = None, state_of: str | None = None, former: Iterable[str] = ()
) -> Company:
    """A registrant from what is printed of it once."""
    number, where = employer_number(ein), state(state_of or "")
    return Company(
        frozenset({company_key(name)}),
        cik or "",
        frozenset({number} if number else ()),
        frozenset({where} if where else ()),
        frozenset(map(company_key, former)),
    )


def company_key(name: str) -> str:
    """The name folded, EDGAR's state tail away, legal forms in one spelling."""
    words = fold(_STATE_TAIL.sub("", name).replace("&", " and ")).removeprefix("the ").split()
    return " ".join(_FORMS.get(w, w) for w in words)


def state(printed: str) -> str:
    """A jurisdiction in one spelling: ``DE``, ``Del.`` and ``State of Delaware`` are ``delaware``; '' for none."""
    words = fold(printed)
    return _states().get(words.replace(" ", "")) or _STATE_OF.sub("", words)


@cache
def _states() -> dict[str, str]:
    rows = csv.DictReader(table_text(STATES).splitlines(), delimiter="\t")
    return {fold(row["code"]).replace(" ", ""): fold(row["name"]) for row in rows}


def judge_companies(a: Company, b: Company) -> Judgement:
    """C1 one CIK; V3 two CIKs; C2 one employer number and name; C3 one name, and one state where both are known.

    A number without a name in common is no proof: a trust prints its depositor's. Nor is a name that one of them bore
    before, or one with two numbers or two states. A name alone is the likelier reading, but no state sees to it that
    another state's company is not called the same.
    """
    if a.cik and b.cik:
        return Judgement(Verdict.SAME, 1.0, "C1") if a.cik == b.cik else veto("V3")
    named, once = a.names & b.names, a.names & b.former or b.names & a.former
    if a.eins & b.eins:
        return scored(0.98 if named or once else 0.5, "C2")
    if not named:
        return scored(0.4, "C3") if once else Judgement(Verdict.DIFFERENT, 0.0, "C0")
    if a.eins and b.eins:
        return scored(0.4, "C3")
    if not a.states or not b.states:
        return scored(0.7, "C3")
    return scored(0.9 if a.states & b.states else 0.4, "C3")
