"""The registrant by the facts of a cover in Inline XBRL, held against the header.

    <ix:nonNumeric contextRef="c-1" name="dei:EntityRegistrantName">Roe Corp.</ix:nonNumeric>
    <ix:nonNumeric contextRef="c-1" name="dei:EntityCentralIndexKey">0000000042</ix:nonNumeric>

A fact that says otherwise than the header is a problem with both values; neither is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .header import Header
from .inline_xbrl import Fact, read_facts
from .organizations import firm_key
from .records import Evidence, Party, Problem
from .span import Text

_NAME, _CIK = "dei:EntityRegistrantName", "dei:EntityCentralIndexKey"
_STATE_TAIL = re.compile(r"\s*/[A-Z]{2,4}/?\s*$", re.I)  # ROE CORP /DE/
_LONG = 30  # characters from which a header's name may be cut off


def unlike_header(text: Text, header: Header) -> tuple[Problem, ...]:
    """Where the registrants that the document's facts name are not those of the header."""
    if "dei:Entity" not in text.source or not header.parties:
        return ()
    facts = [f for f in read_facts(text.document, text.source, ("dei",)) if f.name in (_NAME, _CIK) and f.value]
    parties = {str(p.cik): p for p in header.parties if p.cik}
    keys = {f.context: f for f in facts if f.name == _CIK}
    return tuple(dict.fromkeys(p for f in facts for p in _unlike(text, f, keys.get(f.context), parties)))


def _unlike(text: Text, fact: Fact, key: Fact | None, parties: dict[str, Party]) -> Iterator[Problem]:
    if fact.name == _CIK:
        if parties and _cik(fact) not in parties:
            yield _problem(text, fact, "cik", f"CIK {_cik(fact)}", ", ".join(sorted(parties)))
        return
    own = parties.get(_cik(key)) if key is not None else None
    candidates = [own] if own is not None else list(parties.values())
    names = [n for p in candidates for n in (p.name, *(former.name for former in p.former_names))]
    if names and not any(_is_same(fact.value, name) for name in names):
        yield _problem(text, fact, "name", repr(fact.value), ", ".join(repr(p.name) for p in candidates))


def _problem(text: Text, fact: Fact, what: str, said: str, header: str) -> Problem:
    cited = (Evidence("what", fact.span, text.quote(fact.span)),)
    why = f"The cover's fact {fact.name} says {said}, the header {header}."
    return Problem(f"registrant-{what}-differs", f"document {text.document}", why, cited)


def _cik(fact: Fact) -> str:
    return fact.value.strip().zfill(10)


def _is_same(printed: str, conformed: str) -> bool:
    """One name, in whatever order the header has its words (``ROE JANE & CO``), or cut off there."""
    one, two = (firm_key(_STATE_TAIL.sub("", n)).casefold().removeprefix("the ") for n in (printed, conformed))
    if sorted(one.split()) == sorted(two.split()):
        return True
    a, b = one.replace(" ", ""), two.replace(" ", "")
    return a == b or (len(b) >= _LONG and a.startswith(b))
