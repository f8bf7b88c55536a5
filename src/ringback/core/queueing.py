"""Who waits where and for how long: what ends a stay in a queue, and the clocks of the front."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from . import estimate
from .effects import Effect, StartMusic, StopMusic, StopPrompt
from .events import (
    BusyWaitPaused,
    BusyWaitStarted,
    Event,
    Fact,
    GiveUpCause,
    QueueJoined,
    StepGivenUp,
)
from .flow import RingStep
from .flow_runner import find_step
from .ids import CallbackId, CallId, ItemId
from .settings import WhenBusy
from .states import (
    ABSENT,
    AVAILABLE,
    BUSY,
    RUNG,
    Call,
    Callback,
    Item,
    Moving,
    Queued,
    QueueId,
    Stay,
    name_queue,
)
from .world import Queue, World

FIRST_MESSAGE_AFTER = timedelta(seconds=2)

RINGING_PER_AGENT_MAX = timedelta(seconds=60)


def agents_left(world: World, queue: Queue, item: Item) -> list[int]:
    """Count by standing the agents of the target whom this item has not used up (R20, R22)."""
    stay = item.stay
    assert stay is not None
    counts = queue.group.counts
    if not item.declined and not stay.rung_out:
        return counts
    left = counts.copy()
    for agent_id in {**item.declined, **stay.rung_out}:
        if agent_id in queue.group.members:
            left[world.agents[agent_id].standing] -= 1
    return left


def why_over(world: World, queue: Queue, item: Item, at: datetime) -> GiveUpCause | None:
    """Tell why the step is over for an item in this queue at this instant, or None."""
    stay = item.stay
    assert stay is not None
    if isinstance(item, Call):
        return _why_over_for_call(world, queue, item, stay, at)
    if stay.rung_at(at) >= stay.step.ring_for:
        return GiveUpCause.RING_TIME_OVER
    if stay.offers or not item.offerable:
        return None
    left = agents_left(world, queue, item)
    if not any(left):
        return GiveUpCause.NOBODY_LEFT
    if queue.front != item.id or left[AVAILABLE]:
        return None
    return _judge_front(item, stay, left, at)


def _why_over_for_call(
    world: World, queue: Queue, call: Call, stay: Stay, at: datetime
) -> GiveUpCause | None:
    """R20: the step's time bounds the whole stay; leave earlier when nobody is left."""
    if at >= stay.joined_at + stay.step.ring_for:
        return GiveUpCause.RING_TIME_OVER
    if stay.offers:
        return None
    left = agents_left(world, queue, call)
    if left[AVAILABLE] or left[RUNG]:
        return None
    waited_for = 0
    if stay.step.ring_even_if_busy:
        waited_for += left[BUSY]
    if call.settings.respect_queuing_time:
        waited_for += left[ABSENT]
    return None if waited_for else GiveUpCause.NOBODY_LEFT


def _judge_front(
    callback: Callback, stay: Stay, left: list[int], at: datetime
) -> GiveUpCause | None:
    """R24, R25: at the front with nobody available, decide by *When everyone is busy*."""
    waited_for = left[RUNG]
    settings = callback.settings
    if settings.when_busy is WhenBusy.FAIL:
        return None if waited_for else GiveUpCause.NOBODY_LEFT
    if settings.when_busy is WhenBusy.WAIT or stay.step.ring_even_if_busy:
        waited_for += left[BUSY]
    if settings.respect_queuing_time:
        waited_for += left[ABSENT]
    if not waited_for:
        return GiveUpCause.NOBODY_LEFT
    limit = busy_wait_limit(callback, stay)
    if limit is not None and stay.waited_busy_at(at) >= limit:
        return GiveUpCause.WAITED_TOO_LONG
    return None


def busy_wait_limit(callback: Callback, stay: Stay) -> timedelta | None:
    """How long a callback waits at the front while nobody is available (R24)."""
    match callback.settings.when_busy:
        case WhenBusy.WAIT:
            return callback.settings.busy_wait
        case WhenBusy.FOLLOW_STEP:
            return stay.step.ring_for
        case WhenBusy.FAIL:
            return None


