"""What is heard is judged rightly: tones, silence, messages whole and messages cut short."""

from pathlib import Path

import numpy
import pytest
from tests.phones.listening import (
    RATE,
    Samples,
    contains_tone,
    find_message,
    is_silence,
    read_samples,
    rms,
    tone_seconds,
    write_samples,
    write_tone,
)

PROMPTS = Path(__file__).parents[2] / "src" / "ringback" / "speech" / "prompts"
CONFIRMATION = PROMPTS / "fr" / "confirmation.wav"
OTHER_MESSAGES = [
    PROMPTS / "en" / "confirmation.wav",
    PROMPTS / "fr" / "offer.wav",
    PROMPTS / "fr" / "cannot_call_back.wav",
]


def telephone_sound(samples: Samples, gain: float) -> Samples:
    """What 8-bit mu-law leaves of a sound."""
    loud = numpy.clip(samples * gain, -1, 1)
    squeezed = numpy.sign(loud) * numpy.log1p(255 * abs(loud)) / numpy.log(256)
    steps = numpy.round(squeezed * 127) / 127
    restored: Samples = numpy.sign(steps) * (256 ** abs(steps) - 1) / 255
    return restored


def music(seconds: float) -> Samples:
    instants = numpy.arange(int(seconds * RATE)) / RATE
    chord = sum(numpy.sin(2 * numpy.pi * hz * instants) for hz in (262, 330, 392))
    return numpy.asarray(0.1 * chord * (1 + numpy.sin(2 * numpy.pi * 1.5 * instants)))


def recorded(directory: Path, *parts: Samples) -> Path:
    wav = directory / "heard.wav"
    write_samples(wav, numpy.concatenate(parts))
    return wav


@pytest.mark.parametrize("gain", [0.3, 1.0])
def test_message_after_music_is_found_at_its_place(tmp_path: Path, gain: float) -> None:
    """A quiet or loud telephone line does not keep a message from being recognised."""
    message = telephone_sound(read_samples(CONFIRMATION), gain)
    wav = recorded(tmp_path, music(3), message, numpy.zeros(RATE))

    found = find_message(wav, CONFIRMATION)

    assert found.is_whole
    assert found.matched_share == 1.0
    assert found.offset_seconds == pytest.approx(3.0, abs=0.05)


def test_message_with_lost_packets_is_still_whole(tmp_path: Path) -> None:
    """Two short gaps do not make a message incomplete."""
    message = telephone_sound(read_samples(CONFIRMATION), 1.0)
    wav = recorded(tmp_path, music(1), message[:8000], message[8160:16000], message[16320:])

    assert find_message(wav, CONFIRMATION).is_whole


@pytest.mark.parametrize("kept_share", [0.25, 0.5, 0.9])
def test_message_cut_short_is_not_whole(tmp_path: Path, kept_share: float) -> None:
    """The share that was heard is measured, and a missing end is noticed."""
    message = telephone_sound(read_samples(CONFIRMATION), 1.0)
    kept = message[: int(kept_share * len(message))]
    wav = recorded(tmp_path, music(1), kept, music(5))

    found = find_message(wav, CONFIRMATION)

    assert not found.is_whole
    assert not found.is_end_heard
    assert found.matched_share == pytest.approx(kept_share, abs=0.15)
    assert found.offset_seconds == pytest.approx(1.0, abs=0.05)


def test_message_heard_from_its_middle_is_not_whole(tmp_path: Path) -> None:
    """An end without its beginning does not pass for the message."""
    message = telephone_sound(read_samples(CONFIRMATION), 1.0)
    wav = recorded(tmp_path, message[len(message) // 2 :])

    found = find_message(wav, CONFIRMATION)

    assert found.is_end_heard
    assert not found.is_whole
    assert found.offset_seconds < 0


@pytest.mark.parametrize(
    "other", OTHER_MESSAGES, ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_another_message_is_not_taken_for_it(tmp_path: Path, other: Path) -> None:
    """The same voice with other words, or other words in the same language, is told apart."""
    wav = recorded(tmp_path, music(1), telephone_sound(read_samples(other), 1.0))

    assert find_message(wav, CONFIRMATION).matched_share < 0.3


def test_message_is_not_found_in_music_or_silence(tmp_path: Path) -> None:
    """Waiting music, silence and an empty recording hold no message."""
    assert find_message(recorded(tmp_path, music(8)), CONFIRMATION).matched_share < 0.2
    assert find_message(recorded(tmp_path, numpy.zeros(RATE)), CONFIRMATION).matched_share == 0.0
    assert find_message(recorded(tmp_path, numpy.zeros(0)), CONFIRMATION).matched_share == 0.0


def test_silent_message_is_refused(tmp_path: Path) -> None:
    """To look for silence is a mistake of the test, and is told so."""
    wav = recorded(tmp_path, numpy.zeros(RATE))

    with pytest.raises(ValueError, match="silent"):
        find_message(CONFIRMATION, wav)


def test_tone_is_told_from_its_neighbour_and_from_music(tmp_path: Path) -> None:
    """A tone counts for as long as it sounds, at its own pitch only."""
    tone = tmp_path / "tone.wav"
    write_tone(tone, hz=440, seconds=2)

    assert contains_tone(tone, 440, 1.9)
    assert not contains_tone(tone, 440, 2.5)
    assert tone_seconds(tone, 500) == 0.0
    assert tone_seconds(recorded(tmp_path, music(2)), 440) == 0.0


def test_loudness_is_measured_between_two_instants(tmp_path: Path) -> None:
    """Half a recording can be silent while the other half is loud."""
    wav = recorded(tmp_path, numpy.zeros(RATE), 0.5 * numpy.ones(RATE))

    assert is_silence(wav, end=1.0)
    assert rms(wav, 1.0, 2.0) == pytest.approx(0.5, abs=0.001)
    assert not is_silence(wav)
    assert rms(wav, 3.0) == 0.0
