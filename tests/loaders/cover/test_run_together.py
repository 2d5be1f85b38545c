"""Covers whose columns one space parts, and proxy statements. All names are invented."""

from __future__ import annotations

import pytest

from filigraph.loaders.cover import read_cover
from filigraph.loaders.render import render

CAPTIONS = "(State or other jurisdiction of incorporation) (Commission File Number) (IRS Employer Identification No.)"
PROXY = """
SCHEDULE 14A
Check the appropriate box:
{0}   Preliminary Proxy Statement
o   Confidential, for Use of the Commission Only (as permitted by Rule 14a-6(e)(2))
{1}   Definitive Proxy Statement
{2}   Definitive Additional Materials
o   Soliciting Material under 240.14a-12


QUILLFEATHER CORPORATION
(Name of Registrant as Specified In Its Charter)

We have filed our Annual Report on Form 10-K.
"""


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ("Nevada 82-1234567", "Nevada"),
        ("New Jersey 001-54321 82-1234567", "New Jersey"),
        ("Delaware 82-1234567\n", "Delaware"),  # a blank line over the captions
    ],
)
def test_a_state_one_space_from_the_numbers(values: str, state: str) -> None:
    cover = read_cover(
        render(1, f"\nFORM 8-K\nQUILLFEATHER CORPORATION\n(Exact name of registrant)\n{values}\n{CAPTIONS}\n")
    )
    assert [(r.jurisdiction, r.ein) for r in cover.registrants] == [(state, "82-1234567")]


@pytest.mark.parametrize(("ticks", "form"), [("xoo", "PRE 14A"), ("oxo", "DEF 14A"), ("oo☒", "DEFA14A"), ("ooo", None)])
def test_the_ticked_box_of_a_proxy_statement(ticks: str, form: str | None) -> None:
    cover = read_cover(render(1, PROXY.format(*ticks)))
    assert (cover.form_type, [r.name for r in cover.registrants]) == (form, ["QUILLFEATHER CORPORATION"])


def test_a_flattened_table_stacks_its_values_over_its_captions() -> None:
    source = (
        "\nFORM 8-K\n\nQUILLFEATHER CORPORATION\n\n(Exact name of registrant as specified in its charter)\n\n"
        "Delaware\n\n\n001-54321\n\n\n82-1234567\n\n\n(State\nor other jurisdiction\n\n\n(Commission\n\n\n"
        "(IRS Employer\nof incorporation)\nFile Number)\nIdentification No.)\n"
    )
    assert [(r.jurisdiction, r.ein) for r in read_cover(render(1, source)).registrants] == [("Delaware", "82-1234567")]


def test_a_stacked_number_is_as_printed_whatever_its_digits() -> None:
    source = (
        "\nFORM 8-K\nQUILLFEATHER CORPORATION\n(Exact name of registrant as specified in its charter)\n"
        "Delaware\n333-123456\n82-123456\n(State or Other Jurisdiction\nof Incorporation)\n(Commission\n"
        "File Number)\n(I.R.S. Employer\nIdentification No.)\n"
    )
    assert [r.ein for r in read_cover(render(1, source)).registrants] == ["82-123456"]
    without = source.replace("82-123456\n", "")
    assert [r.ein for r in read_cover(render(1, without)).registrants] == [None]


@pytest.mark.parametrize(
    ("above", "name"),
    [
        ("On\nPurpose, Inc.", "On Purpose, Inc."),  # a name may begin with the word and wrap behind it
        ("As filed with the Commission\non\nQuillfeather, Inc.", "Quillfeather, Inc."),
    ],
)
def test_a_name_that_begins_with_a_preposition(above: str, name: str) -> None:
    source = f"\nFORM 8-K\n\n{above}\n(Exact name of registrant as specified in its charter)\n"
    assert [r.name for r in read_cover(render(1, source)).registrants] == [name]


def test_an_employer_number_without_its_dash() -> None:
    source = (
        "\nFORM 8-K\n\nQUILLFEATHER CORPORATION\n\n(Exact name of registrant as specified in its charter)\n\n"
        "Commission File Number: 0-54321\n\nDE\n\n821234567\n\n(State or other jurisdiction of\n\n(IRS Employer\n\n"
        "incorporation)\n\nIdentification No.)\n\n19903\n\n(Zip Code)\n"
    )
    assert [(r.jurisdiction, r.ein) for r in read_cover(render(1, source)).registrants] == [("DE", "821234567")]
    assert read_cover(render(1, source.replace("(IRS Employer", "(Commission"))).registrants[0].ein is None


@pytest.mark.parametrize(
    ("words", "filed"),
    [
        ("As filed with the Securities and Exchange Commission on May 4, 2009", "2009-05-04"),
        ("No. 333-54321    As filed with the Commission on May 4, 2009", "2009-05-04"),
        ("Filed with the SEC May 4, 2009", "2009-05-04"),
        ("As reported on a Form 8-K filed with the Securities and Exchange Commission on May 4, 2009", None),
        ("As reported on the Form 8-K\nfiled with the Securities and Exchange Commission on May 4, 2009", None),
    ],
)
def test_the_day_of_another_filing_is_not_this_ones(words: str, filed: str | None) -> None:
    assert read_cover(render(1, f"\nFORM 8-K\n\n{words}\n\nQUILLFEATHER CORPORATION\n")).filed == filed


def test_the_rest_of_a_caption_may_stand_in_the_next_column() -> None:
    source = (
        "\nFORM 8-K\nCURRENT REPORT\n\nDate of\n"
        "Report (Date of earliest event reported): June 24, 2009 (June 18,\n2009)\n\n"
        "Quillfeather, Inc.\n(Exact Name of Registrant as Specified in Its Charter)\n\n"
        "Minnesota                        0-54321                    82-1234567\n"
        "(State or Other Jurisdiction)    (Commission File Number)   (IRS Employer\n"
        "                                 of Incorporation)          Identification No.)\n"
    )
    found = read_cover(render(1, source)).registrants
    assert [(r.name, r.jurisdiction, r.ein) for r in found] == [("Quillfeather, Inc.", "Minnesota", "82-1234567")]


def test_a_sentence_that_names_a_company_is_no_registrant() -> None:
    source = "\nPOWER OF ATTORNEY\n\nThe undersigned holds shares of\nor is\naffiliated with Quillfeather, LLC\n"
    assert read_cover(render(1, source)).registrants == ()
