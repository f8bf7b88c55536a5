"""Questions about contacts as SQL: who they are, their conversation, the tags on their calls."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from ringback.contacts import Contact, ContactFilter, DatedContact
from ringback.core.ids import AccountId, CallbackId, CallId, CustomerId, LineId
from ringback.history import (
    Page,
    StoredCall,
    StoredCallback,
    StoredEntry,
)

from .record_queries import Conditions, Query, holding_number, next_cursor
from .record_statements import OF_THE_SYSTEM, Row, microseconds

_AGE = "length(id)"
"""Our ids count up: the longer one is the newer one."""
_AT = "at"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CONTACT = "SELECT id, length(id), number, name FROM customer"


def contacts_query(
    account_id: AccountId, text: str | None, *, cursor: str | None, limit: int
) -> Query:
    """Ask for one contact more than a page holds; raises `CursorUnknown`."""
    conditions = Conditions()
    conditions.add("account = ?", account_id)
    conditions.add("number IS NOT NULL")
    if text is not None:
        conditions.add(*holding_text(text))
    conditions.after(_AGE, cursor, descending=True)
    # An expression has no index: else a planner walks through all ages for one whole number.
    by = f"{_AGE} + 0" if text is not None and text.startswith("+") else _AGE
    way = f"{by} DESC, id DESC"
    return Query(
        f"{_CONTACT} WHERE {conditions} ORDER BY {way} LIMIT ?", (*conditions.given, limit + 1)
    )


def contact_query(account_id: AccountId, customer_id: CustomerId) -> Query:
    return Query(f"{_CONTACT} WHERE account = ? AND id = ?", (account_id, customer_id))


def page_of_contacts(rows: Sequence[Row], limit: int) -> Page[Contact]:
    return Page([contact_of(row) for row in rows[:limit]], next_cursor(rows, _AGE, limit))


def contact_of(row: Row) -> Contact:
    customer_id, _, number, name = row
    return Contact(CustomerId(customer_id), number, name)


def dated_contacts_query(
    account_id: AccountId, which: ContactFilter, *, descending: bool, offset: int, limit: int
) -> Query:
    conditions = _dated(account_id, which)
    way = "DESC" if descending else "ASC"
    text = (
        f"SELECT id, length(id), number, name, {_of_calls('min')}, {_of_calls('max')}"
        f" FROM customer WHERE {conditions} ORDER BY {_AGE} {way}, id {way} LIMIT ? OFFSET ?"
    )
    return Query(text, (*conditions.given, limit, offset))


def count_contacts_query(account_id: AccountId, which: ContactFilter) -> Query:
    conditions = _dated(account_id, which)
    return Query(f"SELECT count(*) FROM customer WHERE {conditions}", tuple(conditions.given))


def dated_contact_of(row: Row) -> DatedContact:
    *contact, first, last = row
    return DatedContact(contact_of(tuple(contact)), _instant(first), _instant(last))


def _dated(account_id: AccountId, which: ContactFilter) -> Conditions:
    conditions = Conditions()
    conditions.add("account = ?", account_id)
    conditions.add("number IS NOT NULL")
    conditions.equal("id", which.id)
    conditions.equal("number", which.number)
    first = _of_calls("min")
    if which.known_from is not None:
        conditions.add(f"{first} >= ?", microseconds(which.known_from))
    if which.known_before is not None:
        conditions.add(f"{first} < ?", microseconds(which.known_before))
    return conditions


def _of_calls(which: str) -> str:
    return (
        f"(SELECT {which}(began_at) FROM call WHERE call.account = customer.account"
        " AND call.customer_id = customer.id)"
    )


def _instant(value: int | None) -> datetime | None:
    return None if value is None else _EPOCH + timedelta(microseconds=value)


def conversation_query(
    account_id: AccountId,
    customer_id: CustomerId,
    *,
    hidden_line_ids: Sequence[LineId],
    cursor: str | None,
    limit: int,
) -> Query:
    """Ask for one entry more than a page holds, of calls and callbacks alike, the newest first.

    Raises `CursorUnknown`.
    """
    parts: list[str] = []
    given: list[Any] = []
    for kind, at in (("call", "began_at"), ("callback", "requested_at")):
        conditions = Conditions()
        conditions.add("account = ?", account_id)
        conditions.add("customer_id = ?", customer_id)
        conditions.none_of("line_id", hidden_line_ids)
        conditions.after(at, cursor, descending=True, named=_AT)
        callback_id = "callback_id" if kind == "call" else "NULL"
        part = (
            f"SELECT account, id, {at} AS at, '{kind}' AS kind, data, {callback_id} AS callback_id"
            f" FROM {kind} WHERE {conditions} ORDER BY {at} DESC, id DESC LIMIT ?"
        )
        parts.append(f"SELECT * FROM ({part}) AS {kind}s")
        given += [*conditions.given, limit + 1]
    text = (
        "SELECT found.id, found.at, found.kind, found.data, callback.data"
        f" FROM ({' UNION ALL '.join(parts)}) AS found"
        " LEFT JOIN callback ON callback.account = found.account"
        " AND callback.id = found.callback_id"
        " ORDER BY found.at DESC, found.id DESC LIMIT ?"
    )
    return Query(text, (*given, limit + 1))


def page_of_entries(rows: Sequence[Row], limit: int) -> Page[StoredEntry]:
    return Page([entry_of(row) for row in rows[:limit]], next_cursor(rows, _AT, limit))


def entry_of(row: Row) -> StoredEntry:
    entry_id, _, kind, data, callback_data = row
    if kind == "call":
        return StoredCall(data, callback_data, None, None)
    return StoredCallback(CallbackId(entry_id), data, None, None)


def tags_query(account_id: AccountId, call_ids: Sequence[CallId]) -> Query:
    conditions = Conditions()
    conditions.add("account = ?", account_id)
    conditions.one_of("call_id", call_ids)
    conditions.add(f"NOT {OF_THE_SYSTEM}")
    return Query(
        f"SELECT call_id, tag FROM call_tag WHERE {conditions} ORDER BY call_id, tag",
        tuple(conditions.given),
    )


def holding_text(text: str) -> tuple[str, ...]:
    """Look for a number by its digits, for a name whatever its case."""
    numbered = any(sign.isdecimal() and sign.isascii() for sign in text)
    by_number, *numbers = holding_number(text)
    if text.startswith("+") and numbered:
        return by_number, *numbers
    # Not every database knows the case of other letters than A to Z.
    ways = (text.lower(), text, text.title(), text.upper())
    named = ("lower(name)", "name", "name", "name")
    by_name = " OR ".join(f"{column} LIKE ? ESCAPE '!'" for column in named)
    patterns = [_pattern(way) for way in ways]
    if not numbered or any(sign.isalpha() for sign in text):
        return f"({by_name})", *patterns
    return f"({by_name} OR {by_number})", *patterns, *numbers


def _pattern(text: str) -> str:
    plain = "".join(f"!{sign}" if sign in "!%_" else sign for sign in text)
    return f"%{plain}%"
