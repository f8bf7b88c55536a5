"""The calls that are made to customers."""

from dataclasses import dataclass
from datetime import datetime

from ringback.core.ids import AgentId, CallbackId, CallId, CustomerId, LegId, StepId

from .callback import Callback
from .legs import customer_leg
from .offer import Message
from .timed import Timed


@dataclass(slots=True)
class OutboundCall(Timed):
    """The call to a customer, made for a callback."""

    id: CallId
    callback_id: CallbackId
    agent_id: AgentId
    agent_leg_id: LegId
    began_at: datetime
    customer_id: CustomerId | None = None
    reached: bool = False
    asked: "Callback | None" = None
    """The callback as it was when the customer was dialled."""
    ring_step_id: StepId | None = None
    """Where it was offered; None for a call by hand."""
    correctable: bool = True
    connected: bool = False
    """Whether both hear each other."""
    on_hold: bool = False
    announcement_prompt: str | None = None
    whisper: Message | None = None
    announcement: Message | None = None
    completed: "Callback | None" = None
    """The callback that this call completed, for as long as that can be corrected."""

    @property
    def customer_leg_id(self) -> LegId:
        return customer_leg(self.id)
