"""Run `ringback serve` as a process of its own, and use it as anybody does: over HTTP."""

import asyncio
import signal
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import httpx
from tests.phones.company_file import TOKEN
from tests.phones.program import Program

from ringback.api.gate import COMPANY_HEADER

START_SECONDS_MAX = 20.0
ANSWER_SECONDS_MAX = 10.0
LOOK_AGAIN_SECONDS = 0.03

Found = TypeVar("Found")
Shown = dict[str, Any]


class Answer(NamedTuple):
    """What the server said to one request."""

    status: int
    body: Any

    @property
    def code(self) -> str:
        """The code of a refusal."""
        return str(self.body["error"]["code"])

    @property
    def details(self) -> Shown:
        details: Shown = self.body["error"]["details"]
        return details


async def until(
    ask: Callable[[], Awaitable[Found | None]], what: str, seconds: float = 10.0
) -> Found:
    """Ask again and again until the answer is neither None, nor False, nor empty."""
    deadline = time.monotonic() + seconds
    while True:
        found = await ask()
        if found:
            return found
        if time.monotonic() > deadline:
            raise AssertionError(f"{what}: not within {seconds} s")
        await asyncio.sleep(LOOK_AGAIN_SECONDS)


class RingbackServer:
    """One installation: its process may be killed and started again on the same data."""

    def __init__(self, config: Path, http_port: int) -> None:
        self._config = config
        self.port = http_port
        self._url = f"http://127.0.0.1:{http_port}"
        self._program: Program | None = None
        self._client: httpx.AsyncClient | None = None
        self._starts = 0

    @property
    def pid(self) -> int:
        return self._running.process.pid

    @property
    def config(self) -> Path:
        return self._config

    @property
    def data(self) -> Path:
        return self._config.parent / "data"

    @property
    def log(self) -> str:
        """Everything that was logged, over all starts."""
        files = sorted(self._config.parent.glob("server-*.log"))
        return "\n".join(file.read_text(errors="replace") for file in files)

    async def start(self, *, ready: bool = True) -> None:
        """Start the process; wait until it can take calls, or only until it answers at all."""
        self._starts += 1
        self._program = await Program.start(
            [str(Path(sys.executable).with_name("ringback")), "serve", "--config", "ringback.toml"],
            self._config.parent,
            self._config.parent / f"server-{self._starts}.log",
        )
        self._client = httpx.AsyncClient(
            base_url=self._url,
            headers={"Authorization": f"Bearer {TOKEN}"},
            timeout=ANSWER_SECONDS_MAX,
        )
        await self._wait_for("/ready" if ready else "/health")

    @asynccontextmanager
    async def in_company(self, company: str) -> AsyncIterator["RingbackServer"]:
        """See the running server as the operator of one of its further companies."""
        view = RingbackServer(self._config, 0)
        headers = {"Authorization": f"Bearer {TOKEN}", COMPANY_HEADER: company}
        async with httpx.AsyncClient(
            base_url=self._url, headers=headers, timeout=ANSWER_SECONDS_MAX
        ) as client:
            view._client = client
            yield view

    async def kill(self) -> None:
        """End the process at once, as a power cut would; whatever else runs goes on."""
        self._running.process.send_signal(signal.SIGKILL)
        await self._leave()

    async def stop(self) -> int:
        """Ask the process to end; gives its exit code."""
        self._running.process.send_signal(signal.SIGTERM)
        return await self._leave()

    async def put_away(self) -> None:
        """End the process, if it runs, in whatever state it is."""
        if self._program is not None:
            if self._program.is_running:
                self._program.process.send_signal(signal.SIGKILL)
            await self._leave()

    def freeze(self) -> None:
        """Let the process do nothing until `thaw`, while the world goes on."""
        self._running.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._running.process.send_signal(signal.SIGCONT)

    async def ask(self, method: str, path: str, body: object = None) -> Answer:
        assert self._client is not None, "the server does not run"
        answer = await self._client.request(method, path, json=body)
        return Answer(answer.status_code, answer.json())

    async def get(self, path: str) -> Any:
        """Read what must be there."""
        return _granted(await self.ask("GET", f"/api/v1{path}"))

    async def upload(self, recording: bytes, *, name: str) -> str:
        """Keep a recording as a message of the company's own; give its reference."""
        assert self._client is not None, "the server does not run"
        address = "/api/v1/messages/recordings"
        answer = await self._client.post(address, params={"name": name}, content=recording)
        return str(_granted(Answer(answer.status_code, answer.json()))["prompt"])

    # ---- what agents and supervisors do

    async def set_status(self, agent: str, status: str) -> None:
        wanted = {"status": status}
        _granted(await self.ask("PUT", f"/api/v1/agents/{agent}/status", wanted))

    async def answer_offer(self, offer: Shown, deed: str) -> Answer:
        """Press a card's button: `accept` or `decline`."""
        body = {"agent_id": offer["agent_id"]}
        return await self.ask("POST", f"/api/v1/offers/{offer['id']}/{deed}", body)

    async def accept(self, offer: Shown) -> None:
        _granted(await self.answer_offer(offer, "accept"))

    async def decline(self, offer: Shown) -> None:
        _granted(await self.answer_offer(offer, "decline"))

    async def hang_up(self, agent: str) -> None:
        _granted(await self.ask("POST", f"/api/v1/agents/{agent}/hang-up"))

    async def health(self) -> Shown:
        shown: Shown = (await self.get("/health"))["phone_system"]
        return shown

    async def agent(self, agent: str) -> Shown:
        shown: Shown = await self.get(f"/agents/{agent}")
        return shown

    async def queue(self) -> list[Shown]:
        """The one queue of the company, in order."""
        return [item for queue in await self.get("/queues") for item in queue["items"]]

    async def live_calls(self) -> list[Shown]:
        calls: list[Shown] = await self.get("/calls/live")
        return calls

    async def call(self, call_id: str) -> Shown:
        shown: Shown = (await self.get(f"/calls/{call_id}"))["call"]
        return shown

    async def callbacks(self) -> list[Shown]:
        """All callbacks, the newest first."""
        callbacks: list[Shown] = (await self.get("/callbacks"))["callbacks"]
        return callbacks

    async def callback(self, callback_id: str) -> Shown:
        shown: Shown = (await self.get(f"/callbacks/{callback_id}"))["callback"]
        return shown

    async def timeline(self, callback_id: str) -> list[str]:
        """The names of all that happened to a callback, in order."""
        return [event["name"] for event in (await self.get(f"/callbacks/{callback_id}"))["events"]]

    # ---- waiting for what must come

    async def until_offered(self, agent: str, seconds: float = 10.0) -> Shown:
        """Wait until an agent is being rung; gives the card."""

        async def offered() -> Shown | None:
            offers: list[Shown] = (await self.get(f"/agents/{agent}/offers"))["offers"]
            return next((offer for offer in offers if offer["state"] == "ringing"), None)

        return await until(offered, f"an offer to {agent}", seconds)

    async def until_agent(self, agent: str, condition: str, seconds: float = 10.0) -> None:
        async def is_so() -> bool:
            return bool((await self.agent(agent))["condition"] == condition)

        await until(is_so, f"{agent} is {condition}", seconds)

    async def until_callback(self, callback_id: str, state: str, seconds: float = 10.0) -> Shown:
        async def in_state() -> Shown | None:
            shown = await self.callback(callback_id)
            return shown if shown["state"] == state else None

        return await until(in_state, f"{callback_id} is {state}", seconds)

    async def until_accepted(self, callback_id: str) -> str:
        """Wait for somebody to accept a callback; gives who."""

        async def accepted_by() -> str | None:
            agent: str | None = (await self.callback(callback_id))["agent_id"]
            return agent

        return await until(accepted_by, f"{callback_id} is accepted")

    async def until_outcome(self, callback_id: str, seconds: float = 10.0) -> tuple[str, Any]:
        """Wait for a callback's end; gives the kind of its outcome and the reason."""

        async def outcome() -> Shown | None:
            ended: Shown | None = (await self.callback(callback_id))["outcome"]
            return ended

        ended = await until(outcome, f"{callback_id} has an outcome", seconds)
        return ended["kind"], ended["reason"]

    async def until_ended(self, call_id: str, seconds: float = 10.0) -> Shown:
        async def ended() -> Shown | None:
            shown = await self.call(call_id)
            return shown if shown["ended_at"] is not None else None

        return await until(ended, f"call {call_id} has ended", seconds)

    async def until_phones_are(self, state: str, seconds: float = 10.0) -> str:
        """Wait until the health page says so of the phone system; gives its sentence."""

        async def is_so() -> str | None:
            health = await self.health()
            return str(health["sentence"]) if health["state"] == state else None

        return await until(is_so, f"the phone system is {state}", seconds)

    @property
    def _running(self) -> Program:
        assert self._program is not None, "the server does not run"
        return self._program

    async def _leave(self) -> int:
        program, client = self._running, self._client
        self._program = self._client = None
        try:
            code = await program.wait(ANSWER_SECONDS_MAX)
        finally:
            await program.stop()
            if client is not None:
                await client.aclose()
        return code

    async def _wait_for(self, path: str) -> None:
        deadline = time.monotonic() + START_SECONDS_MAX
        while not await self._says_yes(path):
            if not self._running.is_running or time.monotonic() > deadline:
                raise self._running.failure(f"does not answer {path} with 200")
            await asyncio.sleep(LOOK_AGAIN_SECONDS)

    async def _says_yes(self, path: str) -> bool:
        try:
            return (await self.ask("GET", path)).status == 200
        except httpx.TransportError:
            return False


def _granted(answer: Answer) -> Any:
    assert 200 <= answer.status < 300, answer
    return answer.body
