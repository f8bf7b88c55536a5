"""Callers who are redirected to another number of the company or to one outside, on real phones."""

import asyncio
from typing import Any

import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.call_centre import AUDIBLE_SECONDS, MUSIC_SECONDS, CallCentre
from tests.phones.company_file import SALES, SUPPORT, SUPPORT_WORDS, Company
from tests.phones.listening import contains_tone, duration_seconds, find_message, is_silence
from tests.phones.ringback_server import Shown, until
from tests.phones.trunk_peer import Answer

from ringback.speech.catalogue import Language, Prompt, prompt_file
from ringback.speech.synthesis import speak

pytestmark = [pytest.mark.phones, pytest.mark.slow]

MARIE, OUTSIDE = "+33612345671", "+33612345672"
WELCOME = prompt_file(Prompt.WELCOME, Language.ENGLISH)
WELCOMES = {"kind": "audio", "id": "welcome", "prompt": "en/welcome", "next": "redirect"}
TO_SUPPORT = {"kind": "redirect-to-line", "id": "redirect", "line_id": "support"}
TO_OUTSIDE = {"kind": "redirect-to-number", "id": "redirect", "number": OUTSIDE, "next": "team"}
RING = {"kind": "ring", "id": "team", "target": {"team_id": "team"}, "next": "end"}
END = {"kind": "hang-up", "id": "end"}


async def test_caller_handed_over_is_called_back_by_the_other_line(
    company_asterisk: RunningAsterisk,
) -> None:
    """R17: the welcome of the first line, then the queue, the words and the number of the other."""
    async with CallCentre(company_asterisk, Company()) as centre:
        await centre.open()
        await _publish(centre, "support", RING, END)
        await _give_own_flow(centre, "support")
        await _publish(centre, "main", WELCOMES, TO_SUPPORT)
        marie = await centre.customer(MARIE)

        callback = await centre.asks_and_is_let_go(marie)
        await centre.go_online("lea")
        await centre.pick_up_callback("lea")
        await centre.is_called_and_answers(marie)
        await centre.talk()
        await marie.hangup()
        await centre.desks["lea"].wait_for("CALL_CLOSED")

        assert callback["line"]["number"] == SUPPORT
        assert [one.from_number for one in centre.carrier.invites_to(MARIE)] == [SUPPORT]
        assert await centre.server.until_outcome(callback["id"]) == ("completed", None)
        spoken = speak(SUPPORT_WORDS, Language.FRENCH, centre.server.data / "spoken")
        heard = (await marie.recordings())[0].heard
        assert find_message(heard, WELCOME).is_whole
        assert find_message(heard, spoken.path_stem.with_suffix(".wav")).is_whole
        await centre.assert_heard_each_other("lea", MARIE)


async def test_caller_hears_music_until_the_number_outside_answers(
    company_asterisk: RunningAsterisk,
) -> None:
    """R17: it is called once and shown the line; then both hear each other, and no agent rings."""
    async with CallCentre(company_asterisk, Company()) as centre:
        await centre.open()
        await _publish(centre, "main", WELCOMES, TO_OUTSIDE, RING, END)
        marie, outside = await centre.customer(MARIE), await centre.customer(OUTSIDE)
        await centre.go_online("lea")

        await marie.dial(centre.carrier.uri(SALES))
        await centre.until_rings(outside, 20)
        await asyncio.sleep(MUSIC_SECONDS)
        await outside.accept()
        await outside.wait_for("CALL_ESTABLISHED")
        await centre.talk()
        [call] = await centre.server.live_calls()
        await outside.hangup()
        await marie.wait_for("CALL_CLOSED")

        ended = await centre.server.until_ended(call["id"])
        assert [one.from_number for one in centre.carrier.invites_to(OUTSIDE)] == [SALES]
        heard = (await marie.recordings())[-1].heard
        welcome = find_message(heard, WELCOME)
        assert welcome.is_whole
        begins = welcome.offset_seconds + duration_seconds(WELCOME)
        assert not is_silence(heard, begins, begins + 2 * MUSIC_SECONDS)
        assert contains_tone(heard, centre.tones[OUTSIDE], AUDIBLE_SECONDS)
        heard_outside = (await outside.recordings())[-1].heard
        assert contains_tone(heard_outside, centre.tones[MARIE], AUDIBLE_SECONDS)
        assert ended["missed_reason"] is None
        assert (await centre.server.agent("lea"))["condition"] == "available"


async def test_caller_whom_nobody_outside_answers_goes_on_and_is_called_back(
    company_asterisk: RunningAsterisk,
) -> None:
    """R17: outside is busy, so the queue comes next; the callback never dials outside."""
    async with CallCentre(company_asterisk, Company()) as centre:
        await centre.open()
        await _publish(centre, "main", WELCOMES, TO_OUTSIDE, RING, END)
        centre.carrier.routes[OUTSIDE] = Answer.BUSY
        marie = await centre.customer(MARIE)

        callback = await centre.asks_and_is_let_go(marie)
        await centre.go_online("lea")
        await centre.pick_up_callback("lea")
        await centre.is_called_and_answers(marie)
        await centre.talk()
        await marie.hangup()
        await centre.desks["lea"].wait_for("CALL_CLOSED")

        assert await centre.server.until_outcome(callback["id"]) == ("completed", None)
        assert len(centre.carrier.invites_to(OUTSIDE)) == 1
        assert [one.from_number for one in centre.carrier.invites_to(MARIE)] == [SALES]
        await centre.assert_heard_each_other("lea", MARIE)


async def test_callback_that_comes_to_a_number_outside_ends_there(
    company_asterisk: RunningAsterisk,
) -> None:
    """R17, R18: asked for in the welcome, it finds no ring step before the redirect."""
    async with CallCentre(company_asterisk, Company()) as centre:
        await centre.open()
        await _publish(centre, "main", WELCOMES, TO_OUTSIDE, RING, END)
        marie = await centre.customer(MARIE)
        await marie.dial(centre.carrier.uri(SALES))
        await marie.wait_for("CALL_ESTABLISHED")
        await asyncio.sleep(MUSIC_SECONDS)

        await marie.send_digit("*")
        callback = await _request_of(centre)
        await marie.wait_for("CALL_CLOSED", 15)

        assert await centre.server.until_outcome(callback["id"]) == ("failed", "no_ring_step")
        assert centre.carrier.invites_to(OUTSIDE) == []


async def _publish(centre: CallCentre, flow: str, *steps: dict[str, Any]) -> None:
    wanted = {"name": flow, "first": steps[0]["id"], "steps": list(steps)}
    answer = await centre.server.ask("PUT", f"/api/v1/flows/{flow}", wanted)
    assert answer.status == 200, answer


async def _give_own_flow(centre: CallCentre, line: str) -> None:
    settings = await centre.server.get(f"/lines/{line}/settings")
    wanted = settings | {"flow_id": line}
    answer = await centre.server.ask("PUT", f"/api/v1/lines/{line}/settings", wanted)
    assert answer.status == 200, answer


async def _request_of(centre: CallCentre) -> Shown:
    async def requested() -> Shown | None:
        callbacks = await centre.server.callbacks()
        return callbacks[0] if callbacks else None

    return await until(requested, "a callback is asked for")
