"""Working hours in an agent's settings, and what the API shows outside them (R19)."""

from tests.api.office import Office

HOURS = {
    "time_zone": "Europe/Paris",
    "periods": [{"weekday": "monday", "opens": "14:00:00", "closes": "00:00:00"}],
}


async def test_working_hours_survive_their_own_reading(office: Office) -> None:
    """What is written is read back, and taken away again."""
    settings = await office.get("/agents/lea/settings")
    written = await office.put("/agents/lea/settings", settings | {"hours": HOURS})

    assert settings["hours"] is None
    assert written["hours"] == HOURS
    assert await office.get("/agents/lea/settings") == written
    assert await office.put("/agents/lea/settings", settings) == settings


async def test_agent_outside_the_hours_shows_until_when(office: Office) -> None:
    """The status chosen stays what it is; the condition is another."""
    await office.online()
    settings = await office.get("/agents/lea/settings")
    await office.put("/agents/lea/settings", settings | {"hours": HOURS})

    lea = await office.get("/agents/lea")

    assert (lea["status"], lea["condition"], lea["off_duty"]) == ("online", "off-duty", True)
    assert lea["duty_changes_at"] == "2026-03-02T13:00:00Z"
    await office.until(lambda: not office.world.agents["lea"].off_duty)
    again = await office.get("/agents/lea")
    assert (again["condition"], again["duty_changes_at"]) == ("available", "2026-03-02T23:00:00Z")


async def test_hours_that_cannot_be_judged_are_refused_with_the_reason(office: Office) -> None:
    """And nothing is saved."""
    settings = await office.get("/agents/lea/settings")
    wanted = settings | {"hours": HOURS | {"time_zone": "Mars/Base"}}
    status, error = await office.refused("PUT", "/agents/lea/settings", wanted)

    assert (status, error["code"]) == (422, "invalid-hours")
    assert error["details"] == {"problem": "unknown-time-zone", "about": "Mars/Base"}
    assert await office.get("/agents/lea/settings") == settings
