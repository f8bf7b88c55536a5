"""Live monitoring with five hundred entries and twenty events a second: how many frames come late.

A real server and a real Chromium; only what the feed says is made here, because no demo has five
hundred callers. The peers get the same messages in a screen of the app that shows none of them, or
are empty.
"""

import json
import shutil
from pathlib import Path
from typing import Any

from bench.measuring.board_feed import ENTRIES, changes, snapshot
from bench.measuring.report import Row, machine, publish
from playwright.sync_api import Browser, CDPSession, sync_playwright
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.played import sign_in_as
from tests.browser.served import Served, serve_demo

EVENTS_PER_SECOND = 20
SECONDS = 20
LATE_MS = 50
SHARE_MORE_MAX = 0.01
"""By so much more than the peers at most: what the machine does beside it is in all of them."""
FOLDER = Path(__file__).parent.parent / ".make" / "board"
PAGES = {
    "board": "/monitoring",
    "board, scrolled through": "/monitoring",
    "wall screen": "/monitoring/wall",
    "peer: a screen that shows none of it": "/nothing-here",
    "peer: an empty page": "about:blank",
}
PLAY = """
(() => {
  const { snapshot, changes, everyMs } = FEED;
  window.WebSocket = class {
    static OPEN = 1;
    readyState = 0;
    constructor() {
      setTimeout(() => {
        this.readyState = 1;
        this.onopen?.();
        this.onmessage?.({ data: snapshot });
      });
      let sequence = 0;
      setInterval(() => {
        const told = changes[sequence % changes.length];
        sequence += 1;
        const data = told.replace(/"sequence":\\d+,/, `"sequence":${sequence},`)
          .replace(/"first_sequence":\\d+,/, `"first_sequence":${sequence},`);
        this.onmessage?.({ data });
      }, everyMs);
    }
    send() {}
    close() {}
  };
})()
"""
SCROLL = """() => {
  const grid = document.querySelector("[role=grid]");
  let way = 40;
  setInterval(() => {
    grid.scrollTop += way;
    const left = grid.scrollHeight - grid.clientHeight - grid.scrollTop;
    if (grid.scrollTop <= 0 || left <= 1) way = -way;
  }, 50);
}"""
COUNT = """(seconds) => new Promise((tell) => {
  const frames = [];
  const began = performance.now();
  let before = began;
  const frame = (now) => {
    frames.push(now - before);
    before = now;
    if (now - began < seconds * 1000) requestAnimationFrame(frame);
    else tell(frames.slice(1));
  };
  requestAnimationFrame(frame);
})"""


def main() -> int:
    """Measure, show and keep."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with serve_demo(FOLDER) as server, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
        found = {name: _measured(chromium, server, name) for name in PAGES}
        chromium.close()
    publish("board", _rows(found), found | {"load": machine()["load"]})
    shutil.rmtree(FOLDER, ignore_errors=True)
    return 0


def _rows(found: dict[str, dict[str, Any]]) -> list[Row]:
    peers = {name: each for name, each in found.items() if name.startswith("peer")}
    most = max(each["late_share"] for each in peers.values()) + SHARE_MORE_MAX
    beside = "; ".join(
        f"{name.removeprefix('peer: ')}: {each['late_share']:.1%}, busy {each['busy_share']:.0%}"
        for name, each in peers.items()
    )
    return [
        Row(
            "board",
            f"{name}, {ENTRIES} entries, {EVENTS_PER_SECOND} events/s: frames over {LATE_MS} ms",
            f"<= {most:.1%}",
            f"{each['late_share']:.1%} of {each['frames']}, busy {each['busy_share']:.0%}",
            each["late_share"] <= most,
            beside,
        )
        for name, each in found.items()
        if name not in peers
    ]


def _measured(chromium: Browser, server: Served, name: str) -> dict[str, Any]:
    """Open a page, let the feed run, and count its frames."""
    path = PAGES[name]
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB")
    page = context.new_page()
    if path == "about:blank":
        page.goto(path)
    else:
        page.goto(server.origin)
        sign_in_as(page, "supervisor@demo.example")
        feed = {"snapshot": snapshot(), "changes": changes(), "everyMs": 1_000 / EVENTS_PER_SECOND}
        page.add_init_script(PLAY.replace("FEED", json.dumps(feed)))
        page.goto(f"{server.origin}{path}")
        page.locator("[data-phase=live]").wait_for()
        if path.startswith("/monitoring"):
            rows = page.get_by_role("grid").get_attribute("aria-rowcount")
            assert rows == str(ENTRIES), f"{rows} rows are shown"
    page.wait_for_timeout(2_000)
    if name.endswith("scrolled through"):
        page.evaluate(SCROLL)
    metrics = context.new_cdp_session(page)
    metrics.send("Performance.enable")
    before = _busy_seconds(metrics)
    frames = sorted(page.evaluate(COUNT, SECONDS))
    busy = _busy_seconds(metrics) - before
    drawn = page.get_by_role("row").count()
    context.close()
    late = sum(each > LATE_MS for each in frames)
    return {
        "frames": len(frames),
        "late": late,
        "late_share": late / len(frames),
        "p99_ms": frames[int(len(frames) * 0.99)],
        "longest_ms": frames[-1],
        "busy_share": busy / SECONDS,
        "rows_drawn": drawn,
    }


def _busy_seconds(metrics: CDPSession) -> float:
    """Say for how long the page's one thread has worked."""
    told = {
        each["name"]: each["value"] for each in metrics.send("Performance.getMetrics")["metrics"]
    }
    return float(told["TaskDuration"])


if __name__ == "__main__":
    raise SystemExit(main())
