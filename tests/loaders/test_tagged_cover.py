"""Names of a cover's facts and of the header: which differ, and which are one name. All are invented."""

from __future__ import annotations

import pytest

from filigraph.loaders.header import parse_header
from filigraph.loaders.span import Text
from filigraph.loaders.tagged_cover import unlike_header

HEADER = """ACCESSION NUMBER:		0009999999-25-000001
CONFORMED SUBMISSION TYPE:	10-K
FILER:

	COMPANY DATA:
		COMPANY CONFORMED NAME:			{name}
		CENTRAL INDEX KEY:			0000000042

	FORMER COMPANY:
		FORMER CONFORMED NAME:	MOOR TOOLS INC
		DATE OF NAME CHANGE:	19990101
"""


def differ(printed: str, conformed: str, cik: str = "0000000042") -> list[str]:
    source = (
        f'<html><ix:nonNumeric contextRef="c" name="dei:EntityRegistrantName">{printed}</ix:nonNumeric>'
        f'<ix:nonNumeric contextRef="c" name="dei:EntityCentralIndexKey">{cik}</ix:nonNumeric></html>'
    )
    header = parse_header(HEADER.format(name=conformed))
    return [p.what for p in unlike_header(Text(1, source, source), header)]


@pytest.mark.parametrize(
    ("printed", "conformed"),
    [
        ("Orley Foods, Inc.", "ORLEY FOODS INC /DE/"),
        ("The Orley Foods Company", "ORLEY FOODS CO"),
        ("Jane Orley & Co.", "ORLEY JANE & CO"),
        ("ORLEY-FOODS INC", "ORLEY FOODS INC"),
        ("Moor Tools, Inc.", "ORLEY FOODS INC"),  # its former name
        ("Orley International Business Foods Holdings Group", "ORLEY INTERNATIONAL BUSINESS FOODS HOLDIN"),
    ],
)
def test_one_name(printed: str, conformed: str) -> None:
    assert differ(printed, conformed) == []


def test_other_names_and_keys() -> None:
    assert differ("Harbor Foods, Inc.", "ORLEY FOODS INC") == ["registrant-name-differs"]
    assert differ("Orley Foods, Inc.", "ORLEY FOODS INC", "0000000043") == ["registrant-cik-differs"]
    assert differ("Orley Foods, Inc.", "ORLEY FOODS INC", "42") == []


def test_a_document_without_facts() -> None:
    assert unlike_header(Text(1, "dei:Entity", "dei:Entity"), parse_header(HEADER.format(name="ORLEY"))) == ()
