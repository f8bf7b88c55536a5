"""A waiting callback in Chromium: why it does not ring yet, and moving it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]
MARIE, KARIM, OLIVIA = "%2B33199002112", "%2B33199002145", "%2B442079460461"
ASK = """
async ([method, path, body]) => {
  const headers = {
    authorization: `Bearer ${sessionStorage.getItem("ringback-token")}`,
    "content-type": "application/json",
  };
  const answer = await fetch(`/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
  return answer.ok;
}
"""


def _ask(page: Page, path: str, body: dict[str, str]) -> None:
    assert page.evaluate(ASK, ["POST", path, body])


def _one_waits_and_one_is_to_be_called_back(page: Page) -> None:
    """Léa talks with Olivia; Marie waits on the line, and Karim has pressed *."""
    expect(page.locator("#link-words")).to_have_text("Live")
    _ask(page, f"/booth/phones/{OLIVIA}/dial", {"line_id": "london"})
    page.locator("#card-accept").click()
    expect(page.locator("#card")).to_contain_text("In conversation")
    _ask(page, f"/booth/phones/{MARIE}/dial", {"line_id": "paris"})
    expect(page.locator("#queues li")).to_have_count(1)
    _ask(page, f"/booth/phones/{KARIM}/dial", {"line_id": "paris"})
    expect(page.locator("#queues li")).to_have_count(2)
    _ask(page, f"/booth/phones/{KARIM}/press", {"digit": "*"})
    expect(page.locator("#queues [id^=why-]")).to_have_count(1)


def test_callback_is_moved_to_the_front_by_keyboard(open_page: OpenPage, picture: Picture) -> None:
    """R46, R47: the reasons and who is overtaken are said before; the row stands first after."""
    page = open_page(viewport={"width": 1280, "height": 900})
    _one_waits_and_one_is_to_be_called_back(page)

    page.locator("#queues [id^=why-]").focus()
    page.keyboard.press("Enter")
    dialog = page.locator("#waiting")
    expect(dialog).to_contain_text("Somebody ahead would take the next free agent.")
    expect(dialog).to_contain_text("Léa Martin")
    expect(dialog).to_contain_text("It would be served before Marie")
    picture(page, "waiting-1-why")
    page.locator("#waiting input:checked").focus()
    page.keyboard.press("Enter")

    expect(dialog).to_be_hidden()
    expect(page.locator("#queues li").first).to_contain_text("Karim")
    expect(page.locator("#timeline")).to_contain_text("Moved to the front of the queue.")
    expect(page.locator("#queues [id^=why-]")).to_be_focused()


def test_callback_is_given_to_one_agent_in_french_on_a_phone(
    open_page: OpenPage, picture: Picture
) -> None:
    """R47: the agent's own queue is shown, and leaving the dialogue changes nothing."""
    page = open_page(viewport={"width": 360, "height": 740}, color_scheme="dark")
    _one_waits_and_one_is_to_be_called_back(page)
    page.locator("[data-language=fr]").click()

    page.locator("#queues [id^=why-]").click()
    page.keyboard.press("Escape")
    expect(page.locator("#queues .queue")).to_have_count(1)
    page.locator("#queues [id^=why-]").click()
    page.locator("#waiting select[name=agent_id]").select_option("lea")
    page.get_by_label("À un agent en particulier").first.check()
    picture(page, "waiting-2-why-fr")
    page.get_by_role("button", name="Déplacer", exact=True).click()

    expect(page.locator("#queues .queue")).to_have_count(2)
    expect(page.locator("#queues .queue").nth(1)).to_contain_text("Léa Martin")
    expect(page.locator("#timeline")).to_contain_text("Confié à Léa Martin en particulier.")


def test_account_of_a_finished_callback_tells_who_was_served_before(
    open_page: OpenPage, picture: Picture
) -> None:
    """R47: opened below the outcome, and it stays open while the story goes on."""
    page = open_page(viewport={"width": 1280, "height": 900})
    _one_waits_and_one_is_to_be_called_back(page)
    page.locator("#card-hang-up").click()
    page.locator("#card-accept").click()
    expect(page.locator("#card")).to_contain_text("Marie Dupont")
    callback_id = page.locator("#queues [id^=why-]").first.get_attribute("id")
    assert callback_id is not None
    _ask(page, f"/callbacks/{callback_id.removeprefix('why-')}/cancel", {"reason": "by_user"})

    page.get_by_text("Who was served before it?").click()

    expect(page.locator("#timeline .fairness")).to_contain_text("Marie Dupont")
    expect(page.locator("#timeline .fairness")).to_contain_text("came earlier")
    picture(page, "waiting-3-fairness")


def test_live_calls_show_the_pending_callback_and_lead_to_its_story(
    open_page: OpenPage, picture: Picture
) -> None:
    """R40, R41: pending until the customer accepts, then the outbound call is in a call."""
    page = open_page(viewport={"width": 1280, "height": 900})
    _one_waits_and_one_is_to_be_called_back(page)
    calls = page.locator("#monitoring-calls")
    pending = calls.locator("li[data-stage=callback-pending]")
    expect(pending).to_contain_text("Karim Benali")
    expect(calls).to_contain_text("In queue")
    picture(page, "waiting-4-live")

    pending.get_by_role("button").focus()
    page.keyboard.press("Enter")

    expect(page.locator("#timeline-which option:checked")).to_contain_text("Karim Benali")
