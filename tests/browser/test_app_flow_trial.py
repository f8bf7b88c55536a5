"""Trying a Smartflow in Chromium: a simulated caller goes through the draft as it is here."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.browser.app import (
    DESK,
    TELEPHONE,
    assert_accessible,
    assert_no_sideways_scrolling,
)
from tests.browser.branched import BRANCHED
from tests.browser.conftest import OpenAs
from tests.browser.played import ask_as_user

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LOOKS = [("en-GB", "light", DESK), ("fr-FR", "dark", TELEPHONE)]
MENDED = BRANCHED | {
    "steps": [
        step | {"next": "voicemail"} if step["id"] == "lea" else step for step in BRANCHED["steps"]
    ]
}


@pytest.mark.parametrize(("locale", "scheme", "size"), LOOKS)
def test_simulated_caller_goes_through_the_draft_and_asks_for_a_callback(
    open_flow: OpenAs,
    picture: Callable[[Page, str], None],
    locale: str,
    scheme: str,
    size: dict[str, int],
) -> None:
    """R17: by the hour and the key that are chosen; R12: and back, with nothing of it kept."""
    page = open_flow(draft=MENDED, locale=locale, color_scheme=scheme, viewport=size)
    page.get_by_role("button", name=re.compile("^(Try it|Essayer)$")).click()
    story = page.get_by_role("list", name=re.compile("What happens|Ce qui se passe"))
    expect(story).to_contain_text(re.compile("The customer called|Le client a appelé"))

    page.get_by_label(re.compile("Moment of the call|Moment de l’appel")).fill("2026-11-23T11:00")
    expect(story).to_contain_text(re.compile("5 IVR"))
    story.get_by_role("button", name=re.compile("(Press|Touche) 1$")).first.click()
    expect(story).to_contain_text(re.compile("In conversation with|En conversation avec"))
    page.get_by_text(re.compile("^(Busy|Occupés)$")).click()
    expect(story).to_contain_text(re.compile("Joined the queue|Entrée? dans la file"))
    story.get_by_role("button", name=re.compile(r"(Press|Touche) \*$")).last.click()
    expect(story).to_contain_text(re.compile("asked to be called back|demandé à être rappelé"))
    expect(story).to_contain_text(re.compile("The customer answered|Le client a répondu"))

    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    picture(page, f"flow-trial-{locale}")
    story.get_by_role("button", name=re.compile("5 IVR")).first.click()
    assert ask_as_user(page, "GET", "/callbacks")["callbacks"] == []
    if size == DESK:
        expect(page.locator("#step-menu")).to_have_attribute("aria-current", "true")
        expect(page.locator("#step-menu")).to_contain_text("Came here")
        expect(page.locator("#step-lea")).not_to_contain_text("Came here")
