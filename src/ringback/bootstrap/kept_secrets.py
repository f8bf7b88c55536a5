"""Secrets that are made once and kept in the data directory, readable by their owner only."""

import os
import secrets
from pathlib import Path

from .data_directory import make_data_directory, sync_folder


def kept_secret(directory: Path, name: str) -> str:
    """Give the secret of that name, making it at the first call. Raises `CannotStart`.

    It is on disk before anything is that depends on it.
    """
    make_data_directory(directory)
    file = _file(directory, name)
    if file.exists():
        return file.read_text().strip()
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    secret = secrets.token_urlsafe(24)
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(secret + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(file)
    sync_folder(file.parent)
    sync_folder(directory)
    return secret


def is_kept(directory: Path, name: str) -> bool:
    return _file(directory, name).exists()


def _file(directory: Path, name: str) -> Path:
    return directory / "secrets" / name
