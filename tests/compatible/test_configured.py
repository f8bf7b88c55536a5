"""Users, teams, numbers, tags and contacts: read, made and changed by programs."""

from pathlib import Path

from tests.api.office import MARIE, Office, open_office
from tests.api.signed_in import enrol
from tests.compatible.programs import Pair, Program, program_of

from ringback.core.ids import AgentId
from ringback.people import Rights, Role
from ringback.storage.memory import MemoryJournal

SUPERVISOR = Rights(role=Role.SUPERVISOR)


async def test_numbers_stay_the_same_in_another_server(tmp_path: Path) -> None:
    """A program may keep them: they are stored, and what is new gets the next one."""
    journal = MemoryJournal()
    async with open_office(tmp_path, journal=journal) as office, program_of(office) as program:
        first = {each["name"]: each["id"] for each in (await program.get("/v1/teams"))["teams"]}
        await program.send("POST", "/v1/teams", {"name": "Aftersales"}, 201)

    async with open_office(tmp_path, journal=journal) as office, program_of(office) as program:
        again = {each["name"]: each["id"] for each in (await program.get("/v1/teams"))["teams"]}

    assert again == {**first, "Aftersales": len(first) + 1}


async def test_user_who_takes_no_calls_is_listed_beside_the_agents(
    office: Office, program: Program
) -> None:
    """With the address of e-mail with which they sign in, by which they are found too."""
    await enrol(office, "zoe@example.org", SUPERVISOR)

    users = (await program.get("/v1/users"))["users"]
    found = (await program.get("/v1/users/zoe@example.org"))["user"]

    assert [user["name"] for user in users] == ["Léa Martin", "Tom Baker", "Inès Robert", "Zoe"]
    assert found == users[3]
    assert (found["available"], found["numbers"]) == (False, [])


async def test_user_keeps_the_number_of_the_agent_they_become(
    office: Office, program: Program
) -> None:
    """One person is listed once; the number they had before leads to them."""
    user = await enrol(office, "zoe@example.org", SUPERVISOR)
    before = (await program.get("/v1/users/zoe@example.org"))["user"]["id"]

    await office.put(
        f"/users/{user.id}",
        {"email": "zoe@example.org", "name": "Zoé", "role": "agent", "agent_id": "tom"},
    )
    users = (await program.get("/v1/users"))["users"]

    assert len(users) == 3
    assert (await program.get(f"/v1/users/{before}"))["user"]["name"] == "Tom Baker"


async def test_user_is_made_with_an_agent_changed_and_shut_out(
    office: Office, program: Program
) -> None:
    """Both versions; who is shut out is not listed any more."""
    draft = {"email": "Ana@example.org", "first_name": "Ana", "last_name": "Silva"}
    made = (await program.send("POST", "/v2/users", draft, 201))["user"]
    again = await program.send("POST", "/v1/users", draft, 422)
    place = f"/v1/users/{made['id']}"
    changed = (await program.send("PUT", place, {"last_name": "Costa", "wrap_up_time": 20}))["user"]
    await program.send("DELETE", place, status=204)

    assert (made["name"], made["email"], made["wrap_up_time"]) == (
        "Ana Silva",
        "ana@example.org",
        0,
    )
    assert again["error"] == "Unprocessable Entity"
    assert (changed["name"], changed["wrap_up_time"]) == ("Ana Costa", 20)
    assert office.world.agents[AgentId("ana")].profile.name == "Ana Costa"
    assert (await program.http.get(place)).status_code == 404


async def test_availability_is_told_in_the_words_of_that_api(
    office: Office, program: Program
) -> None:
    """Offline, available, in Do not disturb; set by a program too."""
    await office.online("lea")
    seen = [(await program.get("/v1/users/1/availability"))["availability"]]
    setting = {"availability_status": "unavailable"}
    user = (await program.send("PUT", "/v2/users/1", setting))["user"]
    seen.append((await program.get("/v1/users/1/availability"))["availability"])
    every = await program.get("/v1/users/availabilities")

    assert seen == ["available", "do_not_disturb"]
    assert (user["available"], user["availability_status"]) == (False, "unavailable")
    assert user["substatus"] == "always_closed"
    assert every["users"][1] == {"id": 2, "availability": "offline"}


