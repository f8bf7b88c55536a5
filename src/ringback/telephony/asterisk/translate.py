"""Translate what Asterisk tells into reports, without knowing anything but the event itself."""

from collections.abc import Mapping
from typing import Final

from ringback.core.ids import AgentId, CallId, LegId
from ringback.core.inputs import (
    AgentConnected,
    AgentConnectionLost,
    AgentFailureCause,
    AgentPhoneAnswered,
    AgentPhoneDeclined,
    AgentPhoneFailed,
    CustomerAnswered,
    CustomerFailed,
    CustomerRinging,
    DigitPressed,
    FailureCause,
    LegEnded,
    PromptFinished,
    VoicemailRecorded,
)
from ringback.ports import IncomingCall, TelephonyReport

from .caller_identity import identity_of
from .events import (
    AriEvent,
    Channel,
    ChannelDestroyed,
    ChannelDtmfReceived,
    DeviceStateChanged,
    Dial,
    LiveRecording,
    Playback,
    PlaybackFinished,
    RecordingFailed,
    RecordingFinished,
    StasisStart,
)
from .identities import Identities, channel_of_target, is_agent, is_ours
from .legs import Progress, progress_of

INBOUND_ARGUMENT: Final = "inbound"
HELD_ARGUMENT: Final = "held"
DEVICE_PREFIX: Final = "PJSIP/"
_GONE_DEVICES: Final = frozenset({"UNAVAILABLE", "INVALID"})

_CAUSE_OF_STATUS: Final[Mapping[int, FailureCause]] = {
    404: FailureCause.INVALID_NUMBER,
    410: FailureCause.INVALID_NUMBER,
    480: FailureCause.REJECTED,
    484: FailureCause.INVALID_NUMBER,
    485: FailureCause.INVALID_NUMBER,
    486: FailureCause.BUSY,
    487: FailureCause.NO_ANSWER,
    600: FailureCause.BUSY,
    603: FailureCause.REJECTED,
    604: FailureCause.INVALID_NUMBER,
    607: FailureCause.REJECTED,
    608: FailureCause.REJECTED,
}
_CAUSE_OF_HANGUP: Final[Mapping[int, FailureCause]] = {
    1: FailureCause.INVALID_NUMBER,
    16: FailureCause.NO_ANSWER,
    17: FailureCause.BUSY,
    18: FailureCause.NO_ANSWER,
    19: FailureCause.NO_ANSWER,
    21: FailureCause.REJECTED,
    22: FailureCause.INVALID_NUMBER,
    28: FailureCause.INVALID_NUMBER,
}
_UNANSWERED_STATUSES: Final = frozenset({408, 480, 487})
_DECLINING_STATUSES: Final = frozenset({486, 600, 603})
_DECLINING_HANGUPS: Final = frozenset({17, 21})


def report_of(
    event: AriEvent, identities: Identities, agents: Mapping[str, AgentId]
) -> TelephonyReport | None:
    """Give the report an event stands for; None when it stands for none.

    `agents` tells whose phone a username is. The same event always gives the same report: whether
    it comes too late, twice, or to nobody's interest is for the caller to know.
    """
    match event:
        case StasisStart(channel=channel, args=args):
            is_new = identities.is_inbound(channel.id) and INBOUND_ARGUMENT in args
            return incoming_call(channel) if is_new else None
        case ChannelDtmfReceived(channel=channel, digit=digit):
            leg_id = identities.leg(channel.id)
            is_heard = leg_id is not None and (is_agent(leg_id) or not is_ours(leg_id))
            return DigitPressed(leg_id, digit) if leg_id is not None and is_heard else None
        case Dial(peer=peer, dialstatus=status):
            leg_id = identities.leg(peer.id)
            if leg_id is None or identities.is_inbound(peer.id):
                return None
            return _dial_report(leg_id, status)
        case ChannelDestroyed():
            leg_id = identities.leg(event.channel.id)
            return None if leg_id is None else _end_report(leg_id, event, identities)
        case PlaybackFinished(playback=playback):
            return _prompt_report(playback, identities)
        case RecordingFinished(recording=recording) | RecordingFailed(recording=recording):
            return _voicemail_report(recording, identities)
        case DeviceStateChanged(device_state=device):
            return _connection_report(device.name, device.state, agents)
        case _:
            return None


def incoming_call(channel: Channel) -> IncomingCall:
    """Describe the call whose channel reached us; the texts are the network's."""
    identity = identity_of(channel)
    return IncomingCall(
        call_id=CallId(channel.id),
        dialled_number=identity.line_number,
        caller_number=identity.number,
        caller_name=identity.name,
        withheld=identity.withheld,
    )


