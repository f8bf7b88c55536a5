"""Makes the directory in which everything is kept, and keeps it through a loss of power."""

import os
from pathlib import Path

from .failures import CannotStart


def make_data_directory(directory: Path) -> None:
    """Make it and what is missing above it, for its owner only. Raises `CannotStart`."""
    try:
        for folder in (*reversed(directory.parents), directory):
            if not folder.exists():
                folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as failure:
        raise CannotStart(
            f"The data directory {directory} cannot be made ({failure.strerror}). "
            "Set data_directory to a place where the user who runs Ringback may make one."
        ) from failure
    if not os.access(directory, os.W_OK | os.X_OK):
        raise CannotStart(
            f"The data directory {directory} cannot be written. Give the user who runs Ringback "
            "the right to it, or set data_directory to another one."
        )


def sync_folder(folder: Path) -> None:
    """Make what was renamed in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
