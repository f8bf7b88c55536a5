"""A database's schema: looked at without touching it, created and upgraded."""

from collections.abc import Sequence
from pathlib import Path

from ringback.ports import JournalFailed

from .postgres_address import SCHEMA, Connection, PostgresAddress
from .postgres_failures import damaged, newer, not_a_journal
from .released_schema import (
    Applied,
    Migration,
    SchemaChanged,
    SchemaNewer,
    pending,
    read_migrations,
)

MIGRATIONS = Path(__file__).parent / "migrations" / "postgres"
OLDEST_SERVER = 15

_CREATING = 0x52424B4A
_TABLES = """
    SELECT namespace.nspname || '.' || class.relname
    FROM pg_class AS class JOIN pg_namespace AS namespace ON namespace.oid = class.relnamespace
    WHERE class.relkind IN ('r', 'p', 'v', 'm', 'f')
        AND namespace.nspname !~ '^pg_' AND namespace.nspname <> 'information_schema'
        AND NOT EXISTS (
            SELECT 1 FROM pg_depend AS dependency
            WHERE dependency.objid = class.oid AND dependency.deptype = 'e')
    ORDER BY 1
"""
_CUSTOMER_WITHOUT_FACTS = """
    WITH RECURSIVE found(account) AS (
        SELECT min(account) FROM customer
        UNION ALL
        SELECT (SELECT min(account) FROM customer WHERE account > found.account)
        FROM found WHERE found.account IS NOT NULL)
    SELECT count(*) FROM found
    WHERE account IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM journal WHERE journal.account = found.account)
"""


async def make_sound(connection: Connection, address: PostgresAddress) -> None:
    """Create the schema in an empty database, all or nothing; refuse what is not ours or unsound.

    What is refused is left as it is. An older schema is left for `upgrade`.
    """
    refuse_unfit_server(connection, address)
    async with connection.transaction():
        # Of two servers that start at once, one creates.
        await connection.execute("SELECT pg_advisory_xact_lock(%s)", (_CREATING,))
        if await is_empty(connection, address):
            await connection.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}".encode())
            await connection.execute(
                "CREATE TABLE schema_version"
                " (version integer PRIMARY KEY, name text NOT NULL, digest text NOT NULL)"
            )
            await _apply(connection, read_migrations(MIGRATIONS))
        else:
            await refuse_unless_known(connection, address)
            await _refuse_unless_sound(connection, address)


async def upgrade(connection: Connection, address: PostgresAddress) -> None:
    """Bring an older schema up to this release; nobody else may be writing."""
    async with connection.transaction():
        await _apply(connection, await refuse_unless_known(connection, address))


async def is_empty(connection: Connection, address: PostgresAddress) -> bool:
    """Say whether a database holds nothing at all; refuses one that holds what is not ours."""
    tables = [str(table) for (table,) in await (await connection.execute(_TABLES)).fetchall()]
    if f"{SCHEMA}.schema_version" in tables:
        return False
    if tables:
        raise not_a_journal(address, f"it holds {tables[0]}")
    return True


async def refuse_unless_known(
    connection: Connection, address: PostgresAddress
) -> Sequence[Migration]:
    """Give what the schema lacks; refuses one of a newer release, or one that was changed."""
    found = await connection.execute(
        "SELECT version, name, digest FROM schema_version ORDER BY version"
    )
    applied = [Applied(*row) for row in await found.fetchall()]
    if not applied:
        raise damaged(address, "it has lost its schema version")
    try:
        return pending(read_migrations(MIGRATIONS), applied)
    except SchemaNewer as told:
        raise newer(address, str(told)) from told
    except SchemaChanged as told:
        raise damaged(address, str(told)) from told


async def _refuse_unless_sound(connection: Connection, address: PostgresAddress) -> None:
    astray = await (await connection.execute(_CUSTOMER_WITHOUT_FACTS)).fetchone()
    if astray and astray[0]:
        raise damaged(address, "it holds customers of an unknown account")


def refuse_unfit_server(connection: Connection, address: PostgresAddress) -> None:
    version = connection.info.server_version // 10_000
    if version < OLDEST_SERVER:
        raise JournalFailed(
            f"PostgreSQL {version} serves {address}: Ringback needs {OLDEST_SERVER} or newer."
        )
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise JournalFailed(
            f"The encoding of {address} is {encoding}: make it with the encoding UTF8."
        )


async def _apply(connection: Connection, migrations: Sequence[Migration]) -> None:
    for migration in migrations:
        await connection.execute(migration.sql.encode())
        await connection.execute(
            "INSERT INTO schema_version VALUES (%s, %s, %s)",
            (migration.version, migration.name, migration.digest),
        )
