"""Hold, a restart of ours, and a transfer, as a customer and two agents really hear them (R30)."""

import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.call_centre import AUDIBLE_SECONDS, CallCentre
from tests.phones.company_file import Company
from tests.phones.listening import contains_tone
from tests.phones.ringback_server import until

pytestmark = [pytest.mark.phones, pytest.mark.slow]

MARIE = "+33612345671"


async def test_called_customer_is_held_through_a_restart_and_then_transferred(
    company_asterisk: RunningAsterisk,
) -> None:
    """R30, R31, S20: Marie is never dropped, and hears whom she talks to."""
    async with CallCentre(company_asterisk, Company(agents=("lea", "hugo"))) as centre:
        await centre.open()
        marie = await centre.customer(MARIE)
        await centre.go_online("lea")
        callback = await centre.asks_and_is_let_go(marie)
        await centre.pick_up_callback("lea")
        await centre.is_called_and_answers(marie)
        await _is_at(centre, "lea", "talking")

        await _does(centre, "lea", "hold")
        await centre.server.kill()
        await centre.server.start()
        await _is_at(centre, "lea", "on-hold")
        await _does(centre, "lea", "resume")
        await centre.talk()
        await centre.go_online("hugo")
        await _does(centre, "lea", "transfer", {"to": "agent", "id": "hugo"})
        await centre.desks["lea"].wait_for("CALL_CLOSED")
        await centre.pick_up("hugo")
        await _is_at(centre, "hugo", "talking")
        await centre.talk()
        assert len(await centre.legs()) == 2
        await centre.server.hang_up("hugo")
        await marie.wait_for("CALL_CLOSED")

        await centre.assert_heard_each_other("hugo", MARIE)
        by_marie = (await marie.recordings())[-1].heard
        assert contains_tone(by_marie, centre.tones["lea"], AUDIBLE_SECONDS)
        assert await centre.server.until_outcome(callback["id"]) == ("completed", None)
        assert "call-transferred" in await centre.server.timeline(callback["id"])
        await centre.until_no_leg_is_left()


async def _does(centre: CallCentre, agent: str, deed: str, body: object = None) -> None:
    answer = await centre.server.ask("POST", f"/api/v1/agents/{agent}/{deed}", body)
    assert answer.status == 200, answer


async def _is_at(centre: CallCentre, agent: str, stage: str) -> None:
    async def is_there() -> bool:
        conversation = (await centre.server.agent(agent))["conversation"]
        return conversation is not None and conversation["stage"] == stage

    await until(is_there, f"the conversation of {agent} is at {stage}")
