"""What if in Chromium: past days and a call list played again, followed, shared, and refused."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.app import (
    TELEPHONE,
    assert_accessible,
    assert_no_sideways_scrolling,
    expect_live,
)
from tests.browser.conftest import OpenPage
from tests.browser.played import sign_in_as
from tests.browser.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]
WIDE = {"width": 1900, "height": 1000}
ROWS = "".join(
    f"2026-03-02T{hour:02}:{minute:02}:00,{wait},300,{outcome},{agent},support\n"
    for hour in (9, 10, 11)
    for minute in range(0, 60, 2)
    for wait, outcome, agent in ((20, "served", "anna"), (45, "abandoned", ""))
)


def _open_what_if(open_app: OpenPage, served: Served, search: str = "", **context: object) -> Page:
    page = open_app(served.origin, **context)
    sign_in_as(page, "owner@demo.example")
    page.goto(f"{served.origin}/what-if{search}")
    expect_live(page)
    return page


@pytest.fixture
def call_list(tmp_path: Path) -> Path:
    path = tmp_path / "march.csv"
    path.write_text("called_at,wait,service,outcome,agent,line\n" + ROWS)
    return path


def _send(page: Page, path: Path) -> None:
    page.locator("input[type=file]").set_input_files(path)


def test_list_is_sent_mapped_played_and_shared(
    open_app: OpenPage, served: Served, picture: Picture, call_list: Path
) -> None:
    """Side by side with differences in words; the address alone shows the same again."""
    page = _open_what_if(open_app, served, "?source=list", viewport=WIDE)
    expect(page.get_by_text("Nothing has been asked yet")).to_be_visible()
    assert_accessible(page)
    _send(page, call_list)
    expect(page.get_by_role("main").get_by_role("alert")).to_contain_text("has no column")
    picture(page, "what-if-1-column-missing")
    page.get_by_role("combobox", name="Which column says when a call came in?").click()
    page.get_by_role("option", name="called_at").click()
    expect(page.get_by_text("180 calls")).to_be_visible()
    expect(page.get_by_text("It says who served")).to_be_visible()

    page.get_by_role("textbox", name="Agents in the team").fill("4")
    page.get_by_role("combobox", name="Retries").click()
    page.get_by_role("option", name="2 retries").click()
    page.get_by_role("button", name="Play again").click()
    words = page.get_by_role("region", name="In words")
    expect(words).to_contain_text("callers", timeout=60_000)
    expect(page).to_have_url(re.compile("study="))
    table = page.get_by_role("region", name="Side by side", exact=True).get_by_role("table")
    expect(table.get_by_role("columnheader", name="Without callbacks")).to_be_visible()
    expect(table.get_by_role("row", name=re.compile("^Callbacks completed"))).to_contain_text(
        re.compile(r"\+\d+better")
    )
    expect(page.locator("svg.recharts-surface").first).to_be_visible()
    assert_accessible(page)
    picture(page, "what-if-2-list")

    page.get_by_role("combobox", name="Retries").click()
    page.get_by_role("option", name="5 retries").click()
    expect(words).to_contain_text("The settings have changed since")
    address = page.url.replace("retries=5", "retries=2")
    other = _open_what_if(
        open_app,
        served,
        address.partition("/what-if")[2],
        viewport=TELEPHONE,
        locale="fr-FR",
        color_scheme="dark",
    )
    expect(other.get_by_role("region", name="En clair")).to_contain_text("appelants")
    assert_no_sideways_scrolling(other)
    assert_accessible(other)
    picture(other, "what-if-3-telephone")


def test_file_that_is_no_list_is_refused_beside_its_field(
    open_app: OpenPage, served: Served, picture: Picture, tmp_path: Path
) -> None:
    """In words, with the line that is wrong."""
    path = tmp_path / "wrong.csv"
    path.write_text("arrival,wait\nyesterday,3\n")
    page = _open_what_if(open_app, served, "?source=list")
    _send(page, path)
    expect(page.get_by_role("main").get_by_role("alert")).to_contain_text("Line 2")
    expect(page.get_by_role("button", name="Play again")).to_be_disabled()
    assert_accessible(page)
    picture(page, "what-if-4-refused")


def test_day_without_calls_is_said(open_app: OpenPage, served: Served, picture: Picture) -> None:
    """A study that is refused says why, and can be asked again."""
    page = _open_what_if(open_app, served, "?day=2020-02-03&retries=1")
    page.get_by_role("button", name="Play again").click()
    expect(page.get_by_role("main").get_by_role("alert")).to_contain_text(
        "No call came in on these days", timeout=60_000
    )
    assert_accessible(page)
    picture(page, "what-if-5-no-calls")
