"""Own tags, contacts and conversations, in every store; and made again from the journal."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.seeded_run import run

from ringback.bootstrap.kept_records import rebuild
from ringback.contacts import Contact, ContactFilter
from ringback.core.events import CallTagged, CallUntagged, Event, Fact
from ringback.core.ids import AccountId, CallbackId, CallId, CustomerId, LineId, NoteId, TagId
from ringback.history import CallFilter, CursorUnknown, Note
from ringback.ports import Customer, Journal
from ringback.records.archive import Archive, CallOfThePast, place_in_conversation
from ringback.records.book import RecordBook
from ringback.records.documents import RECORDS_VERSION
from ringback.storage.memory import MemoryJournal
from ringback.storage.note_rows import statements_of_notes
from ringback.storage.released_schema import read_migrations
from ringback.storage.sqlite_file import MIGRATIONS

ACME = AccountId("acme")
EVERYTHING = 10_000
LIFE = run(11, steps=400, only=()).facts
VIP, PRAISE = TagId("vip"), TagId("praise")


def _whole(facts: Sequence[Fact]) -> RecordBook:
    book = RecordBook(recent_max=EVERYTHING)
    book.fold(facts)
    return book


WHOLE = _whole(LIFE)
ENDED = [call for call in WHOLE.calls(EVERYTHING) if call.ended_at is not None]


@dataclass(slots=True)
class Past:
    """A life in a store, behind a book that soon forgets; people go on to annotate it."""

    journal: Journal
    book: RecordBook
    archive: Archive
    last: Fact

    async def happens(self, *events: Event, notes: Sequence[Note] = ()) -> None:
        facts = [
            Fact(self.last.sequence + nth, self.last.at, "test", "test", event)
            for nth, event in enumerate(events, 1)
        ]
        changes = self.book.fold(facts) if facts else None
        await self.journal.append(ACME, self.last.sequence, facts, (), changes, notes)
        self.last = facts[-1] if facts else self.last


async def past_in(journal: Journal, customers: Sequence[Customer] = ()) -> Past:
    book = RecordBook(recent_max=2)
    for start in range(0, len(LIFE), 7):
        some = LIFE[start : start + 7]
        await journal.append(ACME, start, some, () if start else customers, book.fold(some))
    await journal.records.stamp_records(ACME, RECORDS_VERSION)
    return Past(journal, book, Archive(ACME, book, journal.records), LIFE[-1])


@pytest.fixture
async def past(journal: Journal) -> Past:
    return await past_in(journal)


async def _tagged(archive: Archive, tag: str) -> set[CallId]:
    page = await archive.calls(CallFilter(tag=tag), limit=EVERYTHING)
    return {each.call.id for each in page.items}


# ---- own tags ----------------------------------------------------------------------------


async def test_own_tag_is_found_on_recent_and_on_forgotten_calls(past: Past) -> None:
    """R30: also on a call whose record is closed; the tags of the system stay as they were."""
    old, new = ENDED[-1], ENDED[0]
    assert past.book.call(old.id) is None
    system = {call.id: list(call.tags) for call in (old, new)}

    await past.happens(CallTagged(old.id, VIP, None), CallTagged(new.id, VIP, None))
    await past.happens(CallTagged(new.id, PRAISE, None), CallUntagged(old.id, VIP, None))

    assert await _tagged(past.archive, VIP) == {new.id}
    assert await _tagged(past.archive, PRAISE) == {new.id}
    for call_id, tags in system.items():
        found = await past.archive.call(call_id)
        assert found is not None
        assert found.call.tags == tags
        assert list(found.own_tags) == ([PRAISE, VIP] if call_id == new.id else [])


async def test_call_bears_all_the_tags_that_are_asked_for(past: Past) -> None:
    """R30: of several tags, those calls that have every one."""
    both, one = ENDED[0], ENDED[-1]

    await past.happens(
        CallTagged(both.id, VIP, None),
        CallTagged(both.id, PRAISE, None),
        CallTagged(one.id, VIP, None),
    )

    which = CallFilter(tag=VIP, also_tagged=(PRAISE,))
    page = await past.archive.calls(which, limit=EVERYTHING)
    assert {each.call.id for each in page.items} == {both.id}


async def test_tagging_stands_in_the_timeline_of_a_call_of_the_past(past: Past) -> None:
    """R43: whoever puts a tag on a call, the call's story tells."""
    call = ENDED[-1]

    await past.happens(CallTagged(call.id, VIP, None))

    timeline = await past.archive.call_timeline(call.id)
    assert timeline[-1].event == CallTagged(call.id, VIP, None)


async def test_records_made_again_bear_the_same_tags(past: Past) -> None:
    """Own tags follow from the journal alone."""
    tagged = {call.id for call in ENDED[::3]}
    await past.happens(*(CallTagged(call_id, VIP, None) for call_id in sorted(tagged)))
    assert await _tagged(past.archive, VIP) == tagged

    rebuilt = await rebuild(past.journal, past.journal.records, ACME)

    assert await _tagged(rebuilt.archive, VIP) == tagged


