"""What can be heard on a simulated phone, and how long a message lasts."""

import wave
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

DURATION_OF_UNKNOWN = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing is heard, in a call or out of it."""


@dataclass(frozen=True, slots=True)
class Music:
    """Waiting music."""

    name: str


@dataclass(frozen=True, slots=True)
class Message:
    """A prompt, by its reference."""

    prompt: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Whoever speaks at another phone."""

    phone_name: str


@dataclass(frozen=True, slots=True)
class RingingTone:
    """A phone rings elsewhere."""


@dataclass(frozen=True, slots=True)
class BusyTone:
    """The call was refused."""


Sound = Silence | Music | Message | Voice | RingingTone | BusyTone

SILENCE = Silence()
RINGING_TONE = RingingTone()
BUSY_TONE = BusyTone()


def message_duration(stem: Path) -> timedelta:
    """Measure the 8 kHz recording of a message, given without its ending.

    A message without a recording (one that only a simulation knows) has a usual length.
    """
    return _duration(stem.with_name(stem.name + ".wav"))


@cache
def _duration(recording: Path) -> timedelta:
    if not recording.is_file():
        return DURATION_OF_UNKNOWN
    with wave.open(str(recording), "rb") as file:
        return timedelta(seconds=file.getnframes() / file.getframerate())
