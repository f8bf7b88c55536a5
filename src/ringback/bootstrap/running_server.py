"""Asks the server that runs with the same settings, for commands that change what is in force.

ServerRefused
    The server's answer was a refusal; its message says what to do.
"""

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import Any

from ringback.config.settings import Settings

from .failures import CannotStart
from .kept_secrets import kept_secret

SECONDS_MAX = 10
ANY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104


class ServerRefused(Exception):
    """The server did not grant it."""


def ask_running_server(
    settings: Settings, method: str, path: str, body: Mapping[str, Any] | None = None
) -> Any:
    """Send one request to the server's API and give its answer.

    Raises `CannotStart` when no server answers, and `ServerRefused`.
    """
    request = urllib.request.Request(
        f"http://{_address(settings)}/api/v1{path}",
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {_token(settings)}", "Content-Type": "application/json"},
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=SECONDS_MAX) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refused:
        raise ServerRefused(_reason(refused)) from refused
    except (OSError, json.JSONDecodeError) as failure:
        raise CannotStart(
            f"No server answers at {_address(settings)}; start it with `ringback serve`, "
            "or write the setting into the settings' file."
        ) from failure


def _reason(refused: urllib.error.HTTPError) -> str:
    try:
        error = json.load(refused)["error"]
    except (json.JSONDecodeError, KeyError, TypeError):
        return f"The server answers {refused.code}."
    return f"{error['message']} ({error['code']})"


def _address(settings: Settings) -> str:
    host = ANY_ADDRESS.get(settings.http.host, settings.http.host)
    return f"[{host}]:{settings.http.port}" if ":" in host else f"{host}:{settings.http.port}"


def _token(settings: Settings) -> str:
    given = settings.http.token
    return kept_secret(settings.data, "token") if given is None else given.get_secret_value()
