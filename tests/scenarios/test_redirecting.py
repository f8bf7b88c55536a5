"""Redirect steps: live callers go to another line or to a number outside; callbacks end (R17)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from ringback.core.effects import DialOutside, HangUp, Join, PlayPrompt, StartMusic
from ringback.core.events import (
    CallbackClosed,
    CallEnded,
    CallRestored,
    EndReached,
    RedirectAnswered,
    RedirectDialled,
    RedirectedToLine,
    RedirectFailed,
    RedirectFailure,
)
from ringback.core.flow import (
    DEFAULT_MUSIC,
    FlowProblem,
    RedirectToLine,
    RedirectToNumber,
    Step,
)
from ringback.core.flow_check import problems
from ringback.core.ids import CallId, LegId, LineId, StepId
from ringback.core.inputs import (
    CustomerAnswered,
    CustomerFailed,
    FailureCause,
    LegEnded,
    LegState,
    ListedLeg,
    PhoneSystemListed,
    PhoneSystemLost,
    PublishFlow,
)
from ringback.core.outcomes import CallEnding, OutcomeReason, failed
from ringback.core.publishing import warnings_of
from ringback.core.settings import Destination, NumberKind
from ringback.core.states import AtEnd, Redirecting, TalkingOutside, Waiting
from tests.scenarios.stage import LINE, ORDINARY, VOICEMAIL, Stage, audio, flow_of, ring

BERLIN = Destination(NumberKind.ORDINARY, "DE")


def to_line(line: str = "lyon") -> RedirectToLine:
    return RedirectToLine(StepId("redirect"), LineId(line))


def to_number(then: str = "voicemail", destination: Destination = ORDINARY) -> RedirectToNumber:
    return RedirectToNumber(StepId("redirect"), "+33199001234", destination, StepId(then))


OUTSIDE: Sequence[Step] = (to_number(), VOICEMAIL)


def two_lines(*steps: Step) -> Stage:
    """A line that redirects to a second one, which has the steps given."""
    stage = Stage("x", steps=[to_line()])
    stage.give(PublishFlow(flow_of(*steps, flow_id="second")))
    stage.configure_line("lyon", flow="second")
    return stage


def leg_of(stage: Stage, call: CallId) -> LegId:
    state = stage.world.calls[call].state
    assert isinstance(state, Redirecting | TalkingOutside)
    return state.leg_id


# ---- to another line ---------------------------------------------------------------------


def test_flow_of_the_other_line_takes_the_caller_over() -> None:
    """R17: from its first step, in its queue, with the settings of that line."""
    stage = two_lines(ring("second-ring"), VOICEMAIL)

    call = stage.arrive()

    assert stage.waiting("second-ring", "second@1") == [call]
    assert stage.rung_for("x") == call
    assert stage.world.calls[call].line.id == "lyon"
    assert [one.line_id for one in stage.events(RedirectedToLine)] == ["lyon"]


def test_star_after_a_redirect_is_a_request_of_the_other_line() -> None:
    """R4, R13: the line and the flow of that moment."""
    stage = two_lines(ring("second-ring"), VOICEMAIL)
    stage.occupy("x")

    callback = stage.ask(stage.arrive())

    assert stage.world.callbacks[callback].line_id == "lyon"
    assert stage.waiting("second-ring", "second@1") == [callback]


def test_late_star_does_not_reach_back_over_a_redirect() -> None:
    """R5: the message before it belongs to another line's flow."""
    stage = Stage("x", steps=[audio("welcome", "redirect"), to_line()])
    stage.give(PublishFlow(flow_of(VOICEMAIL, flow_id="second")))
    stage.configure_line("lyon", flow="second")
    call = stage.arrive()
    stage.prompt_ends(call)

    stage.press(call)

    assert stage.world.calls[call].callback_id is None


