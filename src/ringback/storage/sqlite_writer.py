"""The one thread that writes a journal: it commits whatever has queued up, all at once."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

import apsw

from ringback.core.ids import AccountId
from ringback.ports import JournalAway, JournalFailed, JournalFenced

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

_INSERT_FACT = "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_STORE_CUSTOMER = (
    "INSERT INTO customer VALUES (?, ?, ?, ?, ?) ON CONFLICT (account, id) DO UPDATE"
    " SET number = excluded.number, name = excluded.name, checksum = excluded.checksum"
)
_LAST_SEQUENCE = "SELECT coalesce(max(seq), 0) FROM journal WHERE account = ?"


class SqliteWriter:
    """Commits appends in order. After one failure of the disk, every append fails."""

    def __init__(self, path: Path, connection: apsw.Connection) -> None:
        self._path = path
        self._connection = connection
        self._connection.set_wal_hook(self._note_wal_pages)
        self._wal_pages = 0
        self._waiting: SimpleQueue[Append | None] = SimpleQueue()
        self._stopping = False
        self._unanswered: list[Append] = []
        self._failure: JournalFailed | None = None
        self._thread = Thread(target=self._run, name="journal-writer", daemon=True)
        self._thread.start()

    def submit(self, append: Append) -> None:
        self._waiting.put(append)

    def stop(self) -> None:
        """Commit what has been submitted, then close the file; blocks until then."""
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
            results: list[JournalFailed | None] = list(self._commit())
            scrubbings = {append.scrubbing for append in self._unanswered}
            if Scrubbing.TABLES_AND_LOG in scrubbings:
                self._write_anew()
            if scrubbings != {Scrubbing.NOTHING} and not self._empty_log():
                results = list(map(_not_scrubbed, self._unanswered, results))
            self._answer(results)
            if self._wal_pages >= CHECKPOINT_PAGES:
                self._checkpoint()
        except apsw.Error as error:
            self._failure = explain(self._path, error)

    def _commit(self) -> list[JournalFenced | None]:
        """Commit the unanswered appends as one; those that are fenced write nothing."""
        execute = self._connection.execute
        execute("BEGIN IMMEDIATE")
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
        execute("COMMIT")
        return results

    def _write_beside(self, append: Append) -> None:
        for text, rows in append.statements:
            self._connection.executemany(text, rows)

    def _checkpoint(self) -> None:
        """Move committed pages from the log into the database.

        SQLite's own checkpoints hide their failures, and a sync that failed once may report
        success the next time although the data is lost.
        """
        with suppress(apsw.BusyError):
            self._connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_PASSIVE)

    def _write_anew(self) -> None:
        """Put all personal data into pages that were wiped before.

        Deleting wipes since `secure_delete` is on; but what an earlier release deleted, and what a
        page that was split has left in its gaps, is only gone with all pages of the tables.
        """
        with self._connection:
            for table in PERSONAL:
                self._connection.execute(
                    f"CREATE TEMP TABLE kept AS SELECT * FROM main.{table};"
                    f" DELETE FROM main.{table};"
                    f" INSERT INTO main.{table} SELECT * FROM temp.kept;"
                    " DROP TABLE temp.kept"
                )

    def _empty_log(self) -> bool:
        """Move all of the log into the database; False while somebody reads what it holds."""
        self._connection.set_busy_timeout(SCRUB_WAIT_MILLISECONDS)
        try:
            self._connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        except apsw.BusyError:
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
    return JournalAway("Somebody has been reading the journal for long.")
