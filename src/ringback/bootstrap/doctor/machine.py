"""Looks at the machine: its clock, its time zones, and the room on its disks."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ringback.bootstrap.failures import CannotStart
from ringback.bootstrap.places import places_of
from ringback.bootstrap.store import open_reader
from ringback.config.settings import Settings
from ringback.ports import JournalFailed
from ringback.runtime.machine import (
    APART_MAX,
    ClockState,
    Held,
    Machine,
    Room,
    RoomState,
    clock_state,
    kernel_state,
)

from .findings import Area, Finding, failure, ok, warning

ZONE: Final = "Europe/Paris"
RECORDING_BYTES_A_MINUTE: Final = 960_000


async def look_at_clock(settings: Settings) -> Sequence[Finding]:
    """Compare the clock with the journal, and ask the kernel whether somebody keeps it right."""
    return [*await _of_journal(settings), *of_kernel(kernel_state()), *_of_zones()]


async def _of_journal(settings: Settings) -> Sequence[Finding]:
    last = await _last_instant(settings)
    now = datetime.now(UTC)
    if last is not None and last - now > APART_MAX:
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


def of_kernel(state: int | None) -> Iterator[Finding]:
    """Tell whether the clock is kept right."""
    if clock_state(state) is ClockState.UNKNOWN:
        yield ok(Area.CLOCK, "clock-sync-unknown", "Who keeps the clock right is not known here.")
    elif clock_state(state) is ClockState.NOT_SYNCHRONISED:
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

WORDS: Final[Mapping[Held, str]] = {
    Held.RECORDINGS: "what callers record",
    Held.JOURNAL: "the journal",
    Held.PASSING: "files in passing",
}


async def look_at_disk(settings: Settings) -> Sequence[Finding]:
    """Look at the room for the journal, for recordings, and for what is made in passing."""
    return list(map(of_room, Machine(places_of(settings)).rooms()))


def of_room(room: Room) -> Finding:
    """Judge the room on one disk."""
    what = " and ".join(WORDS[held] for held in room.holds)
    told = f"{room.free_bytes / 1e9:,.1f} GB are free in {room.folder}, for {what}"
    match room.state:
        case RoomState.FULL:
            return failure(
                Area.DISK,
                "disk-full",
                f"{told}, with room for {room.free_files:,} files.",
                "Free some space at once: with a full disk Ringback stops.",
            )
        case RoomState.NEARLY_FULL:
            minutes = room.free_bytes // RECORDING_BYTES_A_MINUTE
            return warning(
                Area.DISK,
                "disk-nearly-full",
                f"{told}: {minutes:,} minutes of messages.",
                "Free some space, or keep voicemails for fewer days (voicemails_kept_days).",
            )
        case RoomState.ENOUGH:
            return ok(Area.DISK, "disk", f"{told}.")
