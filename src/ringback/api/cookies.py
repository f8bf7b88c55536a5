"""The cookies of a browser: its session, and the mark that it was signed in here before."""

from collections.abc import Mapping
from datetime import timedelta
from http.cookies import CookieError, SimpleCookie
from typing import Final, NamedTuple

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Scope

SESSION: Final = "ringback-session"
DEVICE: Final = "ringback-device"
DEVICE_SECONDS: Final = 365 * 24 * 3600
_ONLY_THIS_HOST: Final = "__Host-"
_SECURE_SCHEMES: Final = ("https", "wss")


class Cookies(NamedTuple):
    """What a browser has sent."""

    session: str | None
    device: str | None


def cookies_of(scope: Scope) -> Cookies:
    """Read the cookies whose names belong to the scheme: over https only those bound to it."""
    given: Mapping[str, str] = _parsed(Headers(scope=scope).get("cookie", ""))
    return Cookies(given.get(_name(SESSION, scope)), given.get(_name(DEVICE, scope)))


def give_cookies(
    response: Response, scope: Scope, *, session: str, session_lasts: timedelta, device: str
) -> None:
    """No script of a page can read either; the device's outlives the session's."""
    _give(response, scope, SESSION, session, int(session_lasts.total_seconds()))
    _give(response, scope, DEVICE, device, DEVICE_SECONDS)


def take_session_cookie(response: Response, scope: Scope) -> None:
    _give(response, scope, SESSION, "", 0)


def _give(response: Response, scope: Scope, name: str, value: str, seconds: int) -> None:
    response.set_cookie(
        _name(name, scope),
        value,
        max_age=seconds,
        path="/",
        secure=_is_secure(scope),
        httponly=True,
        samesite="lax",
    )


def _name(name: str, scope: Scope) -> str:
    return _ONLY_THIS_HOST + name if _is_secure(scope) else name


def _is_secure(scope: Scope) -> bool:
    return scope.get("scheme") in _SECURE_SCHEMES


def _parsed(header: str) -> dict[str, str]:
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(header).items()}
    except CookieError:
        return {}
