"""Works on a copy of this process, so that the original goes on at once.

CopyFailed
    The copy died or took too long; nothing came of it.
"""

import gc
import os
import select
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

SECONDS_MAX = 60
CHUNK = 1 << 20


class CopyFailed(Exception):
    """The copy of the process gave no answer."""


class Copy:
    """A fork of this process that does one work on everything as it was at that instant.

    It has only its memory: all files and sockets are closed at once, lest it hold a lock or an
    address when this process is gone. `work` may only compute.
    """

    def __init__(self, work: Callable[[], bytes]) -> None:
        self._pipe, writing = os.pipe()
        self._pid = os.fork()
        if not self._pid:
            _work_and_die(work, writing)
        os.close(writing)

    def result(self) -> bytes:
        """Wait for what the work gave, blocking; raises `CopyFailed`. To be called once."""
        deadline = time.monotonic() + SECONDS_MAX
        parts = []
        try:
            while select.select([self._pipe], [], [], max(deadline - time.monotonic(), 0))[0]:
                part = os.read(self._pipe, CHUNK)
                if not part:
                    break
                parts.append(part)
            else:
                os.kill(self._pid, signal.SIGKILL)
        finally:
            os.close(self._pipe)
            _, status = os.waitpid(self._pid, 0)
        if status:
            raise CopyFailed(f"The copy of the process ended with status {status}.")
        return b"".join(parts)


def _work_and_die(work: Callable[[], bytes], writing: int) -> NoReturn:
    """Never return into what the original was doing, whatever happens."""
    status = 1
    try:
        gc.disable()
        with suppress(ValueError):
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.dup2(writing, 0)
        os.closerange(1, os.sysconf("SC_OPEN_MAX"))
        given = memoryview(work())
        while given:
            given = given[os.write(0, given) :]
        status = 0
    finally:
        os._exit(status)