def leaving(world: World, queue_ids: dict[QueueId, None], at: datetime) -> Iterator[Item]:
    """Go through the items of these queues whose step is over."""
    for queue_id in queue_ids:
        queue = world.queues[queue_id]
        for item_id in _candidates(queue):
            item = world.item(item_id)
            assert item is not None
            if why_over(world, queue, item, at) is not None:
                yield item


def _candidates(queue: Queue) -> list[ItemId]:
    """List the items that a change in this queue or its group can have ended."""
    if queue.front is None:
        return []
    counts = queue.group.counts
    hopeless = not counts[AVAILABLE] and not counts[RUNG]
    if hopeless and not (queue.step.ring_even_if_busy and counts[BUSY]):
        return [entry[2] for entry in queue.items]
    return [queue.front, *queue.barred]


def keep_clocks(world: World, queue_ids: dict[QueueId, None], at: datetime) -> Iterator[Event]:
    """Let the clock of *When everyone is busy* run for the front of each queue, and only there."""
    for queue_id in queue_ids:
        queue = world.queues[queue_id]
        wanted = _clocked(world, queue)
        running = queue.clocked
        if running == wanted:
            continue
        if running is not None:
            yield BusyWaitPaused(running)
        if wanted is not None:
            yield BusyWaitStarted(wanted)


def _clocked(world: World, queue: Queue) -> CallbackId | None:
    """Name the callback whose clock should run: once begun it runs through ringing (R24)."""
    front = queue.front
    callback = world.callbacks.get(CallbackId(front)) if front is not None else None
    if callback is None or not callback.offerable or not world.phones_reachable:
        return None
    stay = callback.stay
    assert stay is not None
    if busy_wait_limit(callback, stay) is None:
        return None
    if stay.busy_wait_begun:
        return callback.id
    if stay.offers or agents_left(world, queue, callback)[AVAILABLE]:
        return None
    return callback.id


# ---- evolve: what gives a place and what takes it ------------------------------------------


def _joined(world: World, fact: Fact, event: QueueJoined) -> None:
    item = world.item(event.item_id)
    assert item is not None
    step = find_step(item.flow, event.step_id)
    assert isinstance(step, RingStep)
    stay = Stay(
        name_queue(event.flow_id, event.flow_version, event.step_id),
        step,
        priority_class=0 if event.priority else 1,
        key=fact.sequence,
        joined_at=fact.at,
    )
    if isinstance(item, Call):
        item.state = estimate.begin(step, fact.at, first_message_after=FIRST_MESSAGE_AFTER)
    else:
        item.state = Queued()
    world.place(item, stay)


def _given_up(world: World, fact: Fact, event: StepGivenUp) -> None:
    item = world.item(event.item_id)
    assert item is not None
    assert item.stay is not None
    world.unplace(item)
    item.state = Moving(item.stay.step.next)
    item.stay = None
    if isinstance(item, Call):
        world.hear(item, None, None)


def _busy_wait_started(world: World, fact: Fact, event: BusyWaitStarted) -> None:
    callback = world.callbacks[event.callback_id]
    assert callback.stay is not None
    callback.stay.busy_since = fact.at
    callback.stay.busy_wait_begun = True
    world.queues[callback.stay.queue_id].clocked = callback.id
    world.touch(callback)


def _busy_wait_paused(world: World, fact: Fact, event: BusyWaitPaused) -> None:
    world.stop_clock(world.callbacks[event.callback_id])


def _start_music(world: World, event: QueueJoined) -> Iterator[Effect]:
    call = world.calls.get(CallId(event.item_id))
    if call is not None:
        step = find_step(call.flow, event.step_id)
        assert isinstance(step, RingStep)
        yield StartMusic(call.leg_id, step.waiting.music)


def _stop_music(world: World, event: StepGivenUp) -> Iterator[Effect]:
    call = world.calls.get(CallId(event.item_id))
    if call is None:
        return
    if call.playback_id is not None:
        yield StopPrompt(call.leg_id, call.playback_id)
    yield StopMusic(call.leg_id)


EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    QueueJoined: _joined,
    StepGivenUp: _given_up,
    BusyWaitStarted: _busy_wait_started,
    BusyWaitPaused: _busy_wait_paused,
}
REACT: dict[type[Any], Callable[[World, Any], Iterator[Effect]]] = {
    QueueJoined: _start_music,
    StepGivenUp: _stop_music,
}
