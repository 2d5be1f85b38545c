"""show: the dossier of a filing, person, company or firm, each line with its words and their place."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click

from .common import SURE, emit, open_graph, store_options
from .tables import short


@click.command()
@click.argument("identifier")
@store_options
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write here, not to standard output.")
@SURE
def show(identifier: str, store: Path, endpoint: str | None, format_: str, output: Path | None, least: float) -> None:
    """The dossier of a filing (accession number), listing (its id in status), person, company or firm (name or IRI).

    --format json of a filing or listing is the record that extract printed. Facts less sure than 0.9 are marked.
    """
    from ..dossier import entity_dossier, filing_dossier, listing_dossier
    from ..loaders.confidence import surer
    from ..loaders.errors import NotFound
    from ..loaders.iri import whole
    from ..loaders.publish import to_json

    kg = open_graph(store, endpoint)
    identifier = whole(identifier)
    try:
        if re.fullmatch(r"\d{10}-\d{2}-\d{6}|sha256-[0-9a-f]{16}|https://\S+/id/filing/\S+", identifier):
            record = to_json(surer(kg.filing(identifier), least))
            text = json.dumps(record, ensure_ascii=False) + "\n" if format_ == "json" else filing_dossier(record)
        elif re.fullmatch(r"(?:https://\S+/id/listing/)?listing-[0-9a-f]{16}", identifier):
            record = kg.record(identifier)
            text = json.dumps(record, ensure_ascii=False) + "\n" if format_ == "json" else listing_dossier(record)
        else:
            iri = kg.entity(identifier)
            rows = entity_dossier(kg, iri, least)
            if not rows:
                raise NotFound("no filing says anything of this entity", iri, "try: filigraph find NAME")
            text = json.dumps(rows, ensure_ascii=False, indent=1) + "\n" if format_ == "json" else _lines(iri, rows)
    finally:
        kg.close()
    emit(text, output)


def _lines(iri: str, rows: list[dict[str, str]]) -> str:
    from ..dossier import mark

    lines = [short(iri)]
    for row in rows:
        lines.append(f"  {row['date'] or '(no date)':10}  {row['says']}{mark(row['confidence'])}")
        words = f"“{' '.join(row['quote'].split())}”  " if row["quote"] else ""
        lines.append(f"              {words}{short(row['place'] or row['filing'])}")
    return "\n".join(lines) + "\n"


COMMANDS = (show,)
