"""Finds the recordings behind the references of messages and music, and has texts spoken."""

import asyncio
import re
from collections.abc import Iterable
from pathlib import Path

from pydantic import Field

from ringback.ports import NumberBook
from ringback.speech.catalogue import Language
from ringback.speech.synthesis import SpeechFailed, SpeechRefused, SpokenPrompt, speak

from .errors import EdgeCode, EdgeRefused
from .services import Services
from .views import View

SPEECH_REFUSALS = (
    EdgeCode.NO_SPEECH_ENGINE,
    EdgeCode.SPEECH_FAILED,
    EdgeCode.TEXT_EMPTY,
    EdgeCode.TEXT_TOO_LONG,
)
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
    """Name the messages that cannot be played, each once."""
    return tuple(
        reference
        for reference in dict.fromkeys(references)
        if reference and recording_of(number_book, reference) is None
    )


async def spoken_message(services: Services, text: str, language: Language) -> SpokenView:
    """Have a text spoken, or find it spoken already."""
    spoken = await spoken_prompt(services, text, language)
    return SpokenView(prompt=f"spoken/{spoken.path_stem.name}", seconds=spoken.seconds)


async def spoken_prompt(services: Services, text: str, language: Language) -> SpokenPrompt:
    """Have a text spoken into the folder of spoken messages. Raises `EdgeRefused`."""
    if services.spoken_prompts is None:
        raise EdgeRefused(EdgeCode.NO_SPEECH_ENGINE)
    try:
        return await asyncio.to_thread(speak, text, language, services.spoken_prompts)
    except SpeechRefused as refused:
        raise EdgeRefused(EdgeCode(refused.code), **refused.data) from refused
    except SpeechFailed as failure:
        raise EdgeRefused(EdgeCode.SPEECH_FAILED, reason=str(failure)) from failure
