"""Integrations in Chromium: keys and webhooks against a real receiver, the log, and the health."""

import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.app import (
    DESK,
    TELEPHONE,
    assert_accessible,
    assert_no_sideways_scrolling,
    expect_live,
)
from tests.browser.conftest import OpenPage
from tests.browser.played import ask, ask_until, dial, phones, sign_in_as
from tests.browser.served import Served, serve_demo

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]
FRENCH = {"locale": "fr-FR", "color_scheme": "dark"}


@dataclass
class Target:
    """An address of somebody's on loopback, which answers as it is told to."""

    port: int
    status: int = 200
    taken: list[bytes] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/ringback"


@pytest.fixture
def target() -> Iterator[Target]:
    class Receiving(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            made.taken.append(self.rfile.read(int(self.headers["content-length"])))
            self.send_response(made.status)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing of it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Receiving)
    made = Target(server.server_address[1])
    serving = threading.Thread(target=server.serve_forever)
    serving.start()
    try:
        yield made
    finally:
        server.shutdown()
        serving.join()
        server.server_close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """Webhooks may lead to loopback here, as the operator says."""
    allowed = {"RINGBACK_WEBHOOKS__ALLOWED_NETWORKS": '["127.0.0.0/8"]'}
    with serve_demo(tmp_path, **allowed) as running:
        yield running


@pytest.fixture
def desk(open_app: OpenPage) -> Page:
    """From where the customers are played, as the operator."""
    page = open_app()
    expect_live(page)
    return page


def _open(open_app: OpenPage, served: Served, path: str, email: str, **context: object) -> Page:
    page = open_app(served.origin, **context)
    sign_in_as(page, email)
    page.goto(f"{served.origin}{path}")
    expect_live(page)
    return page


def test_key_is_made_copied_and_revoked(
    desk: Page, open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """By keyboard from the button on; what a program sends is shown this once."""
    page = _open(open_app, served, "/integrations", "owner@demo.example")
    keys = page.get_by_role("region", name="API keys")
    expect(keys.get_by_text("No keys yet")).to_be_visible()
    assert_accessible(page)
    picture(page, "integrations-1-empty")

    keys.get_by_role("button", name="New key").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("textbox", name="Name")).to_be_focused()
    page.keyboard.type("Wallboard in the hall")
    dialog.get_by_role("radio", name="Only these numbers and teams").check()
    dialog.get_by_role("combobox", name="Numbers").focus()
    page.keyboard.press("ArrowDown")
    page.get_by_role("option", name="Paris", exact=True).click()
    page.keyboard.press("Escape")
    assert_accessible(page)
    picture(page, "integrations-2-new-key")
    dialog.get_by_role("button", name="Make the key").click()
    token = dialog.get_by_role("textbox", name="The key").inner_text()
    assert len(token) > 30
    assert_accessible(page)
    picture(page, "integrations-3-key-once")
    dialog.get_by_role("button", name="I have kept it").click()

    answer = page.request.get(
        f"{served.origin}/api/v1/queues", headers={"authorization": f"Bearer {token}"}
    )
    assert answer.ok
    expect(keys.get_by_role("listitem")).to_contain_text("Wallboard in the hall")
    assert token not in page.content()
    keys.get_by_role("button", name="Revoke the key").click()
    picture(page, "integrations-4-revoke")
    page.get_by_role("dialog").get_by_role("button", name="Revoke").click()
    expect(keys.get_by_text("1 revoked key")).to_be_visible()
    refused = page.request.get(
        f"{served.origin}/api/v1/queues", headers={"authorization": f"Bearer {token}"}
    )
    assert refused.status == 401


def _make_webhook(page: Page, target: Target, *events: str) -> None:
    page.get_by_role("button", name="New webhook").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Name").fill("Our CRM")
    dialog.get_by_role("textbox", name="Address").fill(target.url)
    if events:
        dialog.get_by_role("radio", name="Only some events").check()
    for event in events:
        dialog.get_by_role("checkbox", name=event, exact=True).check()


