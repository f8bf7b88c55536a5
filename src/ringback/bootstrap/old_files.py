"""Which files nobody needs any more, by their age and by what uses them."""

import shutil
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from pathlib import Path

from ringback.core.library import ever_named
from ringback.core.world import World
from ringback.runtime.retention import DataKind

from .kept_files import KeptFiles
from .prompts import SPOKEN, PromptFinder


class AgedFiles:
    """The `OldFiles` of an installation. `in_use` names spoken files beside what flows name."""

    def __init__(
        self,
        kept: KeptFiles,
        prompts: PromptFinder,
        world: World,
        in_use: Callable[[], Collection[Path]],
    ) -> None:
        self._kept = kept
        self._prompts = prompts
        self._world = world
        self._in_use = in_use

    def spoken(self, before: datetime) -> Sequence[Path]:
        named = (each for each in ever_named(self._world) if each.startswith(f"{SPOKEN}/"))
        used = {*(self._prompts.find(each) for each in named), *self._in_use()}
        oldest = before.timestamp()
        files = (file for file in self._prompts.spoken.glob("*.wav*") if file.is_file())
        return [
            file
            for file in sorted(files)
            if file.with_suffix("") not in used and _wanted_at(file) < oldest
        ]

    def replaced(self, before: datetime) -> Sequence[Path]:
        return self._kept.old_replaced(before)

    def logs(self, before: datetime) -> Sequence[Path]:
        return self._kept.logs_from_before(before)

    def remove(self, kind: DataKind, paths: Collection[Path]) -> None:
        if kind is DataKind.LOGS:
            self._kept.empty_logs(list(paths))
            return
        for path in paths:
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def _wanted_at(file: Path) -> float:
    """Tell when a pair of files was wanted last: the narrow one of the two knows."""
    narrow = file.with_suffix(".wav")
    return (narrow if narrow.exists() else file).stat().st_mtime
