"""What can be heard on a simulated phone, and how long a message lasts."""

import io
import math
import sys
import wave
from array import array
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

DURATION_OF_UNKNOWN = timedelta(seconds=5)
VOICE_HZ = 440
_SAMPLES_A_SECOND = 8_000
_LOUDNESS = 8_000


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


def voice_recorded(lasted: timedelta) -> bytes:
    """Give a recording of a caller's voice, which is a tone, as WAV."""
    second = array(
        "h",
        (
            round(_LOUDNESS * math.sin(math.tau * VOICE_HZ * index / _SAMPLES_A_SECOND))
            for index in range(_SAMPLES_A_SECOND)
        ),
    )
    if sys.byteorder == "big":
        second.byteswap()
    seconds = lasted.total_seconds()
    samples = second.tobytes() * math.ceil(seconds)
    recording = io.BytesIO()
    with wave.open(recording, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(_SAMPLES_A_SECOND)
        file.writeframes(samples[: 2 * round(seconds * _SAMPLES_A_SECOND)])
    return recording.getvalue()


@cache
def _duration(recording: Path) -> timedelta:
    if not recording.is_file():
        return DURATION_OF_UNKNOWN
    with wave.open(str(recording), "rb") as file:
        return timedelta(seconds=file.getnframes() / file.getframerate())
