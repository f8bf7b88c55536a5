"""What the reference model is made of: plain data in seconds, with nothing computed ahead."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Chooser = Callable[[str, Sequence[str]], str]
"""Whom *random* rings for an item, out of those who may be: any of them (R20)."""


@dataclass
class Settings:
    """A line's callback settings (R2, R7, R24, R25, R32, R49), frozen into a callback (R4)."""

    mode: str = "automated"
    retries: int = 0
    when_busy: str = "wait"
    busy_wait: float = 3600
    respect_queuing_time: bool = False
    settling: float = 5
    customer_ring: float = 45
    age_max: float = 86_400
    when_customer_calls: str = "keep"
    """keep, give-place or cancel (R37)."""
    ring_who_tried: bool = False
    """A customer who calls in is offered first to the agent who tried last (R39)."""
    whisper: bool = False
    """The agent hears which line it is, while the customer is dialled (R29)."""
    announcement: bool = False
    """The customer hears something before the agent (R29)."""


@dataclass
class Line:
    """A number, its flow, its class (R11) and its dialling policy (R48)."""

    name: str
    flow: str
    country: str = "FR"
    priority: bool = False
    settings: Settings = field(default_factory=Settings)
    countries: tuple[str, ...] = ()
    customer_day_max: int = 5
    line_hour_max: int = 200
    assigned_agents: tuple[str, ...] = ()
    assigned_teams: tuple[str, ...] = ()
    """Who sees its requests (R36); everybody if both are empty."""
    whisper: bool = False
    announcement: bool = False
    """The same for live calls: the whisper first, and then the announcement (R29)."""


Periods = tuple[tuple[int, float, float], ...]
"""Weekday (0 is Monday), opening and closing second of the day."""


@dataclass
class Step:
    """One step of a flow: `kind` is audio, ring, menu, hours, dates, redirect-to-line,
    redirect-to-number, voicemail or hang-up.
    """

    name: str
    kind: str
    next: str = ""
    target: str = ""
    """A team, or an agent written `agent:name`."""
    ring_for: float = 60
    rule: str = "simultaneous"
    ring_each_for: float = 30
    ring_even_if_busy: bool = True
    has_prompt: bool = True
    choices: dict[str, str] = field(default_factory=dict)
    """Where the keys of a menu lead."""
    no_choice: str | None = None
    times: int = 2
    """How often a menu asks."""
    answer_within: float = 5
    ahead: float = 0
    """How many seconds the clocks there are ahead of ours."""
    periods: Periods = ()
    """When an hours step is open."""
    days: tuple[tuple[int, int], ...] = ()
    """First and last day, counted from the first: a dates step's special ones."""
    if_so: str = ""
    """Where an hours step leads when open, a dates step on a special day."""
    if_not: str = ""
    messages: int = 0
    """How many messages those who wait hear in turn, and how long after one the next comes."""
    message_every: float = 30
    offer_above: float | None = None
    """Estimates up to this one keep the messages back (R45)."""
    tell_wait_every: float | None = None
    """How often the wait is told; None is never (R45)."""
    line: str = ""
    """To which a redirect hands callers over."""
    country: str = "FR"
    """Of the number outside to which a redirect dials."""
    customer: str | None = None
    """Whose number it is, where an agent has typed it (R30)."""


@dataclass
class Agent:
    """A user who takes calls, as far as R19 looks at one."""

    name: str
    desk: bool = False
    outside: bool = False
    """Calls ring on an ordinary number outside (R29)."""
    wrap_up: float = 0
    status: str = "offline"
    lost_at: float | None = None
    given_up: bool = False
    wrap_up_until: float | None = None
    idle_since: float = 0
    correctable: str | None = None
    silent: int = 0
    """How many offers in a row the agent let ring out (R19)."""
    hours: Periods | None = None
    """When the agent works; None is always (R19)."""
    ahead: float = 0
    """How many seconds the clocks where the agent works are ahead of ours."""
    off_duty: bool = False
    muted: bool = False
    too_late_for: "Offer | None" = None
    """What the phone was picked up for after a colleague's; it hears so (R29)."""
    too_late_at: float = 0


