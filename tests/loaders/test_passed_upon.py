"""Sentences on legal matters and experts, whose firms are invented."""

from __future__ import annotations

import pytest

from filigraph.loaders.audits import read_experts
from filigraph.loaders.legal_matters import read_legal_matters
from filigraph.loaders.span import Text

LEGAL = [
    # "by its counsel," stands before the name
    (
        "The legality of the securities will be passed on for us by its counsel, Vane & Moor LLP, Portland.",
        ["Vane & Moor LLP"],
    ),
    ("Our counsel, Vane & Moor LLP, will issue an opinion regarding the validity.", ["Vane & Moor LLP"]),
    ("Vane & Moor LLP has provided us with an opinion as to the legality of the stock.", ["Vane & Moor LLP"]),
    ("Vane & Moor LLP, our counsel, passed upon the legality of the common stock.", ["Vane & Moor LLP"]),
    # "law firm of" is no part of the name
    ("The legality of the shares will be passed upon by the law firm of Vane & Moor, Portland.", ["Vane & Moor"]),
    # a second firm, whose verb is left out
    (
        "Maryland law, including the validity of the shares, will be passed upon for us by Venn Bartlett LLP; tax "
        "matters by Vane & Moor LLP.",
        ["Venn Bartlett LLP", "Vane & Moor LLP"],
    ),
    # the underwriters' counsel is none of the filing's, and the sentence before ends in "us."
    (
        "Jane Q. Roe, our General Counsel, will pass upon the legality of the notes for us. Hood & Lane LLP will pass "
        "upon certain legal matters for any underwriters.",
        ["Tinsmith Corp."],
    ),
]
EXPERTS = [
    # no word calls the firm an accountant before the sentence ends
    (
        "have been so incorporated in reliance on the report of Vane Moor LLP, given on the authority of said firm as "
        "experts in auditing and accounting.",
        ["Vane Moor LLP"],
    ),
    (
        "in reliance upon the reports of Vane Moor LLP and Orley Stane LLP, independent registered public accounting "
        "firms, and upon the authority of said firms as experts in accounting and auditing.",
        ["Vane Moor LLP", "Orley Stane LLP"],
    ),
    (
        "The statements, except as they relate to Acquired Corp., have been audited by Vane Moor LLP, and, insofar as "
        "they relate to Acquired Corp., by Orley Stane LLP, whose reports thereon have been incorporated herein.",
        ["Vane Moor LLP", "Orley Stane LLP"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), LEGAL)
def test_legal_matters(sentence: str, expected: list[str]) -> None:
    chars = f"LEGAL MATTERS\n\n{sentence}\n\nPART II\n"

    assert [firm for firm, _, _ in read_legal_matters(Text(1, chars, chars), "Tinsmith Corp.")] == expected


@pytest.mark.parametrize(("sentence", "expected"), EXPERTS)
def test_experts(sentence: str, expected: list[str]) -> None:
    chars = f"EXPERTS\n\nThe financial statements {sentence}\n\nPART II\n"

    assert [m.firm.words for m in read_experts(Text(1, chars, chars)) if m.firm] == expected
