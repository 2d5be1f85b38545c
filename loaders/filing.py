"""From the bytes of one filing to its record: the whole way in one page.

bytes -> submission (header, documents) -> rendered texts -> readers by form family -> `Filing` -> how sure each fact is
"""

from __future__ import annotations

import hashlib
import re

from .auditor_facts import with_tags
from .auditors import read_auditors
from .confidence import with_confidence
from .counsel import read_counsel
from .cover import Cover, read_cover
from .events import read_reported
from .exhibits.attached import Attached, has_reader, own_type, read_attached
from .exhibits.doubts import both_readings, without_attached
from .exhibits.index import read_exhibit_index
from .exhibits.power import with_grantors
from .forms import Part, family_of
from .forms.disclosures import read_disclosure, read_listing
from .forms.filers import completed, identified
from .forms.plan_report import read_plan_report
from .forms.related import Related
from .header import Header, parse_header
from .ledger import read_movements
from .records import Auditor, Counsel, DocumentInfo, Exhibit, Filing, Offering, Plan, PlanMovement, Problem, Reference
from .references import is_instruction_e, read_incorporated, read_references
from .render import render
from .signatures import SignaturePages, read_signatures
from .span import Text
from .submission import Document, Submission, split
from .tagged_cover import unlike_header
from .tagged_fees import read_fee_table

# exhibits that are read with counsel, auditors and offerings: opinions, consents, awareness letters, fee tables
_READ = re.compile(r"EX-?(?:5|8|13|15|16|23|24|99|107)(?!\d)|EX-FILING FEES", re.I)
_FEES = re.compile(r"EX-?107(?!\d)|EX-FILING FEES", re.I)


def read(data: bytes, source: str) -> Filing:
    """The record of one filing, known by the name ``source``; raises `Unreadable` where the bytes are no filing."""
    submission = split(data)
    header = parse_header(submission.header) if submission.header else None
    digest = hashlib.sha256(data).hexdigest()
    return with_confidence(_compose(submission, header, digest, source))


def _compose(submission: Submission, header: Header | None, digest: str, source: str) -> Filing:
    related = _fields(submission)
    main, texts = (None, ()) if related else _texts(submission)
    if related is None:
        related = read_listing(main, header.form_type if header else _main_type(submission), header)
    if related is not None:
        return _disclosure(submission, header, related, texts, digest, source)
    attached = tuple((type_, text) for type_, text in texts if _READ.match(type_))
    cover = read_cover(main, header) if main else Cover()
    form = (header.form_type if header else None) or cover.form_type or _main_type(submission)
    parts = family_of(form).parts
    filed = (header.filing_date if header else None) or cover.filed
    names = tuple(r.name for r in cover.registrants)
    pages = read_signatures(main, names, filed) if main and Part.SIGNATURES in parts else SignaturePages()
    exhibits = read_exhibit_index(main) if main and Part.EXHIBITS in parts else ()
    exhibits = without_attached(exhibits, tuple(d.type for d in submission.documents))
    counsel = _counsel(main, exhibits, attached, cover, parts)
    auditors = _auditors(main, exhibits, attached, parts)
    auditors, counsel = both_readings(exhibits, attached, auditors, counsel)
    said = _exhibits_say(main, texts, header, names, filed)
    reported = read_reported(main if Part.ITEMS in parts else None, form, header, filed, names)
    offerings, fees = _offerings(main, attached, parts)
    plans = _plans(main, cover, parts)
    references = read_references(main, cover.registration_number, exhibits) if main and Part.REFERENCES in parts else ()
    adds = bool(main and Part.PLANS in parts and is_instruction_e(main))
    movements, untold = _movements(main, form, parts, plans, offerings, references, cover, adds)
    accession = header.accession if header else None
    return Filing(
        id=accession or f"sha256-{digest[:16]}",
        source=source,
        sha256=digest,
        form_type=form,
        accession=accession,
        filing_date=filed,
        accepted=header.accepted if header else None,
        effective_date=header.effective_date if header else None,
        period=(header.period if header else None) or cover.period,
        items=reported.items,
        registration_number=cover.registration_number,
        general_instruction_e=adds,
        documents=tuple(_info(d) for d in submission.documents),
        parties=header.parties if header else (),
        elements=header.elements if header else (),
        registrants=cover.registrants,
        plans=plans,
        offerings=offerings,
        movements=movements,
        agents_for_service=cover.agents if Part.AGENTS in parts else (),
        counsel=counsel,
        auditors=auditors,
        signatures=pages.signatures,
        powers_of_attorney=with_grantors(pages.powers_of_attorney, pages.signatures) + tuple(said.powers),
        exhibits=exhibits,
        references=references,
        incorporated_documents=read_incorporated(main) if main and Part.INCORPORATED in parts else (),
        office_changes=reported.office_changes,
        auditor_changes=reported.auditor_changes,
        accountant_letters=tuple(said.letters),
        subsidiaries=tuple(said.subsidiaries),
        certifications=tuple(said.certifications),
        attachments=tuple(said.attachments),
        evidence=(header.evidence if header else ()) + cover.evidence,
        problems=_problems(submission, header, cover, pages)
        + _unlike(main, attached, header)
        + fees
        + untold
        + reported.problems
        + tuple(said.problems),
    )


def _exhibits_say(
    main: Text | None,
    texts: tuple[tuple[str, Text], ...],
    header: Header | None,
    names: tuple[str, ...],
    filed: str | None,
) -> Attached:
    """What the exhibits say; an exhibit may stand alone, without a submission around it."""
    alone = own_type(main) if main is not None and header is None and not texts else None
    if alone is not None and main is not None:
        texts = ((alone, main),)
    return read_attached(texts, names, filed)