marks = st.lists(
    st.tuples(st.booleans(), st.integers(0, len(ENDED) - 1), st.sampled_from([VIP, PRAISE])),
    max_size=30,
)


@settings(deadline=None, max_examples=25)
@given(marks=marks, at_once=st.integers(1, 9))
async def test_calls_bear_what_was_put_on_them_last(
    marks: list[tuple[bool, int, TagId]], at_once: int
) -> None:
    """S21: however the facts are divided, in a store that goes on and in one made anew."""
    past = await past_in(MemoryJournal())
    borne: set[tuple[CallId, TagId]] = set()
    events: list[Event] = []
    for is_on, nth, tag_id in marks:
        call_id = ENDED[nth].id
        events.append((CallTagged if is_on else CallUntagged)(call_id, tag_id, None))
        (borne.add if is_on else borne.discard)((call_id, tag_id))

    for start in range(0, len(events), at_once):
        await past.happens(*events[start : start + at_once])

    rebuilt = await rebuild(past.journal, past.journal.records, ACME)
    for archive in (past.archive, rebuilt.archive):
        for tag_id in (VIP, PRAISE):
            expected = {call_id for call_id, tag in borne if tag == tag_id}
            assert await _tagged(archive, tag_id) == expected


def test_edit_that_comes_late_brings_no_note_back() -> None:
    """R30: in SQL as in memory, what is deleted stays so."""
    note = Note(
        id=NoteId("note1"),
        call_id=ENDED[0].id,
        customer_id=None,
        agent_id=None,
        written_at=LIFE[-1].at,
        text=None,
    )
    with closing(apsw.Connection(":memory:")) as connection:
        for migration in read_migrations(MIGRATIONS):
            connection.execute(migration.sql)
        for text in ("Asks for Tuesday.", None, "Late."):
            for statement, rows in statements_of_notes(ACME, [replace(note, text=text)]):
                connection.executemany(statement, rows)

        kept = connection.execute("SELECT text FROM note").fetchall()

    assert kept == [(None,)]


# ---- conversations -----------------------------------------------------------------------


def _customer() -> CustomerId:
    """Choose the customer of whom there is most."""
    named = [call.customer_id for call in ENDED if call.customer_id is not None]
    return max(sorted(set(named)), key=named.count)


def _expected(customer_id: CustomerId, hidden: str | None = None) -> list[str]:
    """Put all of a customer's calls and callbacks in order, from a book that forgets nothing."""
    entries: list[tuple[datetime, str, str]] = [
        *((call.began_at, call.id, call.line_id) for call in WHOLE.calls(EVERYTHING)),
        *((each.requested_at, each.id, each.line_id) for each in WHOLE.callbacks(EVERYTHING)),
    ]
    calls, callbacks = WHOLE.calls(EVERYTHING), WHOLE.callbacks(EVERYTHING)
    own: set[str] = {call.id for call in calls if call.customer_id == customer_id}
    own |= {each.id for each in callbacks if each.customer_id == customer_id}
    ordered = sorted(entries, reverse=True)
    return [entry_id for _, entry_id, line_id in ordered if entry_id in own and line_id != hidden]


async def _conversation(archive: Archive, customer_id: CustomerId, **how: Any) -> list[str]:
    found: list[str] = []
    cursor = None
    while True:
        page = await archive.conversation(customer_id, cursor=cursor, limit=3, **how)
        found += [place_in_conversation(each)[1] for each in page.items]
        cursor = page.next_cursor
        if cursor is None:
            return found


async def test_conversation_holds_all_of_a_customer_in_order(past: Past) -> None:
    """R35, R40: calls in both directions and callbacks, each once, page by page."""
    customer_id = _customer()
    expected = _expected(customer_id)
    assert len(expected) > 8

    assert await _conversation(past.archive, customer_id) == expected
    assert await _conversation(past.archive, CustomerId("nobody")) == []


async def test_conversation_leaves_out_lines_that_are_not_seen(past: Past) -> None:
    """R36: as every list does."""
    customer_id = _customer()
    hidden = next(call.line_id for call in ENDED if call.customer_id == customer_id)

    found = await _conversation(past.archive, customer_id, hidden_line_ids=(LineId(hidden),))

    assert found == _expected(customer_id, hidden)
    assert len(found) < len(_expected(customer_id))


async def test_conversation_tells_what_people_put_on_calls(past: Past) -> None:
    """R30: a call stands there with its tags and notes, also when it ended long ago."""
    customer_id = _customer()
    calls = [call for call in ENDED if call.customer_id == customer_id]
    note = Note(
        id=NoteId("note1"),
        call_id=calls[-1].id,
        customer_id=customer_id,
        agent_id=None,
        written_at=past.last.at + timedelta(days=3),
        text="Asks for Tuesday.",
    )
    await past.happens(CallTagged(calls[-1].id, VIP, None), notes=[note])

    page = await past.archive.conversation(customer_id, limit=EVERYTHING)

    told = {
        each.call.id: (each.own_tags, each.notes)
        for each in page.items
        if isinstance(each, CallOfThePast) and (each.own_tags or each.notes)
    }
    assert told == {calls[-1].id: ([VIP], [note])}


