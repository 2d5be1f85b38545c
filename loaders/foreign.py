"""What is not a filing: recognised by what it is, so that the refusal can say what to do.

``%PDF-1.4``, ``PK..``, ``{"cik": "0000320193", ...``, ``<title>SEC.gov | Request Rate Threshold Exceeded</title>``,
``CIK|Company Name|Form Type|Date Filed|Filename``. When in doubt the file is a filing: a false refusal loses one.
"""

from __future__ import annotations

import re

from .errors import Unreadable

_MAGIC = (
    (b"%PDF", "a PDF document", "give the submission's .txt, or the HTML document"),
    (b"PK\x03\x04", "a ZIP archive", "give it the name it has on disk, ending in .zip, or unpack it"),
    (b"PK\x05\x06", "an empty ZIP archive", "download it again"),
    (b"\x1f\x8b", "gzip-compressed data", "give it a name ending in .gz, or unpack it"),
    (b"\xd0\xcf\x11\xe0", "a Microsoft Office document", "give the submission's .txt"),
    (b"GIF8", "an image", "give the submission's .txt"),
    (b"\x89PNG", "an image", "give the submission's .txt"),
    (b"\xff\xd8\xff", "an image", "give the submission's .txt"),
    (b"BZh", "bzip2-compressed data", "unpack it"),
    (b"\xfd7zXZ", "xz-compressed data", "unpack it"),
    (b"\x7fELF", "a program", "give a filing"),
    (b"SQLite format 3", "a database", "give a filing"),
)
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1a\x1b") + b"\x7f"
_ERROR = re.compile(
    r"Undeclared Automated Tool|Request Rate Threshold|Automated access to our sites|AccessDenied|NoSuchKey|"
    r"\b(?:4\d\d|50[0-4])\s+(?:-\s+)?(?:Forbidden|Not Found|Too Many Requests|Bad Gateway|Internal Server Error|"
    r"Service Unavailable|Service Temporarily Unavailable|Gateway Time-?out|Unauthorized|Bad Request)|"
    r"\bError 40[34]\b|The specified key does not exist|requested URL .{0,200}was not found|"
    # words that contracts use, too, where more follows: "Site Maintenance Agreement"
    r"(?:Page\s+Not\s+Found|File (?:Not Found|Unavailable)|Site Maintenance|Traffic Limit(?: Exceeded)?|"
    r"Access(?: to this resource has been)? Denied)\W*$",
    re.I,
)
_HEADING = re.compile(r"<(title|h1|h2|code|message)\b[^>]{0,500}>(.{0,400}?)</\1>", re.I | re.S)
_INDEX = re.compile(
    r"^CIK\|Company Name\||^(?:Form Type|Company Name|CIK) {3,}.*\bDate Filed\b|"
    r"^Description:\s+(?:Daily|Master|Quarterly)? ?Index of EDGAR",
    re.I | re.M,
)
_JSON = re.compile(r"\s*(?:\{\s*(?:\"|\})|\[\s*(?:[\[{\"\]]|-?\d))")
_MARKDOWN = re.compile(r"\s*#{1,2} [^\W_][^\n]*\n")  # begins with a heading
_FEED = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:rss|feed|rdf:RDF|urlset|sitemapindex|xs:schema|xsd:schema)\b", re.I)
_WORDS = re.compile(
    r"securit|exchange|regist|exhibit|issuer|holder|compan|corp|\binc\b|undersigned|attorney|report|agreement|"
    r"\bplan\b|\bform\b|owner|filing|submission|commission|pursuant|trust|fund|financ|audit|account|director|officer|president|annual|share|stock|bank|\bllc\b|\blp\b|\bltd\b",
    re.I,
)
_SIZE_OF_ERROR_PAGE = 60_000


def refuse_bytes(data: bytes) -> None:
    """Raise `Unreadable` where the bytes are empty, of a known binary format, or no text at all."""
    head = data[:65536].lstrip()
    if not head and not data.strip():
        raise Unreadable("the file is empty", remedy="download it again")
    for magic, what, remedy in _MAGIC:
        if head.startswith(magic):
            raise Unreadable(f"this is {what}, not a filing", remedy=remedy)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls * 50 > len(head):
        raise Unreadable("this is binary data, not a filing", remedy="give the submission's .txt or a document of it")


def refuse_text(text: str) -> None:
    """Raise `Unreadable` where a text without tags is no filing: an error page, index, JSON, table, Markdown..."""
    head = text[:8000]
    if _JSON.match(head):
        raise Unreadable("this is JSON, not a filing", remedy="give the filings it lists")
    if _INDEX.search(head[:4000]):
        raise Unreadable("this is an EDGAR index, not a filing", remedy="give the filings it lists")
    if _FEED.match(head):
        raise Unreadable("this is a feed or schema, not a filing", remedy="give the filings it lists")
    if head.startswith("#!"):
        raise Unreadable("this is a script, not a filing", remedy="give a filing")
    if _MARKDOWN.match(head):
        raise Unreadable("this is a Markdown page, not a filing", remedy="give a filing")
    if said := _error_page(text):
        raise Unreadable(f"this is an error page of a web server ({said}), not a filing", remedy="download it again")
    if _is_table(head):
        raise Unreadable("this is a table of separated values, not a filing", remedy="give the filings it lists")
    if not _WORDS.search(text):
        raise Unreadable("none of the words that filings use stands in this text", remedy="give a filing")


def _error_page(text: str) -> str:
    """The server error that a short page reports in its title or heading, or in a few plain words; else empty."""
    if len(text) > _SIZE_OF_ERROR_PAGE:
        return ""
    if not text.lstrip().startswith("<"):
        words = " ".join(text.split()) if len(text) < 1000 else ""
        return words[:60] if _ERROR.search(words) else ""
    headings = (" ".join(m[2].split()) for m in _HEADING.finditer(text, 0, 20_000))
    return next((words[:60] for words in headings if _ERROR.search(words)), "")


def _is_table(head: str) -> bool:
    """Five lines or more, all of them cut into three fields or more by the same separator."""
    lines = [line for line in head.split("\n")[:-1] if line.strip()][:20]
    return len(lines) >= 5 and any(all(line.count(mark) >= 2 for line in lines) for mark in ",\t|;")
