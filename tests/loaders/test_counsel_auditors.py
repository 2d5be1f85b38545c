"""Counsel and auditors, merged from the places that name them."""

from __future__ import annotations

import pytest

from filigraph.loaders.auditors import read_auditors
from filigraph.loaders.counsel import read_counsel
from filigraph.loaders.exhibits.index import read_exhibit_index
from filigraph.loaders.records import Auditor, Counsel, CounselCapacity
from filigraph.loaders.render import render


def index(*rows: str) -> str:
    return "Item 8. Exhibits\n\n" + "\n\n".join(rows) + "\n\nItem 9. Undertakings\n"


def counsel(
    source: str, *cover: Counsel, attached: tuple[tuple[str, str], ...] = ()
) -> list[tuple[str, tuple[str, ...], list[str]]]:
    main = render(1, source)
    texts = tuple((kind, render(2 + i, text)) for i, (kind, text) in enumerate(attached))
    found = read_counsel(main, read_exhibit_index(main), texts, cover, ("Quillfeather Corporation",))
    return [(c.firm, c.lawyers, [x.value for x in c.capacities]) for c in found]


def auditors(source: str, attached: tuple[tuple[str, str], ...] = ()) -> list[tuple[str, list[str], tuple[str, ...]]]:
    main = render(1, source)
    texts = tuple((kind, render(2 + i, text)) for i, (kind, text) in enumerate(attached))
    found: tuple[Auditor, ...] = read_auditors(main, read_exhibit_index(main), texts)
    return [(a.firm, [c.value for c in a.capacities], a.report_dates) for a in found]


COVER = Counsel("Vane, Moor & Orley, L.L.P.", ("Jane Q. Stane",), (CounselCapacity.COPIES_TO,))
OPINION = "5      Opinion of Vane Moor & Orley LLP, as to legality"
CONSENT = "23.1   Consent of Vane Moor & Orley LLP (included in Exhibit 5)"


def test_one_entry_a_firm_with_the_name_of_the_cover() -> None:
    source = "The validity of the shares will be passed upon by Vane Moor & Orley LLP.\n\n" + index(OPINION, CONSENT)
    assert counsel(source, COVER) == [
        ("Vane, Moor & Orley, L.L.P.", ("Jane Q. Stane",), ["copies_to", "opinion", "consent", "legal_matters"])
    ]


def test_a_lawyer_of_the_company() -> None:
    letter = "As Secretary of Quillfeather Corporation, I have examined it.\n\nVery truly yours,\n\n/s/ Boon Keng\n"
    source = index("5      Opinion of Boon Keng", "23     Consent of Boon Keng (filed as part of Exhibit 5)")
    assert counsel(source, attached=(("EX-5", letter),)) == [
        ("Quillfeather Corporation", ("Boon Keng",), ["opinion", "consent"])
    ]


@pytest.mark.parametrize(
    ("words", "firms"),
    [
        (
            "Legal matters will be passed upon for us by Vane & Moor LLP, Portland, Maine, and Orley & Stane, P.C.",
            ["Vane & Moor LLP", "Orley & Stane, P.C."],
        ),
        (
            "The validity will be passed upon for us by Vane & Moor LLP and for the underwriters by Orley & Stane LLP.",
            ["Vane & Moor LLP"],
        ),
        (
            "Vane, Moor & Orley, P.C., Portland, Maine, will pass upon the validity of the shares.",
            ["Vane, Moor & Orley, P.C."],
        ),
        ("Vane & Moor, Portland, has rendered an opinion that the shares will be legally issued.", ["Vane & Moor"]),
        ("No state commission has passed upon the accuracy of this prospectus by Vane & Moor LLP.", []),
    ],
)
def test_firms_that_pass_upon_legal_matters(words: str, firms: list[str]) -> None:
    assert [(f, c) for f, _, c in counsel(words + "\n")] == [(firm, ["legal_matters"]) for firm in firms]


def test_a_consent_is_an_auditors_or_a_lawyers_by_its_words() -> None:
    source = index(
        OPINION,
        "23.1   Consent of Brandt, Hollis & Stane, P.C.",
        "23.2   Consent of Vane Moor & Orley LLP. Reference is made to Exhibit 5.",
        "23.3   Consent of Harrow Petroleum Engineers LLP",
        "23.4   Consent of Ernst & Young LLP with respect to its report dated March 4, 2003",
    )
    assert auditors(source) == [
        ("Brandt, Hollis & Stane, P.C.", ["consent"], ()),
        ("Ernst & Young LLP", ["consent"], ("2003-03-04",)),
    ]


def test_experts_and_letters_are_one_entry() -> None:
    letter = "We consent to the use of our report dated March 15, 2023 on the statements.\n\n/s/ Brandt & Hollis LLP\n"
    source = """
EXPERTS

The financial statements incorporated by reference have been audited by Brandt & Hollis LLP, independent registered
public accounting firm, and are included on the authority of said firm as experts in auditing.

"""
    assert auditors(source, (("EX-23.1", letter),)) == [
        ("Brandt & Hollis LLP", ["consent", "experts"], ("2023-03-15",))
    ]


