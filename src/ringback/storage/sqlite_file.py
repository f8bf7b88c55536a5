"""A journal's file: taking it, checking it without touching it, creating and upgrading it."""

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import apsw

from ringback.ports import JournalFailed

from .released_schema import (
    Applied,
    Migration,
    SchemaChanged,
    SchemaNewer,
    pending,
    read_migrations,
)
from .sqlite_failures import damaged, explain, newer, not_a_journal, older

MIGRATIONS = Path(__file__).parent / "migrations" / "sqlite"
APPLICATION_ID = 0x52424B4A
"""`RBKJ`, in the file's header: tells a journal from any other SQLite database."""

WRITER_SETTINGS = {
    "busy_timeout": "5000",
    "journal_mode": "wal",
    "synchronous": "full",
    "foreign_keys": "on",
    "temp_store": "memory",
    "cache_size": "-20000",
    "secure_delete": "on",
}
READER_SETTINGS = {"busy_timeout": "5000", "query_only": "on", "cache_size": "-20000"}

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


class FileTaken:
    """The right to write a journal, for one process; the system frees it when the process dies."""

    def __init__(self, path: Path) -> None:
        lock_path = path.with_name(path.name + ".lock")
        self._descriptor = os.open(lock_path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self._descriptor)
            raise JournalFailed(
                f"Another Ringback server is using {path}: stop it,"
                " or give this server a journal of its own."
            ) from None

    def release(self) -> None:
        os.close(self._descriptor)


def take(path: Path) -> FileTaken:
    """Take a journal's file for this process alone, whether the file exists or not."""
    try:
        if not path.parent.is_dir():
            raise JournalFailed(
                f"The directory {path.parent} does not exist: create it,"
                " owned by the user who runs Ringback."
            )
        if path.is_dir():
            raise JournalFailed(f"{path} is a directory: name a file in it for the journal.")
        return FileTaken(path)
    except OSError as error:
        raise _unusable_directory(path, error) from error


def connect_to_write(path: Path) -> apsw.Connection:
    """Open a sound journal, creating or upgrading it; the file must have been taken.

    What was found in the file is durable afterwards, even if the process that wrote it was
    killed before its disk had it. A journal that is refused is left byte for byte as it is.
    """
    with _failures_explained(path):
        if path.exists():
            refuse_unless_sound(path)
        else:
            _create(path)
        connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
        try:
            if connection.readonly("main"):
                raise apsw.ReadOnlyError
            _configure(connection, WRITER_SETTINGS)
            _upgrade(connection)
            connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        except BaseException:
            connection.close()
            raise
        return connection


def connect_to_read(path: Path) -> apsw.Connection:
    """Open a journal for reading, whether a server is writing it or not.

    Raises `JournalRefused` where no server of this release has opened it yet.
    """
    with _failures_explained(path):
        if not path.exists():
            raise JournalFailed(f"There is no journal at {path}: check the path.")
        connection = _connect_untouched(path)
        try:
            _refuse_unless_known(path, connection)
            if _pending(connection):
                raise older(path)
        except BaseException:
            connection.close()
            raise
        return connection


def look_over(path: Path) -> int:
    """Read all of a journal, and count the migrations that it lacks; it is left as it is.

    Raises `JournalFailed`, and `JournalRefused` for one that is damaged or newer.
    """
    with _failures_explained(path):
        refuse_unless_sound(path)
        with closing(_connect_untouched(path)) as connection:
            return len(_pending(connection))


@contextmanager
def _failures_explained(path: Path) -> Iterator[None]:
    try:
        yield
    except apsw.Error as error:
        raise explain(path, error) from error
    except UnicodeDecodeError as error:
        raise damaged(path, str(error)) from error
    except OSError as error:
        raise _unusable_directory(path, error) from error


def _unusable_directory(path: Path, error: OSError) -> JournalFailed:
    return JournalFailed(
        f"The directory {path.parent} cannot be used for the journal ({error.strerror}):"
        " the user who runs Ringback must have the right to write in it."
    )


def _configure(connection: apsw.Connection, settings: dict[str, str]) -> None:
    connection.config(apsw.SQLITE_DBCONFIG_DQS_DML, 0)
    connection.config(apsw.SQLITE_DBCONFIG_DQS_DDL, 0)
    for name, value in settings.items():
        connection.pragma(name, value)


def _connect_untouched(path: Path) -> apsw.Connection:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    _configure(connection, READER_SETTINGS)
    return connection


# ---- checks ------------------------------------------------------------------------------


def refuse_unless_sound(path: Path) -> None:
    """Look a file over, all of it; raises `JournalRefused` and leaves it as it is."""
    with closing(_connect_untouched(path)) as connection:
        _refuse_unless_known(path, connection)
        # quick_check does not look at the order of keys, and rows out of order are lost silently.
        findings = connection.execute("PRAGMA integrity_check(1)").get
        if findings != "ok":
            raise damaged(path, str(findings))
        if connection.execute(_CUSTOMER_WITHOUT_FACTS).get:
            raise damaged(path, "it holds customers of an unknown account")


def _refuse_unless_known(path: Path, connection: apsw.Connection) -> None:
    if connection.pragma("application_id") != APPLICATION_ID:
        raise not_a_journal(path)
    try:
        _pending(connection)
    except SchemaNewer as found:
        raise newer(path, str(found)) from found
    except SchemaChanged as found:
        raise damaged(path, str(found)) from found


# ---- migrations --------------------------------------------------------------------------


def _pending(connection: apsw.Connection) -> Sequence[Migration]:
    rows = connection.execute("SELECT version, name, digest FROM schema_version ORDER BY version")
    return pending(read_migrations(MIGRATIONS), [Applied(*row) for row in rows])


def _upgrade(connection: apsw.Connection) -> None:
    with connection:
        for migration in _pending(connection):
            connection.execute(migration.sql)
            connection.execute(
                "INSERT INTO schema_version VALUES (?, ?, ?)",
                (migration.version, migration.name, migration.digest),
            )


def _create(path: Path) -> None:
    """Make a journal beside its place and move it there whole.

    So a journal is never half made, and an empty file is always one that lost its contents.
    """
    log = path.with_name(path.name + "-wal")
    if log.exists():
        raise damaged(path, f"the file itself is missing, but its log {log.name} is there")
    draft = path.with_name(path.name + ".new")
    draft.unlink(missing_ok=True)
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(apsw.Connection(str(draft), flags=apsw.SQLITE_OPEN_READWRITE)) as connection:
        connection.pragma("synchronous", "full")
        connection.pragma("application_id", APPLICATION_ID)
        connection.execute(
            "CREATE TABLE schema_version"
            " (version INTEGER PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL) STRICT"
        )
        _upgrade(connection)
        connection.pragma("journal_mode", "wal")
    draft.rename(path)
    directory = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
