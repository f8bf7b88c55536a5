"""The plain page in Chromium, against a real server: what a newcomer meets first."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage
from tests.browser.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]


def _ask_for_callback(page: Page) -> None:
    page.locator("#booth-dial").click()
    page.locator("#keypad .star:enabled").click()
    expect(page.locator("#booth-heard")).to_contain_text("Votre demande est bien enregistrée")
    expect(page.locator("#booth-dial")).to_be_visible()


def _in_time_for_the_callback(page: Page) -> None:
    expect(page.locator("#card[data-tone=callback]")).to_be_visible()


def test_newcomer_sees_a_whole_callback_in_one_page(open_page: OpenPage, picture: Picture) -> None:
    """Dial, `*`, wait, *Call back*, answer, talk, hang up (R7, R21, R29, R31)."""
    page = open_page(viewport={"width": 1280, "height": 900})
    expect(page.locator("#link-words")).to_have_text("Live")
    expect(page.locator("#agent-condition")).to_have_text("Available")
    expect(page.locator("#tour-steps [data-state=next]")).to_have_text("1Dial")
    picture(page, "desktop-1-idle")

    _ask_for_callback(page)
    expect(page.locator("#queues .who")).to_contain_text("Marie Dupont")
    expect(page.locator("#queues .about")).to_contain_text("Callback pending")
    _in_time_for_the_callback(page)
    expect(page.locator("#alert")).to_contain_text("Callback Request, Marie Dupont")
    expect(page.locator("#card")).to_contain_text("attempt 1 of 3")
    assert page.title().startswith("●")
    picture(page, "desktop-2-card")
    page.locator("#card-accept").click()
    expect(page.locator("#card")).to_contain_text("The customer’s phone is ringing")
    picture(page, "desktop-3-customer-rings")
    page.locator("#booth-answer").click()
    expect(page.locator("#card")).to_contain_text("In conversation")
    expect(page.locator("#booth-heard")).to_contain_text("Léa Martin is speaking with you")
    picture(page, "desktop-4-talking")
    page.locator("#card-hang-up").click()

    expect(page.locator("#card")).to_contain_text("The call has ended")
    expect(page.locator("#timeline .outcome")).to_contain_text("Completed")
    expect(page.locator("#timeline .events")).to_contain_text("The customer answered.")
    expect(page.locator("#tour-done")).to_have_text("That was your first callback.")
    expect(page.locator("#queues")).to_contain_text("Nobody is waiting")
    picture(page, "desktop-5-done")


SLOW_TIMERS = """
const later = window.setTimeout;
window.setTimeout = (run, delay, ...rest) => later(run, delay === 0 ? 4000 : delay, ...rest);
"""


def test_page_follows_its_agent_though_messages_come_before_it_reconnects(
    open_page: OpenPage,
) -> None:
    """R19: an agent whose page is open is never taken for one whose connection is lost."""
    lea = open_page()
    expect(lea.locator("#agent-condition")).to_have_text("Available")
    lea.add_init_script(SLOW_TIMERS)
    lea.evaluate("sessionStorage.removeItem('ringback-agent')")
    lea.reload()
    expect(lea.locator("#agent-condition")).to_have_text("Available")

    tom = open_page()
    tom.locator("#agent-who").select_option("tom")
    tom.locator("#status-online").click()
    expect(tom.locator("#agent-condition")).to_have_text("Available")
    lea.locator("#status-do-not-disturb").click()
    expect(lea.locator("#agent-condition")).to_have_text("Do not disturb")
    lea.locator("#status-online").click()

    expect(lea.locator("#agent-condition")).to_have_text("Available")


def test_page_serves_the_keyboard_small_screens_dark_and_french(
    open_page: OpenPage, picture: Picture
) -> None:
    """The same journey watched by four pages; the answer comes from the keyboard."""
    page = open_page(viewport={"width": 1280, "height": 900})
    small = open_page(viewport={"width": 360, "height": 740})
    dark = open_page(viewport={"width": 1280, "height": 900}, color_scheme="dark")
    french = open_page(viewport={"width": 1280, "height": 900}, locale="fr-FR")
    _ask_for_callback(page)
    for each, name in ((small, "small"), (dark, "dark"), (french, "french")):
        _in_time_for_the_callback(each)
        picture(each, f"{name}-card")

    expect(french.locator("#card")).to_contain_text("Demande de rappel")
    expect(french.locator("html")).to_have_attribute("lang", "fr")
    french.get_by_role("button", name="EN", exact=True).click()
    expect(french.locator("#card")).to_contain_text("Callback Request")
    assert small.evaluate("document.documentElement.scrollWidth") == 360
    page.keyboard.press("F2")
    page.keyboard.press("Enter")
    expect(page.locator("#booth-answer")).to_be_visible()
    page.locator("#booth-reject").click()
    expect(page.locator("#timeline .outcome")).to_contain_text("Not reached")


def test_colleague_sees_who_took_the_callback(open_page: OpenPage) -> None:
    """The other card says who was faster; *D* declines from the keyboard (R22, R29)."""
    lea, tom = open_page(), open_page()
    tom.locator("#agent-who").select_option("tom")
    expect(tom.locator("#link-words")).to_have_text("Live")
    _ask_for_callback(lea)
    _in_time_for_the_callback(lea)
    _in_time_for_the_callback(tom)

    lea.locator("#card-accept").click()
    expect(tom.locator("#card")).to_contain_text("Taken by Léa Martin.")
    lea.locator("#booth-reject").click()
    expect(lea.locator("#agent-condition")).to_have_text("Available")
    _ask_for_callback(lea)
    _in_time_for_the_callback(tom)
    tom.keyboard.press("F2")
    tom.keyboard.press("d")

    expect(tom.locator("#card")).to_contain_text("Declined.")
    expect(lea.locator("#timeline .events")).to_contain_text("Tom Baker declined.")


def test_page_asks_for_the_token_and_keeps_it_out_of_the_address(
    open_page: OpenPage, served: Served
) -> None:
    """A wrong token is said; the right one opens the page and is nowhere to be read."""
    page = open_page(f"{served.origin}/plain")
    expect(page.locator("#sign-in")).to_be_visible()
    page.locator("#token").fill("wrong")
    page.keyboard.press("Enter")
    expect(page.locator("#token-problem")).to_be_visible()
    page.locator("#token").fill(served.token)
    page.keyboard.press("Enter")

    expect(page.locator("#work")).to_be_visible()
    assert page.url == f"{served.origin}/plain"
    other = open_page()
    expect(other.locator("#work")).to_be_visible()
    assert served.token not in other.url


def test_lost_server_is_said_and_nothing_is_pretended(open_page: OpenPage, served: Served) -> None:
    """The data stay, greyed, with the time they are of."""
    page = open_page()
    expect(page.locator("#link-words")).to_have_text("Live")
    page.context.set_offline(True)
    page.evaluate("window.dispatchEvent(new Event('online'))")

    expect(page.locator("#link")).to_have_attribute("data-state", "lost")
    expect(page.locator("#alert")).to_contain_text("Connection lost")
    page.locator("#status-offline").click()
    expect(page.locator("#agent-problem")).to_contain_text("cannot be reached")
    expect(page.locator("#status-online")).to_have_attribute("aria-pressed", "true")


LISTEN = """
const play = HTMLMediaElement.prototype.play;
HTMLMediaElement.prototype.play = function () {
  this.addEventListener("timeupdate", () => {
    if (this.currentTime > 0.2) document.documentElement.dataset.played = "yes";
  });
  window.player = this;
  return play.call(this);
};
"""


def test_what_the_customer_hears_is_really_played(open_page: OpenPage, served: Served) -> None:
    """The browser plays the recording, and *Sound off* mutes it."""
    page = open_page(f"{served.origin}/plain")
    page.context.add_init_script(LISTEN)
    page.goto("about:blank")
    page.goto(served.plain)
    page.locator("#booth-dial").click()

    expect(page.locator("html")).to_have_attribute("data-played", "yes")
    assert page.evaluate("window.player.src").startswith("blob:")
    page.locator("#mute").click()
    assert page.evaluate("window.player.muted") is True
    expect(page.locator("#mute")).to_have_text("Sound off")
