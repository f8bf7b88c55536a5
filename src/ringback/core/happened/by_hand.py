"""What became true of callbacks that agents call by hand."""

from ringback.core.ids import AgentId, CallbackId, CallId, OfferId
from ringback.core.plain_data import plain_data


@plain_data
class CallbackClaimed:
    """An agent will see to a listed callback (R38)."""

    callback_id: CallbackId
    agent_id: AgentId


@plain_data
class CallbackUnclaimed:
    """A listed callback is everybody's again; None is somebody who is no agent."""

    callback_id: CallbackId
    agent_id: AgentId | None
    claimed_by: AgentId | None = None
    """Whose claim it was, if somebody else released it."""


@plain_data
class HandCallStarted:
    """An agent calls a listed callback by hand; their own phone is connected first (R38)."""

    callback_id: CallbackId
    agent_id: AgentId
    offer_id: OfferId


@plain_data
class HandCallAbandoned:
    """A call by hand came to nothing before the customer could be reached; it stays listed."""

    callback_id: CallbackId
    agent_id: AgentId


@plain_data
class FollowUpCalled:
    """A closed callback was called by hand; its outcome stays what it was (R39)."""

    callback_id: CallbackId
    call_id: CallId
    agent_id: AgentId
    reached: bool


@plain_data
class FollowUpAnswered:
    """The customer called in and was answered: off the list, the outcome as it was (R39).

    `agent_id` is None where the call was redirected and somebody outside answered.
    """

    callback_id: CallbackId
    call_id: CallId
    agent_id: AgentId | None


@plain_data
class FollowUpDismissed:
    """A listed callback was taken off the list; an open request ends with it (R39)."""

    callback_id: CallbackId
    agent_id: AgentId
