"""Looks at where facts are kept: writable, sound, up to date, in whose hands, and how fast."""

import asyncio
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from ringback.config.settings import Settings
from ringback.ports import JournalFailed
from ringback.storage.postgres_examination import DatabaseStanding, examine
from ringback.storage.sqlite_examination import filesystem_of, sync_seconds, writer_of
from ringback.storage.sqlite_file import look_over

from .findings import Area, Finding, failure, ok, warning

SYNC_SECONDS_MAX: Final = 0.02
"""Callers wait that long for a confirmation, beside all else."""
ANSWER_SECONDS_MAX: Final = 0.02
OVER_A_NETWORK: Final = frozenset({"nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "glusterfs"})
IN_MEMORY: Final = frozenset({"tmpfs", "ramfs"})
HERE: Final = Area.STORAGE


async def look_at_storage(settings: Settings) -> Sequence[Finding]:
    """Look at the file or the database of the settings."""
    database = settings.storage.database
    if database is None:
        return await asyncio.to_thread(lambda: [*_of_file(settings.journal_path)])
    try:
        return [*_of_database(await examine(database.get_secret_value()))]
    except JournalFailed as failed:
        return [failure(HERE, "database-unusable", str(failed), "See docs/operations.md.")]


# ---- a file ------------------------------------------------------------------------------


def _of_file(path: Path) -> Iterator[Finding]:
    folder = path.parent
    if path.exists():
        yield from _of_journal(path)
    else:
        yield ok(
            HERE, "no-journal-yet", f"There is no journal at {path}: the first start makes it."
        )
    if not folder.is_dir():
        if path.exists() or not _can_be_made(folder):
            yield failure(
                HERE,
                "journal-folder-missing",
                f"The directory {folder} does not exist.",
                "Make it, owned by the user who runs Ringback.",
            )
        return
    if not os.access(folder, os.W_OK | os.X_OK):
        yield failure(
            HERE,
            "journal-folder-not-writable",
            f"{folder} cannot be written by this user.",
            "Give it to the user who runs Ringback, or run the doctor as that user.",
        )
        return
    yield from _of_filesystem(folder)
    yield from _of_syncs(folder)


def _can_be_made(folder: Path) -> bool:
    parent = next((each for each in folder.parents if each.exists()), folder)
    return os.access(parent, os.W_OK | os.X_OK)


def _of_journal(path: Path) -> Iterator[Finding]:
    if not os.access(path, os.R_OK | os.W_OK):
        yield failure(
            HERE,
            "journal-not-writable",
            f"{path} cannot be read and written by this user.",
            "Give it to the user who runs Ringback, or run the doctor as that user.",
        )
        return
    try:
        lacking = look_over(path)
    except JournalFailed as failed:
        sentence, _, remedy = str(failed).partition(": ")
        yield failure(HERE, "journal-unusable", f"{sentence}.", f"Do this: {remedy}")
        return
    yield ok(HERE, "journal-sound", f"{path} was read to the end and is sound.")
    if lacking:
        yield warning(
            HERE,
            "migrations-pending",
            f"{path} is of an older release: the next start brings it up to date.",
            "Make a backup with the release that wrote it before you start this one.",
        )
    writer = writer_of(path)
    who = "No server is seen to write it." if writer is None else f"The process {writer} writes it."
    yield ok(HERE, "writer", who)


def _of_filesystem(folder: Path) -> Iterator[Finding]:
    kind = filesystem_of(folder)
    if kind in OVER_A_NETWORK:
        yield failure(
            HERE,
            "journal-over-a-network",
            f"{folder} lies on {kind}, over a network: a journal in a file may break there.",
            "Put storage.path on a disk of this machine, or take PostgreSQL (storage.database).",
        )
    elif kind in IN_MEMORY:
        yield warning(
            HERE,
            "journal-in-memory",
            f"{folder} is kept in memory ({kind}): everything is gone with the machine.",
            "Put data_directory or storage.path on a disk.",
        )


def _of_syncs(folder: Path) -> Iterator[Finding]:
    try:
        taken = sync_seconds(folder)
    except OSError as failed:
        yield failure(
            HERE,
            "disk-fails",
            f"Nothing can be written and synced in {folder} ({failed.strerror}).",
            "Look whether the disk is full or failing.",
        )
        return
    median, slowest = taken[len(taken) // 2], taken[-1]
    told = f"the disk syncs in {median * 1000:.1f} ms, at worst {slowest * 1000:.1f} ms"
    if median > SYNC_SECONDS_MAX:
        yield warning(
            HERE,
            "syncs-slowly",
            f"Callers wait for their confirmation: {told}.",
            "Take a faster disk for the journal, or look what else keeps this one busy.",
        )
    else:
        yield ok(HERE, "syncs-fast", f"{told[0].upper()}{told[1:]}.")


# ---- a database --------------------------------------------------------------------------


def _of_database(found: DatabaseStanding) -> Iterator[Finding]:
    name = f"{found.name[0].upper()}{found.name[1:]}"
    yield ok(HERE, "database", f"{name} answers; it is PostgreSQL {found.version}.")
    if found.is_empty:
        yield ok(HERE, "database-empty", "It is empty: the first start makes the journal.")
        return
    if found.migrations_pending:
        yield warning(
            HERE,
            "database-migrations-pending",
            "The journal is of an older release: the next start brings it up to date.",
            "Back the database up with pg_dump before you start this release.",
        )
    who = f"The server on {found.writer} writes it." if found.writer else "No server writes it."
    yield ok(HERE, "database-writer", who)
    if found.fsync != "on":
        yield failure(
            HERE,
            "database-without-fsync",
            "The database does not sync its disk: what was confirmed is lost with the power.",
            "Set fsync = on in postgresql.conf.",
        )
    standbys = f"{found.standbys} standby servers have each commit before it counts."
    yield ok(HERE, "database-standbys", standbys)
    told = f"It answers a question in {found.answer_seconds * 1000:.1f} ms."
    if found.answer_seconds > ANSWER_SECONDS_MAX:
        yield warning(
            HERE,
            "database-slow",
            told,
            "Put it nearer to Ringback: callers wait for each commit.",
        )
    else:
        yield ok(HERE, "database-fast", told)
