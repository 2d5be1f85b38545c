"""Sentences by which reports tell that accountants go or come; every firm in them is invented."""

from __future__ import annotations

import pytest

from filigraph.loaders.changes import read_changes
from filigraph.loaders.span import Text

OUT, IN = "dismissed", "engaged"
VANE, ORLEY = "Vane Moor LLP", "Orley Stane LLP"
CASES = [
    # the firm is the subject, and what it says follows
    (f"On March 3, 2015, {VANE} notified the Company of its decision not to stand for re-appointment.", {(VANE, OUT)}),
    (f"{VANE} advised the Registrant that it would not stand for reelection as auditor.", {(VANE, OUT)}),
    (f"The Company was notified by {VANE} that it was resigning as auditor.", {(VANE, OUT)}),
    (f"The Company received a letter from {VANE} stating that the auditor relationship had ceased.", {(VANE, OUT)}),
    # the relationship, not the firm, is what ends
    (f"The client-auditor relationship between the Company and {VANE} ceased on March 3, 2015.", {(VANE, OUT)}),
    # no relationship before: nobody leaves
    (f"The Company had no relationship with {ORLEY} before it engaged {ORLEY} as its auditor.", {(ORLEY, IN)}),
    # the firm is named a sentence before
    (
        f'{VANE} ("VM") was previously the principal accountants for the Company. On March 3, 2015, that firm\'s '
        f"appointment as principal accountants was terminated and {ORLEY} was engaged as principal accountants.",
        {(VANE, OUT), (ORLEY, IN)},
    ),
    (f"{VANE}'s appointment as auditor expired and the Company appointed {ORLEY}.", {(VANE, OUT), (ORLEY, IN)}),
    (f"The Company changed its independent accountants from {VANE} to {ORLEY}.", {(VANE, OUT), (ORLEY, IN)}),
    (f"Shareholders ratified the selection of {ORLEY} to replace {VANE} as auditors.", {(VANE, OUT), (ORLEY, IN)}),
    (f"The Committee decided to engage {ORLEY} as its auditors, replacing {VANE}.", {(VANE, OUT), (ORLEY, IN)}),
    (
        f"The Board decided to no longer engage {VANE} as its auditors and engaged {ORLEY} to serve for 2002.",
        {(VANE, OUT), (ORLEY, IN)},
    ),
    (
        f"The Board determined not to renew the engagement of its accountants, {VANE}, and appointed {ORLEY}.",
        {(VANE, OUT), (ORLEY, IN)},
    ),
    # passive: who succeeds stands behind "by"
    (f"{VANE} has been succeeded as auditors by {ORLEY}.", {(VANE, OUT), (ORLEY, IN)}),
    (f"The Company informed its auditors, {VANE}, that they had been dismissed.", {(VANE, OUT)}),
    # an engagement that is terminated is no engagement
    (f"The Registrant terminated its engagement of {VANE} as its accountants.", {(VANE, OUT)}),
    # another firm's name stands between a firm and its verb
    (
        f"The accountant, {VANE}, merged its practice with that of {ORLEY} and resigned. {ORLEY} was appointed.",
        {(VANE, OUT), (ORLEY, IN)},
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_turns_of_phrase(sentence: str, expected: set[tuple[str, str]]) -> None:
    chars = f"Item 4.01  Changes in Registrant's Certifying Accountant.\n\n{sentence}\n\nSIGNATURES\n"

    found = {(m.firm.words, m.capacity.value) for m in read_changes(Text(1, chars, chars)) if m.firm and m.capacity}

    assert found == expected