def test_lines_that_redirect_in_a_circle_end_honestly() -> None:
    """R17: the caller hears so and the call ends; publishing warns."""
    stage = two_lines(RedirectToLine(StepId("back"), LINE))
    flow = stage.world.flows[stage.world.lines[LINE].flow_id].versions[1]

    call = stage.arrive()

    assert [one.cause for one in stage.events(RedirectFailed)] == [RedirectFailure.LOOP]
    assert isinstance(stage.world.calls[call].state, AtEnd)
    assert stage.world.calls[call].prompt == "en/no_answer_goodbye"
    stage.prompt_ends(call)
    assert isinstance(stage.effects[-1], HangUp)
    assert FlowProblem("redirect-loop", flow.first, "lyon") in warnings_of(stage.world, flow)


def test_redirect_to_a_line_that_is_not_there_ends_honestly() -> None:
    """R17: it warns when it is published, for lines may be set up afterwards."""
    stage = Stage("x", steps=[to_line("nowhere")])
    flow = stage.world.flows[stage.world.lines[LINE].flow_id].versions[1]

    call = stage.arrive()

    assert [one.cause for one in stage.events(RedirectFailed)] == [RedirectFailure.UNKNOWN_LINE]
    assert stage.world.calls[call].prompt == "en/no_answer_goodbye"
    assert FlowProblem("unknown-line", flow.first, "nowhere") in warnings_of(stage.world, flow)


def test_line_that_is_there_later_does_not_take_over_who_was_told_goodbye() -> None:
    """S13, R9: a caller who asks in vain within the grace hears the goodbye again."""
    stage = Stage("x", steps=[audio("welcome", "redirect"), to_line()])
    premium = Destination(NumberKind.PREMIUM, "FR")
    call = stage.arrive(destination=premium)
    stage.prompt_ends(call)
    stage.press(call)
    stage.give(PublishFlow(flow_of(VOICEMAIL, flow_id="second")))
    stage.configure_line("lyon", flow="second")

    stage.prompt_ends(call)

    assert isinstance(stage.world.calls[call].state, AtEnd)
    assert [e.prompt for e in stage.events(EndReached)] == ["en/no_answer_goodbye"] * 2
    assert not stage.events(RedirectedToLine)


# ---- to a number outside -----------------------------------------------------------------


def test_caller_whom_the_number_outside_answered_is_not_listed_by_an_earlier_request() -> None:
    """R9: what could not be granted is followed up only if the call ends unanswered."""
    stage = Stage(steps=[audio("welcome", "redirect"), *OUTSIDE])
    call = stage.arrive(customer=None, destination=Destination(NumberKind.WITHHELD))
    stage.press(call)
    stage.prompt_ends(call)
    stage.give(CustomerAnswered(leg_of(stage, call)))

    stage.caller_hangs_up(call)

    assert stage.events(CallbackClosed) == []


def test_number_outside_is_dialled_while_the_caller_hears_music() -> None:
    """R17, S4: intended first, from the line's number, and joined when it answers."""
    stage = Stage("x", steps=OUTSIDE)
    call = stage.arrive()
    leg = leg_of(stage, call)
    assert stage.effects[-2:] == [
        StartMusic(LegId(call), "waiting"),
        DialOutside(leg, "+33199001234", LINE, timedelta(seconds=30)),
    ]
    assert [one.policy_verdict for one in stage.events(RedirectDialled)] == ["allowed"]

    stage.give(CustomerAnswered(leg))

    assert stage.effects[-1] == Join(call, leg, LegId(call))
    assert isinstance(stage.world.calls[call].state, TalkingOutside)
    stage.give(CustomerAnswered(leg))
    assert len(stage.events(RedirectAnswered)) == 1


@pytest.mark.parametrize("cause", list(FailureCause))
def test_number_outside_that_is_not_reached_leads_on(cause: FailureCause) -> None:
    """R17: to the next step, and a report that comes twice changes nothing (S23)."""
    stage = Stage("x", steps=OUTSIDE)
    call = stage.arrive()
    leg = leg_of(stage, call)

    stage.give(CustomerFailed(leg, cause))
    stage.give(CustomerFailed(leg, cause))
    stage.give(CustomerAnswered(leg))

    assert isinstance(stage.world.calls[call].state, AtEnd)
    assert len(stage.events(RedirectFailed)) == 1
    assert PlayPrompt in [type(effect) for effect in stage.effects]


