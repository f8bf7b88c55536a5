"""What agents see who were set to Do not disturb because nobody answered, in Chromium (R19)."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]
RING_BRIEFLY = """
async () => {
  const headers = {
    authorization: `Bearer ${sessionStorage.getItem("ringback-token")}`,
    "content-type": "application/json",
  };
  const put = (address, body) =>
    fetch(address, { method: "PUT", headers, body: JSON.stringify(body) });
  const flow = "/api/v1/flows/paris";
  const { settings } = await (await fetch(flow, { headers })).json();
  for (const step of settings.steps) if (step.kind === "ring") step.ring_for_seconds = 5;
  await put(flow, settings);
  await put("/api/v1/account/settings", { ring_outs_in_row_max: 1 });
}
"""


def _let_ring_out(page: Page) -> None:
    page.evaluate(RING_BRIEFLY)
    page.locator("#booth-dial").click()
    expect(page.locator("#card[data-tone=ringing]")).to_be_visible()


def test_agent_learns_why_nothing_rings_and_goes_online_again(
    open_page: OpenPage, picture: Picture
) -> None:
    """R19: the notice says why and offers the way back, also for who cannot see it."""
    page = open_page(viewport={"width": 1280, "height": 900})
    _let_ring_out(page)

    expect(page.locator("#card")).to_contain_text("Set to Do not disturb: nobody answered")
    expect(page.locator("#card")).to_contain_text("Requests that rang out in a row: 1.")
    expect(page.locator("#alert")).to_contain_text("Set to Do not disturb")
    picture(page, "ring-outs-1-notice")
    page.locator("#card-online").focus()
    page.keyboard.press("Enter")

    expect(page.locator("#agent-condition")).to_have_text("Available")
    expect(page.locator("#card-online")).to_have_count(0)


def test_notice_is_told_in_french_on_a_small_dark_screen(
    open_page: OpenPage, picture: Picture
) -> None:
    """R19: nothing of it needs a wide screen or English."""
    page = open_page(locale="fr-FR", color_scheme="dark", viewport={"width": 360, "height": 740})
    _let_ring_out(page)

    expect(page.locator("#card")).to_contain_text("personne n’a répondu")
    expect(page.locator("#card-online")).to_have_text("Redevenir disponible")
    picture(page, "ring-outs-2-french-dark-360")
    wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wider
