"""Lets effects out, in order, once the facts behind them are committed."""

from collections.abc import Sequence

from ringback.core.effects import Effect
from ringback.core.inputs import Input, PhoneSystemListed, PhoneSystemLost
from ringback.ports import Telephony


class Outbox:
    """Holds the effects of a batch until its commit, then hands them to the phone world.

    From the loss of the phone system until its list, effects are dropped: the core answers the
    list with all that is still to be done.
    """

    def __init__(self, telephony: Telephony) -> None:
        self._telephony = telephony
        self._held: list[Effect] = []
        self._phone_system_listed = False

    @property
    def phone_system_listed(self) -> bool:
        return self._phone_system_listed

    def follow(self, taken: Input) -> None:
        """Notice whether the phone system is there, before the input is stepped through."""
        match taken:
            case PhoneSystemListed():
                self._phone_system_listed = True
            case PhoneSystemLost():
                self._phone_system_listed = False

    def hold(self, effects: Sequence[Effect]) -> None:
        if self._phone_system_listed:
            self._held.extend(effects)

    def let_out(self) -> None:
        """Perform what is held; only after the commit."""
        if self._held:
            effects, self._held = self._held, []
            self._telephony.perform(effects)

    def perform_at_once(self, effects: Sequence[Effect]) -> None:
        """Perform effects that no fact stands behind, such as a busy signal under overload."""
        if self._phone_system_listed:
            self._telephony.perform(effects)
