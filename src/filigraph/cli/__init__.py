"""The command line. Data goes to standard output, talk and progress to standard error.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 no result with --fail-empty, 4 some inputs failed, 5 time limit reached,
130 interrupted.
"""

from __future__ import annotations

import errno
import os
import sys
import warnings

import click

from .. import __version__
from ..loaders.errors import FiligraphError, InvalidInput, SharedName
from . import asking, checking, demo, explaining, extracting, fetching, identity, loading, showing

EPILOG = (
    "Exit codes: 0 ok, 1 failure, 2 usage, 3 no result with --fail-empty, 4 some inputs failed, "
    "5 timeout, 130 interrupted."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110}, epilog=EPILOG)
@click.version_option(__version__, prog_name="filigraph")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.pass_context
def cli(context: click.Context, debug: bool) -> None:
    """The open knowledge graph of who does what in corporate filings."""
    context.obj = debug


for module in (fetching, loading, extracting, explaining, asking, showing, checking, identity, demo):
    for command in module.COMMANDS:
        cli.add_command(command)


def main() -> None:
    """Run the command line and end the process with the documented exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command; returns its exit code. Errors are one line on standard error."""
    debug = "--debug" in arguments
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("always", SharedName)
            warnings.showwarning = _noted
            code = cli.main(arguments, prog_name="filigraph", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return 130
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.ClickException as error:
        _fail(_usage(error))
        return error.exit_code
    except FiligraphError as error:
        if debug:
            raise
        _fail(str(error))
        return _code(error)
    except BrokenPipeError:
        return _nobody_reads()
    except SystemExit:  # click ends so where the reader of a pipe has gone, and after a completion
        if "_FILIGRAPH_COMPLETE" in os.environ:
            raise
        return _nobody_reads()
    except OSError as error:
        if debug:
            raise
        _fail(_told(error))
        return 1


def _nobody_reads() -> int:
    """As with ``| head``: enough was read, so this is no failure; nothing more is written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _noted(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: object = None,
    line: object = None,
) -> None:
    """A warning as one line: it says something of the answer, not of the code."""
    click.echo(f"note: {message}", err=True)


def _fail(why: str) -> None:
    """One line, whatever the message holds."""
    click.echo(f"error: {' '.join(why.split())}", err=True)


def _usage(error: click.ClickException) -> str:
    """What is wrong with the words typed, and where the right ones are told."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context is not None else "filigraph"
    return f"{error.format_message().rstrip('.')} (see {command} --help)"


def _told(error: OSError) -> str:
    """What the system said, as one line."""
    place = f"{error.filename}: " if error.filename else ""
    if error.errno == errno.ENOSPC:
        return f"{place}the disk is full (free some space and run the same command again)"
    return f"{place}{error.strerror or type(error).__name__} (check the path and its permissions)"


def _code(error: FiligraphError) -> int:
    if type(error).__name__ == "Timeout":
        return 5
    return 2 if isinstance(error, InvalidInput) else 1
