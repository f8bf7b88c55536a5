"""The `NumberStore` port on any database that takes our statements."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from ringback.core.ids import AccountId
from ringback.numbering import GivenNumber, Numbered

from .record_queries import Ask, Query
from .record_statements import Statement, microseconds
from .record_tables import Write

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_GIVEN = (
    "SELECT kind, number, id, given_at FROM given_number WHERE account = ? ORDER BY kind, number"
)
_KEEP = "INSERT INTO given_number (account, kind, number, id, given_at) VALUES (?, ?, ?, ?, ?)"


class NumberTable:
    """Asks beside the journal, writes in its order, as `RecordTables` does."""

    def __init__(self, ask: Ask, write: Write) -> None:
        self._ask = ask
        self._write = write

    async def given(self, account_id: AccountId) -> Sequence[GivenNumber]:
        return [
            GivenNumber(
                kind=Numbered(kind),
                number=number,
                id=named,
                given_at=_EPOCH + timedelta(microseconds=at),
            )
            for kind, number, named, at in await self._ask(Query(_GIVEN, (account_id,)))
        ]

    async def keep(self, account_id: AccountId, numbers: Sequence[GivenNumber]) -> None:
        if numbers:
            await self._write(account_id, (statement_to_keep(account_id, numbers),))


def statement_to_keep(account_id: AccountId, numbers: Sequence[GivenNumber]) -> Statement:
    """Write numbers that nothing has yet."""
    rows = [
        (account_id, each.kind.value, each.number, each.id, microseconds(each.given_at))
        for each in numbers
    ]
    return _KEEP, rows
