"""Recordings as people upload them, encoded by the test itself."""

import io
import math
from array import array
from collections.abc import Sequence
from fractions import Fraction

import av

RATE = 48_000
CODECS = {
    "wav": ("wav", "pcm_s16le"),
    "mp3": ("mp3", "libmp3lame"),
    "m4a": ("ipod", "aac"),
    "aac": ("adts", "aac"),
    "ogg": ("ogg", "vorbis"),
    "opus": ("ogg", "libopus"),
    "webm": ("webm", "libopus"),
}
"""How each is made: the container and the codec."""


def tone(
    seconds: float, hertz: float = 700.0, *, amplitude: float = 0.3, rate: int = RATE
) -> "array[int]":
    turn, top = 2 * math.pi * hertz / rate, 32_767 * amplitude
    count = int(seconds * rate)
    return array("h", (int(top * math.sin(turn * index)) for index in range(count)))


def silence(seconds: float, *, rate: int = RATE) -> "array[int]":
    return array("h", bytes(2 * int(seconds * rate)))


def encoded(
    kind: str,
    samples: Sequence[int],
    *,
    rate: int = RATE,
    bit_rate: int | None = None,
    frame_milliseconds: int | None = None,
) -> bytes:
    """Give a file of that kind, in stereo where its codec wants no less."""
    container_name, codec = CODECS[kind]
    file = io.BytesIO()
    with av.open(file, "w", format=container_name) as container:
        options = {"strict": "experimental"} if codec == "vorbis" else {}
        if frame_milliseconds is not None:
            options["frame_duration"] = str(frame_milliseconds)
        layout = "stereo" if codec == "vorbis" else "mono"
        stream = container.add_stream(codec, rate=rate, options=options)
        assert isinstance(stream, av.AudioStream)
        stream.layout = layout
        if bit_rate is not None:
            stream.bit_rate = bit_rate
        resampler = av.AudioResampler(
            format=stream.format.name,
            layout=layout,
            rate=rate,
            frame_size=stream.codec_context.frame_size or 1_024,
        )
        for frame in (*_frames(array("h", samples), rate), None):
            for made in resampler.resample(frame):
                container.mux(stream.encode(made))
        container.mux(stream.encode(None))
    return file.getvalue()


def _frames(samples: "array[int]", rate: int) -> list[av.AudioFrame]:
    frames = []
    for start in range(0, len(samples), 1_024):
        part = samples[start : start + 1_024].tobytes()
        frame = av.AudioFrame(format="s16", layout="mono", samples=len(part) // 2, align=1)
        frame.planes[0].update(part)
        frame.sample_rate = rate
        frame.pts = start
        frame.time_base = Fraction(1, rate)
        frames.append(frame)
    return frames
