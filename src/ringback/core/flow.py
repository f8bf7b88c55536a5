"""A call flow as data: a tree of steps, checked before it is published."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from .calendars import SpecialDates, WeeklyHours, is_known_zone
from .ids import AgentId, FlowId, StepId, TeamId

RING_FOR_MIN, RING_FOR_MAX = timedelta(seconds=5), timedelta(seconds=3600)
STEPS_MAX = 500
MENU_DIGITS = "0123456789#"
MENU_TIMES_MAX = 5
MENU_ANSWER_MIN, MENU_ANSWER_MAX = timedelta(seconds=1), timedelta(seconds=30)


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


@dataclass(frozen=True, slots=True)
class MenuChoice:
    """A key of a menu and where it leads."""

    digit: str
    next: StepId


@dataclass(frozen=True, slots=True)
class MenuStep:
    """Asks for a key; without a choice it goes to `no_choice`, or ends if there is none."""

    id: StepId
    prompt: str
    choices: tuple[MenuChoice, ...]
    no_choice: StepId | None = None
    answer_within: timedelta = timedelta(seconds=5)
    times: int = 2
    """How often the prompt is played before no key counts as no choice."""


@dataclass(frozen=True, slots=True)
class HoursStep:
    """Branches by opening hours at that moment."""

    id: StepId
    hours: WeeklyHours
    open: StepId
    closed: StepId


@dataclass(frozen=True, slots=True)
class DatesStep:
    """Branches on special dates at that moment."""

    id: StepId
    time_zone: str
    dates: tuple[SpecialDates, ...]
    special: StepId
    ordinary: StepId


Step = AudioStep | RingStep | MenuStep | HoursStep | DatesStep | VoicemailStep | HangUpStep


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


def branches(step: Step) -> tuple[StepId, ...]:
    """Name every step that may come after this one; an end has none."""
    match step:
        case AudioStep() | RingStep():
            return (step.next,)
        case MenuStep():
            chosen = tuple(choice.next for choice in step.choices)
            return chosen if step.no_choice is None else (*chosen, step.no_choice)
        case HoursStep():
            return (step.open, step.closed)
        case DatesStep():
            return (step.special, step.ordinary)
        case VoicemailStep() | HangUpStep():
            return ()


def problems(flow: Flow) -> list[FlowProblem]:
    """List everything that keeps a flow from being published, each with its step."""
    steps = {step.id: step for step in flow.steps}
    found = [*_malformed(flow, steps), *_bad_timings(flow), *_bad_menus(flow), *_bad_zones(flow)]
    if flow.first not in steps:
        found.append(FlowProblem("unknown-step", None, flow.first))
        return found
    reached: dict[StepId, None] = {}
    found += _walked(steps, flow.first, reached, {})
    found += [
        FlowProblem("unreachable-step", step_id, step_id)
        for step_id in steps
        if step_id not in reached
    ]
    return found


def _walked(
    steps: dict[StepId, Step],
    step_id: StepId,
    reached: dict[StepId, None],
    above: dict[StepId, None],
) -> Iterator[FlowProblem]:
    """Walk every branch once; a step that leads to one above it is a loop."""
    reached[step_id] = None
    above = {**above, step_id: None}
    for next_id in branches(steps[step_id]):
        if next_id not in steps:
            yield FlowProblem("unknown-step", step_id, next_id)
        elif next_id in above:
            yield FlowProblem("loop", step_id, next_id)
        elif next_id not in reached:
            yield from _walked(steps, next_id, reached, above)


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


def _bad_menus(flow: Flow) -> Iterator[FlowProblem]:
    for step in flow.steps:
        if not isinstance(step, MenuStep):
            continue
        digits = [choice.digit for choice in step.choices]
        if len(set(digits)) != len(digits) or not all(digit in MENU_DIGITS for digit in digits):
            yield FlowProblem("menu-key-not-usable", step.id, "each of 0 to 9 and # once, never *")
        if not digits and step.no_choice is None:
            yield FlowProblem("no-end", step.id, "a menu leads somewhere")
        if not 1 <= step.times <= MENU_TIMES_MAX:
            yield FlowProblem("menu-repeats-out-of-range", step.id, f"1 to {MENU_TIMES_MAX}")
        if not MENU_ANSWER_MIN <= step.answer_within <= MENU_ANSWER_MAX:
            yield FlowProblem("menu-wait-out-of-range", step.id, "1 to 30 seconds")


def _bad_zones(flow: Flow) -> Iterator[FlowProblem]:
    for step in flow.steps:
        match step:
            case HoursStep(hours=WeeklyHours(time_zone=time_zone)) | DatesStep(time_zone=time_zone):
                if not is_known_zone(time_zone):
                    yield FlowProblem("unknown-time-zone", step.id, time_zone)
            case _:
                pass
