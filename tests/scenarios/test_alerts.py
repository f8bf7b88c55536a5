"""Somebody is alerted when callbacks of a line fail in a row, or for our faults (R26, R34)."""

from typing import Any

from ringback.core.events import AlertKind, AlertRaised
from ringback.core.flow import Step
from ringback.core.ids import AgentId, AlertId, CallbackId
from ringback.core.inputs import (
    CallByHand,
    CancelCallback,
    CancelReason,
    ConfigureAccount,
    DismissAlert,
    FailureCause,
)
from ringback.core.outcomes import OutcomeReason, failed
from ringback.core.refusals import RefusalCode
from ringback.core.settings import AccountSettings, Destination, NumberKind
from tests.scenarios.stage import VOICEMAIL, Stage, audio, ring

GREETED: list[Step] = [audio("hello", "ring"), ring(), VOICEMAIL]
FAILS = AlertKind.CALLBACKS_FAIL


def fail(stage: Stage, line: str = "paris") -> CallbackId:
    """Let a callback fail, because nobody is there."""
    callback = stage.ask(stage.arrive(line))
    assert stage.outcome(callback) == failed(OutcomeReason.NO_AVAILABLE_AGENT)
    return callback


def kinds(stage: Stage) -> list[AlertKind]:
    return [alert.kind for alert in stage.events(AlertRaised)]


def nobody_there(**settings: Any) -> Stage:
    stage = Stage("x", steps=GREETED, **settings)
    stage.offline("x")
    return stage


def serve(stage: Stage) -> CallbackId:
    """Let a callback be completed."""
    stage.online("x")
    callback = stage.ask(stage.arrive())
    stage.take("x")
    stage.customer_answers(callback)
    stage.hang_up("x")
    stage.offline("x")
    return callback


def suffer_faults(stage: Stage) -> CallbackId:
    """Let a callback fail for the third fault of ours."""
    stage.online("x")
    callback = stage.ask(stage.arrive())
    for _ in range(3):
        stage.take("x")
        stage.customer_fails(callback, FailureCause.TRUNK)
        stage.wait(30)
    assert stage.outcome(callback) == failed(OutcomeReason.SYSTEM_FAULT)
    stage.offline("x")
    return callback


def test_third_failure_in_a_row_raises_an_alert_once() -> None:
    """R26: with line, callback and how many; the fourth raises none."""
    stage = nobody_there()
    for _ in range(2):
        fail(stage)
    assert kinds(stage) == []

    third = fail(stage)
    fail(stage)

    assert kinds(stage) == [FAILS]
    [alert] = stage.events(AlertRaised)
    assert (alert.kind, alert.line_id, alert.callback_id) == (FAILS, "paris", third)
    assert alert.failures == 3


def test_completed_callback_ends_the_series() -> None:
    """R26: two, one that is served, and two more are no three in a row."""
    stage = nobody_there()
    fail(stage)
    fail(stage)

    serve(stage)

    fail(stage)
    fail(stage)
    assert kinds(stage) == []
    fail(stage)
    assert kinds(stage) == [FAILS]


def test_customer_who_does_not_answer_ends_the_series() -> None:
    """R26, R32: an agent took it and it was dialled: nothing is wrong with us."""
    stage = nobody_there()
    fail(stage)
    fail(stage)
    stage.online("x")
    callback = stage.ask(stage.arrive())
    stage.take("x")
    stage.customer_fails(callback, FailureCause.NO_ANSWER)
    stage.offline("x")

    fail(stage)

    assert kinds(stage) == []


def test_each_series_has_its_own_alert() -> None:
    """R26: after a served callback the next three are told again."""
    stage = nobody_there()
    for _ in range(3):
        fail(stage)
    serve(stage)

    for _ in range(3):
        fail(stage)

    assert kinds(stage) == [FAILS, FAILS]
    assert [alert.callback_id for alert in stage.world.alerts.values()] == [
        stage.events(AlertRaised)[-1].callback_id
    ]


def test_lines_are_counted_apart() -> None:
    """R26: one line's luck says nothing of another's."""
    stage = nobody_there()
    stage.configure_line("lyon")

    for line in ("paris", "lyon", "paris", "lyon"):
        fail(stage, line)

    assert kinds(stage) == []


