"""The list of callbacks to call by hand: who stands in it, since when, and who is on it."""

from datetime import timedelta

import pytest
from tests.core.seeded_run import run

from ringback.core import events as happened
from ringback.core.events import CallbackClosed, CallEnded, CustomerReached, RequestMode
from ringback.core.ids import CallbackId, CallId, OfferId
from ringback.core.inputs import FailureCause
from ringback.core.outcomes import (
    COMPLETED,
    CallEnding,
    Outcome,
    OutcomeReason,
    Tag,
    cancelled,
    failed,
    not_reached,
)
from ringback.core.world import World
from ringback.records.book import RecordBook
from ringback.records.callbacks import Progress

from .facts import CALLBACK, INBOUND, LEA, OUTBOUND, TOM, Told, began

SECOND = CallId("in-2")
NO_ANSWER = not_reached(OutcomeReason.CUSTOMER_NO_ANSWER)


def manual() -> Told:
    return Told().requested(mode=RequestMode.MANUAL)


def failed_before() -> Told:
    told = Told().requested().after(30)
    return told.tell(CallbackClosed(CALLBACK, failed(OutcomeReason.DECLINED)))


def called_by_hand(told: Told) -> Told:
    told.tell(happened.HandCallStarted(CALLBACK, TOM, OfferId("o"))).after(2)
    return told.dialled().after(3)


def listed(told: Told) -> list[str]:
    return [callback.id for callback in told.book.to_call(10)]


def test_manual_request_is_listed_until_the_customer_is_reached() -> None:
    """R35, R38: then Callback Request and Called Back, and off the list."""
    told = manual()
    before = listed(told)
    assert told.callback().progress is Progress.AWAITING_AGENT

    called_by_hand(told).tell(
        CustomerReached(CALLBACK, OUTBOUND), CallbackClosed(CALLBACK, COMPLETED)
    )

    assert (before, listed(told)) == ([CALLBACK], [])
    assert told.call().tags == [Tag.CALLBACK_REQUEST, Tag.CALLED_BACK]
    assert told.callback().called_by == TOM
    assert told.callback().wait == timedelta(seconds=7)


def test_manual_request_not_reached_stays_listed_for_follow_up() -> None:
    """R38: tagged Follow Up and assigned, so that it is not lost."""
    told = called_by_hand(manual())
    told.tell(
        happened.DialFailed(CALLBACK, OUTBOUND, FailureCause.NO_ANSWER),
        CallbackClosed(CALLBACK, NO_ANSWER),
        CallEnded(OUTBOUND, CallEnding.NOT_REACHED),
    )

    assert listed(told) == [CALLBACK]
    assert told.call(OUTBOUND).tags == [Tag.FOLLOW_UP]
    assert told.call(OUTBOUND).assigned_to == TOM
    assert told.callback().called_by is None


@pytest.mark.parametrize(
    ("outcome", "is_listed"),
    [
        (COMPLETED, False),
        (NO_ANSWER, True),
        (failed(OutcomeReason.NO_RING_STEP), True),
        (cancelled(OutcomeReason.BY_USER), False),
    ],
)
def test_what_failed_or_was_not_reached_is_listed(outcome: Outcome, is_listed: bool) -> None:
    """R39: since its end, with its reason."""
    told = Told().requested().after(30).tell(CallbackClosed(CALLBACK, outcome))

    assert listed(told) == ([CALLBACK] if is_listed else [])
    assert told.callback().to_call_since == told.now


def test_reaching_a_failed_callback_by_hand_adds_to_its_record_only() -> None:
    """R39: Called Back and who called; the outcome and the wait stay what they were."""
    told = failed_before().after(500)
    called_by_hand(told).tell(CustomerReached(CALLBACK, OUTBOUND))
    assert told.callback().progress is Progress.TALKING

    told.tell(happened.FollowUpCalled(CALLBACK, OUTBOUND, TOM, True))

    callback = told.callback()
    assert listed(told) == []
    assert callback.called_by == TOM
    assert callback.outcome == failed(OutcomeReason.DECLINED)
    assert callback.wait == timedelta(seconds=37)
    assert callback.progress is Progress.CLOSED
    assert Tag.CALLED_BACK in told.call().tags
    assert told.call().linked_call_ids == [OUTBOUND]


def test_failed_callback_not_reached_by_hand_is_followed_up() -> None:
    """R38, R39: its call is tagged and assigned, and it stays in the list."""
    told = called_by_hand(failed_before())

    told.tell(happened.FollowUpCalled(CALLBACK, OUTBOUND, TOM, False))

    assert listed(told) == [CALLBACK]
    assert told.call(OUTBOUND).tags == [Tag.FOLLOW_UP]
    assert told.callback().claimed_by == TOM
    assert told.callback().calling_by is None


def test_dismissed_callback_leaves_the_list() -> None:
    """R39: with the name of who dismissed it."""
    told = failed_before().tell(happened.FollowUpDismissed(CALLBACK, LEA))

    assert listed(told) == []
    assert told.callback().dismissed_by == LEA


def test_claim_is_shown_until_released() -> None:
    """R38: others see who will see to it."""
    told = manual().tell(happened.CallbackClaimed(CALLBACK, LEA))
    claimed = told.callback().claimed_by
    told.tell(happened.CallbackUnclaimed(CALLBACK, LEA))

    assert (claimed, told.callback().claimed_by) == (LEA, None)


def test_call_by_hand_that_came_to_nothing_was_no_accept() -> None:
    """R38, R42: the customer waits on."""
    told = called_by_hand(manual())
    assert told.callback().calling_by == TOM

    told.tell(happened.HandCallAbandoned(CALLBACK, TOM))

    assert told.callback().progress is Progress.AWAITING_AGENT
    assert told.callback().wait is None
    assert told.callback().calling_by is None


def test_listed_callbacks_are_never_forgotten() -> None:
    """R39: until called or dismissed, however old."""
    told = Told()
    told.book = RecordBook(recent_max=2)
    told.requested().tell(CallbackClosed(CALLBACK, failed(OutcomeReason.DECLINED)))
    for number in range(4):
        call_id = CallId(f"short-{number}")
        told.tell(began(call_id, None), CallEnded(call_id, CallEnding.CALLER_HUNG_UP))

    assert listed(told) == [CALLBACK]
    assert told.book.callback(CALLBACK) is not None


@pytest.mark.parametrize("seed", range(20))
def test_list_is_that_of_the_account(seed: int) -> None:
    """Architecture 9: after any life of an account the records list what the account lists."""
    driver = run(seed, steps=150, only=())
    book = RecordBook()

    book.fold(driver.facts)

    assert {callback.id for callback in book.to_call(1000)} == _listed_in(driver.world)


def _listed_in(world: World) -> set[CallbackId]:
    manual_ones = (
        callback.id for callback in world.callbacks.values() if callback.mode is RequestMode.MANUAL
    )
    return {*world.follow_ups, *manual_ones}


def test_customer_who_called_in_and_was_answered_is_off_the_list() -> None:
    """R39: an annotation; the outcome is not rewritten, and both calls are linked."""
    told = failed_before()
    told.tell(began(SECOND), happened.CustomerRecognised(SECOND, CALLBACK, None))
    assert told.callback().to_call

    told.tell(happened.FollowUpAnswered(CALLBACK, SECOND, TOM))

    assert not told.callback().to_call
    assert told.callback().outcome == failed(OutcomeReason.DECLINED)
    assert told.callback().own_call_id == SECOND
    assert told.call(SECOND).linked_call_ids == [INBOUND]
