"""Takes a whole journal over into an empty database, in one transaction: all of it or nothing."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from psycopg import AsyncServerCursor

from ringback.core.events import Fact
from ringback.core.ids import AccountId, NoteId
from ringback.history import Note
from ringback.numbering import NumberStore
from ringback.ports import Customer, JournalFailed, JournalRefused
from ringback.telling import WebhookStore

from .appending import customer_row
from .codec import encode_fact
from .note_rows import COLUMNS, note_row, notes_of, notes_query
from .number_table import statement_to_keep
from .people_tables import PEOPLE_COLUMNS, PeopleTables, all_rows
from .postgres_address import Connection, PostgresAddress
from .postgres_failures import explained
from .postgres_reader import marked
from .reading import customers_of, facts_of
from .webhook_table import statements_to_keep

PAGE = 2_000

_FACTS = """
    SELECT seq, type, version, at, cause, actor, data, checksum FROM journal
    WHERE account = %s ORDER BY seq
"""
_COPY_NOTES = f"COPY note (account, {COLUMNS}) FROM STDIN".encode()
_CUSTOMERS = "SELECT id, number, name, checksum FROM customer WHERE account = %s ORDER BY id"


class Source(Protocol):
    """The journal that is taken over; nobody may write it meanwhile."""

    async def read(
        self, account_id: AccountId, after_sequence: int, limit: int
    ) -> Sequence[Fact]: ...

    async def accounts(self) -> Sequence[AccountId]: ...

    async def customers(self, account_id: AccountId) -> Sequence[Customer]: ...

    async def notes(
        self, account_id: AccountId, after: NoteId | None, limit: int
    ) -> Sequence[Note]: ...

    @property
    def webhooks(self) -> WebhookStore: ...
    @property
    def numbers(self) -> NumberStore: ...
    @property
    def people(self) -> PeopleTables: ...


class Imported(NamedTuple):
    """How much was taken over, and found to be the same."""

    facts: int
    customers: int
    notes: int = 0


async def import_journal(url: str, source: Source, told: Callable[[int], None]) -> Imported:
    """Copy all rows, read them back, and commit only if they are the same.

    The caller has opened the database as its writer, so that no server writes it. `told` hears how
    many facts were copied or compared. Raises `JournalRefused` when the database holds facts
    already, and `JournalFailed`; then it is left as it was.
    """
    address = PostgresAddress(url)
    with explained(address):
        async with await address.connect("ringback import") as connection:
            await connection.execute("LOCK TABLE journal, customer, note IN EXCLUSIVE MODE")
            found = await connection.execute("SELECT EXISTS (SELECT FROM journal)")
            if (await found.fetchone()) != (False,):
                raise JournalRefused(
                    f"{address.capitalised} holds a journal already; it was left as it is:"
                    " give an empty one."
                )
            facts = customers = notes = 0
            for table in PEOPLE_COLUMNS:
                await _copy_people(connection, address, source, table)
            for account_id in await source.accounts():
                facts += await _copy_facts(connection, source, account_id, told)
                customers += await _copy_customers(connection, source, account_id)
                notes += await _copy_notes(connection, source, account_id)
                await _copy_webhooks(connection, source.webhooks, account_id)
                await _copy_numbers(connection, source.numbers, account_id)
                await _compare(connection, address, source, account_id, told)
            await connection.commit()
    return Imported(facts, customers, notes)


async def _copy_facts(
    connection: Connection, source: Source, account_id: AccountId, told: Callable[[int], None]
) -> int:
    last = 0
    async with connection.cursor() as cursor, cursor.copy("COPY journal FROM STDIN") as copy:
        while facts := await source.read(account_id, last, PAGE):
            for fact in facts:
                await copy.write_row((account_id, *encode_fact(account_id, fact)))
            last = facts[-1].sequence
            told(len(facts))
    return last


async def _copy_customers(connection: Connection, source: Source, account_id: AccountId) -> int:
    customers = await source.customers(account_id)
    async with connection.cursor() as cursor, cursor.copy("COPY customer FROM STDIN") as copy:
        for customer in customers:
            await copy.write_row(customer_row(account_id, customer))
    return len(customers)


async def _copy_notes(connection: Connection, source: Source, account_id: AccountId) -> int:
    copied, last = 0, None
    async with connection.cursor() as cursor, cursor.copy(_COPY_NOTES) as copy:
        while notes := await source.notes(account_id, last, PAGE):
            for note in notes:
                await copy.write_row(note_row(account_id, note))
            copied, last = copied + len(notes), notes[-1].id
    return copied


async def _copy_webhooks(
    connection: Connection, source: WebhookStore, account_id: AccountId
) -> None:
    """Take webhooks over with how far each has come; what became of deliveries stays behind."""
    webhooks, runs = await source.webhooks(account_id), await source.runs(account_id)
    async with connection.cursor() as cursor:
        for text, rows in statements_to_keep(account_id, webhooks, runs):
            await cursor.executemany(marked(text), rows)


async def _copy_numbers(connection: Connection, source: NumberStore, account_id: AccountId) -> None:
    text, rows = statement_to_keep(account_id, await source.given(account_id))
    async with connection.cursor() as cursor:
        await cursor.executemany(marked(text), rows)


async def _copy_people(
    connection: Connection, address: PostgresAddress, source: Source, table: str
) -> None:
    """Copy a table about people, of all accounts, and read it back."""
    rows = [tuple(row) for row in await source.people.rows(table)]
    async with connection.cursor() as cursor:
        columns = ", ".join(PEOPLE_COLUMNS[table])
        async with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            for row in rows:
                await copy.write_row(row)
        found = await cursor.execute(all_rows(table))
        if [tuple(row) for row in await found.fetchall()] != rows:
            raise _different(address, f"rows of {table}")


async def _compare(
    connection: Connection,
    address: PostgresAddress,
    source: Source,
    account_id: AccountId,
    told: Callable[[int], None],
) -> None:
    """Read everything back, checksums included. Raises `JournalFailed` at the first difference."""
    last = 0
    async with AsyncServerCursor(connection, "compared") as cursor:
        await cursor.execute(_FACTS, (account_id,))
        while facts := await source.read(account_id, last, PAGE):
            rows = await cursor.fetchmany(len(facts))
            if list(facts_of(address, account_id, last, rows)) != list(facts):
                raise _different(address, f"a fact of account {account_id} after {last}")
            last = facts[-1].sequence
            told(len(facts))
        if await cursor.fetchone() is not None:
            raise _different(address, f"more facts of account {account_id}")
    found = await connection.execute(_CUSTOMERS, (account_id,))
    kept = customers_of(address, account_id, await found.fetchall())
    if list(kept) != list(await source.customers(account_id)):
        raise _different(address, f"customers of account {account_id}")
    await _compare_notes(connection, address, source, account_id)


async def _compare_notes(
    connection: Connection, address: PostgresAddress, source: Source, account_id: AccountId
) -> None:
    last = None
    while True:
        notes = await source.notes(account_id, last, PAGE)
        query = notes_query(account_id, last, PAGE)
        found = await connection.execute(marked(query.text), query.given)
        if list(notes_of(address, account_id, await found.fetchall())) != list(notes):
            raise _different(address, f"notes of account {account_id}")
        if not notes:
            return
        last = notes[-1].id


def _different(address: PostgresAddress, what: str) -> JournalFailed:
    return JournalFailed(
        f"{address.capitalised} gave back something else than was written ({what});"
        " nothing was taken over."
    )