def test_what_lies_in_settings_or_numbers_is_not_counted() -> None:
    """R26: no ring step, a withheld number and a cancel neither count nor end a series."""
    stage = nobody_there()
    fail(stage)
    fail(stage)
    withheld = stage.arrive(customer=None, destination=Destination(NumberKind.WITHHELD))
    stage.press(withheld)
    stage.caller_hangs_up(withheld)
    call = stage.arrive()
    stage.press(call)
    stage.give(CancelCallback(stage.requested(call), CancelReason.BY_USER))
    assert kinds(stage) == []

    fail(stage)

    assert kinds(stage) == [FAILS]


def test_dead_end_of_the_flow_is_not_counted() -> None:
    """R18, R26: that is for whoever drew the flow."""
    stage = Stage("x", steps=[audio("sorry", "voicemail"), VOICEMAIL])
    for _ in range(4):
        stage.ask(stage.arrive())

    assert kinds(stage) == []


def test_third_fault_raises_its_own_alert_once_in_a_series() -> None:
    """R34: two callbacks lost to our faults are one alert, until one is served."""
    stage = nobody_there()

    first = suffer_faults(stage)
    suffer_faults(stage)

    assert kinds(stage) == [AlertKind.SYSTEM_FAULT]
    [alert] = stage.events(AlertRaised)
    assert (alert.kind, alert.callback_id) == (AlertKind.SYSTEM_FAULT, first)
    serve(stage)
    suffer_faults(stage)
    assert kinds(stage) == [AlertKind.SYSTEM_FAULT, AlertKind.SYSTEM_FAULT]


def test_fault_that_is_the_third_failure_raises_both() -> None:
    """R26, R34: they ask for different things."""
    stage = nobody_there()
    fail(stage)
    fail(stage)

    suffer_faults(stage)

    assert kinds(stage) == [AlertKind.SYSTEM_FAULT, FAILS]


def test_zero_raises_no_alert_for_failures_but_for_faults() -> None:
    """R26, R34: somebody is alerted at the third fault in any case."""
    stage = nobody_there(account=AccountSettings(failures_in_row_max=0))
    for _ in range(5):
        fail(stage)
    assert kinds(stage) == []

    suffer_faults(stage)

    assert kinds(stage) == [AlertKind.SYSTEM_FAULT]


def test_lowered_limit_alerts_at_the_next_failure() -> None:
    """R26: the series goes on under the new limit."""
    stage = nobody_there(account=AccountSettings(failures_in_row_max=10))
    for _ in range(3):
        fail(stage)

    stage.give(ConfigureAccount(AccountSettings(failures_in_row_max=2)))

    assert kinds(stage) == []
    fail(stage)
    assert [alert.failures for alert in stage.events(AlertRaised)] == [4]


def test_dismissed_alert_is_gone_and_the_series_goes_on() -> None:
    """R26: whoever dismisses it has seen the series; it is not told again."""
    stage = nobody_there()
    for _ in range(3):
        fail(stage)
    [alert_id] = stage.world.alerts

    stage.give(DismissAlert(alert_id))

    assert not stage.world.alerts
    fail(stage)
    assert kinds(stage) == [FAILS]
    assert stage.refuses(DismissAlert(alert_id)).code is RefusalCode.UNKNOWN_ALERT
    assert stage.refuses(DismissAlert(AlertId("no"))).code is RefusalCode.UNKNOWN_ALERT


def test_failure_called_by_hand_later_does_not_end_the_series() -> None:
    """R26, R39: the outcome stands; the next request may still find nobody."""
    stage = nobody_there()
    fail(stage)
    callback = fail(stage)
    stage.online("x")
    stage.give(CallByHand(callback, AgentId("x")))
    stage.phone_up("x")
    stage.customer_answers(callback)
    stage.hang_up("x")
    stage.offline("x")

    fail(stage)

    assert kinds(stage) == [FAILS]


def test_replay_knows_alerts_and_series() -> None:
    """S21: a restart tells nothing twice and forgets nothing."""
    stage = nobody_there()
    for _ in range(3):
        fail(stage)

    again = stage.replayed()

    assert again.alerts == stage.world.alerts
    assert again.series == stage.world.series
    assert again.alerts


def test_limit_of_failures_out_of_its_bounds_is_refused() -> None:
    """R2: the refusal names the bounds."""
    stage = Stage("x")

    refusal = stage.refuses(ConfigureAccount(AccountSettings(failures_in_row_max=101)))

    assert refusal.code is RefusalCode.VALUE_OUT_OF_RANGE
    assert refusal.data["field"] == "failures-in-row-max"
