"""The page: whole, with nothing to fetch, and with nothing of a filing that a browser would take for more than text."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from filigraph.check import texts
from filigraph.explain import page
from filigraph.loaders.filing import read
from filigraph.loaders.publish import Json, to_json

HOSTILE = """</pre><script>document.title="owned"</script><img src=x onerror="document.title='owned'">"""
FILING = f"""<SEC-HEADER>0000999999-03-000042.hdr.sgml : 20030919
ACCESSION NUMBER:		0000999999-03-000042
CONFORMED SUBMISSION TYPE:	S-8
FILED AS OF DATE:		20030919
</SEC-HEADER>
<DOCUMENT>
<TYPE>S-8"><img src=x onerror="owned()">
<SEQUENCE>1
<DESCRIPTION></title></style></script>{HOSTILE}
<TEXT>
{HOSTILE}
                                   SIGNATURES
Signature                          Title                        Date
/s/ Dana R. Other                  President {HOSTILE}          September 18, 2003
Dana R. Other

                                 EXHIBIT INDEX
5.1             Opinion of Alder & Birch LLP "><svg onload="owned()"> \x00 \x1b
23.1            Consent of Count & Check LLP
</TEXT>
</DOCUMENT>
"""
GOLD: dict[str, Json] = {
    "scope": ["signatures", "exhibits"],
    "signatures": [{"name": HOSTILE, "titles": [HOSTILE]}, {"name": "Dana R. Other"}],
    "exhibits": [{"number": "23.1", "description": "Consent of Count & Check LLP"}],
}
OURS = {"html", "head", "meta", "title", "style", "body", "header", "h1", "p", "nav", "label", "input", "span", "kbd"}
OURS |= {"main", "aside", "section", "h2", "i", "article", "b", "q", "a", "meter", "div", "details", "summary", "pre"}
OURS |= {"mark", "script"}


class Reader(HTMLParser):
    """Tags, attributes, and the text of what is shown as source."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.marked: dict[str, str] = {}
        self.source = ""
        self._in: list[str] = []
        self._of: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in ("meta", "input"):
            self._in.append(tag)
        if tag == "mark":
            self._of = str(dict(attrs)["data-of"]).split()

    def handle_endtag(self, tag: str) -> None:
        assert self._in.pop() == tag
        if tag == "mark":
            self._of = []

    def handle_data(self, data: str) -> None:
        if "pre" in self._in:
            self.source += data.removeprefix("\n") if self._in[-1] == "pre" and not self._of else data
            for anchor in self._of:
                self.marked[anchor] = self.marked.get(anchor, "") + data


def made(data: bytes, gold: dict[str, Json] | None = None) -> str:
    return page(to_json(read(data, "x.txt")), texts(data), gold)


@pytest.mark.parametrize("gold", [None, GOLD])
def test_nothing_of_a_filing_is_more_than_text(gold: dict[str, Json] | None) -> None:
    found = Reader(made(FILING.encode("latin-1"), gold))
    assert set(found.tags) <= OURS
    assert found.tags.count("script") == 1
    assert found.tags.count("title") == 1
    assert not [name for name, _ in found.attributes if name.startswith("on") or name in ("src", "style", "href")] or {
        value for name, value in found.attributes if name in ("src", "style", "href")
    } <= {"#signatures-1", "#exhibits-1", "#exhibits-2"}
    policy = next(value for name, value in found.attributes if name == "content" and value and "default-src" in value)
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-")


def test_control_characters_do_not_reach_the_page() -> None:
    text = made(FILING.encode("latin-1"))
    assert "\x00" not in text
    assert "\x1b" not in text
    assert "\ufffd" in text


def test_every_fact_has_its_words_marked(sample: Path) -> None:
    path = sample / "0009999003-02-000019.txt"
    record = to_json(read(path.read_bytes(), path.name))
    found = Reader(made(path.read_bytes()))
    signatures = record["signatures"]
    assert isinstance(signatures, list)
    for i, row in enumerate(signatures, 1):
        assert isinstance(row, dict)
        assert str(row["name"]) in found.marked[f"signatures-{i}"]


def test_the_source_is_shown_as_it_is(sample: Path) -> None:
    for path in sorted(sample.glob("*.txt"))[::12]:
        found = Reader(made(path.read_bytes()))
        shown = "".join(texts(path.read_bytes()).values())
        assert "".join(found.source.split()) == "".join(shown.split())


def test_what_is_missed_is_marked_where_it_stands() -> None:
    data = FILING.encode("latin-1")
    gold: dict[str, Json] = {
        "scope": ["exhibits"],
        "exhibits": [{"number": "1.1", "description": "Consent of Count &"}],
    }
    text = made(data, gold)
    found = Reader(text)
    assert found.marked["missed-2"] == "Consent of Count"
    assert "its words stand nowhere in the text" in text  # of the number
    assert text.count('class="fact extra"') == 6
