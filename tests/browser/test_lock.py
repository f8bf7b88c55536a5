"""A company without callbacks says why, in Chromium, and an owner opts in (R1)."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage
from tests.browser.test_ring_outs import Picture

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SET = """
async (changes) => {
  const headers = {
    authorization: `Bearer ${sessionStorage.getItem("ringback-token")}`,
    "content-type": "application/json",
  };
  const body = JSON.stringify(changes);
  await fetch("/api/v1/account/settings", { method: "PUT", headers, body });
}
"""


def _set(page: Page, **changes: object) -> None:
    expect(page.locator("#link[data-state=live]")).to_be_visible()
    page.evaluate(SET, changes)


def test_owner_reads_why_and_opts_in(open_page: OpenPage, picture: Picture) -> None:
    """R1: one button, by the keyboard as well; a plan without callbacks has none."""
    page = open_page(viewport={"width": 1280, "height": 900})
    expect(page.locator("#lock")).to_be_hidden()
    _set(page, enrolled=False)

    expect(page.locator("#lock")).to_contain_text("Callbacks are switched off")
    picture(page, "lock-1")
    page.locator("#lock-open").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#lock")).to_be_hidden()

    _set(page, plan="essentials")
    expect(page.locator("#lock")).to_contain_text("not part of the plan")
    expect(page.locator("#lock-open")).to_be_hidden()


def test_reason_is_told_in_french_on_a_small_dark_screen(
    open_page: OpenPage, picture: Picture
) -> None:
    """R1: nothing of it needs a wide screen or English."""
    page = open_page(locale="fr-FR", color_scheme="dark", viewport={"width": 360, "height": 740})
    _set(page, enrolled=False)

    expect(page.locator("#lock")).to_contain_text("Les rappels sont désactivés")
    picture(page, "lock-2-french-dark-360")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
