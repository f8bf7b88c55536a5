"""Runs every look of the doctor, one after the other; none of them changes anything."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from ringback.config.settings import Settings

from .findings import Area, Finding, failure
from .installation import look_at_configuration, look_at_files, look_at_server
from .machine import look_at_clock, look_at_disk
from .people import look_at_people
from .phones import look_at_phones
from .sounds import look_at_sounds
from .storage import look_at_storage

LOOKS: Final[Sequence[tuple[Area, Callable[[Settings], Awaitable[Sequence[Finding]]]]]] = (
    (Area.CONFIGURATION, look_at_configuration),
    (Area.SERVER, look_at_server),
    (Area.STORAGE, look_at_storage),
    (Area.STORAGE, look_at_people),
    (Area.PHONES, look_at_phones),
    (Area.SOUNDS, look_at_sounds),
    (Area.CLOCK, look_at_clock),
    (Area.DISK, look_at_disk),
    (Area.FILES, look_at_files),
)


async def examine_installation(settings: Settings) -> Sequence[Finding]:
    """Look everything over, with a server beside or without one."""
    findings: list[Finding] = []
    for area, look in LOOKS:
        try:
            findings += await look(settings)
        except OSError as failed:
            findings.append(
                failure(
                    area,
                    "could-not-look",
                    f"Something could not be looked at: {failed}.",
                    "Run the doctor as the user who runs Ringback.",
                )
            )
    return findings
