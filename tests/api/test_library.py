"""The company's own messages over HTTP: uploaded, spoken, listened to, renamed, removed (R2)."""

import io
import os
import shutil
import wave
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.api.office import Office
from tests.speech.recordings import encoded, silence, tone

from ringback.api.messages import PREVIEWS_MAX
from ringback.runtime.message_library import MessageLibrary

UPLOAD = "/api/v1/messages/recordings"
needs_speech = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="no speech engine")


@pytest.fixture(scope="module")
def recording() -> bytes:
    return encoded("webm", silence(0.5) + tone(1.5) + silence(0.5))


async def upload(office: Office, content: bytes, name: str = "Summer") -> httpx.Response:
    """Send a recording as a browser's form does."""
    files = {"file": ("recording.webm", content, "audio/webm;codecs=opus")}
    return await office.http.post(UPLOAD, files=files, data={"name": name})


async def kept(office: Office, content: bytes, name: str = "Summer") -> Any:
    answer = await upload(office, content, name)
    assert answer.status_code == httpx.codes.CREATED, answer.text
    return answer.json()


def own(messages: list[Any]) -> list[str]:
    return [each["name"] for each in messages if each["kind"] in ("recording", "text")]


async def test_uploaded_recording_is_listed_and_heard(office: Office, recording: bytes) -> None:
    """R2: it comes first in the list, bears its name, and can be listened to in parts."""
    message = await kept(office, recording, "  Summer hours ")

    listed = await office.get("/messages")
    assert listed[0] == message
    assert message["name"] == "Summer hours"
    assert (message["kind"], message["used_by"]) == ("recording", [])
    assert message["seconds"] == pytest.approx(1.9, abs=0.1)
    whole = await office.http.get(f"/api/v1/media/{message['prompt']}")
    with wave.open(io.BytesIO(whole.content)) as file:
        assert (file.getframerate(), file.getnchannels()) == (8_000, 1)
    part = await office.http.get(
        f"/api/v1/media/{message['prompt']}", headers={"range": "bytes=100-199"}
    )
    assert part.status_code == httpx.codes.PARTIAL_CONTENT
    assert part.content == whole.content[100:200]


async def test_bare_body_is_taken_as_well_and_makes_the_same_message(
    office: Office, recording: bytes
) -> None:
    """R2: sent again under the same name, for want of an answer, it is kept once."""
    message = await kept(office, recording)

    answer = await office.http.post(
        f"{UPLOAD}?name=Summer", content=recording, headers={"content-type": "audio/webm"}
    )

    assert (answer.status_code, answer.json()) == (httpx.codes.CREATED, message)
    other = await upload(office, recording, "Winter")
    assert other.status_code == httpx.codes.CONFLICT
    assert other.json()["error"]["code"] == "message-already-kept"
    assert own(await office.get("/messages")) == ["Summer"]


async def test_message_serves_as_confirmation_and_stays_while_it_does(
    office: Office, recording: bytes
) -> None:
    """R2: the caller hears it after `*`; removing it is refused, telling the line."""
    message = await kept(office, recording)
    settings = await office.get("/lines/paris/settings")
    before = settings["callbacks"]["confirmation_prompt"]

    settings["callbacks"]["confirmation_prompt"] = message["prompt"]
    await office.put("/lines/paris/settings", settings)

    status, error = await office.refused("DELETE", f"/messages/{message['prompt']}")
    assert (status, error["code"]) == (409, "message-in-use")
    assert error["details"]["used_by"] == [{"kind": "line", "id": "paris", "count": 1}]
    assert (await office.get("/messages"))[0]["used_by"] == error["details"]["used_by"]
    settings["callbacks"]["confirmation_prompt"] = before
    await office.put("/lines/paris/settings", settings)
    gone = await office.http.delete(f"/api/v1/messages/{message['prompt']}")
    assert gone.status_code == httpx.codes.NO_CONTENT
    heard = await office.http.get(f"/api/v1/media/{message['prompt']}")
    assert heard.status_code == httpx.codes.NOT_FOUND
    assert own(await office.get("/messages")) == []


async def test_line_with_a_message_that_is_not_there_is_refused(office: Office) -> None:
    """R2: no caller meets silence."""
    settings = await office.get("/lines/paris/settings")

    for prompt in ("message/0f3a", "spoken/none", "en/nothing"):
        settings["callbacks"]["confirmation_prompt"] = prompt
        status, error = await office.refused("PUT", "/lines/paris/settings", settings)
        assert (status, error["code"]) == (404, "unknown-message")
        assert error["details"] == {"prompt": prompt}


async def test_flow_with_a_removed_message_is_not_published(
    office: Office, recording: bytes
) -> None:
    """R4: the problem bears the step."""
    message = await kept(office, recording)
    flow = (await office.get("/flows/paris"))["settings"]
    step = next(each for each in flow["steps"] if each["kind"] == "audio")
    step["prompt"] = message["prompt"]
    await office.put("/flows/paris", flow)
    status, _ = await office.refused("DELETE", f"/messages/{message['prompt']}")
    assert status == 409

    step["prompt"] = "fr/welcome"
    await office.put("/flows/paris", flow)
    await office.http.delete(f"/api/v1/messages/{message['prompt']}")

    step["prompt"] = message["prompt"]
    _, error = await office.refused("PUT", "/flows/paris", flow)
    assert error["code"] == "invalid-flow"
    assert error["details"]["problems"][0]["code"] == "unknown-message"


