"""Alerts: callbacks of a line fail in a row, or faults of ours end one (R26, R34)."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from .events import AlertDismissed, AlertKind, AlertRaised, CallbackClosed, Event, Fact
from .ids import AlertId, LineId
from .inputs import DismissAlert
from .outcomes import Outcome, OutcomeKind, OutcomeReason
from .refusals import Refusal, RefusalCode
from .states import Alert, Series
from .world import World

FAILURES_OF_OURS = (
    OutcomeReason.NO_AVAILABLE_AGENT,
    OutcomeReason.NO_ANSWER,
    OutcomeReason.DECLINED,
    OutcomeReason.SYSTEM_FAULT,
)
"""Nobody took it, or we could not call: the other reasons lie in settings or in the number."""
SERVED = (OutcomeKind.COMPLETED, OutcomeKind.NOT_REACHED)
"""An agent took it and the customer was dialled; whether they answered is their affair."""


def count(world: World, line_id: LineId, outcome: Outcome) -> None:
    """Count an outcome in its line's series. Writes the world: for `evolve` only."""
    if outcome.kind in SERVED:
        world.series.pop(line_id, None)
    elif outcome.reason in FAILURES_OF_OURS:
        world.series.setdefault(line_id, Series()).failures += 1


# ---- decide ------------------------------------------------------------------------------


def decide_dismissal(world: World, request: DismissAlert, at: datetime) -> Iterator[Event]:
    if request.alert_id not in world.alerts:
        raise Refusal(RefusalCode.UNKNOWN_ALERT, alert_id=request.alert_id)
    yield AlertDismissed(request.alert_id)


# ---- follow ------------------------------------------------------------------------------


def _look_at_series(world: World, event: CallbackClosed) -> Iterator[Event]:
    """Raise each kind of alert once in a series."""
    if event.outcome.reason not in FAILURES_OF_OURS:
        return
    line_id = world.follow_ups[event.callback_id].line_id
    series = world.series[line_id]
    limit = world.settings.failures_in_row_max
    kinds = []
    if event.outcome.reason is OutcomeReason.SYSTEM_FAULT:
        kinds.append(AlertKind.SYSTEM_FAULT)
    if 0 < limit <= series.failures:
        kinds.append(AlertKind.CALLBACKS_FAIL)
    for kind in kinds:
        if kind not in series.raised:
            alert_id = AlertId(f"alert{world.next_sequence()}")
            yield AlertRaised(alert_id, kind, line_id, event.callback_id, series.failures)


# ---- evolve ------------------------------------------------------------------------------


def _raised(world: World, fact: Fact, event: AlertRaised) -> None:
    """The newest alert of a kind takes the place of the line's older one."""
    for older in tuple(world.alerts.values()):
        if (older.line_id, older.kind) == (event.line_id, event.kind):
            del world.alerts[older.id]
    world.alerts[event.alert_id] = Alert(
        event.alert_id, event.kind, event.line_id, event.callback_id, event.failures, fact.at
    )
    world.series[event.line_id].raised[event.kind] = None


def _dismissed(world: World, fact: Fact, event: AlertDismissed) -> None:
    del world.alerts[event.alert_id]


DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {
    DismissAlert: decide_dismissal,
}
FOLLOW: dict[type[Any], Callable[[World, Any], Iterator[Event]]] = {
    CallbackClosed: _look_at_series,
}
EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    AlertRaised: _raised,
    AlertDismissed: _dismissed,
}