def test_webhook_is_made_tried_and_its_deliveries_sent_again(
    desk: Page, open_app: OpenPage, served: Served, target: Target, picture: Picture
) -> None:
    """A real receiver on loopback: the log tells what became of each event."""
    page = _open(open_app, served, "/integrations", "owner@demo.example")
    page.get_by_role("button", name="New webhook").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Name").fill("Intranet")
    dialog.get_by_role("textbox", name="Address").fill("https://192.168.1.1/hook")
    dialog.get_by_role("button", name="Make the webhook").click()
    expect(dialog.get_by_text("it must be public and use https")).to_be_visible()
    dialog.get_by_role("button", name="Cancel").click()

    _make_webhook(page, target, "A callback was requested", "A callback has ended")
    assert_accessible(page)
    picture(page, "integrations-5-new-webhook")
    dialog.get_by_role("button", name="Make the webhook").click()
    expect(dialog.get_by_role("textbox", name="The secret")).to_contain_text("whsec_")
    picture(page, "integrations-6-secret-once")
    dialog.get_by_role("button", name="I have kept it").click()
    expect(page.get_by_role("heading", level=1, name="Our CRM")).to_be_visible()
    expect(page.get_by_text("Nothing was sent yet")).to_be_visible()

    _try_by_hand(page, target, picture)
    _ask_for_a_callback(desk)
    expect(page.get_by_text("Nothing gets through since")).to_be_visible()
    target.status = 200
    log = page.get_by_role("region", name="Deliveries")
    expect(log.get_by_role("listitem")).to_have_count(2)
    expect(log.get_by_text("Delivered", exact=True).last).to_be_visible()
    sent = log.get_by_role("listitem").last
    expect(sent).to_contain_text("A callback was requested")
    expect(sent.locator("[data-tone=talking]")).to_be_visible(timeout=30_000)
    sent.get_by_text("What is sent").click()
    expect(sent.get_by_text('"type": "callback.requested"')).to_be_visible()
    assert_accessible(page)
    picture(page, "integrations-8-webhook")
    before = len(target.taken)
    sent.get_by_role("button", name="Send again").click()
    expect(log.get_by_role("listitem")).to_have_count(3)
    assert len(target.taken) > before
    page.get_by_role("button", name="Send all given up again").click()
    expect(page.get_by_text("Nothing is left to send")).to_be_visible()
    log.get_by_text("Given up", exact=True).click()
    expect(page).to_have_url(re.compile("state=given-up"))
    expect(page.get_by_text("No such deliveries")).to_be_visible()

    _pause_switch_on_and_remove(page, picture)


def _try_by_hand(page: Page, target: Target, picture: Picture) -> None:
    dialog = page.get_by_role("dialog")
    page.get_by_role("button", name="Send a test").click()
    dialog.get_by_role("button", name="Send", exact=True).click()
    expect(dialog.get_by_text("It arrived")).to_be_visible()
    assert b"webhook.test" in target.taken[-1]
    target.status = 503
    dialog.get_by_role("button", name="Send another").click()
    expect(dialog.get_by_text("It did not arrive")).to_be_visible()
    expect(dialog.get_by_text("answered 503 instead of 2xx")).to_be_visible()
    assert_accessible(page)
    picture(page, "integrations-7-test")
    dialog.get_by_role("button", name="Close").last.click()


def _ask_for_a_callback(desk: Page) -> None:
    number = phones(desk)[0]
    dial(desk, number)
    waiting = (
        f"answer.some((each) => each.stage === 'waiting' && each.customer.number === '{number}')"
    )
    ask_until(desk, "/calls/live", waiting)
    ask(desk, "POST", f"/booth/phones/{number}/press", {"digit": "*"})
    found = ask_until(
        desk, "/callbacks", "answer.callbacks.find((each) => each.state !== 'closed')"
    )
    ask(desk, "POST", f"/callbacks/{found['id']}/cancel", {})


def _pause_switch_on_and_remove(page: Page, picture: Picture) -> None:
    more = page.get_by_role("button", name="More to do with")
    more.click()
    page.get_by_role("menuitem", name="New secret").click()
    page.get_by_role("dialog").get_by_role("button", name="New secret").click()
    expect(page.get_by_role("textbox", name="The secret")).to_contain_text("whsec_")
    page.get_by_role("button", name="I have kept it").click()
    more.click()
    page.get_by_role("menuitem", name="Pause").click()
    page.get_by_role("dialog").get_by_role("button", name="Pause").click()
    expect(page.get_by_role("note")).to_contain_text("It is told nothing at the moment")
    assert_accessible(page)
    picture(page, "integrations-9-paused")
    page.get_by_role("button", name="Switch on again").click()
    expect(page.get_by_role("note")).to_be_hidden()
    more.click()
    page.get_by_role("menuitem", name="Remove").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    expect(page.get_by_text("No webhooks yet")).to_be_visible()


