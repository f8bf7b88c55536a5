"""A contact's conversation in Chromium: looked up, tagged, and written about (R30, R35)."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]
HOSTILE = "<img src=x onerror=document.title='taken'> =1+1 \u202e"
MAKE_TAGS = """
async () => {
  const headers = {
    authorization: `Bearer ${sessionStorage.getItem("ringback-token")}`,
    "content-type": "application/json",
  };
  for (const [id, name, colour] of [
    ["vip", "VIP", "#7A5AF8"], ["complaint", "Complaint about an order", "#D92D20"],
  ]) {
    await fetch(`/api/v1/tags/${id}`, {
      method: "PUT", headers, body: JSON.stringify({ name, colour }),
    });
  }
}
"""


def _talking(page: Page) -> None:
    """Let the booth's customer call and Léa answer."""
    expect(page.locator("#link")).to_have_attribute("data-state", "live")
    page.evaluate(MAKE_TAGS)
    page.locator("#booth-dial").click()
    page.locator("#card-accept").click()
    expect(page.locator("#card-mute")).to_be_visible()


def test_call_is_tagged_and_noted_from_the_agents_card(
    open_page: OpenPage, picture: Picture
) -> None:
    """R30: by keyboard, while they talk; hostile words are words, and the focus is not lost."""
    page = open_page(viewport={"width": 1280, "height": 900})
    _talking(page)

    page.locator("#card-contact").focus()
    page.keyboard.press("Enter")
    found = page.locator("#contacts-found")
    expect(page.locator("#contact-name")).to_be_focused()
    expect(found).to_contain_text("Going on")
    found.locator("select").select_option("vip")
    expect(found.locator(".tag")).to_contain_text("VIP")
    found.locator("[id^=note-write-]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#note-text")).to_be_focused()
    page.keyboard.type(HOSTILE)
    picture(page, "contacts-1-writing")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(found.locator(".note p")).to_have_text(HOSTILE)
    expect(found.locator("[id^=note-write-]")).to_be_focused()
    assert page.title() != "taken"
    assert not page.locator(".note img").count()
    picture(page, "contacts-2-written")
    found.locator("[id^=untag-]").click()
    expect(found.locator(".tag")).to_have_count(0)
    found.locator("[id^=note-delete-]").click()
    expect(found.locator(".note")).to_have_count(0)
    expect(page.locator("#contact-name")).to_be_focused()


def test_contact_is_found_by_number_on_a_telephone_in_french(
    open_page: OpenPage, picture: Picture
) -> None:
    """R35: 360 pixels wide, dark; a request and its calls stand in one list."""
    page = open_page(viewport={"width": 360, "height": 740}, locale="fr-FR", color_scheme="dark")
    _talking(page)
    page.locator("#card-hang-up").click()

    page.locator("#contacts-search").fill("2112")
    page.locator("#contacts-find").click()
    found = page.locator("#contacts-found")
    expect(found).to_contain_text("Appel entrant")
    found.locator("select").select_option("complaint")
    expect(found.locator(".tag")).to_contain_text("Complaint about an order")
    found.locator("[id^=note-write-]").click()
    page.locator("#note-text").fill("Rappeler mardi matin, avant dix heures.\nColis abîmé.")
    page.locator("#note-save").click()

    expect(found.locator(".note")).to_contain_text("Colis abîmé.")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.locator("#contacts").scroll_into_view_if_needed()
    picture(page, "contacts-3-french")
    page.locator("#contacts-search").fill("personne")
    page.locator("#contacts-find").click()
    expect(found).to_contain_text("Personne n’est trouvé")
