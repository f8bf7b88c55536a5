"""Call flows as the API takes and gives them, and as the core has them."""

from datetime import timedelta
from typing import assert_never

from pydantic import Field

from ringback.core import calendars
from ringback.core import flow as routing
from ringback.core.ids import AgentId, FlowId, LineId, StepId, TeamId
from ringback.runtime.numbers import read_international

from .calendar_settings import SpecialDates, periods_for_core, periods_shown
from .configuration import Configuration, Name
from .flow_steps import (
    AgentTarget,
    AudioStep,
    DatesStep,
    HangUpStep,
    HoursStep,
    MenuChoice,
    MenuStep,
    NextStep,
    RedirectToLine,
    RedirectToNumber,
    RingStep,
    Step,
    TeamTarget,
    VoicemailStep,
    WaitingExperience,
)


class FlowSettings(Configuration):
    """A call flow: a tree of steps from the first one on."""

    name: Name = Field(examples=["Support"])
    first: NextStep
    steps: list[Step] = Field(max_length=routing.STEPS_MAX)

    @classmethod
    def of(cls, flow: routing.Flow) -> "FlowSettings":
        return cls.model_construct(
            name=flow.name, first=flow.first, steps=[_step_shown(step) for step in flow.steps]
        )

    def for_core(self, flow_id: str) -> routing.Flow:
        steps = tuple(_step_for_core(step) for step in self.steps)
        return routing.Flow(FlowId(flow_id), self.name, StepId(self.first), steps)


def _step_for_core(step: Step) -> routing.Step:
    step_id = StepId(step.id)
    match step:
        case AudioStep():
            return routing.AudioStep(step_id, step.prompt, StepId(step.next))
        case RingStep():
            return _ring_step_for_core(step)
        case MenuStep():
            return _menu_step_for_core(step)
        case HoursStep():
            return _hours_step_for_core(step)
        case DatesStep():
            return _dates_step_for_core(step)
        case RedirectToLine():
            return routing.RedirectToLine(step_id, LineId(step.line_id))
        case RedirectToNumber():
            return _redirect_for_core(step)
        case VoicemailStep():
            seconds = timedelta(seconds=step.record_for_max_seconds)
            return routing.VoicemailStep(step_id, step.prompt, seconds)
        case HangUpStep():
            return routing.HangUpStep(step_id, step.prompt)
        case _ as never:
            assert_never(never)


def _ring_step_for_core(step: RingStep) -> routing.RingStep:
    target: routing.TeamTarget | routing.AgentTarget
    if isinstance(step.target, TeamTarget):
        target = routing.TeamTarget(TeamId(step.target.team_id))
    else:
        target = routing.AgentTarget(AgentId(step.target.agent_id))
    return routing.RingStep(
        id=StepId(step.id),
        target=target,
        next=StepId(step.next),
        ring_for=timedelta(seconds=step.ring_for_seconds),
        rule=step.rule,
        ring_each_for=timedelta(seconds=step.ring_each_for_seconds),
        ring_even_if_busy=step.ring_even_if_busy,
        waiting=routing.WaitingExperience(
            music=step.waiting.music,
            messages=tuple(step.waiting.messages),
            message_every=timedelta(seconds=step.waiting.message_every_seconds),
            offer_above=_duration(step.waiting.offer_above_seconds),
            tell_wait=step.waiting.tell_wait,
            tell_wait_every=timedelta(seconds=step.waiting.tell_wait_every_seconds),
        ),
    )


def _menu_step_for_core(step: MenuStep) -> routing.MenuStep:
    return routing.MenuStep(
        id=StepId(step.id),
        prompt=step.prompt,
        choices=tuple(
            routing.MenuChoice(choice.digit, StepId(choice.next)) for choice in step.choices
        ),
        no_choice=None if step.no_choice is None else StepId(step.no_choice),
        answer_within=timedelta(seconds=step.answer_within_seconds),
        times=step.times,
    )


def _redirect_for_core(step: RedirectToNumber) -> routing.RedirectToNumber:
    read = read_international(step.number)
    return routing.RedirectToNumber(
        id=StepId(step.id),
        number=read.written or step.number,
        destination=read.destination,
        next=StepId(step.next),
        ring_for=timedelta(seconds=step.ring_for_seconds),
    )


