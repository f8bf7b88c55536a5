"""Callbacks called by hand, through the API: the list, claims, calls and dismissals."""

from typing import Any

import pytest
from tests.api.office import MARIE, TOKEN, Office
from tests.api.socket import open_socket

KARIM = "+33199002145"


async def make_manual(office: Office, line_id: str = "paris") -> None:
    settings = await office.get(f"/lines/{line_id}/settings")
    settings["callbacks"]["mode"] = "manual"
    await office.put(f"/lines/{line_id}/settings", settings)


async def manual_request(office: Office, number: str = MARIE) -> str:
    """Leave one manual request; Léa and Tom are free again afterwards."""
    await make_manual(office)
    await office.online("lea")
    await office.online("tom")
    await office.wait_in_queue(number)
    await office.post(f"/booth/phones/{number}/press", {"digit": "*"})
    await office.until(lambda: bool(office.world.callbacks))
    await office.until(lambda: not office.world.calls)
    return str(list(office.world.callbacks)[-1])


async def failed_callback(office: Office) -> str:
    """Let an automated callback fail in all its attempts."""
    await office.online()
    callback_id = await office.ask_for_callback()
    for _ in range(3):
        offer = await office.offer_of()
        await office.post(f"/offers/{offer['id']}/decline", {"agent_id": "lea"})
    return callback_id


async def listed(office: Office) -> list[Any]:
    page = await office.get("/callbacks?to_call=true")
    return list(page["callbacks"])


async def by_hand(office: Office, callback_id: str, what: str, agent_id: str = "lea") -> Any:
    answer = await office.post(f"/callbacks/{callback_id}/{what}", {"agent_id": agent_id})
    return answer["callback"]


async def refused(office: Office, callback_id: str, what: str, agent_id: str = "tom") -> Any:
    path = f"/callbacks/{callback_id}/{what}"
    status, error = await office.refused("POST", path, {"agent_id": agent_id})
    return status, error["code"], error["details"]


async def reach(office: Office, number: str = MARIE) -> None:
    phone = office.services.booth.pick_up(number)
    await office.until(lambda: phone.state().phase == "ringing")
    await office.post(f"/booth/phones/{number}/answer")
    await office.until(lambda: phone.state().hearing == "agent")


async def test_manual_request_is_called_by_hand_and_leaves_the_list(office: Office) -> None:
    """R35, R38: who is on it is shown meanwhile, and who called afterwards."""
    callback_id = await manual_request(office)
    [waiting] = await listed(office)

    called = await by_hand(office, callback_id, "call")
    [calling] = await listed(office)
    await reach(office)
    callback = (await office.get(f"/callbacks/{callback_id}"))["callback"]

    assert waiting["id"] == callback_id
    assert (waiting["state"], waiting["to_call"]) == ("awaiting-agent", True)
    assert waiting["to_call_since"] == waiting["requested_at"]
    assert called["state"] == "connecting-agent"
    assert calling["calling_by"] == "lea"
    assert await listed(office) == []
    assert callback["outcome"] == {"kind": "completed", "reason": None}
    assert callback["called_by"] == "lea"


async def test_agent_calling_by_hand_sees_the_call(office: Office) -> None:
    """The card goes from connecting to the customer's ringing like after an accept."""
    callback_id = await failed_callback(office)

    await by_hand(office, callback_id, "call")
    connecting = (await office.get("/agents/lea"))["offer"]
    callback_in_core = office.world.follow_ups[callback_id]
    await office.until(lambda: getattr(callback_in_core.state, "rang", False))
    agent = await office.get("/agents/lea")
    callback = (await office.get(f"/callbacks/{callback_id}"))["callback"]

    assert (connecting["state"], connecting["item_id"]) == ("accepted", callback_id)
    assert agent["conversation"]["stage"] == "customer-ringing"
    assert agent["conversation"]["customer"]["number"] == MARIE
    assert callback["state"] == "calling-customer"


