"""HTML to lines: exact renderings of small cases, each named for its trap."""

from __future__ import annotations

import pytest

from filigraph.loaders.render import render

BLOCKS = {
    "paragraphs stand apart": ("<p>One</p><p>Two</p>", "One\n\nTwo"),
    "zero margins do not": ('<p style="margin:0pt">One</p><p style="margin:0">Two</p>', "One\nTwo"),
    "margin of the paragraph that ends counts, not a default": (
        '<p style="margin-top:0pt;margin-bottom:1pt">One</p><p style="margin-top:0pt;margin-bottom:1pt">Two</p>',
        "One\nTwo",
    ),
    "margin of a div": ('<div style="margin:12pt 0 0">One</div><div>Two</div>', "One\nTwo"),
    "div with a bottom margin": ('<div style="margin-bottom:6pt">One</div><div>Two</div>', "One\n\nTwo"),
    "spacer paragraph": ("<div>One</div><p style='margin:0'>&nbsp;</p><div>Two</div>", "One\n\nTwo"),
    "many spacers": ("<div>One</div>" + "<p>&#160;</p>" * 9 + "<div>Two</div>", "One\n\n\nTwo"),
    "break": ("<div>One<br>Two<BR/>Three</div>", "One\nTwo\nThree"),
    "break at the end of a block adds no line": ("<div>One<br></div><div>Two</div>", "One\nTwo"),
    "rule": ("<P>One<HR noshade><P>Two</P>", "One\n----------\n\nTwo"),
    "upper case, not closed": ("<HTML><BODY><P>One<P>Two<P>Three", "One\n\nTwo\n\nThree"),
    "white space collapses over tags": ("<p>One \n <b> two</b>\n</p>", "One two"),
    "inline tags add no space": ("<p>28<sup>th</sup> day, L<small>TD</small></p>", "28th day, LTD"),
    "no-break spaces stay": ("<p>By:&nbsp;&nbsp;&#160; Jane</p>", "By:    Jane"),
    "indentation": ("<p>&nbsp;&nbsp;&nbsp;Jane Roe&nbsp;</p>", "   Jane Roe"),
    "entities": ("<p>AT&amp;T &#146;97 &#x2019;98 &eacute; &bogus; R&D</p>", "AT&T ’97 ’98 é &bogus; R&D"),
    "Windows-1252 dash": ("<p>A&#150;B&#151;C&#147;D&#148;</p>", "A–B—C“D”"),
    "invisible characters": ("<p>Jane\u200b Ro&#8203;e\ufeff&shy;</p>", "Jane Roe"),
    "greater-than in a quoted attribute": ('<p title="a > b">One</p><p>Two</p>', "One\n\nTwo"),
    "stray quote in a tag": ("<p align=\"center>One</p><p face='x>Two</p>", "One\n\nTwo"),
    "less-than is text": ("<p>One < two</p><p>3 <4</p>", "One < two\n\n3 <4"),
    "comment": ("<p>One<!-- <p>not</p> --> two</p>", "One two"),
    "comment that never ends": ("<p>One<!-- x ></p><p>Two</p>", "One\n\nTwo"),
    "head, style, script": (
        "<html><head><title>T</title></head><style>p {}</style><body><script>x<y</script><p>One",
        "One",
    ),
    "class that hides": (
        "<head><style><!-- .h, #i { color: red; display : none } /* .v {display:none} */ .v { margin: 0 } --></style>"
        '</head><div class="a h">no</div><div id=i>no</div><table class=h><tr><td>no</td></tr></table>'
        '<div class="v">One</div>',
        "One",
    ),
    "class of another element does not hide": ("<style>td.h { display: none }</style><div class=h>One</div>", "One"),
    "class that floats": ("<style>p.l { float: left }</style><p class=l>Date:</p><p>May 4</p>", "Date:   May 4"),
    "blocks placed by coordinates": (
        '<div style="position:absolute;top:30pt;left:100pt">87-1234567</div>'
        '<div style="position:absolute;top:10pt;left:0">Roe <b>Inc.</b></div>'
        '<div style="position:absolute;top:30.5pt;left:0pt">Delaware</div>'
        '<div style="position:absolute;top:60pt;left:10pt">Copies to:<br>Jane</div><p>Item 8</p>',
        "Roe Inc.\n\nDelaware            87-1234567\n\n  Copies to:\n  Jane\n\nItem 8",
    ),
    "placed by one edge alone goes where it stands": (
        '<div>One</div><div style="bottom:0;position:absolute">Two</div><div>Three</div>',
        "One\nTwo\nThree",
    ),
    "placed block that never ends": ('<p>One</p><div style="position:absolute;top:1pt;left:1pt">Two', "One\n\nTwo"),
    "head that never ends": ("<html><head><p>One</p><p>Two</p>", "One\n\nTwo"),
    "hidden": ('<p>One<span style="display:none">x<span>y</span></span></p><div style="DISPLAY: none">z</div>', "One"),
    "hidden and never closed is shown": ('<p>One</p><div style="display:none"><p>Two</p>', "One\n\nTwo"),
    "inline XBRL": (
        "<html><body><div style='display:none'><ix:header><ix:hidden>x</ix:hidden></ix:header></div>"
        '<p><ix:nonNumeric name="dei:EntityRegistrantName">Roe</ix:nonNumeric> Corp.</p>',
        "Roe Corp.",
    ),
    "preformatted": ("<HTML><PRE>\n  One    Two\nThree\tFour\n</PRE></HTML>", "  One    Two\nThree   Four"),
    "floats share a line": (
        '<p style="margin:0;FLOAT:left">Date: </p><p style="margin:0;float:left"><u>May&nbsp;1, 2003</u></p>'
        '<p style="margin:0">Jane Roe</p><p style="margin:0">Director</p>',
        "Date:    May 1, 2003   Jane Roe\nDirector",
    ),
    "a float as wide as the page does not": (
        '<div style="float:left;width:100%">One</div><div>Two</div>',
        "One\nTwo",
    ),
    "text after a float that is cleared": (
        '<div style="float:left">One</div><div style="clear:both">Two</div>',
        "One\nTwo",
    ),
}


