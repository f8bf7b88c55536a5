"""Draws the pictures of the web app in docs/images: `uv run python -m docs.draw_screens`.

They are of the real product: a demo with its past, Chromium, and the journey of one callback.
"""

import io
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.played import ask, ask_until, sign_in_as
from tests.browser.served import Served, serve_demo_as_told

IMAGES = Path(__file__).parent / "images"
SCHEMES = ("light", "dark")
STILL_SIZE = (1280, 800)
TOUR_SIZE = (1280, 760)
TOUR_WIDTH = 960
QUALITY = 78
MARIE, KARIM, JAMES, OLIVIA = "+33199002112", "+33199002145", "+442079460123", "+442079460461"
PATIENCE_MS = 30_000


def main() -> None:
    """Draw the stills in both themes, then the tour."""
    only = sys.argv[1:]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for scheme in SCHEMES:
            if not only or "stills" in only:
                with _demo() as served:
                    _draw_stills(browser, served, scheme)
        if not only or "tour" in only:
            with _demo() as served:
                _draw_tour(browser, served)
        browser.close()


@contextmanager
def _demo() -> Iterator[Served]:
    with tempfile.TemporaryDirectory() as folder, serve_demo_as_told(Path(folder)) as served:
        yield served


def _enter(browser: Browser, served: Served, size: tuple[int, int], scheme: str) -> Page:
    """Sign in as the demo shows, as Léa, the owner."""
    page = _open(browser, served, size, scheme)
    page.get_by_role("button", name="Enter the demo").click()
    expect(page.locator("[data-phase=live]")).to_be_visible()
    page.get_by_role("button", name="Not now").click()
    return page


def _open(browser: Browser, served: Served, size: tuple[int, int], scheme: str) -> Page:
    page = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="en-GB",
        timezone_id="Europe/Paris",
    ).new_page()
    page.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    page.goto(served.origin)
    return page


def _desk(browser: Browser, served: Served) -> Page:
    """Open a page of the operator's, from which customers and agents are played."""
    desk = browser.new_context().new_page()
    desk.goto(served.address)
    expect(desk.locator("[data-phase=live]")).to_be_visible(timeout=PATIENCE_MS)
    return desk


def _dial(desk: Page, number: str, *, press: bool) -> None:
    line = "paris" if number.startswith("+33") else "london"
    ask(desk, "POST", f"/booth/phones/{number}/dial", {"line_id": line})
    if press:
        ask_until(desk, "/booth", _phase(number, "in-call"))
        ask(desk, "POST", f"/booth/phones/{number}/press", {"digit": "*"})


def _phase(number: str, phase: str) -> str:
    return f'answer.phones.find((one) => one.number === "{number}" && one.phase === "{phase}")'


# ---- stills ------------------------------------------------------------------------------


def _draw_stills(browser: Browser, served: Served, scheme: str) -> None:
    owner, desk = _enter(browser, served, STILL_SIZE, scheme), _desk(browser, served)
    owner.goto(f"{served.origin}/numbers/paris/callbacks")
    owner.get_by_role("navigation").get_by_role("button", name="Phone booth").click()
    owner.get_by_role("button", name="Put the first steps away").click()
    expect(owner.get_by_role("main")).to_contain_text("retries")
    _keep(owner, f"callbacks-{scheme}")
    owner.goto(f"{served.origin}/flows/sales?view=canvas")
    expect(owner.locator("[data-node]").first).to_be_visible()
    _keep(owner, f"canvas-{scheme}")
    owner.get_by_role("navigation").get_by_role("button", name="Phone booth").click()
    owner.get_by_role("navigation").get_by_role("link", name="Workspace").click()
    for number in (MARIE, JAMES):
        _dial(desk, number, press=True)
    card = owner.get_by_role("region", name="Your calls")
    expect(card).to_contain_text("Callback Request")
    _keep(owner, f"workspace-{scheme}")
    card.get_by_role("button", name="Call back").click()
    ask_until(desk, "/booth", _phase(MARIE, "ringing"))
    ask(desk, "POST", f"/booth/phones/{MARIE}/answer")
    expect(card).to_contain_text("In conversation")
    _draw_supervisors(browser, served, desk, scheme)


