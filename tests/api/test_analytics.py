"""Figures through the API: of a journey that was played, and what is refused."""

from datetime import timedelta

import httpx
from tests.api.office import START, Office
from tests.api.test_callbacks import _complete

SINCE = (START - timedelta(hours=9)).isoformat().replace("+00:00", "Z")
UNTIL = (START + timedelta(days=1)).isoformat().replace("+00:00", "Z")
PERIOD = f"since={SINCE}&until={UNTIL}"


async def test_figures_tell_of_a_completed_callback(office: Office) -> None:
    """By line, by day and by agent."""
    await office.online()
    await office.ask_for_callback()
    await _complete(office)
    await office.pass_time(timedelta(minutes=2))

    by_line = await office.get(f"/analytics?{PERIOD}&by=line")
    by_day = await office.get(f"/analytics?{PERIOD}&by=day&time_zone=Europe/Paris")
    by_agent = await office.get(f"/analytics?{PERIOD}&by=agent")

    [line] = by_line["rows"]
    assert (line["key"], line["name"]) == ("paris", "Paris")
    assert line["calls"]["callbacks_requested"] == 1
    assert line["calls"]["reached"] == 1
    assert line["callbacks"]["completed"] == 1
    assert line["callbacks"]["wait"]["median_seconds"] > 0
    [day] = by_day["rows"]
    assert day["key"] == "2026-03-02T00:00:00+01:00"
    assert day["calls"]["outbound"] == 1
    lea = next(row for row in by_agent["rows"] if row["key"] == "lea")
    assert lea["agents"]["accepted"] == 1
    assert 0 < lea["agents"]["occupancy"] <= 1


async def test_figures_of_a_team_and_of_an_agent(office: Office) -> None:
    """Their calls, and the time of who was chosen alone."""
    await office.online()
    await office.ask_for_callback()
    await _complete(office)
    await office.pass_time(timedelta(minutes=2))

    whole = await office.get(f"/analytics?{PERIOD}&by=period")
    lea = await office.get(f"/analytics?{PERIOD}&by=period&agent_id=lea")
    tom = await office.get(f"/analytics?{PERIOD}&by=agent&agent_id=tom")
    team = await office.get(f"/analytics?{PERIOD}&by=week-hour&team_id=support")

    assert whole["every_line"] is True
    [row] = whole["rows"]
    assert (row["key"], row["calls"]["inbound"], row["calls"]["requested_in_queue"]) == (None, 1, 1)
    assert lea["rows"][0]["callbacks"]["completed"] == 1
    assert [each["key"] for each in tom["rows"] if each["agents"]["accepted"]] == []
    assert [each["key"] for each in team["rows"]] == ["1-09"]
    assert team["rows"][0]["agents"]["accepted"] == 1


async def test_service_level_is_of_those_who_queued(office: Office) -> None:
    """Answered at once is in time; in no time at all nothing is."""
    await office.online()
    await office.wait_in_queue()
    offer = await office.offer_of()
    await office.pass_time(timedelta(seconds=3))
    await office.post(f"/offers/{offer['id']}/accept", {"agent_id": "lea"})
    await office.pass_time(timedelta(seconds=5))
    await office.post("/agents/lea/hang-up")
    await office.pass_time(timedelta(seconds=5))

    [in_time] = (await office.get(f"/analytics?{PERIOD}&by=line"))["rows"]
    [never] = (await office.get(f"/analytics?{PERIOD}&by=line&within_seconds=0"))["rows"]

    assert (in_time["calls"]["answered"], in_time["calls"]["queued"]) == (1, 1)
    assert in_time["calls"]["service_level"] == 1.0
    assert never["calls"]["service_level"] == 0.0
    assert in_time["calls"]["wait"]["median_seconds"] >= 3
    assert in_time["calls"]["talked_seconds"] > 0


async def test_what_makes_no_sense_is_refused(office: Office) -> None:
    """A period that ends before it begins, a zone of nobody, an agent of nobody."""
    backwards = await office.refused("GET", f"/analytics?since={UNTIL}&until={SINCE}")
    long = await office.refused(
        "GET", "/analytics?since=2026-01-01T00:00:00Z&until=2026-03-01T00:00:00Z&by=hour"
    )
    nowhere = await office.refused("GET", f"/analytics?{PERIOD}&time_zone=Mars/Olympus")
    nobody = await office.refused("GET", f"/analytics?{PERIOD}&seen_by=nobody")
    no_agent = await office.refused("GET", f"/analytics?{PERIOD}&agent_id=nobody")
    no_team = await office.refused("GET", f"/analytics?{PERIOD}&team_id=nobody")

    assert backwards[1]["code"] == long[1]["code"] == "period-wrong"
    assert long[1]["details"] == {"days_max": 31}
    assert nowhere[0] == httpx.codes.UNPROCESSABLE_ENTITY
    assert nowhere[1]["code"] == "unknown-time-zone"
    assert nobody[1]["code"] == no_agent[1]["code"] == "unknown-agent"
    assert no_team[1]["code"] == "unknown-team"
