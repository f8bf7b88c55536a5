"""Restores a backup: looked over as a whole first, then put in place, or nothing is changed."""

import json
import os
import shutil
import time
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from ringback.config.settings import COMPANIES, Settings
from ringback.core.ids import AccountId
from ringback.runtime.recovery import PAGE
from ringback.storage.sqlite import SqliteJournal
from ringback.storage.sqlite_file import take

from .backup import (
    CHUNK,
    DATA,
    FILES,
    FOLDERS,
    FORMAT,
    JOURNAL,
    MANIFEST,
    Told,
    places_of,
)
from .data_directory import make_data_directory, sync_folder
from .failures import CannotStart
from .halting import MARK

UNFINISHED = "restore-unfinished"
_STAGE = ".restoring"


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in place, and where lies what was there before."""

    made_at: str
    sequences: Mapping[str, int]
    moved_to: Path | None


class BackupRefused(CannotStart):
    """The backup is damaged, newer or no backup; nothing was changed."""


def refuse_unfinished_restore(settings: Settings) -> None:
    """Raise `CannotStart` where a restore was interrupted while it put things in place."""
    if (settings.data / UNFINISHED).exists():
        raise CannotStart(
            f"A restore into {settings.data} was interrupted: do it again with --replace."
            " What was there before lies in a folder replaced-… there."
        )


async def restore_backup(
    settings: Settings, source: Path, *, replace: bool, told: Told
) -> Restored:
    """Put a backup in the place of what is kept; the next start then halts callbacks.

    Raises `CannotStart`, and `JournalFailed` for a journal that is unsound or in use.
    """
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = _manifest(archive, source)
            _refuse_other_store(settings, manifest, source)
            return await _restore(settings, archive, manifest, replace=replace, told=told)
    except (zipfile.BadZipFile, EOFError, zipfile.LargeZipFile, NotImplementedError) as damage:
        raise BackupRefused(
            f"{source} is damaged, or no backup of Ringback ({damage})."
        ) from damage
    except OSError as failure:
        raise CannotStart(
            f"The backup {source} cannot be restored ({failure.strerror or failure})."
        ) from failure


async def _restore(
    settings: Settings,
    archive: zipfile.ZipFile,
    manifest: Mapping[str, Any],
    *,
    replace: bool,
    told: Told,
) -> Restored:
    make_data_directory(settings.data)
    there = [path for path in _places(settings) if path.exists()]
    if (there or (settings.data / UNFINISHED).exists()) and not replace:
        raise CannotStart(
            f"{settings.data} holds an installation already: nothing was changed. With --replace it"
            " is moved aside, and the backup takes its place."
        )
    with _taken(settings), _stage(settings) as stage:
        _unpack(archive, manifest["files"], stage, told)
        if JOURNAL in manifest["files"]:
            await _look_over(stage / JOURNAL, manifest["last_sequences"], told)
        moved_to = _put_in_place(settings, stage, there)
    return Restored(manifest["at"], manifest["last_sequences"], moved_to)


# ---- looking over ------------------------------------------------------------------------


def _manifest(archive: zipfile.ZipFile, source: Path) -> Mapping[str, Any]:
    try:
        found = json.loads(archive.read(MANIFEST))
        made_with, files = int(found["ringback_backup"]), dict(found["files"])
        found["at"], found["version"], found["last_sequences"].items()
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError) as wrong:
        raise BackupRefused(f"{source} is no backup of Ringback: it has no manifest.") from wrong
    if made_with > FORMAT:
        raise BackupRefused(
            f"{source} was made by Ringback {found['version']}, which is newer: install that"
            " release first."
        )
    if sorted(archive.namelist()) != sorted([*files, MANIFEST]):
        raise BackupRefused(f"{source} is damaged: it does not hold what its manifest names.")
    for name in files:
        if not _is_ours(name):
            raise BackupRefused(f"{source} is no backup of Ringback: it holds {name!r}.")
    return dict(found)


def _is_ours(name: str) -> bool:
    """Tell whether a name lies where backups keep things; none leads out of the data directory."""
    if name == JOURNAL:
        return True
    path = PurePosixPath(name)
    if not name.startswith(DATA) or "\\" in name or ".." in path.parts or str(path) != name:
        return False
    inside = path.parts[1:]
    if inside[0] == COMPANIES:
        inside = inside[2:]
    return (len(inside) == 1 and inside[0] in FILES) or (len(inside) > 1 and inside[0] in FOLDERS)


def _refuse_other_store(settings: Settings, manifest: Mapping[str, Any], source: Path) -> None:
    in_file = settings.storage.database is None
    if in_file and JOURNAL not in manifest["files"]:
        raise BackupRefused(
            f"{source} holds no journal, since that was in PostgreSQL: set storage.database, and"
            " restore the database with pg_restore."
        )
    if not in_file and JOURNAL in manifest["files"]:
        raise BackupRefused(
            f"{source} holds a journal in a file, and the settings name a database: restore it"
            " without storage.database."
        )


def _unpack(archive: zipfile.ZipFile, digests: Mapping[str, str], stage: Path, told: Told) -> None:
    for number, (name, wanted) in enumerate(digests.items(), 1):
        path = stage / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        digest = sha256()
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with archive.open(name) as packed, open(descriptor, "wb") as file:
            while part := packed.read(CHUNK):
                digest.update(part)
                file.write(part)
            file.flush()
            os.fsync(file.fileno())
        if digest.hexdigest() != wanted:
            raise BackupRefused(f"The backup is damaged: {name} is not as its manifest says.")
        at = time.mktime((*archive.getinfo(name).date_time, 0, 0, -1))
        os.utime(path, (at, at))
        told("Unpacking", number / len(digests))


async def _look_over(path: Path, sequences: Mapping[str, int], told: Told) -> None:
    """Read every fact, customer and note; raises unless all are sound and the manifest's."""
    journal = SqliteJournal.open(path)
    try:
        for account, last in sequences.items():
            account_id, sequence = AccountId(account), 0
            while facts := await journal.read(account_id, sequence, PAGE):
                sequence = facts[-1].sequence
                told("Reading the journal", min(sequence / last, 1))
            if sequence != last:
                raise BackupRefused(
                    f"The backup is damaged: its journal ends at fact {sequence}, not at {last}."
                )
            await journal.customers(account_id)
            await _read_notes(journal, account_id)
        if sorted(await journal.accounts()) != sorted(sequences):
            raise BackupRefused("The backup is damaged: its journal is of other accounts.")
        await journal.people.end_all_sessions()
    finally:
        await journal.close()


