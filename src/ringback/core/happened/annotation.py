"""What people have put on calls and customers: tags, notes, and names."""

from ringback.core.ids import AgentId, CallId, CustomerId, NoteId, TagId
from ringback.core.plain_data import plain_data
from ringback.core.settings import OwnTag


@plain_data
class TagConfigured:
    tag: OwnTag


@plain_data
class CallTagged:
    """One of the company's own tags was put on a call, live or past."""

    call_id: CallId
    tag_id: TagId
    agent_id: AgentId | None
    """None is no agent."""


@plain_data
class CallUntagged:
    call_id: CallId
    tag_id: TagId
    agent_id: AgentId | None


@plain_data
class NoteWritten:
    """Something was written about a call; what, is kept beside the journal."""

    note_id: NoteId
    call_id: CallId
    agent_id: AgentId | None


@plain_data
class NoteEdited:
    note_id: NoteId
    call_id: CallId
    agent_id: AgentId | None


@plain_data
class NoteDeleted:
    """The text of a note is gone for good."""

    note_id: NoteId
    call_id: CallId
    agent_id: AgentId | None


@plain_data
class CustomerNamed:
    """Somebody gave a customer a name, or took it away; which, is kept beside the journal."""

    customer_id: CustomerId
    agent_id: AgentId | None
    is_new: bool = False
    """Whether it made them known, before any call."""
