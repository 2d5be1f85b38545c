"""Plain text: columns and offsets stay, tags are blanked, tabs and entities move characters and keep their places."""

from __future__ import annotations

import pytest

from filigraph.loaders.render import render

CASES = {
    "as it stands": ("  /s/ Jane Roe      Director\n  Jane Roe", "  /s/ Jane Roe      Director\n  Jane Roe"),
    "column markers": ("<S>         <C>\nJane Roe    Director", "               \nJane Roe    Director"),
    "table tags": ("<TABLE>\n<CAPTION>\nName\n</TABLE>", "       \n         \nName\n        "),
    "page with a number": ("One\n<PAGE>   71\nTwo", "One\n           \nTwo"),
    "page before words": ("<PAGE> 1997 PLAN", "       1997 PLAN"),
    "footnotes": ("<FN>\n<F1> A note", "    \n     A note"),
    "other angle brackets stay": ("see <jane@roe.example> and x < y", "see <jane@roe.example> and x < y"),
    "carriage returns": ("One\r\nTwo\rThree", "One \nTwo\nThree"),
    "form feed": ("One\fTwo", "One\nTwo"),
    "dash-escaped rule": ("- ------\nJane", "- ------\nJane"),
    "Windows-1252 controls": ("Roe\x92s \x96 caf\xe9", "Roe’s – café"),
    "no-break space": ("By:\xa0Jane", "By: Jane"),
}
MOVED = {
    "tabs": ("Date:\tMay 1\n12345678\tx\n\t\ty", "Date:   May 1\n12345678        x\n                y"),
    "entities": ("AT&amp;T&nbsp;Corp. R&D &c; A&T;", "AT&T Corp. R&D &c; A&T;"),
    "invisible": ("Jane\u200b Roe", "Jane Roe"),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_same_length(source: str, expected: str) -> None:
    text = render(1, source)
    assert text.chars == expected
    assert text.origin is None
    assert len(text.chars) == len(source)


@pytest.mark.parametrize(("source", "expected"), MOVED.values(), ids=MOVED)
def test_moved(source: str, expected: str) -> None:
    assert render(1, source).chars == expected


def test_quotes_across_a_tab_and_an_entity() -> None:
    source = "Name:\tRoe &amp; Co.\nTitle:\tAgent"
    text = render(2, source)
    start = text.chars.index("Roe")
    assert text.quote(text.span(start, start + len("Roe & Co."))) == "Roe &amp; Co."
    start = text.chars.index("Agent")
    assert text.quote(text.span(start, start + 5)) == "Agent"


def test_quotes_are_the_source_where_tags_are_blanked() -> None:
    source = "<PAGE> 2\nJane Roe"
    text = render(1, source)
    assert text.quote(text.line(1).span) == "Jane Roe"


NOT_HTML = ["<TABLE>\n<S> <C>\nx\n</TABLE>", "begin 644 a.pdf\nM<TD><P >\nend", "<PDF>\nbegin 644 a.pdf\n<tr><td>\nend"]


@pytest.mark.parametrize("source", NOT_HTML)
def test_plain_is_not_taken_for_html(source: str) -> None:
    assert render(1, source).origin is None
