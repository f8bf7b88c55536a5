"""The Smartflow editor in Chromium: by keyboard alone, published, and heard by the next caller."""

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
LOOKS = [("en-GB", "light"), ("fr-FR", "dark")]


def _steps(page: Page) -> Locator:
    """The steps of the list, from top to bottom; each bears its short name."""
    return page.locator("[data-stop][data-step]")


def _expect_steps(page: Page, *names: str, all_of_them: bool = True) -> None:
    """Wait until the list begins with these steps, or holds exactly them."""
    for place, name in enumerate(names):
        expect(_steps(page).nth(place)).to_have_attribute("data-step", name)
    if all_of_them:
        expect(_steps(page)).to_have_count(len(names))


def _press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def _go_to(page: Page, name: str) -> None:
    """Go to a step with the arrow keys, as nobody with a mouse would."""
    _steps(page).first.focus()
    for _ in range(40):
        if page.evaluate("document.activeElement.dataset.step") == name:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"the arrow keys do not come to {name}")


def _call_and_choose(page: Page, digit: str) -> None:
    """Let a customer of the booth call Paris, choose a key of its menu, and hear the music."""
    number = ask_as_user(page, "GET", "/booth")["phones"][0]["number"]
    ask_as_user(page, "POST", f"/booth/phones/{number}/dial", {"line_id": "paris"})
    chosen = False
    for _ in range(100):
        phones = ask_as_user(page, "GET", "/booth")["phones"]
        [phone] = [each for each in phones if each["number"] == number]
        if chosen and phone["hearing"] == "music":
            return
        if phone["reference"] == "fr/menu":
            ask_as_user(page, "POST", f"/booth/phones/{number}/press", {"digit": digit})
            chosen = True
        page.wait_for_timeout(200)
    raise AssertionError("the caller did not come through the menu")


@pytest.mark.parametrize(("locale", "scheme"), LOOKS)
@pytest.mark.parametrize("where", ["desk", "telephone"])
def test_smartflow_fits_every_theme_language_and_size(
    open_flow: OpenAs, picture: Picture, locale: str, scheme: str, where: str
) -> None:
    """The list of all, the editor with every kind of branch, its settings, adding and versions."""
    size = {"viewport": TELEPHONE} if where == "telephone" else {}
    page = open_flow("", draft=BRANCHED, locale=locale, color_scheme=scheme, **size)
    expect(page.get_by_role("link", name="London")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    picture(page, f"flow-all-{where}-{locale}")

    page.get_by_role("link", name="Paris").click()
    expect(page.locator("#step-support")).to_be_visible()
    expect(page.get_by_role("region", name=re.compile("Problem|Problèmes"))).to_contain_text("1")
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    picture(page, f"flow-list-{where}-{locale}")
    for step in ("support", "menu", "hours", "voicemail"):
        page.locator(f"#step-{step}").click()
        expect(page.get_by_label(re.compile("Short name|Nom court"))).to_have_value(step)
        assert_accessible(page)
        assert_no_sideways_scrolling(page)
        picture(page, f"flow-{step}-{where}-{locale}")
        if where == "telephone":
            page.keyboard.press("Escape")
            expect(page.get_by_role("dialog")).to_be_hidden()

    page.get_by_role("button", name=re.compile("^(Add a step|Ajouter une étape) ?:")).last.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert_accessible(page)
    picture(page, f"flow-add-{where}-{locale}")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Versions").click()
    expect(page.get_by_role("list", name="Versions")).to_contain_text("1")
    assert_accessible(page)
    picture(page, f"flow-versions-{where}-{locale}")


def test_flow_is_edited_by_keyboard_alone_published_and_taken_by_the_next_caller(
    open_flow: OpenAs, picture: Picture
) -> None:
    """A step is put in, set, moved and copied; the caller then hears the new way (R4)."""
    page = open_flow()
    expect(page.get_by_text("No problems: this can be published.")).to_be_visible()
    _expect_steps(page, "welcome", "support", "voicemail")

    _go_to(page, "welcome")
    page.keyboard.press("+")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name=re.compile("^IVR")).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#step-menu")).to_be_focused()
    _expect_steps(page, "welcome", "menu", "support", "voicemail")
    problems = page.get_by_role("region", name="Problems")
    expect(problems).to_contain_text("has a branch that leads nowhere")

    page.keyboard.press("Enter")
    for way in ("Key 2: Where it leads", "No choice: Where it leads"):
        page.get_by_role("combobox", name=way).focus()
        _press(page, "Control+a")
        page.keyboard.type("Support")
        _press(page, "ArrowDown", "Enter")
    expect(problems).to_contain_text("No problems")
    page.keyboard.press("Escape")
    expect(page.locator("#step-menu")).to_be_focused()
    assert_accessible(page)
    picture(page, "flow-by-keyboard")

    page.keyboard.press("Control+s")
    expect(page.get_by_text("Draft saved", exact=False).first).to_be_visible()
    page.get_by_role("button", name="Publish…").focus()
    page.keyboard.press("Enter")
    expect(dialog).to_contain_text("version 2, on Paris")
    expect(dialog).to_contain_text("Added: IVR: keys 1 and 2")
    expect(dialog).to_contain_text("Nobody is on the way through it at this moment.")
    assert_accessible(page)
    picture(page, "flow-publish")
    dialog.get_by_role("button", name="Publish", exact=True).focus()
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(page.get_by_text("Version 2, published")).to_be_visible()

    _call_and_choose(page, "2")


