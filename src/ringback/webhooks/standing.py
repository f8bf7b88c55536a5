"""One webhook as it stands: its secrets, its tries one by one, and when it is disabled."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from ringback.core.events import Fact
from ringback.core.ids import AccountId
from ringback.telling import (
    Delivery,
    Webhook,
    WebhookFormat,
    WebhookRun,
    WebhookState,
    WebhookStore,
)

from .compatible_events import COMPATIBLE_HEADERS, wants_compatibly
from .courier import USUAL_PATIENCE, Parcel, Patience
from .event_types import event_type_of
from .sending import GONE_STATUS, Attempt, Sender
from .signing import secret_of, signed_headers, token_of

OLD_SECRET_KEPT = timedelta(hours=24)
ENDED_AFTER = timedelta(seconds=30)
GIVEN_UP_MAX = 10_000
"""How many of the events that were given up one replay tells again."""

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What every webhook of an account is served with."""

    account_id: AccountId
    store: WebhookStore
    sender: Sender
    master_secret: str
    now: Callable[[], datetime]
    patience: Patience = USUAL_PATIENCE
    ended_after: timedelta = ENDED_AFTER
    """How long after its end a call is told as ended in compatible messages."""
    root: str = "http://127.0.0.1:8080"
    """The address of this server as other programs know it."""


class Standing:
    """The `Recipient` of couriers; keeps the webhook and its runs in the store as they change."""

    def __init__(
        self,
        webhook: Webhook,
        runs: Sequence[WebhookRun],
        means: Means,
        *,
        on_disabled: Callable[[], None],
    ) -> None:
        self.webhook = webhook
        self.runs = {run.id: run for run in runs}
        self._means = means
        self._on_disabled = on_disabled
        self._last_arrival: datetime | None = None

    @property
    def secret(self) -> str:
        return self._secret(self.webhook.secret_number)

    @property
    def ended_after(self) -> timedelta:
        return self._means.ended_after

    @property
    def root(self) -> str:
        return self._means.root

    @property
    def token(self) -> str:
        """Give what a receiver knows us by, where messages are not signed."""
        webhook = self.webhook
        return token_of(self._means.master_secret, webhook.id, webhook.secret_number)

    def wants(self, fact: Fact) -> bool:
        if self.webhook.format is WebhookFormat.COMPATIBLE:
            return wants_compatibly(self.webhook.events, fact)
        event_type = event_type_of(fact)
        return event_type is not None and (
            not self.webhook.events or event_type in self.webhook.events
        )

    async def take(self, parcel: Parcel) -> Attempt:
        attempt = await self._send(parcel.message_id, parcel.body)
        for body in parcel.more:
            if not attempt.arrived:
                break
            attempt = await self._send(parcel.message_id, body)
        return attempt

    async def has_judged(self, attempt: Attempt) -> None:
        before, now = self.webhook, self._means.now()
        if attempt.arrived:
            self._last_arrival = now
            if before.failures:
                await self.keep(replace(before, failures=0, failing_since=None))
            return
        since = before.failing_since or now
        failing = replace(before, failures=before.failures + 1, failing_since=since)
        if attempt.status == GONE_STATUS:
            await self._disable(replace(failing, state=WebhookState.GONE))
        elif self._has_failed_for_too_long(failing, now):
            await self._disable(replace(failing, state=WebhookState.FAILING))
        else:
            await self.keep(failing)

    def has_taken_since(self, at: datetime) -> bool:
        return self._last_arrival is not None and self._last_arrival >= at

    async def note(self, run: WebhookRun, delivery: Delivery) -> None:
        self.has_come(run)
        await self._means.store.note(self._means.account_id, run, (delivery,))

    async def move(self, run: WebhookRun) -> None:
        """Let a run have come so far from here on, or begin it."""
        self.has_come(run)
        await self._means.store.note(self._means.account_id, run)

    def has_come(self, run: WebhookRun) -> None:
        self.runs[run.id] = run

    async def end(self, run_id: str) -> None:
        """Let a replay be over."""
        await self._means.store.end(self._means.account_id, self.runs.pop(run_id))

    async def arrived(self, run_id: str) -> Sequence[int]:
        """Give the facts beyond a run's cursor that have arrived already."""
        return await self._means.store.delivered_after(self._means.account_id, self.runs[run_id])

    async def given_up(self) -> Sequence[int]:
        """Give the facts that were given up and have not arrived since, the oldest first."""
        store, account_id = self._means.store, self._means.account_id
        return await store.given_up(account_id, self.webhook.id, limit=GIVEN_UP_MAX)

    async def keep(self, webhook: Webhook) -> None:
        """Let the webhook be so from here on."""
        self.webhook = webhook
        await self._means.store.keep(self._means.account_id, webhook)

    def _has_failed_for_too_long(self, webhook: Webhook, now: datetime) -> bool:
        patience = self._means.patience
        return (
            webhook.failing_since is not None
            and webhook.failures >= patience.failures_min
            and now - webhook.failing_since >= patience.disabled_after
        )

    async def _disable(self, webhook: Webhook) -> None:
        if self.webhook.state is not WebhookState.ACTIVE:
            return
        await self.keep(webhook)
        _log.warning(
            "webhook.disabled",
            webhook=webhook.id,
            because=webhook.state.value,
            failures=webhook.failures,
        )
        self._on_disabled()

    async def _send(self, message_id: str, body: bytes) -> Attempt:
        headers: Mapping[str, str] = COMPATIBLE_HEADERS
        if self.webhook.format is WebhookFormat.NATIVE:
            timestamp = int(self._means.now().timestamp())
            headers = signed_headers(self._secrets_in_force(), message_id, timestamp, body)
        return await self._means.sender.send(self.webhook.url, headers, body)

    def _secrets_in_force(self) -> list[str]:
        webhook = self.webhook
        secrets = [self.secret]
        if (
            webhook.rotated_at is not None
            and self._means.now() - webhook.rotated_at < OLD_SECRET_KEPT
        ):
            secrets.append(self._secret(webhook.secret_number - 1))
        return secrets

    def _secret(self, number: int) -> str:
        return secret_of(self._means.master_secret, self.webhook.id, number)
