"""A callback lends its place to its customer's new call, and has it back (R37)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from ringback.core.events import (
    CallbackClosed,
    HoldCause,
    PlaceGivenBack,
    PlaceLent,
    RequestJoined,
)
from ringback.core.flow import Step
from ringback.core.ids import AgentId, CallbackId, CallId, LegId
from ringback.core.inputs import (
    AgentFailureCause,
    AgentPhoneFailed,
    CancelCallback,
    CancelReason,
    LegState,
    ListedLeg,
    PhoneSystemListed,
    PhoneSystemLost,
)
from ringback.core.outcomes import OutcomeReason, cancelled
from ringback.core.settings import WhenCustomerCalls
from ringback.core.states import Queued, Suspended, agent_leg
from ringback.core.why import Obstacle, waiting_or_lent, why
from tests.scenarios.stage import TWO_TEAMS, VOICEMAIL, Stage, audio, ring

GIVE = WhenCustomerCalls.GIVE_PLACE


def lending_stage(*steps: Step) -> tuple[Stage, CallbackId]:
    """One busy agent, a callback of anna at the front and a caller behind it."""
    stage = Stage("x", steps=steps or (ring(ring_for=600), VOICEMAIL), when_customer_calls=GIVE)
    stage.occupy("x")
    callback = stage.ask(stage.arrive(customer="anna"))
    stage.arrive()
    return stage, callback


def two_step_stage(setting: WhenCustomerCalls) -> Stage:
    """Agent y's step, and 30 seconds later agent x's, which is the one that scenarios look at."""
    first = ring("first", team="a", ring_for=30, then="ring")
    return Stage(
        "x",
        "y",
        steps=(first, ring(ring_for=600), VOICEMAIL),
        teams={"a": ["y"], "support": ["x"]},
        when_customer_calls=setting,
    )


def test_callback_that_settles_while_suspended_waits_for_the_call_to_end() -> None:
    """R28b, R37: its place is back when that call goes on, but the customer is still on it."""
    first = ring("first", team="a", ring_for=30, then="second")
    steps = (audio("welcome", "first"), first, ring("second", team="b", ring_for=600), VOICEMAIL)
    stage = Stage("x", "y", steps=steps, teams=TWO_TEAMS, when_customer_calls=GIVE)
    stage.occupy("x", "y")
    call, asking = stage.arrive(customer="anna"), stage.arrive(customer="anna")
    stage.prompt_ends(asking)
    stage.press(asking)
    callback = stage.world.callbacks[stage.requested(asking)]
    stage.prompt_ends(call)
    stage.caller_hangs_up(asking)

    stage.wait(30)

    assert stage.waiting("first") == [callback.id]
    assert HoldCause.CUSTOMER_ON_CALL in callback.holds


def test_suspended_callback_is_asked_why_it_does_not_ring() -> None:
    """R46, R37: its place is lent, and to whom; who is ahead of that is ahead of it."""
    stage, callback = lending_stage()
    call = stage.arrive(customer="anna")

    told = why(stage.world, waiting_or_lent(stage.world, callback), stage.now)

    bars = [(bar.kind, bar.rule) for bar in told.bars]
    assert bars[:2] == [(Obstacle.PLACE_LENT, "R37"), (HoldCause.CUSTOMER_ON_CALL, "R28b")]
    assert (told.lent_to, told.rung, told.ahead) == (call, (), ())


def test_new_call_stands_in_the_place_of_the_callback() -> None:
    """R37: the callback is suspended, and nobody has overtaken anybody."""
    stage, callback = lending_stage()
    behind = stage.waiting()[1]
    key = stage.world.callbacks[callback].stay.key  # type: ignore[union-attr]

    again = stage.arrive(customer="anna")

    assert stage.waiting() == [again, behind]
    assert stage.world.calls[again].stay.key == key  # type: ignore[union-attr]
    assert stage.world.callbacks[callback].state == Suspended(again)
    stage.hang_up("x")
    assert stage.rung_for("x") == again


def _hangs_up(stage: Stage, call: CallId) -> None:
    stage.caller_hangs_up(call)


def _asks_again(stage: Stage, call: CallId) -> None:
    stage.ask(call)


def _is_lost_with_the_phone_system(stage: Stage, call: CallId) -> None:
    stage.give(PhoneSystemLost())
    stage.give(PhoneSystemListed(()))


@pytest.mark.parametrize("ends", [_hangs_up, _asks_again, _is_lost_with_the_phone_system])
def test_callback_has_its_place_back_when_the_new_call_ends_unanswered(
    ends: Callable[[Stage, CallId], None],
) -> None:
    """R37, R10: whichever way that call ends, the callback goes on with its key."""
    stage, callback = lending_stage()
    place = stage.world.callbacks[callback].stay.place  # type: ignore[union-attr]
    behind = stage.waiting()[1]
    again = stage.arrive(customer="anna")

    ends(stage, again)

    assert [i for i in stage.waiting() if i != behind] == [callback]
    assert stage.waiting()[0] == callback
    assert stage.world.callbacks[callback].stay.place == place  # type: ignore[union-attr]
    assert stage.world.callbacks[callback].offerable
    assert callback not in [e.callback_id for e in stage.events(CallbackClosed)]


def test_request_of_the_new_call_joins_the_suspended_callback() -> None:
    """R37, R10: one callback, two inbound calls, the earlier place."""
    stage, callback = lending_stage()
    again = stage.arrive(customer="anna")

    assert stage.ask(again) == callback

    assert [e.takes_place_of_call for e in stage.events(RequestJoined)] == [False]
    assert stage.world.callbacks[callback].inbound_call_ids[-1] == again
    stage.hang_up("x")
    assert stage.rung_for("x") == callback


def test_call_that_leaves_the_step_gives_the_place_back() -> None:
    """R37: in the voicemail the caller needs no place; the callback is held until they are gone."""
    stage, callback = lending_stage(ring(ring_for=20), VOICEMAIL)
    again = stage.arrive(customer="anna")
    assert stage.world.callbacks[callback].state == Suspended(again)

    stage.wait(20)

    assert isinstance(stage.world.callbacks[callback].state, Queued)
    assert not stage.world.callbacks[callback].offerable
    stage.caller_hangs_up(again)
    assert stage.world.callbacks[callback].offerable


def test_call_elsewhere_in_the_flow_borrows_no_place() -> None:
    """R37: only on arriving where the callback waits; before that, the callback keeps it."""
    stage = Stage(
        "x",
        steps=[audio("welcome", "ring"), ring(ring_for=600), VOICEMAIL],
        when_customer_calls=GIVE,
    )
    stage.occupy("x")
    first = stage.arrive(customer="anna")
    stage.prompt_ends(first)
    callback = stage.ask(first)

    again = stage.arrive(customer="anna")

    assert stage.waiting() == [callback]
    stage.prompt_ends(again)
    assert stage.waiting() == [again]


def test_earliest_of_several_callbacks_lends_its_place_and_all_are_cancelled() -> None:
    """R37: two callbacks that met later stay two (R10), and one answered call serves both."""
    stage = two_step_stage(GIVE)
    stage.occupy("x", "y")
    late = stage.arrive(customer="anna")
    stage.wait(30)
    earlier = stage.ask(late)
    later = stage.ask(stage.arrive(customer="anna"))
    assert earlier != later
    stage.offline("y")
    stage.hang_up("y")
    assert stage.waiting() == [earlier, later]

    again = stage.arrive(customer="anna")

    assert stage.waiting() == [again, later]
    stage.hang_up("x")
    stage.take("x")
    assert stage.outcome(earlier) == stage.outcome(later) == cancelled(OutcomeReason.SUPERSEDED)


def test_request_joins_the_callback_whose_place_the_call_has() -> None:
    """R37, R10: not an older one that has come to stand behind it, lest a place serve twice."""
    stage = two_step_stage(WhenCustomerCalls.KEEP)
    stage.occupy("x", "y")
    older = stage.ask(stage.arrive(customer="anna"))
    stage.settings = replace(stage.settings, when_customer_calls=GIVE)
    stage.configure_line()
    call = stage.arrive(customer="anna")
    stage.wait(30)
    ahead = stage.ask(call)
    stage.offline("y")
    stage.hang_up("y")
    assert stage.waiting() == [ahead, older]
    again = stage.arrive(customer="anna")
    assert stage.waiting() == [again, older]

    stage.press(again)

    assert stage.requested(again) == ahead
    assert stage.waiting() == [ahead, older]


def test_earlier_place_of_a_further_request_is_the_callbacks() -> None:
    """R37, R10: it joins the suspended callback; the call in its place keeps where it stands."""
    stage = Stage("x", steps=(ring(ring_for=600), VOICEMAIL), when_customer_calls=GIVE)
    stage.occupy("x")
    ahead = stage.arrive(customer="anna")
    callback = stage.ask(stage.arrive(customer="anna"))
    again = stage.arrive(customer="anna")
    earlier = stage.world.calls[ahead].stay.place  # type: ignore[union-attr]

    stage.press(ahead)

    assert stage.requested(ahead) == callback
    assert stage.waiting() == [again]
    stage.caller_hangs_up(again)
    assert stage.waiting() == [callback]
    assert stage.world.callbacks[callback].stay.place == earlier  # type: ignore[union-attr]


def test_second_new_call_borrows_the_place_when_the_first_hangs_up() -> None:
    """R37: the place serves one at a time, and whichever of the customer's calls goes on."""
    stage, callback = lending_stage()
    behind = stage.waiting()[1]
    one = stage.arrive(customer="anna")
    other = stage.arrive(customer="anna")
    assert stage.waiting() == [one, behind, other]

    stage.caller_hangs_up(one)

    assert stage.waiting() == [other, behind]
    assert stage.world.callbacks[callback].state == Suspended(other)
    assert len(stage.events(PlaceLent)) == 2
    assert len(stage.events(PlaceGivenBack)) == 1


