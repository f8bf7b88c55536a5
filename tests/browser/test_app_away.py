"""Do not disturb with a reason in Chromium: chosen in the Workspace, seen by the supervisor."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.browser.app import TELEPHONE, assert_accessible, expect_live
from tests.browser.conftest import OpenPage
from tests.browser.played import ask, sign_in_as
from tests.browser.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]
LOOKS = [("en-GB", "light", {}), ("fr-FR", "dark", {"viewport": TELEPHONE})]
AGENTS = re.compile("^Agents$")


@pytest.mark.parametrize(("locale", "scheme", "size"), LOOKS)
def test_agent_goes_to_lunch_and_everybody_sees_it(
    open_app: OpenPage,
    served: Served,
    picture: Picture,
    locale: str,
    scheme: str,
    size: dict[str, dict[str, int]],
) -> None:
    """R19: the company's own reasons stand in the same menu."""
    desk = open_app()
    expect_live(desk)
    settings = ask(desk, "GET", "/account/settings")
    reasons = [*settings["away_reasons"], "Fire drill"]
    ask(desk, "PUT", "/account/settings", settings | {"away_reasons": reasons})
    page = open_app(served.origin, locale=locale, color_scheme=scheme, **size)
    sign_in_as(page, "tom@demo.example")
    page.goto(f"{served.origin}/workspace")
    expect_live(page)

    page.get_by_role("button", name=re.compile("Your status|Votre statut")).click()
    expect(page.get_by_role("menuitem", name="Fire drill")).to_be_visible()
    assert_accessible(page)
    picture(page, f"away-menu-{locale}")
    page.get_by_role("menuitem", name=re.compile("^(Lunch|Déjeuner)$")).click()

    away = re.compile("Do not disturb: Lunch|Ne pas déranger\\s: Déjeuner")
    expect(page.get_by_text(away)).to_be_visible()
    assert_accessible(page)
    picture(page, f"away-workspace-{locale}")
    page.goto(f"{served.origin}/monitoring")
    expect_live(page)
    panel = page.get_by_role("region", name=AGENTS)
    expect(panel.get_by_text(re.compile("^(Lunch|Déjeuner)$"))).to_be_visible()
    assert_accessible(page)
    picture(page, f"away-monitoring-{locale}")
