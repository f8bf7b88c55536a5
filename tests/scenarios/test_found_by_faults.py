"""What lives with faults (`tests/faults`) have found, one situation each."""

from ringback.core.effects import Join
from ringback.core.flow import Step
from ringback.core.ids import AgentId
from ringback.core.inputs import LegState, ListedLeg, PhoneSystemListed, PhoneSystemLost
from tests.scenarios.stage import VOICEMAIL, Stage, ring

LONG: list[Step] = [ring(ring_for=3600), VOICEMAIL]


def test_customer_who_answered_is_joined_after_a_restart() -> None:
    """R31, S8: killed between the fact that the customer answered and the command to join."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.take("x")
    stage.customer_answers(callback)
    agent_leg_id = stage.world.agents[AgentId("x")].leg_id
    customer_leg_id = stage.customer_leg(callback)
    [call_id] = stage.world.outbound_calls
    assert agent_leg_id is not None
    stage.world = stage.replayed()
    stage.effects.clear()
    stage.give(PhoneSystemLost())

    legs = tuple(ListedLeg(leg_id, LegState.UP) for leg_id in (agent_leg_id, customer_leg_id))
    stage.give(PhoneSystemListed(legs))

    assert Join(call_id, agent_leg_id, customer_leg_id) in stage.effects
