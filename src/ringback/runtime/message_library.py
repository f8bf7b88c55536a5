"""Keeps the recordings of the company's own messages, each as long as the account knows it."""

import asyncio
import os
import shutil
from pathlib import Path

import structlog

from ringback.core.inputs import KeepMessage, RemoveMessage
from ringback.core.library import KEPT
from ringback.core.refusals import Refusal
from ringback.core.settings import KeptMessage

from .loop import Engine

ENDINGS = (".wav16", ".wav")
"""Of the two files of a message, the 8 kHz one last: its presence means that the pair is whole."""

_log = structlog.get_logger(__name__)


class MessageLibrary:
    """Stores a message's files before the account knows it, and deletes them after it is removed.

    A crash in between leaves files that nobody knows; never a message without its files. A file is
    named after what is heard, so it never changes while it is played.
    """

    def __init__(self, folder: Path, engine: Engine) -> None:
        self._folder = folder
        self._engine = engine
        self._files = asyncio.Lock()

    async def keep(self, made: Path, message: KeptMessage, actor: str) -> None:
        """Keep a message whose files lie at `made`, a path without its ending; raises `Refusal`."""
        async with self._files:
            await asyncio.to_thread(self._store, made, message.prompt)
            try:
                await self._engine.request(KeepMessage(message), actor)
            except Refusal:
                if message.prompt not in self._engine.world.messages:
                    await asyncio.to_thread(self._delete, message.prompt)
                raise

    async def remove(self, prompt: str, actor: str) -> None:
        """Remove a message that nothing uses; raises `Refusal`."""
        async with self._files:
            await self._engine.request(RemoveMessage(prompt), actor)
            await asyncio.to_thread(self._delete, prompt)

    def tidy(self) -> None:
        """Delete the halves that a crash left behind, and warn of messages whose files are gone.

        Whole files that the account does not know stay: they may belong to another journal.
        """
        for half in sorted(self._folder.glob("*.part")):
            half.unlink(missing_ok=True)
        for prompt, message in self._engine.world.messages.items():
            if not all(self._place(prompt, ending).is_file() for ending in ENDINGS):
                _log.warning("message.recording-gone", prompt=prompt, name=message.name)

    # ---- files

    def _store(self, made: Path, prompt: str) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        for ending in ENDINGS:
            part, kept = self._place(prompt, f"{ending}.part"), self._place(prompt, ending)
            shutil.copyfile(made.with_name(made.name + ending), part)
            _sync(part)
            part.replace(kept)
        _sync(self._folder)

    def _delete(self, prompt: str) -> None:
        for ending in reversed(ENDINGS):
            self._place(prompt, ending).unlink(missing_ok=True)

    def _place(self, prompt: str, ending: str) -> Path:
        return self._folder / f"{name_of(prompt)}{ending}"


def name_of(prompt: str) -> str:
    """Name the files of a message after the end of its reference."""
    return prompt.removeprefix(KEPT)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
