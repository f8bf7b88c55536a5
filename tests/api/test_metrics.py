"""Figures for Prometheus: what they count, and who may read them."""

import re
from dataclasses import replace
from pathlib import Path

import httpx
from prometheus_client.parser import text_string_to_metric_families
from tests.api.office import Office

from ringback.api.figures_kept import FiguresKept
from ringback.api.figures_of_process import FiguresOfProcess
from ringback.durations import Durations
from ringback.ports import JournalHealth, JournalState, PhoneSystemHealth, PhoneSystemState

MONITORING = Path(__file__).parents[2] / "docs" / "monitoring.md"


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

    told = MONITORING.read_text()
    assert {name for name in names if f"`{name}`" not in told and "_created" not in name} == set()
    assert "+33" not in text


async def test_commits_and_the_loop_are_measured(office: Office) -> None:
    """Each commit once; nothing is asked of Asterisk where there is none."""
    before = await figures(office)
    await office.online()
    after = await figures(office)

    assert after["journal_append_seconds_count", ""] > before["journal_append_seconds_count", ""]
    assert (
        after["journal_append_seconds_bucket", "+Inf"] == after["journal_append_seconds_count", ""]
    )
    assert after["ari_rtt_seconds_count", ""] == after["ari_reconnects_total", ""] == 0
    assert ("event_loop_lag_seconds_count", "") in after
    assert after["process_resident_memory_bytes", ""] > 0
    assert ("lease_epoch", "") not in after


async def test_right_to_write_and_reconnections_are_told(office: Office) -> None:
    """The epoch of a database's lease; each connection to Asterisk but the first."""
    answers = Durations()
    answers.note(0.002)
    stored = JournalHealth(JournalState.READY, "The database answers.", 7)
    phones = PhoneSystemHealth(
        PhoneSystemState.READY, "Connected.", connections=3, answer_times=answers
    )
    services = replace(office.services, journal_health=lambda: stored, phone_health=lambda: phones)
    kept = FiguresKept(services, FiguresOfProcess(services, Durations()))

    values = {
        sample.name: sample.value
        for family in text_string_to_metric_families(kept.text().decode())
        for sample in family.samples
        if not sample.labels
    }
    assert values["lease_epoch"] == 7
    assert values["ari_reconnects_total"] == 2
    assert values["ari_rtt_seconds_count"] == 1
    assert values["ari_rtt_seconds_sum"] == 0.002
