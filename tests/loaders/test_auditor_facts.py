"""Auditor tags complete an auditor that the text named, or name one alone."""

from __future__ import annotations

from filigraph.loaders.auditor_facts import with_tags
from filigraph.loaders.records import Auditor, AuditorCapacity

TAGS = (
    '<html><ix:nonNumeric name="dei:AuditorName" contextRef="c">Count &amp; Check LLP</ix:nonNumeric>'
    '<ix:nonNumeric name="dei:AuditorFirmId" contextRef="c">4242</ix:nonNumeric>'
    '<ix:nonNumeric name="dei:AuditorLocation" contextRef="c">Knoxville, Tennessee</ix:nonNumeric></html>'
)


def test_an_auditor_of_the_text_gets_id_and_place() -> None:
    named = Auditor("Count & Check, LLP", (AuditorCapacity.CONSENT,))
    (found,) = with_tags((named,), 1, TAGS)
    assert (found.firm, found.capacities, found.firm_id, found.location) == (
        "Count & Check, LLP",
        (AuditorCapacity.CONSENT,),
        "4242",
        "Knoxville, Tennessee",
    )
    assert [TAGS[e.span.start : e.span.end] for e in found.evidence] == [e.quote for e in found.evidence]


def test_a_firm_that_only_the_tags_name_is_an_auditor() -> None:
    (found,) = with_tags((), 1, TAGS)
    assert (found.firm, found.capacities) == ("Count & Check LLP", (AuditorCapacity.REPORT,))


def test_tags_of_two_firms_add_nothing() -> None:
    two = TAGS.replace("</html>", '<ix:nonNumeric name="dei:AuditorFirmId" contextRef="d">7</ix:nonNumeric></html>')
    assert with_tags((), 1, two) == ()


def test_no_tags() -> None:
    assert with_tags((), 1, "<html></html>") == ()