def _fields(submission: Submission) -> Related | None:
    """What the first document that is an XML form that names people says."""
    for document in submission.documents:
        related = read_disclosure(document.sequence, document.source) if "<" in document.source[:2000] else None
        if related is not None:
            return related
    return None


def _disclosure(
    submission: Submission,
    header: Header | None,
    related: Related,
    texts: tuple[tuple[str, Text], ...],
    digest: str,
    source: str,
) -> Filing:
    """The record of a form that names people in fields, not in prose."""
    accession = header.accession if header else None
    names = tuple(owner.name for owner in related.beneficial_owners)
    filed = header.filing_date if header else None
    said = read_attached(texts, names, filed)
    reported = read_reported(None, related.form_type, header, None, ())
    return Filing(
        id=accession or f"sha256-{digest[:16]}",
        source=source,
        sha256=digest,
        form_type=(header.form_type if header else None) or related.form_type,
        accession=accession,
        filing_date=filed,
        accepted=header.accepted if header else None,
        effective_date=header.effective_date if header else None,
        period=(header.period if header else None) or related.period,
        items=reported.items,
        documents=tuple(_info(d) for d in submission.documents),
        parties=header.parties if header else (),
        elements=header.elements if header else (),
        registrants=completed(related.registrants, header.parties if header else ()),
        signatures=related.signatures,
        powers_of_attorney=related.powers_of_attorney + tuple(said.powers),
        exhibits=related.exhibits,
        relationships=related.relationships,
        beneficial_owners=identified(related.beneficial_owners, header.parties if header else ()),
        subject_securities=related.subject_securities,
        sales=related.sales,
        attachments=tuple(said.attachments),
        evidence=(header.evidence if header else ()) + related.evidence,
        problems=submission.problems
        + (header.problems if header else ())
        + related.problems
        + reported.problems
        + tuple(said.problems),
    )


def _plans(main: Text | None, cover: Cover, parts: Part) -> tuple[Plan, ...]:
    if main is None or Part.PLANS not in parts:
        return ()
    return cover.plans or read_plan_report(main)


def _movements(
    main: Text | None,
    form: str | None,
    parts: Part,
    plans: tuple[Plan, ...],
    offerings: tuple[Offering, ...],
    references: tuple[Reference, ...],
    cover: Cover,
    adds: bool,
) -> tuple[tuple[PlanMovement, ...], tuple[Problem, ...]]:
    if main is None or Part.MOVEMENTS not in parts:
        return (), ()
    return read_movements(main, form, plans, offerings, references, cover.registration_number, adds)


def _main_type(submission: Submission) -> str | None:
    return submission.documents[0].type or None if submission.documents else None


def _texts(submission: Submission) -> tuple[Text | None, tuple[tuple[str, Text], ...]]:
    """The main document's text and those of the exhibits that have readers, each with its type."""
    if not submission.documents:
        return None, ()
    first, *rest = submission.documents
    main = render(first.sequence, first.source) if first.source.strip() else None
    read = [d for d in rest if d.source.strip() and (_READ.match(d.type) or has_reader(d.type))]
    return main, tuple((d.type, render(d.sequence, d.source)) for d in read)


def _info(document: Document) -> DocumentInfo:
    digest = hashlib.sha256(document.source.encode("utf-8", "surrogatepass")).hexdigest()
    return DocumentInfo(document.sequence, document.type, document.filename, document.description, digest)


def _offerings(
    main: Text | None, attached: tuple[tuple[str, Text], ...], parts: Part
) -> tuple[tuple[Offering, ...], tuple[Problem, ...]]:
    """The rows of the cover's fee table and of Exhibit 107's, with what speaks against them."""
    if Part.OFFERINGS not in parts:
        return (), ()
    texts = ([main] if main else []) + _fee_tables(attached)
    read = [read_fee_table(text) for text in texts]
    return tuple(row for rows, _ in read for row in rows), tuple(p for _, problems in read for p in problems)


def _fee_tables(attached: tuple[tuple[str, Text], ...]) -> list[Text]:
    return [text for type_, text in attached if _FEES.match(type_)]


def _unlike(main: Text | None, attached: tuple[tuple[str, Text], ...], header: Header | None) -> tuple[Problem, ...]:
    """Where the facts of the cover or of a fee table name another registrant than the header."""
    texts = ([main] if main else []) + _fee_tables(attached)
    return tuple(p for text in texts for p in unlike_header(text, header)) if header else ()


def _counsel(
    main: Text | None,
    exhibits: tuple[Exhibit, ...],
    attached: tuple[tuple[str, Text], ...],
    cover: Cover,
    parts: Part,
) -> tuple[Counsel, ...]:
    if main is None or Part.COUNSEL not in parts:
        return ()
    return read_counsel(main, exhibits, attached, cover.counsel, tuple(r.name for r in cover.registrants), cover.agents)


def _auditors(
    main: Text | None, exhibits: tuple[Exhibit, ...], attached: tuple[tuple[str, Text], ...], parts: Part
) -> tuple[Auditor, ...]:
    if main is None or Part.AUDITORS not in parts:
        return ()
    return with_tags(read_auditors(main, exhibits, attached), main.document, main.source)


def _problems(
    submission: Submission, header: Header | None, cover: Cover, pages: SignaturePages
) -> tuple[Problem, ...]:
    return submission.problems + (header.problems if header else ()) + cover.problems + pages.problems
