r"""N-Quads as text: which graph a line belongs to, sorted lines, SPARQL updates made of them.

<s> <p> "o\"x"@en <g> .
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..loaders.errors import InvalidInput

LINE = re.compile(
    rb'(?P<triple>(?:<[^>]*>|_:\S+)[ \t]+<[^>]*>[ \t]+(?:<[^>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^>]*>)?))'
    rb"[ \t]+(?:<(?P<graph>[^>]*)>[ \t]*)?\.[ \t]*\r?"
)

IRI = re.compile(r'[A-Za-z][\w+.-]*:[^\x00-\x20<>"{}|^`\\]*', re.ASCII)


def by_graph(quads: bytes) -> dict[str, list[bytes]]:
    """The triples of each named graph, as N-Triples without the final dot. A line outside a graph is refused."""
    out: dict[str, list[bytes]] = {}
    for number, line in enumerate(quads.split(b"\n"), 1):
        if not line.strip() or line.startswith(b"#"):
            continue
        match = LINE.fullmatch(line)
        if match is None or match["graph"] is None:
            raise InvalidInput("not a line of N-Quads in a named graph", f"line {number}: {line[:80]!r}")
        out.setdefault(match["graph"].decode(), []).append(match["triple"])
    return out


def update(drop: Iterable[str], insert: Iterable[tuple[str, list[bytes]]]) -> str:
    """One SPARQL Update that empties the graphs ``drop`` and fills ``insert``; empty text if there is nothing to do."""
    steps = [f"DROP SILENT GRAPH <{_iri(graph)}>" for graph in drop]
    body = "\n".join(f"GRAPH <{graph}> {{\n{_block(lines)}\n}}" for graph, lines in insert if lines)
    if body:
        steps.append(f"INSERT DATA {{\n{body}\n}}")
    return " ;\n".join(steps)


def _iri(graph: str) -> str:
    """The name as it stands; refused where it is no IRI, since it could end the statement it is put into."""
    if IRI.fullmatch(graph) is None:
        raise InvalidInput("not the IRI of a graph", graph)
    return graph


def change(delete: dict[str, list[bytes]], insert: dict[str, list[bytes]]) -> str:
    """One SPARQL Update that takes triples out of graphs and puts others in."""
    gone = "\n".join(f"GRAPH <{graph}> {{\n{_block(lines)}\n}}" for graph, lines in delete.items() if lines)
    added = update((), insert.items())
    return f"DELETE DATA {{\n{gone}\n}}" + (f" ;\n{added}" if added else "")


def text(graphs: dict[str, list[bytes]]) -> bytes:
    """The triples of the graphs as N-Quads."""
    return b"".join(line + b" <" + graph.encode() + b"> .\n" for graph, lines in graphs.items() for line in lines)


def _block(lines: list[bytes]) -> str:
    return b" .\n".join(lines).decode()


def batches(
    graphs: dict[str, list[bytes]], most_graphs: int, most_triples: int
) -> Iterator[list[tuple[str, list[bytes]]]]:
    """The graphs in groups of bounded size. A graph above the bound is cut in several pieces of its own."""
    batch: list[tuple[str, list[bytes]]] = []
    size = 0
    for graph, lines in graphs.items():
        for start in range(0, len(lines), most_triples):
            piece = lines[start : start + most_triples]
            if batch and (len(batch) >= most_graphs or size + len(piece) > most_triples):
                yield batch
                batch, size = [], 0
            batch.append((graph, piece))
            size += len(piece)
    if batch:
        yield batch


def sorted_quads(triples: bytes, graph: str) -> bytes:
    """N-Triples, as a serialiser gave them, to sorted N-Quads of one graph."""
    end = f" <{graph}> .\n".encode()
    lines = sorted(line for line in triples.split(b"\n") if line)
    return b"".join(line[:-2] + end for line in lines)
