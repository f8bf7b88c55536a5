"""Configuration: bounds, flows checked before they are published, nothing saved by halves (R2)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from ringback.core.events import FlowPublished, LineConfigured, TeamConfigured
from ringback.core.flow import Flow, HangUpStep, Step, WaitingExperience
from ringback.core.flow_check import problems
from ringback.core.ids import AccountId, AgentId, FlowId, StepId, TeamId
from ringback.core.inputs import (
    ConfigureAgent,
    ConfigureLine,
    ConfigureTeam,
    OpenAccount,
    PublishFlow,
    SetAgentStatus,
)
from ringback.core.refusals import Refusal, RefusalCode
from ringback.core.settings import AgentProfile, AgentStatus, CallbackSettings, DiallingPolicy, Team
from ringback.core.step import step
from ringback.core.world import World
from tests.scenarios.stage import LINE, START, VOICEMAIL, Stage, audio, flow_of, ring


@pytest.mark.parametrize(
    ("settings", "field"),
    [
        (CallbackSettings(retries=6), "retries"),
        (CallbackSettings(retries=-1), "retries"),
        (CallbackSettings(busy_wait=timedelta(seconds=59)), "busy-wait"),
        (CallbackSettings(busy_wait=timedelta(minutes=241)), "busy-wait"),
        (CallbackSettings(settling=timedelta(seconds=61)), "settling"),
        (CallbackSettings(customer_ring=timedelta(seconds=14)), "customer-ring"),
        (CallbackSettings(customer_ring=timedelta(seconds=121)), "customer-ring"),
    ],
)
def test_value_out_of_range_is_refused_with_its_bounds(
    settings: CallbackSettings, field: str
) -> None:
    """R2: nothing is saved by halves."""
    stage = Stage("x")
    line = replace(stage.world.lines[LINE], name="new", callbacks=settings)

    refusal = stage.refuses(ConfigureLine(line))

    assert refusal.code is RefusalCode.VALUE_OUT_OF_RANGE
    assert refusal.data["field"] == field
    assert refusal.data["minimum"] < refusal.data["maximum"]  # type: ignore[operator]
    assert stage.world.lines[LINE].name == "paris"


def test_defaults_are_the_articles() -> None:
    """R2: no retry, an hour of waiting, 45 s of ringing, 5 s to settle."""
    settings = CallbackSettings()

    assert (settings.retries, settings.busy_wait) == (0, timedelta(hours=1))
    assert (settings.customer_ring, settings.settling) == (
        timedelta(seconds=45),
        timedelta(seconds=5),
    )
    assert DiallingPolicy() == DiallingPolicy((), 5, 200)


def test_unchanged_settings_make_no_event() -> None:
    """R2: saving the same again is nothing new."""
    stage = Stage("x")
    before = stage.world.sequence

    stage.give(ConfigureLine(stage.world.lines[LINE]))
    stage.give(ConfigureTeam(stage.world.teams[TeamId("support")]))
    stage.give(ConfigureAgent(AgentProfile(AgentId("x"), "x")))
    stage.give(PublishFlow(flow_of(ring(), VOICEMAIL)))

    assert stage.world.sequence == before
    assert len(stage.events(LineConfigured)) == 1
    assert len(stage.events(FlowPublished)) == 1


@pytest.mark.parametrize(
    ("flow", "code", "step_id"),
    [
        (Flow(FlowId("f"), "f", StepId("no"), (VOICEMAIL,)), "unknown-step", None),
        (flow_of(audio("a", "no")), "unknown-step", "a"),
        (flow_of(audio("a", "b"), audio("b", "a")), "loop", "b"),
        (flow_of(VOICEMAIL, HangUpStep(StepId("lost"))), "unreachable-step", "lost"),
        (flow_of(VOICEMAIL, VOICEMAIL), "repeated-step", None),
        (flow_of(ring(ring_for=4), VOICEMAIL), "ring-time-out-of-range", "ring"),
        (flow_of(ring(ring_for=3601), VOICEMAIL), "ring-time-out-of-range", "ring"),
        (flow_of(ring(each=2), VOICEMAIL), "ring-time-out-of-range", "ring"),
        (flow_of(audio("a", "")), "no-end", "a"),
        (flow_of(replace(VOICEMAIL, prompt="")), "no-message", "voicemail"),
        (flow_of(ring(messages=("",)), VOICEMAIL), "no-message", "ring"),
        (
            flow_of(replace(VOICEMAIL, record_for_max=timedelta(hours=2))),
            "recording-time-out-of-range",
            "voicemail",
        ),
    ],
)
def test_flow_with_a_problem_names_it_and_its_step(
    flow: Flow, code: str, step_id: str | None
) -> None:
    """R20: checked before it is published."""
    found = problems(flow)

    assert (code, step_id) in [(problem.code, problem.step_id) for problem in found]


def test_message_interval_has_a_floor() -> None:
    """R3: messages may not chase one another."""
    hasty = WaitingExperience(messages=("en/offer",), message_every=timedelta(seconds=1))
    step: Step = replace(ring(), waiting=hasty)

    assert [p.code for p in problems(flow_of(step, VOICEMAIL))] == ["message-interval-too-short"]


def test_flow_with_a_problem_is_not_published() -> None:
    """R20: refused with all its problems."""
    stage = Stage("x")

    refusal = stage.refuses(PublishFlow(flow_of(ring(team="nobody", then="no"))))

    assert refusal.code is RefusalCode.INVALID_FLOW
    codes = [problem.code for problem in refusal.data["problems"]]  # type: ignore[attr-defined]
    assert codes == ["unknown-step", "unknown-team"]
    alone = PublishFlow(flow_of(ring(agent="nobody"), VOICEMAIL))
    assert stage.refuses(alone).code is RefusalCode.INVALID_FLOW


def test_unknown_references_are_refused() -> None:
    """R2: a line's flow, a team's members, an agent."""
    stage = Stage("x")
    line = replace(stage.world.lines[LINE], flow_id=FlowId("no"))

    assert stage.refuses(ConfigureLine(line)).code is RefusalCode.UNKNOWN_FLOW
    team = ConfigureTeam(Team(TeamId("t"), "t", (AgentId("no"),)))
    assert stage.refuses(team).code is RefusalCode.UNKNOWN_AGENT
    status = SetAgentStatus(AgentId("no"), AgentStatus.ONLINE)
    assert stage.refuses(status).code is RefusalCode.UNKNOWN_AGENT
    long_wrap_up = AgentProfile(AgentId("x"), "x", wrap_up=timedelta(hours=2))
    assert stage.refuses(ConfigureAgent(long_wrap_up)).code is RefusalCode.VALUE_OUT_OF_RANGE


def test_account_is_opened_once_and_first() -> None:
    """S21: the journal begins with it."""
    request = ConfigureAgent(AgentProfile(AgentId("x"), "x"))
    with pytest.raises(Refusal) as closed:
        step(World(), request, at=START, chance=1, actor="test")
    stage = Stage("x")

    again = stage.refuses(OpenAccount(AccountId("other")))

    assert closed.value.code is RefusalCode.ACCOUNT_NOT_OPEN
    assert again.code is RefusalCode.ACCOUNT_ALREADY_OPEN


def test_team_changes_take_effect_for_those_waiting() -> None:
    """R4: teams and agents are those of the moment."""
    stage = Stage("x", "y", teams={"support": ["x"]}, steps=[ring(ring_for=600), VOICEMAIL])
    stage.occupy("x")
    callback = stage.ask(stage.arrive())
    stage.give(ConfigureTeam(Team(TeamId("support"), "support", (AgentId("x"), AgentId("y")))))
    assert stage.rung_for("y") == callback

    stage.decline("y")
    stage.give(ConfigureTeam(Team(TeamId("support"), "support", (AgentId("y"),))))

    assert len(stage.events(TeamConfigured)) == 3
    assert callback not in stage.world.callbacks
