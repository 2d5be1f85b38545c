"""An exhibit with more marks of signing than anybody makes is told and left alone."""

from __future__ import annotations

from filigraph.loaders.exhibits.attached import read_attached
from filigraph.loaders.exhibits.signers import MOST_MARKS
from filigraph.loaders.render import render


def test_marks_without_end_are_told() -> None:
    release = "PRESS RELEASE\n\nQuillmark Names Chairman\n\n"
    mark = "/s/ Ann B. Carver\nDirector\n\n"
    signed = read_attached((("EX-99.1", render(2, release + mark)),), (), None)
    assert [name for a in signed.attachments for name in a.signers] == ["Ann B. Carver"]
    assert signed.problems == []
    crowded = read_attached((("EX-99.1", render(2, release + mark * (MOST_MARKS + 1))),), (), None)
    assert crowded.attachments == []
    assert [(p.what, p.where) for p in crowded.problems] == [("too-many-marks", "exhibit 99.1")]
    assert str(MOST_MARKS) in crowded.problems[0].why
