"""Snapshots in a table beside the journal, in the SQL that all our databases share."""

from collections.abc import Sequence

from ringback.core.ids import AccountId
from ringback.ports import SNAPSHOTS_KEPT, Snapshot

from .record_queries import Ask, Query
from .record_tables import Write

_PUT = (
    "INSERT INTO snapshot (account, seq, code, checksum, data) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (account, seq) DO UPDATE"
    " SET code = excluded.code, checksum = excluded.checksum, data = excluded.data"
)
_DROP_OLDER = (
    "DELETE FROM snapshot WHERE account = ? AND seq <"
    " (SELECT min(newest.seq) FROM (SELECT seq FROM snapshot WHERE account = ?"
    " ORDER BY seq DESC LIMIT ?) AS newest)"
)
_KEPT = "SELECT seq, code, checksum, data FROM snapshot WHERE account = ? ORDER BY seq DESC"


class SnapshotTable:
    """The `SnapshotStore` port; asks beside the journal, writes in its order."""

    def __init__(self, ask: Ask, write: Write) -> None:
        self._ask = ask
        self._write = write

    async def keep(self, account_id: AccountId, snapshot: Snapshot) -> None:
        row = (account_id, snapshot.sequence, snapshot.code, snapshot.checksum, snapshot.data)
        older = (account_id, account_id, SNAPSHOTS_KEPT)
        await self._write(account_id, ((_PUT, [row]), (_DROP_OLDER, [older])))

    async def kept(self, account_id: AccountId) -> Sequence[Snapshot]:
        rows = await self._ask(Query(_KEPT, (account_id,)))
        return [
            Snapshot(sequence=sequence, code=code, checksum=checksum, data=bytes(data))
            for sequence, code, checksum, data in rows
        ]
