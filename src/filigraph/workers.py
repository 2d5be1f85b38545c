"""Work in other processes, in order and in bounded memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

WAITING = 1 << 26  # bytes of items under way, unless a single one is larger


def in_order(
    function: Callable[[Item], Result], items: Iterable[Item], jobs: int, size: Callable[[Item], int]
) -> Iterator[Result]:
    """``map(function, items)``; with more than one job in worker processes, which need a function of a module.

    Items are taken when there is room: at most two a job are under way, of about `WAITING` bytes together.
    Raises `BrokenProcessPool` where a worker was killed.
    """
    if jobs <= 1:
        yield from map(function, items)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        under_way: deque[tuple[int, Future[Result]]] = deque()
        waiting = 0
        for item in items:
            taken = size(item)
            while under_way and (len(under_way) >= 2 * jobs or waiting + taken > WAITING):
                done, future = under_way.popleft()
                waiting -= done
                yield future.result()
            under_way.append((taken, pool.submit(function, item)))
            waiting += taken
        while under_way:
            yield under_way.popleft()[1].result()
