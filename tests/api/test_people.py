"""Users with the agents who they are, teams, and who is assigned to which line."""

from datetime import timedelta

import httpx
from tests.api.office import Office
from tests.api.signed_in import browser, enrol, sign_in, signed_in

from ringback.people import Rights, Role

ZOE = "zoe@example.org"
NADIA = "nadia@example.org"
NEW = {"email": NADIA, "name": "Nadia Éloi", "role": "agent", "language": "fr"}
AGENT = {"name": "Nadia Éloi", "phone": "desk", "wrap_up_seconds": 30, "language": "fr"}


async def test_user_is_added_together_with_the_agent_who_they_are(office: Office) -> None:
    """The agent's id is made out of the name, and is free."""
    first = await office.post("/users", NEW | {"new_agent": AGENT})
    second = await office.post(
        "/users", NEW | {"email": "other@example.org", "new_agent": AGENT | {"phone": "browser"}}
    )

    assert first["user"]["agent_id"] == "nadia-eloi"
    assert second["user"]["agent_id"] == "nadia-eloi-2"
    assert (await office.get("/agents/nadia-eloi/settings")) == AGENT | {"hours": None}
    assert (await office.get("/agents/nadia-eloi"))["status"] == "offline"


async def test_refused_user_leaves_no_agent_behind(office: Office) -> None:
    """Neither for an address that is taken, nor for two agents at once."""
    await office.post("/users", NEW | {"new_agent": AGENT})
    agents = await office.get("/agents")

    taken = await office.refused("POST", "/users", NEW | {"new_agent": AGENT | {"name": "Else"}})
    both = NEW | {"email": "x@example.org", "agent_id": "lea", "new_agent": AGENT}
    two = await office.refused("POST", "/users", both)
    outside = NEW | {"email": "x@example.org", "new_agent": AGENT | {"phone": "outside"}}
    numberless = await office.refused("POST", "/users", outside)

    assert (taken[1]["code"], two[1]["code"]) == ("email-taken", "validation-failed")
    assert numberless[1]["code"] == "no-outside-number"
    assert await office.get("/agents") == agents


async def test_agent_of_a_user_who_is_shut_out_goes_offline(office: Office) -> None:
    """Nothing rings any more for somebody who cannot sign in (R19)."""
    made = await office.post("/users", NEW | {"agent_id": "lea"})
    await office.put("/agents/lea/status", {"status": "online"})

    await office.post(f"/users/{made['user']['id']}/deactivate")

    assert (await office.get("/agents/lea"))["status"] == "offline"


async def test_agent_whom_nobody_is_any_more_goes_offline(office: Office) -> None:
    """Somebody else takes the place; the new agent is as they were."""
    made = await office.post("/users", NEW | {"agent_id": "lea"})
    await office.put("/agents/lea/status", {"status": "online"})
    await office.put("/agents/tom/status", {"status": "online"})

    await office.put(f"/users/{made['user']['id']}", NEW | {"agent_id": "tom"})

    assert (await office.get("/agents/lea"))["status"] == "offline"
    assert (await office.get("/agents/tom"))["status"] == "online"


async def test_wait_after_wrong_passwords_is_shown_and_lifted(office: Office) -> None:
    """By who manages users; everybody else goes on as before."""
    user = await enrol(office, ZOE, Rights(role=Role.OWNER))
    async with browser(office) as http:
        for _ in range(6):
            held = await sign_in(http, ZOE, password="a wrong one indeed")
        [shown] = [each for each in await office.get("/users") if each["id"] == user.id]
        lifted = await office.post(f"/users/{user.id}/lift-waits")
        again = await sign_in(http, ZOE)
    entries = (await office.get("/audit-log"))["entries"]

    assert held.status_code == httpx.codes.TOO_MANY_REQUESTS
    assert shown["waits_until"] is not None
    assert lifted["waits_until"] is None
    assert again.status_code == httpx.codes.OK
    assert "waits-lifted" in [entry["action"] for entry in entries]


async def test_wait_is_shown_until_it_is_over(office: Office) -> None:
    """The user is named, though the failures were counted by address."""
    user = await enrol(office, ZOE, Rights(role=Role.OWNER))
    async with browser(office) as http:
        for _ in range(6):
            await sign_in(http, ZOE, password="a wrong one indeed")
        before = (await office.get(f"/users/{user.id}"))["waits_until"]
        await office.pass_time(timedelta(minutes=16))
        after = (await office.get(f"/users/{user.id}"))["waits_until"]

    assert before is not None
    assert after is None


async def test_wait_for_an_address_that_begins_like_a_users_is_not_theirs(office: Office) -> None:
    """Nobody makes it look as if somebody else had failed."""
    user = await enrol(office, ZOE, Rights(role=Role.OWNER))
    async with browser(office) as http:
        for _ in range(6):
            held = await sign_in(http, f"{ZOE} x", password="a wrong one indeed")
    shown = await office.get(f"/users/{user.id}")

    assert held.status_code == httpx.codes.TOO_MANY_REQUESTS
    assert shown["waits_until"] is None


async def test_team_is_added_with_an_id_of_its_name(office: Office) -> None:
    """Two of one name are two teams."""
    first = await office.post("/teams", {"name": "Après-vente", "members": ["lea"]})
    second = await office.post("/teams", {"name": "Après-vente", "members": []})

    assert [first["id"], second["id"]] == ["apres-vente", "apres-vente-2"]
    assert first in await office.get("/teams")


async def test_agent_is_assigned_to_a_line_and_taken_off_it(office: Office) -> None:
    """R36: alone, whatever else is set for the line meanwhile."""
    settings = await office.get("/lines/paris/settings")

    one = await office.put("/lines/paris/agents/lea", None)
    twice = await office.put("/lines/paris/agents/lea", None)
    two = await office.put("/lines/paris/agents/tom", None)
    left = (await office.http.delete("/api/v1/lines/paris/agents/lea")).json()

    assert one["settings"]["assigned_agents"] == twice["settings"]["assigned_agents"] == ["lea"]
    assert two["settings"]["assigned_agents"] == ["lea", "tom"]
    assert left["settings"] == settings | {"assigned_agents": ["tom"]}
    refused = await office.refused("PUT", "/lines/paris/agents/nobody", None)
    assert refused[1]["code"] == "unknown-agent"


async def test_agent_may_do_none_of_this(office: Office) -> None:
    """Who takes calls manages nobody."""
    await enrol(office, ZOE, Rights(role=Role.SUPERVISOR))
    async with signed_in(office, ZOE) as http:
        answers = [
            await http.post("/api/v1/teams", json={"name": "X", "members": []}),
            await http.put("/api/v1/lines/paris/agents/lea"),
            await http.delete("/api/v1/lines/paris/agents/lea"),
            await http.post("/api/v1/users/nobody/lift-waits"),
        ]

    assert {answer.status_code for answer in answers} == {httpx.codes.FORBIDDEN}
