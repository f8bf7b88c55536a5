"""Looks for what was erased in the bytes of files."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

CHUNK = 1 << 20


def files_with(traces: Sequence[bytes], files: Iterable[Path]) -> Iterator[Path]:
    """Name the files that hold one of the traces; one that goes meanwhile holds none."""
    for file in files:
        if _holds(file, traces):
            yield file


def files_below(folder: Path) -> Iterator[Path]:
    """Name all files of a folder and those below, in order; links are not followed."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path


def _holds(file: Path, traces: Sequence[bytes]) -> bool:
    """Read in parts, so that nobody waits for long, which overlap by the longest trace."""
    overlap = max(map(len, traces), default=1) - 1
    try:
        with file.open("rb") as stream:
            end = b""
            while part := stream.read(CHUNK):
                seen = end + part
                if any(trace in seen for trace in traces):
                    return True
                end = seen[-overlap:] if overlap else b""
    except OSError:
        return False
    return False
