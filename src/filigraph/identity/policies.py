"""How sure a link must be before queries see two mentions as one: three policies, each a threshold.

The partitions are nested: what is one person under `STRICT` is one under `BALANCED`, what is one there is one under
`EXPLORATORY`. Each has its own property from a mention to its entity and its own graph of ties; `fg:resolvedTo` is the
balanced one.
"""

from __future__ import annotations

from enum import StrEnum

from filigraph.loaders.iri import DERIVED, ID
from filigraph.ontology.terms import FG
from filigraph.store.scan import tokens


class Policy(StrEnum):
    """``strict`` for claims about people, ``balanced`` for daily use, ``exploratory`` for leads."""

    STRICT = "strict"
    BALANCED = "balanced"
    EXPLORATORY = "exploratory"

    @property
    def threshold(self) -> float:
        """The least score at which two mentions are one."""
        return _THRESHOLDS[self]

    @property
    def resolved_to(self) -> str:
        """The property that leads from a mention to its entity."""
        return FG + _PROPERTIES[self]

    @property
    def resolution(self) -> str:
        """The graph that says so."""
        return f"{ID}graph/resolution/{'current' if self is Policy.BALANCED else self.value}"

    @property
    def derived(self) -> str:
        """The graph of ties between the entities of this policy and companies."""
        return DERIVED if self is Policy.BALANCED else f"{DERIVED}/{self.value}"


_THRESHOLDS = {Policy.STRICT: 0.8, Policy.BALANCED: 0.6, Policy.EXPLORATORY: 0.45}
_PROPERTIES = {
    Policy.STRICT: "strictlyResolvedTo",
    Policy.BALANCED: "resolvedTo",
    Policy.EXPLORATORY: "looselyResolvedTo",
}
#: From the surest to the least sure: the order in which links join.
BY_THRESHOLD = (Policy.STRICT, Policy.BALANCED, Policy.EXPLORATORY)


def under(text: str, policy: Policy) -> str:
    """A query on the default policy as one on another: the property and the graph of ties exchanged, nothing else."""
    if policy is Policy.BALANCED:
        return text
    other = {Policy.BALANCED.resolved_to: policy.resolved_to, Policy.BALANCED.derived: policy.derived}
    prefixes: dict[str, str] = {}
    out, before = [], ("", "")
    for kind, token in tokens(text):
        iri = token[1:-1] if kind == "iri" else ""
        if kind == "iri" and before[1].upper() == "PREFIX":
            prefixes[before[0]] = iri
        if kind == "prefixed":
            name, _, local = token.partition(":")
            iri = prefixes.get(name, "") + local
            before = (name, before[1])
        elif kind == "word":
            before = ("", token)
        out.append(f"<{other[iri]}>" if iri in other else token)
    return "".join(out)