def never_answered(leg_id: LegId) -> TelephonyReport:
    """Report the end of a leg that we gave up before it was answered."""
    if is_agent(leg_id):
        return AgentPhoneFailed(leg_id, AgentFailureCause.NO_ANSWER)
    return CustomerFailed(leg_id, FailureCause.NO_ANSWER)


def never_placed(leg_id: LegId) -> TelephonyReport:
    """Report that Asterisk would not even begin to call."""
    if is_agent(leg_id):
        return AgentPhoneFailed(leg_id, AgentFailureCause.UNREACHABLE)
    return CustomerFailed(leg_id, FailureCause.TRUNK)


def never_dialled(leg_id: LegId) -> AgentPhoneFailed:
    """Report that an agent's outside number could not even be dialled: a fault of ours."""
    return AgentPhoneFailed(leg_id, AgentFailureCause.FAULT)


def outside_end_report(leg_id: LegId, event: ChannelDestroyed) -> TelephonyReport:
    """Tell how the call to an outside number ended that nobody picked up."""
    rang = progress_of(event.channel.state) is Progress.RINGING
    match failure_cause(status=event.tech_cause, hangup=event.cause, rang=rang):
        case FailureCause.TRUNK:
            return never_dialled(leg_id)
        case FailureCause.BUSY | FailureCause.REJECTED:
            return AgentPhoneDeclined(leg_id)
        case FailureCause.NO_ANSWER:
            return AgentPhoneFailed(leg_id, AgentFailureCause.NO_ANSWER)
        case _:
            return AgentPhoneFailed(leg_id, AgentFailureCause.UNREACHABLE)


def failure_cause(*, status: int | None, hangup: int, rang: bool) -> FailureCause:
    """Tell why a customer was not reached, from the SIP status or else Asterisk's own cause.

    A phone that had rung and then gives no more word was not answered. Silence before any ringing
    is the trunk's: nobody's phone has rung (R32).
    """
    if status is None:
        return _CAUSE_OF_HANGUP.get(hangup, FailureCause.TRUNK)
    if rang and status in _UNANSWERED_STATUSES:
        return FailureCause.NO_ANSWER
    return _CAUSE_OF_STATUS.get(status, FailureCause.TRUNK)


def _dial_report(leg_id: LegId, status: str) -> TelephonyReport | None:
    match status:
        case "RINGING" | "PROGRESS":
            return None if is_agent(leg_id) else CustomerRinging(leg_id)
        case "ANSWER":
            return AgentPhoneAnswered(leg_id) if is_agent(leg_id) else CustomerAnswered(leg_id)
        case _:
            return None


def _end_report(leg_id: LegId, event: ChannelDestroyed, identities: Identities) -> TelephonyReport:
    progress = progress_of(event.channel.state)
    if identities.is_inbound(event.channel.id) or progress is Progress.UP:
        return LegEnded(leg_id)
    rang = progress is Progress.RINGING
    if is_agent(leg_id):
        return _agent_end_report(leg_id, event, rang=rang)
    cause = failure_cause(status=event.tech_cause, hangup=event.cause, rang=rang)
    return CustomerFailed(leg_id, cause)


def _agent_end_report(leg_id: LegId, event: ChannelDestroyed, *, rang: bool) -> TelephonyReport:
    status = event.tech_cause
    if status in _DECLINING_STATUSES or (status is None and event.cause in _DECLINING_HANGUPS):
        return AgentPhoneDeclined(leg_id)
    if rang and (status is None or status in _UNANSWERED_STATUSES):
        return AgentPhoneFailed(leg_id, AgentFailureCause.NO_ANSWER)
    return AgentPhoneFailed(leg_id, AgentFailureCause.UNREACHABLE)


def _prompt_report(playback: Playback, identities: Identities) -> TelephonyReport | None:
    playback_id = identities.prompt_of(playback.id)
    leg_id = identities.leg(channel_of_target(playback.target_uri) or "")
    if playback_id is None or not leg_id:
        return None
    return PromptFinished(leg_id, playback_id)


def _voicemail_report(recording: LiveRecording, identities: Identities) -> TelephonyReport | None:
    call_id = identities.voicemail_of(recording.name)
    return None if call_id is None else VoicemailRecorded(call_id, float(recording.duration or 0))


def _connection_report(
    device: str, state: str, agents: Mapping[str, AgentId]
) -> TelephonyReport | None:
    agent_id = agents.get(device.removeprefix(DEVICE_PREFIX))
    if agent_id is None or not device.startswith(DEVICE_PREFIX) or state == "UNKNOWN":
        return None
    if state in _GONE_DEVICES:
        return AgentConnectionLost(agent_id)
    return AgentConnected(agent_id)
