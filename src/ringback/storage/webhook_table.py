"""Webhooks, their cursors and their log in tables beside the journal, in our databases' SQL."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from ringback.core.ids import AccountId
from ringback.telling import (
    Delivery,
    DeliveryState,
    Webhook,
    WebhookFormat,
    WebhookRun,
    WebhookState,
)

from .record_queries import Ask, Query
from .record_statements import Row, Statement, microseconds
from .record_tables import Write

_WEBHOOK = (
    "name",
    "url",
    "events",
    "state",
    "secret_number",
    "rotated_at",
    "created_at",
    "failing_since",
    "failures",
    "format",
)
_RUN = ("after_sequence", "last_sequence")
_DELIVERY = (
    "event_type",
    "subject",
    "state",
    "tries",
    "status",
    "problem",
    "first_at",
    "last_at",
    "next_at",
)
_UNFINISHED = DeliveryState.RETRYING.value
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _put(table: str, key: Sequence[str], columns: Sequence[str]) -> str:
    names = [*key, *columns]
    marks = ", ".join("?" for _ in names)
    changed = ", ".join(f"{name} = excluded.{name}" for name in columns)
    return (
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"
        f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {changed}"
    )


_PUT_WEBHOOK = _put("webhook", ("account", "id"), _WEBHOOK)
_PUT_RUN = _put("webhook_run", ("account", "webhook_id", "id"), _RUN)
_PUT_DELIVERY = _put("webhook_delivery", ("account", "webhook_id", "seq", "run_id"), _DELIVERY)
_WEBHOOKS = f"SELECT id, {', '.join(_WEBHOOK)} FROM webhook WHERE account = ? ORDER BY id"
_RUNS = (
    "SELECT webhook_id, id, after_sequence, last_sequence FROM webhook_run WHERE account = ?"
    " ORDER BY webhook_id, id"
)
_DELIVERED_AFTER = (
    "SELECT seq FROM webhook_delivery WHERE account = ? AND webhook_id = ? AND run_id = ?"
    " AND seq > ? AND state <> ? ORDER BY seq"
)
_GIVEN_UP = (
    "SELECT DISTINCT seq FROM webhook_delivery AS given_up"
    " WHERE account = ? AND webhook_id = ? AND state = ? AND NOT EXISTS ("
    "SELECT 1 FROM webhook_delivery AS other WHERE other.account = given_up.account"
    " AND other.webhook_id = given_up.webhook_id AND other.seq = given_up.seq"
    " AND other.state = ?) ORDER BY seq LIMIT ?"
)
_DELIVERIES = (
    f"SELECT seq, run_id, {', '.join(_DELIVERY)} FROM webhook_delivery"
    " WHERE account = ? AND webhook_id = ?"
)


class WebhookTable:
    """The `WebhookStore` port; asks beside the journal, writes in its order."""

    def __init__(self, ask: Ask, write: Write) -> None:
        self._ask = ask
        self._write = write

    async def webhooks(self, account_id: AccountId) -> Sequence[Webhook]:
        return [_webhook(row) for row in await self._ask(Query(_WEBHOOKS, (account_id,)))]

    async def runs(self, account_id: AccountId) -> Sequence[WebhookRun]:
        return [
            WebhookRun(webhook_id=webhook_id, id=run_id, after_sequence=after, last_sequence=last)
            for webhook_id, run_id, after, last in await self._ask(Query(_RUNS, (account_id,)))
        ]

    async def keep(
        self, account_id: AccountId, webhook: Webhook, runs: Sequence[WebhookRun] = ()
    ) -> None:
        await self._write(account_id, tuple(statements_to_keep(account_id, [webhook], runs)))

    async def remove(self, account_id: AccountId, webhook_id: str) -> None:
        key = (account_id, webhook_id)
        await self._write(
            account_id,
            (
                ("DELETE FROM webhook_delivery WHERE account = ? AND webhook_id = ?", [key]),
                ("DELETE FROM webhook_run WHERE account = ? AND webhook_id = ?", [key]),
                ("DELETE FROM webhook WHERE account = ? AND id = ?", [key]),
            ),
        )

    async def note(
        self, account_id: AccountId, run: WebhookRun, deliveries: Sequence[Delivery] = ()
    ) -> None:
        statements = [*statements_to_keep(account_id, (), (run,))]
        if deliveries:
            rows = [_delivery_row(account_id, each) for each in deliveries]
            statements.append((_PUT_DELIVERY, rows))
        await self._write(account_id, tuple(statements))

    async def end(self, account_id: AccountId, run: WebhookRun) -> None:
        text = "DELETE FROM webhook_run WHERE account = ? AND webhook_id = ? AND id = ?"
        await self._write(account_id, ((text, [(account_id, run.webhook_id, run.id)]),))

    async def delivered_after(self, account_id: AccountId, run: WebhookRun) -> Sequence[int]:
        given = (account_id, run.webhook_id, run.id, run.after_sequence, _UNFINISHED)
        return [sequence for (sequence,) in await self._ask(Query(_DELIVERED_AFTER, given))]

    async def deliveries(
        self,
        account_id: AccountId,
        webhook_id: str,
        *,
        state: DeliveryState | None = None,
        before: tuple[int, str] | None = None,
        limit: int,
    ) -> Sequence[Delivery]:
        text, given = _DELIVERIES, list[str | int]([account_id, webhook_id])
        if state is not None:
            text, given = f"{text} AND state = ?", [*given, state.value]
        if before is not None:
            sequence, run_id = before
            text = f"{text} AND (seq < ? OR (seq = ? AND run_id > ?))"
            given = [*given, sequence, sequence, run_id]
        query = Query(f"{text} ORDER BY seq DESC, run_id LIMIT ?", (*given, limit))
        return [_delivery(webhook_id, row) for row in await self._ask(query)]

    async def given_up(
        self, account_id: AccountId, webhook_id: str, *, limit: int
    ) -> Sequence[int]:
        states = (DeliveryState.GIVEN_UP.value, DeliveryState.DELIVERED.value)
        given = (account_id, webhook_id, *states, limit)
        return [sequence for (sequence,) in await self._ask(Query(_GIVEN_UP, given))]

    async def forget(self, account_id: AccountId, before: datetime) -> None:
        text = "DELETE FROM webhook_delivery WHERE account = ? AND last_at < ?"
        await self._write(account_id, ((text, [(account_id, microseconds(before))]),))


def statements_to_keep(
    account_id: AccountId, webhooks: Sequence[Webhook], runs: Sequence[WebhookRun]
) -> Iterator[Statement]:
    """Write webhooks and how far their runs have come, replacing what is there."""
    if webhooks:
        yield _PUT_WEBHOOK, [_webhook_row(account_id, each) for each in webhooks]
    if runs:
        yield (
            _PUT_RUN,
            [
                (account_id, run.webhook_id, run.id, run.after_sequence, run.last_sequence)
                for run in runs
            ],
        )


def _webhook_row(account_id: AccountId, webhook: Webhook) -> Row:
    return (
        account_id,
        webhook.id,
        webhook.name,
        webhook.url,
        json.dumps(webhook.events),
        webhook.state.value,
        webhook.secret_number,
        _since_epoch(webhook.rotated_at),
        microseconds(webhook.created_at),
        _since_epoch(webhook.failing_since),
        webhook.failures,
        webhook.format.value,
    )


def _webhook(row: Row) -> Webhook:
    (webhook_id, name, url, events, state, number, rotated, created, failing, failures, told) = row
    return Webhook(
        id=webhook_id,
        name=name,
        url=url,
        events=tuple(json.loads(events)),
        state=WebhookState(state),
        secret_number=number,
        rotated_at=_instant(rotated),
        created_at=_instant_of(created),
        failing_since=_instant(failing),
        failures=failures,
        format=WebhookFormat(told),
    )


def _delivery_row(account_id: AccountId, delivery: Delivery) -> Row:
    return (
        account_id,
        delivery.webhook_id,
        delivery.sequence,
        delivery.run_id,
        delivery.event_type,
        delivery.subject,
        delivery.state.value,
        delivery.tries,
        delivery.status,
        delivery.problem,
        microseconds(delivery.first_at),
        microseconds(delivery.last_at),
        _since_epoch(delivery.next_at),
    )


def _delivery(webhook_id: str, row: Row) -> Delivery:
    sequence, run_id, event_type, subject, state, tries, status, problem, first, last, next_at = row
    return Delivery(
        webhook_id=webhook_id,
        run_id=run_id,
        sequence=sequence,
        event_type=event_type,
        subject=subject,
        state=DeliveryState(state),
        tries=tries,
        status=status,
        problem=problem,
        first_at=_instant_of(first),
        last_at=_instant_of(last),
        next_at=_instant(next_at),
    )


def _since_epoch(at: datetime | None) -> int | None:
    return None if at is None else microseconds(at)


def _instant(value: int | None) -> datetime | None:
    return None if value is None else _instant_of(value)


def _instant_of(value: int) -> datetime:
    return _EPOCH + timedelta(microseconds=value)
