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
    named = page.get_by_role("grid", name=re.compile("Calls and callbacks|Appels et rappels"))
    return named.get_by_role("row")


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

    dialog = _choose(page, 1, "^Move$")
    expect(dialog).to_contain_text(f"before {names[0]}")
    assert_accessible(page)
    picture(page, "monitoring-4-front")
    dialog.get_by_role("button", name="Move it").click()
    expect(dialog).to_be_hidden()
    page.mouse.move(0, 0)
    expect(_entries(page).nth(0)).to_contain_text(str(names[1]))

    dialog = _choose(page, 0, "Timeline")
    expect(dialog).to_contain_text("Moved to the front of the queue.")
    assert_accessible(page)
    picture(page, "monitoring-5-timeline")
    _close(dialog)
    _move_to_lea(page, str(names[0]), picture)
    dialog = _choose(page, 0, "Cancel")
    expect(dialog).to_contain_text("will not be called back")
    assert_accessible(page)
    picture(page, "monitoring-7-cancel")
    dialog.get_by_role("button", name="Yes, cancel it").click()
    expect(dialog).to_be_hidden()
    expect(_entries(page)).to_have_count(3)
    expect(page.get_by_text(str(names[0]), exact=True)).to_be_hidden()


def _move_to_lea(page: Page, who: str, picture: Picture) -> None:
    """Give the second row to one agent alone; it then stands first."""
    dialog = _choose(page, 1, "^Move$")
    dialog.get_by_role("radio", name="To one agent alone").check()
    dialog.get_by_role("combobox", name="To one agent alone").click()
    page.get_by_role("option", name="Léa Martin").click()
    assert_accessible(page)
    picture(page, "monitoring-6-agent")
    dialog.get_by_role("button", name="Move it").click()
    expect(dialog).to_be_hidden()
    page.mouse.move(0, 0)
    expect(_entries(page).nth(0)).to_contain_text(who)
    dialog = _choose(page, 0, "Timeline")
    expect(dialog).to_contain_text("Moved to Léa Martin alone.")
    _close(dialog)


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


MANY = 120
HEIGHT_OF_LIST = 60
"""More rows than ever fit the list, with those that are drawn ahead."""


def _halt(desk: Page) -> None:
    """Nobody is rung, and nothing is judged: what waits goes on waiting."""
    ask(desk, "POST", "/account/callbacks/halt")


def _request(desk: Page, first: int, count: int = 1) -> None:
    for place in range(first, first + count):
        wish = {"line_id": "paris", "number": f"+331990{place:05}", "name": f"Customer {place}"}
        ask(desk, "POST", "/callbacks", wish)


def test_long_board_draws_what_is_in_sight_and_keys_reach_all_of_it(
    open_monitoring: OpenPage, desk: Page, picture: Picture
) -> None:
    """Above a hundred rows; screen readers are told how many there are."""
    page = open_monitoring()
    _halt(desk)
    _request(desk, 0, MANY)
    grid = page.get_by_role("grid")
    expect(grid).to_have_attribute("aria-rowcount", str(MANY))
    assert _entries(page).count() < HEIGHT_OF_LIST
    assert_accessible(page)
    picture(page, "monitoring-long")

    _entries(page).first.focus()
    page.keyboard.press("End")
    last = page.locator(f'[aria-rowindex="{MANY}"]')
    expect(last).to_be_focused()
    expect(last).to_be_in_viewport()
    page.keyboard.press("ArrowUp")
    expect(page.locator(f'[aria-rowindex="{MANY - 1}"]')).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem", name="Why not yet")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Home")
    expect(page.locator('[aria-rowindex="1"]')).to_be_focused()
    assert _entries(page).count() < HEIGHT_OF_LIST


def test_rows_stand_still_under_the_pointer_until_asked(
    open_monitoring: OpenPage, desk: Page, picture: Picture
) -> None:
    """What comes and goes meanwhile is counted, and one press shows it."""
    page = open_monitoring()
    _halt(desk)
    _request(desk, 1, 3)
    expect(_entries(page)).to_have_count(3)
    page.mouse.move(0, 0)
    _entries(page).nth(1).hover()
    [first, *_] = ask(desk, "GET", "/callbacks")["callbacks"]
    _request(desk, 7)
    ask(desk, "POST", f"/callbacks/{first['id']}/cancel", {})

    changes = page.get_by_role("button", name="2 changes")
    expect(changes).to_be_visible()
    expect(_entries(page)).to_have_count(3)
    expect(_entries(page).filter(has_text="Over")).to_have_count(1)
    assert_accessible(page)
    picture(page, "monitoring-held")

    changes.click()
    page.mouse.move(0, 0)
    expect(changes).to_be_hidden()
    expect(_entries(page)).to_have_text([re.compile("Customer"), re.compile("3"), re.compile("7")])


@pytest.mark.parametrize(("locale", "scheme"), [("en-GB", "light"), ("fr-FR", "dark")])
def test_filters_stand_in_the_address(
    open_monitoring: OpenPage, desk: Page, picture: Picture, locale: str, scheme: str
) -> None:
    """They can be sent to a colleague, and taken to the wall."""
    page = open_monitoring(locale=locale, color_scheme=scheme)
    _halt(desk)
    _request(desk, 1, 3)
    dial(desk, phones(desk)[0])
    expect(_entries(page)).to_have_count(4)

    page.get_by_role("combobox", name=re.compile("^(Kind|Genre)$")).click()
    page.get_by_role("option", name=re.compile("^(Callback|Rappel)$")).click()
    expect(_entries(page)).to_have_count(3)
    expect(page).to_have_url(re.compile("kind=callback"))
    assert_accessible(page)
    picture(page, f"monitoring-filtered-{locale}")
    page.reload()
    expect(_entries(page)).to_have_count(3)

    page.goto(re.sub("kind=callback", "state=in-call", page.url))
    expect(page.get_by_text(re.compile("Nothing of this kind|Rien de ce genre"))).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name=re.compile("Show all|Tout montrer")).click()
    expect(_entries(page)).to_have_count(4)


WALL = {"width": 1920, "height": 1080}
NARROW_WALL = {"width": 1080, "height": 1920}


@pytest.mark.parametrize(
    ("locale", "scheme", "viewport"),
    [
        ("en-GB", "light", WALL),
        ("fr-FR", "dark", WALL),
        ("fr-FR", "light", NARROW_WALL),
        ("en-GB", "dark", TELEPHONE),
    ],
)
def test_wall_screen_tells_nothing_of_the_customers(
    open_monitoring: OpenPage,
    desk: Page,
    picture: Picture,
    locale: str,
    scheme: str,
    viewport: dict[str, int],
) -> None:
    """Large, at an address of its own, and without a number, a name or a menu."""
    page = open_monitoring(locale=locale, color_scheme=scheme, viewport=viewport)
    _busy(page, desk)
    _halt(desk)
    _request(desk, 1, 30)
    page.goto(page.url.replace("/monitoring", "/monitoring/wall"))
    expect_live(page)
    expect(page.get_by_role("grid")).to_have_attribute("aria-rowcount", "31")

    expect(_entries(page).first).to_be_visible()
    assert page.get_by_text("Customer").count() == 0
    assert "199" not in page.locator("main").inner_text()
    expect(page.get_by_role("navigation")).to_have_count(0)
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    picture(page, f"wall-{locale}-{scheme}-{viewport['width']}")

    page.get_by_role("button", name=re.compile("Full screen|Plein écran")).click()
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("main").get_by_role("link")).to_have_count(0)
