"""The estimated wait at a ring step, from the calls just answered there, and its telling (R45)."""

from collections import deque
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from .effects import Effect, PlayPrompt
from .events import Event, Fact, MessagePassedOver, NoticeStarted, WaitEstimated
from .flow import RingStep
from .flow_runner import new_playback
from .ids import FlowId, StepId
from .states import Call, Waiting, sooner
from .world import World

LOOKED_BACK = timedelta(minutes=10)
ANSWERED_MAX = 200
"""How many of the last answered calls of a step count at most."""
FIRST_TOLD_AFTER = timedelta(seconds=30)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
SPOKEN_MINUTES: tuple[int, ...] = (*range(1, 11), 15, 20, 25, 30, 40, 50, 60)
"""What can be said, in minutes; what lies between is told as the next one above."""


def estimated_wait(
    world: World, flow_id: FlowId, step_id: StepId, at: datetime
) -> timedelta | None:
    """Weigh each call answered at a step in the last ten minutes by 1/(1 + minutes ago)."""
    waited, weights = 0.0, 0.0
    for answered_at, wait in world.answered.get((flow_id, step_id), ()):
        if answered_at > at - LOOKED_BACK:
            weight = 1 / (1 + (at - answered_at) / MINUTE)
            waited += weight * wait.total_seconds()
            weights += weight
    return timedelta(seconds=waited / weights) if weights else None


def spoken_estimate(language: str, wait: timedelta) -> str:
    """Name the ready message that tells a wait."""
    if wait < MINUTE:
        return f"{language}/wait_less_than_a_minute"
    if wait > HOUR:
        return f"{language}/wait_more_than_an_hour"
    return f"{language}/wait_about_{_spoken_minutes(wait)}_minutes"


def heard_wait(wait: timedelta) -> timedelta:
    """Give how long the caller takes it to be who hears the message that tells a wait."""
    return wait if wait > HOUR else _spoken_minutes(wait) * MINUTE


def _spoken_minutes(wait: timedelta) -> int:
    return next(minutes for minutes in SPOKEN_MINUTES if wait <= minutes * MINUTE)


# ---- decide ------------------------------------------------------------------------------


def fire(world: World, call: Call, waiting: Waiting, at: datetime) -> Iterator[Event]:
    """Play what is due to a caller who waits and hears nothing but music."""
    due = next_deadline(call, waiting)
    stay = call.stay
    assert stay is not None
    if due is None or at < due:
        return
    if waiting.next_estimate_at is not None and at >= waiting.next_estimate_at:
        yield _telling(world, call, estimated_wait(world, call.flow.id, stay.step.id, at))
    elif _is_offer_needed(world, call, stay.step, at):
        messages = stay.step.waiting.messages
        prompt = messages[waiting.next_message % len(messages)]
        yield NoticeStarted(call.id, new_playback(world), prompt)
    else:
        yield MessagePassedOver(call.id)


def _telling(world: World, call: Call, estimate: timedelta | None) -> Event:
    """Tell the estimate; without one only note that it was looked for."""
    if estimate is None:
        return WaitEstimated(call.id, None, None, None)
    prompt = spoken_estimate(call.line.language, estimate)
    return WaitEstimated(call.id, new_playback(world), prompt, estimate)


def _is_offer_needed(world: World, call: Call, step: RingStep, at: datetime) -> bool:
    """A wait that is not known may be long: only a known short one withholds the offer."""
    above = step.waiting.offer_above
    if above is None:
        return True
    estimate = estimated_wait(world, call.flow.id, step.id, at)
    return estimate is None or estimate > above


def next_deadline(call: Call, waiting: Waiting) -> datetime | None:
    """Name the instant at which the next message or estimate is due; none while one plays."""
    if call.playback_id is not None:
        return None
    return sooner(waiting.next_message_at, waiting.next_estimate_at)


# ---- evolve ------------------------------------------------------------------------------


def begin(step: RingStep, at: datetime, *, first_message_after: timedelta) -> Waiting:
    """Begin a step's waiting experience for a caller, or begin it again."""
    experience = step.waiting
    return Waiting(
        0,
        at + first_message_after if experience.messages else None,
        at + FIRST_TOLD_AFTER if experience.tell_wait else None,
    )


def note_answer(world: World, call: Call, at: datetime) -> None:
    """Remember how long a call waited that is answered now; what no estimate needs is forgotten."""
    stay = call.stay
    assert stay is not None
    answered = world.answered.setdefault((call.flow.id, stay.step.id), deque(maxlen=ANSWERED_MAX))
    answered.append((at, at - stay.joined_at))
    while answered[0][0] <= at - LOOKED_BACK:
        answered.popleft()


def _estimated(world: World, fact: Fact, event: WaitEstimated) -> None:
    call = world.calls[event.call_id]
    assert isinstance(call.state, Waiting)
    assert call.stay is not None
    call.state.next_estimate_at = fact.at + call.stay.step.waiting.tell_wait_every
    if event.playback_id is not None:
        world.hear(call, event.playback_id, event.prompt)
    world.touch(call)


def _passed_over(world: World, fact: Fact, event: MessagePassedOver) -> None:
    call = world.calls[event.call_id]
    assert isinstance(call.state, Waiting)
    assert call.stay is not None
    call.state.next_message_at = fact.at + call.stay.step.waiting.message_every
    world.touch(call)


# ---- react -------------------------------------------------------------------------------


def _tell(world: World, event: WaitEstimated) -> Iterator[Effect]:
    if event.playback_id is not None and event.prompt is not None:
        yield PlayPrompt(world.calls[event.call_id].leg_id, event.playback_id, event.prompt)


EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    WaitEstimated: _estimated,
    MessagePassedOver: _passed_over,
}
REACT: dict[type[Any], Callable[[World, Any], Iterator[Effect]]] = {
    WaitEstimated: _tell,
}
