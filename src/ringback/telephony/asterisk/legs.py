"""What the adapter remembers of each living leg: how far it is, and what plays on it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from ringback.core.ids import LegId

from .events import (
    AriEvent,
    ChannelEnteredBridge,
    ChannelHangupRequest,
    ChannelLeftBridge,
    ChannelStateChange,
    PlaybackFinished,
    RecordingFailed,
    RecordingFinished,
    StasisStart,
)
from .identities import Identities, channel_of_target


class Progress(IntEnum):
    """How far a leg has come; it never goes back."""

    DOWN = 0
    RINGING = 1
    UP = 2


@dataclass(slots=True)
class Leg:
    """One living channel of ours. It maps to Asterisk; it knows nothing of the call's meaning."""

    id: LegId
    channel_id: str
    progress: Progress = Progress.DOWN
    ring_seconds_max: int | None = None
    """How long it is to ring, until it is dialled."""
    music: str | None = None
    playbacks: list[str] = field(default_factory=list)
    stopped: set[str] = field(default_factory=set)
    """Playbacks that we cut short; nobody waits to hear of their end."""
    bridge: str | None = None
    endpoint: str | None = None
    """The desk or browser phone which it calls."""
    agent_leg_id: LegId | None = None
    """For a customer who is being dialled: the leg that hears the ringing."""
    hears_ringing: bool = False
    is_outside: bool = False
    """Whether it is an agent's phone that was called through a trunk."""
    is_recording: bool = False
    was_held: bool = False
    """Whether the dialplan played music to it before we came."""
    was_found: bool = False
    """Whether it was there when this process started: whether it hears music is not known."""
    is_ending: bool = False
    is_hung_up: bool = False
    """Whether we hung up."""
    is_silenced: bool = False
    """Whether nobody waits to hear of its end."""


def progress_of(state: str) -> Progress:
    """Read the state of a channel as Asterisk writes it."""
    match state:
        case "Up":
            return Progress.UP
        case "Ringing" | "Ring":
            return Progress.RINGING
        case _:
            return Progress.DOWN


class Legs:
    """The living legs by their id."""

    def __init__(self, identities: Identities) -> None:
        self._identities = identities
        self._legs: dict[LegId, Leg] = {}

    def __iter__(self) -> Iterator[Leg]:
        return iter(list(self._legs.values()))

    def __len__(self) -> int:
        return len(self._legs)

    def get(self, leg_id: LegId) -> Leg | None:
        return self._legs.get(leg_id)

    def of_channel(self, channel_id: str) -> Leg | None:
        leg_id = self._identities.leg(channel_id)
        return None if leg_id is None else self._legs.get(leg_id)

    def begin(self, leg_id: LegId, progress: Progress = Progress.DOWN) -> Leg:
        """Remember a leg; one that is known already is given back as it is."""
        leg = self._legs.get(leg_id)
        if leg is None:
            leg = Leg(leg_id, self._identities.channel(leg_id), progress)
            self._legs[leg_id] = leg
        return leg

    def end(self, leg_id: LegId) -> Leg | None:
        """Forget a leg and give what was known of it; None if it was not known."""
        return self._legs.pop(leg_id, None)

    def keep_only(self, alive: set[LegId]) -> None:
        for leg_id in [leg_id for leg_id in self._legs if leg_id not in alive]:
            del self._legs[leg_id]

    def note(self, event: AriEvent) -> None:
        """Take over what an event tells of the legs, apart from their end and their answer."""
        match event:
            case ChannelStateChange(channel=channel):
                leg = self.of_channel(channel.id)
                if leg is not None and self._identities.is_inbound(channel.id):
                    leg.progress = max(leg.progress, progress_of(channel.state))
            case ChannelHangupRequest(channel=channel):
                leg = self.of_channel(channel.id)
                if leg is not None:
                    leg.is_ending = True
            case PlaybackFinished(playback=playback):
                leg = self.of_channel(channel_of_target(playback.target_uri) or "")
                if leg is not None and playback.id in leg.playbacks:
                    leg.playbacks.remove(playback.id)
            case RecordingFinished(recording=recording) | RecordingFailed(recording=recording):
                leg = self.of_channel(channel_of_target(recording.target_uri) or "")
                if leg is not None:
                    leg.is_recording = False
            case ChannelEnteredBridge(bridge=bridge, channel=channel) if channel is not None:
                self._move(channel.id, bridge.id)
            case ChannelLeftBridge(channel=channel):
                self._move(channel.id, None)
            case StasisStart(channel=channel, args=args):
                leg = self.of_channel(channel.id)
                if leg is not None and "held" in args:
                    leg.was_held = True
            case _:
                pass

    def _move(self, channel_id: str, bridge_id: str | None) -> None:
        leg = self.of_channel(channel_id)
        if leg is not None:
            leg.bridge = bridge_id
