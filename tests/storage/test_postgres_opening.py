"""Opening a database: made once, taken by one server, refused untouched when it is not ours."""

import asyncio
import shutil
from pathlib import Path

import pytest
from tests.postgres_server import PASSWORD, PostgresServer
from tests.storage.examples import ACME, facts

from ringback.core.ids import CustomerId
from ringback.ports import Customer, JournalAway, JournalFailed, JournalRefused
from ringback.storage import postgres_schema
from ringback.storage.postgres import PostgresJournal
from ringback.storage.postgres_reader import PostgresReader

FACTS = facts(1, 20)
MARIE = Customer(CustomerId("customer-1"), "+33612345678", "Marie Dupont")


@pytest.fixture
async def journal_at(database: str) -> str:
    """Make a sound journal, closed."""
    journal = await PostgresJournal.open(database)
    await journal.append(ACME, 0, FACTS, [MARIE])
    await journal.close()
    return database


# ---- sound databases ---------------------------------------------------------------------


async def test_reopened_journal_holds_all_and_goes_on(journal_at: str) -> None:
    """S21: what was committed is there after a restart."""
    journal = await PostgresJournal.open(journal_at)

    await journal.append(ACME, 20, facts(21, 21))

    assert list(await journal.read(ACME, 0, 99)) == facts(1, 21)
    assert list(await journal.customers(ACME)) == [MARIE]
    await journal.close()


async def test_commits_reach_the_disk_whatever_the_database_is_set_to(
    shared_postgres: PostgresServer, database: str
) -> None:
    """S1: a database that acknowledges before it has written is told not to."""
    name = database.rpartition("/")[2].partition("?")[0]
    shared_postgres.execute(f"ALTER DATABASE {name} SET synchronous_commit = off", database)

    journal = await PostgresJournal.open(database)

    connection = journal._writer._connection
    assert connection is not None
    found = await (await connection.execute("SHOW synchronous_commit")).fetchone()
    await connection.rollback()
    assert found == ("on",)
    await journal.close()


async def test_two_servers_that_make_the_same_database_do_it_once(database: str) -> None:
    """S22: whoever comes second finds it made, and the first one writing."""
    opened = await asyncio.gather(
        *(PostgresJournal.open(database) for _ in range(2)), return_exceptions=True
    )

    journals = [one for one in opened if isinstance(one, PostgresJournal)]
    refusals = [one for one in opened if isinstance(one, JournalFailed)]
    assert (len(journals), len(refusals)) == (1, 1)
    assert "Another Ringback server" in str(refusals[0])
    await journals[0].append(ACME, 0, FACTS)
    await journals[0].close()


# ---- databases to refuse -----------------------------------------------------------------

UNSOUND = {
    "somebody else's": (
        "DROP SCHEMA ringback CASCADE; CREATE TABLE orders (id integer)",
        r"is not Ringback's \(it holds public.orders\)",
    ),
    "half gone": ("DROP TABLE ringback.schema_version", "is not Ringback's"),
    "no version": ("DELETE FROM ringback.schema_version", "has lost its schema version"),
    "newer": (
        "INSERT INTO ringback.schema_version VALUES (99, 'of_tomorrow', 'x')",
        r"newer release .*99, of_tomorrow",
    ),
    "changed": ("UPDATE ringback.schema_version SET digest = 'x'", "not as it was released"),
    "customers astray": ("UPDATE ringback.customer SET account = 'b'", "an unknown account"),
    "no journal": ("DROP TABLE ringback.journal", "is damaged"),
}


@pytest.mark.parametrize(("sql", "sentence"), UNSOUND.values(), ids=UNSOUND)
async def test_unsound_database_is_refused_and_left_as_it_is(
    shared_postgres: PostgresServer, journal_at: str, sql: str, sentence: str
) -> None:
    """S21: nothing is guessed, nothing repaired behind anyone's back."""
    shared_postgres.execute(sql, journal_at)
    before = _tables(shared_postgres, journal_at)

    with pytest.raises(JournalRefused, match=sentence):
        await PostgresJournal.open(journal_at)

    assert _tables(shared_postgres, journal_at) == before


UNREADABLE = {
    "gap": ("DELETE FROM ringback.journal WHERE seq = 10", "^Fact 10 of account acme is missing"),
    "bad text": (
        "UPDATE ringback.journal SET data = replace(data, 'call', 'coll') WHERE seq = 10",
        "^Fact 10 of account acme cannot be read: it is damaged",
    ),
    "bad sum": (
        "UPDATE ringback.journal SET checksum = 1 WHERE seq = 10",
        "^Fact 10 of account acme",
    ),
}


@pytest.mark.parametrize(("sql", "sentence"), UNREADABLE.values(), ids=UNREADABLE)
async def test_unreadable_fact_is_refused(
    shared_postgres: PostgresServer, journal_at: str, sql: str, sentence: str
) -> None:
    """S22: a gap or a bad row is named when it is read."""
    shared_postgres.execute(sql, journal_at)
    journal = await PostgresJournal.open(journal_at)

    with pytest.raises(JournalRefused, match=sentence):
        await journal.read(ACME, 0, 99)

    assert list(await journal.read(ACME, 10, 99)) == FACTS[10:]
    await journal.close()


