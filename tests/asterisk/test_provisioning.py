"""Trunks and phones made known to a real Asterisk over ARI."""

import asyncio
import sqlite3
from contextlib import closing

import pytest
from tests.phones.asterisk_server import RunningAsterisk, provision
from tests.phones.ports import PortBlock

from ringback.telephony.asterisk.client import path
from ringback.telephony.asterisk.connection_states import Connected
from ringback.telephony.asterisk.events import StasisEnd, StasisStart
from ringback.telephony.asterisk.provisioning import (
    BrowserPhone,
    DeskPhone,
    HostUnknown,
    Trunk,
    provision_browser_phone,
    provision_desk_phone,
    provision_trunk,
    remove_desk_phone,
    remove_trunk,
)

from .connections import ConnectedClient
from .raw_caller import RawCaller

pytestmark = pytest.mark.phones

PHONE = "127.0.0.8"
KINDS = ("aor", "auth", "endpoint", "identify", "registration")


async def values(client: ConnectedClient, kind: str, name: str, attribute: str) -> list[str]:
    uri = path("asterisk", "config", "dynamic", "res_pjsip", kind, name)
    fields = (await client.ari.request("GET", uri)).json()
    return [field["value"] for field in fields if field["attribute"] == attribute]


async def present(client: ConnectedClient, name: str) -> list[str]:
    uris = {kind: path("asterisk", "config", "dynamic", "res_pjsip", kind, name) for kind in KINDS}
    return [kind for kind, uri in uris.items() if (await client.ari.send("GET", uri)).ok]


async def state_of(client: ConnectedClient, phone: str) -> str:
    uri = path("endpoints", "PJSIP", phone)
    await client.until_answered(uri, lambda answer: answer.ok)
    return str((await client.ari.request("GET", uri)).json()["state"])


async def stored(asterisk: RunningAsterisk, key: str) -> None:
    """Wait until Asterisk has written the key to its database, which it does once a second."""
    file = asterisk.directory / "state" / "lib" / "astdb.sqlite3"
    async with asyncio.timeout(5):
        while True:
            with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
                if database.execute("SELECT 1 FROM astdb WHERE key LIKE ?", [key]).fetchone():
                    return
            await asyncio.sleep(0.05)


async def test_a_trunk_that_moves_leaves_no_old_address_behind(client: ConnectedClient) -> None:
    """An address kept by mistake would let strangers in as the carrier."""
    await provision_trunk(client.ari, Trunk("moving", "127.0.0.2", 5070))

    await provision_trunk(client.ari, Trunk("moving", "127.0.0.3", 5070, codecs=("g722",)))

    match = await values(client, "identify", "trunk-moving", "match")
    assert match == ["127.0.0.3/255.255.255.255"]
    assert await values(client, "aor", "trunk-moving", "contact") == ["sip:127.0.0.3:5070"]
    assert await values(client, "endpoint", "trunk-moving", "allow") == ["(g722)"]
    await remove_trunk(client.ari, "moving")


async def test_a_trunk_that_loses_its_password_loses_its_registration(
    client: ConnectedClient,
) -> None:
    """What a trunk no longer has is deleted, not only left unwritten."""
    trunk = Trunk("login", "127.0.0.4", username="u", password='p,;"x', registers=True)
    await provision_trunk(client.ari, trunk)
    before = await present(client, "trunk-login")
    secret = await values(client, "auth", "trunk-login", "password")

    await provision_trunk(client.ari, Trunk("login", "127.0.0.4"))

    assert before == list(KINDS)
    assert secret == ['p,;"x']
    assert await present(client, "trunk-login") == ["aor", "endpoint", "identify"]
    assert await values(client, "endpoint", "trunk-login", "outbound_auth") == [""]
    await remove_trunk(client.ari, "login")


async def test_an_unchanged_trunk_is_left_alone(client: ConnectedClient) -> None:
    """Provisioning the same trunk again reads once and writes nothing."""
    trunk = Trunk("same", "127.0.0.5", calls_from=("127.0.0.5", "192.0.2.0/24"))
    await provision_trunk(client.ari, trunk)
    requests = client.ari.counts.requests

    await provision_trunk(client.ari, trunk)

    assert client.ari.counts.requests == requests + 1
    await remove_trunk(client.ari, "same")


