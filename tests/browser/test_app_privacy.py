"""A customer's data in Chromium: handed over as a file, and erased once the number is typed."""

from collections.abc import Callable
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect
from tests.browser.app import (
    TELEPHONE,
    assert_accessible,
    assert_no_sideways_scrolling,
    expect_live,
)
from tests.browser.conftest import OpenPage
from tests.browser.played import ask, ask_until, dial, phones, sign_in_as, talk
from tests.browser.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]


@pytest.fixture
def desk(open_app: OpenPage) -> Page:
    """After one call, of the first customer of the booth."""
    page = open_app()
    expect_live(page)
    dial(page, phones(page)[0])
    talk(page)
    ask_until(page, "/agents/lea", "answer.conversation && answer.conversation.stage === 'talking'")
    ask(page, "POST", "/agents/lea/hang-up", {})
    ask_until(page, "/calls?count=true", "answer.total > 0")
    return page


def _contact(
    desk: Page, open_app: OpenPage, served: Served, email: str, **context: object
) -> tuple[Page, str]:
    number = phones(desk)[0]
    found = ask_until(
        desk, "/contacts", f"answer.contacts.find((each) => each.number === '{number}')"
    )
    page = open_app(served.origin, **context)
    sign_in_as(page, email)
    page.goto(f"{served.origin}/contacts/{found['id']}")
    expect_live(page)
    return page, number


def test_data_are_handed_over_and_erased_after_the_number_was_typed(
    desk: Page, open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """What came of it is told in words, and the number is in no file any more (R49)."""
    page, number = _contact(desk, open_app, served, "owner@demo.example")
    data = page.get_by_role("region", name="This customer’s data")
    with page.expect_download() as waiting:
        data.get_by_role("button", name="Export everything").click()
    assert "customer.json" in ZipFile(waiting.value.path()).namelist()
    expect(data.get_by_text("The file is saved")).to_be_visible()
    assert_accessible(page)
    picture(page, "privacy-1-contact")

    data.get_by_role("button", name="Erase this customer").click()
    dialog = page.get_by_role("dialog")
    erase = dialog.get_by_role("button", name="Erase for good")
    expect(erase).to_be_disabled()
    dialog.get_by_role("textbox").fill("+33 1 99 00 00 00")
    expect(erase).to_be_disabled()
    dialog.get_by_role("textbox").fill(f"0{number[3:]}")
    assert_accessible(page)
    picture(page, "privacy-2-sure")
    erase.click()
    expect(page.get_by_text("Erased", exact=True)).to_be_visible(timeout=60_000)
    expect(page.get_by_text("searched for the number")).to_be_visible()
    assert_accessible(page)
    picture(page, "privacy-3-erased")
    gone = page.request.get(page.url.replace("/contacts", "/api/v1/contacts"))
    assert gone.json()["error"]["code"] == "unknown-contact"


def test_erasure_in_french_in_the_dark_on_a_telephone(
    desk: Page, open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """Nothing is cut off (WCAG 1.4.10)."""
    page, _ = _contact(
        desk,
        open_app,
        served,
        "owner@demo.example",
        viewport=TELEPHONE,
        locale="fr-FR",
        color_scheme="dark",
    )
    page.get_by_role("button", name="Effacer ce client").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert_no_sideways_scrolling(page)
    assert_accessible(page)
    picture(page, "privacy-4-telephone")


def test_supervisor_is_offered_neither(desk: Page, open_app: OpenPage, served: Served) -> None:
    """Both are for owners and admins."""
    page, _ = _contact(desk, open_app, served, "supervisor@demo.example")
    expect(page.get_by_role("region", name="All with this customer")).to_be_visible()
    expect(page.get_by_role("button", name="Export everything")).to_be_hidden()
    expect(page.get_by_role("button", name="Erase this customer")).to_be_hidden()
