"""What somebody should look at."""

from dataclasses import dataclass, field
from datetime import datetime

from ringback.core.events import AlertKind
from ringback.core.ids import AlertId, CallbackId, LineId


@dataclass(slots=True)
class Series:
    """Callbacks of a line that failed one after another, none served in between."""

    failures: int = 0
    raised: dict[AlertKind, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Alert:
    """Something that nobody has dismissed yet."""

    id: AlertId
    kind: AlertKind
    line_id: LineId
    callback_id: CallbackId
    failures: int
    raised_at: datetime
