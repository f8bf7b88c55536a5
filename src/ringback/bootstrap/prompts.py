"""Where the recordings behind prompt references lie."""

import re
from pathlib import Path

from ringback.core.library import KEPT
from ringback.speech.catalogue import Language, Prompt, prompt_file, waiting_music_file

SPOKEN = "spoken"
PREVIEW = "preview"

_REFERENCE = re.compile(r"([A-Za-z0-9_-]+)/([A-Za-z0-9_-]+)(@[\w./-]+)?", re.ASCII)
_MUSIC = "waiting"


class PromptFinder:
    """Finds ready messages (`en/welcome`), spoken (`spoken/…`), kept (`message/…`) and the music.

    A message that names a line (`en/call_intro@support`) is the ready one until it is spoken.
    Paths lack their ending; a reference that leads nowhere gets a path where nothing lies.
    """

    def __init__(self, data: Path) -> None:
        self.spoken = data / SPOKEN
        self.kept = data / "messages"
        self.previews = data / "previews"
        self._naming: dict[str, Path] = {}

    def keep(self, reference: str, path: Path) -> None:
        """Remember the recording of a message that names a line."""
        self._naming[reference] = path

    def find(self, reference: str) -> Path:
        if reference == _MUSIC:
            return waiting_music_file().with_suffix("")
        found = _REFERENCE.fullmatch(reference)
        if found is None:
            return self.spoken / "no-such-prompt"
        if reference in self._naming:
            return self._naming[reference]
        folder, name, _ = found.groups()
        if folder in tuple(Language) and name in tuple(Prompt):
            return prompt_file(Prompt(name), Language(folder)).with_suffix("")
        if folder == KEPT.rstrip("/"):
            return self.kept / name
        if folder == PREVIEW:
            return self.previews / name
        return self.spoken / (name if folder == SPOKEN else "no-such-prompt")
