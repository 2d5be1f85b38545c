"""Signs of holders and sales of securities (Schedules 13D and 13G, Form 144): is there what the form asks for?."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..records import BeneficialOwner, Sale, SubjectSecurity
from .page import Page, Signs


def of_owners(facts: Sequence[BeneficialOwner], page: Page) -> Iterator[Signs]:
    for fact in facts:
        yield ("share" if fact.aggregate and fact.percent else "no-share", "types" if fact.types else "no-types")


def of_securities(facts: Sequence[SubjectSecurity], page: Page) -> Iterator[Signs]:
    for fact in facts:
        yield ("cusip" if fact.cusips else "no-cusip",)


def of_sales(facts: Sequence[Sale], page: Page) -> Iterator[Signs]:
    for fact in facts:
        yield ("amount" if fact.amount and fact.aggregate else "no-amount", "date" if fact.date else "no-date")
