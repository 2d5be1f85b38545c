"""A query with a deadline on an embedded store: in a child process that is killed when its time is over.

The child is this module run by itself, so that the caller's own script is not run again in it.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

from ..loaders.errors import FiligraphError, Unavailable
from .protocol import Result


class Timeout(Unavailable):
    """The query did not end in time."""


def query_within(path: Path, text: str, seconds: float) -> Result:
    """The answer of the query on the store in the folder, or `Timeout` after ``seconds``."""
    code = f"import sys; sys.path[:] = {sys.path!r}; from {__name__} import answer; answer()"
    try:
        done = subprocess.run(
            [sys.executable, "-c", code],
            input=pickle.dumps((path, text)),
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        why = f"no answer within {seconds:g} s"
        raise Timeout(why, str(path), "narrow the query or allow more time") from error
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise Unavailable(f"the query process ended without an answer: {said[:200]}", str(path))
    result: Result | FiligraphError = pickle.loads(done.stdout)
    if isinstance(result, FiligraphError):
        raise result
    return result


def answer() -> None:
    """Reads a folder and a query from standard input, writes the result, or the error, to standard output."""
    from .embedded import Embedded, run

    path, text = pickle.load(sys.stdin.buffer)
    result: Result | FiligraphError
    try:
        result = run(Embedded(path, read_only=True).inner, text, str(path))
    except FiligraphError as error:
        result = error
    pickle.dump(result, sys.stdout.buffer)
