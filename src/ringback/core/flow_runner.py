"""Moves an item through its flow until it must wait (R13, R14, R17)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from . import lending, policy
from .calendars import is_open, is_special
from .events import (
    AudioStarted,
    Branch,
    BranchTaken,
    EndReached,
    Event,
    FarewellSaid,
    MenuStarted,
    QueueJoined,
    RedirectDialled,
    RedirectedToLine,
    RedirectFailed,
    RedirectFailure,
)
from .flow import (
    AudioStep,
    DatesStep,
    Flow,
    HangUpStep,
    HoursStep,
    MenuStep,
    RedirectToLine,
    RedirectToNumber,
    RingStep,
    Step,
    VoicemailStep,
    branches,
)
from .ids import PlaybackId, StepId
from .outcomes import OutcomeReason
from .settings import Line
from .states import AtEnd, Call, Callback, Moving, redirect_leg
from .world import World

NOBODY_GOODBYE = "no_answer_goodbye"
"""The ready message for callers who cannot be handed over any more."""
REQUEST_GRACE = timedelta(seconds=2)
"""How long `*` still counts after an audio step's message (R5)."""


def find_step(flow: Flow, step_id: StepId) -> Step:
    """Find a step of a published flow, where every named step exists."""
    for step in flow.steps:
        if step.id == step_id:
            return step
    raise AssertionError(f"a flow without its step {step_id}")


@dataclass(frozen=True, slots=True)
class DeadEnd:
    """A callback finds no ring step; `closed` if only the hour is in the way (R18)."""

    closed: bool

    @property
    def reason(self) -> OutcomeReason:
        return OutcomeReason.CLOSED if self.closed else OutcomeReason.NO_RING_STEP


def next_ring_step(flow: Flow, step_id: StepId, at: datetime) -> RingStep | DeadEnd:
    """Walk as a callback walks at this instant, to the next ring step or a dead end (R17).

    Audio is passed silently, hours and dates are judged now, a menu takes its no-choice branch.
    """
    ahead: StepId | None = step_id
    while ahead is not None:
        step = find_step(flow, ahead)
        match step:
            case RingStep():
                return step
            case AudioStep():
                ahead = step.next
            case MenuStep():
                ahead = step.no_choice
            case HoursStep() | DatesStep():
                ahead, _ = _ways(step, at)
            case RedirectToLine() | RedirectToNumber() | VoicemailStep() | HangUpStep():
                ahead = None
    return DeadEnd(closed=_another_hour_opens(flow, step_id))


def _another_hour_opens(flow: Flow, step_id: StepId) -> bool:
    """Tell whether a ring step lies ahead, however its hours and dates steps were judged (R18)."""
    ahead, seen = [step_id], dict[StepId, None]()
    while ahead:
        step = find_step(flow, ahead.pop())
        if step.id in seen:
            continue
        seen[step.id] = None
        match step:
            case RingStep():
                return True
            case MenuStep(no_choice=no_choice):
                ahead += [] if no_choice is None else [no_choice]
            case RedirectToLine() | RedirectToNumber():
                pass
            case _:
                ahead += branches(step)
    return False


def _ways(step: HoursStep | DatesStep, at: datetime) -> tuple[StepId, StepId]:
    """Name the step to take at this instant, and the one not taken."""
    match step:
        case HoursStep():
            ways = (step.open, step.closed)
            return ways if is_open(step.hours, at) else ways[::-1]
        case DatesStep():
            ways = (step.special, step.ordinary)
            return ways if is_special(step.dates, step.time_zone, at) else ways[::-1]


def new_playback(world: World) -> PlaybackId:
    return PlaybackId(f"p{world.next_sequence()}")


def join(world: World, item: Call | Callback, step: RingStep) -> QueueJoined:
    """Put an item at the back of a ring step's queue (R14)."""
    if isinstance(item, Call):
        priority = item.line.priority or item.transferred_by is not None
    else:
        priority = item.priority
    return QueueJoined(item.id, item.flow.id, item.flow_version, step.id, priority)


