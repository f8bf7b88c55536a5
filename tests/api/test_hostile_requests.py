"""Requests that no browser sends: each is refused with a code, and none is a fault of ours."""

import base64
import json

import httpx
import pytest
from tests.api.office import TOKEN, Office
from tests.api.socket import open_socket

DEEP = "[" * 100_000
HUGE = "9" * 5_000


@pytest.mark.parametrize(
    "body", [DEEP, '{"agent_id":' * 2_000, HUGE, '{"agent_id": "\\ud800"}', "NaN"]
)
@pytest.mark.parametrize("path", ["/agents/lea/consult", "/agents/lea/hang-up", "/callbacks"])
async def test_body_without_sense_or_end_is_refused(office: Office, path: str, body: str) -> None:
    """However deep it is nested and however long its numbers are."""
    answer = await office.http.post(
        f"/api/v1{path}", content=body, headers={"content-type": "application/json"}
    )

    assert 400 <= answer.status_code < 500
    assert answer.json()["error"]["code"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("origin", "http://["),
        ("origin", "http://[::1"),
        ("origin", "null"),
        ("origin", ""),
        ("content-length", HUGE),
        ("content-length", "-1"),
        ("content-length", "1e3"),
        ("idempotency-key", "x" * 201),
        ("idempotency-key", "\x1b[2J"),
        ("cookie", "ringback-session=\\777; =; ;;; $Version=1"),
        ("authorization", "Bearer " + "x" * 9_000),
        ("host", ""),
    ],
)
async def test_header_without_sense_is_no_fault_of_ours(
    office: Office, name: str, value: str
) -> None:
    """A header that cannot be read refuses, or says nothing."""
    answer = await office.http.post(
        "/api/v1/callbacks", json={"line_id": "nowhere", "number": "1"}, headers={name: value}
    )

    assert 400 <= answer.status_code < 500
    assert answer.json()["error"]["code"]


@pytest.mark.parametrize("value", [10**30, -(10**30), 2**63, True, 1.5, None, "1", [1]])
@pytest.mark.parametrize(
    ("path", "column"),
    [("/calls", "began"), ("/callbacks", "requested"), ("/contacts", "number")],
)
async def test_forged_cursor_is_refused_or_leads_nowhere(
    office: Office, path: str, column: str, value: object
) -> None:
    """What a cursor holds may have been written by anybody."""
    for forged in ([column, value, "c1"], [column, value], {"a": value}, value):
        cursor = base64.urlsafe_b64encode(json.dumps(forged).encode()).decode()
        answer = await office.http.get(f"/api/v1{path}", params={"after": cursor})

        assert answer.status_code == httpx.codes.OK or (
            answer.json()["error"]["code"] == "unknown-cursor"
        )


@pytest.mark.parametrize("text", ["\0", "%", "_", "'; drop table journal; --", "\ud7ff", "x" * 100])
async def test_text_to_search_for_means_nothing_to_the_database(office: Office, text: str) -> None:
    """Filters are bound, not written into a query."""
    for path, name in (
        ("/calls", "tag"),
        ("/calls", "agent_id"),
        ("/callbacks", "line_id"),
        ("/contacts", "search"),
        ("/audit-log", "actor"),
        ("/exports/calls", "team_id"),
    ):
        answer = await office.http.get(f"/api/v1{path}", params={name: text})

        assert answer.status_code in (200, 404, 422, 503), (path, answer.text)


@pytest.mark.parametrize("field", ["order", "type", "direction", "outcome", "reason", "state"])
async def test_order_and_filters_are_from_lists_that_are_written(
    office: Office, field: str
) -> None:
    """Nobody sorts or filters by a column of their choice."""
    path = "/callbacks" if field == "state" else "/calls"

    answer = await office.http.get(f"/api/v1{path}", params={field: "data); select 1 --"})

    assert answer.status_code == 422
    assert answer.json()["error"]["code"] == "validation-failed"


@pytest.mark.parametrize("field", ["email", "password", "code", "company"])
async def test_half_a_character_signs_nobody_in(office: Office, field: str) -> None:
    """Who is not known yet can send it as well."""
    attempt = {"email": "owner@ours.example", "password": "x", field: "a\ud800b"}

    answer = await office.http.post(
        "/api/v1/session",
        content=json.dumps(attempt),
        headers={"content-type": "application/json"},
    )

    assert answer.status_code in (401, 422)
    assert answer.json()["error"]["code"] in ("sign-in-refused", "validation-failed")


@pytest.mark.parametrize(
    "message", [DEEP, HUGE, "", "\0", '{"type":"here"', '{"type":"time","sent":1e999}']
)
async def test_page_that_says_nonsense_is_not_listened_to(office: Office, message: str) -> None:
    """The live feed goes on for a page that greeted it, and ends for one that did not."""
    async with open_socket(office.app, headers={"authorization": f"Bearer {TOKEN}"}) as socket:
        socket.say({"type": "hello"})
        await socket.hear_until("snapshot")
        socket.say(message)
        socket.say_bytes(message.encode())
        socket.say({"type": "ask-time", "sent": 5})
        told = await socket.hear_until("time")
    async with open_socket(office.app) as stranger:
        stranger.say(message)
        end = await stranger.hear()
    async with open_socket(office.app) as stranger:
        stranger.say_bytes(message.encode())
        end_of_bytes = await stranger.hear()

    assert told["sent"] == 5
    assert end["code"] == end_of_bytes["code"] == "not-signed-in"
