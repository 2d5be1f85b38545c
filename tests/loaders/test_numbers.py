"""File numbers, accession numbers and CIKs as covers and headers print them."""

from __future__ import annotations

import pytest

from filigraph.loaders.numbers import canonical_accession, canonical_cik, canonical_file_number


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("333-102580", "333-102580"),
        ("333-9580", "333-09580"),
        ("33-88960", "033-88960"),
        ("0-27568", "000-27568"),
        ("1-7327", "001-07327"),
        ("2-5", "002-00005"),
        ("333-149075-05", "333-149075-05"),
        ("No. 333-12345", "333-12345"),
        ("Nos. 333 \u2013 12345", "333-12345"),
        ("033-00012", "033-00012"),
        ("333-______", None),
        ("11-2928178x", None),
        ("", None),
    ],
)
def test_file_number(raw: str, number: str | None) -> None:
    assert canonical_file_number(raw) == number


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("0009999001-03-000001", "0009999001-03-000001"),
        ("000999900103000001", "0009999001-03-000001"),
        ("9999001-03-000001", None),
    ],
)
def test_accession(raw: str, number: str | None) -> None:
    assert canonical_accession(raw) == number


@pytest.mark.parametrize(
    ("raw", "cik"), [("844856", "0000844856"), (" 0000844856 ", "0000844856"), ("0000000000", None), ("12a", None)]
)
def test_cik(raw: str, cik: str | None) -> None:
    assert canonical_cik(raw) == cik
