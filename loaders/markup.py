"""HTML documents, rendered to lines as by a text browser, each character with its place in the source.

Blocks, breaks and table rows make lines; cells of a row stand side by side (`markup_tables.py`); inside a block
white space collapses and no-break spaces stay; what a browser would not show is left out. Nothing wraps.
"""

from __future__ import annotations

import re

from .markup_flow import Flow
from .markup_placed import Placed
from .markup_styles import Styles
from .markup_tables import Table
from .markup_tokens import TOKEN, Look, look_of
from .markup_wraps import unwrap
from .runs import BLANK, Line, assemble
from .span import Text

_DEEPEST = 16  # tables inside tables, placed blocks inside such; deeper ones are read as plain blocks
_MOST_BLANK = 2
_IDLE = 300  # characters of a tag that is worth remembering
_CAPTION = Look(columns=100)
_BLOCKS = frozenset(
    re.findall(
        r"\S+",
        "p div center h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote dir menu pre address form fieldset hr html body "
        "page noscript section article header footer main nav aside figure",
    )
)
_PARTS = frozenset({"table", "tr", "td", "th", "caption", "tbody", "thead", "tfoot"})
_DROPPED = {
    name: re.compile(rf"</{name}\b[^<>]*+>", re.I)
    for name in ("script", "style", "title", "head", "ix:header", "ix:hidden")
}
_INLINE = frozenset(re.findall(r"\S+", "a b i u em font span sup sub strong A B I U EM FONT SPAN SUP SUB STRONG"))
_HIDES = frozenset({"div", "span", "p", "td", "tr", "table", "font"})


