"""Numbers of securities in a sentence, and whether they are what was once registered or what is dealt with now.

... registering 1,000,000 shares of Common Stock, of which 250,000 shares remain unsold
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..span import Piece

_KINDS = r"(?:shares?|securities|units?|interests?|ADSs?|American\s+Depositary\s+Shares?|options)\b"
_BETWEEN = (
    r"(?:(?:additional|unsold|unissued|remaining|authorized|such|of|the|its|our|their|common|ordinary|new|previously"
    r"|registered|plan|class|[A-C]\b|company['’]s|registrant['’]s|and)\s+){0,6}"
)
_AMOUNT = re.compile(rf"(?P<n>\d{{1,3}}(?:,\d{{3}})+|\d{{5,10}})\s+{_BETWEEN}{_KINDS}", re.I)
_WORDS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred"
    r"|\d+(?:\.\d+)?)(?:[\s-]+(?:one|two|three|four|five|six|seven|eight|nine|and|hundred|thousand|million)){0,8}?"
    rf"[\s-]+(?:hundred|thousand|million)\s+(?:\([^()]{{0,40}}\)\s+)?{_BETWEEN}{_KINDS}",
    re.I,
)
_ONCE = re.compile(
    r"\b(?:to\s+register|registering|registered|registration\s+of|cover(?:ing|ed|s)|with\s+respect\s+to"
    r"|(?:relat|pertain)(?:ing|es|s)\s+to|(?:total|aggregate)\s+of)\b[^;]{0,60}$",
    re.I,
)
_WAS = re.compile(r"\b(?:were|was|had\s+been|originally|initially|previously)\s+(?:\w+\s+){0,2}registered\b", re.I)
_LEFT_BEFORE = re.compile(
    r"\b(?:de-?regist\w+|remov\w+\s+from|withdraw\w*|of\s+which|unsold|unissued|remaining|balance\s+of)\b[^;]{0,40}$",
    re.I,
)
_LEFT_AFTER = re.compile(
    r"\b(?:remain\w*|unsold|unissued|not\s+(?:been\s+)?(?:issued|sold|granted)|de-?registered|removed)\b", re.I
)
_NO_START = frozenset("0123456789$.,(/-")  # characters after which a number goes on or is of another kind
_NEAR = 100  # characters in which the words stand that say which


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of securities: its plain decimal, where it stands, and whether it is what was registered at first."""

    value: str
    piece: Piece
    once: bool


def amounts_in(clause: Piece) -> Iterator[Amount]:
    """The numbers of securities in a sentence, in order."""
    words = str(clause)
    matches = [m for m in _AMOUNT.finditer(words) if not (m.start() and words[m.start() - 1] in _NO_START)]
    once = False
    for i, match in enumerate(matches):
        before = words[max(0, match.start() - _NEAR) : match.start()]
        until = matches[i + 1].start() if i + 1 < len(matches) else len(words)
        after = words[match.start() : min(until, match.end() + _NEAR)].partition(";")[0]
        first = once or bool(_WAS.search(after) or _ONCE.search(before))  # so is the next one of a list
        once = first and not _LEFT_BEFORE.search(before) and not _LEFT_AFTER.search(after)
        yield Amount(match["n"].replace(",", ""), clause.group(match, "n"), once)


def in_words(clause: Piece) -> Piece | None:
    """A number of securities that is spelt out: ``one million shares``."""
    found = _WORDS.search(str(clause))
    return clause.group(found) if found else None
