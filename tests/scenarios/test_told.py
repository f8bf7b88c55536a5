"""What events and effects say: to phones, to the journal, and to whoever was refused (R29, R43)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from ringback.core.effects import ConnectAgent, RingAgent, TurnAway
from ringback.core.events import (
    CallbackRequested,
    FollowUpDismissed,
    LateAnswerTurnedAway,
    OfferDeclined,
    OffersRangOut,
    OutcomeCorrected,
    RequestMode,
    RequestNotGranted,
)
from ringback.core.flow import Step
from ringback.core.ids import AgentId, CallbackId, LegId
from ringback.core.inputs import (
    AcceptOffer,
    AgentFailureCause,
    AgentPhoneAnswered,
    AgentPhoneDeclined,
    AgentPhoneFailed,
    CallByHand,
    ConfigureAgent,
    ConfigureLine,
    CorrectOutcome,
    DismissCallback,
    FailureCause,
    OutcomeCorrection,
)
from ringback.core.outcomes import OutcomeReason
from ringback.core.refusals import RefusalCode
from ringback.core.settings import (
    AgentProfile,
    CallbackMode,
    CallbackSettings,
    Destination,
    DiallingPolicy,
    NumberKind,
    PhoneKind,
)
from ringback.core.states import agent_leg
from tests.scenarios.stage import LINE, ORDINARY, VOICEMAIL, Stage, ring

LONG: list[Step] = [ring(ring_for=3600), VOICEMAIL]
X, Y = AgentId("x"), AgentId("y")


# ---- agents' phones ------------------------------------------------------------------------


@pytest.mark.parametrize("for_callback", [True, False])
def test_desk_phone_is_told_for_whom_it_rings(for_callback: bool) -> None:
    """R29: customer, line, and whether it is a callback."""
    stage = Stage("x", desk=["x"], steps=LONG)
    call = stage.arrive(customer="marie")
    if for_callback:
        stage.ask(call)

    offer = stage.offer_of("x")

    rung = [effect for effect in stage.effects if isinstance(effect, RingAgent)][-1]
    assert rung == RingAgent(agent_leg(offer), X, offer, "marie", LINE, for_callback)  # type: ignore[arg-type]


@pytest.mark.parametrize("for_callback", [True, False])
def test_browser_phone_is_told_for_whom_it_is_connected(for_callback: bool) -> None:
    """R29: customer and line."""
    stage = Stage("x", steps=LONG)
    call = stage.arrive(customer="marie")
    if for_callback:
        stage.ask(call)
    offer = stage.offer_of("x")

    stage.accept("x")

    assert stage.effects[-1] == ConnectAgent(agent_leg(offer), X, "marie", LINE)  # type: ignore[arg-type]


@pytest.mark.parametrize("desk", [True, False])
def test_phone_of_a_call_by_hand_is_told_whom_it_calls(desk: bool) -> None:
    """R38: the same words as for a card."""
    stage = Stage("x", mode=CallbackMode.MANUAL, desk=["x"] if desk else [])
    call = stage.arrive(customer="marie")
    stage.press(call)
    callback = stage.requested(call)
    stage.caller_hangs_up(call)

    stage.give(CallByHand(callback, X))

    offer = stage.offer_of("x")
    if desk:
        expected = RingAgent(agent_leg(offer), X, offer, "marie", LINE, True)  # type: ignore[arg-type]
        assert stage.effects[-1] == expected
    else:
        assert stage.effects[-1] == ConnectAgent(agent_leg(offer), X, "marie", LINE)  # type: ignore[arg-type]


def test_late_agent_is_turned_away_in_their_language() -> None:
    """R29: a French agent hears it in French."""
    stage = Stage("x", "y", steps=LONG)
    for name in (X, Y):
        profile = AgentProfile(name, name, PhoneKind.DESK, timedelta(0), "fr")
        stage.give(ConfigureAgent(profile))
    stage.arrive()
    late = agent_leg(stage.offer_of("y"))
    stage.give(AgentPhoneAnswered(agent_leg(stage.offer_of("x"))))

    stage.give(AgentPhoneAnswered(late))

    assert stage.effects[-1] == TurnAway(late, "fr/taken_by_colleague")


def test_phone_too_late_for_an_offer_before_the_last_declines_nothing() -> None:
    """R22, R29: it hears that a colleague was faster, and cannot ring for the next item."""
    stage = Stage("x", "y", desk=["x", "y"], steps=LONG)
    stage.arrive()
    late = agent_leg(stage.offer_of("x"))
    stage.phone_up("y")
    stage.caller_hangs_up(stage.arrive())

    stage.give(AgentPhoneAnswered(late))
    stage.arrive()
    stage.give(AgentPhoneDeclined(agent_leg(stage.offer_of("x"))))

    assert [(e.leg_id, e.agent_id) for e in stage.events(LateAnswerTurnedAway)] == [(late, X)]
    assert stage.events(OfferDeclined) == []


def test_card_that_is_long_over_says_what_became_of_it() -> None:
    """R29: whoever presses it is told so, though they have had other offers since."""
    stage = Stage("x", "y", steps=LONG)
    stage.arrive()
    first = stage.offer_of("x")
    stage.accept("y")
    stage.caller_hangs_up(stage.arrive())

    assert stage.refuses(AcceptOffer(first, X)).code is RefusalCode.OFFER_TAKEN
    assert stage.refuses(AcceptOffer(first, Y)).code is RefusalCode.OFFER_OF_ANOTHER_AGENT


def test_phone_of_nobody_is_turned_away_in_english() -> None:
    """S20: a leg that no agent is known to have had."""
    stage = Stage("x", steps=LONG)

    stage.give(AgentPhoneAnswered(LegId("agent-99-1")))

    assert stage.effects[-1] == TurnAway(LegId("agent-99-1"), "en/taken_by_colleague")


def test_cause_of_a_phone_that_never_connected_is_in_the_journal() -> None:
    """R43, R29: what the phone system said of it."""
    stage = Stage("x", "y", steps=LONG)
    stage.ask(stage.arrive())
    leg = agent_leg(stage.offer_of("x"))
    stage.accept("x")

    stage.give(AgentPhoneFailed(leg, AgentFailureCause.UNREACHABLE))

    causes = [event.phone_failure for event in stage.events(OffersRangOut)]
    assert causes == [AgentFailureCause.UNREACHABLE]


# ---- late answers to offers ----------------------------------------------------------------


def test_offer_that_was_withdrawn_is_not_said_to_be_taken() -> None:
    """R29: the caller has gone, and nobody won."""
    stage = Stage("x", steps=LONG)
    call = stage.arrive()
    offer = stage.offer_of("x")

    stage.caller_hangs_up(call)

    assert stage.refuses(AcceptOffer(offer, X)).code is RefusalCode.OFFER_WITHDRAWN


def test_offer_that_a_colleague_took_names_them() -> None:
    """R29, S8: the loser is told who won."""
    stage = Stage("x", "y", steps=LONG)
    stage.arrive()
    offer = stage.offer_of("y")

    stage.accept("x")

    refusal = stage.refuses(AcceptOffer(offer, Y))
    assert refusal.code is RefusalCode.OFFER_TAKEN
    assert refusal.data["taken_by"] == "x"


@pytest.mark.parametrize("by_hand", [True, False])
def test_accept_in_the_conversation_is_refused_as_the_second_one(by_hand: bool) -> None:
    """S8: the offer is over, and it was this agent's."""
    mode = CallbackMode.MANUAL if by_hand else CallbackMode.AUTOMATED
    stage = Stage("x", steps=LONG, mode=mode)
    call = stage.arrive()
    stage.press(call)
    callback = stage.requested(call)
    stage.caller_hangs_up(call)
    stage.wait(5)
    if by_hand:
        stage.give(CallByHand(callback, X))
    offer = stage.offer_of("x")
    if not by_hand:
        stage.accept("x")

    stage.phone_up("x")

    assert stage.refuses(AcceptOffer(offer, X)).code is RefusalCode.OFFER_ALREADY_ACCEPTED


