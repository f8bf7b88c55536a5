"""Turns a recording that somebody uploaded into a message for telephones, or says why not.

RecordingRefused    the recording cannot be used; carries a stable code and its data
"""

import asyncio
import hashlib
import json
import os
import tempfile
from array import array
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from .confinement import USUAL_BOUNDS, Bounds, Broke, TookTooLong, run_confined
from .recording_formats import HEAD_BYTES, NAMES, format_of, is_other_sound, may_be_sound
from .sound import (
    NARROWBAND_HZ,
    NARROWBAND_SUFFIX,
    WIDEBAND_HZ,
    WIDEBAND_SUFFIX,
    Sound,
    read_sound,
    write_sound,
)

REFUSALS = (
    "recording-too-large",
    "recording-too-long",
    "recording-too-short",
    "recording-silent",
    "recording-not-audio",
    "recording-format-unknown",
    "recording-damaged",
    "recording-took-too-long",
)

DECODER = ("-m", "ringback.speech.decoding")
_SAMPLE_BYTES = 2
_DIGEST_LENGTH = 32


class RecordingRefused(Exception):
    """This recording cannot be used; the code and its data say why."""

    def __init__(self, code: str, data: Mapping[str, object] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.data: Mapping[str, object] = data or {}


@dataclass(frozen=True, slots=True)
class RecordingLimits:
    """What is taken."""

    bytes_max: int = 64_000_000
    seconds_min: float = 0.3
    seconds_max: float = 300.0
    decoder: Bounds = USUAL_BOUNDS


USUAL_LIMITS = RecordingLimits()
AT_A_TIME_MAX = 2


@dataclass(frozen=True, slots=True)
class Converted:
    """A message that is not kept yet: `path_stem` plus `.wav` is 8 kHz, plus `.wav16` 16 kHz."""

    path_stem: Path
    seconds: float
    digest: str
    """Of what is heard: the same sound has the same."""


class Converter:
    """Converts a few recordings at a time, each in a folder that goes when it is done with."""

    def __init__(self, limits: RecordingLimits = USUAL_LIMITS) -> None:
        self.limits = limits
        self._turns = asyncio.Semaphore(AT_A_TIME_MAX)

    @asynccontextmanager
    async def converted(self, source: BinaryIO, declared: str | None) -> AsyncIterator[Converted]:
        """Give the message that a recording makes; raises `RecordingRefused`."""
        with tempfile.TemporaryDirectory(prefix="ringback-") as folder:
            async with self._turns:
                made = await convert(source, declared, self.limits, Path(folder))
            yield made


async def convert(
    source: BinaryIO,
    declared: str | None,
    limits: RecordingLimits,
    folder: Path,
    *,
    decoder: Sequence[str] = DECODER,
) -> Converted:
    """Write the two files of a message into a folder, from a file that nobody trusts.

    The file must be one of the system, with all that was written flushed. What it was declared
    to be matters only when that is no sound. Raises `RecordingRefused`.
    """
    if os.fstat(source.fileno()).st_size > limits.bytes_max:
        raise RecordingRefused("recording-too-large", {"bytes_max": limits.bytes_max})
    os.lseek(source.fileno(), 0, os.SEEK_SET)
    head = os.pread(source.fileno(), HEAD_BYTES, 0)
    format_name = format_of(head)
    if not may_be_sound(declared) or (format_name is None and not is_other_sound(head)):
        raise RecordingRefused("recording-not-audio", {"formats": list(NAMES)})
    if format_name is None:
        raise RecordingRefused("recording-format-unknown", {"formats": list(NAMES)})
    narrow, wide = _sounds(await _decoded(decoder, source, format_name, limits), limits)
    stem = folder / "message"
    for sound, suffix in ((wide, WIDEBAND_SUFFIX), (narrow, NARROWBAND_SUFFIX)):
        write_sound(sound, stem.with_name(stem.name + suffix))
    return Converted(stem, wide.seconds, digest_of(wide.samples.tobytes()))


def digest_of_message(stem: Path) -> str:
    """Name a message that is on disk already by its content."""
    wide = stem.with_name(stem.name + WIDEBAND_SUFFIX)
    return digest_of(read_sound(wide).samples.tobytes())


def digest_of(samples: bytes) -> str:
    """Name a sound by its content."""
    return hashlib.sha256(samples).hexdigest()[:_DIGEST_LENGTH]


async def _decoded(
    decoder: Sequence[str], source: BinaryIO, format_name: str, limits: RecordingLimits
) -> bytes:
    wanted = {
        "format_name": format_name,
        "seconds_min": limits.seconds_min,
        "seconds_max": limits.seconds_max,
        "bounds": asdict(limits.decoder),
    }
    try:
        return await run_confined((*decoder, json.dumps(wanted)), source, limits.decoder)
    except TookTooLong as late:
        raise RecordingRefused("recording-took-too-long") from late
    except Broke as broken:
        raise RecordingRefused("recording-damaged") from broken


def _sounds(answer: bytes, limits: RecordingLimits) -> tuple[Sound, Sound]:
    """Read the decoder's answer, which is trusted no more than what it has read."""
    line, _, samples = answer.partition(b"\n")
    try:
        head = json.loads(line)
        refused, narrow_bytes = head.get("refused"), head.get("narrow_bytes")
    except (ValueError, AttributeError) as broken:
        raise RecordingRefused("recording-damaged") from broken
    if refused is not None:
        raise _as_refused(refused, limits)
    narrow_max = (limits.seconds_max + 1) * NARROWBAND_HZ * _SAMPLE_BYTES
    wide_max = (limits.seconds_max + 1) * WIDEBAND_HZ * _SAMPLE_BYTES
    if not isinstance(narrow_bytes, int) or not 0 < narrow_bytes <= narrow_max:
        raise RecordingRefused("recording-damaged")
    wide_bytes = len(samples) - narrow_bytes
    if not 0 < wide_bytes <= wide_max or narrow_bytes % 2 or wide_bytes % 2:
        raise RecordingRefused("recording-damaged")
    return (
        Sound(NARROWBAND_HZ, _native(samples[:narrow_bytes])),
        Sound(WIDEBAND_HZ, _native(samples[narrow_bytes:])),
    )


def _as_refused(code: object, limits: RecordingLimits) -> RecordingRefused:
    match code:
        case "recording-too-long":
            return RecordingRefused("recording-too-long", {"seconds_max": limits.seconds_max})
        case "recording-too-short":
            return RecordingRefused("recording-too-short", {"seconds_min": limits.seconds_min})
        case "recording-not-audio" | "recording-format-unknown":
            return RecordingRefused(str(code), {"formats": list(NAMES)})
        case "recording-silent":
            return RecordingRefused("recording-silent")
        case _:
            return RecordingRefused("recording-damaged")


def _native(samples: bytes) -> "array[int]":
    """Read samples as the child on this machine wrote them."""
    return array("h", samples)
