"""Facts about what was heard: loudness, tones, and spoken messages found in recordings."""

import wave
from pathlib import Path
from typing import Any, NamedTuple

import numpy
from numpy.typing import NDArray

RATE = 8000
SILENCE_RMS_MAX = 0.003
Samples = NDArray[numpy.float64]

_TONE_FRAME_SECONDS = 0.1
_TONE_HOP_SECONDS = 0.05
_TONE_ENERGY_SHARE_MIN = 0.3
_TONE_WIDTH_HZ = 20
_TONE_GAP_FRAMES_MAX = 2
_PIECE_SECONDS = 0.2
_PIECE_LIKENESS_MIN = 0.7
_DRIFT_SECONDS_MAX = 0.06
_CANDIDATES = 5


class MessageFound(NamedTuple):
    """Where a message starts in a recording, how much of it is there, and whether to its end.

    Shares count the audible fifths of a second of the message; its silences prove nothing.
    """

    offset_seconds: float
    matched_share: float
    is_end_heard: bool

    @property
    def is_whole(self) -> bool:
        """Heard to its end, with room for a few packets lost on a busy machine."""
        return self.is_end_heard and self.matched_share >= 0.9


def duration_seconds(wav: Path) -> float:
    with wave.open(str(wav), "rb") as file:
        return file.getnframes() / file.getframerate()


def rms(wav: Path, start: float = 0.0, end: float | None = None) -> float:
    """Loudness between two instants in seconds; 1.0 is full scale, an empty span is 0."""
    samples = _span(wav, start, end)
    return float(numpy.sqrt(numpy.mean(samples**2))) if len(samples) else 0.0


def is_silence(wav: Path, start: float = 0.0, end: float | None = None) -> bool:
    return rms(wav, start, end) <= SILENCE_RMS_MAX


def contains_tone(wav: Path, hz: float, min_seconds: float) -> bool:
    return tone_seconds(wav, hz) >= min_seconds


def tone_seconds(wav: Path, hz: float) -> float:
    """The longest stretch in which one frequency prevails; two lost frames do not end it."""
    return max(_tone_stretches(wav, hz), default=0.0)


def tone_count(wav: Path, hz: float, min_seconds: float) -> int:
    """How often a tone was heard for so long, with something else in between."""
    return sum(seconds >= min_seconds for seconds in _tone_stretches(wav, hz))


def find_message(recording: Path, message: Path) -> MessageFound:
    """Find a message in a recording whatever its codec, sample rate and loudness.

    Pieces of the message are compared one by one near the place where the whole fits best,
    so that jitter does not hide it, and a message cut short is matched only in part.
    """
    heard, wanted = read_samples(recording), read_samples(message)
    pieces = _audible_pieces(wanted)
    if not pieces:
        raise ValueError(f"{message} is silent: nothing to find")
    best = MessageFound(0.0, 0.0, False)
    for offset in _likely_offsets(heard, wanted):
        matches = _matched_pieces(heard, wanted, pieces, offset)
        share = sum(matches) / len(matches)
        if share > best.matched_share:
            best = MessageFound(offset / RATE, share, matches[-1])
    return best


def read_samples(wav: Path) -> Samples:
    """Read 16-bit PCM as mono floats at 8000 Hz."""
    with wave.open(str(wav), "rb") as file:
        if file.getsampwidth() != 2:
            raise ValueError(f"{wav} is not 16-bit PCM")
        channels, rate = file.getnchannels(), file.getframerate()
        raw = numpy.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
    mono = raw.reshape(-1, channels).mean(axis=1) / 32768.0
    return _resample(mono, rate)


