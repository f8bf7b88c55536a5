"""The published tables of states: which event leads from which state to which.

They are drawn in `docs/lifecycle.md`; the property tests hold every step to them (S13). Where
an arrow has two heads, the event's data decides.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from . import states
from .events import (
    AgentCameBack,
    AgentCameOnDuty,
    AgentFreed,
    AgentGivenUp,
    AgentStatusSet,
    AgentWentMissing,
    AgentWentOffDuty,
    AttemptStarted,
    AudioStarted,
    BranchTaken,
    CallbackClosed,
    CallbackRequested,
    CallBegan,
    CallConnected,
    CallEnded,
    CallTransferred,
    ConfirmationStarted,
    ConsultationAnswered,
    ConsultationCompleted,
    ConsultationEnded,
    ConsultationStarted,
    CustomerReached,
    DialIntended,
    EndReached,
    FarewellSaid,
    FollowUpCalled,
    HandCallAbandoned,
    HandCallStarted,
    MenuLeft,
    MenuStarted,
    MovedToAgent,
    MovedToFront,
    MovedToStep,
    OfferAccepted,
    OfferDeclined,
    OffersMade,
    OffersRangOut,
    OffersWithdrawn,
    OutcomeCorrected,
    PlaceGivenBack,
    PlaceLent,
    PromptEnded,
    QueueJoined,
    RedirectAnswered,
    RedirectDialled,
    RedirectedToLine,
    RedirectFailed,
    ReturnedToQueue,
    StepGivenUp,
    WrapUpEnded,
)
from .settings import AgentStatus


class Lifetime(StrEnum):
    """Before the first event and after the last."""

    UNBORN = "unborn"
    OVER = "over"


class Dialling(StrEnum):
    """How far an outbound call has come."""

    DIALLED = "Dialled"
    REACHED = "Reached"


class Engagement(StrEnum):
    """What an agent is doing."""

    FREE = "Free"
    RUNG = "Rung"
    CONNECTING = "Connecting"
    IN_CALL = "InCall"
    WRAPPING_UP = "WrappingUp"


class Connection(StrEnum):
    """Whether an agent's phone or page is there."""

    CONNECTED = "Connected"
    MISSING = "Missing"
    GIVEN_UP = "GivenUp"


class Duty(StrEnum):
    """Whether an agent is within the working hours."""

    ON_DUTY = "OnDuty"
    OFF_DUTY = "OffDuty"


State = type[Any] | StrEnum
Table = Mapping[tuple[State, type[Any]], tuple[State, ...]]

CALLBACK: Table = {
    (Lifetime.UNBORN, CallbackRequested): (states.Moving, states.Queued, states.AwaitingAgent),
    (states.Moving, QueueJoined): (states.Queued,),
    (states.Moving, AttemptStarted): (states.Moving,),
    (states.Moving, CallbackClosed): (states.Closed,),
    (states.Queued, StepGivenUp): (states.Moving,),
    (states.Queued, MovedToFront): (states.Queued,),
    (states.Queued, MovedToAgent): (states.Queued,),
    (states.Queued, MovedToStep): (states.Moving,),
    (states.Queued, OfferAccepted): (states.ConnectingAgent,),
    (states.Queued, CallbackClosed): (states.Closed,),
    (states.Queued, PlaceLent): (states.Suspended,),
    (states.Suspended, PlaceGivenBack): (states.Queued,),
    (states.Suspended, CallbackClosed): (states.Closed,),
    (states.ConnectingAgent, DialIntended): (states.CallingCustomer,),
    (states.ConnectingAgent, ReturnedToQueue): (states.Queued,),
    (states.ConnectingAgent, CallbackClosed): (states.Closed,),
    (states.CallingCustomer, ReturnedToQueue): (states.Queued,),
    (states.CallingCustomer, CallbackClosed): (states.Closed,),
    (states.AwaitingAgent, CallbackClosed): (states.Closed,),
    (states.AwaitingAgent, HandCallStarted): (states.ConnectingAgent,),
    (states.Closed, HandCallStarted): (states.ConnectingAgent,),
    (states.ConnectingAgent, HandCallAbandoned): (states.AwaitingAgent, states.Closed),
    (states.CallingCustomer, HandCallAbandoned): (states.AwaitingAgent, states.Closed),
    (states.CallingCustomer, FollowUpCalled): (states.Closed,),
    (states.Closed, OutcomeCorrected): (states.Closed,),
}

