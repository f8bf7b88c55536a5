"""Customers, agents and colleagues played through the API, by a page."""

from typing import Any

from playwright.sync_api import Page

_ASK = """
async ([method, path, body]) => {
  const headers = {
    authorization: `Bearer ${sessionStorage.getItem("ringback-token")}`,
    "content-type": "application/json",
  };
  const sent = body && JSON.stringify(body);
  const answer = await fetch(`/api/v1${path}`, { method, headers, body: sent });
  return answer.status === 204 ? null : answer.json();
}
"""
_ASK_AS_USER = """
async ([method, path, body]) => {
  const headers = { "content-type": "application/json" };
  const sent = body && JSON.stringify(body);
  const answer = await fetch(`/api/v1${path}`, { method, headers, body: sent });
  return answer.status === 204 ? null : answer.json();
}
"""
_UNTIL = """
async (path) => {
  const headers = { authorization: `Bearer ${sessionStorage.getItem("ringback-token")}` };
  let answer = null;
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    answer = await (await fetch(`/api/v1${path}`, { headers })).json();
    const found = TEST;
    if (found) return found;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(`${path}: ${JSON.stringify(answer)}`);
}
"""
_SIGN_IN = """
async (email) => {
  const { demo } = await (await fetch("/api/v1/setup")).json();
  const answer = await fetch("/api/v1/session", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password: demo.password }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}
"""


def ask(desk: Page, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
    """Ask as the operator, as whom the page is signed in."""
    return desk.evaluate(_ASK, [method, path, body])


def ask_as_user(page: Page, method: str, path: str, body: object = None) -> Any:
    """Ask as whoever has signed in on the page."""
    return page.evaluate(_ASK_AS_USER, [method, path, body])


def ask_until(desk: Page, path: str, test: str) -> Any:
    """Ask again and again until an expression of the `answer` is true, and give what it is."""
    return desk.evaluate(_UNTIL.replace("TEST", test), path)


def sign_in_as(page: Page, email: str) -> None:
    """Sign in as somebody of the demo; the next page is theirs."""
    page.evaluate(_SIGN_IN, email)


def phones(desk: Page) -> list[str]:
    """Name the customers of the phone booth by their numbers."""
    return [phone["number"] for phone in ask(desk, "GET", "/booth")["phones"]]


def dial(desk: Page, number: str) -> None:
    """Let a customer call Paris."""
    ask(desk, "POST", f"/booth/phones/{number}/dial", {"line_id": "paris"})


def talk(desk: Page, agent_id: str = "lea") -> None:
    """Let an agent take what rings and be in conversation."""
    offer_id = ask_until(desk, f"/agents/{agent_id}", "answer.offer && answer.offer.id")
    ask(desk, "POST", f"/offers/{offer_id}/accept", {"agent_id": agent_id})


def play_day(desk: Page) -> None:
    """A call that is answered, a callback that is completed, and one that is cancelled."""
    second, third, first = phones(desk)[:3]
    dial(desk, first)
    talk(desk)
    for number in (second, third):
        dial(desk, number)
        waiting = f"each.stage === 'waiting' && each.customer.number === '{number}'"
        ask_until(desk, "/calls/live", f"answer.some((each) => {waiting})")
        ask(desk, "POST", f"/booth/phones/{number}/press", {"digit": "*"})
    queued = (
        "answer.callbacks.find((each) => each.state === 'queued' && each.customer.number === '%s')"
    )
    given_up = ask_until(desk, "/callbacks", queued % third)
    ask(desk, "POST", f"/callbacks/{given_up['id']}/cancel", {})
    ask_until(desk, "/callbacks", queued % second)
    ask(desk, "POST", "/agents/lea/hang-up", {})
    talk(desk)
    rings = f"answer.phones.some((one) => one.number === '{second}' && one.phase === 'ringing')"
    ask_until(desk, "/booth", rings)
    ask(desk, "POST", f"/booth/phones/{second}/answer", {})
    ask_until(desk, "/agents/lea", "answer.conversation && answer.conversation.stage === 'talking'")
    ask(desk, "POST", "/agents/lea/hang-up", {})
    ask_until(desk, "/calls?count=true", "answer.total === 4")
