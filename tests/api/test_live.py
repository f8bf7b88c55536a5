"""The live WebSocket: who may follow, the snapshot, the changes, and who is let go."""

from typing import Any

import pytest
from tests.api.office import MARIE, TOKEN, Office
from tests.api.socket import PageSocket, open_socket

from ringback.api import live, live_feed

QUESTIONS_MAX = 2_000
HELLO = {"type": "hello", "token": TOKEN}


async def _snapshot(page: PageSocket, **hello: Any) -> Any:
    page.say(HELLO | hello)
    return await page.hear_until("snapshot")


async def test_snapshot_comes_first_and_then_changes_without_a_gap(office: Office) -> None:
    """The events go on with the number after the snapshot's."""
    async with open_socket(office.app) as page:
        snapshot = await _snapshot(page)
        await office.put("/agents/lea/status", {"status": "online"})
        changes = await page.hear_until("changes")

    assert [agent["id"] for agent in snapshot["agents"]] == ["lea", "tom", "ines"]
    assert snapshot["booth"] is True
    assert changes["events"][0]["sequence"] == snapshot["sequence"] + 1
    assert changes["sequence"] == changes["events"][-1]["sequence"]
    assert changes["events"][0]["name"] == "agent-status-set"
    assert [agent["status"] for agent in changes["agents"]] == ["online"]


async def test_page_that_joins_late_is_told_the_present(office: Office) -> None:
    """A snapshot holds what waits, and who is being rung for it."""
    await office.online()
    callback_id = await office.ask_for_callback()
    await office.offer_of()

    async with open_socket(office.app) as page:
        snapshot = await _snapshot(page)

    assert [each["id"] for each in snapshot["callbacks"]] == [callback_id]
    lea = next(agent for agent in snapshot["agents"] if agent["id"] == "lea")
    assert lea["condition"] == "ringing"
    assert lea["offer"]["item_id"] == callback_id
    assert snapshot["queues"][0]["items"][0]["state"] == "ringing"


async def test_agent_in_a_conversation_is_shown_at_each_stage(office: Office) -> None:
    """Events that name only the call still bring the agent who is in it."""
    await office.online()
    await office.ask_for_callback()
    offer = await office.offer_of()
    stages: list[str] = []

    async with open_socket(office.app) as page:
        await _snapshot(page)
        await office.post(f"/offers/{offer['id']}/accept", {"agent_id": "lea"})
        phone = office.services.booth.pick_up(MARIE)
        await office.until(lambda: phone.state().phase == "ringing")
        await office.post(f"/booth/phones/{MARIE}/answer")
        while "talking" not in stages:
            await office.until(lambda: True)
            office.time.run_next()
            await office.settle()
            message = await page.hear()
            conversations = [agent["conversation"] for agent in message.get("agents", ())]
            stages.extend(each["stage"] for each in conversations if each is not None)

    assert stages[-1] == "talking"


async def test_booth_is_told_of_live(office: Office) -> None:
    """A page learns what a customer's phone hears without asking."""
    await office.online()
    async with open_socket(office.app) as page:
        await _snapshot(page)
        await office.post(f"/booth/phones/{MARIE}/dial", {"line_id": "paris"})
        told = await page.hear_until("booth")

    assert told["phone"]["number"] == MARIE
    assert told["phone"]["phase"] == "calling"


@pytest.mark.parametrize(
    ("hello", "code"),
    [
        ({"type": "hello"}, "not-signed-in"),
        ({"type": "hello", "token": "wrong"}, "invalid-token"),
        ({"type": "hello", "token": ""}, "invalid-token"),
        ({"type": "hello", "token": "rbk_wrong"}, "invalid-token"),
    ],
)
async def test_page_without_the_token_is_sent_away(
    office: Office, hello: dict[str, object], code: str
) -> None:
    """Nothing is told before somebody is known."""
    async with open_socket(office.app) as page:
        page.say(hello)
        goodbye, closed = await page.hear(), await page.hear()

    assert (goodbye["type"], goodbye["code"]) == ("goodbye", code)
    assert closed == {"type": "closed", "code": 4401}


@pytest.mark.parametrize("first", ["not json", "[]", '{"type": "here"}', '{"type":"hello","x":1}'])
async def test_page_that_speaks_nonsense_first_is_sent_away(office: Office, first: str) -> None:
    """Deny by default, also for messages."""
    async with open_socket(office.app) as page:
        page.say(first)
        goodbye = await page.hear()

    assert goodbye["type"] == "goodbye"


