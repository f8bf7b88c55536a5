"""The conversation card: mute, hold and resume, by hand and by key (R30)."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]


def _in_conversation(page: Page) -> None:
    """Let the booth's customer call and Léa answer."""
    page.locator("#booth-dial").click()
    page.locator("#card-accept").click()
    expect(page.locator("#card-mute")).to_be_visible()


def test_agent_mutes_holds_and_resumes_from_the_card(open_page: OpenPage, picture: Picture) -> None:
    """R30: the buttons say what they do, the card what is so, and the customer hears it."""
    page = open_page(viewport={"width": 1280, "height": 900})
    _in_conversation(page)
    heard = page.locator("#booth-heard")
    expect(heard).to_contain_text("is speaking with you")
    picture(page, "talking-1")

    page.locator("#card-mute").click()
    expect(page.locator("#card-mute")).to_contain_text("Unmute")
    expect(page.locator("#card")).to_contain_text("the customer does not hear you")
    expect(heard).not_to_contain_text("is speaking with you")
    page.locator("#card-mute").click()
    expect(heard).to_contain_text("is speaking with you")

    page.keyboard.press("F2")
    page.keyboard.press("h")
    expect(page.locator("#card")).to_contain_text("on hold")
    expect(page.locator("#monitoring-calls")).to_contain_text("on hold")
    expect(heard).to_contain_text("music")
    picture(page, "talking-2-on-hold")
    page.keyboard.press("h")
    expect(heard).to_contain_text("is speaking with you")


def test_card_on_hold_fits_a_telephone_in_french(open_page: OpenPage, picture: Picture) -> None:
    """R30: 360 pixels wide, dark, with longer words: nothing is cut off."""
    page = open_page(viewport={"width": 360, "height": 740}, locale="fr-FR", color_scheme="dark")
    _in_conversation(page)
    page.locator("#card-hold").click()
    expect(page.locator("#card")).to_contain_text("Reprendre")

    assert page.evaluate("document.documentElement.scrollWidth") == 360
    picture(page, "talking-3-french")


def test_agent_transfers_to_a_colleague_who_answers(open_page: OpenPage, picture: Picture) -> None:
    """R30: chosen from a list, by key too; the customer hears music and then the colleague."""
    tom = open_page()
    tom.locator("#agent-who").select_option("tom")
    tom.locator("#status-online").click()
    lea = open_page(viewport={"width": 1280, "height": 900})
    lea.locator("#agent-who").select_option("lea")
    lea.locator("#booth-dial").click()
    lea.locator("#card-accept").click()
    expect(lea.locator("#card-transfer")).to_be_disabled()

    lea.keyboard.press("F2")
    lea.keyboard.press("t")
    expect(lea.locator("#card-transfer-to")).to_be_focused()
    lea.locator("#card-transfer-to").select_option(label="Tom Baker")
    picture(lea, "transfer-1-chosen")
    lea.locator("#card-transfer").click()

    expect(lea.locator("#card")).to_contain_text("transferred")
    expect(lea.locator("#booth-heard")).to_contain_text("music")
    expect(tom.locator("#card")).to_contain_text("Transferred by Léa Martin.")
    tom.locator("#card-accept").click()
    expect(lea.locator("#booth-heard")).to_contain_text("Tom Baker is speaking with you")
    expect(tom.locator("#card-mute")).to_be_visible()


def test_transfer_fits_a_telephone_in_french(open_page: OpenPage, picture: Picture) -> None:
    """R30: 360 pixels wide, dark, with longer words: nothing is cut off."""
    page = open_page(viewport={"width": 360, "height": 740}, locale="fr-FR", color_scheme="dark")
    _in_conversation(page)
    page.locator("#card-transfer-to").focus()
    expect(page.locator("#card-transfer-to")).to_contain_text("Tom Baker (non disponible)")
    expect(page.locator("#card-transfer-to")).to_contain_text("Support")

    assert page.evaluate("document.documentElement.scrollWidth") == 360
    picture(page, "transfer-2-french")


def _consults(page: Page) -> None:
    page.locator("#card-transfer-to").select_option(label="Tom Baker")
    page.locator("#card-consult").click()


def _two_agents(open_page: OpenPage) -> tuple[Page, Page]:
    """Léa in conversation with the booth's customer, and Tom who is available."""
    tom = open_page(viewport={"width": 1280, "height": 900})
    tom.locator("#agent-who").select_option("tom")
    tom.locator("#status-online").click()
    lea = open_page(viewport={"width": 1280, "height": 900})
    lea.locator("#agent-who").select_option("lea")
    _in_conversation(lea)
    return lea, tom


