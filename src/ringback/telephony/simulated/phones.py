"""The telephones of the simulated world: what they do, what they show and what they hear."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from ringback.ports import Presentation

from .manners import BY_HAND, Manner
from .sounds import SILENCE, Sound

HEARD_MAX = 1_000
NOBODY = Presentation(None, None)


class PhoneState(StrEnum):
    """What a phone is doing."""

    IDLE = "idle"
    RINGING = "ringing"
    CALLING = "calling"
    """It has dialled and nobody has answered yet."""
    IN_CALL = "in-call"
    REFUSED = "refused"
    """Its own call was refused: it hears the busy signal until it is hung up."""


@dataclass(frozen=True, slots=True)
class HeardSound:
    """One sound and how long it was heard; `is_whole` when nobody cut it short."""

    sound: Sound
    since: datetime
    until: datetime
    is_whole: bool


class Exchange(Protocol):
    """What a phone is plugged into."""

    def now(self) -> datetime: ...

    def phone_answered(self, phone: "Phone") -> None: ...

    def phone_rejected(self, phone: "Phone") -> None: ...

    def phone_hung_up(self, phone: "Phone") -> None: ...

    def phone_pressed(self, phone: "Phone", digit: str) -> None: ...


@dataclass(eq=False, slots=True)
class Phone:
    """One telephone, in at most one call at a time.

    `answer`, `reject`, `press` and `hang_up` are a person's hand; in a state where they make no
    sense they do nothing, as on a real phone. Subscribers are told of every change.
    """

    name: str
    number: str | None
    exchange: Exchange
    manner: Manner = BY_HAND
    is_plugged: bool = True
    state: PhoneState = PhoneState.IDLE
    hearing: Sound = SILENCE
    shown: Presentation = NOBODY
    times_rung: int = 0
    heard: list[HeardSound] = field(default_factory=list)
    _heard_since: datetime | None = None
    _subscribers: list[Callable[["Phone"], None]] = field(default_factory=list)

    # ---- a person's hand

    def answer(self) -> None:
        if self.state is PhoneState.RINGING:
            self.exchange.phone_answered(self)

    def reject(self) -> None:
        if self.state is PhoneState.RINGING:
            self.exchange.phone_rejected(self)

    def press(self, digit: str) -> None:
        if self.state is PhoneState.IN_CALL:
            self.exchange.phone_pressed(self, digit)

    def hang_up(self) -> None:
        if self.state is PhoneState.RINGING:
            self.reject()
        elif self.state is PhoneState.REFUSED:
            self.end()
        elif self.state is not PhoneState.IDLE:
            self.exchange.phone_hung_up(self)

    def subscribe(self, handler: Callable[["Phone"], None]) -> Callable[[], None]:
        """Call a handler after every change; returns how to stop that."""
        self._subscribers.append(handler)
        return lambda: self._subscribers.remove(handler)

    # ---- the exchange's side

    def start_ringing(self, caller: Presentation) -> None:
        self.heard.clear()
        self.shown = caller
        self.times_rung += 1
        self._become(PhoneState.RINGING)

    def start_calling(self, callee: Presentation) -> None:
        self.heard.clear()
        self.shown = callee
        self._become(PhoneState.CALLING)

    def connect(self) -> None:
        self._become(PhoneState.IN_CALL)

    def refuse(self, busy_tone: Sound) -> None:
        self.hear(busy_tone)
        self._become(PhoneState.REFUSED)

    def end(self) -> None:
        self.hear(SILENCE)
        self._become(PhoneState.IDLE)

    def hear(self, sound: Sound, *, was_whole: bool = False) -> None:
        """Hear another sound; `was_whole` says that the one until here came to its own end."""
        if sound == self.hearing and not was_whole:
            return
        now = self.exchange.now()
        since = self._heard_since or now
        if self.hearing != SILENCE and len(self.heard) < HEARD_MAX:
            self.heard.append(HeardSound(self.hearing, since, now, was_whole))
        self.hearing, self._heard_since = sound, now
        self._tell()

    def _become(self, state: PhoneState) -> None:
        if state is not self.state:
            self.state = state
            self._tell()

    def _tell(self) -> None:
        for subscriber in tuple(self._subscribers):
            subscriber(self)
