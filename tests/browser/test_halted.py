"""While callbacks are halted the page says so, in Chromium, and anybody there resumes them."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage
from tests.browser.test_ring_outs import Picture

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HALT = """
async () => {
  const headers = { authorization: `Bearer ${sessionStorage.getItem("ringback-token")}` };
  await fetch("/api/v1/account/callbacks/halt", { method: "POST", headers });
}
"""


def _halt(page: Page) -> None:
    expect(page.locator("#link[data-state=live]")).to_be_visible()
    page.evaluate(HALT)


def test_halted_page_says_so_and_resumes_by_the_keyboard(
    open_page: OpenPage, picture: Picture
) -> None:
    """R28b: one sentence and one button; a page that is opened meanwhile says so too."""
    page = open_page(viewport={"width": 1280, "height": 900})
    expect(page.locator("#halted")).to_be_hidden()
    _halt(page)
    expect(page.locator("#halted")).to_contain_text("nobody is called back")
    page.reload()
    expect(page.locator("#halted")).to_contain_text("nobody is called back")
    picture(page, "halted-1")

    page.locator("#halted-resume").focus()
    page.keyboard.press("Enter")

    expect(page.locator("#halted")).to_be_hidden()


def test_halt_is_told_in_french_on_a_small_dark_screen(
    open_page: OpenPage, picture: Picture
) -> None:
    """R28b: nothing of it needs a wide screen or English."""
    page = open_page(locale="fr-FR", color_scheme="dark", viewport={"width": 360, "height": 740})
    _halt(page)

    expect(page.locator("#halted")).to_contain_text("Rappels suspendus")
    picture(page, "halted-2-french-dark-360")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
