"""The examples for nginx and Caddy before a real server: over https, as they stand in the tree."""

import json
import os
import shutil
import socket
import ssl
import subprocess
import time
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPSConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright
from tests.browser.app import BUILT, expect_live
from tests.browser.served import Served, free_port, serve_demo

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PROXY = Path(__file__).parents[2] / "deploy" / "proxy"
NAME = "ringback.example.com"
HERE, ELSEWHERE = "127.0.0.1", "127.0.0.2"
SPOOFED = {"x-forwarded-for": "203.0.113.9", "x-forwarded-proto": "http"}
FIRST_WORDS = """async ([path, subprotocol]) => {
  const address = location.origin.replace(/^http/, "ws") + path;
  const socket = new WebSocket(address, [subprotocol]);
  const said = await new Promise((tell) => {
    socket.onmessage = (message) => tell(message.data);
    socket.onclose = (end) => tell(`{"closed": ${end.code}}`);
  });
  return JSON.parse(said);
}"""
LARGER_THAN_ORDINARY = 3_000_000
UPLOAD = """async (bytes) => {
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(bytes)]), "long.wav");
  form.append("name", "Long");
  const answer = await fetch("/api/v1/messages/recordings", { method: "POST", body: form });
  return [answer.status, await answer.json()];
}"""


def _nginx(folder: Path, upstream: str, port: int) -> list[str]:
    """Give the command for the example, in a frame as Debian's, with a certificate of its own."""
    key, certificate = folder / "privkey.pem", folder / "fullchain.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    named = ["-subj", f"/CN={NAME}", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*made, *named], check=True, capture_output=True, timeout=30)
    example = (PROXY / "nginx.conf").read_text()
    (folder / "ringback.conf").write_text(
        example.replace("127.0.0.1:8080", upstream)
        .replace(f"/etc/letsencrypt/live/{NAME}", str(folder))
        .replace("listen 443 ssl", f"listen {port} ssl")
        .replace("listen [::]:443 ssl", f"listen [::]:{port} ssl")
        .replace("listen 80;", f"listen {free_port()};")
        .replace("    listen [::]:80;\n", "")
    )
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    kept = "".join(f"{kind}_temp_path {folder / kind};\n" for kind in kinds)
    (folder / "frame.conf").write_text(
        f"daemon off; user root; pid {folder / 'pid'}; error_log {folder / 'log'};\n"
        f"events {{}}\nhttp {{ access_log off;\n{kept}include {folder / 'ringback.conf'};\n}}\n"
    )
    return ["nginx", "-p", str(folder), "-c", str(folder / "frame.conf")]


def _caddy(folder: Path, upstream: str, port: int) -> list[str]:
    """Give the command for the example, with Caddy's own authority instead of a public one."""
    frame = (
        "{\n admin off\n local_certs\n skip_install_trust\n auto_https disable_redirects\n"
        f" https_port {port}\n storage file_system {folder}\n}}\n"
    )
    example = (PROXY / "Caddyfile").read_text().replace("127.0.0.1:8080", upstream)
    (folder / "Caddyfile").write_text(frame + example)
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


@contextmanager
def _running(command: list[str], folder: Path, port: int) -> Iterator[None]:
    """Keep a web server running until it is no longer needed."""
    with (folder / "told").open("wb") as told:
        environment = os.environ | {"HOME": str(folder)}
        process = subprocess.Popen(command, stdout=told, stderr=told, env=environment)
    try:
        until = time.monotonic() + 20
        while process.poll() is None and time.monotonic() < until:
            with socket.socket() as asked:
                if asked.connect_ex((HERE, port)) == 0:
                    break
        assert process.poll() is None, (folder / "told").read_text()
        yield
    finally:
        process.terminate()
        process.wait(20)


class Proxied:
    """A server behind a web server, asked over https from any address of this machine."""

    def __init__(self, served: Served, port: int) -> None:
        self.served, self.port = served, port
        self.origin = f"https://{NAME}:{port}"

    def ask(
        self, method: str, path: str, body: object = None, *, source: str = HERE, **headers: str
    ) -> tuple[int, bytes]:
        unknown = ssl._create_unverified_context()
        unknown.set_alpn_protocols(["http/1.1"])
        connection = HTTPSConnection(HERE, self.port, timeout=20, context=unknown)
        connection.sock = unknown.wrap_socket(
            socket.create_connection((HERE, self.port), 20, (source, 0)), server_hostname=NAME
        )
        sent = None if body is None else json.dumps(body)
        given = {"host": f"{NAME}:{self.port}", "content-type": "application/json"} | headers
        try:
            connection.request(method, path, sent, given)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def sign_in(self, password: str, *, source: str) -> int:
        credentials = {"email": "owner@demo.example", "password": password}
        status, _ = self.ask(
            "POST", "/api/v1/session", credentials, source=source, origin=self.origin, **SPOOFED
        )
        return status


@pytest.fixture(params=["nginx", "caddy"])
def proxied(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Proxied]:
    """A demo behind a web server that has the example of the tree."""
    if shutil.which(request.param) is None or not BUILT.is_file():
        pytest.skip(f"{request.param} or the web app is not here: say `make test`")
    folder, port = tmp_path / "web-server", free_port()
    folder.mkdir()
    with serve_demo(tmp_path) as served:
        upstream = urllib.parse.urlsplit(served.origin).netloc
        command = (_nginx if request.param == "nginx" else _caddy)(folder, upstream, port)
        with _running(command, folder, port):
            yield Proxied(served, port)


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Start a browser for which the name of the examples is this machine."""
    flags = ["--no-sandbox", "--disable-gpu", f"--host-resolver-rules=MAP {NAME} {HERE}"]
    started = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
    yield started
    started.close()


def test_everything_passes_over_https(proxied: Proxied, browser: Browser) -> None:
    """The app, its cookies, the live feed, the phone's WebSocket, a large recording, addresses."""
    context = browser.new_context(
        ignore_https_errors=True,
        locale="en-GB",
        viewport={"width": 1280, "height": 800},
        extra_http_headers=SPOOFED,
    )
    page = context.new_page()
    page.goto(proxied.origin)
    page.get_by_role("button", name="Enter the demo").click()
    expect_live(page)

    cookies = context.cookies()
    assert cookies
    assert all(cookie["name"].startswith("__Host-") and cookie["secure"] for cookie in cookies)
    phone = page.evaluate(FIRST_WORDS, ["/api/v1/agents/lea/phone", "sip"])
    assert phone["code"] == "no-browser-phone"
    status, refused = page.evaluate(UPLOAD, LARGER_THAN_ORDINARY)
    assert (status, refused["error"]["code"]) == (415, "recording-not-audio")
    context.close()

    assert proxied.sign_in("not the password", source=ELSEWHERE) == 401
    status, exported = proxied.ask(
        "GET", "/api/v1/exports/calls", authorization=f"Bearer {proxied.served.token}"
    )
    assert (status, exported[:5]) == (200, b"began")
    newest = proxied.served.ask("GET", "/audit-log")["entries"]
    from_where = {entry["action"]: entry["address"] for entry in newest}
    assert from_where["sign-in-refused"] == ELSEWHERE
    assert from_where["signed-in"] == HERE
    assert proxied.ask("GET", "/metrics")[0] == 404
