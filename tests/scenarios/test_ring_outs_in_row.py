"""An agent who lets several offers in a row ring out is not disturbed any more (R19)."""

from ringback.core.events import AgentStatusSet, OffersRangOut, StatusCause
from ringback.core.flow import RingRule, Step
from ringback.core.ids import AgentId
from ringback.core.inputs import (
    AgentFailureCause,
    AgentPhoneFailed,
    CallByHand,
    ConfigureAccount,
    PhoneSystemListed,
    PhoneSystemLost,
)
from ringback.core.refusals import RefusalCode
from ringback.core.settings import AccountSettings, AgentStatus
from ringback.core.states import Standing, agent_leg
from tests.scenarios.stage import VOICEMAIL, Stage, ring

SHORT: list[Step] = [ring(ring_for=10), VOICEMAIL]


def let_ring_out(stage: Stage, times: int) -> None:
    """Let the only agent x be rung by that many callers, and not answer."""
    for _ in range(times):
        caller = stage.arrive()
        assert stage.rung_for("x") == caller
        stage.wait(10)


def status_of(stage: Stage, name: str = "x") -> AgentStatus:
    return stage.world.agents[AgentId(name)].status


def ring_outs(stage: Stage, name: str = "x") -> int:
    return stage.world.agents[AgentId(name)].ring_outs_in_row


def test_third_ring_out_in_a_row_sets_do_not_disturb() -> None:
    """R19: the event says why, and which item rang out last."""
    stage = Stage("x", steps=SHORT)

    let_ring_out(stage, 3)

    away = stage.events(AgentStatusSet)[-1]
    assert away.status is AgentStatus.DO_NOT_DISTURB
    assert away.cause is StatusCause.RANG_OUT
    assert away.item_id == "call-3"
    stage.arrive()
    assert stage.rung_for("x") is None


def test_second_ring_out_leaves_the_agent_online() -> None:
    """R19: three is the default."""
    stage = Stage("x", steps=SHORT)

    let_ring_out(stage, 2)

    assert status_of(stage) is AgentStatus.ONLINE


def test_agent_time_over_counts_and_the_next_agent_is_rung() -> None:
    """R19, R20: one by one, it is the silent agent alone who is let go."""
    steps: list[Step] = [ring(ring_for=600, rule=RingRule.LONGEST_IDLE, each=10), VOICEMAIL]
    stage = Stage("x", "y", steps=steps, account=AccountSettings(ring_outs_in_row_max=1))
    caller = stage.arrive()

    stage.wait(10)

    assert status_of(stage) is AgentStatus.DO_NOT_DISTURB
    assert stage.rung_for("y") == caller
    assert status_of(stage, "y") is AgentStatus.ONLINE


def test_decline_starts_the_count_anew() -> None:
    """R19: who declines is there."""
    stage = Stage("x", steps=SHORT)
    let_ring_out(stage, 2)
    stage.arrive()

    stage.decline("x")

    assert ring_outs(stage) == 0
    let_ring_out(stage, 2)
    assert status_of(stage) is AgentStatus.ONLINE


def test_answer_starts_the_count_anew() -> None:
    """R19: so does who answers."""
    stage = Stage("x", steps=SHORT)
    let_ring_out(stage, 2)
    stage.arrive()

    stage.take("x")
    stage.hang_up("x")

    let_ring_out(stage, 2)
    assert status_of(stage) is AgentStatus.ONLINE


def test_accept_whose_caller_leaves_starts_the_count_anew() -> None:
    """R19: the accept counts, whatever becomes of the call."""
    stage = Stage("x", steps=SHORT)
    let_ring_out(stage, 2)
    caller = stage.arrive()
    stage.accept("x")

    stage.caller_hangs_up(caller)

    assert ring_outs(stage) == 0


def test_going_online_again_starts_the_count_anew() -> None:
    """R19: it takes three more."""
    stage = Stage("x", steps=SHORT)
    let_ring_out(stage, 3)

    stage.online("x")

    let_ring_out(stage, 2)
    assert status_of(stage) is AgentStatus.ONLINE
    let_ring_out(stage, 1)
    assert status_of(stage) is AgentStatus.DO_NOT_DISTURB


def test_phone_that_never_connects_after_the_accept_counts() -> None:
    """R19, R29: an agent with a dead telephone does not take every callback for 15 s each."""
    steps: list[Step] = [ring(ring_for=600, each=600), VOICEMAIL]
    stage = Stage("x", steps=steps, account=AccountSettings(ring_outs_in_row_max=2))
    for _ in range(2):
        caller = stage.arrive()
        stage.accept("x")
        stage.wait(15)
        stage.caller_hangs_up(caller)

    assert status_of(stage) is AgentStatus.DO_NOT_DISTURB
    assert stage.events(AgentStatusSet)[-1].cause is StatusCause.RANG_OUT


