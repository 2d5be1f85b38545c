"""One filing in every container that EDGAR has put filings in: the same facts out of each.

The files in ``carriers/`` say what the invented Lantern Quarry, Inc. filed; each is named for its container or anomaly.
"""

from __future__ import annotations

import gzip
import io
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from filigraph.loaders.filing import read
from filigraph.loaders.header_text import left_out
from filigraph.loaders.records import Address, Filing, FilingValue, FormerName, Party
from filigraph.loaders.sources import submissions
from filigraph.loaders.submission import split

CARRIERS = Path(__file__).parent / "carriers"


def load(*paths: str | Path) -> list[Filing]:
    return [read(source.read(), source.name) for source in submissions(paths)]


def one(name: str) -> Filing:
    (filing,) = load(CARRIERS / name)
    return filing


def party(filing: Filing) -> dict[str, object]:
    """The one party's values without its evidence."""
    (found,) = filing.parties
    return {name: getattr(found, name) for name in Party.__slots__ if name != "evidence"}


FILER: dict[str, object] = {
    "role": "FILER",
    "name": "LANTERN QUARRY INC /DE/",  # H12: as it stands
    "cik": "0009999002",
    "sic": "2911",
    "ein": "112345678",
    "state_of_incorporation": "DE",
    "fiscal_year_end": "1130",
    "relationship": None,
    "addresses": (Address("business", ("1 LANTERN WAY",), "SPRINGFIELD", "TN", "37902", "8655551234"),),
    "former_names": (FormerName("ELDER QUARRY INC", "1992-07-03"),),
    "values": (FilingValue("S-8", "33", "333-09876", "03912345"),),  # type: ignore[arg-type]
}
HEADERS = [
    "full.txt",
    "tags.nc",
    "one-line.nc",  # H9
    "0009999001-03-000001.hdr.sgml",
    "index-headers.html",
    "pem.txt",  # H2
    "ims.txt",  # H1
    "summer-2000.txt",  # H3
    "posted-later.txt",  # H4
    "0009999001-03-000001.corr01",
    "0009999001-03-000001.pr",
    "binary.txt",
]
WHOLE = [name for name in HEADERS if name not in {"0009999001-03-000001.hdr.sgml", "index-headers.html"}]
SIGNED = [
    ("Orla Fennimore", ("President",), "2003-09-26"),
    ("Orla Fennimore", ("President", "Director"), "2003-09-26"),
    ("Tobias Kettleby", ("Director",), "2003-09-26"),
]


@pytest.mark.parametrize("name", HEADERS)
def test_header(name: str) -> None:
    filing = one(name)
    assert filing.id == filing.accession == "0009999001-03-000001"
    assert (filing.form_type, filing.filing_date) == ("S-8", "2003-09-29")
    assert party(filing) == FILER
    assert filing.problems == ()
    assert left_out(split((CARRIERS / name).read_bytes()).header, filing) == ()


@pytest.mark.parametrize("name", [*WHOLE, "alone.htm", "alone.txt", "documents-only.txt"])
def test_documents_are_read(name: str) -> None:
    filing = one(name)
    assert [(s.name, tuple(c.title for c in s.capacities), s.date) for s in filing.signatures] == SIGNED
    assert [(r.name) for r in filing.registrants] == ["LANTERN QUARRY, INC."]


@pytest.mark.parametrize("name", HEADERS)
def test_documents_are_listed(name: str) -> None:
    listed = [(d.sequence, d.type, d.description) for d in one(name).documents][:2]
    expected = [(1, "S-8", "FORM S-8"), (2, "EX-5", "OPINION")]
    assert listed == ([] if name.endswith(".hdr.sgml") else expected)


@pytest.mark.parametrize("name", ["alone.htm", "alone.txt", "documents-only.txt"])
def test_h8_no_header_at_all(name: str) -> None:
    filing = one(name)
    assert filing.id == f"sha256-{filing.sha256[:16]}"
    assert (filing.form_type, filing.accession, filing.parties) == ("S-8", None, ())


def elements(filing: Filing) -> dict[str, str]:
    return {element.name: element.value for element in filing.elements}


def test_h1_confirming_copy() -> None:
    assert "CONFIRMING-COPY" in elements(one("ims.txt"))


def test_h4_the_posting_date_is_not_the_filing_date() -> None:
    assert b"<SEC-DOCUMENT>0009999001-03-000001.txt : 20040105" in (CARRIERS / "posted-later.txt").read_bytes()
    filing = one("posted-later.txt")
    assert (filing.filing_date, filing.accepted) == ("2003-09-29", "2003-09-26T17:15:58")


