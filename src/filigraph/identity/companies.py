"""Are two registrants one? By CIK; else by EIN; else by name and jurisdiction."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .folding import fold
from .judgement import Judgement, Verdict, scored, veto

_STATE_TAIL = re.compile(r"\s*[/\\][A-Za-z]{0,3}[/\\]?\s*$")
_FORMS = {"incorporated": "inc", "corporation": "corp", "company": "co", "limited": "ltd"}


@dataclass(frozen=True, slots=True)
class Company:
    """What identifies a registrant mention; unknown parts None."""

    name: str
    cik: str | None = None
    ein: str | None = None
    jurisdiction: str | None = None

    @property
    def key(self) -> str:
        """The strongest key that the mention has: CIK, else EIN, else name and jurisdiction."""
        if self.cik:
            return f"cik:{self.cik}"
        if self.ein and self.ein.strip("0-"):
            return f"ein:{re.sub(r'[^0-9]', '', self.ein)}"
        return f"name:{company_key(self.name)}:{fold(self.jurisdiction or '')}"

    @property
    def rule(self) -> str:
        return {"cik": "C1", "ein": "C2", "name": "C3"}[self.key.partition(":")[0]]


def company_key(name: str) -> str:
    """The name folded, EDGAR's state tail away, legal forms in one spelling."""
    words = fold(_STATE_TAIL.sub("", name).replace("&", " and ")).removeprefix("the ").split()
    return " ".join(_FORMS.get(w, w) for w in words)


def judge_companies(a: Company, b: Company) -> Judgement:
    """C1 one CIK; V3 two CIKs; C2 one EIN; C3 one name and no jurisdictions that differ."""
    if a.cik and b.cik:
        return Judgement(Verdict.SAME, 1.0, "C1") if a.cik == b.cik else veto("V3")
    if a.ein and b.ein:
        return Judgement(Verdict.SAME, 0.98, "C2") if a.ein == b.ein else scored(0.4, "C2")
    if company_key(a.name) != company_key(b.name):
        return Judgement(Verdict.DIFFERENT, 0.0, "C0")
    apart = a.jurisdiction and b.jurisdiction and fold(a.jurisdiction) != fold(b.jurisdiction)
    return scored(0.4 if apart else 0.8, "C3")
