"""The phone in the page, in Chromium: real sound both ways, on every screen, over a cut wire."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Dialog, expect
from tests.browser.app import AXE, BUILT
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.browser_agent import BrowserAgent, browser_agent
from tests.phones.call_centre import AUDIBLE_SECONDS, CallCentre
from tests.phones.company_file import Company
from tests.phones.cuttable_link import CuttableLink
from tests.phones.listening import contains_tone

pytestmark = [
    pytest.mark.phones,
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not (BUILT.is_file() and AXE.is_file()), reason="say `make web`"),
]

MARIE = "+33612345601"
AGENT_TONE = 680
WHO = {"email": "lea@example.org", "password": "a long password of hers"}
COMPANY = Company(agents=("lea",), browser_agents=("lea",))


@asynccontextmanager
async def lea_at_her_page(centre: CallCentre, link: CuttableLink) -> AsyncIterator[BrowserAgent]:
    """Let Léa sign in as the user who she is, and be available."""
    origin = f"http://127.0.0.1:{await link.open()}"
    owner = {**WHO, "name": "Léa", "language": "en"}
    made = await centre.server.ask("POST", "/api/v1/setup", owner)
    assert made.status == 200, made
    [user] = await centre.server.get("/users")
    rights = {"name": "Léa", "email": WHO["email"], "role": "owner", "agent_id": "lea"}
    changed = await centre.server.ask("PUT", f"/api/v1/users/{user['id']}", rights)
    assert changed.status == 200, changed
    directory = centre.server.data.parent / "lea"
    try:
        async with browser_agent(origin, **WHO, tone_hz=AGENT_TONE, directory=directory) as lea:
            yield lea
    finally:
        link.cut()


async def test_customer_and_agent_hear_each_other_through_the_page(
    company_asterisk: RunningAsterisk,
) -> None:
    """R29, R31: answered by itself after *Call back*; heard on other screens and after a cut."""
    async with CallCentre(company_asterisk, COMPANY) as centre:
        await centre.open()
        link = CuttableLink(target=("127.0.0.1", centre.server.port))
        async with lea_at_her_page(centre, link) as lea:
            await lea.until_phone("ready")
            await centre.go_online("lea")
            await centre.server.until_agent("lea", "available")
            marie = await centre.customer(MARIE, "Marie")
            await centre.asks_and_is_let_go(marie)

            await lea.press("Call back")
            await centre.is_called_and_answers(marie)
            await expect(lea.page.get_by_text("In conversation")).to_be_visible()
            await lea.listen_from_now_on()
            await lea.visit("History")
            await centre.talk()
            assert await lea.heard_tone(centre.tones[MARIE], AUDIBLE_SECONDS)

            link.cut()
            await lea.until_phone("lost")
            await lea.listen_from_now_on()
            await centre.talk()
            assert await lea.heard_tone(centre.tones[MARIE], AUDIBLE_SECONDS)
            await link.open()
            await lea.until_phone("in-call")
            await lea.listen_from_now_on()
            await centre.talk()
            assert await lea.heard_tone(centre.tones[MARIE], AUDIBLE_SECONDS)

            await lea.press("Hang up")
            await marie.wait_for("CALL_CLOSED")
            await lea.until_phone("ready")
            heard = (await marie.recordings())[-1].heard
            assert contains_tone(heard, AGENT_TONE, 3 * AUDIBLE_SECONDS)


async def test_page_that_is_left_ends_its_call_and_has_its_phone_again(
    company_asterisk: RunningAsterisk,
) -> None:
    """R19, S20: after a reload the customer is not left in silence, and the agent takes calls."""
    async with CallCentre(company_asterisk, COMPANY) as centre:
        await centre.open()
        link = CuttableLink(target=("127.0.0.1", centre.server.port))
        async with lea_at_her_page(centre, link) as lea:
            await lea.until_phone("ready")
            await centre.go_online("lea")
            marie = await centre.customer(MARIE, "Marie")
            await centre.asks_and_is_let_go(marie)
            await lea.press("Call back")
            await centre.is_called_and_answers(marie)
            await expect(lea.page.get_by_text("In conversation")).to_be_visible()

            asked: list[str] = []

            async def leave(dialog: Dialog) -> None:
                asked.append(dialog.type)
                await dialog.accept()

            lea.page.on("dialog", leave)
            await lea.page.reload()

            await marie.wait_for("CALL_CLOSED")
            await lea.until_phone("ready")
            await centre.server.until_agent("lea", "available")
            assert asked == ["beforeunload"]
