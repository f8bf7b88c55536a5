"""Install a recent Asterisk into a private root, for machines whose own is missing or too old."""

import fcntl
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from .private_asterisk import VERSION_MIN, version_in

ROOT_VARIABLE: Final = "RINGBACK_ASTERISK_ROOT"
SUITE: Final = "sid"
PACKAGES: Final = "asterisk,asterisk-core-sounds-en-wav"
INSTALL_SECONDS_MAX: Final = 1800


class InstallRefused(Exception):
    """Asterisk cannot be installed here; `code` is stable, the message says what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def default_root(environment: Mapping[str, str]) -> Path:
    """Give the root named by RINGBACK_ASTERISK_ROOT, else the one in the user's cache."""
    named = environment.get(ROOT_VARIABLE)
    return Path(named) if named else Path.home() / ".cache" / "ringback" / "asterisk-root"


def install(root: Path, progress: Callable[[str], None]) -> None:
    """Make `root` hold an Asterisk of at least the version we need; do nothing when it does.

    An interrupted installation leaves `root` untouched and is begun anew the next time. Raises
    `InstallRefused` with one of the codes `not-root`, `mmdebstrap-missing`, `in-progress`,
    `download-failed`, `version-too-old`.
    """
    if _is_good(root):
        progress(f"Asterisk is installed in {root}.")
        return
    if os.geteuid() != 0:
        raise InstallRefused("not-root", "Only root can make a private root. Use sudo.")
    mmdebstrap = shutil.which("mmdebstrap")
    if mmdebstrap is None:
        raise InstallRefused(
            "mmdebstrap-missing", "mmdebstrap is missing. Install it with: apt install mmdebstrap"
        )
    root.parent.mkdir(parents=True, exist_ok=True)
    with root.with_name(f"{root.name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as busy:
            raise InstallRefused(
                "in-progress", f"Another installation into {root} is under way."
            ) from busy
        _build_and_put_in_place(mmdebstrap, root, progress)


def _build_and_put_in_place(mmdebstrap: str, root: Path, progress: Callable[[str], None]) -> None:
    building = root.with_name(f"{root.name}.building")
    replaced = root.with_name(f"{root.name}.replaced")
    for leftover in (building, replaced):
        if leftover.exists():
            progress(f"Removing {leftover}, left over from an interrupted installation.")
            shutil.rmtree(leftover)
    progress(f"Downloading Asterisk from Debian {SUITE}, about 360 MB.")
    _build(mmdebstrap, building)
    version = version_in(building)
    if version is None or version < VERSION_MIN:
        shutil.rmtree(building)
        raise InstallRefused(
            "version-too-old",
            f"Debian {SUITE} gave Asterisk {_dotted(version)}; {_dotted(VERSION_MIN)} is needed.",
        )
    if root.exists():
        root.rename(replaced)
    building.rename(root)
    if replaced.exists():
        shutil.rmtree(replaced)
    progress(f"Asterisk {_dotted(version)} is installed in {root}.")


def _build(mmdebstrap: str, building: Path) -> None:
    command = [
        mmdebstrap,
        "--variant=minbase",
        "--mode=root",
        '--aptopt=Acquire::Check-Valid-Until "false"',
        '--aptopt=APT::Install-Recommends "false"',
        f"--include={PACKAGES}",
        SUITE,
        str(building),
    ]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=INSTALL_SECONDS_MAX, check=False
        )
    except subprocess.TimeoutExpired as late:
        raise InstallRefused("download-failed", "The installation took too long.") from late
    if done.returncode != 0:
        last_lines = "\n".join(done.stderr.splitlines()[-5:])
        raise InstallRefused("download-failed", f"mmdebstrap failed:\n{last_lines}")


def _is_good(root: Path) -> bool:
    version = version_in(root)
    return version is not None and version >= VERSION_MIN


def _dotted(version: tuple[int, ...] | None) -> str:
    return "none" if version is None else ".".join(map(str, version))
