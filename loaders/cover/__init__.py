"""The cover of a filing: registrants, plans, agent for service and the lawyers who get copies.

    CAPITAL TOOLS TRUST
    (Exact Name of Registrant as Specified in Its Charter)

    Maryland                               54-1870224
    (State of Incorporation)               (I.R.S. Employer Identification No.)
    ...
    1998 EQUITY INCENTIVE PLAN
    (Full Title of the Plan)

The page is read in three steps: cells and columns (`layout`), captions and what they name (`labels`, `fields`), and
a reader for each kind of field. One way for all forms and for text and HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..header import Header
from ..records import Agent, Counsel, Evidences, Plan, Problem, Registrant, cite, unique
from ..span import Piece, Text
from .agent import counsel_among, read_agents
from .copies import read_copies
from .fields import Field, fields_of
from .front import read_front
from .labels import Kind
from .layout import Item, Row, items_of, pieces_of, rows_of
from .period import read_period
from .plans import read_plans, without_caption
from .registrants import read_registrants
from .table import Entry, read_table

_STOP = re.compile(
    r"[ \t]*(?:part\s+(?:i|ii|one|two)\b|information\s+required\s+in|explanatory\s+note|prospectus[ \t]*$|item\s+\d"
    r"|subject\s+to\s+completion|documents\s+incorporated|incorporation\s+of\s+documents|general\s+instruction\s+e\s+info"
    r"|signatures?[ \t]*$|the\s+information\s+in\s+this\s+prosp|deregistration\s+of|statement\s+regarding\s+incorp"
    r"|interests\s+of\s+named\s+experts|legal\s+matters[ \t]*$)",
    re.I,
)
_FEES = re.compile(r"\W*calculation\s+of", re.I)
_COPIES = re.compile(r"\bcop(?:y|ies)\b", re.I)
_MAX_LINES = 420
_MIN_LINES = 8  # a stop sooner than this is part of the heading
_PLAN_FORM = re.compile(r"S-8", re.I)


@dataclass(frozen=True, slots=True)
class Cover:
    """What a cover says; ``counsel`` holds the firms of its copies-to block and those that are agent for service."""

    form_type: str | None = None
    filed: str | None = None
    period: str | None = None
    registration_number: str | None = None
    registrants: tuple[Registrant, ...] = ()
    plans: tuple[Plan, ...] = ()
    agents: tuple[Agent, ...] = ()
    counsel: tuple[Counsel, ...] = ()
    evidence: Evidences = ()
    problems: tuple[Problem, ...] = ()


def read_cover(text: Text, header: Header | None = None) -> Cover:
    """The cover of the main document ``text``; ``header`` gives CIKs and, for want of a cover, the registrants."""
    last = _end(text)
    end = text.starts[last] if last < len(text.starts) else len(text.chars)
    front = read_front(text, end)
    table = read_table(text, last)
    fields = tuple(fields_of(items_of(_outside(rows_of(text, 0, last), table))))
    form = (header.form_type if header else None) or front.form_type or ""
    period, period_evidence = read_period(text, end, form) if not (header and header.period) else (None, ())
    registrants = read_registrants(text, last, fields, table, header)
    plans, agents = _people_and_plans(fields, bool(_PLAN_FORM.match(form)))
    copies = [f for f in fields if f.kind is Kind.COPIES]
    name = registrants[0].name if registrants else None
    counsel = _merged((*counsel_among(agents), *(c for f in copies for c in read_copies(f.value, name, agents))))
    problems = () if registrants else (Problem("no-registrant", "cover", "no registrant's name was found"),)
    return Cover(
        front.form_type,
        front.filed,
        period,
        front.registration_number,
        registrants,
        plans,
        agents,
        counsel,
        front.evidence + period_evidence,
        problems,
    )


def _end(text: Text) -> int:
    """The number of the line that ends the cover: its fee table where the lawyers are named above it, else Part I."""
    copies = False
    for number, line in enumerate(text.lines[:_MAX_LINES]):
        if not line or number < _MIN_LINES:
            continue
        if _STOP.match(line) or (copies and _FEES.match(line)):
            return number
        copies = copies or bool(_COPIES.search(line))
    return min(len(text.lines), _MAX_LINES)


def _outside(rows: list[Row], table: tuple[Entry, ...]) -> list[Row]:
    """The rows above and below a table of registrants and its three lines of heading."""
    if not table:
        return rows
    lines = [piece.line for entry in table for piece in entry[0][1]]
    first, last = min(lines), max(lines)
    heads = [row[0].line for row in rows if row[0].line < first and len(row) > 1 and first - row[0].line < 8]
    start = min(heads, default=first)
    return [row for row in rows if not start <= row[0].line <= last]


def _people_and_plans(fields: tuple[Field, ...], has_plans: bool) -> tuple[tuple[Plan, ...], tuple[Agent, ...]]:
    titled = [f for f in fields if f.kind is Kind.PLAN and f.value]
    plans = tuple(p for f in titled for p in read_plans(pieces_of(f.value))) if has_plans else ()
    agents: list[Agent] = []
    for at, field in enumerate(fields):
        if field.kind is not Kind.AGENT:
            continue
        value = _named(fields, at)
        if has_plans and not titled:
            titles, value = _plan_over_agent(value)
            plans += read_plans(titles)
        agents.extend(_with_phone(agent, fields[at + 1 :]) for agent in read_agents(value))
    return plans, tuple(agents)


def _with_phone(agent: Agent, after: tuple[Field, ...]) -> Agent:
    """The agent with the telephone number that a caption of its own names below."""
    phones = [
        p
        for f in after[:1]
        if f.kind is Kind.AGENT_PHONE
        for p in pieces_of(f.value)
        if any(c.isdigit() for c in str(p))
    ]
    if agent.phone or not phones:
        return agent
    return replace(agent, phone=phones[0].words, evidence=agent.evidence + cite("phone", phones[0]))


def _named(fields: tuple[Field, ...], at: int) -> tuple[Item, ...]:
    """What an agent's caption names; where it stands under another block, the cells before that without caption."""
    if fields[at].value:
        return fields[at].value
    before = [f for f in fields[:at] if f.kind is None]
    return before[-1].value if before else ()


def _plan_over_agent(value: tuple[Item, ...]) -> tuple[list[Piece], tuple[Item, ...]]:
    cells = [item for item in value if isinstance(item, Piece)]
    titles, rest = without_caption(cells)
    kept = {id(piece) for piece in rest}
    return titles, tuple(item for item in value if not isinstance(item, Piece) or id(item) in kept)


def _merged(counsel: tuple[Counsel, ...]) -> tuple[Counsel, ...]:
    """One entry a firm, as it is first printed."""
    out: dict[str, Counsel] = {}
    for entry in counsel:
        key = re.sub(r"\W+|\band\b", "", entry.firm.casefold().replace("&", ""))
        if key not in out:
            out[key] = entry
            continue
        first = out[key]
        known = {name.casefold() for name in first.lawyers}
        lawyers = first.lawyers + tuple(n for n in entry.lawyers if n.casefold() not in known)
        capacities = tuple(c for c in type(first.capacities[0]) if c in first.capacities + entry.capacities)
        out[key] = replace(
            first, lawyers=unique(lawyers), capacities=capacities, evidence=first.evidence + entry.evidence
        )
    return tuple(out.values())
