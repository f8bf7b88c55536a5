"""Who is listed to be called and calls in needs no call any more (R39)."""

from collections.abc import Sequence

from .parts import Callback, World
from .questions import is_listed
from .situations import Situation, meet


def needs_no_call(world: World, callback: Callback, talks: Sequence[str] = ("talking",)) -> None:
    """R39: off the list while its customer talks to us on its own line, the outcome as it was."""
    ended = callback.outcome is not None and is_listed(callback)
    for call in [each for each in world.calls.values() if each.inbound]:
        same = (call.customer, call.line) == (callback.customer, callback.line)
        if ended and same and call.customer is not None and call.state in talks:
            meet(world, Situation.CALLED_IN)
            callback.off_the_list, callback.claimed_by = True, None
            return
