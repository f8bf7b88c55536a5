"""A call flow as data: a tree of steps from the first one on."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from .calendars import SpecialDates, WeeklyHours
from .ids import AgentId, CustomerId, FlowId, LineId, StepId, TeamId
from .settings import Destination

TELL_WAIT_EVERY_MIN, TELL_WAIT_EVERY_MAX = timedelta(seconds=15), timedelta(seconds=3600)
OFFER_ABOVE_MIN, OFFER_ABOVE_MAX = timedelta(0), timedelta(hours=1)
RING_FOR_MIN, RING_FOR_MAX = timedelta(seconds=5), timedelta(seconds=3600)
STEPS_MAX = 500
MENU_DIGITS = "0123456789#"
MENU_TIMES_MAX = 5
MENU_ANSWER_MIN, MENU_ANSWER_MAX = timedelta(seconds=1), timedelta(seconds=30)
REDIRECT_RING_MIN, REDIRECT_RING_MAX = timedelta(seconds=5), timedelta(seconds=120)
RECORDING_MIN, RECORDING_MAX = timedelta(seconds=1), timedelta(hours=1)
MESSAGE_EVERY_MIN, MESSAGE_EVERY_MAX = timedelta(seconds=5), timedelta(hours=1)


class RingRule(StrEnum):
    """Whom a ring step rings at a time (R20)."""

    SIMULTANEOUS = "simultaneous"
    RANDOM = "random"
    LONGEST_IDLE = "longest-idle"


DEFAULT_MUSIC = "waiting"


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
    """What callers hear while they wait in a ring step: music, messages in turn, the estimate."""

    music: str = DEFAULT_MUSIC
    messages: tuple[str, ...] = ()
    message_every: timedelta = timedelta(seconds=30)
    offer_above: timedelta | None = None
    """Only above this estimate are the messages played, or without one; None is always (R45)."""
    tell_wait: bool = False
    """Tell the estimated wait after 30 s, and then at an interval (R45)."""
    tell_wait_every: timedelta = timedelta(seconds=60)


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
class RedirectToLine:
    """Hands a live call over to another line, whose flow takes it from its first step on."""

    id: StepId
    line_id: LineId


@dataclass(frozen=True, slots=True)
class RedirectToNumber:
    """Calls a number outside while the caller hears music, and joins both when it answers."""

    id: StepId
    number: str
    """In E.164; empty where it is that of `customer_id`."""
    destination: Destination
    next: StepId
    ring_for: timedelta = timedelta(seconds=30)
    customer_id: CustomerId | None = None
    """Whose number an agent has typed: numbers of people stand in no journal."""


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


Step = (
    AudioStep
    | RingStep
    | MenuStep
    | HoursStep
    | DatesStep
    | RedirectToLine
    | RedirectToNumber
    | VoicemailStep
    | HangUpStep
)


@dataclass(frozen=True, slots=True)
class Flow:
    """The routing of one or several lines, from the first step on."""

    id: FlowId
    name: str
    first: StepId
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class FlowProblem:
    """What is wrong with a flow, or what it warns of: a stable code and the step at fault."""

    code: str
    step_id: StepId | None
    detail: str


def branches(step: Step) -> tuple[StepId, ...]:
    """Name every step that may come after this one; an end has none."""
    match step:
        case AudioStep() | RingStep() | RedirectToNumber():
            return (step.next,)
        case MenuStep():
            chosen = tuple(choice.next for choice in step.choices)
            return chosen if step.no_choice is None else (*chosen, step.no_choice)
        case HoursStep():
            return (step.open, step.closed)
        case DatesStep():
            return (step.special, step.ordinary)
        case RedirectToLine() | VoicemailStep() | HangUpStep():
            return ()
