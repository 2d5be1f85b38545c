"""XML forms as elements, broken copies included."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filigraph.loaders.elements import parse

KNOWN = frozenset({"owner", "ownerName", "isDirector", "table"})


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<owner><ownerName>DOE &amp; SON</ownerName></owner>", "DOE & SON"),
        ("<a:owner xmlns:a='x'><a:ownerName>DOE</a:ownerName></a:owner>", "DOE"),
        ("<owner><ownerName>\n   DOE\n  JOHN\n</ownerName></owner>", "DOE JOHN"),
        ("<owner><ownerNam>DOE</ownerNam></owner>", "DOE"),
        ("<owner><ownerNa\nme>DOE</ownerNa\nme></owner>", "DOE"),
        ("<owner><ownerName>DOE</owner>", "DOE"),
        ("<owner></table><ownerName>DOE</ownerName>", "DOE"),
        ("<owner><!-- <ownerName>NO</ownerName> --><ownerName>DOE</ownerName></owner>", "DOE"),
        ("<owner><ownerName><![CDATA[DOE <b>]]></ownerName></owner>", "DOE"),
        ("<owner><ownerName/></owner>", ""),
        ("<owner/>", ""),
        ("", ""),
    ],
)
def test_words(source: str, words: str) -> None:
    assert parse(1, source, KNOWN).text("owner", "ownerName") == words


def test_an_unclosed_element_ends_where_its_like_begins() -> None:
    root = parse(1, "<table><owner><ownerName>A</ownerName><owner><ownerName>B</ownerName></owner></table>", KNOWN)
    assert [owner.text("ownerName") for owner in root.all("owner")] == ["A", "B"]


def test_evidence_is_the_trimmed_content_or_a_part_of_it() -> None:
    root = parse(3, "<ownerName> /s/ John Doe </ownerName>")
    (name,) = root.all("ownerName")
    (whole,), (part,) = name.cite("conformed"), name.cite("name", "John Doe")
    assert (whole.quote, whole.span.document, whole.span.start) == ("/s/ John Doe", 3, 12)
    assert (part.quote, part.span.start, part.span.end) == ("John Doe", 16, 24)


def test_a_tag_without_end_is_passed_over_in_one_go() -> None:
    assert parse(1, "<" + "A" * 50_000 + " " * 50_000 + "<b>").children[0].name == "b"


PIECES = st.sampled_from(
    ["<owner>", "</owner>", "<ownerName>", "</ownerName>", "<a>", "</a>", "<b/>", "<!--", "-->", "<?", "x"]
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=30))
def test_any_markup_gives_elements_within_their_parents(parts: list[str]) -> None:
    root = parse(1, "".join(parts), KNOWN)
    for element in (root, *root.walk()):
        assert 0 <= element.start <= element.end <= len(root.source)
        assert all(element.start <= child.start and child.end <= element.end for child in element.children)
