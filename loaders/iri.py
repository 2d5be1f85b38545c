"""The one place where IRIs are minted. From stable raw keys: CIK, accession number, sequence, file number.

    filing_iri("0000999999-03-000042")  -> https://w3id.org/filigraph/id/filing/0000999999-03-000042
    evidence_iri(filing, 1, 120, 142)   -> .../document/1#char=120,142   (an RFC 5147 character range)
    registration_iri("333-102580")      -> https://w3id.org/filigraph/id/registration/333-102580

Functions take and give plain strings, without angle brackets. Nothing else may put an IRI together.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from urllib.parse import quote

BASE = "https://w3id.org/filigraph/"
ID = BASE + "id/"
ENTITIES = ID + "graph/entities"
DERIVED = ID + "graph/derived"
LOADS = ID + "graph/loads"
FILING_GRAPHS = ID + "graph/filing/"
LISTING_GRAPHS = ID + "graph/listing/"
EVIDENCE = BASE + "evidence/"  # namespace of the properties that lead to evidence, one a record field

_CIK = re.compile(r"\d{1,10}")
_FILE_NUMBER = re.compile(r"0{0,2}(\d{1,3})\s?[-–—]\s?0*(\d{1,8})(?:-(\d{1,4}))?", re.ASCII)
_SECURITIES_ACT = frozenset({"002", "033", "333"})
_SHORT = re.compile(r"(?:company/(?:cik|ein|name)|person|firm|filing|listing)/\S+")
_WORD = re.compile(r"[a-z0-9]+")
_RESTATED = re.compile(
    r"\b(?:as\s+)?(?:further\s+)?(?:amended(?:\s*(?:and|&)\s*restated)?|restated)"
    r"(?:\s+(?:effective|as\s+of|through|on)\b.*)?\W*$",
    re.I | re.S,
)


def key(text: str) -> str:
    """A part of an IRI from any text: unreserved characters kept, others percent-encoded; lone surrogates replaced."""
    return quote(text, safe="", errors="replace")


def digest(*parts: str) -> str:
    """Sixteen hex digits that stand for the parts, in order."""
    raw = "\x1f".join(parts).encode("utf-8", "replace")
    return blake2b(raw, digest_size=8).hexdigest()


def whole(text: str) -> str:
    """The IRI of a filing, listing or entity given by its last parts, as tables print them; other text as it is.

    >>> whole("company/cik/0000999999")
    'https://w3id.org/filigraph/id/company/cik/0000999999'
    """
    return ID + text if _SHORT.fullmatch(text) else text


def filing_iri(filing_id: str) -> str:
    return f"{ID}filing/{key(filing_id)}"


def filing_graph(filing_id: str) -> str:
    """The named graph that holds all a filing says."""
    return FILING_GRAPHS + key(filing_id)


def listing_iri(listing_id: str) -> str:
    return f"{ID}listing/{key(listing_id)}"


def listing_graph(listing_id: str) -> str:
    """The named graph that holds all an index, a company's submissions or a table of tickers says."""
    return LISTING_GRAPHS + key(listing_id)


def resolution_graph(run: str) -> str:
    return f"{ID}graph/resolution/{key(run)}"


def document_iri(filing: str, document: int) -> str:
    """A document of the filing whose IRI is given; document 0 is the submission's header."""
    return f"{filing}/document/{document}"


def part_iri(whole: str, kind: str, number: int | str) -> str:
    """A part of a filing or of one of its records: ``.../signature/3``, ``.../party/1/address/2``."""
    return f"{whole}/{kind}/{number}"


def evidence_iri(filing: str, document: int, start: int, end: int) -> str:
    """The characters ``start`` to ``end`` of a document, by RFC 5147."""
    return f"{filing}/document/{document}#char={start},{end}"


def evidence_property(field: str) -> str:
    """The property that leads from a record to the evidence of its field."""
    return EVIDENCE + key(field)


def person_mention(filing: str, name: str) -> str:
    """A person whom the filing names beside a record; one a printed name."""
    return f"{filing}/person/{digest(name)}"


def company_iri(cik: str | None, ein: str | None, name: str, jurisdiction: str | None) -> str:
    """A company by its CIK, else by its employer number, else by its name and jurisdiction."""
    if cik and _CIK.fullmatch(cik):
        return f"{ID}company/cik/{cik.zfill(10)}"
    number = employer_number(ein)
    if number:
        return f"{ID}company/ein/{number}"
    return f"{ID}company/name/{digest(plain(name), plain(jurisdiction or ''))}"


def employer_number(printed: str | None) -> str | None:
    """The nine digits of an employer identification number; None for anything else and for all zeros."""
    digits = "".join(c for c in printed or "" if c in "0123456789")
    return digits if len(digits) == 9 and digits.strip("0") else None


def plan_iri(company: str, title: str, company_name: str = "") -> str:
    """A plan by its sponsor and its title, without article, sponsor's name and "as amended"; year and number kept."""
    return f"{company}/plan/{digest(plan_key(title, company_name))}"


def plan_key(title: str, company_name: str = "") -> str:
    """What two printed titles of one plan have in common: lower-case words in order."""
    words = plain(_RESTATED.sub("", title)) or plain(title)
    words = re.sub(r"^(?:the )?(?:amended (?:and )?restated )?", "", words) or words
    sponsor = plain(company_name)
    if sponsor and words.startswith(sponsor + " "):
        words = words[len(sponsor) + 1 :]
    return words


def plain(text: str) -> str:
    """Lower-case words and digits, single spaces between."""
    return " ".join(_WORD.findall(text.lower())) or text.strip().lower()


def canonical_file_number(printed: str) -> str | None:
    """``33-1234`` -> ``033-01234``; ``333-102580-01`` keeps its suffix; None for what is no file number."""
    found = _FILE_NUMBER.fullmatch(printed.strip())
    if not found:
        return None
    prefix, number, suffix = found.groups()
    return f"{prefix.zfill(3)}-{number.zfill(5)}" + (f"-{suffix}" if suffix else "")


def registration_iri(printed: str) -> str | None:
    """The registration statement of a Securities Act file number (2-, 33-, 333-); None for any other number."""
    number = canonical_file_number(printed)
    if number is None or number[:3] not in _SECURITIES_ACT:
        return None
    return f"{ID}registration/{number}"
