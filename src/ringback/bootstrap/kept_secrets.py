"""Secrets that are made once and kept in the data directory, readable by their owner only."""

import os
import secrets
from pathlib import Path

from .data_directory import make_data_directory


def kept_secret(directory: Path, name: str) -> str:
    """Give the secret of that name, making it at the first call. Raises `CannotStart`."""
    make_data_directory(directory)
    file = directory / "secrets" / name
    if file.exists():
        return file.read_text().strip()
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    secret = secrets.token_urlsafe(24)
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(secret + "\n")
    fresh.replace(file)
    return secret
