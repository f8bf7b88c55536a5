"""Figures as SQL: counted and spread in the database, in groups of a closed list."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from ringback.core.ids import AccountId
from ringback.figures import (
    AgentFigures,
    CallbackFigures,
    CallFigures,
    Figures,
    FiguresWanted,
    GroupBy,
    Spread,
)

from .record_queries import Query
from .record_statements import Row, microseconds

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_COLUMNS = {GroupBy.LINE: "line_id", GroupBy.TEAM: "team_id", GroupBy.AGENT: "agent_id"}
_SPANS = {
    GroupBy.HOUR: timedelta(hours=1),
    GroupBy.DAY: timedelta(days=1),
    GroupBy.WEEK_HOUR: timedelta(hours=1),
}
_WEEK_HOURS = 7 * 24
_MONDAY_BEFORE_1970 = 3 * 24
"""1970 began on a Thursday."""
_LOOK_EVERY = timedelta(hours=1)
_CALL_COUNTS = (
    "inbound",
    "answered",
    "missed",
    "voicemails",
    "callbacks_requested",
    "queued",
    "abandoned",
    "requested_in_queue",
    "in_time",
    "outbound",
    "reached",
)


def call_counts_query(account_id: AccountId, wanted: FiguresWanted) -> Query:
    source, given = _rows(account_id, wanted, "call", "began_at")
    within = wanted.within // timedelta(microseconds=1)
    text = (
        "SELECT key, sum(CASE WHEN direction = 'inbound' THEN 1 ELSE 0 END),"
        f" {_count('type', 'answered')}, {_count('type', 'missed')}, {_count('type', 'voicemail')},"
        f" {_count('type', 'callback-requested')},"
        " sum(CASE WHEN direction = 'inbound' AND waited IS NOT NULL THEN 1 ELSE 0 END),"
        " sum(CASE WHEN type = 'missed' AND waited IS NOT NULL THEN 1 ELSE 0 END),"
        " sum(CASE WHEN type = 'callback-requested' AND waited IS NOT NULL THEN 1 ELSE 0 END),"
        " sum(CASE WHEN type = 'answered' AND waited <= ? THEN 1 ELSE 0 END),"
        " sum(CASE WHEN direction = 'outbound' THEN 1 ELSE 0 END),"
        f" {_count('type', 'reached')}, sum(coalesce(talked, 0)),"
        " sum(CASE WHEN type = 'answered' AND promised IS NOT NULL THEN 1 ELSE 0 END),"
        " sum(CASE WHEN type = 'answered' AND waited <= promised THEN 1 ELSE 0 END)"
        f" FROM ({source}) AS found GROUP BY key"
    )
    return Query(text, (within, *given))


def callback_counts_query(account_id: AccountId, wanted: FiguresWanted) -> Query | None:
    """None where callbacks are not told of: they bear no tags, their calls do."""
    if wanted.by is GroupBy.TAG:
        return None
    source, given = _rows(account_id, wanted, "callback", "requested_at")
    text = (
        "SELECT key, outcome, reason, count(*),"
        " sum(CASE WHEN outcome IS NOT NULL AND promised IS NOT NULL THEN 1 ELSE 0 END),"
        " sum(CASE WHEN outcome IS NOT NULL AND waited <= promised THEN 1 ELSE 0 END)"
        f" FROM ({source}) AS found GROUP BY key, outcome, reason"
    )
    return Query(text, given)


def call_waits_query(account_id: AccountId, wanted: FiguresWanted) -> Query:
    """Of live callers who were answered."""
    source, given = _rows(account_id, wanted, "call", "began_at", "type = 'answered'")
    return Query(_spread(source), given)


def callback_waits_query(account_id: AccountId, wanted: FiguresWanted) -> Query | None:
    """Of callbacks that have ended."""
    if wanted.by is GroupBy.TAG:
        return None
    source, given = _rows(account_id, wanted, "callback", "requested_at", "outcome IS NOT NULL")
    return Query(_spread(source), given)


def agent_hours_query(account_id: AccountId, wanted: FiguresWanted) -> Query | None:
    """Of whole hours; None where they are not told of the groups that are wanted."""
    return _agents_query(
        account_id,
        wanted,
        "sum(rung), sum(accepted), sum(declined), sum(rang_out),"
        " sum(ringing), sum(talking), sum(wrap_up), sum(free) FROM agent_hour",
        "1",
    )


def agent_away_query(account_id: AccountId, wanted: FiguresWanted) -> Query | None:
    """Of whole hours, by reason; None where they are not told of the groups that are wanted."""
    return _agents_query(account_id, wanted, "reason, sum(spent) FROM agent_away", "1, 2")


def _agents_query(
    account_id: AccountId, wanted: FiguresWanted, what: str, groups: str
) -> Query | None:
    if wanted.by in (GroupBy.LINE, GroupBy.TEAM, GroupBy.TAG):
        return None
    key = _key(wanted, "begins")
    period = (account_id, microseconds(wanted.since), microseconds(wanted.until))
    of_whom = ""
    if wanted.at_work is not None:
        of_whom = f" AND agent_id IN ({_marks(wanted.at_work)})"
    text = (
        f"SELECT {key} AS key, {what}"
        f" WHERE account = ? AND begins >= ? AND begins < ?{of_whom} GROUP BY {groups}"
        f" ORDER BY {groups}"
    )
    return Query(text, (*period, *(wanted.at_work or ())))


def figures_of(
    wanted: FiguresWanted,
    *,
    calls: Sequence[Row],
    call_waits: Sequence[Row],
    callbacks: Sequence[Row],
    callback_waits: Sequence[Row],
    agents: Sequence[Row],
    away: Sequence[Row],
) -> Sequence[Figures]:
    """Put the answers together, in the order of their keys."""
    found: dict[Any, Figures] = {}

    def of(key: Any) -> Figures:
        return found.setdefault(key, Figures(_shown(wanted, key)))

    for key, *counts in calls:
        of(key).calls = _call_figures([int(count) for count in counts])
    for key, *spread in call_waits:
        of(key).calls.wait = _spread_of(spread)
    for key, *counted in callbacks:
        _add(of(key).callbacks, *counted)
    for key, *spread in callback_waits:
        of(key).callbacks.wait = _spread_of(spread)
    for key, *counts in agents:
        of(key).agents = _agent_figures([int(count) for count in counts])
    for key, reason, spent in away:
        of(key).agents.away[reason] = _duration(spent)
    return [found[key] for key in sorted(found, key=lambda key: (key is None, key))]


# ---- groups ------------------------------------------------------------------------------


def _rows(
    account_id: AccountId, wanted: FiguresWanted, table: str, at: str, further: str = ""
) -> tuple[str, Row]:
    """Name the rows that count, each with its group's key."""
    conditions = [f"account = ? AND {at} >= ? AND {at} < ?"]
    values: list[Any] = [
        account_id,
        microseconds(wanted.since),
        microseconds(wanted.until),
    ]
    for word, line_ids in (("IN", wanted.line_ids), ("NOT IN", wanted.hidden_line_ids or None)):
        if line_ids is not None:
            conditions.append(f"line_id {word} ({_marks(line_ids)})")
            values += line_ids
    for column, wanted_id in (("agent_id", wanted.agent_id), ("team_id", wanted.team_id)):
        if wanted_id is not None:
            conditions.append(f"{column} = ?")
            values.append(wanted_id)
    if further:
        conditions.append(further)
    where = " AND ".join(conditions)
    if wanted.by is GroupBy.TAG:
        text = (
            f"SELECT tagged.tag AS key, counted.* FROM (SELECT * FROM {table} WHERE {where})"
            " AS counted JOIN call_tag AS tagged"
            " ON tagged.account = counted.account AND tagged.call_id = counted.id"
        )
        return text, tuple(values)
    text = f"SELECT {_key(wanted, at)} AS key, {table}.* FROM {table} WHERE {where}"
    return text, tuple(values)


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" for _ in values) or "NULL"


