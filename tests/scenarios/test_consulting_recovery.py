"""A consultation outlasts a separation from the phones, whoever is gone afterwards (R30, S20)."""

import pytest

from ringback.core.effects import HangUp, Join, MuteLeg, StartMusic
from ringback.core.events import ConsultationStarted
from ringback.core.ids import LegId
from ringback.core.inputs import (
    LegState,
    ListedLeg,
    MuteAgent,
    PhoneSystemListed,
    PhoneSystemLost,
    Request,
)
from ringback.core.refusals import RefusalCode
from ringback.core.states import Consulting
from tests.scenarios.stage import Stage
from tests.scenarios.test_consulting import (
    ASK_Y,
    CANCEL,
    COMPLETE,
    X,
    Y,
    consulting_y,
    leg_of,
    on_hold,
    ringing_y,
)
from tests.scenarios.test_transfer import talking_with_x, talks_to


def back_with(stage: Stage, *legs: LegId, ringing: tuple[LegId, ...] = ()) -> None:
    stage.give(PhoneSystemLost())
    stage.effects.clear()
    up = [ListedLeg(leg, LegState.UP) for leg in legs]
    rings = [ListedLeg(leg, LegState.RINGING) for leg in ringing]
    stage.give(PhoneSystemListed((*up, *rings)))


def test_consultation_outlasts_a_separation_from_the_phones() -> None:
    """R30, S23: all is said again, and who was muted is muted."""
    stage, call = consulting_y()
    stage.give(MuteAgent(X))
    legs = (LegId(call), leg_of(stage, X), leg_of(stage, Y))

    back_with(stage, *legs)

    assert StartMusic(LegId(call), "waiting") in stage.effects
    assert Join(call, legs[1], legs[2]) in stage.effects
    assert MuteLeg(legs[1]) in stage.effects
    assert isinstance(stage.world.calls[call].state, Consulting)
    stage.give(COMPLETE)
    assert talks_to(stage, call) == Y


def test_ringing_for_a_consultation_outlasts_a_separation() -> None:
    """R30, S23: the agent hears music again, and the card still shows."""
    stage, call = ringing_y()

    back_with(stage, LegId(call), leg_of(stage, X))

    assert stage.rung_for("y") == call
    assert StartMusic(leg_of(stage, X), "waiting") in stage.effects
    stage.take("y")
    assert isinstance(stage.world.calls[call].state, Consulting)


def test_agent_who_went_meanwhile_has_left_the_customer_to_the_colleague() -> None:
    """R30, S20: to hang up is to complete, heard or not."""
    stage, call = consulting_y()
    leg = leg_of(stage, Y)

    back_with(stage, LegId(call), leg)

    assert talks_to(stage, call) == Y
    assert stage.effects.count(Join(call, leg, LegId(call))) >= 1
    assert stage.world.agents[X].call_id is None


def test_agent_who_went_meanwhile_has_transferred_to_whom_still_rings() -> None:
    """R30, S20: as if the agent had hung up before the answer."""
    stage, call = ringing_y()

    back_with(stage, LegId(call))

    assert stage.rung_for("y") == call
    assert stage.world.agents[X].call_id is None
    stage.take("y")
    assert talks_to(stage, call) == Y


def test_colleague_who_went_meanwhile_leaves_the_customer_on_hold() -> None:
    """R30, S20: the agent takes them off hold."""
    stage, call = consulting_y()
    leg = leg_of(stage, X)

    back_with(stage, LegId(call), leg)

    assert talks_to(stage, call) == X
    assert on_hold(stage, call)
    assert StartMusic(LegId(call), "waiting") in stage.effects


def test_both_agents_who_went_meanwhile_end_the_call() -> None:
    """As when the one agent of a conversation has gone."""
    stage, call = consulting_y()

    back_with(stage, LegId(call))

    assert HangUp(LegId(call)) in stage.effects
    assert not stage.world.calls
    assert stage.world.agents[X].call_id is stage.world.agents[Y].call_id is None


def test_customer_who_went_meanwhile_ends_it_for_all() -> None:
    """R30, S8: no agent is left with nobody."""
    stage, call = consulting_y()

    back_with(stage, leg_of(stage, X), leg_of(stage, Y))

    assert not stage.world.calls
    assert stage.world.agents[X].call_id is stage.world.agents[Y].call_id is None
    assert call not in stage.world.calls


@pytest.mark.parametrize("request_", [ASK_Y, COMPLETE, CANCEL])
def test_nothing_is_promised_while_the_phones_are_away(request_: Request) -> None:
    """R30: what cannot be told to the phones is refused."""
    stage, _ = talking_with_x() if request_ is ASK_Y else consulting_y()
    stage.give(PhoneSystemLost())

    assert stage.refuses(request_).code is RefusalCode.PHONES_UNREACHABLE


def test_replay_gives_the_same_consultation() -> None:
    """S21."""
    stage, call = consulting_y()

    again = stage.replayed().calls[call]

    assert stage.events(ConsultationStarted)
    assert again.consultation == stage.world.calls[call].consultation
    assert again.state == stage.world.calls[call].state
