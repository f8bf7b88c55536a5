"""The whole numbers by which programs know what a company has configured."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from ringback.core.ids import AccountId
from ringback.numbering import GivenNumber, Numbered, NumberStore
from ringback.ports import Clock

Wanted = Mapping[Numbered, Iterable[str]]


class Numbering:
    """The numbers of one account, in memory; a new one is kept before anybody sees it."""

    def __init__(
        self, account_id: AccountId, store: NumberStore, clock: Clock, given: Sequence[GivenNumber]
    ) -> None:
        self._account_id = account_id
        self._store = store
        self._clock = clock
        self._by_id = {(each.kind, each.id): each for each in given}
        self._by_number = {(each.kind, each.number): each for each in given}
        self._last = dict.fromkeys(Numbered, 0)
        for each in given:
            self._last[each.kind] = max(self._last[each.kind], each.number)
        self._giving = asyncio.Lock()

    @classmethod
    async def open(cls, account_id: AccountId, store: NumberStore, clock: Clock) -> "Numbering":
        """Read what was given. Raises `JournalFailed`."""
        return cls(account_id, store, clock, await store.given(account_id))

    def of(self, kind: Numbered, named: str) -> GivenNumber:
        """Give the number of something; `give` has seen to it."""
        return self._by_id[kind, named]

    def named(self, kind: Numbered, number: int) -> str | None:
        """Tell what has a number."""
        given = self._by_number.get((kind, number))
        return None if given is None else given.id

    @property
    def began(self) -> datetime | None:
        """Tell when the first number was given."""
        return min((each.given_at for each in self._by_id.values()), default=None)

    def lacks(self, wanted: Wanted) -> bool:
        return any(True for _ in self._without(wanted))

    async def give(self, wanted: Wanted) -> None:
        """Number whatever has no number yet, in the order given. Raises `JournalFailed`."""
        async with self._giving:
            now = self._clock.now()
            last = dict(self._last)
            new: list[GivenNumber] = []
            for kind, named in self._without(wanted):
                last[kind] += 1
                new.append(GivenNumber(kind=kind, number=last[kind], id=named, given_at=now))
            await self._store.keep(self._account_id, new)
            self._last = last
            self._by_id.update({(each.kind, each.id): each for each in new})
            self._by_number.update({(each.kind, each.number): each for each in new})

    def _without(self, wanted: Wanted) -> Iterable[tuple[Numbered, str]]:
        return (
            (kind, named)
            for kind, ids in wanted.items()
            for named in ids
            if (kind, named) not in self._by_id
        )
