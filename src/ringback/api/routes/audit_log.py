"""The log of who did what, for those who may see it: page by page, and as a file."""

import json
from collections.abc import AsyncIterator
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import StreamingResponse
from pydantic import Field

from ringback.access.directory import Deed, Directory
from ringback.access.permissions import Permission
from ringback.api.dependencies import GivenServices
from ringback.api.description import answered_as
from ringback.api.errors import EdgeCode, refuses
from ringback.api.exact import Instant
from ringback.api.logged import asked, log_deed
from ringback.api.people_views import Given, Name
from ringback.api.permitting import GivenPrincipal, needs
from ringback.api.views import View
from ringback.history import CursorUnknown
from ringback.people import LogEntry, LogFilter, PeopleChanges
from ringback.records.exporting import ExportFormat, cell, csv_of

from .exports import MEDIA_TYPES, Format

LIMIT_MAX = 200
ENTRIES_AT_ONCE = 1_000
NUMBER_DIGITS_MAX = 15
router = APIRouter(prefix="/audit-log", tags=["audit-log"])


Subject = Annotated[str, Field(max_length=100, pattern=r"^[\w:-]+$")]
Detail = Annotated[str, Field(max_length=40, pattern=r"^[a-z_]+$")]


class LogEntryView(View):
    number: int = Field(description="Goes up by one with each entry.")
    at: datetime
    actor: str = Field(description="`user:…`, `key:…`, `operator` or `nobody`.")
    name: str = Field(description="What the actor was called then.")
    address: str = Field(description="From where.")
    action: str = Field(examples=["set-line-settings"])
    subject: str | None = Field(description="The id of what it was done to.")
    details: dict[str, object]

    @classmethod
    def of(cls, entry: LogEntry) -> "LogEntryView":
        return cls(
            number=entry.number,
            at=entry.at,
            actor=entry.actor,
            name=entry.name,
            address=entry.address,
            action=entry.action,
            subject=entry.subject,
            details=dict(entry.details),
        )


class LogPage(View):
    """Part of the log, the newest first."""

    entries: list[LogEntryView]
    next_cursor: str | None = Field(description="Give it as `after` for the next page.")


async def _filter(
    actor: Annotated[str | None, Query(max_length=100)] = None,
    action: Annotated[str | None, Query(max_length=100)] = None,
    since: Instant | None = None,
    until: Instant | None = None,
) -> LogFilter:
    return LogFilter(actor=actor, action=action, since=since, until=until)


GivenLogFilter = Annotated[LogFilter, Depends(_filter)]


@router.get("", name="list_audit_log", responses=refuses(EdgeCode.UNKNOWN_CURSOR))
@needs(Permission.AUDIT_LOG_SEE)
async def list_audit_log(
    services: GivenServices,
    which: GivenLogFilter,
    after: Annotated[str | None, Query(max_length=300)] = None,
    limit: Annotated[int, Query(ge=1, le=LIMIT_MAX)] = 50,
) -> LogPage:
    """List who did what, when and from where, the newest first."""
    directory = services.access.directory
    found = await directory.log(which, before=_number(after), limit=limit + 1)
    shown = list(map(LogEntryView.of, found[:limit]))
    more = len(found) > limit
    return LogPage(entries=shown, next_cursor=str(shown[-1].number) if more else None)


class NotedAction(StrEnum):
    """What is done to the installation's files, beside the server."""

    EXPORT_CALLS = "export-calls"
    EXPORT_CALLBACKS = "export-callbacks"
    EXPORT_CONTACT = "export-contact"
    BACKUP = "backup"


class DeedNote(Given):
    """What somebody did beside the server, in a few plain values."""

    action: NotedAction
    subject: Subject | None = None
    details: dict[Detail, Name] = Field(default={}, max_length=20)


@router.post("", name="note_in_audit_log", responses=refuses())
@needs(Permission.AUDIT_LOG_NOTE)
async def note_in_audit_log(note: DeedNote, who: GivenPrincipal, services: GivenServices) -> None:
    """Have the log say what one did beside the server; the commands do, after an export."""
    deed = Deed(who, note.action.value, note.subject, note.details)
    await services.access.directory.commit(PeopleChanges(), deed)


@router.get(
    "/export",
    name="export_audit_log",
    response_class=StreamingResponse,
    responses=refuses() | answered_as("text/csv", "application/jsonl"),
)
@needs(Permission.AUDIT_LOG_SEE)
async def export_audit_log(
    request: Request,
    services: GivenServices,
    which: GivenLogFilter,
    written: Format = ExportFormat.CSV,
) -> StreamingResponse:
    """Stream the entries that fit, the newest first; the export is an entry itself."""
    await log_deed(request, "export-audit-log", {"asked": asked(request)})
    headers = {
        "content-disposition": f'attachment; filename="audit-log.{written.value}"',
        "cache-control": "no-store",
    }
    body = _lines(services.access.directory, which, written)
    return StreamingResponse(body, media_type=MEDIA_TYPES[written], headers=headers)


async def _lines(
    directory: Directory, which: LogFilter, written: ExportFormat
) -> AsyncIterator[str]:
    if written is ExportFormat.CSV:
        yield csv_of([list(LogEntryView.model_fields)])
    before: int | None = None
    while entries := await directory.log(which, before=before, limit=ENTRIES_AT_ONCE):
        rows = [LogEntryView.of(entry).model_dump(mode="json") for entry in entries]
        if written is ExportFormat.CSV:
            yield csv_of([cell(_flat(value)) for value in row.values()] for row in rows)
        else:
            yield "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
        before = entries[-1].number


def _flat(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else value


def _number(cursor: str | None) -> int | None:
    if cursor is None:
        return None
    if not (cursor.isascii() and cursor.isdecimal() and len(cursor) <= NUMBER_DIGITS_MAX):
        raise CursorUnknown(cursor)
    return int(cursor)