def write_samples(wav: Path, samples: Samples) -> None:
    clipped = numpy.clip(samples, -1.0, 1.0)
    with wave.open(str(wav), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((clipped * 32767).astype("<i2").tobytes())


def write_tone(wav: Path, *, hz: float, seconds: float, loudness: float = 0.25) -> None:
    instants = numpy.arange(int(seconds * RATE)) / RATE
    write_samples(wav, loudness * numpy.sin(2 * numpy.pi * hz * instants))


def write_speech(wav: Path, *, source: Path, seconds: float) -> None:
    """Repeat a sound file until it lasts long enough (a player at its end would hang up)."""
    write_samples(wav, numpy.resize(read_samples(source), int(seconds * RATE)))


def _tone_stretches(wav: Path, hz: float) -> list[float]:
    samples = read_samples(wav)
    frame = int(_TONE_FRAME_SECONDS * RATE)
    hop = int(_TONE_HOP_SECONDS * RATE)
    frequencies = numpy.fft.rfftfreq(frame, 1 / RATE)
    near = abs(frequencies - hz) <= _TONE_WIDTH_HZ
    runs = [0]
    gap = 0
    for start in range(0, len(samples) - frame + 1, hop):
        piece = samples[start : start + frame]
        power = abs(numpy.fft.rfft(piece * numpy.hanning(frame))) ** 2
        is_loud = float(numpy.mean(piece**2)) > SILENCE_RMS_MAX**2
        if is_loud and power[near].sum() >= _TONE_ENERGY_SHARE_MIN * power.sum():
            runs[-1], gap = runs[-1] + 1 + (gap if runs[-1] else 0), 0
        else:
            gap += 1
        if gap > _TONE_GAP_FRAMES_MAX and runs[-1]:
            runs.append(0)
    return [
        run * _TONE_HOP_SECONDS + _TONE_FRAME_SECONDS - _TONE_HOP_SECONDS for run in runs if run
    ]


def _span(wav: Path, start: float, end: float | None) -> Samples:
    last = None if end is None else int(end * RATE)
    return read_samples(wav)[int(start * RATE) : last]


def _resample(samples: Samples, rate: int) -> Samples:
    if rate == RATE or not len(samples):
        return samples
    length = round(len(samples) * RATE / rate)
    return (
        numpy.fft.irfft(numpy.fft.rfft(samples)[: length // 2 + 1], length) * length / len(samples)
    )


def _audible_pieces(wanted: Samples) -> list[int]:
    """Starts of the pieces worth comparing; the last one ends where the message falls silent."""
    piece = int(_PIECE_SECONDS * RATE)
    loudness = float(numpy.sqrt(numpy.mean(wanted**2))) if len(wanted) else 0.0
    audible = numpy.flatnonzero(abs(wanted) > max(SILENCE_RMS_MAX, loudness * 0.5))
    if len(audible) < 2 or audible[-1] + 1 < piece:
        return []
    end = int(audible[-1]) + 1
    starts = [*range(0, end - piece, piece), end - piece]
    floor = max(SILENCE_RMS_MAX, loudness * 0.1)
    return [at for at in starts if numpy.sqrt(numpy.mean(wanted[at : at + piece] ** 2)) > floor]


def _likely_offsets(heard: Samples, wanted: Samples) -> list[int]:
    """The best peaks of the cross-correlation, after both were brought to even loudness.

    An offset is negative where the recording starts within the message.
    """
    if not len(heard):
        return []
    size = 1 << (len(heard) + len(wanted) - 1).bit_length()
    spectrum = numpy.fft.rfft(_levelled(heard), size) * numpy.conj(
        numpy.fft.rfft(_levelled(wanted), size)
    )
    circular = abs(numpy.fft.irfft(spectrum, size))
    likeness = numpy.concatenate((circular[size - len(wanted) :], circular[: len(heard)]))
    offsets: list[int] = []
    apart = int(_PIECE_SECONDS * RATE)
    for _ in range(_CANDIDATES):
        peak = int(numpy.argmax(likeness))
        offsets.append(peak - len(wanted))
        likeness[max(0, peak - apart) : peak + apart] = 0.0
    return offsets


def _levelled(samples: Samples) -> Samples:
    window = int(_PIECE_SECONDS * RATE)
    power = numpy.convolve(samples**2, numpy.ones(window) / window, mode="same")
    levelled: Any = samples / numpy.sqrt(power + SILENCE_RMS_MAX**2)
    return numpy.asarray(levelled, dtype=numpy.float64)[: len(samples)]


def _matched_pieces(heard: Samples, wanted: Samples, pieces: list[int], offset: int) -> list[bool]:
    piece, slack = int(_PIECE_SECONDS * RATE), int(_DRIFT_SECONDS_MAX * RATE)
    drift = 0
    matches: list[bool] = []
    for at in pieces:
        first = max(0, offset + at + drift - slack)
        last = max(0, offset + at + drift + piece + slack)
        window = heard[first:last]
        likeness, place = _best_likeness(window, wanted[at : at + piece])
        matches.append(likeness >= _PIECE_LIKENESS_MIN)
        if matches[-1]:
            drift = first + place - offset - at
    return matches


def _best_likeness(window: Samples, piece: Samples) -> tuple[float, int]:
    """The greatest normalised correlation of a piece within a window, and its place."""
    if len(window) < len(piece):
        return 0.0, 0
    products = numpy.correlate(window, piece, mode="valid")
    sums = numpy.concatenate(([0.0], numpy.cumsum(window**2)))
    energy = sums[len(piece) :] - sums[: -len(piece)]
    quiet = SILENCE_RMS_MAX**2 * 0.01 * len(piece)
    likeness = abs(products) / numpy.sqrt((energy + quiet) * float(numpy.sum(piece**2)))
    place = int(numpy.argmax(likeness))
    return float(likeness[place]), place
