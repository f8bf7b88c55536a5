"""Recordings of every format become messages; what is none is refused, and can do no harm."""

import json
import os
import struct
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.phones.listening import contains_tone

from ringback.speech.catalogue import Language, Prompt, prompt_file
from ringback.speech.confinement import Bounds, Broke, TookTooLong, run_confined
from ringback.speech.recording_formats import RecordingFormat, format_of
from ringback.speech.sound import peak_db_of, read_sound, rms_db_of
from ringback.speech.uploads import (
    REFUSALS,
    Converted,
    RecordingLimits,
    RecordingRefused,
    convert,
)

from .recordings import CODECS, RATE, encoded, silence, tone

PITCH = 700.0
LIMITS = RecordingLimits()


@pytest.fixture(scope="module")
def spoken() -> bytes:
    """A quiet tone of two seconds between long silences."""
    return encoded("wav", silence(2.0) + tone(2.0, PITCH, amplitude=0.02) + silence(3.0))


async def converted(
    content: bytes,
    folder: Path,
    *,
    declared: str | None = None,
    limits: RecordingLimits = LIMITS,
) -> Converted:
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.flush()
        return await convert(file, declared, limits, folder)


async def refusal(content: bytes, folder: Path, **given: Any) -> RecordingRefused:
    with pytest.raises(RecordingRefused) as refused:
        await converted(content, folder, **given)
    assert os.listdir(folder) == []
    return refused.value


# ---- what people have --------------------------------------------------------------------


@pytest.mark.parametrize("kind", CODECS)
async def test_recording_of_every_format_becomes_the_pair_a_telephone_plays(
    kind: str, tmp_path: Path
) -> None:
    """The tone is there at both rates, as loud as the ready messages, its silence trimmed."""
    recording = encoded(kind, silence(1.0) + tone(2.0, PITCH) + silence(1.0))

    made = await converted(recording, tmp_path)

    for suffix, hertz in ((".wav", 8_000), (".wav16", 16_000)):
        sound = read_sound(made.path_stem.with_suffix(suffix))
        assert sound.hertz == hertz
        assert sound.seconds == pytest.approx(2.4, abs=0.1)
        assert rms_db_of(sound) == pytest.approx(-20.0, abs=1.0)
    assert contains_tone(made.path_stem.with_suffix(".wav"), PITCH, 1.9)
    assert made.seconds == pytest.approx(2.4, abs=0.1)


async def test_uploaded_message_is_as_loud_as_a_ready_one(spoken: bytes, tmp_path: Path) -> None:
    """Callers who hear both notice no step in loudness."""
    ready = read_sound(prompt_file(Prompt.OFFER, Language.ENGLISH))

    made = await converted(spoken, tmp_path)

    uploaded = read_sound(made.path_stem.with_suffix(".wav"))
    assert rms_db_of(uploaded) == pytest.approx(rms_db_of(ready), abs=2.0)


async def test_click_in_a_quiet_recording_is_held_down_and_not_cut_off(tmp_path: Path) -> None:
    """One loud peak neither clips nor keeps the words too quiet to be heard."""
    samples = tone(3.0, PITCH, amplitude=0.02)
    samples[RATE] = 32_000

    made = await converted(encoded("wav", samples), tmp_path)

    sound = read_sound(made.path_stem.with_suffix(".wav16"))
    assert rms_db_of(sound) == pytest.approx(-20.0, abs=1.0)
    assert peak_db_of(sound) <= -2.9


async def test_same_recording_is_the_same_message_and_another_is_another(
    spoken: bytes, tmp_path: Path
) -> None:
    """A message is named by what is heard."""
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()

    digest = (await converted(spoken, first)).digest

    assert (await converted(spoken, second)).digest == digest
    other = encoded("wav", tone(2.0, 2 * PITCH))
    assert (await converted(other, second)).digest != digest


@pytest.mark.parametrize("declared", [None, "audio/mpeg", "video/webm; codecs=opus"])
async def test_recording_is_taken_for_what_it_is_whatever_sound_it_is_called(
    declared: str | None, spoken: bytes, tmp_path: Path
) -> None:
    """Computers and browsers name types of sound at random."""
    made = await converted(spoken, tmp_path, declared=declared)

    assert made.seconds > 2