def run_call(world: World, call: Call, at: datetime) -> Iterator[Event]:
    """Take a live call through its flow until it must wait."""
    while isinstance(call.state, Moving):
        yield from enter(world, call, find_step(call.flow, call.state.step_id), at)


def enter(world: World, call: Call, step: Step, at: datetime) -> Iterator[Event]:
    """Begin a step for a live call; an end may be begun again after a notice."""
    match step:
        case AudioStep():
            yield AudioStarted(call.id, step.id, new_playback(world), step.prompt)
        case RingStep():
            yield join(world, call, step)
            yield from lending.borrow(world, call)
        case MenuStep():
            yield MenuStarted(call.id, step.id, new_playback(world), step.prompt, 1)
        case HoursStep() | DatesStep():
            taken, _ = _ways(step, at)
            yield BranchTaken(call.id, step.id, _branch(step, at), taken)
        case RedirectToLine():
            yield from _redirect_to_line(world, call, step)
        case RedirectToNumber():
            yield _redirect_to_number(world, call, step, at)
        case VoicemailStep():
            prompt = step.prompt if call.is_inbound else goodbye(call.line)
            yield EndReached(call.id, step.id, new_playback(world), prompt)
        case HangUpStep(prompt=None):
            yield EndReached(call.id, step.id, None, None)
            if not within_grace(call, at):
                yield FarewellSaid(call.id)
        case HangUpStep():
            yield EndReached(call.id, step.id, new_playback(world), step.prompt)


def _redirect_to_line(world: World, call: Call, step: RedirectToLine) -> Iterator[Event]:
    """Hand a caller over, unless that line has had them: then say so and end."""
    if isinstance(call.state, AtEnd):
        yield EndReached(call.id, step.id, new_playback(world), goodbye(call.line))
        return
    line = world.lines.get(step.line_id)
    if line is not None and line.id != call.line.id and line.id not in call.former_lines:
        version = world.flows[line.flow_id].current
        yield RedirectedToLine(call.id, step.id, line.id, line.flow_id, version)
        return
    cause = RedirectFailure.UNKNOWN_LINE if line is None else RedirectFailure.LOOP
    yield RedirectFailed(call.id, step.id, cause, None)
    yield EndReached(call.id, step.id, new_playback(world), goodbye(call.line))


def goodbye(line: Line) -> str:
    """Name the message for a caller for whom nobody is there, and nothing else is left."""
    return f"{line.language}/{NOBODY_GOODBYE}"


def _redirect_to_number(world: World, call: Call, step: RedirectToNumber, at: datetime) -> Event:
    """Intend to dial, if the policy of this moment allows it (S4, S15)."""
    line = world.lines[call.line.id]
    if step.customer_id is None:
        judgement = policy.judge_by_hand(line, step.destination)
    else:
        judgement = policy.judge_transfer(world, line, step.destination, at)
    if judgement.verdict is not policy.Verdict.ALLOWED:
        return RedirectFailed(call.id, step.id, RedirectFailure.REFUSED, step.next)
    leg_id = redirect_leg(call.id, world.next_sequence())
    verdict = judgement.verdict.value
    return RedirectDialled(call.id, step.id, leg_id, step.number, verdict, step.customer_id)


def _branch(step: HoursStep | DatesStep, at: datetime) -> Branch:
    match step:
        case HoursStep():
            return Branch.OPEN if is_open(step.hours, at) else Branch.CLOSED
        case DatesStep():
            special = is_special(step.dates, step.time_zone, at)
            return Branch.SPECIAL if special else Branch.ORDINARY


def within_grace(call: Call, at: datetime) -> bool:
    """Tell whether `*` still counts for the audio message that has ended (R5)."""
    return call.audio_ended_at is not None and at < call.audio_ended_at + REQUEST_GRACE
