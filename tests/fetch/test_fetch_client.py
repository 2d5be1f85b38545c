"""Manners: who asks is said, never too fast, busy servers are waited for, refusals end it."""

from __future__ import annotations

from collections import Counter

import pytest

from filigraph.fetch_bodies import filing_fault
from filigraph.fetch_client import Edgar, Pace, declared
from filigraph.loaders.errors import InvalidInput, NotFound, Unavailable, Unreadable

from .conftest import HTML, ME, THROTTLED, Answer, Clock, World, submission

ONE = "0000999999-03-000042"


def get(edgar: Edgar, accession: str = ONE) -> bytes:
    return edgar.filing("844143", accession, lambda data: filing_fault(data, accession))


def test_the_identity_is_sent_and_the_filing_comes(edgar: Edgar, world: World) -> None:
    world.hold("844143", ONE)
    assert get(edgar) == submission(ONE)
    assert world.agents == {ME}


@pytest.mark.parametrize("said", ["Jane Example jane@example.org", "Example Co. (research) <r@mail.example.co.uk>"])
def test_a_name_and_a_mail_address_are_an_identity(said: str) -> None:
    assert declared(f"  {said} ") == said


@pytest.mark.parametrize(
    "said", [None, "", "  ", "jane@example.org", "Jane Example", "Jane jane@", "Jané jane@example.org"]
)
def test_anything_else_is_none(said: str | None) -> None:
    with pytest.raises(InvalidInput, match=r"--identity 'Name mail@host' or FILIGRAPH_IDENTITY"):
        declared(said)


def test_a_line_end_does_not_get_into_the_header() -> None:
    assert declared("Jane\r\nX-Evil: 1 jane@example.org") == "Jane X-Evil: 1 jane@example.org"


def test_never_more_than_eight_in_any_second(edgar: Edgar, world: World, clock: Clock) -> None:
    times = []
    for number in range(30):
        world.hold("844143", f"0000999999-03-{number:06}")
        get(edgar, f"0000999999-03-{number:06}")
        times.append(clock.now)
    assert max(sum(start <= t < start + 0.999 for t in times) for start in times) == 8
    assert times[-1] - times[0] == pytest.approx(29 / 8)


def test_who_was_slow_does_not_catch_up(clock: Clock) -> None:
    pace = Pace(8, clock, clock.sleep)
    pace.wait()
    clock.now += 10
    pace.wait()
    assert clock.waits == []
    pace.wait()
    assert clock.waits == [0.125]


def test_a_busy_server_is_waited_for_as_long_as_it_asks(edgar: Edgar, world: World, clock: Clock) -> None:
    path = world.hold("844143", ONE)
    world.first[path] = [Answer(status=429, headers={"Retry-After": "7"}), Answer(status=503)]
    assert get(edgar) == submission(ONE)
    assert clock.waits[0] == 7
    assert clock.waits[1:] == [2]  # no wish of the server: twice the last of 1, 2, 4...
    assert world.asked == [path] * 3


def test_waits_grow_and_end(edgar: Edgar, world: World, clock: Clock) -> None:
    path = world.hold("844143", ONE)
    world.first[path] = [Answer(status=503)] * 6
    with pytest.raises(Unavailable, match="busy still"):
        get(edgar)
    assert world.asked == [path] * 6
    assert [w for w in clock.waits if w >= 1] == [2, 4, 8, 16]


def test_a_server_that_asks_for_an_hour_is_left(edgar: Edgar, world: World, clock: Clock) -> None:
    path = world.hold("844143", ONE)
    world.first[path] = [Answer(status=429, headers={"Retry-After": "3600"})]
    with pytest.raises(Unavailable, match="asks to wait 3600 seconds"):
        get(edgar)
    assert clock.waits == []


@pytest.mark.parametrize("answer", [Answer(b"<html>Forbidden</html>", 403), Answer(THROTTLED)])
def test_who_is_turned_away_does_not_ask_again(edgar: Edgar, world: World, answer: Answer) -> None:
    path = world.hold("844143", ONE)
    world.first[path] = [answer]
    with pytest.raises(Unavailable, match=r"turns this client away \(403.*ten minutes"):
        get(edgar)
    assert world.asked == [path]


CUT = submission(ONE)[:150]


@pytest.mark.parametrize(
    "bad",
    [
        Answer(HTML),
        Answer(b""),
        Answer(CUT),
        Answer(CUT, length=len(submission(ONE))),
        Answer(CUT, length=None),
        Answer(submission("0000999999-03-000041")),
    ],
    ids=["html", "empty", "cut", "shorter-than-announced", "cut-without-length", "another"],
)
def test_what_is_not_the_whole_filing_is_asked_for_again(edgar: Edgar, world: World, bad: Answer) -> None:
    path = world.hold("844143", ONE)
    world.first[path] = [bad]
    assert get(edgar) == submission(ONE)
    assert world.asked == [path] * 2


def test_and_given_up_with_the_reason(edgar: Edgar, world: World) -> None:
    path = world.hold("844143", ONE)
    world.first[path] = [Answer(HTML)] * 9
    with pytest.raises(Unreadable, match="a page of HTML came in place of the filing"):
        get(edgar)
    assert Counter(world.asked) == {path: 6}


def test_what_is_not_there_is_not_asked_for_again(edgar: Edgar, world: World) -> None:
    with pytest.raises(NotFound, match="EDGAR has nothing here"):
        get(edgar)
    assert len(world.asked) == 1


def test_other_answers_are_told(edgar: Edgar, world: World) -> None:
    path = world.hold("844143", ONE)
    world.first[path] = [Answer(status=418)]
    with pytest.raises(Unavailable, match="an answer with status 418"):
        get(edgar)


def test_nobody_there(clock: Clock, world: World) -> None:
    with (
        Edgar(ME, "http://127.0.0.1:9", clock=clock, sleep=clock.sleep) as edgar,
        pytest.raises(Unavailable, match=r"no answer: .*refused"),
    ):
        get(edgar)
    assert [w for w in clock.waits if w >= 1] == [2, 4, 8, 16]


def test_an_address_has_a_scheme() -> None:
    with pytest.raises(InvalidInput, match="begins with http"):
        Edgar(ME, "localhost:8000")
