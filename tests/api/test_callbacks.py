"""Callbacks, queues and calls through the API."""

from datetime import timedelta

from tests.api.office import MARIE, Office

KARIM = "+33199002145"


async def _complete(office: Office, agent_id: str = "lea") -> None:
    offer = await office.offer_of(agent_id)
    await office.post(f"/offers/{offer['id']}/accept", {"agent_id": agent_id})
    number = offer["customer"]["number"]
    phone = office.services.booth.pick_up(number)
    await office.until(lambda: phone.state().phase == "ringing")
    await office.post(f"/booth/phones/{number}/answer")
    await office.until(lambda: phone.state().hearing == "agent")
    await office.post(f"/agents/{agent_id}/hang-up")


async def test_calls_and_callbacks_stand_in_one_order(office: Office) -> None:
    """The callback keeps its place before a caller who came later (R11, R12)."""
    await office.online()
    callback_id = await office.ask_for_callback()
    await office.wait_in_queue(KARIM)

    queue = next(queue for queue in await office.get("/queues") if queue["total"])

    assert [(item["position"], item["kind"]) for item in queue["items"]] == [
        (1, "callback"),
        (2, "call"),
    ]
    assert queue["items"][0]["id"] == callback_id
    assert queue["items"][0]["rung_agent_ids"] == ["lea"]
    assert queue["name"] == "Support"
    assert queue["agents"] == {"available": 0, "ringing": 1, "busy": 0, "absent": 2}


async def test_callback_is_settling_before_it_rings(office: Office) -> None:
    """It keeps its place meanwhile (R7)."""
    await office.online()
    await office.wait_in_queue()
    await office.post(f"/booth/phones/{MARIE}/press", {"digit": "*"})
    await office.until(lambda: bool(office.world.callbacks))
    callback = (await office.get("/callbacks"))["callbacks"][0]

    assert (callback["state"], callback["position"]) == ("settling", 1)


async def test_cancelled_callback_stays_cancelled(office: Office) -> None:
    """The second cancel is refused, and so is an unknown one (R49)."""
    await office.online()
    callback_id = await office.ask_for_callback()
    cancelled = await office.post(f"/callbacks/{callback_id}/cancel", {"reason": "by_user"})
    again = await office.refused("POST", f"/callbacks/{callback_id}/cancel", {})
    unknown = await office.refused("POST", "/callbacks/none/cancel", {})

    assert cancelled["callback"]["outcome"] == {"kind": "cancelled", "reason": "by_user"}
    assert cancelled["callback"]["state"] == "closed"
    assert cancelled["events"][-1]["actor"] in ("operator", "caller", "clock", "api")
    assert (again[0], again[1]["code"]) == (409, "callback-already-closed")
    assert (unknown[0], unknown[1]["code"]) == (404, "unknown-callback")


async def test_callback_cannot_be_cancelled_once_the_customer_is_dialled(office: Office) -> None:
    """From the dial on it takes its course (R49)."""
    await office.online()
    callback_id = await office.ask_for_callback()
    offer = await office.offer_of()
    await office.post(f"/offers/{offer['id']}/accept", {"agent_id": "lea"})
    phone = office.services.booth.pick_up(MARIE)
    await office.until(lambda: phone.state().phase == "ringing")
    refused = await office.refused("POST", f"/callbacks/{callback_id}/cancel", {})

    assert (refused[0], refused[1]["code"]) == (409, "callback-already-dialled")


async def test_outcome_is_corrected_once_and_only_in_wrap_up(office: Office) -> None:
    """It was voicemail: not reached, and that is that (R31, S12)."""
    await office.online()
    callback_id = await office.ask_for_callback()
    correction = {"agent_id": "lea", "correction": "voicemail"}
    path = f"/callbacks/{callback_id}/correct-outcome"
    too_early = await office.refused("POST", path, correction)
    await _complete(office)
    corrected = await office.post(path, correction)
    again = await office.refused("POST", path, correction)
    await office.pass_time(timedelta(seconds=10))
    too_late = await office.refused("POST", path, correction)

    assert too_early[1]["code"] == "agent-not-in-wrap-up"
    assert corrected["callback"]["outcome"] == {"kind": "not_reached", "reason": "voicemail"}
    assert again[1]["code"] == "outcome-not-correctable"
    assert too_late[1]["code"] in ("agent-not-in-wrap-up", "outcome-not-correctable")


async def test_list_is_filtered_and_read_page_by_page(office: Office) -> None:
    """The cursor goes on after the last one seen, the newest first."""
    await office.online()
    await office.online("tom")
    ids = []
    for number in (MARIE, KARIM, "+33199002177"):
        ids.append(await office.ask_for_callback(number))
        await office.post(f"/callbacks/{ids[-1]}/cancel", {})
    newest = await office.ask_for_callback("+33199002178")

    first = await office.get("/callbacks?limit=2")
    second = await office.get(f"/callbacks?limit=2&after={first['next_cursor']}")
    open_ones = await office.get("/callbacks?state=ringing&state=queued")
    cancelled = await office.get("/callbacks?outcome=cancelled&limit=3")

    assert [each["id"] for each in first["callbacks"]] == [newest, ids[2]]
    assert [each["id"] for each in second["callbacks"]] == [ids[1], ids[0]]
    assert second["next_cursor"] is None
    assert [each["id"] for each in open_ones["callbacks"]] == [newest]
    assert len(cancelled["callbacks"]) == 3
    assert cancelled["next_cursor"] is None


async def test_linked_calls_lead_to_each_other(office: Office) -> None:
    """Inbound and outbound, with tags and one timeline (R31, R40)."""
    await office.online()
    callback_id = await office.ask_for_callback()
    await _complete(office)
    await office.pass_time(timedelta(seconds=1))

    calls = await office.get("/calls?count=true")
    outbound, inbound = calls["calls"]
    timeline = await office.get(f"/calls/{inbound['id']}")
    unknown = await office.refused("GET", "/calls/none")

    assert calls["total"] == 2
    assert outbound["linked_call_ids"] == [inbound["id"]]
    assert inbound["linked_call_ids"] == [outbound["id"]]
    assert inbound["tags"] == ["queue_callback", "queue_called_back"]
    assert inbound["missed_reason"] == "callback_requested"
    assert inbound["callback_id"] == outbound["callback_id"] == callback_id
    assert inbound["callback_wait_seconds"] > 0
    assert "customer-reached" in [event["name"] for event in timeline["events"]]
    assert (unknown[0], unknown[1]["code"]) == (404, "unknown-call")


async def test_withheld_number_is_shown_as_such(office: Office) -> None:
    """Neither number nor name are known."""
    await office.online()
    await office.post(f"/booth/phones/{MARIE}/dial", {"line_id": "paris", "withheld": True})
    await office.until(lambda: bool(office.world.calls))
    call = (await office.get("/calls/live"))[0]

    assert call["customer"] == {
        "number": None,
        "name": None,
        "withheld": True,
        "contact_id": None,
    }