def test_number_outside_rings_for_as_long_as_the_step_says() -> None:
    """R17: then it is hung up, and the caller goes on."""
    stage = Stage("x", steps=OUTSIDE)
    call = stage.arrive()
    leg = leg_of(stage, call)

    stage.wait(30)

    assert [one.cause for one in stage.events(RedirectFailed)] == [RedirectFailure.NO_ANSWER]
    assert HangUp(leg) in stage.effects
    assert isinstance(stage.world.calls[call].state, AtEnd)


@pytest.mark.parametrize("answered", [False, True])
def test_caller_who_hangs_up_takes_the_number_outside_along(answered: bool) -> None:
    """S20: no leg outlives its call."""
    stage = Stage("x", steps=OUTSIDE)
    call = stage.arrive()
    leg = leg_of(stage, call)
    if answered:
        stage.give(CustomerAnswered(leg))

    stage.caller_hangs_up(call)

    assert HangUp(leg) in stage.effects
    assert [one.ending for one in stage.events(CallEnded)] == [CallEnding.CALLER_HUNG_UP]


def test_number_outside_that_hangs_up_ends_the_call() -> None:
    """S20: the caller is hung up, too."""
    stage = Stage("x", steps=OUTSIDE)
    call = stage.arrive()
    leg = leg_of(stage, call)
    stage.give(CustomerAnswered(leg))

    stage.give(LegEnded(leg))

    assert [one.ending for one in stage.events(CallEnded)] == [CallEnding.OUTSIDE_HUNG_UP]
    assert HangUp(LegId(call)) in stage.effects


def test_late_answer_of_a_number_that_was_given_up_joins_nobody() -> None:
    """S23: a second number is being rung meanwhile."""
    second = replace(to_number(), id=StepId("second"))
    stage = Stage("x", steps=[to_number("second"), second, VOICEMAIL])
    call = stage.arrive()
    first_leg = leg_of(stage, call)
    stage.give(CustomerFailed(first_leg, FailureCause.BUSY))

    stage.give(CustomerAnswered(first_leg))

    assert isinstance(stage.world.calls[call].state, Redirecting)
    assert leg_of(stage, call) != first_leg
    assert not any(isinstance(effect, Join) for effect in stage.effects)


def test_number_that_the_policy_refuses_is_never_dialled() -> None:
    """R48, S15: judged at that moment by the line; publishing warns."""
    stage = Stage("x", steps=[to_number(destination=BERLIN), VOICEMAIL])
    flow = stage.world.flows[stage.world.lines[LINE].flow_id].versions[1]

    call = stage.arrive()

    assert not stage.events(RedirectDialled)
    assert [one.cause for one in stage.events(RedirectFailed)] == [RedirectFailure.REFUSED]
    assert isinstance(stage.world.calls[call].state, AtEnd)
    assert FlowProblem("redirect-refused", flow.first, LINE) in warnings_of(stage.world, flow)


@pytest.mark.parametrize(
    "kind",
    [NumberKind.PREMIUM, NumberKind.SHORT, NumberKind.EMERGENCY, NumberKind.INVALID],
)
def test_number_that_nobody_should_call_is_not_published(kind: NumberKind) -> None:
    """R48: premium, short, emergency and invalid numbers are problems of their step."""
    flow = flow_of(to_number(destination=Destination(kind, "FR")), VOICEMAIL)

    found = problems(flow)

    assert [(one.code, one.step_id) for one in found] == [("number-not-dialable", "redirect")]


