"""Cards on real phones: declined, left to ring, accepted twice at once."""

import asyncio

import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.call_centre import CallCentre
from tests.phones.company_file import Company
from tests.phones.listening import find_message
from tests.phones.ringback_server import Answer, Shown

from ringback.speech.catalogue import Language, Prompt, prompt_file

pytestmark = [pytest.mark.phones, pytest.mark.slow]

MARIE = "+33612345611"
TWO = ("lea", "hugo")
TAKEN = prompt_file(Prompt.TAKEN_BY_COLLEAGUE, Language.ENGLISH)


@pytest.mark.parametrize("retries", [0, 1])
async def test_declined_by_everybody_in_every_attempt_fails(
    company_asterisk: RunningAsterisk, retries: int
) -> None:
    """R15, R16, R22, R26: on screen and by handset; a retry rings the decliners again."""
    company = Company(agents=TWO, callbacks={"retries": retries})
    async with CallCentre(company_asterisk, company) as centre:
        callback = await _asked(centre)
        for attempt in range(1, retries + 2):
            offers = await _cards(centre, callback)
            assert [offer["attempt_number"] for offer in offers] == [attempt, attempt]
            await centre.server.decline(offers[0])
            await centre.desks["lea"].wait_for("CALL_CLOSED")
            await centre.desks["hugo"].wait_for("CALL_INCOMING")
            await centre.desks["hugo"].hangup()

        outcome = await centre.server.until_outcome(callback["id"])
        assert outcome == ("failed", "declined")
        assert (await centre.server.callback(callback["id"]))["attempt_number"] == retries + 1
        assert (await centre.server.call(callback["inbound_call_ids"][0]))["tags"] == [
            "queue_callback"
        ]
        assert not centre.carrier.invites_to(MARIE)


async def test_nobody_lifts_the_handset_for_as_long_as_the_step_rings(
    company_asterisk: RunningAsterisk,
) -> None:
    """R21, R23, R26: both phones fall silent at the end of `ring_for`; the reason is no answer."""
    company = Company(agents=TWO, ring={"ring_for_seconds": 5})
    async with CallCentre(company_asterisk, company) as centre:
        callback = await _asked(centre)
        await _cards(centre, callback)
        for agent in TWO:
            await centre.desks[agent].wait_for("CALL_INCOMING")
            await centre.desks[agent].wait_for("CALL_CLOSED")

        outcome = await centre.server.until_outcome(callback["id"])
        assert outcome == ("failed", "no_answer")
        for agent in TWO:
            await centre.server.until_agent(agent, "available")
        assert not centre.carrier.invites_to(MARIE)


async def test_two_accept_on_screen_at_once_and_one_wins(
    company_asterisk: RunningAsterisk,
) -> None:
    """R29, S8: the loser is told who won, and the customer is dialled once."""
    async with CallCentre(company_asterisk, Company(agents=TWO)) as centre:
        callback = await _asked(centre)
        offers = await _cards(centre, callback)

        answers = await asyncio.gather(
            *(centre.server.answer_offer(offer, "accept") for offer in offers)
        )

        winner, loser = _winner_and_loser(answers)
        await centre.desks[loser].wait_for("CALL_CLOSED")
        await centre.desks[winner].accept()
        await _assert_talks_and_ends(centre, winner, callback)


async def test_screen_and_handset_at_once_and_one_wins(
    company_asterisk: RunningAsterisk,
) -> None:
    """R29, S8: while the server holds its breath, one agent clicks and another one picks up."""
    async with CallCentre(company_asterisk, Company(agents=TWO)) as centre:
        callback = await _asked(centre)
        by_lea, _ = await _cards(centre, callback)
        await centre.desks["hugo"].wait_for("CALL_INCOMING")

        centre.server.freeze()
        clicked = asyncio.create_task(centre.server.answer_offer(by_lea, "accept"))
        await centre.desks["hugo"].accept()
        await centre.desks["hugo"].wait_for("CALL_ESTABLISHED")
        centre.server.thaw()

        answer = await clicked
        winner = "lea" if answer.status == 200 else "hugo"
        if winner == "lea":
            await _assert_turned_away(centre, "hugo")
            await centre.desks["lea"].accept()
        else:
            assert (answer.code, answer.details["taken_by"]) == ("offer-taken", "hugo")
        await _assert_talks_and_ends(centre, winner, callback)


@pytest.mark.parametrize("is_killed", [False, True], ids=["held-up", "killed"])
async def test_two_handsets_at_once_and_the_loser_hears_who_won(
    company_asterisk: RunningAsterisk, is_killed: bool
) -> None:
    """R29: a desk phone that lost the race is told so by a message, to its end, and let go.

    Both are lifted while the server is held up, or is not there at all.
    """
    async with CallCentre(company_asterisk, Company(agents=TWO)) as centre:
        callback = await _asked(centre)
        await _cards(centre, callback)
        for agent in TWO:
            await centre.until_rings(centre.desks[agent])
        if is_killed:
            await centre.server.kill()
        else:
            centre.server.freeze()
        for agent in TWO:
            await centre.pick_up(agent)
            await centre.desks[agent].wait_for("CALL_ESTABLISHED")
        if is_killed:
            await centre.server.start()
        else:
            centre.server.thaw()

        winner = await centre.server.until_accepted(callback["id"])
        await _assert_turned_away(centre, next(agent for agent in TWO if agent != winner))
        await _assert_talks_and_ends(centre, winner, callback)


async def _asked(centre: CallCentre) -> Shown:
    """Let Marie ask and be let go; then both agents come online."""
    await centre.open()
    callback = await centre.asks_and_is_let_go(await centre.customer(MARIE, "Marie"))
    await centre.go_online(*TWO)
    return callback


async def _cards(centre: CallCentre, callback: Shown) -> list[Shown]:
    offers = [await centre.server.until_offered(agent) for agent in TWO]
    assert {(offer["kind"], offer["item_id"]) for offer in offers} == {("callback", callback["id"])}
    return offers


def _winner_and_loser(answers: list[Answer]) -> tuple[str, str]:
    assert sorted(answer.status for answer in answers) == [200, 409]
    granted, refused = sorted(answers, key=lambda answer: answer.status)
    winner = str(granted.body["id"])
    assert (refused.code, refused.details["taken_by"]) == ("offer-taken", winner)
    return winner, next(agent for agent in TWO if agent != winner)


async def _assert_turned_away(centre: CallCentre, loser: str) -> None:
    await centre.desks[loser].wait_for("CALL_CLOSED", 15)
    recording = (await centre.desks[loser].recordings())[-1]
    assert find_message(recording.heard, TAKEN).is_whole
    await centre.server.until_agent(loser, "available")


async def _assert_talks_and_ends(centre: CallCentre, winner: str, callback: Shown) -> None:
    """Let the customer answer and talk to the winner; nobody else was dialled or connected."""
    customer = centre.customers[MARIE]
    await centre.is_called_and_answers(customer)
    await centre.talk()
    await customer.hangup()
    await centre.desks[winner].wait_for("CALL_CLOSED")
    await centre.assert_heard_each_other(winner, MARIE)
    assert await centre.server.until_outcome(callback["id"]) == ("completed", None)
    assert len(centre.carrier.invites_to(MARIE)) == 1
