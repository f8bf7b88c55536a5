"""The Workspace and the phone booth in Chromium: from dialling to the callback answered."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.app import (
    TELEPHONE,
    assert_accessible,
    assert_no_sideways_scrolling,
    expect_live,
)
from tests.browser.conftest import OpenPage
from tests.browser.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]
HEARING = """
const play = HTMLMediaElement.prototype.play;
HTMLMediaElement.prototype.play = function () {
  this.addEventListener("timeupdate", () => {
    if (this.currentTime > 0.2 && !this.muted) document.documentElement.dataset.heard = "yes";
  });
  return play.call(this);
};
"""
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
CANCEL_ALL = """
async () => {
  const headers = {
    authorization: `Bearer ${sessionStorage.getItem("ringback-token")}`,
    "content-type": "application/json",
  };
  const { callbacks } = await (await fetch("/api/v1/callbacks", { headers })).json();
  for (const { id } of callbacks) {
    await fetch(`/api/v1/callbacks/${id}/cancel`, { method: "POST", headers, body: "{}" });
  }
}
"""


def _booth(page: Page) -> Locator:
    return page.get_by_role("complementary")


def _card(page: Page) -> Locator:
    return page.get_by_role("region", name=re.compile("^(Your calls|Vos appels)$"))


def _button(within: Page | Locator, name: str) -> Locator:
    return within.get_by_role("button", name=re.compile(name))


def _ask_for_callback(page: Page) -> None:
    _button(_booth(page), "^(Call|Appeler)$").click()
    star = _button(_booth(page), "Star|Étoile")
    expect(star).to_be_enabled()
    star.click()
    expect(_booth(page)).to_contain_text("Votre demande est bien enregistrée")
    expect(_button(_booth(page), "^(Call|Appeler)$")).to_be_visible()


def _work_as(page: Page, name: str) -> None:
    page.get_by_role("button", name=re.compile("Your status")).click()
    page.get_by_role("menuitem", name=name).click()
    page.get_by_role("button", name=re.compile("Your status")).click()
    page.get_by_role("menuitem", name="Available").click()
    expect(_button(page, "Your status: Available")).to_be_visible()


def test_newcomer_is_called_back_within_a_minute(
    open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """Signs in as shown, dials, hears, presses `*`, calls back, answers (R7, R21, R29, R31)."""
    page = open_app(served.origin)
    page.add_init_script(HEARING)
    page.reload()
    _button(page, "Enter the demo").click()
    expect_live(page)
    expect(_button(page, "Your status: Available")).to_be_visible()
    assert_accessible(page)
    picture(page, "workspace-1-idle")

    _button(_booth(page), "^Call$").click()
    expect(page.locator("html")).to_have_attribute("data-heard", "yes")
    _button(_booth(page), "Star").click()
    expect(_booth(page)).to_contain_text("Votre demande est bien enregistrée")
    expect(_booth(page)).to_contain_text("this phone will ring")
    expect(_card(page)).to_contain_text("Callback Request")
    expect(_card(page)).to_contain_text("attempt 1 of 3")
    assert page.title().startswith("● Callback Request – Marie Dupont")
    assert_accessible(page)
    picture(page, "workspace-2-offered")

    _button(_card(page), "Call back").click()
    expect(_card(page)).to_contain_text("The customer’s phone is ringing")
    expect(_booth(page)).to_contain_text("This is your callback")
    picture(page, "workspace-3-customer-rings")
    _button(_booth(page), "^Answer$").click()
    expect(_card(page)).to_contain_text("In conversation")
    expect(_booth(page)).to_contain_text("Léa Martin is speaking with you")
    assert not page.title().startswith("●")
    assert_accessible(page)
    picture(page, "workspace-4-talking")

    _button(_card(page), "Hang up").click()
    expect(_card(page)).to_contain_text("The call has ended")
    expect(_button(_card(page), "Voicemail")).to_be_visible()
    assert_accessible(page)
    picture(page, "workspace-5-wrap-up")
    page.get_by_text("All calls").click()
    expect(page.get_by_role("listitem").first).to_contain_text("Outbound – Reached")
    expect(page.get_by_role("listitem").nth(1)).to_contain_text("Called Back")
    assert_accessible(page)
    picture(page, "workspace-6-calls")


def test_agent_works_by_keyboard_alone(open_app: OpenPage) -> None:
    """Enter takes the request, M and H mute and hold, D declines the next (WCAG 2.1.1)."""
    page = open_app()
    _ask_for_callback(page)
    expect(_button(_card(page), "Call back")).to_be_enabled()

    page.locator("body").focus()
    page.keyboard.press("F2")
    expect(_card(page)).to_be_focused()
    page.keyboard.press("Enter")
    _button(_booth(page), "^Answer$").click()
    expect(_card(page)).to_contain_text("In conversation")
    page.keyboard.press("F2")
    page.keyboard.press("m")
    expect(_card(page)).to_contain_text("The customer does not hear you")
    page.keyboard.press("m")
    page.keyboard.press("h")
    expect(_booth(page)).to_contain_text("Waiting music")
    page.keyboard.press("h")
    expect(_booth(page)).to_contain_text("is speaking with you")
    _button(_card(page), "Hang up").press("Enter")

    expect(_button(page, "Your status: Available")).to_be_visible()
    _button(_booth(page), "^Call$").click()
    expect(_button(_card(page), "Answer")).to_be_enabled()
    page.keyboard.press("F2")
    page.keyboard.press("d")
    expect(_card(page)).to_contain_text("Declined.")


def test_two_agents_race_and_one_reads_who_was_faster(open_app: OpenPage, picture: Picture) -> None:
    """R29: the first to accept wins; the other card says who took it, and nobody is doubled."""
    lea, tom = open_app(), open_app()
    _work_as(lea, "Léa Martin")
    _work_as(tom, "Tom Baker")
    _ask_for_callback(lea)
    for page in (lea, tom):
        expect(_button(_card(page), "Call back")).to_be_enabled()
    picture(tom, "workspace-race-1-both")

    for page in (lea, tom):
        page.evaluate(
            """() => [...document.querySelectorAll("section button")]
                 .find((each) => each.textContent.startsWith("Call back")).click()"""
        )
    lea_won = "is ringing" in _settled(lea)
    winner, lost = (lea, tom) if lea_won else (tom, lea)
    name = "Léa Martin" if lea_won else "Tom Baker"

    expect(_card(lost)).to_contain_text(re.compile(f"Taken by {name}|colleague was faster"))
    picture(lost, "workspace-race-2-lost")
    expect(_card(winner)).to_contain_text("The customer’s phone is ringing")
    expect(_button(lost, "Your status: Available")).to_be_visible()


def _settled(page: Page) -> str:
    """Wait until the race is decided, as this page sees it."""
    expect(_card(page)).to_contain_text(
        re.compile("customer’s phone is ringing|Taken by|colleague was faster")
    )
    return _card(page).text_content() or ""


def test_cancelled_request_says_so_on_the_card(open_app: OpenPage) -> None:
    """R49: withdrawn while it rings, with its reason, and then gone."""
    page = open_app()
    _ask_for_callback(page)
    expect(_button(_card(page), "Call back")).to_be_enabled()

    page.evaluate(CANCEL_ALL)

    expect(_card(page)).to_contain_text("The callback was cancelled.")
    expect(_card(page)).to_contain_text("Nothing at the moment")


def test_manual_request_is_claimed_called_and_followed_by_others(
    open_app: OpenPage, picture: Picture
) -> None:
    """R35, R38: it waits in the list; others see who is on it and cannot call as well."""
    lea, tom = open_app(), open_app()
    _work_as(lea, "Léa Martin")
    _work_as(tom, "Tom Baker")
    lea.evaluate(MAKE_MANUAL)
    _ask_for_callback(lea)
    expect(lea.get_by_role("listitem")).to_contain_text("asked to be called back")

    _button(lea, "Claim, Marie Dupont").click()
    expect(tom.get_by_role("listitem")).to_contain_text("Claimed by Léa Martin")
    expect(_button(tom, "Call back, Marie Dupont")).to_be_hidden()
    picture(tom, "workspace-manual-1-claimed")
    _button(lea, "Call back, Marie Dupont").click()
    expect(tom.get_by_role("listitem")).to_contain_text("Léa Martin is calling")
    _button(_booth(lea), "^Reject$").click()

    expect(lea.get_by_role("listitem")).to_contain_text("the customer rejected the call")
    assert_accessible(lea)
    picture(lea, "workspace-manual-2-not-reached")
    expect(_button(lea, "Your status: Available")).to_be_visible()
    _button(lea, "Dismiss, Marie Dupont").click()
    _button(lea, "Yes, dismiss").click()
    expect(tom.get_by_text("No callbacks to make")).to_be_visible()


def test_workspace_fits_a_telephone_in_french_and_in_the_dark(
    open_app: OpenPage, picture: Picture
) -> None:
    """360 pixels wide: the card first, then the calls; nothing is cut off (WCAG 1.4.10)."""
    desk = open_app()
    page = open_app(locale="fr-FR", color_scheme="dark", viewport=TELEPHONE)
    expect_live(page)
    assert_accessible(page)
    picture(page, "workspace-telephone-1-idle")

    _ask_for_callback(desk)
    expect(_button(_card(page), "Rappeler")).to_be_enabled()
    assert_accessible(page)
    picture(page, "workspace-telephone-2-offered")
    _button(_card(page), "Rappeler").click()
    _button(_booth(desk), "^Answer$").click()
    expect(_card(page)).to_contain_text("En conversation")
    assert_accessible(page)
    picture(page, "workspace-telephone-3-talking")

    assert_no_sideways_scrolling(page)


def test_ringing_can_be_had_aloud_and_keys_switched_off(open_app: OpenPage) -> None:
    """Asked once; a key then does nothing by itself (WCAG 2.1.4)."""
    page = open_app()
    _button(page, "Not now").click()
    expect(page.get_by_text("Be told of requests")).to_be_hidden()
    _button(page, "Your status").click()
    page.get_by_role("menuitemcheckbox", name="Keyboard shortcuts").click()
    page.keyboard.press("Escape")

    _ask_for_callback(page)
    expect(_button(_card(page), "Call back")).to_be_enabled()
    page.keyboard.press("F2")
    page.keyboard.press("d")

    expect(_button(_card(page), "Call back")).to_be_enabled()
    page.reload()
    expect(_button(_card(page), "Call back")).to_be_enabled()
    expect(page.get_by_text("Be told of requests")).to_be_hidden()


TAG = """
async () => {
  const headers = {
    authorization: `Bearer ${sessionStorage.getItem("ringback-token")}`,
    "content-type": "application/json",
  };
  const body = JSON.stringify({ name: "Urgent", colour: "#C92A2A", description: null });
  await fetch("/api/v1/tags/urgent", { method: "PUT", headers, body });
}
"""


def test_agent_writes_notes_tags_the_call_and_ends_the_wrap_up(
    open_app: OpenPage, picture: Picture
) -> None:
    """While talking, in wrap-up, and on the call afterwards (R30)."""
    page = open_app()
    expect_live(page)
    page.evaluate(TAG)
    _ask_for_callback(page)
    _button(_card(page), "Call back").click()
    _button(_booth(page), "^Answer$").click()
    expect(_card(page)).to_contain_text("In conversation")
    _card(page).get_by_label("Write a note").fill("Asks for Tuesday.")
    _button(_card(page), "Keep the note").click()
    notes = _card(page).get_by_role("list", name="Notes")
    expect(notes).to_contain_text("Asks for Tuesday.")
    _button(_card(page), "Add a tag").click()
    page.get_by_role("menuitem", name="Urgent").click()
    expect(_button(_card(page), "Take off: Urgent")).to_be_visible()
    assert_accessible(page)
    picture(page, "workspace-notes")

    _button(_card(page), "Hang up").click()
    _button(_card(page), "^Edit$").click()
    _card(page).get_by_label("Edit").fill("Asks for Wednesday.")
    _button(_card(page), "^Save$").click()
    expect(notes).to_contain_text("Asks for Wednesday.")
    _button(_card(page), "I am done").click()
    expect(_button(page, "Your status: Available")).to_be_visible()

    page.get_by_text("All calls").click()
    row = page.get_by_role("listitem").filter(has_text="Outbound").first
    expect(row).to_contain_text("Urgent")
    _button(row, "1 note").click()
    expect(row).to_contain_text("Asks for Wednesday.")
    assert_accessible(page)
    picture(page, "workspace-past-notes")


def test_transfer_to_an_outside_number_is_judged_before_it_is_dialled(
    open_app: OpenPage,
) -> None:
    """Typed as one dials it; a number that may not be called is refused in words (R30, R48)."""
    page = open_app()
    _ask_for_callback(page)
    _button(_card(page), "Call back").click()
    _button(_booth(page), "^Answer$").click()
    _button(_card(page), "^Transfer$").click()
    page.get_by_text("Outside number").click()
    number = page.get_by_label("Telephone number")
    number.fill("112")
    number.press("Enter")
    expect(page.get_by_text("An emergency number cannot be called.")).to_be_visible()
    number.fill("01 99 00 55 55")
    number.press("Enter")

    expect(_card(page)).to_contain_text("The call has been transferred")


def _consult(page: Page) -> None:
    _button(_card(page), "^Transfer$").click()
    page.get_by_role("combobox", name="Transfer to").fill("Tom")
    page.get_by_role("option", name="Tom Baker").click()
    _button(page, "Ask first").click()


def test_colleague_is_asked_first_and_takes_the_customer(
    open_app: OpenPage, picture: Picture
) -> None:
    """R30: both cards say who talks to whom; who is declined has the customer on hold."""
    lea, tom = open_app(), open_app(viewport=TELEPHONE, color_scheme="dark")
    _work_as(lea, "Léa Martin")
    _work_as(tom, "Tom Baker")
    _button(_booth(lea), "^Call$").click()
    _button(_card(lea), "Answer").click()
    expect(_card(lea)).to_contain_text("In conversation")

    _consult(lea)
    expect(_card(lea)).to_contain_text("Tom Baker is being rung")
    expect(_card(tom)).to_contain_text("Léa Martin wants to talk with you about this call first.")
    assert_accessible(tom)
    picture(tom, "workspace-consult-1-asked")
    _button(_card(tom), "Decline").click()
    expect(_card(lea)).to_contain_text("Tom Baker has declined")
    _button(_card(lea), "Resume").click()
    expect(_booth(lea)).to_contain_text("is speaking with you")

    _consult(lea)
    _button(_card(tom), "Answer").click()
    expect(_card(lea)).to_contain_text("You are talking to Tom Baker")
    expect(_card(tom)).to_contain_text("Léa Martin asks you about this call")
    expect(_booth(lea)).to_contain_text("Waiting music")
    assert_accessible(lea)
    assert_no_sideways_scrolling(tom)
    picture(lea, "workspace-consult-2-talking")
    picture(tom, "workspace-consult-3-colleague")
    _button(_card(lea), "Transfer now").click()

    expect(_card(lea)).to_contain_text("The call has been transferred")
    expect(_booth(lea)).to_contain_text("Tom Baker is speaking with you")
    expect(_button(_card(tom), "Hold")).to_be_visible()
