"""The one task that writes a database: it commits whatever has queued up, all at once.

While the database is away it waits and tries again. Before it does, it finds out whether the commit
that got no answer has landed, so that nothing is written twice.
"""

import asyncio
import time
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

import psycopg
import structlog

from ringback.core.ids import AccountId
from ringback.ports import (
    JournalAway,
    JournalFailed,
    JournalFenced,
    JournalHealth,
    JournalState,
)

from .appending import APPENDS_PER_COMMIT_MAX, Append, answer_all, fenced_sentence
from .postgres_address import Connection, PostgresAddress
from .postgres_failures import explain, passes
from .postgres_lease import RENEWED_EVERY, Lease
from .postgres_reader import marked

ANSWER_SECONDS_MAX = 5
"""A database that takes longer is taken for lost, and asked on a new connection."""
ANSWER_SECONDS_LONGEST = 80
"""Each further try waits twice as long, up to this: slow is not lost."""
SILENCE_SECONDS_MAX = 2
"""A commit that takes longer is worth telling."""
RETRY_SECONDS_FIRST = 0.1
RETRY_SECONDS_MAX = 2.0

_LAST_SEQUENCES = """
    SELECT wanted.account, coalesce((
        SELECT max(seq) FROM journal WHERE journal.account = wanted.account), 0)
    FROM unnest(%s::text[]) AS wanted(account)
"""
_INSERT_FACT = "INSERT INTO journal VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)"
_STORE_CUSTOMER = (
    "INSERT INTO customer VALUES (%s, %s, %s, %s, %s) ON CONFLICT (account, id) DO UPDATE"
    " SET number = excluded.number, name = excluded.name, checksum = excluded.checksum"
)

Result = JournalFenced | None

_log = structlog.get_logger(__name__)


class _Unanswered(NamedTuple):
    """A commit that was sent: what it makes of its appends, and where the journals end then."""

    results: Sequence[Result]
    last_sequences: Mapping[AccountId, int]


