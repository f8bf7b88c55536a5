"""What is around the screens of the web app: sign-in, navigation, languages, themes, the link."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
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
BOOTH = re.compile("^(Phone booth|Cabine téléphonique)$")
KEYPAD = re.compile("^(Keypad|Clavier)$")
LOOKS = [("en-GB", "light"), ("fr-FR", "dark")]


@pytest.mark.parametrize(("locale", "scheme"), LOOKS)
def test_stranger_is_asked_to_sign_in(
    open_app: OpenPage, served: Served, picture: Picture, locale: str, scheme: str
) -> None:
    """Whatever screen was asked for; what was asked for is shown afterwards."""
    page = open_app(f"{served.origin}/workspace", locale=locale, color_scheme=scheme)
    expect(page.get_by_role("heading", level=2)).to_be_visible()
    assert_accessible(page)
    picture(page, f"app-sign-in-{locale}-{scheme}")

    expect(page.locator("html")).to_have_attribute("lang", locale[:2])


@pytest.mark.parametrize(("locale", "scheme"), LOOKS)
@pytest.mark.parametrize("where", ["desk", "telephone"])
def test_shell_fits_every_theme_language_and_size(
    open_app: OpenPage, picture: Picture, locale: str, scheme: str, where: str
) -> None:
    """Axe finds nothing, nothing is cut off, and the booth opens beside or above the screen."""
    size = {"viewport": TELEPHONE} if where == "telephone" else {}
    page = open_app(locale=locale, color_scheme=scheme, **size)
    expect_live(page)
    assert_accessible(page)
    picture(page, f"app-shell-{where}-{locale}")

    if where == "telephone":
        page.get_by_role("button", name=re.compile("menu")).first.click()
        page.get_by_role("button", name=BOOTH).click()
        expect(page.get_by_role("group", name=KEYPAD)).to_be_visible()
        assert_accessible(page)
        picture(page, f"app-booth-{where}-{locale}")

    assert_no_sideways_scrolling(page)


def test_language_and_theme_change_at_once_and_are_kept(open_app: OpenPage) -> None:
    """Without loading the page anew; after it they are as they were left."""
    page = open_app()
    page.get_by_role("button", name="Account and appearance").click()
    page.get_by_text("Français", exact=True).click()
    expect(page.get_by_role("navigation", name="Écrans")).to_be_visible()
    page.get_by_text("Sombre", exact=True).click()

    page.reload()

    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    expect(page.get_by_role("navigation", name="Écrans")).to_be_visible()


def test_lost_connection_is_told_and_mended(open_app: OpenPage, picture: Picture) -> None:
    """The data stay, with their instant; the loss is spoken once; it comes back by itself."""
    page = open_app()
    expect_live(page)

    page.context.set_offline(True)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.locator("[data-phase=reconnecting]")).to_contain_text("data of")
    expect(page.get_by_role("alert").filter(has_text="Connection lost")).to_be_attached()
    picture(page, "app-reconnecting")
    page.context.set_offline(False)

    expect_live(page)


def test_palette_leads_to_every_screen_by_keyboard(open_app: OpenPage, picture: Picture) -> None:
    """Ctrl-K, some letters, Enter."""
    page = open_app()
    expect_live(page)

    page.keyboard.press("Control+k")
    page.keyboard.type("works")
    expect(page.get_by_role("button", name="Workspace")).to_be_visible()
    assert_accessible(page)
    picture(page, "app-palette")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/workspace$"))


def test_address_of_nothing_says_so(open_app: OpenPage, served: Served, picture: Picture) -> None:
    """In the app, with a way back."""
    page = open_app()
    expect_live(page)

    page.evaluate(
        "history.pushState(null, '', '/nowhere'); dispatchEvent(new PopStateEvent('popstate'))"
    )

    expect(page.get_by_role("link", name="To the start")).to_be_visible()
    assert_accessible(page)
    picture(page, "app-not-found")
