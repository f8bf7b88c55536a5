"""Dispatch: whom a free agent serves, and what is held (R28, R28b)."""

from datetime import timedelta

from ringback.core.events import (
    AttemptFailed,
    CallbackHeld,
)
from ringback.core.flow import Step
from ringback.core.inputs import FailureCause, PublishFlow
from ringback.core.outcomes import OutcomeReason, failed
from ringback.core.settings import DiallingPolicy
from tests.scenarios.stage import (
    VOICEMAIL,
    Stage,
    flow_of,
    ring,
)

LONG: list[Step] = [ring(ring_for=3600), VOICEMAIL]
NO_AGENT = failed(OutcomeReason.NO_AVAILABLE_AGENT)


def test_freed_agent_goes_to_the_oldest_item_over_all_queues() -> None:
    """R28: queues of several flows, one agent in both teams."""
    stage = Stage("x", teams={"support": ["x"], "sales": ["x"]}, steps=LONG)
    stage.give(PublishFlow(flow_of(ring(team="sales", ring_for=3600), VOICEMAIL, flow_id="sales")))
    stage.configure_line("sales", flow="sales")
    stage.occupy("x")
    older = stage.arrive("sales")
    stage.arrive()

    stage.hang_up("x")

    assert stage.rung_for("x") == older


def test_freed_agent_joins_an_older_simultaneous_ringing() -> None:
    """R28: rather than serving a later item."""
    stage = Stage("x", "y", steps=LONG)
    stage.occupy("y")
    older = stage.arrive()
    later = stage.arrive()
    assert stage.rung_for("x") == older

    stage.hang_up("y")

    assert stage.rung_for("y") == older
    stage.take("y")
    assert stage.rung_for("x") == later


def test_barred_agent_serves_the_next_item() -> None:
    """R28: a place in front never keeps an agent who cannot be used."""
    stage = Stage("x", "y", steps=LONG)
    stage.occupy("y")
    callback = stage.ask(stage.arrive())
    later = stage.arrive()

    stage.decline("x")

    assert stage.waiting() == [callback, later]
    assert stage.rung_for("x") == later


def test_deadlines_are_settled_in_due_order_each_with_its_pass() -> None:
    """R28: after a long silence everything happens as if on time."""
    stage = Stage("x", steps=[ring(ring_for=20), VOICEMAIL], retries=1)
    callback = stage.ask(stage.arrive())
    stage.now += timedelta(hours=2)

    stage.arrive()

    failed_at = [fact.at for fact in stage.facts if isinstance(fact.event, AttemptFailed)]
    assert [at - failed_at[0] for at in failed_at] == [timedelta(0), timedelta(seconds=20)]
    assert stage.outcome(callback) == failed(OutcomeReason.NO_ANSWER)


def test_rate_limit_holds_the_callback_until_it_allows() -> None:
    """R28b, R48: no card meanwhile, no attempt used."""
    stage = Stage("x", steps=LONG)
    stage.configure_line(dialling=DiallingPolicy(line_hour_max=1))
    first = stage.ask(stage.arrive())
    stage.take("x")
    stage.customer_answers(first)
    stage.hang_up("x")
    second = stage.ask(stage.arrive())
    assert stage.rung_for("x") is None
    assert [e.callback_id for e in stage.events(CallbackHeld)] == [second]

    stage.wait(3600)

    assert stage.rung_for("x") == second


def test_number_refused_since_the_request_fails_without_a_card() -> None:
    """R28b: the policy of the moment is asked before a card is shown."""
    stage = Stage("x", steps=LONG)
    stage.occupy("x")
    callback = stage.ask(stage.arrive())
    stage.configure_line(dialling=DiallingPolicy(countries=("BE",)))

    stage.hang_up("x")

    assert stage.rung_for("x") is None
    assert stage.outcome(callback) == failed(OutcomeReason.DESTINATION_REFUSED)


def test_dial_goes_on_when_the_customer_phones_in_after_the_accept() -> None:
    """R28b: held is only what waits."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive(customer="marie"))
    stage.accept("x")
    stage.arrive(customer="marie")

    stage.phone_up("x")
    stage.customer_fails(callback, FailureCause.BUSY)

    assert stage.outcome(callback).reason is OutcomeReason.CUSTOMER_BUSY
