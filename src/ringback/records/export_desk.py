"""Exports in a process of its own, so that no call ever waits for one.

ExportsBusy
    As many exports as may run at once are running.
ExportFailed
    The export broke off; what was given of it is not all.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from ringback.core.ids import AccountId
from ringback.history import RecordStore
from ringback.ports import JournalFailed

from .exporting import Export, export_lines

AT_ONCE_MAX = 2
NICE = 10

OpenStore = Callable[[], AbstractAsyncContextManager[RecordStore]]


class ExportsBusy(Exception):
    """Too many exports are running; try again when one has ended."""


class ExportFailed(Exception):
    """The export broke off."""


class ExportDesk:
    """Runs exports beside the server. `open_store` must bear being pickled."""

    def __init__(self, account_id: AccountId, open_store: OpenStore) -> None:
        self._account_id = account_id
        self._open_store = open_store
        self._running: dict[int, SpawnProcess] = {}

    @asynccontextmanager
    async def exporting(self, export: Export) -> AsyncIterator[AsyncIterator[bytes]]:
        """Begin an export and give its parts; it ends with the context, done or not.

        Raises `ExportsBusy`, and `ExportFailed` while its parts are taken.
        """
        if len(self._running) >= AT_ONCE_MAX:
            raise ExportsBusy
        context = get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        arguments = (theirs, self._account_id, self._open_store, export)
        process = context.Process(target=_export, args=arguments, daemon=True)
        process.start()
        theirs.close()
        self._running[id(process)] = process
        try:
            yield _parts(ours)
        finally:
            process.terminate()
            await asyncio.to_thread(process.join)
            ours.close()
            del self._running[id(process)]

    def close(self) -> None:
        """End whatever runs."""
        for process in self._running.values():
            process.terminate()


async def _parts(connection: Connection) -> AsyncIterator[bytes]:
    while True:
        try:
            part = await asyncio.to_thread(connection.recv)
        except (EOFError, OSError) as gone:
            raise ExportFailed("The export's process ended before its work.") from gone
        match part:
            case bytes():
                yield part
            case str():
                raise ExportFailed(part)
            case _:
                return


def _export(
    connection: Connection, account_id: AccountId, open_store: OpenStore, export: Export
) -> None:
    """Work in the other process; it ends by itself when nobody listens any more."""
    os.nice(NICE)
    with suppress(BrokenPipeError):
        try:
            asyncio.run(_send_all(connection, account_id, open_store, export))
        except JournalFailed as failure:
            connection.send(str(failure))


async def _send_all(
    connection: Connection, account_id: AccountId, open_store: OpenStore, export: Export
) -> None:
    async with open_store() as store:
        async for text, _ in export_lines(store, account_id, export):
            connection.send(text.encode())
    connection.send(None)
