"""What agents see outside their working hours, in Chromium (R19)."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage
from tests.browser.test_ring_outs import Picture

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WORK_TOMORROW = """
async () => {
  const headers = {
    authorization: `Bearer ${sessionStorage.getItem("ringback-token")}`,
    "content-type": "application/json",
  };
  const days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
  const weekday = days[new Date(Date.now() + 86_400_000).getUTCDay()];
  const address = "/api/v1/agents/lea/settings";
  const settings = await (await fetch(address, { headers })).json();
  const periods = [{ weekday, opens: "09:00", closes: "17:00" }];
  settings.hours = { time_zone: "UTC", periods };
  await fetch(address, { method: "PUT", headers, body: JSON.stringify(settings) });
}
"""


def _goes_off_duty(page: Page) -> None:
    expect(page.locator("#status-online[aria-pressed=true]")).to_be_visible()
    page.evaluate(WORK_TOMORROW)


def test_agent_sees_that_it_is_outside_the_hours_and_until_when(
    open_page: OpenPage, picture: Picture
) -> None:
    """R19: the chip, the card with day and time, and the status as it was chosen."""
    page = open_page(viewport={"width": 1280, "height": 900}, timezone_id="UTC")
    _goes_off_duty(page)

    expect(page.locator("#agent-condition")).to_have_text("Outside working hours")
    expect(page.locator("#card")).to_contain_text("09:00")
    expect(page.locator("#card")).to_contain_text("day")
    expect(page.locator("#status-online")).to_have_attribute("aria-pressed", "true")
    picture(page, "off-duty-1")


def test_hours_are_told_in_french_on_a_small_dark_screen(
    open_page: OpenPage, picture: Picture
) -> None:
    """R19: nothing of it needs a wide screen or English."""
    page = open_page(
        locale="fr-FR",
        color_scheme="dark",
        viewport={"width": 360, "height": 740},
        timezone_id="UTC",
    )
    _goes_off_duty(page)

    expect(page.locator("#agent-condition")).to_have_text("Hors des heures de travail")
    expect(page.locator("#card")).to_contain_text("Rien ne sonne ici avant")
    picture(page, "off-duty-2-french-dark-360")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
