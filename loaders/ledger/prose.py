"""What a registration statement says of its own shares before its items begin, sentence by sentence.

The passage lies between the cover's blocks and Item 3, the exhibits or the signatures: the fee table's notes, an
explanatory note, the statement of General Instruction E, the deregistration. Undertakings come later. Of it only the
paragraphs that have a word of interest are parted into sentences: most have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..events.sentences import sentences
from ..scan import lowered, places
from ..span import Piece, Text

_END = re.compile(
    r"[^\w\n]*(?:item\s+[3-9]\b|signatures?\W*$|s\s+i\s+g\s+n\s+a\s+t\s+u\s+r\s+e|exhibit\s+index|index\s+to\s+exhibits"
    r"|undertakings\W*$|pursuant\s+to\s+the\s+requirements\s+of\s+the\s+securities)"
)
_FIRST = frozenset("isepu")  # letters that such a line begins with
_CUT = re.compile(
    r";\s*(?:and\b\s*)?(?=[\s\"“(•·*▪●o–-]*[A-Z0-9(])"
    r"|\n[ \t]*(?:[•·*▪●§–-]|o(?=[ \t]{2}))[ \t]+"
    r"|\n(?:(?<=[.:;]\n)|(?<=[.:;][ \t]\n))[ \t]*\n\s*|\n[ \t]*\n\s*(?=[^a-z\s])"
)
_COVER = 14_000  # characters in which the cover's blocks end
_LONGEST = 20_000  # characters of the passage
_CAPTION = "agent for service"


def passage(text: Text) -> Piece:
    """The passage; from the beginning where the cover has no caption of an agent."""
    low = lowered(text.chars)
    captions = places(low, _CAPTION, end=min(len(low), _COVER))
    start = captions[-1] + len(_CAPTION) if captions else 0
    last = min(len(low), start + _LONGEST)
    at = low.find("\n", start, last)
    while at >= 0:
        after = low.find("\n", at + 1, last)
        line = low[at + 1 : after if after >= 0 else last].lstrip(" \t|*-_.")
        if line[:1] in _FIRST and _END.match(line):
            return Piece(text, start, at)
        at = after
    return Piece(text, start, last)


def clauses(body: Piece, words: Sequence[str]) -> Iterator[Piece]:
    """The sentences of the paragraphs and items of lists in ``body`` that have one of the words, in lower case."""
    chars = str(body)
    low, start = lowered(body.text.chars)[body.start : body.end], 0
    words = [word for word in words if word in low]  # of a megabyte of cited numbers the passage has few
    if not words:
        return
    for cut in [*_CUT.finditer(chars), None]:
        end = len(chars) if cut is None else cut.start()
        if any(word in low[start:end] for word in words):
            yield from sentences(body.sub(start, end).strip())
        start = len(chars) if cut is None else cut.end()
