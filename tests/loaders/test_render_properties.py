"""What holds for the rendering of any text: it never fails, and each character points to where it came from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from filigraph.loaders.render import render
from filigraph.loaders.runs import counting
from filigraph.loaders.span import Text

TAGS = """<p>|</p>|<br>|<hr>|<div>|</div>|<table>|</table>|<tr>|</tr>|<td>|</td>|<th colspan=2>|<caption>|<td|<PAGE>|<S>
<td rowspan=2 valign=bottom>|<td height=9>|<pre>|</pre>|<font size=1>|</font>|<!--|-->|<!x>|<p style="margin:0">
<p style="float:left">|<span style="display:none">|</span>|<ix:header>|</ix:header>|<style>|</style>|<head>|</head>
&nbsp;|&amp;|&#146;|&|&#0;|<|>|"|'|Alpha|Beta gamma|/s/ Roe"""
SPACES = ["\u200b", "\xa0", "\t", "\n", "  ", "\r\n", "\f", "\0", "\x85", "|"]
PIECES = st.sampled_from([*TAGS.replace("\n", "|").split("|"), *SPACES])
HTML = st.lists(PIECES, max_size=60).map(lambda parts: "<html><body>" + "".join(parts))
PLAIN = st.text(alphabet=st.sampled_from("ab \t\n\r\f<>&;#12PAGESC/\x00\x92\xa0\u200bé"), max_size=80)


def check(text: Text) -> None:
    """Every character of the rendering has its place in the source, and every word is found there."""
    size = len(text.source)
    if text.origin is None or text.ends is None:
        assert len(text.chars) == size
        return
    assert len(text.origin) == len(text.ends) == len(text.chars)
    for char, start, end in zip(text.chars, text.origin, text.ends, strict=True):
        assert 0 <= start <= end <= size
        if char.isascii() and char.isalpha():
            assert text.source[start:end] == char


@given(HTML)
def test_any_html(source: str) -> None:
    text = render(1, source)
    check(text)
    assert "\xa0" not in text.chars
    assert "\n\n\n\n" not in text.chars


@given(PLAIN)
def test_any_plain_text(source: str) -> None:
    check(render(1, source))


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    check(render(1, data.decode("cp1252", "replace")))
    check(render(1, "<html><p>" + data.decode("utf-8", "replace")))


@given(
    st.lists(
        st.lists(st.sampled_from(["", "&nbsp;", "Alpha", "Beta<br>Gamma", "Delta"]), min_size=1, max_size=4), max_size=5
    )
)
def test_words_of_two_cells_are_three_spaces_apart(rows: list[list[str]]) -> None:
    cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
    source = "<html><table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table></html>"
    lines = render(1, source).lines
    assert sorted(" ".join(lines).split()) == sorted(
        word for row in rows for cell in row if cell != "&nbsp;" for word in cell.replace("<br>", " ").split()
    )
    assert all(len(part.split()) <= 1 for line in lines for part in line.split("   "))


@given(st.integers(0, 70_000))
def test_counting(size: int) -> None:
    numbers = counting(size)
    assert len(numbers) > size
    assert numbers[size] == size
    assert numbers[0] == 0
