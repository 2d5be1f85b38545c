"""Who signs opinions and consents."""

from __future__ import annotations

import pytest

from filigraph.loaders.exhibits.consent import Kind, kind_of, read_consents
from filigraph.loaders.exhibits.opinion import read_opinion
from filigraph.loaders.render import render

OPINION = """
                                                   Exhibit 5
Quillfeather Corporation
1 Main Street

Ladies and Gentlemen:

     We have acted as counsel to Quillfeather Corporation. It is our opinion that
the shares will be legally issued, fully paid and nonassessable.

                                   Very truly yours,

                                   {signature}
"""

IN_HOUSE = """
     As General Counsel of Quillfeather Corporation, I have participated in the
preparation of the Registration Statement.

                                   Sincerely,

                                   /s/ Jane Q. Orley
                                   Jane Q. Orley, Esq.
"""

TWO_LETTERS = """
We consent to the use of our report dated February 12, 1996, relating to the
financial statements of Quillfeather Corporation.

/s/ Orley, Stane & Brandt LLP

Charlotte, North Carolina
April 29, 1996

We consent to the incorporation by reference of our reports dated March 1, 1995 and
March 4, 1994 on the financial statements of Harbor Company.

/s/ KPMG Peat Marwick LLP
"""


@pytest.mark.parametrize(
    ("signature", "firm"),
    [
        ("/s/ VANE & MOOR LLP", "VANE & MOOR LLP"),
        (
            "VANE & MOOR, P.A.\n\n                    By: /s/ Jane Q. Orley\n                        A Partner",
            "VANE & MOOR, P.A.",
        ),
        ("/s/ Vane Moor AG", "Vane Moor AG"),  # no word says lawyers, but "we" write
    ],
)
def test_the_firm_that_signs_an_opinion(signature: str, firm: str) -> None:
    opinion = read_opinion(render(2, OPINION.format(signature=signature)))
    assert opinion.firm is not None
    assert opinion.firm.words == firm
    assert opinion.organization is None


def test_a_lawyer_of_the_company_has_it_as_organization() -> None:
    opinion = read_opinion(render(2, IN_HOUSE))
    assert opinion.firm is None
    assert opinion.lawyer is not None
    assert opinion.organization is not None
    assert (opinion.lawyer.words, opinion.organization.words) == ("Jane Q. Orley", "Quillfeather Corporation")


def test_two_letters_in_one_document() -> None:
    found = read_consents(render(2, TWO_LETTERS))
    assert [(c.kind, c.firm and c.firm.words, [d for d, _ in c.dates]) for c in found] == [
        (Kind.AUDIT, "Orley, Stane & Brandt LLP", ["1996-02-12"]),
        (Kind.AUDIT, "KPMG Peat Marwick LLP", ["1995-03-01", "1994-03-04"]),
    ]
    assert found[0].location is not None
    assert found[0].location.words == "Charlotte, North Carolina"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("We consent to the use of our report dated May 1, 2003 on the financial statements", Kind.AUDIT),
        ("As independent petroleum engineers, we consent to the use of our reserve report", Kind.EXPERT),
        ("CONSENT OF VALUATION FIRM We consent to the references to our valuation report and appraisal", Kind.EXPERT),
        ("after reasonable efforts the Company has not been able to obtain the consent of its auditors", Kind.UNKNOWN),
        (
            "We consent to the reference to us under Legal Matters and to the use of our opinion filed as Exhibit 5",
            Kind.LAW,
        ),
    ],
)
def test_whose_consent_a_letter_is(words: str, kind: Kind) -> None:
    assert kind_of(words) is kind
