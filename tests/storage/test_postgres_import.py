"""Taking a whole journal over: all of it, the same, or nothing."""

from pathlib import Path

import pytest
from tests.postgres_server import PostgresServer
from tests.storage.examples import ACME, EVENT_TYPES, NOON, OTHER, examples, fact, facts
from tests.storage.test_number_contract import LEA, PARIS
from tests.storage.test_people_contract import EVERYTHING, KEY, OWNER, SESSION, SUPERVISOR, entry
from tests.storage.test_webhook_contract import HOOK, LIVE

from ringback.core.ids import CallId, CustomerId, NoteId
from ringback.history import Note
from ringback.people import PeopleChanges
from ringback.ports import Customer, JournalRefused
from ringback.storage import postgres_import
from ringback.storage.memory import MemoryJournal
from ringback.storage.postgres import PostgresJournal
from ringback.storage.postgres_import import Imported, import_journal
from ringback.storage.sqlite import SqliteJournal

MARIE = Customer(CustomerId("customer-1"), "+33612345678", "Marie\t\\N\nDupont é€😀")
PAUL = Customer(CustomerId("customer-2"), None, None)
NOTES = [
    Note(
        id=NoteId(f"note-{number:02}"),
        call_id=CallId("call-1"),
        customer_id=MARIE.id,
        agent_id=None,
        written_at=NOON,
        edited_at=NOON,
        text=text,
    )
    for number, text in enumerate([None, "\\N", "\t\n\\", *["As before."] * 20])
]
LOG = [entry(2), entry(1)]
PEOPLE = PeopleChanges(users=[OWNER, SUPERVISOR], sessions=[SESSION], keys=[KEY], log=LOG)


async def test_every_kind_of_fact_arrives_as_it_was(
    tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """S21: page by page, of several accounts, with their customers and their people."""
    monkeypatch.setattr(postgres_import, "PAGE", 7)
    events = [example for event_type in EVENT_TYPES for example in examples(event_type)]
    written = [fact(sequence, event) for sequence, event in enumerate(events, 1)]
    file = SqliteJournal.open(tmp_path / "journal.db")
    await file.append(ACME, 0, written, [MARIE, PAUL], None, NOTES)
    await file.append(OTHER, 0, facts(1, 3))
    await file.webhooks.keep(ACME, HOOK, [LIVE])
    await file.numbers.keep(ACME, [LEA, PARIS])
    for account in (ACME, OTHER):
        await file.people.keep(account, PEOPLE)
    journal = await PostgresJournal.open(database)
    gone_through: list[int] = []

    imported = await import_journal(database, file, gone_through.append)

    assert imported == Imported(len(written) + 3, 2, len(NOTES))
    assert sum(gone_through) == 2 * (len(written) + 3)
    assert list(await journal.read(ACME, 0, 999)) == written
    assert list(await journal.read(OTHER, 0, 999)) == facts(1, 3)
    assert list(await journal.customers(ACME)) == [MARIE, PAUL]
    assert list(await journal.webhooks.webhooks(ACME)) == [HOOK]
    assert list(await journal.webhooks.runs(ACME)) == [LIVE]
    assert list(await journal.numbers.given(ACME)) == [PARIS, LEA]
    assert list(await journal.notes(ACME, None, 99)) == NOTES
    for account in (ACME, OTHER):
        assert list(await journal.people.users(account)) == [OWNER, SUPERVISOR]
        assert list(await journal.people.sessions(account)) == [SESSION]
        assert list(await journal.people.keys(account)) == [KEY]
        assert list(await journal.people.log(account, EVERYTHING, before=None, limit=9)) == LOG
    await journal.append(ACME, len(written), facts(len(written) + 1, len(written) + 1))
    await journal.close()
    await file.close()


async def test_database_that_holds_a_journal_is_refused_and_left(database: str) -> None:
    """S22: two journals are never mixed."""
    journal = await PostgresJournal.open(database)
    await journal.append(ACME, 0, facts(1, 2))
    source = MemoryJournal()
    await source.append(ACME, 0, facts(1, 5))

    with pytest.raises(JournalRefused, match="holds a journal already"):
        await import_journal(database, source, lambda _: None)

    assert list(await journal.read(ACME, 0, 9)) == facts(1, 2)
    await journal.close()


async def test_interrupted_import_leaves_nothing(
    shared_postgres: PostgresServer, database: str
) -> None:
    """All or nothing: it is simply run again."""
    journal = await PostgresJournal.open(database)
    source = MemoryJournal()
    await source.append(ACME, 0, facts(1, 5))

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await import_journal(database, source, interrupt)

    assert list(await journal.accounts()) == []
    assert (await import_journal(database, source, lambda _: None)).facts == 5
    assert list(await journal.read(ACME, 0, 9)) == facts(1, 5)
    await journal.close()
