"""Looks at the machine: its clock, its time zones, and the room on its disks."""

import ctypes
import os
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ringback.bootstrap.failures import CannotStart
from ringback.bootstrap.store import open_reader
from ringback.config.settings import Settings
from ringback.ports import JournalFailed

from .findings import Area, Finding, failure, ok, warning

AHEAD_MAX: Final = timedelta(seconds=5)
UNSYNCHRONISED: Final = 5
"""What the kernel calls its clock's state while nobody keeps it right (`TIME_ERROR`)."""
TIMEX_BYTES: Final = 512
ZONE: Final = "Europe/Paris"
BYTES_TOO_FEW: Final = 100_000_000
BYTES_FEW: Final = 1_000_000_000
RECORDING_BYTES_A_MINUTE: Final = 960_000
FILES_TOO_FEW: Final = 1_000


async def look_at_clock(settings: Settings) -> Sequence[Finding]:
    """Compare the clock with the journal, and ask the kernel whether somebody keeps it right."""
    return [*await _of_journal(settings), *of_kernel(_kernel_state()), *_of_zones()]


async def _of_journal(settings: Settings) -> Sequence[Finding]:
    last = await _last_instant(settings)
    now = datetime.now(UTC)
    if last is not None and last - now > AHEAD_MAX:
        return [
            warning(
                Area.CLOCK,
                "clock-set-back",
                f"The last thing that happened is of {last:%Y-%m-%d %H:%M:%S}, and it is"
                f" {now:%Y-%m-%d %H:%M:%S} UTC: the clock was set back, or was wrong before.",
                "Set the clock right. Until then Ringback goes on from the later instant.",
            )
        ]
    return [ok(Area.CLOCK, "clock", f"It is {now:%Y-%m-%d %H:%M:%S} UTC.")]


async def _last_instant(settings: Settings) -> datetime | None:
    """Give when the last fact became true, if there is a journal that can be read."""
    try:
        journal = await open_reader(settings)
    except (CannotStart, JournalFailed):
        return None
    try:
        last = await journal.last_sequence(settings.account_id)
        facts = await journal.read(settings.account_id, max(0, last - 1), 1)
        return facts[0].at if facts else None
    except JournalFailed:
        return None
    finally:
        await journal.close()


def _kernel_state() -> int | None:
    """Ask the kernel how its clock is kept, changing nothing; None where it does not say."""
    try:
        state: int = ctypes.CDLL(None).adjtimex(ctypes.create_string_buffer(TIMEX_BYTES))
    except (OSError, AttributeError):
        return None
    return state if state >= 0 else None


def of_kernel(state: int | None) -> Iterator[Finding]:
    """Tell whether the clock is kept right."""
    if state is None:
        yield ok(Area.CLOCK, "clock-sync-unknown", "Who keeps the clock right is not known here.")
    elif state == UNSYNCHRONISED:
        yield warning(
            Area.CLOCK,
            "clock-not-synchronised",
            "No time server keeps the clock of this machine right.",
            "Install one of chrony and systemd-timesyncd, or see why it does not reach its server.",
        )
    else:
        yield ok(Area.CLOCK, "clock-synchronised", "A time server keeps the clock right.")


def _of_zones() -> Iterator[Finding]:
    try:
        ZoneInfo(ZONE)
    except (ZoneInfoNotFoundError, OSError):
        yield failure(
            Area.CLOCK,
            "no-time-zones",
            "This machine has no data of time zones: opening hours cannot be judged.",
            "Install it (Debian: apt install tzdata).",
        )
    else:
        yield ok(Area.CLOCK, "time-zones", "The data of time zones is there.")


# ---- disk --------------------------------------------------------------------------------


async def look_at_disk(settings: Settings) -> Sequence[Finding]:
    """Look at the room for the journal, for recordings, and for what is made in passing."""
    places = {
        "what callers record": settings.voicemails,
        "the journal": settings.journal_path,
        "files in passing": Path(tempfile.gettempdir()),
    }
    if settings.storage.database is not None:
        del places["the journal"]
    by_disk: dict[int, tuple[Path, list[str]]] = {}
    for what, place in places.items():
        folder = next(each for each in (place, *place.absolute().parents) if each.is_dir())
        by_disk.setdefault(os.stat(folder).st_dev, (folder, []))[1].append(what)
    return [of_room(folder, what, os.statvfs(folder)) for folder, what in by_disk.values()]


def of_room(folder: Path, what: Sequence[str], room: os.statvfs_result) -> Finding:
    """Judge the room on one disk."""
    free = room.f_bavail * room.f_frsize
    told = f"{free / 1e9:,.1f} GB are free in {folder}, for {' and '.join(what)}"
    if free < BYTES_TOO_FEW or (room.f_files and room.f_favail < FILES_TOO_FEW):
        return failure(
            Area.DISK,
            "disk-full",
            f"{told}, with room for {room.f_favail:,} files.",
            "Free some space at once: with a full disk Ringback stops.",
        )
    if free < BYTES_FEW:
        minutes = free // RECORDING_BYTES_A_MINUTE
        return warning(
            Area.DISK,
            "disk-nearly-full",
            f"{told}: {minutes:,} minutes of messages.",
            "Free some space, or keep voicemails for fewer days (voicemails_kept_days).",
        )
    return ok(Area.DISK, "disk", f"{told}.")
