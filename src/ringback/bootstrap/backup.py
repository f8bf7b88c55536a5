"""Makes a backup: everything that cannot be made again, in one file, while a server runs or not."""

import json
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from ringback.config.settings import COMPANIES, Settings
from ringback.core.ids import AccountId
from ringback.storage.sqlite_copy import copy_journal

from .data_directory import sync_folder
from .failures import CannotStart
from .store import require_journal

FORMAT = 1
MANIFEST = "manifest.json"
JOURNAL = "journal.db"
DATA = "data/"
FOLDERS = ("secrets", "messages", "spoken", "voicemails")
FILES = ("company-applied.json", "outside-numbers.json")
CHUNK = 1 << 20

_LIGHTLY = 1
_UNFINISHED = (".part", ".new")

Told = Callable[[str, float], None]
"""Hears what is being done, and how much of it is done, between 0 and 1."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a backup holds: the last fact of each account, and how many files."""

    sequences: Mapping[AccountId, int]
    files: int
    has_journal: bool


def make_backup(settings: Settings, target: Path, told: Told) -> Kept:
    """Write a backup for its owner only; it takes its place whole, or nothing changes there.

    A journal in PostgreSQL is not in it. Raises `CannotStart` and `JournalFailed`.
    """
    require_journal(settings)
    try:
        with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as folder:
            return _make(settings, target, Path(folder), told)
    except OSError as failure:
        raise CannotStart(
            f"The backup {target} cannot be written ({failure.strerror or failure}):"
            " name a place with enough room where the user may write."
        ) from failure


def _make(settings: Settings, target: Path, folder: Path, told: Told) -> Kept:
    sequences: Mapping[AccountId, int] = {}
    files: dict[str, Path] = {}
    has_journal = settings.storage.database is None
    if has_journal:
        # The journal first: a message that it names is kept by the time the files are read.
        copy = folder / JOURNAL
        sequences = copy_journal(
            settings.journal_path, copy, lambda done: told("Copying the journal", done)
        )
        files[JOURNAL] = copy
    files.update(_files_of(settings.data))
    draft = folder / "backup"
    with open(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600), "wb") as stream:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=_LIGHTLY) as archive:
            digests = dict(_pack(archive, files, told))
            manifest = {
                "ringback_backup": FORMAT,
                "version": version("ringback"),
                "at": datetime.now(UTC).isoformat(timespec="seconds"),
                "last_sequences": sequences,
                "files": digests,
            }
            archive.writestr(MANIFEST, json.dumps(manifest, indent=1, sort_keys=True))
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(target)
    sync_folder(target.parent)
    return Kept(sequences, len(digests) - has_journal, has_journal)


def _files_of(data: Path) -> Iterator[tuple[str, Path]]:
    for place in places_of(data):
        paths = [place] if place.is_file() else sorted(place.rglob("*"))
        for path in paths:
            if path.is_file() and not path.is_symlink() and path.suffix not in _UNFINISHED:
                yield DATA + path.relative_to(data).as_posix(), path


def places_of(data: Path) -> Iterator[Path]:
    """Name what a data directory keeps of each company, the installation's own first."""
    for folder in (data, *sorted((data / COMPANIES).glob("*"))):
        yield from (folder / name for name in (*FILES, *FOLDERS))


def _pack(
    archive: zipfile.ZipFile, files: Mapping[str, Path], told: Told
) -> Iterator[tuple[str, str]]:
    """Put files in, each with its digest; one that went meanwhile is left out."""
    for number, (name, path) in enumerate(files.items(), 1):
        try:
            stream = path.open("rb")
        except FileNotFoundError:
            continue
        with stream:
            about = zipfile.ZipInfo.from_file(path, name)
            about.compress_type = zipfile.ZIP_DEFLATED
            digest = sha256()
            with archive.open(about, "w", force_zip64=True) as packed:
                while part := stream.read(CHUNK):
                    digest.update(part)
                    packed.write(part)
        yield name, digest.hexdigest()
        told("Packing", number / len(files))
