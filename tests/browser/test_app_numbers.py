"""Numbers and their settings in Chromium: read, changed, refused, undone, locked, heard."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.browser.app import (
    TELEPHONE,
    assert_accessible,
    assert_no_sideways_scrolling,
    expect_live,
)
from tests.browser.conftest import OpenAs
from tests.browser.played import ask_as_user, sign_in_as
from tests.browser.served import Served
from tests.speech.recordings import encoded, silence, tone

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]
LOOKS = [("en-GB", "light"), ("fr-FR", "dark")]
TABS = ("general", "callbacks", "messages", "hours", "queues")


@pytest.fixture
def open_number(open_as: OpenAs) -> OpenAs:
    """Open a screen of the numbers."""
    return lambda where="/paris/callbacks", **how: open_as(f"/numbers{where}", **how)


def _callbacks(page: Page) -> Any:
    return ask_as_user(page, "GET", "/lines/paris/settings")["callbacks"]


def _bar(page: Page) -> Locator:
    return page.get_by_role("region", name=re.compile("^(Changes to save|Modifications à enr)"))


def _save(page: Page) -> None:
    _bar(page).get_by_role("button", name=re.compile("^(Save|Enregistrer)$")).click()


def _expect_saved(page: Page) -> None:
    expect(_bar(page).get_by_role("status")).to_have_text(re.compile("Saved|Enregistré"))


def _wait_for_callback(page: Page) -> None:
    """Have a customer of the demo ask for a callback while nobody is there to take it."""
    for agent in ask_as_user(page, "GET", "/agents"):
        ask_as_user(page, "PUT", f"/agents/{agent['id']}/status", {"status": "do-not-disturb"})
    settings = ask_as_user(page, "GET", "/lines/paris/settings")
    settings["callbacks"]["respect_queuing_time"] = True
    ask_as_user(page, "PUT", "/lines/paris/settings", settings)
    phone = ask_as_user(page, "GET", "/booth")["phones"][0]["number"]
    ask_as_user(page, "POST", f"/booth/phones/{phone}/dial", {"line_id": "paris"})
    for _ in range(100):
        ask_as_user(page, "POST", f"/booth/phones/{phone}/press", {"digit": "*"})
        if ask_as_user(page, "GET", "/callbacks")["callbacks"]:
            return
        page.wait_for_timeout(100)
    raise AssertionError("the booth's customer could not ask for a callback")


@pytest.mark.parametrize(("locale", "scheme"), LOOKS)
@pytest.mark.parametrize("where", ["desk", "telephone"])
def test_numbers_and_their_settings_fit_every_theme_language_and_size(
    open_number: OpenAs, picture: Picture, locale: str, scheme: str, where: str
) -> None:
    """The list, and each tab of a number's page, without a violation and nothing cut off (R2)."""
    size = {"viewport": TELEPHONE} if where == "telephone" else {}
    page = open_number("", locale=locale, color_scheme=scheme, **size)
    expect(page.get_by_role("listitem").filter(has_text="London")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    picture(page, f"numbers-list-{where}-{locale}")

    page.get_by_role("link", name="Paris").click()
    tabs = page.get_by_role("navigation", name=re.compile("of this number|de ce numéro"))
    for index, tab in enumerate(TABS):
        link = tabs.get_by_role("link").nth(index)
        link.click()
        expect(page).to_have_url(re.compile(f"/numbers/paris/{tab}$"))
        expect(link).to_have_attribute("aria-current", "page")
        assert_accessible(page)
        assert_no_sideways_scrolling(page)
        picture(page, f"numbers-{tab}-{where}-{locale}")


def test_admin_changes_retries_sees_what_it_means_and_undoes_it(
    open_number: OpenAs, picture: Picture
) -> None:
    """Those waiting keep what was promised to them; the screen says how many they are (R4, R16)."""
    page = open_number()
    _wait_for_callback(page)
    retries = page.get_by_label("Number of retries")
    expect(page.get_by_text("2 retries = 3 attempts in all")).to_be_visible()
    expect(page.get_by_text("all of them are used up in one instant")).to_be_visible()

    retries.fill("5")

    expect(page.get_by_text("5 retries = 6 attempts in all")).to_be_visible()
    expect(_bar(page)).to_contain_text("1 change")
    expect(_bar(page)).to_contain_text(
        "1 callback that is waiting keeps the settings of its request"
    )
    assert_accessible(page)
    picture(page, "numbers-change")
    _save(page)
    _expect_saved(page)
    assert _callbacks(page)["retries"] == 5

    _bar(page).get_by_role("button", name="Undo").click()

    expect(retries).to_have_value("2")
    assert _callbacks(page)["retries"] == 2
    page.get_by_role("button", name="Back to the default: 0").click()
    _save(page)
    _expect_saved(page)
    assert _callbacks(page)["retries"] == 0


def test_value_out_of_bounds_is_told_beside_its_field_and_not_sent(
    open_number: OpenAs, picture: Picture
) -> None:
    """And saving leads to it; a change that is thrown away leaves nothing behind (R2)."""
    page = open_number()
    minutes = page.get_by_label("At most")
    minutes.fill("500")
    page.get_by_label("Number of retries").fill("4")

    _save(page)

    expect(minutes).to_be_focused()
    expect(page.get_by_text("Enter a number from 1 to 240.")).to_be_visible()
    expect(_bar(page)).to_contain_text("One value has to be corrected first")
    assert_accessible(page)
    picture(page, "numbers-out-of-bounds")
    assert _callbacks(page)["retries"] == 2
    _bar(page).get_by_role("button", name="Discard").click()
    expect(minutes).to_have_value("60 min")
    expect(_bar(page)).to_be_hidden()


def test_switching_callbacks_off_asks_first_and_offers_to_cancel_those_pending(
    open_number: OpenAs, picture: Picture
) -> None:
    """Confirmed with their number; those that are not cancelled go on (R4, R6)."""
    page = open_number()
    _wait_for_callback(page)
    page.get_by_label("Allow callback requests").uncheck()
    expect(page.get_by_label("Number of retries")).to_be_hidden()
    _save(page)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("1 pending callback goes on")
    assert_accessible(page)
    picture(page, "numbers-off")
    assert _callbacks(page)["mode"] == "automated"

    dialog.get_by_role("button", name="Yes, save").click()
    _expect_saved(page)
    assert _callbacks(page)["mode"] == "off"
    page.get_by_role("button", name="Cancel it…").click()
    expect(dialog).to_contain_text("This cannot be undone")
    dialog.get_by_role("button", name="Yes, cancel 1").click()

    expect(page.get_by_text("still pending")).to_be_hidden()
    [callback] = ask_as_user(page, "GET", "/callbacks")["callbacks"]
    assert callback["outcome"]["reason"] == "by_user"


def test_changes_are_not_lost_by_going_elsewhere(open_number: OpenAs, picture: Picture) -> None:
    """Another tab of the number keeps them; another screen asks; others' changes are told."""
    page = open_number()
    page.get_by_label("Number of retries").fill("1")
    tabs = page.get_by_role("navigation", name="Settings of this number")
    tabs.get_by_role("link", name="General").click()
    expect(_bar(page)).to_contain_text("1 change")

    page.get_by_role("link", name="Live monitoring").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Your changes are not saved")
    assert_accessible(page)
    dialog.get_by_role("button", name="Stay here").click()
    expect(page).to_have_url(re.compile("/numbers/paris/general"))
    settings = ask_as_user(page, "GET", "/lines/paris/settings")
    settings["callbacks"]["retries"] = 3
    ask_as_user(page, "PUT", "/lines/paris/settings", settings)
    expect(_bar(page).get_by_role("alert")).to_contain_text("Somebody else has saved")
    assert_accessible(page)
    picture(page, "numbers-clash")
    _bar(page).get_by_role("button", name="Load theirs").click()
    expect(_bar(page)).to_be_hidden()
    tabs.get_by_role("link", name="Callbacks").click()
    expect(page.get_by_label("Number of retries")).to_have_value("3")
    page.get_by_label("Number of retries").fill("1")
    page.get_by_role("link", name="Live monitoring").click()
    dialog.get_by_role("button", name="Leave, and lose them").click()

    expect(page).to_have_url(re.compile("/monitoring"))


def test_supervisor_reads_and_is_told_why_nothing_can_be_changed(
    open_number: OpenAs, picture: Picture
) -> None:
    """Every setting is there, disabled, with the reason above; an agent has no such screen."""
    page = open_number(who="supervisor")
    expect(page.get_by_text("takes the role of an admin")).to_be_visible()
    expect(page.get_by_label("Number of retries")).to_be_disabled()
    expect(page.get_by_label("Allow callback requests")).to_be_disabled()
    assert_accessible(page)
    picture(page, "numbers-read-only")

    sign_in_as(page, "tom@demo.example")
    page.goto(page.url.replace("numbers/paris/callbacks", "monitoring"))
    expect_live(page)
    expect(page.get_by_role("link", name="Numbers")).to_be_hidden()


@pytest.mark.parametrize(("locale", "scheme"), LOOKS)
def test_settings_are_locked_and_say_why_until_an_owner_opts_in(
    open_number: OpenAs, picture: Picture, locale: str, scheme: str
) -> None:
    """On Essentials they can be seen; who has not opted in may do so here (R1)."""
    page = open_number(locale=locale, color_scheme=scheme)
    account = ask_as_user(page, "GET", "/account/settings")
    ask_as_user(page, "PUT", "/account/settings", account | {"plan": "essentials"})
    expect(page.get_by_text("Essentials").first).to_be_visible()
    retries = page.get_by_label(re.compile("Number of retries|Nombre de tentatives"))
    expect(retries).to_be_disabled()
    assert_accessible(page)
    picture(page, f"numbers-locked-{locale}")

    ask_as_user(page, "PUT", "/account/settings", account | {"enrolled": False})
    page.get_by_role("button", name=re.compile("^(Opt in|S’inscrire)")).click()

    expect(retries).to_be_enabled()
    assert ask_as_user(page, "GET", "/account/settings")["enrolled"] is True

    away = page.get_by_label(re.compile("^(Reasons for Do|Motifs de Ne)")).locator("visible=true")
    away.fill("Fire drill")
    away.press("Enter")
    assert_accessible(page)
    picture(page, f"numbers-reasons-{locale}")
    _save(page)
    _expect_saved(page)
    reasons = ask_as_user(page, "GET", "/account/settings")["away_reasons"]
    assert reasons == [*account["away_reasons"], "Fire drill"]


def test_opening_hours_and_national_holidays_are_set(open_number: OpenAs, picture: Picture) -> None:
    """Added, changed by the day, proposed and ticked; published as a new version (R17, R18)."""
    page = open_number("/paris/hours")
    for added in ("Add opening hours", "Add special dates"):
        page.get_by_role("button", name=added).click()
        dialog = page.get_by_role("dialog")
        assert_accessible(page)
        dialog.get_by_role("button", name="Put it in force").click()
        expect(dialog).to_be_hidden()
    page.get_by_label("Monday, opens (1)").fill("08:00")
    page.get_by_label("Monday, closes (1)").fill("07:00")
    expect(page.get_by_text("Closes before it opens.")).to_be_visible()
    page.get_by_label("Monday, closes (1)").fill("12:00")
    page.get_by_role("button", name="More hours, Monday").click()
    page.get_by_label("Monday, closes (2)").fill("17:00")
    page.get_by_role("button", name="Copy to all workdays, Monday").click()
    page.get_by_label("Saturday").check()
    page.get_by_role("button", name="Propose the national holidays: France").click()
    page.get_by_label("National holidays of France, year").fill("2027")
    page.get_by_label("14 Jul 2027 – National Day").check()
    page.get_by_role("button", name="Take those ticked").click()
    expect(page.get_by_role("textbox", name="Name")).to_have_value("National Day")
    expect(_bar(page)).to_contain_text("as a new version of the Smartflow")
    assert_accessible(page)
    picture(page, "numbers-hours-set")

    _save(page)
    _expect_saved(page)

    steps = {
        step["kind"]: step for step in ask_as_user(page, "GET", "/flows/paris")["settings"]["steps"]
    }
    assert len(steps["hours"]["periods"]) == 11
    assert steps["hours"]["closed"] == "voicemail"
    assert steps["dates"]["dates"] == [
        {"name": "National Day", "first": "2027-07-14", "last": "2027-07-14"}
    ]


def test_message_is_written_heard_kept_and_used(open_number: OpenAs, picture: Picture) -> None:
    """From the confirmation's own field; then renamed, and not removed while it is used (R2)."""
    page = open_number()
    page.get_by_role("button", name="New message: Confirmation message").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("What is said").fill("Merci. Nous vous rappelons très vite.")
    dialog.get_by_label("Name").fill("Court")
    dialog.get_by_role("button", name="Hear it first").click()
    dialog.get_by_role("button", name=re.compile("^Listen")).click()
    expect(dialog.get_by_role("button", name=re.compile("^(Stop|Listen)"))).to_be_visible()
    assert_accessible(page)
    picture(page, "numbers-make-message")
    dialog.get_by_role("button", name="Keep the message").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_text("“Merci. Nous vous rappelons très vite.”")).to_be_visible()
    _save(page)
    _expect_saved(page)
    assert _callbacks(page)["confirmation_prompt"].startswith("message/")

    page.get_by_role("link", name="Messages and music").click()
    page.get_by_role("button", name="Actions, Court").click()
    page.get_by_role("menuitem", name="Rename").click()
    dialog.get_by_label("Name").fill("Merci")
    dialog.get_by_role("button", name="Rename").click()
    expect(dialog).to_be_hidden()
    row = page.get_by_role("list", name="Your own messages").get_by_role("listitem")
    expect(row).to_contain_text("used by number Paris")
    page.get_by_role("button", name="Actions, Merci").click()
    page.get_by_role("menuitem", name="Remove").click()
    dialog.get_by_role("button", name="Remove").click()
    expect(dialog.get_by_role("alert")).to_contain_text("This message is used")
    expect(page.get_by_role("menu")).to_be_hidden()
    assert_accessible(page)
    picture(page, "numbers-library")