async def test_callback_in_a_conversation_is_the_one_of_the_lists(past: Past) -> None:
    """R40: the same record, open or closed."""
    customer_id = _customer()

    page = await past.archive.conversation(customer_id, limit=EVERYTHING)

    shown = {each.id: each for each in page.items if not isinstance(each, CallOfThePast)}
    assert shown
    for callback_id, record in shown.items():
        known = await past.archive.callback(CallbackId(callback_id))
        assert known is not None
        assert replace(record, facts=[]) == replace(known, facts=[])


async def test_cursor_of_another_list_is_unknown(past: Past) -> None:
    """A cursor belongs to its list."""
    calls = await past.archive.calls(CallFilter(), limit=1)

    with pytest.raises(CursorUnknown):
        await past.archive.conversation(_customer(), cursor=calls.next_cursor, limit=3)
    with pytest.raises(CursorUnknown):
        await past.archive.contacts(None, cursor="nonsense", limit=3)


# ---- contacts ----------------------------------------------------------------------------


PEOPLE = [
    Customer(CustomerId("c1"), "+33612345678", "Marie Dupont"),
    Customer(CustomerId("c2"), "+33699000002", "Élodie 100% _Vraie_"),
    Customer(CustomerId("c3"), None, None),
    Customer(CustomerId("c9"), "+442079460102", None),
    Customer(CustomerId("c10"), "+33612345679", "O'Brien \\ Söhne!"),
]


async def _found(archive: Archive, text: str | None) -> list[str]:
    found: list[str] = []
    cursor = None
    while True:
        page = await archive.contacts(text, cursor=cursor, limit=2)
        found += [contact.id for contact in page.items]
        cursor = page.next_cursor
        if cursor is None:
            return found


async def test_contacts_are_read_from_any_place_in_the_order_of_their_age(
    journal: Journal,
) -> None:
    """The oldest first, or the newest; who was erased is none."""
    past = await past_in(journal, PEOPLE)

    every = await past.archive.dated_contacts(
        ContactFilter(), descending=False, offset=0, limit=EVERYTHING
    )
    middle = await past.archive.dated_contacts(ContactFilter(), descending=True, offset=1, limit=2)

    assert [each.contact.id for each in every] == ["c1", "c2", "c9", "c10"]
    assert [each.contact.id for each in middle] == ["c9", "c2"]
    assert await past.archive.count_contacts(ContactFilter()) == 4


async def test_contacts_are_chosen_by_number_and_by_when_they_first_called(
    journal: Journal,
) -> None:
    """Programs that look somebody up, and programs that read what is new."""
    callers = sorted({call.customer_id for call in ENDED if call.customer_id is not None})
    numbers = {each: f"+3361234567{nth}" for nth, each in enumerate(callers)}
    past = await past_in(journal, [Customer(each, numbers[each], None) for each in callers])
    began = [[call.began_at for call in ENDED if call.customer_id == each] for each in callers]
    since = min(map(min, began)) + timedelta(microseconds=1)

    by_number = ContactFilter(number=numbers[callers[0]])
    [found] = await past.archive.dated_contacts(by_number, descending=False, offset=0, limit=9)

    assert found.contact.id == callers[0]
    assert (found.first_at, found.last_at) == (min(began[0]), max(began[0]))
    known_from = ContactFilter(known_from=since)
    assert await past.archive.count_contacts(known_from) == len(callers) - 1
    assert await past.archive.count_contacts(ContactFilter(known_before=since)) == 1


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (None, ["c10", "c9", "c2", "c1"]),
        ("dupont", ["c1"]),
        ("DUPONT", ["c1"]),
        ("élodie", ["c2"]),
        ("ÉLODIE", ["c2"]),
        ("100%", ["c2"]),
        ("_vraie_", ["c2"]),
        ("_", ["c2"]),
        ("%", ["c2"]),
        ("'", ["c10"]),
        ("\\", ["c10"]),
        ("söhne!", ["c10"]),
        ("+33612345678", ["c1"]),
        ("+33 6 12 34 56 78", ["c1"]),
        ("+336123", []),
        ("6123", ["c10", "c1"]),
        ("06 12", ["c10", "c1"]),
        ("9460102", ["c9"]),
        ("nobody", []),
    ],
)
async def test_contacts_are_found_by_number_and_by_name(
    journal: Journal, text: str | None, ids: list[str]
) -> None:
    """R35: the newest first, page by page; no sign of the text has a meaning of its own."""
    past = await past_in(journal, PEOPLE)

    assert await _found(past.archive, text) == ids


async def test_contact_is_found_by_its_id(journal: Journal) -> None:
    """As the journal's facts name it."""
    past = await past_in(journal, PEOPLE)

    assert await past.archive.contact(CustomerId("c1")) == Contact(
        CustomerId("c1"), "+33612345678", "Marie Dupont"
    )
    assert await past.archive.contact(CustomerId("c3")) == Contact(CustomerId("c3"), None, None)
    assert await past.archive.contact(CustomerId("c4")) is None
