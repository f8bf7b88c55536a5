"""A newcomer's minute in Chromium: the first steps in a demo with a past, to both linked calls."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.app import (
    DESK,
    TELEPHONE,
    assert_accessible,
    assert_no_sideways_scrolling,
    expect_live,
)
from tests.browser.conftest import OpenPage
from tests.browser.served import Served, serve_as_told
from tests.browser.test_app_workspace import HEARING

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]


PASSWORD = "seven lamps behind the harbour"
OF_ONES_OWN: tuple[str, ...] = ()


@pytest.fixture
def served(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Served]:
    """The demo as `make run` starts it, with its fortnight, unless the test says otherwise."""
    with serve_as_told(tmp_path, *getattr(request, "param", ("--demo",))) as running:
        yield running


def _steps(page: Page) -> Locator:
    return page.get_by_role(
        "region", name=re.compile("^(Your first callback|Votre premier rappel)$")
    )


def _booth(page: Page) -> Locator:
    return page.get_by_role("complementary")


def _button(within: Page | Locator, name: str) -> Locator:
    return within.get_by_role("button", name=re.compile(name))


def _expect_next(page: Page, step: str) -> None:
    expect(_steps(page).locator(f"[data-step={step}][data-done=false]")).to_be_visible()


def _enter(open_app: OpenPage, served: Served, **context: object) -> Page:
    page = open_app(served.origin, **context)
    page.add_init_script(HEARING)
    page.reload()
    _button(page, "Enter the demo|Entrer dans la démonstration").click()
    expect(_steps(page)).to_be_visible()
    return page


def test_newcomer_is_led_to_both_linked_calls(
    open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """Each step is ticked by the server, at its place (R7, R12, R21, R29, R31, R41)."""
    page = _enter(open_app, served)
    expect_live(page)
    _expect_next(page, "dial")
    expect(_button(_steps(page), "Open the phone booth")).to_have_count(0)
    assert_accessible(page)
    picture(page, "checklist-1-first")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _button(page, "Your status").click()
    page.get_by_role("menuitem", name="Lunch").click()
    expect(_button(page, "Your status")).to_contain_text("Lunch")
    _button(page, "Your status").click()
    page.get_by_role("menuitem", name="Available").click()
    expect(_button(page, "Your status")).to_contain_text("Available")
    assert not [url for url in asked if url.endswith("/checklist")]

    _button(_booth(page), "^Call$").click()
    expect(page.locator("html")).to_have_attribute("data-heard", "yes")
    _expect_next(page, "press")
    page.get_by_role("link", name="Live monitoring").click()
    _button(_booth(page), "Star").click()
    expect(_booth(page)).to_contain_text("Votre demande est bien enregistrée")
    expect(page.get_by_role("main")).to_contain_text("Callback pending")
    _steps(page).get_by_role("link", name="Open live monitoring").click()
    listed = page.locator("#calls-and-callbacks").get_by_text("Marie Dupont")
    expect(listed.first).to_be_in_viewport()
    picture(page, "checklist-2-monitoring")
    _expect_next(page, "call-back")
    page.get_by_role("navigation").get_by_role("link", name="Workspace").click()
    page.get_by_role("region", name="Your calls").get_by_role("button", name="Call back").click()
    _expect_next(page, "answer")
    _button(_booth(page), "^Answer$").click()
    _expect_next(page, "history")
    _button(page.get_by_role("region", name="Your calls"), "Hang up").click()

    expect(_steps(page)).to_contain_text("8 of 8 done")
    assert_accessible(page)
    picture(page, "checklist-3-finished")
    _steps(page).get_by_role("link", name="Open the call").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Marie Dupont")
    expect(page.get_by_role("main")).to_contain_text("Called Back")
    picture(page, "checklist-4-call")


def test_first_steps_are_put_away_and_brought_back(
    open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """In French, in the dark, on a telephone; whoever put them away finds them in the menu."""
    page = _enter(open_app, served, viewport=TELEPHONE, locale="fr-FR", color_scheme="dark")
    _button(_steps(page), "^Toutes$").click()
    expect(_steps(page).get_by_role("listitem")).to_have_count(8)
    assert_no_sideways_scrolling(page)
    assert_accessible(page)
    picture(page, "checklist-5-telephone")

    _button(_steps(page), "Ouvrir la cabine").first.click()
    expect(_button(_booth(page), "^Appeler$")).to_be_visible()
    picture(page, "checklist-6-telephone-booth")
    _booth(page).get_by_role("button").nth(1).click()
    _button(_steps(page), "Ranger").click()
    expect(_steps(page)).to_have_count(0)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(_steps(page)).to_have_count(0)
    _button(page, "Compte et apparence").click()
    page.get_by_role("menuitem", name="Premiers pas").click()

    expect(_steps(page)).to_be_visible()


@pytest.mark.parametrize("served", [OF_ONES_OWN], indirect=True)
@pytest.mark.parametrize(
    ("locale", "scheme", "size"), [("en-GB", "light", DESK), ("fr-FR", "dark", TELEPHONE)]
)
def test_company_of_ones_own_is_led_to_its_first_call(
    open_app: OpenPage,
    picture: Picture,
    locale: str,
    scheme: str,
    size: dict[str, int],
) -> None:
    """From the printed address: its owner is made; a company without agents says so."""
    page = open_app(locale=locale, color_scheme=scheme, viewport=size)
    page.get_by_label(re.compile("^(Your name|Votre nom)")).fill("Zoé Martin")
    page.get_by_label(re.compile("^(E-mail address|Adresse e-mail)")).fill("zoe@example.org")
    page.get_by_label(re.compile("^(Choose a password|Choisissez)")).fill(PASSWORD)
    assert_accessible(page)
    picture(page, f"checklist-7-owner-{locale}")
    page.get_by_role("button", name=re.compile("^(Create the account|Créer le compte)$")).click()
    steps = page.locator("[data-step]")
    page.get_by_role("button", name=re.compile("^(All steps|Toutes)$")).click()
    expect(steps).to_have_count(4)
    expect(
        page.get_by_text(re.compile("You take no calls here|Vous ne prenez pas"))
    ).to_be_visible()
    assert_no_sideways_scrolling(page)
    assert_accessible(page)
    picture(page, f"checklist-7-setup-{locale}")
    if size is DESK:
        expect(_button(_booth(page), "^Call$")).to_be_disabled()

    page.locator("[data-step=team]").get_by_role("link").click()

    expect(page).to_have_url(re.compile("/people/teams$"))
    again = open_app(locale=locale)
    expect(again.get_by_label(re.compile("^(Password|Mot de passe)"))).to_be_visible()
