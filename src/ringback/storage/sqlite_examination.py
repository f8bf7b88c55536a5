"""Looks at where a journal's file lies without changing anything there: who writes it, how fast."""

import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

LOCKS: Final = Path("/proc/locks")
MOUNTS: Final = Path("/proc/self/mounts")
SYNCS: Final = 20
SYNCED_BYTES: Final = 4096


def writer_of(path: Path, locks: Path = LOCKS) -> int | None:
    """Give the process that has taken a journal; None where nobody has, as far as can be told.

    It reads what the kernel lists: to try the lock would keep a server out that starts meanwhile.
    """
    try:
        about = os.stat(path.with_name(path.name + ".lock"))
        listed = locks.read_text().splitlines()
    except OSError:
        return None
    place = f"{os.major(about.st_dev):02x}:{os.minor(about.st_dev):02x}:{about.st_ino}"
    for line in listed:
        match line.split():
            case [_, "FLOCK", _, "WRITE", pid, where, *_] if where == place:
                return int(pid)
    return None


def sync_seconds(folder: Path) -> Sequence[float]:
    """Write and sync a nameless file some times, as commits do; give how long each took, sorted.

    Raises `OSError` where none can be made.
    """
    descriptor = os.open(folder, os.O_TMPFILE | os.O_RDWR, 0o600)
    try:
        return sorted(_synced(descriptor) for _ in range(SYNCS))
    finally:
        os.close(descriptor)


def _synced(descriptor: int) -> float:
    began = time.perf_counter()
    os.write(descriptor, b"\0" * SYNCED_BYTES)
    os.fsync(descriptor)
    return time.perf_counter() - began


def filesystem_of(folder: Path, mounts: Path = MOUNTS) -> str:
    """Name the kind of file system that holds a folder; empty where that is not known."""
    place = os.path.realpath(folder)
    best, kind = "", ""
    try:
        lines = mounts.read_text().splitlines()
    except OSError:
        return ""
    for line in lines:
        _, point, found, *_ = line.split(" ")
        point = point.encode().decode("unicode_escape")
        inside = place == point or place.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, found
    return kind
