"""A restart while a thousand channels are there: their list is longer than a thread's stack."""

import asyncio

import pytest
from tests.phones.asterisk_server import RunningAsterisk

from ringback.telephony.asterisk.client import path
from ringback.telephony.asterisk.configuration import INBOUND_CONTEXT
from ringback.telephony.asterisk.identities import Identities
from ringback.telephony.asterisk.listing import Inquiry, list_everything

from .connections import ConnectedClient

pytestmark = pytest.mark.phones

HALVES = 600
"""Each has another half in the dialplan."""


async def test_a_thousand_channels_are_listed_and_asterisk_lives(
    asterisk: RunningAsterisk,
) -> None:
    """S20: Asterisk 22 ends with an answer on the socket that is longer than half a megabyte."""
    app = asterisk.ari_settings.app
    inquiry = Inquiry(app, None, Identities(), phones={}, begun={}, dials_in_doubt=())
    names = [f"ringback-customer-{number}" for number in range(HALVES)]
    async with ConnectedClient(asterisk.ari_settings) as before:
        made = [
            before.ari.send(
                "POST",
                path("channels", "create"),
                {"endpoint": f"Local/s@{INBOUND_CONTEXT}", "app": app, "channelId": name},
            )
            for name in names
        ]
        answers = await asyncio.gather(*made)
        await before.until_answered(path("channels", names[-1]), lambda answer: answer.ok)

    async with ConnectedClient(asterisk.ari_settings) as after:
        listing = await list_everything(after.ari, inquiry)
        still = await after.ari.request("GET", path("applications", app))
        await asyncio.gather(*(after.ari.send("DELETE", path("channels", name)) for name in names))

    assert {answer.status for answer in answers} == {200}
    assert still.ok
    found = {leg.leg_id for leg in listing.report.legs}
    assert found >= {f"customer-{number}" for number in range(HALVES)}