def _draw_supervisors(browser: Browser, served: Served, desk: Page, scheme: str) -> None:
    """Draw what is seen by somebody who takes no calls."""
    page = _open(browser, served, STILL_SIZE, scheme)
    sign_in_as(page, "supervisor@demo.example")
    page.goto(f"{served.origin}/monitoring")
    page.get_by_role("button", name="Put the first steps away").click()
    page.get_by_role("navigation").get_by_role("button", name="Phone booth").click()
    for number in (KARIM, OLIVIA):
        _dial(desk, number, press=False)
    expect(page.get_by_role("main")).to_contain_text("Olivia Green")
    _keep(page, f"monitoring-{scheme}")
    completed = ask(desk, "GET", "/callbacks?outcome=completed&limit=9")["callbacks"][-1]
    page.goto(f"{served.origin}/calls/{completed['inbound_call_ids'][0]}")
    expect(page.get_by_role("main")).to_contain_text("Called Back")
    _keep(page, f"call-{scheme}")
    page.goto(f"{served.origin}/analytics")
    charts = page.get_by_role("main").locator("svg.recharts-surface")
    expect(charts.first).to_be_visible()
    expect(page.locator("[data-stale=true], .mantine-Skeleton-root")).to_have_count(0)
    _keep(page, f"analytics-{scheme}")


def _keep(page: Page, name: str) -> None:
    page.wait_for_timeout(700)
    _write(IMAGES / f"{name}.webp", page.screenshot())


def _write(path: Path, png: bytes) -> None:
    Image.open(io.BytesIO(png)).convert("RGB").save(path, quality=QUALITY, method=6)
    sys.stdout.write(f"{path.name}: {path.stat().st_size // 1000} kB\n")


# ---- the tour ----------------------------------------------------------------------------


def _draw_tour(browser: Browser, served: Served) -> None:
    page = _enter(browser, served, TOUR_SIZE, "light")
    frames: list[tuple[Image.Image, int]] = []

    def keep(milliseconds: int) -> None:
        page.wait_for_timeout(400)
        shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        shot = shot.resize((TOUR_WIDTH, TOUR_WIDTH * shot.height // shot.width))
        frames.append((shot, milliseconds))

    _play(page, keep)
    first, *others = [frame for frame, _ in frames]
    path = IMAGES / "tour.webp"
    first.save(
        path,
        save_all=True,
        append_images=others,
        duration=[lasts for _, lasts in frames],
        loop=0,
        quality=70,
        method=6,
    )
    sys.stdout.write(f"{path.name}: {path.stat().st_size // 1000} kB, {_seconds(frames)} s\n")


def _play(page: Page, keep: Callable[[int], None]) -> None:
    booth = page.get_by_role("complementary")
    card = page.get_by_role("region", name="Your calls")
    steps = page.get_by_role("region", name="Your first callback")
    keep(4500)
    booth.get_by_role("button", name="Call", exact=True).click()
    expect(booth).to_contain_text("Bonjour")
    keep(3500)
    page.get_by_role("navigation").get_by_role("link", name="Live monitoring").click()
    keep(4000)
    booth.get_by_role("button", name="Star").click()
    expect(booth).to_contain_text("Votre demande est bien enregistrée")
    keep(4500)
    expect(page.get_by_role("main")).to_contain_text("Callback pending")
    keep(4500)
    page.get_by_role("navigation").get_by_role("link", name="Workspace").click()
    expect(card).to_contain_text("Callback Request")
    keep(5000)
    card.get_by_role("button", name="Call back").click()
    expect(card).to_contain_text("The customer’s phone is ringing")
    keep(4500)
    booth.get_by_role("button", name="Answer", exact=True).click()
    expect(card).to_contain_text("In conversation")
    keep(4500)
    card.get_by_role("button", name="Hang up").click()
    expect(steps).to_contain_text("8 of 8 done")
    keep(4500)
    steps.get_by_role("link", name="Open the call").click()
    expect(page.get_by_role("main")).to_contain_text("Called Back")
    keep(6000)
    page.get_by_role("navigation").get_by_role("link", name="History").click()
    expect(page.get_by_role("main").get_by_role("listitem").nth(5)).to_be_visible()
    keep(5000)
    page.get_by_role("navigation").get_by_role("link", name="Numbers").click()
    expect(page.get_by_role("main")).to_contain_text("Facturation")
    keep(5000)


def _seconds(frames: Sequence[tuple[Image.Image, int]]) -> int:
    return sum(lasts for _, lasts in frames) // 1000


if __name__ == "__main__":
    main()