def test_agent_consults_a_colleague_and_completes_the_transfer(
    open_page: OpenPage, picture: Picture
) -> None:
    """R30: both cards say who talks to whom, and the customer hears music meanwhile."""
    lea, tom = _two_agents(open_page)
    expect(lea.locator("#card-consult")).to_be_disabled()
    lea.locator("#card-transfer-to").select_option("team support")
    expect(lea.locator("#card-consult")).to_be_disabled()

    _consults(lea)
    expect(lea.locator("#card")).to_contain_text("Tom Baker is being rung")
    expect(lea.locator("#booth-heard")).to_contain_text("music")
    expect(tom.locator("#card")).to_contain_text("Léa Martin wants to talk with you")
    picture(tom, "consult-1-card")
    tom.locator("#card-accept").click()
    expect(lea.locator("#card")).to_contain_text("You are talking to Tom Baker")
    expect(tom.locator("#card")).to_contain_text("Léa Martin asks you about this call")
    expect(lea.locator("#booth-heard")).to_contain_text("music")
    picture(lea, "consult-2-talking")
    picture(tom, "consult-3-consulted")
    lea.locator("#card-complete").click()

    expect(lea.locator("#card")).to_contain_text("transferred")
    expect(lea.locator("#booth-heard")).to_contain_text("Tom Baker is speaking with you")
    expect(tom.locator("#card-hold")).to_be_visible()


def test_agent_whose_colleague_declines_is_told_and_takes_the_customer_back(
    open_page: OpenPage, picture: Picture
) -> None:
    """R30: the customer stays on hold until the agent resumes; a second time they cancel."""
    lea, tom = _two_agents(open_page)
    _consults(lea)
    tom.locator("#card-decline").click()
    expect(lea.locator("#card")).to_contain_text("Tom Baker has declined")
    picture(lea, "consult-4-declined")
    lea.locator("#card-hold").click()
    expect(lea.locator("#booth-heard")).to_contain_text("is speaking with you")

    _consults(lea)
    expect(tom.locator("#card-accept")).to_be_visible()
    lea.locator("#card-back").click()

    expect(lea.locator("#booth-heard")).to_contain_text("is speaking with you")
    expect(tom.locator("#card-accept")).to_have_count(0)
    expect(lea.locator("#card")).not_to_contain_text("has declined")


def test_consultation_fits_a_telephone_in_french(open_page: OpenPage, picture: Picture) -> None:
    """R30: 360 pixels wide, dark, with longer words: nothing is cut off."""
    tom = open_page()
    tom.locator("#agent-who").select_option("tom")
    tom.locator("#status-online").click()
    page = open_page(viewport={"width": 360, "height": 740}, locale="fr-FR", color_scheme="dark")
    page.locator("#agent-who").select_option("lea")
    _in_conversation(page)
    _consults(page)
    expect(page.locator("#card")).to_contain_text("Terminer le transfert")

    assert page.evaluate("document.documentElement.scrollWidth") == 360
    picture(page, "consult-5-french")


def test_agent_transfers_to_a_number_that_they_type(open_page: OpenPage, picture: Picture) -> None:
    """R30: the field comes with the choice; what may not be called is told."""
    page = open_page(viewport={"width": 1280, "height": 900})
    _in_conversation(page)
    expect(page.locator("#card-transfer-number")).to_be_hidden()
    page.locator("#card-transfer-to").select_option(label="A number outside…")
    expect(page.locator("#card-transfer-number")).to_be_focused()
    expect(page.locator("#card-transfer")).to_be_disabled()
    expect(page.locator("#card-consult")).to_be_disabled()

    page.keyboard.type("112")
    page.keyboard.press("Enter")
    expect(page.locator("#agent-problem")).to_contain_text("emergency")
    expect(page.locator("#card-hold")).to_be_visible()
    picture(page, "outside-1-refused")
    page.locator("#card-transfer-number").fill("06 87 65 43 21")
    page.locator("#card-transfer").click()

    expect(page.locator("#card")).to_contain_text("transferred")
    expect(page.locator("#booth-heard")).to_contain_text("music")


def test_number_outside_fits_a_telephone_in_french(open_page: OpenPage, picture: Picture) -> None:
    """R30: 360 pixels wide, dark: nothing is cut off."""
    page = open_page(viewport={"width": 360, "height": 740}, locale="fr-FR", color_scheme="dark")
    _in_conversation(page)
    page.locator("#card-transfer-to").select_option(label="Un numéro extérieur…")
    page.locator("#card-transfer-number").fill("06 87 65 43 21")

    assert page.evaluate("document.documentElement.scrollWidth") == 360
    picture(page, "outside-2-french")
