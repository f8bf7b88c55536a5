"""The Smartflow on the canvas in Chromium: by mouse, by keyboard alone; one with the list."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.app import (
    TELEPHONE,
    assert_accessible,
    assert_no_sideways_scrolling,
)
from tests.browser.branched import BRANCHED
from tests.browser.conftest import OpenAs
from tests.browser.played import ask_as_user

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]
CANVAS = "/paris?view=canvas"
LOOKS = [
    ("en-GB", "light", {}),
    ("fr-FR", "dark", {"viewport": {"width": 1600, "height": 1000}}),
    ("fr-FR", "light", {"viewport": TELEPHONE}),
]


def _drawing(page: Page) -> Locator:
    return page.get_by_role("application", name="The Smartflow as a drawing")


def _way(page: Page, words: str) -> Locator:
    """A way, by what is said of it: where it begins, and where it leads."""
    return _drawing(page).get_by_role("img", name=re.compile(words))


@pytest.mark.parametrize(("locale", "scheme", "context"), LOOKS)
def test_canvas_fits_every_theme_language_and_size(
    open_flow: OpenAs, picture: Picture, locale: str, scheme: str, context: dict[str, object]
) -> None:
    """Every kind of branch, an end that leads nowhere yet, and a problem that leads to its step."""
    page = open_flow(CANVAS, draft=BRANCHED, locale=locale, color_scheme=scheme, **context)
    where = f"{locale}-{scheme}-{'telephone' if context.get('viewport') == TELEPHONE else 'desk'}"
    expect(page.locator("#step-welcome")).to_be_visible()
    problems = page.get_by_role("region", name=re.compile("Problem|Problèmes"))
    expect(problems).to_contain_text("1")
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    picture(page, f"canvas-{where}")

    problems.get_by_role("button", name=re.compile("Léa Martin")).click()
    expect(page.locator("#step-lea")).to_be_focused()
    expect(page.locator("#step-lea")).to_be_in_viewport(ratio=0.99)
    assert_accessible(page)
    picture(page, f"canvas-problem-{where}")


def test_steps_and_ways_are_dragged(open_flow: OpenAs, picture: Picture) -> None:
    """From the palette onto a way, from a step to another, and a way off its step."""
    large = {"width": 1440, "height": 1300}
    page = open_flow(CANVAS, draft=BRANCHED, viewport=large, reduced_motion="reduce")
    page.get_by_role("button", name="Show all of it").click()
    plus = page.get_by_role("button", name="Add a step: Closed, of 4, Time rule", exact=False)
    page.get_by_role("button", name="Audio", exact=True).drag_to(plus)
    expect(page.locator("#step-message")).to_be_focused()
    expect(_way(page, "^Closed, of 4.*Goes on at 9, Audio")).to_have_count(1)

    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#step-message")).to_have_count(0)
    page.get_by_role("button", name="Show all of it").click()
    exit_of_lea = page.locator(".react-flow__node[data-id=lea] .react-flow__handle.source")
    exit_of_lea.drag_to(page.locator("#step-voicemail"))
    expect(page.get_by_text("No problems: this can be published.")).to_be_visible()
    expect(_way(page, "^After 8, Ring to Léa Martin: Goes on at 7")).to_have_count(1)
    picture(page, "canvas-dragged")


def test_canvas_is_edited_by_keyboard_alone_and_is_one_with_the_list(
    open_flow: OpenAs, picture: Picture
) -> None:
    """Arrows, Enter, Delete with its question, undo; then the same in words, saved once."""
    page = open_flow()
    page.get_by_text("Canvas", exact=True).click()
    expect(page).to_have_url(re.compile("view=canvas$"))
    page.locator("#step-welcome").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#step-support")).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(page.locator("#step-settings")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#step-welcome")).to_be_focused()

    page.get_by_role("button", name="IVR", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#step-menu")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("button", name="Add a step: Key 2, of 2, IVR")).to_be_focused()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("combobox", name="Lead to another step…").focus()
    page.keyboard.type("Voicemail")
    for key in ("ArrowDown", "Enter"):
        page.keyboard.press(key)
    dialog.get_by_role("button", name="Lead there").focus()
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(_way(page, "^Key 2, of 2, IVR.*Goes on at 4, Voicemail")).to_have_count(1)
    assert_accessible(page)
    picture(page, "canvas-by-keyboard")

    expect(page.locator("#step-menu")).to_be_focused()
    page.keyboard.press("Delete")
    dialog.get_by_label("Key 1").check()
    dialog.get_by_role("button", name="Remove").click()
    expect(page.locator("#step-support")).to_be_focused()
    page.keyboard.press("Control+z")
    expect(page.locator("#step-menu")).to_be_visible()

    page.get_by_text("List", exact=True).click()
    steps = page.locator("[data-stop][data-step]")
    expect(steps).to_have_count(4)
    page.keyboard.press("Control+s")
    expect(page.get_by_text("Draft saved", exact=False).first).to_be_visible()
    saved = ask_as_user(page, "GET", "/flows/paris/draft")["settings"]["steps"]
    assert [step["id"] for step in saved] == ["welcome", "menu", "support", "voicemail"]


def test_simulated_caller_is_followed_on_the_canvas(open_flow: OpenAs, picture: Picture) -> None:
    """The steps that the caller came to are marked; choosing a moment goes to its step."""
    page = open_flow(CANVAS)
    page.get_by_role("button", name="Try it", exact=True).click()
    expect(page.locator("#step-support")).to_contain_text("Came here")
    story = page.get_by_role("list", name="What happens")
    story.get_by_role("button", name=re.compile("2 Ring to")).first.click()
    expect(page.locator("#step-support")).to_have_attribute("aria-current", "true")
    assert_accessible(page)
    picture(page, "canvas-trial")
