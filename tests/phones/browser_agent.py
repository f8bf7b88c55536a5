"""An agent at the web app in Chromium, whose microphone is a tone and who remembers the sound."""

import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import numpy
from playwright.async_api import Error, Page, async_playwright, expect
from tests.browser.app import AXE, DESK, LOOKED_AT, RULES, STILL
from tests.browser.conftest import CHROMIUM, FLAGS, PICTURES
from tests.phones.listening import contains_tone, read_samples, write_samples, write_tone

PATIENCE_MS = 20_000
MICROPHONE_SECONDS = 180.0
FIRST_WORD_SECONDS = 1.0
REMEMBER = """
globalThis.heard = [];
globalThis.voices = [];
globalThis.unplugged = new Set();
const { mediaDevices } = navigator;
const open = mediaDevices.getUserMedia.bind(mediaDevices);
mediaDevices.getUserMedia = async (wanted) => {
  if (unplugged.has(wanted.audio.deviceId?.exact)) throw new OverconstrainedError("deviceId");
  const stream = await open(wanted);
  voices.push(...stream.getAudioTracks());
  return stream;
};
globalThis.loudspeakers = new Set();
const choose = HTMLMediaElement.prototype.setSinkId;
HTMLMediaElement.prototype.setSinkId = function (device) {
  loudspeakers.add(this);
  return choose.call(this, device);
};
const Connection = RTCPeerConnection;
globalThis.RTCPeerConnection = class extends Connection {
  constructor(...given) {
    super(...given);
    globalThis.connection = this;
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
UNPLUG = """async (label) => {
  const { mediaDevices } = navigator;
  const list = mediaDevices.enumerateDevices.bind(mediaDevices);
  const gone = (await list()).find((device) => device.label === label).deviceId;
  unplugged.add(gone);
  mediaDevices.enumerateDevices = async () =>
    (await list()).filter(({ deviceId }) => deviceId !== gone);
  for (const voice of voices.filter((each) => each.getSettings().deviceId === gone)) {
    voice.stop();
    voice.dispatchEvent(new Event("ended"));
  }
  mediaDevices.dispatchEvent(new Event("devicechange"));
}"""
OUTPUTS = """async () => {
  const devices = await navigator.mediaDevices.enumerateDevices();
  const named = (id) => devices.find(({ deviceId }) => deviceId === id)?.label ?? "";
  return [...loudspeakers].filter((each) => !each.paused).map(({ sinkId }) => named(sinkId));
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

    async def crash(self) -> None:
        """Let the page die without a word to anybody."""
        async with self.page.expect_event("crash"):
            with suppress(Error):
                await self.page.goto("chrome://crash")

    # ---- devices

    async def choose(self, what: str, device: str) -> None:
        """Choose a device in the opened phone."""
        await self.page.get_by_label(what, exact=True).select_option(label=device)

    async def unplug(self, device: str) -> None:
        """Tell the page what a browser tells when this device goes."""
        await self.page.evaluate(UNPLUG, device)

    async def open_microphones(self) -> list[str]:
        """Name the microphones that the page has open."""
        names: list[str] = await self.page.evaluate(
            "voices.filter((each) => each.readyState === 'live').map(({ label }) => label)"
        )
        return names

    async def outputs(self) -> list[str]:
        """Name the devices out of which sound comes; the system's choice has no name."""
        names: list[str] = await self.page.evaluate(OUTPUTS)
        return names

    # ---- the network of the sound

    async def until_sound(self, state: str) -> None:
        """Wait until the browser says `connected` or `disconnected` of the path of the sound."""
        told = "(state) => connection.iceConnectionState === state"
        await self.page.wait_for_function(told, arg=state)

    async def path_of_sound(self) -> str:
        """Name the path of the sound; it is another one after ICE has begun again."""
        offer = "connection.currentLocalDescription.sdp.match(/ice-ufrag:(.*)/)[1]"
        return str(await self.page.evaluate(offer))

    async def until_other_path_than(self, before: str) -> None:
        told = "(before) => !connection.currentLocalDescription.sdp.includes(before)"
        await self.page.wait_for_function(told, arg=before)

    # ---- what is heard

    async def listen_from_now_on(self) -> None:
        self._heard_before = await self.page.evaluate("heard.length")

    async def heard_tone(self, hz: float, seconds: float) -> bool:
        """Tell whether a tone was heard for so long since `listen_from_now_on`."""
        told = base64.b64decode(await self.page.evaluate(TELL, self._heard_before))
        wav = self._directory / "heard.wav"
        write_samples(wav, numpy.frombuffer(told, dtype="<i2") / 32768.0)
        return contains_tone(wav, hz, seconds)


def _microphone(directory: Path, tone_hz: float, first_word_hz: float) -> Path:
    """Make what every microphone of the browser hears from the moment it is opened."""
    directory.mkdir(parents=True)
    PICTURES.mkdir(parents=True, exist_ok=True)
    microphone, first_word = directory / "microphone.wav", directory / "first-word.wav"
    write_tone(first_word, hz=first_word_hz, seconds=FIRST_WORD_SECONDS)
    write_tone(microphone, hz=tone_hz, seconds=MICROPHONE_SECONDS)
    both = numpy.concatenate((read_samples(first_word), read_samples(microphone)))
    write_samples(microphone, both)
    return microphone


@asynccontextmanager
async def browser_agent(
    origin: str,
    *,
    email: str,
    password: str,
    tone_hz: float,
    first_word_hz: float,
    directory: Path,
    grants_microphone: bool = True,
    **seen_as: Any,
) -> AsyncIterator[BrowserAgent]:
    """Open the app signed in as somebody, in a browser of their own.

    Each opening of a microphone is heard: it begins with a tone of its own.
    Without `grants_microphone` the browser refuses it once the page asks.
    """
    microphone = _microphone(directory, tone_hz, first_word_hz)
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