def test_file_is_kept_as_a_message_unless_there_is_no_sound_in_it(
    open_number: OpenAs, tmp_path: Path
) -> None:
    """What is wrong with it is told, and what was typed is kept (R2)."""
    notes, summer = tmp_path / "notes.wav", tmp_path / "summer.mp3"
    notes.write_text("Dear customers,\n" * 50)
    summer.write_bytes(encoded("mp3", silence(0.4) + tone(1.6) + silence(0.4)))
    page = open_number("/paris/messages")
    page.get_by_role("button", name="New message", exact=True).last.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("Upload", exact=True).click()
    dialog.get_by_label("Name").fill("Summer")
    dialog.locator("input[type=file]").set_input_files(notes)
    dialog.get_by_role("button", name="Keep the message").click()
    expect(dialog.get_by_role("alert")).to_contain_text("There is no sound in this file")
    dialog.locator("input[type=file]").set_input_files(summer)
    dialog.get_by_role("button", name="Keep the message").click()

    expect(page.get_by_role("list", name="Your own messages")).to_contain_text("Summer")


def test_message_is_recorded_in_the_browser(
    browser_with_microphone: Browser, served: Served, picture: Picture
) -> None:
    """With a microphone of Chromium's own, and heard before it is kept."""
    page = browser_with_microphone.new_context(locale="en-GB").new_page()
    page.goto(served.origin)
    sign_in_as(page, "owner@demo.example")
    page.goto(f"{served.origin}/numbers/paris/messages")
    page.get_by_role("button", name="New message", exact=True).last.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("Record", exact=True).click()
    dialog.get_by_role("button", name="Start recording").click()
    expect(dialog.get_by_role("timer")).to_have_text("2 s")
    dialog.get_by_role("button", name="Stop").click()
    expect(dialog.get_by_role("button", name="Listen, Record")).to_be_visible()
    dialog.get_by_label("Name").fill("Beep")
    picture(page, "numbers-recorded")
    dialog.get_by_role("button", name="Keep the message").click()

    expect(page.get_by_role("list", name="Your own messages")).to_contain_text("Beep")


def test_offer_and_its_threshold_are_set_for_those_who_wait(
    open_number: OpenAs,
) -> None:
    """Without an offer the number warns; the threshold is the waiting experience's (R3, R45)."""
    page = open_number()
    page.get_by_role("button", name="Remove, Offer (ready, Français)").first.click()
    _save(page)
    _expect_saved(page)
    expect(page.get_by_role("note").filter(has_text="no message tells callers")).to_be_visible()
    page.get_by_role("combobox", name="Add a message: Messages while waiting for Support").click()
    page.get_by_role("option", name="Offer (ready, Français)").click()
    page.get_by_label("Only when the wait is long").check()
    page.get_by_label("From an estimated wait of").fill("120")
    page.get_by_label("Tell the estimated wait").check()
    _save(page)
    _expect_saved(page)

    expect(page.get_by_role("note").filter(has_text="no message tells callers")).to_be_hidden()
    steps = ask_as_user(page, "GET", "/flows/paris")["settings"]["steps"]
    [waiting] = [step["waiting"] for step in steps if step["kind"] == "ring"]
    assert (waiting["messages"], waiting["offer_above_seconds"]) == (["fr/offer"], 120)
    assert waiting["tell_wait"] is True
