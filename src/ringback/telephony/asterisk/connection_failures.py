"""Say in plain words why Asterisk cannot be reached, where, and what a person can do."""

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

import aiohttp

from .connection_states import ConnectionState, Unreachable, WrongPassword

if TYPE_CHECKING:
    from .client import AriSettings

NO_ANSWER_IN_TIME: Final = "timeout"


def failed_to_connect(
    failure: aiohttp.ClientError | OSError | UnicodeError, settings: "AriSettings"
) -> ConnectionState:
    """Name the reason for which no connection came about; the failure's own text is not shown."""
    url = settings.url
    match failure:
        case aiohttp.WSServerHandshakeError():
            return _refused(failure.status, settings)
        case TimeoutError():
            return _unreachable(
                settings,
                NO_ANSWER_IN_TIME,
                f"{url} does not answer within {settings.connect_seconds_max:g} s.",
                "See whether that machine is up, Asterisk is not stuck and no firewall is between.",
            )
        case aiohttp.InvalidURL() | UnicodeError():
            return _unreachable(
                settings,
                "bad-address",
                f"“{url}” is not an address.",
                "Set asterisk.url to one like http://127.0.0.1:8088 and start Ringback again.",
            )
        case aiohttp.ClientConnectorDNSError():
            return _unreachable(
                settings,
                "unknown-host",
                f"nobody knows the host in {url}.",
                "Correct asterisk.url, or see whether the name server works.",
            )
        case aiohttp.ClientConnectorError() | ConnectionRefusedError():
            return _unreachable(
                settings,
                "refused",
                f"nothing accepts connections at {url}.",
                "Start Asterisk, or correct asterisk.url; http.conf must say “enabled = yes”.",
            )
        case _:
            return _unreachable(
                settings,
                "no-answer",
                f"{url} breaks connections off without an answer.",
                "Raise “sessionlimit” in http.conf if its web server has no session left, and see "
                "that what listens there is Asterisk.",
            )


def was_cut(settings: "AriSettings") -> ConnectionState:
    return _unreachable(
        settings,
        "cut",
        f"the connection to {settings.url} was cut.",
        "If it does not come back by itself, see whether Asterisk still runs.",
    )


def tells_nothing(settings: "AriSettings") -> ConnectionState:
    return _unreachable(
        settings,
        "deaf",
        f"{settings.url} answers, but tells nothing of what happens.",
        "This passes by itself once the connection is made anew.",
    )


def has_gone_silent(settings: "AriSettings") -> ConnectionState:
    return _unreachable(
        settings,
        "silent",
        f"{settings.url} has gone silent in the midst of a connection.",
        "If it does not come back by itself, see whether its machine is up and Asterisk not stuck.",
    )


def _refused(status: int, settings: "AriSettings") -> ConnectionState:
    url = settings.url
    match status:
        case HTTPStatus.UNAUTHORIZED | HTTPStatus.FORBIDDEN:
            return WrongPassword(
                user=settings.user, url=url, retry_seconds_max=settings.reconnect_seconds_max
            )
        case HTTPStatus.NOT_FOUND:
            return _unreachable(
                settings,
                "not-ari",
                f"the web server at {url} has no ARI.",
                "While Asterisk starts, this passes in seconds. If it stays, ari.conf must say "
                "“enabled = yes”, and asterisk.url must be that of http.conf.",
            )
        case HTTPStatus.SERVICE_UNAVAILABLE:
            return _unreachable(
                settings,
                "starting",
                f"the one at {url} is still starting.",
                "This passes in seconds. If it stays, Asterisk's own log says what it waits for.",
            )
        case _:
            return _unreachable(
                settings,
                f"http-{status}",
                f"{url} answers {status} instead of opening an ARI connection.",
                "See that asterisk.url leads to Asterisk itself.",
            )


def _unreachable(settings: "AriSettings", code: str, reason: str, remedy: str) -> Unreachable:
    return Unreachable(
        code=code,
        reason=reason,
        remedy=remedy,
        retry_seconds_max=settings.reconnect_seconds_max,
    )