# ---- requests ------------------------------------------------------------------------------


def test_caller_without_a_number_cannot_be_promised_whatever_else_is_known() -> None:
    """R9, R43: the network called the number ordinary, but gave none."""
    stage = Stage("x")
    stage.occupy("x")
    call = stage.arrive(customer=None, destination=ORDINARY)

    stage.press(call)

    assert [event.reason for event in stage.events(RequestNotGranted)] == [
        OutcomeReason.WITHHELD_NUMBER
    ]


def test_request_in_vain_is_listed_as_a_manual_one_without_a_place() -> None:
    """R9: on a line whose callbacks are automated."""
    stage = Stage("x")
    stage.occupy("x")
    call = stage.arrive(destination=Destination(NumberKind.WITHHELD))
    stage.press(call)

    stage.caller_hangs_up(call)

    assert [(event.mode, event.keeps_place) for event in stage.events(CallbackRequested)] == [
        (RequestMode.MANUAL, False)
    ]


# ---- corrections and calls by hand ---------------------------------------------------------


def test_correction_is_in_the_journal_with_who_made_it() -> None:
    """R31, R43: the callback, the agent, the new outcome."""
    stage = Stage("x", steps=LONG, wrap_up=30)
    callback = stage.ask(stage.arrive())
    stage.take("x")
    stage.customer_answers(callback)
    stage.hang_up("x")

    stage.give(CorrectOutcome(callback, X, OutcomeCorrection.VOICEMAIL))

    (corrected,) = stage.events(OutcomeCorrected)
    assert (corrected.callback_id, corrected.agent_id) == (callback, X)
    assert corrected.outcome.reason is OutcomeReason.VOICEMAIL


