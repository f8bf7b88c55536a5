"""Calls and callbacks as lines for other programs: JSON lines, or CSV safe against formulas."""

import csv
import io
import json
import re
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from ringback.core.ids import AccountId, AgentId, CallId, LineId, TagId
from ringback.history import (
    CallbackFilter,
    CallFilter,
    Note,
    RecordStore,
    StoredCall,
    StoredCallback,
)

from .callbacks import CallbackRecord
from .calls import CallRecord
from .documents import read_call, read_callback

ROWS_AT_ONCE = 1_000

Cells = dict[str, Any]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"\+[0-9]+", re.ASCII)


class ExportFormat(StrEnum):
    """How an export is written."""

    CSV = "csv"
    JSON_LINES = "jsonl"


@dataclass(frozen=True, slots=True)
class Names:
    """What ids stand for at the moment of the export."""

    lines: Mapping[LineId, str] = field(default_factory=dict)
    agents: Mapping[AgentId, str] = field(default_factory=dict)
    tags: Mapping[TagId, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be exported, the oldest first."""

    which: CallFilter | CallbackFilter
    format: ExportFormat
    names: Names = field(default_factory=Names)


async def export_lines(
    store: RecordStore, account_id: AccountId, export: Export
) -> AsyncIterator[tuple[str, int]]:
    """Give the export as text, part after part, each with the number of its rows."""
    if export.format is ExportFormat.CSV:
        yield _csv_of([list(_columns_of(export.which))]), 0
    async for rows in _parts(store, account_id, export):
        match export.format:
            case ExportFormat.CSV:
                text = _csv_of([_cell(value) for value in row.values()] for row in rows)
            case ExportFormat.JSON_LINES:
                text = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
        yield text, len(rows)


async def _parts(
    store: RecordStore, account_id: AccountId, export: Export
) -> AsyncIterator[Sequence[Cells]]:
    cursor: str | None = None
    while True:
        rows, cursor = await _part(store, account_id, export, cursor)
        yield rows
        if cursor is None:
            return


async def _part(
    store: RecordStore, account_id: AccountId, export: Export, cursor: str | None
) -> tuple[Sequence[Cells], str | None]:
    match export.which:
        case CallFilter() as which:
            calls = await store.calls(
                account_id, which, descending=False, cursor=cursor, limit=ROWS_AT_ONCE
            )
            read = [(*read_call(each), each) for each in calls.items]
            call_ids = [call.id for call, _, _ in read]
            tags = await store.tags_of(account_id, call_ids)
            notes: dict[CallId, list[Note]] = {}
            for note in await store.notes_of(account_id, call_ids):
                notes.setdefault(note.call_id, []).append(note)
            rows = [
                call_cells(call, callback, stored, export.names)
                | annotation_cells(tags.get(call.id, ()), notes.get(call.id, ()), export.names)
                for call, callback, stored in read
            ]
            return rows, calls.next_cursor
        case CallbackFilter() as which:
            callbacks = await store.callbacks(
                account_id, which, descending=False, cursor=cursor, limit=ROWS_AT_ONCE
            )
            closed = [each for each in callbacks.items if each.data is not None]
            return [callback_cells(each, export.names) for each in closed], callbacks.next_cursor


# ---- rows --------------------------------------------------------------------------------


def call_cells(
    call: CallRecord, callback: CallbackRecord | None, stored: StoredCall, names: Names
) -> Cells:
    """Give a call's cells, with the three fields of its callback (R42)."""
    reason = None if callback is None else callback.failure_reason
    return {
        "began": _instant(call.began_at),
        "ended": _instant(call.ended_at),
        "id": call.id,
        "direction": call.direction.value,
        "type": call.type.value,
        "line": call.line_id,
        "line_name": names.lines.get(call.line_id),
        "number": stored.number,
        "name": stored.name,
        "agent": call.agent_id,
        "agent_name": None if call.agent_id is None else names.agents.get(call.agent_id),
        "team": _team(call),
        "waited_seconds": _seconds(call.waited_for),
        "talked_seconds": _seconds(call.talked_for),
        "ending": None if call.ending is None else call.ending.value,
        "missed_reason": None if call.missed_reason is None else call.missed_reason.value,
        "tags": [tag.value for tag in call.tags],
        "assigned_to": call.assigned_to,
        "callback": call.callback_id,
        "callback_details": None if callback is None else callback.original_call_id,
        "callback_failure_reason": None if reason is None else reason.value,
        "callback_wait_seconds": None if callback is None else _seconds(callback.wait),
        "linked_calls": list(call.linked_call_ids),
        "voicemail_seconds": call.voicemail_seconds,
        "redirected_to": list(call.redirected_to),
    }


def annotation_cells(tag_ids: Sequence[TagId], notes: Sequence[Note], names: Names) -> Cells:
    """Give what people have put on a call: the company's own tags, and notes, one a line."""
    return {
        "own_tags": list(tag_ids),
        "own_tag_names": ", ".join(names.tags.get(tag_id, tag_id) for tag_id in tag_ids),
        "notes": "\n".join(_note(note, names) for note in notes),
    }


def _note(note: Note, names: Names) -> str:
    who = "-" if note.agent_id is None else names.agents.get(note.agent_id, note.agent_id)
    return f"{_instant(note.written_at)} {who}: {note.text}"


def callback_cells(stored: StoredCallback, names: Names) -> Cells:
    """Give a closed callback's cells."""
    assert stored.data is not None
    callback = read_callback(stored.data)
    assert callback.outcome is not None
    reason = callback.outcome.reason
    return {
        "requested": _instant(callback.requested_at),
        "accepted": _instant(callback.accepted_at),
        "closed": _instant(callback.closed_at),
        "id": callback.id,
        "mode": callback.mode.value,
        "line": callback.line_id,
        "line_name": names.lines.get(callback.line_id),
        "number": stored.number,
        "name": stored.name,
        "outcome": callback.outcome.kind.value,
        "reason": None if reason is None else reason.value,
        "attempts": callback.attempt_number,
        "attempts_max": callback.attempts_max,
        "wait_seconds": _seconds(callback.wait),
        "agent": callback.agent_id,
        "agent_name": None if callback.agent_id is None else names.agents.get(callback.agent_id),
        "agents_tried": list(callback.tried_agent_ids),
        "teams_tried": list(callback.tried_team_ids),
        "called_by": callback.called_by,
        "dismissed_by": callback.dismissed_by,
        "inbound_calls": list(callback.inbound_call_ids),
        "outbound_calls": list(callback.outbound_call_ids),
    }


_CALL_COLUMNS = (
    "began ended id direction type line line_name number name agent agent_name team waited_seconds"
    " talked_seconds ending missed_reason tags assigned_to callback callback_details"
    " callback_failure_reason callback_wait_seconds linked_calls voicemail_seconds redirected_to"
    " own_tags own_tag_names notes"
)
_CALLBACK_COLUMNS = (
    "requested accepted closed id mode line line_name number name outcome reason attempts"
    " attempts_max wait_seconds agent agent_name agents_tried teams_tried called_by dismissed_by"
    " inbound_calls outbound_calls"
)


def _columns_of(which: CallFilter | CallbackFilter) -> Sequence[str]:
    return (_CALL_COLUMNS if isinstance(which, CallFilter) else _CALLBACK_COLUMNS).split()


def _team(call: CallRecord) -> str | None:
    return call.tried_team_ids[-1] if call.tried_team_ids else None


def _instant(at: datetime | None) -> str | None:
    if at is None:
        return None
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _seconds(duration: timedelta | None) -> float | None:
    return None if duration is None else round(duration.total_seconds(), 3)


# ---- CSV ---------------------------------------------------------------------------------


def _csv_of(rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _cell(value: object) -> str:
    """Write a cell; text that a spreadsheet would take for a formula is led by an apostrophe."""
    match value:
        case None:
            return ""
        case list():
            text = " ".join(map(str, value))
        case _:
            text = str(value)
    if isinstance(value, int | float) or not text.startswith(_FORMULA) or _NUMBER.fullmatch(text):
        return text
    return f"'{text}"
