"""`ringback webhook` beside a running server: set up, tried, told again, and kept for the next."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from subprocess import CompletedProcess

from tests.served import ringback, serving

CANNOT_START, NOT_COMPLETED, REFUSED = 4, 5, 6
HERE = {"RINGBACK_WEBHOOKS__ALLOWED_NETWORKS": '["127.0.0.0/8"]'}


class Listener(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(204)
        self.end_headers()

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        return


@contextmanager
def listening() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def webhook(*arguments: str, data: Path) -> CompletedProcess[str]:
    return ringback("webhook", *arguments, "--demo", data=data, RINGBACK_HTTP__PORT="0", **HERE)


def test_webhook_is_looked_after_from_the_command_line(tmp_path: Path) -> None:
    """It is there after a kill as well; what is refused says what to do."""
    data = tmp_path / "data"
    with listening() as url, serving("--demo", data=data, **HERE) as server:
        added = webhook("add", url, "--name", "CRM", data=data)
        tried = webhook("test", "CRM", data=data)
        rotated = webhook("rotate-secret", "CRM", data=data)
        paused = webhook("pause", "CRM", data=data)
        refused = webhook("add", "https://10.0.0.1/", data=data)
        unnamed = webhook("replay", "CRM", data=data)
        server.kill()
        with serving("--demo", data=data, **HERE):
            [listed] = json.loads(webhook("list", "--json", data=data).stdout)
            resumed = webhook("resume", "CRM", data=data)
            period = ("--since", "2026-01-01T00:00:00Z", "--until", "2036-01-01T00:00:00Z")
            replayed = webhook("replay", "CRM", *period, data=data)
            log = webhook("log", "CRM", data=data)
            removed = webhook("remove", "CRM", "--yes", data=data)
            none = webhook("list", data=data)

    assert "whsec_" in added.stdout, added.stderr
    assert "whsec_" in rotated.stdout
    assert tried.stdout.startswith("It arrived in "), tried.stderr
    assert paused.stdout == "CRM is paused.\n"
    assert (refused.returncode, unnamed.returncode) == (REFUSED, CANNOT_START)
    assert "private network" in refused.stderr
    assert (listed["name"], listed["state"], listed["events"]) == ("CRM", "paused", "all")
    assert resumed.stdout == "CRM is active.\n"
    assert "has begun" in replayed.stdout, replayed.stderr
    assert log.returncode == 0
    assert (removed.stdout, none.stdout) == ("CRM is gone.\n", "There are none.\n")


def test_test_event_that_does_not_arrive_is_told(tmp_path: Path) -> None:
    """With its problem, and an exit code of its own."""
    data = tmp_path / "data"
    with serving("--demo", data=data, **HERE):
        webhook("add", "http://127.0.0.1:9/", "--name", "Nobody", data=data)
        tried = webhook("test", "Nobody", data=data)

    assert tried.returncode == NOT_COMPLETED
    assert tried.stderr == "It did not arrive: connection-failed.\n"
