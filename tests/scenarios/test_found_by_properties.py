"""Each case here once broke a property in a random run."""

from dataclasses import replace

from ringback.core.effects import StopRinging
from ringback.core.events import CallbackRequested
from ringback.core.ids import AgentId
from ringback.core.inputs import AgentConnectionLost, ConfigureAgent
from ringback.core.outcomes import OutcomeReason, failed
from ringback.core.settings import Destination, DiallingPolicy, NumberKind, PhoneKind
from ringback.core.states import agent_leg

from .stage import Stage


def test_limit_of_no_dials_refuses_without_a_card() -> None:
    """S15: a limit of zero is a verdict like any other (R48), for no waiting would change it."""
    stage = Stage("xena")
    stage.configure_line(dialling=DiallingPolicy(customer_day_max=0))
    stage.occupy("xena")
    callback_id = stage.ask(stage.arrive())

    stage.hang_up("xena")

    assert stage.rung_for("xena") is None
    assert stage.outcome(callback_id) == failed(OutcomeReason.DESTINATION_REFUSED)


def test_request_granted_after_a_refused_one_is_the_only_one() -> None:
    """S2: a caller whose second `*` is granted is not listed for the first as well (R9)."""
    stage = Stage("xena")
    call_id = stage.arrive(destination=Destination(NumberKind.ORDINARY, "DE"))
    stage.press(call_id)
    stage.configure_line(dialling=DiallingPolicy(countries=("FR", "DE")))

    stage.ask(call_id)

    assert len(stage.events(CallbackRequested)) == 1


def test_phone_exchanged_while_it_rings_stops_ringing() -> None:
    """S20: the desk phone of an agent who gets a browser phone is not left ringing (R19)."""
    stage = Stage("xena", desk=["xena"])
    call_id = stage.arrive()
    desk_leg = agent_leg(stage.offer_of("xena"))

    profile = stage.world.agents[AgentId("xena")].profile
    stage.give(ConfigureAgent(replace(profile, phone=PhoneKind.BROWSER)))

    assert StopRinging(desk_leg) in stage.effects
    assert stage.rung_for("xena") == call_id
    assert agent_leg(stage.offer_of("xena")) != desk_leg


def test_desk_phone_in_place_of_a_lost_page_is_rung() -> None:
    """R19: a phone that registered long ago tells nothing of itself, so nobody stays missing."""
    stage = Stage("xena")
    stage.give(AgentConnectionLost(AgentId("xena")))
    call_id = stage.arrive()

    profile = stage.world.agents[AgentId("xena")].profile
    stage.give(ConfigureAgent(replace(profile, phone=PhoneKind.DESK)))

    assert stage.rung_for("xena") == call_id


def test_desk_phone_that_is_gone_stays_so_under_another_name() -> None:
    """R19: only another phone speaks for an agent whose phone is lost."""
    stage = Stage("xena", desk=["xena"])
    stage.give(AgentConnectionLost(AgentId("xena")))
    stage.arrive()

    profile = stage.world.agents[AgentId("xena")].profile
    stage.give(ConfigureAgent(replace(profile, name="Xena")))

    assert stage.rung_for("xena") is None