@pytest.mark.parametrize(
    ("head", "format_name"),
    [
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", RecordingFormat.WAV),
        (b"RIFF\x00\x00\x00\x00AVI fmt ", None),
        (b"\xff\xfb\x90\x00", RecordingFormat.MP3),
        (b"\xff\xf1\x50\x80", RecordingFormat.AAC),
        (b"\xff\xe1\x50\x80", None),
        (b"\xff", None),
        (b"", None),
        (b"#EXTM3U\n", None),
        (b"ffconcat version", None),
    ],
)
def test_format_is_told_by_the_first_bytes(head: bytes, format_name: str | None) -> None:
    """A list of addresses to read from, above all, is no recording."""
    assert format_of(head) is format_name


# ---- what is refused ---------------------------------------------------------------------


async def test_text_called_a_recording_is_refused(tmp_path: Path) -> None:
    """The name and the declared type count for nothing."""
    refused = await refusal(b"Dear customers, " * 100, tmp_path, declared="audio/wav")

    assert refused.code == "recording-not-audio"


async def test_recording_called_a_text_is_refused(spoken: bytes, tmp_path: Path) -> None:
    """Whoever sends something as a picture or a text did not mean a message."""
    refused = await refusal(spoken, tmp_path, declared="text/html")

    assert refused.code == "recording-not-audio"


async def test_other_kinds_of_sound_are_refused_with_those_taken(tmp_path: Path) -> None:
    """Whoever has something else learns what to convert it to."""
    refused = await refusal(b"fLaC" + bytes(100), tmp_path)

    assert refused.code == "recording-format-unknown"
    assert refused.data["formats"] == ["WAV", "MP3", "M4A", "AAC", "OGG", "WebM"]


@pytest.mark.parametrize("kind", ["m4a", "webm", "ogg", "wav", "mp3"])
async def test_beginning_of_a_file_alone_is_damaged_or_too_short(kind: str, tmp_path: Path) -> None:
    """An upload that broke off early makes no message."""
    whole = encoded(kind, tone(2.0, PITCH))

    refused = await refusal(whole[:150], tmp_path)

    assert refused.code in ("recording-damaged", "recording-too-short", "recording-not-audio")


async def test_silence_is_no_message(tmp_path: Path) -> None:
    """A microphone that was off is noticed at once, not by callers."""
    refused = await refusal(encoded("wav", silence(3.0)), tmp_path)

    assert refused.code == "recording-silent"


async def test_recordings_out_of_their_bounds_are_refused_naming_the_bound(
    spoken: bytes, tmp_path: Path
) -> None:
    """Too short, too long, too large."""
    blip = encoded("wav", tone(0.1, PITCH))
    long = RecordingLimits(seconds_max=1.0)
    small = RecordingLimits(bytes_max=1_000)

    short = await refusal(blip, tmp_path, limits=RecordingLimits(seconds_min=2.0))
    assert (short.code, short.data) == ("recording-too-short", {"seconds_min": 2.0})
    too_long = await refusal(spoken, tmp_path, limits=long)
    assert (too_long.code, too_long.data) == ("recording-too-long", {"seconds_max": 1.0})
    large = await refusal(spoken, tmp_path, limits=small)
    assert (large.code, large.data) == ("recording-too-large", {"bytes_max": 1_000})


# ---- what is meant to harm ---------------------------------------------------------------


@pytest.mark.slow
async def test_ten_hours_in_a_small_file_are_not_decoded_to_their_end(tmp_path: Path) -> None:
    """What is small when sent and huge when decoded costs no more than the longest message."""
    minutes = encoded("opus", silence(600.0), bit_rate=500, frame_milliseconds=60)
    hours = minutes * 60
    assert len(hours) < 4_000_000

    refused = await refusal(hours, tmp_path)

    assert refused.code == "recording-too-long"