def test_phone_that_cannot_be_rung_does_not_count() -> None:
    """R19: a silence that nobody could hear says nothing of the agent."""
    once = AccountSettings(ring_outs_in_row_max=1)
    for cause in (AgentFailureCause.UNREACHABLE, AgentFailureCause.FAULT):
        stage = Stage("x", desk=["x"], steps=SHORT, account=once)
        stage.arrive()

        stage.give(AgentPhoneFailed(agent_leg(stage.offer_of("x")), cause))

        assert stage.events(OffersRangOut)
        assert status_of(stage) is AgentStatus.ONLINE


def test_desk_phone_that_rang_unanswered_counts() -> None:
    """R19: the telephone's own word is worth as much as the step's time."""
    stage = Stage("x", desk=["x"], steps=SHORT, account=AccountSettings(ring_outs_in_row_max=1))
    stage.arrive()

    leg_id = agent_leg(stage.offer_of("x"))
    stage.give(AgentPhoneFailed(leg_id, AgentFailureCause.NO_ANSWER))

    assert status_of(stage) is AgentStatus.DO_NOT_DISTURB


def test_withdrawn_offers_neither_count_nor_start_anew() -> None:
    """R19: a caller who hangs up, or a restart of ours, is not the agent's doing."""
    stage = Stage("x", desk=["x"], steps=SHORT)
    let_ring_out(stage, 2)
    stage.caller_hangs_up(stage.arrive())
    stage.arrive()

    stage.give(PhoneSystemLost())
    stage.give(PhoneSystemListed(()))

    assert ring_outs(stage) == 2
    assert status_of(stage) is AgentStatus.ONLINE


def test_zero_never_sets_anybody_to_do_not_disturb() -> None:
    """R19: the setting can be switched off."""
    stage = Stage("x", steps=SHORT, account=AccountSettings(ring_outs_in_row_max=0))

    let_ring_out(stage, 7)

    assert status_of(stage) is AgentStatus.ONLINE


def test_lowered_limit_waits_for_the_next_ring_out() -> None:
    """R19: nobody is sent away for what was allowed."""
    stage = Stage("x", steps=SHORT, account=AccountSettings(ring_outs_in_row_max=5))
    let_ring_out(stage, 3)

    stage.give(ConfigureAccount(AccountSettings(ring_outs_in_row_max=2)))

    assert status_of(stage) is AgentStatus.ONLINE
    let_ring_out(stage, 1)
    assert status_of(stage) is AgentStatus.DO_NOT_DISTURB


def test_agent_who_left_while_connecting_keeps_the_status_chosen() -> None:
    """R19: offline outranks what the ring-out would set."""
    stage = Stage("x", steps=SHORT, account=AccountSettings(ring_outs_in_row_max=1))
    stage.arrive()
    stage.accept("x")
    stage.offline("x")

    stage.wait(15)

    assert ring_outs(stage) == 1
    assert status_of(stage) is AgentStatus.OFFLINE


def test_last_agent_let_go_ends_what_waits_for_them() -> None:
    """R19, R24: with nobody even busy, the callback at the front is over at once."""
    stage = Stage("x", steps=SHORT, account=AccountSettings(ring_outs_in_row_max=1))
    callback = stage.ask(stage.arrive())

    stage.wait(10)

    assert stage.outcome(callback).reason == "no_answer"
    assert stage.world.agents[AgentId("x")].standing is Standing.ABSENT


def test_call_by_hand_that_connects_starts_the_count_anew() -> None:
    """R19, R35: who calls by hand is there."""
    stage = Stage("x", steps=SHORT, retries=0)
    callback = stage.ask(stage.arrive())
    stage.wait(10)
    assert ring_outs(stage) > 0

    stage.give(CallByHand(callback, AgentId("x")))
    stage.phone_up("x")

    assert ring_outs(stage) == 0


def test_replay_counts_the_same() -> None:
    """S21: the count follows from the events."""
    stage = Stage("x", steps=SHORT)
    let_ring_out(stage, 2)

    again = stage.replayed()

    assert again.agents[AgentId("x")].ring_outs_in_row == 2


def test_limit_out_of_its_bounds_is_refused() -> None:
    """R2, R19: the refusal names the bounds, and nothing is saved."""
    stage = Stage("x")

    refusal = stage.refuses(ConfigureAccount(AccountSettings(ring_outs_in_row_max=101)))

    assert refusal.code is RefusalCode.VALUE_OUT_OF_RANGE
    assert (refusal.data["minimum"], refusal.data["maximum"]) == (0, 100)
    assert stage.world.settings == AccountSettings()


def test_unchanged_settings_leave_no_trace() -> None:
    """R2: saving what is in force already is no event."""
    stage = Stage("x")

    assert stage.give(ConfigureAccount(AccountSettings())) == []
