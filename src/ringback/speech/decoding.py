"""The confined child that turns a recording into sound for telephones: WAV in, MP3 in, samples out.

Run as a module with its limits, it reads a recording from its standard input and writes one line
of JSON, then the samples at 8 kHz and at 16 kHz. Nothing of it is loaded into the server.
"""

import io
import json
import logging
import sys
from array import array
from collections.abc import Iterable, Iterator
from contextlib import suppress
from fractions import Fraction
from typing import BinaryIO, NoReturn

import av
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.filter import Graph

from ringback.speech.confinement import Bounds, confine
from ringback.speech.sound import (
    NARROWBAND_HZ,
    PEAK_DB_MAX,
    SPEECH_RMS_DB,
    WIDEBAND_HZ,
    Sound,
    peak_db_of,
    rms_db_of,
    write_sound,
)

SILENT_BELOW_DB = -50.0
GAIN_DB_MAX = 36.0
EDGE_SECONDS = 0.2
FAILED_SHARE_MAX = 0.1
_BLOCK = WIDEBAND_HZ // 50
_QUIETER_THAN_SPEECH_DB = 26.0
_EVENING_PASSES = 4
_CODECS = (
    *("aac", "mp3", "mp3float", "opus", "libopus", "vorbis", "libvorbis", "flac", "gsm_ms"),
    *("pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_u8", "pcm_f32le", "pcm_f64le"),
    *("pcm_alaw", "pcm_mulaw", "adpcm_ms", "adpcm_ima_wav"),
)


