"""Calling: agents first, then the customer, once; and every way it can end (R29 to R34)."""

from datetime import timedelta

import pytest

from ringback.core.effects import (
    ConnectAgent,
    DialCustomer,
    HangUp,
    Join,
    RingAgent,
    StopRinging,
    TurnAway,
)
from ringback.core.events import (
    DialIntended,
    LateAnswerTurnedAway,
    OfferDeclined,
    OffersRangOut,
    RingOutCause,
)
from ringback.core.flow import Step
from ringback.core.ids import AgentId, CallId, LegId, OfferId
from ringback.core.inputs import (
    AcceptOffer,
    AgentFailureCause,
    AgentPhoneAnswered,
    AgentPhoneDeclined,
    AgentPhoneFailed,
    DeclineOffer,
    LegEnded,
)
from ringback.core.refusals import Refusal, RefusalCode
from ringback.core.states import Talking, agent_leg
from tests.scenarios.stage import VOICEMAIL, Stage, ring

LONG: list[Step] = [ring(ring_for=3600), VOICEMAIL]


# ---- the winner (R29) --------------------------------------------------------------------


def test_customer_is_dialled_when_the_winners_phone_is_up() -> None:
    """R29, S4: the intent is an event, the dial its effect, from the line's number."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.accept("x")
    assert stage.events(DialIntended) == []

    stage.phone_up("x")

    (intent,) = stage.events(DialIntended)
    (dial,) = [e for e in stage.effects if isinstance(e, DialCustomer)]
    assert (dial.leg_id, dial.line_id) == (intent.customer_leg_id, "paris")
    assert dial.agent_leg_id == intent.agent_leg_id
    assert intent.callback_id == callback


def test_browser_phone_is_connected_after_the_accept_only() -> None:
    """R29: the card rings, the phone is called when it was accepted."""
    stage = Stage("x", steps=LONG)
    stage.arrive()
    assert not any(isinstance(e, RingAgent | ConnectAgent) for e in stage.effects)

    stage.accept("x")

    assert isinstance(stage.effects[-1], ConnectAgent)


def test_desk_phone_rings_and_its_answer_accepts() -> None:
    """R29: picking up is *Call back*."""
    stage = Stage("x", desk=["x"], steps=LONG)
    callback = stage.ask(stage.arrive())
    ringing = [e for e in stage.effects if isinstance(e, RingAgent)][-1]
    assert ringing.callback

    stage.give(AgentPhoneAnswered(ringing.leg_id))

    assert [e.callback_id for e in stage.events(DialIntended)] == [callback]


def test_rejecting_on_the_desk_phone_declines() -> None:
    """R22: the phone's own button."""
    stage = Stage("x", desk=["x"], steps=LONG)
    callback = stage.ask(stage.arrive())

    stage.give(AgentPhoneDeclined(agent_leg(stage.offer_of("x"))))

    assert [e.item_id for e in stage.events(OfferDeclined)] == [callback]


def test_desk_phone_that_lost_the_race_hears_it() -> None:
    """R29: picked up too late, it is told and let go; other cards stop."""
    stage = Stage("x", "y", desk=["x", "y"], steps=LONG)
    stage.ask(stage.arrive())
    late = agent_leg(stage.offer_of("y"))
    stage.give(AgentPhoneAnswered(agent_leg(stage.offer_of("x"))))
    assert StopRinging(late) in stage.effects

    stage.give(AgentPhoneAnswered(late))

    assert [e.agent_id for e in stage.events(LateAnswerTurnedAway)] == ["y"]
    assert stage.effects[-1] == TurnAway(late, "en/taken_by_colleague")


def phone_that_is_told_it_came_too_late() -> tuple[Stage, CallId, LegId]:
    """Two phones are picked up for one caller; the late one is rung for the next at once."""
    stage = Stage("x", "y", desk=["x", "y"], steps=LONG)
    stage.arrive()
    second = stage.arrive()
    late = agent_leg(stage.offer_of("y"))
    stage.give(AgentPhoneAnswered(agent_leg(stage.offer_of("x"))))
    assert stage.rung_for("y") == second
    stage.give(AgentPhoneAnswered(late))
    return stage, second, late


def test_phone_that_is_told_it_came_too_late_does_not_decline_the_next() -> None:
    """R22, R29: it is busy with our own message, which gives way, and it is rung again."""
    stage, second, late = phone_that_is_told_it_came_too_late()

    stage.give(AgentPhoneDeclined(agent_leg(stage.offer_of("y"))))

    assert stage.events(OfferDeclined) == []
    assert stage.rung_for("y") == second
    *_, hung_up, rung = (e for e in stage.effects if isinstance(e, HangUp | RingAgent))
    assert hung_up == HangUp(late)
    assert isinstance(rung, RingAgent)


