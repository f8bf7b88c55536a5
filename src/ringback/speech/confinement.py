"""Runs a program in a child process that can do little but compute, for bytes that nobody trusts.

TookTooLong
    The child was killed: it used up its time.
Broke
    The child crashed, used up its memory, or answered more than it may.
"""

import asyncio
import os
import resource
import signal
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO

_NICENESS = 10


class TookTooLong(Exception):
    """The child did not end in its time."""


class Broke(Exception):
    """The child ended without an answer."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a child may use."""

    processor_seconds: int = 20
    seconds: int = 30
    memory_bytes: int = 384 * 1024 * 1024
    """Beside what it has loaded when it confines itself."""
    answer_bytes: int = 256 * 1024 * 1024


USUAL_BOUNDS = Bounds()


async def run_confined(program: Sequence[str], source: BinaryIO, bounds: Bounds) -> bytes:
    """Give what a Python program writes, which reads the source as its standard input.

    It inherits no other descriptor and no environment, and is killed at the end of its time or of
    ours. The program calls `confine` before it reads. Raises `TookTooLong` or `Broke`.
    """
    with tempfile.TemporaryFile() as answer:
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-I", *program),
            stdin=source,
            stdout=answer,
            stderr=asyncio.subprocess.DEVNULL,
            env={},
            cwd="/",
            start_new_session=True,
        )
        try:
            async with asyncio.timeout(bounds.seconds):
                ended = await child.wait()
        except TimeoutError as late:
            raise TookTooLong(f"more than {bounds.seconds} s") from late
        finally:
            if child.returncode is None:
                with suppress(ProcessLookupError):
                    child.kill()
                await child.wait()
        if ended in (-signal.SIGXCPU, -signal.SIGALRM):
            raise TookTooLong(f"more than {bounds.processor_seconds} s of a processor")
        if ended != 0:
            raise Broke(f"the child ended with {ended}")
        answer.seek(0)
        return answer.read(bounds.answer_bytes)


def confine(bounds: Bounds) -> None:
    """Give up, for good, whatever this process does not need to compute an answer.

    From here on it can open nothing, neither a file nor a connection, and ends by itself when its
    time is over. Call it after the last import and before the first untrusted byte.
    """
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(bounds.seconds)
    os.nice(_NICENESS)
    _limit(resource.RLIMIT_CPU, bounds.processor_seconds, bounds.processor_seconds + 1)
    _limit(resource.RLIMIT_AS, _memory_mapped() + bounds.memory_bytes)
    _limit(resource.RLIMIT_FSIZE, bounds.answer_bytes)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_NOFILE, 0)


def _limit(kind: int, most: int, hardest: int | None = None) -> None:
    _, hard = resource.getrlimit(kind)
    bound = most if hardest is None else hardest
    if hard != resource.RLIM_INFINITY:
        bound = min(bound, hard)
    resource.setrlimit(kind, (min(most, bound), bound))


def _memory_mapped() -> int:
    with open("/proc/self/statm") as pages:
        return int(pages.read().split()[0]) * resource.getpagesize()
