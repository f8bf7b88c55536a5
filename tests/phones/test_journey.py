"""The whole journey on real phones: ask on a line, be let go, be called back, talk."""

import asyncio
from pathlib import Path

import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.baresip_phone import BaresipPhone
from tests.phones.call_centre import CallCentre
from tests.phones.company_file import SALES, SUPPORT, Company
from tests.phones.listening import find_message, is_silence
from tests.phones.ringback_server import Shown

pytestmark = [pytest.mark.phones, pytest.mark.slow]

MARIE, PAUL, ANNE = "+33612345601", "+33612345602", "+33612345603"
LINES = {MARIE: "sales", PAUL: "support", ANNE: "sales"}
WORDS = {"sales": "Sales has noted your request.", "support": "Le support a bien compris."}


async def test_three_callers_of_two_lines_are_confirmed_called_back_and_heard(
    company_asterisk: RunningAsterisk,
) -> None:
    """R7, R11, R12, R29, R31, R40: each hears their line's words and is called from its number."""
    async with CallCentre(company_asterisk, Company(agents=("lea", "hugo"))) as centre:
        await centre.open()
        prompts = {line: await _speak(centre, line, text) for line, text in WORDS.items()}
        customers = [await centre.customer(number) for number in LINES]
        calls = [await centre.calls_in(phone, LINES[phone.user]) for phone in customers]

        asked = await asyncio.gather(
            *(centre.presses_star(*who) for who in zip(customers, calls, strict=True))
        )
        for phone in customers:
            await phone.wait_for("CALL_CLOSED", 15)
        for callback in asked:
            await centre.server.until_callback(callback["id"], "queued")
        await centre.go_online("lea", "hugo")
        for phone, callback in zip(customers, asked, strict=True):
            await _call_back(centre, phone, callback)

        for phone, callback in zip(customers, asked, strict=True):
            await _assert_confirmed(centre, phone, prompts)
            await _assert_recorded(centre, callback)
        assert [one.from_number for one in centre.carrier.invites_to(MARIE)] == [SALES]
        assert [one.from_number for one in centre.carrier.invites_to(PAUL)] == [SUPPORT]
        assert [one.from_number for one in centre.carrier.invites_to(ANNE)] == [SALES]


async def _speak(centre: CallCentre, line: str, text: str) -> str:
    """Give a line words of its own; gives the name of the prompt."""
    answer = await centre.server.ask("PUT", f"/api/v1/lines/{line}/confirmation", {"text": text})
    assert answer.status == 200, answer
    return str(answer.body["prompt"])


async def _call_back(centre: CallCentre, phone: BaresipPhone, callback: Shown) -> None:
    """Let one of the two agents who are rung call back; the other's card is withdrawn."""
    offers = [await centre.server.until_offered(agent) for agent in ("lea", "hugo")]
    assert {offer["item_id"] for offer in offers} == {callback["id"]}
    await centre.pick_up("lea")
    await centre.is_called_and_answers(phone)
    await centre.desks["hugo"].wait_for("CALL_CLOSED")
    await centre.server.set_status("hugo", "do-not-disturb")
    await centre.talk()
    await centre.server.hang_up("lea")
    await phone.wait_for("CALL_CLOSED")
    await centre.desks["lea"].wait_for("CALL_CLOSED")
    await centre.assert_heard_each_other("lea", phone.user)
    await centre.server.set_status("hugo", "online")


async def _assert_confirmed(
    centre: CallCentre, phone: BaresipPhone, prompts: dict[str, str]
) -> None:
    """R2, R7: the words of the line that was called, to their end, after music; no other's."""
    heard = (await phone.recordings())[0].heard
    found = {line: find_message(heard, _file(centre, prompt)) for line, prompt in prompts.items()}
    own = found.pop(LINES[phone.user])
    assert own.is_whole
    assert not is_silence(heard, 0.0, own.offset_seconds)
    assert not any(other.is_end_heard for other in found.values())


def _file(centre: CallCentre, prompt: str) -> Path:
    return centre.server.data / f"{prompt}.wav"


async def _assert_recorded(centre: CallCentre, callback: Shown) -> None:
    """R8, R31, R40: the pair of calls is linked both ways and tagged."""
    now = await centre.server.callback(callback["id"])
    assert (now["outcome"]["kind"], now["outcome"]["reason"]) == ("completed", None)
    inbound = await centre.server.call(now["inbound_call_ids"][0])
    outbound = await centre.server.call(now["outbound_call_ids"][0])
    assert inbound["tags"] == ["queue_callback", "queue_called_back"]
    assert inbound["missed_reason"] == "callback_requested"
    assert inbound["linked_call_ids"] == [outbound["id"]]
    assert (outbound["linked_call_ids"], outbound["tags"]) == ([inbound["id"]], [])
    assert outbound["talked_seconds"] > 0
