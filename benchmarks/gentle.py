"""How much accuracy is lost by changes that no careful reader would notice: F1 by kind of change and by field.

    python benchmarks/gentle.py [--gold ../shared/gold] [--filings ../shared/filings/gold] [--errors N]

``damage.py`` takes away what a page tells by its layout; what is done here takes nothing away. Line ends and blank
lines, where a tab or a hard space stands for spaces, how wide prose is set, a page that ends between two rows, the
case of tags, wrappers and spacer cells, straight or curly quotes: the copy says the same in the same layout, so each
figure below the first row is the readers' fault. Printed as Markdown; each field pooled over all kinds as well.
"""

from __future__ import annotations

import argparse
import random
import re
import runpy
import textwrap
import zlib
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from calibrate import ROOT, Case, cases
from damage import Damage

from filigraph.loaders.filing import read
from filigraph.loaders.markup_wraps import unwrap
from filigraph.loaders.publish import to_json

_BODY = re.compile(r"(<TEXT>)(.*?)(</TEXT>)", re.S | re.I)
_HTML = re.compile(r"<(?:html|body|tr|div|font|p)\b", re.I)  # plain text has <TABLE>, too
_PRE = re.compile(r"<pre\b", re.I)  # where white space shows
_TAG = re.compile(
    r"<!--.*?-->|<(?:style|script|title|head)\b.*?</(?:style|script|title|head)\s*>|<[^<>]*>", re.S | re.I
)
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_PROSE = re.compile(r"(?<=\n\n)(?: {0,8}[A-Za-z](?:(?! {3}|\.{3})[^\n]){49,}\n){3,}")  # no rows of a list
_TABLES = re.compile(r"<(?P<close>/?)(?P<name>table|tr)\b[^<>]*>", re.I)
Counts = dict[str, Counter[str]]


def _blank_lines_doubled(text: str, dice: random.Random) -> str:
    return re.sub(r"\n[ \t]*\n", "\n\n\n", text)


def _shifted(text: str, dice: random.Random) -> str:
    """Everything three columns to the right."""
    return re.sub(r"(?m)^(?=[^\n<])", "   ", text)


def _carriage_returns(text: str, dice: random.Random) -> str:
    return re.sub(r"\r?\n", "\r\n", text)


def _trailing_spaces(text: str, dice: random.Random) -> str:
    return re.sub(r"(?m)(?<=\S)$", lambda _: " " * dice.randint(0, 9), text)


def _tab_stops(text: str, dice: random.Random) -> str:
    """Spaces up to a stop of eight as tabs: the columns stay."""
    return "\n".join(_with_tabs(line) for line in text.split("\n"))


def _with_tabs(line: str) -> str:
    if "\t" in line:
        return line
    parts = [line[i : i + 8] for i in range(0, len(line), 8)]
    return "".join(p.rstrip(" ") + "\t" if len(p) == 8 and p.endswith("  ") else p for p in parts)


def _hard_spaces(text: str, dice: random.Random) -> str:
    """Every gap between columns of hard spaces."""
    return _GAP.sub(lambda gap: "\xa0" * len(gap[0]), text)


def _prose_rewrapped(text: str, dice: random.Random) -> str:
    """Paragraphs set sixty-four columns wide."""
    return _PROSE.sub(lambda p: textwrap.fill(" ".join(p[0].split()), 64, initial_indent="     ") + "\n", text)


def _double_spaces(text: str, dice: random.Random) -> str:
    """Prose set justified: some words two spaces apart."""
    return _PROSE.sub(lambda p: re.sub(r"(?<=\S) (?=\S)", lambda _: "  " if dice.random() < 0.2 else " ", p[0]), text)


def _pages_end(text: str, dice: random.Random) -> str:
    """A page ends at one blank line of twelve."""
    pages = iter(range(1, 10_000))
    return re.sub(
        r"\n[ \t]*\n(?=[ \t]*\S)",
        lambda m: f"\n\n{'':36}{next(pages)}\n<PAGE>\n\n" if dice.random() < 1 / 12 else m[0],
        text,
    )


