"""Checks an Asterisk with the settings' address and with what the server will play."""

import contextlib
import secrets
import shutil
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from ringback.config.settings import Settings
from ringback.speech.catalogue import Language, Prompt, prompt_file
from ringback.telephony.asterisk.check import CheckSettings, Finding, check

from .asterisk_phones import ari_settings
from .prompts import PromptFinder

SPOKEN_TRIED_MAX = 100


async def check_asterisk(settings: Settings, *, with_trial: bool = True) -> list[Finding]:
    """Look the Asterisk of the settings over; without a trial no file is laid anywhere.

    Raises `CannotStart`.
    """
    finder = PromptFinder(settings.data)
    ready = [finder.find(f"{language}/{prompt}") for language in Language for prompt in Prompt]
    laid = _trial_message(finder.spoken) if with_trial else contextlib.nullcontext(())
    with laid as trial:
        prompts = (*ready, *trial, *_own(finder.spoken), *_own(finder.kept))
        return await check(CheckSettings(ari_settings(settings), prompts))


def _own(directory: Path) -> Sequence[Path]:
    files = (file.with_suffix("") for file in sorted(directory.glob("*.wav")))
    return tuple(
        islice((file for file in files if not file.name.startswith(".")), SPOKEN_TRIED_MAX)
    )


@contextlib.contextmanager
def _trial_message(directory: Path) -> Iterator[Sequence[Path]]:
    """Lay a message where spoken ones will lie, for a moment, if that place is there already."""
    trial = directory / f".check-{secrets.token_hex(4)}"
    file = trial.with_name(f"{trial.name}.wav")
    try:
        shutil.copyfile(prompt_file(Prompt.WELCOME, Language.ENGLISH), file)
    except OSError:
        yield ()
        return
    try:
        yield (trial,)
    finally:
        file.unlink(missing_ok=True)
