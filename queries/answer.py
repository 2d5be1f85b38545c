"""The rows of an answer, and the forms in which they are given out."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from filigraph.store import Rows, Term

if TYPE_CHECKING:
    import pandas as pd

XSD = "http://www.w3.org/2001/XMLSchema#"
Value = str | int | float | bool | None


def _decimal(text: str) -> int | float:
    return float(text) if "." in text else int(text)


_NUMBERS: dict[str, Callable[[str], int | float]] = {
    XSD + "integer": int,
    XSD + "decimal": _decimal,
    XSD + "double": float,
}


def value(term: Term | None) -> Value:
    """A term as a plain value: numbers and booleans as such, everything else its text; None where unbound."""
    if term is None:
        return None
    datatype = getattr(getattr(term, "datatype", None), "value", "")
    text = str(getattr(term, "value", term))
    if datatype == XSD + "boolean":
        return text in ("true", "1")
    return _NUMBERS[datatype](text) if datatype in _NUMBERS else text


@dataclass(frozen=True, slots=True)
class Answer:
    """Columns in the order of the question, one tuple of plain values a row."""

    columns: tuple[str, ...]
    rows: list[tuple[Value, ...]]

    @classmethod
    def of(cls, rows: Rows) -> Answer:
        return cls(rows.columns, [tuple(value(term) for term in row) for row in rows.rows])

    def dicts(self) -> list[dict[str, Value]]:
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def compare(self, other: Answer) -> Answer:
        """What differs in another answer to the question: rows it does not have (-), then rows only it has (+)."""
        gone, new = Counter(self.rows), Counter(other.rows)
        rows = [("-", *row) for row in (gone - new).elements()] + [("+", *row) for row in (new - gone).elements()]
        return Answer(("change", *self.columns), rows)

    def csv(self, delimiter: str = ",") -> str:
        out = io.StringIO()
        writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows(["" if v is None else v for v in row] for row in self.rows)
        return out.getvalue()

    def json(self) -> str:
        return json.dumps(self.dicts(), ensure_ascii=False, indent=1) + "\n"

    def jsonl(self) -> str:
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in self.dicts())

    def markdown(self) -> str:
        lines = ["| " + " | ".join(self.columns) + " |", "|" + " --- |" * len(self.columns)]
        for row in self.rows:
            cells = ("" if v is None else " ".join(str(v).split()).replace("|", "\\|") for v in row)
            lines.append("| " + " | ".join(cells) + " |")
        return "\n".join(lines) + "\n"

    def df(self) -> pd.DataFrame:
        """The rows as a pandas DataFrame (needs the extra ``pandas``)."""
        import pandas

        return pandas.DataFrame(self.rows, columns=list(self.columns))

    def _repr_html_(self) -> str:
        from html import escape

        head = "".join(f"<th>{escape(c)}</th>" for c in self.columns)
        cells = ("".join(f"<td>{escape('' if v is None else str(v))}</td>" for v in row) for row in self.rows)
        body = "".join(f"<tr>{row}</tr>" for row in cells)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