@dataclass
class Place:
    """Where an item stands, and what its stay in this step has used up."""

    flow: str
    version: int
    step: str
    priority: bool
    key: int
    joined_at: float
    rung: float = 0
    """Seconds in which somebody was rung for it (R21)."""
    rung_by: dict[str, float] = field(default_factory=dict)
    """Seconds each agent was rung for it (R21)."""
    rung_out: list[str] = field(default_factory=list)
    front: bool = False
    """Moved to the front, before every class (R47)."""
    agent: str | None = None
    """To whom alone a supervisor has given it (R47)."""
    clock_started: bool = False
    waited: float = 0
    """Seconds on the clock of R24."""


@dataclass
class Offer:
    """One agent being rung for one item; `fate` tells how it ended."""

    agent: str
    item: str
    longest: float | None
    used: float = 0
    fate: str = "ringing"
    asked_at: float | None = None
    """When whoever picked up a phone outside was first asked for the 1 (R29)."""
    alone: bool = False
    """Rung before all others, as the one who tried to reach the caller (R39)."""


@dataclass
class Item:
    """What stands in queues: a live call or a callback."""

    name: str
    line: str
    customer: str | None
    number: str
    country: str | None
    flow: str
    version: int
    state: str
    place: Place | None = None
    agent: str | None = None
    """Who accepted it."""
    accepted_at: float = 0
    phone_up: bool = False
    """The phone of the agent who accepted is connected (R29)."""
    whispered_since: float | None = None
    """While the agent hears the whisper (R29)."""
    announced_since: float | None = None
    """While the customer hears the announcement (R29)."""
    on_hold: bool = False
    declined: list[str] = field(default_factory=list)
    """Who declined in this attempt (R22)."""


@dataclass
class Consultation:
    """An agent who asks a colleague before letting a customer go to them (ADR 0021)."""

    agent: str
    colleague: str


@dataclass
class Call(Item):
    """A live call: audio, menu, queued, accepted, talking, consulting, redirecting, outside,
    confirming, ending, recording, leaving or ended.
    """

    line_at_arrival: Line = field(default_factory=lambda: Line("", ""))
    """Class and *Respect queuing time* of a live caller are those of the arrival."""
    arrived_at: float = 0
    step: str = ""
    playing: bool = False
    messages: int = 0
    """How many messages began: the number of the one that plays."""
    since: float = 0
    playing_since: float = 0
    silent_until: float | None = None
    hears_notice: bool = False
    """Whether a notice delays what the end of the flow has to say."""
    asked_times: int = 0
    """How often the menu has asked."""
    answer_until: float | None = None
    menu_begun: bool = False
    """Since the last audio step."""
    audio_step: str = ""
    audio_ended_at: float | None = None
    met_ring_step: bool = False
    rang_somebody: bool = False
    in_closed_hours: bool = False
    in_menu: bool = False
    missed: str | None = None
    """Why nobody talked to the caller (R44)."""
    callback: str | None = None
    cannot: str | None = None
    """Why a request was not granted (R9)."""
    former_lines: list[str] = field(default_factory=list)
    """Those that have handed the caller over (R17)."""
    dials_outside: int = 0
    """How many numbers outside were dialled for the caller: the number of the last leg."""
    answered_as: int = 0
    """When it was answered, among requests and answers."""
    tried_by: str | None = None
    """The agent to whom it is offered first (R39)."""
    inbound: bool = True
    """Whether the customer has called us."""
    transferred_by: str | None = None
    """The agent who talked last and let it go (R30)."""
    consultation: Consultation | None = None
    """While somebody asks a colleague; `agent` is the colleague, once there (R30)."""
    completes: str | None = None
    """The callback whose outcome may be corrected, while who called its customer talks (R31)."""
    own_steps: list[Step] = field(default_factory=list)
    """What a transfer has added to its flow (ADR 0014)."""
    answered_at: str | None = None
    """The ring step of its flow where it was answered first."""
    told_at: float = -1
    """When something was last told, or was to be (R45)."""
    next_message: int = 0
    next_message_at: float | None = None
    next_estimate_at: float | None = None


