"""The machine as it stands: the room on its disks, and whether its clock can be relied upon."""

import ctypes
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final

APART_MAX: Final = timedelta(seconds=5)
UNSYNCHRONISED: Final = 5
"""What the kernel calls its clock's state while nobody keeps it right (`TIME_ERROR`)."""
TIMEX_BYTES: Final = 512
BYTES_TOO_FEW: Final = 100_000_000
BYTES_FEW: Final = 1_000_000_000
FILES_TOO_FEW: Final = 1_000


class RoomState(StrEnum):
    ENOUGH = "enough"
    NEARLY_FULL = "nearly-full"
    FULL = "full"
    """With a full disk Ringback stops."""


class Held(StrEnum):
    """What lies on a disk."""

    JOURNAL = "journal"
    RECORDINGS = "recordings"
    PASSING = "passing"
    """What is made in passing, such as an export."""


@dataclass(frozen=True, slots=True)
class Room:
    """One disk, and what lies on it."""

    folder: Path
    holds: Sequence[Held]
    state: RoomState
    free_bytes: int
    whole_bytes: int
    free_files: int


class ClockState(StrEnum):
    SYNCHRONISED = "synchronised"
    NOT_SYNCHRONISED = "not-synchronised"
    """No time server keeps it right."""
    UNKNOWN = "unknown"
    """The machine does not say who keeps it right."""
    APART = "apart"
    """The machine's clock was set while the server ran, or before its last fact."""


@dataclass(frozen=True, slots=True)
class Machine:
    """Tells how the machine stands; asks the system each time, which may take a while."""

    places: Mapping[Held, Path] = field(default_factory=dict)

    def rooms(self) -> Sequence[Room]:
        """Look at each disk once, whatever lies on it."""
        by_disk: dict[int, tuple[Path, list[Held]]] = {}
        for held, place in self.places.items():
            folder = next(each for each in (place, *place.absolute().parents) if each.is_dir())
            by_disk.setdefault(os.stat(folder).st_dev, (folder, []))[1].append(held)
        return [room_of(folder, holds, os.statvfs(folder)) for folder, holds in by_disk.values()]

    def clock(self, believed: datetime, now: Callable[[], datetime] | None = None) -> ClockState:
        """Judge the machine's clock, by what the server believes that it is as well."""
        at = datetime.now(UTC) if now is None else now()
        if abs(believed - at) > APART_MAX:
            return ClockState.APART
        return clock_state(kernel_state())


def room_of(folder: Path, holds: Sequence[Held], told: os.statvfs_result) -> Room:
    """Judge the room on one disk."""
    free = told.f_bavail * told.f_frsize
    state = RoomState.ENOUGH
    if free < BYTES_TOO_FEW or (told.f_files and told.f_favail < FILES_TOO_FEW):
        state = RoomState.FULL
    elif free < BYTES_FEW:
        state = RoomState.NEARLY_FULL
    return Room(folder, tuple(holds), state, free, told.f_blocks * told.f_frsize, told.f_favail)


def kernel_state() -> int | None:
    """Ask the kernel how its clock is kept, changing nothing; None where it does not say."""
    try:
        state: int = ctypes.CDLL(None).adjtimex(ctypes.create_string_buffer(TIMEX_BYTES))
    except (OSError, AttributeError):
        return None
    return state if state >= 0 else None


def clock_state(kernel: int | None) -> ClockState:
    """Tell whether somebody keeps the clock right."""
    if kernel is None:
        return ClockState.UNKNOWN
    return ClockState.NOT_SYNCHRONISED if kernel == UNSYNCHRONISED else ClockState.SYNCHRONISED
