"""Wordings of rows that say where an exhibit is, one for each that was once read otherwise."""

from __future__ import annotations

import pytest

from filigraph.loaders.exhibits.index import read_exhibit_index
from filigraph.loaders.span import Text

CASES = [
    # "filed with" a report, in brackets
    ("3.1", "Articles (filed with the Registrant's Form 10-Q for June 30, 1999)", "incorporated_by_reference"),
    # the day stands between "filed" and "as"
    ("4.1", "Indenture, filed on May 1, 1998 as Exhibit 4 to Form S-3 (33-12345)", "incorporated_by_reference"),
    # schedules are omitted, not the exhibit
    (
        "10.1",
        "Lease (certain schedules omitted; the Company agrees to furnish supplementally a copy upon request)",
        "filed_herewith",
    ),
    ("10.5", "[Intentionally omitted]", "omitted"),
    # to be filed, though it will then be incorporated
    (
        "1.1",
        "Form of Underwriting Agreement (to be filed as an exhibit to a Form 8-K and incorporated herein by reference)",
        "to_be_filed_by_amendment",
    ),
    # an annex of the prospectus of this very statement; of another's prospectus it is not
    ("2.1", "Merger Agreement (included as Annex A to the Proxy Statement/Prospectus)", "in_other_exhibit"),
    (
        "2.1",
        "Merger Agreement (incorporated by reference to Annex A to the Proxy Statement/Prospectus dated May 1, 1998)",
        "incorporated_by_reference",
    ),
    # Part II ends with the signatures
    ("24.1", "Power of Attorney (included in Part II of the Registration Statement)", "on_signature_page"),
    # another page of Part II
    ("23.1", "Consent of Vane LLP (see page II-6)", "filed_herewith"),
]


@pytest.mark.parametrize(("number", "description", "status"), CASES)
def test_where_an_exhibit_is(number: str, description: str, status: str) -> None:
    chars = f"EXHIBIT INDEX\n\nExhibit\nNumber    Description\n\n{number}       {description}\n\nSIGNATURES\n"

    assert [(e.number, e.status.value) for e in read_exhibit_index(Text(1, chars, chars))] == [(number, status)]
