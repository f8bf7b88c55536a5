"""Messages of one's own, in Chromium: uploaded, recorded, spoken, heard, chosen, removed (R2)."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import OpenPage
from tests.browser.served import Served
from tests.speech.recordings import encoded, silence, tone

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]
CONVERTED_MS = 60_000
PLAYS_ON = """
(audio) => new Promise((resolve) => {
  const look = () => audio.currentTime > 0.3 ? resolve(true) : setTimeout(look, 50);
  look();
})
"""
CONFIRMATION_OF_PARIS = """
async () => {
  const headers = { authorization: `Bearer ${sessionStorage.getItem("ringback-token")}` };
  const answer = await fetch("/api/v1/lines/paris/settings", { headers });
  return (await answer.json()).callbacks.confirmation_prompt;
}
"""


def opened(open_page: OpenPage, **context: object) -> Page:
    page = open_page(viewport={"width": 1280, "height": 900}, **context)
    expect(page.locator("#link-words")).to_have_text("Live")
    expect(page.locator("#messages")).to_be_visible()
    return page


def test_recording_is_uploaded_heard_chosen_and_removed_by_keyboard(
    open_page: OpenPage, picture: Picture, tmp_path: Path
) -> None:
    """R2: one that is chosen stays; the page says what uses it."""
    file = tmp_path / "summer.mp3"
    file.write_bytes(encoded("mp3", silence(0.4) + tone(1.6) + silence(0.4)))
    page = opened(open_page)
    rows = page.locator("#messages-items")
    expect(page.locator("#messages-none")).to_be_visible()

    page.locator("#message-file").set_input_files(file)
    page.locator("#message-name").fill("Summer")
    page.keyboard.press("Enter")
    expect(page.locator("#message-said")).to_contain_text("Summer", timeout=CONVERTED_MS)
    expect(rows).to_contain_text("recording · not used")
    page.locator("[id^=message-play-]").focus()
    page.keyboard.press("Enter")
    assert rows.locator("audio").evaluate(PLAYS_ON)
    picture(page, "messages-1-uploaded")

    page.locator("#confirmation-paris").select_option(label="Summer")
    expect(rows).to_contain_text("used by the number Paris")
    assert str(page.evaluate(CONFIRMATION_OF_PARIS)).startswith("message/")
    page.locator("[id^=message-rename-]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[id^=message-renamed-]")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("Holidays")
    page.keyboard.press("Enter")
    expect(rows).to_contain_text("Holidays")
    page.locator("[id^=message-remove-]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[id^=message-keep-]")).to_be_focused()
    page.locator("[id^=message-removed-]").click()
    expect(page.locator("#messages-problem")).to_contain_text("This message is used")
    picture(page, "messages-2-in-use")

    page.locator("#confirmation-paris").select_option(value="fr/confirmation")
    expect(rows).to_contain_text("not used")
    page.locator("[id^=message-remove-]").click()
    page.locator("[id^=message-removed-]").click()
    expect(page.locator("#messages-none")).to_be_visible()


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="no speech engine")
def test_text_is_heard_before_it_is_saved_in_french_on_a_small_screen(
    open_page: OpenPage, picture: Picture
) -> None:
    """R2: what is heard is what is kept; in the dark and at 360 pixels nothing is cut off."""
    page = opened(open_page, color_scheme="dark")
    page.locator("[data-language=fr]").click()
    page.set_viewport_size({"width": 360, "height": 900})
    page.locator("#message-way-text").click()
    page.locator("#message-text").fill("Nous sommes fermés jusqu'à lundi.")
    page.locator("#message-language").select_option("fr")
    page.locator("#message-listen").click()
    assert page.locator("#message-spoken").evaluate(PLAYS_ON)
    expect(page.locator("#messages-none")).to_be_visible()
    picture(page, "messages-3-french-small-dark")

    page.locator("#message-save").click()
    expect(page.locator("#message-problem")).to_contain_text("Donnez un nom")
    expect(page.locator("#message-name")).to_be_focused()
    page.keyboard.type("Fermé")
    page.keyboard.press("Enter")
    expect(page.locator("#messages-items")).to_contain_text("Nous sommes fermés")

    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    picture(page, "messages-4-kept-small-dark")


def test_message_is_recorded_in_the_browser(
    browser_with_microphone: Browser, served: Served, picture: Picture
) -> None:
    """R2: the microphone here is Chromium's own, which beeps."""
    page = browser_with_microphone.new_context(locale="en-GB").new_page()
    page.goto(served.plain)
    expect(page.locator("#messages")).to_be_visible()
    page.locator("#message-way-record").click()
    page.locator("#message-record").click()
    expect(page.locator("#message-recorded-for")).to_have_text("3 s")
    page.locator("#message-record").click()
    expect(page.locator("#message-recorded")).to_be_visible()
    picture(page, "messages-5-recorded")
    page.locator("#message-name").fill("Beeps")
    page.locator("#message-save").click()

    expect(page.locator("#messages-items")).to_contain_text("Beeps", timeout=CONVERTED_MS)


def test_file_without_sound_is_refused_in_words(open_page: OpenPage, tmp_path: Path) -> None:
    """R2: the page says what is wrong with it, and keeps what was typed."""
    file = tmp_path / "notes.wav"
    file.write_text("Dear customers,\n" * 50)
    page = opened(open_page)

    page.locator("#message-name").fill("Notes")
    page.locator("#message-save").click()
    expect(page.locator("#message-problem")).to_contain_text("Choose a file first")
    page.locator("#message-file").set_input_files(file)
    page.locator("#message-save").click()

    expect(page.locator("#message-problem")).to_contain_text("There is no sound in this file")
    expect(page.locator("#message-name")).to_have_value("Notes")
    expect(page.locator("#messages-none")).to_be_visible()