@pytest.mark.parametrize(("source", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_blocks(source: str, expected: str) -> None:
    assert render(1, f"<html>{source}").chars == expected


def row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def table(*rows: str) -> str:
    return "<table>" + "".join(rows) + "</table>"


TABLES = {
    "spacer cells vanish": (
        table(row("/s/ Jane Roe", "&nbsp;", "Director", "", "May 1"), row("Jane Roe", "&nbsp;", "", "", "")),
        "/s/ Jane Roe   Director   May 1\nJane Roe",
    ),
    "lines of a cell stack": (
        table(row("/s/ Jane Roe<br>Jane Roe", "<p>Chairman</p>", "May 1")),
        "/s/ Jane Roe   Chairman   May 1\nJane Roe",
    ),
    "valign bottom": (
        table('<tr valign="bottom"><td>One<br>Two</td><td>Three</td></tr>'),
        "One\nTwo   Three",
    ),
    "vertical-align of a cell wins": (
        table(
            '<tr valign=bottom><td>A<br>B<br>C</td><td style="vertical-align: middle">D</td><td valign=top>E</td></tr>'
        ),
        "A       E\nB   D\nC",
    ),
    "a spanning cell widens": (
        table(row("A", "B", "C"), '<tr><td colspan="2">A longer title</td><td>D</td></tr>'),
        "A   B            C\nA longer title   D",
    ),
    "a last spanning cell does not": (
        table(row("By:", "Jane", "May"), "<tr><td colspan=3>Pursuant to the requirements of the Act</td></tr>"),
        "By:   Jane   May\nPursuant to the requirements of the Act",
    ),
    "rowspan keeps its columns": (
        table('<tr><td rowspan="2">A</td><td>B</td></tr>', row("C"), row("D", "E")),
        "A   B\n    C\nD   E",
    ),
    "row of no-break spaces": (table(row("A"), row("&nbsp;"), row("B")), "A\n\nB"),
    "row with a height": (
        table(row("A", "B"), "<tr><td height=16></td><td></td></tr>", row("C", "D")),
        "A   B\n\nC   D",
    ),
    "row that sets widths only": (table('<tr><td width="45%"></td><td></td></tr>', row("A", "B")), "A   B"),
    "one column is plain lines": (table(row("One"), row("Two")), "One\nTwo"),
    "table in a cell": (table(row("A", table(row("B", "C"), row("D", "E")))), "A   B   C\n    D   E"),
    "cells are not closed": ("<TABLE><TR><TD>A<TD>B<TR><TD>C<TD>D</TABLE>", "A   B\nC   D"),
    "table is not closed": ("<div>Z</div><table><tr><td>A</td><td>B</td></tr>", "Z\nA   B"),
    "two tables, the first not closed": ("<table><tr><td>A</td></tr><table><tr><td>B</td></tr></table>", "A\nB"),
    "text outside of cells": ("<table>One<tr><td>A</td>Two</tr></table><div>Z</div>", "One\nA     Two\nZ"),
    "caption": ("<table><caption>Fees</caption><tr><td>A</td><td>B</td></tr></table>", "Fees\nA   B"),
    "cell tags without a table": ("<div>One</div><td>Two</td><tr>Three", "One\nTwo\nThree"),
    "a shared indentation goes": (table(row("A", "&nbsp; B<br>&nbsp; &nbsp;C")), "A   B\n     C"),
    "signature rule": (
        table(row("/s/ Jane Roe<hr>Jane Roe", "Director")),
        "/s/ Jane Roe   Director\n----------\nJane Roe",
    ),
    "underscores are words": (table(row("________", "May 1")), "________   May 1"),
    "huge spans": (table('<tr><td colspan="99999" rowspan="99999">A</td></tr>', row("B")), "A   B"),
}


@pytest.mark.parametrize(("source", "expected"), TABLES.values(), ids=TABLES)
def test_tables(source: str, expected: str) -> None:
    assert render(1, source).chars == expected


def test_quotes_are_the_source() -> None:
    """The quote of a span is what the source says there, entities and markup between included."""
    source = "<table><tr><td>/s/&nbsp;J<SMALL>ANE</SMALL> R&ouml;e</td><td>Director</td></tr></table>"
    text = render(3, source)
    assert text.chars == "/s/ JANE Röe   Director"
    assert text.quote(text.span(4, 12)) == "J<SMALL>ANE</SMALL> R&ouml;e"
    assert text.quote(text.span(10, 11)) == "&ouml;"
    assert text.quote(text.span(12, 23)) == "Director"
    assert text.span(15, 23).document == 3


def test_columns_of_rows_hold_their_own_offsets() -> None:
    source = table(row("One<br>Two", "Three<br>Four"))
    text = render(1, source)
    assert text.chars == "One   Three\nTwo   Four"
    for word in ("One", "Two", "Three", "Four"):
        start = text.chars.index(word)
        assert text.span(start, start + len(word)).start == source.index(word)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_forced_wraps_are_undone(line_end: str) -> None:
    """Line ends after every 1,023 characters fall into words, tags and entities."""
    body = "".join(f"<p style='margin:0'>Paragraph number {n} of&nbsp;many &amp; more</p>" for n in range(80))
    flat = f"<html>{body}</html>"
    wrapped = line_end.join(flat[at : at + 1023] for at in range(0, len(flat), 1023))
    text = render(1, wrapped)
    assert text.chars == render(1, flat).chars
    for n in range(80):
        start = text.chars.index(f"Paragraph number {n} of")
        quote = text.quote(text.span(start, start + len(f"Paragraph number {n} of")))
        assert quote.replace(line_end, "") == f"Paragraph number {n} of"


def test_two_long_lines_are_no_forced_wraps() -> None:
    line = ("word " * 300)[:1023]
    assert render(1, f"<p></p>{line[7:]}\n{line}\n<p>end</p>").chars.count("word wo") > 100


@pytest.mark.parametrize(
    "name",
    [
        "table><tr><td",
        "div",
        "span style='display:none'",
        "pre",
        "p style='float:left'",
        "div style='position:absolute;left:9px;top:9px'",
    ],
)
def test_deep_nesting(name: str) -> None:
    """Elements nested thousands deep are read, not refused."""
    closing = name.split(" ")[0].split(">")[0]
    source = f"<p>First</p><p>{f'<{name}>' * 5000}Deep{f'</{closing}>' * 5000}</p><p>Last</p>"
    words = render(1, source).chars.split()
    assert words[0] == "First"
    assert words[-1] == "Last"


@pytest.mark.parametrize(
    "piece", ["<", "<p ", '<a "', "<!--", "<style>", "<td colspan=200 rowspan=2000>", "&", "&#", "<table>"]
)
def test_much_of_what_is_broken(piece: str) -> None:
    """Long runs of unfinished markup leave the words after them."""
    assert "Last" in render(1, "<p>First</p>" + piece * 20_000 + "</style></td></table><p>Last</p>").chars
