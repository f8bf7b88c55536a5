"""Asks the server that runs with the same settings, for commands that change what is in force.

ServerRefused
    The server's answer was a refusal; its message says what to do.

    TokenRefused
        It does not know our token: it is another installation's, or another program.
"""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any

from ringback.api.gate import COMPANY_HEADER
from ringback.config.settings import Settings
from ringback.people import MAIN_ACCOUNT

from .failures import CannotStart
from .kept_secrets import kept_secret

SECONDS_MAX = 10
UPLOAD_SECONDS_MAX = 120
_NOTE = "address"
ANY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - asked, not bound


class ServerRefused(Exception):
    """The server did not grant it."""


class TokenRefused(ServerRefused):
    """The server does not know our token."""


def ask_running_server(
    settings: Settings,
    method: str,
    path: str,
    body: Mapping[str, Any] | None = None,
    *,
    seconds_max: float = SECONDS_MAX,
) -> Any:
    """Send one request to the server's API and give its answer.

    Raises `CannotStart` when no server answers, and `ServerRefused`.
    """
    content = None if body is None else json.dumps(body).encode()
    return _answer(settings, method, path, content, "application/json", seconds_max)


def is_running(settings: Settings) -> bool:
    """Tell whether a server answers at the address of the settings, with their token."""
    try:
        ask_running_server(settings, "GET", "/session")
    except (CannotStart, TokenRefused):
        return False
    return True


def send_to_running_server(settings: Settings, path: str, content: bytes) -> Any:
    """Post a file to the server's API and give its answer; raises as `ask_running_server` does."""
    return _answer(settings, "POST", path, content, "application/octet-stream", UPLOAD_SECONDS_MAX)


def _answer(
    settings: Settings, method: str, path: str, body: bytes | None, media_type: str, seconds: float
) -> Any:
    request = urllib.request.Request(
        f"http://{_address(settings)}/api/v1{path}",
        method=method,
        data=body,
        headers={
            "Authorization": f"Bearer {server_token(settings)}",
            "Content-Type": media_type,
            **_company(settings),
        },
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=seconds) as answer:
            content = answer.read()
            return json.loads(content) if content else None
    except urllib.error.HTTPError as refused:
        kind = TokenRefused if refused.code == HTTPStatus.UNAUTHORIZED else ServerRefused
        raise kind(_reason(refused)) from refused
    except (OSError, json.JSONDecodeError) as failure:
        raise CannotStart(
            f"No server answers at {_address(settings)}; start it with `ringback serve`, "
            "or write the setting into the settings' file."
        ) from failure


def _company(settings: Settings) -> dict[str, str]:
    """Name a further company; whoever names none means the installation's own."""
    if settings.account_id == MAIN_ACCOUNT:
        return {}
    return {COMPANY_HEADER: settings.account_id}


def note_address(settings: Settings, address: str) -> None:
    """Write down where the server answers, for commands when its port is not in the settings."""
    (settings.installation_data / _NOTE).write_text(address + "\n")


def server_token(settings: Settings) -> str:
    """Give what every request must bear. Raises `CannotStart` where it cannot be kept."""
    given = settings.http.token
    return (
        kept_secret(settings.installation_data, "token")
        if given is None
        else given.get_secret_value()
    )


def use_words(use: Mapping[str, Any]) -> str:
    """Write what uses a message."""
    if use["kind"] in ("line", "flow"):
        return f"{use['kind']} {use['id']}"
    return f"{use['count']} {use['kind']} of line {use['id']}"


def problem_line(problem: Mapping[str, Any]) -> str:
    """Write what is wrong with a flow, or what it warns of, with its step."""
    return f"  {problem['step_id'] or 'the flow'}: {problem['code']} ({problem['detail']})"


def _reason(refused: urllib.error.HTTPError) -> str:
    try:
        error = json.load(refused)["error"]
    except (json.JSONDecodeError, KeyError, TypeError):
        return f"The server answers {refused.code}."
    return "\n".join((f"{error['message']} ({error['code']})", *_told(error["details"])))


def _told(details: Mapping[str, Any]) -> Iterator[str]:
    """Put the data behind a code into lines: each problem in one, what is plain together."""
    yield from map(problem_line, details.get("problems", ()))
    for field in details.get("fields", ()):
        yield f"  {field['field']}: {field['problem']}"
    for use in details.get("used_by", ()):
        yield f"  used by {use_words(use)}"
    plain = [f"{name}: {value}" for name, value in details.items() if not isinstance(value, list)]
    if plain:
        yield f"  {', '.join(plain)}"


def _address(settings: Settings) -> str:
    noted = settings.installation_data / _NOTE
    if not settings.http.port and noted.is_file():
        return noted.read_text().strip()
    host = ANY_ADDRESS.get(settings.http.host, settings.http.host)
    return f"[{host}]:{settings.http.port}" if ":" in host else f"{host}:{settings.http.port}"