def test_problem_leads_to_its_step_and_to_its_mending(open_flow: OpenAs, picture: Picture) -> None:
    """Publishing is refused until it is mended, and says what is in the way (R20)."""
    page = open_flow(draft=BRANCHED)
    page.get_by_role("button", name="Publish…").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("have to be mended first")
    assert_accessible(page)
    picture(page, "flow-publish-blocked")
    dialog.get_by_role("button", name=re.compile("Ring to Léa Martin")).click()
    expect(page.locator("#step-lea")).to_be_focused()

    page.keyboard.press("Enter")
    page.get_by_role("combobox", name="If nobody answers: Where it leads").click()
    page.get_by_role("option", name=re.compile("Voicemail")).click()
    expect(page.get_by_text("No problems: this can be published.")).to_be_visible()

    page.get_by_label("How long it rings").fill("2")
    expect(page.get_by_text("Enter a number from 5 to 3,600.")).to_be_visible()
    expect(page.get_by_role("region", name="Problems")).to_contain_text("ring time out of bounds")
    page.get_by_label("How long it rings").fill("45")
    expect(page.get_by_text("No problems: this can be published.")).to_be_visible()


def test_steps_are_moved_copied_removed_and_everything_undone(open_flow: OpenAs) -> None:
    """In and out of branches by keyboard; nothing is lost on the way."""
    page = open_flow(draft=BRANCHED)
    before = ("welcome", "dates", "closed", "hours", "menu", "support", "voicemail", "lea")
    _expect_steps(page, *before)

    _go_to(page, "welcome")
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("#step-welcome")).to_be_focused()
    _expect_steps(page, "dates", "welcome", "closed", all_of_them=False)
    _press(page, "Alt+ArrowDown", "Alt+ArrowDown")
    _expect_steps(page, "dates", "closed", "hours", "welcome", all_of_them=False)

    _go_to(page, "menu")
    page.keyboard.press("Delete")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Key 2").check()
    dialog.get_by_role("button", name="Remove").click()
    _expect_steps(page, "dates", "closed", "hours", "welcome", "lea")
    expect(page.locator("#step-lea")).to_be_focused()

    _press(page, "Control+z", "Control+z", "Control+z", "Control+z")
    _expect_steps(page, *before)
    page.keyboard.press("Control+Shift+z")
    _expect_steps(page, "dates", "welcome", "closed", all_of_them=False)
    page.keyboard.press("Control+z")

    page.locator("#step-lea").click()
    page.get_by_role("button", name="Copy to…").click()
    dialog.get_by_role("combobox", name="Place").click()
    page.get_by_role("option", name=re.compile("^No choice, of")).click()
    dialog.get_by_role("button", name="Copy it there").click()
    expect(page.locator("#step-lea-2")).to_be_focused()


