"""Which signs each list of a record is judged by: one function a list, from its facts to their signs in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ..records import Filing
from . import firms, holdings, lists, people, reported
from .page import Page, Signs

#: The lists whose facts are judged. A list of facts that is missing here fails a test.
SIGNS: Mapping[str, Callable[[Any, Page], Iterator[Signs]]] = {
    "registrants": firms.of_registrants,
    "plans": lists.of_plans,
    "offerings": lists.of_offerings,
    "movements": lists.of_movements,
    "agents_for_service": people.of_agents,
    "counsel": firms.of_counsel,
    "auditors": firms.of_auditors,
    "signatures": people.of_signatures,
    "powers_of_attorney": people.of_powers,
    "exhibits": lists.of_exhibits,
    "references": lists.of_references,
    "incorporated_documents": lists.of_incorporated,
    "relationships": people.of_relationships,
    "beneficial_owners": holdings.of_owners,
    "subject_securities": holdings.of_securities,
    "sales": holdings.of_sales,
    "items": reported.of_items,
    "office_changes": reported.of_office_changes,
    "auditor_changes": reported.of_auditor_changes,
    "accountant_letters": reported.of_letters,
    "subsidiaries": reported.of_subsidiaries,
    "certifications": reported.of_certifications,
    "attachments": reported.of_attachments,
}

#: The one sign of a fact that can be read in two ways: how sure its other signs are is beside the point.
AMBIGUOUS = "ambiguous"


def signs_of(filing: Filing, name: str, page: Page) -> list[Signs]:
    """The signs of each fact of the list ``name``, in turn."""
    facts = getattr(filing, name)
    seen = zip(facts, SIGNS[name](facts, page), strict=True)
    return [(AMBIGUOUS,) if getattr(fact, "alternatives", ()) else signs for fact, signs in seen]