@pytest.mark.parametrize(
    "header",
    [
        b"RIFF\xff\xff\xff\xffWAVE" + b"LIST" + struct.pack("<I", 0xFFFF_FFF0) + b"INFO",
        b"RIFF\xff\xff\xff\xffWAVEfmt \x10\0\0\0\x01\0\xff\xff\xff\xff\xff\xff" + b"\xff" * 12,
        struct.pack(">I4sI", 16, b"ftyp", 0) + bytes(4) + struct.pack(">I4s", 0x7FFF_FFFF, b"moov"),
        b"\x1a\x45\xdf\xa3\x01\xff\xff\xff\xff\xff\xff\xfe",
        b"ID3\x04\0\0\x7f\x7f\x7f\x7f",
        b"OggS\0\x02" + b"\xff" * 20 + b"\xff" * 256,
    ],
    ids=["wav-list", "wav-rate", "mp4", "webm", "id3", "ogg"],
)
async def test_header_that_announces_gigabytes_is_damaged(header: bytes, tmp_path: Path) -> None:
    """Nobody reserves what a stranger's header asks for."""
    refused = await refusal(header + b"\xff" * 4_000, tmp_path)

    assert refused.code in REFUSALS


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
async def test_mutated_recording_is_a_message_or_a_refusal(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever bytes are exchanged, cut out or doubled, nothing else can happen."""
    folder = tmp_path_factory.mktemp("mutated")
    content = _mutated(data, data.draw(st.sampled_from(_small_recordings())))

    code = None
    try:
        made = await converted(content, folder)
    except RecordingRefused as refused:
        code = refused.code

    if code is None:
        assert read_sound(made.path_stem.with_suffix(".wav")).seconds <= 301
    else:
        assert code in REFUSALS


def _small_recordings() -> list[bytes]:
    return [encoded(kind, tone(0.5, PITCH)) for kind in CODECS]


def _mutated(data: st.DataObject, content: bytes) -> bytes:
    mutated = bytearray(content)
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, max(0, len(mutated) - 1)))
        match data.draw(st.sampled_from(("byte", "cut", "double", "large"))):
            case "byte":
                mutated[at : at + 1] = bytes([data.draw(st.integers(0, 255))])
            case "cut":
                del mutated[at : at + data.draw(st.integers(1, 400))]
            case "double":
                mutated[at:at] = mutated[at : at + 200]
            case "large":
                mutated[at : at + 4] = b"\xff\xff\xff\x7f"
    return bytes(mutated)


# ---- the confinement itself --------------------------------------------------------------

HOSTILE = str(Path(__file__).with_name("hostile.py"))


async def run_hostile(deed: str, bounds: Bounds) -> bytes:
    with tempfile.TemporaryFile() as nothing:
        return await run_confined((HOSTILE, deed, json.dumps(asdict(bounds))), nothing, bounds)


@pytest.mark.slow
@pytest.mark.parametrize("deed", ["computes", "sleeps"])
async def test_child_that_never_ends_is_killed(deed: str) -> None:
    """By the processor's clock, or by the one on the wall."""
    bounds = Bounds(processor_seconds=1, seconds=2)

    with pytest.raises(TookTooLong):
        await run_hostile(deed, bounds)


@pytest.mark.parametrize(
    "deed", ["eats_memory", "writes_much", "opens_a_file", "connects", "starts_a_program"]
)
async def test_child_that_wants_more_than_it_may_breaks(deed: str) -> None:
    """It can use up its memory, and open, call or start nothing."""
    bounds = Bounds(memory_bytes=64 * 1024 * 1024, answer_bytes=100_000)

    with pytest.raises(Broke):
        await run_hostile(deed, bounds)


async def test_child_inherits_nothing_but_what_it_reads_and_writes() -> None:
    """Neither the journal nor a caller's connection is open to it, nor is any secret told."""
    with tempfile.TemporaryFile() as ours:
        os.set_inheritable(ours.fileno(), True)
        answer = await run_hostile("says_what_it_has", Bounds())

    assert answer == b"0 1 2 LC_CTYPE"


async def test_answer_of_a_decoder_that_was_taken_over_is_not_believed(
    spoken: bytes, tmp_path: Path
) -> None:
    """Whatever comes in the place of samples is a damaged recording."""
    with tempfile.TemporaryFile() as file:
        file.write(spoken)
        file.flush()
        decoder = (HOSTILE, "answers_nonsense")
        with pytest.raises(RecordingRefused) as refused:
            await convert(file, None, LIMITS, tmp_path, decoder=decoder)

    assert refused.value.code == "recording-damaged"


def test_server_starts_without_the_decoder() -> None:
    """What reads hostile files, and takes long to load, is loaded in the child alone."""
    program = (
        "import sys; import ringback.cli, ringback.bootstrap.server; "
        "print(*(name for name in ('av', 'numpy') if name in sys.modules))"
    )

    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)

    assert loaded.stdout.strip() == b""
