"""Under which power of attorney a signature was made: rules with ids, and the reason where no power on file covers it.

    ... each person whose signature appears below constitutes and appoints Ann B. Carver ...    /s/ J. W. Martin
    (in the S-8; and in its S-8 POS, for J. W. Martin:)    By: /s/ Ann B. Carver, Attorney-in-Fact

A power is taken where it names the attorney, the signer gave it, it is not later than the signature, and something says
that it covers this filing. Who is who is what resolution says; here nothing is decided about people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .appointments import Papers, Power, Use

#: What makes a power the one that a signature was made under, the surest first.
RULES = {
    "P1": "an exhibit of the filing itself",
    "P2": "the filing's own page of signatures, which the signer signed too",
    "P3": "filed before with the registration statement that the filing belongs to or cites",
    "P4": "filed before, and given for this form",
    "P5": "filed before, as the filing's list of exhibits says of its powers",
    "P6": "names the attorney; that the signer gave it is not to be read",
}
#: Why no power is taken, the nearest miss first.
REASONS = {
    "N1": "power for another filing or form",
    "N2": "power later than the signature",
    "N3": "attorney not named in the power",
    "N4": "power not given by the signer",
    "N5": "no power found",
    "N6": "the page does not name the attorney",
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A power that names the attorney or is given by the signer, and the mentions that say so ('' where none does)."""

    power: Power
    papers: Papers
    attorney: str
    grantor: str


@dataclass(frozen=True, slots=True)
class Finding:
    """``rule`` of `RULES` or `REASONS`; the power taken or, of a reason, the nearest one ('' where there is none)."""

    rule: str
    power: str = ""
    attorney: str = ""
    grantor: str = ""

    @property
    def on_file(self) -> bool:
        return self.rule in RULES


def find_authority(use: Use, papers: Papers, offers: Iterable[Offer]) -> Finding:
    """The power that a signature was made under, or why there is none; ``papers`` are those of the signature's filing.

    >>> find_authority(Use("filing/1/signature/2", "filing/1/person/a"), Papers("filing/1", "2003-09-19", "S-8"), [])
    Finding(rule='N5', power='', attorney='', grantor='')
    """
    if not use.attorney:
        return Finding("N6")
    found = [(_rule(use, papers, offer), offer) for offer in offers]
    latest = sorted((x for x in found if x[0]), key=lambda x: _age(x[1]), reverse=True)
    for rule in (*RULES, *REASONS):
        for named, offer in latest:
            if named == rule:
                return Finding(rule, offer.power.iri, offer.attorney, offer.grantor)
    return Finding("N5")


def _age(offer: Offer) -> tuple[str, str, str]:
    return offer.papers.filed, offer.power.granted, offer.power.iri


def _rule(use: Use, papers: Papers, offer: Offer) -> str:
    """The rule by which the power would be taken, the reason why not, or '' where it has nothing to do with it."""
    own = papers.filing == offer.papers.filing
    # of a page that all sign below, one who signs by attorney only is among those who appoint; an exhibit names them
    unread = not offer.power.grantors or (own and not offer.power.exhibit)
    if not own and not (papers.filed and offer.papers.filed):
        return ""  # which of the two came first is not known
    timely = (own or offer.papers.filed <= papers.filed) and offer.power.granted <= (use.day or papers.filed or "9")
    if not offer.attorney:
        return "N3" if timely else ""
    if not offer.grantor and not unread:
        return "N4" if timely else ""
    if not timely:
        return "N2"
    place = _place(papers, offer, own)
    return "P6" if place and not offer.grantor else place or "N1"


def _place(papers: Papers, offer: Offer, own: bool) -> str:
    if own:
        return "P1" if offer.power.exhibit else "P2"
    if not {*papers.statements, *papers.cited}.isdisjoint(offer.papers.statements):
        return "P3"
    if any(_is_form(papers.form, form) for form in offer.power.forms):
        return "P4"
    return "P5" if papers.filed_before and not offer.power.forms else ""


def _is_form(form: str, named: str) -> bool:
    """Is a form type (``10-K405/A``, ``SC 13G``) one of the form that a power names (``10-K``, ``13G``)?

    >>> [_is_form("10-K405", "10-K"), _is_form("4/A", "4"), _is_form("S-11", "S-1"), _is_form("SCHEDULE 13D", "13-D")]
    [True, True, False, True]
    """
    plain, prefix = (re.sub(r"^(?:SC(?:HEDULE)?|FORM)\s+|[\s-]", "", text.upper()) for text in (form, named))
    plain = plain.partition("/")[0]
    rest = plain.removeprefix(prefix)
    return plain == prefix or (rest != plain and (prefix[-1:].isalpha() or (len(prefix) > 1 and not rest[0].isdigit())))
