"""Each case here was once seen differently by the core and by the reference model of the rules."""

from datetime import time, timedelta

import pytest

from ringback.core.calendars import OpeningPeriod, SpecialDates, WeeklyHours
from ringback.core.effects import PlayPrompt
from ringback.core.events import (
    Branch,
    BranchTaken,
    CustomerRecognised,
    HoldCause,
    OffersMade,
)
from ringback.core.flow import DatesStep, HangUpStep, HoursStep, RingRule, Step
from ringback.core.ids import AgentId, LineId, StepId
from ringback.core.inputs import (
    CallByHand,
    FailureCause,
    PublishFlow,
    TransferToAgent,
    TransferToLine,
)
from ringback.core.outcomes import OutcomeReason, failed
from ringback.core.settings import AccountSettings, Destination, DiallingPolicy, NumberKind

from .stage import START, VOICEMAIL, Stage, audio, flow_of, ring

WITHHELD = Destination(NumberKind.WITHHELD)


def test_due_at_the_instant_of_an_input_shares_its_pass() -> None:
    """R28: only earlier instants have a pass of their own; here the caller is gone before it."""
    stage = Stage("xena", wrap_up=10)
    stage.occupy("xena")
    call_id = stage.arrive()
    stage.hang_up("xena")
    offers_before = len(stage.events(OffersMade))
    stage.now = stage.world.agents["xena"].wrap_up_until  # type: ignore[index, assignment]

    stage.caller_hangs_up(call_id)

    assert len(stage.events(OffersMade)) == offers_before


@pytest.mark.parametrize("end", [VOICEMAIL, HangUpStep(StepId("goodbye"))])
def test_request_in_vain_just_after_the_last_message_is_answered(end: object) -> None:
    """R5, R9: who asks within 2 s of the message hears that we cannot call, also at the end."""
    stage = Stage("xena", steps=[audio("welcome", end.id), end])  # type: ignore[attr-defined, list-item]
    call_id = stage.arrive(customer=None, destination=WITHHELD)
    stage.prompt_ends(call_id)
    stage.wait(1)

    stage.press(call_id)

    played = [effect.prompt for effect in stage.effects if isinstance(effect, PlayPrompt)]
    assert played[-1] == stage.world.lines[LineId("paris")].cannot_call_back_prompt


def test_rung_out_and_timed_out_at_one_instant_keep_their_order() -> None:
    """R11: what one input moves keeps its order, whether a ring-out or the step's time ends it."""
    one_by_one = {"rule": RingRule.LONGEST_IDLE, "even_if_busy": False}
    steps: list[Step] = [
        ring("first", ring_for=30, then="second", **one_by_one),  # type: ignore[arg-type]
        ring("second", ring_for=300, then="third", **one_by_one),  # type: ignore[arg-type]
        ring("third", ring_for=300, **one_by_one),  # type: ignore[arg-type]
        VOICEMAIL,
    ]
    stage = Stage("xena", steps=steps)
    older = stage.arrive()
    stage.wait(30)
    younger = stage.arrive()

    stage.wait(30)

    assert stage.waiting("second") == [younger]
    assert stage.rung_for("xena") == older


def test_callback_without_settling_time_is_settled_before_the_pass() -> None:
    """R7, R28: what becomes due at once by an input has its part in the pass that follows."""
    stage = Stage("xena", settling=timedelta(0))
    stage.configure_line("vip", priority=True)
    stage.occupy("xena")
    stage.ask(stage.arrive(customer="anna"))
    call_id = stage.arrive("vip", customer="anna")
    stage.press(call_id)
    callback_id = stage.requested(call_id)
    stage.prompt_ends(call_id)
    stage.hang_up("xena")

    stage.caller_hangs_up(call_id)

    assert stage.rung_for("xena") == callback_id


def test_limit_that_fills_while_a_card_rings_shows_no_further_card() -> None:
    """R28b, R48: every card is judged; what may no longer be dialled is held and rings nobody."""
    stage = Stage("xena", "yves", "zoe")
    stage.configure_line(dialling=DiallingPolicy(line_hour_max=1))
    stage.occupy("xena", "yves", "zoe")
    stage.ask(stage.arrive())
    later = stage.ask(stage.arrive())
    stage.hang_up("xena")
    stage.accept("xena")
    stage.hang_up("yves")
    assert stage.rung_for("yves") == later
    stage.phone_up("xena")

    stage.hang_up("zoe")

    assert stage.rung_for("yves") is None
    assert stage.rung_for("zoe") is None
    assert HoldCause.RATE_LIMIT in stage.world.callbacks[later].holds


def test_way_closed_by_the_hour_and_by_the_date_is_closed() -> None:
    """R18: at night on a holiday, too, it is only the time that closes the way."""
    never = WeeklyHours("Europe/Paris", (OpeningPeriod(6, time(9), time(18)),))
    today = SpecialDates("holiday", START.date(), START.date())
    steps: list[Step] = [
        audio("welcome", "hours"),
        HoursStep(StepId("hours"), never, StepId("dates"), VOICEMAIL.id),
        DatesStep(StepId("dates"), "Europe/Paris", (today,), VOICEMAIL.id, StepId("ring")),
        ring(),
        VOICEMAIL,
    ]
    stage = Stage("xena", steps=steps)
    call_id = stage.arrive()

    stage.press(call_id)

    assert stage.outcome(stage.requested(call_id)) == failed(OutcomeReason.CLOSED)