def test_suspended_callback_that_is_cancelled_leaves_its_place_to_the_call() -> None:
    """R37, R49: who waits on the line loses nothing by it."""
    stage, callback = lending_stage()
    behind = stage.waiting()[1]
    again = stage.arrive(customer="anna")

    stage.give(CancelCallback(callback, CancelReason.BY_USER))

    assert stage.waiting() == [again, behind]
    stage.caller_hangs_up(again)
    assert stage.waiting() == [behind]


def test_callback_that_returns_to_its_queue_lends_the_place_then() -> None:
    """R37, R29: the agent's phone did not connect while the customer was calling in."""
    stage = Stage("x", "y", steps=[ring(ring_for=600), VOICEMAIL], when_customer_calls=GIVE)
    stage.occupy("y")
    callback = stage.ask(stage.arrive(customer="anna"))
    stage.accept("x")
    again = stage.arrive(customer="anna")
    assert stage.waiting() == [again]
    leg = agent_leg(stage.offer_of("x"))

    stage.give(AgentPhoneFailed(leg, AgentFailureCause.UNREACHABLE))

    assert stage.world.callbacks[callback].state == Suspended(again)
    assert stage.waiting() == [again]


def test_place_lent_survives_a_restart() -> None:
    """R37, S21: the caller is found again where they stood, and has their place."""
    stage, callback = lending_stage()
    again = stage.arrive(customer="anna")
    legs = tuple(ListedLeg(LegId(c), LegState.UP) for c in stage.world.calls)
    agent = stage.world.agents[AgentId("x")]
    assert agent.leg_id is not None
    stage.give(PhoneSystemLost())
    stage.world = stage.replayed()

    stage.give(PhoneSystemListed((*legs, ListedLeg(agent.leg_id, LegState.UP))))

    assert stage.waiting()[0] == again
    assert stage.world.callbacks[callback].state == Suspended(again)
