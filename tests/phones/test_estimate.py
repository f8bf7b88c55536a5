"""The estimated wait, as a caller on a real phone hears it."""

import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.call_centre import CallCentre
from tests.phones.company_file import Company
from tests.phones.listening import find_message
from tests.phones.ringback_server import until

from ringback.speech.catalogue import Language, Prompt, prompt_file

pytestmark = [pytest.mark.phones, pytest.mark.slow]

MARIE, PAUL = "+33612345641", "+33612345642"
TOLD = "fr/wait_less_than_a_minute"
RECORDED = prompt_file(Prompt.WAIT_LESS_THAN_A_MINUTE, Language.FRENCH)
UNTIL_TOLD_SECONDS_MAX = 50.0


async def test_caller_is_told_the_wait_in_the_language_of_the_line(
    company_asterisk: RunningAsterisk,
) -> None:
    """R45: after half a minute, from what those before had waited, to the end of the message."""
    async with CallCentre(company_asterisk, Company()) as centre:
        await centre.open()
        await _tell_the_wait(centre)
        paul, marie = await centre.customer(PAUL), await centre.customer(MARIE)
        await centre.go_online("lea")
        await paul.dial(centre.carrier.uri("+33140000001"))
        await centre.pick_up("lea")
        await centre.desks["lea"].wait_for("CALL_ESTABLISHED")

        call_id = await centre.calls_in(marie, "support")
        (queue,) = await centre.server.get("/queues")
        await _until_hears(centre, call_id, TOLD)
        await _until_hears(centre, call_id, None)
        await marie.hangup()
        await paul.hangup()

        await marie.wait_for("CALL_CLOSED")
        assert find_message((await marie.recordings())[0].heard, RECORDED).is_whole
        assert 0 < queue["estimated_wait_seconds"] < 60
        await centre.desks["lea"].wait_for("CALL_CLOSED")


async def _tell_the_wait(centre: CallCentre) -> None:
    flow = await centre.server.get("/flows/main")
    settings = flow["settings"]
    settings["steps"][0]["waiting"] |= {"tell_wait": True}
    assert (await centre.server.ask("PUT", "/api/v1/flows/main", settings)).status == 200


async def _until_hears(centre: CallCentre, call_id: str, prompt: str | None) -> None:
    async def is_so() -> bool:
        calls = {call["id"]: call for call in await centre.server.live_calls()}
        return bool(calls[call_id]["prompt"] == prompt)

    await until(is_so, f"the caller hears {prompt}", UNTIL_TOLD_SECONDS_MAX)