def failed_and_called_by_hand(cause: FailureCause | None) -> tuple[Stage, CallbackId]:
    """A callback that x declined and then calls by hand, reaching the customer or not."""
    stage = Stage("x", wrap_up=30)
    callback = stage.ask(stage.arrive())
    stage.decline("x")
    stage.give(CallByHand(callback, X))
    stage.phone_up("x")
    if cause is None:
        stage.customer_answers(callback)
        stage.hang_up("x")
    else:
        stage.customer_fails(callback, cause)
    return stage, callback


def test_outcome_before_a_call_by_hand_cannot_be_corrected_after_it() -> None:
    """R31, S12: what is corrected is the outcome of this call, and it has none."""
    stage, callback = failed_and_called_by_hand(None)

    code = stage.refuses(CorrectOutcome(callback, X, OutcomeCorrection.VOICEMAIL)).code

    assert code is RefusalCode.OUTCOME_NOT_CORRECTABLE


def test_call_by_hand_that_reached_nobody_is_followed_by_no_wrap_up() -> None:
    """R38: there is nothing to correct."""
    stage, callback = failed_and_called_by_hand(FailureCause.BUSY)

    code = stage.refuses(CorrectOutcome(callback, X, OutcomeCorrection.VOICEMAIL)).code

    assert code is RefusalCode.AGENT_NOT_IN_WRAP_UP


def test_callback_that_waits_for_its_turn_is_not_called_by_hand() -> None:
    """R39: it is in a queue, not in the list."""
    stage = Stage("x", "y", steps=LONG)
    stage.occupy("x")
    callback = stage.ask(stage.arrive())
    stage.decline("y")

    code = stage.refuses(CallByHand(callback, Y)).code

    assert code is RefusalCode.CALLBACK_NOT_LISTED


