"""Which signs facts bear: one line a trap."""

from __future__ import annotations

import dataclasses
import typing

import pytest

from filigraph.loaders.confidence import SIGNS, confidence, page_of, signs_of, with_confidence
from filigraph.loaders.confidence.firms import firm_sign
from filigraph.loaders.confidence.lists import whole_sign, words_sign
from filigraph.loaders.confidence.people import name_sign, title_sign
from filigraph.loaders.records import (
    Alternative,
    Capacity,
    DocumentInfo,
    Exhibit,
    ExhibitStatus,
    Filing,
    Mode,
    Offering,
    Problem,
    Registrant,
    Role,
    Signature,
)

#: Lists that are no facts of a page: what the header says, and what was not read.
NOT_JUDGED = {"documents", "elements", "parties", "problems"}


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("Samuel J. Example, Jr.", "plain-name"),
        ("Lodewijk van Wachem", "plain-name"),  # a small particle is no broken word
        ("Richa rd Example", "odd-name"),  # a word split in two
        ("Jerry M. OkonkwoJerry M. Okonkwo", "odd-name"),  # conformed and printed name run together
        ("Walter B. Quist Agnes M. Vasko", "odd-name"),  # two columns read as one
        ("Martin G. G. Halland", "plain-name"),  # an initial twice is no name twice
        ("Paula J.", "initial-name"),  # the family name was cut off
        ("J. Paula Example", "initial-name"),
        ("As filed with the Commission", "odd-name"),
    ],
)
def test_a_name_is_whole_or_odd(name: str, sign: str) -> None:
    assert name_sign(name) == sign


@pytest.mark.parametrize(
    ("title", "roles", "sign"),
    [
        ("President", (Role.PRES,), "office"),
        ("Manager of Mirth", (Role.OTHER,), "other-title"),
        ("Chief Financial January Officer", (Role.CXO,), "odd-title"),  # the date's column read into the title's
        ("Chief Executive Officer Officer", (Role.CEO,), "odd-title"),
        ("Chairman of the", (Role.CHAIR,), "odd-title"),
    ],
)
def test_a_title_is_an_office_or_odd(title: str, roles: tuple[Role, ...], sign: str) -> None:
    assert title_sign((Capacity(title, roles),)) == sign
    assert title_sign(()) == "no-title"


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Opinion of Alder & Birch, P.A.", "whole"),  # ends with an A that is no article
        ("Plan, incorporated by reference to Exhibit", "broken"),
        ("incorporated herein", "broken"),
        ("To remove from registration any of the securities", "broken"),  # an undertaking
        ("", "no-words"),
        ("Letter. SIGNATURES Pursuant to the requirements", "long"),
    ],
)
def test_a_description_is_whole_or_broken(text: str, sign: str) -> None:
    assert whole_sign(text) == sign


def test_words_go_with_the_number() -> None:
    assert words_sign(Exhibit("23.1", "Consent of Count & Check LLP")) == "usual-words"
    assert words_sign(Exhibit("(3)(i)", "Restated Articles")) == "usual-words"
    assert words_sign(Exhibit("23.1", "Restated Articles")) == "other-words"
    assert words_sign(Exhibit("95000", "Restated Articles")) == "no-such-number"


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("Ernst & Young LLP", "audit-firm"),
        ("Alder, Birch & Cedar LLP", "law-firm"),
        ("Invented Group Inc.", "organization"),
        ("Dana R. Other", "person"),
        ("validity of the shares will be passed upon", "odd-firm"),
    ],
)
def test_whose_name_it_is(name: str, sign: str) -> None:
    assert firm_sign(name) == sign


def filing(**lists: typing.Any) -> Filing:
    return Filing("x", "x", "0" * 64, **lists)


def signs(name: str, of: Filing) -> list[tuple[str, ...]]:
    return list(SIGNS[name](getattr(of, name), page_of(of)))


