"""The right to write a database, for one server; the database's clock alone says until when.

A server that stops renewing can be followed by another. Each taking, also by the same server after
a lost connection, makes a new epoch: a transaction of an earlier one does nothing any more.
"""

import asyncio
import os
import secrets
import socket
from datetime import datetime, timedelta
from typing import NamedTuple

from ringback.ports import JournalFailed, JournalFenced

from .postgres_address import Connection, Cursor, PostgresAddress

LASTING = timedelta(seconds=2)
RENEWED_EVERY = timedelta(seconds=0.5)

_LOOK_AGAIN = timedelta(seconds=0.1)
_TAKE = """
    INSERT INTO writer AS held (owner, described, since, epoch, expires)
    VALUES (%(owner)s, %(described)s, clock_timestamp(), 1, clock_timestamp() + %(lasting)s)
    ON CONFLICT (one) DO UPDATE SET owner = excluded.owner, described = excluded.described,
        since = excluded.since, epoch = held.epoch + 1, expires = excluded.expires
        WHERE held.expires < clock_timestamp()
    RETURNING epoch
"""
_TAKE_AGAIN = """
    UPDATE writer SET epoch = epoch + 1, expires = clock_timestamp() + %(lasting)s
    WHERE owner = %(owner)s RETURNING epoch
"""
_RENEW = """
    UPDATE writer SET expires = clock_timestamp() + %(lasting)s
    WHERE owner = %(owner)s AND epoch = %(epoch)s RETURNING epoch
"""
_HOLD = "SELECT epoch FROM writer WHERE owner = %(owner)s AND epoch = %(epoch)s FOR SHARE"
_RELEASE = """
    UPDATE writer SET expires = '-infinity' WHERE owner = %(owner)s AND epoch = %(epoch)s
"""
_HOLDER = "SELECT described, since, expires FROM writer"
_END_OTHERS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = %s AND usename = current_user AND pid <> pg_backend_pid()
"""


class Holder(NamedTuple):
    """Who may write, since when, and for how long unless it is renewed."""

    described: str
    since: datetime
    expires: datetime


class Lease:
    """One server's right to write; `owner` is its own for as long as it lives."""

    def __init__(self, address: PostgresAddress) -> None:
        self._address = address
        self._owner = secrets.token_hex(8)
        self._epoch = 0

    @property
    def epoch(self) -> int:
        """Number the taking: each one has a higher number than all before."""
        return self._epoch

    @property
    def purpose(self) -> str:
        """Name the writing connection, so that this server finds what it has left behind."""
        return f"ringback writer {self._owner}"

    async def take(self, connection: Connection) -> None:
        """Take it, waiting until that of a server which renews it no more is over.

        Raises `JournalFailed` as soon as another server is seen to be alive.
        """
        first_seen: Holder | None = None
        while True:
            async with connection.transaction():
                taken = await (await connection.execute(_TAKE, self._values)).fetchone()
                holder = await (await connection.execute(_HOLDER)).fetchone()
            if taken:
                self._epoch = taken[0]
                return
            assert holder is not None
            seen = Holder(*holder)
            first_seen = first_seen or seen
            if seen.expires != first_seen.expires:
                raise JournalFailed(self._taken_by(seen))
            await asyncio.sleep(_LOOK_AGAIN.total_seconds())

    async def take_again(self, connection: Connection) -> None:
        """Take what is ours anew, after a lost connection: from then on no earlier commit can land.

        Raises `JournalFenced` when another server has it.
        """
        async with connection.transaction():
            await connection.execute(_END_OTHERS, (self.purpose,))
        async with connection.transaction():
            await connection.execute("SET LOCAL lock_timeout = '5s'")
            taken = await (await connection.execute(_TAKE_AGAIN, self._values)).fetchone()
        if taken is None:
            raise JournalFenced(await self.lost_sentence(connection))
        self._epoch = taken[0]

    async def hold(self, connection: Connection, *, renew: bool) -> Cursor:
        """Keep it to the end of the transaction, renewed or not; no row means that it is lost."""
        return await connection.execute(_RENEW if renew else _HOLD, self._values)

    async def release(self, connection: Connection) -> None:
        """Let the next server have it at once."""
        async with connection.transaction():
            await connection.execute(_RELEASE, self._values)

    async def lost_sentence(self, connection: Connection) -> str:
        """Say who has it, once it is lost."""
        found = await (await connection.execute(_HOLDER)).fetchone()
        who = "Another server" if found is None else f"The server on {found[0]}"
        when = "" if found is None else f" since {_written(found[1])}"
        return (
            f"{who} writes to {self._address}{when}: this server has stopped."
            " See that only one of them is started."
        )

    @property
    def _values(self) -> dict[str, object]:
        return {
            "owner": self._owner,
            "epoch": self._epoch,
            "lasting": LASTING,
            "described": f"{socket.gethostname()} (process {os.getpid()})",
        }

    def _taken_by(self, holder: Holder) -> str:
        return (
            f"Another Ringback server, on {holder.described}, has been using {self._address}"
            f" since {_written(holder.since)}: stop it, or give this server a database of its own."
        )


def _written(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S} UTC"
