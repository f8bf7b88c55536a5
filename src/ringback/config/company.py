"""A company as it is written in the configuration file: agents, teams, flows and lines."""

from datetime import date, time, timedelta
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr

from ringback.core.calendars import OpeningPeriod, SpecialDates, WeeklyHours
from ringback.core.flow import (
    MENU_ANSWER_MAX,
    MENU_ANSWER_MIN,
    MENU_DIGITS,
    MENU_TIMES_MAX,
    AgentTarget,
    AudioStep,
    DatesStep,
    Flow,
    HangUpStep,
    HoursStep,
    MenuChoice,
    MenuStep,
    RingRule,
    RingStep,
    Step,
    TeamTarget,
    VoicemailStep,
    WaitingExperience,
)
from ringback.core.ids import AgentId, FlowId, LineId, StepId, TeamId
from ringback.core.settings import (
    FAILURES_IN_ROW_MAX,
    RETRIES_MAX,
    RING_OUTS_IN_ROW_MAX,
    AccountSettings,
    AgentProfile,
    CallbackMode,
    CallbackSettings,
    DiallingPolicy,
    Line,
    PhoneKind,
    Plan,
    Team,
    WhenBusy,
    WhenCustomerCalls,
)

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
Name = Annotated[str, Field(min_length=1, max_length=100)]
Language = Literal["en", "fr"]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[str, ...] = get_args(Weekday)
Prompt = Annotated[str, Field(pattern=r"^[a-z0-9_-]+/[a-z0-9_-]+$")]


class Entry(BaseModel):
    """One entry of the company; what it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class AccountEntry(Entry):
    ring_outs_in_row_max: int = Field(default=3, ge=0, le=RING_OUTS_IN_ROW_MAX)
    failures_in_row_max: int = Field(default=3, ge=0, le=FAILURES_IN_ROW_MAX)
    plan: Plan = Plan.PROFESSIONAL
    enrolled: bool = True

    def settings(self) -> AccountSettings:
        return AccountSettings(**self.model_dump())


def _end_of_day(given: object) -> object:
    return "00:00" if given == "24:00" else given


def _on_the_wall(given: time) -> time:
    if given.tzinfo is not None:
        raise ValueError("a time of the wall clock has no zone of its own")
    return given


WallClock = Annotated[time, AfterValidator(_on_the_wall)]


class PeriodEntry(Entry):
    days: Annotated[tuple[Weekday, ...], Field(min_length=1)]
    opens: WallClock
    closes: Annotated[WallClock, BeforeValidator(_end_of_day)]
    """00:00 and 24:00 are the end of the day."""

    def periods(self) -> list[OpeningPeriod]:
        return [OpeningPeriod(WEEKDAYS.index(day), self.opens, self.closes) for day in self.days]


class WeeklyEntry(Entry):
    time_zone: str
    periods: tuple[PeriodEntry, ...]

    def hours(self) -> WeeklyHours:
        periods = tuple(period for entry in self.periods for period in entry.periods())
        return WeeklyHours(self.time_zone, periods)


class AgentEntry(Entry):
    id: Id
    name: Name
    phone: PhoneKind = PhoneKind.BROWSER
    wrap_up_seconds: int = Field(default=0, ge=0, le=3600)
    language: Language = "en"
    hours: WeeklyEntry | None = None
    """When the agent works; always when absent."""
    username: str | None = None
    """With which the phone logs in; the agent's id when absent."""
    password: SecretStr | None = None
    outside_number: str | None = None
    """In E.164: the number on which the agent's calls ring when `phone` is `outside`."""

    def profile(self) -> AgentProfile:
        return AgentProfile(
            id=AgentId(self.id),
            name=self.name,
            phone=self.phone,
            wrap_up=timedelta(seconds=self.wrap_up_seconds),
            language=self.language,
            hours=None if self.hours is None else self.hours.hours(),
        )


class TeamEntry(Entry):
    id: Id
    name: Name
    members: tuple[Id, ...]

    def team(self) -> Team:
        return Team(TeamId(self.id), self.name, tuple(AgentId(member) for member in self.members))