def _curly_quotes(text: str, dice: random.Random) -> str:
    outside = re.sub(r"(?<=\w)'(?=\w|\s)", "\x92", text)
    return re.sub(r'(?<![\w=])"(?=\w)', "\x93", re.sub(r'(?<=[\w.,])"(?![\w>])', "\x94", outside))


def _dashes(text: str, dice: random.Random) -> str:
    return re.sub(r"(?<=\w)( ?)--( ?)(?=\w)", "\\1\x97\\2", re.sub(r"(?<=\w) - (?=\w)", " \x96 ", text))


def _rules(text: str, dice: random.Random) -> str:
    """Rules of hyphens as rules of underscores."""
    return re.sub(r"(?:- )?-{6,}", lambda m: "_" * len(m[0]), text)


def _upper_tags(text: str, dice: random.Random) -> str:
    return re.sub(r"</?[a-z]\w*(?=[\s>/])", lambda m: m[0].upper(), text)


def _lower_tags(text: str, dice: random.Random) -> str:
    return re.sub(r"</?[A-Z]\w*(?=[\s>/])", lambda m: m[0].lower(), text)


def _outside(text: str, change: Any) -> str:
    """The text with ``change`` made to what stands between tags."""
    if _PRE.search(text):
        return text
    out, at = [], 0
    for tag in _TAG.finditer(text):
        out += [change(text[at : tag.start()]), tag[0]]
        at = tag.end()
    return "".join([*out, change(text[at:])])


def _wrapped(text: str, dice: random.Random) -> str:
    """A wrapper about every stretch of text."""
    return _outside(
        text, lambda t: f'<font size="2"><span style="font-size:10pt">{t}</span></font>' if t.strip() else t
    )


def _broken_source(text: str, dice: random.Random) -> str:
    """The lines of the source end elsewhere, which shows nowhere."""
    return _outside(text, lambda t: re.sub(r"(?<=\S) (?=\S)", lambda _: "\n" if dice.random() < 0.2 else " ", t))


def _some_nbsp(text: str, dice: random.Random) -> str:
    return _outside(text, lambda t: re.sub(r"(?<=\S) (?=\S)", lambda _: "&nbsp;" if dice.random() < 0.2 else " ", t))


def _padded_cells(text: str, dice: random.Random) -> str:
    """A hard space before and behind the words of each cell that holds no block."""
    inline = r"(?:(?!<(?:p|div|table|tr|td|br|center|h\d)\b|</td)[^\n])*"
    plain = rf"(<td\b[^<>]*>)(?!</td|\s)({inline})(?=</td)"
    return re.sub(plain, r"\1&nbsp;\2&#160;", text, flags=re.I)


def _divs(text: str, dice: random.Random) -> str:
    return re.sub(r"<(/?)p(?=[\s>])", r"<\1div", text, flags=re.I)


def _spacer_cells(text: str, dice: random.Random) -> str:
    """An empty narrow cell after every cell, as converters write them."""
    wider = re.sub(r'colspan="?(\d+)"?', lambda m: f'colspan="{int(m[1]) * 2}"', text, flags=re.I)
    return re.sub(r"</td\s*>", '</td><td width="1%">&nbsp;</td>', wider, flags=re.I)


def _pages_between_rows(text: str, dice: random.Random) -> str:
    """A table goes on after a page's end, once in twelve rows."""
    out, at, opened, page = [], 0, [], 0
    for tag in _TABLES.finditer(text):
        out.append(text[at : tag.end()])
        at = tag.end()
        if tag["name"].lower() == "table":
            if not tag["close"]:
                opened.append(tag[0])
            elif opened:
                opened.pop()
        elif tag["close"] and len(opened) == 1 and dice.random() < 1 / 12:
            page += 1
            end = f'</table><p align="center">{page}</p><hr style="page-break-after:always">'
            out.append(end + opened[0])
    return "".join([*out, text[at:]])


