"""Agents' mobiles and an outside voicemail, called through the carrier, on real phones."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.baresip_phone import BaresipPhone
from tests.phones.call_centre import AUDIBLE_SECONDS, CallCentre
from tests.phones.company_file import SALES, Company
from tests.phones.listening import contains_tone, find_message
from tests.phones.ringback_server import until

from ringback.speech.catalogue import Language, Prompt, naming_text, prompt_file
from ringback.speech.synthesis import speak

pytestmark = [pytest.mark.phones, pytest.mark.slow]

MARIE = "+33612345661"
MOBILE = "+33612345662"
VOICEMAIL_SECONDS = 3.0
TOO_LATE = prompt_file(Prompt.TAKEN_BY_COLLEAGUE, Language.ENGLISH)
TEAM = Company(agents=("lea", "hugo"))


async def test_mobile_that_presses_one_gets_the_customer(
    company_asterisk: RunningAsterisk, tmp_path: Path
) -> None:
    """R29: it shows the line, hears which line it is, and only after the 1 Marie is dialled."""
    async with CallCentre(company_asterisk, Company()) as centre:
        await centre.open()
        mobile = await _rings_outside(centre, "lea")
        question = await _spoken(centre, Prompt.PRESS_ONE_FOR_CALLBACK, tmp_path)
        marie = await centre.customer(MARIE)
        callback = await centre.asks_and_is_let_go(marie)
        await centre.go_online("lea")

        await centre.until_rings(mobile)
        await mobile.accept()
        await _until_asked(centre, callback["id"], times=2)
        assert centre.carrier.invites_to(MARIE) == []
        await mobile.send_digit("1")
        await centre.is_called_and_answers(marie)
        await centre.talk()
        await marie.hangup()
        await mobile.wait_for("CALL_CLOSED")

        assert await centre.server.until_outcome(callback["id"]) == ("completed", None)
        assert [one.from_number for one in centre.carrier.invites_to(MOBILE)] == [SALES]
        heard = await _heard(mobile)
        assert find_message(heard, question).is_whole
        assert contains_tone(heard, centre.tones[MARIE], AUDIBLE_SECONDS)
        assert contains_tone(await _heard(marie), centre.tones[MOBILE], AUDIBLE_SECONDS)
        assert MOBILE not in centre.server.log


async def test_outside_voicemail_never_gets_the_customer(
    company_asterisk: RunningAsterisk,
) -> None:
    """R21: it answers, greets, records and hangs up; that is a ring-out, and Hugo has the call."""
    async with CallCentre(company_asterisk, TEAM) as centre:
        await centre.open()
        voicemail = await _rings_outside(centre, "lea")
        marie = await centre.customer(MARIE)
        callback = await centre.asks_and_is_let_go(marie)
        await centre.go_online("lea", "hugo")

        await centre.until_rings(voicemail)
        await voicemail.accept()
        await _until_asked(centre, callback["id"], times=1)
        await asyncio.sleep(VOICEMAIL_SECONDS)
        await voicemail.hangup()
        rang_out = await _until_event(centre, callback["id"], "offers-rang-out")
        assert centre.carrier.invites_to(MARIE) == []
        await centre.pick_up("hugo")
        await centre.is_called_and_answers(marie)
        await centre.talk()
        await marie.hangup()
        await centre.desks["hugo"].wait_for("CALL_CLOSED")

        assert (rang_out["agent_ids"], rang_out["cause"]) == (["lea"], "not-confirmed")
        assert await centre.server.until_outcome(callback["id"]) == ("completed", None)
        assert len(centre.carrier.invites_to(MARIE)) == 1
        await centre.assert_heard_each_other("hugo", MARIE)
        voice_of_the_voicemail = centre.tones[MOBILE]
        assert not contains_tone(await _heard(marie), voice_of_the_voicemail, AUDIBLE_SECONDS)


async def test_mobile_that_loses_the_race_to_a_desk_phone_hears_so(
    company_asterisk: RunningAsterisk,
) -> None:
    """R29: Hugo lifts the handset while Léa's mobile still hears the question."""
    async with CallCentre(company_asterisk, TEAM) as centre:
        await centre.open()
        mobile = await _rings_outside(centre, "lea")
        marie = await centre.customer(MARIE)
        callback = await centre.asks_and_is_let_go(marie)
        await centre.go_online("lea", "hugo")

        await centre.until_rings(mobile)
        await mobile.accept()
        await _until_asked(centre, callback["id"], times=1)
        await centre.pick_up("hugo")
        await centre.server.until_accepted(callback["id"])
        await mobile.send_digit("1")
        await mobile.wait_for("CALL_CLOSED")
        await centre.is_called_and_answers(marie)
        await centre.talk()
        await marie.hangup()
        await centre.desks["hugo"].wait_for("CALL_CLOSED")

        assert (await centre.server.callback(callback["id"]))["agent_id"] == "hugo"
        assert find_message(await _heard(mobile), TOO_LATE).is_whole
        assert len(centre.carrier.invites_to(MARIE)) == 1
        await centre.assert_heard_each_other("hugo", MARIE)