class WaitingEntry(Entry):
    music: str = "waiting"
    messages: tuple[Prompt, ...] = ()
    message_every_seconds: int = Field(default=30, ge=5, le=3600)
    offer_above_seconds: int | None = Field(default=None, ge=0, le=3600)
    tell_wait: bool = False
    tell_wait_every_seconds: int = Field(default=60, ge=15, le=3600)

    def experience(self) -> WaitingExperience:
        above = self.offer_above_seconds
        return WaitingExperience(
            music=self.music,
            messages=self.messages,
            message_every=timedelta(seconds=self.message_every_seconds),
            offer_above=None if above is None else timedelta(seconds=above),
            tell_wait=self.tell_wait,
            tell_wait_every=timedelta(seconds=self.tell_wait_every_seconds),
        )


class AudioEntry(Entry):
    kind: Literal["audio"]
    id: Id
    prompt: Prompt
    next: Id

    def step(self) -> AudioStep:
        return AudioStep(StepId(self.id), self.prompt, StepId(self.next))


class RingEntry(Entry):
    kind: Literal["ring"]
    id: Id
    team: Id | None = None
    agent: Id | None = None
    next: Id
    ring_for_seconds: int = Field(default=60, ge=5, le=3600)
    rule: RingRule = RingRule.SIMULTANEOUS
    ring_each_for_seconds: int = Field(default=30, ge=5, le=3600)
    ring_even_if_busy: bool = True
    waiting: WaitingEntry = WaitingEntry()

    def step(self) -> RingStep:
        return RingStep(
            id=StepId(self.id),
            target=self._target(),
            next=StepId(self.next),
            ring_for=timedelta(seconds=self.ring_for_seconds),
            rule=self.rule,
            ring_each_for=timedelta(seconds=self.ring_each_for_seconds),
            ring_even_if_busy=self.ring_even_if_busy,
            waiting=self.waiting.experience(),
        )

    def _target(self) -> TeamTarget | AgentTarget:
        if self.agent is not None:
            return AgentTarget(AgentId(self.agent))
        assert self.team is not None, "a ring step without a target is refused when it is loaded"
        return TeamTarget(TeamId(self.team))


class ChoiceEntry(Entry):
    digit: Annotated[str, Field(pattern=r"^[0-9#]$")]
    next: Id


class MenuEntry(Entry):
    kind: Literal["menu"]
    id: Id
    prompt: Prompt
    choices: Annotated[tuple[ChoiceEntry, ...], Field(max_length=len(MENU_DIGITS))]
    no_choice: Id | None = None
    """Where callbacks go, and callers who choose nothing; without it the menu ends the call."""
    answer_within_seconds: int = Field(
        default=5, ge=MENU_ANSWER_MIN.seconds, le=MENU_ANSWER_MAX.seconds
    )
    times: int = Field(default=2, ge=1, le=MENU_TIMES_MAX)

    def step(self) -> MenuStep:
        return MenuStep(
            id=StepId(self.id),
            prompt=self.prompt,
            choices=tuple(MenuChoice(one.digit, StepId(one.next)) for one in self.choices),
            no_choice=None if self.no_choice is None else StepId(self.no_choice),
            answer_within=timedelta(seconds=self.answer_within_seconds),
            times=self.times,
        )


class HoursEntry(Entry):
    kind: Literal["hours"]
    id: Id
    time_zone: str
    periods: tuple[PeriodEntry, ...]
    open: Id
    closed: Id

    def step(self) -> HoursStep:
        hours = WeeklyEntry(time_zone=self.time_zone, periods=self.periods).hours()
        return HoursStep(StepId(self.id), hours, StepId(self.open), StepId(self.closed))


class SpecialEntry(Entry):
    name: Name
    first: date
    last: date | None = None
    """The first day alone when absent."""

    def dates(self) -> SpecialDates:
        return SpecialDates(self.name, self.first, self.last or self.first)


class DatesEntry(Entry):
    kind: Literal["dates"]
    id: Id
    time_zone: str
    dates: tuple[SpecialEntry, ...]
    special: Id
    ordinary: Id

    def step(self) -> DatesStep:
        return DatesStep(
            id=StepId(self.id),
            time_zone=self.time_zone,
            dates=tuple(entry.dates() for entry in self.dates),
            special=StepId(self.special),
            ordinary=StepId(self.ordinary),
        )


