"""Trying a flow: the caller goes through the very core, and a callback goes on to its end."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from ringback.core.calendars import WeeklyHours
from ringback.core.events import (
    BranchTaken,
    CallbackClosed,
    CallbackRequested,
    CallConnected,
    CallEnded,
    Event,
    MenuLeft,
    QueueJoined,
    VoicemailLeft,
)
from ringback.core.flow import (
    AgentTarget,
    AudioStep,
    Flow,
    HoursStep,
    MenuChoice,
    MenuStep,
    RingStep,
    TeamTarget,
    VoicemailStep,
)
from ringback.core.ids import AccountId, AgentId, FlowId, LineId, StepId, TeamId
from ringback.core.inputs import ConfigureAgent, ConfigureTeam, Input, OpenAccount
from ringback.core.outcomes import CallEnding, OutcomeKind
from ringback.core.refusals import Refusal
from ringback.core.settings import AgentProfile, Line, Team
from ringback.core.step import step
from ringback.core.world import World
from ringback.simulation.trial import CALLER, Press, Trial, company_inputs, play

MONDAY_NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
LEA, TOM = AgentId("lea"), AgentId("tom")
LINE = Line(LineId("paris"), "Paris", "FR", "fr", FlowId("paris"))
WELCOME, MENU, HOURS, RING, BOX = map(StepId, ("welcome", "menu", "hours", "ring", "box"))
FLOW = Flow(
    FlowId("paris"),
    "Paris",
    WELCOME,
    (
        AudioStep(WELCOME, "fr/welcome", HOURS),
        HoursStep(HOURS, WeeklyHours("Europe/Paris", ()), open=MENU, closed=MENU),
        MenuStep(MENU, "fr/menu", (MenuChoice("1", RING), MenuChoice("2", BOX)), BOX),
        RingStep(RING, TeamTarget(TeamId("support")), BOX, ring_for=timedelta(seconds=40)),
        VoicemailStep(BOX, "fr/voicemail_greeting"),
    ),
)


@pytest.fixture
def company() -> World:
    world = World()
    inputs: list[Input] = [
        OpenAccount(AccountId("main")),
        *(ConfigureAgent(AgentProfile(agent, agent)) for agent in (LEA, TOM)),
        ConfigureTeam(Team(TeamId("support"), "Support", (LEA, TOM))),
    ]
    for given in inputs:
        step(world, given, at=MONDAY_NOON, chance=0, actor="operator")
    return world


def _press(seconds: float, digit: str) -> Press:
    return Press(timedelta(seconds=seconds), digit)


def _events(company: World, *presses: Press, **wish: Any) -> list[Event]:
    trial = Trial(flow=FLOW, line=LINE, begins=MONDAY_NOON, presses=presses, **wish)
    before = company.sequence
    story = play(trial, company_inputs(company, trial), lambda _: 5.0)
    assert story.over
    assert company.sequence == before
    assert not company.calls
    return [fact.event for fact in story.facts]


def test_caller_who_chooses_a_key_is_connected_to_who_is_free(company: World) -> None:
    """R17, R19: at the pressed key, with the agents who are said to be there."""
    events = _events(company, _press(7, "1"), available=(LEA,))

    assert MenuLeft(CALLER, MENU, "1", RING) in events
    [connected] = [event for event in events if isinstance(event, CallConnected)]
    assert connected.agent_id == LEA
    [ended] = [event for event in events if isinstance(event, CallEnded)]
    assert ended.call_id == CALLER


def test_caller_who_chooses_nothing_leaves_a_message(company: World) -> None:
    """R17: the way for no choice, after the menu was asked as often as it is to be."""
    events = _events(company, available=(LEA,))

    assert MenuLeft(CALLER, MENU, None, BOX) in events
    assert VoicemailLeft(CALLER, 8.0) in events


def test_callback_asked_for_while_all_are_busy_is_tried_to_its_end(company: World) -> None:
    """R12, R24: it keeps its place until somebody gets free, and is then called back."""
    events = _events(company, _press(7, "1"), _press(15, "*"), busy=(LEA, TOM))

    [requested] = [event for event in events if isinstance(event, CallbackRequested)]
    assert requested.keeps_place
    [closed] = [event for event in events if isinstance(event, CallbackClosed)]
    assert closed.outcome.kind is OutcomeKind.COMPLETED


def test_nobody_answering_lets_the_caller_go_on_when_the_time_is_over(company: World) -> None:
    """R20, R23: phones ring for as long as the step says."""
    events = _events(company, _press(7, "1"), available=(LEA,), agents_answer=False)

    assert [event for event in events if isinstance(event, QueueJoined)]
    assert VoicemailLeft(CALLER, 8.0) in events


def test_caller_who_hangs_up_is_gone(company: World) -> None:
    """Within the first message; nothing comes after it."""
    events = _events(company, hangs_up_after=timedelta(seconds=2))

    [ended] = [event for event in events if isinstance(event, CallEnded)]
    assert ended.ending is CallEnding.CALLER_HUNG_UP
    assert not [event for event in events if isinstance(event, BranchTaken)]


def test_hours_are_those_of_the_moment_that_is_tried(company: World) -> None:
    """R17: whatever the clock on the wall says."""
    open_now = _events(company, available=(LEA,))

    [taken] = [event for event in open_now if isinstance(event, BranchTaken)]
    assert taken.branch == "closed"


def test_flow_with_a_problem_is_not_tried(company: World) -> None:
    """R20: it is told what is wrong with it, as when it is published."""
    broken = Flow(FLOW.id, "Paris", RING, (RingStep(RING, AgentTarget(LEA), StepId("")),))
    trial = Trial(flow=broken, line=LINE, begins=MONDAY_NOON)

    with pytest.raises(Refusal) as refused:
        play(trial, company_inputs(company, trial), lambda _: 5.0)

    assert refused.value.code == "invalid-flow"
