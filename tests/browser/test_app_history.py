"""The history in Chromium: found, sorted, exported; a call's page with its story and its notes."""

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
from tests.browser.played import ask, ask_until, dial, phones, play_day, sign_in_as
from tests.browser.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]
WIDE = {"width": 1600, "height": 900}
NOTE = "Wants an invoice.\nSecond line <b>"


@pytest.fixture
def desk(open_app: OpenPage) -> Page:
    """Where Léa is, and from where a day has been played."""
    page = open_app()
    expect_live(page)
    ask(page, "PUT", "/tags/vip", {"name": "Important", "colour": "#7A5AF8"})
    play_day(page)
    return page


def _open_history(open_app: OpenPage, served: Served, email: str, **context: object) -> Page:
    page = open_app(served.origin, **context)
    sign_in_as(page, email)
    page.goto(f"{served.origin}/history")
    expect_live(page)
    return page


def _rows(page: Page) -> Locator:
    return page.locator("tbody tr").filter(has=page.get_by_role("link"))


def test_calls_are_found_sorted_and_exported(
    desk: Page, open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """Filters stand in the address; an export holds what they show (R42)."""
    page = _open_history(open_app, served, "supervisor@demo.example", viewport=WIDE)
    expect(_rows(page)).to_have_count(4)
    expect(page.get_by_text("Calls: 4")).to_be_visible()
    assert_accessible(page)
    picture(page, "history-1-all")

    page.get_by_role("combobox", name="What became of it").click()
    page.get_by_role("option", name="Callback requested").click()
    expect(_rows(page)).to_have_count(2)
    expect(page).to_have_url(re.compile("type=callback-requested"))
    page.get_by_role("button", name="More filters").click()
    page.get_by_role("combobox", name="Outcome of the callback").click()
    page.get_by_role("option", name="Completed").click()
    expect(_rows(page)).to_have_count(1)
    page.reload()
    expect(_rows(page)).to_have_count(1)
    expect(page.get_by_role("button", name="More filters (1 set)")).to_be_visible()
    assert_accessible(page)
    picture(page, "history-2-filtered")

    page.get_by_role("button", name="Export").click()
    with page.expect_download() as waiting:
        page.get_by_role("menuitem", name="As CSV").click()
    [head, *rows] = waiting.value.path().read_text().splitlines()
    assert "callback_failure_reason" in head
    assert len(rows) == 1

    page.goto(f"{served.origin}/history?number=0{phones(desk)[0][3:]}")
    expect(_rows(page)).to_have_count(2)
    page.get_by_role("searchbox", name="Customer’s number").fill("99999")
    expect(page.get_by_text("No calls found")).to_be_visible()
    picture(page, "history-3-nothing")
    page.get_by_role("button", name="Clear the filters").click()
    expect(_rows(page)).to_have_count(4)

    page.locator("th").filter(has_text="Talked").click()
    expect(page).to_have_url(re.compile("order=talked"))
    page.get_by_role("button", name="Columns").click()
    page.get_by_role("checkbox", name="Agent").uncheck()
    expect(page.locator("th").filter(has_text="Agent")).to_be_hidden()


def test_call_tells_its_story_and_takes_notes_and_tags(
    desk: Page, open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """Both linked calls, one timeline, notes, tags, fairness, and the way to the contact (R40)."""
    page = _open_history(open_app, served, "owner@demo.example", viewport=WIDE)
    row = _rows(page).filter(has_text="Outbound").first
    row.get_by_role("link", name="Original call").click()
    expect(page).to_have_url(re.compile("/calls/"))
    expect(
        page.get_by_text("Pressed * and asked to be called back; the place is kept.")
    ).to_be_visible()
    expect(page.get_by_role("region", name="Linked calls")).to_contain_text("Reached")
    expect(page.get_by_role("region", name="Who was served before")).to_be_visible()

    notes = page.get_by_role("region", name="Tags and notes")
    notes.get_by_role("textbox").fill(NOTE)
    notes.get_by_role("button", name="Keep the note").click()
    expect(notes.get_by_text("Second line <b>")).to_be_visible()
    notes.get_by_role("button", name="Add a tag").click()
    page.get_by_role("menuitem", name="Important").click()
    expect(notes.get_by_role("button", name=re.compile("Important"))).to_be_visible()
    page.get_by_role("switch", name="Every entry of the journal").click()
    expect(page.get_by_text(re.compile("Entry \\d+ of the journal, by")).first).to_be_visible()
    assert_accessible(page)
    picture(page, "history-4-call")

    notes.get_by_role("button", name="Delete").click()
    expect(notes.get_by_text("Second line <b>")).to_be_hidden()

    page.get_by_role("link", name="All with this customer").click()
    expect(
        page.get_by_role("region", name="All with this customer").get_by_role("listitem")
    ).to_have_count(3)
    page.get_by_role("button", name="Change the name").click()
    page.get_by_role("textbox", name="Name").fill("Madame K.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1, name="Madame K.")).to_be_visible()
    assert_accessible(page)
    picture(page, "history-5-contact")


def test_history_in_french_in_the_dark_on_a_telephone(
    desk: Page, open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """The table becomes a list, and nothing is cut off (WCAG 1.4.10)."""
    page = _open_history(
        open_app,
        served,
        "ines@demo.example",
        viewport=TELEPHONE,
        locale="fr-FR",
        color_scheme="dark",
    )
    expect(page.get_by_text("Appels\u00a0: 4")).to_be_visible()
    picture(page, "history-6-telephone")
    assert_no_sideways_scrolling(page)
    assert_accessible(page)
    page.get_by_role("main").get_by_role("list").get_by_role("link").first.click()
    expect(page.get_by_role("region", name="Ce qui s’est passé")).to_be_visible()
    picture(page, "history-7-telephone-call")
    assert_no_sideways_scrolling(page)
    assert_accessible(page)


def test_unknown_call_is_told(open_app: OpenPage, served: Served) -> None:
    """An address that leads to no call says so, beside its cause."""
    page = open_app()
    page.goto(f"{served.origin}/calls/none")
    expect(page.get_by_role("main").get_by_role("alert")).to_be_visible()


STRAIGHT_TO_VOICEMAIL = {
    "name": "Paris",
    "first": "voicemail",
    "steps": [
        {
            "kind": "voicemail",
            "id": "voicemail",
            "prompt": "fr/welcome",
            "record_for_max_seconds": 3,
        },
    ],
}
PLAYS = """
(audio) => new Promise((resolve) => {
  const look = () => audio.currentTime > 0.5 ? resolve(true) : setTimeout(look, 50);
  void audio.play();
  look();
})
"""


def test_message_left_is_listened_to_and_deleted(
    open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """The page of its call plays it; deleting asks first, and takes it away for good."""
    desk = open_app()
    expect_live(desk)
    ask(desk, "PUT", "/flows/paris", STRAIGHT_TO_VOICEMAIL)
    dial(desk, phones(desk)[0])
    left = "answer.calls.find((each) => each.voicemail && each.voicemail.kept)"
    call = ask_until(desk, "/calls?type=voicemail", left)
    page = open_app(served.origin)
    sign_in_as(page, "supervisor@demo.example")
    page.goto(f"{served.origin}/calls/{call['id']}")
    player = page.locator("audio")
    assert player.evaluate(PLAYS)
    assert 2.5 < player.evaluate("audio => audio.duration") < 4
    assert_accessible(page)
    picture(page, "history-6-voicemail")

    page.get_by_role("button", name="Delete the message").click()
    page.get_by_role("button", name="Yes, delete").click()

    expect(player).to_have_count(0)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(player).to_have_count(0)
