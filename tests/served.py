"""A Ringback started as a process of its own, as people start it."""

import json
import os
import select
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SECONDS_MAX = 30.0
COMMAND = (sys.executable, "-c", "from ringback.cli import main; main()")


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: its process, its address and its token."""

    process: subprocess.Popen[str]
    address: str
    token: str

    def ask(self, method: str, path: str, body: object = None) -> Any:
        """Send a request and give the answer's JSON, whatever its status."""
        request = urllib.request.Request(
            f"{self.address}/api/v1{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "authorization": f"Bearer {self.token}",
                "content-type": "application/json",
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as refused:
            return json.loads(refused.read())

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait()

    def end(self) -> tuple[int, str]:
        """Ask it to end; give its exit code and what it logged."""
        self.process.send_signal(signal.SIGTERM)
        return self.wait()

    def wait(self) -> tuple[int, str]:
        _, errors = self.process.communicate(timeout=SECONDS_MAX)
        return self.process.returncode, errors


def ringback(*arguments: str, data: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [*COMMAND, *arguments],
        env=environment_of(data, settings),
        cwd=data.parent,
        capture_output=True,
        text=True,
        timeout=SECONDS_MAX,
        check=False,
    )


@contextmanager
def serving(
    *arguments: str, data: Path, command: Sequence[str] = COMMAND, **settings: str
) -> Iterator[Served]:
    """Start a server on a free port and wait until it tells its address; a demo begins empty."""
    if "--demo" in arguments:
        arguments = (*arguments, "--empty")
    with serving_as_told(*arguments, data=data, command=command, **settings) as served:
        yield served


@contextmanager
def serving_as_told(
    *arguments: str, data: Path, command: Sequence[str] = COMMAND, **settings: str
) -> Iterator[Served]:
    """Start a server with just these arguments."""
    process = subprocess.Popen(
        [*command, "serve", *arguments],
        env=environment_of(data, {"RINGBACK_HTTP__PORT": "0", **settings}),
        cwd=data.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        address, _, token = _first_line(process).removeprefix("Open ").partition("/#token=")
        yield Served(process, address, token)
    finally:
        process.kill()
        process.communicate()


def _first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    deadline = time.monotonic() + SECONDS_MAX
    while time.monotonic() < deadline:
        readable, _, _ = select.select([process.stdout], [], [], 0.5)
        if readable:
            line = process.stdout.readline().strip()
            assert line, process.communicate()
            return line
    raise AssertionError("the server did not tell its address in time")


def environment_of(data: Path, settings: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RINGBACK_")}
    return kept | {"RINGBACK_DATA_DIRECTORY": str(data)} | settings
