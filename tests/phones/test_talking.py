"""Hold, transfers and consultations, as a customer and two agents really hear them (R30)."""

import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.baresip_phone import BaresipPhone
from tests.phones.call_centre import AUDIBLE_SECONDS, CallCentre
from tests.phones.company_file import Company
from tests.phones.listening import contains_tone
from tests.phones.ringback_server import until

pytestmark = [pytest.mark.phones, pytest.mark.slow]

MARIE, PAUL = "+33612345671", "+33612345672"


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


async def test_customer_is_left_to_a_colleague_after_a_consultation_through_a_kill(
    company_asterisk: RunningAsterisk,
) -> None:
    """R30, S20: Marie hears Léa, music, then Hugo; and Léa never what Marie says to Hugo."""
    async with CallCentre(company_asterisk, Company(agents=("lea", "hugo"))) as centre:
        await centre.open()
        marie = await _talks_to_lea(centre)
        await centre.go_online("hugo")

        await _does(centre, "lea", "consult", {"colleague_id": "hugo"})
        await centre.pick_up("hugo")
        await _until_consulting(centre)
        await centre.talk()
        await centre.server.kill()
        await centre.server.start()
        await _until_consulting(centre)
        await centre.talk()
        assert len(await centre.legs()) == 3
        await _does(centre, "lea", "complete-transfer")
        await centre.desks["lea"].wait_for("CALL_CLOSED")
        await centre.talk()
        await centre.server.hang_up("hugo")
        await marie.wait_for("CALL_CLOSED")

        lea, hugo = [(await centre.desks[one].recordings())[-1].heard for one in ("lea", "hugo")]
        heard = (await marie.recordings())[-1].heard
        tones = centre.tones
        assert contains_tone(lea, tones["hugo"], AUDIBLE_SECONDS)
        assert contains_tone(hugo, tones["lea"], AUDIBLE_SECONDS)
        assert contains_tone(heard, tones["lea"], AUDIBLE_SECONDS)
        await centre.assert_heard_each_other("hugo", MARIE)
        await centre.until_no_leg_is_left()


async def test_customer_who_is_taken_back_never_heard_the_colleague(
    company_asterisk: RunningAsterisk,
) -> None:
    """R30: first the colleague declines, then is consulted and let go; Marie hears Léa again."""
    async with CallCentre(company_asterisk, Company(agents=("lea", "hugo"))) as centre:
        await centre.open()
        marie = await _talks_to_lea(centre)
        await centre.go_online("hugo")
        await _does(centre, "lea", "consult", {"colleague_id": "hugo"})
        await centre.until_rings(centre.desks["hugo"])
        await centre.desks["hugo"].hangup()
        await _is_at(centre, "lea", "on-hold")

        await _does(centre, "lea", "consult", {"colleague_id": "hugo"})
        await centre.pick_up("hugo")
        await _until_consulting(centre)
        await centre.talk()
        await _does(centre, "lea", "cancel-consultation")
        await centre.desks["hugo"].wait_for("CALL_CLOSED")
        await centre.talk()
        await centre.server.hang_up("lea")
        await marie.wait_for("CALL_CLOSED")
        await centre.desks["lea"].wait_for("CALL_CLOSED")

        heard = (await marie.recordings())[-1].heard
        hugo = (await centre.desks["hugo"].recordings())[-1].heard
        await centre.assert_heard_each_other("lea", MARIE)
        assert not contains_tone(heard, centre.tones["hugo"], AUDIBLE_SECONDS)
        assert contains_tone(hugo, centre.tones["lea"], AUDIBLE_SECONDS)
        assert not contains_tone(hugo, centre.tones[MARIE], AUDIBLE_SECONDS)
        await centre.until_no_leg_is_left()


async def test_customer_is_left_to_a_number_outside_and_comes_back_when_it_is_busy(
    company_asterisk: RunningAsterisk,
) -> None:
    """R30, R48: the typed number is rung from the line's; Marie and Paul hear each other."""
    async with CallCentre(company_asterisk, Company(agents=("lea",))) as centre:
        await centre.open()
        paul = await centre.customer(PAUL)
        marie = await _talks_to_lea(centre)
        await _does(centre, "lea", "transfer", {"to": "number", "id": PAUL})
        await centre.until_rings(paul, 15)
        await paul.hangup()
        await centre.pick_up("lea")
        await _is_at(centre, "lea", "talking")

        await _does(centre, "lea", "transfer", {"to": "number", "id": PAUL})
        await centre.desks["lea"].wait_for("CALL_CLOSED")
        await centre.is_called_and_answers(paul)
        await centre.talk()
        assert len(await centre.legs()) == 2
        await paul.hangup()
        await marie.wait_for("CALL_CLOSED")

        by_paul = (await paul.recordings())[-1].heard
        by_marie = (await marie.recordings())[-1].heard
        assert contains_tone(by_paul, centre.tones[MARIE], AUDIBLE_SECONDS)
        assert contains_tone(by_marie, centre.tones[PAUL], AUDIBLE_SECONDS)
        assert not contains_tone(by_paul, centre.tones["lea"], AUDIBLE_SECONDS)
        await centre.until_no_leg_is_left()


async def _talks_to_lea(centre: CallCentre) -> BaresipPhone:
    marie = await centre.customer(MARIE)
    await centre.go_online("lea")
    await centre.calls_in(marie)
    await centre.pick_up("lea")
    await _is_at(centre, "lea", "talking")
    await centre.talk()
    return marie


async def _until_consulting(centre: CallCentre) -> None:
    async def both_talk() -> bool:
        conversation = (await centre.server.agent("hugo"))["conversation"]
        consultation = None if conversation is None else conversation["consultation"]
        return consultation is not None and consultation["answered"]

    await until(both_talk, "the two agents talk")


async def _does(centre: CallCentre, agent: str, deed: str, body: object = None) -> None:
    answer = await centre.server.ask("POST", f"/api/v1/agents/{agent}/{deed}", body)
    assert answer.status == 200, answer


async def _is_at(centre: CallCentre, agent: str, stage: str) -> None:
    async def is_there() -> bool:
        conversation = (await centre.server.agent(agent))["conversation"]
        return conversation is not None and conversation["stage"] == stage

    await until(is_there, f"the conversation of {agent} is at {stage}")
