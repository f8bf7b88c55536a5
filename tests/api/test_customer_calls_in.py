"""The customer calls in before the callback, through the API: the setting and what is shown."""

from tests.api.office import MARIE, Office


async def give_place(office: Office, line_id: str = "paris") -> None:
    settings = await office.get(f"/lines/{line_id}/settings")
    assert settings["callbacks"]["when_customer_calls"] == "keep"
    settings["callbacks"]["when_customer_calls"] = "give-place"
    saved = await office.put(f"/lines/{line_id}/settings", settings)
    assert saved["callbacks"]["when_customer_calls"] == "give-place"


async def test_new_call_stands_for_the_callback_and_ends_it(office: Office) -> None:
    """R37: seen in the queue, in the callback, and in the records of both calls."""
    await give_place(office)
    await office.online()
    callback_id = await office.ask_for_callback()
    await office.wait_in_queue(MARIE)
    [again] = office.world.calls

    [item] = [item for queue in await office.get("/queues") for item in queue["items"]]
    suspended = (await office.get(f"/callbacks/{callback_id}"))["callback"]
    offer = await office.offer_of()
    await office.post(f"/offers/{offer['id']}/accept", {"agent_id": "lea"})
    await office.until(lambda: callback_id not in office.world.callbacks)
    ended = (await office.get(f"/callbacks/{callback_id}"))["callback"]

    assert (item["id"], item["stands_for_callback_id"]) == (again, callback_id)
    assert suspended["state"] == "suspended"
    assert ended["outcome"] == {"kind": "cancelled", "reason": "superseded"}
    assert ended["superseded_by_call_id"] == again
    [asked] = ended["inbound_call_ids"]
    assert (await office.get(f"/calls/{again}"))["call"]["linked_call_ids"] == [asked]
