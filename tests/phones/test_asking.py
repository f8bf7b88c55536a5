"""Pressing star on real phones: hanging up too soon, and numbers nobody can see."""

import asyncio

import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.call_centre import CallCentre
from tests.phones.company_file import Company
from tests.phones.listening import find_message
from tests.phones.ringback_server import until

from ringback.speech.catalogue import Language, Prompt, prompt_file

pytestmark = [pytest.mark.phones, pytest.mark.slow]

MARIE, PAUL = "+33612345621", "+33612345622"
CANNOT = prompt_file(Prompt.CANNOT_CALL_BACK, Language.ENGLISH)
NOBODY = "anonymous"


async def test_caller_who_hangs_up_during_the_confirmation_is_called_back(
    company_asterisk: RunningAsterisk,
) -> None:
    """R7: the request stands although its confirmation was not heard to its end."""
    async with CallCentre(company_asterisk, Company()) as centre:
        await centre.open()
        marie = await centre.customer(MARIE)
        callback = await centre.asks(marie)
        (call,) = await centre.server.live_calls()
        assert call["stage"] == "confirming"

        await marie.hangup()
        await centre.go_online("lea")
        offer = await centre.pick_up_callback("lea")
        await centre.is_called_and_answers(marie)
        await centre.talk()
        await marie.hangup()

        assert offer["item_id"] == callback["id"]
        assert await centre.server.until_outcome(callback["id"]) == ("completed", None)
        await centre.desks["lea"].wait_for("CALL_CLOSED")
        await centre.assert_heard_each_other("lea", MARIE)
        inbound = await centre.server.call(callback["inbound_call_ids"][0])
        assert inbound["ending"] == "callback_requested"


async def test_withheld_number_is_told_keeps_the_place_and_is_answered(
    company_asterisk: RunningAsterisk,
) -> None:
    """R9: the message is heard to its end, another caller stays behind, an agent answers."""
    async with CallCentre(company_asterisk, Company()) as centre:
        await centre.open()
        hidden, marie = await centre.customer(NOBODY), await centre.customer(MARIE)
        call_id = await centre.calls_in(hidden)
        await centre.calls_in(marie)
        before = [item["id"] for item in await centre.server.queue()]

        await hidden.send_digit("*")
        await _until_told(centre, call_id)
        after = [item["id"] for item in await centre.server.queue()]
        await centre.go_online("lea")
        offer = await centre.server.until_offered("lea")
        await centre.pick_up("lea")
        await centre.desks["lea"].wait_for("CALL_ESTABLISHED")
        await centre.talk()
        await hidden.hangup()
        await marie.hangup()

        await hidden.wait_for("CALL_CLOSED")
        await centre.server.set_status("lea", "offline")
        assert (before[0], after, offer["item_id"]) == (call_id, before, call_id)
        assert offer["customer"] == {
            "number": None,
            "name": None,
            "withheld": True,
            "contact_id": None,
        }
        assert find_message((await hidden.recordings())[0].heard, CANNOT).is_whole
        await centre.desks["lea"].wait_for("CALL_CLOSED")
        await centre.assert_heard_each_other("lea", NOBODY)
        assert (await centre.server.until_ended(call_id))["missed_reason"] is None
        assert await centre.server.callbacks() == []


async def test_withheld_number_that_leaves_unanswered_is_listed_and_nobody_is_rung(
    company_asterisk: RunningAsterisk,
) -> None:
    """R9, worked example 10: a missed call for manual follow-up; no card and no dial come of it."""
    async with CallCentre(company_asterisk, Company()) as centre:
        await centre.open()
        hidden = await centre.customer(NOBODY)
        call_id = await centre.calls_in(hidden)

        await hidden.send_digit("*")
        await _until_told(centre, call_id)
        await hidden.hangup()
        call = await centre.server.until_ended(call_id)
        await centre.go_online("lea")

        (callback,) = await centre.server.callbacks()
        assert callback["outcome"] == {"kind": "failed", "reason": "withheld_number"}
        assert callback["customer"]["withheld"]
        assert call["tags"] == ["queue_callback"]
        await centre.server.until_agent("lea", "available")
        await asyncio.sleep(1)
        assert (await centre.server.agent("lea"))["condition"] == "available"
        assert [one for one in centre.carrier.invites if one.is_from_server] == []


async def _until_told(centre: CallCentre, call_id: str) -> None:
    """Wait until the message begins, and until it is over."""

    async def prompts() -> dict[str, str | None]:
        return {call["id"]: call["prompt"] for call in await centre.server.live_calls()}

    async def begins() -> bool:
        return (await prompts())[call_id] == "en/cannot_call_back"

    async def is_over() -> bool:
        return (await prompts())[call_id] is None

    await until(begins, "the message begins")
    await until(is_over, "the message is over")