def _hours_step_for_core(step: HoursStep) -> routing.HoursStep:
    return routing.HoursStep(
        id=StepId(step.id),
        hours=calendars.WeeklyHours(step.time_zone, periods_for_core(step.periods)),
        open=StepId(step.open),
        closed=StepId(step.closed),
    )


def _dates_step_for_core(step: DatesStep) -> routing.DatesStep:
    return routing.DatesStep(
        id=StepId(step.id),
        time_zone=step.time_zone,
        dates=tuple(
            calendars.SpecialDates(each.name, each.first, each.last) for each in step.dates
        ),
        special=StepId(step.special),
        ordinary=StepId(step.ordinary),
    )


def _step_shown(step: routing.Step) -> Step:
    match step:
        case routing.AudioStep():
            return AudioStep(kind="audio", id=step.id, prompt=step.prompt, next=step.next)
        case routing.RingStep():
            return _ring_step_shown(step)
        case routing.MenuStep():
            return _menu_step_shown(step)
        case routing.HoursStep():
            return _hours_step_shown(step)
        case routing.DatesStep():
            return _dates_step_shown(step)
        case routing.RedirectToLine():
            return RedirectToLine(kind="redirect-to-line", id=step.id, line_id=step.line_id)
        case routing.RedirectToNumber():
            return RedirectToNumber(
                kind="redirect-to-number",
                id=step.id,
                number=step.number,
                next=step.next,
                ring_for_seconds=step.ring_for.total_seconds(),
            )
        case routing.VoicemailStep():
            return VoicemailStep(
                kind="voicemail",
                id=step.id,
                prompt=step.prompt,
                record_for_max_seconds=step.record_for_max.total_seconds(),
            )
        case routing.HangUpStep():
            return HangUpStep(kind="hang-up", id=step.id, prompt=step.prompt)
        case _ as never:
            assert_never(never)


def _ring_step_shown(step: routing.RingStep) -> RingStep:
    target: TeamTarget | AgentTarget
    if isinstance(step.target, routing.TeamTarget):
        target = TeamTarget(team_id=step.target.team_id)
    else:
        target = AgentTarget(agent_id=step.target.agent_id)
    return RingStep(
        kind="ring",
        id=step.id,
        target=target,
        next=step.next,
        ring_for_seconds=step.ring_for.total_seconds(),
        rule=step.rule,
        ring_each_for_seconds=step.ring_each_for.total_seconds(),
        ring_even_if_busy=step.ring_even_if_busy,
        waiting=WaitingExperience(
            music=step.waiting.music,
            messages=list(step.waiting.messages),
            message_every_seconds=step.waiting.message_every.total_seconds(),
            offer_above_seconds=_seconds(step.waiting.offer_above),
            tell_wait=step.waiting.tell_wait,
            tell_wait_every_seconds=step.waiting.tell_wait_every.total_seconds(),
        ),
    )


def _menu_step_shown(step: routing.MenuStep) -> MenuStep:
    return MenuStep(
        kind="menu",
        id=step.id,
        prompt=step.prompt,
        choices=[MenuChoice(digit=choice.digit, next=choice.next) for choice in step.choices],
        no_choice=step.no_choice,
        answer_within_seconds=step.answer_within.total_seconds(),
        times=step.times,
    )


def _hours_step_shown(step: routing.HoursStep) -> HoursStep:
    return HoursStep(
        kind="hours",
        id=step.id,
        time_zone=step.hours.time_zone,
        periods=periods_shown(step.hours.periods),
        open=step.open,
        closed=step.closed,
    )


def _dates_step_shown(step: routing.DatesStep) -> DatesStep:
    return DatesStep(
        kind="dates",
        id=step.id,
        time_zone=step.time_zone,
        dates=[
            SpecialDates(name=each.name, first=each.first, last=each.last) for each in step.dates
        ],
        special=step.special,
        ordinary=step.ordinary,
    )


def _duration(seconds: float | None) -> timedelta | None:
    return None if seconds is None else timedelta(seconds=seconds)


def _seconds(duration: timedelta | None) -> float | None:
    return None if duration is None else duration.total_seconds()
