"""The webhooks of an account: set up, changed, tried, replayed, and carried to by couriers.

UnknownWebhook
    There is no such webhook.
UnknownDelivery
    There is no such delivery in the log of this webhook.
TooManyWebhooks
    No more webhooks can be set up.
TooManyReplays
    As many replays as may go on at once are going on for this webhook.
"""

import asyncio
import secrets
import uuid
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from ringback.core.events import Fact
from ringback.telling import (
    FAILED_RUN,
    LIVE_RUN,
    Delivery,
    DeliveryState,
    Webhook,
    WebhookFormat,
    WebhookRun,
    WebhookState,
)

from .courier import Courier, Pack, Parcel
from .event_types import TEST_TYPE
from .sending import Attempt
from .standing import Means, Standing
from .tail import Tail
from .targets import Targets

WEBHOOKS_MAX = {WebhookFormat.NATIVE: 50, WebhookFormat.COMPATIBLE: 100}
REPLAYS_MAX = 5
TIDIED_EVERY = timedelta(hours=1)

Key = tuple[str, str]
PackCompatibly = Callable[[Fact, Standing], Awaitable[Parcel | None]]
"""Write what a compatible webhook is told of a fact."""
PackTest = Callable[[str, datetime], bytes]
"""Write the body of a try by hand, given its id and when."""


class UnknownWebhook(Exception):
    """There is no such webhook."""


class UnknownDelivery(Exception):
    """There is no such delivery."""


class TooManyWebhooks(Exception):
    """No more webhooks can be set up."""


class TooManyReplays(Exception):
    """Too many replays go on for this webhook."""


class Again(NamedTuple):
    """A replay of what was given up, and how many events that are; None is no replay."""

    run: WebhookRun | None
    events: int


class Made(NamedTuple):
    """A webhook and its secret, which is told this once."""

    webhook: Webhook
    secret: str


