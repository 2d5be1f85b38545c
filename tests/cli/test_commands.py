"""The commands: what goes to standard output, in which format, and the exit code."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from filigraph.cli import cli, run

FILING = "https://w3id.org/filigraph/id/filing/"
PEOPLE = ["person", "registrants", "companies"]


def out(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    """What a command prints."""
    assert run(list(arguments)) == code
    return capsys.readouterr().out


def test_extract_prints_one_record_a_line(few: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = out(capsys, "extract", str(few), "--jobs", "1").splitlines()
    records = [json.loads(line) for line in lines]
    assert [r["source"] for r in records] == [str(p) for p in sorted(few.iterdir())]
    assert {"registrants", "plans", "signatures", "exhibits", "counsel", "auditors", "problems"} <= set(records[0])


def test_extract_in_processes_keeps_the_order(few: Path, capsys: pytest.CaptureFixture[str]) -> None:
    alone = out(capsys, "extract", str(few), "--jobs", "1")
    assert out(capsys, "extract", str(few), "--jobs", "2") == alone


def test_show_json_is_the_extracted_record(loaded: Path, sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in sorted(sample.glob("*.txt"))[::20]:
        line = out(capsys, "extract", str(path), "--jobs", "1")
        assert out(capsys, "show", path.stem, "--format", "json", "--store", str(loaded)) == line


def test_facts_that_are_not_sure_enough_are_left_out_and_the_doubtful_marked(
    loaded: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "0009999003-09-000022"
    record = json.loads(out(capsys, "extract", str(sample / f"{name}.txt"), "--jobs", "1"))
    doubtful = [row for row in record["signatures"] if row["confidence"] < 0.9]
    assert 0 < len(doubtful) < len(record["signatures"]) + 1
    sure = json.loads(out(capsys, "extract", str(sample / f"{name}.txt"), "--jobs", "1", "--min-confidence", "0.9"))
    assert sure["signatures"] == [row for row in record["signatures"] if row["confidence"] >= 0.9]
    shown = out(capsys, "show", name, "--min-confidence", "0.9", "--format", "json", "--store", str(loaded))
    assert json.loads(shown)["signatures"] == sure["signatures"]
    lines = out(capsys, "show", name, "--store", str(loaded)).splitlines()
    assert sum(f"[unsure: {row['confidence']}]" in line for line in lines for row in doubtful[:1]) >= 1
    assert "[unsure" not in out(capsys, "show", name, "--min-confidence", "0.9", "--store", str(loaded))
    assert out(capsys, "query", "people", "--min-confidence", "0.9", "--store", str(loaded), code=2) == ""


def test_explain_finds_the_gold_record_by_its_source(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = sample / "0009999003-00-000012.txt"
    (tmp_path / "gold").mkdir()
    others: list[tuple[str, dict[str, object]]]
    others = [("a", {"source": "other.txt"}), ("b", {"source": path.name, "plans": [{"title": "A Plan of None"}]})]
    for name, gold in others:
        (tmp_path / "gold" / f"{name}.json").write_text(json.dumps(gold | {"scope": ["plans"]}), "utf-8")
    assert "Against the gold record" not in out(capsys, "explain", str(path))
    report = tmp_path / "report.html"
    assert out(capsys, "explain", str(path), "--gold", str(tmp_path / "gold"), "--out", str(report)) == ""
    text = report.read_text("utf-8")
    assert "A Plan of None" in text
    assert "1 missed" in text
    (tmp_path / "gold" / "b.json").unlink()
    assert run(["explain", str(path), "--gold", str(tmp_path / "gold")]) == 1
    assert "no gold record" in capsys.readouterr().err
    assert run(["explain", str(sample)]) == 2
    assert "not one" in capsys.readouterr().err


def test_show_gives_a_dossier_with_quotes(loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    filing = out(capsys, "show", "0009999003-00-000012", "--store", str(loaded))
    assert "Cascade Technologies Company" in filing
    person = out(capsys, "show", "Curtis E. Thornmore", "--store", str(loaded))
    assert person.startswith("person/")
    assert "“" in person


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "jsonl", "md"])
def test_every_format_has_the_same_rows(form: str, loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = out(capsys, "query", "people", "-p", "least=4", "--store", str(loaded), "--format", form)
    assert text.count("Curtis E. Thornmore") == 1
    if form in ("csv", "tsv"):
        rows = list(csv.reader(io.StringIO(text), delimiter="," if form == "csv" else "\t"))
        assert rows[0] == PEOPLE
        assert [len(row) for row in rows] == [3, 3]
    if form == "json":
        assert [list(row) for row in json.loads(text)] == [PEOPLE]
    if form == "jsonl":
        assert [json.loads(line)["registrants"] for line in text.splitlines()] == [4]


def test_the_ending_of_the_file_names_the_format(
    loaded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert out(capsys, "query", "people", "--store", str(loaded), "-o", str(tmp_path / "people.csv")) == ""
    assert (tmp_path / "people.csv").read_text("utf-8").startswith(",".join(PEOPLE))


def test_show_prints_the_text_that_runs(loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = out(capsys, "query", "people", "-p", "least=3", "--show", "--store", str(loaded))
    assert "SELECT" in text
    assert "$least" not in text


def test_a_query_from_a_file_and_a_graph_as_turtle(
    loaded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    query = tmp_path / "forms.rq"
    query.write_text(
        "SELECT (COUNT(?f) AS ?n) WHERE { GRAPH ?g { ?f a <https://w3id.org/filigraph/ontology#Filing> } }"
    )
    assert out(capsys, "query", str(query), "--store", str(loaded), "--format", "csv") == "n\n60\n"
    query.write_text(
        "CONSTRUCT { ?s <tag:x,1:p> 1 } WHERE { GRAPH ?g { ?s a <https://w3id.org/filigraph/ontology#Plan> } }"
    )
    text = out(capsys, "query", str(query), "--store", str(loaded), "--format", "nt")
    assert text.count("<tag:x,1:p>") == len(text.splitlines()) > 20


def test_no_rows_is_3_only_when_asked(loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nobody = ["query", "people", "-p", "least=99", "--store", str(loaded), "--format", "csv"]
    assert out(capsys, *nobody) == ",".join(PEOPLE) + "\n"
    assert run([*nobody, "--fail-empty"]) == 3
    assert run(["find", "xyzzy", "--fail-empty", "--store", str(loaded)]) == 3


def test_that_there_are_no_rows_is_told(
    loaded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(loaded, tmp_path / "s.db")  # the ties under another policy are made in it
    store = str(tmp_path / "s.db")
    assert run(["resolve", "--policy", "strict", "--store", store]) == 0
    capsys.readouterr()
    nobody = ["query", "people", "-p", "least=99", "--store", store]
    text = tmp_path / "none.rq"
    text.write_text("SELECT ?s WHERE { GRAPH ?s { ?s ?s ?s } }", "utf-8")
    cases = [
        (nobody, "no rows: nothing that is loaded says so (docs/questions.md names the forms that a question needs)"),
        ([*nobody, "--compare", "strict"], "no row differs"),
        (["query", str(text), "--store", store], "no rows"),
        (["query", "people", "--store", store], ""),
        (["query", "people", "-p", "least=4", "--compare", "strict", "--store", store], ""),
    ]
    for arguments, told in cases:
        assert run(arguments) == 0
        assert capsys.readouterr().err.strip() == told


def test_a_word_on_standard_input_is_no_name_of_a_question(
    loaded: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"people\n")))
    assert run(["query", "-", "--store", str(loaded)]) == 2
    assert "not a SPARQL query" in capsys.readouterr().err


def test_what_tables_print_may_be_given_back(loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = ("--store", str(loaded))
    person = out(capsys, "show", "Curtis E. Thornmore", *store)
    assert out(capsys, "show", person.splitlines()[0], *store) == person
    company = out(capsys, "show", "490043", *store)
    assert company.splitlines()[0] == "company/cik/0000490043"
    assert out(capsys, "show", "company/cik/0000490043", *store) == company
    filing = out(capsys, "show", "0009999003-00-000012", *store)
    assert out(capsys, "show", "filing/0009999003-00-000012", *store) == filing
    for question, name, short, typed in (
        ("signatories", "filing", "filing/0009999003-00-000012", "0009999003-00-000012"),
        ("board", "company", "company/cik/0000490043", "490043"),
    ):
        rows = out(capsys, "query", question, "-p", f"{name}={short}", *store)
        assert rows == out(capsys, "query", question, "-p", f"{name}={typed}", *store)
        assert len(rows.splitlines()) > 2


def test_queries_lists_every_shipped_question(capsys: pytest.CaptureFixture[str]) -> None:
    from filigraph.queries import catalog

    rows = json.loads(out(capsys, "queries", "--format", "json"))
    assert [row["name"] for row in rows] == list(catalog.names())
    assert all(row["question"] for row in rows)


def test_find_and_path(loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hits = json.loads(out(capsys, "find", "thornmore", "--store", str(loaded), "--format", "json"))
    assert [(h["kind"], h["label"]) for h in hits][:1] == [("person", "Curtis E. Thornmore")]
    ends = ("Curtis E. Thornmore", "Summit Communications, Inc.")
    steps = json.loads(out(capsys, "path", *ends, "--store", str(loaded), "--format", "json"))
    assert len(steps) == 1
    assert steps[0]["quote"]
    assert steps[0]["filing"]


def test_status_tells_of_every_source(loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(out(capsys, "status", "--store", str(loaded), "--format", "json"))
    assert len(rows) == 60
    assert {row["why"] for row in rows} == {None}


def test_export_is_sorted_and_resolving_again_changes_nothing(
    few: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    store = str(tmp_path / "s.db")
    assert run(["load", str(few), "--store", store, "--jobs", "1", "--progress", "off"]) == 0
    capfdbinary.readouterr()
    assert run(["export", "--store", store]) == 0
    sys.stdout.flush()
    first = capfdbinary.readouterr().out
    assert run(["resolve", "--store", store]) == 0
    assert run(["export", "--store", store, "-o", str(tmp_path / "all.nq")]) == 0
    assert (tmp_path / "all.nq").read_bytes() == first
    assert first.count(b"\n") > 1000


def test_graphml_opens(loaded: Path, tmp_path: Path) -> None:
    import networkx

    assert run(["export", "--format", "graphml", "--store", str(loaded), "-o", str(tmp_path / "ties.graphml")]) == 0
    graph = networkx.read_graphml(tmp_path / "ties.graphml")
    assert graph.number_of_nodes() > 100
    assert {"label", "kind"} <= set(next(iter(graph.nodes(data=True)))[1])


def test_check_verifies_every_quote(few: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = str(tmp_path / "s.db")
    assert run(["load", str(few), "--store", store, "--jobs", "1", "--progress", "off"]) == 0
    capsys.readouterr()
    assert run(["check", "--store", store]) == 0
    said = capsys.readouterr().err
    assert "shapes: 0 violations in 4 filings" in said
    path = min(few.iterdir())
    path.write_text(path.read_text("utf-8").replace("<TEXT>", "<TEXT> ", 1), "utf-8")
    assert run(["check", "--no-shapes", "--store", store]) == 1
    assert str(path) in capsys.readouterr().out


def test_check_tells_of_sources_that_are_gone(few: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = str(tmp_path / "s.db")
    assert run(["load", str(few), "--store", store, "--jobs", "1", "--progress", "off"]) == 0
    min(few.iterdir()).unlink()
    capsys.readouterr()
    assert run(["check", "--no-shapes", "--store", store]) == 1
    assert "source not readable" in capsys.readouterr().err


def test_demo_answers_three_questions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["demo", "--store", str(tmp_path / "demo.db")]) == 0
    told = capsys.readouterr()
    assert told.out.count("?\n") == 3
    assert "60 constructed filings loaded" in told.err
    assert "Curtis E. Thornmore" in told.out


def test_progress_goes_to_standard_error(few: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["load", str(few), "--store", str(tmp_path / "s.db"), "--jobs", "1", "--progress", "on"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("4 sources, 4 loaded, 0 failed")


def test_help_imports_neither_rdflib_nor_networkx() -> None:
    code = (
        "import sys; from filigraph.cli import run; run(['--help']);"
        "print(sorted({'rdflib', 'networkx', 'SPARQLWrapper', 'lxml', 'pandas'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_every_command_says_what_it_does() -> None:
    wanted = {
        "load",
        "extract",
        "query",
        "queries",
        "show",
        "find",
        "path",
        "resolve",
        "export",
        "status",
        "check",
        "demo",
    }
    assert wanted <= set(cli.commands)
    for name, command in cli.commands.items():
        assert command.help, name


def test_the_shell_completes_names_of_questions() -> None:
    from click.shell_completion import ShellComplete

    complete = ShellComplete(cli, {}, "filigraph", "_FILIGRAPH_COMPLETE")
    assert [item.value for item in complete.get_completions(["query"], "inter")] == ["interlocks"]
    assert "extract" in [item.value for item in complete.get_completions([], "ex")]


def test_the_store_comes_from_the_environment(
    loaded: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FILIGRAPH_STORE", str(loaded))
    assert "Curtis E. Thornmore" in out(capsys, "query", "people")


def test_the_installed_command_runs() -> None:
    done = subprocess.run([sys.executable, "-m", "filigraph", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == "filigraph, version 0.1.0\n"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("Cascad Tecnologies", "no company named 'Cascad Tecnologies' (near it: Cascade Technologies Company)"),
        ("Qzx", "no company named 'Qzx' (none is like it)"),
        ("12345", "no company with the CIK 12345 (filigraph find NAME tells the CIK)"),
    ],
)
def test_a_question_about_an_unknown_company_has_no_rows_and_says_so(
    given: str, said: str, loaded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["query", "interlocks", "-p", f"company={given}", "--format", "csv", "--store", str(loaded)]
    for more, code in ([], 0), (["--fail-empty"], 3), (["--compare", "strict"], 0):
        assert run(asked + more) == code
        told = capsys.readouterr()
        assert told.out.splitlines()[0].endswith("person,other,here,there,overlap,together")
        assert len(told.out.splitlines()) == 1
        assert told.err.splitlines()[0] == f"{loaded}: {said}"


@pytest.mark.parametrize("name", ["Ernst and Young", "ERNST & YOUNG", "ernst young"])
def test_and_is_as_good_as_its_sign(name: str, loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Ernst & Young LLP" in out(capsys, "find", name, "--store", str(loaded))
    assert out(capsys, "show", name, "--store", str(loaded)).startswith("firm/ernstandyoung\n")
    assert "Crowe, Chizek and Company LLP" in out(capsys, "find", "Crowe Chizek & Company", "--store", str(loaded))


def test_find_names_those_who_are_near(loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["find", "Thronmore", "--store", str(loaded), "--format", "csv"]) == 0
    told = capsys.readouterr()
    assert told.out == "kind,label,found_as,iri\r\n" or told.out == "kind,label,found_as,iri\n"
    assert told.err == "'Thronmore': nobody; near it: Curtis E. Thornmore\n"


def test_a_page_without_header_is_its_registrants_and_one_with_a_name_alone_is_told_of(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = sorted(sample.glob("*.txt"))[0]
    text = source.read_text("utf-8").partition("<TEXT>")[2].partition("</TEXT>")[0]
    page, named = tmp_path / "page.txt", tmp_path / "named.txt"
    page.write_text(text, "utf-8")
    named.write_text(re.sub(r"\w+ +\d{2}-\d{7}", "", text), "utf-8")  # neither state nor number
    store = str(tmp_path / "few.db")
    assert run(["load", str(source), str(page), str(named), "--store", store]) == 0
    capsys.readouterr()
    (party,) = json.loads(out(capsys, "show", source.stem, "--format", "json", "--store", store))["parties"]
    assert run(["query", "filings", "-p", f"company={party['name']}", "--format", "csv", "--store", store]) == 0
    rows, note = capsys.readouterr()
    assert [row["form"] for row in csv.DictReader(io.StringIO(rows))] == ["S-8", "S-8"]
    assert note.startswith(
        f"note: '{party['name']}' is taken as company/cik/{party['cik']}; without a CIK it is also company/"
    )
