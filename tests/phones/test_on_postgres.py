"""A company whose journal is in PostgreSQL, and the database goes away while people talk."""

import asyncio
from datetime import timedelta

import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.call_centre import CallCentre
from tests.phones.company_file import SALES_WORDS, Company
from tests.phones.listening import find_message
from tests.phones.ringback_server import Shown, until
from tests.postgres_server import running_postgres

from ringback.runtime.patience import PATIENCE
from ringback.speech.catalogue import Language, Prompt, prompt_file
from ringback.speech.synthesis import speak

pytestmark = [pytest.mark.phones, pytest.mark.slow]

MARIE, PAUL = "+33612345671", "+33612345672"
APOLOGY = prompt_file(Prompt.APOLOGY_NOT_STORED, Language.ENGLISH)
HEARING_IT = timedelta(seconds=8)


async def test_database_stopped_in_mid_journey_drops_no_call_and_loses_no_request(
    company_asterisk: RunningAsterisk,
) -> None:
    """S1, R7: Paul goes on talking; Marie hears an apology and music, and is called back after."""
    with running_postgres() as postgres:
        company = Company(database=postgres.make_database())
        async with CallCentre(company_asterisk, company) as centre:
            await centre.open()
            marie, paul = await centre.customer(MARIE), await centre.customer(PAUL)
            await centre.calls_in(paul)
            await centre.go_online("lea")
            await centre.pick_up("lea")
            await centre.desks["lea"].wait_for("CALL_ESTABLISHED")
            call_id = await centre.calls_in(marie)

            postgres.stop()
            await marie.send_digit("*")
            await until(lambda: _is_away(centre), "the server says that the database is away", 20)
            await asyncio.sleep((PATIENCE + HEARING_IT).total_seconds())
            legs = await centre.legs()
            postgres.start()
            callback = await until(lambda: _callback_of(centre, call_id), "the request is stored")
            await marie.wait_for("CALL_CLOSED", 15)
            await paul.hangup()
            await centre.desks["lea"].wait_for("CALL_CLOSED")
            await centre.assert_heard_each_other("lea", PAUL)

            await centre.pick_up_callback("lea")
            await centre.is_called_and_answers(marie)
            await centre.talk()
            await marie.hangup()

            assert len(legs) >= 3
            assert await centre.server.until_outcome(callback["id"]) == ("completed", None)
            await centre.desks["lea"].wait_for("CALL_CLOSED")
            await centre.assert_heard_each_other("lea", MARIE)
            assert len(centre.carrier.invites_to(MARIE)) == 1
            heard = (await marie.recordings())[0].heard
            words = speak(SALES_WORDS, Language.ENGLISH, centre.server.data / "spoken")
            apology, confirmation = (
                find_message(heard, APOLOGY),
                find_message(heard, words.path_stem.with_suffix(".wav")),
            )
            assert apology.is_whole
            assert confirmation.is_whole
            assert apology.offset_seconds < confirmation.offset_seconds


async def _is_away(centre: CallCentre) -> bool:
    return bool((await centre.server.get("/health"))["status"] == "journal-away")


async def _callback_of(centre: CallCentre, call_id: str) -> Shown | None:
    found = await centre.server.ask("GET", "/api/v1/callbacks")
    if found.status != 200:
        return None
    callbacks: list[Shown] = found.body["callbacks"]
    return next((one for one in callbacks if call_id in one["inbound_call_ids"]), None)
