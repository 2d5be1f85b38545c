"""Running text: words become lines, white space collapses, blocks break lines and stand apart by blank ones."""

from __future__ import annotations

from .markup_tokens import SPECIAL, decode
from .runs import BLANK, Line, Run, line_of

_TAB = 8


class Flow:
    """The lines of one block (a page, or a cell of a table) while they are being written."""

    __slots__ = ("_gap", "_margin", "_runs", "_space", "lines")

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._runs: list[Run] = []
        self._space = True  # a space here would be at a line's start or after another one
        self._margin = False  # a blank line is due before the next words
        self._gap = False  # the next block goes on the same line: the one before floats

    def words(self, raw: str, at: int) -> None:
        """Text found at ``at`` of the source: white space collapses, no-break spaces stay."""
        text = raw.replace("\n", " ").replace("\t", " ")
        if not text.strip(" "):
            if not self._space:
                self._runs.append((" ", at, at + len(text)))
                self._space = True
            return
        if "  " not in text and "&" not in text and text.isascii():
            self._stretch(text, at)
            return
        done = 0
        for match in SPECIAL.finditer(text):
            start, end = match.span()
            if start > done:
                self._stretch(text[done:start], at + done)
            done = end
            self._special(match[0], at + start, at + end)
        if done < len(text):
            self._stretch(text[done:], at + done)

    def _stretch(self, text: str, at: int) -> None:
        """Characters that stand for themselves, without double spaces."""
        if self._space and text[0] == " ":
            text, at = text[1:], at + 1
            if not text:
                return
        if self._margin:
            self._set_apart()
        self._runs.append((text, at, at + len(text)))
        self._space = text[-1] == " "

    def _special(self, found: str, start: int, end: int) -> None:
        if found[0] == " ":
            if not self._space:
                self._runs.append((" ", start, end))
                self._space = True
        elif found[0] == "&":
            text = decode(found)
            if text == found:
                self._stretch(found, start)
            elif not SPECIAL.match(text):
                self._put(text, start, end)

    def _put(self, text: str, start: int, end: int) -> None:
        if self._margin:
            self._set_apart()
        if text in "\n\t\r ":
            text = " "
        if len(text) > 1:  # an entity of two characters, or one that lacks its semicolon (&ampfoo)
            self._runs += [(char, start, end) for char in text]
        else:
            self._runs.append((text, start, end))
        self._space = False

    def _set_apart(self) -> None:
        self._margin = False
        if self.lines and self.lines[-1][0]:
            self.lines.append(BLANK)

    def literal(self, raw: str, at: int) -> None:
        """Preformatted text: white space and line ends stay."""
        for number, part in enumerate(raw.split("\n")):
            if number:
                self.newline()
            if part:
                self._preformatted(part, at)
            at += len(part) + 1

    def _preformatted(self, text: str, at: int) -> None:
        for number, part in enumerate(text.split("\t")):
            if number:
                column = sum(len(run[0]) for run in self._runs)
                self._runs.append((" " * (_TAB - column % _TAB), at - 1, at))
            done = 0
            for match in SPECIAL.finditer(part):
                if match[0][0] == " ":
                    continue
                start, end = match.span()
                self._keep(part[done:start], at + done)
                self._special(match[0], at + start, at + end)
                done = end
            self._keep(part[done:], at + done)
            at += len(part) + 1

    def _keep(self, text: str, at: int) -> None:
        if text:
            if self._margin:
                self._set_apart()
            self._runs.append((text, at, at + len(text)))
            self._space = text[-1] == " "

    def newline(self) -> None:
        """A line break: ends the line, an empty one too."""
        if self._margin:
            self._set_apart()
        self.lines.append(line_of(self._runs) if self._runs else BLANK)
        self._runs = []
        self._space = True

    def block(self, apart: bool = False) -> None:
        """The edge of a block: ends the line where there is one, and leaves a blank one where it stands apart."""
        if self._runs:
            self.lines.append(line_of(self._runs))
            self._runs = []
            self._space = True
        if apart and self.lines:
            self._margin = True

    def rule(self, at: int) -> None:
        """A horizontal rule: a line of dashes that the rendering adds."""
        self.block()
        self._margin = False
        self.lines.append((10, (("-" * 10, at, at),)))

    def table(self, lines: list[Line]) -> None:
        """A table's lines, laid out."""
        self.block()
        if lines and self._margin:
            self._set_apart()
        self.lines += lines
