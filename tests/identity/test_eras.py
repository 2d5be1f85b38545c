"""When a firm bore its name: what is seen years outside of that time is a link in doubt, never a silent fact."""

from __future__ import annotations

from pathlib import Path

import pytest

import filigraph
from filigraph.identity.firms import core
from filigraph.identity.history import Era, era
from filigraph.identity.mentions import facts
from filigraph.identity.policies import Policy
from filigraph.kg import KnowledgeGraph
from filigraph.ontology.terms import FG

DATA = "https://w3id.org/filigraph/id/"


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        # two that merge at once make a new name and end the old ones
        ("PricewaterhouseCoopers LLP", "1998-07-01", ""),
        ("Coopers & Lybrand L.L.P.", "", "1998-07-01"),
        # what the new name lengthens is said long afterwards
        ("Price Waterhouse LLP", "", ""),
        # and what it shortens, long before
        ("KPMG Peat Marwick LLP", "1987-01-01", "1999-12-31"),
        ("KPMG LLP", "", ""),
        # one firm that goes into another makes no name
        ("Reed Smith LLP", "", ""),
        # a later merger into the firm does not begin it anew
        ("Ernst & Young LLP", "1989-01-01", ""),
        # it fell apart
        ("Arthur Andersen LLP", "", "2002-08-31"),
        # a row that was not checked bounds nothing
        ("BDO Seidman, LLP", "", ""),
        # a change of legal form ends no name
        ("BDO USA, LLP", "", ""),
        # not in the table; the like-named firm of another country
        ("Vane & Moor LLP", "", ""),
        ("Arthur Andersen AG", "", ""),
    ],
)
def test_era(name: str, first: str, last: str) -> None:
    assert era(core(name)) == Era(first, last)


@pytest.mark.parametrize(
    ("borne", "printed", "admitted"),
    [
        ("2002-02-05", "2002-03-26", True),
        # a report of its time, printed again when the firm was long gone
        ("2002-02-05", "2009-03-26", True),
        # shortly after the end, and years after
        ("2005-08-31", "2005-08-31", True),
        ("2005-09-01", "2005-09-01", False),
        # shortly before the beginning, and years before
        ("1995-07-01", "1995-07-01", True),
        ("1995-06-30", "1995-06-30", False),
        # a day misread as one before there was the name, on a page of its time
        ("1989-02-05", "2001-03-26", True),
        # nothing is known of the day
        ("", "", True),
    ],
)
def test_a_name_in_its_time(borne: str, printed: str, admitted: bool) -> None:
    assert Era("1998-07-01", "2002-08-31").admits(borne, printed) is admitted


def test_what_has_no_bounds_admits_every_day() -> None:
    assert Era().admits("1901-01-01", "2999-12-31")


@pytest.mark.parametrize(
    ("name", "day", "firm"),
    [
        ("PwC", "2003-01-01", "pricewaterhousecoopers"),
        ("PwC", "1994-12-31", "pwc"),
        ("PwC", "", "pricewaterhousecoopers"),
        ("Andersen LLP", "2005-12-31", "arthurandersen"),
        ("Andersen LLP", "2006-01-01", "andersen"),
        # no date in the table
        ("Skadden", "1990-01-01", "skaddenarpsslatemeagherandflom"),
        # a misspelling is one at any time
        ("Arthur Anderson LLP", "2012-01-01", "arthurandersen"),
    ],
)
def test_a_short_name_stands_for_its_firm_in_its_years(name: str, day: str, firm: str) -> None:
    assert core(name, day)[0] == firm


@pytest.mark.parametrize(
    ("acts", "dates", "borne"),
    [
        # the earliest report says how old the name is
        ("report", ["2001-02-03", "2002-02-05"], "2001-02-03"),
        ("report", [], "2003-03-26"),
        # a date that was not read as a day is none
        ("report", ["fiscal 2001"], "2003-03-26"),
        # whoever consents does so now
        ("consent", ["2001-02-03"], "2003-03-26"),
    ],
)
def test_the_day_on_which_an_auditor_bore_the_name(acts: str, dates: list[str], borne: str) -> None:
    record = "filing/f/auditor/1"
    triples = {
        FG + "hasAuditor": {"filing/f": [record]},
        FG + "name": {record: ["Vane & Moor LLP"]},
        FG + "filingDate": {"filing/f": ["2003-03-26"]},
        FG + "acts": {record: [f"https://w3id.org/filigraph/auditor/{acts}"]},
        FG + "reportDate": {record: dates},
    }
    (mention,) = facts("filing/f", triples).mentions
    assert (mention.borne, mention.date) == (borne, "2003-03-26")


