"""Checks of alerts: failures in a row are counted rightly, and told once (R26, R34)."""

from collections.abc import Iterator

from ringback.core.events import AlertKind, AlertRaised, CallbackClosed, Fact
from ringback.core.outcomes import OutcomeReason

from .callback_folding import COUNTED
from .ledger import Ledger
from .sight import Sight


def alert_once(ledger: Ledger, fact: Fact) -> Iterator[str]:
    """S19: no kind of alert is raised twice in a series, nor before its time."""
    alert = fact.event
    if not isinstance(alert, AlertRaised):
        return
    series = ledger.series[alert.line_id]
    limit = ledger.settings.failures_in_row_max
    if alert.kind in series.raised or alert.failures != series.failures:
        yield f"{alert} is not the first of its series, or miscounted"
    if alert.kind is AlertKind.CALLBACKS_FAIL and not 0 < limit <= series.failures:
        yield f"{alert} comes too early"


def somebody_is_alerted(sight: Sight) -> Iterator[str]:
    """S19: failures in a row and open alerts equal a recount, and no series goes untold."""
    world, ledger = sight.world, sight.ledger
    counted = {line: (one.failures, set(one.raised)) for line, one in world.series.items()}
    noted = {line: (one.failures, one.raised) for line, one in ledger.series.items()}
    if counted != noted:
        yield f"failures in a row are {counted}, which are {noted}"
    if set(world.alerts) != set(ledger.alerts):
        yield f"alerts are {set(world.alerts)}, which are {set(ledger.alerts)}"
    for event in (fact.event for fact in sight.facts):
        if isinstance(event, CallbackClosed) and event.outcome.reason in COUNTED:
            yield from _untold(ledger, event)


def _untold(ledger: Ledger, event: CallbackClosed) -> Iterator[str]:
    series = ledger.series.get(ledger.callbacks[event.callback_id].line_id)
    if series is None:
        return
    limit = ledger.settings.failures_in_row_max
    if 0 < limit <= series.failures and AlertKind.CALLBACKS_FAIL not in series.raised:
        yield f"{series.failures} callbacks failed in a row and nobody is alerted"
    fault = event.outcome.reason is OutcomeReason.SYSTEM_FAULT
    if fault and AlertKind.SYSTEM_FAULT not in series.raised:
        yield f"{event.callback_id} failed for our faults and nobody is alerted"
