"""Who is told by HTTP what happens, how far they have been told, and what is kept of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from ringback.core.ids import AccountId


class WebhookFormat(StrEnum):
    """In whose words a webhook is told what happens."""

    NATIVE = "native"
    COMPATIBLE = "compatible"
    """Those of the public API that `docs/compatibility.md` speaks of."""


class WebhookState(StrEnum):
    """Whether a webhook is told what happens."""

    ACTIVE = "active"
    PAUSED = "paused"
    """Somebody has paused it; it goes on where it was."""
    FAILING = "failing"
    """It was disabled because nothing got through for too long."""
    GONE = "gone"
    """It was disabled because its receiver said that it is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """Somebody's address that is told what happens."""

    id: str
    name: str
    url: str
    events: tuple[str, ...]
    """The types it is told of; all, if there are none."""
    format: WebhookFormat = WebhookFormat.NATIVE
    state: WebhookState = WebhookState.ACTIVE
    secret_number: int = 1
    """Which of its secrets signs; the one before signs as well for a day."""
    rotated_at: datetime | None = None
    created_at: datetime
    failing_since: datetime | None = None
    """Since when no try has got through; None when the last one did."""
    failures: int = 0
    """How many tries in a row have failed."""


LIVE_RUN = "live"
FAILED_RUN = "failed"
"""How the id of a replay begins that tells again what was given up, and nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookRun:
    """A stretch of the journal on its way to a webhook, and how far it has come."""

    webhook_id: str
    id: str
    """`live`, or that of a replay."""
    after_sequence: int
    """Everything up to this fact has arrived, or was given up."""
    last_sequence: int | None = None
    """Where a replay ends."""

    @property
    def is_of_failed(self) -> bool:
        return self.id.startswith(FAILED_RUN)


class DeliveryState(StrEnum):
    """What became of an event on its way to a webhook."""

    DELIVERED = "delivered"
    RETRYING = "retrying"
    GIVEN_UP = "given-up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One event on its way to a webhook, and its last try; it holds no personal data."""

    webhook_id: str
    run_id: str
    sequence: int
    event_type: str
    subject: str
    """What the event is about: the id of a callback, call, agent or alert."""
    state: DeliveryState
    tries: int
    status: int | None
    """What the receiver answered last."""
    problem: str | None
    first_at: datetime
    last_at: datetime
    next_at: datetime | None = None


class WebhookStore(Protocol):
    """Webhooks of each account, how far they have been told, and the log; beside its journal."""

    async def webhooks(self, account_id: AccountId) -> Sequence[Webhook]: ...

    async def runs(self, account_id: AccountId) -> Sequence[WebhookRun]: ...

    async def keep(
        self, account_id: AccountId, webhook: Webhook, runs: Sequence[WebhookRun] = ()
    ) -> None:
        """Create or replace a webhook, and runs of it, in one commit."""
        ...

    async def remove(self, account_id: AccountId, webhook_id: str) -> None:
        """Remove a webhook with its runs and its log."""
        ...

    async def note(
        self, account_id: AccountId, run: WebhookRun, deliveries: Sequence[Delivery] = ()
    ) -> None:
        """Note how far a run has come and what became of deliveries, in one commit."""
        ...

    async def end(self, account_id: AccountId, run: WebhookRun) -> None: ...

    async def delivered_after(self, account_id: AccountId, run: WebhookRun) -> Sequence[int]:
        """Give the facts beyond the run's cursor that have arrived, or were given up, already."""
        ...

    async def deliveries(
        self,
        account_id: AccountId,
        webhook_id: str,
        *,
        state: DeliveryState | None = None,
        before: tuple[int, str] | None = None,
        limit: int,
    ) -> Sequence[Delivery]:
        """Give the log, the newest event first, before an event and run."""
        ...

    async def given_up(
        self, account_id: AccountId, webhook_id: str, *, limit: int
    ) -> Sequence[int]:
        """Give the facts that were given up and have not arrived in another run, in order."""
        ...

    async def forget(self, account_id: AccountId, before: datetime) -> None:
        """Forget what became of deliveries whose last try was earlier."""
        ...
