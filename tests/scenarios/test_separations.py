"""Who had gone while the phones were away (S8, R44)."""

from ringback.core.effects import HangUp
from ringback.core.events import CallConnected, CallEnded
from ringback.core.ids import AgentId
from ringback.core.states import agent_leg
from tests.scenarios.stage import Stage
from tests.scenarios.test_recovery import LONG, listed, restart


def test_desk_phone_picked_up_for_a_caller_who_has_gone_is_connected_to_nobody() -> None:
    """S8, R44: the caller was missed, and the agent has talked to nobody."""
    stage = Stage("x", desk=["x"], steps=LONG, wrap_up=10)
    call = stage.arrive()
    leg = agent_leg(stage.offer_of("x"))
    restart(stage)

    stage.give(listed(leg))

    assert stage.events(CallConnected) == []
    assert [e.call_id for e in stage.events(CallEnded)] == [call]
    assert HangUp(leg) in stage.effects
    assert stage.world.agents[AgentId("x")].wrap_up_until is None
