"""Reporting persons of a schedule and the filing persons of its header: one by their names, so that they get their CIK.

A header has a person family name first (``DOE JOHN H``) and an organization with a state mark (``INVENTED CORP /DE/``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..records import BeneficialOwner, Party, Registrant

_ROLES = frozenset({"FILED-BY", "FILED BY", "REPORTING-OWNER", "FILER"})
_SUBJECTS = frozenset({"FILER", "SUBJECT-COMPANY", "SUBJECT COMPANY", "ISSUER"})
_STATE_MARK = re.compile(r"\s*[/\\](?:[a-z]{2,4}|new|ta|adv)[/\\]?$", re.I)
_FORMS = frozenset(
    {"the", "inc", "incorporated", "corp", "corporation", "company", "co", "ltd", "limited", "llc", "lp", "llp", "plc"}
    | {"and", "of"}
)


def identified(owners: Sequence[BeneficialOwner], parties: Sequence[Party]) -> tuple[BeneficialOwner, ...]:
    """The owners, with the CIK of the one filing person of their name where the form itself gives none."""
    known = [party for party in parties if party.role.upper() in _ROLES and party.cik]
    return tuple(owner if owner.cik else _identified(owner, known) for owner in owners)


def completed(registrants: Sequence[Registrant], parties: Sequence[Party]) -> tuple[Registrant, ...]:
    """The registrants, with what the form does not say of them and the header does of the party of their CIK."""
    known = {party.cik: party for party in parties if party.role.upper() in _SUBJECTS and party.cik}
    return tuple(_completed(r, known[r.cik]) if r.cik in known else r for r in registrants)


def _completed(named: Registrant, party: Party) -> Registrant:
    number = party.ein if party.ein and party.ein.strip("0-") else None
    wanted = {
        "state_of_incorporation": "jurisdiction" if named.jurisdiction is None and party.state_of_incorporation else "",
        "ein": "ein" if named.ein is None and number else "",
    }
    cited = tuple(replace(e, field=wanted[e.field]) for e in party.evidence if wanted.get(e.field))
    return replace(
        named,
        jurisdiction=named.jurisdiction or party.state_of_incorporation,
        ein=named.ein or number,
        evidence=named.evidence + cited,
    )


def same_name(one: str, other: str) -> bool:
    """Whether two names are of the same words, in whatever order, a middle initial apart."""
    return any(_key(one, initials) == _key(other, initials) for initials in (True, False))


def _identified(owner: BeneficialOwner, parties: Sequence[Party]) -> BeneficialOwner:
    for initials in (True, False):  # a middle initial may stand on one side only
        same = [party for party in parties if _key(party.name, initials) == _key(owner.name, initials)]
        if len({party.cik for party in same}) == 1:
            cited = tuple(evidence for evidence in same[0].evidence if evidence.field == "cik")
            return replace(owner, cik=same[0].cik, evidence=owner.evidence + cited)
    return owner


def _key(name: str, initials: bool) -> tuple[str, ...]:
    """The words of a name in alphabetical order, without marks, legal forms and, if so wished, initials."""
    plain = _STATE_MARK.sub("", name).casefold().replace(".", "").replace("'", "").replace("’", "")
    words = [word for word in re.split(r"[^a-z0-9]+", plain) if word and word not in _FORMS]
    return tuple(sorted(word for word in words if initials or len(word) > 1)) or (plain,)