async def test_team_is_made_and_its_members_change(office: Office, program: Program) -> None:
    """Teams stay, since flows name them."""
    made = (await program.send("POST", "/v1/teams", {"name": "Aftersales"}, 201))["team"]
    place = f"/v1/teams/{made['id']}"

    joined = (await program.send("POST", f"{place}/users/1", status=201))["team"]
    left = (await program.send("DELETE", f"{place}/users/1"))["team"]

    assert [user["id"] for user in joined["users"]] == [1]
    assert left["users"] == []
    assert (await program.send("DELETE", place, status=405))["error"] == "Method Not Allowed"


async def test_number_is_renamed_and_given_priority(office: Office, program: Program) -> None:
    """Nothing else of the line changes."""
    before = office.world.lines["paris"]

    changed = await program.send("PUT", "/v1/numbers/1", {"name": "Paris VIP", "priority": 1})

    assert (changed["number"]["name"], changed["number"]["priority"]) == ("Paris VIP", 1)
    after = office.world.lines["paris"]
    assert (after.name, after.priority) == ("Paris VIP", True)
    assert (after.flow_id, after.callbacks) == (before.flow_id, before.callbacks)


async def test_tag_is_made_changed_and_deleted(program: Program, pair: Pair) -> None:
    """A deleted tag is on no call any more; its name is free again."""
    tag = (await program.send("POST", "/v1/tags", {"name": "VIP", "color": "#abc"}, 201))["tag"]
    call = (await program.get("/v1/calls"))["calls"][0]
    await program.send("POST", f"/v1/calls/{call['id']}/tags", {"tags": [tag["id"]]}, 201)
    renamed = await program.send("PUT", f"/v1/tags/{tag['id']}", {"name": "Very important"})

    await program.send("DELETE", f"/v1/tags/{tag['id']}", status=204)

    assert (tag["color"], renamed["tag"]["name"]) == ("#aabbcc", "Very important")
    assert (await program.http.get(f"/v1/tags/{tag['id']}")).status_code == 404
    shown = (await program.get(f"/v1/calls/{call['id']}"))["call"]
    assert [each["name"] for each in shown["tags"]] == ["Callback Request", "Called Back"]
    await program.send("POST", "/v1/tags", {"name": "Very important", "color": "#abc"}, 201)


async def test_contact_is_found_named_and_erased(
    office: Office, program: Program, pair: Pair
) -> None:
    """Update is a POST; deleting is the erasing of this product (R49)."""
    [contact] = (await program.get("/v1/contacts/search", phone_number=MARIE))["contacts"]
    place = f"/v1/contacts/{contact['id']}"

    named = await program.send("POST", place, {"first_name": "Marie", "last_name": "Dupont"})
    ours = (await office.get(f"/contacts/c{contact['id']}"))["name"]
    await program.send("DELETE", place, status=204)

    assert (named["contact"]["first_name"], named["contact"]["last_name"]) == ("Marie", "Dupont")
    assert ours == "Marie Dupont"
    assert (await program.http.get(place)).status_code == 404
    assert (await program.get("/v1/contacts"))["contacts"] == []


async def test_contact_is_known_before_any_call(office: Office, program: Program) -> None:
    """Whoever calls from that number afterwards is that contact."""
    phone = {"label": "Work", "value": "+33199002112"}
    draft = {"first_name": "Marie", "last_name": "Dupont", "phone_numbers": [phone]}
    made = (await program.send("POST", "/v1/contacts", draft, 201))["contact"]

    await office.online()
    await office.wait_in_queue()
    [call] = (await program.get("/v1/calls", fetch_contact="true"))["calls"]

    assert call["contact"]["id"] == made["id"]
    assert call["contact"]["first_name"] == "Marie"
    assert isinstance(made["created_at"], int)


async def test_contact_without_a_number_is_refused(program: Program) -> None:
    """A contact here is a number with a name."""
    await program.send("POST", "/v1/contacts", {"first_name": "Marie"}, 400)
    wrong = {"first_name": "Marie", "phone_numbers": [{"label": "x", "value": "12"}]}
    await program.send("POST", "/v1/contacts", wrong, 422)

    assert (await program.get("/v1/contacts"))["meta"]["total"] == 0
