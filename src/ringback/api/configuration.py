"""Lines, teams and agents as the API takes and gives them: durations in seconds."""

from dataclasses import asdict
from datetime import timedelta
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from ringback.core import settings
from ringback.core.configuration import AGE_MAX, AGE_MIN, LIMIT_MAX
from ringback.core.ids import AgentId, FlowId, LineId, TeamId
from ringback.speech.catalogue import Language

from .calendar_settings import WeeklyHours
from .exact import Flag, Quantity, Whole

Name = Annotated[str, Field(min_length=1, max_length=100)]
Reference = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[\w./-]+$")]
AwayReason = Annotated[
    str,
    Field(
        min_length=1,
        max_length=settings.AWAY_REASON_LENGTH_MAX,
        pattern=r"^\S(.*\S)?$",
    ),
]
PromptReference = Annotated[str, Field(pattern=r"^[\w-]+(/[\w-]+)*$", max_length=200)]


class Configuration(BaseModel):
    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)


class AccountSettings(Configuration):
    """What holds for the whole company."""

    ring_outs_in_row_max: Whole = Field(
        default=3,
        ge=0,
        le=settings.RING_OUTS_IN_ROW_MAX,
        description="After so many offers in a row that rang out, an agent is set to"
        " Do not disturb and told; 0 is never.",
    )
    failures_in_row_max: Whole = Field(
        default=3,
        ge=0,
        le=settings.FAILURES_IN_ROW_MAX,
        description="After so many callbacks of a line in a row that failed, an alert is raised;"
        " 0 is never.",
    )
    plan: settings.Plan | None = Field(
        default=None, description="The company's plan; as it is when absent (R1)."
    )
    enrolled: Flag | None = Field(
        default=None,
        description="Whether an owner has opted in to callbacks; as it is when absent (R1).",
    )
    away_reasons: list[AwayReason] | None = Field(
        default=None,
        max_length=settings.AWAY_REASONS_MAX,
        examples=[["break", "lunch", "Medical appointment"]],
        description="What agents choose from when they set Do not disturb; as they are when absent."
        " `break`, `lunch`, `training`, `after-call-work` and `other` are shown in the"
        " reader's language, others as they are written.",
    )

    @classmethod
    def of(cls, account: settings.AccountSettings) -> "AccountSettings":
        given = asdict(account) | {"away_reasons": list(account.away_reasons)}
        return cls.model_construct(**given)

    def for_core(self, before: settings.AccountSettings) -> settings.AccountSettings:
        return settings.AccountSettings(
            ring_outs_in_row_max=self.ring_outs_in_row_max,
            failures_in_row_max=self.failures_in_row_max,
            plan=before.plan if self.plan is None else self.plan,
            enrolled=before.enrolled if self.enrolled is None else self.enrolled,
            away_reasons=before.away_reasons
            if self.away_reasons is None
            else tuple(dict.fromkeys(self.away_reasons)),
        )


class ImportedAccount(AccountSettings):
    """An account's settings as they come from elsewhere."""

    plan: settings.Plan = settings.Plan.PROFESSIONAL
    enrolled: Flag = Field(
        default=False,
        description="Off when absent: an account older than callbacks has them once an owner"
        " opts in (R1).",
    )


class CallbackSettings(Configuration):
    """How callers of a line may be called back."""

    mode: settings.CallbackMode = settings.CallbackMode.AUTOMATED
    retries: Whole = Field(
        default=0, ge=0, le=settings.RETRIES_MAX, description="0 retries are 1 attempt in all."
    )
    confirmation_prompt: PromptReference = "en/confirmation"
    when_busy: settings.WhenBusy = settings.WhenBusy.WAIT
    busy_wait_minutes: Quantity = Field(
        default=60,
        ge=settings.BUSY_WAIT_MIN.total_seconds() / 60,
        le=settings.BUSY_WAIT_MAX.total_seconds() / 60,
    )
    respect_queuing_time: Flag = False
    settling_seconds: Quantity = Field(default=5, ge=0, le=settings.SETTLING_MAX.total_seconds())
    whisper: Flag = Field(
        default=False,
        description="Whether the agent hears which line it is while the customer is dialled.",
    )
    announcement_prompt: PromptReference | None = Field(
        default=None, description="What the customer hears on answering, before the agent."
    )
    customer_ring_seconds: Quantity = Field(
        default=45,
        ge=settings.CUSTOMER_RING_MIN.total_seconds(),
        le=settings.CUSTOMER_RING_MAX.total_seconds(),
    )
    age_max_hours: Quantity = Field(
        default=24, ge=AGE_MIN / timedelta(hours=1), le=AGE_MAX / timedelta(hours=1)
    )
    when_customer_calls: settings.WhenCustomerCalls = Field(
        default=settings.WhenCustomerCalls.KEEP,
        description=(
            "If the customer calls in first: keep the callback, give the new call its place, or"
            " cancel it when the new call is answered (R37)."
        ),
    )
    ring_who_tried: Flag = Field(
        default=False,
        description=(
            "A customer who was not reached and calls in is offered first to the agent who tried"
            " (R39)."
        ),
    )

    @classmethod
    def of(cls, given: settings.CallbackSettings) -> "CallbackSettings":
        return cls.model_construct(
            mode=given.mode,
            retries=given.retries,
            confirmation_prompt=given.confirmation_prompt,
            when_busy=given.when_busy,
            busy_wait_minutes=given.busy_wait / timedelta(minutes=1),
            respect_queuing_time=given.respect_queuing_time,
            settling_seconds=given.settling.total_seconds(),
            customer_ring_seconds=given.customer_ring.total_seconds(),
            age_max_hours=given.age_max / timedelta(hours=1),
            when_customer_calls=given.when_customer_calls,
            whisper=given.whisper,
            announcement_prompt=given.announcement_prompt,
            ring_who_tried=given.ring_who_tried,
        )

    def for_core(self) -> settings.CallbackSettings:
        return settings.CallbackSettings(
            mode=self.mode,
            retries=self.retries,
            confirmation_prompt=self.confirmation_prompt,
            when_busy=self.when_busy,
            busy_wait=timedelta(minutes=self.busy_wait_minutes),
            respect_queuing_time=self.respect_queuing_time,
            settling=timedelta(seconds=self.settling_seconds),
            customer_ring=timedelta(seconds=self.customer_ring_seconds),
            age_max=timedelta(hours=self.age_max_hours),
            when_customer_calls=self.when_customer_calls,
            whisper=self.whisper,
            announcement_prompt=self.announcement_prompt,
            ring_who_tried=self.ring_who_tried,
        )


