"""Questions of history as SQL: filters from a closed list, pages by cursor."""

import base64
import binascii
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ringback.core.ids import AccountId, CallbackId, CustomerId
from ringback.history import (
    CallbackFilter,
    CallbackOrder,
    CallFilter,
    CallOrder,
    CursorUnknown,
    Page,
    StoredCall,
    StoredCallback,
)

from .record_statements import Row, microseconds

CALL_COLUMNS = {
    CallOrder.BEGAN: "began_at",
    CallOrder.WAITED: "waited",
    CallOrder.TALKED: "talked",
}
CALLBACK_COLUMNS = {CallbackOrder.REQUESTED: "requested_at", CallbackOrder.WAITED: "waited"}


@dataclass(frozen=True, slots=True)
class Query:
    """A statement with `?` marks and what stands for them."""

    text: str
    given: Row


Ask = Callable[[Query], Awaitable[Sequence[Row]]]


@dataclass(slots=True)
class Conditions:
    texts: list[str] = field(default_factory=list)
    given: list[Any] = field(default_factory=list)

    def add(self, text: str, *given: Any) -> None:
        self.texts.append(text)
        self.given.extend(given)

    def equal(self, column: str, value: Any) -> None:
        if value is not None:
            self.add(f"{column} = ?", value)

    def one_of(self, column: str, values: Sequence[str | int] | None) -> None:
        if values is not None:
            marks = ", ".join("?" for _ in values) or "NULL"
            self.add(f"{column} IN ({marks})", *values)

    def none_of(self, column: str, values: Sequence[str]) -> None:
        if values:
            marks = ", ".join("?" for _ in values)
            self.add(f"{column} NOT IN ({marks})", *values)

    def after(
        self, column: str, cursor: str | None, *, descending: bool, named: str | None = None
    ) -> None:
        """Go on behind a cursor, which names its column, or `named` in its place."""
        if cursor is not None:
            sign = "<" if descending else ">"
            self.add(f"({column}, id) {sign} (?, ?)", *read_cursor(named or column, cursor))

    def __str__(self) -> str:
        return " AND ".join(self.texts)


def calls_query(
    account_id: AccountId,
    which: CallFilter,
    *,
    order: CallOrder,
    descending: bool,
    cursor: str | None,
    offset: int,
    limit: int,
) -> Query:
    """Ask for one call more than a page holds; raises `CursorUnknown`."""
    return _page_query(
        "call",
        _call_conditions(account_id, which),
        CALL_COLUMNS[order],
        shown="found.data, callback.data",
        joined=" LEFT JOIN callback ON callback.account = found.account"
        " AND callback.id = found.callback_id",
        of_one=which.number is not None or which.customer_id is not None,
        descending=descending,
        cursor=cursor,
        offset=offset,
        limit=limit,
    )


def callbacks_query(
    account_id: AccountId,
    which: CallbackFilter,
    *,
    order: CallbackOrder,
    descending: bool,
    cursor: str | None,
    limit: int,
) -> Query:
    """Ask for one callback more than a page holds; raises `CursorUnknown`."""
    return _page_query(
        "callback",
        _callback_conditions(account_id, which),
        CALLBACK_COLUMNS[order],
        shown="found.data",
        of_one=which.number is not None or which.customer_id is not None,
        descending=descending,
        cursor=cursor,
        limit=limit,
    )


def _page_query(
    table: str,
    conditions: Conditions,
    column: str,
    *,
    shown: str,
    joined: str = "",
    of_one: bool,
    descending: bool,
    cursor: str | None,
    offset: int = 0,
    limit: int,
) -> Query:
    """Sort by a column, those without it left out; one row more tells that there is a next page."""
    conditions.after(column, cursor, descending=descending)
    conditions.add(f"{column} IS NOT NULL")
    way = "DESC" if descending else "ASC"
    # An expression has no index: else a planner walks through time for one customer's few calls.
    by = f"{column} + 0" if of_one else column
    text = (
        f"SELECT found.id, found.{column}, {shown}, customer.number, customer.name"
        f" FROM (SELECT * FROM {table} WHERE {conditions}"
        f" ORDER BY {by} {way}, id {way} LIMIT ? OFFSET ?) AS found{joined}"
        " LEFT JOIN customer ON customer.account = found.account"
        " AND customer.id = found.customer_id"
        f" ORDER BY found.{column} {way}, found.id {way}"
    )
    return Query(text, (*conditions.given, limit + 1, offset))


