"""A recording that somebody uploaded is what callers hear, whole, on real phones."""

import httpx
import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.call_centre import CallCentre
from tests.phones.company_file import Company
from tests.phones.listening import contains_tone, tone_seconds
from tests.speech.recordings import encoded, silence, tone

pytestmark = [pytest.mark.phones, pytest.mark.slow]

MARIE = "+33612345651"
CONFIRMED_HZ, OFFERED_HZ = 1_330.0, 870.0
SECONDS = 2.5


async def test_uploaded_messages_are_heard_while_waiting_and_after_star(
    company_asterisk: RunningAsterisk,
) -> None:
    """R2, R5: a tone that was uploaded as MP3 confirms, one recorded as WebM plays in the flow."""
    async with CallCentre(company_asterisk, Company()) as centre:
        await centre.open()
        confirmed = await _uploaded(centre, "mp3", CONFIRMED_HZ)
        offered = await _uploaded(centre, "webm", OFFERED_HZ)
        settings = await centre.server.get("/lines/sales/settings")
        settings["callbacks"]["confirmation_prompt"] = confirmed
        await centre.server.ask("PUT", "/api/v1/lines/sales/settings", settings)
        flow = (await centre.server.get("/flows/main"))["settings"]
        flow["steps"] = [
            *flow["steps"],
            {"kind": "audio", "id": "own", "prompt": offered, "next": flow["first"]},
        ]
        flow["first"] = "own"
        published = await centre.server.ask("PUT", "/api/v1/flows/main", flow)
        assert published.status == httpx.codes.OK, published

        marie = await centre.customer(MARIE)
        await centre.asks_and_is_let_go(marie)

        heard = (await marie.recordings())[0].heard
        assert contains_tone(heard, OFFERED_HZ, SECONDS - 0.3), tone_seconds(heard, OFFERED_HZ)
        assert contains_tone(heard, CONFIRMED_HZ, SECONDS - 0.3), tone_seconds(heard, CONFIRMED_HZ)
        in_use = await centre.server.ask("DELETE", f"/api/v1/messages/{confirmed}")
        assert in_use.status == httpx.codes.CONFLICT


async def _uploaded(centre: CallCentre, kind: str, hertz: float) -> str:
    recording = encoded(kind, silence(0.5) + tone(SECONDS, hertz) + silence(0.5))
    return await centre.server.upload(recording, name=f"{hertz:g} Hz")