class DiallingPolicy(Configuration):
    """Where callbacks may go, and how many (R48)."""

    countries: list[Annotated[str, Field(pattern=r"^[A-Z]{2}$")]] = Field(
        default=[], max_length=250, description="Empty means the line's own country alone."
    )
    customer_day_max: Whole = Field(default=5, ge=0, le=LIMIT_MAX)
    line_hour_max: Whole = Field(default=200, ge=0, le=LIMIT_MAX)


class LineSettings(Configuration):
    """A line's settings, always whole."""

    name: Name = Field(examples=["Support"])
    country: str = Field(pattern=r"^[A-Z]{2}$", examples=["FR"])
    language: Language = Field(examples=["en"])
    flow_id: Reference = Field(examples=["support"])
    priority: Flag = False
    callbacks: CallbackSettings = CallbackSettings()
    dialling: DiallingPolicy = DiallingPolicy()
    apology_prompt: PromptReference = "en/apology_not_stored"
    cannot_call_back_prompt: PromptReference = "en/cannot_call_back"
    whisper: Flag = Field(
        default=False,
        description="Whether the agent of a live call hears which line it is, before the caller.",
    )
    announcement_prompt: PromptReference | None = Field(
        default=None, description="What the caller of a live call hears before the agent."
    )
    assigned_agents: list[Reference] = Field(
        default=[],
        max_length=1_000,
        description=(
            "Who sees and calls its requests by hand, with the teams below (R36); everybody if both"
            " are empty."
        ),
    )
    assigned_teams: list[Reference] = Field(default=[], max_length=1_000)

    @classmethod
    def of(cls, line: settings.Line) -> "LineSettings":
        return cls.model_construct(
            name=line.name,
            country=line.country,
            language=Language(line.language),
            flow_id=line.flow_id,
            priority=line.priority,
            callbacks=CallbackSettings.of(line.callbacks),
            dialling=DiallingPolicy.model_construct(
                countries=list(line.dialling.countries),
                customer_day_max=line.dialling.customer_day_max,
                line_hour_max=line.dialling.line_hour_max,
            ),
            apology_prompt=line.apology_prompt,
            cannot_call_back_prompt=line.cannot_call_back_prompt,
            whisper=line.whisper,
            announcement_prompt=line.announcement_prompt,
            assigned_agents=list(line.assigned_agents),
            assigned_teams=list(line.assigned_teams),
        )

    def for_core(self, line_id: str) -> settings.Line:
        return settings.Line(
            id=LineId(line_id),
            name=self.name,
            country=self.country,
            language=self.language,
            flow_id=FlowId(self.flow_id),
            priority=self.priority,
            callbacks=self.callbacks.for_core(),
            dialling=settings.DiallingPolicy(
                countries=tuple(self.dialling.countries),
                customer_day_max=self.dialling.customer_day_max,
                line_hour_max=self.dialling.line_hour_max,
            ),
            apology_prompt=self.apology_prompt,
            cannot_call_back_prompt=self.cannot_call_back_prompt,
            whisper=self.whisper,
            announcement_prompt=self.announcement_prompt,
            assigned_agents=tuple(map(AgentId, self.assigned_agents)),
            assigned_teams=tuple(map(TeamId, self.assigned_teams)),
        )


class TeamSettings(Configuration):
    name: Name = Field(examples=["Support team"])
    members: list[Reference] = Field(max_length=1_000, examples=[["lea", "hugo"]])

    def for_core(self, team_id: str) -> settings.Team:
        return settings.Team(TeamId(team_id), self.name, tuple(map(AgentId, self.members)))


class AgentSettings(Configuration):
    name: Name = Field(examples=["Léa"])
    phone: settings.PhoneKind = settings.PhoneKind.BROWSER
    wrap_up_seconds: Quantity = Field(default=0, ge=0, le=settings.WRAP_UP_MAX.total_seconds())
    language: Language = Language.ENGLISH
    hours: WeeklyHours | None = Field(
        default=None,
        description="The working hours; outside them the agent is unavailable. None is always.",
    )

    @classmethod
    def of(cls, profile: settings.AgentProfile) -> "AgentSettings":
        return cls.model_construct(
            name=profile.name,
            phone=profile.phone,
            wrap_up_seconds=profile.wrap_up.total_seconds(),
            language=Language(profile.language),
            hours=None if profile.hours is None else WeeklyHours.of(profile.hours),
        )

    def for_core(self, agent_id: str) -> settings.AgentProfile:
        return settings.AgentProfile(
            id=AgentId(agent_id),
            name=self.name,
            phone=self.phone,
            wrap_up=timedelta(seconds=self.wrap_up_seconds),
            language=self.language,
            hours=None if self.hours is None else self.hours.for_core(),
        )
