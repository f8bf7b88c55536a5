"""Live monitoring in Chromium: who waits, in which order, why, and what is done about it."""

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
from tests.browser.played import ask, dial, phones, sign_in_as
from tests.browser.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]
RINGING = re.compile("Ringing|Sonne")
IN_CALL = re.compile("In call|En communication")
IN_QUEUE = re.compile("In queue|En file d’attente")
PENDING = re.compile("Callback pending|Rappel en attente")


@pytest.fixture
def open_monitoring(open_app: OpenPage, served: Served) -> OpenPage:
    """Open live monitoring, signed in as the supervisor of the demo."""

    def opened(**context: object) -> Page:
        page = open_app(served.origin, **context)
        sign_in_as(page, "supervisor@demo.example")
        page.goto(f"{served.origin}/monitoring")
        expect_live(page)
        return page

    return opened


@pytest.fixture
def desk(open_app: OpenPage) -> Page:
    """Where Léa is, and from where the customers are played."""
    page = open_app()
    expect_live(page)
    return page


def _entries(page: Page) -> Locator:
    named = page.get_by_role("list", name=re.compile("Calls and callbacks|Appels et rappels"))
    return named.get_by_role("listitem")


def _busy(page: Page, desk: Page) -> None:
    """Let the last of the customers talk with the one agent who is there."""
    dial(desk, phones(desk)[-1])
    expect(_entries(page)).to_contain_text(RINGING)
    agents = ask(desk, "GET", "/agents")
    [offer] = [agent["offer"] for agent in agents if agent["id"] == "lea"]
    ask(desk, "POST", f"/offers/{offer['id']}/accept", {"agent_id": "lea"})
    expect(_entries(page)).to_contain_text(IN_CALL)


def _ask_for_callback(page: Page, desk: Page, number: str, already: int) -> None:
    """Dial, and press `*` as soon as the caller waits."""
    dial(desk, number)
    expect(_entries(page).nth(already)).to_contain_text(IN_QUEUE)
    ask(desk, "POST", f"/booth/phones/{number}/press", {"digit": "*"})
    expect(_entries(page).nth(already)).to_contain_text(PENDING)


def _choose(page: Page, row: int, action: str) -> Locator:
    _entries(page).nth(row).get_by_role("button", name=re.compile("^Actions")).click()
    page.get_by_role("menuitem", name=re.compile(action)).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(page.get_by_role("menu")).to_be_hidden()
    return dialog


def _close(dialog: Locator) -> None:
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()


def test_supervisor_follows_explains_moves_and_cancels(
    open_monitoring: OpenPage, desk: Page, picture: Picture
) -> None:
    """Calls and callbacks in one true order, from the live feed alone (R8, R46, R47, R49)."""
    page = open_monitoring()
    expect(page.get_by_text("Nobody is on the line")).to_be_visible()
    assert_accessible(page)
    picture(page, "monitoring-1-quiet")
    _busy(page, desk)
    first, second, third = phones(desk)[:3]
    _ask_for_callback(page, desk, first, 0)
    _ask_for_callback(page, desk, second, 1)
    dial(desk, third)
    expect(_entries(page)).to_have_count(4)
    expect(_entries(page).nth(2)).to_contain_text("In queue")
    names = [row.locator("p").first.text_content() for row in _entries(page).all()][:2]
    expect(page.get_by_role("listitem").filter(has_text="3 waiting")).to_be_visible()
    assert_accessible(page)
    picture(page, "monitoring-2-waiting")

    dialog = _choose(page, 1, "Why not yet")
    expect(dialog).to_contain_text("No agent is free for it.")
    expect(dialog).to_contain_text(str(names[0]))
    assert_accessible(page)
    picture(page, "monitoring-3-why")
    _close(dialog)

    dialog = _choose(page, 1, "Move to the front")
    expect(dialog).to_contain_text(f"before {names[0]}")
    assert_accessible(page)
    picture(page, "monitoring-4-front")
    dialog.get_by_role("button", name="Move it").click()
    expect(dialog).to_be_hidden()
    expect(_entries(page).nth(0)).to_contain_text(str(names[1]))

    dialog = _choose(page, 0, "Timeline")
    expect(dialog).to_contain_text("Moved to the front of the queue.")
    assert_accessible(page)
    picture(page, "monitoring-5-timeline")
    _close(dialog)

    dialog = _choose(page, 1, "Cancel")
    expect(dialog).to_contain_text("will not be called back")
    assert_accessible(page)
    picture(page, "monitoring-6-cancel")
    dialog.get_by_role("button", name="Yes, cancel it").click()
    expect(dialog).to_be_hidden()
    expect(_entries(page)).to_have_count(3)
    expect(page.get_by_text(str(names[0]), exact=True)).to_be_hidden()


def test_refusal_stands_beside_what_was_asked(open_monitoring: OpenPage, desk: Page) -> None:
    """A callback that another has cancelled meanwhile cannot be cancelled again."""
    page = open_monitoring()
    _busy(page, desk)
    _ask_for_callback(page, desk, phones(desk)[0], 0)
    dialog = _choose(page, 0, "Cancel")
    [callback] = ask(desk, "GET", "/callbacks")["callbacks"]
    ask(desk, "POST", f"/callbacks/{callback['id']}/cancel", {})
    dialog.get_by_role("button", name="Yes, cancel it").click()

    expect(dialog.get_by_role("alert")).to_be_visible()
    expect(dialog.get_by_role("alert")).not_to_be_empty()


@pytest.mark.parametrize(
    ("scheme", "viewport"), [("dark", None), ("dark", TELEPHONE), ("light", TELEPHONE)]
)
def test_monitoring_in_french_and_on_a_telephone(
    open_monitoring: OpenPage,
    desk: Page,
    picture: Picture,
    scheme: str,
    viewport: dict[str, int] | None,
) -> None:
    """One agent talks while others wait; nothing is cut off (WCAG 1.4.10)."""
    size = {} if viewport is None else {"viewport": viewport}
    page = open_monitoring(locale="fr-FR", color_scheme=scheme, **size)
    _busy(page, desk)
    customers = phones(desk)
    _ask_for_callback(page, desk, customers[0], 0)
    _ask_for_callback(page, desk, customers[1], 1)

    assert_accessible(page)
    picture(page, f"monitoring-french-{scheme}-{'desk' if viewport is None else 'telephone'}")
    assert_no_sideways_scrolling(page)
