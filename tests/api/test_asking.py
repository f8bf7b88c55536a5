"""Callbacks asked for over the API, once, however often the request is sent."""

from datetime import timedelta

import httpx
import pytest
from tests.api.office import MARIE, Office

OTHER = "+33199002113"


async def ask(office: Office, number: str = MARIE, line_id: str = "paris", **more: str) -> str:
    made = await office.post("/callbacks", {"line_id": line_id, "number": number, **more})
    return str(made["callback"]["id"])


async def send(office: Office, key: str, number: str = MARIE) -> httpx.Response:
    return await office.http.post(
        "/api/v1/callbacks",
        json={"line_id": "paris", "number": number},
        headers={"idempotency-key": key},
    )


async def test_customer_who_has_not_called_is_called_back(office: Office) -> None:
    """R13, R31: a card, a dial, an outcome, and no inbound call to link to."""
    await office.online()
    callback_id = await ask(office, name="Marie\u202e Dupont")
    offer = await office.offer_of()
    await office.post(f"/offers/{offer['id']}/accept", {"agent_id": "lea"})
    phone = office.services.booth.pick_up(MARIE)
    await office.until(lambda: phone.state().phase == "ringing")
    await office.post(f"/booth/phones/{MARIE}/answer")
    await office.until(lambda: not office.world.callbacks)
    told = await office.get(f"/callbacks/{callback_id}")

    assert offer["item_id"] == callback_id
    assert told["callback"]["outcome"] == {"kind": "completed", "reason": None}
    assert told["callback"]["inbound_call_ids"] == []
    customer = told["callback"]["customer"]
    assert (customer["number"], customer["name"]) == (MARIE, "Marie Dupont")
    assert told["events"][0]["call_id"] is None
    assert told["events"][0]["actor"] == "operator"


async def test_second_request_joins_and_is_cancelled_as_one(office: Office) -> None:
    """R10, R49: listed once, cancelled once."""
    await office.online()
    await office.talk()
    first = await ask(office, OTHER)
    again = await ask(office, "01 99 00 21 13")
    listed = await office.get("/callbacks?state=queued")
    await office.post(f"/callbacks/{first}/cancel", {})

    assert first == again
    assert [each["id"] for each in listed["callbacks"]] == [first]
    assert not office.world.callbacks


@pytest.mark.parametrize(
    ("line_id", "number", "status", "code"),
    [
        ("rome", MARIE, 404, "unknown-line"),
        ("paris", "0899 12 34 56", 422, "number-refused"),
        ("paris", "112", 422, "number-refused"),
        ("paris", "+12025550123", 422, "number-refused"),
        ("paris", "anonymous", 422, "number-refused"),
        ("paris", "; DROP TABLE customer", 422, "number-refused"),
        ("paris", "", 422, "value-out-of-range"),
    ],
)
async def test_what_cannot_be_called_is_refused(
    office: Office, line_id: str, number: str, status: int, code: str
) -> None:
    """R9, R48: and nobody's number is kept."""
    body = {"line_id": line_id, "number": number}
    refused = await office.refused("POST", "/callbacks", body)

    assert refused[0] == status
    assert refused[1]["code"] in (code, "validation-failed")
    assert not office.world.callbacks


async def test_number_is_called_back_so_often_a_day(office: Office) -> None:
    """Five requests, by phone or by the API; the next day it is free again."""
    await office.online()
    for _ in range(5):
        await office.post(f"/callbacks/{await ask(office)}/cancel", {})

    refused = await office.refused("POST", "/callbacks", {"line_id": "paris", "number": MARIE})
    other = await ask(office, OTHER)
    await office.pass_time(timedelta(days=1, seconds=1))

    assert (refused[0], refused[1]["code"]) == (429, "too-many-requests-of-number")
    assert refused[1]["details"] == {"day_max": 5}
    assert other
    assert await ask(office)


async def test_key_asks_so_often_a_minute(office: Office) -> None:
    """Also with what is refused for another reason."""
    body = {"line_id": "rome", "number": MARIE}
    codes = [(await office.refused("POST", "/callbacks", body))[1]["code"] for _ in range(121)]
    await office.pass_time(timedelta(minutes=1))

    assert codes[:120] == ["unknown-line"] * 120
    assert codes[120] == "too-many-requests-of-key"
    assert (await office.refused("POST", "/callbacks", body))[1]["code"] == "unknown-line"


async def test_request_sent_twice_is_done_once(office: Office) -> None:
    """The first answer is given again, and says so."""
    await office.online()
    first = await send(office, "one")
    await office.post(f"/callbacks/{first.json()['callback']['id']}/cancel", {})
    again = await send(office, "one")
    other = await send(office, "two")

    assert again.json() == first.json()
    assert "idempotency-replayed" not in first.headers
    assert again.headers["idempotency-replayed"] == "true"
    assert other.json()["callback"]["id"] != first.json()["callback"]["id"]


async def test_key_belongs_to_one_request(office: Office) -> None:
    """Another content under the same key is a mistake of the program that sent it."""
    await send(office, "one")
    reused = await send(office, "one", OTHER)
    wrong = await send(office, "x" * 201)

    assert (reused.status_code, reused.json()["error"]["code"]) == (422, "idempotency-key-reused")
    assert wrong.json()["error"]["code"] == "idempotency-key-wrong"


async def test_refused_request_may_be_sent_again_with_its_key(office: Office) -> None:
    """It did nothing, so it is judged anew."""
    settings = await office.get("/lines/paris/settings")
    off = settings | {"callbacks": settings["callbacks"] | {"mode": "off"}}
    await office.put("/lines/paris/settings", off)
    refused = await send(office, "one")
    await office.put("/lines/paris/settings", settings)
    taken = await send(office, "one")

    assert refused.json()["error"]["code"] == "callbacks-off"
    assert taken.status_code == httpx.codes.OK


async def test_webhook_is_set_up_once_for_a_key(office: Office) -> None:
    """Everything that creates something takes a key."""
    for _ in range(2):
        answer = await office.http.post(
            "/api/v1/webhooks",
            json={"url": "https://127.0.0.1/x"},
            headers={"idempotency-key": "hook"},
        )
        assert answer.status_code == httpx.codes.OK

    assert len(await office.get("/webhooks")) == 1
