"""The ARI events Ringback understands, as typed data, and their decoding from hostile bytes."""

from typing import Final

import msgspec


class CallerId(msgspec.Struct, frozen=True):
    name: str = ""
    number: str = ""


class DialplanPlace(msgspec.Struct, frozen=True):
    context: str = ""
    exten: str = ""
    priority: int = 0
    app_name: str = ""
    app_data: str = ""


class Channel(msgspec.Struct, frozen=True):
    """One leg of a call; `channelvars` holds the variables listed in our ari.conf."""

    id: str
    name: str
    state: str
    caller: CallerId = CallerId()
    connected: CallerId = CallerId()
    dialplan: DialplanPlace = DialplanPlace()
    protocol_id: str = ""
    creationtime: str = ""
    channelvars: dict[str, str] = {}


class Bridge(msgspec.Struct, frozen=True):
    id: str
    bridge_type: str = ""
    name: str = ""
    channels: tuple[str, ...] = ()


class Playback(msgspec.Struct, frozen=True):
    id: str
    target_uri: str
    media_uri: str = ""
    state: str = ""


class LiveRecording(msgspec.Struct, frozen=True):
    name: str
    target_uri: str
    format: str = ""
    state: str = ""
    duration: int | None = None
    cause: str | None = None


class Endpoint(msgspec.Struct, frozen=True):
    technology: str
    resource: str
    state: str = ""
    channel_ids: tuple[str, ...] = ()


class ContactInfo(msgspec.Struct, frozen=True):
    uri: str
    contact_status: str
    aor: str


class Peer(msgspec.Struct, frozen=True):
    peer_status: str
    cause: str | None = None


class DeviceState(msgspec.Struct, frozen=True):
    name: str
    state: str


class Event(msgspec.Struct, frozen=True, tag_field="type"):
    """What every event carries: the application it was sent to and Asterisk's own instant."""

    application: str = ""
    timestamp: str = ""


class StasisStart(Event, frozen=True, tag=True, kw_only=True):
    channel: Channel
    args: tuple[str, ...] = ()
    replace_channel: Channel | None = None


class StasisEnd(Event, frozen=True, tag=True, kw_only=True):
    channel: Channel


class ChannelDtmfReceived(Event, frozen=True, tag=True, kw_only=True):
    channel: Channel
    digit: str


class ChannelHangupRequest(Event, frozen=True, tag=True, kw_only=True):
    channel: Channel
    cause: int | None = None
    soft: bool = False


class ChannelStateChange(Event, frozen=True, tag=True, kw_only=True):
    channel: Channel


class ChannelDestroyed(Event, frozen=True, tag=True, kw_only=True):
    channel: Channel
    cause: int
    cause_txt: str = ""
    tech_cause: int | None = None


class Dial(Event, frozen=True, tag=True, kw_only=True):
    """`dialstatus` is empty when dialling begins, then RINGING, ANSWER, BUSY and so on."""

    peer: Channel
    dialstatus: str
    caller: Channel | None = None
    dialstring: str = ""


class PlaybackStarted(Event, frozen=True, tag=True, kw_only=True):
    playback: Playback


class PlaybackFinished(Event, frozen=True, tag=True, kw_only=True):
    playback: Playback


class RecordingFinished(Event, frozen=True, tag=True, kw_only=True):
    recording: LiveRecording


class RecordingFailed(Event, frozen=True, tag=True, kw_only=True):
    recording: LiveRecording


class ContactStatusChange(Event, frozen=True, tag=True, kw_only=True):
    endpoint: Endpoint
    contact_info: ContactInfo


class EndpointStateChange(Event, frozen=True, tag=True, kw_only=True):
    endpoint: Endpoint


class PeerStatusChange(Event, frozen=True, tag=True, kw_only=True):
    endpoint: Endpoint
    peer: Peer


class ChannelEnteredBridge(Event, frozen=True, tag=True, kw_only=True):
    bridge: Bridge
    channel: Channel | None = None


class ChannelLeftBridge(Event, frozen=True, tag=True, kw_only=True):
    bridge: Bridge
    channel: Channel


class DeviceStateChanged(Event, frozen=True, tag=True, kw_only=True):
    device_state: DeviceState


class ReplacedNotice(Event, frozen=True, tag="ApplicationReplaced"):
    """Another connection has taken our application over."""


class ChannelUserevent(Event, frozen=True, tag=True):
    """A word that somebody has had told to our application."""


class RestResponse(msgspec.Struct, frozen=True, tag_field="type", tag="RESTResponse"):
    request_id: str
    status_code: int
    reason_phrase: str = ""
    message_body: str | None = None


AriEvent = (
    StasisStart
    | StasisEnd
    | ChannelDtmfReceived
    | ChannelHangupRequest
    | ChannelStateChange
    | ChannelDestroyed
    | Dial
    | PlaybackStarted
    | PlaybackFinished
    | RecordingFinished
    | RecordingFailed
    | ContactStatusChange
    | EndpointStateChange
    | PeerStatusChange
    | ChannelEnteredBridge
    | ChannelLeftBridge
    | DeviceStateChanged
)
Message = AriEvent | ReplacedNotice | ChannelUserevent | RestResponse

EVENT_TYPES: Final = tuple(kind.__name__ for kind in AriEvent.__args__)
MESSAGE_TYPES: Final = (*EVENT_TYPES, "ApplicationReplaced", "ChannelUserevent", "RESTResponse")


class Unknown(msgspec.Struct, frozen=True):
    """An event of a type Ringback has no use for."""

    type: str


class Malformed(msgspec.Struct, frozen=True):
    """A frame that is not an ARI event, with the reason it was refused."""

    reason: str


_messages: Final[msgspec.json.Decoder[Message]] = msgspec.json.Decoder(Message)
_heads: Final = msgspec.json.Decoder(Unknown)
_KNOWN: Final = frozenset(MESSAGE_TYPES)


def decode(frame: bytes | str) -> Message | Unknown | Malformed:
    """Decode one frame from the socket. Never raises, whatever the frame holds."""
    try:
        return _messages.decode(frame)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as refused:
        return _unknown_or_malformed(frame, reason=str(refused))


def _unknown_or_malformed(frame: bytes | str, *, reason: str) -> Unknown | Malformed:
    try:
        head = _heads.decode(frame)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return Malformed(reason)
    return Malformed(reason) if head.type in _KNOWN else head
