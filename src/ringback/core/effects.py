"""What the world outside must do, once the events behind it are committed.

Every effect names its leg or playback by an id that the events fixed, so that performing it
twice is harmless: a second `DialCustomer` of one leg must not dial again.
"""

from datetime import timedelta

from .ids import AgentId, CallId, CustomerId, LegId, LineId, OfferId, PlaybackId
from .plain_data import plain_data


@plain_data
class AnswerCall:
    """Answer an inbound call."""

    call_id: CallId


@plain_data
class PlayPrompt:
    """Play a message on a leg that is up, a caller's, a customer's or an agent's.

    Reports `PromptFinished`, also when it cannot be played.
    """

    leg_id: LegId
    playback_id: PlaybackId
    prompt: str


@plain_data
class StopPrompt:
    """Cut a message short; no report is owed."""

    leg_id: LegId
    playback_id: PlaybackId


@plain_data
class StartMusic:
    """Play waiting music on a leg until told otherwise; a message silences it while it lasts.

    A leg in a conversation leaves it, and is on hold: the other party stays connected and hears
    nothing, until the two are joined again.
    """

    leg_id: LegId
    music: str


@plain_data
class StopMusic:
    """End the waiting music."""

    leg_id: LegId


@plain_data
class RingAgent:
    """Ring a desk phone for an offer, showing the customer and the line.

    Reports `AgentPhoneAnswered`, `AgentPhoneDeclined` or `AgentPhoneFailed`.
    """

    leg_id: LegId
    agent_id: AgentId
    offer_id: OfferId
    customer_id: CustomerId | None
    line_id: LineId
    callback: bool
    """Whether the item is a callback (and not a live caller)."""


@plain_data
class StopRinging:
    """Stop ringing a desk or outside phone whose offer is over; no report is owed."""

    leg_id: LegId


@plain_data
class ConnectAgent:
    """Call a browser phone, which answers by itself, after its agent accepted.

    Reports `AgentPhoneAnswered` or `AgentPhoneFailed`.
    """

    leg_id: LegId
    agent_id: AgentId
    customer_id: CustomerId | None
    line_id: LineId


@plain_data
class DialAgent:
    """Dial an agent's outside number, through the trunk and from the line's number.

    Reports `AgentPhoneAnswered`, whoever or whatever picks up, `AgentPhoneDeclined` or
    `AgentPhoneFailed`.
    """

    leg_id: LegId
    agent_id: AgentId
    line_id: LineId


@plain_data
class TurnAway:
    """Tell the agent on this leg, by a message, that the offer is gone; then hang up."""

    leg_id: LegId
    prompt: str


@plain_data
class DialCustomer:
    """Dial the customer from the line's number while the agent hears the ringing.

    Reports `CustomerRinging`, then `CustomerAnswered` or `CustomerFailed`.
    """

    leg_id: LegId
    agent_leg_id: LegId
    customer_id: CustomerId
    line_id: LineId
    ring_for: timedelta


@plain_data
class DialOutside:
    """Dial a number outside for a caller, from the line's number.

    Reports `CustomerRinging`, then `CustomerAnswered` or `CustomerFailed`, as for a customer.
    """

    leg_id: LegId
    number: str
    line_id: LineId
    ring_for: timedelta
    customer_id: CustomerId | None = None
    """Whose number is dialled, where `number` is empty."""


@plain_data
class Join:
    """Let two legs hear each other; music and messages on them end."""

    call_id: CallId
    agent_leg_id: LegId
    customer_leg_id: LegId


@plain_data
class MuteLeg:
    """Let nobody hear what is said on a leg, wherever it is joined."""

    leg_id: LegId


@plain_data
class UnmuteLeg:
    """Let be heard again what is said on a leg; one that never was muted is no error."""

    leg_id: LegId


@plain_data
class HangUp:
    """End a leg; reports `LegEnded`. A leg that is gone already is no error."""

    leg_id: LegId


@plain_data
class RejectCall:
    """Refuse an inbound call at once with a busy signal (L4)."""

    call_id: CallId


@plain_data
class RecordVoicemail:
    """Record the caller's message; reports `VoicemailRecorded` unless the caller is gone."""

    call_id: CallId
    record_for_max: timedelta


Effect = (
    AnswerCall
    | PlayPrompt
    | StopPrompt
    | StartMusic
    | StopMusic
    | RingAgent
    | StopRinging
    | ConnectAgent
    | DialAgent
    | TurnAway
    | DialCustomer
    | DialOutside
    | Join
    | MuteLeg
    | UnmuteLeg
    | HangUp
    | RejectCall
    | RecordVoicemail
)
