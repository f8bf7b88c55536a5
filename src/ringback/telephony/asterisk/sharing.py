"""Tell what in one Asterisk is one company's, where several share it (S24)."""

from collections.abc import Callable
from dataclasses import dataclass

from ringback.core.ids import LegId

from .caller_identity import identity_of
from .events import (
    AriEvent,
    Channel,
    ChannelDestroyed,
    ChannelDtmfReceived,
    ChannelEnteredBridge,
    ChannelHangupRequest,
    ChannelLeftBridge,
    ChannelStateChange,
    Dial,
    PlaybackFinished,
    PlaybackStarted,
    RecordingFailed,
    RecordingFinished,
    StasisEnd,
    StasisStart,
)
from .identities import Identities, channel_of_target
from .legs import Legs


@dataclass(frozen=True, slots=True)
class Share:
    """`takes` tells whether a called number is the company's; nothing else says whose call it is.

    What Ringback has made bears the company in its name. Inbound channels are told apart by the
    number they called, and afterwards by being known.
    """

    identities: Identities
    takes: Callable[[str], bool]

    def has(self, channel: Channel) -> bool:
        """Tell whether a channel that was listed, or has just arrived, is the company's."""
        if self.identities.is_inbound(channel.id):
            return self.takes(identity_of(channel).line_number)
        return self.identities.leg(channel.id) is not None

    def concerns(self, event: AriEvent, legs: Legs) -> bool:
        """Tell whether an event is about something of the company's."""
        match event:
            case StasisStart(channel=channel) if self.identities.is_inbound(channel.id):
                return self._knows(channel.id, legs) or self.has(channel)
            case (
                StasisStart(channel=channel)
                | StasisEnd(channel=channel)
                | ChannelDtmfReceived(channel=channel)
                | ChannelHangupRequest(channel=channel)
                | ChannelStateChange(channel=channel)
                | ChannelDestroyed(channel=channel)
                | ChannelLeftBridge(channel=channel)
                | Dial(peer=channel)
            ):
                return self._knows(channel.id, legs)
            case ChannelEnteredBridge(channel=entered):
                return entered is not None and self._knows(entered.id, legs)
            case PlaybackStarted(playback=playback) | PlaybackFinished(playback=playback):
                return self._knows(channel_of_target(playback.target_uri) or "", legs)
            case RecordingFinished(recording=recording) | RecordingFailed(recording=recording):
                return self.identities.voicemail_of(recording.name) is not None
            case _:
                return True

    def _knows(self, channel_id: str, legs: Legs) -> bool:
        if self.identities.is_inbound(channel_id):
            return legs.get(LegId(channel_id)) is not None
        return self.identities.leg(channel_id) is not None
