"""A company as it is written in the configuration file: agents, teams, flows and lines."""

from datetime import timedelta
from typing import Annotated

from pydantic import Field, SecretStr

from ringback.core.ids import AgentId, FlowId, LineId, TagId, TeamId
from ringback.core.settings import (
    AWAY_REASONS_MAX,
    FAILURES_IN_ROW_MAX,
    RETRIES_MAX,
    RING_OUTS_IN_ROW_MAX,
    TAG_COLOUR,
    TAG_DESCRIPTION_LENGTH_MAX,
    TAG_NAME_LENGTH_MAX,
    AccountSettings,
    AgentProfile,
    CallbackMode,
    CallbackSettings,
    DiallingPolicy,
    Line,
    OwnTag,
    PhoneKind,
    Plan,
    Team,
    WhenBusy,
    WhenCustomerCalls,
)

from .entries import Country, Entry, Id, Language, Name, Prompt, WeeklyEntry


class AccountEntry(Entry):
    ring_outs_in_row_max: int = Field(default=3, ge=0, le=RING_OUTS_IN_ROW_MAX)
    failures_in_row_max: int = Field(default=3, ge=0, le=FAILURES_IN_ROW_MAX)
    plan: Plan = Plan.PROFESSIONAL
    enrolled: bool = True
    away_reasons: tuple[Name, ...] = Field(
        default=AccountSettings().away_reasons, max_length=AWAY_REASONS_MAX
    )

    def settings(self) -> AccountSettings:
        return AccountSettings(**self.model_dump())


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


class TagEntry(Entry):
    id: Id
    name: Annotated[str, Field(min_length=1, max_length=TAG_NAME_LENGTH_MAX)]
    colour: Annotated[str, Field(pattern=TAG_COLOUR)]
    """As #rrggbb."""
    description: Annotated[str, Field(max_length=TAG_DESCRIPTION_LENGTH_MAX)] | None = None
    archived: bool = False
    """Put on no further call; those that bear it keep it."""

    def tag(self) -> OwnTag:
        return OwnTag(TagId(self.id), self.name, self.colour, self.description, self.archived)


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
    ring_who_tried: bool = False

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
            ring_who_tried=self.ring_who_tried,
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
    assigned_agents: tuple[Id, ...] = ()
    assigned_teams: tuple[Id, ...] = ()

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
            assigned_agents=tuple(map(AgentId, self.assigned_agents)),
            assigned_teams=tuple(map(TeamId, self.assigned_teams)),
        )
