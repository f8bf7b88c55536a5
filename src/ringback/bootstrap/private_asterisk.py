"""Keeps the private Asterisk: it outlives the server, so that its calls stay up."""

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

from ringback.config.settings import Settings
from ringback.speech.catalogue import waiting_music_file
from ringback.telephony.asterisk.configuration import AsteriskSettings, write_configuration
from ringback.telephony.asterisk.install import default_root
from ringback.telephony.asterisk.patterns import UnsafeValue
from ringback.telephony.asterisk.private_asterisk import (
    AsteriskUnavailable,
    PrivateAsterisk,
    find_program,
)

from .asterisk_phones import ari_settings
from .data_directory import make_data_directory
from .failures import CannotStart
from .prompts import PromptFinder

STOP_SECONDS_MAX = 10.0


@dataclass(frozen=True, slots=True)
class _Process:
    """A process that cannot be mistaken for another one with the same id."""

    pid: int
    started: str


class AsteriskKeeper:
    """Starts the private Asterisk, finds it again after our own restart, and stops it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._directory = settings.data.resolve() / "asterisk"
        self._pid_file = self._directory / "pid"

    @property
    def root(self) -> Path:
        given = self._settings.asterisk.root
        return default_root(os.environ) if given is None else given.expanduser()

    def running(self) -> int | None:
        """Give the process id of the Asterisk we started, if it still runs."""
        process = self._recorded()
        return None if process is None else process.pid

    def start(self) -> tuple[int, bool]:
        """Start it unless it runs; give its process id and whether it was started just now.

        Raises `CannotStart`.
        """
        pid = self.running()
        if pid is not None:
            return pid, False
        asterisk = self._prepared()
        asterisk.start()
        self._record(asterisk.pid)
        return asterisk.pid, True

    def become(self) -> NoReturn:
        """Make this process the Asterisk, for whoever watches over processes.

        Raises `CannotStart`, also when it runs already.
        """
        pid = self.running()
        if pid is not None:
            raise CannotStart(f"Asterisk is running already (process {pid}): stop that one first.")
        asterisk = self._prepared()
        self._record(os.getpid())
        asterisk.become()

    def _prepared(self) -> PrivateAsterisk:
        """Write the configuration of an Asterisk that may be started then."""
        make_data_directory(self._settings.data)
        music = waiting_music_file().parent
        companies = self._settings.every_company
        spoken = [PromptFinder(each.data.resolve()).spoken for each in companies]
        for folder in spoken:
            folder.mkdir(parents=True, exist_ok=True)
        try:
            program = find_program(self.root)
            write_configuration(self._directory / "etc", self._asterisk_settings(music))
        except (AsteriskUnavailable, UnsafeValue) as failure:
            raise CannotStart(str(failure)) from failure
        return PrivateAsterisk(
            program,
            configuration=self._directory / "etc",
            state=self._directory / "state",
            readable=(music, music.parent / "prompts", *spoken),
        )

    def stop(self) -> bool:
        """End it with all its calls; tell whether there was one."""
        process = self._recorded()
        if process is None:
            return False
        os.killpg(process.pid, signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS_MAX
        while self._recorded() is not None and time.monotonic() < deadline:
            time.sleep(0.05)
        if self._recorded() is not None:
            os.killpg(process.pid, signal.SIGKILL)
        self._pid_file.unlink(missing_ok=True)
        return True

    def _asterisk_settings(self, music: Path) -> AsteriskSettings:
        ari, asterisk = ari_settings(self._settings), self._settings.asterisk
        return AsteriskSettings(
            app=ari.app,
            ari_user=ari.user,
            ari_password=ari.password,
            http_port=urlsplit(ari.url).port or 8088,
            stun_server=asterisk.stun_server,
            sip_address=asterisk.sip_address,
            sip_port=asterisk.sip_port,
            rtp_ports=(asterisk.rtp_port_first, asterisk.rtp_port_last),
            state_directory=self._directory / "state",
            music_directory=music,
        )

    def _recorded(self) -> _Process | None:
        try:
            pid, started = self._pid_file.read_text().split()
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return None
        return _Process(int(pid), started) if _start_of(int(pid)) == started else None

    def _record(self, pid: int) -> None:
        fresh = self._pid_file.with_name(".pid.new")
        fresh.write_text(f"{pid} {_start_of(pid)}\n")
        fresh.replace(self._pid_file)


def _start_of(pid: int) -> str | None:
    """Read when a living process began, in the kernel's ticks."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return None
    state, *fields = stat.rpartition(")")[2].split()
    return None if state == "Z" else fields[18]
