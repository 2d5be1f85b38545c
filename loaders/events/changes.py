"""Who left and who took an office, read sentence by sentence from the items of a report that say so.

::

    On July 21, 2010, Dr. Eli Harrow, the Chairman, informed the Board that he will retire as a director, as of
    December 31, 2010. The Board appointed Sanjay Mora as President to succeed Dr. Harrow, effective January 1, 2011.

    Eli Harrow   departure    director    noticed 2010-07-21, effective 2010-12-31
    Sanjay Mora  appointment  President   effective 2011-01-01    predecessor Eli Harrow

A sentence counts where it names the person and the office; one that seems to say so but cannot be read is a problem.
Careers ("was named President of Orley Foods in 1998") and seats on committees are no changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..evidence import cite
from ..records import OfficeChange, OfficeChangeKind, Problem
from ..span import Piece, Text
from ..titles import begins_title
from .days import Days, days_of
from .items import Section
from .people import Named, People
from .posts import Post, post_before, post_behind, post_beside
from .sentences import sentences
from .verbs import Place, Verb, verbs

#: The items that report changes in office: plainly (5.02, and 6 before 2004), or among other events.
PLAIN = frozenset({"5.02", "6"})
OTHERS = frozenset({"5", "8.01", "1", "5.01"})
_PRONOUN = re.compile(
    r"\b(?:he|she|they)\s+(?:(?:has|have|had|will|would|is|was|were|intends?|plans?|also|be)\s+){0,3}$|\b(?:his"
    r"|her|their)\s+(?:\w+\s+){0,2}$|\bto\s+$",
    re.I,
)
_AUX = re.compile(
    r"\s*,?\s*(?:(?:each|both|was|were|has|have|had|is|are|been|being|be|will|would|to|also|unanimously|duly"
    r"|subsequently|today|then|formally|verbally|"
    r"officially|voluntarily|hereby|recently)\s+)*$",
    re.I,
)
_TELLS = re.compile(
    r"\b(?:informed|notified|advised|announced|told|indicated|delivered|submitted|tendered|gave|provided|stated"
    r"|decided|accepted|has|have|is|was|were|that)\b",
    re.I,
)
_NONE = re.compile(r"\W*(?:there\s+(?:is|are|was|were)\s+no|no\s+(?:arrangement|family|director|officer))\b", re.I)
_RELATIVE = re.compile(r"\b(?:who|which)\s+(?:\w+\s+){0,3}$", re.I)
_GAP = re.compile(r"\s*(?:,?\s*(?:and|&)\s+|,\s+|,?\s+(?:each\s+of\s+)?)(?:(?:Mr|Ms|Mrs|Dr)\.?\s+)?")
_AGE = re.compile(r",?\s*(?:(?:age[d]?\s+)?\d\d(?:\s+years\s+old)?|\([^)]{1,30}\)),?")
_OBJECT = re.compile(
    r"\s*(?:,\s*)?(?:(?:each\s+of|both|of|the\s+following|as\s+(?:a\s+)?(?:new\s+)?directors?:?)\s+)?(?:(?:its"
    r"|the|our|current|former|then|independent)\s+)*"
    r"(?:[Dd]irectors?\s+|[Cc]hair\w*\s+|(?:Mr|Ms|Mrs|Dr|Messrs|Prof|Sir|General|Gen|Admiral|Adm|Senator"
    r"|Governor|Ambassador|Hon)\.?\s+(?:and\s+\w+\.\s+)?)*"
)
#: "promoted from Treasurer to Controller": the office that is left, up to the one that is taken.
_FROM = re.compile(r"\s*from\s+(?!\w+\s+\d)[^.;]{2,120}?\s+(?=to\s+)", re.I)
_CAREER = re.compile(
    r"\b(?:prior\s+to\s+(?:joining|that|his|her|serving|this)|previously\s+(?:served|was)"
    r"|from\s+(?:\w+\s+)?(?:19|20)\d\d|since\s+(?:\w+\s+)?(?:19|20)\d\d|"
    r"in\s+(?:(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\s+(?:of\s+)?)?(?:19|20)\d\d\b|career|began)",
    re.I,
)
_FULL_DATE = re.compile(r"[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+(?:19|20)\d\d|\d{1,2}/\d{1,2}/\d\d")
_PREDECESSOR = re.compile(
    r"\b(?:to\s+(?:succeed|replace|replacing)|succeeding|succeeds?|replacing|replaces"
    r"|as\s+(?:the\s+)?successor\s+to|will\s+(?:succeed|replace)|succeeded|replaced"
    r"|vacanc\w+\s+(?:created|left|caused|resulting|on\s+the\s+board)?\s*(?:by|from"
    r"|due\s+to)?\s*(?:the\s+)?(?:resignation|retirement|departure|death)\s+of)\s+(?:(?:Mr|Ms|Mrs|Dr)\.?\s+)?$",
    re.I,
)
_SUCCESSOR = re.compile(r"\b(?:be|was|been|being)\s+(?:succeeded|replaced)\s+by\s+(?:(?:Mr|Ms|Mrs|Dr)\.?\s+)?$", re.I)
_OFFICE = re.compile(
    r"\b(?:directors?|officer|president|chair\w*|treasurer|secretary|controller|board|position|counsel|CEO|CFO"
    r"|COO)\b",
    re.I,
)


def read_office_changes(
    text: Text, sections: tuple[Section, ...], companies: tuple[str, ...]
) -> tuple[tuple[OfficeChange, ...], tuple[Problem, ...]]:
    """The changes that the sections' sentences say, each once, and the sentences that could not be read."""
    chosen = [s for s in sections if PLAIN & {*s.codes} or OTHERS & {*s.codes}]
    if not chosen:
        return (), ()
    people = People(text, (Piece(text, 0, len(text.chars)),), companies)
    ours = frozenset(word for name in companies for word in re.findall(r"[\w&]+", name.casefold())[:1])
    changes: dict[tuple[str, OfficeChangeKind, tuple[str, ...]], OfficeChange] = {}
    problems: list[Problem] = []
    for section in chosen:
        code = next((c for c in section.codes if c in PLAIN), section.codes[0])
        for sentence in sentences(section.body):
            found, problem = _Sentence(sentence, people, ours, code).read()
            for change in found:
                key = (change.name.casefold(), change.kind, tuple(c.title.casefold() for c in change.capacities))
                if key not in changes or (changes[key].effective is None and change.effective is not None):
                    changes[key] = change
            if problem and code in PLAIN:
                problems.append(problem)
    return tuple(changes.values()), tuple(problems)


