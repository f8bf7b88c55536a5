"""A real `ringback serve --demo` of its own: port, data directory and process group."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

START_SECONDS_MAX = 60.0
STOP_SECONDS_MAX = 10.0
_ADDRESS = re.compile(r"http://\S+#token=\S+")


@dataclass(frozen=True, slots=True)
class Served:
    """A running server; `address` is the one it printed, with the token in its fragment."""

    address: str

    @property
    def plain(self) -> str:
        """The address of the plain page, which signs in as well."""
        return self.address.replace("/#", "/plain#")

    @property
    def origin(self) -> str:
        return self.address.partition("/#")[0]

    @property
    def token(self) -> str:
        return self.address.partition("#token=")[2]


@contextmanager
def serve_demo(folder: Path, **settings: str) -> Iterator[Served]:
    """Start an empty demo, with settings as in its environment; it is stopped whatever happens."""
    with serve_demo_as_told(folder, "--empty", **settings) as served:
        yield served


@contextmanager
def serve_demo_as_told(folder: Path, *arguments: str, **settings: str) -> Iterator[Served]:
    """Start the demo with these arguments and settings; it is stopped whatever happens."""
    port = _free_port()
    environment = os.environ | {
        "RINGBACK_DATA_DIRECTORY": str(folder),
        "RINGBACK_HTTP__PORT": str(port),
        "PYTHONUNBUFFERED": "1",
        **settings,
    }
    log = folder / "serve.log"
    with log.open("wb") as complaints:
        process = subprocess.Popen(
            [str(Path(sys.executable).with_name("ringback")), "serve", "--demo", *arguments],
            stdout=subprocess.PIPE,
            stderr=complaints,
            env=environment,
            cwd=folder,
            start_new_session=True,
        )
    try:
        yield Served(_printed_address(process, log))
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(STOP_SECONDS_MAX)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        assert process.stdout is not None
        process.stdout.close()


def _printed_address(process: "subprocess.Popen[bytes]", log: Path) -> str:
    """Read what the server prints until its address comes."""
    assert process.stdout is not None
    too_late = threading.Timer(START_SECONDS_MAX, process.kill)
    too_late.start()
    try:
        for line in process.stdout:
            if found := _ADDRESS.search(line.decode()):
                return found.group()
    finally:
        too_late.cancel()
    raise AssertionError(f"the server did not start: {log.read_text()[-2000:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