class PostgresWriter:
    """Commits appends in order. After a failure that does not pass, every append fails."""

    def __init__(self, address: PostgresAddress, connection: Connection, lease: Lease) -> None:
        self._address = address
        self._connection: Connection | None = connection
        self._lease = lease
        self._waiting: deque[Append] = deque()
        self._wake = asyncio.Event()
        self._stopping = False
        self._renewed_at = time.monotonic()
        self._asked_at: float | None = None
        self._sent: _Unanswered | None = None
        self._away: JournalAway | None = None
        self._away_since = 0.0
        self._failure: JournalFailed | None = None
        self._task = asyncio.create_task(self._run(), name="journal-writer")

    def submit(self, append: Append) -> None:
        if self._failure is not None:
            answer_all([append.answer], [_again(self._failure)])
            return
        self._waiting.append(append)
        self._wake.set()

    def health(self) -> JournalHealth:
        """Say whether the database answers, in words."""
        if self._away is not None:
            waited = time.monotonic() - self._away_since
            told = f"{self._away} Nothing is promised until it is back, for {waited:.0f} s so far."
            return JournalHealth(JournalState.AWAY, told, self._lease.epoch)
        if self._asked_at is not None:
            waited = time.monotonic() - self._asked_at
            if waited > SILENCE_SECONDS_MAX:
                told = f"Waiting for {waited:.0f} s for an answer of {self._address}."
                return JournalHealth(JournalState.AWAY, told, self._lease.epoch)
        return JournalHealth(JournalState.READY, "The database answers.", self._lease.epoch)

    async def watch(self) -> None:
        """Wait until nothing can be appended any more; raises the failure or the bug behind it."""
        await asyncio.wait([self._task])
        self._task.result()
        if self._failure is not None:
            raise _again(self._failure)

    async def stop(self) -> None:
        """Commit what has been submitted, unless the database is away; then let the next one in."""
        self._stopping = True
        self._wake.set()
        await asyncio.wait([self._task])

    # ---- the task ----------------------------------------------------------------------

    async def _run(self) -> None:
        try:
            while await self._wait():
                batch = [
                    self._waiting[index]
                    for index in range(min(len(self._waiting), APPENDS_PER_COMMIT_MAX))
                ]
                results = await self._commit_surely(batch)
                for _ in batch:
                    self._waiting.popleft()
                answer_all([append.answer for append in batch], results)
            await self._release()
        except JournalFailed as failure:
            self._failure = failure
        finally:
            if self._failure is None and (self._waiting or not self._stopping):
                self._failure = JournalFailed(
                    "The journal's writer has stopped by an error of its own: start Ringback again."
                )
            if self._failure is not None:
                left = [append.answer for append in self._waiting]
                answer_all(left, [_again(self._failure) for _ in left])
                self._waiting.clear()
            await self._drop_connection()

    async def _wait(self) -> bool:
        """Wait for appends, or until the lease is to be renewed; False once there is no more."""
        if not self._waiting and not self._stopping:
            self._wake.clear()
            due = self._renewed_at + RENEWED_EVERY.total_seconds() - time.monotonic()
            with suppress(TimeoutError):
                async with asyncio.timeout(max(due, 0)):
                    await self._wake.wait()
        return bool(self._waiting) or not self._stopping

    async def _commit_surely(self, batch: Sequence[Append]) -> Sequence[Result]:
        """Commit, once, however often the database goes away meanwhile. Raises `JournalFailed`."""
        retry_seconds, answer_seconds = RETRY_SECONDS_FIRST, ANSWER_SECONDS_MAX
        while True:
            try:
                self._asked_at = time.monotonic()
                async with asyncio.timeout(answer_seconds):
                    connection = self._connection or await self._come_back()
                    results = await self._landed(connection)
                    if results is None:
                        results = await self._commit(connection, batch)
            except (psycopg.Error, TimeoutError, OSError) as error:
                await self._note_away(error)
                if isinstance(error, TimeoutError):
                    answer_seconds = min(2 * answer_seconds, ANSWER_SECONDS_LONGEST)
            else:
                self._note_back()
                return results
            finally:
                self._asked_at = None
            await asyncio.sleep(retry_seconds)
            retry_seconds = min(2 * retry_seconds, RETRY_SECONDS_MAX)

    # ---- one commit --------------------------------------------------------------------

    async def _commit(self, connection: Connection, batch: Sequence[Append]) -> Sequence[Result]:
        """Commit appends as one; those that are fenced write nothing. Without any, renew."""
        now = time.monotonic()
        renew = now - self._renewed_at >= RENEWED_EVERY.total_seconds()
        accounts = list(dict.fromkeys(append.account_id for append in batch))
        async with connection.pipeline():
            held = await self._lease.hold(connection, renew=renew)
            ends = await connection.execute(_LAST_SEQUENCES, (accounts,))
        if await held.fetchone() is None:
            raise JournalFenced(await self._lease.lost_sentence(connection))
        last_sequences: dict[AccountId, int] = dict(await ends.fetchall())
        results = _judge(batch, last_sequences)
        taken = [append for append, result in zip(batch, results, strict=True) if result is None]
        # Whatever else is written is the same when it is written again.
        has_facts = any(append.fact_rows for append in taken)
        self._sent = _Unanswered(results, last_sequences) if has_facts else None
        await _insert_and_commit(connection, taken)
        self._sent = None
        if renew:
            self._renewed_at = now
        return results

    async def _landed(self, connection: Connection) -> Sequence[Result] | None:
        """Find out about a commit that got no answer; None when there is none to acknowledge."""
        if self._sent is None:
            return None
        found = await connection.execute(_LAST_SEQUENCES, (list(self._sent.last_sequences),))
        last_sequences: dict[AccountId, int] = dict(await found.fetchall())
        await connection.commit()
        sent, self._sent = self._sent, None
        return sent.results if last_sequences == sent.last_sequences else None

    # ---- away and back -----------------------------------------------------------------

    async def _come_back(self) -> Connection:
        connection = await self._address.connect(self._lease.purpose)
        try:
            await self._lease.take_again(connection)
        except BaseException:
            await connection.close()
            raise
        self._connection = connection
        self._renewed_at = time.monotonic()
        return connection

    async def _note_away(self, error: Exception) -> None:
        """Let go of a connection that failed; raises `JournalFailed` for what does not pass."""
        await self._drop_connection()
        failure = explain(self._address, error)
        if not passes(error) or self._stopping:
            raise failure from error
        if self._away is None:
            self._away_since = time.monotonic()
            _log.warning("journal.away", sentence=str(failure))
        self._away = JournalAway(str(failure))

    def _note_back(self) -> None:
        if self._away is not None:
            seconds = round(time.monotonic() - self._away_since, 1)
            _log.warning("journal.back", away_seconds=seconds)
            self._away = None

    async def _release(self) -> None:
        if self._connection is not None:
            with suppress(psycopg.Error, TimeoutError, OSError):
                async with asyncio.timeout(1):
                    await self._lease.release(self._connection)

    async def _drop_connection(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()


def _judge(batch: Sequence[Append], last_sequences: dict[AccountId, int]) -> Sequence[Result]:
    """Say which appends are fenced; `last_sequences` move on with those that are not (S22)."""
    results: list[Result] = []
    for append in batch:
        account_id, expected = append.account_id, append.expected_sequence
        last = last_sequences[account_id]
        if expected is None:
            results.append(None)
        elif last == expected:
            last_sequences[account_id] += len(append.fact_rows)
            results.append(None)
        else:
            results.append(JournalFenced(fenced_sentence(account_id, expected, last)))
    return results


async def _insert_and_commit(connection: Connection, appends: Sequence[Append]) -> None:
    """Write all rows of these appends, table by table, and commit them."""
    rows: Mapping[str, Sequence[tuple[Any, ...]]] = {
        _INSERT_FACT: [row for append in appends for row in append.fact_rows],
        _STORE_CUSTOMER: [row for append in appends for row in append.customer_rows],
    }
    async with connection.pipeline(), connection.cursor() as cursor:
        for statement, values in rows.items():
            if values:
                await cursor.executemany(statement.encode(), values)
        for append in appends:
            for text, given in append.statements:
                await cursor.executemany(marked(text), given)
    # In the pipeline, behind a large value that is not sent yet, it would wait for ever.
    await connection.commit()


def _again(failure: JournalFailed) -> JournalFailed:
    return type(failure)(str(failure))
