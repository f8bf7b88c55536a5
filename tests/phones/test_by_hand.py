"""A menu's key and a call by hand, on real phones."""

from typing import Any

import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.baresip_phone import BaresipPhone
from tests.phones.call_centre import CallCentre
from tests.phones.company_file import SALES, Company
from tests.phones.listening import find_message
from tests.phones.ringback_server import Answer, until

from ringback.speech.catalogue import Language, Prompt, prompt_file

pytestmark = [pytest.mark.phones, pytest.mark.slow]

MARIE = "+33612345641"
MANUAL = Company(callbacks={"mode": "manual"}, agents=("lea", "hugo"))
MENU_WORDS = prompt_file(Prompt.WELCOME, Language.ENGLISH)
BEHIND_A_MENU: dict[str, Any] = {
    "name": "Main",
    "first": "menu",
    "steps": [
        {
            "kind": "menu",
            "id": "menu",
            "prompt": "en/welcome",
            "choices": [{"digit": "1", "next": "end"}, {"digit": "2", "next": "team"}],
            "no_choice": "end",
            "answer_within_seconds": 20,
        },
        {"kind": "ring", "id": "team", "target": {"team_id": "team"}, "next": "end"},
        {"kind": "hang-up", "id": "end"},
    ],
}


async def test_key_of_a_menu_leads_to_its_step_and_a_request_is_called_by_hand(
    company_asterisk: RunningAsterisk,
) -> None:
    """R5, R17, R35, R38: star is no request in a menu; the agent's phone rings, then Marie's."""
    async with CallCentre(company_asterisk, MANUAL) as centre:
        await centre.open()
        await centre.server.ask("PUT", "/api/v1/flows/main", BEHIND_A_MENU)
        marie = await centre.customer(MARIE)
        call_id = await _chooses(centre, marie)
        callback = await centre.presses_star(marie, call_id)
        await marie.wait_for("CALL_CLOSED", 15)
        await centre.go_online("lea", "hugo")

        called = await _by_hand(centre, callback["id"], "lea")
        await centre.pick_up("lea")
        await centre.is_called_and_answers(marie)
        refused = await _by_hand(centre, callback["id"], "hugo")
        await centre.talk()
        await centre.server.hang_up("lea")
        await marie.wait_for("CALL_CLOSED")
        await centre.desks["lea"].wait_for("CALL_CLOSED")

        assert called.status == 200, called
        assert refused.status in (404, 409), refused
        assert await centre.server.until_outcome(callback["id"]) == ("completed", None)
        await centre.assert_heard_each_other("lea", MARIE)
        assert [one.from_number for one in centre.carrier.invites_to(MARIE)] == [SALES]
        inbound = await centre.server.call(callback["inbound_call_ids"][0])
        assert inbound["tags"] == ["queue_callback", "queue_called_back"]
        heard = (await marie.recordings())[0].heard
        assert not find_message(heard, MENU_WORDS).is_end_heard


async def _by_hand(centre: CallCentre, callback_id: str, agent: str) -> Answer:
    path = f"/api/v1/callbacks/{callback_id}/call"
    return await centre.server.ask("POST", path, {"agent_id": agent})


async def _chooses(centre: CallCentre, marie: BaresipPhone) -> str:
    """Dial, press star in vain and then 2, and stand in the queue."""
    await marie.dial(centre.carrier.uri(SALES))
    await marie.wait_for("CALL_ESTABLISHED")

    async def in_menu() -> str | None:
        calls = await centre.server.live_calls()
        return next((str(call["id"]) for call in calls if call["stage"] == "in-menu"), None)

    async def asked_twice() -> bool:
        events = (await centre.server.get(f"/calls/{call_id}"))["events"]
        return [event["name"] for event in events].count("menu-started") == 2

    async def stands_in_queue() -> bool:
        return [item["id"] for item in await centre.server.queue()] == [call_id]

    call_id = await until(in_menu, "Marie is asked for a key")
    await marie.send_digit("*")
    await until(asked_twice, "the menu asks again")
    assert await centre.server.callbacks() == []
    await marie.send_digit("2")
    await until(stands_in_queue, "Marie stands in the queue")
    return call_id
