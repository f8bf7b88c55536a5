"""Signing in through the API: cookies, the first owner, sessions, passwords and second factors."""

from datetime import timedelta

import httpx
import pytest
from tests.api.office import TOKEN, Office
from tests.api.signed_in import PASSWORD, browser, code_of, enrol, sign_in, signed_in
from tests.api.socket import open_socket

from ringback.access.authenticator import code_at, step_of
from ringback.core.ids import AgentId
from ringback.people import Rights, Role

OWNER, LEA = "zoe@example.org", "lea@example.org"
FIRST_OWNER = {"email": OWNER, "name": "Zoé", "language": "fr", "password": PASSWORD}
NEW_PASSWORD = "seven loud mosquitoes"


async def owner_and_lea(office: Office) -> None:
    await enrol(office, OWNER, Rights(role=Role.OWNER))
    await enrol(office, LEA, Rights(role=Role.AGENT, agent_id=AgentId("lea")))


async def test_first_owner_is_made_on_the_machine_and_signed_in(office: Office) -> None:
    """From then on there is nothing to set up."""
    async with browser(office, address="127.0.0.1") as http:
        before = (await http.get("/api/v1/setup")).json()
        made = await http.post("/api/v1/setup", json=FIRST_OWNER)
        session = (await http.get("/api/v1/session")).json()
        again = await http.post("/api/v1/setup", json=FIRST_OWNER | {"email": "eve@example.org"})
        after = (await http.get("/api/v1/setup")).json()

    assert before == {"needed": True, "demo": None}
    assert made.json() == session
    assert session["user"] | {"id": ""} == {
        "id": "",
        "name": "Zoé",
        "email": OWNER,
        "role": "owner",
        "language": "fr",
        "agent_id": None,
    }
    assert session["company"] == {"id": "main", "name": "Ringback"}
    assert "users.manage" in session["permissions"]
    assert session["to_do"] == []
    assert (again.status_code, code_of(again)) == (409, "setup-done")
    assert after["needed"] is False


async def test_stranger_on_the_network_does_not_become_the_owner(office: Office) -> None:
    """Unless they hold what the server printed at its start."""
    bearing = {"authorization": f"Bearer {TOKEN}"}
    async with browser(office) as http:
        stranger = await http.post("/api/v1/setup", json=FIRST_OWNER)
        operator = await http.post("/api/v1/setup", json=FIRST_OWNER, headers=bearing)

    assert (stranger.status_code, code_of(stranger)) == (403, "setup-from-elsewhere")
    assert operator.status_code == httpx.codes.OK


async def test_cookie_cannot_be_read_or_sent_by_others(office: Office) -> None:
    """Over https it is bound to this host and to https."""
    await owner_and_lea(office)
    async with browser(office) as http:
        plain = (await sign_in(http, OWNER)).headers.get_list("set-cookie")
    async with browser(office, base="https://ringback") as http:
        secure = (await sign_in(http, OWNER)).headers.get_list("set-cookie")
        inside = await http.get("/api/v1/session")

    for cookie, name in zip(plain, ("ringback-session=", "ringback-device="), strict=True):
        assert cookie.startswith(name)
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
    for cookie in secure:
        assert cookie.startswith("__Host-ringback-")
        assert "Secure" in cookie
        assert "Path=/" in cookie
        assert "Domain" not in cookie
    assert inside.status_code == httpx.codes.OK


async def test_refused_sign_in_gives_no_cookie(office: Office) -> None:
    """And then slows down, saying for how long."""
    await owner_and_lea(office)
    async with browser(office) as http:
        answers = [await sign_in(http, OWNER, password="wrong") for _ in range(6)]

    assert [(each.status_code, code_of(each)) for each in answers] == [
        *[(401, "sign-in-refused")] * 5,
        (429, "too-many-attempts"),
    ]
    assert answers[-1].headers["retry-after"] == "3"
    assert not any("set-cookie" in each.headers for each in answers)


