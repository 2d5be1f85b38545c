"""People's names as filings print them. All are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filigraph.loaders.names import PersonName, clean_name, looks_like_person, parse_name, suffix_of


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Dr. John Loon", "John Loon"),
        ("PETER S. KNIGHTLY, ESQ.", "PETER S. KNIGHTLY"),
        ("Me Aline Gagnier", "Aline Gagnier"),  # maître, of a lawyer in Quebec
        ("Ross T. Wetherly, Q.C.", "Ross T. Wetherly"),
        ("Samuel J. Furlow, Jr.", "Samuel J. Furlow, Jr."),  # a suffix is identity
        ("A LICE L. J OLLEY", "ALICE L. JOLLEY"),  # small capitals
        ("JOHN A SMYTHE", "JOHN A SMYTHE"),  # an initial without a period
        ("Stefan Vitrov, MS, MBA", "Stefan Vitrov"),
        ("Bruce Boothby, D.Phil", "Bruce Boothby"),
        ("Admiral Phil S. Davison", "Phil S. Davison"),
        ("Gen. Harlan T. Boycott, USAF (Ret.)", "Harlan T. Boycott"),
        ("The Honorable Ann B. Venn", "Ann B. Venn"),
        ("Ivana Magov\u010devi\u0107-Lieb, Ph.D., J.D.", "Ivana Magov\u010devi\u0107-Lieb"),
        ("(Louis V. Gerstle, Jr.", "Louis V. Gerstle, Jr."),
        ("J. T. GORMANN*", "J. T. GORMANN"),
        ("Lord Powys of Bayswater KCMG", "Lord Powys of Bayswater"),
    ],
)
def test_honorifics_and_degrees_come_off(printed: str, name: str) -> None:
    assert clean_name(printed) == name


@pytest.mark.parametrize(
    "printed",
    [
        "Ann B. Carver",
        "LODEWIJK C. van WACHTEN",
        "W.A. Freeland",
        "Ana Botinova",
        "Robert J, Finnegan, Jr",
        "d'Arcy MacKay",
    ],
)
def test_people(printed: str) -> None:
    assert looks_like_person(printed)


@pytest.mark.parametrize(
    "printed",
    [
        "Ledger & Tally LLP",
        "Director",
        "General Motors",
        "Date: X",
        "OAKES, JR.",
        "Lead Independent",
        "Vice President",
        "Exhibit Index",
        "Table of Contents",
        "Part II",
        "May 4, 1999",
        "Power of Attorney",
        "",
        "Ann",
        "the Registrant",
        "Benefits Committee",
        "First National Bank",
    ],
)
def test_what_is_no_person(printed: str) -> None:
    assert not looks_like_person(printed)


@pytest.mark.parametrize(
    ("printed", "inverted", "parts"),
    [
        ("Mary Ann de la Cruz III", False, PersonName("Mary", "Ann", "de la Cruz", "III", "")),
        ('Jose "Pepe" Carmine', False, PersonName("Jose", "", "Carmine", "", "Pepe")),
        ("Robert (Bob) Tillery Sr.", False, PersonName("Robert", "", "Tillery", "Sr", "Bob")),
        ("FOSTERLING ALAN H JR", True, PersonName("ALAN", "H", "FOSTERLING", "Jr", "")),
        ("VAN DER BERG JAN", True, PersonName("JAN", "", "VAN DER BERG", "", "")),
        ("Cher", False, PersonName(family="Cher")),
    ],
)
def test_parts(printed: str, inverted: bool, parts: PersonName) -> None:
    assert parse_name(printed, inverted) == parts


def test_father_and_son_have_other_suffixes() -> None:
    assert suffix_of("Ann Carver, Jr.") == "Jr" != suffix_of("Ann Carver")
    assert suffix_of("Edsel Carver II") == "II"


@given(st.text())
def test_any_text_is_read_without_error(words: str) -> None:
    assert clean_name(clean_name(words)) == clean_name(clean_name(clean_name(words)))
    looks_like_person(words)
    parse_name(words)
