"""What people configure: lines, teams and agents, with the bounds of every value."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from .calendars import WeeklyHours
from .ids import AgentId, FlowId, LineId, TagId, TeamId

RETRIES_MAX = 5
SETTLING_MAX = timedelta(seconds=60)
BUSY_WAIT_MIN, BUSY_WAIT_MAX = timedelta(minutes=1), timedelta(minutes=240)
CUSTOMER_RING_MIN, CUSTOMER_RING_MAX = timedelta(seconds=15), timedelta(seconds=120)
WRAP_UP_MAX = timedelta(minutes=60)
RING_OUTS_IN_ROW_MAX = 100
FAILURES_IN_ROW_MAX = 100
TAG_ID = "^[a-z0-9][a-z0-9_-]{0,63}$"
TAG_COLOUR = "^#[0-9A-Fa-f]{6}$"
TAG_NAME_LENGTH_MAX = 50
TAG_DESCRIPTION_LENGTH_MAX = 200
AWAY_REASONS_MAX = 12
AWAY_REASON_LENGTH_MAX = 40


class Plan(StrEnum):
    """What the company has (R1)."""

    ESSENTIALS = "essentials"
    PROFESSIONAL = "professional"


class CallbacksLock(StrEnum):
    """Why the company's lines have no callbacks, whatever their settings (R1)."""

    PLAN = "plan"
    """The plan does not include them."""
    NOT_ENROLLED = "not-enrolled"
    """No owner has opted in."""


@dataclass(frozen=True, slots=True)
class AccountSettings:
    """What holds for the whole company."""

    ring_outs_in_row_max: int = 3
    """After so many in a row an agent is set to Do not disturb; 0 is never."""
    failures_in_row_max: int = 3
    """After so many failed callbacks of a line in a row an alert is raised; 0 is never."""
    plan: Plan = Plan.PROFESSIONAL
    enrolled: bool = True
    """Whether an owner wants callbacks; a company older than they are is not until then."""
    away_reasons: tuple[str, ...] = ("break", "lunch", "training", "after-call-work", "other")
    """What agents choose from when they set Do not disturb; these five have words in every
    language, others are shown as they are written."""

    @property
    def callbacks_lock(self) -> CallbacksLock | None:
        """Tell why nobody can ask for a callback, or None."""
        if self.plan is Plan.ESSENTIALS:
            return CallbacksLock.PLAN
        return None if self.enrolled else CallbacksLock.NOT_ENROLLED


class CallbackMode(StrEnum):
    """How callers of a line may be called back (R2)."""

    OFF = "off"
    MANUAL = "manual"
    AUTOMATED = "automated"


class WhenBusy(StrEnum):
    """What a callback at the front does while everyone is busy (R24)."""

    WAIT = "wait"
    FOLLOW_STEP = "follow-step"
    FAIL = "fail"


class WhenCustomerCalls(StrEnum):
    """What becomes of a pending callback when its customer phones in first (R37)."""

    KEEP = "keep"
    """It is held while the customer is on the call, and goes on after it."""
    GIVE_PLACE = "give-place"
    """The new call takes its place; once that call is answered the callback is cancelled."""
    CANCEL = "cancel"
    """The new call waits its own turn; once it is answered the callback is cancelled."""


@dataclass(frozen=True, slots=True)
class CallbackSettings:
    """A line's callback settings; a callback keeps those of the moment of its request (R4)."""

    mode: CallbackMode = CallbackMode.AUTOMATED
    retries: int = 0
    confirmation_prompt: str = "en/confirmation"
    when_busy: WhenBusy = WhenBusy.WAIT
    busy_wait: timedelta = timedelta(minutes=60)
    respect_queuing_time: bool = False
    settling: timedelta = timedelta(seconds=5)
    customer_ring: timedelta = timedelta(seconds=45)
    age_max: timedelta = timedelta(hours=24)
    when_customer_calls: WhenCustomerCalls = WhenCustomerCalls.KEEP
    whisper: bool = False
    """Whether the agent hears, while the customer is dialled, which line it is."""
    announcement_prompt: str | None = None
    """What the customer hears on answering, before the agent; None is nothing."""
    ring_who_tried: bool = False
    """A customer who was not reached and calls in is offered first to the agent who tried."""


@dataclass(frozen=True, slots=True)
class DiallingPolicy:
    """Where callbacks of a line may go, and how many (R48)."""

    countries: tuple[str, ...] = ()
    """ISO country codes; empty means the line's own country alone."""
    customer_day_max: int = 5
    line_hour_max: int = 200


@dataclass(frozen=True, slots=True)
class Line:
    """A phone number with its settings."""

    id: LineId
    name: str
    country: str
    language: str
    flow_id: FlowId
    priority: bool = False
    callbacks: CallbackSettings = CallbackSettings()
    dialling: DiallingPolicy = DiallingPolicy()
    apology_prompt: str = "en/apology_not_stored"
    cannot_call_back_prompt: str = "en/cannot_call_back"
    whisper: bool = False
    """Whether the agent who takes a live call hears which line it is, before the caller."""
    announcement_prompt: str | None = None
    """What the caller of a live call hears before the agent; None is nothing."""
    assigned_agents: tuple[AgentId, ...] = ()
    assigned_teams: tuple[TeamId, ...] = ()
    """Who sees its requests to call by hand, with the agents above; everybody if both are empty."""


@dataclass(frozen=True, slots=True)
class KeptMessage:
    """A message of the company's own: a recording, or a text that was spoken."""

    prompt: str
    """How lines and flows name it; another content is another message."""
    name: str
    seconds: float
    text: str | None = None
    """What is said, where it was spoken from a text."""
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Team:
    """Agents who are rung together."""

    id: TeamId
    name: str
    members: tuple[AgentId, ...]


class PhoneKind(StrEnum):
    """How an agent's phone is reached."""

    DESK = "desk"
    """It rings with the offer; answering accepts, rejecting declines."""
    BROWSER = "browser"
    """It is called after *Call back* was pressed, and answers by itself."""
    OUTSIDE = "outside"
    """An ordinary number, called through the trunk; only the key 1 there accepts."""


@dataclass(frozen=True, slots=True)
class AgentProfile:
    """A user who takes calls."""

    id: AgentId
    name: str
    phone: PhoneKind = PhoneKind.BROWSER
    wrap_up: timedelta = timedelta(0)
    language: str = "en"
    hours: WeeklyHours | None = None
    """When the agent works; None is always (R19)."""


class AgentStatus(StrEnum):
    """What an agent says of themselves."""

    ONLINE = "online"
    DO_NOT_DISTURB = "do-not-disturb"
    OFFLINE = "offline"


class NumberKind(StrEnum):
    """What a caller's number is, as far as dialling it is concerned (R9, R48)."""

    ORDINARY = "ordinary"
    WITHHELD = "withheld"
    INVALID = "invalid"
    PREMIUM = "premium"
    SHORT = "short"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True)
class Destination:
    """All that the rules need to know of a number without knowing the number."""

    kind: NumberKind
    country: str | None = None


@dataclass(frozen=True, slots=True)
class OwnTag:
    """A tag that the company has made, beside the three that the system sets."""

    id: TagId
    name: str
    colour: str
    """As `#rrggbb`."""
    description: str | None = None
    archived: bool = False
    """Put on no further call; those that bear it keep it."""
