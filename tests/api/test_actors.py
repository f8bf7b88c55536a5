"""The journal names who did something: an agent, or whoever is signed in (R43)."""

from typing import Any

import httpx
from tests.api.office import Office
from tests.api.signed_in import enrol, signed_in

from ringback.people import Rights, Role

SAM = "sam@example.org"
VIP = {"name": "VIP", "colour": "#7A5AF8", "description": "", "archived": False}


async def _does(http: httpx.AsyncClient, method: str, path: str, body: Any = None) -> None:
    answer = await http.request(method, f"/api/v1{path}", json=body)
    assert answer.is_success, answer.text


async def _actors(office: Office, path: str, name: str) -> list[str]:
    events = (await office.get(path))["events"]
    return [event["actor"] for event in events if event["name"] == name]


async def test_supervisor_is_named_who_moves_and_cancels_a_callback(office: Office) -> None:
    """R43, R47, R49: not the operator."""
    sam = await enrol(office, SAM, Rights(role=Role.ADMIN))
    await office.online()
    await office.talk()
    callback_id = await office.ask_for_callback("+33199002113")
    await office.ask_for_callback("+33199002114")
    path = f"/callbacks/{callback_id}"

    async with signed_in(office, SAM) as http:
        await _does(http, "POST", f"{path}/move", {"to": "agent", "agent_id": "lea"})
        await _does(http, "POST", f"{path}/cancel", {"reason": "by_user"})

    assert await _actors(office, path, "moved-to-agent") == [f"user:{sam.id}"]
    assert await _actors(office, path, "callback-closed") == [f"user:{sam.id}"]


async def test_supervisor_is_named_who_tags_and_notes_a_call(office: Office) -> None:
    """R30, R43: who is no agent signs as who they are."""
    sam = await enrol(office, SAM, Rights(role=Role.ADMIN))
    await office.put("/tags/vip", VIP)
    await office.online()
    await office.talk()
    [call] = await office.get("/calls/live")
    path = f"/calls/{call['id']}"

    async with signed_in(office, SAM) as http:
        await _does(http, "PUT", f"{path}/tags/vip", {})
        await _does(http, "DELETE", f"{path}/tags/vip")
        await _does(http, "POST", f"{path}/notes", {"text": "Asks for Tuesday."})

    for name in ("call-tagged", "call-untagged", "note-written"):
        assert await _actors(office, path, name) == [f"user:{sam.id}"]
