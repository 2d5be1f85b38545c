"""The page itself: facts on one side, the source with its marks on the other, in one file."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from html import escape, unescape
from importlib.resources import files
from itertools import chain
from string import Template

from ..loaders.confidence import SIGNS
from ..loaders.publish import Json
from .compare import Comparison, Value, compare
from .marks import Mark, find, stretches

_LISTS = (*SIGNS, "problems")
_HIDDEN = frozenset({"evidence", "confidence", "capacities"})  # of a fact's values
_KEPT = {"counsel", "auditors"}  # whose capacities are single codes
_HEAD = ("form_type", "filing_date", "accession", "registration_number", "source")
_UNSURE = 0.9
_WHOLE = 300_000  # characters of a document without marks that are shown
_TAG = re.compile(r"(<[^<>]{1,2000}>|&#?\w{1,8};)")
_BREAKS = re.compile(r"</?(?:p|div|tr|table|h\d|li|ul|ol|hr|br|title|center|pre|page)\b", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def page(record: Mapping[str, Json], documents: Mapping[int, str], gold: Mapping[str, Json] | None = None) -> str:
    """The page for a public record, the decoded documents by number, and a gold record if there is one."""
    compared = None if gold is None else compare(record, gold)
    wrong = _misses(compared, documents) if compared else []
    marks = [*_marks(record), *(mark for _, mark in wrong if mark)]
    script, style = (_read(name) for name in ("page.js", "page.css"))
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    return Template(_read("page.html")).substitute(
        policy=f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'",
        title=_safe(str(record.get("id") or "")),
        head=" · ".join(_safe(str(record[name])) for name in _HEAD if record.get(name)),
        totals=_totals(record, compared),
        errors="".join(_errors(compared, wrong)) if compared else "",
        facts="".join(chain.from_iterable(_facts(name, record.get(name), compared) for name in _LISTS)),
        documents="".join(_document(n, documents[n], record, marks) for n in sorted(documents)),
        style=style,
        script=script,
    )


def _read(name: str) -> str:
    return (files(__package__) / name).read_text("utf-8")


def _safe(text: str) -> str:
    """Text of a filing as HTML text: no markup, no character that HTML does not know."""
    return escape(_CONTROL.sub("\ufffd", text))


def _anchor(name: str, number: int) -> str:
    return f"{name}-{number + 1}"


def _marks(record: Mapping[str, Json]) -> Iterator[Mark]:
    for name in _LISTS:
        for i, fact in enumerate(_dicts(record.get(name))):
            for place in _dicts(fact.get("evidence")):
                document, start, end = (int(str(place[k])) for k in ("document", "start", "end"))
                yield Mark(document, start, end, _anchor(name, i), name)


def _dicts(value: Json) -> list[dict[str, Json]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _misses(compared: Comparison, documents: Mapping[int, str]) -> list[tuple[Value, Mark | None]]:
    """What was missed, with the place where its words stand in the source."""
    out: list[tuple[Value, Mark | None]] = []
    for i, value in enumerate(compared.missed):
        places = ((n, find(documents[n], value.printed)) for n in sorted(documents) if n)
        place = next(((n, found) for n, found in places if found), None)
        mark = Mark(place[0], *place[1], _anchor("missed", i), "missed") if place else None
        out.append((value, mark))
    return out


def _totals(record: Mapping[str, Json], compared: Comparison | None) -> str:
    facts = [fact for name in SIGNS for fact in _dicts(record.get(name))]
    doubtful = sum(_is_unsure(fact) for fact in facts)
    parts = [f"{len(facts)} facts", f"{doubtful} unsure", f"{len(_dicts(record.get('problems')))} problems"]
    if compared:
        parts += [f"{compared.right} values right", f"{len(compared.missed)} missed", f"{len(compared.extra)} too much"]
    return " · ".join(parts)


def _is_unsure(fact: Mapping[str, Json]) -> bool:
    sure = fact.get("confidence")
    return isinstance(sure, int | float) and sure < _UNSURE


def _errors(compared: Comparison, wrong: list[tuple[Value, Mark | None]]) -> Iterator[str]:
    yield '<section id="errors"><h2>Against the gold record</h2>'
    if not wrong and not compared.extra:
        yield '<p class="note">Nothing is missed and nothing is too much.</p>'
    for i, (value, mark) in enumerate(wrong):
        where = "" if mark else ' <span class="note">its words stand nowhere in the text</span>'
        yield _row(_anchor("missed", i), "missed", "missed", value, where)
    for i, value in enumerate(compared.extra):
        name = value.field.split(".")[0]
        target = _anchor("references" if name == "referenced_file_numbers" else name, value.fact)
        link = f' <a href="#{target}">the fact</a>'
        yield _row(_anchor("extra", i), "extra", "too much", value, link, target)
    yield "</section>"


def _row(anchor: str, kind: str, word: str, value: Value, more: str, target: str = "") -> str:
    key = " · ".join(value.key[:-1])
    of = f' <span class="note">of {_safe(key)}</span>' if key else ""
    said = f"<q>{_safe(value.printed or value.key[-1])}</q>{of}{more}"
    head = f'<article id="{anchor}" class="fact {kind}" tabindex="0" data-mark="{target or anchor}">'
    return f'{head}<b>{word}</b> <span class="field">{_safe(value.field)}</span> {said}</article>'


def _facts(name: str, facts: Json, compared: Comparison | None) -> Iterator[str]:
    rows = _dicts(facts)
    if not rows:
        return
    extra = {(v.field.split(".")[0], v.fact) for v in compared.extra} if compared else set()
    said = name.replace("_", " ")
    yield f'<section><h2><i class="key k-{name}"></i>{said} <span class="note">{len(rows)}</span></h2>'
    for i, fact in enumerate(rows):
        marked = ("referenced_file_numbers" if name == "references" else name, i) in extra
        kinds = f"fact k-{name}" + (" unsure" if _is_unsure(fact) else "") + (" wrong" if marked else "")
        anchor = _anchor(name, i)
        yield f'<article id="{anchor}" class="{kinds}" tabindex="0" data-mark="{anchor}">{_sure(fact)}'
        for key, value in fact.items():
            if (key not in _HIDDEN or (key == "capacities" and name in _KEPT)) and value not in (None, "", []):
                yield f'<div><span class="field">{_safe(key.replace("_", " "))}</span> {_safe(_shown(value))}</div>'
        yield "</article>"
    yield "</section>"


def _sure(fact: Mapping[str, Json]) -> str:
    sure = fact.get("confidence")
    if not isinstance(sure, int | float):
        return ""
    meter = f'<meter min="0" max="1" low="0.7" high="0.9" optimum="1" value="{sure}" title="confidence {sure}"></meter>'
    return f'{meter}<span class="sure">{sure:.3f}</span>'


def _shown(value: Json) -> str:
    if isinstance(value, list):
        return "; ".join(_shown(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{k.replace('_', ' ')} {_shown(v)}" for k, v in value.items() if v and k != "evidence")
    return str(value)


def _document(number: int, text: str, record: Mapping[str, Json], marks: list[Mark]) -> str:
    own = [mark for mark in marks if mark.document == number]
    infos = {info["sequence"]: info for info in _dicts(record.get("documents"))}
    info = infos.get(number, {})
    name = "header" if number == 0 else f"document {number} {info.get('type') or ''} {info.get('description') or ''}"
    shown = text if own or len(text) <= _WHOLE else text[:_WHOLE]
    note = "" if shown is text else f'<p class="note">The first {_WHOLE:,} of {len(text):,} characters.</p>'
    body = "".join(_lines(shown, own))
    return (
        f'<details id="document-{number}"{" open" if own or number == 1 else ""}><summary>{_safe(name)} '
        f'<span class="note">{len(text):,} characters, {len(own)} marks</span></summary>{note}{body}</details>'
    )


def _lines(text: str, marks: list[Mark]) -> Iterator[str]:
    """The text in blocks that a browser lays out when they come into view; a block ends where no mark is open."""
    block: list[str] = []
    size = 0
    for stretch in stretches(text, marks):
        if stretch.marks:
            block.append(_marked(stretch.text, stretch.marks))
            size += len(stretch.text)
            continue
        for piece in re.findall(r"(?:[^\n]*\n){1,60}|[^\n]+\Z", stretch.text):
            block.append(_source(piece))
            size += len(piece)
            if size > 6000 and piece.endswith("\n"):
                yield f"<pre>\n{''.join(block)}</pre>"
                block, size = [], 0
    if block:
        yield f"<pre>\n{''.join(block)}</pre>"


def _marked(text: str, marks: tuple[Mark, ...]) -> str:
    anchors = " ".join(dict.fromkeys(mark.anchor for mark in marks))
    kind = "missed" if any(mark.kind == "missed" for mark in marks) else marks[0].kind
    also = " also" if len({mark.kind for mark in marks}) > 1 else ""
    title = ", ".join(dict.fromkeys(mark.kind.replace("_", " ") for mark in marks))
    return f'<mark class="k-{kind}{also}" data-of="{anchors}" title="{title}">{_source(text)}</mark>'


def _source(text: str) -> str:
    """Source text with its markup set apart, so that it can be hidden."""
    parts = _TAG.split(text)
    if len(parts) == 1:
        return _safe(text)
    return "".join(_safe(part) if i % 2 == 0 else _markup(part) for i, part in enumerate(parts) if part)


def _markup(tag: str) -> str:
    if tag.startswith("&"):
        return f'<i class="e" data-is="{_safe(unescape(tag))}">{_safe(tag)}</i>'
    return f'<i class="b">{_safe(tag)}</i>' if _BREAKS.match(tag) else f"<i>{_safe(tag)}</i>"
