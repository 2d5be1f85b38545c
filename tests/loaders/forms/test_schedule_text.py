"""Schedules 13D and 13G in text and HTML: whole documents in the layouts of several vendors, and the rows one by one.

Each document (``schedules/NAME.txt``, invented people and firms) has its truth beside it, written before it was read.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from filigraph.loaders.filing import read
from filigraph.loaders.forms.schedule_text import read_schedule_text
from filigraph.loaders.forms.title_page import form_of
from filigraph.loaders.publish import quotes, to_json
from filigraph.loaders.records import BeneficialOwner, Filing
from filigraph.loaders.render import render
from filigraph.loaders.submission import split

FOLDER = Path(__file__).parent / "schedules"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
#: Signatures that are not read: who signs for an organization and again for himself has one row.
UNREAD: dict[str, list[list[Any]]] = {"joint_13d": [["Horatio B. Quillfeather", [], "1999-03-12", None]]}
FIGURES = ("sole_voting", "shared_voting", "sole_dispositive", "shared_dispositive", "aggregate", "percent")


def filing(name: str) -> Filing:
    path = FOLDER / f"{name}.txt"
    return read(path.read_bytes(), path.name)


def truth(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return loaded


def owner(record: BeneficialOwner) -> dict[str, Any]:
    plain = {"name": record.name, "cik": record.cik, "citizenship": record.citizenship, "types": list(record.types)}
    return plain | {"group": record.group} | {field: getattr(record, field) for field in FIGURES}


@pytest.mark.parametrize("name", NAMES)
def test_whole_document(name: str) -> None:
    found, true = filing(name), truth(name)
    assert [owner(record) for record in found.beneficial_owners] == true["owners"]
    assert (found.form_type, found.period) == (true["form_type"], true["period"])
    assert [[r.name, r.cik] for r in found.registrants] == [true["issuer"]]
    assert [[s.title, list(s.cusips)] for s in found.subject_securities] == [true["security"]]
    rows = [[s.name, [c.title for c in s.capacities], s.date, s.on_behalf_of] for s in found.signatures]
    assert rows + UNREAD.get(name, []) == true["signatures"]
    assert [problem.what for problem in found.problems] == true["problems"]


@pytest.mark.parametrize("name", NAMES)
def test_every_value_has_its_words(name: str) -> None:
    found = filing(name)
    data = (FOLDER / f"{name}.txt").read_bytes()
    sources = {document.sequence: document.source for document in split(data).documents}
    header = split(data).header
    for place in quotes(to_json(found)):
        source = sources[int(str(place["document"]))] if place["document"] else header
        assert source[int(str(place["start"])) : int(str(place["end"]))] == place["quote"]
    for record in found.beneficial_owners:
        said = {field for field, value in owner(record).items() if value not in (None, [])}
        assert said == {evidence.field for evidence in record.evidence}


PAGE = """SCHEDULE 13G
{title}
 1. Names of Reporting Persons
    {name}
 2. Check the Appropriate Box if a Member of a Group
    {group}
 3. SEC Use Only
 4. Citizenship or Place of Organization
    {place}
 5. Sole Voting Power
    {figure}
 6. Shared Voting Power
    0
 7. Sole Dispositive Power
    0
 8. Shared Dispositive Power
    0
 9. Aggregate Amount Beneficially Owned by Each Reporting Person
    {figure}
10. Check if the Aggregate Amount in Row (9) Excludes Certain Shares
11. Percent of Class Represented by Amount in Row (9)
    5.0%
12. Type of Reporting Person
    {kind}
"""


def page(**values: str) -> BeneficialOwner:
    given = {"title": "", "name": "Doe Corp", "group": "", "place": "Ohio", "figure": "1", "kind": "CO"} | values
    (found,) = read_schedule_text(render(1, PAGE.format(**given)), None).beneficial_owners
    return found


@pytest.mark.parametrize(
    ("group", "ticked"),
    [
        ("(a) [X]   (b) [ ]", "a"),
        ("(a) [ ]   (b) [X]", "b"),
        ("(a) /x/ (b) / /", "a"),
        ("(a)  |_|  (b)  |X|", "b"),
        ("(a) ____  (b) _X_", "b"),
        ("(a) \u2610 (b) \u2612", "b"),
        ("(a) o (b) \u00fe", "b"),
        ("[X] (a)  [ ] (b)", "a"),
        ("[ ] (a)  [X] (b)", "b"),
        ("(a) [ ]   (b) [ ]", None),
        ("(a) [X]   (b) [X]", None),
        ("Not applicable", None),
    ],
)
def test_group(group: str, ticked: str | None) -> None:
    assert page(group=group).group == ticked


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("1,234,567", "1234567"),
        ("1,234,567 shares (1)", "1234567"),
        ("(2) 1,234,567", "1234567"),
        ("-0-", "0"),
        ("None", "0"),
        ("1234.50", "1234.5"),
        ("See Item 5", None),
        ("less than 1,000", None),
        ("N/A", None),
    ],
)
def test_figure(printed: str, read_as: str | None) -> None:
    found = page(figure=printed)
    assert (found.sole_voting, found.aggregate) == (read_as, read_as)


@pytest.mark.parametrize(
    ("kind", "codes"),
    [("IA, PN", ("IA", "PN")), ("HC CO", ("HC", "CO")), ("OO (Limited Liability Company)", ("OO",)), ("Other", ())],
)
def test_type(kind: str, codes: tuple[str, ...]) -> None:
    assert page(kind=kind).types == codes


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Doe Capital LP", "Doe Capital LP"),
        ("Doe Capital LP      04-9999999", "Doe Capital LP"),
        ("Doe Capital LP (I.R.S. No. 04-9999999)", "Doe Capital LP"),
        ("Doe Capital LP (1)", "Doe Capital LP"),
        ("John H. Doe ###-##-####", "John H. Doe"),
    ],
)
def test_name(printed: str, name: str) -> None:
    assert page(name=printed).name == name


def test_a_page_without_a_name_is_a_problem() -> None:
    values = {"title": "", "name": "", "group": "", "place": "Ohio", "figure": "1", "kind": "CO"}
    related = read_schedule_text(render(1, PAGE.format(**values)), None)
    assert (related.beneficial_owners, related.problems[0].what) == ((), "no-reporting-person")
    assert related.problems[0].where == "cover page 1"


def test_rows_named_in_prose_are_no_page() -> None:
    prose = (
        "SCHEDULE 13G\nSee the names of reporting persons, the sole voting power and the percent of class in Row 11.\n"
    )
    related = read_schedule_text(render(1, prose), None)
    assert [problem.what for problem in related.problems][:1] == ["no-reporting-person"]


@pytest.mark.parametrize(
    ("heading", "form"),
    [
        ("SCHEDULE 13D\n(Amendment No. 3)*", "SC 13D/A"),
        ("SCHEDULE 13G\n(Amendment No. ___)*", "SC 13G"),
        ("Schedule 13D/A", "SC 13D/A"),
        ("FORM 10-K", None),
        ("This is about a Schedule 13D", None),
        ("Schedule 13D and Forms 3, 4 and 5 may be signed by the attorneys", None),
    ],
)
def test_form(heading: str, form: str | None) -> None:
    assert form_of(render(1, f"Washington, D.C.\n{heading}\n"))[0] == form
