"""One firm under many spellings, and firms that only look alike."""

from __future__ import annotations

import pytest

from filigraph.identity.firms import judge_firms
from filigraph.identity.judgement import Verdict


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        # commas and dots of the legal form
        ("Alder, Birch, Cedar & Dogwood, L.L.P.", "Alder Birch Cedar & Dogwood LLP", Verdict.SAME),
        # ampersand spelled out, form dropped
        ("Alder and Birch", "Alder & Birch, P.C.", Verdict.SAME),
        # the trade words after the name
        ("Alder Birch LLP, Chartered Professional Accountants", "Alder Birch LLP", Verdict.SAME),
        # spacing inside the name
        ("AlderBirch LLP", "Alder Birch LLP", Verdict.SAME),
        # the firm of another country has the form of that country
        ("Alder & Birch LLP", "Alder & Birch AG", Verdict.DIFFERENT),
        # a longer name is another era or another firm
        ("Alder Birch LLP", "Alder Birch Cedar LLP", Verdict.DIFFERENT),
        ("Alder & Co.", "Alder LLP", Verdict.DIFFERENT),
    ],
)
def test_judgement(a: str, b: str, verdict: Verdict) -> None:
    assert judge_firms(a, b).verdict is verdict
    assert judge_firms(b, a).verdict is verdict