PLAIN: tuple[Damage, ...] = (
    _blank_lines_doubled, _shifted, _carriage_returns, _trailing_spaces, _tab_stops, _hard_spaces, _prose_rewrapped,
    _double_spaces, _pages_end, _curly_quotes, _dashes, _rules,
)  # fmt: skip
MARKED: tuple[Damage, ...] = (
    _carriage_returns, _upper_tags, _lower_tags, _wrapped, _broken_source, _some_nbsp, _padded_cells, _divs,
    _spacer_cells, _pages_between_rows, _curly_quotes, _dashes,
)  # fmt: skip


def changed(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The kind of change and the copy, one a kind that changes anything."""
    text = unwrap(data.decode("latin-1"))[0]  # lines broken by force at 1,023 characters would end elsewhere
    body = _BODY.search(text)
    for change in MARKED if _HTML.search(body[2] if body else text) else PLAIN:
        name = change.__name__.strip("_")
        dice = random.Random(zlib.crc32(data) ^ zlib.crc32(name.encode()))
        copy = _BODY.sub(lambda b: b[1] + change(b[2], dice) + b[3], text) if body else change(text, dice)  # noqa: B023
        if copy != text:
            yield name, copy.encode("latin-1", "replace")


def scored(score: Path, case: Case) -> tuple[dict[str, Counts], list[str]]:
    """By kind of change and field: values stated, found and both; and each value that only the change loses."""
    rules = runpy.run_path(str(score))
    data = case.path.read_bytes()
    stated = rules["items"](case.truth)
    scope = set(case.truth.get("scope", ()))
    out: dict[str, Counts] = {}
    lost: list[str] = []
    before: set[tuple[str, Any]] = set()
    for kind, copy in (("none", data), *changed(data)):
        found = rules["items"](to_json(read(copy, case.path.name)))
        counts: Counts = {}
        wrong: set[tuple[str, Any]] = set()
        for field in rules["FIELDS"]:
            if field.split(".")[0] not in scope:
                continue
            hits, missed, extra = rules["match"](field, stated[field], found[field])
            counts[field] = Counter(stated=hits + len(missed), found=hits + len(extra), both=hits)
            wrong |= {(f"{field} missed", v) for v in missed} | {(f"{field} extra", v) for v in extra}
        out[kind] = counts
        before = wrong if kind == "none" else before
        lost += [f"{kind}  {case.path.name}  {what} {value}" for what, value in sorted(wrong - before)]
    return out, lost


def f1(count: Counter[str]) -> float:
    return 2 * count["both"] / max(1, count["stated"] + count["found"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold")
    parser.add_argument("--filings", type=Path, default=ROOT.parent / "shared" / "filings" / "gold")
    parser.add_argument("--errors", type=int, default=0, help="print up to N values that are lost by a change")
    options = parser.parse_args()
    known = [case for case in cases(options.gold, options.filings) if case.truth.get("scope")]
    by_kind: dict[str, Counter[str]] = {}
    same: dict[str, Counter[str]] = {}  # of the same filings, unchanged
    by_field: dict[str, dict[bool, Counter[str]]] = {}
    filings: Counter[str] = Counter()
    lost: list[str] = []
    with ProcessPoolExecutor() as pool:
        for found, values in pool.map(partial(scored, options.gold / "score.py"), known):
            lost += values
            for kind, counts in found.items():
                filings[kind] += 1
                for count in found["none"].values():
                    same.setdefault(kind, Counter()).update(count)
                for field, count in counts.items():
                    by_kind.setdefault(kind, Counter()).update(count)
                    by_field.setdefault(field, {}).setdefault(kind != "none", Counter()).update(count)
    print("| change | filings | unchanged | changed |\n| --- | --- | --- | --- |")
    for kind, count in by_kind.items():
        print(f"| {kind.replace('_', ' ')} | {filings[kind]} | {f1(same[kind]):.4f} | {f1(count):.4f} |")
    print("\n| field | unchanged | changed |\n| --- | --- | --- |")
    for field, sides in by_field.items():
        print(f"| {field} | {f1(sides[False]):.4f} | {f1(sides[True]):.4f} |")
    for line in lost[: options.errors]:
        print(line)


if __name__ == "__main__":
    main()
