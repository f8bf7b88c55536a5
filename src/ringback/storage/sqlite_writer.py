"""The one thread that writes a journal: it commits whatever has queued up, all at once.

While the disk is full it waits and tries again: a commit that found no room has left nothing. Any
other failure of the disk is the end, since a sync that failed once may lie the next time.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TypeVar

import apsw
import structlog

from ringback.core.ids import AccountId
from ringback.ports import (
    JournalAway,
    JournalFailed,
    JournalFenced,
    JournalHealth,
    JournalState,
)

from .appending import (
    APPENDS_PER_COMMIT_MAX,
    Append,
    Scrubbing,
    answer_all,
    fenced_sentence,
)
from .sqlite_failures import explain
from .sqlite_file import WRITER_SETTINGS

CHECKPOINT_PAGES = 1000
PERSONAL = ("customer", "note")
"""The tables that hold personal data; all others hold references."""
SCRUB_WAIT_MILLISECONDS = 100
"""How long appends wait at most while those who read let go of the log."""

RETRY_SECONDS = 0.5
"""How often a full disk is tried again."""

Result = TypeVar("Result")

_log = structlog.get_logger(__name__)
_INSERT_FACT = "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_STORE_CUSTOMER = (
    "INSERT INTO customer VALUES (?, ?, ?, ?, ?) ON CONFLICT (account, id) DO UPDATE"
    " SET number = excluded.number, name = excluded.name, checksum = excluded.checksum"
)
_LAST_SEQUENCE = "SELECT coalesce(max(seq), 0) FROM journal WHERE account = ?"


class SqliteWriter:
    """Commits appends in order. After one failure that does not pass, every append fails."""

    def __init__(self, path: Path, connection: apsw.Connection) -> None:
        self._path = path
        self._connection = connection
        self._connection.set_wal_hook(self._note_wal_pages)
        self._wal_pages = 0
        self._waiting: SimpleQueue[Append | None] = SimpleQueue()
        self._asked_to_stop = Event()
        self._stopping = False
        self._full: JournalAway | None = None
        self._unanswered: list[Append] = []
        self._failure: JournalFailed | None = None
        self._thread = Thread(target=self._run, name="journal-writer", daemon=True)
        self._thread.start()

    def submit(self, append: Append) -> None:
        self._waiting.put(append)

    def health(self) -> JournalHealth:
        """Say whether the disk has room, in words."""
        if self._full is not None:
            return JournalHealth(
                JournalState.AWAY, f"{self._full} Nothing is promised until there is room."
            )
        return JournalHealth(JournalState.READY, f"It is kept in {self._path}.")

    def stop(self) -> None:
        """Commit what was submitted, unless the disk is full; close the file, and wait for that."""
        self._asked_to_stop.set()
        self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        try:
            while self._take():
                if self._failure is None:
                    self._commit_and_checkpoint()
                self._fail_unanswered()
        finally:
            if self._unanswered or not self._stopping:
                self._failure = JournalFailed(
                    "The journal's writer has stopped by an error of its own: start Ringback again."
                )
            while self._unanswered or self._take():
                self._fail_unanswered()
            self._close()

    def _take(self) -> bool:
        """Wait for appends and take those there are; False once there will be no more."""
        while not self._stopping and len(self._unanswered) < APPENDS_PER_COMMIT_MAX:
            try:
                append = self._waiting.get(block=not self._unanswered)
            except Empty:
                break
            if append is None:
                self._stopping = True
            else:
                self._unanswered.append(append)
        return bool(self._unanswered)

    def _commit_and_checkpoint(self) -> None:
        try:
            results: list[JournalFailed | None] = list(
                self._once_there_is_room(self._write_appends)
            )
            scrubbings = {append.scrubbing for append in self._unanswered}
            if Scrubbing.TABLES_AND_LOG in scrubbings:
                self._once_there_is_room(self._write_anew)
            if scrubbings != {Scrubbing.NOTHING} and not self._empty_log():
                results = list(map(_not_scrubbed, self._unanswered, results))
            self._answer(results)
            if self._wal_pages >= CHECKPOINT_PAGES:
                self._checkpoint()
        except apsw.Error as error:
            self._failure = explain(self._path, error)

    def _once_there_is_room(self, write: Callable[[], Result]) -> Result:
        """Write in one commit, however long the disk is full; raises `FullError` when to stop."""
        while True:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                result = write()
                self._connection.execute("COMMIT")
            except apsw.FullError as error:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                self._note_full(error)
                if self._asked_to_stop.wait(RETRY_SECONDS):
                    raise
            else:
                self._note_room()
                return result

    def _note_full(self, error: apsw.FullError) -> None:
        if self._full is None:
            self._full = JournalAway(str(explain(self._path, error)))
            _log.warning("journal.away", sentence=str(self._full))

    def _note_room(self) -> None:
        if self._full is not None:
            self._full = None
            _log.warning("journal.back")

    def _write_appends(self) -> list[JournalFenced | None]:
        """Write the unanswered appends; those that are fenced write nothing."""
        execute = self._connection.execute
        last_sequences: dict[AccountId, int] = {}
        results: list[JournalFenced | None] = []
        for append in self._unanswered:
            account_id, expected = append.account_id, append.expected_sequence
            if expected is None:
                self._write_beside(append)
                results.append(None)
                continue
            if account_id not in last_sequences:
                last_sequences[account_id] = execute(_LAST_SEQUENCE, (account_id,)).get
            last = last_sequences[account_id]
            if last == expected:
                last_sequences[account_id] += len(append.fact_rows)
                self._connection.executemany(_INSERT_FACT, append.fact_rows)
                if append.customer_rows:
                    self._connection.executemany(_STORE_CUSTOMER, append.customer_rows)
                self._write_beside(append)
                results.append(None)
            else:
                results.append(JournalFenced(fenced_sentence(account_id, expected, last)))
        return results

    def _write_beside(self, append: Append) -> None:
        for text, rows in append.statements:
            self._connection.executemany(text, rows)

    def _checkpoint(self) -> None:
        """Move committed pages from the log into the database.

        SQLite's own checkpoints hide their failures, and a sync that failed once may report
        success the next time although the data is lost.
        """
        with suppress(apsw.BusyError, apsw.FullError):
            self._connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_PASSIVE)

    def _write_anew(self) -> None:
        """Put all personal data into pages that were wiped before.

        Deleting wipes since `secure_delete` is on; but what an earlier release deleted, and what a
        page that was split has left in its gaps, is only gone with all pages of the tables.
        """
        for table in PERSONAL:
            self._connection.execute(
                f"CREATE TEMP TABLE kept AS SELECT * FROM main.{table};"
                f" DELETE FROM main.{table};"
                f" INSERT INTO main.{table} SELECT * FROM temp.kept;"
                " DROP TABLE temp.kept"
            )

    def _empty_log(self) -> bool:
        """Move all of the log into the database; False while it is read, or the disk is full."""
        self._connection.set_busy_timeout(SCRUB_WAIT_MILLISECONDS)
        try:
            self._connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        except (apsw.BusyError, apsw.FullError):
            return False
        finally:
            self._connection.set_busy_timeout(int(WRITER_SETTINGS["busy_timeout"]))
        return True

    def _note_wal_pages(self, _connection: apsw.Connection, _database: str, pages: int) -> int:
        self._wal_pages = pages
        return apsw.SQLITE_OK

    def _fail_unanswered(self) -> None:
        if self._failure is not None:
            kind, sentence = type(self._failure), str(self._failure)
            self._answer([kind(sentence) for _ in self._unanswered])

    def _answer(self, results: Sequence[JournalFailed | None]) -> None:
        answers = [append.answer for append in self._unanswered]
        self._unanswered = []
        if answers:
            with suppress(RuntimeError):
                answers[0].get_loop().call_soon_threadsafe(answer_all, answers, results)

    def _close(self) -> None:
        """Close the file, without touching it any more after a failure."""
        if self._failure is not None:
            self._connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        self._connection.close()


def _not_scrubbed(append: Append, result: JournalFailed | None) -> JournalFailed | None:
    if append.scrubbing is Scrubbing.NOTHING:
        return result
    return JournalAway("Somebody has been reading the journal for long, or its disk is full.")
