"""Conversations in Chromium: found, read, called back from, and only those of own lines (R36)."""

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
from tests.browser.played import ask, ask_until, dial, phones, sign_in_as, talk
from tests.browser.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]
WIDE = {"width": 1600, "height": 900}
NOTE = "Wants an invoice before Tuesday."


@pytest.fixture
def desk(open_app: OpenPage) -> Page:
    """Where Léa is, and from where the customers are played: one answered, one who asked."""
    page = open_app()
    expect_live(page)
    settings = ask(page, "GET", "/lines/paris/settings")
    settings["callbacks"]["mode"] = "manual"
    ask(page, "PUT", "/lines/paris/settings", settings)
    asking, answered = phones(page)[:2]
    dial(page, answered)
    talk(page)
    dial(page, asking)
    waiting = "answer.some((each) => each.stage === 'waiting')"
    ask_until(page, "/calls/live", waiting)
    ask(page, "POST", f"/booth/phones/{asking}/press", {"digit": "*"})
    ask_until(page, "/callbacks?to_call=true", "answer.callbacks.length === 1")
    ask(page, "POST", "/agents/lea/hang-up", {})
    ask_until(page, "/calls?count=true", "answer.total === 2")
    return page


def _open(
    open_app: OpenPage, served: Served, email: str, path: str = "", **context: object
) -> Page:
    page = open_app(served.origin, **context)
    sign_in_as(page, email)
    page.goto(f"{served.origin}/workspace{path}")
    expect_live(page)
    return page


def _rows(page: Page) -> Locator:
    return page.get_by_role("list", name=re.compile("^Conversations, ")).get_by_role("link")


def _press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=re.compile(name)).click()


def test_pending_request_is_called_back_from_its_conversation(
    desk: Page, open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """R35, R38, R40: claimed and called there; both calls are linked; a note is written at once."""
    asking = phones(desk)[0]
    page = _open(open_app, served, "owner@demo.example", viewport=WIDE)
    page.get_by_text("Conversations", exact=True).click()
    expect(_rows(page)).to_have_count(2)
    expect(_rows(page).first).to_contain_text("Callback pending")
    expect(_rows(page).last).to_contain_text("Answered")
    assert_accessible(page)
    picture(page, "conversations-1-list")

    _rows(page).first.focus()
    page.keyboard.press("ArrowDown")
    expect(_rows(page).last).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("contact="))
    _press(page, "^Claim,")
    expect(page.get_by_text("Claimed by you")).to_be_visible()
    assert_accessible(page)
    picture(page, "conversations-2-pending")

    _press(page, "^Release,")
    _press(page, "^Call back,")
    ringing = (
        f"answer.phones.some((each) => each.number === '{asking}' && each.phase === 'ringing')"
    )
    ask_until(desk, "/booth", ringing)
    picture(page, "conversations-3-calling")
    ask(desk, "POST", f"/booth/phones/{asking}/answer", {})
    ask_until(desk, "/agents/lea", "answer.conversation && answer.conversation.stage === 'talking'")
    ask(desk, "POST", "/agents/lea/hang-up", {})

    expect(_rows(page).first).to_contain_text("Called back")
    expect(page.get_by_role("link", name=re.compile("^Original call"))).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("^Outbound call"))).to_be_visible()
    conversations = page.get_by_role("region", name="Conversations")
    conversations.get_by_role("textbox", name="Write a note…").fill(NOTE)
    conversations.get_by_role("button", name="Keep the note").click()
    expect(_rows(page).first).to_contain_text(f"Note: {NOTE}")
    assert_accessible(page)
    picture(page, "conversations-4-called-back")


def test_conversations_are_found_and_those_of_other_lines_are_not_there(
    desk: Page, open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """R36: by name, by number and with a pending callback; who is not assigned sees nothing."""
    asking, answered = phones(desk)[:2]
    page = _open(open_app, served, "owner@demo.example", "?view=conversations")
    expect(_rows(page)).to_have_count(2)
    field = page.get_by_role("searchbox", name="Name or number")
    field.fill(f"0{answered[3:]}")
    expect(_rows(page)).to_have_count(1)
    expect(page).to_have_url(re.compile("find="))
    field.fill("nobody at all")
    expect(page.get_by_text("Nobody found")).to_be_visible()
    field.fill("")
    page.get_by_text("Callback pending", exact=True).first.click()
    expect(_rows(page)).to_have_count(1)
    assert_accessible(page)
    picture(page, "conversations-5-found")
    page.reload()
    expect(_rows(page)).to_have_count(1)

    contact = ask(desk, "GET", "/conversations?pending=true")["conversations"][0]["contact"]
    assert contact["number"] == asking
    settings = ask(desk, "GET", "/lines/paris/settings")
    ask(desk, "PUT", "/lines/paris/settings", settings | {"assigned_agents": ["lea"]})
    address = f"?view=conversations&contact={contact['id']}"
    other = _open(open_app, served, "tom@demo.example", address)
    expect(other.get_by_text("This contact is not there any more.")).to_be_visible()
    expect(other.get_by_text("Call back", exact=True)).to_be_hidden()
    other.get_by_role("link", name="All conversations").click()
    expect(other.get_by_text("No conversation yet")).to_be_visible()
    assert_accessible(other)
    picture(other, "conversations-6-not-theirs")


def test_conversations_in_french_in_the_dark_on_a_telephone(
    desk: Page, open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """First the list, then the conversation with a way back to where one was."""
    page = _open(
        open_app,
        served,
        "tom@demo.example",
        "?view=conversations",
        viewport=TELEPHONE,
        locale="fr-FR",
        color_scheme="dark",
    )
    expect(_rows(page)).to_have_count(2)
    picture(page, "conversations-7-telephone-list")
    assert_no_sideways_scrolling(page)
    assert_accessible(page)

    _rows(page).first.click()
    expect(page.get_by_role("heading", level=3)).to_be_focused()
    expect(_rows(page).first).to_be_hidden()
    expect(page.get_by_text("Rappel en attente").first).to_be_visible()
    picture(page, "conversations-8-telephone-conversation")
    assert_no_sideways_scrolling(page)
    assert_accessible(page)

    page.get_by_role("link", name="Toutes les conversations").click()
    expect(_rows(page).first).to_be_focused()
