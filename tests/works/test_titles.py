"""What a title names, and what makes it a version."""

from __future__ import annotations

import pytest

from filigraph.works.titles import Title, part_title, said_title


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Form of Note (filed as Exhibit 4.1 to Form 8-K and incorporated herein by reference)", "Form of Note"),
        ("Bylaws, incorporated by reference to Exhibit 3.2 to Form 10", "Bylaws"),
        ("Consent of Counsel (filed herewith).", "Consent of Counsel"),
        # a title's own words of filing stay
        ("Articles, filed with the Secretary of State", "Articles, filed with the Secretary of State"),
        ("Plan\n  of 1998", "Plan of 1998"),
    ],
)  # fmt: skip
def test_the_words_of_a_reference_are_no_part_of_a_title(printed: str, title: str) -> None:
    assert said_title(printed) == title


@pytest.mark.parametrize(
    ("printed", "name", "mark"),
    [
        ("Bylaws of the Registrant", "bylaws", ""),
        ("By-Laws of Ambervale Pumps, Inc., as amended through May 4, 1997", "bylaws", "as amended through may 4 1997"),
        ("Third Amended and Restated By-Laws of the Company", "bylaws", "third amended and restated"),
        ("Restated Bylaws effective as of May 1, 2003", "bylaws", "restated, effective as of may 1 2003"),
        ("Amended & Restated Bylaws", "bylaws", "amended and restated"),
        ("Articles, filed with the Secretary of State of Ohio on May 1, 2003", "articles",
         "filed with the secretary of state of ohio on may 1 2003"),
        ("Bylaws as currently in effect", "bylaws", ""),
        ("Ambervale Pumps, Inc. 1998 Stock Option Plan, as amended", "1998 stock option plan", "as amended"),
        ("Amendment No. 2 to the 1998 Stock Option Plan", "1998 stock option plan", "amendment no 2"),
        ("Certificate of Amendment of Articles", "articles", "certificate of amendment"),
        ("Amendment No. 1 to Amended and Restated Lease", "lease", "amendment no 1, amended and restated"),
        # the day of an agreement tells it from others, that of an amendment does not
        ("Amendment dated as of May 1, 2002 to Lease dated June 1, 2001", "lease dated june 1 2001", "amendment"),
        ("Lease dated June 1, 2001", "lease dated june 1 2001", ""),
        # another's plan keeps its name
        ("Bitterroot Valves Corporation 1990 Plan", "bitterroot valves corp 1990 plan", ""),
        ("Amendment", "amendment", ""),
    ],
)  # fmt: skip
def test_a_title_is_parted_into_name_and_mark(printed: str, name: str, mark: str) -> None:
    assert part_title(printed, ("ambervale pumps inc",)) == Title(name, mark)
