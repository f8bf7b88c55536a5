"""One callback from the key press to its end, through the API alone."""

from datetime import timedelta

from tests.api.office import MARIE, Office


async def test_callback_is_completed_through_the_api(office: Office) -> None:
    """A caller presses `*`, an agent calls back, the customer answers (R7, R29, R31)."""
    await office.online()
    callback_id = await office.ask_for_callback()
    waiting = await office.get(f"/callbacks/{callback_id}")

    offer = await office.offer_of()
    await office.post(f"/offers/{offer['id']}/accept", {"agent_id": "lea"})
    phone = office.services.booth.pick_up(MARIE)
    await office.until(lambda: phone.state().phase == "ringing")
    await office.pass_time(timedelta(seconds=1))
    ringing = await office.get("/agents/lea")
    await office.post(f"/booth/phones/{MARIE}/answer")
    await office.pass_time(timedelta(seconds=1))
    talking = await office.get("/agents/lea")
    await office.post("/agents/lea/hang-up")
    await office.pass_time(timedelta(seconds=1))
    done = await office.get(f"/callbacks/{callback_id}")

    assert waiting["callback"]["state"] == "ringing"
    assert waiting["callback"]["position"] == 1
    assert offer["kind"] == "callback"
    assert offer["customer"] == {
        "number": MARIE,
        "name": "Marie Dupont",
        "withheld": False,
        "contact_id": "c1",
    }
    assert (offer["attempt_number"], offer["attempts_max"]) == (1, 3)
    assert offer["deadline"] > offer["made_at"]
    assert ringing["conversation"]["stage"] == "customer-ringing"
    assert ringing["conversation"]["customer"]["name"] == "Marie Dupont"
    assert talking["conversation"]["stage"] == "talking"
    assert talking["conversation"]["customer"]["name"] == "Marie Dupont"
    assert done["callback"]["state"] == "closed"
    assert done["callback"]["outcome"] == {"kind": "completed", "reason": None}
    names = [event["name"] for event in done["events"]]
    assert names[0] == "call-began"
    assert {"callback-requested", "offer-accepted", "customer-reached"} < set(names)
