"""The phone in the page, in Chromium: real sound both ways, on every screen, over a cut wire."""

import os
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import pytest
from playwright.async_api import Dialog, expect
from tests.browser.app import AXE, BUILT, TELEPHONE
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.baresip_phone import BaresipPhone
from tests.phones.browser_agent import BrowserAgent, browser_agent
from tests.phones.call_centre import AUDIBLE_SECONDS, CallCentre
from tests.phones.company_file import Company
from tests.phones.cuttable_link import CuttableLink
from tests.phones.listening import contains_tone, tone_count

pytestmark = [
    pytest.mark.phones,
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not (BUILT.is_file() and AXE.is_file()), reason="say `make web`"),
]

MARIE = "+33612345601"
AGENT_TONE, FIRST_WORD = 680, 920
DEFAULT_MICROPHONE = "Fake Default Audio Input"
FIRST_MICROPHONE, SECOND_MICROPHONE = "Fake Audio Input 1", "Fake Audio Input 2"
SECOND_LOUDSPEAKER = "Fake Audio Output 2"
OPENED_MICROPHONES = len(["answered", "chosen", "unplugged", "chosen after the network"])
SILENCE_SECONDS_MAX = 35.0
WHO: dict[str, Any] = {"email": "lea@example.org", "password": "a long password of hers"}
FRENCH_AT_NIGHT = {"locale": "fr-FR", "color_scheme": "dark", "viewport": TELEPHONE}
ALLOW = {"en-GB": "Allow the microphone", "fr-FR": "Autoriser le micro"}
COMPANY = Company(agents=("lea",), browser_agents=("lea",))


@asynccontextmanager
async def lea_at_her_page(
    centre: CallCentre, link: CuttableLink, **seen_as: Any
) -> AsyncIterator[BrowserAgent]:
    """Let Léa sign in as the user who she is."""
    origin = f"http://127.0.0.1:{await link.open()}"
    language = str(seen_as.get("locale", "en-GB"))[:2]
    owner = {**WHO, "name": "Léa", "language": language}
    made = await centre.server.ask("POST", "/api/v1/setup", owner)
    assert made.status == 200, made
    [user] = await centre.server.get("/users")
    whole = {key: owner[key] for key in ("email", "name", "language")}
    rights = {**whole, "role": "owner", "agent_id": "lea"}
    changed = await centre.server.ask("PUT", f"/api/v1/users/{user['id']}", rights)
    assert changed.status == 200, changed
    directory = centre.server.data.parent / "lea"
    try:
        who = {**WHO, **seen_as, "directory": directory}
        who |= {"tone_hz": AGENT_TONE, "first_word_hz": FIRST_WORD}
        async with browser_agent(origin, **who) as lea:
            yield lea
    finally:
        link.cut()


