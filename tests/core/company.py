"""A random company: agents, teams, flows and lines, made from a few small numbers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

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
    Step,
    TeamTarget,
    VoicemailStep,
    WaitingExperience,
)
from ringback.core.ids import AgentId, CustomerId, FlowId, LineId, StepId, TeamId
from ringback.core.settings import (
    AgentProfile,
    CallbackMode,
    CallbackSettings,
    Destination,
    DiallingPolicy,
    Line,
    NumberKind,
    PhoneKind,
    Team,
    WhenBusy,
    WhenCustomerCalls,
)

Pick = Callable[[int], int]
"""Choose one of so many, from 0 on; 0 is the plainest."""

TEAMS = (TeamId("alpha"), TeamId("beta"))
FLOWS = (FlowId("main"), FlowId("other"))
LINES = (LineId("paris"), LineId("priority"), LineId("lyon"))
ONWARD, END = StepId(""), StepId("end")
EVERY_DAY = range(7)
LONG_HOURS = WeeklyHours(
    "Europe/Paris", tuple(OpeningPeriod(day, time(9), time(18)) for day in EVERY_DAY)
)
SHORT_HOURS = WeeklyHours(
    "Europe/Paris", tuple(OpeningPeriod(day, time(10), time(10, 2)) for day in EVERY_DAY)
)
TODAY = (SpecialDates("founding", date(2026, 3, 2), date(2026, 3, 2)),)
TOMORROW = (SpecialDates("next day", date(2026, 3, 3), date(2026, 3, 4)),)
CUSTOMERS: tuple[tuple[CustomerId | None, Destination], ...] = (
    (CustomerId("anna"), Destination(NumberKind.ORDINARY, "FR")),
    (CustomerId("ben"), Destination(NumberKind.ORDINARY, "FR")),
    (CustomerId("carl"), Destination(NumberKind.ORDINARY, "FR")),
    (CustomerId("dora"), Destination(NumberKind.ORDINARY, "FR")),
    (CustomerId("emil"), Destination(NumberKind.ORDINARY, "DE")),
    (None, Destination(NumberKind.WITHHELD)),
    (CustomerId("fay"), Destination(NumberKind.PREMIUM, "FR")),
)


def profile(number: int, pick: Pick) -> AgentProfile:
    phone = (PhoneKind.BROWSER, PhoneKind.DESK, PhoneKind.OUTSIDE)[pick(3)]
    wrap_up = timedelta(seconds=(0, 20)[pick(2)])
    hours = (None, LONG_HOURS, SHORT_HOURS)[max(0, pick(16) - 13)]
    name = f"agent{number}"
    return AgentProfile(AgentId(name), name, phone, wrap_up, hours=hours)


def team(team_id: TeamId, agents: list[AgentId], pick: Pick) -> Team:
    """Some of the agents, one at least."""
    left_out = pick(len(agents))
    start = 0 if team_id == TEAMS[0] else 1
    return Team(team_id, team_id, tuple(agents[start : max(start + 1, len(agents) - left_out)]))


def flow(flow_id: FlowId, agents: list[AgentId], pick: Pick) -> Flow:
    """A welcome or none, up to three ring steps with or without a branch or audio, an end."""
    steps: list[Step] = []
    ring_steps = 1 + pick(3) if flow_id == FLOWS[0] else pick(3)
    if pick(2) or not ring_steps:
        steps.append(AudioStep(StepId("welcome"), "en/welcome", ONWARD))
    for number in range(ring_steps):
        if pick(3) == 2:
            steps.append(_branching_step(number, pick))
        steps.append(_ring_step(number, agents, pick))
        if pick(4) == 3:
            steps.append(AudioStep(StepId(f"audio{number}"), "en/audio", ONWARD))
    steps.append(
        (
            VoicemailStep(END, "en/voicemail", timedelta(seconds=60)),
            HangUpStep(END),
            HangUpStep(END, "en/goodbye"),
            RedirectToLine(END, LINES[2]),
        )[max(0, pick(12) - 8)]
    )
    return Flow(flow_id, flow_id, steps[0].id, tuple(_chained(steps)))


def _ring_step(number: int, agents: list[AgentId], pick: Pick) -> RingStep:
    alone = pick(5) == 4
    return RingStep(
        StepId(f"ring{number}"),
        AgentTarget(agents[0]) if alone else TeamTarget(TEAMS[pick(2)]),
        ONWARD,
        ring_for=timedelta(seconds=(60, 20, 150, 5)[pick(4)]),
        rule=(RingRule.SIMULTANEOUS, RingRule.LONGEST_IDLE, RingRule.RANDOM)[pick(3)],
        ring_each_for=timedelta(seconds=(30, 10)[pick(2)]),
        ring_even_if_busy=pick(3) < 2,
        waiting=WaitingExperience(
            messages=((), ("en/offer",))[pick(2)],
            offer_above=(None, timedelta(seconds=10))[pick(2)],
            tell_wait=pick(2) == 1,
        ),
    )


def _branching_step(number: int, pick: Pick) -> Step:
    """A menu, opening hours that end soon after the founding, a special day, or a redirect."""
    step_id = StepId(f"branch{number}")
    match (0, 1, 3, 0, 1, 3, 2)[pick(7)]:
        case 0:
            no_choice = (ONWARD, None, END)[pick(3)]
            return MenuStep(
                step_id,
                "en/menu",
                (MenuChoice("1", ONWARD), MenuChoice("2", END)),
                no_choice,
                timedelta(seconds=(5, 1)[pick(2)]),
                1 + pick(2),
            )
        case 1:
            return HoursStep(step_id, (LONG_HOURS, SHORT_HOURS)[pick(2)], ONWARD, END)
        case 2:
            destination = Destination(NumberKind.ORDINARY, ("FR", "DE")[pick(2)])
            return RedirectToNumber(step_id, "+33199001234", destination, ONWARD)
        case _:
            return DatesStep(step_id, "Europe/Paris", (TODAY, TOMORROW)[pick(2)], END, ONWARD)


def _chained(steps: list[Step]) -> list[Step]:
    """Let each step lead to the one after it, and other branches to the end."""
    chained: list[Step] = []
    for step, following in zip(steps, [*steps[1:], None], strict=True):
        onward = END if following is None else following.id
        match step:
            case AudioStep() | RingStep() | RedirectToNumber():
                chained.append(replace(step, next=onward))
            case MenuStep():
                choices = tuple(_led(choice, onward) for choice in step.choices)
                no_choice = onward if step.no_choice == ONWARD else step.no_choice
                chained.append(replace(step, choices=choices, no_choice=no_choice))
            case HoursStep():
                chained.append(replace(step, open=onward))
            case DatesStep():
                chained.append(replace(step, ordinary=onward))
            case RedirectToLine() | VoicemailStep() | HangUpStep():
                chained.append(step)
    return chained


def _led(choice: MenuChoice, onward: StepId) -> MenuChoice:
    return replace(choice, next=onward) if choice.next == ONWARD else choice


def line(line_id: LineId, pick: Pick) -> Line:
    modes = (CallbackMode.AUTOMATED, CallbackMode.AUTOMATED, CallbackMode.MANUAL, CallbackMode.OFF)
    callbacks = CallbackSettings(
        mode=modes[pick(4)] if line_id != LINES[0] else CallbackMode.AUTOMATED,
        retries=pick(3),
        when_busy=(WhenBusy.WAIT, WhenBusy.FOLLOW_STEP, WhenBusy.FAIL)[pick(3)],
        busy_wait=timedelta(minutes=(60, 1)[pick(2)]),
        respect_queuing_time=pick(4) == 3,
        settling=timedelta(seconds=(5, 0)[pick(2)]),
        customer_ring=timedelta(seconds=(45, 15)[pick(2)]),
        age_max=timedelta(minutes=(24 * 60, 2)[pick(5) // 4]),
        when_customer_calls=tuple(WhenCustomerCalls)[pick(3)],
        whisper=pick(3) == 2,
        announcement_prompt=(None, "en/announcement")[pick(3) // 2],
        ring_who_tried=pick(2) == 1,
    )
    dialling = DiallingPolicy(
        countries=((), ("FR", "DE"), ("DE",))[max(0, pick(8) - 5)],
        customer_day_max=(5, 1, 0)[max(0, pick(8) - 5)],
        line_hour_max=(200, 1)[pick(2)],
    )
    flow_id = FLOWS[0] if line_id == LINES[0] else FLOWS[pick(2)]
    return Line(
        line_id,
        line_id,
        "FR",
        "en",
        flow_id,
        priority=line_id == LINES[1],
        callbacks=callbacks,
        dialling=dialling,
        whisper=pick(3) == 2,
        announcement_prompt=(None, "en/announcement")[pick(3) // 2],
    )
