"""Form types as references say them and as headers have them."""

from __future__ import annotations

import pytest

from filigraph.works.forms import Form, name_form


@pytest.mark.parametrize(
    ("said", "base", "amended"),
    [
        ("S-8", "S-8", False),
        ("S-8 POS", "S-8", True),
        ("10-K405", "10-K", False),
        ("10-K405/A", "10-K", True),
        ("10KSB", "10-KSB", False),
        ("10-KSB40", "10-KSB", False),
        ("10-12G/A", "10", True),
        ("10SB12G", "10-SB", False),
        ("8-A12B", "8-A", False),
        ("S-3ASR", "S-3", False),
        ("POS AM", "POS", True),
        ("proxy statement", "14A", False),
        ("DEF 14A", "14A", False),
        ("Schedule 13D", "13D", False),
        ("SC 13D/A", "13D", True),
        ("", "", False),
    ],
)
def test_names(said: str, base: str, amended: bool) -> None:
    assert name_form(said) == Form(base, amended)
