"""Who may enter: nobody without the token, except at the few open addresses."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from fastapi.routing import APIRoute
from tests.api.office import TOKEN, Office

from ringback.api.app import OPEN_PATHS
from ringback.api.guard import BODY_BYTES_MAX


def _operations(office: Office) -> Iterator[tuple[str, str]]:
    for path, methods in office.app.openapi()["paths"].items():
        for method in methods:
            yield method.upper(), path


async def _bare(office: Office, method: str, path: str, **headers: str) -> httpx.Response:
    transport = httpx.ASGITransport(office.app)
    async with httpx.AsyncClient(transport=transport, base_url="http://ringback") as http:
        return await http.request(method, path, headers=headers)


async def test_every_operation_refuses_who_bears_no_token(office: Office) -> None:
    """Deny by default: open are the health checks, and what it takes to sign in."""
    open_operations = []
    for method, path in _operations(office):
        answer = await _bare(office, method, path.replace("{number}", "%2B33199002112"))
        if answer.status_code != httpx.codes.UNAUTHORIZED:
            open_operations.append(path)
            continue
        assert answer.json()["error"]["code"] == "not-signed-in"
        assert answer.headers["www-authenticate"] == "Bearer"

    assert open_operations == [
        "/api/v1/setup",
        "/api/v1/setup",
        "/api/v1/session",
        "/health",
        "/ready",
    ]
    assert len(list(_operations(office))) > 30


async def test_open_addresses_are_these_and_no_others() -> None:
    """A new open address must be named here."""
    assert {
        "/favicon.ico",
        "/health",
        "/ready",
        "/api/v1/openapi.json",
        "/api/v1/session",
        "/api/v1/setup",
    } == OPEN_PATHS


@pytest.mark.parametrize(
    "authorization",
    ["", "Bearer", "Bearer ", f"Bearer {TOKEN}x", f"Basic {TOKEN}", TOKEN, "Bearer é"],
)
async def test_wrong_token_is_refused(office: Office, authorization: str) -> None:
    """Only the whole token, as a bearer token."""
    headers = [(b"authorization", authorization.encode())]
    answer = await office.http.get(
        "/api/v1/agents", headers=httpx.Headers(headers, encoding="utf-8")
    )

    assert answer.status_code == httpx.codes.UNAUTHORIZED


async def test_unknown_address_is_not_told_to_strangers(office: Office) -> None:
    """Without the token even an address that does not exist answers 401."""
    stranger = await _bare(office, "GET", "/api/v1/secrets")
    friend_status, friend = await office.refused("GET", "/secrets")

    assert stranger.status_code == httpx.codes.UNAUTHORIZED
    assert (friend_status, friend["code"]) == (404, "not-found")


@pytest.mark.parametrize("path", ["*", "//api/v1/agents", "///metrics"])
async def test_odd_address_is_not_told_to_strangers_either(office: Office, path: str) -> None:
    """An address without a slash, as `OPTIONS *` has, or with too many of them."""
    told: list[Any] = []
    scope = {"type": "http", "method": "OPTIONS", "path": path, "headers": [], "query_string": b""}

    async def receive() -> Any:
        return {"type": "http.request", "body": b""}

    async def send(message: Any) -> None:
        told.append(message)

    await office.app(scope | {"app": office.app}, receive, send)

    assert told[0]["status"] in (401, 404, 405)


async def test_page_of_another_site_cannot_write(office: Office) -> None:
    """Even with the token: the Origin of an unsafe request must be our own."""
    answer = await office.http.put(
        "/api/v1/agents/lea/status",
        json={"status": "online"},
        headers={"origin": "https://evil.example"},
    )

    assert answer.status_code == httpx.codes.FORBIDDEN
    assert answer.json()["error"]["code"] == "foreign-origin"
    assert (await office.get("/agents/lea"))["status"] == "offline"


@pytest.mark.parametrize("announced", [True, False])
async def test_too_large_a_body_is_refused(office: Office, announced: bool) -> None:
    """Whether or not its length is announced."""

    async def chunks() -> object:
        for _ in range(3):
            yield b" " * (BODY_BYTES_MAX // 2)

    content = b" " * (BODY_BYTES_MAX + 1) if announced else chunks()
    answer = await office.http.put("/api/v1/agents/lea/status", content=content)  # type: ignore[arg-type]

    assert answer.json()["error"]["code"] == "body-too-large"


async def test_every_route_has_a_name_of_its_own(office: Office) -> None:
    """Names become the generated client's functions."""
    names = [route.name for route in office.app.routes if isinstance(route, APIRoute)]

    assert len(names) == len(set(names))
