"""Records follow from facts: links, tags, reasons and waits of calls and callbacks."""

from datetime import timedelta

import pytest

from ringback.core import events as happened
from ringback.core.events import CallbackClosed, CallConnected, CallEnded, CustomerReached
from ringback.core.ids import CallbackId, CallId, LegId, OfferId, PlaybackId
from ringback.core.inputs import FailureCause
from ringback.core.outcomes import (
    COMPLETED,
    CallEnding,
    OutcomeReason,
    Tag,
    cancelled,
    failed,
    not_reached,
)
from ringback.records.book import RecordBook
from ringback.records.callbacks import Progress
from ringback.records.calls import CallDirection, MissedReason
from ringback.records.tags import TAG_LOOKS

from .facts import CALLBACK, FLOW, INBOUND, LEA, OUTBOUND, STEP, TOM, Told, began, request, rung

SECOND = CallId("in-2")


def completed() -> Told:
    told = Told().requested().after(100).accepted().after(1).dialled().after(4)
    told.tell(happened.CustomerRang(CALLBACK, OUTBOUND)).after(3)
    told.tell(CustomerReached(CALLBACK, OUTBOUND), CallbackClosed(CALLBACK, COMPLETED)).after(60)
    return told.tell(CallEnded(OUTBOUND, CallEnding.CUSTOMER_HUNG_UP))


def test_completed_callback_tags_and_links_both_calls() -> None:
    """R8, R31, R40: the inbound is missed, Callback Request and Called Back; both are linked."""
    told = completed()

    inbound, outbound = told.call(), told.call(OUTBOUND)

    assert inbound.missed
    assert inbound.missed_reason is MissedReason.CALLBACK_REQUESTED
    assert inbound.tags == [Tag.CALLBACK_REQUEST, Tag.CALLED_BACK]
    assert inbound.linked_call_ids == [OUTBOUND]
    assert outbound.direction is CallDirection.OUTBOUND
    assert outbound.linked_call_ids == [INBOUND]
    assert outbound.tags == []
    assert outbound.agent_id == TOM
    assert outbound.talked_for == timedelta(seconds=60)


def test_completed_callback_waited_until_the_accept() -> None:
    """R42: from the request until an agent accepted; no failure reason; details lead back."""
    callback = completed().callback()

    assert callback.wait == timedelta(seconds=7 + 100 + 2)
    assert callback.failure_reason is None
    assert callback.original_call_id == INBOUND
    assert callback.outbound_call_ids == [OUTBOUND]
    assert callback.progress is Progress.CLOSED
    assert not callback.pending


def test_unanswered_dial_is_followed_up_by_its_agent() -> None:
    """R32, worked example 7: Follow Up on the outbound, no Called Back on the inbound."""
    told = Told().requested(retries=3).accepted().dialled().after(45)
    outcome = not_reached(OutcomeReason.CUSTOMER_NO_ANSWER)
    told.tell(
        happened.DialFailed(CALLBACK, OUTBOUND, FailureCause.NO_ANSWER),
        CallEnded(OUTBOUND, CallEnding.NOT_REACHED),
        CallbackClosed(CALLBACK, outcome),
    )

    assert told.call().tags == [Tag.CALLBACK_REQUEST]
    assert told.call(OUTBOUND).tags == [Tag.FOLLOW_UP]
    assert told.call(OUTBOUND).assigned_to == TOM
    assert told.callback().failure_reason is OutcomeReason.CUSTOMER_NO_ANSWER


def test_number_that_the_network_does_not_know_is_followed_up() -> None:
    """R32: whoever called sees to the number (ADR 0006)."""
    told = Told().requested().accepted().dialled()

    told.tell(
        happened.DialFailed(CALLBACK, OUTBOUND, FailureCause.INVALID_NUMBER),
        CallEnded(OUTBOUND, CallEnding.NOT_REACHED),
        CallbackClosed(CALLBACK, failed(OutcomeReason.INVALID_NUMBER)),
    )

    assert told.call(OUTBOUND).tags == [Tag.FOLLOW_UP]
    assert told.call(OUTBOUND).assigned_to == TOM