def test_many_hours_steps_in_a_row_are_judged_at_once() -> None:
    """R18: branches that meet again are looked at once each."""
    never = WeeklyHours("Europe/Paris", ())
    rows: list[Step] = [
        HoursStep(StepId(f"h{n}"), never, StepId(f"h{n + 1}"), StepId(f"h{n + 1}"))
        for n in range(60)
    ]
    last = HoursStep(StepId("h60"), never, StepId("ring"), VOICEMAIL.id)
    stage = Stage("xena", steps=[audio("welcome", "h0"), *rows, last, ring(), VOICEMAIL])
    call_id = stage.arrive()

    stage.press(call_id)

    assert stage.outcome(stage.requested(call_id)) == failed(OutcomeReason.CLOSED)


def test_agents_who_ring_out_at_once_send_callers_on_in_their_order() -> None:
    """R11, R19: each was the last whom the other's caller waited for; nobody is overtaken."""
    steps: list[Step] = [
        ring("first", then="second", rule=RingRule.LONGEST_IDLE, even_if_busy=False),
        ring("second", team="sales", ring_for=300),
        VOICEMAIL,
    ]
    stage = Stage(
        "xena",
        "yves",
        "zoe",
        teams={"support": ["xena", "yves"], "sales": ["zoe"]},
        account=AccountSettings(ring_outs_in_row_max=1),
        steps=steps,
    )
    stage.occupy("zoe")
    older, younger = stage.arrive(), stage.arrive()

    stage.wait(30)

    assert stage.waiting("second") == [older, younger]


def test_closed_hour_is_noted_where_both_branches_lead_to_the_same_step() -> None:
    """R44: the caller came at a closed hour all the same."""
    never = WeeklyHours("Europe/Paris", ())
    hours = HoursStep(StepId("hours"), never, VOICEMAIL.id, VOICEMAIL.id)
    stage = Stage("xena", steps=[hours, VOICEMAIL])

    stage.arrive()

    assert [event.branch for event in stage.events(BranchTaken)] == [Branch.CLOSED]


def test_agent_whose_card_the_policy_takes_back_goes_to_the_oldest() -> None:
    """R28, S9: the pass begins anew, so that nobody further back is served before."""
    stage = Stage("x", "y", teams={"a": ["y"], "b": ["x", "y"]}, steps=[ring(team="a"), VOICEMAIL])
    stage.give(PublishFlow(flow_of(ring(team="b"), VOICEMAIL, flow_id="both")))
    stage.give(PublishFlow(flow_of(audio("hello", "voicemail"), VOICEMAIL, flow_id="message")))
    for line, flow in {"both": "both", "late": "both", "message": "message"}.items():
        stage.configure_line(line, flow=flow)
    stage.offline("x")
    stage.occupy("y")
    older = stage.ask(stage.arrive(customer="anna"))
    call_again = stage.arrive("message", customer="anna")
    middle = stage.ask(stage.arrive("both", customer="bert"))
    stage.ask(stage.arrive("late", customer="cleo"))
    stage.hang_up("y")
    assert stage.rung_for("y") == middle
    stage.caller_hangs_up(call_again)
    stage.configure_line("both", flow="both", dialling=DiallingPolicy(countries=("BE",)))

    stage.online("x")

    assert stage.rung_for("y") == older


def test_who_tried_last_is_found_though_another_request_was_listed_later() -> None:
    """R39: the earlier request has been called by hand since."""
    stage = Stage("x", "y", ring_who_tried=True)
    earlier = stage.ask(stage.arrive(customer="anna"))
    stage.take("x")
    stage.customer_fails(earlier, FailureCause.NO_ANSWER)
    later = stage.ask(stage.arrive(customer="anna"))
    stage.take("y")
    stage.customer_fails(later, FailureCause.NO_ANSWER)
    stage.give(CallByHand(earlier, AgentId("x")))
    stage.phone_up("x")
    stage.customer_fails(earlier, FailureCause.NO_ANSWER)

    call = stage.arrive(customer="anna")

    assert stage.events(CustomerRecognised)[-1] == CustomerRecognised(call, earlier, AgentId("x"))


def test_transferred_to_another_line_waits_again_where_that_line_answered() -> None:
    """R30: there, and not where that line's flow begins."""
    stage = Stage("x", "y", "z", teams={"support": ["x"]})
    steps: list[Step] = [
        ring("first", agent="z", then="second"),
        ring("second", agent="y"),
        VOICEMAIL,
    ]
    stage.give(PublishFlow(flow_of(*steps, flow_id="sales")))
    stage.configure_line("sales", flow="sales")
    call = stage.arrive()
    stage.take("x")
    stage.offline("z")
    stage.give(TransferToLine(AgentId("x"), LineId("sales")))
    stage.take("y")
    stage.online("z")
    stage.give(TransferToAgent(AgentId("y"), AgentId("x")))
    stage.decline("x")

    stage.wait(30)

    assert stage.waiting("second", "sales@1") == [call]
