"""Links to messages left: open to whoever has one, for a while, and to nothing else."""

from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from tests.api.office import Office, open_offices
from tests.api.test_voicemails import is_kept, leaves_message
from tests.compatible.programs import program_of
from tests.webhooks.receiver import Receiver, answering, served

HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)


@pytest.fixture
async def two(tmp_path: Path) -> AsyncIterator[Sequence[Office]]:
    async with open_offices(tmp_path, ["acme"]) as offices:
        yield offices


@pytest.fixture
async def nobody(two: Sequence[Office]) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody without credentials, who knows the address of the server."""
    transport = httpx.ASGITransport(two[0].app)
    async with httpx.AsyncClient(transport=transport, base_url="http://ringback") as http:
        yield http


async def left(office: Office) -> dict[str, str]:
    """Let a caller leave a message, and show the call with its links."""
    await is_kept(office, await leaves_message(office))
    async with program_of(office) as program:
        [call] = (await program.get("/v1/calls", fetch_short_urls="true"))["calls"]
    return dict(call)


@pytest.mark.parametrize("nth", [0, 1])
async def test_link_opens_the_message_of_its_company(
    two: Sequence[Office], nobody: httpx.AsyncClient, nth: int
) -> None:
    """S24: without credentials, in whatever company the caller left it; a part of it as well."""
    call = await left(two[nth])

    answer = await nobody.get(call["voicemail"])
    part = await nobody.get(call["voicemail_short_url"], headers={"range": "bytes=0-3"})

    assert (answer.status_code, answer.headers["content-type"]) == (200, "audio/wav")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert (part.status_code, part.content) == (206, b"RIFF")
    assert urlsplit(call["asset"]).path.startswith("/calls/")


async def test_link_runs_out_after_an_hour_and_the_short_one_after_three(
    two: Sequence[Office], nobody: httpx.AsyncClient
) -> None:
    """What is beyond its time is as forged: forbidden."""
    office = two[0]
    call = await left(office)
    links = (call["voicemail"], call["voicemail_short_url"])
    statuses = []
    for passes in (HOUR - SECOND, SECOND, 2 * HOUR - SECOND, SECOND):
        await office.pass_time(passes)
        statuses.append([(await nobody.get(link)).status_code for link in links])

    assert statuses == [[200, 200], [403, 200], [403, 200], [403, 403]]


async def test_link_in_a_message_that_is_tried_again_is_signed_anew(
    two: Sequence[Office], nobody: httpx.AsyncClient
) -> None:
    """However late a try arrives, its link holds from then on."""
    office, receiver = two[0], Receiver(manner=answering(500, 204))
    async with served(receiver), program_of(office) as program:
        draft = {"url": receiver.url, "events": ["call.voicemail_left"]}
        await program.send("POST", "/v1/webhooks", draft, 201)
        await is_kept(office, await leaves_message(office))
        [early] = await receiver.until(1)
        await office.pass_time(2 * HOUR)
        _, late = await receiver.until(2)

    links = [each.message["data"]["voicemail"] for each in (early, late)]
    assert [(await nobody.get(link)).status_code for link in links] == [403, 200]


async def test_link_that_is_changed_opens_nothing(
    two: Sequence[Office], nobody: httpx.AsyncClient
) -> None:
    """Neither another call, nor another time, nor another company, nor a way around."""
    ours, theirs = two
    one, other = await left(ours), await left(theirs)
    place, _, query = one["voicemail"].partition("?")
    expires, _, signature = query.partition("&")
    number = str(one["id"])
    forged = [
        place,
        f"{place}?{expires}",
        f"{place}?{signature}",
        f"{place}?{expires}0&{signature}",
        f"{place}?expires=%2B{expires.removeprefix('expires=')}&{signature}",
        f"{place}?expires=9999999999999999&{signature}",
        f"{place}?{expires}&{signature[:-1]}",
        f"{place}?{expires}&signature=%00%F0%9F%98%80",
        f"{place}?{other['voicemail'].partition('?')[2]}" if number != str(other["id"]) else place,
        f"{place.replace(number, number + '1')}?{query}",
        f"{place.replace(number, '0' + number)}?{query}",
        f"{place.replace(number, '..%2F' + number)}?{query}",
        f"{place.replace(number, number + '%00')}?{query}",
        one["voicemail"].replace(signature, other["voicemail"].partition("&")[2]),
    ]

    answers = {link: (await nobody.get(link)).status_code for link in forged}

    assert {status for status in answers.values() if status != 403} <= {404}
    assert (await nobody.get(one["voicemail"])).status_code == 200
    assert (await nobody.post(one["voicemail"])).status_code == 404
    assert (await nobody.delete(one["voicemail"])).status_code == 404


async def test_link_to_a_message_that_was_deleted_finds_nothing(
    two: Sequence[Office], nobody: httpx.AsyncClient
) -> None:
    """What is gone is gone before its link is."""
    call = await left(two[0])
    async with program_of(two[0]) as program:
        await program.send("DELETE", f"/v1/calls/{call['id']}/voicemail", status=204)
        [shown] = (await program.get("/v1/calls", fetch_short_urls="true"))["calls"]

    answer = await nobody.get(call["voicemail"])

    assert answer.status_code == 404
    assert (shown["voicemail"], shown["voicemail_short_url"], shown["asset"]) == (None,) * 3
