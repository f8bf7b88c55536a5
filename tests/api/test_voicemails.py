"""What callers left as messages: told of, listened to, deleted."""

import asyncio
import io
import wave
from datetime import timedelta

import httpx
from tests.api.office import MARIE, Office

from ringback.core.ids import CallId

TURNS_MAX = 20_000


async def leaves_message(office: Office, seconds: float = 4) -> str:
    """Let Marie call while nobody is there, speak after the greeting, and hang up."""
    await office.post(f"/booth/phones/{MARIE}/dial", {"line_id": "paris"})
    await office.until(lambda: bool(office.world.calls))
    [call] = office.world.calls.values()
    await office.until(lambda: "recording=True" in repr(call.state))
    await office.pass_time(timedelta(seconds=seconds))
    await office.post(f"/booth/phones/{MARIE}/hang-up")
    await office.pass_time(timedelta(seconds=1))
    return str(call.id)


async def is_kept(office: Office, call_id: str) -> None:
    for _ in range(TURNS_MAX):
        if office.services.voicemails.kept(CallId(call_id)) is not None:
            return
        await asyncio.to_thread(lambda: None)
    raise AssertionError("the message was never kept")


async def test_message_left_is_told_and_can_be_listened_to(office: Office) -> None:
    """The call tells how long it is and that it is kept; the file is sound as long as that."""
    call_id = await leaves_message(office)
    await is_kept(office, call_id)

    call = (await office.get(f"/calls/{call_id}"))["call"]
    answer = await office.http.get(f"/api/v1/calls/{call_id}/voicemail")

    assert call["voicemail"]["kept"] is True
    assert answer.headers["content-type"] == "audio/wav"
    assert answer.headers["cache-control"] == "no-store"
    with wave.open(io.BytesIO(answer.content)) as sound:
        lasts = sound.getnframes() / sound.getframerate()
    assert abs(lasts - call["voicemail"]["seconds"]) < 0.01
    assert 4 <= lasts < 5


async def test_part_of_a_message_is_given(office: Office) -> None:
    """A player that jumps asks for a range."""
    call_id = await leaves_message(office)
    await is_kept(office, call_id)
    whole = await office.http.get(f"/api/v1/calls/{call_id}/voicemail")

    part = await office.http.get(
        f"/api/v1/calls/{call_id}/voicemail", headers={"range": "bytes=100-199"}
    )

    assert part.status_code == httpx.codes.PARTIAL_CONTENT
    assert part.content == whole.content[100:200]
    assert part.headers["content-range"] == f"bytes 100-199/{len(whole.content)}"


async def test_message_is_given_to_nobody_without_the_token(office: Office) -> None:
    """A voicemail is the caller's voice; it and its deletion need the token like all else."""
    call_id = await leaves_message(office)
    await is_kept(office, call_id)
    office.http.headers.pop("authorization")

    for method in ("GET", "DELETE"):
        status, error = await office.refused(method, f"/calls/{call_id}/voicemail")
        assert (status, error["code"]) == (401, "not-signed-in")

    assert office.services.voicemails.kept(CallId(call_id)) is not None


async def test_deleted_message_is_gone_and_may_be_deleted_again(office: Office) -> None:
    """Twice the same answer; the call goes on telling that one was left."""
    call_id = await leaves_message(office)
    await is_kept(office, call_id)

    first = await office.http.delete(f"/api/v1/calls/{call_id}/voicemail")
    again = await office.http.delete(f"/api/v1/calls/{call_id}/voicemail")
    status, error = await office.refused("GET", f"/calls/{call_id}/voicemail")
    call = (await office.get(f"/calls/{call_id}"))["call"]

    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json() == again.json() == call["voicemail"]
    assert (status, error["code"]) == (404, "voicemail-not-kept")
    assert call["voicemail"]["kept"] is False
    assert call["voicemail"]["seconds"] > 3


async def test_call_without_a_message_has_none_to_give(office: Office) -> None:
    """Neither has a call that never was."""
    await office.online()
    await office.wait_in_queue()
    [call_id] = office.world.calls

    for method in ("GET", "DELETE"):
        status, error = await office.refused(method, f"/calls/{call_id}/voicemail")
        assert (status, error["code"]) == (404, "no-voicemail")
        status, error = await office.refused(method, "/calls/nobody/voicemail")
        assert (status, error["code"]) == (404, "unknown-call")
    assert (await office.get(f"/calls/{call_id}"))["call"]["voicemail"] is None


async def test_calls_with_a_message_can_be_listed_alone(office: Office) -> None:
    """The page shows them so, the newest first."""
    call_id = await leaves_message(office)
    await office.online()
    await office.wait_in_queue(number="+33199002114")

    await office.post("/booth/phones/+33199002114/hang-up")
    await office.pass_time(timedelta(seconds=1))

    everything = await office.get("/calls?count=true")
    listed = await office.get("/calls?type=voicemail&count=true")

    assert everything["total"] == 2
    assert listed["total"] == 1
    assert [call["id"] for call in listed["calls"]] == [call_id]
