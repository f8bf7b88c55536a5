"""Pages of conversations: contacts with the newest of what went on with them, that first.

All calls and callbacks are walked through in the order of time, and each customer counts where they
are met first. So a page costs what it shows, however much lies behind it, on every database. Where
only a few customers are in question, they are looked up instead.
"""

from collections.abc import Sequence
from typing import NamedTuple

from ringback.contacts import Contact, ConversationFilter
from ringback.core.ids import AccountId, CallbackId, CustomerId, LineId
from ringback.history import Page, StoredCall, StoredCallback, StoredConversation, StoredEntry

from .contact_queries import contact_of, contacts_query, holding_text
from .record_queries import Ask, Conditions, Query, cursor_at, read_cursor
from .record_statements import Row

FEW_MAX = 500
"""Of so many customers at most each is looked up."""
STEPS_MAX = 25
WALKED_AT_ONCE = 100
"""A page that is not full after so many steps ends there: the next one goes on."""
LINES_MAX = 50
"""So many lines are walked through each by itself: one may have had no call for years."""
_MET = "met"


class _Place(NamedTuple):
    """Where an entry stands among all, by when it began and its id."""

    at: int
    id: str

    @property
    def cursor(self) -> str:
        return cursor_at(_MET, self.at, self.id)


_Found = tuple[_Place, StoredConversation]


async def conversations(
    ask: Ask, account_id: AccountId, which: ConversationFilter, *, cursor: str | None, limit: int
) -> Page[StoredConversation]:
    """Give a page of conversations; raises `CursorUnknown`."""
    behind = None if cursor is None else _Place(*read_cursor(_MET, cursor))
    if which.line_ids == ():
        return Page((), None)
    customer_ids = which.customer_ids
    if customer_ids is None and which.text is not None:
        query = contacts_query(account_id, which.text, cursor=None, limit=FEW_MAX)
        rows = await ask(query)
        if len(rows) <= FEW_MAX:
            customer_ids = tuple(contact_of(row).id for row in rows)
    if customer_ids is None:
        return await _walked(ask, account_id, which, behind, limit)
    found: list[_Found] = []
    for start in range(0, len(customer_ids), FEW_MAX):
        some = customer_ids[start : start + FEW_MAX]
        found += await _with(ask, account_id, which, some)
    found = sorted(
        (each for each in found if behind is None or each[0] < behind),
        key=lambda each: each[0],
        reverse=True,
    )
    return _page(found, limit, more=len(found) > limit)


async def _walked(
    ask: Ask,
    account_id: AccountId,
    which: ConversationFilter,
    behind: _Place | None,
    limit: int,
) -> Page[StoredConversation]:
    at_once = max(WALKED_AT_ONCE, 2 * limit)
    met: dict[CustomerId, _Place] = {}
    found: list[_Found] = []
    for _ in range(STEPS_MAX):
        rows = await ask(_walk_query(account_id, which, behind, at_once))
        newly: dict[CustomerId, _Place] = {}
        for customer_id, at, entry_id in rows:
            behind = _Place(at, entry_id)
            if customer_id not in met:
                met[customer_id] = newly[customer_id] = behind
        for place, conversation in await _with(ask, account_id, which, tuple(newly)):
            # Whoever has something newer stood on a page before.
            if newly[conversation[0].id] == place:
                found.append((place, conversation))
        if len(rows) < at_once:
            return _page(_in_order(found), limit, more=len(found) > limit)
        if len(found) >= limit:
            return _page(_in_order(found), limit, more=True)
    assert behind is not None
    return Page([each for _, each in _in_order(found)], behind.cursor)


def _in_order(found: Sequence[_Found]) -> Sequence[_Found]:
    return sorted(found, key=lambda each: each[0], reverse=True)


def _page(found: Sequence[_Found], limit: int, *, more: bool) -> Page[StoredConversation]:
    shown = found[:limit]
    return Page([each for _, each in shown], shown[-1][0].cursor if more else None)


