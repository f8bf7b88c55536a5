"""What a caller says to the voicemail is kept as it was said, on real phones."""

import asyncio

import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.call_centre import CallCentre
from tests.phones.company_file import SALES, Company
from tests.phones.listening import contains_tone, duration_seconds
from tests.phones.ringback_server import Shown, until

pytestmark = [pytest.mark.phones, pytest.mark.slow]

MARIE = "+33612345641"
SPEAKS_SECONDS = 3.0
TO_VOICEMAIL = {
    "name": "Main",
    "first": "voicemail",
    "steps": [{"kind": "voicemail", "id": "voicemail", "prompt": "en/welcome"}],
}


async def test_message_is_kept_as_it_was_said_and_leaves_asterisk(
    company_asterisk: RunningAsterisk,
) -> None:
    """R4: the caller's own tone is in the file, which stays over a restart until it is deleted."""
    async with CallCentre(company_asterisk, Company()) as centre:
        await centre.open()
        await centre.server.ask("PUT", "/api/v1/flows/main", TO_VOICEMAIL)
        marie = await centre.customer(MARIE)
        await marie.dial(centre.carrier.uri(SALES))
        call_id = await _is_recorded(centre)
        await asyncio.sleep(SPEAKS_SECONDS)
        await marie.hangup()

        voicemail = await _is_kept(centre, call_id)
        [kept] = (centre.server.data / "voicemails").iterdir()

        assert contains_tone(kept, centre.tones[MARIE], SPEAKS_SECONDS - 1)
        assert abs(duration_seconds(kept) - voicemail["seconds"]) <= 1
        await _is_forgotten_by_asterisk(centre, call_id)
        await centre.server.stop()
        await centre.server.start()
        assert (await centre.server.call(call_id))["voicemail"]["kept"]
        deleted = await centre.server.ask("DELETE", f"/api/v1/calls/{call_id}/voicemail")
        assert deleted.status == 200
        assert not kept.exists()


async def test_message_left_while_the_server_was_down_is_kept_as_well(
    company_asterisk: RunningAsterisk,
) -> None:
    """S23: the caller speaks to the end and hangs up; nobody was there to hear of it."""
    async with CallCentre(company_asterisk, Company()) as centre:
        await centre.open()
        await centre.server.ask("PUT", "/api/v1/flows/main", TO_VOICEMAIL)
        marie = await centre.customer(MARIE)
        await marie.dial(centre.carrier.uri(SALES))
        call_id = await _is_recorded(centre)

        await centre.server.kill()
        await asyncio.sleep(SPEAKS_SECONDS)
        await marie.hangup()
        await asyncio.sleep(1)
        await centre.server.start()

        voicemail = await _is_kept(centre, call_id)
        [kept] = (centre.server.data / "voicemails").iterdir()
        assert contains_tone(kept, centre.tones[MARIE], SPEAKS_SECONDS - 1)
        assert abs(duration_seconds(kept) - voicemail["seconds"]) <= 1
        await _is_forgotten_by_asterisk(centre, call_id)


async def _is_recorded(centre: CallCentre) -> str:
    async def recorded() -> str | None:
        for call in await centre.server.live_calls():
            events = (await centre.server.get(f"/calls/{call['id']}"))["events"]
            if "recording-started" in [event["name"] for event in events]:
                return str(call["id"])
        return None

    return await until(recorded, "the caller is recorded", 30)


async def _is_kept(centre: CallCentre, call_id: str) -> Shown:
    async def kept() -> Shown | None:
        voicemail = (await centre.server.call(call_id))["voicemail"]
        return voicemail if voicemail and voicemail["kept"] else None

    return await until(kept, "the message is kept", 15)


async def _is_forgotten_by_asterisk(centre: CallCentre, call_id: str) -> None:
    async def forgotten() -> bool:
        return all(call_id not in name for name in await centre.recordings())

    await until(forgotten, "Asterisk has forgotten the message")
