"""Alerts as the API and the live feed tell them, and their dismissal (R26, R34)."""

from tests.api.office import TOKEN, Office
from tests.api.socket import open_socket


async def _let_one_fail(office: Office) -> str:
    """Let a callback ask somebody, who then leaves."""
    await office.put("/account/settings", {"failures_in_row_max": 1})
    await office.online()
    callback_id = await office.ask_for_callback()
    await office.put("/agents/lea/status", {"status": "offline"})
    await office.until(lambda: bool(office.world.alerts))
    return callback_id


async def test_alert_is_listed_until_somebody_dismisses_it(office: Office) -> None:
    """R26: with its line, its callback and how many failed."""
    assert await office.get("/alerts") == []
    callback_id = await _let_one_fail(office)

    [alert] = await office.get("/alerts")
    left = await office.post(f"/alerts/{alert['id']}/dismiss")

    assert (alert["kind"], alert["failures"]) == ("callbacks-fail", 1)
    assert (alert["line"]["id"], alert["callback_id"]) == ("paris", callback_id)
    assert left == await office.get("/alerts") == []
    status, error = await office.refused("POST", f"/alerts/{alert['id']}/dismiss")
    assert (status, error["code"]) == (404, "unknown-alert")


async def test_alert_is_told_live_and_to_whoever_comes_later(office: Office) -> None:
    """R26: the change and the snapshot both show what is open, and the dismissal empties it."""
    async with open_socket(office.app) as page:
        page.say({"type": "hello", "token": TOKEN})
        first = await page.hear_until("snapshot")
        await _let_one_fail(office)
        told = await page.hear_until("changes")
        while not told["alerts"]:
            told = await page.hear_until("changes")
    async with open_socket(office.app) as page:
        page.say({"type": "hello", "token": TOKEN})
        later = await page.hear_until("snapshot")
        await office.post(f"/alerts/{later['alerts'][0]['id']}/dismiss")
        after = await page.hear_until("changes")

    assert first["alerts"] == []
    assert "alert-raised" in [event["name"] for event in told["events"]]
    assert later["alerts"] == told["alerts"]
    assert after["alerts"] == []