class _Sentence:
    """One sentence, read verb by verb."""

    def __init__(self, piece: Piece, people: People, ours: frozenset[str], code: str) -> None:
        self.piece, self.words, self.code, self.ours = piece, str(piece), code, ours
        self.verbs = () if _NONE.match(self.words) else tuple(verbs(self.words))
        self.people = people.within(piece) if self.verbs else ()

    def read(self) -> tuple[list[OfficeChange], Problem | None]:
        """Its changes; and a problem where it seems to say one that could not be read."""
        changes: list[OfficeChange] = []
        doubtful = False
        for i, verb in enumerate(self.verbs):
            limit = self.verbs[i + 1].start if i + 1 < len(self.verbs) else len(self.words)
            if self._is_career(verb) or _RELATIVE.search(self.words, 0, verb.start):
                continue
            named = self._before(verb) if verb.place is Place.BEFORE else self._behind(verb, limit)
            post = self._post(verb, named, limit)
            if named and post and not post.foreign and all(n.name for n in named):
                changes += self._changes(verb, named, post, limit)
            elif self._seems(verb, limit) and not (post and post.foreign):
                doubtful = True
        return changes, self._problem() if doubtful and not changes else None

    def _is_career(self, verb: Verb) -> bool:
        around = self.words[max(0, verb.start - 120) : verb.end + 160]
        return bool(_CAREER.search(around)) and not _FULL_DATE.search(self.words)

    def _seems(self, verb: Verb, limit: int) -> bool:
        near = self.words[max(0, verb.start - 120) : limit]
        return bool(_OFFICE.search(near)) and bool(self.people) and "ommittee" not in near

    def _at(self, named: Named) -> tuple[int, int]:
        return named.piece.start - self.piece.start, named.piece.end - self.piece.start

    def _before(self, verb: Verb) -> tuple[Named, ...]:
        """The verb's subject: the name or list of names before it, or whom the pronoun before it stands for."""
        before = [n for n in self.people if self._at(n)[1] <= verb.start]
        if not before:
            return ()
        for i in range(len(before) - 1, -1, -1):
            if self._leads_to(self._at(before[i])[1], verb):
                return self._list_up_to(before, i)
        if _PRONOUN.search(self.words, 0, verb.start) or _starts_own(self.words[verb.start : verb.end]):
            return self._antecedent(before, verb)
        return ()

    def _leads_to(self, end: int, verb: Verb) -> bool:
        """Does nothing but an apposition and auxiliaries stand between a name and the verb?"""
        between = self.words[end : verb.start]
        between = _AGE.sub(", ", between, count=1) if _AGE.match(between) else between
        if _AUX.fullmatch(between):
            return True
        aside = re.fullmatch(r"\s*,\s*(?P<aside>[^;]{3,260}?),?\s*(?P<rest>(?:[a-z]+\s+){0,6})", between)
        if not aside or not _AUX.fullmatch(" " + aside["rest"]):
            return False
        if between.count(",") != 1 or between.rstrip().endswith(","):
            return aside["aside"].startswith("who ") or not _TELLS.search(aside["aside"])
        return begins_title(re.sub(r"^(?:an?|the|its|our)\s+", "", aside["aside"]))

    def _list_up_to(self, before: list[Named], last: int) -> tuple[Named, ...]:
        """The name with those that "and" or commas join to it, in order."""
        first = last
        while first > 0:
            gap = self.words[self._at(before[first - 1])[1] : self._at(before[first])[0]]
            gap = _AGE.sub(", ", gap, count=1) if _AGE.match(gap) else gap
            if not _GAP.fullmatch(gap):
                break
            first -= 1
        listed = before[first : last + 1]
        joined = self.words[self._at(listed[0])[0] : self._at(listed[-1])[1]]
        return tuple(listed) if len(listed) == 1 or re.search(r"\band\b|&", joined) else (listed[-1],)

    def _antecedent(self, before: list[Named], verb: Verb) -> tuple[Named, ...]:
        """Whom "he", "her decision" and the like mean: the one person, or the one list, that gives the notice."""
        subjects = [n for n in before if not self.words[self._at(n)[1] :].startswith(("’s", "'s", "’ ", "' "))]
        names = {n.name for n in subjects}
        if len(names) == 1:
            return (subjects[0],)
        listed = self._list_up_to(before, len(before) - 1)
        plural = re.search(r"\b(?:they|their)\b", self.words[max(0, verb.start - 30) : verb.end], re.I)
        return listed if plural and len(listed) == len(before) else ()

    def _behind(self, verb: Verb, limit: int) -> tuple[Named, ...]:
        """The verb's object: the name or list of names behind it."""
        behind = [n for n in self.people if self._at(n)[0] >= verb.end]
        if not behind:
            return ()
        lead = _OBJECT.match(self.words, verb.end)
        if lead is None or not lead.start() <= self._at(behind[0])[0] <= lead.end() + 1:
            return ()
        listed = [behind[0]]
        for named in behind[1:]:
            gap = self.words[self._at(listed[-1])[1] : self._at(named)[0]]
            gap = _AGE.sub(", ", gap, count=1) if _AGE.match(gap) else gap
            if not _GAP.fullmatch(gap) or self._at(named)[0] > limit:
                break
            listed.append(named)
        joined = self.words[self._at(listed[0])[0] : self._at(listed[-1])[1]]
        return tuple(listed) if len(listed) == 1 or re.search(r"\band\b|&", joined) else (listed[0],)

    def _post(self, verb: Verb, named: tuple[Named, ...], limit: int) -> Post | None:
        if not named:
            return None
        start = verb.end if verb.place is Place.BEFORE else self._at(named[-1])[1]
        if verb.kind is OfficeChangeKind.APPOINTMENT and (left := _FROM.match(self.words, start, limit)):
            start = left.end()
        post = post_behind(self.piece, start, limit, self.ours)
        if post is not None or verb.kind is OfficeChangeKind.APPOINTMENT:
            return post  # who is appointed has not the office beside the name, but another
        first, end = self._at(named[0])[0], self._at(named[-1])[1]
        until = verb.start if verb.place is Place.BEFORE else limit
        return post_beside(self.piece, end, until, self.ours) or post_before(self.piece, first)

    def _changes(self, verb: Verb, named: tuple[Named, ...], post: Post, limit: int) -> Iterator[OfficeChange]:
        days = days_of(self.piece, verb, limit)
        others = [n for n in self.people if n not in named and n.name and n.name not in {m.name for m in named}]
        before = next((n for n in others if _PREDECESSOR.search(self.words[: self._at(n)[0]][-120:])), None)
        after = next((n for n in others if _SUCCESSOR.search(self.words[: self._at(n)[0]][-60:])), None)
        takes = verb.kind is OfficeChangeKind.APPOINTMENT
        other = before if takes else after
        for one in named:
            yield self._change(verb, one, post, days, "predecessor" if takes else "successor", other)

    def _change(
        self, verb: Verb, one: Named, post: Post, days: Days, relation: str, other: Named | None
    ) -> OfficeChange:
        words = self.piece.sub(verb.start, verb.end)
        evidence = cite("name", one.piece) + cite("words", words) + cite("sentence", self.piece)
        evidence += cite("capacities", *post.words)
        evidence += cite("effective", days.effective_words) if days.effective_words else ()
        evidence += cite("noticed", days.noticed_words) if days.noticed_words else ()
        evidence += cite(relation, other.piece) if other else ()
        return OfficeChange(
            name=one.name or one.piece.words,
            kind=verb.kind,
            words=words.words,
            sentence=self.piece.words,
            capacities=post.capacities,
            effective=days.effective,
            noticed=days.noticed,
            successor=other.name if other and relation == "successor" else None,
            predecessor=other.name if other and relation == "predecessor" else None,
            item=self.code,
            evidence=evidence,
        )

    def _problem(self) -> Problem:
        why = "The sentence seems to say that an office changed hands, but who or which office cannot be read."
        return Problem("office-change-unread", f"item {self.code}", why, cite("sentence", self.piece))


def _starts_own(verb: str) -> bool:
    """Words that hold their own pronoun or infinitive: "of his retirement", "decision to resign"."""
    return bool(
        re.match(r"(?:of|announced)\s|\w+\s+(?:his|her|their)\b|(?:decision|intent\w*|plans?|desire)\s", verb, re.I)
    )