async def _read_notes(journal: SqliteJournal, account_id: AccountId) -> None:
    last = None
    while notes := await journal.notes(account_id, last, PAGE):
        last = notes[-1].id


# ---- putting in place --------------------------------------------------------------------


def _places(settings: Settings) -> Iterator[Path]:
    """Name everything that a restore puts in place or moves away, the journal first."""
    if settings.storage.database is None:
        journal = settings.journal_path
        yield from (journal, *(journal.with_name(journal.name + end) for end in ("-wal", "-shm")))
    yield from places_of(settings.data)


@contextmanager
def _taken(settings: Settings) -> Iterator[None]:
    """Keep every server out of a journal's file; a database keeps its own writer."""
    if settings.storage.database is not None:
        yield
        return
    taken = take(settings.journal_path)
    try:
        yield
    finally:
        taken.release()


@contextmanager
def _stage(settings: Settings) -> Iterator[Path]:
    stage = settings.data / _STAGE
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(mode=0o700)
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _name_aside(settings: Settings, path: Path) -> Path:
    inside = path.is_relative_to(settings.data)
    return path.relative_to(settings.data) if inside else Path(path.name)


def _put_in_place(settings: Settings, stage: Path, there: list[Path]) -> Path | None:
    """Move what is there aside and the backup into its place, the journal last; undone on failure.

    Killed meanwhile it leaves a mark, with which no server starts.
    """
    unfinished, mark = settings.data / UNFINISHED, settings.data / MARK
    aside = settings.data / f"replaced-{datetime.now(UTC):%Y%m%dT%H%M%S}"
    moves = [(path, aside / _name_aside(settings, path)) for path in there]
    moves += [
        (place, settings.data / place.relative_to(stage / DATA))
        for place in places_of(stage / DATA)
        if place.exists()
    ]
    if (stage / JOURNAL).exists():
        moves.append((stage / JOURNAL, settings.journal_path))
    unfinished.touch(mode=0o600)
    mark.touch(mode=0o600)
    sync_folder(settings.data)
    done: list[tuple[Path, Path]] = []
    try:
        if there:
            aside.mkdir(mode=0o700)
        for origin, place in moves:
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            shutil.move(origin, place)
            done.append((origin, place))
    except OSError:
        for origin, place in reversed(done):
            shutil.move(place, origin)
        mark.unlink()
        unfinished.unlink()
        raise
    sync_folder(settings.journal_path.parent if settings.storage.path else settings.data)
    sync_folder(settings.data)
    unfinished.unlink()
    sync_folder(settings.data)
    return aside if there else None
