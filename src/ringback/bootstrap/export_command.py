"""The command that writes calls and callbacks for other programs."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer

from ringback.config.loading import load_settings
from ringback.config.settings import Settings
from ringback.core.ids import AgentId, LineId
from ringback.core.outcomes import OutcomeKind
from ringback.history import CallbackFilter, CallFilter
from ringback.records.exporting import Export, ExportFormat, Names

from .failures import CannotStart
from .terminal import ConfigOption, DemoOption, complain, plain_sentences, run

COUNTED_MAX = 100_000_000
OURS_ALONE = 0o600
TOLD_MAX = 100


class Exported(StrEnum):
    """What can be exported."""

    CALLS = "calls"
    CALLBACKS = "callbacks"


def export(
    what: Annotated[Exported, typer.Argument(help="Ended calls, or closed callbacks.")],
    since: Annotated[
        datetime | None, typer.Option("--since", help="At this instant or later, in UTC.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option("--until", help="Before this instant, in UTC.")
    ] = None,
    line: Annotated[
        list[str] | None, typer.Option("--line", help="Only this line's; repeatable.")
    ] = None,
    outcome: Annotated[
        OutcomeKind | None, typer.Option("--outcome", help="What became of the callback.")
    ] = None,
    number: Annotated[
        str | None,
        typer.Option("--number", help="The customer's number, whole or a part of it."),
    ] = None,
    written: Annotated[
        ExportFormat, typer.Option("--format", help="CSV, or one JSON object a line.")
    ] = ExportFormat.CSV,
    output: Annotated[
        Path | None,
        typer.Option("--output", help="The file to write; without it standard output."),
    ] = None,
    config: ConfigOption = None,
    demo: DemoOption = False,
) -> None:
    """Write calls or callbacks of the past, the oldest first, for other programs."""
    with plain_sentences():
        since, until = _utc(since), _utc(until)
        lines = None if line is None else tuple(map(LineId, line))
        outcomes = None if outcome is None else (outcome.value,)
        which: CallFilter | CallbackFilter = CallFilter(
            began_from=since, began_before=until, line_ids=lines, outcomes=outcomes, number=number
        )
        if what is Exported.CALLBACKS:
            which = CallbackFilter(
                requested_from=since,
                requested_before=until,
                line_ids=lines,
                outcomes=outcomes,
                number=number,
                open=False,
            )
        wanted = Export(which, written)
        settings = load_settings(config, demo=demo)
        asked = {"since": since, "until": until, "lines": ", ".join(line or ()), "outcome": outcome}
        rows = run(_export(settings, what, wanted, output, asked))
        complain("1 row was written." if rows == 1 else f"{rows:,} rows were written.")


async def _export(
    settings: Settings,
    what: Exported,
    wanted: Export,
    output: Path | None,
    asked: Mapping[str, object],
) -> int:
    """Have the log say so, never with a number, for the log is not erased; then write it."""
    from ringback.api.routes.audit_log import NotedAction

    from .deeds import note_deed

    given = {name: str(value)[:TOLD_MAX] for name, value in asked.items() if value}
    await note_deed(settings, NotedAction(f"export-{what.value}"), given)
    return await _write(settings, wanted, output)


async def _write(settings: Settings, wanted: Export, output: Path | None) -> int:
    from .reading import reading

    written = 0
    async with reading(settings) as read:
        names = Names(
            lines={LineId(line.id): line.name for line in read.world.lines.values()},
            agents={AgentId(each.id): each.profile.name for each in read.world.agents.values()},
            tags={tag.id: tag.name for tag in read.world.tags.values()},
        )
        total = await read.archive.count(wanted.which, limit=COUNTED_MAX)
        with (
            _whole_file(output) as file,
            typer.progressbar(length=total, label="Writing", file=sys.stderr) as bar,
        ):
            async for text, rows in read.archive.exported(replace(wanted, names=names)):
                file.write(text)
                written += rows
                bar.update(rows)
    return written


@contextmanager
def _whole_file(output: Path | None) -> Iterator[TextIO]:
    """Lend standard output, or a file that is in its place only once it is whole."""
    if output is None:
        yield sys.stdout
        return
    draft = output.with_name(f".{output.name}.part")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OURS_ALONE)
        with open(descriptor, "w", encoding="utf-8", newline="") as file:
            yield file
        draft.replace(output)
    except OSError as error:
        raise CannotStart(f"{output} cannot be written ({error.strerror}).") from error
    finally:
        draft.unlink(missing_ok=True)


def _utc(instant: datetime | None) -> datetime | None:
    return None if instant is None else instant.replace(tzinfo=UTC)
