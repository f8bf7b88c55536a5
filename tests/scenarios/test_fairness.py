"""The fairness account: who was served before a callback, and by which rule they passed (R47)."""

from datetime import timedelta

import pytest

from ringback.core.events import HoldCause
from ringback.core.flow import RingRule, Step
from ringback.core.ids import AgentId, CallbackId
from ringback.core.inputs import AgentFailureCause, AgentPhoneFailed, MoveToAgent, MoveToFront
from ringback.core.states import agent_leg
from ringback.records.book import RecordBook
from ringback.records.fairness import FairnessAccount, Overtaking
from tests.scenarios.stage import VOICEMAIL, Stage, audio, ring

LONG: list[Step] = [ring(ring_for=3600), VOICEMAIL]


def account_of(stage: Stage, callback_id: CallbackId) -> FairnessAccount:
    records = RecordBook()
    records.fold(stage.facts)
    account = records.fairness(callback_id)
    assert account is not None
    return account


def told(stage: Stage, callback_id: CallbackId) -> list[tuple[str, str | None]]:
    served = account_of(stage, callback_id).served_before
    return [(each.service.item_id, each.overtook) for each in served]


def serve(stage: Stage, name: str, callback_id: CallbackId) -> None:
    """Let an agent who is on a call finish it and call this one back."""
    stage.hang_up(name)
    assert stage.rung_for(name) == callback_id
    stage.take(name)
    stage.customer_answers(callback_id)


def test_who_came_earlier_was_served_before_and_overtook_nobody() -> None:
    """R12, R47: and nobody who came later is in the account."""
    stage = Stage("x", steps=LONG)
    stage.occupy("x")
    earlier = stage.arrive()
    callback = stage.ask(stage.arrive())
    stage.arrive()
    stage.hang_up("x")
    stage.take("x")

    serve(stage, "x", callback)

    account = account_of(stage, callback)
    assert told(stage, callback) == [(earlier, None)]
    assert account.overtaken_by == ()
    assert account.joined_at is not None
    assert account.until - account.joined_at == timedelta(seconds=5)


def test_priority_line_and_moved_callback_pass_with_their_rules() -> None:
    """R11, R47: both came later and stood before it."""
    stage = Stage("x", steps=LONG)
    stage.configure_line("vip", priority=True)
    stage.occupy("x")
    callback = stage.ask(stage.arrive())
    moved = stage.ask(stage.arrive())
    priority = stage.arrive("vip")
    stage.give(MoveToFront(moved))
    serve(stage, "x", moved)
    stage.hang_up("x")
    stage.take("x")

    serve(stage, "x", callback)

    assert told(stage, callback) == [
        (moved, Overtaking.MOVED_TO_FRONT),
        (priority, Overtaking.PRIORITY_LINE),
    ]


def test_later_caller_passes_while_it_settles_or_is_held() -> None:
    """R7, R28b, R47: the place was kept, and an agent was not kept waiting."""
    stage = Stage("x", steps=LONG)
    stage.occupy("x")
    asking = stage.arrive(customer="anna")
    stage.press(asking)
    callback = stage.requested(asking)
    first = stage.arrive()
    stage.hang_up("x")
    stage.take("x")
    stage.caller_hangs_up(asking)
    stage.wait(5)
    again = stage.arrive(line="only-x", customer="anna")
    second = stage.arrive()
    stage.caller_hangs_up(again)
    again = stage.arrive(line="only-x", customer="anna")
    stage.hang_up("x")
    stage.take("x")
    stage.caller_hangs_up(again)

    serve(stage, "x", callback)

    assert told(stage, callback) == [
        (first, Overtaking.SETTLING),
        (second, HoldCause.CUSTOMER_ON_CALL),
    ]


@pytest.mark.parametrize("ends", ["declined", "rang-out"])
def test_agent_whom_it_cannot_use_serves_the_next(ends: str) -> None:
    """R21, R22, R28, R47: a decline or ring-out bars that agent only."""
    stage = Stage("x", "y", steps=LONG)
    stage.occupy("y")
    callback = stage.ask(stage.arrive())
    later = stage.arrive()
    if ends == "declined":
        stage.decline("x")
    else:
        stage.wait(60)
    assert stage.rung_for("x") == later
    stage.take("x")

    serve(stage, "y", callback)

    assert told(stage, callback) == [(later, Overtaking(ends))]


def test_another_agent_rung_one_by_one_lets_the_next_pass() -> None:
    """R20, R28, R47: its step rings one agent at a time."""
    stage = Stage("x", "y", steps=[ring(ring_for=3600, rule=RingRule.LONGEST_IDLE), VOICEMAIL])
    callback = stage.ask(stage.arrive())
    assert stage.rung_for("x") == callback
    later = stage.arrive()
    stage.take("y")

    stage.take("x")
    stage.customer_answers(callback)

    assert told(stage, callback) == [(later, Overtaking.RUNG_ONE_BY_ONE)]


def test_colleagues_of_its_one_agent_serve_others() -> None:
    """R28, R47: it was given to another."""
    stage = Stage("x", "y", steps=LONG)
    stage.occupy("x", "y")
    callback = stage.ask(stage.arrive())
    stage.give(MoveToAgent(callback, AgentId("y")))
    later = stage.arrive()
    stage.hang_up("x")
    stage.take("x")

    serve(stage, "y", callback)

    assert told(stage, callback) == [(later, Overtaking.OTHER_TARGET)]


def test_accept_that_did_not_connect_is_no_service_and_lets_others_pass() -> None:
    """R29, R47: meanwhile an agent had it, and the one who failed is not in the account."""
    stage = Stage("x", "y", steps=LONG)
    stage.occupy("y")
    callback = stage.ask(stage.arrive())
    stage.accept("x")
    later = stage.arrive()
    stage.hang_up("y")
    stage.take("y")
    stage.give(AgentPhoneFailed(agent_leg(stage.offer_of("x")), AgentFailureCause.UNREACHABLE))

    serve(stage, "y", callback)

    assert told(stage, callback) == [(later, Overtaking.WITH_AN_AGENT)]


def test_callback_that_never_stood_in_a_queue_has_an_empty_account() -> None:
    """R18, R47: nobody can have been served before it."""
    stage = Stage("x", steps=[audio("welcome", "voicemail"), VOICEMAIL])
    callback = stage.ask(stage.arrive())

    account = account_of(stage, callback)

    assert (account.joined_at, account.served_before) == (None, ())
