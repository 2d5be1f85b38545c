"""What holds for any text at all, and for the truth kept beside this checkout."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filigraph.loaders.render import render
from filigraph.loaders.signatures import read_signatures

_PARTS = [
    "SIGNATURES",
    "/s/ Ann B. Carver",
    "Ann B. Carver",
    "*",
    "**",
    "By:",
    "*By: /s/ Lemuel Oakes",
    "Director",
    "President and",
    "May 4, 1999",
    "1999",
    "-----------",
    "__________",
    ")",
    "|",
    "|--",
    "(Registrant)",
    "Name:",
    "Title:",
    "Date:",
    "QUILLMARK INC.",
    "its general partner",
    "Attorney-in-fact",
    "(Signature) /s/ Ann Carver (Date) May 4, 1999",
    "(Date)",
    "DIRECTORS:",
    "Pursuant to the requirements of the Act, this statement has been signed by the following persons:",
    "Pursuant to the requirements of the Act, the registrant has duly caused this report to be signed",
    "KNOW ALL MEN BY THESE PRESENTS, that each person appoints Ann Carver his attorney-in-fact",
]
_GAPS = ["\n", "\n\n", "   ", " ", "  ", "\t", "               "]
_PAGE = st.lists(st.tuples(st.sampled_from(_PARTS) | st.text(max_size=12), st.sampled_from(_GAPS)), max_size=40)


@settings(max_examples=150, deadline=None)
@given(_PAGE)
def test_any_page_is_read_without_error_and_quoted_truly(page: list[tuple[str, str]]) -> None:
    text = render(1, "".join(a + b for a, b in page))
    pages = read_signatures(text, ("QUILLMARK INC.",), None)
    assert pages == read_signatures(text, ("QUILLMARK INC.",), None)
    evidence = [e for s in pages.signatures for e in s.evidence]
    evidence += [e for p in pages.powers_of_attorney for e in p.evidence]
    assert all(text.source[e.span.start : e.span.end] == e.quote for e in evidence)
    for signature in pages.signatures:
        assert signature.name.strip() == signature.name != ""
        assert (signature.mode == "by_attorney") or signature.attorney is None


def test_nothing_is_signed_in_an_empty_document() -> None:
    assert read_signatures(render(1, ""), (), None).signatures == ()


@pytest.mark.parametrize(
    ("words", "attorneys"),
    [
        (
            "constitutes and appoints Ann B. Carver and Lemuel Oakes, and each of them,",
            ("Ann B. Carver", "Lemuel Oakes"),
        ),
        # a suffix behind a comma stays with its name; the line breaks inside it
        (
            "appoints A. Carver, J. W.\nOakes, Jr., Tova Ringdal and L. J. Hale, or any of them,",
            ("A. Carver", "J. W. Oakes, Jr.", "Tova Ringdal", "L. J. Hale"),
        ),
        ("hereby appoints each of Ann Carver and Lemuel Oakes the undersigned's", ("Ann Carver", "Lemuel Oakes")),
        ("constitutes and appoints Ann Carver (with full power to act alone),", ("Ann Carver",)),
    ],
)
def test_attorneys_of_an_appointment(words: str, attorneys: tuple[str, ...]) -> None:
    head = "KNOW ALL MEN BY THESE PRESENTS, that each person whose signature appears below "
    body = f"{head}{words} true and lawful attorneys-in-fact.\n"
    (power,) = read_signatures(render(1, body), (), None).powers_of_attorney
    assert power.attorneys == attorneys


def _truth(shared: Path) -> list[tuple[dict[str, object], Path]]:
    base = shared / "gold" / "constructed"
    return [(json.loads(p.read_text("utf-8")), base / "filings") for p in sorted((base / "gold").rglob("*.json"))]


def test_rows_of_the_constructed_filings(shared: Path) -> None:
    for truth, filings in _truth(shared)[:12]:
        raw = (filings / str(truth["source"])).read_bytes()
        source = raw.decode("utf-8", "replace") if b"\xc3" in raw else raw.decode("cp1252", "replace")
        body = source.partition("<TEXT>")[2].partition("</TEXT>")[0] or source
        names = [s.name for s in read_signatures(render(1, body), (), None).signatures]
        expected = [str(s["name"]) for s in truth["signatures"]]  # type: ignore[attr-defined]
        assert [n.replace("\u2019", "'") for n in names] == expected, truth["source"]
