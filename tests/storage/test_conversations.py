"""The list of conversations, in every store: each contact once, by what went on with them last."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.storage.test_contacts import ACME, ENDED, EVERYTHING, LIFE, WHOLE, Past, past_in

from ringback.contacts import ConversationFilter
from ringback.core.ids import CallId, CustomerId, LineId
from ringback.history import CallFilter, CursorUnknown, RecordChanges
from ringback.ports import Customer, Journal
from ringback.records.archive import Archive, Conversation, place_in_conversation
from ringback.records.documents import call_row
from ringback.storage.conversation_pages import LINES_MAX

EVERYBODY = ConversationFilter()
Entry = tuple[datetime, str, str, str]


def _entries() -> Sequence[Entry]:
    """Give when, id, customer and line of all ended calls and of all callbacks."""
    calls = [(each.began_at, each.id, each.customer_id, each.line_id) for each in ENDED]
    callbacks = [
        (each.requested_at, each.id, each.customer_id, each.line_id)
        for each in WHOLE.callbacks(EVERYTHING)
    ]
    return [
        (at, entry_id, customer_id, line_id)
        for at, entry_id, customer_id, line_id in (*calls, *callbacks)
        if customer_id is not None
    ]


CUSTOMERS = sorted({customer_id for _, _, customer_id, _ in _entries()})
ERASED = CUSTOMERS[0]
PEOPLE = [
    Customer(CustomerId(each), None if each == ERASED else f"+3361200{nth:04}", f"Marie {each}")
    for nth, each in enumerate(CUSTOMERS)
]


@pytest.fixture
async def past(journal: Journal) -> Past:
    return await past_in(journal, PEOPLE)


def _expected(hidden: str | None = None) -> list[tuple[str, str]]:
    """Name each customer with their newest entry, the newest first."""
    newest: dict[str, str] = {}
    for _, entry_id, customer_id, line_id in sorted(_entries(), reverse=True):
        if line_id != hidden and customer_id != ERASED:
            newest.setdefault(customer_id, entry_id)
    return list(newest.items())


def _named(found: Sequence[Conversation]) -> list[tuple[str, str]]:
    return [(each.contact.id, place_in_conversation(each.newest)[1]) for each in found]


async def _all(archive: Archive, which: ConversationFilter, limit: int = 2) -> list[Conversation]:
    found: list[Conversation] = []
    cursor = None
    while True:
        page = await archive.conversations(which, cursor=cursor, limit=limit)
        assert len(page.items) <= limit
        found += page.items
        cursor = page.next_cursor
        if cursor is None:
            return found


async def test_every_contact_stands_once_by_what_came_last(past: Past) -> None:
    """R35: page by page, by calls in both directions and callbacks; not who was erased."""
    expected = _expected()
    assert len(expected) == len(CUSTOMERS) - 1 > 3

    assert _named(await _all(past.archive, EVERYBODY)) == expected
    assert _named(await _all(past.archive, EVERYBODY, EVERYTHING)) == expected


@pytest.mark.parametrize("others", [0, LINES_MAX])
async def test_lines_that_are_not_seen_count_for_nothing(past: Past, others: int) -> None:
    """R36: a contact is there for what went on on other lines, and stands where that puts them."""
    lines = {line_id for *_, line_id in _entries()}
    assert len(lines) > 1
    elsewhere = {f"line{nth}" for nth in range(others)}

    for hidden in sorted(lines):
        seen = sorted((lines | elsewhere) - {hidden})
        which = ConversationFilter(line_ids=tuple(map(LineId, seen)))
        assert _named(await _all(past.archive, which)) == _expected(hidden)
    assert await _all(past.archive, ConversationFilter(line_ids=())) == []


async def test_some_customers_alone_are_in_the_same_order(past: Past) -> None:
    """With those for whom a callback is pending, for example."""
    wanted = CUSTOMERS[::2]
    which = ConversationFilter(customer_ids=tuple(map(CustomerId, wanted)))

    found = _named(await _all(past.archive, which))

    assert found == [each for each in _expected() if each[0] in wanted]
    assert await _all(past.archive, ConversationFilter(customer_ids=())) == []


@pytest.mark.parametrize("others", [0, 600])
async def test_contact_is_found_by_name_or_number(journal: Journal, others: int) -> None:
    """As people type it, whether few are called so or many."""
    namesakes = [
        Customer(CustomerId(f"namesake{nth}"), f"+3361299{nth:04}", f"marie {nth}")
        for nth in range(others)
    ]
    past = await past_in(journal, [*PEOPLE, *namesakes])
    one = PEOPLE[-1]
    assert one.number is not None
    assert one.name is not None

    async def found(text: str) -> list[tuple[str, str]]:
        return _named(await _all(past.archive, ConversationFilter(text=text)))

    assert await found("marie") == _expected()
    assert await found("061200") == _expected()
    assert await found(one.number) == [each for each in _expected() if each[0] == one.id]
    assert (one.id, dict(_expected())[one.id]) in await found(one.name.upper())
    assert await found("nobody") == []


async def test_one_who_calls_all_day_hides_nobody(journal: Journal) -> None:
    """A page that took too many steps is short, and the next one goes on where it ended."""
    often, once = CustomerId("c8"), CustomerId("c9")
    people = [Customer(often, "+33600000008", None), Customer(once, "+33600000009", None)]
    await journal.append(ACME, 0, LIFE[:1], people)
    row = call_row(ENDED[0], None)
    calls = {
        CallId(f"k{nth}"): replace(
            row,
            id=CallId(f"k{nth}"),
            callback_id=None,
            customer_id=often if nth else once,
            began_at=row.began_at + timedelta(minutes=nth),
        )
        for nth in range(3_000)
    }
    await journal.records.keep_records(ACME, RecordChanges(calls=calls))
    archive = Archive(ACME, WHOLE, journal.records)

    first = await archive.conversations(EVERYBODY, limit=10)
    found = [each.contact.id for each in await _all(archive, EVERYBODY, 10)]

    assert [each.contact.id for each in first.items] == [often]
    assert first.next_cursor is not None
    assert found == [often, once]


async def test_cursor_of_another_list_is_unknown(past: Past) -> None:
    """A cursor belongs to its list."""
    calls = await past.archive.calls(CallFilter(), limit=1)

    with pytest.raises(CursorUnknown):
        await past.archive.conversations(EVERYBODY, cursor=calls.next_cursor, limit=3)
