"""A published client of the other API, unchanged but for the address, over a real callback."""

import asyncio
import importlib
import sys
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.api.office import MARIE, Office
from tests.compatible.programs import Pair, Program, callback_made, served
from tests.webhooks.receiver import Receiver
from tests.webhooks.receiver import served as receiving

CLIENTS = Path(__file__).parents[2] / ".make/clients"
Ask = Callable[..., Any]

pytestmark = [
    pytest.mark.skipif(not CLIENTS.is_dir(), reason="tests/prepare.sh installs the client"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


@pytest.fixture
async def client(
    office: Office, program: Program, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Any]:
    """Give the client as its authors published it; only the two addresses are set."""
    monkeypatch.syspath_prepend(str(CLIENTS))
    package = importlib.import_module("aircall")
    async with served(office) as address:
        made = package.AircallClient(api_id=program.api_id, api_token=program.token)
        made.base_url, made.base_url_v2 = f"{address}/v1", f"{address}/v2"
        yield made
        made.session.close()
    for name in [each for each in sys.modules if each.partition(".")[0] == "aircall"]:
        del sys.modules[name]


async def ask(method: Ask, *given: Any, **named: Any) -> Any:
    """Let the client ask in a thread, as it waits for its answers."""
    return await asyncio.to_thread(method, *given, **named)


async def test_both_calls_of_a_callback_are_listed_got_and_found(client: Any, pair: Pair) -> None:
    """R40, R44: the pair, its link, the missed reason and the tags, through the client's models."""
    assert await ask(client.ping) == {"ping": "pong"}

    listed = await ask(client.call.list_calls)
    inbound, outbound = listed
    got = await ask(client.call.get, outbound.id, fetch_contact=True)
    found = await ask(
        client.call.search, direction="outbound", phone_number=MARIE, user_id=outbound.user.id
    )

    assert listed.meta.total == 2
    assert (inbound.direction, inbound.status, inbound.answered_at) == ("inbound", "done", None)
    assert inbound.missed_call_reason == "short_abandoned"
    assert [tag.description for tag in inbound.tags] == ["queue_callback", "queue_called_back"]
    assert got.automatic_callback_call_id == inbound.id
    assert got.user.name == "Léa Martin"
    assert got.contact.phone_numbers[0].value == MARIE
    assert [each.id for each in found] == [outbound.id]
    assert inbound.started_at == datetime(2026, 3, 2, 9, tzinfo=UTC)


async def test_tag_and_comment_are_put_on_a_call(client: Any, pair: Pair) -> None:
    """R30: what the client writes, the client and our own pages read."""
    call = (await ask(client.call.list_calls))[0]
    tag = await ask(client.tag.create, "Très VIP 🎉", "#a1b", "Call first")

    await ask(client.call.add_tags, call.id, [tag.id])
    await ask(client.call.add_comment, call.id, "Asks for Tuesday.")
    await ask(client.call.archive, call.id)
    annotated = await ask(client.call.get, call.id)
    found = await ask(client.call.search, tags=str(tag.id))
    await ask(client.call.unarchive, call.id)

    assert (tag.name, tag.color) == ("Très VIP", "#aa11bb")
    assert "Très VIP" in [each.name for each in annotated.tags]
    assert [comment.content for comment in annotated.comments] == ["Asks for Tuesday."]
    assert annotated.comments[0].posted_by is None
    assert annotated.archived is True
    assert [each.id for each in found] == [call.id]
    assert (await ask(client.call.get, call.id)).archived is False


async def test_what_is_configured_is_read_by_its_number(client: Any, pair: Pair) -> None:
    """Users in both versions, teams, numbers, tags, contacts and the company."""
    users = await ask(client.user.list_users)
    second = await ask(client.userv2.get, users[0].id)
    numbers = await ask(client.userv2.get_numbers, users[0].id)
    team = await ask(client.team.get, (await ask(client.team.list_teams))[0].id)
    contact = (await ask(client.contact.search, phone_number=MARIE))[0]
    company = await ask(client.company.get)
    availability = await ask(client.user.get_availability, users[0].id)

    assert second.name == users[0].name == "Léa Martin"
    assert {number.digits for number in numbers} >= {"+33 1 99 00 10 00"}
    assert team.users[0].id == users[0].id
    assert contact.phone_numbers[0].value == MARIE
    assert (company.users_count, company.numbers_count) == (len(users), len(numbers))
    assert availability.availability == "available"


async def test_errors_are_those_that_the_client_knows(
    client: Any, program: Program, pair: Pair
) -> None:
    """Unknown things, wrong credentials, and a feature that is not there."""
    errors = importlib.import_module("aircall.exceptions")
    call = (await ask(client.call.list_calls))[0]

    with pytest.raises(errors.NotFoundError):
        await ask(client.call.get, 999_999)
    with pytest.raises(errors.NotFoundError):
        await ask(client.call.get_summary, call.id)
    with pytest.raises(errors.ValidationError):
        await ask(client.call.add_tags, call.id, ["no number"])
    with pytest.raises(errors.AircallAPIError) as disabled:
        await ask(client.call.pause_recording, call.id)
    assert disabled.value.status_code == 405
    client.session.headers["Authorization"] = "Basic bm9ib2R5OnNlY3JldA=="
    with pytest.raises(errors.AuthenticationError):
        await ask(client.ping)


async def test_webhook_is_set_up_and_told_of_a_callback(client: Any, office: Office) -> None:
    """The client's own model of a call reads what arrives, the pair's link included."""
    async with receiving(Receiver()) as receiver:
        webhook = await ask(client.webhook.create, receiver.url, ["call.ended"], "Our CRM")
        await callback_made(office)
        messages = [each.message for each in (await receiver.until(2))[:2]]
        call = importlib.import_module("aircall").Call
        inbound, outbound = sorted(
            (call(**each["data"]) for each in messages), key=lambda each: each.direction
        )
        listed = await ask(client.webhook.list_webhooks)
        await ask(client.webhook.delete, webhook.webhook_id)

    assert {each["token"] for each in messages} == {webhook.token}
    assert outbound.automatic_callback_call_id == inbound.id
    assert inbound.missed_call_reason == "short_abandoned"
    assert [each.webhook_id for each in listed] == [webhook.webhook_id]
