"""What-if studies over the API: begun, followed, stopped, refused."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from threading import Event
from typing import Any

import httpx
import pytest
from tests.api.office import TOKEN, Office
from tests.simulation.past.days import busy_calls, lived_through

from ringback.api.app import create_app
from ringback.core.events import Fact
from ringback.simulation.what_if import WhatIfDesk

DAY = {"begins": "2026-03-02T00:00:00Z", "until": "2026-03-03T00:00:00Z"}
ANSWER_SECONDS_MAX = 120


def facts_of_a_day() -> Iterator[Fact]:
    """The journal of a busy day, as the study's own process reads it."""
    facts, _ = lived_through(busy_calls(150))
    yield from facts


def facts_without_end() -> Iterator[Fact]:
    """A journal that is never read to its end, until somebody stops the study."""
    facts, _ = lived_through(busy_calls(20))
    yield facts[0]
    Event().wait()


@pytest.fixture
async def desk() -> AsyncIterator[WhatIfDesk]:
    opened = WhatIfDesk(facts_of_a_day)
    yield opened
    opened.close()


def http_to(office: Office, desk: WhatIfDesk) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(create_app(replace(office.services, what_if=desk))),
        base_url="http://ringback/api/v1",
        headers={"authorization": f"Bearer {TOKEN}"},
    )


async def answer_of(http: httpx.AsyncClient, desk: WhatIfDesk, study_id: str) -> Any:
    study = desk.study(study_id)
    assert study is not None
    assert await asyncio.to_thread(study.ended.wait, ANSWER_SECONDS_MAX), "no answer"
    return (await http.get(f"/what-if/{study_id}")).json()


async def test_study_ends_with_results_side_by_side(office: Office, desk: WhatIfDesk) -> None:
    """The settings that are given change; all others stay as they were that day."""
    changes = {"callbacks": {"mode": "off"}, "ring_steps": {"ring_for_seconds": 1800}}

    async with http_to(office, desk) as http:
        begun = await http.post("/what-if", json={**DAY, **changes, "seed": 3})
        study = await answer_of(http, desk, begun.json()["id"])

    assert begun.status_code == 202
    assert study["state"] == "done", study
    assert study["progress"] == 1
    result = study["result"]
    assert result["as_it_was"]["calls"] == result["other_settings"]["calls"] == 150
    assert result["same_settings"]["callbacks"]["requested"] > 0
    assert result["other_settings"]["callbacks"]["requested"] == 0
    assert result["changes"] == {"lines": [], "mode": "off", "ring_for": 1800, "more_agents": 0}


async def test_one_study_at_a_time_and_it_can_be_stopped(office: Office) -> None:
    """A second question is refused until the first is answered or stopped."""
    desk = WhatIfDesk(facts_without_end)
    async with http_to(office, desk) as http:
        first = (await http.post("/what-if", json=DAY)).json()
        second = await http.post("/what-if", json=DAY)
        stopped = await http.delete(f"/what-if/{first['id']}")
        third = await http.post("/what-if", json=DAY)
    desk.close()

    assert first["state"] == "running"
    assert second.status_code == 409
    assert second.json()["error"]["code"] == "what-if-running"
    assert stopped.json()["state"] == "stopped"
    assert third.status_code == 202


async def test_day_without_calls_is_said(office: Office, desk: WhatIfDesk) -> None:
    """The study ends refused, with a sentence."""
    empty = {"begins": "2026-04-02T00:00:00Z", "until": "2026-04-03T00:00:00Z"}

    async with http_to(office, desk) as http:
        begun = await http.post("/what-if", json=empty)
        study = await answer_of(http, desk, begun.json()["id"])

    assert study["state"] == "refused"
    assert study["code"] == "no-calls-that-day"
    assert study["asked"] == empty
    assert "No call came in" in study["problem"]


async def test_settings_that_the_core_refuses_are_said(office: Office, desk: WhatIfDesk) -> None:
    """R20: the core's own bounds hold in a replay; the study ends with the reason."""
    async with http_to(office, desk) as http:
        asked = {**DAY, "ring_steps": {"ring_for_seconds": 1}}
        begun = await http.post("/what-if", json=asked)
        study = await answer_of(http, desk, begun.json()["id"])

    assert study["state"] == "refused"
    assert study["code"] == "invalid-flow"
    assert "invalid-flow" in study["problem"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"until": "2026-03-01T00:00:00Z"},
        {"until": "2026-06-01T00:00:00Z"},
        {"begins": "2026-03-02T00:00:00"},
        {"callbacks": {"retries": 6}},
        {"ring_steps": {"rule": "loudest"}},
        {"unknown": 1},
        {"time_zone": "Mars/Olympus"},
    ],
)
async def test_wrong_questions_are_refused(
    office: Office, desk: WhatIfDesk, wrong: dict[str, object]
) -> None:
    """R2, R20: the bounds are those of the settings themselves."""
    async with http_to(office, desk) as http:
        answer = await http.post("/what-if", json={**DAY, **wrong})

    assert answer.status_code == 422
    assert answer.json()["error"]["code"] in ("validation-failed", "value-out-of-range")


async def test_unknown_study_and_server_without_a_journal(office: Office, desk: WhatIfDesk) -> None:
    """Both are said with their codes."""
    async with http_to(office, desk) as http:
        unknown = await http.get("/what-if/nothing")
    status, error = await office.refused("POST", "/what-if", DAY)

    assert (unknown.status_code, unknown.json()["error"]["code"]) == (404, "unknown-study")
    assert (status, error["code"]) == (404, "what-if-unavailable")
