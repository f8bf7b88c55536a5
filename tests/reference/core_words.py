"""What the reference model is configured with, in the core's words."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from ringback.core.calendars import OpeningPeriod, SpecialDates, WeeklyHours
from ringback.core.flow import (
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
    TeamTarget,
    VoicemailStep,
    WaitingExperience,
)
from ringback.core.flow import Step as CoreStep
from ringback.core.ids import (
    AgentId,
    FlowId,
    LineId,
    StepId,
    TeamId,
)
from ringback.core.settings import (
    AgentProfile,
    CallbackMode,
    CallbackSettings,
    Destination,
    DiallingPolicy,
    NumberKind,
    PhoneKind,
    WhenBusy,
    WhenCustomerCalls,
)
from ringback.core.settings import Line as CoreLine

from .rules.parts import Agent, Line, Periods, Settings, Step

MESSAGE = "en/message_"
OUTSIDE = "+33199001234"
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ZONES: dict[float, str] = {
    0: "UTC",
    3600: "Europe/Paris",
    32_400: "Asia/Tokyo",
    -18_000: "America/Bogota",
    50_400: "Pacific/Kiritimati",
}
"""Places by how many seconds their clocks are ahead in that month."""


def core_profile(agent: Agent, hours: Periods | None, ahead: float) -> AgentProfile:
    phone = PhoneKind.DESK if agent.desk else PhoneKind.BROWSER
    phone = PhoneKind.OUTSIDE if agent.outside else phone
    works = None if hours is None else weekly_hours(hours, ahead)
    wrap_up = timedelta(seconds=agent.wrap_up)
    return AgentProfile(AgentId(agent.name), agent.name, phone, wrap_up, hours=works)


def core_settings(given: Settings) -> CallbackSettings:
    return CallbackSettings(
        mode=CallbackMode(given.mode),
        retries=given.retries,
        when_busy=WhenBusy(given.when_busy),
        busy_wait=timedelta(seconds=given.busy_wait),
        respect_queuing_time=given.respect_queuing_time,
        settling=timedelta(seconds=given.settling),
        customer_ring=timedelta(seconds=given.customer_ring),
        age_max=timedelta(seconds=given.age_max),
        when_customer_calls=WhenCustomerCalls(given.when_customer_calls),
        whisper=given.whisper,
        announcement_prompt="en/announcement" if given.announcement else None,
        ring_who_tried=given.ring_who_tried,
    )


def core_line(given: Line) -> CoreLine:
    return CoreLine(
        LineId(given.name),
        given.name,
        given.country,
        "en",
        FlowId(given.flow),
        priority=given.priority,
        callbacks=core_settings(given.settings),
        dialling=DiallingPolicy(given.countries, given.customer_day_max, given.line_hour_max),
        whisper=given.whisper,
        announcement_prompt="en/announcement" if given.announcement else None,
        assigned_agents=tuple(map(AgentId, given.assigned_agents)),
        assigned_teams=tuple(map(TeamId, given.assigned_teams)),
    )


def core_flow(name: str, steps: Sequence[Step]) -> Flow:
    return Flow(FlowId(name), name, StepId(steps[0].name), tuple(map(_core_step, steps)))


def _core_step(given: Step) -> CoreStep:
    step_id = StepId(given.name)
    match given.kind:
        case "audio":
            return AudioStep(step_id, "en/welcome", StepId(given.next))
        case "voicemail":
            return VoicemailStep(step_id, "en/voicemail_greeting")
        case "hang-up":
            return HangUpStep(step_id, "en/goodbye" if given.has_prompt else None)
        case "menu":
            return _menu_step(given)
        case "hours":
            so, otherwise = StepId(given.if_so), StepId(given.if_not)
            return HoursStep(step_id, weekly_hours(given.periods, given.ahead), so, otherwise)
        case "dates":
            so, otherwise = StepId(given.if_so), StepId(given.if_not)
            return DatesStep(step_id, ZONES[given.ahead], _special_dates(given), so, otherwise)
        case "redirect-to-line":
            return RedirectToLine(step_id, LineId(given.line))
        case "redirect-to-number":
            where, rings = Destination(NumberKind.ORDINARY, given.country), given.ring_for
            then = StepId(given.next)
            return RedirectToNumber(step_id, OUTSIDE, where, then, timedelta(seconds=rings))
        case _:
            return _ring_step(given)


def _menu_step(given: Step) -> MenuStep:
    return MenuStep(
        StepId(given.name),
        "en/menu",
        tuple(MenuChoice(digit, StepId(to)) for digit, to in given.choices.items()),
        None if given.no_choice is None else StepId(given.no_choice),
        timedelta(seconds=given.answer_within),
        given.times,
    )


def weekly_hours(given: Periods, ahead: float) -> WeeklyHours:
    """In the core, a period that closes at midnight closes at the end of that day."""
    periods = tuple(
        OpeningPeriod(weekday, _time_of(opens), _time_of(closes))
        for weekday, opens, closes in given
    )
    return WeeklyHours(ZONES[ahead], periods)


def _time_of(second: float) -> time:
    return (START.replace(hour=0) + timedelta(seconds=second)).time()


def _special_dates(given: Step) -> tuple[SpecialDates, ...]:
    first_day = START.date()
    return tuple(
        SpecialDates("holiday", first_day + timedelta(days=first), first_day + timedelta(days=last))
        for first, last in given.days
    )


def _ring_step(given: Step) -> RingStep:
    name = given.target.removeprefix("agent:")
    alone = given.target.startswith("agent:")
    return RingStep(
        StepId(given.name),
        AgentTarget(AgentId(name)) if alone else TeamTarget(TeamId(name)),
        StepId(given.next),
        ring_for=timedelta(seconds=given.ring_for),
        rule=RingRule(given.rule),
        ring_each_for=timedelta(seconds=given.ring_each_for),
        ring_even_if_busy=given.ring_even_if_busy,
        waiting=_waiting_experience(given),
    )


def _waiting_experience(given: Step) -> WaitingExperience:
    above, every = given.offer_above, given.tell_wait_every
    return WaitingExperience(
        messages=tuple(f"{MESSAGE}{number}" for number in range(given.messages)),
        message_every=timedelta(seconds=given.message_every),
        offer_above=None if above is None else timedelta(seconds=above),
        tell_wait=every is not None,
        tell_wait_every=timedelta(seconds=60 if every is None else every),
    )
