"""Who left and who took an office: one line a trap."""

from __future__ import annotations

import pytest

from filigraph.loaders.events.changes import read_office_changes
from filigraph.loaders.events.items import read_sections
from filigraph.loaders.render import render

Read = tuple[str, str, tuple[str, ...], str | None, str | None]


def read(*sentences: str, item: str = "Item 5.02.  Departure of Directors.") -> tuple[list[Read], int]:
    text = render(1, f"{item}\n\n" + "\n\n".join(sentences) + "\n\nSIGNATURE\n")
    changes, problems = read_office_changes(text, read_sections(text), ("Orley Foods, Inc.",))
    for change in changes:
        for place in change.evidence:
            assert text.source[place.span.start : place.span.end] == place.quote
    return [(c.name, c.kind.value, tuple(k.title for k in c.capacities), c.effective, c.noticed) for c in changes], len(
        problems
    )


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (  # a date before "that" is the notice's, the one behind the change's
            "The Registrant announced on May 9, 2000 that on May 4, 2000, Mark A. Orley resigned from his position as "
            "Senior Vice President of Manufacturing.",
            [("Mark A. Orley", "departure", ("Senior Vice President of Manufacturing",), "2000-05-04", "2000-05-09")],
        ),
        (  # a retirement announced: the pronoun, two offices, a day to come
            "On July 21, 2010, Dr. Eli Harrow, the Chairman of the Board of Directors, informed the Board that he will "
            "retire as Chief Executive Officer of Orley Foods, Inc. and as a director, as of December 31, 2010.",
            [("Eli Harrow", "departure", ("Chief Executive Officer", "director"), "2010-12-31", "2010-07-21")],
        ),
        (  # active voice, several people, a plural office
            "On December 5, 2017, the Board elected Safra A. Kenby and Francis A. deSorn as Directors, effective "
            "February 1, 2018.",
            [
                ("Safra A. Kenby", "appointment", ("Director",), "2018-02-01", "2017-12-05"),
                ("Francis A. deSorn", "appointment", ("Director",), "2018-02-01", "2017-12-05"),
            ],
        ),
        (  # passive voice behind a list with ages and an apposition
            "On June 25, 2006, the Company announced that Doug Penby, 61, and Troy Rohrby, 56, Co-CEOs of the Trade "
            "Division, have been elected Co-Presidents of the Company, effective immediately.",
            [
                ("Doug Penby", "appointment", ("Co-President",), "2006-06-25", None),
                ("Troy Rohrby", "appointment", ("Co-President",), "2006-06-25", None),
            ],
        ),
        (  # of two offices the one behind "to"
            "On May 3, 2010, the Board promoted Ann B. Kenby from Treasurer to Chief Financial Officer.",
            [("Ann B. Kenby", "appointment", ("Chief Financial Officer",), "2010-05-03", None)],
        ),
        (  # who somebody was, in a clause of its own; the change behind it
            "On May 3, 2010, Ann B. Kenby, who has been Treasurer since 2004, became Controller.",
            [("Ann B. Kenby", "appointment", ("Controller",), "2010-05-03", None)],
        ),
        (
            "On May 3, 2010, the Company announced that Ann B. Kenby would become its Chief Executive Officer.",
            [("Ann B. Kenby", "appointment", ("Chief Executive Officer",), None, "2010-05-03")],
        ),
        (
            "Ann B. Kenby has become President, effective June 1, 2010.",
            [("Ann B. Kenby", "appointment", ("President",), "2010-06-01", None)],
        ),
        (
            "On June 1, 2010, Ann B. Kenby took over as Chief Operating Officer.",
            [("Ann B. Kenby", "appointment", ("Chief Operating Officer",), "2010-06-01", None)],
        ),
        (
            "Ann B. Kenby will serve as the Company's interim Treasurer, effective June 1, 2010.",
            [("Ann B. Kenby", "appointment", ("interim Treasurer",), "2010-06-01", None)],
        ),
        (
            "On June 1, 2010, Ann B. Kenby was elevated to the position of President.",
            [("Ann B. Kenby", "appointment", ("President",), "2010-06-01", None)],
        ),
        (  # a term, no change
            "Ann B. Kenby will serve as a director until the annual meeting of stockholders on May 3, 2011.",
            [],
        ),
        (  # a noun; the office stands beside the name
            "On November 16, 2009, the Company announced the resignation of Steven L. Hoekby, Executive Vice President "
            "and Chief Lending Officer of Orley Bank.",
            [
                (
                    "Steven L. Hoekby",
                    "departure",
                    ("Executive Vice President", "Chief Lending Officer"),
                    None,
                    "2009-11-16",
                )
            ],
        ),
        (  # the board itself is a seat; a committee's is none
            "On May 1, 2014, Patrick T. Hackby, a member of the Board of Directors, notified the Company of his "
            "decision to resign from the Board effective immediately.",
            [("Patrick T. Hackby", "departure", ("Board",), "2014-05-01", None)],
        ),
        ("Ann B. Carver was appointed to serve on the Audit Committee of the Board.", []),
        (  # a day that hangs on an event is not said
            "On May 1, 2014, the Board appointed Ann B. Carver as Treasurer, effective upon completion of the merger.",
            [("Ann B. Carver", "appointment", ("Treasurer",), None, "2014-05-01")],
        ),
        ("If Ann B. Carver resigned as Treasurer for good reason, she would be paid.", []),  # what might happen
        ("Ann B. Carver will serve as a director until her successor is elected as director.", []),
        ("Ann B. Carver was named President of Quist Tools, Inc. in 1998.", []),  # a career
        ("On May 1, 2014, Ann B. Carver was elected director of Quist Tools, Inc.", []),  # another company's
        ("There are no arrangements by which Ann B. Carver was appointed as Treasurer.", []),
        ("On May 1, 2014, the named executive officers received a bonus.", []),
    ],
)
def test_a_sentence(sentence: str, found: list[Read]) -> None:
    assert read(sentence) == (found, 0)


