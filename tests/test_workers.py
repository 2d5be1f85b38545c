"""Work in other processes: in order, and items taken only when there is room."""

from __future__ import annotations

from collections.abc import Iterator

from filigraph import workers
from filigraph.workers import in_order


def test_results_are_in_order_and_items_are_taken_when_there_is_room() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(30):
            taken.append(number)
            yield number

    results = in_order(abs, items(), jobs=2, size=lambda _: 1)
    assert next(results) == 0
    assert len(taken) <= 5  # two a job, and the one that waits
    assert list(results) == list(range(1, 30))


def test_large_items_wait_for_one_another() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(5):
            taken.append(number)
            yield number

    results = in_order(abs, items(), jobs=4, size=lambda _: workers.WAITING)
    assert next(results) == 0
    assert taken == [0, 1]
    assert list(results) == [1, 2, 3, 4]


def test_one_job_works_here() -> None:
    assert list(in_order(lambda number: number + 1, [1, 2], jobs=1, size=lambda _: 1)) == [2, 3]
