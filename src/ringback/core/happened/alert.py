"""What somebody should look at."""

from enum import StrEnum

from ringback.core.ids import AlertId, CallbackId, LineId
from ringback.core.plain_data import plain_data


class AlertKind(StrEnum):
    """What somebody should look at."""

    CALLBACKS_FAIL = "callbacks-fail"
    """Several callbacks of a line failed in a row (R26)."""
    SYSTEM_FAULT = "system-fault"
    """A callback failed for the third fault of ours (R34)."""


@plain_data
class AlertRaised:
    """Once in each series of failures of a line; a callback that is served ends the series."""

    alert_id: AlertId
    kind: AlertKind
    line_id: LineId
    callback_id: CallbackId
    failures: int
    """How many failed in a row so far."""


@plain_data
class AlertDismissed:
    """Somebody has seen an alert."""

    alert_id: AlertId
