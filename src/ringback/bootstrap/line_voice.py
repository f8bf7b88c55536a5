"""Speaks the messages that name a line, beforehand, so that agents hear which line it is."""

import asyncio
from collections.abc import Collection, Sequence
from pathlib import Path

import structlog

from ringback.core.events import AgentConfigured, Fact, LineConfigured
from ringback.core.settings import PhoneKind
from ringback.core.world import World
from ringback.speech.catalogue import QUESTIONS, WHISPERS, Language, naming_text
from ringback.speech.synthesis import SpeechFailed, SpeechRefused, speak

from .prompts import PromptFinder

_log = structlog.get_logger(__name__)


class LineVoice:
    """Keeps the recordings in line with the names of the lines and the languages of the agents.

    Where nothing can be spoken the ready messages are heard, without the name.
    """

    def __init__(self, world: World, prompts: PromptFinder) -> None:
        self._world = world
        self._prompts = prompts
        self._spoken: set[tuple[str, str]] = set()
        self._changed = asyncio.Event()
        self.has_given_up = False
        """Whether speaking failed, so that nothing is tried before the next change."""

    def in_use(self) -> Collection[Path]:
        """Name the recordings, without their endings."""
        return {self._prompts.find(reference) for reference, _, _ in self._wanted()}

    def follow(self, facts: Sequence[Fact]) -> None:
        """Take note of what was configured."""
        if any(isinstance(fact.event, LineConfigured | AgentConfigured) for fact in facts):
            self._changed.set()

    async def run(self) -> None:
        """Speak what is missing, now and after each change, until cancelled."""
        self._changed.set()
        while True:
            await self._changed.wait()
            self._changed.clear()
            self.has_given_up = False
            for reference, text, language in self._wanted():
                if (reference, text) in self._spoken:
                    continue
                try:
                    message = await asyncio.to_thread(speak, text, language, self._prompts.spoken)
                except (SpeechRefused, SpeechFailed) as failure:
                    _log.warning("line.not-spoken", reference=reference, reason=str(failure))
                    self.has_given_up = True
                    break
                self._prompts.keep(reference, message.path_stem)
                self._spoken.add((reference, text))

    def _wanted(self) -> list[tuple[str, str, Language]]:
        profiles = [agent.profile for agent in self._world.agents.values()]
        spoken = {profile.language for profile in profiles}
        outside = {one.language for one in profiles if one.phone is PhoneKind.OUTSIDE}
        return [
            (f"{language}/{key}@{line.id}", naming_text(key, language, line.name), language)
            for line in self._world.lines.values()
            for languages, keys in (
                (spoken if line.whisper or line.callbacks.whisper else set(), WHISPERS),
                (outside, QUESTIONS),
            )
            for language in Language
            if language in languages
            for key in keys
        ]
