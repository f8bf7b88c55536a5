"""The banner of an alert, in Chromium: told, understood, dismissed for everybody (R26)."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage
from tests.browser.test_ring_outs import Picture

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ALERT_AT_ONCE = """
async () => {
  const headers = {
    authorization: `Bearer ${sessionStorage.getItem("ringback-token")}`,
    "content-type": "application/json",
  };
  const body = JSON.stringify({ failures_in_row_max: 1 });
  await fetch("/api/v1/account/settings", { method: "PUT", headers, body });
}
"""
ALL_LEAVE = """
async () => {
  const headers = {
    authorization: `Bearer ${sessionStorage.getItem("ringback-token")}`,
    "content-type": "application/json",
  };
  for (const agent of await (await fetch("/api/v1/agents", { headers })).json()) {
    const body = JSON.stringify({ status: "offline" });
    await fetch(`/api/v1/agents/${agent.id}/status`, { method: "PUT", headers, body });
  }
}
"""


def _let_a_callback_fail(page: Page) -> None:
    expect(page.locator("#status-online[aria-pressed=true]")).to_be_visible()
    expect(page.locator("#alerts")).to_be_hidden()
    page.evaluate(ALERT_AT_ONCE)
    page.locator("#booth-dial").click()
    page.locator("#keypad .star:enabled").click()
    expect(page.locator("#queues .about")).to_be_visible()
    page.evaluate(ALL_LEAVE)
    expect(page.locator("#alerts")).to_be_visible()


def test_alert_is_told_on_every_page_until_dismissed(open_page: OpenPage, picture: Picture) -> None:
    """R26: told aloud once, and gone for everybody with one press of a key."""
    page = open_page(viewport={"width": 1280, "height": 900})
    other = open_page(viewport={"width": 1280, "height": 900})
    _let_a_callback_fail(page)

    expect(page.locator("#alerts-items strong")).to_contain_text(
        "Paris: callbacks that failed in a row: 1"
    )
    expect(page.locator("#alert")).to_contain_text("failed")
    expect(other.locator("#alerts")).to_be_visible()
    picture(page, "alerts-1")
    page.locator("#alerts-items button").focus()
    page.keyboard.press("Enter")

    expect(page.locator("#alerts")).to_be_hidden()
    expect(other.locator("#alerts")).to_be_hidden()


def test_alert_is_told_in_french_on_a_small_dark_screen(
    open_page: OpenPage, picture: Picture
) -> None:
    """R26: nothing of it needs a wide screen or English."""
    page = open_page(locale="fr-FR", color_scheme="dark", viewport={"width": 360, "height": 740})
    _let_a_callback_fail(page)

    expect(page.locator("#alerts-items strong")).to_contain_text("rappels échoués de suite")
    picture(page, "alerts-2-french-dark-360")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
