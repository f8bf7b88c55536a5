"""When to connect to Asterisk again, and whether somebody else has taken the application."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .connection_failures import NO_ANSWER_IN_TIME, was_cut
from .connection_states import ApplicationReplaced, ConnectionState, Unreachable

if TYPE_CHECKING:
    from .client import AriSettings

SHORT_LIFE_SECONDS: Final = 1.0
SETTLED_SECONDS: Final = 30.0


@dataclass(slots=True)
class Reconnecting:
    """Follows how connections, and attempts at one, have ended in a row.

    An Asterisk that stood still serves all that came meanwhile at once, in any order: an attempt
    which was given up can then take the application from the connection that we have. So each
    attempt given up explains one such loss, until a connection has lived for `SETTLED_SECONDS`;
    any other loss means a second server, and only one of the two may act (S22).
    """

    settings: "AriSettings"
    jitter: Callable[[], float]
    failures: int = 0
    given_up: int = 0

    def after(self, state: ConnectionState, *, lived: float) -> ConnectionState:
        """Give the state that really is; `lived` is how many seconds the connection lasted."""
        if isinstance(state, Unreachable) and state.code == NO_ANSWER_IN_TIME:
            self.given_up += 1
        if lived > SETTLED_SECONDS:
            self.given_up = 0
        self.failures = 1 if lived > SHORT_LIFE_SECONDS else self.failures + 1
        if isinstance(state, ApplicationReplaced) and self.given_up:
            self.given_up -= 1
            return was_cut(self.settings)
        return state

    def delay(self) -> float:
        """Give the seconds to wait before the next attempt."""
        return reconnect_delay(self.settings, failures=self.failures, jitter=self.jitter())


def reconnect_delay(settings: "AriSettings", *, failures: int, jitter: float) -> float:
    """Give the seconds to wait after `failures` failures in a row; `jitter` is within 0 and 1."""
    doubled = settings.reconnect_seconds_min * 2.0 ** min(failures - 1, 30)
    longest = min(doubled, settings.reconnect_seconds_max)
    return longest * (0.5 + 0.5 * jitter)
