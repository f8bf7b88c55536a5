"""Whisper and announcement as agents and customers really hear them, on real phones."""

from pathlib import Path

import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.baresip_phone import BaresipPhone
from tests.phones.call_centre import CallCentre
from tests.phones.company_file import Company, Value
from tests.phones.listening import find_message
from tests.phones.ringback_server import until

from ringback.speech.catalogue import Language, Prompt, naming_text, prompt_file
from ringback.speech.synthesis import speak

pytestmark = [pytest.mark.phones, pytest.mark.slow]

MARIE = "+33612345651"
ANNOUNCEMENT = prompt_file(Prompt.MAY_BE_RECORDED, Language.ENGLISH)
BOTH: dict[str, Value] = {"whisper": True, "announcement_prompt": "en/may_be_recorded"}


async def test_called_back_customer_and_agent_hear_their_messages_and_then_each_other(
    company_asterisk: RunningAsterisk, tmp_path: Path
) -> None:
    """R29, R31: the whisper while the phone rings, the announcement on answering, then talk."""
    async with CallCentre(company_asterisk, Company(callbacks=BOTH)) as centre:
        await centre.open()
        whisper = await _spoken(centre, Prompt.CALLBACK_INTRO, tmp_path)
        marie = await centre.customer(MARIE)
        callback = await centre.asks(marie)
        await marie.wait_for("CALL_CLOSED", 15)
        await centre.go_online("lea")

        await centre.pick_up_callback("lea")
        await centre.until_rings(marie)
        await _stays_at(centre, "customer-ringing")
        await marie.accept()
        assert await centre.server.until_outcome(callback["id"]) == ("completed", None)
        await _stays_at(centre, "talking")
        await centre.talk()
        await centre.server.hang_up("lea")
        await marie.wait_for("CALL_CLOSED")
        await centre.desks["lea"].wait_for("CALL_CLOSED")

        assert find_message(await _heard(centre.desks["lea"]), whisper).is_whole
        assert find_message(await _heard(marie), ANNOUNCEMENT).is_whole
        await centre.assert_heard_each_other("lea", MARIE)


async def test_live_caller_hears_music_then_the_announcement_and_the_agent(
    company_asterisk: RunningAsterisk, tmp_path: Path
) -> None:
    """R29: the agent hears which line it is while the caller still waits."""
    async with CallCentre(company_asterisk, Company()) as centre:
        await centre.open()
        settings = await centre.server.get("/lines/sales/settings")
        await centre.server.ask("PUT", "/api/v1/lines/sales/settings", {**settings, **BOTH})
        whisper = await _spoken(centre, Prompt.CALL_INTRO, tmp_path)
        marie = await centre.customer(MARIE)
        await centre.calls_in(marie)
        await centre.go_online("lea")

        await centre.server.until_offered("lea")
        await centre.pick_up("lea")
        await _stays_at(centre, "talking")
        await centre.talk()
        await centre.server.hang_up("lea")
        await marie.wait_for("CALL_CLOSED")
        await centre.desks["lea"].wait_for("CALL_CLOSED")

        assert find_message(await _heard(centre.desks["lea"]), whisper).is_whole
        assert find_message(await _heard(marie), ANNOUNCEMENT).is_whole
        await centre.assert_heard_each_other("lea", MARIE)


async def _spoken(centre: CallCentre, key: Prompt, elsewhere: Path) -> Path:
    """Give the recording in which the server names the sales line, once it is there."""
    words = naming_text(key, Language.ENGLISH, "Sales")
    recording = speak(words, Language.ENGLISH, elsewhere).path_stem.with_suffix(".wav")
    made = centre.server.data / "spoken" / recording.name

    async def is_made() -> bool:
        return made.exists()

    await until(is_made, f"the server has spoken {words!r}")
    return recording


async def _stays_at(centre: CallCentre, stage: str) -> None:
    async def is_there() -> bool:
        conversation = (await centre.server.agent("lea"))["conversation"]
        return conversation is not None and conversation["stage"] == stage

    await until(is_there, f"the conversation of lea is at {stage}")


async def _heard(phone: BaresipPhone) -> Path:
    return (await phone.recordings())[-1].heard