OLD, NEW = ("0009999003-01-000009", "Singer Lewak Greenbaum & Goldstein LLP"), ("0009999003-24-000036", "Marcum LLP")


def with_auditor(sample: Path, folder: Path, filing: tuple[str, str], auditor: str) -> KnowledgeGraph:
    """A filing of the sample, the auditor put in place of the one that it names."""
    accession, printed = filing
    text = (sample / f"{accession}.txt").read_text("utf-8")
    assert printed in text
    (folder / f"{accession}.txt").write_text(text.replace(printed, auditor), "utf-8", newline="")
    kg = filigraph.open()
    kg.load([folder])
    return kg


@pytest.mark.parametrize(
    ("filing", "auditor", "firm", "link", "strict"),
    [
        (OLD, "Arthur Andersen LLP", "arthurandersen", ("F1", "0.98"), 1),
        # more than three years after it gave up its practice: shown, and not under the strict policy
        (NEW, "Arthur Andersen LLP", "arthurandersen", ("F3", "0.60"), 0),
        # a firm that has that name today, and not the old one
        (NEW, "Andersen LLP", "andersen", ("F1", "0.98"), 1),
    ],
)
def test_a_firm_long_gone_is_in_doubt(
    sample: Path,
    tmp_path: Path,
    filing: tuple[str, str],
    auditor: str,
    firm: str,
    link: tuple[str, str],
    strict: int,
) -> None:
    kg = with_auditor(sample, tmp_path, filing, auditor)
    found = [r for r in kg.query("doubtful-links", below="1.01").dicts() if r["name"] == auditor]
    assert [(str(r["rule"]), f"{float(str(r['score'])):.2f}") for r in found] == [link]
    iri = f"https://w3id.org/filigraph/id/firm/{firm}"
    assert [row["filings"] for row in kg.query("audited", firm=iri).dicts()] == [1]
    kg.policy = Policy.STRICT
    assert len(kg.query("audited", firm=iri).rows) == strict
    assert len(kg.query("auditor-changes").rows) == 0, "it is one auditor under every policy"


def test_a_decision_beats_the_table(sample: Path, tmp_path: Path) -> None:
    """Whoever knows that the firm is meant says so, and the link is as sure as any."""
    kg = with_auditor(sample, tmp_path, NEW, "Arthur Andersen LLP")
    (mention, kind) = kg.register.db.execute("SELECT iri, kind FROM mention WHERE rule = 'F3'").fetchone()
    assert kind == "auditor"
    table = tmp_path / "decisions.tsv"
    other = f"filing/{OLD[0]}/auditor/1"
    table.write_text(
        "date\twho\tkind\tid_a\tid_b\tjudgement\treason\tsource\n"
        f"2024-12-01\tme\tfirm\t{mention}\t{other}\tsame\treport printed again\tread\n"
    )
    kg.decisions = table
    with_old = (sample / f"{OLD[0]}.txt").read_text("utf-8").replace(OLD[1], "Arthur Andersen LLP")
    (tmp_path / f"{OLD[0]}.txt").write_text(with_old, "utf-8", newline="")
    kg.load([tmp_path / f"{OLD[0]}.txt"])
    rules = dict(kg.register.db.execute("SELECT iri, rule FROM mention WHERE name = 'Arthur Andersen LLP'").fetchall())
    assert rules == {mention: "F1", other: "F1"}
    table.write_text(table.read_text().replace("\tsame\t", "\tunsure\t"))
    kg.resolve()
    rules = dict(kg.register.db.execute("SELECT iri, rule FROM mention WHERE name = 'Arthur Andersen LLP'").fetchall())
    assert rules == {mention: "F3", other: "F1"}
