"""People found behind mentions: the same whatever the order, fathers apart from sons."""

from __future__ import annotations

import random

from filigraph.identity.people import PersonMention, resolve_people, take_people
from filigraph.identity.register import Register
from filigraph.identity.settle import settle_people

MENTIONS = [
    PersonMention("m1", "Harlan J. Quist, Jr.", "c1", "f1"),
    PersonMention("m2", "Harlan J. Quist", "c1", "f1"),
    PersonMention("m3", "HARLAN J. QUIST, JR.", "c1", "f2"),
    PersonMention("m4", "H. J. Quist, Jr.", "c1", "f3"),
    PersonMention("m5", "Mirela T. Osgood", "c1", "f1"),
    PersonMention("m6", "Mirela T. Osgood", "c2", "f4"),
    PersonMention("m7", "Mirela Osgood", "c3", "f5"),
    PersonMention("m8", "OSGOOD MIRELA T", "c3", "", "0001999999", True),
]


def groups(mentions: list[PersonMention]) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for link in resolve_people(mentions):
        found.setdefault(link.person, set()).add(link.mention)
    return {frozenset(g) for g in found.values()}


def test_groups() -> None:
    assert groups(MENTIONS) == {
        frozenset({"m1", "m3", "m4"}),
        frozenset({"m2"}),
        frozenset({"m5", "m6", "m7", "m8"}),
    }


def test_order_does_not_matter() -> None:
    shuffled = MENTIONS.copy()
    random.Random(7).shuffle(shuffled)
    assert resolve_people(shuffled) == resolve_people(MENTIONS)


def test_an_initial_that_fits_two_people_joins_neither() -> None:
    found = groups(
        [
            PersonMention("m1", "H. Quist", "c1", "f1"),
            PersonMention("m2", "Harlan Quist", "c1", "f2"),
            PersonMention("m3", "Henrike Quist", "c1", "f2"),
        ]
    )
    assert found == {frozenset({"m1"}), frozenset({"m2"}), frozenset({"m3"})}


def test_a_common_name_elsewhere_is_another_person() -> None:
    common = [PersonMention(f"m{n}", "James A. Johnson", f"c{n}", f"f{n}") for n in range(3)]
    rare = [PersonMention(f"m{n}", "Mirela A. Osgoodson", f"c{n}", f"f{n}") for n in range(3)]
    assert len(groups(common)) == 3
    assert len(groups(rare)) == 1


def test_a_name_with_many_middle_initials_is_common() -> None:
    crowd = [PersonMention(f"m{n}", f"Mirela {x}. Osgoodson", f"c{n}", f"f{n}") for n, x in enumerate("ABCDEFGHA")]
    assert len(groups(crowd)) == len(crowd)


def test_initials_elsewhere_join_under_the_exploratory_policy_only() -> None:
    def loosely(*extra: PersonMention) -> tuple[str, str, str, str]:
        register = Register()
        one = PersonMention("m1", "Mirela T. Osgoodson", "c1", "f1")
        take_people(register, [one, PersonMention("m2", "M. T. Osgoodson", "c2", "f2"), *extra])
        settle_people(register)
        rows = register.db.execute("SELECT entity, loose FROM mention WHERE iri IN ('m1', 'm2') ORDER BY iri")
        (a, loose_a), (b, loose_b) = rows.fetchall()
        return a, b, loose_a, loose_b

    a, b, loose_a, loose_b = loosely()
    assert a != b
    assert loose_a == loose_b
    _, _, loose_a, loose_b = loosely(PersonMention("m3", "Marten T. Osgoodson", "c3", "f3"))
    assert loose_a != loose_b, "somebody else fits the initials, too"
