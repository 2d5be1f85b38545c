"""Is what a server sent the filing, whole? EDGAR answers with pages of HTML and status 200 where it will not serve.

A submission opens with one of four tags and closes with its counterpart: what does not was cut off, whatever the
length that was announced.
"""

from __future__ import annotations

import json
import re

from .loaders.bulk import is_listing

_ENDS = (
    (b"<SEC-DOCUMENT>", b"</SEC-DOCUMENT>"),
    (b"<IMS-DOCUMENT>", b"</IMS-DOCUMENT>"),
    (b"<SUBMISSION>", b"</SUBMISSION>"),
    (b"-----BEGIN PRIVACY-ENHANCED MESSAGE-----", b"-----END PRIVACY-ENHANCED MESSAGE-----"),
)
_PAGE = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!DOCTYPE\s+html|html)\b", re.I | re.S
)
_REFUSED = re.compile(rb"Undeclared Automated Tool|Request Rate Threshold|Automated access to our sites", re.I)
_ACCESSION = re.compile(rb"(?:ACCESSION NUMBER:\s*|<ACCESSION-NUMBER>|<(?:SEC|IMS)-DOCUMENT>)(\d{10}-\d\d-\d{6})")
_HEAD = 4096


def refused(data: bytes) -> bool:
    """Is this the page by which EDGAR turns a client away: not declared, or too fast?"""
    return bool(_PAGE.match(data[:_HEAD]) and _REFUSED.search(data))


def filing_fault(data: bytes, accession: str) -> str | None:
    """Why the bytes are not the whole submission with this accession number; None where they are."""
    if not data.strip():
        return "the answer is empty"
    if _PAGE.match(data[:_HEAD]):
        return "a page of HTML came in place of the filing"
    head = data[:_HEAD].lstrip()
    closing = next((end for start, end in _ENDS if head.startswith(start)), None)
    if closing is None:
        return "what came is no submission"
    if not data.rstrip().endswith(closing):
        return f"the filing is cut off: {closing.decode()} is missing"
    said = _ACCESSION.search(head)
    if said is not None and said[1].decode() != accession:
        return f"another filing came: {said[1].decode()}"
    return None


def listing_fault(data: bytes) -> str | None:
    """Why the bytes are no whole JSON of submissions; None where they are."""
    if _PAGE.match(data[:_HEAD]):
        return "a page of HTML came in place of the submissions"
    try:
        json.loads(data)
    except ValueError:
        return "the submissions are cut off, or no JSON"
    return None if is_listing(data) else "what came is no list of submissions"
