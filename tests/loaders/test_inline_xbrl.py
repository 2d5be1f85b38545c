"""Inline XBRL facts: values without markup, spans of what is printed, hidden facts and forced wraps included."""

from __future__ import annotations

from filigraph.loaders.inline_xbrl import Fact, read_facts
from filigraph.loaders.span import Span

SOURCE = (
    "<html><ix:header><ix:hidden>"
    '<ix:nonNumeric contextRef="c-1" name="dei:EntityCentralIndexKey" id="f-1">0000000042</ix:nonNumeric>'
    "</ix:hidden></ix:header><p>"
    '<ix:nonNumeric name="dei:EntityRegistrantName" contextRef="c-1"> R&amp;D <b>Roe</b>&#160;Corp. </ix:nonNumeric>'
    '<ix:nonNumeric contextRef="c-1" name="dei:EntityFilerCategory" xsi:nil="true"></ix:nonNumeric>'
    '<ix:nonNumeric contextRef="c-1" name="dei:Flag" format="ixt:fixed-true"></ix:nonNumeric>'
    "<ix:nonFraction name='ffd:FeeAmt' contextRef='c-2' unitRef='usd' scale='0'>1,234.50</ix:nonFraction>"
    '<ix:nonNumeric name="us-gaap:Other" contextRef="c-1">x</ix:nonNumeric></p></html>'
)


def quotes(source: str, facts: tuple[Fact, ...]) -> list[str]:
    return [source[fact.span.start : fact.span.end] for fact in facts]


def test_facts() -> None:
    facts = read_facts(2, SOURCE)
    assert [(f.name, f.value, f.context, f.format) for f in facts] == [
        ("dei:EntityCentralIndexKey", "0000000042", "c-1", ""),
        ("dei:EntityRegistrantName", "R&D Roe Corp.", "c-1", ""),
        ("dei:Flag", "", "c-1", "ixt:fixed-true"),
        ("ffd:FeeAmt", "1,234.50", "c-2", ""),
    ]
    assert quotes(SOURCE, facts)[:2] == ["0000000042", "R&amp;D <b>Roe</b>&#160;Corp."]
    assert quotes(SOURCE, facts)[2].startswith("<ix:nonNumeric contextRef=")
    assert quotes(SOURCE, facts)[3] == "1,234.50"
    assert {f.span.document for f in facts} == {2}


def test_other_prefixes() -> None:
    assert [f.value for f in read_facts(1, SOURCE, ("us-gaap",))] == ["x"]


def test_a_fact_inside_a_fact() -> None:
    inner = '<ix:nonNumeric name="dei:AuditorName" contextRef="c">Roe LLP</ix:nonNumeric>'
    source = f'<ix:nonNumeric name="dei:Note" contextRef="c">By {inner}, Salem</ix:nonNumeric>'
    assert [(f.name, f.value) for f in read_facts(1, source)] == [
        ("dei:AuditorName", "Roe LLP"),
        ("dei:Note", "By Roe LLP, Salem"),
    ]


def test_forced_wraps() -> None:
    flat = "<html>" + SOURCE * 6
    wrapped = "\n".join(flat[at : at + 1023] for at in range(0, len(flat), 1023))
    facts = read_facts(1, wrapped)
    assert [f.value for f in facts] == [f.value for f in read_facts(1, flat)]
    assert [q.replace("\n", "") for q in quotes(wrapped, facts)] == quotes(flat, read_facts(1, flat))


def test_broken_elements() -> None:
    assert read_facts(1, '</ix:nonNumeric><ix:nonNumeric name="dei:X">never closed') == ()
    assert read_facts(1, "plain text") == ()
    fact = read_facts(1, '<ix:nonNumeric name="dei:X" contextRef="c"/>')[0]
    assert fact == Fact("dei:X", "", Span(1, 0, 44), "c")
