"""The ready messages and the waiting music are whole, audible and at one loudness."""

import re
from pathlib import Path

import pytest

from ringback.speech.catalogue import (
    Language,
    Prompt,
    prompt_file,
    prompt_seconds,
    prompt_text,
    waiting_music_file,
)
from ringback.speech.sound import peak_db_of, read_sound, rms_db_of

EVERY_MESSAGE = [(key, language) for language in Language for key in Prompt]
RATES = ((".wav", 8_000), (".wav16", 16_000))


@pytest.mark.parametrize(("suffix", "hertz"), RATES)
@pytest.mark.parametrize(("key", "language"), EVERY_MESSAGE)
def test_every_message_is_audible_and_levelled_at_both_rates(
    key: Prompt, language: Language, suffix: str, hertz: int
) -> None:
    """Each message is spoken at telephone loudness in narrowband and in wideband."""
    sound = read_sound(prompt_file(key, language).with_suffix(suffix))

    assert sound.hertz == hertz
    assert 1.0 < sound.seconds < 12.0
    assert -24.0 < rms_db_of(sound) < -19.5
    assert peak_db_of(sound) <= -2.95


@pytest.mark.parametrize(("key", "language"), EVERY_MESSAGE)
def test_length_of_a_message_fits_its_words(key: Prompt, language: Language) -> None:
    """The recorded length is one at which its text can have been spoken."""
    letters = len(re.findall(r"\w", prompt_text(key, language)))

    assert 8 < letters / prompt_seconds(key, language) < 22


def test_both_rates_last_equally_long() -> None:
    """A wideband caller hears the message for as long as a narrowband one."""
    for key, language in EVERY_MESSAGE:
        narrow = prompt_file(key, language)
        wide = read_sound(narrow.with_suffix(".wav16"))
        assert wide.seconds == pytest.approx(prompt_seconds(key, language), abs=0.01)


def test_no_two_messages_are_the_same_sound() -> None:
    """Every key and language has a recording of its own."""
    recordings = {prompt_file(*message).read_bytes() for message in EVERY_MESSAGE}

    assert len(recordings) == len(EVERY_MESSAGE)


def test_offer_and_confirmation_say_what_the_caller_may_rely_on() -> None:
    """R3 and R7: the offer names the key, the confirmation says that the place is kept."""
    assert "star" in prompt_text(Prompt.OFFER, Language.ENGLISH)
    assert "étoile" in prompt_text(Prompt.OFFER, Language.FRENCH)
    assert "keep your place" in prompt_text(Prompt.CONFIRMATION, Language.ENGLISH)
    assert "gardez votre place" in prompt_text(Prompt.CONFIRMATION, Language.FRENCH)


@pytest.mark.parametrize(("suffix", "hertz"), RATES)
def test_waiting_music_is_quiet_and_loops_without_a_click(suffix: str, hertz: int) -> None:
    """The step from the last sample to the first is no larger than those inside the music."""
    music = read_sound(waiting_music_file().with_suffix(suffix))
    steps = [
        abs(after - before) for before, after in zip(music.samples, music.samples[1:], strict=False)
    ]

    assert music.hertz == hertz
    assert 30.0 <= music.seconds <= 40.0
    assert -25.0 < rms_db_of(music) < -23.0
    assert abs(music.samples[0] - music.samples[-1]) <= max(steps)


def test_no_stray_sound_lies_beside_the_catalogue() -> None:
    """Every recording which is shipped can be asked for by its key."""
    folder = prompt_file(Prompt.OFFER, Language.ENGLISH).parent.parent
    shipped = {path for path in folder.rglob("*.wav*") if path.is_file()}
    known: set[Path] = set()
    for key, language in EVERY_MESSAGE:
        known |= {prompt_file(key, language).with_suffix(suffix) for suffix, _ in RATES}

    assert shipped == known
