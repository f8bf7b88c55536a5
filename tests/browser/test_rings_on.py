"""Where an agent's calls ring, chosen on the page, in Chromium."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]


def test_agent_chooses_an_outside_number_and_the_card_asks_for_the_key(
    open_page: OpenPage, picture: Picture
) -> None:
    """R29: the number is shown by its ends alone, and the page cannot accept for that phone."""
    lea = open_page(viewport={"width": 360, "height": 800})
    expect(lea.locator("#link-words")).to_have_text("Live")
    lea.locator("#rings-on-select").select_option("outside")
    lea.locator("#rings-on-number").fill("06 12 34 56 78")
    lea.keyboard.press("Enter")
    expect(lea.locator("#rings-on-select")).to_contain_text("+33***78")
    expect(lea.locator("#agent-problem")).to_be_hidden()

    lea.locator("#booth-dial").click()
    expect(lea.locator("#card")).to_contain_text("press 1")
    expect(lea.locator("#card-decline")).to_be_visible()
    expect(lea.locator("#card-accept")).to_have_count(0)
    picture(lea, "rings-on-outside")
    lea.locator("#card-decline").click()
    lea.locator("#rings-on-select").select_option("own")
    expect(lea.locator("#rings-on-number")).to_be_hidden()
