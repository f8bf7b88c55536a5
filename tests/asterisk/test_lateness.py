"""How late Asterisk is with its answers, as the client sees it (L4)."""

from datetime import timedelta

from ringback.telephony.asterisk.client import path

from .connections import ConnectedClient
from .fake_ari import FakeAri, accept


async def test_lateness_is_the_age_of_the_oldest_request_without_an_answer() -> None:
    """Nothing owed is zero; an answer that does not come makes the phone system late (L4)."""
    async with (
        FakeAri(answer=lambda r: None if "slow" in r["uri"] else accept(r)) as server,
        ConnectedClient(server.settings()) as client,
    ):
        await client.ari.request("POST", path("channels", "quick", "answer"))
        owed_nothing = client.ari.lateness()
        client.ari.send("POST", path("channels", "slow", "answer"))
        await client.ari.request("POST", path("channels", "quick", "answer"))
        first = client.ari.lateness()
        await client.ari.request("POST", path("channels", "quick", "answer"))

        assert owed_nothing == timedelta(0)
        assert timedelta(0) < first < client.ari.lateness()