def test_a_signed_report_has_the_date_below_it() -> None:
    source = """
REPORT OF INDEPENDENT ACCOUNTANTS

To the Shareholders of Quillfeather Corporation:

We have audited the balance sheets of Quillfeather Corporation. In our opinion,
they present fairly its position.

/s/ COOPERS & LYBRAND

Detroit, Michigan
February 1, 1994
"""
    assert auditors(source) == [("COOPERS & LYBRAND", ["report"], ("1994-02-01",))]


def test_a_report_headed_by_the_firm_and_signed_without_its_first_stroke() -> None:
    source = (
        "REPORT OF ORLEY & STANE LLP, INDEPENDENT AUDITORS\n\nWe have audited the balance sheets of the company.\n"
        "In our opinion, they present fairly its position.\n\n          s/ Orley & Stane LLP\n\n"
        "Dover, Delaware\nMay 4, 1999\n"
    )
    assert auditors(source) == [("Orley & Stane LLP", ["report"], ("1999-05-04",))]
    assert auditors("", (("EX-23", f"We consent to the use of our report on the audits.\n\n{source[-60:]}"),)) == [
        ("Orley & Stane LLP", ["consent"], ())
    ]


def test_a_change_of_accountants() -> None:
    source = """
Item 4.01  Changes in Registrant's Certifying Accountant

Effective March 7, 2006, we dismissed Brandt Hollis, CPAs ("Brandt") as our independent accountants and
engaged Orley & Stane, LLP as our new independent accountants.

Item 9.01  Exhibits
"""
    assert auditors(source) == [("Brandt Hollis, CPAs", ["dismissed"], ()), ("Orley & Stane, LLP", ["engaged"], ())]


def test_critical_audit_matters_are_no_firm() -> None:
    source = "Report of Independent Accountants\n\nWe have audited it.\n\n\n\nCritical Audit Matters\n\nMay 1, 2020\n"
    assert auditors(source) == []


def test_a_firm_that_is_told_that_it_is_no_longer_engaged_is_dismissed() -> None:
    source = """
Item 4.  Changes in Registrant's Certifying Accountant

On May 4, 2003 the Company informed Orley & Stane, CPAs ("Orley") that it would no longer be engaged as the Company's
independent accountants, and retained Vane & Brandt, CPAs as its new accountants.
"""
    assert auditors(source) == [("Orley & Stane, CPAs", ["dismissed"], ()), ("Vane & Brandt, CPAs", ["engaged"], ())]


def test_partners_under_a_corporate_form_sign_with_two_dates() -> None:
    source = """
REPORT OF INDEPENDENT CERTIFIED PUBLIC ACCOUNTANTS

To the Trustees of the
Quillfeather Realty Trust

We have audited the balance sheets of Quillfeather Realty Trust as of December 31, 1993.

                    ORLEY, STANE & CO.

Dayton, Ohio
January 21, 1994 (except for Note 8, as to which
the date is March 4, 1994)
"""
    assert auditors(source) == [("ORLEY, STANE & CO.", ["report"], ("1994-01-21", "1994-03-04"))]


def test_independent_auditors_heads_the_experts_of_a_prospectus() -> None:
    source = """
INDEPENDENT AUDITORS

The financial statements included in this prospectus have been audited by Orley & Stane LLP, independent auditors.

LEGAL MATTERS
"""
    assert auditors(source) == [("Orley & Stane LLP", ["experts"], ())]
    assert auditors(source.replace("this prospectus", "Item 8")) == []


def test_a_firm_is_known_by_the_short_name_that_it_was_given() -> None:
    source = """
Item 4.01  Changes in Registrant's Certifying Accountant

On June 8, 2010, Orley & Brandt, CPAs ("Orley Brandt") told us that its practice was acquired by
Vane & Moor & Company, P.C. ("Vane Moor"). On June 9, 2010 Vane Moor was engaged, and we dismissed Orley Brandt.
"""
    assert auditors(source) == [
        ("Vane & Moor & Company, P.C.", ["engaged"], ()),
        ("Orley & Brandt, CPAs", ["dismissed"], ()),
    ]


def test_two_firms_are_experts_with_words_between_them() -> None:
    source = """
EXPERTS

The statements have been audited by Orley & Stane, CPAs, independent auditors, and Vane Brandt LLP, independent
certified public accountants, and are included upon the authority of such firms as experts in accounting.
"""
    assert auditors(source) == [("Orley & Stane, CPAs", ["experts"], ()), ("Vane Brandt LLP", ["experts"], ())]


def test_a_place_in_brackets_belongs_to_the_firm() -> None:
    source = "The validity of the shares will be passed upon by Vane Moor (Hong Kong) LLP, Cayman Islands counsel.\n"
    assert counsel(source) == [("Vane Moor (Hong Kong) LLP", (), ["legal_matters"])]
