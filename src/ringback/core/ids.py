"""The identifiers of everything an account holds: opaque strings, unique within their kind."""

from typing import NewType

AccountId = NewType("AccountId", str)
LineId = NewType("LineId", str)
AgentId = NewType("AgentId", str)
TeamId = NewType("TeamId", str)
FlowId = NewType("FlowId", str)
StepId = NewType("StepId", str)
CustomerId = NewType("CustomerId", str)
"""A reference to one customer; number and name live outside the journal."""

CallId = NewType("CallId", str)
"""A call. For an inbound call it is also the id of the caller's leg."""

TagId = NewType("TagId", str)
CallbackId = NewType("CallbackId", str)
NoteId = NewType("NoteId", str)
AlertId = NewType("AlertId", str)
OfferId = NewType("OfferId", str)
PlaybackId = NewType("PlaybackId", str)

LegId = NewType("LegId", str)
"""One phone connected, or being connected, to the phone system."""

ItemId = CallId | CallbackId
"""What waits in a queue: a live call or a callback."""
