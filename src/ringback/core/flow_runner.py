"""Moves an item through its flow until it must wait (R13, R14, R17)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from .events import AudioStarted, EndReached, Event, FarewellSaid, QueueJoined
from .flow import AudioStep, Flow, HangUpStep, RingStep, Step, VoicemailStep, following
from .ids import PlaybackId, StepId
from .states import Call, Callback, Moving
from .world import World

REQUEST_GRACE = timedelta(seconds=2)
"""How long `*` still counts after an audio step's message (R5)."""


def find_step(flow: Flow, step_id: StepId) -> Step:
    """Find a step of a published flow, where every named step exists."""
    return next(step for step in flow.steps if step.id == step_id)


def next_ring_step(flow: Flow, step_id: StepId | None) -> RingStep | None:
    """Walk as a callback walks: past audio silently, to the next ring step or a dead end (R17)."""
    while step_id is not None:
        step = find_step(flow, step_id)
        if isinstance(step, RingStep):
            return step
        step_id = following(step)
    return None


def new_playback(world: World) -> PlaybackId:
    return PlaybackId(f"p{world.next_sequence()}")


def join(world: World, item: Call | Callback, step: RingStep) -> QueueJoined:
    """Put an item at the back of a ring step's queue (R14)."""
    priority = item.line.priority if isinstance(item, Call) else item.priority
    return QueueJoined(item.id, item.flow.id, item.flow_version, step.id, priority)


def run_call(world: World, call: Call, at: datetime) -> Iterator[Event]:
    """Take a live call into the step it is moving to."""
    assert isinstance(call.state, Moving)
    yield from enter(world, call, find_step(call.flow, call.state.step_id), at)


def enter(world: World, call: Call, step: Step, at: datetime) -> Iterator[Event]:
    """Begin a step for a live call; an end may be begun again after a notice."""
    match step:
        case AudioStep():
            yield AudioStarted(call.id, step.id, new_playback(world), step.prompt)
        case RingStep():
            yield join(world, call, step)
        case VoicemailStep():
            yield EndReached(call.id, step.id, new_playback(world), step.prompt)
        case HangUpStep(prompt=None):
            yield EndReached(call.id, step.id, None, None)
            if not within_grace(call, at):
                yield FarewellSaid(call.id)
        case HangUpStep():
            yield EndReached(call.id, step.id, new_playback(world), step.prompt)


def within_grace(call: Call, at: datetime) -> bool:
    """Tell whether `*` still counts for the audio message that has ended (R5)."""
    return call.audio_ended_at is not None and at < call.audio_ended_at + REQUEST_GRACE
