"""A disk between SQLite and the real one: it writes down what is asked of it, and can fail."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import apsw

REAL_DISK = "unix"


class Operation(StrEnum):
    """What SQLite asks of a disk and what a disk can lose or fail to do."""

    WRITE = "write"
    TRUNCATE = "truncate"
    SYNC = "sync"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Asked:
    """One operation on the file of a name; `data` is for writes, `offset` also a new length."""

    operation: Operation
    file: str
    offset: int = 0
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Fault:
    """From here on, an operation on files whose name ends so fails with a code of SQLite."""

    operation: Operation
    file_ending: str
    code: int


@dataclass
class Disk:
    """The log of a disk and the fault it has. `log` may hold others' marks in between."""

    log: list[Any] = field(default_factory=list)
    fault: Fault | None = None
    injected: Counter[int] = field(default_factory=Counter)

    def note(self, asked: Asked) -> None:
        self.log.append(asked)
        fault = self.fault
        if (
            fault is not None
            and asked.operation is fault.operation
            and asked.file.endswith(fault.file_ending)
        ):
            self.injected[fault.code] += 1
            raise apsw.exception_for(fault.code)


@contextmanager
def default_disk() -> Iterator[Disk]:
    """Put a disk under every connection that is opened meanwhile."""
    disk = Disk()
    vfs = _DiskVfs("test-disk", disk)
    apsw.set_default_vfs("test-disk")
    try:
        yield disk
    finally:
        apsw.set_default_vfs(REAL_DISK)
        vfs.unregister()


class _DiskVfs(apsw.VFS):
    def __init__(self, name: str, disk: Disk) -> None:
        super().__init__(name, REAL_DISK)
        self._disk = disk

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        return _DiskFile(self._disk, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        self._disk.note(Asked(Operation.DELETE, Path(filename).name))
        super().xDelete(filename, syncdir)


class _DiskFile(apsw.VFSFile):
    def __init__(self, disk: Disk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        super().__init__(REAL_DISK, name, flags)
        full_name = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._disk = disk
        self._name = Path(full_name or "").name

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self._disk.note(Asked(Operation.WRITE, self._name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self._disk.note(Asked(Operation.TRUNCATE, self._name, newsize))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self._disk.note(Asked(Operation.SYNC, self._name))
        super().xSync(flags)
