"""What the commands share: where the store is, how rows are printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import click

from ..loaders.errors import FiligraphError
from .tables import as_text, width

if TYPE_CHECKING:
    from ..kg import KnowledgeGraph
    from ..queries.answer import Answer

F = TypeVar("F", bound=Callable[..., Any])
FORMATS = ("table", "csv", "tsv", "json", "jsonl", "md")
GRAPH_FORMATS = ("ttl", "nt")  # of CONSTRUCT and DESCRIBE


def store_options(command: F) -> F:
    """``--store`` and ``--endpoint``."""
    command = click.option(
        "--store",
        type=click.Path(path_type=Path, file_okay=False),
        default="filigraph.db",
        envvar="FILIGRAPH_STORE",
        show_default=True,
        help="Folder of the store (FILIGRAPH_STORE).",
    )(command)
    return click.option("--endpoint", envvar="FILIGRAPH_ENDPOINT", help="SPARQL 1.1 endpoint, instead of a folder.")(
        command
    )


#: ``--min-confidence``, of facts.
SURE = click.option(
    "--min-confidence",
    "least",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="X",
    help="Leave out facts that the reader is less sure of (0 to 1).",
)


def output_options(command: F) -> F:
    """``--format`` and ``-o``, of rows."""
    return _output(command, FORMATS)


def graph_output_options(command: F) -> F:
    """``--format`` and ``-o``, of rows or a graph."""
    return _output(command, FORMATS + GRAPH_FORMATS)


def _output(command: F, formats: tuple[str, ...]) -> F:
    command = click.option("--format", "format_", type=click.Choice(formats), help="Guessed from -o; else a table.")(
        command
    )
    return click.option("-o", "--output", type=click.Path(path_type=Path), help="Write here, not to standard output.")(
        command
    )


def open_graph(store: Path, endpoint: str | None, *, write: bool = False) -> KnowledgeGraph:
    """The graph the options name. Reading a folder that holds no store is an error; writing makes one."""
    from ..kg import open_graph as opened

    if endpoint is not None:
        return opened(endpoint=endpoint)
    return opened(store, read_only=not write)


def say(text: str) -> None:
    """One line to the person at the terminal."""
    click.echo(text, err=True)


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """The file open for bytes; an error that the system gives without a name gets the name."""
    try:
        with path.open("wb") as file:
            yield file
    except OSError as error:
        if isinstance(error, FiligraphError) or error.filename is not None:
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error


def emit(text: str, output: Path | None) -> None:
    if output is None:
        click.echo(text, nl=False)
    else:
        with writing(output) as file:
            file.write(text.encode("utf-8"))


def show_answer(answer: Answer, format_: str | None, output: Path | None) -> None:
    """Print an answer in the format asked for, or in the one that the file's ending names."""
    chosen = format_ or (output.suffix[1:] if output is not None and output.suffix[1:] in FORMATS else "table")
    if chosen == "table" and output is None:
        emit(as_text(answer, width()), None)
        return
    forms = {"csv": answer.csv, "json": answer.json, "jsonl": answer.jsonl, "md": answer.markdown}
    text = answer.csv("\t") if chosen == "tsv" else forms.get(chosen, answer.markdown)()
    emit(text, output)
