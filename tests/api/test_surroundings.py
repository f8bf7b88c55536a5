"""Health, recordings, the live feed's schema, and the phone booth."""

from pathlib import Path

import httpx
import pytest
from tests.api.office import MARIE, Office, open_office

from ringback.api.events import NAMES


async def test_health_tells_phone_system_and_journal(office: Office) -> None:
    """In figures and in one plain sentence."""
    health = await office.get("/health")

    assert health["status"] == "ready"
    assert health["phone_system"]["sentence"].endswith(".")
    assert health["journal"] == {
        "state": "ready",
        "sentence": "It is kept in memory.",
        "sequence": office.world.sequence,
        "inputs_waiting": 0,
    }
    assert health["uptime_seconds"] >= 0
    assert health["agents"] == 3


async def test_readiness_follows_the_phone_system(office: Office) -> None:
    """Alive without phones, but not ready."""
    ready = await office.http.get("/ready")
    office.account.telephony.disconnect()  # type: ignore[attr-defined]
    not_ready = await office.http.get("/ready")
    alive = await office.http.get("/health")

    assert ready.status_code == alive.status_code == httpx.codes.OK
    assert not_ready.status_code == httpx.codes.SERVICE_UNAVAILABLE
    assert not_ready.json()["error"]["code"] == "not-ready"
    assert (await office.get("/health"))["status"] == "phone-system-not-ready"


@pytest.mark.parametrize("reference", ["en/confirmation", "fr/welcome", "waiting"])
async def test_recording_is_given_as_wav(office: Office, reference: str) -> None:
    """So that the browser plays what the caller hears."""
    answer = await office.http.get(f"/api/v1/media/{reference}")

    assert answer.headers["content-type"] == "audio/wav"
    assert answer.content.startswith(b"RIFF")


@pytest.mark.parametrize(
    "reference",
    [
        "en/nothing",
        "nothing",
        "../../etc/passwd",
        "%2e%2e/%2e%2e/etc/passwd",
        "..%2f..%2fetc%2fpasswd",
        "spoken/../../secret",
        "/etc/passwd",
        "en/confirmation.wav",
        "en%00/confirmation",
        "en//confirmation",
    ],
)
async def test_nothing_else_can_be_read(office: Office, reference: str) -> None:
    """No reference leads out of the folders of recordings."""
    answer = await office.http.get(f"/api/v1/media/{reference}")

    assert answer.status_code == httpx.codes.NOT_FOUND


async def test_live_schema_knows_every_event(office: Office) -> None:
    """The types of the web app are made from it."""
    schema = await office.get("/live/schema")

    definitions = schema["$defs"]
    names = definitions["AnyEvent"]["discriminator"]["mapping"]
    assert set(names) == set(NAMES.values())
    assert all(target.removeprefix("#/$defs/") in definitions for target in names.values())
    assert {"Snapshot", "Changes", "BoothMessage", "Hello"} <= set(definitions)


async def test_booth_shows_phones_and_lines(office: Office) -> None:
    """All idle at the beginning."""
    booth = await office.get("/booth")

    assert booth["phones"][0]["name"] == "Marie Dupont"
    assert {phone["phase"] for phone in booth["phones"]} == {"idle"}
    assert [line["number"] for line in booth["lines"]] == ["+33199001000", "+442079460000"]


async def test_booth_phone_in_use_cannot_dial(office: Office) -> None:
    """As with a real phone; an unknown number cannot be dialled either."""
    unknown = await office.refused("POST", f"/booth/phones/{MARIE}/dial", {"line_id": "rome"})
    await office.post(f"/booth/phones/{MARIE}/dial", {"line_id": "paris"})
    busy = await office.refused("POST", f"/booth/phones/{MARIE}/dial", {"line_id": "paris"})
    nonsense = await office.refused("POST", f"/booth/phones/{MARIE}/press", {"digit": "x"})
    nobody = await office.refused("POST", "/booth/phones/12/hang-up")

    assert unknown[1]["code"] == "unknown-line"
    assert (busy[0], busy[1]["code"]) == (409, "booth-refused")
    assert nonsense[1]["code"] == nobody[1]["code"] == "validation-failed"


async def test_rejected_callback_ends_not_reached(office: Office) -> None:
    """The booth's customer presses *Reject* (R32)."""
    await office.online()
    callback_id = await office.ask_for_callback()
    offer = await office.offer_of()
    await office.post(f"/offers/{offer['id']}/accept", {"agent_id": "lea"})
    phone = office.services.booth.pick_up(MARIE)
    await office.until(lambda: phone.state().phase == "ringing")
    await office.post(f"/booth/phones/{MARIE}/reject")
    await office.until(lambda: not office.world.callbacks)
    callback = (await office.get(f"/callbacks/{callback_id}"))["callback"]

    assert callback["outcome"] == {"kind": "not_reached", "reason": "customer_rejected"}


async def test_there_is_no_booth_with_real_phones(tmp_path: Path) -> None:
    """Every booth operation says so."""
    async with open_office(tmp_path, booth=False) as office:
        status, error = await office.refused("GET", "/booth")

    assert (status, error["code"]) == (409, "no-phone-booth")


async def test_stopped_engine_is_said_plainly(office: Office) -> None:
    """Requests that come too late get a 503 and nothing happens."""
    office.account.engine.stop()
    await office.settle()
    status, error = await office.refused("PUT", "/agents/lea/status", {"status": "online"})

    assert (status, error["code"]) == (503, "stopping")
