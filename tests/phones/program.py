"""Run one outside program of a test: bounded, logged, and ended with all its children."""

import asyncio
import contextlib
import os
import shutil
import signal
from pathlib import Path

import pytest

STOP_SECONDS_MAX = 3.0


class ProgramFailed(Exception):
    """An outside program did not start, or ended when it should not have."""


def require_programs(*names: str) -> None:
    """Skip the test, with the reason, where a program is missing (CI counts that as failure)."""
    missing = [name for name in names if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


class Program:
    """A process in a group of its own, whose output goes to a file."""

    def __init__(self, process: asyncio.subprocess.Process, name: str, log: Path) -> None:
        self.process = process
        self.name = name
        self.log = log

    @classmethod
    async def start(cls, arguments: list[str], directory: Path, log: Path) -> "Program":
        """Start it so that it ends with us, even if we are killed (hence `setpriv`)."""
        guard = ["setpriv", "--pdeathsig", "KILL"] if shutil.which("setpriv") else []
        with log.open("wb") as output:
            process = await asyncio.create_subprocess_exec(
                *guard,
                *arguments,
                cwd=directory,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=output,
                stderr=asyncio.subprocess.STDOUT,
                start_new_session=True,
            )
        return cls(process, Path(arguments[0]).name, log)

    @property
    def is_running(self) -> bool:
        return self.process.returncode is None

    async def wait(self, seconds: float) -> int:
        """Wait for its own end; fails with the end of its log when it does not come."""
        try:
            return await asyncio.wait_for(self.process.wait(), seconds)
        except TimeoutError as late:
            raise self.failure(f"still runs after {seconds} s") from late

    async def stop(self) -> None:
        """End the whole group: asked first, killed after `STOP_SECONDS_MAX`."""
        self._signal(signal.SIGTERM)
        try:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.process.wait(), STOP_SECONDS_MAX)
        finally:
            self._signal(signal.SIGKILL)
            await self.process.wait()

    def failure(self, what: str) -> ProgramFailed:
        text = self.log.read_text(errors="replace")[-2000:] if self.log.exists() else ""
        return ProgramFailed(f"{self.name} (process {self.process.pid}) {what}\n{text}")

    def _signal(self, number: signal.Signals) -> None:
        try:
            os.killpg(self.process.pid, number)
        except ProcessLookupError:
            return