@contextmanager
def standing_still(asterisk: RunningAsterisk) -> Iterator[None]:
    """Let no packet of sound through, while Ringback goes on answering the page."""
    os.killpg(asterisk.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.killpg(asterisk.pid, signal.SIGCONT)


async def test_customer_and_agent_hear_each_other_through_the_page(
    company_asterisk: RunningAsterisk,
) -> None:
    """R29, R31: answered by itself after *Call back*; heard on other screens and after a cut."""
    async with CallCentre(company_asterisk, COMPANY) as centre:
        await centre.open()
        link = CuttableLink(target=("127.0.0.1", centre.server.port))
        async with lea_at_her_page(centre, link) as lea:
            await lea.until_phone("ready")
            await lea.press("Your phone: Ready")
            await lea.look("ready")
            await lea.page.keyboard.press("Escape")
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

            await lea.press("Your phone: In a call")
            await _presses_keys(lea, "5#", heard_by=marie)
            await lea.look("in-call")
            await lea.page.keyboard.press("Escape")
            path = await lea.path_of_sound()
            link.cut()
            await lea.until_phone("lost")
            await lea.look("lost")
            await lea.listen_from_now_on()
            await centre.talk()
            assert await lea.heard_tone(centre.tones[MARIE], AUDIBLE_SECONDS)
            await link.open()
            await lea.until_phone("in-call")
            await lea.until_other_path_than(path)
            await lea.listen_from_now_on()
            await centre.talk()
            assert await lea.heard_tone(centre.tones[MARIE], AUDIBLE_SECONDS)

            await lea.press("Hang up")
            await marie.wait_for("CALL_CLOSED")
            await lea.until_phone("ready")
            assert not await lea.open_microphones()
            heard = (await marie.recordings())[-1].heard
            assert contains_tone(heard, AGENT_TONE, 3 * AUDIBLE_SECONDS)


async def _presses_keys(lea: BrowserAgent, keys: str, *, heard_by: BaresipPhone) -> None:
    """Press the first key with the mouse, type the others."""
    keypad = lea.page.get_by_role("group", name="Keypad")
    await keypad.get_by_role("button", name=keys[0]).click()
    for key in keys[1:]:
        await lea.page.keyboard.press(key)
    await expect(keypad.get_by_role("status")).to_have_text(keys)
    for key in keys:
        assert (await heard_by.wait_for("CALL_DTMF_START")).detail == key


async def test_call_goes_on_through_other_devices_and_networks_until_the_page_crashes(
    company_asterisk: RunningAsterisk,
) -> None:
    """R19, S20: each device chosen in the call is used, and nobody is left in silence."""
    async with CallCentre(company_asterisk, COMPANY) as centre:
        await centre.open()
        link = CuttableLink(target=("127.0.0.1", centre.server.port))
        async with lea_at_her_page(centre, link) as lea:
            await lea.until_phone("ready")
            await centre.go_online("lea")
            marie = await centre.customer(MARIE, "Marie")
            callback = await centre.asks_and_is_let_go(marie)
            await lea.press("Call back")
            await centre.is_called_and_answers(marie)
            await lea.press("Your phone: In a call")
            await centre.talk()

            await lea.choose("Microphone", SECOND_MICROPHONE)
            await centre.talk()
            assert await lea.open_microphones() == [SECOND_MICROPHONE]
            await lea.choose("Loudspeaker", SECOND_LOUDSPEAKER)
            await centre.talk()
            assert await lea.outputs() == [SECOND_LOUDSPEAKER]
            await lea.unplug(SECOND_LOUDSPEAKER)
            await lea.unplug(SECOND_MICROPHONE)
            await centre.talk()
            assert await lea.outputs() == [""]
            assert await lea.open_microphones() == [DEFAULT_MICROPHONE]

            path = await lea.path_of_sound()
            with standing_still(company_asterisk):
                await lea.until_sound("disconnected")
            await lea.until_other_path_than(path)
            await lea.until_sound("connected")
            await lea.listen_from_now_on()
            await lea.choose("Microphone", FIRST_MICROPHONE)
            await centre.talk()
            assert await lea.heard_tone(centre.tones[MARIE], AUDIBLE_SECONDS)

            await lea.crash()
            await marie.wait_for("CALL_CLOSED", SILENCE_SECONDS_MAX)
            await centre.server.until_agent("lea", "connection-lost")
            outcome = await centre.server.until_outcome(callback["id"])
            assert outcome == ("completed", None)
            heard = (await marie.recordings())[-1].heard
            assert tone_count(heard, FIRST_WORD, AUDIBLE_SECONDS) == OPENED_MICROPHONES


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


@pytest.mark.parametrize("seen_as", [{"locale": "en-GB"}, FRENCH_AT_NIGHT])
async def test_page_says_why_it_needs_the_microphone_and_what_to_do_without(
    company_asterisk: RunningAsterisk, seen_as: dict[str, Any]
) -> None:
    """R19: asked before the browser asks; an agent who cannot speak is given no calls."""
    async with CallCentre(company_asterisk, COMPANY) as centre:
        await centre.open()
        await centre.go_online("lea")
        link = CuttableLink(target=("127.0.0.1", centre.server.port))
        async with lea_at_her_page(centre, link, grants_microphone=False, **seen_as) as lea:
            await lea.until_phone("to-ask")
            await lea.look(f"to-ask-{seen_as['locale']}")
            await lea.press(ALLOW[seen_as["locale"]])
            await lea.until_phone("denied")
            await lea.look(f"denied-{seen_as['locale']}")

            assert (await centre.server.agent("lea"))["condition"] == "connection-lost"