async def test_token_in_the_subprotocol_or_header_is_taken(office: Office) -> None:
    """Programs may send it in the header, browsers as a subprotocol; never in the address."""
    headers = {"authorization": f"Bearer {TOKEN}"}
    async with open_socket(office.app, headers=headers) as page:
        by_header = await _snapshot(page, token=None)
    async with open_socket(office.app, subprotocols=["ringback", f"bearer.{TOKEN}"]) as page:
        by_subprotocol = await _snapshot(page, token=None)

    assert by_header["type"] == by_subprotocol["type"] == "snapshot"
    assert page.subprotocol == "ringback"


async def test_page_of_another_site_is_refused(office: Office) -> None:
    """The Origin is checked before anything is said."""
    async with open_socket(office.app, headers={"origin": "https://evil.example"}) as page:
        closed = await page.hear()

    assert closed == {"type": "closed", "code": 4403}


async def test_other_websocket_addresses_are_closed(office: Office) -> None:
    """Deny by default on every WebSocket."""
    async with open_socket(office.app, path="/api/v1/other") as page:
        closed = await page.hear()

    assert closed["type"] == "closed"


async def test_page_of_an_unknown_agent_is_sent_away(office: Office) -> None:
    """A page cannot be present as somebody who is not there."""
    async with open_socket(office.app) as page:
        page.say(HELLO | {"agent_id": "nobody"})
        goodbye = await page.hear()

    assert goodbye["code"] == "unknown-agent"


async def test_agent_is_present_as_long_as_one_page_is_open(office: Office) -> None:
    """Two tabs of one agent: only the last one's closing loses the connection (R19)."""
    await office.put("/agents/lea/status", {"status": "online"})
    async with open_socket(office.app) as first:
        await _snapshot(first, agent_id="lea")
        async with open_socket(office.app) as second:
            await _snapshot(second, agent_id="lea")
        await office.settle()
        with_one_page = await office.get("/agents/lea")
    await office.settle()
    without_page = await office.get("/agents/lea")

    assert with_one_page["condition"] == "available"
    assert without_page["condition"] == "connection-lost"


async def test_silent_page_is_given_up(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that vanished without a word stops being present (L3)."""
    monkeypatch.setattr(live, "SILENCE_SECONDS_MAX", 0.05)
    async with open_socket(office.app) as page:
        await _snapshot(page, agent_id="lea")
        message = await page.hear_until("closed")

    assert message == {"type": "closed", "code": live.SILENT}


async def test_heartbeat_says_that_the_link_lives(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It bears the last sequence number and the server's time."""
    monkeypatch.setattr(live, "HEARTBEAT_SECONDS", 0.01)
    async with open_socket(office.app) as page:
        snapshot = await _snapshot(page)
        beat = await page.hear_until("heartbeat")

    assert beat["sequence"] == snapshot["sequence"]
    assert beat["server_time"].startswith("2026-03-02T09:00")


async def test_heartbeats_come_while_there_is_much_to_tell(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page answers nothing else: without them it would be given up where it is busiest (L3)."""
    monkeypatch.setattr(live, "HEARTBEAT_SECONDS", 0.1)
    async with open_socket(office.app) as page:
        await _snapshot(page)
        heard: list[str] = []
        while "heartbeat" not in heard and len(heard) < QUESTIONS_MAX:
            page.say({"type": "ask-time", "sent": 0.0})
            heard.append((await page.hear())["type"])

    assert "heartbeat" in heard


async def test_server_time_is_told_on_request(office: Office) -> None:
    """The page measures its clock's offset by it."""
    async with open_socket(office.app) as page:
        await _snapshot(page)
        page.say({"type": "ask-time", "sent": 12.5})
        told = await page.hear_until("time")

    assert told["sent"] == 12.5


async def test_slow_page_is_let_go_and_holds_nobody_up(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that takes nothing costs the engine and the other pages nothing."""
    monkeypatch.setattr(live_feed, "MESSAGES_WAITING_MAX", 4)
    async with open_socket(office.app) as slow, open_socket(office.app) as quick:
        await _snapshot(slow)
        await _snapshot(quick)
        slow.stall()
        for status in ("online", "offline") * 6:
            await office.put("/agents/lea/status", {"status": status})
            changes = await quick.hear_until("changes")
        closed = await slow.hear()

    assert changes["agents"][0]["status"] == "offline"
    assert closed == {"type": "closed", "code": live.TOO_SLOW}


async def test_only_so_many_pages_may_follow(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every list has its limit."""
    monkeypatch.setattr(live_feed, "LISTENERS_MAX", 1)
    async with open_socket(office.app) as first, open_socket(office.app) as second:
        await _snapshot(first)
        second.say(HELLO)
        goodbye = await second.hear()

    assert goodbye["code"] == "too-many-listeners"