def test_h14_changed_before_filed() -> None:
    filing = one("full.txt")
    assert filing.filing_date == "2003-09-29"
    assert elements(filing)["DATE-OF-FILING-DATE-CHANGE"] == "20030926"


def test_h15_effective_after_nineteen_days() -> None:
    filing = one("effective-later.txt")
    assert (filing.filing_date, filing.effective_date) == ("1996-06-06", "1996-06-25")
    assert filing.accepted is None


def test_correction() -> None:
    filing = one("0009999001-03-000001.corr01")
    assert (filing.filing_date, filing.effective_date) == ("2003-09-29", "2003-09-30")
    assert elements(filing)["CORRECTION"] == ""
    assert elements(filing)["TIMESTAMP"] == "20031002093000"


def test_private_to_public() -> None:
    found = elements(one("0009999001-03-000001.pr"))
    assert (found["PRIVATE-TO-PUBLIC"], found["PUBLIC-REL-DATE"]) == ("", "20031104")


def test_paper_stub() -> None:
    filing = one("9999999997-03-000009.paper")
    assert (filing.accession, filing.form_type) == ("9999999997-03-000009", "11-K")
    assert "PAPER" in elements(filing)
    assert [(d.type, d.description) for d in filing.documents] == [("11-K", "AUTO-GENERATED PAPER DOCUMENT")]
    assert filing.parties[0].values == (FilingValue("11-K", "34", "001-09876", "03054321"),)  # type: ignore[arg-type]
    assert (filing.signatures, filing.problems) == ((), ())


def test_binary_documents_are_listed_not_read() -> None:
    filing = one("binary.txt")
    assert [(d.type, d.filename) for d in filing.documents[2:]] == [
        ("EX-99", "annex.pdf"), ("ZIP", "data.zip"), ("GRAPHIC", "logo.jpg"), ("EXCEL", "report.xlsx"),
    ]  # fmt: skip
    documents = split((CARRIERS / "binary.txt").read_bytes()).documents
    assert [d.binary for d in documents] == [False, False, True, True, True, True]
    assert [d.source for d in documents[2:]] == [""] * 4


def test_dashes_of_a_pem_copy_stay_in_quotes_and_not_in_values() -> None:
    source = split((CARRIERS / "pem.txt").read_bytes()).documents[0].source
    assert "\n- --------------------\n" in source
    assert [s.name for s in one("pem.txt").signatures] == [name for name, _, _ in SIGNED]


def test_joined_submissions_are_all_read() -> None:
    filings = load(CARRIERS / "joined.txt")
    assert [filing.source.rpartition("/")[2] for filing in filings] == ["joined.txt#1", "joined.txt#2", "joined.txt#3"]
    assert [filing.accession for filing in filings] == [f"0009999001-03-00000{n}" for n in (1, 2, 3)]
    assert [filing.form_type for filing in filings] == ["S-8", "S-8 POS", "S-8"]
    assert [filing.problems for filing in filings] == [(), (), ()]
    assert all(len(filing.signatures) == 3 for filing in filings)


# the same bytes by other ways


def feed(names: list[str]) -> bytes:
    """A daily feed: a gzip-compressed tar archive."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name in names:
            archive.add(CARRIERS / name, name)
    return out.getvalue()


MEMBERS = ["one-line.nc", "tags.nc", "0009999001-03-000001.corr01"]


def dates(filings: list[Filing]) -> list[tuple[str, str | None]]:
    return [(filing.source.rpartition("/")[2], filing.effective_date) for filing in filings]


EFFECTIVE = ["2003-09-29", "2003-09-29", "2003-09-30"]


def test_daily_feed(tmp_path: Path) -> None:
    path = tmp_path / "20030929.nc.tar.gz"
    path.write_bytes(feed(MEMBERS))
    names = [f"{path.name}!{name}" for name in MEMBERS]
    assert dates(load(path)) == list(zip(names, EFFECTIVE, strict=True))


def test_zip_gzip_folder_and_glob(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.write(CARRIERS / "tags.nc", "folder/tags.nc")
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress((CARRIERS / "full.txt").read_bytes()))
    expected = [("a.txt.gz", "2003-09-29"), ("tags.nc", "2003-09-29")]
    assert dates(load(tmp_path)) == expected
    assert dates(load(f"{tmp_path}/*.gz", f"{tmp_path}/?.zip")) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ((CARRIERS / "full.txt").read_bytes(), [("-", "2003-09-29")]),
        (feed(MEMBERS), [(f"-!{name}", day) for name, day in zip(MEMBERS, EFFECTIVE, strict=True)]),
    ],
    ids=["submission", "feed"],
)
def test_standard_input(data: bytes, expected: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert dates(load("-")) == expected