async def test_messages_are_renamed(office: Office, recording: bytes) -> None:
    """R2: names are one message's each."""
    message = await kept(office, recording)
    await kept(office, encoded("wav", tone(1.0)), "Winter")

    path = f"/messages/{message['prompt']}"
    renamed = await office.http.patch(f"/api/v1{path}", json={"name": "Holidays"})

    assert renamed.json()["name"] == "Holidays"
    status, error = await office.refused("PATCH", path, {"name": "winter"})
    assert (status, error["code"]) == (409, "message-name-taken")
    status, _ = await office.refused("PATCH", path, {"name": " "})
    assert status == 422
    status, error = await office.refused("PATCH", "/messages/message/none", {"name": "x"})
    assert (status, error["code"]) == (404, "unknown-message")


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"Dear customers, please hold on.", 415, "recording-not-audio"),
        (b"fLaC" + bytes(200), 415, "recording-format-unknown"),
        (b"RIFF\xff\xff\xff\xffWAVEfmt nonsense" + bytes(200), 422, "recording-damaged"),
    ],
)
async def test_what_is_no_recording_is_refused_and_leaves_nothing(
    content: bytes, status: int, code: str, office: Office, tmp_path: Path
) -> None:
    """R2: the code is stable, and nothing is saved by halves."""
    answer = await upload(office, content)

    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert own(await office.get("/messages")) == []


async def test_upload_without_a_name_or_a_file_is_refused(office: Office, recording: bytes) -> None:
    """The field at fault is named."""
    nameless = await office.http.post(UPLOAD, files={"file": ("x.webm", recording)})
    unsaid = await office.http.post(UPLOAD, content=recording)
    fileless = await office.http.post(UPLOAD, files={"other": b"x"}, data={"name": "x"})

    for answer, field in ((nameless, "name"), (unsaid, "name"), (fileless, "file")):
        assert answer.status_code == httpx.codes.UNPROCESSABLE_ENTITY
        assert answer.json()["error"]["details"]["fields"][0]["field"] == field


async def test_file_that_is_too_large_is_refused_before_it_is_read(office: Office) -> None:
    """Neither what is announced nor what comes unannounced gets further than the bound."""
    most = (await office.get("/messages/limits"))["recording_bytes_max"]
    announced = await office.http.post(
        f"{UPLOAD}?name=x", content=b"", headers={"content-length": str(most * 2)}
    )

    async def endless() -> Any:
        while True:
            yield bytes(4_000_000)

    unannounced = await office.http.post(f"{UPLOAD}?name=x", content=endless())

    for answer in (announced, unannounced):
        assert answer.status_code == httpx.codes.REQUEST_ENTITY_TOO_LARGE
        assert answer.json()["error"]["code"] == "recording-too-large"


@needs_speech
async def test_text_is_listened_to_before_it_is_kept(office: Office) -> None:
    """R2: what was previewed is what is kept, with its words."""
    words = {"text": "Nous sommes fermés jusqu'à lundi.", "language": "fr"}
    preview = await office.post("/messages/preview", words)
    assert own(await office.get("/messages")) == []

    answer = await office.http.post("/api/v1/messages/texts", json={**words, "name": "Fermé"})

    message = answer.json()
    assert answer.status_code == httpx.codes.CREATED
    assert (message["kind"], message["text"]) == ("text", words["text"])
    heard = [
        (await office.http.get(f"/api/v1/media/{prompt}")).content
        for prompt in (preview["prompt"], message["prompt"])
    ]
    assert heard[0] == heard[1]


@needs_speech
async def test_preview_serves_nobody_but_who_listens_and_does_not_stay(
    office: Office, tmp_path: Path
) -> None:
    """R2: no line may name what is gone tomorrow, and listening does not fill the disk."""
    preview = await office.post("/messages/preview", {"text": "Hello"})
    settings = await office.get("/lines/paris/settings")
    settings["callbacks"]["confirmation_prompt"] = preview["prompt"]
    _, error = await office.refused("PUT", "/lines/paris/settings", settings)
    assert error["code"] == "unknown-message"
    first = tmp_path / "previews" / f"{preview['prompt'].removeprefix('preview/')}.wav"
    os.utime(first, (0, 0))
    for number in range(PREVIEWS_MAX - 1):
        shutil.copy(first, first.with_name(f"{number}.wav"))

    await office.post("/messages/preview", {"text": "Goodbye"})

    assert not first.exists()
    assert not first.with_suffix(".wav16").exists()
    assert len(list(first.parent.glob("*.wav"))) == PREVIEWS_MAX


async def test_text_cannot_be_spoken_without_an_engine(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """R2: the refusal says what to install, and the limits say so beforehand."""
    monkeypatch.setenv("PATH", "/nowhere")

    limits = await office.get("/messages/limits")
    status, error = await office.refused("POST", "/messages/preview", {"text": "Hello"})

    assert limits["speech_engine"] is None
    assert (status, error["code"]) == (409, "no-speech-engine")


async def test_start_deletes_halves_and_nothing_that_another_journal_may_know(
    office: Office, recording: bytes, tmp_path: Path
) -> None:
    """S1: a server that is started with the wrong journal by mistake costs no recording."""
    message = await kept(office, recording)
    folder = tmp_path / "messages"
    whole = ["other.wav", "other.wav16"]
    for name in (*whole, "half.wav.part"):
        (folder / name).write_bytes(b"half")

    MessageLibrary(folder, office.account.engine).tidy()

    stem = message["prompt"].removeprefix("message/")
    assert sorted(file.name for file in folder.iterdir()) == sorted(
        [f"{stem}.wav", f"{stem}.wav16", *whole]
    )
