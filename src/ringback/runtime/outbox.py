"""Lets effects out, in order, once the facts behind them are committed."""

from collections.abc import Sequence

from ringback.core.effects import Effect, HangUp
from ringback.core.states import is_agent_leg
from ringback.ports import Telephony


class Outbox:
    """Holds the effects of a batch until its commit, then hands them to the phone world.

    While the phone system is away that is where they are dropped: the core answers its list of
    what it has with all that is still to be done. Within a batch the legs of callers and customers
    are hung up last: nobody waits for that, while an agent who became free waits for the next call.
    """

    def __init__(self, telephony: Telephony) -> None:
        self._telephony = telephony
        self._held: list[Effect] = []

    def hold(self, effects: Sequence[Effect]) -> None:
        self._held.extend(effects)

    def let_out(self) -> None:
        """Perform what is held; only after the commit."""
        if self._held:
            effects, self._held = self._held, []
            self._telephony.perform(sorted(effects, key=_can_wait))

    def perform_at_once(self, effects: Sequence[Effect]) -> None:
        """Perform effects that no fact stands behind, such as a busy signal under overload."""
        self._telephony.perform(effects)


def _can_wait(effect: Effect) -> bool:
    """An agent's own leg cannot: a phone that is still in a call does not ring."""
    return isinstance(effect, HangUp) and not is_agent_leg(effect.leg_id)
