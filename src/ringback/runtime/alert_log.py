"""Tells alerts in the log, where an operator's own watch can find them."""

from collections.abc import Sequence

import structlog

from ringback.core.events import AlertRaised, Fact

_log = structlog.get_logger(__name__)


def log_alerts(facts: Sequence[Fact]) -> None:
    """Log the alerts among committed facts."""
    for fact in facts:
        if isinstance(fact.event, AlertRaised):
            alert = fact.event
            _log.warning(
                "alert.raised",
                kind=alert.kind.value,
                seq=fact.sequence,
                line=alert.line_id,
                callback_id=alert.callback_id,
                failures=alert.failures,
            )
