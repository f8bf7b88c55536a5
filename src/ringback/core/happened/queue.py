"""What became true of places in queues."""

from enum import StrEnum

from ringback.core.ids import FlowId, ItemId, StepId
from ringback.core.plain_data import plain_data


@plain_data
class QueueJoined:
    """An item stands at the back of a queue; this event's sequence number is its key (R11)."""

    item_id: ItemId
    flow_id: FlowId
    flow_version: int
    step_id: StepId
    priority: bool


@plain_data
class StepGivenUp:
    """A ring step is over for an item without an agent: it leaves the queue (R20, R23, R24)."""

    item_id: ItemId
    cause: "GiveUpCause"


class GiveUpCause(StrEnum):
    """Why a ring step was given up."""

    RING_TIME_OVER = "ring-time-over"
    WAITED_TOO_LONG = "waited-too-long"
    NOBODY_LEFT = "nobody-left"


@plain_data
class ReturnedToQueue:
    """An accepted item stands in its queue again, with its key (R29, R32, R34)."""

    item_id: ItemId