def test_corrected_outcome_withdraws_called_back() -> None:
    """R31: a voicemail reached is a customer not reached."""
    told = completed()
    outcome = not_reached(OutcomeReason.VOICEMAIL)

    told.tell(happened.OutcomeCorrected(CALLBACK, TOM, outcome))

    assert told.call().tags == [Tag.CALLBACK_REQUEST]
    assert told.call(OUTBOUND).tags == [Tag.FOLLOW_UP]
    assert told.callback().outcome == outcome
    assert told.callback().outcome_before_correction == COMPLETED


def test_corrected_outcome_is_followed_up_by_who_called_and_transferred() -> None:
    """R30, R31: not by the colleague who has talked last."""
    told = Told().requested().accepted().dialled()
    told.tell(CustomerReached(CALLBACK, OUTBOUND), CallbackClosed(CALLBACK, COMPLETED)).after(60)
    told.tell(
        happened.CallTransferred(OUTBOUND, TOM, LEA, None, None, ()),
        CallConnected(OUTBOUND, LEA, LegId("lea")),
    )

    told.tell(happened.OutcomeCorrected(CALLBACK, TOM, not_reached(OutcomeReason.VOICEMAIL)))

    assert told.call(OUTBOUND).agent_id == LEA
    assert told.call(OUTBOUND).assigned_to == TOM


def test_request_that_joined_shares_tags_and_links() -> None:
    """R10: all inbound calls are linked to the one callback, and all get Called Back."""
    told = Told().requested()
    told.tell(began(SECOND), happened.RequestJoined(CALLBACK, SECOND, False))
    told.accepted().dialled().tell(CustomerReached(CALLBACK, OUTBOUND))

    assert told.callback().inbound_call_ids == [INBOUND, SECOND]
    assert told.callback().original_call_id == INBOUND
    assert told.call(SECOND).tags == [Tag.CALLBACK_REQUEST, Tag.CALLED_BACK]
    assert told.call(SECOND).linked_call_ids == [OUTBOUND]
    assert told.call(OUTBOUND).linked_call_ids == [INBOUND, SECOND]


def test_request_that_joined_after_a_failed_dial_is_linked_to_it() -> None:
    """R40, S14: the trunk could not place the first dial; then the customer asked again."""
    told = Told().requested().accepted().dialled()
    told.tell(happened.DialFailed(CALLBACK, OUTBOUND, FailureCause.TRUNK))
    told.tell(began(SECOND), happened.RequestJoined(CALLBACK, SECOND, False))

    assert told.call(SECOND).linked_call_ids == [OUTBOUND]
    assert told.call(OUTBOUND).linked_call_ids == [INBOUND, SECOND]


def test_fault_of_ours_leaves_no_follow_up() -> None:
    """R34: a dial the trunk could not place is in the records, but asks nothing of its agent."""
    told = Told().requested().accepted().dialled()
    told.tell(
        happened.DialFailed(CALLBACK, OUTBOUND, FailureCause.TRUNK),
        CallEnded(OUTBOUND, CallEnding.SYSTEM_FAULT),
        happened.FaultSuffered(CALLBACK, 1),
        happened.ReturnedToQueue(CALLBACK),
    )
    second = CallId("out-2")
    told.accepted(LEA).dialled(second, LEA).tell(CustomerReached(CALLBACK, second))

    assert told.call(OUTBOUND).tags == []
    assert told.callback().outbound_call_ids == [OUTBOUND, second]
    assert told.callback().agent_id == LEA
    assert told.callback().faults == 1


def test_accept_that_came_to_nothing_does_not_end_the_wait() -> None:
    """R42: when the phone of the one who accepted did not connect, the customer waits on."""
    told = Told().requested().accepted().after(15)
    told.tell(happened.ReturnedToQueue(CALLBACK))
    waiting = told.callback().wait

    told.after(5).accepted(LEA)

    assert waiting is None
    assert told.callback().wait == timedelta(seconds=7 + 2 + 15 + 5 + 2)


def test_failed_callback_waited_until_its_end() -> None:
    """R26, R42: its reason and its wait are in the records, attempts included."""
    told = Told().requested(retries=1).after(30)
    told.tell(
        happened.AttemptFailed(CALLBACK, 1, OutcomeReason.NO_ANSWER),
        happened.AttemptStarted(CALLBACK, 2),
        happened.AttemptFailed(CALLBACK, 2, OutcomeReason.DECLINED),
        CallbackClosed(CALLBACK, failed(OutcomeReason.DECLINED)),
    )
    callback = told.callback()

    assert (callback.attempt_number, callback.attempts_max) == (2, 2)
    assert callback.failure_reason is OutcomeReason.DECLINED
    assert callback.wait == timedelta(seconds=37)


