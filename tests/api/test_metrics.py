"""Figures for Prometheus: what they count, and who may read them."""

import re
from pathlib import Path

import httpx
from prometheus_client.parser import text_string_to_metric_families
from tests.api.office import Office

OPERATIONS = Path(__file__).parents[2] / "docs" / "operations.md"


async def figures(office: Office) -> dict[tuple[str, str], float]:
    answer = await office.http.get("/metrics")
    assert answer.status_code == httpx.codes.OK
    return {
        (sample.name, ",".join(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


async def test_figures_follow_a_callback(office: Office) -> None:
    """Asked for, waiting, accepted, ended; and how everything is at this moment."""
    await office.online()
    await office.talk()
    made = await office.post("/callbacks", {"line_id": "paris", "number": "+33199002113"})
    waiting = await figures(office)
    await office.post(f"/callbacks/{made['callback']['id']}/cancel", {})
    ended = await figures(office)

    assert waiting["call_began_total", ""] == 1
    assert waiting["callback_requested_total", "automated"] == 1
    assert waiting["queue_depth", "callback"] == waiting["callback_open", ""] == 1
    assert waiting["queue_depth", "call"] == 0
    assert waiting["phone_system_ready", ""] == waiting["journal_ready", ""] == 1
    assert ended["callback_outcome_total", "cancelled,by_api"] == 1
    assert ended["callback_open", ""] == 0
    assert ended["callback_wait_seconds_count", ""] == 0


async def test_wait_until_accepted_is_measured(office: Office) -> None:
    """In seconds from the request on."""
    await office.online()
    await office.ask_for_callback()
    offer = await office.offer_of()
    await office.post(f"/offers/{offer['id']}/accept", {"agent_id": "lea"})

    told = await figures(office)
    assert told["callback_wait_seconds_count", ""] == 1
    assert told["callback_wait_seconds_sum", ""] > 0


async def test_nobody_unknown_reads_figures(office: Office) -> None:
    """They tell how a company does."""
    transport = httpx.ASGITransport(office.app)
    async with httpx.AsyncClient(transport=transport, base_url="http://ringback") as stranger:
        answer = await stranger.get("/metrics")

    assert answer.status_code == httpx.codes.UNAUTHORIZED


async def test_each_figure_is_documented(office: Office) -> None:
    """And no name or number of anybody is among them."""
    text = (await office.http.get("/metrics")).text
    names = set(re.findall(r"^# TYPE (\w+) ", text, re.MULTILINE))

    told = OPERATIONS.read_text()
    assert {name for name in names if f"`{name}`" not in told and "_created" not in name} == set()
    assert "+33" not in text