def count_calls_query(account_id: AccountId, which: CallFilter, limit: int) -> Query:
    return _count("call", _call_conditions(account_id, which), limit)


def count_callbacks_query(account_id: AccountId, which: CallbackFilter, limit: int) -> Query:
    return _count("callback", _callback_conditions(account_id, which), limit)


def call_query(account_id: AccountId, call_id: str) -> Query:
    text = (
        "SELECT call.data, callback.data, customer.number, customer.name FROM call"
        " LEFT JOIN callback"
        " ON callback.account = call.account AND callback.id = call.callback_id"
        " LEFT JOIN customer"
        " ON customer.account = call.account AND customer.id = call.customer_id"
        " WHERE call.account = ? AND call.id = ?"
    )
    return Query(text, (account_id, call_id))


def callback_query(account_id: AccountId, callback_id: str) -> Query:
    text = (
        "SELECT callback.id, callback.data, customer.number, customer.name FROM callback"
        " LEFT JOIN customer"
        " ON customer.account = callback.account AND customer.id = callback.customer_id"
        " WHERE callback.account = ? AND callback.id = ?"
    )
    return Query(text, (account_id, callback_id))


def late_facts_query(account_id: AccountId, item_ids: Sequence[str]) -> Query:
    conditions = Conditions()
    conditions.add("account = ?", account_id)
    conditions.one_of("item_id", item_ids)
    return Query(
        f"SELECT DISTINCT seq FROM late_fact WHERE {conditions} ORDER BY seq",
        tuple(conditions.given),
    )


def services_query(account_id: AccountId, after: int, before: int, limit: int) -> Query:
    text = (
        "SELECT item_id FROM service WHERE account = ? AND seq > ? AND seq < ? ORDER BY seq LIMIT ?"
    )
    return Query(text, (account_id, after, before, limit))


def last_seen_query(
    account_id: AccountId, since: datetime, after: CustomerId | None, limit: int
) -> Query:
    """Ask of so many customers, whoever they are: what is walked through has a limit too."""
    text = (
        "WITH known AS (SELECT account, id, number, name FROM customer"
        " WHERE account = ? AND id > ? ORDER BY id LIMIT ?)"
        " SELECT known.id, (known.number IS NOT NULL OR known.name IS NOT NULL)"
        " AND EXISTS (SELECT 1 FROM call WHERE call.account = known.account"
        " AND call.customer_id = known.id)"
        " AND NOT EXISTS (SELECT 1 FROM call WHERE call.account = known.account"
        " AND call.customer_id = known.id AND call.began_at >= ?)"
        " AND NOT EXISTS (SELECT 1 FROM callback WHERE callback.account = known.account"
        " AND callback.customer_id = known.id AND callback.requested_at >= ?)"
        " FROM known ORDER BY known.id"
    )
    instant_since = microseconds(since)
    return Query(text, (account_id, after or "", limit, instant_since, instant_since))


def facts_query(account_id: AccountId, sequences: Sequence[int]) -> Query:
    conditions = Conditions()
    conditions.add("account = ?", account_id)
    conditions.one_of("seq", sequences)
    return Query(
        "SELECT seq, type, version, at, cause, actor, data, checksum FROM journal"
        f" WHERE {conditions} ORDER BY seq",
        tuple(conditions.given),
    )


def last_sequence_query(account_id: AccountId) -> Query:
    return Query("SELECT coalesce(max(seq), 0) FROM journal WHERE account = ?", (account_id,))


def version_query(account_id: AccountId) -> Query:
    return Query("SELECT version FROM record_version WHERE account = ?", (account_id,))


def page_of_calls(rows: Sequence[Row], order: CallOrder, limit: int) -> Page[StoredCall]:
    shown = [StoredCall(*row[2:]) for row in rows[:limit]]
    return Page(shown, next_cursor(rows, CALL_COLUMNS[order], limit))


def page_of_callbacks(
    rows: Sequence[Row], order: CallbackOrder, limit: int
) -> Page[StoredCallback]:
    shown = [StoredCallback(CallbackId(row[0]), *row[2:]) for row in rows[:limit]]
    return Page(shown, next_cursor(rows, CALLBACK_COLUMNS[order], limit))