class WebhookDesk:
    """All that may be asked about webhooks; `load` before anything else, then `run`."""

    def __init__(
        self,
        means: Means,
        *,
        targets: Targets,
        tail: Tail,
        pack: Pack,
        pack_test: PackTest,
        log_kept_for: timedelta,
    ) -> None:
        self._means = means
        self._targets = targets
        self._tail = tail
        self._pack = pack
        self._pack_test = pack_test
        self._log_kept_for = log_kept_for
        self._pack_compatibly: PackCompatibly | None = None
        self._standings: dict[str, Standing] = {}
        self._carrying: dict[Key, asyncio.Task[None]] = {}
        self._changed = asyncio.Event()

    async def load(self) -> None:
        """Bring webhooks and cursors back from the store."""
        store, account_id = self._means.store, self._means.account_id
        runs = await store.runs(account_id)
        for webhook in await store.webhooks(account_id):
            own = [run for run in runs if run.webhook_id == webhook.id]
            self._standings[webhook.id] = self._standing(webhook, own)
        self._changed.set()

    # ---- setting up ----------------------------------------------------------------------

    def all(self) -> Sequence[Webhook]:
        """Give all webhooks, the oldest first."""
        webhooks = [standing.webhook for standing in self._standings.values()]
        return sorted(webhooks, key=lambda webhook: (webhook.created_at, webhook.id))

    def get(self, webhook_id: str) -> Webhook:
        """Raises `UnknownWebhook`."""
        return self._find(webhook_id).webhook

    def token(self, webhook_id: str) -> str:
        """Give what compatible messages bear. Raises `UnknownWebhook`."""
        return self._find(webhook_id).token

    def lag(self, webhook_id: str) -> int:
        """Count the facts that are committed and that the webhook has not been told of yet."""
        live = self._find(webhook_id).runs[LIVE_RUN]
        return max(self._tail.last_sequence - live.after_sequence, 0)

    async def add(
        self,
        *,
        name: str,
        url: str,
        events: Sequence[str],
        active: bool = True,
        told_as: WebhookFormat = WebhookFormat.NATIVE,
    ) -> Made:
        """Set one up; it is told what happens from here on.

        Raises `TooManyWebhooks` and `TargetRefused`.
        """
        alike = [each for each in self.all() if each.format is told_as]
        if len(alike) >= WEBHOOKS_MAX[told_as]:
            raise TooManyWebhooks
        await self._targets.judge(url)
        webhook = Webhook(
            id=_new_id(told_as),
            format=told_as,
            name=name,
            url=url,
            events=tuple(dict.fromkeys(events)),
            state=WebhookState.ACTIVE if active else WebhookState.PAUSED,
            created_at=self._means.now(),
        )
        live = WebhookRun(
            webhook_id=webhook.id, id=LIVE_RUN, after_sequence=self._tail.last_sequence
        )
        await self._means.store.keep(self._means.account_id, webhook, [live])
        standing = self._standings[webhook.id] = self._standing(webhook, [live])
        self._changed.set()
        return Made(webhook, standing.secret)

    async def change(
        self, webhook_id: str, *, name: str, url: str, events: Sequence[str], active: bool
    ) -> Webhook:
        """Set it anew; one that is active again goes on where it was.

        Raises `UnknownWebhook` and `TargetRefused`.
        """
        await self._targets.judge(url)
        standing = self._find(webhook_id)
        before = standing.webhook
        state = WebhookState.ACTIVE if active else WebhookState.PAUSED
        if not active and before.state is not WebhookState.ACTIVE:
            state = before.state
        changed = replace(
            before, name=name, url=url, events=tuple(dict.fromkeys(events)), state=state
        )
        if active and before.state is not WebhookState.ACTIVE:
            changed = replace(changed, failures=0, failing_since=None)
        await standing.keep(changed)
        self._changed.set()
        return changed

    async def remove(self, webhook_id: str) -> None:
        """Raises `UnknownWebhook`."""
        self._find(webhook_id)
        del self._standings[webhook_id]
        ending = [task for key, task in self._carrying.items() if key[0] == webhook_id]
        for task in ending:
            task.cancel()
        await asyncio.gather(*ending, return_exceptions=True)
        await self._means.store.remove(self._means.account_id, webhook_id)

    async def rotate(self, webhook_id: str) -> Made:
        """Give it a new secret; the old one signs as well for a day. Raises `UnknownWebhook`."""
        standing = self._find(webhook_id)
        before = standing.webhook
        number, at = before.secret_number + 1, self._means.now()
        await standing.keep(replace(before, secret_number=number, rotated_at=at))
        return Made(standing.webhook, standing.secret)

    # ---- trying and replaying --------------------------------------------------------------

    async def test(self, webhook_id: str) -> Attempt:
        """Send a `webhook.test` once, at once, whatever its state. Raises `UnknownWebhook`."""
        message_id = f"test_{secrets.token_hex(8)}"
        body = self._pack_test(message_id, self._means.now())
        return await self._find(webhook_id).take(
            Parcel(0, message_id, TEST_TYPE, webhook_id, webhook_id, body)
        )

    async def deliveries(
        self,
        webhook_id: str,
        *,
        state: DeliveryState | None,
        before: tuple[int, str] | None,
        limit: int,
    ) -> Sequence[Delivery]:
        """Give the log, the newest event first. Raises `UnknownWebhook`."""
        self._find(webhook_id)
        return await self._means.store.deliveries(
            self._means.account_id, webhook_id, state=state, before=before, limit=limit
        )

    async def replay(self, webhook_id: str, sequence: int) -> WebhookRun:
        """Carry one event once more. Raises `UnknownWebhook`, `UnknownDelivery`, and so on."""
        standing = self._find(webhook_id)
        fact = await self._tail.fact(sequence)
        if fact is None or not standing.wants(fact):
            raise UnknownDelivery
        return await self._begin_replay(webhook_id, sequence - 1, sequence)

    async def replay_failed(self, webhook_id: str) -> Again:
        """Carry once more what was given up and has not arrived since, and nothing else.

        Raises `UnknownWebhook` and `TooManyReplays`.
        """
        given_up = await self._find(webhook_id).given_up()
        if not given_up:
            return Again(None, 0)
        run = await self._begin_replay(webhook_id, given_up[0] - 1, given_up[-1], named=FAILED_RUN)
        return Again(run, len(given_up))

    async def body(self, webhook_id: str, sequence: int) -> bytes:
        """Give what a replay of one event would send at this moment; empty where it is nothing.

        Raises `UnknownWebhook` and `UnknownDelivery`.
        """
        standing = self._find(webhook_id)
        fact = await self._tail.fact(sequence)
        if fact is None or not standing.wants(fact) or not self._speaks(standing.webhook):
            raise UnknownDelivery
        parcel = await self._packing(standing)(fact)
        if parcel is not None and not parcel.body and parcel.later is not None:
            parcel = await parcel.later.pack()
        return b"" if parcel is None else parcel.body

    async def replay_period(self, webhook_id: str, since: datetime, until: datetime) -> WebhookRun:
        """Carry once more what happened from an instant on and before another one.

        Raises `UnknownWebhook` and `TooManyReplays`.
        """
        self._find(webhook_id)
        first, beyond = await self._tail.first_at(since), await self._tail.first_at(until)
        return await self._begin_replay(webhook_id, first - 1, max(beyond - 1, first - 1))

    def replays(self, webhook_id: str) -> Sequence[WebhookRun]:
        """Give the replays that go on. Raises `UnknownWebhook`."""
        runs = self._find(webhook_id).runs
        return [run for run in runs.values() if run.id != LIVE_RUN]

    async def _begin_replay(
        self, webhook_id: str, after: int, last: int, *, named: str = "replay"
    ) -> WebhookRun:
        if len(self.replays(webhook_id)) >= REPLAYS_MAX:
            raise TooManyReplays
        run_id = f"{named}{secrets.token_hex(6)}"
        run = WebhookRun(webhook_id=webhook_id, id=run_id, after_sequence=after, last_sequence=last)
        await self._find(webhook_id).move(run)
        self._changed.set()
        return run

    def speak(self, pack: PackCompatibly) -> None:
        """Know how compatible messages are written; those webhooks are told nothing before."""
        self._pack_compatibly = pack
        self._changed.set()

    # ---- carrying --------------------------------------------------------------------------

    async def run(self) -> None:
        """Let couriers carry until cancelled; a bug in one of them ends it, to begin anew."""
        try:
            await self._tidy()
            while True:
                self._changed.clear()
                self._begin_and_end()
                await self._wait()
                self._finish()
        finally:
            for task in self._carrying.values():
                task.cancel()
            await asyncio.gather(*self._carrying.values(), return_exceptions=True)
            self._carrying.clear()
            await self._means.sender.close()

    def _begin_and_end(self) -> None:
        wanted = {
            (standing.webhook.id, run_id): None
            for standing in self._standings.values()
            if standing.webhook.state is WebhookState.ACTIVE and self._speaks(standing.webhook)
            for run_id in standing.runs
        }
        for key, task in self._carrying.items():
            if key not in wanted:
                task.cancel()
        for key in wanted:
            if key not in self._carrying:
                self._carrying[key] = asyncio.create_task(self._carry(*key), name=f"{key}")

    async def _wait(self) -> None:
        """Wait until something changes, a courier ends, or the log is to be tidied."""
        changed = asyncio.create_task(self._changed.wait())
        try:
            done, _ = await asyncio.wait(
                (changed, *self._carrying.values()),
                timeout=TIDIED_EVERY.total_seconds(),
                return_when=asyncio.FIRST_COMPLETED,
            )
        finally:
            changed.cancel()
        if not done:
            await self._tidy()

    async def _tidy(self) -> None:
        before = self._means.now() - self._log_kept_for
        await self._means.store.forget(self._means.account_id, before)

    def _finish(self) -> None:
        """Let go of couriers that have ended; raises what ended one that was not asked to."""
        for key, task in [*self._carrying.items()]:
            if not task.done():
                continue
            del self._carrying[key]
            if not task.cancelled():
                task.result()

    async def _carry(self, webhook_id: str, run_id: str) -> None:
        standing = self._standings[webhook_id]
        courier = Courier(
            standing.runs[run_id],
            standing,
            tail=self._tail,
            pack=self._packing(standing),
            now=self._means.now,
            patience=self._means.patience,
            arrived=await standing.arrived(run_id),
            only=await standing.given_up() if standing.runs[run_id].is_of_failed else None,
        )
        await courier.run()
        await standing.end(run_id)

    def _speaks(self, webhook: Webhook) -> bool:
        return webhook.format is WebhookFormat.NATIVE or self._pack_compatibly is not None

    def _packing(self, standing: Standing) -> Pack:
        if standing.webhook.format is WebhookFormat.NATIVE:
            return self._pack
        assert self._pack_compatibly is not None
        pack = self._pack_compatibly

        async def packed(fact: Fact) -> Parcel | None:
            return await pack(fact, standing)

        return packed

    def _standing(self, webhook: Webhook, runs: Sequence[WebhookRun]) -> Standing:
        return Standing(webhook, runs, self._means, on_disabled=self._changed.set)

    def _find(self, webhook_id: str) -> Standing:
        standing = self._standings.get(webhook_id)
        if standing is None:
            raise UnknownWebhook
        return standing


def _new_id(told_as: WebhookFormat) -> str:
    """Make an id as the programs of either API know them."""
    if told_as is WebhookFormat.NATIVE:
        return f"wh{secrets.token_hex(8)}"
    return str(uuid.uuid4())
