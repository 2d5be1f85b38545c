"""Rules on powers, case by case: each line is preceded by the trap it guards."""

from __future__ import annotations

from dataclasses import replace

import pytest

from filigraph.identity.appointments import Papers, Power, Use
from filigraph.identity.authority import REASONS, RULES, Finding, Offer, find_authority

HERE = Papers("filing/2", "2003-09-19", "S-8 POS", ("company/c",), ("registration/333-00001",))
EARLIER = Papers("filing/1", "2001-03-05", "S-8", ("company/c",), ("registration/333-00001",))
ELSE = replace(EARLIER, statements=("registration/333-00009",))
USE = Use("filing/2/signature/3", "filing/2/person/a", "2003-09-18")
PAGE = Power("filing/1/power/1", ("filing/1/person/a",), ("filing/1/person/g",))
EXHIBIT = replace(PAGE, exhibit="24.1", granted="2001-03-01", forms=("S-8",))


def offer(power: Power, papers: Papers, *, named: bool = True, given: bool = True) -> Offer:
    return Offer(power, papers, power.attorneys[0] if named else "", power.grantors[0] if given else "")


ANNUAL = replace(HERE, form="10-K405/A", statements=())
CASES = [
    # an exhibit of the filing itself, even if it names other forms
    ("P1", USE, HERE, offer(replace(EXHIBIT, forms=("10-K",)), HERE)),
    # the signer signed the page that appoints, in another row
    ("P2", USE, HERE, offer(PAGE, HERE)),
    # a page of an earlier filing covers its own registration statement
    ("P3", USE, HERE, offer(PAGE, EARLIER)),
    # ... which may be cited instead
    ("P3", USE, replace(HERE, statements=(), cited=("registration/333-00001",)), offer(PAGE, EARLIER)),
    # an exhibit that names the form, whatever registration statement it was filed with
    ("P4", USE, HERE, offer(EXHIBIT, ELSE)),
    # a variant of the form is of the form
    ("P4", USE, ANNUAL, offer(replace(EXHIBIT, forms=("3", "10-K")), ELSE)),
    # the list of exhibits says that powers were filed before
    ("P5", USE, replace(HERE, filed_before=True), offer(PAGE, ELSE)),
    # ... but not one that names other forms
    ("N1", USE, replace(HERE, filed_before=True), offer(replace(EXHIBIT, forms=("3", "4")), ELSE)),
    # the page appoints for all who sign below; this one signs below by the attorney only
    ("P6", USE, HERE, offer(PAGE, HERE, given=False)),
    # of an exhibit nobody who gives it was read
    ("P6", USE, HERE, Offer(replace(EXHIBIT, grantors=()), EARLIER, "filing/1/person/a", "")),
    # an exhibit says who gives it: somebody else
    ("N4", USE, HERE, offer(EXHIBIT, HERE, given=False)),
    # a page of an earlier filing too
    ("N4", USE, HERE, offer(PAGE, EARLIER, given=False)),
    # nothing says that the page of another filing covers this one
    ("N1", USE, HERE, offer(PAGE, ELSE)),
    # S-1 is not S-11
    ("N1", USE, replace(HERE, form="S-11"), offer(replace(EXHIBIT, forms=("S-1",)), ELSE)),
    # granted after the signature, in the same filing
    ("N2", USE, HERE, offer(replace(EXHIBIT, granted="2003-09-19"), HERE)),
    # granted before, filed after
    ("N2", USE, HERE, offer(EXHIBIT, replace(EARLIER, filed="2003-09-20"))),
    # a later power that does not name the attorney says nothing
    ("N5", USE, HERE, offer(PAGE, replace(EARLIER, filed="2003-09-20"), named=False)),
    # the signer's power names others
    ("N3", USE, HERE, offer(PAGE, EARLIER, named=False)),
    # without a day of filing nobody knows which came first
    ("N5", USE, replace(HERE, filed=""), offer(PAGE, EARLIER)),
    # ... but what is in one filing is together
    ("P2", replace(USE, day=""), replace(HERE, filed=""), offer(PAGE, replace(HERE, filed=""))),
    # no day of the signature: that of the filing
    ("P1", replace(USE, day=""), HERE, offer(replace(EXHIBIT, granted="2003-09-19"), HERE)),
    # the page says "attorney-in-fact" and no name
    ("N6", replace(USE, attorney=""), HERE, offer(PAGE, EARLIER)),
]


@pytest.mark.parametrize(("rule", "use", "papers", "given"), CASES)
def test_one_power(rule: str, use: Use, papers: Papers, given: Offer) -> None:
    assert find_authority(use, papers, [given]).rule == rule


def test_every_rule_and_reason_has_a_case() -> None:
    assert {case[0] for case in CASES} == {*RULES, *REASONS}


def test_the_surest_rule_is_taken_then_the_latest_power() -> None:
    later = replace(EARLIER, filing="filing/3", filed="2002-01-02")
    newer = Offer(replace(PAGE, iri="filing/3/power/1"), later, "a", "g")
    other = offer(EXHIBIT, ELSE)
    for offers in ([other, offer(PAGE, EARLIER), newer], [newer, offer(PAGE, EARLIER), other]):
        assert find_authority(USE, HERE, offers) == Finding("P3", "filing/3/power/1", "a", "g")


def test_of_two_misses_the_nearer_one_is_told() -> None:
    offers = [offer(PAGE, EARLIER, named=False), offer(PAGE, ELSE)]
    assert find_authority(USE, HERE, offers) == Finding("N1", PAGE.iri, PAGE.attorneys[0], PAGE.grantors[0])
