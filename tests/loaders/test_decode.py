"""Bytes to characters: encodings that filings really have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filigraph.loaders.decode import decode

CASES = [
    pytest.param(b"plain", "plain", id="ascii"),
    pytest.param("caf\u00e9 \u201cquoted\u201d".encode(), "caf\u00e9 \u201cquoted\u201d", id="utf-8"),
    pytest.param(b"\x93quoted\x94 \x97 caf\xe9", "\u201cquoted\u201d \u2014 caf\u00e9", id="windows-1252"),
    pytest.param(b"\x93\x81\x8d\x9d", "\u201c\x81\x8d\x9d", id="bytes that Windows-1252 leaves undefined"),
    pytest.param(b"\xef\xbb\xbf<SEC-DOCUMENT>", "<SEC-DOCUMENT>", id="byte order mark"),
    pytest.param(b"\xff\xfea\x00b\x00", "ab", id="utf-16"),
    pytest.param(b"a\r\nb\rc\n", "a\nb\nc\n", id="line ends"),
    pytest.param("\u20ac five".encode() + b"\xe2\x82", "\u20ac five\u00e2\u201a", id="cut off inside a character"),
    pytest.param(b"", "", id="nothing"),
]


@pytest.mark.parametrize(("data", "text"), CASES)
def test_decodes(data: bytes, text: str) -> None:
    assert decode(data) == text


@given(st.binary(max_size=200))
def test_any_bytes_decode(data: bytes) -> None:
    assert "\r" not in decode(data)


@given(st.text(max_size=100))
def test_utf8_keeps_its_characters(text: str) -> None:
    expected = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    assert decode(text.encode("utf-8", "ignore")) == expected.encode("utf-8", "ignore").decode()
