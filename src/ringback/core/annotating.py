"""What people ask to put on calls and customers; each may raise a `Refusal`."""

from dataclasses import dataclass

from .ids import AgentId, CallId, CustomerId, NoteId, TagId
from .settings import OwnTag


@dataclass(frozen=True, slots=True)
class ConfigureTag:
    """Set one of the company's own tags, whole."""

    tag: OwnTag


@dataclass(frozen=True, slots=True)
class TagCall:
    """Put one of the company's own tags on a call that there is, live or past."""

    call_id: CallId
    tag_id: TagId
    agent_id: AgentId | None
    """None is somebody who is no agent, a supervisor for one."""


@dataclass(frozen=True, slots=True)
class UntagCall:
    """Take one of the company's own tags off a call."""

    call_id: CallId
    tag_id: TagId
    agent_id: AgentId | None


@dataclass(frozen=True, slots=True)
class WriteNote:
    """Write something about a call that there is; its text goes beside the journal.

    Refused where the customer, if there is one, was erased.
    """

    call_id: CallId
    agent_id: AgentId | None
    customer_id: CustomerId | None = None


@dataclass(frozen=True, slots=True)
class EditNote:
    """Write a note that there is anew."""

    note_id: NoteId
    call_id: CallId
    agent_id: AgentId | None


@dataclass(frozen=True, slots=True)
class DeleteNote:
    """Let the text of a note that there is go for good."""

    note_id: NoteId
    call_id: CallId
    agent_id: AgentId | None


@dataclass(frozen=True, slots=True)
class NameCustomer:
    """Give a customer that there is another name; it goes beside the journal."""

    customer_id: CustomerId
    agent_id: AgentId | None
    is_new: bool = False
    """Whether nobody knew them before."""
