"""The WebSocket of the phone in a page: who has none, and what shows that it has logged in."""

from datetime import UTC, datetime

import pytest
from tests.api.office import TOKEN, Office
from tests.api.socket import open_socket

from ringback.api.ice_servers import IceServers
from ringback.api.phone_socket import grants_login
from ringback.core.ids import AgentId

PATH = "/api/v1/agents/lea/phone"
GRANTED = "SIP/2.0 200 OK\r\nVia: SIP/2.0/WS x\r\nCSeq: 7 REGISTER\r\nContent-Length: 0\r\n\r\n"


@pytest.mark.parametrize(
    ("path", "subprotocols", "code"),
    [
        (PATH, ["sip"], "not-signed-in"),
        (PATH, ["sip", "bearer.wrong"], "invalid-token"),
        ("/api/v1/agents/nobody/phone", ["sip", f"bearer.{TOKEN}"], "unknown-agent"),
        (PATH, ["sip", f"bearer.{TOKEN}"], "no-browser-phone"),
    ],
)
async def test_phone_that_nobody_may_have_is_refused(
    office: Office, path: str, subprotocols: list[str], code: str
) -> None:
    """Also where the phones are simulated: the page itself is the phone there."""
    async with open_socket(office.app, path=path, subprotocols=subprotocols) as page:
        goodbye, closed = await page.hear(), await page.hear()

    assert (goodbye["type"], goodbye["code"]) == ("goodbye", code)
    assert closed["type"] == "closed"


async def test_page_of_another_site_is_given_no_phone(office: Office) -> None:
    """Its browser would send our cookie along."""
    headers = {"origin": "https://elsewhere.example"}
    async with open_socket(office.app, path=PATH, headers=headers) as page:
        closed = await page.hear()

    assert closed == {"type": "closed", "code": 4403}


@pytest.mark.parametrize(
    ("message", "grants"),
    [
        (GRANTED, True),
        (GRANTED.replace("CSeq:", "cseq :"), True),
        (GRANTED.replace("200 OK", "401 Unauthorized"), False),
        (GRANTED.replace("REGISTER", "INVITE"), False),
        ("INVITE sip:x SIP/2.0\r\nCSeq: 1 INVITE\r\n\r\nCSeq: 1 REGISTER\r\n\r\n", False),
        (GRANTED.replace("CSeq: 7 REGISTER", "CSeq:"), False),
        ("", False),
    ],
)
def test_only_a_good_answer_to_a_login_makes_a_phone_present(message: str, grants: bool) -> None:
    """R19: a phone that was refused is not there."""
    assert grants_login(message) is grants


def test_turn_server_is_told_of_by_a_password_that_runs_out() -> None:
    """The secret stays here: HMAC-SHA1 of a username that begins with an instant."""
    servers = IceServers("stun.example:3478", "turn.example:3478", "a-shared-secret")
    at = datetime(2026, 11, 23, tzinfo=UTC)

    stun, turn = servers.views(AgentId("lea"), at)

    assert (stun.urls, stun.username) == ("stun:stun.example:3478", None)
    assert turn.urls == "turn:turn.example:3478"
    assert turn.username == "1795435200:lea"
    assert turn.credential == "SePdMAnOQNXukElyApVkcGloOwM="
    assert IceServers().views(AgentId("lea"), at) == []
