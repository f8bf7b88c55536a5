"""Versions of flows, in Chromium: a draft with its problems, published, and rolled back."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Picture = Callable[[Page, str], None]
ASK = """
async ([method, path, body]) => {
  const headers = {
    authorization: `Bearer ${sessionStorage.getItem("ringback-token")}`,
    "content-type": "application/json",
  };
  const answer = await fetch(`/api/v1${path}`, { method, headers, body });
  return await answer.json();
}
"""


def _ask(page: Page, method: str, path: str, body: object = None) -> Any:
    return page.evaluate(ASK, [method, path, None if body is None else json.dumps(body)])


def _save_draft(page: Page, *, draft: int = 0, version: int = 1, **ring_changes: object) -> int:
    settings = _ask(page, "GET", "/flows/paris")["settings"]
    ring = next(step for step in settings["steps"] if step["kind"] == "ring")
    ring |= ring_changes
    body = {"seen": {"draft": draft, "version": version}, "settings": settings}
    return int(_ask(page, "PUT", "/flows/paris/draft", body)["draft"])


def test_draft_is_published_and_rolled_back_by_keyboard(
    open_page: OpenPage, picture: Picture
) -> None:
    """R4: the confirmation says what happens to those who wait."""
    page = open_page(viewport={"width": 1280, "height": 900})
    expect(page.locator("#flow-versions")).to_contain_text("In force")
    page.locator("#booth-dial").click()
    number = _save_draft(page, next="", ring_for_seconds=2)
    expect(page.locator("#flow-versions")).to_contain_text("has a branch that leads nowhere")
    expect(page.locator("#flow-publish-draft")).to_be_disabled()
    picture(page, "flows-1-draft-with-problems")

    _save_draft(page, draft=number, ring_for_seconds=90)
    expect(page.locator("#flow-publish-draft")).to_be_enabled()
    page.locator("#flow-publish-draft").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#flow-versions .sure")).to_contain_text("callers 1")
    expect(page.locator("#flow-keep-draft")).to_be_focused()
    picture(page, "flows-2-sure")
    page.locator("#flow-publish_yes-draft").click()
    expect(page.locator("#flow-versions li[data-id='2']")).to_contain_text("In force")
    expect(page.locator("#flow-versions li[data-id='1']")).to_contain_text("callers 1")
    page.locator("#flow-roll_back-1").click()
    page.locator("#flow-roll_back_yes-1").click()

    expect(page.locator("#flow-versions li[data-id='3']")).to_contain_text("content of version 1")
    picture(page, "flows-3-rolled-back")


def test_change_of_a_colleague_is_not_overwritten(open_page: OpenPage, picture: Picture) -> None:
    """R20: what was confirmed is what was shown, or nothing is done; in French, small and dark."""
    page = open_page(viewport={"width": 360, "height": 760}, locale="fr-FR", color_scheme="dark")
    expect(page.locator("#flow-versions")).to_contain_text("En vigueur")
    number = _save_draft(page, ring_for_seconds=90)
    page.locator("#flow-discard-draft").click()
    expect(page.locator("#flow-versions .sure")).to_contain_text("Jeter ce brouillon")
    picture(page, "flows-4-french-dark")

    _save_draft(page, draft=number, ring_for_seconds=99)
    page.locator("#flow-discard_yes-draft").click()

    expect(page.locator("#flow-problem")).to_contain_text("Quelqu’un a modifié ce Smartflow")
    expect(page.locator("#flow-versions")).to_contain_text("Brouillon")
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wide
