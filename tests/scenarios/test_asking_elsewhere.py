"""Callbacks that are asked for without a call, over the API (R10, R13, R18, R28b)."""

import pytest

from ringback.core.events import CallbackRequested, RequestJoined
from ringback.core.flow import Step
from ringback.core.ids import CallbackId, CustomerId, LineId
from ringback.core.inputs import ConfigureAccount, HaltCallbacks, RequestCallback, ResumeCallbacks
from ringback.core.outcomes import COMPLETED, OutcomeReason
from ringback.core.refusals import RefusalCode
from ringback.core.settings import (
    AccountSettings,
    CallbackMode,
    Destination,
    NumberKind,
)

from .stage import LINE, ORDINARY, VOICEMAIL, Stage, audio, ring

STEPS: list[Step] = [audio("welcome", "ring"), ring(ring_for=300), VOICEMAIL]
MARIE = CustomerId("marie")
OTHER = CustomerId("other")


def request(
    customer: CustomerId | None = MARIE,
    destination: Destination = ORDINARY,
    line: LineId = LINE,
) -> RequestCallback:
    return RequestCallback(line, customer, destination)


def asked(stage: Stage, customer: CustomerId = MARIE) -> CallbackId:
    """Ask, and give the callback that came of it."""
    facts = stage.give(request(customer), "api")
    [event] = [f.event for f in facts if isinstance(f.event, CallbackRequested | RequestJoined)]
    return event.callback_id


def test_request_without_a_call_is_offered_and_called() -> None:
    """R13, R31: it walks to the first ring step, and is served like any other."""
    stage = Stage("x", steps=STEPS)

    callback = asked(stage)
    stage.take("x")
    stage.customer_answers(callback)

    assert stage.outcome(callback) == COMPLETED
    assert stage.world.now == stage.replayed().now


def test_request_without_a_call_stands_at_the_back() -> None:
    """S9: whoever waited before is served before."""
    stage = Stage("x", steps=STEPS)
    stage.occupy("x")
    first = stage.arrive()
    stage.prompt_ends(first)

    callback = asked(stage)
    behind = stage.arrive()
    stage.prompt_ends(behind)

    assert stage.waiting() == [first, callback, behind]


def test_second_request_joins_the_first() -> None:
    """R10: one callback, at its earlier place."""
    stage = Stage("x", steps=STEPS)
    stage.occupy("x")
    first = asked(stage)
    other = asked(stage, OTHER)

    again = asked(stage)

    assert again == first
    assert stage.events(RequestJoined) == [RequestJoined(first, None, takes_place_of_call=False)]
    assert stage.waiting() == [first, other]
    assert len(stage.events(CallbackRequested)) == 2


def test_request_joins_one_that_was_made_by_phone() -> None:
    """R10: whatever way it was asked for, while it waits at the same ring step."""
    stage = Stage("x", steps=STEPS)
    stage.occupy("x")
    call = stage.arrive()
    by_phone = stage.ask(call)
    customer = stage.world.callbacks[by_phone].customer_id
    assert customer is not None

    assert asked(stage, customer) == by_phone
    assert stage.world.callbacks[by_phone].inbound_call_ids == [call]


def test_caller_joins_a_request_that_was_made_without_a_call() -> None:
    """R10: the call is linked, and is the original from there on."""
    stage = Stage("x", steps=STEPS)
    stage.occupy("x")
    call = stage.arrive()
    customer = stage.world.calls[call].customer_id
    assert customer is not None
    without_call = asked(stage, customer)

    by_phone = stage.ask(call)

    assert by_phone == without_call
    assert stage.world.callbacks[by_phone].inbound_call_ids == [call]


def test_manual_request_is_listed_for_agents() -> None:
    """R35: on a line in mode manual nobody is rung for it."""
    stage = Stage("x", steps=STEPS, mode=CallbackMode.MANUAL)

    callback = asked(stage)

    assert stage.rung_for("x") is None
    assert asked(stage) == callback
    assert stage.world.callbacks[callback].mode == "manual"