async def test_nobody_is_told_to_sign_in(office: Office) -> None:
    """Without a cookie, with a made-up one, and after signing out."""
    await owner_and_lea(office)
    async with browser(office) as http:
        nobody = await http.get("/api/v1/session")
        made_up = await http.get("/api/v1/session", headers={"cookie": "ringback-session=x; ,;="})
        await sign_in(http, OWNER)
        stolen = http.cookies["ringback-session"]
        out = await http.delete("/api/v1/session")
        after = await http.get("/api/v1/session", headers={"cookie": f"ringback-session={stolen}"})

    assert out.status_code == httpx.codes.OK
    for answer in (nobody, made_up, after):
        assert (answer.status_code, code_of(answer)) == (401, "not-signed-in")


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
async def test_page_of_another_site_changes_nothing_with_our_cookie(
    office: Office, headers: dict[str, str]
) -> None:
    """The browser would send it along."""
    await owner_and_lea(office)
    async with signed_in(office, OWNER) as http:
        answer = await http.put(
            "/api/v1/agents/lea/status", json={"status": "online"}, headers=headers
        )

    assert (answer.status_code, code_of(answer)) == (403, "foreign-origin")


async def test_agent_may_work_and_not_manage(office: Office) -> None:
    """The session says what is permitted; everything else answers the same code."""
    await owner_and_lea(office)
    async with signed_in(office, LEA) as http:
        session = (await http.get("/api/v1/session")).json()
        users = await http.get("/api/v1/users")
        board = await http.get("/api/v1/queues")

    assert session["user"]["agent_id"] == "lea"
    assert "agent.work" in session["permissions"]
    assert "users.manage" not in session["permissions"]
    assert (users.status_code, code_of(users)) == (403, "not-permitted")
    assert users.json()["error"]["details"] == {"permission": "users.manage"}
    assert board.status_code == httpx.codes.OK


async def test_own_sessions_are_listed_and_revoked(office: Office) -> None:
    """Somebody else's do not even exist."""
    await owner_and_lea(office)
    async with signed_in(office, LEA) as here, signed_in(office, LEA) as elsewhere:
        listed = (await here.get("/api/v1/sessions")).json()
        other = next(each["id"] for each in listed if not each["here"])
        async with signed_in(office, OWNER) as owner:
            foreign = (await owner.get("/api/v1/sessions")).json()[0]["id"]
            refused = await here.delete(f"/api/v1/sessions/{foreign}")
            lea_id = listed[0]["user_id"]
            seen = await owner.get("/api/v1/sessions", params={"user_id": lea_id})
        ended = await here.delete(f"/api/v1/sessions/{other}")
        after = [await http.get("/api/v1/session") for http in (here, elsewhere)]

    assert len(listed) == 2
    assert (refused.status_code, code_of(refused)) == (404, "unknown-session")
    assert len(seen.json()) == 2
    assert ended.status_code == httpx.codes.OK
    assert [each.status_code for each in after] == [200, 401]


async def test_one_time_password_is_changed_before_anything_else(office: Office) -> None:
    """The admin sees it once; the log does not have it."""
    draft = {"email": "sam@example.org", "name": "Sam", "role": "supervisor"}
    made = await office.post("/users", draft)
    async with browser(office) as http:
        first = await sign_in(http, draft["email"], password=made["password"])
        held = await http.get("/api/v1/queues")
        weak = await http.put(
            "/api/v1/session/password",
            json={"password": made["password"], "new_password": "password1234"},
        )
        changed = await http.put(
            "/api/v1/session/password",
            json={"password": made["password"], "new_password": NEW_PASSWORD},
        )
        board = await http.get("/api/v1/queues")

    assert first.json()["to_do"] == ["change-password"]
    assert first.json()["permissions"] == ["open", "own-session"]
    assert (held.status_code, code_of(held)) == (403, "to-do-first")
    assert weak.json()["error"]["details"]["problem"] == "too-common"
    assert changed.json()["to_do"] == []
    assert board.status_code == httpx.codes.OK