CALL: Table = {
    (Lifetime.UNBORN, CallBegan): (states.Moving,),
    (Lifetime.UNBORN, CallTransferred): (states.Moving,),
    (Lifetime.UNBORN, ConsultationStarted): (states.Moving,),
    (states.Moving, AudioStarted): (states.InAudio,),
    (states.Moving, MenuStarted): (states.InMenu,),
    (states.Moving, BranchTaken): (states.Moving,),
    (states.Moving, QueueJoined): (states.Waiting,),
    (states.Moving, EndReached): (states.AtEnd,),
    (states.Moving, RedirectedToLine): (states.Moving,),
    (states.Moving, RedirectDialled): (states.Redirecting,),
    (states.Moving, RedirectFailed): (states.Moving,),
    (states.Redirecting, RedirectFailed): (states.Moving,),
    (states.Redirecting, RedirectAnswered): (states.TalkingOutside,),
    (states.Redirecting, ConfirmationStarted): (states.Confirming,),
    (states.Redirecting, CallEnded): (Lifetime.OVER,),
    (states.TalkingOutside, CallEnded): (Lifetime.OVER,),
    (states.InAudio, PromptEnded): (states.Moving,),
    (states.InAudio, ConfirmationStarted): (states.Confirming,),
    (states.InAudio, CallEnded): (Lifetime.OVER,),
    (states.InMenu, MenuStarted): (states.InMenu,),
    (states.InMenu, MenuLeft): (states.Moving,),
    (states.InMenu, FarewellSaid): (states.Leaving,),
    (states.InMenu, CallEnded): (Lifetime.OVER,),
    (states.Waiting, StepGivenUp): (states.Moving,),
    (states.Waiting, OfferAccepted): (states.BeingConnected,),
    (states.Waiting, ConfirmationStarted): (states.Confirming,),
    (states.Waiting, CallEnded): (Lifetime.OVER,),
    (states.BeingConnected, CallConnected): (states.Talking,),
    (states.BeingConnected, ReturnedToQueue): (states.Waiting,),
    (states.BeingConnected, CallEnded): (Lifetime.OVER,),
    (states.Talking, CallTransferred): (states.Moving,),
    (states.Talking, ConsultationStarted): (states.Moving,),
    (states.Talking, CallEnded): (Lifetime.OVER,),
    (states.Moving, ConsultationEnded): (states.Talking,),
    (states.Waiting, ConsultationEnded): (states.Talking,),
    (states.BeingConnected, ConsultationEnded): (states.Talking,),
    (states.BeingConnected, ConsultationAnswered): (states.Consulting,),
    (states.Consulting, ConsultationEnded): (states.Talking,),
    (states.Consulting, ConsultationCompleted): (states.Talking,),
    (states.Consulting, CallEnded): (Lifetime.OVER,),
    (states.AtEnd, ConfirmationStarted): (states.Confirming,),
    (states.AtEnd, FarewellSaid): (states.Leaving,),
    (states.AtEnd, CallEnded): (Lifetime.OVER,),
    (states.Confirming, FarewellSaid): (states.Leaving,),
    (states.Confirming, CallEnded): (Lifetime.OVER,),
    (states.Leaving, CallEnded): (Lifetime.OVER,),
}

OUTBOUND_CALL: Table = {
    (Lifetime.UNBORN, DialIntended): (Dialling.DIALLED,),
    (Dialling.DIALLED, CustomerReached): (Dialling.REACHED,),
    (Dialling.DIALLED, CallEnded): (Lifetime.OVER,),
    (Dialling.REACHED, CallTransferred): (Lifetime.OVER,),
    (Dialling.REACHED, ConsultationStarted): (Lifetime.OVER,),
    (Dialling.REACHED, CallEnded): (Lifetime.OVER,),
}

