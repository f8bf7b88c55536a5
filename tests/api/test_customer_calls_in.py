"""The customer calls in before the callback, through the API: the setting and what is shown."""

from typing import Any

from tests.api.office import MARIE, Office
from tests.api.test_by_hand import by_hand, failed_callback


async def give_place(office: Office, line_id: str = "paris") -> None:
    settings = await office.get(f"/lines/{line_id}/settings")
    assert settings["callbacks"]["when_customer_calls"] == "keep"
    settings["callbacks"]["when_customer_calls"] = "give-place"
    saved = await office.put(f"/lines/{line_id}/settings", settings)
    assert saved["callbacks"]["when_customer_calls"] == "give-place"


async def call_in_vain(office: Office, callback_id: str) -> Any:
    """Call by hand a customer who rejects the call."""
    called = await by_hand(office, callback_id, "call")
    phone = office.services.booth.pick_up(MARIE)
    await office.until(lambda: phone.state().phase == "ringing")
    await office.post(f"/booth/phones/{MARIE}/reject")
    await office.until(lambda: not office.world.outbound_calls)
    return called


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
    assert ended["own_call_id"] == again
    [asked] = ended["inbound_call_ids"]
    shown = await office.get(f"/calls/{again}")
    assert shown["call"]["linked_call_ids"] == [asked]
    assert shown["linked"] == [(await office.get(f"/calls/{asked}"))["call"]]


async def test_card_of_a_customer_who_was_not_reached_says_who_tried(office: Office) -> None:
    """R39: and the callback leaves the list once they are answered."""
    callback_id = await failed_callback(office)
    await office.wait_in_queue(MARIE)
    [call_id] = office.world.calls

    offer = await office.offer_of()
    await office.post(f"/offers/{offer['id']}/accept", {"agent_id": "lea"})
    await office.until(lambda: callback_id not in office.world.follow_ups)
    ended = (await office.get(f"/callbacks/{callback_id}"))["callback"]

    assert offer["earlier"]["id"] == callback_id
    assert offer["earlier"]["outcome"] == {"kind": "failed", "reason": "declined"}
    assert offer["earlier"]["tried_by"] is None
    assert (ended["to_call"], ended["own_call_id"]) == (False, call_id)
    assert ended["outcome"] == {"kind": "failed", "reason": "declined"}


async def test_card_says_when_and_by_whom_the_customer_was_tried(office: Office) -> None:
    """R39: not reached by hand; a live call is shown who tried."""
    callback_id = await failed_callback(office)
    called = await call_in_vain(office, callback_id)
    await office.wait_in_queue(MARIE)

    offer = await office.offer_of()

    assert called["calling_by"] == "lea"
    assert offer["earlier"]["tried_by"] == "lea"
    assert offer["earlier"]["tried_at"] is not None


async def test_card_names_the_request_that_was_tried_last(office: Office) -> None:
    """R39: not the one that was made last."""
    earlier, later = await failed_callback(office), await failed_callback(office)
    await call_in_vain(office, later)
    await call_in_vain(office, earlier)
    await office.wait_in_queue(MARIE)

    offer = await office.offer_of()

    assert offer["earlier"]["id"] == earlier
