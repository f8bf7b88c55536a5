"""Read, measure, resample, level and write 16-bit mono sounds in plain Python.

Run as a script with a source and a path stem, it makes the two files a telephone plays, so that a
server can leave the arithmetic to a child process.
"""

import math
import sys
import wave
from array import array
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path
from typing import BinaryIO

NARROWBAND_HZ = 8_000
WIDEBAND_HZ = 16_000
NARROWBAND_SUFFIX = ".wav"
WIDEBAND_SUFFIX = ".wav16"

SPEECH_RMS_DB = -20.0
PEAK_DB_MAX = -3.0

_FULL_SCALE = 32_768
_SILENCE_BELOW = 200
_EDGE_SECONDS = 0.1
_SECONDS_MAX = 600
_ZERO_CROSSINGS = 14
_KAISER_BETA = 7.0
_PASSBAND = 0.94


class UnusableSound(Exception):
    """The file is not 16-bit mono sound of a bearable length, or holds nothing but silence."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples between -32768 and 32767 at a rate in hertz."""

    hertz: int
    samples: "array[int]"

    @property
    def seconds(self) -> float:
        return len(self.samples) / self.hertz


def write_for_telephones(source: Path, stem: Path) -> None:
    """Write `stem.wav` (8 kHz) and `stem.wav16` (16 kHz), trimmed and levelled, from a WAV file.

    Raises `UnusableSound` when the source cannot be used.
    """
    trimmed = trim(read_sound(source))
    for hertz, suffix in ((WIDEBAND_HZ, WIDEBAND_SUFFIX), (NARROWBAND_HZ, NARROWBAND_SUFFIX)):
        levelled = level(resample(trimmed, hertz), rms_db=SPEECH_RMS_DB)
        write_sound(levelled, stem.with_name(stem.name + suffix))


def read_sound(path: Path) -> Sound:
    """Read a 16-bit mono WAV file; raise `UnusableSound` for anything else."""
    try:
        with wave.open(str(path), "rb") as file:
            if file.getnchannels() != 1 or file.getsampwidth() != 2:
                raise UnusableSound(f"{path.name} is not 16-bit mono")
            hertz = file.getframerate()
            samples = array("h", file.readframes(hertz * _SECONDS_MAX))
    except (wave.Error, EOFError) as error:
        raise UnusableSound(f"{path.name} is not a WAV file") from error
    if sys.byteorder == "big":
        samples.byteswap()
    return Sound(hertz, samples)


def write_sound(sound: Sound, file: Path | BinaryIO) -> None:
    samples = sound.samples
    if sys.byteorder == "big":
        samples = array("h", samples)
        samples.byteswap()
    with wave.open(str(file) if isinstance(file, Path) else file, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(sound.hertz)
        written.writeframes(samples.tobytes())


def trim(sound: Sound) -> Sound:
    """Return the sound with a tenth of a second of quiet at either end, and no more."""
    loud = [index for index, sample in enumerate(sound.samples) if abs(sample) >= _SILENCE_BELOW]
    if not loud:
        raise UnusableSound("nothing but silence")
    edge = array("h", bytes(2 * int(_EDGE_SECONDS * sound.hertz)))
    return Sound(sound.hertz, edge + sound.samples[loud[0] : loud[-1] + 1] + edge)


def level(sound: Sound, *, rms_db: float, peak_db_max: float = PEAK_DB_MAX) -> Sound:
    """Return the sound at the wanted loudness, or quieter where its peaks would be too high."""
    gain_db = min(rms_db - rms_db_of(sound), peak_db_max - peak_db_of(sound))
    gain = 10 ** (gain_db / 20)
    return Sound(sound.hertz, array("h", (int(sample * gain) for sample in sound.samples)))


def rms_db_of(sound: Sound) -> float:
    """Measure the loudness in decibels below full scale."""
    power = sum(map(mul, sound.samples, sound.samples)) / max(1, len(sound.samples))
    return 10 * math.log10(max(power, 1e-9) / _FULL_SCALE**2)


def peak_db_of(sound: Sound) -> float:
    peak = max(map(abs, sound.samples), default=0)
    return 20 * math.log10(max(peak, 1e-9) / _FULL_SCALE)


def resample(sound: Sound, hertz: int) -> Sound:
    """Return the sound at another rate, with nothing folded back from above the new band."""
    if sound.hertz == hertz:
        return sound
    divisor = math.gcd(sound.hertz, hertz)
    phases, step = hertz // divisor, sound.hertz // divisor
    kernels = _kernels(phases, step)
    half_width = len(kernels[0]) // 2
    quiet = array("h", bytes(2 * half_width))
    padded = quiet + sound.samples + quiet + quiet
    samples = array("h")
    for index in range(len(sound.samples) * phases // step):
        position, phase = divmod(index * step, phases)
        kernel = kernels[phase]
        start = position + 1
        value = sum(map(mul, kernel, padded[start : start + len(kernel)]))
        samples.append(max(-_FULL_SCALE, min(_FULL_SCALE - 1, round(value))))
    return Sound(hertz, samples)


@cache
def _kernels(phases: int, step: int) -> tuple[tuple[float, ...], ...]:
    band = min(1.0, phases / step) * _PASSBAND
    half_width = math.ceil(_ZERO_CROSSINGS / band)
    return tuple(_kernel(phase / phases, band, half_width) for phase in range(phases))


def _kernel(fraction: float, band: float, half_width: int) -> tuple[float, ...]:
    weights = []
    for tap in range(1 - half_width, half_width + 1):
        distance = tap - fraction
        weights.append(_sinc(distance * band) * _kaiser(distance / half_width))
    total = sum(weights)
    return tuple(weight / total for weight in weights)


def _sinc(x: float) -> float:
    return 1.0 if x == 0 else math.sin(math.pi * x) / (math.pi * x)


def _kaiser(x: float) -> float:
    inside = max(0.0, 1 - x * x)
    return _bessel(_KAISER_BETA * math.sqrt(inside)) / _bessel(_KAISER_BETA)


def _bessel(x: float) -> float:
    term = total = 1.0
    for order in range(1, 30):
        term *= (x / (2 * order)) ** 2
        total += term
    return total


if __name__ == "__main__":
    write_for_telephones(Path(sys.argv[1]), Path(sys.argv[2]))
