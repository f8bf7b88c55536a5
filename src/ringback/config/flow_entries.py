"""Flows and their steps as the settings file writes them."""

from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field

from ringback.core.calendars import SpecialDates
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
    RedirectToLine,
    RedirectToNumber,
    RingRule,
    RingStep,
    Step,
    TeamTarget,
    VoicemailStep,
    WaitingExperience,
)
from ringback.core.ids import AgentId, FlowId, LineId, StepId, TeamId
from ringback.runtime.numbers import read_international

from .entries import Entry, Id, Name, PeriodEntry, Prompt, WeeklyEntry


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


class RedirectToLineEntry(Entry):
    kind: Literal["redirect-to-line"]
    id: Id
    line: Id

    def step(self) -> RedirectToLine:
        return RedirectToLine(StepId(self.id), LineId(self.line))


class RedirectToNumberEntry(Entry):
    kind: Literal["redirect-to-number"]
    id: Id
    number: str
    """In E.164, such as +33199001234."""
    next: Id
    ring_for_seconds: int = Field(default=30, ge=5, le=120)

    def step(self) -> RedirectToNumber:
        return RedirectToNumber(
            id=StepId(self.id),
            number=self.number,
            destination=read_international(self.number).destination,
            next=StepId(self.next),
            ring_for=timedelta(seconds=self.ring_for_seconds),
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
    AudioEntry
    | RingEntry
    | MenuEntry
    | HoursEntry
    | DatesEntry
    | RedirectToLineEntry
    | RedirectToNumberEntry
    | VoicemailEntry
    | HangUpEntry,
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
