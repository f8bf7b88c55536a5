"""The list to call back by hand, in Chromium: claimed, called, dismissed, and followed live."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]
MAKE_MANUAL = """
async () => {
  const headers = {
    authorization: `Bearer ${sessionStorage.getItem("ringback-token")}`,
    "content-type": "application/json",
  };
  const address = "/api/v1/lines/paris/settings";
  const settings = await (await fetch(address, { headers })).json();
  settings.callbacks.mode = "manual";
  await fetch(address, { method: "PUT", headers, body: JSON.stringify(settings) });
}
"""


def _request_by_hand(page: Page) -> None:
    page.evaluate(MAKE_MANUAL)
    page.locator("#booth-dial").click()
    page.locator("#keypad .star:enabled").click()
    expect(page.locator("#by-hand-items")).to_contain_text("Marie Dupont")
    expect(page.locator("#booth-dial")).to_be_visible()


def _button(page: Page, action: str) -> Locator:
    return page.locator(f"#by-hand-items [id^={action}-]")


def test_manual_request_is_called_by_hand_until_the_customer_is_reached(
    open_page: OpenPage, picture: Picture
) -> None:
    """Not reached it stays listed with its reason; reached it is gone (R35, R38, R39)."""
    lea = open_page(viewport={"width": 1280, "height": 900})
    expect(lea.locator("#link-words")).to_have_text("Live")
    expect(lea.locator("#by-hand")).to_be_hidden()
    _request_by_hand(lea)
    expect(lea.locator("#by-hand-items")).to_contain_text("asked to be called back")
    expect(lea.locator("#booth-heard")).to_contain_text("You asked to be called back")
    picture(lea, "by-hand-1-listed")

    _button(lea, "call").focus()
    lea.keyboard.press("Enter")
    expect(lea.locator("#card")).to_contain_text("The customer’s phone is ringing")
    expect(lea.locator("#by-hand-items")).to_contain_text("You are calling")
    picture(lea, "by-hand-2-calling")
    lea.locator("#booth-reject").click()
    expect(lea.locator("#by-hand-items")).to_contain_text("the customer rejected the call")
    expect(lea.locator("#agent-condition")).to_have_text("Available")
    picture(lea, "by-hand-3-not-reached")
    _button(lea, "call").click()
    lea.locator("#booth-answer").click()

    expect(lea.locator("#card")).to_contain_text("In conversation")
    expect(lea.locator("#by-hand")).to_be_hidden()
    lea.locator("#card-hang-up").click()
    expect(lea.locator("#card")).to_contain_text("The call has ended")
    expect(lea.locator("#tour-done")).to_have_text("That was your first callback.")
    expect(lea.locator("#timeline .outcome")).to_contain_text("called by Léa Martin")
    expect(lea.locator("#timeline .events")).to_contain_text("Léa Martin calls by hand.")
    picture(lea, "by-hand-4-reached")


def test_colleagues_see_who_claims_and_who_calls(open_page: OpenPage, picture: Picture) -> None:
    """Others cannot start a second call; a claim is given back (R38)."""
    lea, tom = open_page(), open_page(viewport={"width": 360, "height": 740})
    tom.locator("#agent-who").select_option("tom")
    tom.locator("#status-online").click()
    _request_by_hand(lea)

    _button(tom, "claim").click()
    expect(tom.locator("#by-hand-items")).to_contain_text("Claimed by you")
    expect(lea.locator("#by-hand-items")).to_contain_text("Claimed by Tom Baker")
    expect(_button(lea, "call")).to_have_count(0)
    picture(tom, "by-hand-small-claimed")
    assert tom.evaluate("document.documentElement.scrollWidth") == 360
    _button(tom, "release").click()
    _button(lea, "call").click()

    expect(tom.locator("#by-hand-items")).to_contain_text("Léa Martin is calling")
    expect(_button(tom, "call")).to_have_count(0)


def test_dismissing_is_asked_about_first(open_page: OpenPage, picture: Picture) -> None:
    """In French and dark as well; the focus stays with the agent."""
    page = open_page(viewport={"width": 1280, "height": 900}, color_scheme="dark")
    _request_by_hand(page)

    _button(page, "dismiss").click()
    expect(page.locator("#by-hand-items")).to_contain_text("Cancel this request?")
    expect(_button(page, "keep")).to_be_focused()
    picture(page, "by-hand-dark-sure")
    page.keyboard.press("Enter")
    expect(_button(page, "dismiss")).to_be_focused()
    page.get_by_role("button", name="FR").click()
    expect(page.locator("#by-hand-title")).to_have_text("À rappeler à la main")
    picture(page, "by-hand-french")
    _button(page, "dismiss").click()
    _button(page, "dismissed").click()

    expect(page.locator("#by-hand")).to_be_hidden()
    expect(page.locator("#card")).to_be_focused()
    expect(page.locator("#timeline .outcome")).to_contain_text("Annulé")


def test_agent_who_is_away_cannot_call(open_page: OpenPage) -> None:
    """The buttons follow what the server says of the agent."""
    page = open_page()
    _request_by_hand(page)
    expect(_button(page, "call")).to_be_enabled()

    page.locator("#status-do-not-disturb").click()

    expect(_button(page, "call")).to_be_disabled()


def test_claim_of_a_colleague_is_released_after_a_question(
    open_page: OpenPage, picture: Picture
) -> None:
    """R39: the timeline says who released whose claim."""
    lea, tom = open_page(viewport={"width": 1280, "height": 900}), open_page()
    tom.locator("#agent-who").select_option("tom")
    _request_by_hand(lea)
    _button(tom, "claim").click()
    expect(lea.locator("#by-hand-items")).to_contain_text("Claimed by Tom Baker")

    _button(lea, "release").click()
    expect(lea.locator("#by-hand-items")).to_contain_text("Release Tom Baker’s claim?")
    expect(_button(lea, "keep")).to_be_focused()
    picture(lea, "by-hand-release")
    _button(lea, "released").click()

    expect(_button(lea, "call")).to_be_enabled()
    expect(lea.locator("#timeline .events")).to_contain_text(
        "Léa Martin released the claim of Tom Baker."
    )


def test_switching_callbacks_off_offers_to_cancel_what_is_pending(
    open_page: OpenPage, picture: Picture
) -> None:
    """R4: confirmed with the count; French and a small screen as well."""
    page = open_page(viewport={"width": 1280, "height": 900})
    _request_by_hand(page)
    mode = page.locator("#mode-paris")
    expect(page.locator("#numbers-items")).to_contain_text("1 callback pending")

    mode.select_option("off")
    page.locator("#cancel-pending-paris").click()
    expect(page.locator("#keep-pending-paris")).to_be_focused()
    picture(page, "numbers-sure")
    page.get_by_role("button", name="FR").click()
    page.set_viewport_size({"width": 360, "height": 740})
    picture(page, "numbers-french-small")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.locator("#cancelled-pending-paris").click()

    expect(page.locator("#by-hand")).to_be_hidden()
    expect(page.locator("#cancel-pending-paris")).to_have_count(0)
    expect(mode).to_be_focused()
