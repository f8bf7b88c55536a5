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


async def test_each_answer_is_timed() -> None:
    """From the sending on, for the figures; what is not answered is in none."""
    async with FakeAri() as server, ConnectedClient(server.settings()) as client:
        before = client.ari.answer_times.count
        for _ in range(3):
            await client.ari.request("GET", path("asterisk", "ping"))

        assert client.ari.answer_times.count >= before + 3
        assert client.ari.answer_times.seconds > 0
        assert client.ari.counts.connections == 1