async def test_a_removed_trunk_leaves_nothing_and_may_be_removed_again(
    client: ConnectedClient,
) -> None:
    """Removing is complete, and harmless when repeated."""
    await provision_trunk(client.ari, Trunk("brief", "127.0.0.6"))

    await remove_trunk(client.ari, "brief")
    await remove_trunk(client.ari, "brief")

    assert await present(client, "trunk-brief") == []


async def test_a_host_without_address_is_refused_before_anything_is_sent(
    client: ConnectedClient,
) -> None:
    """A misspelt carrier leaves Asterisk as it was."""
    requests = client.ari.counts.requests

    with pytest.raises(HostUnknown):
        await provision_trunk(client.ari, Trunk("lost", "no-such-host.invalid"))

    assert client.ari.counts.requests == requests


async def test_a_phone_logs_in_with_its_password_only(
    client: ConnectedClient, asterisk: RunningAsterisk, caller_ports: PortBlock
) -> None:
    """Another phone's password and an unknown name are refused alike."""
    server = ("127.0.0.1", asterisk.sip_port)
    async with RawCaller(caller_ports[2], server, address=PHONE) as phone:
        wrong = await phone.register("lea-phone", "secret-of-tom")
        unknown = await phone.register("tom-phone", "secret-of-tom")
        right = await phone.register("lea-phone", "secret-of-lea")

        assert (wrong, unknown, right) == (401, 401, 200)
        assert await state_of(client, "lea-phone") == "online"
        assert await phone.register("lea-phone", "secret-of-lea", expires=0) == 200


async def test_a_phone_stays_logged_in_when_its_settings_change(
    client: ConnectedClient, asterisk: RunningAsterisk, caller_ports: PortBlock
) -> None:
    """A change of codecs does not make a phone unreachable."""
    await provision_desk_phone(client.ari, DeskPhone("ana", "ana-phone", "s", qualify_seconds=0))
    server = ("127.0.0.1", asterisk.sip_port)
    async with RawCaller(caller_ports[2], server, address=PHONE) as phone:
        assert await phone.register("ana-phone", "s") == 200

        changed = DeskPhone("ana", "ana-phone", "s", codecs=("alaw",), qualify_seconds=0)
        await provision_desk_phone(client.ari, changed)

        assert await state_of(client, "ana-phone") == "online"
    await remove_desk_phone(client.ari, "ana-phone")


async def test_a_browser_phone_speaks_webrtc_until_it_becomes_a_desk_phone(
    client: ConnectedClient,
) -> None:
    """Changing the kind of a phone leaves no setting of the former kind."""
    await provision_browser_phone(client.ari, BrowserPhone("max-phone", "secret"))
    browser = await values(client, "endpoint", "max-phone", "media_encryption")

    await provision_desk_phone(client.ari, DeskPhone("max", "max-phone", "secret"))

    assert browser == ["dtls"]
    assert await values(client, "endpoint", "max-phone", "media_encryption") == ["no"]
    await remove_desk_phone(client.ari, "max-phone")
    assert await present(client, "max-phone") == []


async def test_a_restart_forgets_what_was_provisioned_and_keeps_where_phones_are(
    asterisk: RunningAsterisk, caller_ports: PortBlock
) -> None:
    """After Asterisk's death the trunk is provisioned anew and phones need not log in again."""
    server = ("127.0.0.1", asterisk.sip_port)
    async with (
        RawCaller(caller_ports[0], server) as caller,
        RawCaller(caller_ports[2], server, address=PHONE) as phone,
        ConnectedClient(asterisk.ari_settings) as client,
    ):
        await phone.register("lea-phone", "secret-of-lea")
        await stored(asterisk, "/registrar/contact/lea-phone%")
        asterisk.kill()
        asterisk.start_again()
        await client.state(Connected, times=2)
        forgotten = await present(client, "trunk-main")

        await provision(asterisk)
        caller.invite(line="+33140000000", from_value=b"<sip:0612345678@127.0.0.1>")
        started = await client.event(StasisStart)

        await client.ari.request("DELETE", path("channels", started.channel.id))
        await client.event(StasisEnd)
        assert await state_of(client, "lea-phone") == "online"
    assert forgotten == []
