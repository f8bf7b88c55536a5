"""An agent at the web app in Chromium, whose microphone is a tone and who remembers the sound."""

import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import numpy
from playwright.async_api import Page, async_playwright, expect
from tests.browser.app import AXE, DESK, LOOKED_AT, RULES, STILL
from tests.browser.conftest import CHROMIUM, FLAGS, PICTURES
from tests.phones.listening import contains_tone, write_samples, write_tone

PATIENCE_MS = 20_000
MICROPHONE_SECONDS = 60.0
REMEMBER = """
globalThis.heard = [];
const Connection = RTCPeerConnection;
globalThis.RTCPeerConnection = class extends Connection {
  constructor(...given) {
    super(...given);
    this.addEventListener("track", ({ track }) => {
      const context = new AudioContext({ sampleRate: 8000 });
      const source = context.createMediaStreamSource(new MediaStream([track]));
      const taking = context.createScriptProcessor(1024, 1, 1);
      taking.onaudioprocess = ({ inputBuffer }) => {
        globalThis.heard.push(...inputBuffer.getChannelData(0));
      };
      source.connect(taking).connect(context.destination);
    });
  }
};
"""
STAND_STILL = """([text, nonce]) => {
  const style = document.createElement("style");
  style.nonce = nonce;
  style.textContent = text;
  document.head.append(style);
}"""
TELL = """(from) => {
  const loud = (each) => Math.max(-1, Math.min(1, each)) * 32767;
  const samples = Int16Array.from(heard.slice(from), loud);
  let bytes = "";
  for (const byte of new Uint8Array(samples.buffer)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}"""


class BrowserAgent:
    """One signed-in page, with what its agent can do and has heard."""

    def __init__(self, page: Page, directory: Path) -> None:
        self.page = page
        self._directory = directory
        self._heard_before = 0

    async def until_phone(self, standing: str) -> None:
        """Wait until the phone says of itself that it is ready, in-call, lost…"""
        await expect(self.page.locator(f"[data-phone={standing}]")).to_be_visible()

    async def press(self, name: str) -> None:
        await self.page.get_by_role("button", name=name).first.click()

    async def visit(self, screen: str) -> None:
        await self.page.get_by_role("link", name=screen, exact=True).click()
        await expect(self.page.get_by_role("heading", name=screen, level=1)).to_be_visible()

    async def look(self, name: str) -> None:
        """Keep a picture, and let axe look: no violation of WCAG 2.2 AA."""
        nonce = await self.page.locator("meta[name=style-nonce]").get_attribute("content")
        await self.page.evaluate(STAND_STILL, [STILL, nonce])
        await self.page.screenshot(path=PICTURES / f"softphone-{name}.png")
        await self.page.evaluate(AXE.read_text())
        violations = await self.page.evaluate(LOOKED_AT, RULES)
        assert not violations, (name, violations)

    async def listen_from_now_on(self) -> None:
        self._heard_before = await self.page.evaluate("heard.length")

    async def heard_tone(self, hz: float, seconds: float) -> bool:
        """Tell whether a tone was heard for so long since `listen_from_now_on`."""
        told = base64.b64decode(await self.page.evaluate(TELL, self._heard_before))
        wav = self._directory / "heard.wav"
        write_samples(wav, numpy.frombuffer(told, dtype="<i2") / 32768.0)
        return contains_tone(wav, hz, seconds)


def _microphone(directory: Path, tone_hz: float) -> Path:
    directory.mkdir(parents=True)
    PICTURES.mkdir(parents=True, exist_ok=True)
    microphone = directory / "microphone.wav"
    write_tone(microphone, hz=tone_hz, seconds=MICROPHONE_SECONDS)
    return microphone


@asynccontextmanager
async def browser_agent(
    origin: str,
    *,
    email: str,
    password: str,
    tone_hz: float,
    directory: Path,
    grants_microphone: bool = True,
    **seen_as: Any,
) -> AsyncIterator[BrowserAgent]:
    """Open the app signed in as somebody, in a browser of their own.

    Without `grants_microphone` the browser refuses it once the page asks.
    """
    microphone = _microphone(directory, tone_hz)
    flags = [
        *FLAGS,
        *(["--use-fake-ui-for-media-stream"] if grants_microphone else []),
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-audio-capture={microphone}",
    ]
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        try:
            context = await browser.new_context(
                base_url=origin, **({"locale": "en-GB", "viewport": DESK} | seen_as)
            )
            context.set_default_timeout(PATIENCE_MS)
            expect.set_options(timeout=PATIENCE_MS)
            if grants_microphone:
                await context.grant_permissions(["microphone"])
            await context.add_init_script(REMEMBER)
            answer = await context.request.post(
                "/api/v1/session", data={"email": email, "password": password}
            )
            assert answer.ok, await answer.text()
            page = await context.new_page()
            await page.goto("/workspace")
            yield BrowserAgent(page, directory)
        finally:
            await browser.close()