async def test_failed_callback_keeps_its_outcome_when_reached_by_hand(office: Office) -> None:
    """R39: Called Back is added to its inbound call."""
    callback_id = await failed_callback(office)
    [waiting] = await listed(office)

    await by_hand(office, callback_id, "call")
    await reach(office)
    callback = (await office.get(f"/callbacks/{callback_id}"))["callback"]
    calls = (await office.get("/calls"))["calls"]

    assert waiting["outcome"] == {"kind": "failed", "reason": "declined"}
    assert waiting["to_call_since"] == waiting["closed_at"]
    assert callback["outcome"] == waiting["outcome"]
    assert callback["called_by"] == "lea"
    assert callback["to_call"] is False
    assert calls[-1]["tags"] == ["queue_callback", "queue_called_back"]


async def test_claimed_callback_is_for_its_agent_until_released(office: Office) -> None:
    """R38: the refusals name who has it."""
    callback_id = await manual_request(office)
    nothing = await refused(office, callback_id, "release")

    claimed = await by_hand(office, callback_id, "claim")
    taken = await refused(office, callback_id, "call")
    released = await by_hand(office, callback_id, "release")
    await by_hand(office, callback_id, "call", "tom")
    second = await refused(office, callback_id, "call", "lea")

    assert nothing[:2] == (409, "callback-not-claimed")
    assert (claimed["claimed_by"], released["claimed_by"]) == ("lea", None)
    assert taken[:2] == (409, "callback-claimed")
    assert taken[2]["agent_id"] == "lea"
    assert second[:2] == (409, "callback-being-called")
    assert second[2]["agent_id"] == "tom"


async def test_dismissed_callback_leaves_the_list(office: Office) -> None:
    """R39: it cannot be called any more; a manual request is cancelled instead."""
    callback_id = await failed_callback(office)

    dismissed = await by_hand(office, callback_id, "dismiss")
    late = await refused(office, callback_id, "call", "lea")

    assert dismissed["dismissed_by"] == "lea"
    assert await listed(office) == []
    assert late[:2] == (409, "callback-already-closed")


async def test_open_request_is_dismissed_like_any_other(office: Office) -> None:
    """R39, R49: it ends cancelled, and bears the name of who took it off the list."""
    callback_id = await manual_request(office)

    dismissed = await by_hand(office, callback_id, "dismiss")

    assert dismissed["outcome"] == {"kind": "cancelled", "reason": "by_user"}
    assert dismissed["dismissed_by"] == "lea"
    assert await listed(office) == []


async def test_claim_of_another_is_released_by_name_only(office: Office) -> None:
    """R39: by a colleague who names whose claim it is, or by somebody who is no agent."""
    callback_id = await manual_request(office)
    await by_hand(office, callback_id, "claim")
    path = f"/callbacks/{callback_id}/release"

    own = await refused(office, callback_id, "release")
    stale = await office.refused("POST", path, {"agent_id": "tom", "claimed_by": "ines"})
    released = await office.post(path, {"agent_id": "tom", "claimed_by": "lea"})
    await by_hand(office, callback_id, "claim")
    by_operator = await office.post(path, {"claimed_by": "lea"})

    assert own == (409, "callback-claimed", {"callback_id": callback_id, "agent_id": "lea"})
    assert stale[1]["code"] == "callback-claimed"
    assert released["callback"]["claimed_by"] is by_operator["callback"]["claimed_by"] is None
    ends = [e for e in by_operator["events"] if e["name"] == "callback-unclaimed"]
    told = [(e["agent_id"], e["claimed_by"], e["actor"]) for e in ends]
    assert told == [("tom", "lea", "agent:tom"), (None, "lea", "operator")]


