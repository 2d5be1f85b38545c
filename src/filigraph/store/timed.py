"""A query with a deadline on an embedded store: in a child process that is killed when its time is over."""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection
from pathlib import Path

import pyoxigraph as ox

from ..loaders.errors import FiligraphError, InvalidInput, Unavailable
from .protocol import Result, Rows, Triples


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
        kind, body = here.recv()
    except EOFError:
        raise Unavailable("the query process ended without an answer", str(path)) from None
    finally:
        child.kill()
        child.join()
        child.close()
        here.close()
    return _read(kind, body, str(path))


def _answer(pipe: Connection, path: str, text: str) -> None:
    from .embedded import Embedded, run

    try:
        result = run(Embedded(path, read_only=True).inner, text, path)
    except FiligraphError as error:
        pipe.send(("refused" if isinstance(error, InvalidInput) else "failed", error.what))
        return
    if isinstance(result, Rows):
        pipe.send(("rows", (result.columns, [[None if t is None else str(t) for t in row] for row in result.rows])))
    elif isinstance(result, Triples):
        pipe.send(("triples", ox.serialize(result.triples, format=ox.RdfFormat.N_TRIPLES)))
    else:
        pipe.send(("boolean", result))


def _read(kind: str, body: object, place: str) -> Result:
    match kind, body:
        case "rows", (columns, rows):
            header = "\t".join(f"?{c}" for c in columns)
            lines = ["\t".join("" if t is None else t for t in row) for row in rows]
            return read_tsv(tuple(columns), "\n".join([header, *lines]) + "\n")
        case "triples", bytes(text):
            return Triples([q.triple for q in ox.parse(text, format=ox.RdfFormat.N_TRIPLES)])
        case "boolean", bool(answer):
            return answer
        case "refused", str(why):
            raise InvalidInput(why, place)
        case _:
            raise Unavailable(str(body), place)


def read_tsv(columns: tuple[str, ...], text: str) -> Rows:
    """SPARQL TSV results as rows."""
    if not columns:
        return Rows((), [()] * (text.count("\n") - 1))
    answer = ox.parse_query_results(text, format=ox.QueryResultsFormat.TSV)
    assert isinstance(answer, ox.QuerySolutions)
    return Rows(columns, [tuple(row) for row in answer])
