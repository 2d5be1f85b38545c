"""Whole filings in layouts that no sample has, each against a record written by hand before it was read.

Every filing (`<name>.txt`, invented people and firms) has its truth beside it (`<name>.json`). Each field is
compared as a set of normalised values, and all must be equal. `KNOWN_DIFFERENCES` lists what is not read as the
truth says: a test fails too where such a difference is gone, so that the list never says more than is so.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from filigraph.loaders.filing import read
from filigraph.loaders.publish import quotes, to_json

HERE = Path(__file__).parent
NAMES = sorted(path.stem for path in HERE.glob("*.json"))
HONORIFICS = {"dr", "mr", "mrs", "ms", "hon", "prof", "sir", "esq", "phd", "md", "jd", "cpa"}

# (layout, field): {("missed" or "extra", value), ...}
KNOWN_DIFFERENCES: dict[tuple[str, str], set[tuple[str, ...]]] = {
    # plans in one run of words, parted by a comma and within a line
    ("two_auditors_israel_1997", "plans"): {
        ("missed", "kestrel instruments international ltd 1993 stock option plan"),
        ("missed", "written compensation contract with menachem ozery"),
        ("missed", "warrants issued to non employee directors"),
        (
            "extra",
            "kestrel instruments international ltd 1993 stock option plan written compensation contract with menachem",
        ),
        ("extra", "ozery and warrants issued to non employee directors"),
    },
    # an office in French, of no word that the reader knows
    ("foreign_us_representative_2012", "signatures.roles"): {("missed", "alaric de montreuil", "OTHER")},
    ("foreign_us_representative_2012", "signatures.titles"): {
        ("missed", "alaric de montreuil", "president directeur general")
    },
    # the firm itself says it, in its letter of consent
    ("s8_html_reference_columns_two_firms_2005", "auditors.capacities"): {("missed", "beaudry nash llp", "dismissed")},
    # two states, before a reincorporation and after it: that of today is printed first
    ("s1_html_amendment_marks_2014", "registrants.jurisdiction"): {
        ("missed", "fernweh outdoors inc", "oregon"),
        ("extra", "fernweh outdoors inc", "delaware"),
    },
    # the last line of a heading over the column beside it, on the first row's own line
    ("10ka_location_column_1999", "exhibits.description"): {
        ("missed", "(2)", "not applicable"),
        ("extra", "(2)", "not applicable numbering system"),
    },
}

Values = dict[str, set[tuple[str, ...]]]


def norm(text: str | None) -> str:
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().casefold()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", re.sub(r"[.'&]", lambda m: " " if m[0] == "&" else "", plain)).split())


def words(text: str | None, but: set[str]) -> str:
    return " ".join(word for word in norm(text).split() if word not in but)


def person(text: str | None) -> str:
    return words(text, HONORIFICS)


def firm(text: str | None) -> str:
    return words(text, {"and", "the"})


def parties(record: dict[str, Any], out: Values) -> None:
    for r in record["registrants"]:
        name = firm(r["name"])
        out["registrants"].add((name,))
        if r["ein"]:
            out["registrants.ein"].add((re.sub(r"\D", "", r["ein"]),))
        if r["jurisdiction"]:
            out["registrants.jurisdiction"].add((name, norm(r["jurisdiction"])))
    for plan in record["plans"]:
        out["plans"].add((norm(plan["title"]),))
    for agent in record["agents_for_service"]:
        out["agents_for_service"].add((person(agent["name"]),))


def firms(record: dict[str, Any], out: Values) -> None:
    for c in record["counsel"]:
        out["counsel"].add((firm(c["firm"]),))
        out["counsel.capacities"] |= {(firm(c["firm"]), x) for x in c["capacities"]}
        out["counsel.lawyers"] |= {(person(x),) for x in c["lawyers"]}
    for a in record["auditors"]:
        out["auditors"].add((firm(a["firm"]),))
        out["auditors.capacities"] |= {(firm(a["firm"]), x) for x in a["capacities"]}
        out["auditors.report_dates"] |= {(firm(a["firm"]), x) for x in a["report_dates"]}


def signatures(record: dict[str, Any], out: Values) -> None:
    for s in record["signatures"]:
        name = person(s["name"])
        out["signatures"].add((name,))
        out["signatures.roles"] |= {(name, x) for x in s["roles"]}
        out["signatures.titles"] |= {(name, norm(x)) for x in s["titles"]}
        for part in ("date", "mode"):
            if s[part]:
                out[f"signatures.{part}"].add((name, s[part]))
        if s["attorney"]:
            out["signatures.attorney"].add((name, person(s["attorney"])))


def exhibits(record: dict[str, Any], out: Values) -> None:
    for e in record["exhibits"]:
        number = e["number"].casefold().strip(" .").replace(" ", "")
        out["exhibits"].add((number,))
        out["exhibits.description"].add((number, norm(e["description"])))
        if e["status"]:
            out["exhibits.status"].add((number, e["status"]))
        file_number = (e["reference"] or {}).get("file_number")
        if file_number:
            out["exhibits.reference"].add((number, file_number))
    for number in record["referenced_file_numbers"]:
        out["referenced_file_numbers"].add((number,))


def items(record: dict[str, Any]) -> Values:
    """The record as one set of normalised values for each field."""
    out: Values = defaultdict(set)
    for read_part in (parties, firms, signatures, exhibits):
        read_part(record, out)
    return out


def differences(name: str) -> dict[tuple[str, str], set[tuple[str, ...]]]:
    truth = items(json.loads((HERE / f"{name}.json").read_text("utf-8")))
    found = items(to_json(read((HERE / f"{name}.txt").read_bytes(), f"{name}.txt")))
    out: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    for field in sorted(truth.keys() | found.keys()):
        wrong = {("missed", *value) for value in truth[field] - found[field]}
        wrong |= {("extra", *value) for value in found[field] - truth[field]}
        if wrong:
            out[name, field] = wrong
    return out


@pytest.mark.parametrize("name", NAMES)
def test_a_layout_no_sample_has_is_read_as_a_person_reads_it(name: str) -> None:
    known = {key: wrong for key, wrong in KNOWN_DIFFERENCES.items() if key[0] == name}

    assert differences(name) == known


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_of_a_layout_is_the_source_at_its_span(name: str) -> None:
    record = to_json(read((HERE / f"{name}.txt").read_bytes(), f"{name}.txt"))

    assert all(quote["quote"] for quote in quotes(record))