# ---- conditions --------------------------------------------------------------------------


def _call_conditions(account_id: AccountId, which: CallFilter) -> Conditions:
    conditions = Conditions()
    conditions.add("account = ?", account_id)
    if which.began_from is not None:
        conditions.add("began_at >= ?", microseconds(which.began_from))
    if which.began_before is not None:
        conditions.add("began_at < ?", microseconds(which.began_before))
    conditions.one_of("line_id", which.line_ids)
    conditions.none_of("line_id", which.hidden_line_ids)
    conditions.equal("agent_id", which.agent_id)
    conditions.equal("team_id", which.team_id)
    conditions.equal("direction", which.direction)
    conditions.equal("type", None if which.type is None else which.type.value)
    conditions.one_of("outcome", which.outcomes)
    conditions.equal("reason", which.reason)
    for tag in (which.tag, *which.also_tagged):
        if tag is not None:
            conditions.add(
                "EXISTS (SELECT 1 FROM call_tag WHERE call_tag.account = call.account"
                " AND call_tag.call_id = call.id AND call_tag.tag = ?)",
                tag,
            )
    conditions.equal("customer_id", which.customer_id)
    _add_number(conditions, account_id, which.number)
    return conditions


def _callback_conditions(account_id: AccountId, which: CallbackFilter) -> Conditions:
    conditions = Conditions()
    conditions.add("account = ?", account_id)
    if which.requested_from is not None:
        conditions.add("requested_at >= ?", microseconds(which.requested_from))
    if which.requested_before is not None:
        conditions.add("requested_at < ?", microseconds(which.requested_before))
    conditions.one_of("line_id", which.line_ids)
    conditions.none_of("line_id", which.hidden_line_ids)
    conditions.equal("agent_id", which.agent_id)
    conditions.equal("mode", which.mode)
    conditions.one_of("outcome", which.outcomes)
    conditions.equal("reason", which.reason)
    if which.open is not None:
        conditions.add(f"outcome IS {'' if which.open else 'NOT '}NULL")
    conditions.equal("customer_id", which.customer_id)
    _add_number(conditions, account_id, which.number)
    return conditions


def _add_number(conditions: Conditions, account_id: AccountId, number: str | None) -> None:
    if number is None:
        return
    comparison, *wanted = holding_number(number)
    conditions.add(
        f"customer_id IN (SELECT id FROM customer WHERE account = ? AND {comparison})",
        account_id,
        *wanted,
    )


def holding_number(text: str) -> tuple[str, ...]:
    """Give a condition on a column `number`, and what it compares with.

    A whole number in E.164 is looked up. A part of one is looked for in all; with a zero in front
    it may be a number as it is dialled at home, behind a country's one to three digits, and with
    two as it is dialled from abroad.
    """
    digits = "".join(sign for sign in text if sign.isdecimal() and sign.isascii())
    if text.startswith("+"):
        return "number = ?", f"+{digits}"
    patterns = [f"%{digits}%"]
    if digits.startswith("00"):
        patterns.append(f"+{digits[2:]}%")
    elif digits.startswith("0"):
        patterns.extend(f"+{country}{digits[1:]}%" for country in ("_", "__", "___"))
    return f"({' OR '.join(['number LIKE ?'] * len(patterns))})", *patterns


def _count(table: str, conditions: Conditions, limit: int) -> Query:
    text = f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {conditions} LIMIT ?) AS found"
    return Query(text, (*conditions.given, limit))


# ---- cursors -----------------------------------------------------------------------------


def next_cursor(rows: Sequence[Row], column: str, limit: int) -> str | None:
    if len(rows) <= limit:
        return None
    row_id, value = rows[limit - 1][:2]
    return cursor_at(column, value, row_id)


def cursor_at(column: str, value: int, row_id: str) -> str:
    """Name the place behind a row in the list that is sorted by a column."""
    text = json.dumps([column, value, row_id]).encode()
    return base64.urlsafe_b64encode(text).decode().rstrip("=")


def read_cursor(column: str, cursor: str) -> tuple[int, str]:
    try:
        told = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError) as error:
        raise CursorUnknown(cursor) from error
    match told:
        case [str() as of, int() as value, str() as row_id] if of == column and abs(value) < 2**63:
            return value, row_id
        case _:
            raise CursorUnknown(cursor)