def test_two_people_at_once_lose_nothing(open_flow: OpenAs, picture: Picture) -> None:
    """The second is told who has done what, sees what differs, and chooses (R20)."""
    page = open_flow()
    page.locator("#step-welcome").click()
    page.get_by_label("Short name").fill("hello")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Not saved")).to_be_visible()
    theirs = ask_as_user(page, "GET", "/flows/paris")["settings"]
    ring = next(step for step in theirs["steps"] if step["kind"] == "ring")
    ring["ring_for_seconds"] = 90
    seen = {"draft": 0, "version": 1}
    ask_as_user(page, "PUT", "/flows/paris/draft", {"seen": seen, "settings": theirs})

    banner = page.get_by_role("alert").filter(has_text="Somebody has changed this Smartflow")
    expect(banner).to_contain_text("nothing of it is lost")
    assert_accessible(page)
    picture(page, "flow-two-people")
    banner.get_by_role("button", name="What differs").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("How long it rings, 10 min instead of 1 min 30 s")
    page.keyboard.press("Escape")

    banner.get_by_role("button", name="Go on with theirs").click()
    expect(banner).to_be_hidden()
    expect(page.locator("#step-welcome")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#step-hello")).to_be_visible()
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_text("Not saved")).to_be_hidden()
    kept = ask_as_user(page, "GET", "/flows/paris/draft")["settings"]["steps"]
    assert [step["id"] for step in kept] == ["hello", "support", "voicemail"]


def test_earlier_version_is_compared_and_rolled_back_to(
    open_flow: OpenAs, picture: Picture
) -> None:
    """In words, with what happens to those on their way (R4)."""
    page = open_flow()
    settings = ask_as_user(page, "GET", "/flows/paris")["settings"]
    ring = next(step for step in settings["steps"] if step["kind"] == "ring")
    ring["ring_for_seconds"] = 30
    ask_as_user(page, "PUT", "/flows/paris?seen_version=1", settings)
    expect(page.get_by_text("Version 2, published")).to_be_visible()

    page.get_by_role("button", name="Versions").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="What was different, version 1").click()
    expect(dialog).to_contain_text("How long it rings, 10 min instead of 30 s")
    dialog.get_by_role("button", name="Roll back, version 1").click()
    expect(dialog).to_contain_text("published at once as version 3")
    assert_accessible(page)
    picture(page, "flow-roll-back")
    dialog.get_by_role("button", name="Roll back", exact=True).click()

    expect(dialog).to_be_hidden()
    expect(page.get_by_text("Version 3, published")).to_be_visible()
    steps = ask_as_user(page, "GET", "/flows/paris")["settings"]["steps"]
    assert [s["ring_for_seconds"] for s in steps if s["kind"] == "ring"] == [600]


def test_changes_are_not_lost_by_going_elsewhere(open_flow: OpenAs) -> None:
    """Leaving asks; saving and leaving is one of the answers."""
    page = open_flow()
    page.get_by_label("Name", exact=True).fill("Paris 2")
    page.get_by_role("link", name="Live monitoring").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("are not saved")
    assert_accessible(page)
    dialog.get_by_role("button", name="Stay here").click()
    page.get_by_role("link", name="Live monitoring").click()
    dialog.get_by_role("button", name="Save draft and leave").click()

    expect(page).to_have_url(re.compile("/monitoring"))
    assert ask_as_user(page, "GET", "/flows/paris/draft")["settings"]["name"] == "Paris 2"


def test_new_smartflow_is_begun_as_a_draft_and_thrown_away(open_flow: OpenAs) -> None:
    """Nobody hears it, and it leaves nothing behind."""
    page = open_flow("")
    page.get_by_role("button", name="New Smartflow").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name").fill("Été à Lyon")
    dialog.get_by_role("button", name="Create the draft").click()
    expect(page).to_have_url(re.compile("/flows/ete-a-lyon$"))
    expect(page.get_by_text("Never published")).to_be_visible()
    _expect_steps(page, "welcome", "voicemail")
    assert_accessible(page)

    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("menuitem", name="Throw the draft away…").click()
    dialog.get_by_role("button", name="Throw it away").click()
    expect(page).to_have_url(re.compile("/flows$"))
    assert ask_as_user(page, "GET", "/flow-drafts") == []


def test_supervisor_looks_and_changes_nothing(open_flow: OpenAs, picture: Picture) -> None:
    """The settings are there, disabled, and the reason above."""
    page = open_flow(who="supervisor")
    expect(page.get_by_text("takes the role of an admin")).to_be_visible()
    page.locator("#step-support").click()
    expect(page.get_by_label("How long it rings")).to_be_disabled()
    expect(page.get_by_role("button", name="Publish…")).to_be_hidden()
    assert_accessible(page)
    picture(page, "flow-read-only")
