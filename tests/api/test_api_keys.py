"""Keys of programs through the API: shown once, listed, narrowed by lines, and revoked."""

import httpx
from tests.api.office import MARIE, Office
from tests.api.signed_in import browser, code_of, enrol, signed_in
from tests.api.socket import open_socket

from ringback.people import Rights, Role

LONDON = {"role": "supervisor", "supervises": {"lines": ["london"], "teams": []}}


def bearing(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


async def test_key_is_shown_once_listed_and_revoked(office: Office) -> None:
    """A program comes in with it, and no more at once after it was revoked."""
    made = await office.post("/api-keys", {"name": " Wallboard ", "role": "supervisor"})
    token, key_id = made["token"], made["api_key"]["id"]
    async with browser(office) as http:
        board = await http.get("/api/v1/queues", headers=bearing(token))
        own = await http.get("/api/v1/session", headers=bearing(token))
        [listed] = await office.get("/api-keys")
        revoked = await office.http.delete(f"/api/v1/api-keys/{key_id}")
        after = await http.get("/api/v1/queues", headers=bearing(token))

    assert board.status_code == httpx.codes.OK
    assert (own.status_code, code_of(own)) == (403, "not-permitted")
    assert (listed["name"], listed["role"], listed["made_by"]) == (
        "Wallboard",
        "supervisor",
        "operator",
    )
    assert made["api_key"]["used_at"] is None
    assert listed["used_at"] is not None
    assert token not in repr(listed)
    assert revoked.json()["revoked_at"] is not None
    assert (after.status_code, code_of(after)) == (401, "invalid-token")


async def test_key_sees_its_lines_alone(office: Office) -> None:
    """R36: in lists and in the live feed, which a revoked key may not open any more."""
    made = await office.post("/api-keys", {"name": "London's wallboard"} | LONDON)
    await office.online()
    callback_id = await office.ask_for_callback()
    async with browser(office) as http:
        queues = await http.get("/api/v1/queues", headers=bearing(made["token"]))
        one = await http.get(f"/api/v1/callbacks/{callback_id}", headers=bearing(made["token"]))
    async with open_socket(office.app) as page:
        page.say({"type": "hello", "token": made["token"]})
        snapshot = await page.hear()
    await office.http.delete(f"/api/v1/api-keys/{made['api_key']['id']}")
    async with open_socket(office.app) as page:
        page.say({"type": "hello", "token": made["token"]})
        refused = await page.hear()

    assert code_of(one) == "unknown-callback"
    assert snapshot["type"] == "snapshot"
    for told in (queues.text, repr(snapshot)):
        assert callback_id not in told
        assert MARIE not in told
    assert refused["code"] == "invalid-token"


async def test_wrong_keys_are_refused(office: Office) -> None:
    """With the codes that users have."""
    for wrong, code in (
        ({"role": "agent"}, "agent-required"),
        ({"agent_id": "nobody"}, "unknown-agent"),
        ({"supervises": {"lines": ["nowhere"]}}, "unknown-line"),
        ({"supervises": {"teams": ["nobody"]}}, "unknown-team"),
        ({"name": "\0"}, "validation-failed"),
        ({"token": "my own"}, "validation-failed"),
    ):
        draft = {"name": "X", "role": "supervisor"} | wrong
        assert (await office.refused("POST", "/api-keys", draft))[1]["code"] == code
    assert (await office.refused("DELETE", "/api-keys/x"))[1]["code"] == "unknown-api-key"


async def test_admin_makes_no_key_for_an_owner(office: Office) -> None:
    """Nor does a supervisor make any."""
    await enrol(office, "ada@example.org", Rights(role=Role.ADMIN))
    await enrol(office, "sam@example.org", Rights(role=Role.SUPERVISOR))
    answers = []
    for email, role in (("ada", "admin"), ("ada", "owner"), ("sam", "supervisor")):
        async with signed_in(office, f"{email}@example.org") as http:
            answers.append(await http.post("/api/v1/api-keys", json={"name": "X", "role": role}))

    assert [answer.status_code for answer in answers] == [200, 403, 403]
