"""What became true of agents being rung."""

from datetime import timedelta
from enum import StrEnum

from ringback.core.ids import AgentId, ItemId, LegId, OfferId, PlaybackId
from ringback.core.inputs import AgentFailureCause
from ringback.core.plain_data import plain_data


@plain_data
class OfferTerms:
    """One agent being rung, for at most so long; None is as long as the step lasts."""

    offer_id: OfferId
    agent_id: AgentId
    ring_for_max: timedelta | None


@plain_data
class OffersMade:
    """Agents are being rung for an item."""

    item_id: ItemId
    offers: tuple[OfferTerms, ...]


@plain_data
class OutsidePhoneAsked:
    """An outside phone was picked up, by its agent or not: it is asked for the key 1."""

    offer_id: OfferId
    agent_id: AgentId
    item_id: ItemId
    playback_id: PlaybackId
    prompt: str
    time_number: int


@plain_data
class OfferDeclined:
    offer_id: OfferId
    agent_id: AgentId
    item_id: ItemId


class RingOutCause(StrEnum):
    """How an agent let an item ring out."""

    AGENT_TIME_OVER = "agent-time-over"
    STEP_TIME_OVER = "step-time-over"
    PHONE_FAILED = "phone-failed"
    NOT_CONFIRMED = "not-confirmed"
    """An outside phone was picked up and nobody pressed 1 there: a voicemail, for one."""
    NOT_CONNECTED = "not-connected"
    """Accepted, but the phone did not connect in time (R29)."""


@plain_data
class OffersRangOut:
    """Agents did not answer."""

    item_id: ItemId
    agent_ids: tuple[AgentId, ...]
    cause: RingOutCause
    phone_failure: AgentFailureCause | None = None

    @property
    def was_heard(self) -> bool:
        """Tell whether the agents can have noticed: their phones rang, or they had accepted."""
        match self.cause:
            case RingOutCause.PHONE_FAILED:
                return self.phone_failure is AgentFailureCause.NO_ANSWER
            case RingOutCause.NOT_CONNECTED:
                return self.phone_failure is not AgentFailureCause.FAULT
            case (
                RingOutCause.AGENT_TIME_OVER
                | RingOutCause.STEP_TIME_OVER
                | RingOutCause.NOT_CONFIRMED
            ):
                return True


class WithdrawalCause(StrEnum):
    """Why offers ended through no doing of the agent who was rung."""

    TAKEN = "taken"
    CALLER_GONE = "caller-gone"
    CALLBACK_REQUESTED = "callback-requested"
    HELD = "held"
    CANCELLED = "cancelled"
    AGENT_LEFT = "agent-left"
    MOVED = "moved"
    FAULT = "fault"


@plain_data
class OffersWithdrawn:
    """Offers ended without a decline or a ring-out."""

    item_id: ItemId
    agent_ids: tuple[AgentId, ...]
    cause: WithdrawalCause
    taken_by: AgentId | None = None


@plain_data
class OfferAccepted:
    """The first agent to accept has the item; it is in no queue from here on (R29)."""

    offer_id: OfferId
    agent_id: AgentId
    item_id: ItemId


@plain_data
class AgentPhoneUp:
    """The winner's phone is connected."""

    offer_id: OfferId
    agent_id: AgentId
    item_id: ItemId


@plain_data
class LateAnswerTurnedAway:
    """A desk phone answered an offer that was over; its agent hears why (R29)."""

    leg_id: LegId
    agent_id: AgentId | None
