"""Names the states of agents, offers, items and calls as people know them."""

from datetime import datetime
from typing import assert_never

from ringback.core.ids import AgentId, LineId
from ringback.core.settings import AgentStatus
from ringback.core.states import (
    Agent,
    AtEnd,
    AwaitingAgent,
    BeingConnected,
    Call,
    Callback,
    CallingCustomer,
    Closed,
    Confirming,
    ConnectingAgent,
    Consulting,
    InAudio,
    InMenu,
    Item,
    Leaving,
    Moving,
    Offer,
    OutboundCall,
    Queued,
    Redirecting,
    Suspended,
    Talking,
    TalkingOutside,
    Waiting,
)

from .views import (
    CallbackState,
    CallStage,
    Condition,
    ConsultationView,
    ConversationStage,
    ItemKind,
    OfferState,
    WaitingState,
)


def condition_of(agent: Agent) -> Condition:
    if agent.status is AgentStatus.OFFLINE:
        return Condition.OFFLINE
    if agent.off_duty:
        return Condition.OFF_DUTY
    if agent.is_cut_off and agent.given_up:
        return Condition.OFFLINE
    if agent.status is AgentStatus.DO_NOT_DISTURB:
        return Condition.DO_NOT_DISTURB
    offer = agent.offer
    if agent.call_id is not None or (offer is not None and offer.accepted_at is not None):
        return Condition.IN_CALL
    if agent.wrap_up_until is not None:
        return Condition.WRAP_UP
    if agent.is_cut_off:
        return Condition.CONNECTION_LOST
    return Condition.RINGING if offer is not None else Condition.AVAILABLE


def kind_of(item: Item) -> ItemKind:
    return ItemKind.CALL if isinstance(item, Call) else ItemKind.CALLBACK


def line_of(item: Item) -> LineId:
    return item.line.id if isinstance(item, Call) else item.line_id


def waiting_since(item: Item) -> datetime:
    return item.began_at if isinstance(item, Call) else item.requested_at


def attempts_of(item: Item) -> tuple[int, int]:
    if isinstance(item, Call):
        return 1, 1
    return item.attempt_number, item.settings.retries + 1


def offer_state(offer: Offer) -> OfferState:
    if offer.phone_up:
        return OfferState.PHONE_UP
    return OfferState.RINGING if offer.accepted_at is None else OfferState.ACCEPTED


def waiting_state(item: Item) -> WaitingState:
    if item.stay is not None and item.stay.offers:
        return WaitingState.RINGING
    if isinstance(item, Callback):
        if item.holds:
            return WaitingState.HELD
        if not item.settled:
            return WaitingState.SETTLING
    return WaitingState.WAITING


def callback_state(callback: Callback) -> CallbackState:
    match callback.state:
        case Queued() | Moving():
            waiting = waiting_state(callback)
            if waiting is WaitingState.WAITING:
                return CallbackState.QUEUED
            return CallbackState(waiting.value)
        case Suspended():
            return CallbackState.SUSPENDED
        case ConnectingAgent():
            return CallbackState.CONNECTING_AGENT
        case CallingCustomer():
            return CallbackState.CALLING_CUSTOMER
        case AwaitingAgent():
            return CallbackState.AWAITING_AGENT
        case Closed():
            return CallbackState.CLOSED
        case _ as never:
            assert_never(never)


def call_stage(call: Call) -> CallStage:
    if call.consultation is not None:
        return CallStage.CONSULTING
    match call.state:
        case InAudio() | Moving():
            return CallStage.IN_AUDIO
        case InMenu():
            return CallStage.IN_MENU
        case Waiting():
            return CallStage.WAITING
        case BeingConnected():
            return CallStage.CONNECTING_AGENT
        case Consulting():
            return CallStage.CONSULTING
        case Talking(on_hold=on_hold):
            return CallStage.ON_HOLD if on_hold else CallStage.TALKING
        case Confirming():
            return CallStage.CONFIRMING
        case Redirecting() | TalkingOutside():
            return CallStage.REDIRECTED
        case AtEnd() | Leaving():
            return CallStage.AT_END
        case _ as never:
            assert_never(never)


def talk_of(call: Call) -> Talking | None:
    """Find the conversation of agent and customer, also one that a consultation interrupts."""
    if call.consultation is not None:
        return call.consultation.talking
    return call.state if isinstance(call.state, Talking) else None


def agent_of(call: Call) -> AgentId | None:
    """Name who talks to a caller, or is being connected to one."""
    talk = talk_of(call)
    if talk is None and isinstance(call.state, BeingConnected):
        return call.state.offer.agent_id
    return None if talk is None else talk.agent_id


def consulted_by(item: Item) -> AgentId | None:
    """Name who wants to talk with a colleague first, while the colleague is rung."""
    if not isinstance(item, Call) or item.consultation is None:
        return None
    return item.consultation.talking.agent_id


def transferred_by(item: Item) -> AgentId | None:
    """Name who has transferred a call, and is in it no more."""
    if not isinstance(item, Call) or item.consultation is not None:
        return None
    return item.transferred_by


def consultation_of(call: Call) -> ConsultationView | None:
    """Show who consults whom about a call, if anybody does."""
    if call.consultation is None:
        return None
    return ConsultationView(
        agent_id=call.consultation.talking.agent_id,
        colleague_id=call.consultation.colleague_id,
        answered=isinstance(call.state, Consulting),
    )


def conversation_stage(outbound: OutboundCall, item: Item | None) -> ConversationStage:
    """Name how far the call to a customer has come; `item` is its callback while open."""
    if outbound.on_hold:
        return ConversationStage.ON_HOLD
    if outbound.reached:
        talking, announcing = ConversationStage.TALKING, ConversationStage.ANNOUNCING
        return talking if outbound.connected else announcing
    rang = item is not None and isinstance(item.state, CallingCustomer) and item.state.rang
    return ConversationStage.CUSTOMER_RINGING if rang else ConversationStage.CALLING


def ringing_ends_at(offer: Offer, item: Item) -> datetime | None:
    """Tell until when an offer rings, at the latest."""
    ends = [] if offer.rings_until is None else [offer.rings_until]
    stay = item.stay
    if stay is not None and isinstance(item, Callback) and stay.ringing_since is not None:
        ends.append(stay.ringing_since + (stay.step.ring_for - stay.rung))
    if stay is not None and isinstance(item, Call):
        ends.append(stay.joined_at + stay.step.ring_for)
    return min(ends, default=None)
