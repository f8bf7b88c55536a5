"""Make the ready messages anew from the catalogue: `python -m ringback.speech.make_prompts`."""

import shutil
import tempfile
from pathlib import Path

from .catalogue import Language, Prompt, prompt_file, prompt_text
from .sound import NARROWBAND_SUFFIX, WIDEBAND_SUFFIX
from .synthesis import EspeakNg, SpeechRefused, speak


def make_prompts() -> None:
    """Speak every message of the catalogue with espeak-ng, whose output carries no licence."""
    program = shutil.which("espeak-ng")
    if program is None:
        raise SpeechRefused("no-speech-engine")
    with tempfile.TemporaryDirectory() as folder:
        for language in Language:
            for key in Prompt:
                made = speak(
                    prompt_text(key, language), language, Path(folder), engine=EspeakNg(program)
                )
                _put(made.path_stem, prompt_file(key, language))


def _put(stem: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    for suffix in (NARROWBAND_SUFFIX, WIDEBAND_SUFFIX):
        shutil.copyfile(stem.with_suffix(suffix), target.with_suffix(suffix))


if __name__ == "__main__":
    make_prompts()
