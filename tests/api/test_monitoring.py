"""Live monitoring: an inbound call is *Callback pending* until its customer is reached (R41)."""

from typing import Any

from tests.api.office import MARIE, TOKEN, Office
from tests.api.socket import open_socket


async def live(office: Office) -> list[tuple[str, str]]:
    calls = await office.get("/calls/live")
    return [(call["direction"], call["stage"]) for call in calls]


async def answer_callback(office: Office) -> None:
    """Léa accepts and Marie's phone rings; answer it."""
    offer = await office.offer_of()
    await office.post(f"/offers/{offer['id']}/accept", {"agent_id": "lea"})
    phone = office.services.booth.pick_up(MARIE)
    await office.until(lambda: phone.state().phase == "ringing")


async def test_inbound_call_is_pending_until_the_customer_accepts_the_outbound(
    office: Office,
) -> None:
    """R40, R41: then the outbound shows as in call; both name one another meanwhile."""
    await office.online()
    callback_id = await office.ask_for_callback()
    pending = await office.get("/calls/live")
    await answer_callback(office)
    dialling = await office.get("/calls/live")
    await office.post(f"/booth/phones/{MARIE}/answer")
    phone = office.services.booth.pick_up(MARIE)
    await office.until(lambda: phone.state().hearing == "agent")
    talking = await office.get("/calls/live")

    [inbound] = pending
    assert (inbound["stage"], inbound["callback_id"]) == ("callback-pending", callback_id)
    assert inbound["customer"]["number"] == MARIE
    stages = {call["direction"]: call["stage"] for call in dialling}
    assert stages["inbound"] == "callback-pending"
    assert stages["outbound"] in ("calling", "customer-ringing")
    linked = {call["id"]: call["linked_call_ids"] for call in dialling}
    first, second = linked
    assert linked == {first: [second], second: [first]}
    [outbound] = talking
    assert (outbound["direction"], outbound["stage"]) == ("outbound", "talking")
    assert outbound["linked_call_ids"] == [inbound["id"]]


async def test_callback_that_ends_otherwise_is_pending_no_more(office: Office) -> None:
    """R41: a cancelled one leaves live monitoring at once."""
    await office.online()
    callback_id = await office.ask_for_callback()
    before = await live(office)

    await office.post(f"/callbacks/{callback_id}/cancel", {"reason": "by_user"})

    assert before == [("inbound", "callback-pending")]
    assert await live(office) == []


async def test_page_is_told_that_a_call_is_pending_and_that_it_is_gone(office: Office) -> None:
    """R41: in the snapshot, and as what is gone once the callback has ended."""
    await office.online()
    callback_id = await office.ask_for_callback()
    async with open_socket(office.app) as page:
        page.say({"type": "hello", "token": TOKEN})
        snapshot: Any = await page.hear_until("snapshot")
        await office.post(f"/callbacks/{callback_id}/cancel", {"reason": "by_user"})
        changes: Any = await page.hear_until("changes")

    [inbound] = snapshot["calls"]
    assert inbound["stage"] == "callback-pending"
    assert inbound["id"] in changes["gone"]["call_ids"]