def test_a_signature_is_judged_with_its_page() -> None:
    president = (Capacity("President", (Role.PRES,)),)
    good = Signature("Dana R. Other", "Dana R. Other", president, "2003-09-18")
    askew = [Signature("Richa rd Example", None, president), Signature("President", None, ())]
    assert signs("signatures", filing(signatures=(good,))) == [("even-page", "office", "conformed", "plain-name")]
    assert signs("signatures", filing(signatures=(good, *askew)))[0][0] == "odd-page"


def test_one_row_unsigned_among_signed_ones_is_a_sign() -> None:
    rows = [Signature(f"Dana {x} Other", "Dana Other") for x in "RST"]
    blank = Signature("Blank R. Example", mode=Mode.UNSIGNED)
    assert signs("signatures", filing(signatures=(*rows, blank)))[-1][2] == "unsigned-among-signed"
    assert signs("signatures", filing(signatures=(blank,)))[0][2] == "unsigned"


def test_a_status_that_nothing_says_and_words_deny() -> None:
    refers = Exhibit("4.1", "Articles, incorporated by reference to the 10-K", ExhibitStatus.FILED_HEREWITH)
    filed = Exhibit("5.1", "Opinion of Alder & Birch LLP", ExhibitStatus.FILED_HEREWITH)
    found = signs("exhibits", filing(exhibits=(refers, filed), documents=(DocumentInfo(2, "EX-5.1"),)))
    assert [s[0] for s in found] == ["elsewhere-by-words", "supposed-attached"]


def test_numbers_that_fall_are_a_sign() -> None:
    rows = tuple(Exhibit(number, "Plan") for number in ("4.1", "5.1", "2", "23.1"))
    found = [s[2] for s in signs("exhibits", filing(exhibits=rows))]
    assert found == ["rising", "out-of-order", "out-of-order", "rising"]


def test_a_fee_row_multiplies_out_or_not() -> None:
    right = Offering("Common Stock", None, "2000000", "3.5", "7000000")
    wrong = Offering("Common Stock", None, "2000000", "3.5", "49.76")
    found = [s[0] for s in signs("offerings", filing(offerings=(right, wrong)))]
    assert found == ["product", "other-product"]


def test_every_list_of_facts_is_judged_or_named_as_none() -> None:
    lists = {f.name for f in dataclasses.fields(Filing) if f.name != "evidence" and "tuple[" in str(f.type)}
    records = lists - {"items"}
    assert records - SIGNS.keys() == NOT_JUDGED, "add signs to loaders/confidence/signs.py, run calibrate.py"


def test_whatever_is_judged_can_say_so() -> None:
    hints = typing.get_type_hints(Filing)
    for name in SIGNS:
        record = typing.get_args(hints[name])[0]
        assert "confidence" in {f.name for f in dataclasses.fields(record)}, name


def test_facts_are_judged_and_the_rest_is_left_as_it_was() -> None:
    plain = filing(registrants=(Registrant("Invented Group Inc."),), problems=(Problem("x", "y", "z"),))
    judged = with_confidence(plain)
    sure = judged.registrants[0].confidence
    assert sure is not None
    assert 0 < sure < 1
    assert dataclasses.replace(judged, registrants=plain.registrants) == plain


def test_of_two_readings_neither_is_sure_and_both_together_no_surer_than_one() -> None:
    other = Alternative("status", "incorporated_by_reference", "no legend explains *")
    clear = Exhibit("10.1", "Lease Agreement", ExhibitStatus.FILED_HEREWITH)
    of = filing(exhibits=(clear, dataclasses.replace(clear, number="10.2", alternatives=(other,))))
    plain, marked = signs_of(of, "exhibits", page_of(of))
    assert marked == ("ambiguous",)
    sure, unsure = with_confidence(of).exhibits
    assert (sure.confidence, unsure.confidence) == (confidence("exhibits", plain), confidence("exhibits", marked))
    assert sure.confidence is not None
    assert unsure.confidence is not None
    assert unsure.confidence < sure.confidence
    rest = confidence("exhibits", ())
    assert rest is not None
    (kept,) = unsure.alternatives
    assert kept == dataclasses.replace(other, confidence=round((1 - unsure.confidence) * rest, 3))
    assert unsure.confidence + (kept.confidence or 0) <= 1
