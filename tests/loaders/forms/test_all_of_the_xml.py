"""Everything that the XML of Forms 3, 4, 5 and D says of people stands in the graph: told by another parser.

The standard library's parser reads the same documents; its owners, relations, titles and CIKs must come out of the
graph. A document that is not well-formed is none of its; too few documents fail the test.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from filigraph.loaders.errors import Unreadable
from filigraph.loaders.filing import read
from filigraph.loaders.mapping import map_filing
from filigraph.loaders.records import Relationship
from filigraph.loaders.submission import split
from filigraph.loaders.unmapping import unmap

_FLAGS = {
    "director": "isDirector", "officer": "isOfficer", "ten_percent_owner": "isTenPercentOwner", "other": "isOther",
}  # fmt: skip
_TRUE = {"1", "true"}


def parsed(source: str) -> ET.Element | None:
    """The document's root with local names only; None where it is not well-formed."""
    body = source[source.index("<?xml") :].replace("</XML>", "")
    try:
        root = ET.fromstring(body.encode())
    except ET.ParseError:
        return None
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def words(element: ET.Element | None) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split()) if element is not None else ""


def plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", text.lower())


def documents(shared: Path, forms: tuple[str, ...]) -> Iterator[tuple[Path, ET.Element]]:
    for form in forms:
        for path in sorted((shared / "filings" / "corpus" / form).glob("*")):
            try:
                found = split(path.read_bytes()).documents
            except Unreadable:
                continue
            for document in found:
                root = parsed(document.source) if "<?xml" in document.source else None
                if root is not None and (
                    root.tag == "ownershipDocument" or root.find(".//relatedPersonInfo") is not None
                ):
                    yield path, root
                    break


def in_the_graph(path: Path) -> tuple[Relationship, ...]:
    return unmap(map_filing(read(path.read_bytes(), path.name)).triples).relationships


def missing_of_owner(owner: ET.Element, record: Relationship, remarks: str) -> Iterator[str]:
    """What the XML says of an owner that the record does not."""
    if words(owner.find(".//rptOwnerName")) != record.owner:
        yield f"name {words(owner.find('.//rptOwnerName'))!r}: {record.owner!r}"
    cik = words(owner.find(".//rptOwnerCik"))
    if cik and cik.zfill(10) != record.cik:
        yield f"CIK {cik}"
    for field, name in _FLAGS.items():
        if (words(owner.find(f".//{name}")).lower() in _TRUE) != getattr(record, field):
            yield f"flag {name}"
    title = words(owner.find(".//officerTitle"))
    said = plain(remarks if re.search(r"\bsee\b|^remarks", title, re.I) else title)
    if said and plain(title) not in {"na", "none"} and not all(plain(t) in said for t in record.titles):
        yield f"title {title!r}: {record.titles}"
    if re.search(r"[A-Za-z]{2}", title) and plain(title) not in {"na", "none"} and not record.titles:
        yield f"title {title!r}: none"


def test_every_owner_of_the_ownership_forms(shared: Path) -> None:
    checked, missing = 0, []
    for path, root in documents(shared, ("3", "4", "5")):
        owners, records = root.findall(".//reportingOwner"), in_the_graph(path)
        remarks = words(root.find(".//remarks"))
        if len(owners) != len(records):
            missing.append((path.name, f"{len(owners)} owners, {len(records)} records"))
            continue
        checked += len(owners)
        found = (
            lack
            for owner, record in zip(owners, records, strict=True)
            for lack in missing_of_owner(owner, record, remarks)
        )
        missing += [(path.name, lack) for lack in found]
    assert checked > 250  # of 223 documents
    assert missing == []


def test_every_related_person_of_form_d(shared: Path) -> None:
    checked, missing = 0, []
    for path, root in documents(shared, ("D", "D-A")):
        people, records = root.findall(".//relatedPersonInfo"), in_the_graph(path)
        if len(people) != len(records):
            missing.append((path.name, f"{len(people)} people, {len(records)} records"))
            continue
        for person, record in zip(people, records, strict=True):
            checked += 1
            relations = {words(e).lower() for e in person.findall(".//relationship")}
            held = (record.director, record.officer, record.other)
            if held != ("director" in relations, "executive officer" in relations, "promoter" in relations):
                missing.append((path.name, f"relations {relations}: {held}"))
            last = words(person.find(".//lastName"))
            if plain(last) not in plain(record.owner):
                missing.append((path.name, f"name {last!r}: {record.owner!r}"))
    assert checked > 50  # of 13 documents
    assert missing == []


@pytest.mark.parametrize("form", ["3", "4", "5", "D", "D-A"])
def test_every_document_is_read(shared: Path, form: str) -> None:
    assert [path.name for path, _ in documents(shared, (form,)) if not in_the_graph(path)] == []