def test_who_takes_the_place_of_whom() -> None:
    text = render(
        1,
        "Item 5.02\n\nOn May 1, 2014, the Board appointed Michael E. Marks as Chairman of the Board to succeed "
        "Eli Harrow. Paul R. Stane resigned as Treasurer and will be succeeded by Ann B. Carver.\n",
    )
    changes, _ = read_office_changes(text, read_sections(text), ())
    assert [(c.name, c.predecessor, c.successor) for c in changes] == [
        ("Michael E. Marks", "Eli Harrow", None),
        ("Paul R. Stane", None, "Ann B. Carver"),
    ]


def test_a_short_name_is_the_one_person_of_that_family() -> None:
    found, _ = read("The Company met Ann B. Carver.", "On May 1, 2014, Ms. Carver resigned as Treasurer.")
    assert found == [("Ann B. Carver", "departure", ("Treasurer",), "2014-05-01", None)]


def test_a_short_name_of_nobody_is_a_problem() -> None:
    assert read("On May 1, 2014, Ms. Carver resigned as Treasurer.") == ([], 1)


def test_among_other_events_only_what_is_plain_and_no_problem() -> None:
    item = "Item 5.  Other Events."
    assert read("On May 1, 2003, Ms. Carver resigned as Treasurer.", item=item) == ([], 0)
    found, _ = read("On May 1, 2003, Ann B. Carver resigned as Treasurer.", item=item)
    assert found == [("Ann B. Carver", "departure", ("Treasurer",), "2003-05-01", None)]


def test_other_items_say_nothing_of_offices() -> None:
    item = "Item 7.  Financial Statements and Exhibits."
    assert read("On May 1, 2003, Ann B. Carver resigned as Treasurer.", item=item) == ([], 0)