async def test_caller_and_mobile_outlive_a_killed_server(
    company_asterisk: RunningAsterisk,
) -> None:
    """R33, S20: killed while the mobile hears the question; afterwards the 1 still counts."""
    async with CallCentre(company_asterisk, Company()) as centre:
        await centre.open()
        mobile = await _rings_outside(centre, "lea")
        marie = await centre.customer(MARIE)
        await centre.calls_in(marie)
        await centre.go_online("lea")
        await centre.until_rings(mobile)
        await mobile.accept()
        await asyncio.sleep(VOICEMAIL_SECONDS)

        await centre.server.kill()
        await centre.server.start()
        await mobile.send_digit("1")
        await _until_talking(centre, "lea")
        await centre.talk()
        await marie.hangup()
        await mobile.wait_for("CALL_CLOSED")

        assert len(centre.carrier.invites_to(MOBILE)) == 1
        assert contains_tone(await _heard(mobile), centre.tones[MARIE], AUDIBLE_SECONDS)
        assert contains_tone(await _heard(marie), centre.tones[MOBILE], AUDIBLE_SECONDS)


async def _rings_outside(centre: CallCentre, agent: str) -> BaresipPhone:
    """Give an agent a mobile, at which their calls ring."""
    mobile = await centre.customer(MOBILE)
    wanted = {"phone": "outside", "number": MOBILE}
    answer = await centre.server.ask("PUT", f"/api/v1/agents/{agent}/rings-on", wanted)
    assert answer.status == 200, answer
    return mobile


async def _spoken(centre: CallCentre, key: Prompt, elsewhere: Path) -> Path:
    """Give the recording in which the server names the sales line, once it is there."""
    words = naming_text(key, Language.ENGLISH, "Sales")
    recording = speak(words, Language.ENGLISH, elsewhere).path_stem.with_suffix(".wav")
    made = centre.server.data / "spoken" / recording.name

    async def is_made() -> bool:
        return made.exists()

    await until(is_made, f"the server has spoken {words!r}")
    return recording


async def _events(centre: CallCentre, callback_id: str, name: str) -> list[dict[str, Any]]:
    events = (await centre.server.get(f"/callbacks/{callback_id}"))["events"]
    return [event for event in events if event["name"] == name]


async def _until_asked(centre: CallCentre, callback_id: str, *, times: int) -> None:
    async def is_asked() -> bool:
        return len(await _events(centre, callback_id, "outside-phone-asked")) >= times

    await until(is_asked, f"the outside phone is asked {times} times", 20)


async def _until_event(centre: CallCentre, callback_id: str, name: str) -> dict[str, Any]:
    async def happened() -> dict[str, Any] | None:
        found = await _events(centre, callback_id, name)
        return found[0] if found else None

    return await until(happened, f"{name} of {callback_id}")


async def _until_talking(centre: CallCentre, agent: str) -> None:
    async def talks() -> bool:
        conversation = (await centre.server.agent(agent))["conversation"]
        return conversation is not None and conversation["stage"] == "talking"

    await until(talks, f"{agent} talks")


async def _heard(phone: BaresipPhone) -> Path:
    return (await phone.recordings())[-1].heard
