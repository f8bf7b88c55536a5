"""Ringback as it is shipped: `ringback serve` with its journal on disk, beside an Asterisk."""

import contextlib
import json
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.phones.asterisk_server import RunningAsterisk, start_asterisk

from ringback.speech.catalogue import waiting_music_file

from .children import prefer, running
from .people import LINE, Crowd
from .registering import register

TOKEN = "token-of-the-benchmark-on-loopback"
PASSWORD = "phone-password"
READY_SECONDS_MAX = 20.0
LINE_AND_FLOW = f"""
[[flows]]
id = "main"
name = "Main"
first = "ring"

[[flows.steps]]
kind = "ring"
id = "ring"
team = "everybody"
rule = "longest-idle"
ring_for_seconds = 3600
next = "goodbye"

[[flows.steps]]
kind = "hang-up"
id = "goodbye"

[[lines]]
id = "bench"
number = "{LINE}"
name = "Bench"
country = "FR"
flow = "main"
callbacks = {{ settling_seconds = 0 }}
dialling = {{ line_hour_max = 100000, customer_day_max = 1000 }}
"""


@dataclass(frozen=True, slots=True)
class Product:
    """The two processes that make up the product, and its API."""

    server: int
    asterisk: int
    api_port: int

    def get(self, path: str) -> object:
        return _ask(self.api_port, "GET", path)


@contextlib.contextmanager
def product_asterisk(people: Crowd, directory: Path) -> Iterator[RunningAsterisk]:
    """Run an Asterisk as `ringback asterisk start` would configure it."""
    music = waiting_music_file().parent
    asterisk = start_asterisk(
        directory,
        sip_port=people.sip_port,
        http_port=people.http_port,
        rtp_ports=people.rtp_ports,
        prompts_directory=music.parent / "prompts",
        music_directory=music,
    )
    try:
        prefer(asterisk.pid)
        yield asterisk
    finally:
        asterisk.stop()


@contextlib.contextmanager
def product(people: Crowd, directory: Path, asterisk: RunningAsterisk) -> Iterator[Product]:
    """Serve, with every desk phone logged in and every agent online.

    To be entered before the phones answer: logging in needs their ports.
    """
    directory.mkdir(parents=True, exist_ok=True)
    settings = directory / "ringback.toml"
    settings.write_text(_company(people, directory, asterisk))
    start = "from ringback.cli import main; main()"
    command = [sys.executable, "-c", start, "serve", "--config", str(settings)]
    with running(command, directory / "server.log") as server:
        _wait_until_ready(people.api_port, directory / "server.log")
        for rack in people.racks:
            register(rack.port, people.sip_port, dict.fromkeys(rack.agents, PASSWORD))
        for agent in people.agents:
            _ask(people.api_port, "PUT", f"agents/{agent}/status", {"status": "online"})
        yield Product(server.pid, asterisk.pid, people.api_port)


def _wait_until_ready(port: int, log: Path) -> None:
    deadline = time.monotonic() + READY_SECONDS_MAX
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/ready", timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(f"Ringback is not ready: {log.read_text()[-2000:]}")


def _ask(port: int, method: str, path: str, body: object = None) -> object:
    request = urllib.request.Request(f"http://127.0.0.1:{port}/api/v1/{path}", method=method)
    request.add_header("Authorization", f"Bearer {TOKEN}")
    if body is not None:
        request.data = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request, timeout=5) as answer:
        return json.load(answer)


def _company(people: Crowd, directory: Path, asterisk: RunningAsterisk) -> str:
    agents = "".join(
        f'[[agents]]\nid = "{agent}"\nname = "{agent}"\nphone = "desk"\npassword = "{PASSWORD}"\n'
        for agent in people.agents
    )
    members = ", ".join(f'"{agent}"' for agent in people.agents)
    team = f'[[teams]]\nid = "everybody"\nname = "Everybody"\nmembers = [{members}]\n'
    return f"""
data_directory = "{directory}"
phones = "asterisk"

[http]
port = {people.api_port}
token = "{TOKEN}"

[asterisk]
url = "{asterisk.ari_url}"
user = "{asterisk.ari_user}"
password = "{asterisk.ari_password}"
app = "{asterisk.ari_app}"

[[trunks]]
name = "carrier"
host = "127.0.0.1"
port = {people.customers}

{agents}{team}{LINE_AND_FLOW}"""
