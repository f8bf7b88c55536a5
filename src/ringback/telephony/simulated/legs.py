"""One phone's connection to the simulated phone system, and what is to be heard on it."""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from ringback.core.ids import CallId, LegId, PlaybackId
from ringback.core.inputs import LegState
from ringback.ports import IncomingCall

from .phones import Phone
from .scheduler import Handler, Timer
from .sounds import RINGING_TONE, SILENCE, Message, Music, Sound, Voice


class LegKind(Enum):
    """Why a leg exists."""

    INBOUND = "inbound"
    AGENT = "agent"
    CUSTOMER = "customer"


@dataclass(eq=False, slots=True)
class Playback:
    """A message that plays, or waits for the one before it to end."""

    id: PlaybackId
    prompt: str
    when_over: Handler
    timer: Timer | None = None


@dataclass(eq=False, slots=True)
class Recording:
    """A caller's message while it is being recorded."""

    since: datetime
    timer: Timer


@dataclass(eq=False, slots=True)
class Leg:
    """A live leg. A leg that has ended is in no table any more."""

    id: LegId
    kind: LegKind
    phone: Phone
    state: LegState = LegState.RINGING
    arrival: IncomingCall | None = None
    """How an inbound call was reported, to be told again to a server that was away."""
    music: str | None = None
    playbacks: deque[Playback] = field(default_factory=deque)
    recording: Recording | None = None
    partner: "Leg | None" = None
    is_muted: bool = False
    """Whether the other party does not hear what is said here."""
    dialled: set[LegId] = field(default_factory=set)
    """The customer legs dialled for this agent leg: the proof that a dial has arrived."""
    ringing_for: "Leg | None" = None
    """The agent's leg that hears this customer ring."""
    hears_ringing: int = 0
    answers_by_itself: bool = False
    is_outside: bool = False
    """Whether it is an agent's, called through the trunk."""
    timers: list[Timer] = field(default_factory=list)

    @property
    def call_id(self) -> CallId:
        assert self.kind is LegKind.INBOUND
        return CallId(self.id)

    def cancel_timers(self) -> None:
        for timer in self.timers:
            timer.cancel()
        for playback in self.playbacks:
            if playback.timer:
                playback.timer.cancel()
        if self.recording:
            self.recording.timer.cancel()

    def sound(self) -> Sound:
        """Say what is heard on this leg: a message silences all, the other party the music."""
        if self.state is LegState.RINGING:
            return RINGING_TONE if self.kind is LegKind.INBOUND else SILENCE
        if self.playbacks:
            return Message(self.playbacks[0].prompt)
        if self.partner and self.partner.state is LegState.UP:
            return SILENCE if self.partner.is_muted else Voice(self.partner.phone.name)
        if self.music:
            return Music(self.music)
        return RINGING_TONE if self.hears_ringing else SILENCE
