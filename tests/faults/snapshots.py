"""Snapshots at random commits of a life, for the server that starts after the next death."""

from collections.abc import Sequence
from random import Random

from ringback.bootstrap.account import Account
from ringback.bootstrap.snapshots import sealed
from ringback.core.events import Fact
from ringback.people import MAIN_ACCOUNT
from ringback.ports import Journal, Snapshot
from ringback.storage.freezing import freeze

COMMITS_BETWEEN = 40


class Camera:
    """Takes the snapshots of a life, and counts them."""

    def __init__(self, chance: Random) -> None:
        self.taken = 0
        self._chance = chance
        self._undeveloped: list[Snapshot] = []

    def see(self, account: Account, facts: Sequence[Fact]) -> None:
        """See a commit, at the instant at which the world holds what is on disk and no more."""
        if not self._chance.randrange(COMMITS_BETWEEN):
            state = (account.engine.world, account.records, facts[-1])
            self._undeveloped.append(sealed(MAIN_ACCOUNT, facts[-1].sequence, freeze(state)))

    async def keep_in(self, journal: Journal) -> None:
        """Keep what was taken since."""
        while self._undeveloped:
            await journal.snapshots.keep(MAIN_ACCOUNT, self._undeveloped.pop(0))
            self.taken += 1

    def drop(self) -> None:
        """Lose with a server what it has not kept."""
        self._undeveloped.clear()
