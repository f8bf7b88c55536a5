"""A call flow as data: a tree of steps, checked before it is published."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from .ids import AgentId, FlowId, StepId, TeamId

RING_FOR_MIN, RING_FOR_MAX = timedelta(seconds=5), timedelta(seconds=3600)
STEPS_MAX = 500


class RingRule(StrEnum):
    """Whom a ring step rings at a time (R20)."""

    SIMULTANEOUS = "simultaneous"
    RANDOM = "random"
    LONGEST_IDLE = "longest-idle"


@dataclass(frozen=True, slots=True)
class TeamTarget:
    """Ring the members of a team."""

    team_id: TeamId


@dataclass(frozen=True, slots=True)
class AgentTarget:
    """Ring one agent."""

    agent_id: AgentId


@dataclass(frozen=True, slots=True)
class WaitingExperience:
    """What callers hear while they wait in a ring step: music, and messages in turn."""

    music: str = "waiting"
    messages: tuple[str, ...] = ()
    message_every: timedelta = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class AudioStep:
    """Plays a message, then goes on."""

    id: StepId
    prompt: str
    next: StepId


@dataclass(frozen=True, slots=True)
class RingStep:
    """Rings agents, holding callers and callbacks in its queue (R20)."""

    id: StepId
    target: TeamTarget | AgentTarget
    next: StepId
    ring_for: timedelta = timedelta(seconds=60)
    rule: RingRule = RingRule.SIMULTANEOUS
    ring_each_for: timedelta = timedelta(seconds=30)
    ring_even_if_busy: bool = True
    waiting: WaitingExperience = WaitingExperience()


@dataclass(frozen=True, slots=True)
class VoicemailStep:
    """Ends the flow by recording a message."""

    id: StepId
    prompt: str
    record_for_max: timedelta = timedelta(minutes=3)


@dataclass(frozen=True, slots=True)
class HangUpStep:
    """Ends the flow, after a last message if there is one."""

    id: StepId
    prompt: str | None = None


Step = AudioStep | RingStep | VoicemailStep | HangUpStep


@dataclass(frozen=True, slots=True)
class Flow:
    """The routing of one or several lines, from the first step on."""

    id: FlowId
    name: str
    first: StepId
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class FlowProblem:
    """Why a flow cannot be published: a stable code and the step at fault."""

    code: str
    step_id: StepId | None
    detail: str


def following(step: Step) -> StepId | None:
    """Name the step after this one; an end has none."""
    match step:
        case AudioStep() | RingStep():
            return step.next
        case VoicemailStep() | HangUpStep():
            return None


def problems(flow: Flow) -> list[FlowProblem]:
    """List everything that keeps a flow from being published, each with its step."""
    steps = {step.id: step for step in flow.steps}
    found = [*_malformed(flow, steps), *_bad_timings(flow)]
    reached: dict[StepId, None] = {}
    step_id: StepId | None = flow.first
    previous: StepId | None = None
    while step_id is not None:
        if step_id not in steps:
            found.append(FlowProblem("unknown-step", previous, step_id))
            break
        if step_id in reached:
            found.append(FlowProblem("loop", previous, step_id))
            break
        reached[step_id] = None
        previous, step_id = step_id, following(steps[step_id])
    found += [
        FlowProblem("unreachable-step", step_id, step_id)
        for step_id in steps
        if step_id not in reached
    ]
    return found


def _malformed(flow: Flow, steps: dict[StepId, Step]) -> Iterator[FlowProblem]:
    if len(flow.steps) > STEPS_MAX:
        yield FlowProblem("too-many-steps", None, str(len(flow.steps)))
    if len(steps) != len(flow.steps):
        yield FlowProblem("repeated-step", None, "two steps bear the same id")


def _bad_timings(flow: Flow) -> Iterator[FlowProblem]:
    for step in flow.steps:
        if not isinstance(step, RingStep):
            continue
        if not RING_FOR_MIN <= step.ring_for <= RING_FOR_MAX:
            yield FlowProblem("ring-time-out-of-range", step.id, "ring_for: 5 to 3600 seconds")
        if not RING_FOR_MIN <= step.ring_each_for <= RING_FOR_MAX:
            yield FlowProblem("ring-time-out-of-range", step.id, "ring_each_for: 5 to 3600 seconds")
        if step.waiting.messages and step.waiting.message_every < RING_FOR_MIN:
            yield FlowProblem("message-interval-too-short", step.id, "at least 5 seconds")
