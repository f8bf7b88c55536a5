"""What every command shares: its options, how it prints, and how it ends."""

import asyncio
import json
import os
import sys
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from ringback.config.loading import SettingsWrong
from ringback.ports import JournalFailed

from .failures import CannotStart, NothingFound
from .running_server import ServerRefused

SETTINGS_WRONG = 2
JOURNAL_FAILED = 3
CANNOT_START = 4
NOT_COMPLETED = 5
REFUSED = 6
INTERRUPTED = 130

Result = TypeVar("Result")
ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "--config",
        help="The settings' TOML file (default: $RINGBACK_CONFIG, else ./ringback.toml).",
    ),
]
DemoOption = Annotated[bool, typer.Option("--demo", help="Use the demo company and its own data.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@contextmanager
def plain_sentences() -> Iterator[None]:
    """Turn what was to be expected into a sentence and an exit code."""
    try:
        yield
    except SettingsWrong as wrong:
        for problem in wrong.problems:
            complain(problem)
        raise typer.Exit(SETTINGS_WRONG) from wrong
    except JournalFailed as failure:
        complain(str(failure))
        raise typer.Exit(JOURNAL_FAILED) from failure
    except CannotStart as failure:
        complain(str(failure))
        raise typer.Exit(CANNOT_START) from failure
    except NothingFound as nothing:
        complain(str(nothing))
        raise typer.Exit(1) from nothing
    except ServerRefused as refused:
        complain(str(refused))
        raise typer.Exit(REFUSED) from refused
    except KeyboardInterrupt as interrupt:
        raise typer.Exit(INTERRUPTED) from interrupt
    except BrokenPipeError as closed:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(1) from closed


def run(work: Coroutine[Any, Any, Result]) -> Result:
    """Run what takes an event loop."""
    return asyncio.run(work)


def print_settings(values: dict[str, Any], *, as_json: bool) -> None:
    """Print settings by their names."""
    if as_json:
        say(json.dumps(values, indent=2, ensure_ascii=False))
    else:
        rows = [{"setting": name, "value": value} for name, value in values.items()]
        print_rows(rows, as_json=False)


def print_rows(rows: Sequence[Mapping[str, object]], *, as_json: bool) -> None:
    """Print rows as JSON, or as a table whose columns are as wide as they must be."""
    if as_json:
        say(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    if not rows:
        say("There are none.")
        return
    cells = [list(rows[0]), *([_cell(value) for value in row.values()] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = (text.ljust(width) for text, width in zip(row, widths, strict=True))
        say("  ".join(padded).rstrip())


def _cell(value: object) -> str:
    match value:
        case None | "":
            return "-"
        case list():
            return ", ".join(map(str, value)) or "-"
        case _:
            return str(value)


def say(sentence: str) -> None:
    """Write a result."""
    typer.echo(sentence)


def complain(sentence: str) -> None:
    """Write what is wrong, beside the results."""
    typer.echo(sentence, err=True)