async def test_damaged_customer_is_refused(
    shared_postgres: PostgresServer, journal_at: str
) -> None:
    """A wrong number must not be dialled."""
    shared_postgres.execute("UPDATE ringback.customer SET number = '+33612345679'", journal_at)
    journal = await PostgresJournal.open(journal_at)

    with pytest.raises(JournalRefused, match=r"^Customer customer-1 of account acme is damaged"):
        await journal.customers(ACME)

    await journal.close()


async def test_database_of_another_encoding_is_refused(shared_postgres: PostgresServer) -> None:
    """A caller's name may be written in any script."""
    with pytest.raises(JournalFailed, match="SQL_ASCII: make it with the encoding UTF8"):
        await PostgresJournal.open(shared_postgres.make_database(encoding="SQL_ASCII"))


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        ("postgresql://u:sesame@/none?host=%2Fnowhere", "none at /nowhere:5432 does not answer"),
        ("postgresql://u:sesame@127.0.0.1:1,127.0.0.1:2/main", "127.0.0.1:1, 127.0.0.1:2 does"),
        ("postgresql://u:sesame@h/main?nonsense=1", "cannot be read: write it as postgresql://"),
    ],
)
async def test_database_that_cannot_be_reached_is_named_without_its_password(
    broken: str, sentence: str
) -> None:
    """One plain sentence, of which nothing must be hidden in a log."""
    with pytest.raises(JournalFailed, match=sentence) as failed:
        await PostgresJournal.open(broken)

    assert "sesame" not in str(failed.value)


async def test_missing_database_is_named(shared_postgres: PostgresServer) -> None:
    """The sentence says which database."""
    with pytest.raises(JournalFailed, match='"nowhere" does not exist') as failed:
        await PostgresJournal.open(shared_postgres.url("nowhere"))

    assert PASSWORD not in str(failed.value)


async def test_user_without_rights_is_told_what_is_missing(
    shared_postgres: PostgresServer, database: str
) -> None:
    """The sentence says what to do."""
    shared_postgres.execute(
        "DO $$ BEGIN CREATE ROLE guest LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
        database,
    )

    with pytest.raises(JournalFailed, match="make that user the owner of the database"):
        await PostgresJournal.open(database.replace("ringback:", "guest:"))


def _tables(server: PostgresServer, url: str) -> list[object]:
    names = server.execute(
        "SELECT schemaname || '.' || tablename FROM pg_tables"
        " WHERE schemaname IN ('public', 'ringback') AND tablename <> 'writer' ORDER BY 1",
        url,
    )
    return [(name, server.execute(f"SELECT * FROM {name} ORDER BY 1", url)) for (name,) in names]


# ---- releases ----------------------------------------------------------------------------


async def test_older_database_is_upgraded_and_then_refused_by_the_older_release(
    journal_at: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """S21: a later release reads on; going back is refused."""
    migrations = tmp_path / "migrations"
    shutil.copytree(postgres_schema.MIGRATIONS, migrations)
    (migrations / "0099_more.sql").write_text("CREATE TABLE more (a text);")

    with monkeypatch.context() as later_release:
        later_release.setattr(postgres_schema, "MIGRATIONS", migrations)
        journal = await PostgresJournal.open(journal_at)
        assert list(await journal.read(ACME, 0, 99)) == FACTS
        await journal.close()
        await (await PostgresJournal.open(journal_at)).close()

    with pytest.raises(JournalRefused, match="newer release"):
        await PostgresJournal.open(journal_at)
    with pytest.raises(JournalRefused, match="newer release"):
        await PostgresReader.open(journal_at)


# ---- reading only ------------------------------------------------------------------------


async def test_reader_follows_a_server_that_writes(journal_at: str) -> None:
    """The command line can look while the server works."""
    journal = await PostgresJournal.open(journal_at)
    reader = await PostgresReader.open(journal_at)

    await journal.append(ACME, 20, facts(21, 22))

    assert list(await reader.read(ACME, 19, 9)) == facts(20, 22)
    await reader.close()
    await journal.close()


async def test_reader_of_an_empty_database_says_so(
    shared_postgres: PostgresServer, database: str
) -> None:
    """Looking does not make a journal."""
    with pytest.raises(JournalFailed, match="There is no journal in the database"):
        await PostgresReader.open(database)

    assert _tables(shared_postgres, database) == []


# ---- several hosts -----------------------------------------------------------------------


async def test_host_that_takes_writes_is_found_among_several(database: str) -> None:
    """A database and its standbys are one address."""
    hosts = database.replace("?host=", "?host=%2Fnowhere,")

    journal = await PostgresJournal.open(hosts)

    await journal.append(ACME, 0, FACTS)
    assert list(await journal.read(ACME, 0, 99)) == FACTS
    await journal.close()


async def test_host_that_takes_no_writes_is_not_taken_for_one(
    shared_postgres: PostgresServer, database: str
) -> None:
    """A standby is waited out like a database that is away."""
    name = database.rpartition("/")[2].partition("?")[0]
    shared_postgres.execute(
        f"ALTER DATABASE {name} SET default_transaction_read_only = on", database
    )

    with pytest.raises(JournalAway, match="read-only"):
        await PostgresJournal.open(database)
