"""Phones in pages: a wire each, and an account for as long as it lasts (ADR 0029)."""

from dataclasses import replace

import pytest
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.ports import PortBlock

from ringback.bootstrap.doctor.phones import look_at_browser_phones
from ringback.config.company import AgentEntry
from ringback.config.settings import AsteriskSection, HttpSection, Settings
from ringback.core.ids import AgentId
from ringback.ports import PhoneWireCut, PhoneWireRefused
from ringback.telephony.asterisk.browser_phones import AsteriskBrowserPhones, username_of

from .connections import ConnectedClient
from .raw_caller import RawCaller

pytestmark = [pytest.mark.phones, pytest.mark.slow]

LEA = AgentId("léa@support with spaces")
OPTIONS = (
    "OPTIONS sip:ringback.invalid SIP/2.0\r\n"
    "Via: SIP/2.0/WS page.invalid;branch=z9hG4bKpage\r\n"
    "From: <sip:page@ringback.invalid>;tag=page\r\n"
    "To: <sip:ringback.invalid>\r\n"
    "Call-ID: page\r\nCSeq: 1 OPTIONS\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n"
)


@pytest.fixture
def phones(client: ConnectedClient) -> AsteriskBrowserPhones:
    return AsteriskBrowserPhones(client.ari, "ringback-")


async def test_password_is_good_for_as_long_as_the_wire(
    phones: AsteriskBrowserPhones, asterisk: RunningAsterisk, caller_ports: PortBlock
) -> None:
    """Whoever keeps it cannot log in with it later, nor with the one before."""
    server = ("127.0.0.1", asterisk.sip_port)
    async with RawCaller(caller_ports[2], server) as elsewhere:
        async with phones.connect(LEA) as wire:
            account = wire.account
            during = await elsewhere.register(account.username, account.password)
        after = await elsewhere.register(account.username, account.password)
        async with phones.connect(LEA) as again:
            old = await elsewhere.register(account.username, account.password)
            new = await elsewhere.register(account.username, again.account.password)

    assert (during, after, old, new) == (200, 401, 401, 200)
    assert again.account.username == account.username


async def test_wire_carries_what_both_sides_say(phones: AsteriskBrowserPhones) -> None:
    """Asterisk answers as it does on its own WebSocket."""
    async with phones.connect(LEA) as wire:
        await wire.send(OPTIONS)
        answer = await wire.receive()

    assert answer.startswith("SIP/2.0 ")
    assert "Call-ID: page" in answer


async def test_phone_is_in_the_page_opened_last(phones: AsteriskBrowserPhones) -> None:
    """Another page of the agent takes it over; without any there is none."""
    before = phones.endpoint_of(LEA)
    async with phones.connect(LEA) as first:
        async with phones.connect(LEA) as second:
            with pytest.raises(PhoneWireCut) as cut:
                await first.receive()
            during = phones.endpoint_of(LEA)
            await second.send(OPTIONS)
            answer = await second.receive()
        left = phones.endpoint_of(LEA)

    assert cut.value.is_elsewhere
    assert (before, during, left) == (None, username_of("ringback-", LEA), None)
    assert answer.startswith("SIP/2.0 ")


async def test_companies_have_phones_of_their_own() -> None:
    """S24: agents with one id in two companies are two."""
    assert username_of("ringback-", LEA) != username_of("ringback.blue.", LEA)


async def test_no_wire_leads_to_an_asterisk_that_is_away(
    client: ConnectedClient, caller_ports: PortBlock
) -> None:
    """The page is told, and tries again."""
    nobody = replace(client.ari.settings, url=f"http://127.0.0.1:{caller_ports[5]}")
    client.ari.settings = nobody

    with pytest.raises(PhoneWireRefused):
        async with AsteriskBrowserPhones(client.ari, "ringback-").connect(LEA):
            pass


@pytest.mark.parametrize(
    ("phone", "address", "code"),
    [
        ("desk", None, "no-browser-phones"),
        ("browser", None, "phones-without-https"),
        ("browser", "http://ringback.example", "phones-without-https"),
        ("browser", "https://ringback.example", "browser-phones"),
    ],
)
async def test_doctor_tells_whether_agents_can_speak_through_pages(
    asterisk: RunningAsterisk, phone: str, address: str | None, code: str
) -> None:
    """Without https no browser gives a microphone."""
    [finding] = await look_at_browser_phones(_settings(asterisk.ari_url, phone, address))

    assert finding.code == code


async def test_doctor_finds_an_asterisk_without_a_phone_socket(caller_ports: PortBlock) -> None:
    """Its agents would wait for a phone for ever."""
    nobody = f"http://127.0.0.1:{caller_ports[6]}"

    [finding] = await look_at_browser_phones(_settings(nobody, "browser", "https://a.example"))

    assert finding.code == "no-phone-socket"
    assert "transport" in finding.remedy


def _settings(url: str, phone: str, address: str | None) -> Settings:
    return Settings(
        asterisk=AsteriskSection(url=url),
        http=HttpSection(public_address=address),
        agents=(AgentEntry.model_validate({"id": "lea", "name": "Léa", "phone": phone}),),
    )
