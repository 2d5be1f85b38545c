"""Signs of what reports and their exhibits say: is the day there, the office, the place, and who says so?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..records import (
    AccountantLetter,
    Attachment,
    AttachmentKind,
    AuditorChange,
    Certification,
    Item,
    OfficeChange,
    Stance,
    Subsidiary,
)
from .page import Page, Signs


def of_items(facts: Sequence[Item], page: Page) -> Iterator[Signs]:
    for fact in facts:
        places = {e.span.document == 0 for e in fact.evidence}
        yield ("both" if len(places) == 2 else "header" if True in places else "heading",)


def of_office_changes(facts: Sequence[OfficeChange], page: Page) -> Iterator[Signs]:
    for fact in facts:
        dated = "dated" if fact.effective else "noticed" if fact.noticed else "undated"
        yield (dated, "plain" if fact.item in ("5.02", "6") else "other-item")


def of_auditor_changes(facts: Sequence[AuditorChange], page: Page) -> Iterator[Signs]:
    for fact in facts:
        yield ("dated" if fact.date else "undated",)


def of_letters(facts: Sequence[AccountantLetter], page: Page) -> Iterator[Signs]:
    for fact in facts:
        yield ("says" if fact.stance is not Stance.UNKNOWN else "silent", "dated" if fact.date else "undated")


def of_subsidiaries(facts: Sequence[Subsidiary], page: Page) -> Iterator[Signs]:
    for fact in facts:
        yield ("place" if fact.jurisdiction else "no-place", "parent" if fact.parent else "no-parent")


def of_certifications(facts: Sequence[Certification], page: Page) -> Iterator[Signs]:
    for fact in facts:
        yield ("office" if fact.capacities else "no-office", "dated" if fact.date else "undated")


def of_attachments(facts: Sequence[Attachment], page: Page) -> Iterator[Signs]:
    for fact in facts:
        yield ("kind" if fact.kind is not AttachmentKind.UNKNOWN else "no-kind", "title" if fact.title else "no-title")