class _Page:
    """The state of one rendering: the block being written and the tables that are open around it."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.root = Flow()
        self.flow: Flow | None = self.root  # None: inside a table, outside its cells
        self.tables: list[Table] = []
        self.deeper = 0  # tables that are too deep to be laid out
        self.pre = 0
        self.open: dict[str, list[Look]] = {}  # blocks that are not closed yet, by name
        self.styles = Styles()
        self.placed: list[tuple[Flow, Look]] = []  # around the placed blocks that are open, what they stand in
        self.looks: dict[tuple[str, str], Look] = {}
        self.idle: set[str] = set()  # tags that change nothing, as they are written
        self.lost: set[str] = set()  # closing tags that do not come any more

    def render(self) -> list[Line]:
        source, inline, idle = self.source, _INLINE, self.idle
        done = 0  # all before is read
        for match in TOKEN.finditer(source):
            start, end = match.span()
            if start < done:
                continue
            if start > done:
                raw = source[done:start]
                if self.flow is not None or not raw.isspace():
                    self.text(raw, done)
            if match[0] in idle:
                done = end
                continue
            close, name, attributes, close2, name2, attributes2, mark = match.groups()
            if mark:
                done = self.skip_mark(mark, end)
            elif name:
                if not attributes and name in inline:
                    idle.add(match[0])
                    done = end
                else:
                    done = self.tag(close, name.lower(), attributes, start, end)
            else:
                done = self.tag(close2, name2.lower(), attributes2, start, end)
        if done < len(source):
            self.text(source[done:], done)
        while self.tables:
            self.close_table()
        while self.placed:
            self.close_placed()
        return self.root.finish()

    def text(self, raw: str, at: int) -> None:
        flow = self.flow
        if flow is None:
            if raw.isspace():
                return
            flow = self.flow = self.tables[-1].cell(Look())
        if self.pre:
            flow.literal(raw, at)
        else:
            flow.words(raw, at)

    def skip_mark(self, mark: str, at: int) -> int:
        """The end of a comment or declaration; a comment that is never closed ends at the next ``>``."""
        if mark == "!--" and mark not in self.lost:
            end = self.source.find("-->", at)
            if end >= 0:
                return end + 3
            self.lost.add(mark)
        if ">" in self.lost:
            return at
        end = self.source.find(">", at)
        if end < 0:
            self.lost.add(">")
            return at
        return end + 1

    def tag(self, close: str, name: str, attributes: str, start: int, end: int) -> int:
        """Act on a tag; the offset up to which the source is read with it."""
        if name == "br":
            if self.flow is not None:
                self.flow.newline()
        elif name in _BLOCKS:
            return self.block(close, name, attributes, start, end)
        elif name in _PARTS:
            return self.part(close, name, attributes, end)
        elif name in _DROPPED:
            return end if close else self.drop(name, end)
        elif attributes and not close and name in _HIDES and self.look(name, attributes).hidden:
            return self.hide(name, end)
        elif end - start < _IDLE:
            self.idle.add(self.source[start:end])
        return end

    def look(self, name: str, attributes: str) -> Look:
        key = (name, attributes)
        look = self.looks.get(key)
        if look is None:
            look = self.looks[key] = look_of(name, self.styles.added(name, attributes))
        return look

    def block(self, close: str, name: str, attributes: str, start: int, end: int) -> int:
        if self.flow is None:
            if name == "hr" or close:
                return end
            self.flow = self.tables[-1].cell(Look())
        if name == "hr":
            self.flow.rule(start)
            return end
        if name == "pre":
            self.pre = 0 if close else 1
        opened = self.open.get(name)
        if opened is None:
            opened = self.open[name] = []
        if opened and (close or name == "p"):  # a paragraph ends where the next one starts
            self.close_block(opened.pop())
        elif close:
            self.flow.block()
        if not close:
            look = self.look(name, attributes)
            if look.hidden and name in _HIDES:
                return self.hide(name, end)
            if look.place is not None and len(self.placed) >= _DEEPEST:
                look = Look()
            opened.append(look)
            self.open_block(self.flow or self.root, look)
        return end

    def open_block(self, flow: Flow, look: Look) -> None:
        if look.place is None:
            flow.open_block(look.above, look.clears)
        else:
            self.placed.append((flow, look))
            self.flow = Flow()

    def close_block(self, look: Look) -> None:
        flow = self.flow or self.root
        if look.place is not None:
            self.close_placed()
        elif look.floats:
            flow.close_float()
        else:
            flow.block(look.below)

    def close_placed(self) -> None:
        """The last placed block ends: its content goes where its coordinates say."""
        if not self.placed:
            return
        outer, look = self.placed.pop()
        if self.flow is not None and look.place is not None:
            outer.table(Placed(*look.place, self.flow.finish()))
        self.flow = outer

    def part(self, close: str, name: str, attributes: str, end: int) -> int:
        if name == "table":
            if not close and self.look(name, attributes).hidden:
                return self.hide(name, end)
            if close:
                self.close_table()
            else:
                self.open_table(attributes)
            return end
        if self.deeper or not self.tables:
            if self.flow is not None:
                self.flow.block()
            return end
        if close:
            if name in {"td", "th", "tr", "caption"}:
                self.flow = None
            return end
        look = self.look(name, attributes)
        if look.hidden:
            return self.hide(name, end)
        table = self.tables[-1]
        if name == "tr":
            table.row(look)
            self.flow = None
        elif name == "caption":
            table.row(Look())
            self.flow = table.cell(_CAPTION)
        elif name in {"td", "th"}:
            self.flow = table.cell(look)
        return end

    def open_table(self, attributes: str) -> None:
        if self.flow is None and not self.deeper:  # the table before was never closed
            self.close_table()
        if self.deeper or len(self.tables) >= _DEEPEST:
            self.deeper += 1
        assert self.flow is not None
        self.flow.block()
        if not self.deeper:
            self.tables.append(Table(self.flow, attributes))
            self.flow = None

    def close_table(self) -> None:
        if self.deeper:
            self.deeper -= 1
            if self.flow is not None:
                self.flow.block()
        elif self.tables:
            table = self.tables.pop()
            table.finish()
            if table.cells:
                table.outer.table(table)
            self.flow = table.outer

    def drop(self, name: str, end: int) -> int:
        """The end of an element whose content is not shown."""
        closing = None if name in self.lost else _DROPPED[name].search(self.source, end)
        if closing is None:
            self.lost.add(name)
            return end
        if name == "style" or (name == "head" and "<" in self.source[end : closing.start()]):
            self.styles.read(self.source[end if name == "head" else self.source.rfind("<", 0, end) : closing.end()])
        return closing.end()

    def hide(self, name: str, end: int) -> int:
        """The end of an element with ``display: none``; where it is never closed, it is shown."""
        if name in self.lost:
            return end
        depth = 1
        for match in re.compile(rf"<(/?){name}(?=[\s>/])", re.I).finditer(self.source, end):
            depth += -1 if match[1] else 1
            if not depth:
                close = self.source.find(">", match.end())
                return close + 1 if close >= 0 else match.end()
        self.lost.add(name)
        return end


def render_html(document: int, source: str) -> Text:
    """The lines of an HTML document, as `Text` with the source offset of each character."""
    flat, joins = unwrap(source)
    flat = flat.replace("\r\n", " \n").replace("\r", "\n").replace("\f", "\n")
    lines = _close_up(_Page(flat).render())
    return assemble(document, source, lines, joins)


def _close_up(lines: list[Line]) -> list[Line]:
    """Leave at most two blank lines on end, none at the start or the end of the page."""
    out: list[Line] = []
    blank = _MOST_BLANK
    for line in lines:
        blank = 0 if line[0] else blank + 1
        if blank <= _MOST_BLANK:
            out.append(line)
    while out and not out[-1][0]:
        out.pop()
    return out or [BLANK]
