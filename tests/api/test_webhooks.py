"""Webhooks over the API, told to a real receiver of what happens to a real callback."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from aiohttp import web
from tests.api.office import Office
from tests.webhooks.receiver import Receiver, answering, served
from tests.webhooks.stage import until

from ringback.core.events import Event
from ringback.webhooks.compatible_events import TOLD
from ringback.webhooks.event_types import EVENT_TYPES


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with served(Receiver()) as serving:
        yield serving


async def create(office: Office, receiver: Receiver, *events: str) -> Any:
    wanted = {"name": "CRM", "url": receiver.url, "events": list(events)}
    return await office.post("/webhooks", wanted)


async def told_everything(office: Office, webhook_id: str) -> None:
    desk = office.services.webhooks
    await until(lambda: not desk.lag(webhook_id) and not desk.replays(webhook_id))


async def test_callback_is_told_from_its_request_to_its_end(
    office: Office, receiver: Receiver
) -> None:
    """In order, as the published schema says, with the customer and the callback."""
    made = await create(office, receiver)
    await office.online()
    callback_id = await office.ask_for_callback()
    await office.post(f"/callbacks/{callback_id}/cancel", {})
    await told_everything(office, made["webhook"]["id"])

    messages = [each.message for each in receiver.taken]
    schema = await office.get("/webhooks/schema")
    for message in messages:
        jsonschema.validate(message, schema)
    told = [each["type"] for each in messages if "agent" not in each["type"]]
    assert told[:2] == ["call.began", "queue.joined"]
    assert told[-1] == "callback.ended"
    assert told.index("callback.requested") < told.index("call.ended") < len(told) - 1
    ended = messages[-1]
    assert ended["callback"]["id"] == ended["event"]["callback_id"] == callback_id
    assert ended["callback"]["customer"]["name"] == "Marie Dupont"
    assert ended["event"]["outcome"] == {"kind": "cancelled", "reason": "by_api"}
    assert len({each["id"] for each in messages}) == len(messages)


async def test_secret_is_told_once(office: Office, receiver: Receiver) -> None:
    """At the making and at each rotation, and shown nowhere else."""
    made = await create(office, receiver)
    place = f"/webhooks/{made['webhook']['id']}"
    rotated = await office.post(f"{place}/rotate-secret")
    await office.post(f"{place}/test")

    shown = [*await office.get("/webhooks"), await office.get(place)]
    assert made["secret"] != rotated["secret"]
    assert not any("whsec_" in str(each) for each in shown)
    signatures = receiver.taken[0].headers["webhook-signature"].split(" ")
    assert len(signatures) == 2


async def test_log_tells_what_became_of_each_event(office: Office, receiver: Receiver) -> None:
    """Page by page, and an event of it can be told again."""
    made = await create(office, receiver, "agent.status-set")
    webhook_id = made["webhook"]["id"]
    for agent_id in ("lea", "tom", "ines"):
        await office.online(agent_id)
    await told_everything(office, webhook_id)

    first = await office.get(f"/webhooks/{webhook_id}/deliveries?limit=2")
    rest = await office.get(
        f"/webhooks/{webhook_id}/deliveries?limit=2&after={first['next_cursor']}"
    )
    oldest = rest["deliveries"][0]
    await office.post(f"/webhooks/{webhook_id}/deliveries/{oldest['id']}/replay")
    await told_everything(office, webhook_id)

    assert [each["subject"] for each in first["deliveries"]] == ["ines", "tom"]
    assert (oldest["subject"], oldest["state"], oldest["status"]) == ("lea", "delivered", 200)
    assert rest["next_cursor"] is None
    ids = [each.headers["webhook-id"] for each in receiver.taken]
    assert ids[3] == ids[0]


async def test_body_of_a_delivery_is_what_a_replay_would_send(
    office: Office, receiver: Receiver
) -> None:
    """It is written anew from the journal; nothing that was sent is kept."""
    made = await create(office, receiver, "callback.requested", "callback.ended")
    place = f"/webhooks/{made['webhook']['id']}"
    await office.online()
    callback_id = await office.ask_for_callback()
    await office.post(f"/callbacks/{callback_id}/cancel", {})
    await told_everything(office, made["webhook"]["id"])
    [*_, requested] = (await office.get(f"{place}/deliveries"))["deliveries"]

    shown = json.loads((await office.get(f"{place}/deliveries/{requested['id']}/body"))["body"])
    again = await office.post(f"{place}/replay-failed")
    _, error = await office.refused("GET", f"{place}/deliveries/live-1/body")

    assert shown["id"] == receiver.taken[0].message["id"]
    assert shown["callback"]["state"] == "closed"
    assert again == {"events": 0, "replay": None}
    assert error["code"] == "unknown-delivery"


async def test_period_is_told_again(office: Office, receiver: Receiver) -> None:
    """Everything from an instant on and before another one."""
    await office.online()
    made = await create(office, receiver)
    period = {"since": "2026-03-02T00:00:00Z", "until": "2026-03-03T00:00:00Z"}
    replay = await office.post(f"/webhooks/{made['webhook']['id']}/replay", period)
    await told_everything(office, made["webhook"]["id"])

    assert replay["last_sequence"] == office.world.sequence
    assert "agent.status-set" in [each.message["type"] for each in receiver.taken]


async def test_webhook_is_changed_paused_and_removed(office: Office, receiver: Receiver) -> None:
    """Set whole, like everything else."""
    made = await create(office, receiver)
    place = f"/webhooks/{made['webhook']['id']}"
    wanted = {"name": "Other", "url": receiver.url, "events": ["call.ended"], "active": False}

    changed = await office.put(place, wanted)
    left = (await office.http.delete(f"/api/v1{place}")).json()

    assert (changed["name"], changed["events"]) == ("Other", ["call.ended"])
    assert changed["state"] == "paused"
    assert left == []
    assert (await office.refused("GET", place))[1]["code"] == "unknown-webhook"


@pytest.mark.parametrize(
    ("method", "path", "body", "code"),
    [
        ("POST", "", {"url": "https://10.0.0.1/"}, "webhook-target-refused"),
        ("POST", "", {"url": "http://example.net/", "events": ["no.such"]}, "validation-failed"),
        ("GET", "/none", None, "unknown-webhook"),
        ("PUT", "/none", {"url": "https://127.0.0.1/"}, "unknown-webhook"),
        ("DELETE", "/none", None, "unknown-webhook"),
        ("POST", "/none/test", None, "unknown-webhook"),
        ("POST", "/none/rotate-secret", None, "unknown-webhook"),
        ("GET", "/none/deliveries", None, "unknown-webhook"),
        ("GET", "/none/deliveries?after=nonsense", None, "unknown-cursor"),
        ("POST", "/none/deliveries/live-1/replay", None, "unknown-webhook"),
        ("POST", "/none/deliveries/nonsense/replay", None, "unknown-delivery"),
    ],
)
async def test_what_cannot_be_is_refused(
    office: Office, method: str, path: str, body: object, code: str
) -> None:
    """Each with its own code, and nothing is set up."""
    status, error = await office.refused(method, f"/webhooks{path}", body)

    assert (400 <= status < 500, error["code"]) == (True, code)
    assert await office.get("/webhooks") == []


async def test_refused_address_is_told_why(office: Office) -> None:
    """In words, beside the code."""
    _, error = await office.refused("POST", "/webhooks", {"url": "https://192.168.1.1/"})

    assert error["details"] == {"reason": "it leads into a private network"}


async def test_webhooks_and_replays_have_a_bound(office: Office, receiver: Receiver) -> None:
    """Fifty of the ones, five of the others for each."""
    receiver.manner = answering(500)
    made = [await create(office, receiver) for _ in range(50)]
    place = f"/webhooks/{made[0]['webhook']['id']}"
    await office.online()
    period = {"since": "2026-03-02T00:00:00Z", "until": "2026-03-03T00:00:00Z"}
    for _ in range(5):
        await office.post(f"{place}/replay", period)

    too_many = await office.refused("POST", "/webhooks", {"url": receiver.url})
    replays = await office.refused("POST", f"{place}/replay", period)
    empty = await office.refused("POST", f"{place}/replay", period | {"since": period["until"]})

    assert (too_many[1]["code"], replays[1]["code"]) == ("too-many-webhooks", "too-many-replays")
    assert empty[1]["code"] == "period-wrong"


async def test_receiver_that_never_answers_holds_nobody_up(
    office: Office, receiver: Receiver
) -> None:
    """Calls go on as if there were no webhook."""
    never = asyncio.Event()

    async def hang(_: web.Request) -> web.StreamResponse:
        await never.wait()
        return web.Response()

    receiver.manner = hang
    made = await create(office, receiver)
    await office.online()
    callback_id = await office.ask_for_callback()
    await receiver.until(1)
    offer = await office.offer_of()
    never.set()
    await told_everything(office, made["webhook"]["id"])

    assert offer["item_id"] == callback_id
    assert (await office.get(f"/webhooks/{made['webhook']['id']}"))["failures"] == 0


def test_every_type_of_event_has_a_name_of_its_own() -> None:
    """A fact is told under one name, which says what it is about."""
    names = list(EVENT_TYPES.values())

    assert len(set(names)) == len(names)
    assert set(EVENT_TYPES) <= set(Event.__args__)
    assert {name.partition(".")[0] for name in names} == {
        "call",
        "queue",
        "offer",
        "callback",
        "company",
        "agent",
        "alert",
    }


def test_every_type_of_event_has_words_in_the_app() -> None:
    """Ours one by one; those of the other API by what they are about."""
    root = Path(__file__).parents[2] / "web" / "src" / "i18n"
    for language in ("en", "fr"):
        words = json.loads((root / language / "integrations.json").read_text())
        ours = {f"{group}.{name}" for group, names in words["event"].items() for name in names}
        groups = {each.partition(".")[0] for each in (*EVENT_TYPES.values(), *TOLD)}
        assert set(EVENT_TYPES.values()) - ours == set()
        assert groups - set(words["group"]) == set()
