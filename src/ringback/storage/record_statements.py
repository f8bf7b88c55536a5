"""The rows of records as statements, in the SQL that all our databases share."""

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from ringback.core.ids import AccountId
from ringback.core.outcomes import Tag
from ringback.history import AgentHourRow, CallbackRow, CallRow, OwnTagRow, RecordChanges

Row = tuple[Any, ...]
Statement = tuple[str, Sequence[Row]]
"""A statement, and the rows for which it is to be executed."""

TABLES = (
    *("call", "call_tag", "callback", "service", "late_fact"),
    *("agent_hour", "agent_away", "record_version"),
)
_CALL = (
    "id, began_at, direction, type, line_id, customer_id, agent_id, team_id, callback_id,"
    " missed_reason, outcome, reason, waited, talked, promised, data"
)
_CALLBACK = (
    "id, requested_at, closed_at, mode, line_id, customer_id, agent_id, outcome, reason, team_id,"
    " waited, promised, attempts, data"
)
_AGENT_HOUR = ("rung", "accepted", "declined", "rang_out", "ringing", "talking", "wrap_up", "free")
_PUT_AGENT_HOUR = (
    "INSERT INTO agent_hour VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (account, begins, agent_id) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _AGENT_HOUR)
)
_PUT_AWAY = (
    "INSERT INTO agent_away VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (account, begins, agent_id, reason) DO UPDATE SET spent = excluded.spent"
)
_PUT_OWN_TAG = (
    "INSERT INTO call_tag VALUES (?, ?, ?,"
    " coalesce(?, (SELECT began_at FROM call WHERE account = ? AND id = ?), 0))"
    " ON CONFLICT DO NOTHING"
)
_SYSTEM_TAGS = ", ".join(f"'{tag.value}'" for tag in Tag)
OF_THE_SYSTEM = f"tag IN ({_SYSTEM_TAGS})"
"""Of the tags on a call those that follow from its record; the company's own are written apart."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def statements_of(account_id: AccountId, changes: RecordChanges) -> Iterator[Statement]:
    """Write what changed, replacing what is there: doing it twice is harmless."""
    calls, callbacks = changes.calls.values(), changes.callbacks.values()
    if calls:
        yield _put("call", _CALL), [_call(account_id, row) for row in calls]
        yield (
            f"DELETE FROM call_tag WHERE account = ? AND call_id = ? AND {OF_THE_SYSTEM}",
            [(account_id, row.id) for row in calls],
        )
        tags = [
            (account_id, row.id, tag, microseconds(row.began_at))
            for row in calls
            for tag in row.tags
        ]
        if tags:
            yield "INSERT INTO call_tag VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", tags
    if callbacks:
        yield _put("callback", _CALLBACK), [_callback(account_id, row) for row in callbacks]
    yield from _own_tags(account_id, changes.own_tags.values())
    if changes.services:
        yield (
            "INSERT INTO service VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [(account_id, row.sequence, row.item_id) for row in changes.services],
        )
    if changes.late_facts:
        yield (
            "INSERT INTO late_fact VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [(account_id, row.item_id, row.sequence) for row in changes.late_facts],
        )
    if changes.agent_hours:
        hours = [_agent_hour(account_id, row) for row in changes.agent_hours.values()]
        yield _PUT_AGENT_HOUR, hours
        away = [row for each in changes.agent_hours.values() for row in _away(account_id, each)]
        if away:
            yield _PUT_AWAY, away


def _own_tags(account_id: AccountId, rows: Collection[OwnTagRow]) -> Iterator[Statement]:
    off = [(account_id, row.call_id, row.tag_id) for row in rows if not row.is_on]
    if off:
        yield "DELETE FROM call_tag WHERE account = ? AND call_id = ? AND tag = ?", off
    on = [
        (
            account_id,
            row.call_id,
            row.tag_id,
            None if row.began_at is None else microseconds(row.began_at),
            account_id,
            row.call_id,
        )
        for row in rows
        if row.is_on
    ]
    if on:
        yield _PUT_OWN_TAG, on


def statements_to_drop(account_id: AccountId) -> Iterator[Statement]:
    """Remove every record of an account."""
    for table in TABLES:
        yield f"DELETE FROM {table} WHERE account = ?", [(account_id,)]


def statements_to_stamp(account_id: AccountId, version: int) -> Iterator[Statement]:
    """Note that all records of an account are there."""
    yield (
        "INSERT INTO record_version VALUES (?, ?)"
        " ON CONFLICT (account) DO UPDATE SET version = excluded.version",
        [(account_id, version)],
    )


def microseconds(instant: datetime) -> int:
    """Write an instant as microseconds since 1970."""
    return (instant - _EPOCH) // _MICROSECOND


def instant(since_epoch: int) -> datetime:
    """Read an instant from microseconds since 1970."""
    return _EPOCH + since_epoch * _MICROSECOND


def _put(table: str, columns: str) -> str:
    names = columns.split(", ")
    marks = ", ".join("?" for _ in names)
    changed = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
    return (
        f"INSERT INTO {table} (account, {columns}) VALUES (?, {marks})"
        f" ON CONFLICT (account, id) DO UPDATE SET {changed}"
    )


def _call(account_id: AccountId, row: CallRow) -> Row:
    return (
        account_id,
        row.id,
        microseconds(row.began_at),
        row.direction,
        row.type.value,
        row.line_id,
        row.customer_id,
        row.agent_id,
        row.team_id,
        row.callback_id,
        row.missed_reason,
        row.outcome,
        row.reason,
        _duration(row.waited),
        _duration(row.talked),
        _duration(row.promised),
        row.data,
    )


def _callback(account_id: AccountId, row: CallbackRow) -> Row:
    return (
        account_id,
        row.id,
        microseconds(row.requested_at),
        None if row.closed_at is None else microseconds(row.closed_at),
        row.mode,
        row.line_id,
        row.customer_id,
        row.agent_id,
        row.outcome,
        row.reason,
        row.team_id,
        _duration(row.waited),
        _duration(row.promised),
        row.attempts,
        row.data,
    )


def _agent_hour(account_id: AccountId, row: AgentHourRow) -> Row:
    return (
        account_id,
        microseconds(row.begins),
        row.agent_id,
        row.rung,
        row.accepted,
        row.declined,
        row.rang_out,
        row.ringing // _MICROSECOND,
        row.talking // _MICROSECOND,
        row.wrap_up // _MICROSECOND,
        row.free // _MICROSECOND,
    )


def _away(account_id: AccountId, row: AgentHourRow) -> Iterator[Row]:
    for reason, spent in row.away.items():
        begins = microseconds(row.begins)
        yield account_id, begins, row.agent_id, reason, spent // _MICROSECOND


def _duration(duration: timedelta | None) -> int | None:
    return None if duration is None else duration // _MICROSECOND
