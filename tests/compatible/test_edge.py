"""Who is let in, what is refused and how, and how many requests are served."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from tests.api.office import TOKEN, Office
from tests.compatible.fields import ERROR, assert_fits
from tests.compatible.programs import Pair, Program, program_of

from ringback.core.ids import AgentId
from ringback.people import Rights, Role

LIMIT = 120


def stranger(office: Office, **headers: str) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(office.app)
    return httpx.AsyncClient(transport=transport, base_url="http://ringback", headers=headers)


async def test_who_sends_no_credentials_is_unauthorized(office: Office) -> None:
    """A cookie of a browser is none either."""
    async with stranger(office, cookie="ringback-session=anything") as http:
        answer = await http.get("/v1/ping")

    assert answer.status_code == 401
    assert answer.json() == {"message": "Unauthorized"}


@pytest.mark.parametrize("path", ["/v1/calls", "/v1/nothing", "/v2/users"])
async def test_who_sends_wrong_credentials_is_forbidden(
    office: Office, program: Program, path: str
) -> None:
    """A wrong token, another key's id, or what is no such header at all."""
    async with program_of(office) as other:
        for auth in (("nobody", "secret"), (other.api_id, program.token), (program.api_id, "")):
            async with stranger(office) as http:
                answer = await http.get(path, auth=httpx.BasicAuth(*auth))
            assert (answer.status_code, answer.json()) == (403, {"message": "Forbidden"})
    async with stranger(office, authorization="Digest x") as http:
        assert (await http.get(path)).status_code == 403


async def test_key_is_taken_as_a_bearer_too(office: Office, program: Program) -> None:
    """As programs of partners send it; the operator's token is one as well."""
    for token in (program.token, TOKEN):
        async with stranger(office, authorization=f"Bearer {token}") as http:
            answer = await http.get("/v1/ping")
        assert (answer.status_code, answer.json()) == (200, {"ping": "pong"})


async def test_address_that_is_not_there_is_not_found(program: Program, pair: Pair) -> None:
    """Beside an address, and behind a number that nothing has."""
    beside = await program.http.get("/v1/queues")
    unknown = await program.http.get("/v1/calls/999999")
    garbled = await program.http.get("/v1/users/12abc")

    assert (beside.status_code, beside.json()) == (404, {"message": "Not Found"})
    for answer in (unknown, garbled):
        assert (answer.status_code, answer.json()["error"]) == (404, "Not Found")
        assert_fits(answer.json(), ERROR)


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", "/v1/calls/15/tags", {"tags": "1"}, 400),
        ("POST", "/v1/calls/15/comments", {}, 400),
        ("POST", "/v1/calls/15/comments", {"content": " "}, 422),
        ("POST", "/v1/tags", [], 400),
        ("POST", "/v1/tags", {"name": "VIP", "color": "red"}, 400),
        ("POST", "/v1/teams", {"name": "support"}, 422),
        ("POST", "/v1/calls/15/pause_recording", None, 405),
        ("DELETE", "/v1/calls/15/recording", None, 405),
        ("POST", "/v1/calls/15/transfers", {"user_id": 1}, 405),
        ("POST", "/v1/users/1/calls", {"number_id": 1, "to": "+33199009999"}, 405),
        ("POST", "/v1/numbers/1/messages/send", {"to": "+33199009999", "body": "Hi"}, 405),
        ("GET", "/v1/integrations/me", None, 405),
        ("GET", "/v1/calls/15/transcription", None, 404),
        ("GET", "/v1/calls?from=yesterday", None, 400),
        ("DELETE", "/v1/tags/1", None, 422),
        ("GET", "/v1/users/1/dialer_campaign", None, 404),
    ],
)
async def test_errors_have_one_shape_and_the_status_that_programs_know(
    program: Program, pair: Pair, method: str, path: str, body: Any, status: int
) -> None:
    """What is wrong, what cannot be done, and what this product does not have."""
    await program.get("/v1/ping")
    await program.get("/v1/users")

    answer = await program.http.request(method, path, json=body)

    assert answer.status_code == status, answer.text
    assert_fits(answer.json(), ERROR)
    assert answer.json()["error"] == httpx.codes(status).name.replace("_", " ").title()


async def test_request_beyond_the_limit_is_told_when_to_come_back(
    office: Office, program: Program
) -> None:
    """120 in a minute by all programs of a company; then a minute has to pass."""
    async with program_of(office) as other:
        for nth in range(LIMIT):
            served = await (program if nth % 2 else other).http.get("/v1/ping")
            assert served.status_code == 200
            assert "x-aircallapi-limit" not in served.headers

        refused = await other.http.get("/v1/ping")
        await office.pass_time(timedelta(minutes=1))
        later = await other.http.get("/v1/ping")

    assert refused.status_code == 429
    assert refused.headers["x-aircallapi-limit"] == "120"
    assert refused.headers["x-aircallapi-remaining"] == "0"
    reset = int(refused.headers["x-aircallapi-reset"])
    assert 0 < reset - int(office.time.now().timestamp()) + 60 <= 61
    assert 0 < int(refused.headers["retry-after"]) <= 60
    assert_fits(refused.json(), ERROR)
    assert later.status_code == 200


async def test_body_that_is_too_large_or_no_json_is_a_bad_request(program: Program) -> None:
    """One that announces its size is not even read."""
    large = await program.http.post("/v1/tags", content=b"x" * 1_100_000)
    broken = await program.http.post(
        "/v1/tags", content=b"{", headers={"content-type": "application/json"}
    )

    assert (large.status_code, broken.status_code) == (400, 400)
    assert_fits(broken.json(), ERROR)


async def test_role_of_a_key_holds_here_too(office: Office, pair: Pair) -> None:
    """An agent's program reads calls, and neither users nor webhooks."""
    rights = Rights(role=Role.AGENT, agent_id=AgentId("lea"))
    async with program_of(office, rights) as agent:
        calls = await agent.http.get("/v1/calls")
        users = await agent.http.get("/v1/users")
        tagging = await agent.http.post("/v1/tags", json={"name": "VIP", "color": "#7A5AF8"})

    assert calls.status_code == 200
    assert (users.status_code, users.json()["error"]) == (403, "Forbidden")
    assert tagging.status_code == 403