def _key(wanted: FiguresWanted, at: str) -> str:
    """Name the group of a row: an id, or the number of the local hour or day since 1970."""
    if wanted.by in _COLUMNS:
        return _COLUMNS[wanted.by]
    if wanted.by is GroupBy.PERIOD:
        return "0"
    *before, (_, last_offset) = _offsets(wanted)
    span = _SPANS[wanted.by] // timedelta(microseconds=1)
    offset = str(last_offset)
    if before:
        whens = " ".join(f"WHEN {at} < {until} THEN {earlier}" for until, earlier in before)
        offset = f"CASE {whens} ELSE {last_offset} END"
    spans = f"(({at} + {offset}) / {span})"
    if wanted.by is not GroupBy.WEEK_HOUR:
        return spans
    since_monday = f"({spans} + {_MONDAY_BEFORE_1970})"
    return f"({since_monday} - {since_monday} / {_WEEK_HOURS} * {_WEEK_HOURS})"


def _offsets(wanted: FiguresWanted) -> Iterator[tuple[int, int]]:
    """Give until when which offset from UTC holds, in microseconds, in order."""
    at, offset = wanted.since, _offset(wanted, wanted.since)
    while at < wanted.until:
        after = min(at + _LOOK_EVERY, wanted.until)
        if _offset(wanted, after) != offset:
            changes = _change_between(wanted, at, after)
            yield microseconds(changes), offset // timedelta(microseconds=1)
            offset = _offset(wanted, after)
        at = after
    yield microseconds(wanted.until), offset // timedelta(microseconds=1)