def test_callback_rings_while_anybody_is_rung_for_it() -> None:
    """One agent's decline does not end the ringing of the others."""
    told = Told().requested().tell(happened.CallbackSettled(CALLBACK))
    progress = [told.callback().progress]
    told.tell(rung(TOM, LEA), happened.OfferDeclined(OfferId("o-tom"), TOM, CALLBACK))
    progress.append(told.callback().progress)
    cause = happened.WithdrawalCause.HELD
    told.tell(happened.OffersWithdrawn(CALLBACK, (LEA,), cause))
    progress.append(told.callback().progress)

    assert progress == [Progress.WAITING, Progress.RINGING, Progress.WAITING]


@pytest.mark.parametrize("answered", [False, True])
def test_caller_who_could_not_be_promised_is_tagged_if_nobody_answered(answered: bool) -> None:
    """R9: a withheld number's call is for the manual list only if it ends unanswered."""
    told = Told().tell(began(INBOUND, None))
    told.tell(happened.RequestNotGranted(INBOUND, OutcomeReason.WITHHELD_NUMBER))
    if answered:
        told.tell(CallConnected(INBOUND, TOM, LegId("agent-o")))
    told.tell(CallEnded(INBOUND, CallEnding.CALLER_HUNG_UP))

    assert told.call().tags == ([] if answered else [Tag.CALLBACK_REQUEST])


@pytest.mark.parametrize(
    ("seconds", "queued", "was_rung", "reason"),
    [
        (10, True, True, MissedReason.SHORT_ABANDONED),
        (11, True, True, MissedReason.AGENTS_DID_NOT_ANSWER),
        (5, True, False, MissedReason.NO_AVAILABLE_AGENT),
        (10, False, False, MissedReason.SHORT_ABANDONED),
        (11, False, False, MissedReason.ABANDONED_IN_CLASSIC),
    ],
)
def test_missed_reason_follows_what_the_caller_met(
    seconds: int, queued: bool, was_rung: bool, reason: MissedReason
) -> None:
    """R44: by ring step, by whether anybody was rung, and by time."""
    told = Told().tell(began(INBOUND))
    if queued:
        told.tell(happened.QueueJoined(INBOUND, FLOW, 1, STEP, False))
    if was_rung:
        terms = (happened.OfferTerms(OfferId("o"), TOM, None),)
        told.tell(happened.OffersMade(INBOUND, terms))
    told.after(seconds).tell(CallEnded(INBOUND, CallEnding.CALLER_HUNG_UP))

    assert told.call().missed_reason is reason


@pytest.mark.parametrize(
    ("seconds", "met", "reason"),
    [
        (11, ["closed"], MissedReason.OUT_OF_OPENING_HOURS),
        (5, ["closed"], MissedReason.OUT_OF_OPENING_HOURS),
        (11, ["closed", "menu"], MissedReason.OUT_OF_OPENING_HOURS),
        (11, ["closed", "queue"], MissedReason.NO_AVAILABLE_AGENT),
        (11, ["open", "menu"], MissedReason.ABANDONED_IN_IVR),
        (10, ["menu"], MissedReason.SHORT_ABANDONED),
        (11, ["menu", "nothing chosen"], MissedReason.ABANDONED_IN_IVR),
        (11, ["menu", "chosen"], MissedReason.ABANDONED_IN_CLASSIC),
        (11, ["special"], MissedReason.ABANDONED_IN_CLASSIC),
    ],
)
def test_missed_reason_follows_menus_and_hours(
    seconds: int, met: list[str], reason: MissedReason
) -> None:
    """R44: without a ring step, the closed branch first, then the time, then the menu."""
    events: dict[str, happened.Event] = {
        "open": happened.BranchTaken(INBOUND, STEP, happened.Branch.OPEN, STEP),
        "closed": happened.BranchTaken(INBOUND, STEP, happened.Branch.CLOSED, STEP),
        "special": happened.BranchTaken(INBOUND, STEP, happened.Branch.SPECIAL, STEP),
        "menu": happened.MenuStarted(INBOUND, STEP, PlaybackId("p1"), "en/menu", 1),
        "chosen": happened.MenuLeft(INBOUND, STEP, "1", STEP),
        "nothing chosen": happened.MenuLeft(INBOUND, STEP, None, None),
        "queue": happened.QueueJoined(INBOUND, FLOW, 1, STEP, False),
    }
    told = Told().tell(began(INBOUND), *(events[one] for one in met))

    told.after(seconds).tell(CallEnded(INBOUND, CallEnding.CALLER_HUNG_UP))

    assert told.call().missed_reason is reason


