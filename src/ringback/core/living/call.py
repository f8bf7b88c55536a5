"""The states of live calls."""

from dataclasses import dataclass, field
from datetime import datetime

from ringback.core.flow import DEFAULT_MUSIC, Flow
from ringback.core.ids import (
    AgentId,
    CallbackId,
    CallId,
    CustomerId,
    LegId,
    LineId,
    PlaybackId,
    StepId,
)
from ringback.core.outcomes import OutcomeReason
from ringback.core.settings import CallbackSettings, Destination, Line

from .offer import Message, Offer
from .stay import Stay
from .timed import Timed


@dataclass(slots=True)
class Moving:
    """Between two steps; never seen once an input has been settled."""

    step_id: StepId


@dataclass(slots=True)
class InAudio:
    """Hearing an audio step's message."""

    step_id: StepId
    since: datetime


@dataclass(slots=True)
class InMenu:
    """Asked for a key; after the prompt `answer_until` runs."""

    step_id: StepId
    since: datetime
    time_number: int
    answer_until: datetime | None = None


@dataclass(slots=True)
class Waiting:
    """In a ring step's queue; the stay is the call's."""

    next_message: int
    next_message_at: datetime | None
    next_estimate_at: datetime | None = None


@dataclass(slots=True)
class BeingConnected:
    """An agent accepted: their phone is connecting, or one of the two hears a message before."""

    offer: Offer
    whisper: Message | None = None
    announced: bool = False
    """Whether what plays to the caller is the announcement."""


@dataclass(slots=True)
class Talking:
    """Caller and agent hear each other."""

    agent_id: AgentId
    agent_leg_id: LegId
    since: datetime
    music: str = DEFAULT_MUSIC
    """What the caller hears on hold."""
    on_hold: bool = False
    correctable: CallbackId | None = None
    """The callback whose outcome this agent, who called back, may correct in wrap-up (R31)."""


@dataclass(slots=True)
class Consulting:
    """On hold while the agent and a colleague hear each other."""

    colleague_id: AgentId
    colleague_leg_id: LegId


@dataclass(slots=True)
class Consultation:
    """An agent asks a colleague before transferring, from the colleague's first ring on (R30)."""

    talking: Talking
    """The conversation with the customer, to which the agent can come back."""
    colleague_id: AgentId
    since: datetime


@dataclass(slots=True)
class Redirecting:
    """Hearing music while a number outside is dialled."""

    step_id: StepId
    leg_id: LegId
    since: datetime
    customer_id: CustomerId | None = None
    """Whose number it is, where an agent has typed it."""


@dataclass(slots=True)
class TalkingOutside:
    """Caller and a number outside hear each other."""

    leg_id: LegId
    since: datetime
    customer_id: CustomerId | None = None
    """Whose number it is, where an agent has typed it."""


@dataclass(slots=True)
class Confirming:
    """The request is stored and its confirmation plays."""

    callback_id: CallbackId
    since: datetime


@dataclass(slots=True)
class AtEnd:
    """At a voicemail or hang-up step: the last message plays, or a recording is made."""

    step_id: StepId
    since: datetime
    recording: bool = False
    hears_notice: bool = False
    silent_until: datetime | None = None


@dataclass(slots=True)
class Leaving:
    """Being hung up."""

    since: datetime


CallState = (
    Moving
    | InAudio
    | InMenu
    | Waiting
    | BeingConnected
    | Talking
    | Consulting
    | Confirming
    | AtEnd
    | Leaving
    | Redirecting
    | TalkingOutside
)


@dataclass(slots=True)
class Call(Timed):
    """A live call on its way to an agent: one that came in, or one that was transferred."""

    id: CallId
    leg_id: LegId
    """The customer's leg; it bears the id of a call that came in."""
    line: Line
    customer_id: CustomerId | None
    destination: Destination
    flow: Flow
    flow_version: int
    began_at: datetime
    state: CallState
    stay: Stay | None = None
    declined: dict[AgentId, None] = field(default_factory=dict)
    playback_id: PlaybackId | None = None
    prompt: str | None = None
    audio_step_id: StepId | None = None
    audio_ended_at: datetime | None = None
    request_not_granted: OutcomeReason | None = None
    playback_since: datetime | None = None
    callback_id: CallbackId | None = None
    voicemail_left: bool = False
    former_lines: dict[LineId, None] = field(default_factory=dict)
    """The lines that have handed this call over."""
    first_to_ring: AgentId | None = None
    """Who tried to reach this customer, and is rung before the others."""
    answered_at_step: StepId | None = None
    """The ring step of the published flow at which an agent answered first."""
    transferred_by: AgentId | None = None
    """The agent who talked to the caller last, and to whom a transfer in vain comes back."""
    consultation: Consultation | None = None
    """The agent who consults a colleague while the customer is on hold."""

    @property
    def settings(self) -> CallbackSettings:
        return self.line.callbacks

    @property
    def is_inbound(self) -> bool:
        """Tell whether the customer called; one whom we called has a leg of another name."""
        return self.leg_id == LegId(self.id)