def test_phone_that_was_told_it_came_too_late_can_decline_the_next() -> None:
    """R22: once the message has given way, or must be over, rejecting declines."""
    stage, second, _ = phone_that_is_told_it_came_too_late()
    stage.give(AgentPhoneDeclined(agent_leg(stage.offer_of("y"))))

    stage.give(AgentPhoneDeclined(agent_leg(stage.offer_of("y"))))

    assert [e.item_id for e in stage.events(OfferDeclined)] == [second]


def test_winner_who_does_not_connect_rings_out() -> None:
    """R29: after 15 s; the item keeps its place and rings the others again."""
    stage = Stage("x", "y", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.accept("x")

    stage.wait(15)

    assert [e.cause for e in stage.events(OffersRangOut)] == [RingOutCause.NOT_CONNECTED]
    assert (stage.rung_for("x"), stage.rung_for("y")) == (None, callback)
    assert isinstance(stage.effects[-1], HangUp)


def test_phone_that_cannot_be_rung_counts_as_ring_out() -> None:
    """R22: the next agent is tried, and nothing loops."""
    stage = Stage("x", "y", desk=["x"], steps=LONG)
    stage.occupy("y")
    stage.ask(stage.arrive())

    stage.give(AgentPhoneFailed(agent_leg(stage.offer_of("x")), AgentFailureCause.UNREACHABLE))

    assert stage.rung_for("x") is None
    assert stage.events(OffersRangOut)[-1].cause is RingOutCause.PHONE_FAILED


def test_requests_about_offers_are_refused_with_their_reason() -> None:
    """R29, S8: taken, foreign, unknown, rung out, declined, twice."""
    stage = Stage("x", "y", steps=[ring(ring_for=10), VOICEMAIL], retries=5)
    stage.ask(stage.arrive())
    of_x, of_y = stage.offer_of("x"), stage.offer_of("y")
    x, y = AgentId("x"), AgentId("y")
    assert stage.refuses(AcceptOffer(of_x, y)).code is RefusalCode.OFFER_OF_ANOTHER_AGENT
    assert stage.refuses(AcceptOffer(OfferId("?"), x)).code is RefusalCode.UNKNOWN_OFFER
    assert stage.refuses(AcceptOffer(of_x, AgentId("?"))).code is RefusalCode.UNKNOWN_AGENT
    stage.decline("y")
    assert stage.refuses(DeclineOffer(of_y, y)).code is RefusalCode.OFFER_ALREADY_DECLINED
    stage.accept("x")

    assert stage.refuses(AcceptOffer(of_x, x)).code is RefusalCode.OFFER_ALREADY_ACCEPTED
    assert stage.refuses(DeclineOffer(of_x, x)).code is RefusalCode.OFFER_ALREADY_ACCEPTED


def test_accept_after_the_ring_out_is_refused() -> None:
    """R21: due before the request, settled before it."""
    stage = Stage("x", steps=[ring(ring_for=10), VOICEMAIL])
    stage.arrive()
    offer = stage.offer_of("x")
    stage.now += timedelta(seconds=10)

    with pytest.raises(Refusal) as refused:
        stage.give(AcceptOffer(offer, AgentId("x")))

    assert refused.value.code is RefusalCode.OFFER_RANG_OUT
    assert refused.value.settled is not None


# ---- live calls --------------------------------------------------------------------------


def test_live_caller_and_agent_are_joined() -> None:
    """R29: the same offers serve live callers."""
    stage = Stage("x", steps=LONG)
    call = stage.arrive()

    stage.take("x")

    assert isinstance(stage.effects[-1], Join)
    assert isinstance(stage.world.calls[call].state, Talking)


@pytest.mark.parametrize("who", ["caller", "agent", "phone"])
def test_either_side_ends_a_live_call(who: str) -> None:
    """S20: the other leg is hung up, the agent is free."""
    stage = Stage("x", steps=LONG)
    call = stage.arrive()
    offer = stage.offer_of("x")
    stage.take("x")

    if who == "caller":
        stage.caller_hangs_up(call)
    elif who == "agent":
        stage.hang_up("x")
    else:
        stage.give(LegEnded(agent_leg(offer)))

    assert {e.leg_id for e in stage.effects if isinstance(e, HangUp)} == {call, agent_leg(offer)}
    assert stage.world.calls == {}
    assert stage.world.agents[AgentId("x")].call_id is None


def test_no_agent_is_connected_to_a_caller_who_has_gone() -> None:
    """S8: the accepting agent is let go again."""
    stage = Stage("x", steps=LONG)
    call = stage.arrive()
    offer = stage.offer_of("x")
    stage.accept("x")

    stage.caller_hangs_up(call)

    assert HangUp(agent_leg(offer)) in stage.effects
    assert stage.world.agents[AgentId("x")].offer is None
