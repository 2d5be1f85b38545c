"""Files that join several submissions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filigraph.loaders.joined import apart

PEM = "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\nMIC-Info: RSA-MD5,RSA,\n UymHQFIo4Kzo\n\n"
PEM_END = "-----END PRIVACY-ENHANCED MESSAGE-----\n"


def labelled(number: int, body: str = "Body") -> str:
    return (
        f"<SEC-DOCUMENT>0009999001-98-00000{number}.txt : 19980102\n<SEC-HEADER>0009999001-98-00000{number}.hdr.sgml\n"
        f"ACCESSION NUMBER:\t\t0009999001-98-00000{number}\n</SEC-HEADER>\n"
        f"<DOCUMENT>\n<TYPE>S-8\n<SEQUENCE>1\n<TEXT>\n{body}\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n"
    )


def tagged(number: int) -> str:
    return (
        f"<SUBMISSION><ACCESSION-NUMBER>0009999001-98-00000{number}<TYPE>S-8<DOCUMENT><TYPE>S-8<SEQUENCE>1"
        "<TEXT>Body</TEXT></DOCUMENT></SUBMISSION>"
    )


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param([labelled(1), labelled(2), labelled(3)], id="full submissions"),
        pytest.param([PEM + labelled(1) + PEM_END, PEM + labelled(2) + PEM_END], id="PEM wrappers"),
        pytest.param([labelled(1) + "\n", PEM + labelled(2) + PEM_END, labelled(3)], id="some wrapped"),
        pytest.param([labelled(1).replace("SEC-", "IMS-"), labelled(2)], id="IMS tags"),
        pytest.param([tagged(1), tagged(2)], id="tags on one line"),
        pytest.param([labelled(1).split("<DOCUMENT>")[0], labelled(2)], id="a header alone"),
        pytest.param([labelled(1).replace("</SEC-DOCUMENT>\n", ""), labelled(2)], id="without the last tag"),
        pytest.param(["Preface\n" + labelled(1), labelled(2)], id="words before"),
    ],
)
def test_each_submission_is_a_part(parts: list[str]) -> None:
    assert apart("".join(parts).encode()) == tuple(part.encode() for part in parts)


@pytest.mark.parametrize(
    "whole",
    [
        labelled(1),
        PEM + labelled(1) + PEM_END,
        tagged(1),
        labelled(1, "The header of the other filing:\n" + labelled(2).split("<DOCUMENT>")[0]),
        labelled(1).split("</TEXT>")[0] + labelled(2),
        "The registrant\n",
        "",
    ],
    ids=["full", "PEM", "tags", "a header quoted in a text", "cut off in a text", "a document alone", "empty"],
)
def test_one_submission_is_one_part(whole: str) -> None:
    assert apart(whole.encode()) == (whole.encode(),)


PIECES = [labelled(1), PEM, PEM_END, tagged(2), "<SEC-HEADER>", "<SEC-DOCUMENT>", "</DOCUMENT>", "\n"]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=9), max_size=9))
def test_the_parts_are_the_file(pieces: list[str]) -> None:
    data = "".join(pieces).encode("utf-8", "ignore")
    assert b"".join(apart(data)) == data
