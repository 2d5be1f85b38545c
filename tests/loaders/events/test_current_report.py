"""What a current report on an offering says: counsel and the registration. All names are invented."""

from __future__ import annotations

from filigraph.loaders.filing import read

REPORT = """
FORM 8-K

QUILLFEATHER CORPORATION
(Exact name of registrant as specified in its charter)

Commission file number: 001-54321

Item 8.01  Other Events.

The notes were registered on Form S-3 (Registration No. 333-54321).

Item 9.01  Financial Statements and Exhibits.

(d) Exhibits

4.1     Indenture (incorporated by reference to Exhibit 4 to the Form S-3, Registration No. 333-12345)
5.1     Opinion of Vane & Moor LLP
23.1    Consent of Vane & Moor LLP (included in Exhibit 5.1)
"""


def test_counsel_and_the_registration_of_an_offering() -> None:
    filing = read(f"<TEXT>{REPORT}</TEXT>".encode(), "x")
    assert [(c.firm, [k.value for k in c.capacities]) for c in filing.counsel] == [
        ("Vane & Moor LLP", ["opinion", "consent"])
    ]
    assert [(r.file_number, r.form) for r in filing.references] == [("333-54321", "S-3")]
