"""What holds for any document: no failure, evidence that quotes the source, statuses with their grounds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from filigraph.loaders.auditors import read_auditors
from filigraph.loaders.counsel import read_counsel
from filigraph.loaders.exhibits.index import read_exhibit_index
from filigraph.loaders.records import Evidence
from filigraph.loaders.references import read_incorporated, read_references
from filigraph.loaders.render import render

PIECES = st.sampled_from(
    [
        "Item 8. Exhibits",
        "EXHIBIT INDEX",
        "Exhibit No.   Description",
        "5      Opinion of Vane & Moor LLP",
        "23.1 Consent of Orley LLP",
        "* Filed herewith",
        "(1)",
        "(1) Incorporated by reference to Exhibit 3 to Form 10-K",
        "(3) (i) Articles",
        "(ii) By-laws",
        "4.1*   Plan (1)   8-K   3.1   5/1/2003   X",
        "Item 9. Undertakings",
        "/s/ Orley & Stane LLP",
        "Very truly yours,",
        "will be passed upon by Vane & Moor LLP",
        "EXPERTS",
        "audited by Orley & Stane, CPAs",
        "Registration No. 333-12345",
        "REPORT OF INDEPENDENT AUDITORS",
        "We have audited",
        "dismissed Orley & Stane LLP as accountants",
        "",
        "----",
        "II-4",
        "<PAGE>",
    ]
)
DOCUMENTS = st.lists(PIECES | st.text(max_size=30), max_size=30).map("\n".join)


def all_true(source: str, evidence: tuple[Evidence, ...]) -> bool:
    return all(source[e.span.start : e.span.end] == e.quote and e.quote.strip() for e in evidence)


@settings(deadline=None)
@given(DOCUMENTS)
def test_whatever_is_read_quotes_its_source(source: str) -> None:
    main = render(1, source)
    exhibits = read_exhibit_index(main)
    for exhibit in exhibits:
        assert exhibit.number
        assert all_true(source, exhibit.evidence)
        assert exhibit.reference is None or exhibit.status == "incorporated_by_reference"
    for counsel in read_counsel(main, exhibits, (("EX-5", main),), ()):
        assert counsel.firm
        assert counsel.capacities
        assert all_true(source, counsel.evidence)
    for auditor in read_auditors(main, exhibits, (("EX-23", main),)):
        assert auditor.capacities
        assert list(auditor.report_dates) == sorted(set(auditor.report_dates))
        assert all_true(source, auditor.evidence)
    assert all(all_true(source, cited.evidence) for cited in read_references(main, None))
    assert all(all_true(source, report.evidence) for report in read_incorporated(main))