async def test_agents_see_the_requests_of_their_numbers_only(office: Office) -> None:
    """R36: in the list and live; what they do not see they cannot claim, call or dismiss."""
    callback_id = await manual_request(office)
    settings = await office.get("/lines/paris/settings")
    saved = await office.put("/lines/paris/settings", settings | {"assigned_agents": ["tom"]})
    assert saved["assigned_agents"] == ["tom"]

    seen = {
        agent_id: (await office.get(f"/callbacks?to_call=true&agent_id={agent_id}"))["callbacks"]
        for agent_id in ("tom", "lea")
    }
    async with open_socket(office.app) as tom, open_socket(office.app) as lea:
        snapshots = {}
        for socket, agent_id in ((tom, "tom"), (lea, "lea")):
            socket.say({"type": "hello", "token": TOKEN, "agent_id": agent_id})
            snapshots[agent_id] = (await socket.hear_until("snapshot"))["to_call"]

    assert [len(seen["tom"]), len(seen["lea"])] == [1, 0]
    assert [len(snapshots["tom"]), len(snapshots["lea"])] == [1, 0]
    for what in ("claim", "call", "dismiss", "release"):
        status, code, _ = await refused(office, callback_id, what, "lea")
        assert (status, code) == (403, "line-not-assigned")


@pytest.mark.parametrize("what", ["claim", "release", "call", "dismiss"])
async def test_unknown_callbacks_and_agents_are_refused(office: Office, what: str) -> None:
    """404, with the code of what is unknown."""
    callback_id = await manual_request(office)

    assert (await refused(office, "none", what))[:2] == (404, "unknown-callback")
    assert (await refused(office, callback_id, what, "nobody"))[:2] == (404, "unknown-agent")


async def test_agent_who_is_not_free_is_refused(office: Office) -> None:
    """R38: nobody calls who is offline."""
    callback_id = await manual_request(office)
    await office.put("/agents/tom/status", {"status": "offline"})

    assert (await refused(office, callback_id, "call"))[:2] == (409, "agent-not-available")


async def test_withheld_number_is_listed_but_cannot_be_called(office: Office) -> None:
    """R9: in the list for manual follow-up, with its reason."""
    await office.online()
    await office.post(f"/booth/phones/{MARIE}/dial", {"line_id": "paris", "withheld": True})
    await office.until(lambda: any(call.stay for call in office.world.calls.values()))
    await office.post(f"/booth/phones/{MARIE}/press", {"digit": "*"})
    await office.settle()
    await office.post(f"/booth/phones/{MARIE}/hang-up")
    await office.until(lambda: bool(office.world.follow_ups))
    [callback] = await listed(office)

    assert callback["outcome"]["reason"] == "withheld_number"
    assert callback["customer"] == {
        "number": None,
        "name": None,
        "withheld": True,
        "contact_id": None,
    }
    code = (await refused(office, callback["id"], "call", "lea"))[:2]
    assert code == (409, "number-not-callable")


async def test_list_to_call_is_read_page_by_page_oldest_first(office: Office) -> None:
    """The cursor goes on after the last one seen."""
    first = await manual_request(office)
    second = await manual_request(office, KARIM)

    page = await office.get("/callbacks?to_call=true&limit=1")
    rest = await office.get(f"/callbacks?to_call=true&limit=1&after={page['next_cursor']}")

    assert [each["id"] for each in page["callbacks"]] == [first]
    assert [each["id"] for each in rest["callbacks"]] == [second]


async def test_list_to_call_is_followed_live(office: Office) -> None:
    """The snapshot has the whole list, changes what was touched (R38)."""
    callback_id = await manual_request(office)
    async with open_socket(office.app) as page:
        page.say({"type": "hello", "token": TOKEN})
        snapshot = await page.hear_until("snapshot")
        await by_hand(office, callback_id, "claim", "tom")
        changes = await page.hear_until("changes")

    assert [each["id"] for each in snapshot["to_call"]] == [callback_id]
    assert [each["claimed_by"] for each in changes["callbacks"]] == ["tom"]
    assert changes["events"][0]["name"] == "callback-claimed"
