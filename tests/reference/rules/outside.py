"""Numbers outside to which callers are redirected: they answer, fail, hang up (R17)."""

from .by_hand import customer_talks
from .moving import end_call
from .parts import Call, World
from .situations import Situation, meet
from .walking import enter, next_key, step_of, walk


def outside_answers(world: World, name: str, dial: int) -> None:
    """Joined with the caller; a late answer finds nobody."""
    call = world.calls[name]
    if call.state == "redirecting" and call.dials_outside == dial:
        meet(world, Situation.OUTSIDE_ANSWERS)
        enter(world, call, "outside", playing=False)
        call.answered_as = next_key(world)
        if call.inbound:
            customer_talks(world, call)


def outside_fails(world: World, name: str, dial: int) -> None:
    """The caller goes on through the flow."""
    call = world.calls[name]
    if call.state == "redirecting" and call.dials_outside == dial:
        not_reached_outside(world, call)


def not_reached_outside(world: World, call: Call) -> None:
    meet(world, Situation.OUTSIDE_NOT_REACHED)
    walk(world, call, step_of(world, call).next)


def outside_leg_ends(world: World, name: str, dial: int) -> None:
    """It hangs up, which ends the call; or it had never answered."""
    call = world.calls[name]
    if call.state == "outside" and call.dials_outside == dial:
        end_call(world, call)
    else:
        outside_fails(world, name, dial)
