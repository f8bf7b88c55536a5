"""Who sees which line: agents those assigned to them, supervisors those of their scope (R36)."""

import httpx
from tests.api.office import MARIE, Office
from tests.api.signed_in import code_of, enrol, signed_in
from tests.api.socket import open_socket

from ringback.core.ids import AgentId, LineId
from ringback.people import Rights, Role, Scope

LEA, TOM = "lea@example.org", "tom@example.org"
OF_LONDON = "sam@example.org"


async def paris_is_for_lea(office: Office) -> str:
    """Assign Paris to Léa alone, and let somebody wait there; give the callback's id."""
    settings = await office.get("/lines/paris/settings")
    await office.put("/lines/paris/settings", settings | {"assigned_agents": ["lea"]})
    for email, name in ((LEA, "lea"), (TOM, "tom")):
        await enrol(office, email, Rights(role=Role.AGENT, agent_id=AgentId(name)))
    scope = Scope((LineId("london"),), ())
    await enrol(office, OF_LONDON, Rights(role=Role.SUPERVISOR, supervises=scope))
    await office.online()
    await office.talk()
    return await office.ask_for_callback("+33199002113")


async def everything(http: httpx.AsyncClient) -> str:
    """Read all lists there are."""
    paths = ("queues", "callbacks", "calls", "calls/live", "lines", "agents", "contacts")
    return repr([(await http.get(f"/api/v1/{path}")).json() for path in paths])


async def test_who_is_not_assigned_sees_nothing_of_the_line(office: Office) -> None:
    """Neither in a list, nor by its id, nor in a timeline, nor in the live feed."""
    callback_id = await paris_is_for_lea(office)
    call_id = (await office.get("/calls/live"))[0]["id"]

    for email in (TOM, OF_LONDON):
        async with signed_in(office, email) as http:
            told = await everything(http)
            one = await http.get(f"/api/v1/callbacks/{callback_id}")
            why = await http.get(f"/api/v1/callbacks/{callback_id}/why")
            line = await http.get("/api/v1/lines/paris")
            call = await http.get(f"/api/v1/calls/{call_id}")
            cookie = {"cookie": f"ringback-session={http.cookies['ringback-session']}"}
            async with open_socket(office.app, headers=cookie) as page:
                page.say({"type": "hello"})
                snapshot = repr(await page.hear())
        assert callback_id not in told
        for text in (told, snapshot):
            assert MARIE not in text
            assert "+33199002113" not in text
            assert callback_id not in text
        assert [code_of(each) for each in (one, why, line, call)] == [
            "unknown-callback",
            "unknown-callback",
            "unknown-line",
            "unknown-call",
        ]


async def test_who_is_assigned_sees_the_line_and_its_customers(office: Office) -> None:
    """The same, from the other side."""
    callback_id = await paris_is_for_lea(office)

    async with signed_in(office, LEA) as http:
        told = await everything(http)
        one = await http.get(f"/api/v1/callbacks/{callback_id}")

    assert callback_id in told
    assert "+33199002113" in told
    assert one.status_code == httpx.codes.OK


async def test_changes_of_another_line_are_not_told(office: Office) -> None:
    """The numbers of events go on without a gap, although some are left out."""
    callback_id = await paris_is_for_lea(office)
    async with signed_in(office, TOM) as http:
        cookie = {"cookie": f"ringback-session={http.cookies['ringback-session']}"}
        async with open_socket(office.app, headers=cookie) as page:
            page.say({"type": "hello"})
            snapshot = await page.hear()
            await office.post(f"/callbacks/{callback_id}/cancel", {"reason": "by_user"})
            office.feed.flush()
            changes = await page.hear_until("changes")

    assert changes["first_sequence"] == snapshot["sequence"] + 1
    assert changes["events"] == []
    assert changes["callbacks"] == []
    assert callback_id not in repr(changes)


async def test_agent_acts_only_as_themselves(office: Office) -> None:
    """By address, by body and by nobody's name."""
    callback_id = await paris_is_for_lea(office)
    async with signed_in(office, LEA) as http:
        for method, path, body in (
            ("PUT", "agents/tom/status", {"status": "online"}),
            ("POST", "agents/tom/hang-up", None),
            ("GET", "agents/tom/offers", None),
            ("POST", "offers/o1/accept", {"agent_id": "tom"}),
            ("POST", f"callbacks/{callback_id}/claim", {"agent_id": "tom"}),
            ("POST", f"callbacks/{callback_id}/release", {"agent_id": None}),
        ):
            answer = await http.request(method, f"/api/v1/{path}", json=body)
            assert (answer.status_code, code_of(answer)) == (403, "not-permitted"), path
        own = await http.put("/api/v1/agents/lea/status", json={"status": "do-not-disturb"})

    assert own.status_code == httpx.codes.OK


async def test_supervisor_directs_the_agents_of_their_scope(office: Office) -> None:
    """And nobody else; without a scope everybody."""
    await enrol(office, LEA, Rights(role=Role.SUPERVISOR, supervises=Scope((), ())))
    await enrol(office, TOM, Rights(role=Role.SUPERVISOR))
    answers = []
    for email in (LEA, TOM):
        async with signed_in(office, email) as http:
            answers.append(await http.put("/api/v1/agents/ines/status", json={"status": "online"}))

    assert [each.status_code for each in answers] == [403, 200]


async def test_page_of_who_is_shut_out_is_closed(office: Office) -> None:
    """An open page is no way to stay."""
    user = await enrol(office, LEA, Rights(role=Role.AGENT, agent_id=AgentId("lea")))
    async with signed_in(office, LEA) as http:
        cookie = {"cookie": f"ringback-session={http.cookies['ringback-session']}"}
        async with open_socket(office.app, headers=cookie) as page:
            page.say({"type": "hello"})
            await page.hear()
            await office.post(f"/users/{user.id}/deactivate")
            while (message := await page.hear())["type"] != "closed":
                page.say({"type": "here"})

    assert message["code"] == 4401