def test_star_during_a_redirect_is_no_request() -> None:
    """R7: it is neither an audio step nor a waiting experience."""
    stage = Stage("x", steps=OUTSIDE)
    call = stage.arrive()

    stage.press(call)

    assert stage.world.calls[call].callback_id is None
    assert isinstance(stage.world.calls[call].state, Redirecting)


def test_late_star_after_a_message_still_counts_during_a_redirect() -> None:
    """R5, R18: the dial is given up, and the callback finds no ring step."""
    stage = Stage("x", steps=[audio("welcome", "redirect"), *OUTSIDE])
    call = stage.arrive()
    stage.prompt_ends(call)
    leg = leg_of(stage, call)

    stage.press(call)

    assert stage.outcome(stage.requested(call)) == failed(OutcomeReason.NO_RING_STEP)
    assert HangUp(leg) in stage.effects


@pytest.mark.parametrize("rest", [[to_line()], [to_number("ring"), ring(), VOICEMAIL]])
def test_callback_ends_at_a_redirect(rest: list[Step]) -> None:
    """R17, R18: a dead end, whatever comes after it."""
    stage = Stage("x", steps=[audio("welcome", "redirect"), *rest])
    call = stage.arrive()

    stage.press(call)

    assert stage.outcome(stage.requested(call)) == failed(OutcomeReason.NO_RING_STEP)


# ---- after a separation ------------------------------------------------------------------


def separated(stage: Stage, *legs: tuple[LegId, LegState]) -> None:
    stage.give(PhoneSystemLost())
    stage.give(PhoneSystemListed(tuple(ListedLeg(leg, state) for leg, state in legs)))


def test_redirect_that_still_rings_goes_on_after_a_separation() -> None:
    """R33: never dialled again; the music begins anew."""
    stage = Stage("x", steps=OUTSIDE)
    call = stage.arrive()
    leg = leg_of(stage, call)
    stage.effects.clear()

    separated(stage, (LegId(call), LegState.UP), (leg, LegState.RINGING))

    assert StartMusic(LegId(call), DEFAULT_MUSIC) in stage.effects
    assert not stage.events(RedirectDialled)[1:]
    assert len(stage.events(CallRestored)) == 1
    assert leg_of(stage, call) == leg


def test_redirect_answered_during_a_separation_is_joined() -> None:
    """S8: nobody is left with nobody."""
    stage = Stage("x", steps=OUTSIDE)
    call = stage.arrive()
    leg = leg_of(stage, call)

    separated(stage, (LegId(call), LegState.UP), (leg, LegState.UP))

    assert stage.effects[-1] == Join(call, leg, LegId(call))
    stage.effects.clear()
    separated(stage, (LegId(call), LegState.UP), (leg, LegState.UP))
    assert Join(call, leg, LegId(call)) in stage.effects


def test_redirect_whose_dial_is_in_doubt_leads_on() -> None:
    """R33: it is not repeated."""
    stage = Stage("x", steps=OUTSIDE)
    call = stage.arrive()

    separated(stage, (LegId(call), LegState.UP))

    assert [one.cause for one in stage.events(RedirectFailed)] == [RedirectFailure.UNKNOWN]
    assert len(stage.events(RedirectDialled)) == 1
    assert isinstance(stage.world.calls[call].state, AtEnd)


def test_redirect_whose_caller_has_gone_leaves_no_leg() -> None:
    """S20: found again or not, it is hung up."""
    stage = Stage("x", steps=OUTSIDE)
    call = stage.arrive()
    leg = leg_of(stage, call)

    separated(stage, (leg, LegState.UP))

    assert HangUp(leg) in stage.effects
    assert call not in stage.world.calls


def test_replaying_a_redirect_gives_the_same_world() -> None:
    """S21: the line, the flow and the leg are those of the events."""
    stage = two_lines(to_number("wait"), ring("wait"), VOICEMAIL)
    call = stage.arrive()

    again = stage.replayed()

    assert again.calls[call].state == stage.world.calls[call].state
    assert again.calls[call].line == stage.world.calls[call].line
    assert not isinstance(again.calls[call].state, Waiting)
