"""Calls and callbacks as lines for other programs: JSON lines, or CSV safe against formulas."""

import csv
import io
import json
import re
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from ringback.core.ids import AccountId, AgentId, CallId, LineId, TagId
from ringback.core.outcomes import Outcome
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
        yield csv_of([list(_columns_of(export.which))]), 0
    async for rows in _parts(store, account_id, export):
        match export.format:
            case ExportFormat.CSV:
                text = csv_of([cell(value) for value in row.values()] for row in rows)
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
            return await _call_rows(store, account_id, calls.items, export.names), calls.next_cursor
        case CallbackFilter() as which:
            callbacks = await store.callbacks(
                account_id, which, descending=False, cursor=cursor, limit=ROWS_AT_ONCE
            )
            closed = [each for each in callbacks.items if each.data is not None]
            return [_callback_cells(each, export.names) for each in closed], callbacks.next_cursor


# ---- rows --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Call:
    """A call, with the callback whose three fields it shows (R42), its own tags, and notes."""

    stored: StoredCall
    call: CallRecord
    callback: CallbackRecord | None
    tag_ids: Sequence[TagId]
    notes: Sequence[Note]
    names: Names


@dataclass(frozen=True, slots=True)
class _Callback:
    """A closed callback."""

    stored: StoredCallback
    callback: CallbackRecord
    outcome: Outcome
    names: Names


_CALL: dict[str, Callable[[_Call], object]] = {
    "began": lambda one: _instant(one.call.began_at),
    "ended": lambda one: _instant(one.call.ended_at),
    "id": lambda one: one.call.id,
    "direction": lambda one: one.call.direction.value,
    "type": lambda one: one.call.type.value,
    "line": lambda one: one.call.line_id,
    "line_name": lambda one: one.names.lines.get(one.call.line_id),
    "number": lambda one: one.stored.number,
    "name": lambda one: one.stored.name,
    "agent": lambda one: one.call.agent_id,
    "agent_name": lambda one: (
        None if one.call.agent_id is None else one.names.agents.get(one.call.agent_id)
    ),
    "team": lambda one: _team(one.call),
    "waited_seconds": lambda one: _seconds(one.call.waited_for),
    "talked_seconds": lambda one: _seconds(one.call.talked_for),
    "ending": lambda one: _value(one.call.ending),
    "missed_reason": lambda one: _value(one.call.missed_reason),
    "tags": lambda one: [tag.value for tag in one.call.tags],
    "assigned_to": lambda one: one.call.assigned_to,
    "callback": lambda one: one.call.callback_id,
    "callback_details": lambda one: None if one.callback is None else one.callback.original_call_id,
    "callback_failure_reason": lambda one: (
        None if one.callback is None else _value(one.callback.failure_reason)
    ),
    "callback_wait_seconds": lambda one: (
        None if one.callback is None else _seconds(one.callback.wait)
    ),
    "linked_calls": lambda one: list(one.call.linked_call_ids),
    "voicemail_seconds": lambda one: one.call.voicemail_seconds,
    "redirected_to": lambda one: list(one.call.redirected_to),
    "own_tags": lambda one: list(one.tag_ids),
    "own_tag_names": lambda one: ", ".join(
        one.names.tags.get(tag_id, tag_id) for tag_id in one.tag_ids
    ),
    "notes": lambda one: "\n".join(_note(note, one.names) for note in one.notes),
}
_CALLBACK: dict[str, Callable[[_Callback], object]] = {
    "requested": lambda one: _instant(one.callback.requested_at),
    "accepted": lambda one: _instant(one.callback.accepted_at),
    "closed": lambda one: _instant(one.callback.closed_at),
    "id": lambda one: one.callback.id,
    "mode": lambda one: one.callback.mode.value,
    "line": lambda one: one.callback.line_id,
    "line_name": lambda one: one.names.lines.get(one.callback.line_id),
    "number": lambda one: one.stored.number,
    "name": lambda one: one.stored.name,
    "outcome": lambda one: one.outcome.kind.value,
    "reason": lambda one: _value(one.outcome.reason),
    "attempts": lambda one: one.callback.attempt_number,
    "attempts_max": lambda one: one.callback.attempts_max,
    "wait_seconds": lambda one: _seconds(one.callback.wait),
    "agent": lambda one: one.callback.agent_id,
    "agent_name": lambda one: (
        None if one.callback.agent_id is None else one.names.agents.get(one.callback.agent_id)
    ),
    "agents_tried": lambda one: list(one.callback.tried_agent_ids),
    "teams_tried": lambda one: list(one.callback.tried_team_ids),
    "called_by": lambda one: one.callback.called_by,
    "dismissed_by": lambda one: one.callback.dismissed_by,
    "inbound_calls": lambda one: list(one.callback.inbound_call_ids),
    "outbound_calls": lambda one: list(one.callback.outbound_call_ids),
}


async def _call_rows(
    store: RecordStore, account_id: AccountId, calls: Sequence[StoredCall], names: Names
) -> Sequence[Cells]:
    read = [(stored, *read_call(stored)) for stored in calls]
    call_ids = [call.id for _, call, _ in read]
    tags = await store.tags_of(account_id, call_ids)
    notes: dict[CallId, list[Note]] = {}
    for note in await store.notes_of(account_id, call_ids):
        notes.setdefault(note.call_id, []).append(note)
    rows = [
        _Call(stored, call, callback, tags.get(call.id, ()), notes.get(call.id, ()), names)
        for stored, call, callback in read
    ]
    return [{name: cell(row) for name, cell in _CALL.items()} for row in rows]


def _callback_cells(stored: StoredCallback, names: Names) -> Cells:
    assert stored.data is not None
    callback = read_callback(stored.data)
    assert callback.outcome is not None
    row = _Callback(stored, callback, callback.outcome, names)
    return {name: cell(row) for name, cell in _CALLBACK.items()}


def _columns_of(which: CallFilter | CallbackFilter) -> Sequence[str]:
    return list(_CALL if isinstance(which, CallFilter) else _CALLBACK)


def _note(note: Note, names: Names) -> str:
    who = "-" if note.agent_id is None else names.agents.get(note.agent_id, note.agent_id)
    return f"{_instant(note.written_at)} {who}: {note.text}"


def _team(call: CallRecord) -> str | None:
    return call.tried_team_ids[-1] if call.tried_team_ids else None


def _value(word: StrEnum | None) -> str | None:
    return None if word is None else word.value


def _instant(at: datetime | None) -> str | None:
    if at is None:
        return None
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _seconds(duration: timedelta | None) -> float | None:
    return None if duration is None else round(duration.total_seconds(), 3)


# ---- CSV ---------------------------------------------------------------------------------


def csv_of(rows: Iterable[Sequence[str]]) -> str:
    """Write rows of cells as lines of CSV."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def cell(value: object) -> str:
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
