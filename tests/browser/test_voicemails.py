"""The messages that callers left, in Chromium: listened to and deleted, by keyboard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]
UNTIL_KEPT_MS = 60_000
STRAIGHT_TO_VOICEMAIL = """
async () => {
  const headers = {
    authorization: `Bearer ${sessionStorage.getItem("ringback-token")}`,
    "content-type": "application/json",
  };
  const settings = {
    name: "Paris",
    first: "voicemail",
    steps: [
      { kind: "voicemail", id: "voicemail", prompt: "fr/welcome", record_for_max_seconds: 3 },
    ],
  };
  const answer = await fetch("/api/v1/flows/paris", {
    method: "PUT", headers, body: JSON.stringify(settings),
  });
  return answer.status;
}
"""
PLAYS_ON = """
(audio) => new Promise((resolve) => {
  const look = () => audio.currentTime > 0.5 ? resolve(true) : setTimeout(look, 50);
  look();
})
"""


def test_message_left_is_listened_to_and_deleted_by_keyboard(
    open_page: OpenPage, picture: Picture
) -> None:
    """It appears by itself; deleting asks first, and takes it away for good."""
    page = open_page(viewport={"width": 1280, "height": 900})
    expect(page.locator("#link-words")).to_have_text("Live")
    expect(page.locator("#voicemails")).to_be_hidden()
    assert page.evaluate(STRAIGHT_TO_VOICEMAIL) == 200
    page.locator("#booth-dial").click()

    rows = page.locator("#voicemails-items")
    expect(rows).to_contain_text("Marie Dupont", timeout=UNTIL_KEPT_MS)
    picture(page, "voicemails-1-listed")
    page.locator("[id^=voicemail-play-]").focus()
    page.keyboard.press("Enter")
    player = rows.locator("audio")
    expect(player).to_be_focused()
    assert player.evaluate(PLAYS_ON)
    assert 2.5 < player.evaluate("audio => audio.duration") < 4
    picture(page, "voicemails-2-listening")

    page.locator("[id^=voicemail-delete-]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[id^=voicemail-keep-]")).to_be_focused()
    page.locator("[data-language=fr]").click()
    expect(rows).to_contain_text("Supprimer définitivement")
    page.set_viewport_size({"width": 360, "height": 900})
    picture(page, "voicemails-3-asked-in-french")
    page.locator("[id^=voicemail-deleted-]").focus()
    page.keyboard.press("Enter")

    expect(page.locator("#voicemails")).to_be_hidden()
    page.reload()
    expect(page.locator("#link-words")).to_have_text("En direct")
    expect(page.locator("#voicemails")).to_be_hidden()
