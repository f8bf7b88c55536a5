"""A real `ringback serve --demo` of its own: port, data directory and process group.

Each is a fork of one process that has imported Ringback, which takes longer than all the rest.
"""

import json
import os
import re
import signal
import socket
import sys
import threading
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

START_SECONDS_MAX = 60.0
STOP_SECONDS_MAX = 10.0
_ADDRESS = re.compile(r"http://\S+#token=\S+")
_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload(["ringback.cli", "ringback.bootstrap.server"])


@dataclass(frozen=True, slots=True)
class Served:
    """A running server; `address` is the one it printed, with the token in its fragment."""

    address: str

    @property
    def origin(self) -> str:
        return self.address.partition("/#")[0]

    @property
    def token(self) -> str:
        return self.address.partition("#token=")[2]

    def ask(self, method: str, path: str, body: object = None) -> Any:
        """Ask as the operator."""
        request = urllib.request.Request(
            f"{self.origin}/api/v1{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"authorization": f"Bearer {self.token}", "content-type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.loads(answer.read() or b"null")


@contextmanager
def serve_demo(folder: Path, **settings: str) -> Iterator[Served]:
    """Start an empty demo, with settings as in its environment; it is stopped whatever happens."""
    with serve_demo_as_told(folder, "--empty", **settings) as served:
        yield served


@contextmanager
def serve_demo_as_told(folder: Path, *arguments: str, **settings: str) -> Iterator[Served]:
    """Start the demo with these arguments and settings; it is stopped whatever happens."""
    with serve_as_told(folder, "--demo", *arguments, **settings) as served:
        yield served


@contextmanager
def serve_as_told(folder: Path, *arguments: str, **settings: str) -> Iterator[Served]:
    """Start a server with these arguments and settings; it is stopped whatever happens."""
    port = free_port()
    environment = os.environ | {
        "RINGBACK_DATA_DIRECTORY": str(folder),
        "RINGBACK_HTTP__PORT": str(port),
        **settings,
    }
    log = folder / "serve.log"
    told, telling = _FORKS.Pipe(duplex=False)
    served = (folder, arguments, environment, telling, log)
    process = _FORKS.Process(target=_serve, args=served)
    process.start()
    telling.close()
    try:
        yield Served(_printed_address(process, told, log))
    finally:
        _end(process)
        told.close()


def _end(process: ForkServerProcess) -> None:
    """Stop a server with all that it has started."""
    assert process.pid is not None
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
        process.join(STOP_SECONDS_MAX)
        os.killpg(process.pid, signal.SIGKILL)
    process.join()


def _serve(
    folder: Path,
    arguments: Sequence[str],
    environment: Mapping[str, str],
    telling: Connection,
    log: Path,
) -> None:
    """Go on as the command that people type."""
    os.setsid()
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    os.dup2(telling.fileno(), sys.stdout.fileno())
    os.dup2(os.open(log, os.O_WRONLY | os.O_CREAT), sys.stderr.fileno())
    sys.argv = ["ringback", "serve", *arguments]
    from ringback.cli import main

    main()


def _printed_address(process: ForkServerProcess, told: Connection, log: Path) -> str:
    """Read what the server prints until its address comes."""
    too_late = threading.Timer(START_SECONDS_MAX, process.kill)
    too_late.start()
    try:
        with os.fdopen(os.dup(told.fileno())) as lines:
            for line in lines:
                if found := _ADDRESS.search(line):
                    return found.group()
    finally:
        too_late.cancel()
    raise AssertionError(f"the server did not start: {log.read_text()[-2000:]}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