async def test_second_factor_is_set_up_and_asked_for(office: Office) -> None:
    """A QR code's address, a first code, recovery codes, and the next sign-in."""
    await owner_and_lea(office)
    path = "/api/v1/two-factor"
    async with signed_in(office, OWNER) as http:
        begun = (await http.post(path, json={"password": PASSWORD})).json()
        secret = begun["secret"]
        code = code_at(secret, step_of(office.time.now()))
        codes = (await http.post(f"{path}/confirm", json={"code": code})).json()["recovery_codes"]
        state = (await http.get(path)).json()
    async with browser(office) as http:
        without = await sign_in(http, OWNER)
        again = await sign_in(http, OWNER, code=code)
        await office.pass_time(timedelta(seconds=30))
        right = await sign_in(http, OWNER, code=code_at(secret, step_of(office.time.now())))
        renewed = await http.post(f"{path}/recovery-codes", json={"password": PASSWORD})
        removed = await http.post(f"{path}/remove", json={"password": PASSWORD})
        off = (await http.get(path)).json()

    assert begun["address"].startswith("otpauth://totp/Ringback%3Azoe")
    assert state == {"on": True, "recovery_codes_left": 10, "required": False}
    assert (without.status_code, code_of(without)) == (401, "second-factor-required")
    assert (again.status_code, code_of(again)) == (401, "code-wrong")
    assert right.status_code == httpx.codes.OK
    assert not set(renewed.json()["recovery_codes"]) & set(codes)
    assert removed.status_code == httpx.codes.OK
    assert off["on"] is False


async def test_operator_has_a_session_view_and_no_account(office: Office) -> None:
    """The command line bears the token."""
    session = await office.get("/session")
    status, error = await office.refused("GET", "/two-factor")

    assert session["user"]["role"] == "owner"
    assert session["user"]["email"] is None
    assert (status, error["code"]) == (403, "not-permitted")


async def test_live_feed_takes_the_cookie(office: Office) -> None:
    """An agent's page is present as this agent, and as no other."""
    await owner_and_lea(office)
    async with signed_in(office, LEA) as http:
        cookie = {"cookie": f"ringback-session={http.cookies['ringback-session']}"}
        async with open_socket(office.app, headers=cookie) as page:
            page.say({"type": "hello", "agent_id": "lea"})
            snapshot = await page.hear()
        async with open_socket(office.app, headers=cookie) as page:
            page.say({"type": "hello", "agent_id": "tom"})
            goodbye, closed = await page.hear(), await page.hear()

    assert snapshot["type"] == "snapshot"
    assert (goodbye["code"], closed["code"]) == ("not-permitted", 4403)


async def test_users_are_managed_and_shut_out_at_once(office: Office) -> None:
    """By who may; what does not exist is told."""
    await owner_and_lea(office)
    async with signed_in(office, LEA) as lea:
        users = await office.get("/users")
        lea_id = next(user["id"] for user in users if user["email"] == LEA)
        assert (await office.get(f"/users/{lea_id}"))["sessions"] == 1
        changed = await office.put(
            f"/users/{lea_id}",
            {"email": LEA, "name": "Léa M.", "role": "supervisor", "agent_id": "lea"}
            | {"supervises": {"lines": ["paris"], "teams": ["support"]}},
        )
        await office.post(f"/users/{lea_id}/deactivate")
        out = await lea.get("/api/v1/session")
    await office.post(f"/users/{lea_id}/activate")
    await office.post(f"/users/{lea_id}/reset-two-factor")
    reset = await office.post(f"/users/{lea_id}/reset-password")

    assert changed["supervises"] == {"lines": ["paris"], "teams": ["support"]}
    assert out.status_code == httpx.codes.UNAUTHORIZED
    assert reset["user"]["password_to_be_changed"]
    for wrong, code in (
        ({"agent_id": "nobody"}, "unknown-agent"),
        ({"supervises": {"lines": ["nowhere"]}}, "unknown-line"),
        ({"supervises": {"teams": ["nobody"]}}, "unknown-team"),
        ({"email": OWNER}, "email-taken"),
        ({"email": "no address"}, "validation-failed"),
        ({"name": "\0"}, "validation-failed"),
        ({"role": "emperor"}, "validation-failed"),
    ):
        draft = {"email": "x@example.org", "name": "X", "role": "supervisor"} | wrong
        assert (await office.refused("POST", "/users", draft))[1]["code"] == code
    assert (await office.refused("GET", "/users/nobody"))[1]["code"] == "unknown-user"


async def test_language_is_remembered_with_the_user(office: Office) -> None:
    """Everywhere they sign in."""
    await owner_and_lea(office)
    async with signed_in(office, OWNER) as http:
        await http.put("/api/v1/session/language", json={"language": "fr"})
    async with signed_in(office, OWNER) as http:
        session = (await http.get("/api/v1/session")).json()

    assert session["user"]["language"] == "fr"