@dataclass
class Callback(Item):
    """A request and its life: queued, suspended, accepted, dialling, talking, pending, closed."""

    settings: Settings = field(default_factory=Settings)
    priority: bool = False
    asked_at_step: str = ""
    requested_at: float = 0
    requested_as: int = 0
    """When it was asked for, among requests and answers."""
    lent_to: str | None = None
    """The customer's own call that has its place while it is suspended (R37)."""
    calls: list[str] = field(default_factory=list)
    settled: bool = False
    settles_at: float | None = None
    held_until: float | None = None
    attempt: int = 1
    any_ring_out: bool = False
    any_decline: bool = False
    faults: int = 0
    dialled_at: float = 0
    offered_at: str | None = None
    """The ring step where an agent accepted it to dial; none called by hand."""
    customer_rang: bool = False
    outcome: str | None = None
    completes: str | None = None
    """Itself, once its customer was reached (R31)."""
    claimed_by: str | None = None
    called_back: bool = False
    """Whether its inbound calls bear Called Back (R31, R38)."""
    off_the_list: bool = False
    """Reached by hand, or dismissed (R38, R39)."""


@dataclass
class HandCall(Item):
    """An agent's own call of a listed callback: accepted, dialling, talking or over (R38)."""

    callback: str = ""
    dialled_at: float = 0
    customer_rang: bool = False
    completes: str | None = None
    """The callback whose outcome came of it (R31)."""


@dataclass
class Dial:
    """One dial of a customer (R29)."""

    callback: str
    agent: str
    at: float
    hand_call: str | None = None
    follow_up: str | None = None
    """The agent to whom its Follow Up is assigned (R32)."""


@dataclass
class TypedDial:
    """One dial of a number that an agent has typed (R30)."""

    customer: str
    line: str
    at: float


@dataclass
class Alert:
    """Something that somebody should look at; a later one of a line stands for an earlier (R26)."""

    line: str
    kind: str
    """callbacks-fail or system-fault."""
    callback: str
    failures: int


@dataclass
class World:
    """One account, as lists that are walked from end to end."""

    choose: Chooser
    now: float = 0
    callbacks_max: int = 10_000
    """Open callbacks beyond which a request is refused aloud (L4)."""
    locked: bool = False
    """The plan or the owner is without callbacks (R1)."""
    away: bool = False
    """The phone system cannot be reached (R33)."""
    keys: int = 0
    lines: dict[str, Line] = field(default_factory=dict)
    flows: dict[tuple[str, int], list[Step]] = field(default_factory=dict)
    teams: dict[str, list[str]] = field(default_factory=dict)
    agents: dict[str, Agent] = field(default_factory=dict)
    silent_at_most: int = 3
    """After so many ring-outs in a row an agent is not disturbed any more; 0 is never (R19)."""
    failures_at_most: int = 3
    """After so many failures of a line in a row somebody is alerted; 0 is never (R26)."""
    failures: dict[str, int] = field(default_factory=dict)
    """How many callbacks of a line have failed in a row."""
    alerts: list[Alert] = field(default_factory=list)
    """All that were raised."""
    raised: list[tuple[str, str]] = field(default_factory=list)
    """Lines and kinds of those raised in the series that goes on."""
    dismissed: list[Alert] = field(default_factory=list)
    recognised: list[tuple[str, str, str | None]] = field(default_factory=list)
    """Calls of customers whom an agent had tried to reach: for which callback, and the agent
    who is rung first (R39).
    """
    calls: dict[str, Call] = field(default_factory=dict)
    callbacks: dict[str, Callback] = field(default_factory=dict)
    erased: list[str] = field(default_factory=list)
    """The names of those who were erased, however often."""
    asked_elsewhere: int = 0
    """How many callbacks were asked for without a call."""
    hand_calls: dict[str, HandCall] = field(default_factory=dict)
    offers: list[Offer] = field(default_factory=list)
    dials: list[Dial] = field(default_factory=list)
    typed_dials: list[TypedDial] = field(default_factory=list)
    answered: list[tuple[str, str, float, float]] = field(default_factory=list)
    """Flow, step, when, and after what wait agents have answered calls (R45)."""
    told: list[tuple[str, str]] = field(default_factory=list)
    """What callers were told while they waited."""
    attempts_failed: list[tuple[str, int, str]] = field(default_factory=list)
    met: dict[str, int] = field(default_factory=dict)
    """How often each situation has been met."""


class Refused(Exception):
    """A request that a person may not make now, with all that stands in its way."""

    def __init__(self, *codes: str) -> None:
        super().__init__(*codes)
        self.codes = codes
