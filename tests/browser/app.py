"""The web app in Chromium: opened as somebody, looked at by axe in every theme and language."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

ROOT = Path(__file__).parents[2]
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
BUILT = ROOT / "src" / "ringback" / "webui" / "index.html"
TELEPHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKED_AT = """async (rules) => {
  const { violations } = await axe.run(document, { runOnly: { type: "tag", values: rules } });
  return violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html.slice(0, 200))]);
}"""
STILL = "*, *::before, *::after { transition: none !important; animation: none !important; }"


def assert_accessible(page: Page) -> None:
    """Let axe look at the page as it is: no violation of WCAG 2.2 AA."""
    nonce = page.locator("meta[name=style-nonce]").get_attribute("content")
    page.evaluate(
        """([text, nonce]) => {
          const style = document.createElement("style");
          style.nonce = nonce;
          style.textContent = text;
          document.head.append(style);
        }""",
        [STILL, nonce],
    )
    page.evaluate(AXE.read_text())
    violations: list[Any] = page.evaluate(LOOKED_AT, RULES)
    assert not violations, (page.url, violations)


def assert_no_sideways_scrolling(page: Page) -> None:
    width, room = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert width <= room


def expect_live(page: Page) -> None:
    expect(page.locator("[data-phase=live]")).to_be_visible()
