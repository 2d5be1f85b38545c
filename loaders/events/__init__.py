"""What a current report says has happened: its items, who left and took an office, which accountants changed.

`items` finds the headings, `sentences` cuts what stands below, `verbs`, `people`, `posts` and `days` read a sentence's
parts, `changes` and `auditors` make records of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..header import Header
from ..records import AuditorChange, Item, OfficeChange, Problem
from ..span import Text
from .auditors import read_auditor_changes
from .changes import read_office_changes
from .items import read_items, read_sections


@dataclass(frozen=True, slots=True)
class Reported:
    """A report's items and the changes that they say."""

    items: tuple[Item, ...] = ()
    office_changes: tuple[OfficeChange, ...] = ()
    auditor_changes: tuple[AuditorChange, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_reported(
    main: Text | None, form: str | None, header: Header | None, filed: str | None, companies: tuple[str, ...]
) -> Reported:
    """What the report says; of a form whose text has no items (``main`` is None) only what the header says."""
    said = tuple(e for e in header.evidence if e.field == "items") if header else ()
    sections = read_sections(main) if main is not None else ()
    items, problems = read_items(form, said, sections, filed)
    if main is None:
        return Reported(items, problems=problems)
    changes, unread = read_office_changes(main, sections, companies)
    return Reported(items, changes, read_auditor_changes(main, sections), problems + unread)


__all__ = ["Reported", "read_reported"]
