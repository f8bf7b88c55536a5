"""Turn a line's own words into a message file, with the speech engine which this machine has.

SpeechRefused       the request cannot be met; carries a stable code and its data
SpeechFailed        the engine was asked and did not deliver
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from . import sound
from .catalogue import Language
from .sound import NARROWBAND_SUFFIX, WIDEBAND_SUFFIX

TEXT_LENGTH_MAX = 1_000
ENGINE_SECONDS_MAX = 20.0
CONVERSION_SECONDS_MAX = 60.0

_FORMAT_VERSION = "1"
_UNSPEAKABLE = re.compile(r"[<>\[\]{}&|\\^`~*_#=\"]")


class SpeechRefused(Exception):
    """This text cannot be spoken here; the code and its data say why."""

    def __init__(self, code: str, data: Mapping[str, int] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.data: Mapping[str, int] = data or {}


class SpeechFailed(Exception):
    """The speech engine broke down, took too long or made something that is not speech."""


@dataclass(frozen=True, slots=True)
class SpokenPrompt:
    """A message on disk: `path_stem` plus `.wav` is 8 kHz, plus `.wav16` is 16 kHz."""

    path_stem: Path
    seconds: float


class Engine(Protocol):
    """A program which speaks: its voice, and the command that writes a WAV file."""

    @property
    def name(self) -> str: ...

    @property
    def program(self) -> str: ...

    def voice(self, language: Language) -> str: ...

    def command(self, voice: str, target: Path, text: str) -> list[str]: ...

    def typed(self, text: str) -> str:
        """Return what the program reads on its standard input."""


@dataclass(frozen=True, slots=True)
class EspeakNg:
    program: str
    name: str = "espeak-ng"
    voices: Mapping[Language, str] = field(
        default_factory=lambda: {Language.ENGLISH: "en-gb", Language.FRENCH: "fr-fr"}
    )

    def voice(self, language: Language) -> str:
        return self.voices[language]

    def command(self, voice: str, target: Path, text: str) -> list[str]:
        options = ["-b", "1", "-s", "160", "-g", "1", "-v", voice]
        return [self.program, *options, "-w", str(target), "--stdin"]

    def typed(self, text: str) -> str:
        return text


@dataclass(frozen=True, slots=True)
class Pico:
    program: str
    name: str = "pico2wave"
    voices: Mapping[Language, str] = field(
        default_factory=lambda: {Language.ENGLISH: "en-GB", Language.FRENCH: "fr-FR"}
    )

    def voice(self, language: Language) -> str:
        return self.voices[language]

    def command(self, voice: str, target: Path, text: str) -> list[str]:
        # pico2wave knows no standard input; a cleaned text never starts like an option.
        return [self.program, f"--lang={voice}", f"--wave={target}", text]

    def typed(self, text: str) -> str:
        return ""


def find_engine() -> Engine:
    """Return the best engine on the path, or refuse with the code `no-speech-engine`."""
    if pico := shutil.which("pico2wave"):
        return Pico(pico)
    if espeak := shutil.which("espeak-ng"):
        return EspeakNg(espeak)
    raise SpeechRefused("no-speech-engine")


def speak(
    text: str, language: Language, directory: Path, *, engine: Engine | None = None
) -> SpokenPrompt:
    """Return a message that says the text, making it only if the directory does not hold it yet.

    Waits for child processes: call it from a thread. Refuses with `text-too-long`, `text-empty`
    or `no-speech-engine`; raises `SpeechFailed` when the engine does not deliver.
    """
    words = speakable(text)
    chosen = engine or find_engine()
    voice = chosen.voice(language)
    directory.mkdir(parents=True, exist_ok=True)
    stem = directory / _cache_key(words, voice, chosen)
    try:
        # Whoever removes what nothing uses goes by when it was wanted last.
        os.utime(_narrowband(stem))
    except FileNotFoundError:
        _make(words, voice, chosen, stem)
    return SpokenPrompt(stem, sound.read_sound(_narrowband(stem)).seconds)


def forget_oldest(newest: SpokenPrompt, keep: int) -> None:
    """Delete all messages beside one that is just wanted, but the `keep` wanted last."""
    _narrowband(newest.path_stem).touch()
    made = sorted(
        newest.path_stem.parent.glob(f"*{NARROWBAND_SUFFIX}"), key=_wanted_at, reverse=True
    )
    for narrow in made[keep:]:
        for suffix in (NARROWBAND_SUFFIX, WIDEBAND_SUFFIX):
            narrow.with_suffix(suffix).unlink(missing_ok=True)


def _wanted_at(file: Path) -> float:
    return file.stat().st_mtime if file.exists() else 0.0


def speakable(text: str) -> str:
    """Return the text without control characters and without any engine's markup, in one line."""
    if len(text) > TEXT_LENGTH_MAX:
        raise SpeechRefused("text-too-long", {"length": len(text), "length_max": TEXT_LENGTH_MAX})
    visible = "".join(" " if unicodedata.category(char)[0] in "CZ" else char for char in text)
    words = " ".join(_UNSPEAKABLE.sub(" ", visible).split()).lstrip("-–— @/")
    if not any(char.isalnum() for char in words):
        raise SpeechRefused("text-empty")
    return words


def _cache_key(words: str, voice: str, engine: Engine) -> str:
    parts = "\x00".join((_FORMAT_VERSION, engine.name, voice, words))
    return hashlib.sha256(parts.encode()).hexdigest()[:32]


def _make(words: str, voice: str, engine: Engine, stem: Path) -> None:
    with tempfile.TemporaryDirectory(dir=stem.parent, prefix="making-") as folder:
        spoken, draft = Path(folder, "spoken.wav"), Path(folder, "message")
        command = engine.command(voice, spoken, words)
        _run(command, typed=engine.typed(words), seconds_max=ENGINE_SECONDS_MAX)
        conversion = [sys.executable, "-I", sound.__file__, str(spoken), str(draft)]
        _run(conversion, typed="", seconds_max=CONVERSION_SECONDS_MAX)
        # The 8 kHz file comes last: its presence means that the pair is whole.
        for suffix in (WIDEBAND_SUFFIX, NARROWBAND_SUFFIX):
            draft.with_name(draft.name + suffix).replace(stem.with_name(stem.name + suffix))


def _run(command: list[str], *, typed: str, seconds_max: float) -> None:
    program = Path(command[0]).name
    try:
        subprocess.run(
            command, input=typed.encode(), capture_output=True, timeout=seconds_max, check=True
        )
    except subprocess.TimeoutExpired as error:
        raise SpeechFailed(f"{program} took more than {seconds_max:g} s") from error
    except subprocess.CalledProcessError as error:
        complaint = error.stderr.decode(errors="replace").strip()[-300:]
        raise SpeechFailed(f"{program} ended with {error.returncode}: {complaint}") from error
    except OSError as error:
        raise SpeechFailed(f"{program} could not be started") from error


def _narrowband(stem: Path) -> Path:
    return stem.with_name(stem.name + NARROWBAND_SUFFIX)
