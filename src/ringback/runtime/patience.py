"""What callers are told while what they asked for cannot be stored: nobody waits for ever."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from ringback.core.asking import REQUEST_KEY, may_ask
from ringback.core.effects import PlayPrompt
from ringback.core.events import ConfirmationStarted, Fact
from ringback.core.ids import CallId, PlaybackId
from ringback.core.inputs import DigitPressed
from ringback.core.world import World

PATIENCE = timedelta(seconds=5)
"""Longer than a database takes to be followed by its standby."""
AWAY = (
    "The database does not answer, so this is not stored; it may still be when the database is"
    " back. Look then, before trying again."
)


class Apologies:
    """Knows which callers to tell that their request is not stored, each of them once (R7).

    No fact stands behind an apology. They keep the music and the place; the request itself is
    granted once it can be stored.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._told: set[CallId] = set()

    def owed(
        self, in_hand: Iterable[Fact], waiting: Iterable[object], at: datetime
    ) -> Iterator[PlayPrompt]:
        """Give the apologies due to those whose request is in hand, or waits to be decided."""
        for fact in in_hand:
            if isinstance(fact.event, ConfirmationStarted):
                yield from self._apologise(fact.event.call_id)
        for one in waiting:
            if isinstance(one, DigitPressed) and one.digit == REQUEST_KEY:
                call = self._world.calls.get(CallId(one.leg_id))
                if call is not None and may_ask(self._world, call, at):
                    yield from self._apologise(call.id)

    def forget(self) -> None:
        """Begin anew: what is asked from here on is stored, or apologised for again."""
        self._told.clear()

    def _apologise(self, call_id: CallId) -> Iterator[PlayPrompt]:
        call = self._world.calls.get(call_id)
        if call is not None and call_id not in self._told:
            self._told.add(call_id)
            line = self._world.lines[call.line.id]
            playback_id = PlaybackId(f"apology-{call_id}")
            yield PlayPrompt(call.leg_id, playback_id, line.apology_prompt)