def test_request_that_finds_no_ring_step_is_listed_at_once() -> None:
    """R18: as for a caller who asks where nobody is rung any more."""
    stage = Stage("x", steps=[audio("welcome", "voicemail"), VOICEMAIL])

    callback = asked(stage)

    assert stage.outcome(callback).reason is OutcomeReason.NO_RING_STEP


def test_request_is_held_while_its_customer_is_on_a_call() -> None:
    """R28b: no card until they have hung up."""
    stage = Stage("x", steps=STEPS)
    call = stage.arrive()
    customer = stage.world.calls[call].customer_id
    assert customer is not None

    callback = asked(stage, customer)
    held = dict(stage.world.callbacks[callback].holds)
    stage.caller_hangs_up(call)

    assert list(held) == ["customer-on-call"]
    assert stage.rung_for("x") == callback


def test_request_waits_while_callbacks_are_halted() -> None:
    """Like everybody else's."""
    stage = Stage("x", steps=STEPS)
    stage.give(HaltCallbacks())

    callback = asked(stage)
    before = stage.rung_for("x")
    stage.give(ResumeCallbacks())

    assert before is None
    assert stage.rung_for("x") == callback


@pytest.mark.parametrize(
    ("destination", "reason"),
    [
        (Destination(NumberKind.PREMIUM, "FR"), OutcomeReason.DESTINATION_REFUSED),
        (Destination(NumberKind.SHORT), OutcomeReason.DESTINATION_REFUSED),
        (Destination(NumberKind.EMERGENCY), OutcomeReason.DESTINATION_REFUSED),
        (Destination(NumberKind.INVALID), OutcomeReason.INVALID_NUMBER),
        (Destination(NumberKind.WITHHELD), OutcomeReason.WITHHELD_NUMBER),
        (Destination(NumberKind.ORDINARY, "GB"), OutcomeReason.DESTINATION_REFUSED),
    ],
)
def test_number_that_may_not_be_called_is_refused(
    destination: Destination, reason: OutcomeReason
) -> None:
    """R9, R48, S16: at once, and nothing is stored."""
    stage = Stage("x", steps=STEPS)

    refusal = stage.refuses(request(destination=destination))

    assert refusal.code is RefusalCode.NUMBER_REFUSED
    assert refusal.data == {"line_id": LINE, "reason": reason}
    assert not stage.world.callbacks


def test_number_of_nobody_is_refused_as_withheld() -> None:
    """R9: whom nobody knows nobody can call."""
    stage = Stage("x", steps=STEPS)

    refusal = stage.refuses(request(customer=None))

    assert refusal.code is RefusalCode.NUMBER_REFUSED
    assert refusal.data == {"line_id": LINE, "reason": OutcomeReason.WITHHELD_NUMBER}


def test_line_without_callbacks_refuses() -> None:
    """R6: nor does an unknown line take any."""
    stage = Stage("x", steps=STEPS, mode=CallbackMode.OFF)

    off = stage.refuses(request())

    assert (off.code, off.data) == (RefusalCode.CALLBACKS_OFF, {"line_id": LINE})
    assert stage.refuses(request(line=LineId("rome"))).code is RefusalCode.UNKNOWN_LINE


def test_company_without_callbacks_refuses() -> None:
    """R1: the refusal says what it lacks."""
    stage = Stage("x", steps=STEPS)
    stage.give(ConfigureAccount(AccountSettings(enrolled=False)))

    locked = stage.refuses(request())

    assert (locked.code, locked.data) == (RefusalCode.CALLBACKS_LOCKED, {"reason": "not-enrolled"})


def test_more_than_can_be_kept_is_refused_honestly() -> None:
    """L4: whoever joins takes no room."""
    stage = Stage("x", steps=STEPS, callbacks_max=1)
    stage.occupy("x")
    first = asked(stage)

    refusal = stage.refuses(request(OTHER))

    assert (refusal.code, refusal.data) == (RefusalCode.TOO_MANY_CALLBACKS, {"at_most": 1})
    assert asked(stage) == first
