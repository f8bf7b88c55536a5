"""Why nothing rings, in Chromium: a reason of one's own, working hours, requests that rang out."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.browser.app import TELEPHONE, assert_accessible, expect_live
from tests.browser.conftest import OpenPage
from tests.browser.played import ask, dial, phones, sign_in_as
from tests.browser.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]
LOOKS: list[dict[str, Any]] = [
    {"locale": "en-GB", "color_scheme": "light"},
    {"locale": "fr-FR", "color_scheme": "dark", "viewport": TELEPHONE},
]
AGENTS = re.compile("^Agents$")


def _toms_workspace(open_app: OpenPage, served: Served, look: dict[str, Any]) -> Page:
    page = open_app(served.origin, **look)
    sign_in_as(page, "tom@demo.example")
    page.goto(f"{served.origin}/workspace")
    expect_live(page)
    return page


@pytest.mark.parametrize("look", LOOKS)
def test_agent_goes_to_lunch_and_everybody_sees_it(
    open_app: OpenPage, served: Served, picture: Picture, look: dict[str, Any]
) -> None:
    """R19: the company's own reasons stand in the same menu."""
    desk = open_app()
    expect_live(desk)
    settings = ask(desk, "GET", "/account/settings")
    reasons = [*settings["away_reasons"], "Fire drill"]
    ask(desk, "PUT", "/account/settings", settings | {"away_reasons": reasons})
    page = _toms_workspace(open_app, served, look)

    page.get_by_role("button", name=re.compile("Your status|Votre statut")).click()
    expect(page.get_by_role("menuitem", name="Fire drill")).to_be_visible()
    assert_accessible(page)
    picture(page, f"away-menu-{look['locale']}")
    page.get_by_role("menuitem", name=re.compile("^(Lunch|Déjeuner)$")).click()

    away = re.compile("Do not disturb: Lunch|Ne pas déranger\\s: Déjeuner")
    expect(page.get_by_text(away)).to_be_visible()
    assert_accessible(page)
    picture(page, f"away-workspace-{look['locale']}")
    page.goto(f"{served.origin}/monitoring")
    expect_live(page)
    panel = page.get_by_role("region", name=AGENTS)
    expect(panel.get_by_text(re.compile("^(Lunch|Déjeuner)$"))).to_be_visible()
    assert_accessible(page)
    picture(page, f"away-monitoring-{look['locale']}")


@pytest.mark.parametrize("look", LOOKS)
def test_agent_reads_why_nothing_rings_and_is_available_again(
    open_app: OpenPage, served: Served, picture: Picture, look: dict[str, Any]
) -> None:
    """R19: outside the working hours, with their beginning; and after requests rang out."""
    desk = open_app()
    expect_live(desk)
    page = _toms_workspace(open_app, served, look)
    ask(desk, "PUT", "/agents/tom/status", {"status": "online"})
    card = page.get_by_role("region", name=re.compile("^(Your calls|Vos appels)$"))
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).strftime("%A").lower()
    settings = ask(desk, "GET", "/agents/tom/settings")
    periods = [{"weekday": tomorrow, "opens": "09:00", "closes": "17:00"}]
    hours = {"time_zone": "UTC", "periods": periods}
    ask(desk, "PUT", "/agents/tom/settings", settings | {"hours": hours})
    expect(card).to_contain_text(re.compile("Outside your working hours|Hors de vos heures"))
    expect(card).to_contain_text(re.compile("Nothing rings here until|Rien ne sonne ici avant"))
    assert_accessible(page)
    picture(page, f"away-off-duty-{look['locale']}")

    ask(desk, "PUT", "/agents/tom/settings", settings)
    ask(desk, "PUT", "/account/settings", {"ring_outs_in_row_max": 1})
    flow = ask(desk, "GET", "/flows/paris")["settings"]
    for step in flow["steps"]:
        step |= {"ring_for_seconds": 5} if step["kind"] == "ring" else {}
    ask(desk, "PUT", "/flows/paris", flow)
    dial(desk, phones(desk)[0])
    expect(card).to_contain_text(re.compile("nobody answered|personne n’a répondu"))
    assert_accessible(page)
    picture(page, f"away-rang-out-{look['locale']}")
    page.get_by_role("button", name=re.compile("^(Become available|Devenir disponible)")).click()

    expect(card).to_contain_text(re.compile("Nothing at the moment|Rien pour le moment"))
