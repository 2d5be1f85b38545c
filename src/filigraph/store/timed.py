"""A query with a deadline on an embedded store: in a child process that is killed when its time is over."""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection
from pathlib import Path

from ..loaders.errors import FiligraphError, Unavailable
from .protocol import Result


class Timeout(Unavailable):
    """The query did not end in time."""


def query_within(path: Path, text: str, seconds: float) -> Result:
    """The answer of the query on the store in the folder, or `Timeout` after ``seconds``."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_answer, args=(there, str(path), text), daemon=True)
    child.start()
    there.close()
    try:
        if not here.poll(seconds):
            raise Timeout(f"no answer within {seconds:g} s", str(path), "narrow the query or allow more time")
        answer: Result | FiligraphError = here.recv()
    except EOFError:
        raise Unavailable("the query process ended without an answer", str(path)) from None
    finally:
        child.kill()
        child.join()
        child.close()
        here.close()
    if isinstance(answer, FiligraphError):
        raise answer
    return answer


def _answer(pipe: Connection, path: str, text: str) -> None:
    from .embedded import Embedded, run

    try:
        pipe.send(run(Embedded(path, read_only=True).inner, text, path))
    except FiligraphError as error:
        pipe.send(type(error)(error.what, error.where, error.remedy))
