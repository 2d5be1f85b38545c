"""Running text: words become lines, white space collapses, blocks break lines and stand apart."""

from __future__ import annotations

from typing import Protocol, Self

from .markup_tokens import SPECIAL, decode
from .runs import BLANK, Line, Run, line_of

GAP = 3  # spaces between columns, at least
_TAB, _RULE = 8, 10
_NOTHING, _MARGIN, _GAP = range(3)


class Grid(Protocol):
    """A table that is complete but not laid out."""

    def join(self, other: Self) -> bool:
        """Take over the rows of the table that follows; False where they do not fit."""

    def lay_out(self) -> list[Line]:
        """Its lines."""


class Flow:
    """The lines of one block (a page, or a cell of a table) while they are being written."""

    __slots__ = ("_beside", "_due", "_held", "_lines", "_runs", "_space")

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._held: Grid | None = None  # the table that the last lines are: another may join it
        self._runs: list[Run] = []
        self._space = True  # a space here would be at a line's start or after another one
        self._due = _NOTHING  # what comes before the next words
        self._beside = False  # the block before floats: the next one goes on its line

    def words(self, raw: str, at: int) -> None:
        """Text found at ``at`` of the source: white space collapses, no-break spaces stay."""
        text = raw.replace("\n", " ").replace("\t", " ") if "\n" in raw or "\t" in raw else raw
        if text[0] == " " and not text.strip(" "):
            if not self._space:
                self._runs.append((" ", at, at + len(text)))
                self._space = True
        elif "&" not in text and "  " not in text and text.isascii():
            self._stretch(text, at)
        else:
            self._mixed(text, at)

    def _mixed(self, text: str, at: int) -> None:
        """Text with entities, invisible characters or white space that collapses."""
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
        if self._due:
            self._set_apart(at)
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
        if self._due:
            self._set_apart(start)
        if text in "\n\t\r ":
            text = " "
        if len(text) > 1:  # an entity of two characters, or one that lacks its semicolon (&ampfoo)
            self._runs += [(char, start, end) for char in text]
        else:
            self._runs.append((text, start, end))
        self._space = False

    def _set_apart(self, at: int = 0) -> None:
        """Write what is due before the words at ``at``: a blank line, or the gap after a float."""
        if self._due == _GAP:
            if self._runs:
                self._runs.append((" " * GAP, at, at))
        else:
            lines = self._written()
            if lines and lines[-1][0]:
                lines.append(BLANK)
        self._due = _NOTHING

    def _written(self) -> list[Line]:
        """The lines written so far, with those of the last table."""
        if self._held:
            self._lines += self._held.lay_out()
            self._held = None
        return self._lines

    def literal(self, raw: str, at: int) -> None:
        """Preformatted text: white space and line ends stay."""
        for number, part in enumerate(raw.split("\n")):
            if number:
                self.newline()
            if part:
                self._preformatted(part, at)
            at += len(part) + 1

    def _preformatted(self, text: str, at: int) -> None:
        column = counted = 0
        for number, part in enumerate(text.split("\t")):
            if number:
                column += sum([len(run[0]) for run in self._runs[counted:]])
                counted = len(self._runs) + 1
                self._runs.append((" " * (_TAB - column % _TAB), at - 1, at))
                column += _TAB - column % _TAB
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
            if self._due:
                self._set_apart(at)
            self._runs.append((text, at, at + len(text)))
            self._space = text[-1] == " "

    def newline(self) -> None:
        """A line break: ends the line, an empty one too."""
        self._beside = False
        if self._due:
            self._set_apart()
        self._written().append(line_of(self._runs) if self._runs else BLANK)
        self._runs = []
        self._space = True

    def open_block(self, apart: bool, clears: bool = False) -> None:
        """A block starts: on a new line, unless the one before floats."""
        if self._beside and self._runs and not clears:
            self._beside = False
            self._due = _GAP
        else:
            self.block(apart)

    def close_float(self) -> None:
        """A floating block ends: what follows goes on its line."""
        self._beside = True

    def block(self, apart: bool = False) -> None:
        """The edge of a block: ends the line where there is one; a blank one follows where it stands apart."""
        if self._runs:
            self._written().append(line_of(self._runs))
            self._runs = []
            self._space = True
            self._due = _NOTHING
        self._beside = False
        if apart and (self._lines or self._held):
            self._due = _MARGIN

    def rule(self, at: int) -> None:
        """A horizontal rule: a line of dashes that the rendering adds."""
        self.block()
        self._due = _NOTHING
        self._written().append((_RULE, (("-" * _RULE, at, at),)))

    def table(self, grid: Grid) -> None:
        """A table, which joins the one right before it where it has the same columns."""
        self.block()
        if self._due:
            self._set_apart()
        if type(self._held) is not type(grid) or not self._held.join(grid):
            self._written()
            self._held = grid

    def finish(self) -> list[Line]:
        """All lines: there is nothing to come."""
        self.block()
        return self._written()
