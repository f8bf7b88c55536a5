"""A served demo of the test's own, and a browser that has forgotten the test before."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright
from tests.browser.app import AXE, BUILT, DESK, expect_live
from tests.browser.played import ask_as_user, sign_in_as
from tests.browser.served import Served, serve_demo

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--autoplay-policy=no-user-gesture-required",
]
PICTURES = Path(__file__).parents[2] / ".make" / "pictures"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serve_demo(tmp_path) as running:
        yield running


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """Start what starts browsers: a file of tests has but one."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Start a browser, in which each test has windows that know nothing of another's."""
    yield from _started(playwright)


@pytest.fixture
def browser_with_microphone(playwright: Playwright) -> Iterator[Browser]:
    """Start a browser that may hear a microphone of its own, which beeps."""
    yield from _started(
        playwright, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"
    )


def _started(playwright: Playwright, *flags: str) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, *flags])
    try:
        yield browser
    finally:
        browser.close()


OFFLINE = "ERR_INTERNET_DISCONNECTED"
REFUSED = (
    "status of 401",
    "status of 403",
    "status of 404",
    "status of 409",
    "status of 412",
    "status of 415",
    "status of 422",
    "status of 429",
)
"""Chromium complains of every refusal, which the page tells in words."""
EXPECTED = (OFFLINE, *REFUSED)
PATIENCE_MS = 20_000
OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, served: Served) -> Iterator[OpenPage]:
    """Open the served page; a complaint of the page or a foreign request fails the test."""
    complaints: list[str] = []

    def watched(address: str | None = None, **context: Any) -> Page:
        page = browser.new_context(**({"locale": "en-GB"} | context)).new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda said: (
                complaints.append(said.text)
                if said.type == "error" and not any(known in said.text for known in EXPECTED)
                else None
            ),
        )
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((served.origin, f"blob:{served.origin}"))
                else complaints.append(request.url)
            ),
        )
        page.set_default_timeout(PATIENCE_MS)
        page.goto(served.address if address is None else address)
        return page

    expect.set_options(timeout=PATIENCE_MS)
    yield watched
    try:
        assert not complaints
    finally:
        for context in browser.contexts:
            context.close()


@pytest.fixture
def open_app(open_page: OpenPage) -> OpenPage:
    """Open the web app, signed in; as a French agent in the dark, if so asked."""
    if not (BUILT.is_file() and AXE.is_file()):
        pytest.skip("the web app is not built: say `make web`")

    def opened(address: str | None = None, **context: Any) -> Page:
        return open_page(address, **{"viewport": DESK} | context)

    return opened


OpenAs = Callable[..., Page]


@pytest.fixture
def open_as(open_app: OpenPage, served: Served) -> OpenAs:
    """Open a screen as somebody of the demo, without the booth; with a draft of Paris, if given."""

    def opened(where: str, who: str = "owner", draft: object = None, **context: Any) -> Page:
        page = open_app(served.origin, **context)
        page.evaluate("localStorage.setItem('ringback-booth', 'false')")
        if draft is not None:
            sign_in_as(page, "owner@demo.example")
            seen = {"draft": 0, "version": 1}
            ask_as_user(page, "PUT", "/flows/paris/draft", {"seen": seen, "settings": draft})
        sign_in_as(page, f"{who}@demo.example")
        page.goto(f"{served.origin}{where}")
        expect_live(page)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        return page

    return opened


@pytest.fixture
def open_flow(open_as: OpenAs) -> OpenAs:
    """Open the editor of Paris, or another screen of the Smartflows."""
    return lambda where="/paris", **how: open_as(f"/flows{where}", **how)


@pytest.fixture
def picture() -> Callable[[Page, str], None]:
    """Keep a picture of the whole page for people to look at."""

    def keep(page: Page, name: str) -> None:
        page.screenshot(path=PICTURES / f"{name}.png", full_page=True)

    PICTURES.mkdir(parents=True, exist_ok=True)
    return keep
