"""Analytics in Chromium: figures beside those before, charts, tables, files, one's own lines."""

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
from tests.browser.played import ask, ask_until, play_day, sign_in_as
from tests.browser.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]
WIDE = {"width": 1900, "height": 1000}
_SIGN_IN_FIRST = """
async ([email, password, new_password]) => {
  const send = async (method, path, body) => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
  };
  await send("POST", "/session", { email, password });
  await send("PUT", "/session/password", { password, new_password });
}
"""
AWAY = "Do not disturb, by agent and reason"
REQUESTS = "Callback requests and what became of them"


@pytest.fixture
def desk(open_app: OpenPage) -> Page:
    """A day has been played, and Léa has been to lunch."""
    page = open_app()
    expect_live(page)
    play_day(page)
    ask_until(page, "/callbacks", "answer.callbacks.every((each) => each.outcome)")
    ask_until(page, "/agents/lea", "answer.condition === 'available'")
    lunch = {"status": "do-not-disturb", "reason": "lunch"}
    ask(page, "PUT", "/agents/lea/status", lunch)
    page.wait_for_timeout(1_100)
    ask(page, "PUT", "/agents/lea/status", {"status": "online"})
    return page


def _open_analytics(
    open_app: OpenPage, served: Served, email: str, search: str = "", **context: object
) -> Page:
    page = open_app(served.origin, **context)
    sign_in_as(page, email)
    page.goto(f"{served.origin}/analytics{search}")
    expect_live(page)
    return page


def test_figures_and_charts_tell_what_became_of_calls(
    desk: Page, open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """Period and filters stand in the address; each chart has a sentence, a table and a file."""
    page = _open_analytics(
        open_app, served, "supervisor@demo.example", "?period=today&agent=lea", viewport=WIDE
    )
    figures = page.get_by_role("region", name="Figures of the period")
    expect(figures).to_contain_text("compared with the day before")
    requests = page.get_by_role("region", name=REQUESTS)
    expect(requests).to_contain_text(re.compile(r"\d+ requests?: 1 completed"))
    expect(requests.locator("svg.recharts-surface").first).to_be_visible()
    page.get_by_label("Clear: Agent").click()
    expect(page).not_to_have_url(re.compile("agent="))
    expect(page.locator("[data-stale=true]")).to_have_count(0)
    assert_accessible(page)
    picture(page, "analytics-1-today")

    away = page.get_by_role("region", name=AWAY)
    expect(away).to_contain_text("“Lunch”")
    away.get_by_role("button", name=f"{AWAY}: show as a table").click()
    row = away.get_by_role("row").filter(has_text="Léa Martin")
    expect(row.get_by_role("cell").last).to_have_text(re.compile(r"^[1-9]\ss$"))
    switch = requests.get_by_role("button", name=f"{REQUESTS}: show as a table")
    switch.focus()
    page.keyboard.press("Enter")
    table = requests.get_by_role("table")
    expect(table.get_by_role("columnheader")).to_have_text(
        ["Hour", "Completed", "Not reached", "Failed", "Cancelled", "Still open"]
    )
    assert_accessible(page)
    with page.expect_download() as waiting:
        requests.get_by_role("button", name=f"{REQUESTS}: save as a file (CSV)").click()
    [head, *rows] = waiting.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert head == "Hour,Completed,Not reached,Failed,Cancelled,Still open"
    assert sum(int(row.rsplit(",", 5)[1]) for row in rows) >= 1

    page.get_by_role("combobox", name="Period").click()
    page.get_by_role("option", name="Last 28 days").click()
    expect(page).to_have_url(re.compile("period=last-28"))
    expect(figures).to_contain_text("28 days before")
    side_by_side = page.get_by_role("region", name="Side by side", exact=True)
    side_by_side.get_by_text("Agents", exact=True).click()
    expect(side_by_side.get_by_role("rowheader", name="Léa Martin")).to_be_visible()
    page.get_by_role("combobox", name="What the map shows").click()
    page.get_by_role("option", name="Callback requests").click()
    expect(page).to_have_url(re.compile("heat=requested"))
    page.reload()
    expect(side_by_side.get_by_role("rowheader", name="Léa Martin")).to_be_visible()
    picture(page, "analytics-2-four-weeks")


def test_period_without_calls_says_what_will_appear(
    open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """Empty, with the one next thing to do."""
    page = _open_analytics(
        open_app, served, "supervisor@demo.example", "?since=2020-02-03&until=2020-02-04"
    )
    expect(page.get_by_text("No calls in this period")).to_be_visible()
    assert_accessible(page)
    picture(page, "analytics-3-nothing")
    page.get_by_role("button", name="Show the last 28 days").click()
    expect(page).to_have_url(re.compile("period=last-28"))


def test_analytics_in_french_in_the_dark_on_a_telephone(
    desk: Page, open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """Everything is there, and nothing is cut off (WCAG 1.4.10)."""
    page = _open_analytics(
        open_app,
        served,
        "owner@demo.example",
        "?period=today",
        viewport=TELEPHONE,
        locale="fr-FR",
        color_scheme="dark",
    )
    expect(page.get_by_role("region", name="Combien de temps on a attendu")).to_contain_text(
        "La moitié des rappels"
    )
    expect(page.locator("svg.recharts-surface").first).to_be_visible()
    assert_no_sideways_scrolling(page)
    assert_accessible(page)
    picture(page, "analytics-4-telephone")


def test_supervisor_of_one_line_sees_its_figures_alone(
    desk: Page, open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """R36: and is told so in words; agents' time is of all lines, so it is not shown."""
    nora = {"name": "Nora", "email": "nora@demo.example", "language": "en", "role": "supervisor"}
    made = ask(desk, "POST", "/users", {**nora, "supervises": {"lines": ["london"]}})
    page = open_app(served.origin)
    page.evaluate(_SIGN_IN_FIRST, [nora["email"], made["password"], "seven wet umbrellas"])
    page.goto(f"{served.origin}/analytics?period=last-7")
    expect_live(page)
    expect(page.get_by_text("These are the figures of your number alone: London.")).to_be_visible()
    assert_accessible(page)
    picture(page, "analytics-5-one-line")
