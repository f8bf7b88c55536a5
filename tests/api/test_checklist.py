"""The first steps of a newcomer: ticked by what has happened, not by what was pressed."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.api.office import MARIE, Office
from tests.api.signed_in import enrol

from ringback.people import Rights, Role


async def done(office: Office) -> list[str]:
    return [each["step"] for each in (await _told(office))["steps"] if each["done"]]


async def _told(office: Office) -> Any:
    return await office.get("/checklist")


async def test_each_step_is_ticked_once_it_has_happened(office: Office) -> None:
    """Dial, hear, press, wait, call back, answer and hang up, one after the other."""
    await office.online()
    before = await _told(office)

    await office.wait_in_queue()
    waiting = await done(office)
    await office.post(f"/booth/phones/{MARIE}/press", {"digit": "*"})
    await office.pass_time(timedelta(seconds=1))
    pressed = await done(office)
    offer = await office.offer_of()
    pending = await done(office)
    await office.post(f"/offers/{offer['id']}/accept", {"agent_id": "lea"})
    phone = office.services.booth.pick_up(MARIE)
    await office.until(lambda: phone.state().phase == "ringing")
    called = await done(office)
    await office.post(f"/booth/phones/{MARIE}/answer")
    await office.pass_time(timedelta(seconds=1))
    reached = await done(office)
    await office.post("/agents/lea/hang-up")
    await office.pass_time(timedelta(seconds=1))
    after = await _told(office)

    assert before["kind"] == "demo"
    assert not any(each["done"] for each in before["steps"])
    assert before["call_id"] is None
    assert waiting == ["dial", "hear"]
    assert pressed == [*waiting, "press"]
    assert pending == [*pressed, "confirmed", "pending"]
    assert called == [*pending, "call-back"]
    assert reached == [*called, "answer"]
    assert all(each["done"] for each in after["steps"])
    [asked] = (await office.get("/callbacks"))["callbacks"]
    assert after["call_id"] == asked["inbound_call_ids"][0]


async def test_what_was_before_the_first_user_is_nobodys_first_step(office: Office) -> None:
    """The past of a demo ticks nothing."""
    await office.online()
    await office.ask_for_callback()
    await office.pass_time(timedelta(seconds=5))

    await enrol(office, "owner@demo.example", Rights(role=Role.OWNER))

    assert await done(office) == []


async def test_company_of_ones_own_is_set_up_step_by_step(office: Office) -> None:
    """A number, a team and callbacks are there; the test call is not."""
    office.show(replace(office.services, demo=False))

    told = await _told(office)
    await office.online()
    await office.wait_in_queue()

    assert told["kind"] == "setup"
    assert [(each["step"], each["done"]) for each in told["steps"]] == [
        ("number", True),
        ("team", True),
        ("callbacks", True),
        ("test-call", False),
    ]
    assert await done(office) == ["number", "team", "callbacks", "test-call"]


async def test_callbacks_step_is_open_while_they_are_off(office: Office) -> None:
    """R1: what the plan does not include is not switched on."""
    office.show(replace(office.services, demo=False))

    await office.put("/account/settings", {"plan": "essentials"})

    assert "callbacks" not in await done(office)