class VoicemailEntry(Entry):
    kind: Literal["voicemail"]
    id: Id
    prompt: Prompt
    record_for_seconds_max: int = Field(default=180, ge=5, le=3600)

    def step(self) -> VoicemailStep:
        return VoicemailStep(
            StepId(self.id), self.prompt, timedelta(seconds=self.record_for_seconds_max)
        )


class HangUpEntry(Entry):
    kind: Literal["hang-up"]
    id: Id
    prompt: Prompt | None = None

    def step(self) -> HangUpStep:
        return HangUpStep(StepId(self.id), self.prompt)


StepEntry = Annotated[
    AudioEntry | RingEntry | MenuEntry | HoursEntry | DatesEntry | VoicemailEntry | HangUpEntry,
    Field(discriminator="kind"),
]


class FlowEntry(Entry):
    id: Id
    name: Name
    first: Id
    steps: Annotated[tuple[StepEntry, ...], Field(min_length=1, max_length=500)]

    def flow(self) -> Flow:
        steps: tuple[Step, ...] = tuple(entry.step() for entry in self.steps)
        return Flow(FlowId(self.id), self.name, StepId(self.first), steps)


class CallbackEntry(Entry):
    mode: CallbackMode = CallbackMode.AUTOMATED
    retries: int = Field(default=0, ge=0, le=RETRIES_MAX)
    confirmation_prompt: Prompt | None = None
    when_busy: WhenBusy = WhenBusy.WAIT
    busy_wait_minutes: int = Field(default=60, ge=1, le=240)
    respect_queuing_time: bool = False
    whisper: bool = False
    announcement_prompt: Prompt | None = None
    settling_seconds: int = Field(default=5, ge=0, le=60)
    customer_ring_seconds: int = Field(default=45, ge=15, le=120)
    age_hours_max: int = Field(default=24, ge=1, le=24 * 30)
    when_customer_calls: WhenCustomerCalls = WhenCustomerCalls.KEEP

    def settings(self, language: str) -> CallbackSettings:
        return CallbackSettings(
            mode=self.mode,
            retries=self.retries,
            confirmation_prompt=self.confirmation_prompt or f"{language}/confirmation",
            when_busy=self.when_busy,
            busy_wait=timedelta(minutes=self.busy_wait_minutes),
            respect_queuing_time=self.respect_queuing_time,
            settling=timedelta(seconds=self.settling_seconds),
            customer_ring=timedelta(seconds=self.customer_ring_seconds),
            age_max=timedelta(hours=self.age_hours_max),
            when_customer_calls=self.when_customer_calls,
            whisper=self.whisper,
            announcement_prompt=self.announcement_prompt,
        )


class DiallingEntry(Entry):
    countries: tuple[Country, ...] = ()
    customer_day_max: int = Field(default=5, ge=0, le=1_000)
    line_hour_max: int = Field(default=200, ge=0, le=100_000)

    def policy(self) -> DiallingPolicy:
        return DiallingPolicy(self.countries, self.customer_day_max, self.line_hour_max)


class LineEntry(Entry):
    id: Id
    number: str
    """In E.164, such as +33199001000."""
    name: Name
    country: Country
    language: Language = "en"
    flow: Id
    trunk: str | None = None
    """The trunk its customers are called through; the first one when absent."""
    priority: bool = False
    whisper: bool = False
    """Whether the agent of a live call hears which line it is, before the caller."""
    announcement_prompt: Prompt | None = None
    """What the caller of a live call hears before the agent."""
    callbacks: CallbackEntry = CallbackEntry()
    dialling: DiallingEntry = DiallingEntry()

    def line(self) -> Line:
        return Line(
            id=LineId(self.id),
            name=self.name,
            country=self.country,
            language=self.language,
            flow_id=FlowId(self.flow),
            priority=self.priority,
            callbacks=self.callbacks.settings(self.language),
            dialling=self.dialling.policy(),
            apology_prompt=f"{self.language}/apology_not_stored",
            cannot_call_back_prompt=f"{self.language}/cannot_call_back",
            whisper=self.whisper,
            announcement_prompt=self.announcement_prompt,
        )
