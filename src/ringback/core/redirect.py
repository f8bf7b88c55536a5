"""Redirecting live callers: to another line, or to a number outside (R17)."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from . import calling_in, conversation
from .effects import DialOutside, Effect, HangUp, Join, StartMusic, StopMusic
from .events import (
    Event,
    Fact,
    RedirectAnswered,
    RedirectDialled,
    RedirectedToLine,
    RedirectFailed,
    RedirectFailure,
)
from .flow import DEFAULT_MUSIC, RedirectToNumber
from .flow_runner import find_step, run_call
from .ids import LegId
from .inputs import FailureCause, LegState
from .outcomes import CallEnding
from .states import Call, Moving, Redirecting, TalkingOutside, call_of_redirect
from .world import World

FAILURES: dict[FailureCause, RedirectFailure] = {
    FailureCause.BUSY: RedirectFailure.BUSY,
    FailureCause.NO_ANSWER: RedirectFailure.NO_ANSWER,
    FailureCause.REJECTED: RedirectFailure.REJECTED,
    FailureCause.INVALID_NUMBER: RedirectFailure.INVALID_NUMBER,
    FailureCause.TRUNK: RedirectFailure.TRUNK,
    FailureCause.NEVER_SENT: RedirectFailure.TRUNK,
}


# ---- decide ------------------------------------------------------------------------------


def redirected_on(world: World, leg_id: LegId) -> Call | None:
    """Find the caller for whom a number outside is dialled, or talks, on this leg."""
    call_id = call_of_redirect(leg_id)
    call = None if call_id is None else world.calls.get(call_id)
    if call is None or not isinstance(call.state, Redirecting | TalkingOutside):
        return None
    return call if call.state.leg_id == leg_id else None


def answered(world: World, leg_id: LegId) -> Iterator[Event]:
    """Join the caller with the number outside; a late answer finds nobody."""
    call = redirected_on(world, leg_id)
    if call is not None and isinstance(call.state, Redirecting):
        yield RedirectAnswered(call.id, leg_id)
        yield from calling_in.answered(world, call)


def failed(world: World, leg_id: LegId, cause: RedirectFailure, at: datetime) -> Iterator[Event]:
    """Go on through the flow: the number outside was not reached."""
    call = redirected_on(world, leg_id)
    if call is not None and isinstance(call.state, Redirecting):
        yield from _give_up(world, call, call.state, cause, at)


def ended(world: World, leg_id: LegId, at: datetime) -> Iterator[Event]:
    """End the call whose other party has hung up, or go on if it had never answered."""
    call = redirected_on(world, leg_id)
    if call is not None and isinstance(call.state, TalkingOutside):
        yield from conversation.end_call(world, call, CallEnding.OUTSIDE_HUNG_UP, at)
    else:
        yield from failed(world, leg_id, RedirectFailure.UNKNOWN, at)


def found_again(
    world: World, call: Call, legs: dict[LegId, LegState], at: datetime
) -> Iterator[Event]:
    """Settle, after a separation, what became of the number outside; it is never dialled again."""
    assert isinstance(call.state, Redirecting | TalkingOutside)
    leg_id = call.state.leg_id
    if leg_id not in legs:
        yield from ended(world, leg_id, at)
    elif legs[leg_id] is LegState.UP:
        yield from answered(world, leg_id)


def fire(world: World, call: Call, at: datetime) -> Iterator[Event]:
    """The number outside has rung for long enough."""
    assert isinstance(call.state, Redirecting)
    if at >= next_deadline(call, call.state):
        yield from _give_up(world, call, call.state, RedirectFailure.NO_ANSWER, at)


def _give_up(
    world: World, call: Call, state: Redirecting, cause: RedirectFailure, at: datetime
) -> Iterator[Event]:
    yield RedirectFailed(call.id, state.step_id, cause, _step(call, state).next)
    yield from run_call(world, call, at)


def _step(call: Call, state: Redirecting) -> RedirectToNumber:
    step = find_step(call.flow, state.step_id)
    assert isinstance(step, RedirectToNumber)
    return step


# ---- evolve ------------------------------------------------------------------------------


def _to_line(world: World, fact: Fact, event: RedirectedToLine) -> None:
    call = world.calls[event.call_id]
    call.former_lines[call.line.id] = None
    call.line = world.lines[event.line_id]
    call.flow = world.flows[event.flow_id].versions[event.flow_version]
    call.flow_version = event.flow_version
    call.state = Moving(call.flow.first)
    call.audio_step_id = call.audio_ended_at = call.answered_at_step = None


def _dialled(world: World, fact: Fact, event: RedirectDialled) -> None:
    call = world.calls[event.call_id]
    call.state = Redirecting(event.step_id, event.leg_id, fact.at, event.customer_id)
    if event.customer_id is not None:
        world.count_dial(event.customer_id, call.line.id, fact.at)
    world.touch(call)


def _answered(world: World, fact: Fact, event: RedirectAnswered) -> None:
    call = world.calls[event.call_id]
    assert isinstance(call.state, Redirecting)
    call.state = TalkingOutside(event.leg_id, fact.at, call.state.customer_id)
    world.hear(call, None, None)


def _failed(world: World, fact: Fact, event: RedirectFailed) -> None:
    call = world.calls[event.call_id]
    if event.next_step_id is not None:
        call.state = Moving(event.next_step_id)
    world.touch(call)


# ---- react -------------------------------------------------------------------------------


def _dial(world: World, event: RedirectDialled) -> Iterator[Effect]:
    call = world.calls[event.call_id]
    step = find_step(call.flow, event.step_id)
    assert isinstance(step, RedirectToNumber)
    yield StartMusic(call.leg_id, DEFAULT_MUSIC)
    yield DialOutside(event.leg_id, event.number, call.line.id, step.ring_for, event.customer_id)


def _join(world: World, event: RedirectAnswered) -> Iterator[Effect]:
    yield Join(event.call_id, event.leg_id, world.calls[event.call_id].leg_id)


def _let_go(world: World, event: RedirectFailed) -> Iterator[Effect]:
    call = world.calls[event.call_id]
    if isinstance(call.state, Redirecting):
        yield HangUp(call.state.leg_id)
        yield StopMusic(call.leg_id)


# ---- next deadline -----------------------------------------------------------------------


def next_deadline(call: Call, state: Redirecting) -> datetime:
    return state.since + _step(call, state).ring_for


EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    RedirectedToLine: _to_line,
    RedirectDialled: _dialled,
    RedirectAnswered: _answered,
    RedirectFailed: _failed,
}
REACT: dict[type[Any], Callable[[World, Any], Iterator[Effect]]] = {
    RedirectDialled: _dial,
    RedirectAnswered: _join,
    RedirectFailed: _let_go,
}
