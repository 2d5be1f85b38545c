"""Fetching into a folder: by number, by company, by index; whole files only; going on where it stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

import filigraph
from filigraph.cli import run
from filigraph.fetch import by_company, by_index, fetch, write
from filigraph.fetch_bodies import filing_fault, listing_fault
from filigraph.fetch_client import Edgar
from filigraph.fetch_targets import Wanted, Which, once, pages, wanted
from filigraph.loaders.errors import InvalidInput, NotFound, Unavailable, Unreadable

from .conftest import HTML, ME, Answer, World, submission

NUMBERS = tuple(f"0000999999-03-{n:06}" for n in range(1, 5))
RECENT = {
    "accessionNumber": [NUMBERS[3], NUMBERS[2], NUMBERS[1]],
    "filingDate": ["2003-09-19", "2003-05-01", "2003-01-05"],
    "form": ["S-8", "10-Q", "S-8"],
}
OLDER = {"accessionNumber": [NUMBERS[0]], "filingDate": ["1999-03-01"], "form": ["S-8"]}
PAGE = "CIK0000844143-submissions-001.json"


@pytest.fixture
def company(world: World) -> World:
    """A company with three recent filings and one older, all of them there."""
    for number in NUMBERS:
        world.hold("844143", number)
    older = [{"name": PAGE, "filingFrom": "1999-03-01", "filingTo": "1999-03-01"}]
    filings = {"recent": RECENT, "files": older}
    world.list_filings("CIK0000844143.json", cik="844143", name="INVENTED GROUP INC", filings=filings)
    world.list_filings(PAGE, **OLDER)
    return world


def path(folder: Path, number: str) -> Path:
    return folder / number[:10] / f"{number}.txt"


@pytest.mark.parametrize(
    ("target", "cik"),
    [
        (NUMBERS[0], "999999"),
        (f"844143/{NUMBERS[0]}", "844143"),
        (f"edgar/data/844143/{NUMBERS[0]}.txt", "844143"),
        (f"https://www.sec.gov/Archives/edgar/data/844143/000099999903000001/{NUMBERS[0]}-index.htm", "844143"),
    ],
)
def test_a_filing_is_named_in_several_ways(target: str, cik: str) -> None:
    assert wanted(target) == Wanted(NUMBERS[0], cik)


@pytest.mark.parametrize("target", ["844143", "0000999999-03-42", "../0000999999-03-000042", ""])
def test_what_names_no_filing_is_told(target: str) -> None:
    with pytest.raises(InvalidInput, match="names no filing"):
        wanted(target)


def test_filings_come_whole_and_are_not_fetched_twice(edgar: Edgar, company: World, tmp_path: Path) -> None:
    wants = [Wanted(number, "844143") for number in NUMBERS[:2]]
    told: list[Path] = []
    report = fetch(edgar, wants * 2, tmp_path, told.append)
    assert report.fetched == told == [path(tmp_path, n) for n in NUMBERS[:2]]
    assert path(tmp_path, NUMBERS[0]).read_bytes() == submission(NUMBERS[0])
    asked = list(company.asked)
    again = fetch(edgar, wants, tmp_path)
    assert (again.fetched, again.there, company.asked) == ([], report.fetched, asked)


@pytest.mark.parametrize("left", [b"", submission(NUMBERS[0])[:-20], HTML])
def test_what_is_there_cut_off_is_fetched_again(edgar: Edgar, company: World, tmp_path: Path, left: bytes) -> None:
    write(path(tmp_path, NUMBERS[0]), left)
    report = fetch(edgar, [Wanted(NUMBERS[0], "844143")], tmp_path)
    assert report.fetched == [path(tmp_path, NUMBERS[0])]
    assert report.fetched[0].read_bytes() == submission(NUMBERS[0])


def test_one_that_cannot_be_had_does_not_stop_the_rest(edgar: Edgar, company: World, tmp_path: Path) -> None:
    company.first[f"/Archives/edgar/data/844143/{NUMBERS[1]}.txt"] = [Answer(HTML)] * 9
    wants = [wanted("0000999999-03-999999"), *(Wanted(n, "844143") for n in NUMBERS[1:3])]
    report = fetch(edgar, wants, tmp_path)
    assert report.fetched == [path(tmp_path, NUMBERS[2])]
    assert [(number, why.split(" (")[0]) for number, why in report.failed] == [
        ("0000999999-03-999999", "EDGAR has nothing here"),
        (NUMBERS[1], "a page of HTML came in place of the filing"),
    ]
    assert not path(tmp_path, NUMBERS[1]).exists()


def test_a_fetch_that_is_turned_away_goes_on_later(edgar: Edgar, company: World, tmp_path: Path) -> None:
    wants = [Wanted(number, "844143") for number in NUMBERS[:3]]
    company.first[f"/Archives/edgar/data/844143/{NUMBERS[1]}.txt"] = [Answer(status=403)]
    with pytest.raises(Unavailable, match="turns this client away"):
        fetch(edgar, wants, tmp_path)
    report = fetch(edgar, wants, tmp_path)
    assert (len(report.there), len(report.fetched)) == (1, 2)
    assert company.asked.count(f"/Archives/edgar/data/844143/{NUMBERS[0]}.txt") == 1


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(self))

    write(tmp_path / "a.txt", b"old")
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        write(tmp_path / "a.txt", b"new")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a.txt", b"old")]


@pytest.mark.parametrize(
    ("which", "numbers", "pages_asked"),
    [
        (Which(), [NUMBERS[3], NUMBERS[2], NUMBERS[1], NUMBERS[0]], 1),
        (Which(frozenset({"S-8"})), [NUMBERS[3], NUMBERS[1], NUMBERS[0]], 1),
        (Which(since="2003-01-05", until="2003-05-01"), [NUMBERS[2], NUMBERS[1]], 0),
        (Which(until="2000-01-01"), [NUMBERS[0]], 1),
    ],
)
def test_a_companys_filings(
    edgar: Edgar, company: World, tmp_path: Path, which: Which, numbers: list[str], pages_asked: int
) -> None:
    found = list(by_company(edgar, "844143", which, tmp_path))
    assert found == [Wanted(number, "844143") for number in numbers]
    assert company.asked.count(f"/submissions/{PAGE}") == pages_asked
    assert (tmp_path / "submissions" / "CIK0000844143.json").is_file()


def test_a_page_with_an_odd_name_is_refused() -> None:
    data = b'{"cik": "1", "filings": {"files": [{"name": "../../../etc/passwd"}]}}'
    with pytest.raises(Unreadable, match="no page of older filings"):
        pages(data, Which())


def test_a_cik_that_is_none(edgar: Edgar, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="this is no CIK"):
        list(by_company(edgar, "../1", Which(), tmp_path))
    with pytest.raises(NotFound, match="check the CIK"):
        list(by_company(edgar, "77", Which(), tmp_path))


def test_submissions_that_are_cut_off_are_asked_for_again(edgar: Edgar, company: World, tmp_path: Path) -> None:
    name = "/submissions/CIK0000844143.json"
    company.first[name] = [Answer(company.files[name][:-9]), Answer(HTML)]
    assert len(list(by_company(edgar, "CIK844143", Which(), tmp_path))) == 4
    assert company.asked.count(name) == 3


def test_an_index_names_filings_once(tmp_path: Path) -> None:
    index = tmp_path / "master.idx"
    rows = [
        f"{cik}|X|{form}|{day}|edgar/data/{cik}/{number}.txt"
        for cik, form, day, number in (
            ("844143", "4", "2003-09-19", NUMBERS[0]),
            ("1111111", "4", "2003-09-19", NUMBERS[0]),
            ("844143", "S-8", "2003-09-20", NUMBERS[1]),
        )
    ]
    index.write_text("CIK|Company Name|Form Type|Date Filed|Filename\n" + "-" * 80 + "\n" + "\n".join(rows) + "\n")
    assert once(by_index([index], Which())) == [Wanted(NUMBERS[0], "844143"), Wanted(NUMBERS[1], "844143")]
    assert list(by_index([index], Which(frozenset({"S-8"})))) == [Wanted(NUMBERS[1], "844143")]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (submission(NUMBERS[0]), None),
        (submission(NUMBERS[0]) + b"\n \n", None),
        (submission(NUMBERS[0]).replace(b"SEC-", b"IMS-"), None),
        (b"<SUBMISSION>\n<ACCESSION-NUMBER>0000999999-03-000001\n</SUBMISSION>\n", None),
        (b"-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nx\n-----END PRIVACY-ENHANCED MESSAGE-----\n", None),
        (submission(NUMBERS[1]), "another filing came: 0000999999-03-000002"),
        (submission(NUMBERS[0])[:-5], "the filing is cut off: </SEC-DOCUMENT> is missing"),
        (HTML, "a page of HTML came in place of the filing"),
        (b'<?xml version="1.0"?><!-- x --><html></html>', "a page of HTML came in place of the filing"),
        (b"  \n", "the answer is empty"),
        (b"%PDF-1.4", "what came is no submission"),
    ],
)
def test_what_is_the_whole_filing(data: bytes, why: str | None) -> None:
    assert filing_fault(data, NUMBERS[0]) == why


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'{"cik": "1"}', None),
        (b'{"cik": "1"', "the submissions are cut off, or no JSON"),
        (b'{"a": 1}', "what came is no list of submissions"),
        (HTML, "a page of HTML came in place of the submissions"),
    ],
)
def test_what_is_a_list_of_submissions(data: bytes, why: str | None) -> None:
    assert listing_fault(data) == why


def test_the_command(
    company: World, tmp_path: Path, capsys: pytest.CaptureFixture[str], no_waiting: list[float]
) -> None:
    folder = tmp_path / "here"
    command = ["fetch", "--base-url", company.url, "--identity", ME, "--to", str(folder)]
    assert run([*command, "--cik", "844143", "--form", "s-8", "--since", "2003-01-01"]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines() == [str(path(folder, NUMBERS[3])), str(path(folder, NUMBERS[1]))]
    assert told.err == "2 fetched, 0 there, 0 failed\n"
    assert run([*command, "--cik", "844143", "--limit", "3", "844143/0000999999-03-000009"]) == 4
    assert capsys.readouterr().err == (
        "not fetched: 0000999999-03-000009: EDGAR has nothing here "
        "(give it as CIK/ACCESSION, with the CIK of a party to it)\n1 fetched, 1 there, 1 failed\n"
    )
    kg = filigraph.open()
    report = kg.load([folder])
    assert sorted(row.form or "" for row in report.loaded) == ["S-8", "S-8", "S-8", "submissions", "submissions"]


def test_the_command_wants_an_identity_and_something_to_do(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FILIGRAPH_IDENTITY", raising=False)
    assert run(["fetch", NUMBERS[0], "--base-url", world.url]) == 2
    assert capsys.readouterr().err == (
        "error: fetch: nobody is declared as the one who asks "
        "(--identity 'Name mail@host' or FILIGRAPH_IDENTITY; EDGAR shuts out who does not say)\n"
    )
    monkeypatch.setenv("FILIGRAPH_IDENTITY", ME)
    assert run(["fetch"]) == 2
    assert run(["fetch", "nonsense"]) == 2
    world.first[f"/Archives/edgar/data/999999/{NUMBERS[0]}.txt"] = [Answer(status=403)]
    assert run(["fetch", NUMBERS[0], "--base-url", world.url, "--to", str(tmp_path)]) == 1
    assert world.agents == {ME}
    assert list(tmp_path.iterdir()) == []
