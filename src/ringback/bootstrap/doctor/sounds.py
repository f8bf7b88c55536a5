"""Looks at what callers hear: every file there, decodable, at both rates; and a speech engine."""

import wave
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from ringback.bootstrap.failures import CannotStart
from ringback.bootstrap.prompts import PromptFinder
from ringback.bootstrap.reading import reading
from ringback.config.settings import Settings
from ringback.core.library import all_uses
from ringback.ports import JournalFailed
from ringback.speech.catalogue import Language, Prompt, prompt_file, waiting_music_file
from ringback.speech.sound import (
    NARROWBAND_HZ,
    NARROWBAND_SUFFIX,
    WIDEBAND_HZ,
    WIDEBAND_SUFFIX,
)
from ringback.speech.synthesis import SpeechRefused, find_engine

from .findings import Area, Finding, failure, ok, warning, whose

HERE: Final = Area.SOUNDS
RATES: Final = ((NARROWBAND_SUFFIX, NARROWBAND_HZ), (WIDEBAND_SUFFIX, WIDEBAND_HZ))
NAMED_MAX: Final = 5


async def look_at_sounds(settings: Settings) -> Sequence[Finding]:
    """Open every file that a caller may hear."""
    own = [await _own(company) for company in settings.every_company]
    return [*_ready(), *own, *_engine()]


def _ready() -> Iterator[Finding]:
    files = [prompt_file(prompt, language) for language in Language for prompt in Prompt]
    stems = [file.with_suffix("") for file in (*files, waiting_music_file())]
    bad = [problem for stem in stems for problem in problems_of(stem)]
    if bad:
        yield failure(
            HERE,
            "ready-messages-broken",
            f"Ready messages cannot be played: {_some(bad)}.",
            "Install Ringback again: these files belong to it.",
        )
    else:
        yield ok(HERE, "ready-messages", f"All {len(stems)} ready sounds are there, at both rates.")


async def _own(settings: Settings) -> Finding:
    """Open the company's own messages, and those spoken for whatever names them."""
    finder = PromptFinder(settings.data)
    try:
        async with reading(settings) as read:
            names = {prompt: kept.name for prompt, kept in read.world.messages.items()}
            used = [prompt for prompt in all_uses(read.world) if prompt not in names]
    except (CannotStart, JournalFailed):
        told = f"{whose(settings)}Which messages are in use is not known yet."
        return ok(HERE, "own-messages-unknown", told)
    bad = [
        f"{names.get(prompt, prompt)} ({problem})"
        for prompt in (*names, *used)
        for problem in problems_of(finder.find(prompt))
    ]
    if bad:
        return failure(
            HERE,
            "own-messages-broken",
            f"{whose(settings)}Messages of your own cannot be played: {_some(bad)}.",
            "Upload those recordings again, or choose other messages where they are used.",
        )
    told = f"All messages of your own ({len(names)}) and in use ({len(used)}) can be played."
    return ok(HERE, "own-messages", whose(settings) + told)


def problems_of(stem: Path) -> Iterator[str]:
    """Say what is wrong with the two files of a message."""
    for suffix, hertz in RATES:
        file = stem.with_name(stem.name + suffix)
        try:
            with wave.open(str(file), "rb") as sound:
                shape = (sound.getframerate(), sound.getnchannels(), sound.getsampwidth())
                empty = not sound.readframes(1)
        except OSError as missing:
            yield f"{file.name}: {missing.strerror}"
        except (wave.Error, EOFError):
            yield f"{file.name}: no WAV"
        else:
            if shape != (hertz, 1, 2) or empty:
                yield f"{file.name}: not {hertz} Hz, mono, 16 bits"


def _engine() -> Iterator[Finding]:
    try:
        engine = find_engine()
    except SpeechRefused:
        yield warning(
            HERE,
            "no-speech-engine",
            "No program speaks here: own texts and names of lines cannot be spoken.",
            "Install espeak-ng (Debian: apt install espeak-ng), or upload recordings.",
        )
    else:
        yield ok(HERE, "speech-engine", f"Own texts are spoken by {engine.name}.")


def _some(bad: Sequence[str]) -> str:
    more = f" and {len(bad) - NAMED_MAX} more" if len(bad) > NAMED_MAX else ""
    return ", ".join(bad[:NAMED_MAX]) + more
