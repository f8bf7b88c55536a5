"""Run an Asterisk of ours as a child process, from its private root or from the machine's own."""

import os
import re
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn, Self

VERSION_MIN: Final = (22, 10, 1)
STATE_DIRECTORIES: Final = ("lib", "cache", "spool", "spool/recording", "run", "log")

ENTER_ROOT: Final = """
set -eu
root=$1; shift
home=$root/mnt
mount -t tmpfs -o mode=755 tmpfs "$home"
for name in usr etc; do mkdir "$home/$name"; mount --bind "$root/$name" "$home/$name"; done
for name in bin sbin lib lib64; do
  if [ -L "$root/$name" ]; then cp -P "$root/$name" "$home/$name"; fi
done
for name in hosts resolv.conf; do
  if [ -f "/etc/$name" ]; then
    [ -e "$root/etc/$name" ] || : >"$root/etc/$name"
    mount --bind "/etc/$name" "$home/etc/$name"
  fi
done
mkdir -p "$home/var/lib" "$home/tmp"
for name in proc dev sys; do mkdir "$home/$name"; mount --rbind "/$name" "$home/$name"; done
while [ "$1" != -- ]; do
  mkdir -p "$home$1"; mount --bind "$1" "$home$1"; shift
done
shift
exec chroot "$home" "$@"
"""


class AsteriskUnavailable(Exception):
    """There is no Asterisk that can be started here."""


@dataclass(frozen=True, slots=True)
class AsteriskProgram:
    """An Asterisk that can be started; `root` is None for the machine's own."""

    version: tuple[int, ...]
    root: Path | None


def parse_version(text: str) -> tuple[int, ...] | None:
    """Read `Asterisk 22.10.1+dfsg…` as (22, 10, 1); None when no version is named."""
    found = re.search(r"(\d+)\.(\d+)\.(\d+)", text)
    return tuple(int(part) for part in found.groups()) if found else None


def find_program(root: Path) -> AsteriskProgram:
    """Give the machine's own Asterisk when it is recent enough, else the one in `root`."""
    own = shutil.which("asterisk")
    if own is not None:
        version = parse_version(_output(own, "-V"))
        if version is not None and version >= VERSION_MIN:
            return AsteriskProgram(version, root=None)
    version = version_in(root)
    if version is None:
        raise AsteriskUnavailable(
            f"There is no Asterisk in {root}. Run `ringback asterisk install` as root."
        )
    if version < VERSION_MIN:
        raise AsteriskUnavailable(
            f"The Asterisk in {root} is {_dotted(version)}; {_dotted(VERSION_MIN)} is needed. "
            "Run `ringback asterisk install` again."
        )
    if os.geteuid() != 0:
        raise AsteriskUnavailable("Only root can start the Asterisk of a private root.")
    return AsteriskProgram(version, root)


def version_in(root: Path) -> tuple[int, ...] | None:
    """Read the version of the Asterisk installed in `root` from its package's record."""
    try:
        status = (root / "var/lib/dpkg/status").read_text(errors="replace")
    except OSError:
        return None
    found = re.search(
        r"^Package: asterisk\n(?:\S.*\n|\s.*\n)*?Version: (.*)$", status, re.MULTILINE
    )
    return parse_version(found[1]) if found else None


class PrivateAsterisk:
    """One Asterisk process of ours, in its own process group.

    `configuration` is a directory made by `write_configuration`; `readable` are the directories
    of prompts and music. With `ends_with_us` the kernel kills it when the thread that called
    `start` ends; without, it outlives us and its calls stay up.
    """

    def __init__(
        self,
        program: AsteriskProgram,
        *,
        configuration: Path,
        state: Path,
        readable: tuple[Path, ...] = (),
        ends_with_us: bool = False,
    ) -> None:
        self._program = program
        self._configuration = configuration
        self._state = state
        self._readable = readable
        self._ends_with_us = ends_with_us
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        if self._process is None:
            raise AsteriskUnavailable("Asterisk has not been started.")
        return self._process.pid

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start Asterisk; it is ready when its ARI answers."""
        self._make_state()
        with (self._state / "log" / "console.log").open("ab") as console:
            self._process = subprocess.Popen(
                self._command(),
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                cwd="/",
            )

    def become(self) -> NoReturn:
        """Give this process to Asterisk, which then says on the terminal what it has to say."""
        self._make_state()
        os.chdir("/")
        command = self._command()
        os.execvp(command[0], command)  # noqa: S606 - all words of it are ours

    def _make_state(self) -> None:
        for name in STATE_DIRECTORIES:
            (self._state / name).mkdir(parents=True, exist_ok=True)

    def stop(self, *, seconds_max: float = 5.0) -> None:
        """Ask Asterisk to end, and kill it when it has not within `seconds_max`."""
        if self.running:
            self._signal(signal.SIGTERM)
            deadline = time.monotonic() + seconds_max
            while self.running and time.monotonic() < deadline:
                time.sleep(0.02)
        self.kill()

    def kill(self) -> None:
        """Kill Asterisk and whatever it started, and wait for its end."""
        if self._process is not None:
            self._signal(signal.SIGKILL)
            self._process.wait()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _signal(self, number: signal.Signals) -> None:
        if self._process is not None and self._process.poll() is None:
            os.killpg(self._process.pid, number)

    def _command(self) -> list[str]:
        configuration = str(self._configuration / "asterisk.conf")
        asterisk = ["asterisk", "-f", "-g", "-C", configuration]
        if self._program.root is None:
            command = asterisk
        else:
            shared = [str(path) for path in (self._configuration, self._state, *self._readable)]
            command = ["unshare", "--mount", "--propagation", "private", "sh", "-c", ENTER_ROOT]
            command += ["sh", str(self._program.root), *shared, "--", *asterisk]
        ends = ["setpriv", "--pdeathsig", "KILL"] if self._ends_with_us else []
        return [*ends, *command]


def _output(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))