class Unusable(Exception):
    """The recording is refused."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def main(format_name: str, seconds_min: float, seconds_max: float) -> NoReturn:
    """Write the answer about the recording on the standard input."""
    try:
        narrow, wide = converted(sys.stdin.buffer, format_name, seconds_min, seconds_max)
    except Unusable as unusable:
        _answer({"refused": unusable.code})
    except (av.FFmpegError, ValueError, MemoryError, OverflowError):
        _answer({"refused": "recording-damaged"})
    _answer({"narrow_bytes": len(narrow), "wide_bytes": len(wide)}, narrow, wide)


def load_everything() -> None:
    """Convert a sound of our own, so that nothing need be loaded once nothing can be opened."""
    click = io.BytesIO()
    write_sound(Sound(WIDEBAND_HZ, array("h", (0, 9_000) * WIDEBAND_HZ)), click)
    click.seek(0)
    converted(click, "wav", 0.0, 10.0)


def converted(
    source: BinaryIO, format_name: str, seconds_min: float, seconds_max: float
) -> tuple[bytes, bytes]:
    """Decode, trim, even out and resample; give the samples at 8 kHz and at 16 kHz."""
    frames = list(_decoded(source, format_name, seconds_max))
    sound = Sound(WIDEBAND_HZ, _samples(frames))
    first, last = _without_silent_ends(sound)
    if (last - first) / WIDEBAND_HZ < seconds_min:
        raise Unusable("recording-too-short")
    trimmed = _filtered(frames, f"atrim=start_sample={first}:end_sample={last}")
    even = _evened_out(trimmed)
    wide = _samples(even)
    narrow = _samples(_filtered(even, f"aresample={NARROWBAND_HZ}", *_limiter(0.0)))
    return narrow.tobytes(), wide.tobytes()


# ---- decoding ----------------------------------------------------------------------------


def _decoded(source: BinaryIO, format_name: str, seconds_max: float) -> Iterator[AudioFrame]:
    """Give the first stream of sound at 16 kHz; what goes on for too long is refused early."""
    with av.open(source, "r", format=format_name, options={"enable_drefs": "0"}) as container:
        if not container.streams.audio:
            raise Unusable("recording-not-audio")
        stream = container.streams.audio[0]
        if stream.codec_context.name not in _CODECS:
            raise Unusable("recording-format-unknown")
        stream.codec_context.thread_count = 1
        resampler = AudioResampler(format="s16", layout="mono", rate=WIDEBAND_HZ)
        decoded = 0
        for frame in _tolerantly_decoded(container, stream):
            for resampled in resampler.resample(frame):
                decoded += resampled.samples
                if decoded > (seconds_max + 1) * WIDEBAND_HZ:
                    raise Unusable("recording-too-long")
                yield _in_order(resampled)
        for resampled in resampler.resample(None):
            yield _in_order(resampled)


def _tolerantly_decoded(
    container: av.container.InputContainer, stream: av.AudioStream
) -> Iterator[AudioFrame]:
    """Skip what a player would skip as well; what is mostly beyond reading is damaged."""
    packets = failed = 0
    for packet in container.demux(stream):
        packets += 1
        try:
            yield from stream.codec_context.decode(packet)
        except av.InvalidDataError as invalid:
            failed += 1
            if failed > max(1, packets * FAILED_SHARE_MAX) and packets > 10:
                raise Unusable("recording-damaged") from invalid
    if failed > packets * FAILED_SHARE_MAX and failed > 1:
        raise Unusable("recording-damaged")


def _in_order(frame: AudioFrame) -> AudioFrame:
    """Forget when a frame is to be heard: gaps and jumps of a broken clock close up."""
    frame.pts = None
    return frame


def _samples(frames: Iterable[AudioFrame]) -> "array[int]":
    samples = array("h")
    for frame in frames:
        samples.frombytes(bytes(frame.planes[0])[: frame.samples * samples.itemsize])
    return samples


# ---- loudness ----------------------------------------------------------------------------


def _without_silent_ends(sound: Sound) -> tuple[int, int]:
    """Find where speech begins and ends, with a moment of what surrounds it."""
    if not sound.samples:
        raise Unusable("recording-damaged")
    if peak_db_of(sound) < SILENT_BELOW_DB:
        raise Unusable("recording-silent")
    blocks = [
        rms_db_of(Sound(sound.hertz, sound.samples[start : start + _BLOCK]))
        for start in range(0, len(sound.samples), _BLOCK)
    ]
    threshold = max(max(blocks) - _QUIETER_THAN_SPEECH_DB, SILENT_BELOW_DB - 10)
    heard = [index for index, loudness in enumerate(blocks) if loudness >= threshold]
    edge = int(EDGE_SECONDS * sound.hertz)
    first = max(0, heard[0] * _BLOCK - edge)
    last = min(len(sound.samples), (heard[-1] + 1) * _BLOCK + edge)
    return first, last


def _evened_out(frames: list[AudioFrame]) -> list[AudioFrame]:
    """Bring the loudness to that of the ready messages; peaks are held down, not cut off."""
    gain = SPEECH_RMS_DB - _loudness(frames)
    even = frames
    for _ in range(_EVENING_PASSES):
        even = _filtered(frames, *_limiter(min(gain, GAIN_DB_MAX)))
        missing = SPEECH_RMS_DB - _loudness(even)
        if missing < 0.5:
            break
        gain += missing
    return even


def _limiter(gain_db: float) -> tuple[str, ...]:
    most = 10 ** (PEAK_DB_MAX / 20)
    return (
        f"volume={gain_db:.2f}dB:precision=double",
        f"alimiter=limit={most:.4f}:level=0:latency=1",
    )


def _loudness(frames: Iterable[AudioFrame]) -> float:
    return rms_db_of(Sound(WIDEBAND_HZ, _samples(frames)))


def _filtered(frames: Iterable[AudioFrame], *filters: str) -> list[AudioFrame]:
    """Send frames through a chain of filters, each written as `name=arguments`."""
    graph = Graph()
    source = graph.add_abuffer(
        sample_rate=WIDEBAND_HZ, format="s16", layout="mono", time_base=Fraction(1, WIDEBAND_HZ)
    )
    chain = [source]
    for name, _, arguments in (
        each.partition("=") for each in (*filters, "aformat=sample_fmts=s16:channel_layouts=mono")
    ):
        chain.append(graph.add(name, arguments))
    chain.append(graph.add("abuffersink"))
    graph.link_nodes(*chain).configure()
    made: list[AudioFrame] = []
    for frame in (*frames, None):
        with suppress(av.EOFError):
            graph.push(frame)
        made.extend(_pulled(graph))
    return [_in_order(frame) for frame in made]


def _pulled(graph: Graph) -> Iterator[AudioFrame]:
    while True:
        try:
            frame = graph.pull()
        except (av.BlockingIOError, av.EOFError):
            return
        assert isinstance(frame, AudioFrame)
        yield frame


def _answer(head: dict[str, object], *parts: bytes) -> NoReturn:
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n")
    for part in parts:
        sys.stdout.buffer.write(part)
    sys.stdout.buffer.flush()
    sys.exit(0)


if __name__ == "__main__":
    logging.disable()
    load_everything()
    wanted = json.loads(sys.argv[1])
    confine(Bounds(**wanted.pop("bounds")))
    main(**wanted)
