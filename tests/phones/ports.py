"""Hand out blocks of free loopback ports, so that tests side by side never share one."""

import errno
import fcntl
import os
import socket
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

BLOCK_SIZE = 20
FIRST_PORT = 20_000
LAST_PORT = 31_999
BLOCKS_PER_WORKER = 60
_LOCKS = Path(tempfile.gettempdir()) / "ringback-test-ports"


class PortsHeld(Exception):
    """Ports which a test needs are held by other processes."""


@dataclass(frozen=True, slots=True)
class PortBlock:
    """Ports in a row which are ours until `release`, or until this process ends."""

    first: int
    size: int
    locks: tuple[int, ...]

    def __getitem__(self, index: int) -> int:
        if not 0 <= index < self.size:
            raise IndexError(f"the block has {self.size} ports, there is no {index}")
        return self.first + index

    @property
    def last(self) -> int:
        return self.first + self.size - 1

    def release(self) -> None:
        for lock in self.locks:
            os.close(lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def take_block(size: int = BLOCK_SIZE) -> PortBlock:
    """Reserve the next free ports; the search starts elsewhere for each pytest-xdist worker.

    Refused with `PortsHeld`, which names every holder seen, when there are not so many in a row.
    """
    _LOCKS.mkdir(exist_ok=True)
    wanted = -(-size // BLOCK_SIZE)
    blocks = (LAST_PORT + 1 - FIRST_PORT) // BLOCK_SIZE
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    holders: list[str] = []
    for step in range(blocks):
        index = (worker * BLOCKS_PER_WORKER + step) % blocks
        if index + wanted > blocks:
            continue
        first = FIRST_PORT + index * BLOCK_SIZE
        locks = _lock_all(range(first, first + wanted * BLOCK_SIZE, BLOCK_SIZE))
        held = held_ports(range(first, first + wanted * BLOCK_SIZE)) if locks else []
        if locks and not held:
            return PortBlock(first, wanted * BLOCK_SIZE, locks)
        for lock in locks:
            os.close(lock)
        holders += [f"{port}: {holder_of(port)}" for port in held]
        holders += [] if locks else [f"{first} and following: reserved by another test run"]
    raise PortsHeld("not enough free ports in a row; held are\n" + "\n".join(holders))


def refuse_held(ports: Iterable[int], address: str = "127.0.0.1") -> None:
    """Raise `PortsHeld`, naming the holders, if any of these ports is not free."""
    held = held_ports(ports, address)
    if held:
        raise PortsHeld("; ".join(f"port {port} is held by {holder_of(port)}" for port in held))


def held_ports(ports: Iterable[int], address: str = "127.0.0.1") -> list[int]:
    """Which of these ports cannot be bound, over UDP or TCP."""
    return [port for port in ports if not _is_free(port, address)]


def is_received_on(port: int) -> bool:
    """Whether some process listens to this UDP port; binding it to find out would disturb."""
    return bool(_inodes("udp", port))


def holder_of(port: int) -> str:
    """Name the process which holds a port, as far as /proc tells."""
    inodes = {inode for table in ("udp", "udp6", "tcp", "tcp6") for inode in _inodes(table, port)}
    for process in Path("/proc").glob("[0-9]*"):
        if inodes & _open_files(process):
            words = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode().strip()
            return f"process {process.name} ({words})"
    return "an unknown process"


def _lock_all(firsts: Iterable[int]) -> tuple[int, ...]:
    """Lock every block, or none: an empty answer means that another process has one of them."""
    locks: list[int] = []
    for first in firsts:
        lock = os.open(_LOCKS / str(first), os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o666)
        locks.append(lock)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            for taken in locks:
                os.close(taken)
            return ()
    return tuple(locks)


def _is_free(port: int, address: str) -> bool:
    for kind in (socket.SOCK_DGRAM, socket.SOCK_STREAM):
        with socket.socket(socket.AF_INET, kind) as probe:
            if kind == socket.SOCK_STREAM:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((address, port))
            except OSError as error:
                if error.errno != errno.EADDRINUSE:
                    raise
                return False
    return True


def _inodes(table: str, port: int) -> list[str]:
    try:
        rows = Path("/proc/net", table).read_text().splitlines()[1:]
    except OSError:
        return []
    cells = (row.split() for row in rows)
    listening = (row for row in cells if row[3] in {"07", "0A"})
    return [f"socket:[{row[9]}]" for row in listening if int(row[1].rsplit(":", 1)[1], 16) == port]


def _open_files(process: Path) -> set[str]:
    found: set[str] = set()
    try:
        for link in (process / "fd").iterdir():
            found |= _target(link)
    except OSError:
        return found
    return found


def _target(link: Path) -> set[str]:
    try:
        return {os.readlink(link)}
    except OSError:
        return set()