def test_request_hides_no_reason_from_those_who_do_not_know_callbacks() -> None:
    """R44: the compatible API shows the reason by the list."""
    call = Told().requested().call()

    assert call.missed_reason is MissedReason.CALLBACK_REQUESTED
    assert call.missed_reason_without_request is MissedReason.NO_AVAILABLE_AGENT


def test_timeline_holds_every_fact_of_the_pair_once() -> None:
    """R43: the inbound call, the callback and the outbound call, in order."""
    told = completed()
    told.tell(began(SECOND))

    timeline = told.book.timeline(CALLBACK)

    assert [fact.sequence for fact in timeline] == list(range(1, len(told.facts)))
    assert told.book.timeline(CallbackId("none")) == ()


def test_records_are_the_same_when_folded_anew() -> None:
    """Architecture 9: records can be dropped and rebuilt from the journal."""
    told = completed()
    rebuilt = RecordBook()

    rebuilt.fold(told.facts)

    assert rebuilt.calls(100) == told.book.calls(100)
    assert rebuilt.callbacks(100) == told.book.callbacks(100)


def test_oldest_ended_records_are_forgotten_but_never_pending_ones() -> None:
    """What is still open stays, however old it is."""
    told = Told()
    told.book = RecordBook(recent_max=2)
    told.requested()
    for number in range(5):
        call_id = CallId(f"short-{number}")
        told.tell(began(call_id), CallEnded(call_id, CallEnding.CALLER_HUNG_UP))

    kept = [call.id for call in told.book.calls(10)]

    assert kept == ["short-4", "short-3", INBOUND]
    assert told.book.callback(CALLBACK) is not None


def test_tags_bear_the_names_and_colours_people_know() -> None:
    """The three tags, with their machine keys."""
    looks = {tag.value: (look.english, look.colour) for tag, look in TAG_LOOKS.items()}

    assert looks == {
        "queue_callback": ("Callback Request", "#29C8FF"),
        "queue_called_back": ("Called Back", "#B285D1"),
        "follow_up_self_assign": ("Follow Up", "#FF7D03"),
    }


def test_facts_about_unknown_records_change_nothing() -> None:
    """A forgotten call may still be spoken of."""
    told = (
        Told()
        .dialled()
        .tell(
            CustomerReached(CALLBACK, OUTBOUND),
            CallbackClosed(CALLBACK, COMPLETED),
            happened.OutcomeCorrected(CALLBACK, TOM, COMPLETED),
            happened.RequestJoined(CALLBACK, INBOUND, False),
            CallEnded(INBOUND, CallEnding.CALLER_HUNG_UP),
        )
    )
    told.tell(request(INBOUND))

    assert told.book.calls(10) == ()
    assert told.callback().inbound_call_ids == [INBOUND]


def test_superseded_callback_is_linked_with_the_call_that_was_answered() -> None:
    """R37, R40: both ways; nobody was called back, so no tag says so."""
    told = Told().requested().tell(began(SECOND))

    told.tell(CallConnected(SECOND, TOM, LegId("agent-2-1")))
    told.tell(CallbackClosed(CALLBACK, cancelled(OutcomeReason.SUPERSEDED), SECOND))

    assert told.callback().own_call_id == SECOND
    assert told.call(INBOUND).linked_call_ids == [SECOND]
    assert told.call(SECOND).linked_call_ids == [INBOUND]
    assert told.call(INBOUND).tags == [Tag.CALLBACK_REQUEST]
    assert told.call(SECOND).tags == []
    assert told.facts[-1] in told.call(SECOND).facts
