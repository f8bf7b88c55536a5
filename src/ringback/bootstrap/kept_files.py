"""What an installation keeps on disk, as erasing and retention see it."""

import shutil
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from ringback.config.settings import COMPANIES, Settings
from ringback.runtime.traces import files_below

REPLACED = "replaced-*"
HALF_RESTORED = ".restoring"
LOGS = "asterisk/state/log"
DATE_LENGTH = len("2026-03-02")


class KeptFiles:
    """The files of the data directory, and the journal's where it lies elsewhere."""

    def __init__(self, settings: Settings) -> None:
        self._data = settings.data
        self._installation = settings.installation_data
        self._is_shared = settings.is_shared
        self._journal = None if settings.storage.database else settings.journal_path

    def journal(self) -> Sequence[Path]:
        if self._journal is None:
            return []
        beside = self._journal.parent.glob(f"{self._journal.name}*")
        return sorted(path for path in beside if path.is_file())

    def everything(self) -> Sequence[Path]:
        """Name all files; not the journal that is shared: the same customer may be another's."""
        journal = self.journal()
        if not self._is_shared:
            return sorted({*files_below(self._data), *journal})
        others = self._data / COMPANIES
        own = {file for file in files_below(self._data) if not file.is_relative_to(others)}
        return sorted({*own, *self.logs()} - set(journal))

    def replaced(self) -> Sequence[Path]:
        """Name the folders of what was there before restores, and of a restore that broke off."""
        found = [path for path in self._installation.glob(REPLACED) if path.is_dir()]
        half = self._installation / HALF_RESTORED
        return sorted([*found, *([half] if half.is_dir() else [])])

    def remove_replaced(self) -> None:
        for folder in self.replaced():
            shutil.rmtree(folder, ignore_errors=True)

    def logs(self) -> Iterator[Path]:
        """Name the logs of a private Asterisk; ours go to whoever started the server."""
        yield from sorted((self._installation / LOGS).glob("*.log*"))

    def empty_logs(self, files: Sequence[Path]) -> None:
        """Empty them in their place: whoever writes a log goes on in the same file."""
        for log in self.logs():
            if log in files:
                with log.open("r+b") as file:
                    file.truncate(0)

    def logs_from_before(self, instant: datetime) -> Sequence[Path]:
        """Name the logs whose first line is older; each line of them begins with its day."""
        return [log for log in self.logs() if _first_day(log) < f"{instant:%Y-%m-%d}"]

    def old_replaced(self, before: datetime) -> Sequence[Path]:
        return [path for path in self.replaced() if path.stat().st_mtime < before.timestamp()]

    def name(self, file: Path) -> str:
        inside = file.is_relative_to(self._installation)
        return str(file.relative_to(self._installation) if inside else file)


def _first_day(log: Path) -> str:
    with log.open("rb") as file:
        begins = file.readline(1000).lstrip(b"[").decode(errors="replace")[:DATE_LENGTH]
    return begins or "9"
