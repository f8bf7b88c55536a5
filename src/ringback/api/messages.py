"""Finds the recordings behind the references of messages and music, and has texts spoken."""

import asyncio
import re
from collections.abc import Iterable
from pathlib import Path

from pydantic import Field

from ringback.ports import NumberBook
from ringback.speech.catalogue import Language
from ringback.speech.synthesis import (
    SpeechFailed,
    SpeechRefused,
    SpokenPrompt,
    forget_oldest,
    speak,
)

from .errors import EdgeCode, EdgeRefused
from .services import Services
from .views import View

SPEECH_REFUSALS = (
    EdgeCode.NO_SPEECH_ENGINE,
    EdgeCode.SPEECH_FAILED,
    EdgeCode.TEXT_EMPTY,
    EdgeCode.TEXT_TOO_LONG,
)
PREVIEW = "preview/"
PREVIEWS_MAX = 50
_REFERENCE = re.compile(r"[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+){0,3}")
"""No dot can stand in a reference, so it cannot lead out of its folder."""


class SpokenView(View):
    prompt: str = Field(examples=["spoken/0f3a"])
    seconds: float


def recording_of(number_book: NumberBook, reference: str) -> Path | None:
    """Find the recording that a reference stands for; None where there is none."""
    if _REFERENCE.fullmatch(reference) is None:
        return None
    stem = number_book.prompt(reference)
    path = stem.with_name(f"{stem.name}.wav")
    return path if path.is_file() else None


def missing_among(number_book: NumberBook, references: Iterable[str]) -> tuple[str, ...]:
    """Name the messages that cannot be played, or not for long, each once."""
    return tuple(
        reference
        for reference in dict.fromkeys(references)
        if reference
        and (reference.startswith(PREVIEW) or recording_of(number_book, reference) is None)
    )


async def spoken_message(services: Services, text: str, language: Language) -> SpokenView:
    """Have a text spoken, or find it spoken already."""
    spoken = await _speak(services.spoken_prompts, text, language)
    return SpokenView(prompt=f"spoken/{spoken.path_stem.name}", seconds=spoken.seconds)


async def previewed(services: Services, text: str, language: Language) -> SpokenPrompt:
    """Have a text spoken to be listened to, or to be kept; only the last previews stay."""
    spoken = await _speak(services.previews, text, language)
    await asyncio.to_thread(forget_oldest, spoken, PREVIEWS_MAX)
    return spoken


async def _speak(folder: Path | None, text: str, language: Language) -> SpokenPrompt:
    if folder is None:
        raise EdgeRefused(EdgeCode.NO_SPEECH_ENGINE)
    try:
        return await asyncio.to_thread(speak, text, language, folder)
    except SpeechRefused as refused:
        raise EdgeRefused(EdgeCode(refused.code), **refused.data) from refused
    except SpeechFailed as failure:
        raise EdgeRefused(EdgeCode.SPEECH_FAILED, reason=str(failure)) from failure
