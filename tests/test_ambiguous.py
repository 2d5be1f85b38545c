"""What can be read in two ways, from the bytes to the answer: both readings, each with its confidence. All invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import filigraph
from filigraph.dossier import filing_dossier
from filigraph.loaders.publish import to_json

HEAD = """As filed with the Securities and Exchange Commission on May 4, 1999

                       SECURITIES AND EXCHANGE COMMISSION
                             Washington, D.C. 20549

                                   FORM S-8
            REGISTRATION STATEMENT UNDER THE SECURITIES ACT OF 1933

                                QUILLMARK, INC.
             (Exact name of registrant as specified in its charter)

Item 8.  Exhibits

"""
SIGNED = """

                                  SIGNATURES

  Pursuant to the requirements of the Securities Act of 1933, the Registrant has duly caused this
Registration Statement to be signed on its behalf by the undersigned, thereunto duly authorized, in the
City of Dover, State of Delaware, on May 4, 1999.

                         QUILLMARK, INC.

Date: {day}        By: /s/ Ann B. Carver
                         Ann B. Carver, President
"""
LIST = "  5        Opinion of Vane & Moor LLP\n {star}     Lease Agreement\n 23.1     Consent of {firm}\n"
CLEAR = {"star": "10.1 ", "firm": "Lomax & Grier, P.C., independent accountants", "day": "May 4, 1999"}

#: What is open, and its list, field, the reading taken, the other one, and the words it is seen by.
OPEN = [
    ({"star": "10.1*"}, "exhibits", "status", "filed_herewith", "incorporated_by_reference", "10.1"),
    ({"firm": "Lomax & Grier, P.C."}, "auditors", "kind", "auditor", "counsel", "Consent of Lomax & Grier, P.C."),
    ({"day": "May 5, 1999"}, "signatures", "date", "1999-05-05", "1999-05-04", "May 4, 1999"),
]


def written(folder: Path, **parts: str) -> Path:
    path = folder / "quillmark.txt"
    path.write_text((HEAD + LIST + SIGNED).format(**CLEAR | parts), "utf-8")
    return path


def test_what_is_plain_has_one_reading(tmp_path: Path) -> None:
    path = written(tmp_path)
    record = to_json(filigraph.read(path.read_bytes(), path.name))
    assert '"alternatives": [{' not in json.dumps(record)
    kg = filigraph.open()
    kg.load([path])
    assert kg.query("ambiguous").rows == []


@pytest.mark.parametrize(("part", "facts", "field", "taken", "other", "quote"), OPEN, ids=lambda x: str(x)[:20])
def test_both_readings_are_kept_and_said(
    tmp_path: Path, part: dict[str, str], facts: str, field: str, taken: str, other: str, quote: str
) -> None:
    path = written(tmp_path, **part)
    kg = filigraph.open()
    kg.load([path])
    (name,) = kg.filings()
    assert kg.filing(name) == filigraph.read(path.read_bytes(), str(path))
    found = kg.query("ambiguous").dicts()
    assert [(r["field"], r["taken"], r["other"]) for r in found] == [(field, taken, other)]
    read = kg.filing(name)
    (alternative,) = (a for fact in getattr(read, facts) for a in fact.alternatives)
    assert [e.quote for e in alternative.evidence] == [quote]
    sure, less = float(str(found[0]["sure"])), float(str(found[0]["other_sure"]))
    assert 0 < less < 1 - sure
    line = f"{field}: in one of two ways ({sure}), or else {other} ({less}): {found[0]['why']}"
    assert line in [said.strip() for said in filing_dossier(kg.record(name)).splitlines()]