def _walk_query(
    account_id: AccountId, which: ConversationFilter, behind: _Place | None, limit: int
) -> Query:
    """Ask for what comes next; of a few lines each has an index of its own."""
    lines: Sequence[Sequence[LineId] | None] = [which.line_ids]
    if which.line_ids is not None and len(which.line_ids) <= LINES_MAX:
        lines = [[line_id] for line_id in which.line_ids]
    parts: list[str] = []
    given: list[object] = []
    for line_ids in lines:
        for table, at in (("call", "began_at"), ("callback", "requested_at")):
            conditions = Conditions()
            conditions.add("account = ?", account_id)
            conditions.add("customer_id IS NOT NULL")
            conditions.one_of("line_id", line_ids)
            if behind is not None:
                conditions.add(f"({at}, id) < (?, ?)", *behind)
            part = (
                f"SELECT customer_id, {at} AS at, id FROM {table} WHERE {conditions}"
                f" ORDER BY {at} DESC, id DESC LIMIT ?"
            )
            parts.append(f"SELECT * FROM ({part}) AS part{len(parts)}")
            given += [*conditions.given, limit]
    text = f"SELECT * FROM ({' UNION ALL '.join(parts)}) AS found ORDER BY at DESC, id DESC LIMIT ?"
    return Query(text, (*given, limit))


# ---- of some customers ------------------------------------------------------------------


async def _with(
    ask: Ask, account_id: AccountId, which: ConversationFilter, customer_ids: Sequence[CustomerId]
) -> Sequence[_Found]:
    """Give the conversations with these customers, as far as there are any, in no order."""
    if not customer_ids:
        return ()
    rows = await ask(_newest_query(account_id, which, customer_ids))
    found = []
    for row in rows:
        newest = _newest_of(row[3:])
        if newest is not None:
            place, entry = newest
            customer_id, number, name = row[:3]
            found.append((place, (Contact(CustomerId(customer_id), number, name), entry)))
    return found


def _newest_of(row: Row) -> tuple[_Place, StoredEntry] | None:
    call_id, began_at, call_data, of_call, callback_id, requested_at, callback_data = row
    called = None if call_id is None else _Place(began_at, call_id)
    asked = None if callback_id is None else _Place(requested_at, callback_id)
    if called is not None and (asked is None or called > asked):
        return called, StoredCall(call_data, of_call, None, None)
    if asked is not None:
        return asked, StoredCallback(CallbackId(asked.id), callback_data, None, None)
    return None


def _newest_query(
    account_id: AccountId, which: ConversationFilter, customer_ids: Sequence[CustomerId]
) -> Query:
    conditions = Conditions()
    conditions.add("account = ?", account_id)
    conditions.one_of("id", customer_ids)
    conditions.add("number IS NOT NULL")
    if which.text is not None:
        conditions.add(*holding_text(which.text))
    called = _newest("call", "began_at", which)
    asked = _newest("callback", "requested_at", which)
    text = (
        "SELECT known.id, known.number, known.name,"
        " called.id, called.began_at, called.data, of_call.data,"
        " asked.id, asked.requested_at, asked.data"
        f" FROM (SELECT account, id, number, name FROM customer WHERE {conditions}) AS known"
        f" LEFT JOIN call AS called ON called.account = known.account AND called.id = {called.text}"
        " LEFT JOIN callback AS of_call"
        " ON of_call.account = called.account AND of_call.id = called.callback_id"
        f" LEFT JOIN callback AS asked ON asked.account = known.account AND asked.id = {asked.text}"
    )
    return Query(text, (*conditions.given, *called.given, *asked.given))


def _newest(table: str, at: str, which: ConversationFilter) -> Query:
    """Name the newest row of the customer `known`; an index gives it at once."""
    conditions = Conditions()
    conditions.add("account = known.account")
    conditions.add("customer_id = known.id")
    conditions.one_of("line_id", which.line_ids)
    text = f"(SELECT id FROM {table} WHERE {conditions} ORDER BY {at} DESC, id DESC LIMIT 1)"
    return Query(text, tuple(conditions.given))