def test_dismissal_is_in_the_journal_with_who_dismissed() -> None:
    """R39, R43: and it may be somebody else than who called."""
    stage = Stage("x", "y")
    callback = stage.ask(stage.arrive())
    stage.decline("x")
    stage.decline("y")

    stage.give(DismissCallback(callback, Y))

    assert stage.events(FollowUpDismissed) == [FollowUpDismissed(callback, Y)]


# ---- settings ------------------------------------------------------------------------------

DAYS = timedelta(days=30)
MINUTE = timedelta(minutes=1)
SETTINGS: list[tuple[str, str, object, object]] = [
    ("retries", "retries", 0, 5),
    ("busy_wait", "busy-wait", MINUTE, 240 * MINUTE),
    ("settling", "settling", 0 * MINUTE, MINUTE),
    ("customer_ring", "customer-ring", MINUTE / 4, 2 * MINUTE),
    ("age_max", "age-max", MINUTE, DAYS),
]
LIMITS = [("customer_day_max", "customer-day-max"), ("line_hour_max", "line-hour-max")]


def beyond(minimum: object, maximum: object) -> list[object]:
    """Name a value just outside each bound."""
    by = timedelta(seconds=1) if isinstance(minimum, timedelta) else 1
    return [minimum - by, maximum + by]  # type: ignore[operator]


@pytest.mark.parametrize(("setting", "field", "minimum", "maximum"), SETTINGS)
def test_callback_setting_is_taken_at_its_bounds_and_refused_beyond(
    setting: str, field: str, minimum: object, maximum: object
) -> None:
    """R2: the refusal names field, value and bounds."""
    stage = Stage("x")
    line = stage.world.lines[LINE]
    for value in (minimum, maximum):
        stage.give(ConfigureLine(replace(line, callbacks=CallbackSettings(**{setting: value}))))  # type: ignore[arg-type]
        assert getattr(stage.world.lines[LINE].callbacks, setting) == value

    for value in beyond(minimum, maximum):
        changed = replace(line, callbacks=CallbackSettings(**{setting: value}))  # type: ignore[arg-type]
        refusal = stage.refuses(ConfigureLine(changed))

        assert refusal.code is RefusalCode.VALUE_OUT_OF_RANGE
        assert refusal.data == {
            "field": field,
            "value": value,
            "minimum": minimum,
            "maximum": maximum,
        }


@pytest.mark.parametrize(("setting", "field"), LIMITS)
def test_limit_of_dials_is_taken_at_its_bounds_and_refused_beyond(setting: str, field: str) -> None:
    """R48, R2: none at all, or as many as anybody could want."""
    stage = Stage("x")
    for value in (0, 100_000):
        stage.configure_line(dialling=DiallingPolicy(**{setting: value}))  # type: ignore[arg-type]
        assert getattr(stage.world.lines[LINE].dialling, setting) == value

    for value in (-1, 100_001):
        policy = DiallingPolicy(**{setting: value})  # type: ignore[arg-type]
        changed = replace(stage.world.lines[LINE], dialling=policy)
        refusal = stage.refuses(ConfigureLine(changed))

        assert refusal.data == {"field": field, "value": value, "minimum": 0, "maximum": 100_000}


@pytest.mark.parametrize("seconds", [-1, 3601])
def test_wrap_up_out_of_its_bounds_is_refused(seconds: float) -> None:
    """R19: at most an hour."""
    stage = Stage("x")
    profile = AgentProfile(X, "x", wrap_up=timedelta(seconds=seconds))

    refusal = stage.refuses(ConfigureAgent(profile))

    assert refusal.data["field"] == "wrap-up"
    assert refusal.data["value"] == timedelta(seconds=seconds)


def test_new_agent_has_been_offline_since_they_were_configured() -> None:
    """R19: and shows since when."""
    stage = Stage("x")
    stage.now += MINUTE

    stage.give(ConfigureAgent(AgentProfile(Y, "y")))

    assert stage.world.agents[Y].since == stage.now
