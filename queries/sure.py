"""A question asked of sure facts only: every fact that it reads must be as sure as is asked for.

    GRAPH ?g { ?filing fg:hasSignature ?signature }
    GRAPH ?g { ?filing fg:hasSignature ?signature
               FILTER NOT EXISTS { ?signature fg:confidence ?sure1 FILTER(?sure1 < 0.9) } }

The condition is added in the group that reads the fact, so counts, options and alternatives see sure facts only.
Summary edges and who-is-who rest on many facts; they have no confidence and stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from filigraph.loaders.errors import InvalidInput
from filigraph.loaders.kinds import Nodes, Share
from filigraph.loaders.tables import FILING
from filigraph.ontology.terms import FG, Property
from filigraph.store.scan import Token, tokens

#: The properties that lead from a filing to its facts, as they stand in a query.
LINKS = frozenset(
    spelling
    for link in FILING.fields
    if isinstance(link, Nodes) and any(isinstance(part, Share) for part in link.table.fields)
    for spelling in (f"<{link.property}>", f"fg:{link.property.removeprefix(FG)}")
)


def surely(text: str, least: float) -> str:
    """The query with the condition for each fact that it reads; `InvalidInput` where it reads none."""
    if not least:
        return text
    rewriter = _Rewriter(least)
    out = "".join(rewriter.step(token) for token in tokens(text))
    if not rewriter.count:
        what = "this question reads no facts, only what was made of them"
        raise InvalidInput(what, "--min-confidence", "ask it without")
    return out


@dataclass
class _Rewriter:
    """Reads a query token by token; each open group knows the conditions that are due at its end."""

    least: float
    count: int = 0
    groups: list[list[str]] = field(default_factory=list)
    linking: bool = False  # between a link to a fact and what follows its path
    rest: str = ""  # the path from the fact onwards, where it goes on

    def step(self, token: Token) -> str:
        """What is to be written for the token."""
        if token.kind in ("space", "comment"):
            return token.text
        if token.kind in ("prefixed", "iri") and token.text in LINKS and not self.rest:
            self.linking = True
            return token.text
        if self.linking:
            return self._after_link(token)
        if token.text == "{":
            self.groups.append([])
        elif token.text == "}" and self.groups:
            return "".join(self.groups.pop()) + token.text
        return token.text

    def _after_link(self, token: Token) -> str:
        if token.kind == "variable":
            return self._condition(token.text)
        if token.text == "/" or self.rest:
            self.rest += token.text
            return ""
        self.linking = token.text in "|()"  # of a path of alternatives
        return token.text

    def _condition(self, variable: str) -> str:
        """The fact's variable; the condition is due where the group ends."""
        self.count += 1
        fact = f"?fact{self.count}" if self.rest else variable
        onwards = f" . {fact} {self.rest[1:]} {variable} . " if self.rest else " "
        sure = f"?sure{self.count}"
        if not self.groups:
            self.groups.append([])
        self.groups[-1].append(
            f"{onwards}FILTER NOT EXISTS {{ {fact} <{Property.CONFIDENCE}> {sure} FILTER({sure} < {self.least}) }} "
        )
        self.linking, self.rest = False, ""
        return fact
