"""What became true of live calls, from the first ring to the last word."""

from datetime import timedelta
from enum import StrEnum

from ringback.core.ids import (
    AgentId,
    CallbackId,
    CallId,
    CustomerId,
    FlowId,
    LegId,
    LineId,
    PlaybackId,
    StepId,
)
from ringback.core.outcomes import CallEnding
from ringback.core.plain_data import plain_data
from ringback.core.settings import Destination


@plain_data
class CallBegan:
    """A customer's call was taken in, by the flow version in force."""

    call_id: CallId
    line_id: LineId
    customer_id: CustomerId | None
    destination: Destination
    flow_id: FlowId
    flow_version: int


@plain_data
class CustomerRecognised:
    """The caller is somebody whose callback failed or did not reach them (R39).

    `agent_id` is who tried, if the line lets that agent be rung first.
    """

    call_id: CallId
    callback_id: CallbackId
    agent_id: AgentId | None


@plain_data
class AudioStarted:
    """An audio step plays its message to a caller."""

    call_id: CallId
    step_id: StepId
    playback_id: PlaybackId
    prompt: str


@plain_data
class MenuStarted:
    """A menu asks a caller for a key, for the first time or again."""

    call_id: CallId
    step_id: StepId
    playback_id: PlaybackId
    prompt: str
    time_number: int


@plain_data
class MenuLeft:
    """A caller chose a key of a menu, or made no choice (None); `next_step_id` None ends."""

    call_id: CallId
    step_id: StepId
    digit: str | None
    next_step_id: StepId | None


@plain_data
class BranchTaken:
    """Opening hours or special dates sent a caller one way."""

    call_id: CallId
    step_id: StepId
    branch: "Branch"
    next_step_id: StepId


class Branch(StrEnum):
    """The ways out of hours and dates steps."""

    OPEN = "open"
    CLOSED = "closed"
    SPECIAL = "special"
    ORDINARY = "ordinary"


@plain_data
class RedirectedToLine:
    """Another line's flow has taken a live call over."""

    call_id: CallId
    step_id: StepId
    line_id: LineId
    flow_id: FlowId
    flow_version: int


@plain_data
class RedirectDialled:
    """A number outside is about to be dialled for a caller; committed before the command (S4)."""

    call_id: CallId
    step_id: StepId
    leg_id: LegId
    number: str
    policy_verdict: str
    customer_id: CustomerId | None = None
    """Whose number it is, where an agent has typed it; then `number` is empty."""


@plain_data
class RedirectAnswered:
    """The number outside answered: it and the caller hear each other."""

    call_id: CallId
    leg_id: LegId


class RedirectFailure(StrEnum):
    """Why a caller could not be redirected."""

    LOOP = "loop"
    """The other line has had this call already."""
    UNKNOWN_LINE = "unknown-line"
    REFUSED = "refused"
    """By the line's dialling policy (R48)."""
    BUSY = "busy"
    NO_ANSWER = "no-answer"
    REJECTED = "rejected"
    INVALID_NUMBER = "invalid-number"
    TRUNK = "trunk"
    UNKNOWN = "unknown"
    """What became of the dial is not known; it is never repeated (R33)."""


@plain_data
class RedirectFailed:
    """A redirect came to nothing; the caller goes on to `next_step_id`, or the call ends."""

    call_id: CallId
    step_id: StepId
    cause: RedirectFailure
    next_step_id: StepId | None


@plain_data
class NoticeStarted:
    """A message beside the flow plays: in turn while waiting, or an answer to `*`."""

    call_id: CallId
    playback_id: PlaybackId
    prompt: str


@plain_data
class WaitEstimated:
    """A caller who waits is told the estimated wait; nothing plays where there is none (R45)."""

    call_id: CallId
    playback_id: PlaybackId | None
    prompt: str | None
    estimate: timedelta | None


@plain_data
class MessagePassedOver:
    """The estimate is too short for the message whose turn it was (R45)."""

    call_id: CallId


@plain_data
class PromptEnded:
    """The message that was playing is over."""

    call_id: CallId
    playback_id: PlaybackId


@plain_data
class EndReached:
    """A caller came to the end of the flow: its last message plays, if there is one."""

    call_id: CallId
    step_id: StepId
    playback_id: PlaybackId | None
    prompt: str | None


@plain_data
class RecordingStarted:
    call_id: CallId


@plain_data
class VoicemailLeft:
    call_id: CallId
    seconds: float


@plain_data
class FarewellSaid:
    """Nothing is left to say: the call is being hung up."""

    call_id: CallId


@plain_data
class WhisperStarted:
    """An agent whose phone is up hears which line it is, before the customer."""

    call_id: CallId
    agent_id: AgentId
    agent_leg_id: LegId
    playback_id: PlaybackId
    prompt: str


@plain_data
class WhisperEnded:
    call_id: CallId
    playback_id: PlaybackId


@plain_data
class AnnouncementStarted:
    """A caller or called customer hears an announcement, before the agent."""

    call_id: CallId
    leg_id: LegId
    playback_id: PlaybackId
    prompt: str


@plain_data
class AnnouncementEnded:
    call_id: CallId
    playback_id: PlaybackId


@plain_data
class CallConnected:
    """Caller and agent hear each other."""

    call_id: CallId
    agent_id: AgentId
    agent_leg_id: LegId


@plain_data
class CallRestored:
    """A live call was found again after a separation; what it hears is begun anew."""

    call_id: CallId


@plain_data
class CallEnded:
    """A call, inbound or outbound, is over and all its legs are let go."""

    call_id: CallId
    ending: CallEnding
