"""What the doctor finds: one sentence each, and what to do."""

from dataclasses import dataclass
from enum import StrEnum

from ringback.config.settings import Settings


class Area(StrEnum):
    """What is looked at, in the order in which it is told."""

    CONFIGURATION = "configuration"
    SERVER = "server"
    STORAGE = "storage"
    PHONES = "phones"
    SOUNDS = "sounds"
    CLOCK = "clock"
    DISK = "disk"
    FILES = "files"


class Level(StrEnum):
    OK = "ok"
    WARNING = "warning"
    """Ringback works, but not for long or not as it should."""
    FAILURE = "failure"
    """Something does not work."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; `code` is stable, `remedy` is empty when nothing is to be done."""

    area: Area
    level: Level
    code: str
    sentence: str
    remedy: str = ""


def ok(area: Area, code: str, sentence: str) -> Finding:
    return Finding(area, Level.OK, code, sentence)


def warning(area: Area, code: str, sentence: str, remedy: str) -> Finding:
    return Finding(area, Level.WARNING, code, sentence, remedy)


def failure(area: Area, code: str, sentence: str, remedy: str) -> Finding:
    return Finding(area, Level.FAILURE, code, sentence, remedy)


def whose(company: Settings) -> str:
    """Begin a sentence about one of several companies; nothing where there is only one."""
    return f"Company {company.account_id}: " if company.is_shared else ""
