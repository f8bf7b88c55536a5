"""A consistent copy of a journal's file, whether a server is writing it or not."""

import os
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import apsw

from ringback.core.ids import AccountId

from .sqlite_failures import explain
from .sqlite_file import connect_to_read, refuse_unless_sound

PAGES_AT_ONCE = 2_000


def copy_journal(
    source: Path, copy: Path, told: Callable[[float], None]
) -> Mapping[AccountId, int]:
    """Copy a journal as it is at one instant into a new file, look the copy over, and give the
    number of each account's last fact in it.

    No append waits for it. `told` hears how much is done, between 0 and 1. Raises `JournalFailed`.
    """
    os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(connect_to_read(source)) as reading:
        try:
            with closing(apsw.Connection(str(copy))) as writing:
                _copy(reading, writing, told)
                last = dict(writing.execute("SELECT account, max(seq) FROM journal GROUP BY 1"))
                writing.pragma("journal_mode", "delete")
            refuse_unless_sound(copy)
        except apsw.Error as error:
            raise explain(source, error) from error
    return {AccountId(account): sequence for account, sequence in last.items()}


def _copy(
    reading: apsw.Connection, writing: apsw.Connection, told: Callable[[float], None]
) -> None:
    """Copy page by page within one read: what is appended meanwhile does not begin it anew."""
    with reading:
        reading.execute("SELECT count(*) FROM schema_version").fetchall()
        with writing.backup("main", reading, "main") as backup:
            while not backup.done:
                backup.step(PAGES_AT_ONCE)
                told(1 - backup.remaining / max(backup.page_count, 1))
