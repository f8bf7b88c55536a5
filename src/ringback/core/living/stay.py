"""A place in a queue."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ringback.core.flow import RingStep
from ringback.core.ids import AgentId

from .flow import QueueId
from .offer import Offer

NOTHING = timedelta(0)


@dataclass(slots=True)
class Stay:
    """An item's stay in one ring step: its place, and what has been used up of its time."""

    queue_id: QueueId
    step: RingStep
    priority_class: int
    key: int
    joined_at: datetime
    offers: dict[AgentId, Offer] = field(default_factory=dict)
    rung_out: dict[AgentId, None] = field(default_factory=dict)
    rung_by_agent: dict[AgentId, timedelta] = field(default_factory=dict)
    rung: timedelta = NOTHING
    ringing_since: datetime | None = None
    waited_busy: timedelta = NOTHING
    busy_since: datetime | None = None
    busy_wait_begun: bool = False

    @property
    def place(self) -> tuple[int, int]:
        return (self.priority_class, self.key)

    def rung_at(self, at: datetime) -> timedelta:
        """Add up the time in which somebody was being rung (R21)."""
        return self.rung if self.ringing_since is None else self.rung + (at - self.ringing_since)

    def waited_busy_at(self, at: datetime) -> timedelta:
        """Add up the time on the clock of *When everyone is busy* (R24)."""
        if self.busy_since is None:
            return self.waited_busy
        return self.waited_busy + (at - self.busy_since)
