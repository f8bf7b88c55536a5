"""Webhooks of the other API: set up by its programs, told in its envelope, by our one courier."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from tests.api.office import MARIE, Office
from tests.compatible import fields
from tests.compatible.fields import assert_fits
from tests.compatible.programs import Program, callback_made
from tests.webhooks.receiver import Receiver, answering, served

from ringback.core.ids import AgentId, LineId
from ringback.core.inputs import ConfigureLine
from ringback.core.settings import AgentStatus

RESOURCES = ("user", "team", "contact")


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with served(Receiver()) as serving:
        yield serving


async def hook(program: Program, receiver: Receiver, *events: str) -> dict[str, Any]:
    draft = {"url": receiver.url, "events": list(events), "custom_name": "Our CRM"}
    made: dict[str, Any] = await program.send("POST", "/v1/webhooks", draft, 201)
    return made["webhook"]  # type: ignore[no-any-return]


async def told(receiver: Receiver, count: int) -> list[dict[str, Any]]:
    return [each.message for each in (await receiver.until(count))[:count]]


async def test_callback_is_told_in_the_order_of_what_happened(
    office: Office, program: Program, receiver: Receiver
) -> None:
    """R40: from the first ring on; the outbound call names the inbound one in its events."""
    wanted = ("call.created", "call.tagged", "call.answered", "call.hungup", "call.ended")
    webhook = await hook(program, receiver, *wanted)
    pair = await callback_made(office)

    messages = await told(receiver, 9)

    inbound = office.services.records.call(pair.inbound_id)  # type: ignore[arg-type]
    outbound = office.services.records.call(pair.outbound_id)  # type: ignore[arg-type]
    assert inbound is not None
    assert outbound is not None
    short = {inbound.sequence: "in", outbound.sequence: "out"}
    seen = [(short[each["data"]["id"]], each["event"].removeprefix("call.")) for each in messages]
    at_once = [each for each in seen if each[1] != "ended"]
    assert at_once == [
        ("in", "created"),
        ("in", "tagged"),
        ("in", "hungup"),
        ("out", "created"),
        ("out", "answered"),
        ("in", "tagged"),
        ("out", "hungup"),
    ]
    assert {each for each in seen if each[1] == "ended"} == {("in", "ended"), ("out", "ended")}
    assert seen.index(("out", "ended")) > seen.index(("out", "hungup"))
    for message in messages:
        assert_fits(message, fields.ENVELOPE)
        assert_fits(message["data"], fields.CALL_TOLD)
        assert (message["resource"], message["token"]) == ("call", webhook["token"])
        of_outbound = message["data"]["id"] == outbound.sequence
        if message["event"] == "call.tagged":
            assert "automatic_callback_call_id" not in message["data"]
        else:
            asked_in = inbound.sequence if of_outbound else None
            assert message["data"]["automatic_callback_call_id"] == asked_in


async def test_events_show_a_call_as_it_was_at_them(
    office: Office, program: Program, receiver: Receiver
) -> None:
    """`initial` until the answer, `answered` until the end, `done` after it."""
    await hook(program, receiver, "call.created", "call.answered", "call.hungup")
    await office.online()
    await office.talk()
    await office.post("/agents/lea/hang-up")
    await office.settle()

    messages = await told(receiver, 3)

    assert [(each["event"], each["data"]["status"]) for each in messages] == [
        ("call.created", "initial"),
        ("call.answered", "answered"),
        ("call.hungup", "done"),
    ]
    assert messages[1]["data"]["user"]["name"] == "Léa Martin"
    assert messages[1]["data"]["contact"]["phone_numbers"][0]["value"] == MARIE
    assert messages[0]["timestamp"] == messages[0]["data"]["started_at"]


async def test_agents_who_are_rung_and_decline_are_told_one_by_one(
    office: Office, program: Program, receiver: Receiver
) -> None:
    """Each with the agent as the user of the call."""
    await hook(program, receiver, "call.ringing_on_agent", "call.agent_declined")
    await office.online("lea")
    await office.online("tom")
    await office.wait_in_queue()
    offer = await office.offer_of("tom")
    await office.post(f"/offers/{offer['id']}/decline", {"agent_id": "tom"})

    messages = await told(receiver, 3)

    rung = {each["data"]["user"]["name"] for each in messages[:2]}
    assert {each["event"] for each in messages[:2]} == {"call.ringing_on_agent"}
    assert rung == {"Léa Martin", "Tom Baker"}
    assert messages[2]["event"] == "call.agent_declined"
    assert messages[2]["data"]["user"]["name"] == "Tom Baker"


async def test_users_and_annotations_are_told(
    office: Office, program: Program, receiver: Receiver
) -> None:
    """With the second version of users beside the first, which alone has numbers."""
    pair = await callback_made(office)
    call = (await program.get("/v1/calls"))["calls"][0]
    await hook(
        program,
        receiver,
        "user.closed",
        "user.closed.v2",
        "call.commented",
        "call.archived",
    )

    await office.put("/agents/lea/status", {"status": "do-not-disturb"})
    users = await told(receiver, 2)
    await program.send("POST", f"/v1/calls/{call['id']}/comments", {"content": "Hello."}, 201)
    await program.send("PUT", f"/v1/calls/{call['id']}/archive")
    messages = (await told(receiver, 4))[2:]

    assert [each["event"] for each in users] == ["user.closed", "user.closed.v2"]
    assert users[0]["resource"] == "user"
    assert_fits(users[0]["data"], fields.USER_V1)
    assert_fits(users[1]["data"], fields.USER_V2)
    assert "numbers" not in users[1]["data"]
    assert [each["event"] for each in messages] == ["call.commented", "call.archived"]
    assert messages[0]["data"]["comments"][0]["content"] == "Hello."
    assert messages[1]["data"]["archived"] is True
    assert pair.callback_id


async def test_another_reason_not_to_be_disturbed_is_told_once(
    office: Office, program: Program, receiver: Receiver
) -> None:
    """Who is unavailable does not become so again."""
    await office.online()
    await hook(program, receiver, "user.opened", "user.closed")

    for reason in ("lunch", "training"):
        await office.put("/agents/lea/status", {"status": "do-not-disturb", "reason": reason})
    await office.put("/agents/lea/status", {"status": "online"})

    messages = await told(receiver, 2)
    assert [each["event"] for each in messages] == ["user.closed", "user.opened"]


async def test_deleted_user_goes_offline(
    office: Office, program: Program, receiver: Receiver
) -> None:
    """R19: nothing rings any more for who was shut out."""
    await office.online()
    await hook(program, receiver, "user.closed")
    users = (await program.get("/v1/users"))["users"]
    lea = next(each for each in users if each["name"] == "Léa Martin")
    draft = {"email": "lea@ours.example", "name": "Léa", "role": "agent", "language": "fr"}
    await office.post("/users", draft | {"agent_id": "lea"})

    await program.send("DELETE", f"/v1/users/{lea['id']}", status=204)

    [message] = await told(receiver, 1)
    assert (message["event"], message["data"]["available"]) == ("user.closed", False)
    assert office.world.agents[AgentId("lea")].status is AgentStatus.OFFLINE


async def test_what_is_made_and_deleted_is_told_in_order(
    office: Office, program: Program, receiver: Receiver
) -> None:
    """Once each: what is changed afterwards is not told as new; of the erased a number is left."""
    wanted = (
        *("user.created", "user.created.v2", "team.created", "number.created"),
        *("contact.created", "contact.updated", "contact.deleted"),
    )
    await hook(program, receiver, *wanted)
    draft = {"email": "nora@ours.example", "first_name": "Nora", "last_name": "Rossi"}
    user = (await program.send("POST", "/v1/users", draft, 201))["user"]
    await program.send("PUT", f"/v1/users/{user['id']}", {"first_name": "Leonora"})
    team = (await program.send("POST", "/v1/teams", {"name": "Nights"}, 201))["team"]
    await program.send("POST", f"/v1/teams/{team['id']}/users/{user['id']}", {}, 201)
    phone_numbers = [{"label": "Work", "value": MARIE}]
    contact = {"first_name": "Marie", "phone_numbers": phone_numbers}
    made = (await program.send("POST", "/v1/contacts", contact, 201))["contact"]
    await program.send("POST", f"/v1/contacts/{made['id']}", {"last_name": "Dupont"})
    before = await told(receiver, 5)
    await program.send("DELETE", f"/v1/contacts/{made['id']}", status=204)

    messages = await told(receiver, 6)

    by_kind = {kind: [m for m in messages if m["resource"] == kind] for kind in RESOURCES}
    assert len(before) == 5
    assert [each["event"] for each in by_kind["user"]] == ["user.created", "user.created.v2"]
    assert [each["event"] for each in by_kind["team"]] == ["team.created"]
    told_of = [each["event"] for each in by_kind["contact"]]
    assert told_of == ["contact.created", "contact.updated", "contact.deleted"]
    assert {each["data"]["id"] for each in by_kind["contact"]} == {made["id"]}
    assert {each["data"]["id"] for each in by_kind["user"]} == {user["id"]}
    assert {each["data"]["email"] for each in by_kind["user"]} == {"nora@ours.example"}
    assert_fits(by_kind["user"][0]["data"], fields.USER_V1)
    assert_fits(by_kind["team"][0]["data"], fields.TEAM)
    assert MARIE not in str(by_kind["contact"][-1]["data"])


async def test_new_number_is_told_with_who_is_assigned(
    office: Office, program: Program, receiver: Receiver
) -> None:
    """Once, and not when it is renamed."""
    await hook(program, receiver, "number.created", "user.closed")
    engine, [line, *_] = office.account.engine, office.world.lines.values()
    new = replace(line, id=LineId("paris-2"), name="Paris two")

    await engine.request(ConfigureLine(new), "operator")
    await engine.request(ConfigureLine(replace(new, name="Paris three")), "operator")
    await office.put("/agents/lea/status", {"status": "do-not-disturb"})
    messages = await told(receiver, 2)

    assert [each["event"] for each in messages] == ["number.created", "user.closed"]
    assert_fits(messages[0]["data"], fields.NUMBER)


async def test_webhook_is_set_up_changed_and_removed(
    office: Office, program: Program, receiver: Receiver
) -> None:
    """Without events it is told all; its token is shown whenever it is read."""
    made = await program.send("POST", "/v1/webhooks", {"url": receiver.url}, 201)
    webhook = made["webhook"]
    place = f"/v1/webhooks/{webhook['webhook_id']}"
    narrowed = {"events": ["call.ended"], "active": False}
    changed = (await program.send("PUT", place, narrowed))["webhook"]
    added = await program.send("PUT", f"{place}?events_action=add", {"events": ["call.created"]})
    less = await program.send("PUT", f"{place}?events_action=remove", {"events": ["call.ended"]})
    listed = await program.get("/v1/webhooks")
    await program.send("DELETE", place, status=204)

    assert_fits(webhook, fields.WEBHOOK)
    assert (webhook["custom_name"], webhook["active"]) == ("Webhook", True)
    assert {"call.created", "message.sent"} <= set(webhook["events"])
    assert (changed["events"], changed["active"]) == (["call.ended"], False)
    assert changed["token"] == webhook["token"]
    assert added["webhook"]["events"] == ["call.ended", "call.created"]
    assert less["webhook"]["events"] == ["call.created"]
    assert [each["webhook_id"] for each in listed["webhooks"]] == [webhook["webhook_id"]]
    assert (await program.http.get(place)).status_code == 404


async def test_address_and_events_that_cannot_be_are_refused(program: Program) -> None:
    """An address must be encrypted and public; an event must be one of that API's."""
    await program.send("POST", "/v1/webhooks", {"url": "http://198.51.100.7/x"}, 422)
    await program.send("POST", "/v1/webhooks", {}, 400)
    wrong = {"url": "https://example.org/x", "events": ["callback.requested"]}
    await program.send("POST", "/v1/webhooks", wrong, 400)

    assert (await program.get("/v1/webhooks"))["webhooks"] == []