def _change_between(wanted: FiguresWanted, before: datetime, after: datetime) -> datetime:
    """Find the minute at which a clock is changed."""
    at = before.replace(second=0, microsecond=0)
    while _offset(wanted, at) == _offset(wanted, before):
        at += timedelta(minutes=1)
    return min(at, after)


def _offset(wanted: FiguresWanted, at: datetime) -> timedelta:
    offset = at.astimezone(wanted.time_zone).utcoffset()
    assert offset is not None
    return offset


def _shown(wanted: FiguresWanted, key: Any) -> str | datetime | None:
    if wanted.by is GroupBy.PERIOD:
        return None
    if wanted.by is GroupBy.WEEK_HOUR:
        weekday, hour = divmod(int(key), 24)
        return f"{weekday + 1}-{hour:02}"
    if wanted.by not in _SPANS:
        return None if key is None else str(key)
    local = (_EPOCH + int(key) * _SPANS[wanted.by]).replace(tzinfo=None)
    return local.replace(tzinfo=wanted.time_zone)


# ---- figures -----------------------------------------------------------------------------


def _count(column: str, value: str) -> str:
    return f"sum(CASE WHEN {column} = '{value}' THEN 1 ELSE 0 END)"


def _spread(source: str) -> str:
    """Ask for the median and the 90th percentile of each group, by the nearest rank."""
    ranked = (
        "SELECT key, waited, row_number() OVER (PARTITION BY key ORDER BY waited) AS nth,"
        f" count(*) OVER (PARTITION BY key) AS n FROM ({source}) AS found WHERE waited IS NOT NULL"
    )
    return (
        "SELECT key, max(CASE WHEN nth = (n * 50 + 99) / 100 THEN waited END),"
        " max(CASE WHEN nth = (n * 90 + 99) / 100 THEN waited END)"
        f" FROM ({ranked}) AS ranked GROUP BY key"
    )


def _spread_of(spread: Sequence[Any]) -> Spread:
    half, most = (None if each is None else _duration(each) for each in spread)
    return half, most


def _call_figures(counts: Sequence[int]) -> CallFigures:
    *plain, talked, promised, kept = counts
    figures = CallFigures(talked=_duration(talked), promised=promised, kept=kept)
    for name, count in zip(_CALL_COUNTS, plain, strict=True):
        setattr(figures, name, count)
    return figures


def _add(
    figures: CallbackFigures,
    outcome: str | None,
    reason: str | None,
    count: int,
    promised: int,
    kept: int,
) -> None:
    figures.requested += count
    figures.promised += int(promised)
    figures.kept += int(kept)
    match outcome:
        case None:
            figures.open += count
        case "completed":
            figures.completed += count
        case "not_reached":
            figures.not_reached += count
        case "cancelled":
            figures.cancelled += count
        case _:
            figures.failed += count
            figures.failed_by_reason[str(reason)] = (
                figures.failed_by_reason.get(str(reason), 0) + count
            )


def _agent_figures(counts: Sequence[int]) -> AgentFigures:
    rung, accepted, declined, rang_out, *spent = counts
    ringing, talking, wrap_up, free = map(_duration, spent)
    return AgentFigures(
        rung=rung,
        accepted=accepted,
        declined=declined,
        rang_out=rang_out,
        ringing=ringing,
        talking=talking,
        wrap_up=wrap_up,
        free=free,
    )


def _duration(value: Any) -> timedelta:
    return timedelta(microseconds=int(value))
