"""Resampling and levelling keep the tone, its length and its loudness."""

import math
import wave
from array import array
from pathlib import Path

import pytest

from ringback.speech.sound import (
    Sound,
    UnusableSound,
    level,
    peak_db_of,
    read_sound,
    resample,
    rms_db_of,
    trim,
    write_for_telephones,
    write_sound,
)


def tone(hertz: float, rate: int, *, seconds: float = 0.4, amplitude: int = 10_000) -> Sound:
    turn = 2 * math.pi * hertz / rate
    count = int(seconds * rate)
    return Sound(rate, array("h", (int(amplitude * math.sin(turn * i)) for i in range(count))))


@pytest.mark.parametrize("rate", [8_000, 16_000])
@pytest.mark.parametrize("source_rate", [16_000, 22_050, 44_100, 48_000])
def test_resampled_tone_is_the_same_tone(source_rate: int, rate: int) -> None:
    """A tone inside the telephone band comes out sample by sample where it should be."""
    resampled = resample(tone(1_000, source_rate), rate)

    expected = tone(1_000, rate).samples
    middle = slice(400, len(expected) - 400)
    pairs = zip(resampled.samples[middle], expected[middle], strict=True)
    assert resampled.hertz == rate
    assert max(abs(got - wanted) for got, wanted in pairs) < 10


def test_tone_above_the_telephone_band_does_not_fold_back() -> None:
    """What 8 kHz cannot carry is silence there, never another tone."""
    resampled = resample(tone(6_000, 22_050), 8_000)

    middle = Sound(8_000, resampled.samples[400:-400])
    assert rms_db_of(middle) < -70


def test_levelled_sound_has_the_wanted_loudness() -> None:
    """Loudness is set by power while the peaks allow it."""
    levelled = level(tone(500, 8_000, amplitude=400), rms_db=-20.0)

    assert rms_db_of(levelled) == pytest.approx(-20.0, abs=0.2)


def test_peaks_bound_the_loudness() -> None:
    """A sound of few high peaks stays quieter rather than being clipped."""
    spikes = Sound(8_000, array("h", ([20_000] + [100] * 400) * 20))

    levelled = level(spikes, rms_db=-20.0)

    assert peak_db_of(levelled) == pytest.approx(-3.0, abs=0.1)
    assert rms_db_of(levelled) < -20.0


def test_trimmed_sound_keeps_a_tenth_of_a_second_of_quiet() -> None:
    """Long silences at either end are cut, so that a caller does not wait for words."""
    quiet = array("h", bytes(2 * 8_000))
    sound = Sound(8_000, quiet + tone(500, 8_000, seconds=1.0).samples + quiet)

    assert trim(sound).seconds == pytest.approx(1.2, abs=0.01)


def test_silence_is_refused() -> None:
    """A message nobody can hear is no message."""
    with pytest.raises(UnusableSound):
        trim(Sound(8_000, array("h", bytes(16_000))))


@pytest.mark.parametrize("content", [b"", b"RIFF", b"not a sound at all" * 10])
def test_a_file_that_is_no_sound_is_refused(tmp_path: Path, content: bytes) -> None:
    """Broken files end in a named refusal."""
    path = tmp_path / "broken.wav"
    path.write_bytes(content)

    with pytest.raises(UnusableSound):
        read_sound(path)


def test_a_stereo_file_is_refused(tmp_path: Path) -> None:
    """Only mono is understood."""
    path = tmp_path / "stereo.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(8_000)
        file.writeframes(bytes(400))

    with pytest.raises(UnusableSound):
        read_sound(path)


def test_a_source_becomes_the_pair_a_telephone_plays(tmp_path: Path) -> None:
    """One WAV file in, `.wav` at 8 kHz and `.wav16` at 16 kHz out."""
    write_sound(tone(700, 22_050, seconds=1.0), tmp_path / "source.wav")

    write_for_telephones(tmp_path / "source.wav", tmp_path / "message")

    assert read_sound(tmp_path / "message.wav").hertz == 8_000
    assert read_sound(tmp_path / "message.wav16").hertz == 16_000
