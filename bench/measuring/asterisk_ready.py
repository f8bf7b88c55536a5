"""Waits until an Asterisk answers over HTTP."""

import base64
import time
import urllib.request

SECONDS_MAX = 20.0


def wait_until_answering(http_port: int, user: str, password: str) -> None:
    """Ask ARI until it answers; raise `TimeoutError` when it does not."""
    request = urllib.request.Request(f"http://127.0.0.1:{http_port}/ari/asterisk/ping")
    word = base64.b64encode(f"{user}:{password}".encode()).decode()
    request.add_header("Authorization", f"Basic {word}")
    deadline = time.monotonic() + SECONDS_MAX
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(request, timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(f"Asterisk does not answer on port {http_port}")