async def test_message_is_not_signed_and_is_tried_again(
    office: Office, program: Program, receiver: Receiver
) -> None:
    """The token in it is all there is; what a try did not bring, the next one does."""
    receiver.manner = answering(500, 204)
    await hook(program, receiver, "user.opened", "user.opened.v2")
    await office.put("/agents/tom/status", {"status": "online"})

    [failed] = await receiver.until(1)

    assert failed.headers["aircall-origin"] == "webhooks"
    assert "webhook-signature" not in failed.headers
    own = await office.get("/webhooks")
    log = f"/webhooks/{own[0]['id']}/deliveries"
    async with asyncio.timeout(5):
        while not (found := (await office.get(log))["deliveries"]):  # noqa: ASYNC110
            await asyncio.sleep(0)
    assert (found[0]["event_type"], found[0]["state"]) == ("user.opened", "retrying")


async def test_native_api_keeps_compatible_webhooks_beside_its_own(
    office: Office, program: Program, receiver: Receiver
) -> None:
    """It lists and changes them, and does not give them events that they do not know."""
    webhook = await hook(program, receiver, "call.ended")
    settings = {"name": "Ours", "url": receiver.url, "events": ["callback.ended"]}

    place = f"/webhooks/{webhook['webhook_id']}"

    status, error = await office.refused("PUT", place, settings)
    changed = await office.put(place, settings | {"events": ["call.created"], "active": False})
    native = await office.post("/webhooks", settings)

    assert (status, error["code"]) == (422, "validation-failed")
    assert (changed["format"], changed["state"]) == ("compatible", "paused")
    assert [each["name"] for each in await office.get("/webhooks")] == ["Ours", "Ours"]
    hidden = await program.http.get(f"/v1/webhooks/{native['webhook']['id']}")
    assert hidden.status_code == 404


async def test_webhook_of_the_native_api_is_told_in_the_other_ones_words(
    office: Office, receiver: Receiver
) -> None:
    """Its secret is the token that each message bears, and it may ask for those events alone."""
    wanted = {"name": "Old CRM", "url": receiver.url, "format": "compatible"}

    made = await office.post("/webhooks", wanted | {"events": ["user.opened"]})
    _, error = await office.refused("POST", "/webhooks", wanted | {"events": ["callback.ended"]})
    types = await office.get("/webhooks/event-types")
    await office.online()
    [told] = await receiver.until(1)

    assert made["webhook"]["format"] == "compatible"
    assert (told.message["event"], told.message["token"]) == ("user.opened", made["secret"])
    assert error["code"] == "validation-failed"
    assert "user.opened" in types["compatible"]
    assert "callback.ended" in types["native"]