def test_log_is_filtered_read_on_and_exported(
    desk: Page, open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """Who did what stands in words, its filters in the address."""
    for number in range(55):
        ask(desk, "PUT", "/tags/vip", {"name": f"Important {number}", "colour": "#7A5AF8"})
    page = _open(open_app, served, "/audit-log", "owner@demo.example", viewport=DESK)
    entries = page.get_by_role("list", name="Who did what").get_by_role("listitem")
    expect(entries).to_have_count(50)
    expect(entries.first).to_contain_text("Signed in")
    page.get_by_role("button", name="Show more").click()
    expect(entries.nth(55)).to_be_visible()
    page.get_by_role("combobox", name="What").click()
    page.get_by_role("option", name="Tag changed").click()
    expect(page).to_have_url(re.compile("action=set-tag"))
    expect(entries.first).to_contain_text("Operator")
    entries.first.get_by_text(re.compile("values")).click()
    expect(entries.first.get_by_role("definition").filter(has_text="Important 54")).to_be_visible()
    assert_accessible(page)
    picture(page, "integrations-10-log")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Export as CSV").click()
    assert len(waiting.value.path().read_text().splitlines()) == 56
    expect(page.get_by_text("55 entries written.")).to_be_visible()
    page.goto(f"{served.origin}/audit-log?since=2001-01-01&until=2001-01-02")
    expect(page.get_by_text("Nothing found")).to_be_visible()
    page.get_by_role("button", name="Clear the filters").click()
    expect(entries).to_have_count(50)


def test_halted_callbacks_are_told_everywhere_and_resumed(
    desk: Page, open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """A gate that somebody has to open: agents are told as well, and cannot."""
    page = _open(open_app, served, "/system", "owner@demo.example")
    expect(page.get_by_role("region", name="Phone system")).to_contain_text("In order")
    expect(page.get_by_role("region", name="Disk")).to_contain_text("GB")
    expect(page.get_by_text("No alerts")).to_be_visible()
    assert_accessible(page)
    picture(page, "integrations-11-health")
    agent = _open(open_app, served, "/workspace", "ines@demo.example")
    page.get_by_role("button", name="Halt all callbacks").click()
    page.get_by_role("dialog").get_by_role("button", name="Halt all callbacks").click()
    expect(page.get_by_text("Nobody is called back")).to_be_visible()
    assert_accessible(page)
    picture(page, "integrations-12-halted")
    expect(agent.get_by_text("Nobody is called back")).to_be_visible()
    expect(agent.get_by_role("button", name="Resume callbacks")).to_be_hidden()
    assert_accessible(agent)
    picture(agent, "integrations-13-halted-agent")
    page.goto(f"{served.origin}/monitoring")
    page.get_by_role("button", name="Resume callbacks").click()
    page.get_by_role("dialog").get_by_role("button", name="Resume callbacks").click()
    expect(page.get_by_text("Nobody is called back")).to_be_hidden()


def test_alert_is_told_on_every_screen_until_somebody_dismisses_it(
    desk: Page, open_app: OpenPage, served: Served, picture: Picture
) -> None:
    """R26: spoken as it comes; gone for everybody, and never seen by who only takes calls."""
    page = _open(open_app, served, "/numbers", "owner@demo.example", viewport=TELEPHONE, **FRENCH)
    other = _open(open_app, served, "/monitoring", "supervisor@demo.example")
    agent = _open(open_app, served, "/workspace", "ines@demo.example")
    ask(desk, "PUT", "/account/settings", {"failures_in_row_max": 1})
    ask(desk, "POST", "/callbacks", {"line_id": "paris", "number": "+33199000001"})
    for each in ask(desk, "GET", "/agents"):
        ask(desk, "PUT", f"/agents/{each['id']}/status", {"status": "offline"})

    expect(page.get_by_role("status").filter(has_text="Paris")).to_be_visible()
    expect(other.get_by_role("status").filter(has_text="Paris: 1 callback")).to_be_visible()
    assert_accessible(page)
    assert_no_sideways_scrolling(page)
    assert_accessible(other)
    picture(page, "integrations-16-alert-telephone")
    picture(other, "integrations-17-alert")
    other.get_by_role("button", name="Dismiss for everybody").press("Enter")

    for each in (page, other, agent):
        expect(each.get_by_role("status").filter(has_text="Paris")).to_have_count(0)


@pytest.mark.parametrize("path", ["/integrations", "/audit-log", "/system"])
def test_everything_fits_a_telephone_in_french_in_the_dark(
    desk: Page, open_app: OpenPage, served: Served, target: Target, picture: Picture, path: str
) -> None:
    """Nothing is cut off, and nothing is English (WCAG 1.4.10)."""
    hook = ask(desk, "POST", "/webhooks", {"name": "Notre CRM", "url": target.url})
    ask(desk, "POST", "/api-keys", {"name": "Tableau mural", "role": "supervisor"})
    page = _open(open_app, served, path, "owner@demo.example", viewport=TELEPHONE, **FRENCH)
    expect(page.locator("main section").first).to_be_visible()
    assert_no_sideways_scrolling(page)
    assert_accessible(page)
    picture(page, f"integrations-14-telephone{path.replace('/', '-')}")
    if path == "/integrations":
        page.goto(f"{served.origin}/integrations/{hook['webhook']['id']}")
        expect(page.get_by_role("heading", level=1, name="Notre CRM")).to_be_visible()
        assert_no_sideways_scrolling(page)
        assert_accessible(page)
        picture(page, "integrations-15-telephone-webhook")


def test_supervisor_sees_the_health_and_nothing_else(
    desk: Page, open_app: OpenPage, served: Served
) -> None:
    """Keys, webhooks and the log are for owners and admins."""
    page = _open(open_app, served, "/system", "supervisor@demo.example")
    expect(page.get_by_role("region", name="Phone system")).to_be_visible()
    expect(page.get_by_role("button", name="Halt all callbacks")).to_be_hidden()
    expect(page.get_by_role("navigation").get_by_text("Audit log")).to_be_hidden()
    page.goto(f"{served.origin}/integrations")
    expect(page.get_by_role("heading", level=1, name="New webhook")).to_be_hidden()
    expect(page.get_by_role("button", name="New webhook")).to_be_hidden()