AGENT: Table = {
    (Engagement.FREE, OffersMade): (Engagement.RUNG,),
    (Engagement.FREE, HandCallStarted): (Engagement.CONNECTING,),
    (Engagement.RUNG, OfferDeclined): (Engagement.FREE,),
    (Engagement.RUNG, OffersRangOut): (Engagement.FREE,),
    (Engagement.RUNG, OffersWithdrawn): (Engagement.FREE,),
    (Engagement.RUNG, OfferAccepted): (Engagement.CONNECTING,),
    (Engagement.CONNECTING, OffersRangOut): (Engagement.FREE,),
    (Engagement.CONNECTING, OffersWithdrawn): (Engagement.FREE,),
    (Engagement.CONNECTING, HandCallAbandoned): (Engagement.FREE,),
    (Engagement.CONNECTING, CallConnected): (Engagement.IN_CALL,),
    (Engagement.CONNECTING, ConsultationAnswered): (Engagement.IN_CALL,),
    (Engagement.CONNECTING, DialIntended): (Engagement.IN_CALL,),
    (Engagement.IN_CALL, AgentFreed): (Engagement.FREE, Engagement.WRAPPING_UP),
    (Engagement.WRAPPING_UP, WrapUpEnded): (Engagement.FREE,),
}

AGENT_STATUS: Table = {
    (AgentStatus.OFFLINE, AgentStatusSet): (AgentStatus.ONLINE, AgentStatus.DO_NOT_DISTURB),
    (AgentStatus.ONLINE, AgentStatusSet): (AgentStatus.DO_NOT_DISTURB, AgentStatus.OFFLINE),
    (AgentStatus.DO_NOT_DISTURB, AgentStatusSet): (
        AgentStatus.ONLINE,
        AgentStatus.DO_NOT_DISTURB,
        AgentStatus.OFFLINE,
    ),
}

AGENT_CONNECTION: Table = {
    (Connection.CONNECTED, AgentWentMissing): (Connection.MISSING,),
    (Connection.MISSING, AgentCameBack): (Connection.CONNECTED,),
    (Connection.MISSING, AgentGivenUp): (Connection.GIVEN_UP,),
    (Connection.GIVEN_UP, AgentCameBack): (Connection.CONNECTED,),
}

AGENT_DUTY: Table = {
    (Duty.ON_DUTY, AgentWentOffDuty): (Duty.OFF_DUTY,),
    (Duty.ON_DUTY, AgentCameOnDuty): (Duty.ON_DUTY,),
    (Duty.OFF_DUTY, AgentCameOnDuty): (Duty.ON_DUTY,),
    (Duty.OFF_DUTY, AgentWentOffDuty): (Duty.OFF_DUTY,),
}

TABLES: Mapping[str, Table] = {
    "Callback": CALLBACK,
    "Inbound call": CALL,
    "Outbound call": OUTBOUND_CALL,
    "Agent": AGENT,
    "Agent's status": AGENT_STATUS,
    "Agent's connection": AGENT_CONNECTION,
    "Agent's duty": AGENT_DUTY,
}


def name_of(state: State) -> str:
    """Name a state as the tables and the diagrams do."""
    return state.value if isinstance(state, StrEnum) else state.__name__


def engagement_of(agent: states.Agent) -> Engagement:
    """Tell what an agent is doing."""
    if agent.call_id is not None:
        return Engagement.IN_CALL
    if agent.wrap_up_until is not None:
        return Engagement.WRAPPING_UP
    if agent.offer is None:
        return Engagement.FREE
    return Engagement.RUNG if agent.offer.accepted_at is None else Engagement.CONNECTING


def connection_of(agent: states.Agent) -> Connection:
    """Tell whether an agent's phone or page is there."""
    if agent.missing_since is None:
        return Connection.CONNECTED
    return Connection.GIVEN_UP if agent.given_up else Connection.MISSING


def duty_of(agent: states.Agent) -> Duty:
    """Tell whether an agent is within the working hours."""
    return Duty.OFF_DUTY if agent.off_duty else Duty.ON_DUTY
