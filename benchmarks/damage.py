"""Damaged copies of a filing that still say the same: what vendors, converters and thirty years do to a page.

    for name, copy in damaged(data): ...        # bytes in, bytes out; a person would read the same in each copy

Only what stands between ``<TEXT>`` and ``</TEXT>`` is damaged (the whole of a file without these tags). A kind of
damage is a function of the document's text and a dice; the same filing gives the same copies in every run.
"""

from __future__ import annotations

import random
import re
import textwrap
import zlib
from collections.abc import Callable, Iterator

Damage = Callable[[str, random.Random], str]

_BODY = re.compile(r"(<TEXT>)(.*?)(</TEXT>)", re.S | re.I)
_HTML = re.compile(r"<(?:html|body|tr|div|font|p)\b", re.I)  # plain text has <TABLE>, too
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_CAPTION = re.compile(
    r"^[ \t]*(?:item\s+\S+\s+)?(?:signatures?|power of attorney|(?:index (?:to|of) )?exhibits?(?: index| list)?|"
    r"copies to:?|experts|legal matters|"
    r"(?:name|signature|title|date|capacity)(?:\s{2,}(?:name|signature|title|date|capacity))*|"
    r"\(?agent for service\)?|\(name.*agent for service\)|\(exact name of.*\))[ \t.:]*$",
    re.I | re.M,
)
_WORD = re.compile(r"(?<![\w&#])([A-Za-z]{2,5})([A-Za-z]{2,})\b(?![^<>]*>)")  # no tag, no entity
_ROW = re.compile(r"</tr\s*>", re.I)
_CELL = re.compile(r"</t[dh]\s*>", re.I)
_TABLE_TAG = re.compile(r"</?(?:table|tbody|thead|tr|td|th)\b[^>]*>", re.I)


def _squeezed(text: str, dice: random.Random) -> str:
    """Columns nearer to each other: each gap is two spaces."""
    return _GAP.sub("  ", text)


def _fused(text: str, dice: random.Random) -> str:
    """Some columns touch: a quarter of the gaps are one space."""
    return _GAP.sub(lambda gap: " " if dice.random() < 0.25 else gap[0], text)


def _no_indents(text: str, dice: random.Random) -> str:
    return re.sub(r"(?m)^[ \t]+", "", text)


def _narrow(text: str, dice: random.Random) -> str:
    """Lines of more than sixty characters broken, as mail programs do."""
    return "\n".join(
        part
        for line in text.split("\n")
        for part in (textwrap.wrap(line, 60, drop_whitespace=True, break_long_words=False) or [""])
    )


def _no_blank_lines(text: str, dice: random.Random) -> str:
    return re.sub(r"\n(?:[ \t]*\r?\n)+", "\n", text)


def _spaced_out(text: str, dice: random.Random) -> str:
    """A blank line after every line."""
    return text.replace("\n", "\n\n")


def _no_captions(text: str, dice: random.Random) -> str:
    """Half of the captions lost."""
    return _CAPTION.sub(lambda caption: "" if dice.random() < 0.5 else caption[0], text)


def _split_words(text: str, dice: random.Random) -> str:
    """A space inside one word of a hundred and fifty, as small capitals and kerning leave them."""
    return _WORD.sub(lambda w: f"{w[1]} {w[2]}" if dice.random() < 1 / 150 else w[0], text)


def _capitals(text: str, dice: random.Random) -> str:
    return re.sub(r"[a-z]+(?![^<>]*>)(?!\w*;)", lambda w: w[0].upper(), text)


def _pages(text: str, dice: random.Random) -> str:
    """A page ends somewhere in every thirty lines."""
    lines: list[str] = []
    for number, line in enumerate(text.split("\n")):
        lines.append(line)
        if dice.random() < 1 / 30:
            lines += ["", f"{'':36}{number // 30 + 1}", "<PAGE>", ""]
    return "\n".join(lines)


def _tabs(text: str, dice: random.Random) -> str:
    return _GAP.sub("\t", text)


def _no_bars(text: str, dice: random.Random) -> str:
    """Rules under signatures and headings lost."""
    return re.sub(r"[-_=]{4,}", "", text)


def _flattened(text: str, dice: random.Random) -> str:
    """Tables gone: each cell a line."""
    return _TABLE_TAG.sub("", _CELL.sub("<br>", _ROW.sub("<br>", text)))


def _rows_as_lines(text: str, dice: random.Random) -> str:
    """Tables gone: each row a line, its cells one space apart."""
    return _TABLE_TAG.sub("", _CELL.sub(" ", _ROW.sub("<br>", text)))


def _unclosed(text: str, dice: random.Random) -> str:
    return re.sub(r"</(?:td|tr|p|th|li)\s*>", "", text, flags=re.I)


def _no_styles(text: str, dice: random.Random) -> str:
    """Attributes lost: no widths, spans, indents, bold by style."""
    return re.sub(r"<(\w+)\s[^<>]*>", r"<\1>", text)


def _no_nbsp(text: str, dice: random.Random) -> str:
    """Each run of hard spaces is one soft one."""
    return re.sub(r"(?:&nbsp;|&#160;|\xa0)+", " ", text)


def _cells_merged(text: str, dice: random.Random) -> str:
    """One cell border of ten is gone."""
    return re.sub(r"</td>\s*<td[^<>]*>", lambda b: " " if dice.random() < 0.1 else b[0], text, flags=re.I)


PLAIN: tuple[Damage, ...] = (
    _squeezed, _fused, _no_indents, _narrow, _no_blank_lines, _spaced_out, _no_captions, _split_words, _capitals,
    _pages, _tabs, _no_bars,
)  # fmt: skip
MARKED: tuple[Damage, ...] = (
    _flattened, _rows_as_lines, _unclosed, _no_styles, _no_nbsp, _cells_merged, _no_captions,
    _split_words, _capitals,
)  # fmt: skip


def damaged(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The kind of damage and the copy, one a kind that changes anything."""
    text = data.decode("latin-1")  # every byte a character: what is not touched comes back as it was
    body = _BODY.search(text)
    for damage in MARKED if _HTML.search(body[2] if body else text) else PLAIN:
        name = damage.__name__.strip("_")
        dice = random.Random(zlib.crc32(data) ^ zlib.crc32(name.encode()))
        copy = _BODY.sub(lambda b: b[1] + damage(b[2], dice) + b[3], text) if body else damage(text, dice)  # noqa: B023
        if copy != text:
            yield name, copy.encode("latin-1", "replace")
