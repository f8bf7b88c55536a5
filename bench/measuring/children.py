"""Runs the outside programs of a benchmark: in groups of their own, logged, ended by their id."""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

STOP_SECONDS_MAX = 5.0
PRIORITY = os.environ.pop("RINGBACK_BENCH_PRIORITY", None)
"""How the kernel is to prefer what is measured to other work on the machine: -20 (most) to 19.

Taken out of the environment, where Ringback would refuse it as an unknown setting.
"""


class NotInstalled(Exception):
    """A program that the benchmark needs is not installed."""


def require(*programs: str) -> None:
    """Raise `NotInstalled` naming what is missing."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        raise NotInstalled(f"not installed: {', '.join(missing)}")


@contextlib.contextmanager
def running(
    command: Sequence[str], log: Path, environment: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """Keep a program running for the length of the block; it also ends when we are killed."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", *command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            env=None if environment is None else {**os.environ, **environment},
        )
    try:
        prefer(process.pid)
        yield process
    finally:
        _stop(process)


def prefer(pid: int) -> None:
    """Give a process, which leads a session of its own, and its children the wanted priority."""
    if PRIORITY is not None:
        Path(f"/proc/{pid}/autogroup").write_text(PRIORITY)


def processor_seconds(pid: int) -> float:
    """Read how much processor time a process has used, all its threads together."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS_MAX
        while process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.02)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
