"""What every store of webhooks promises: cursors and logs as noted, each account's apart."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.storage.examples import ACME, OTHER

from ringback.ports import Journal
from ringback.telling import (
    Delivery,
    DeliveryState,
    Webhook,
    WebhookFormat,
    WebhookRun,
    WebhookState,
)

AT = datetime(2026, 3, 2, 9, 0, 0, 1, tzinfo=UTC)
HOOK = Webhook(id="wh1", name="Sales", url="https://example.net/x", events=(), created_at=AT)
LIVE = WebhookRun(webhook_id="wh1", id="live", after_sequence=7)


def delivery(sequence: int, run_id: str = "live") -> Delivery:
    return Delivery(
        webhook_id="wh1",
        run_id=run_id,
        sequence=sequence,
        event_type="callback.requested",
        subject="cb1",
        state=DeliveryState.DELIVERED,
        tries=2,
        status=200,
        problem=None,
        first_at=AT,
        last_at=AT + timedelta(seconds=sequence),
    )


async def test_webhook_is_given_back_as_it_was_kept(journal: Journal) -> None:
    """With all it knows, and what replaced it."""
    changed = replace(
        HOOK,
        events=("call.ended", "alert.raised"),
        state=WebhookState.FAILING,
        secret_number=2,
        rotated_at=AT,
        failing_since=AT,
        failures=12,
        format=WebhookFormat.COMPATIBLE,
    )

    await journal.webhooks.keep(ACME, HOOK, [LIVE])
    first = list(await journal.webhooks.webhooks(ACME))
    await journal.webhooks.keep(ACME, changed)

    assert first == [HOOK]
    assert list(await journal.webhooks.webhooks(ACME)) == [changed]
    assert list(await journal.webhooks.runs(ACME)) == [LIVE]
    assert list(await journal.webhooks.webhooks(OTHER)) == []


async def test_cursor_and_log_are_noted_together(journal: Journal) -> None:
    """What has arrived beyond the cursor is known after a restart; what is on its way is not it."""
    await journal.webhooks.keep(ACME, HOOK, [LIVE])
    on_its_way = replace(
        delivery(12), state=DeliveryState.RETRYING, next_at=AT, problem="timed-out"
    )

    await journal.webhooks.note(ACME, LIVE, [delivery(9), delivery(11), on_its_way])
    await journal.webhooks.note(ACME, replace(LIVE, after_sequence=9))

    [run] = await journal.webhooks.runs(ACME)
    assert run.after_sequence == 9
    assert list(await journal.webhooks.delivered_after(ACME, run)) == [11]
    log = await journal.webhooks.deliveries(ACME, "wh1", limit=10)
    assert list(log) == [on_its_way, delivery(11), delivery(9)]


async def test_log_is_read_page_by_page_and_forgotten(journal: Journal) -> None:
    """The newest event first, a replay of the same event beside it; the old ones go."""
    await journal.webhooks.keep(ACME, HOOK, [LIVE])
    kept = [delivery(2), delivery(1), delivery(1, "replay1")]
    await journal.webhooks.note(ACME, LIVE, kept)

    first = await journal.webhooks.deliveries(ACME, "wh1", limit=2)
    rest = await journal.webhooks.deliveries(ACME, "wh1", before=(1, "live"), limit=2)
    given_up = await journal.webhooks.deliveries(ACME, "wh1", state=DeliveryState.GIVEN_UP, limit=2)
    await journal.webhooks.forget(ACME, AT + timedelta(seconds=2))

    assert [*first, *rest] == kept
    assert list(given_up) == []
    assert list(await journal.webhooks.deliveries(ACME, "wh1", limit=9)) == [delivery(2)]


async def test_what_was_given_up_and_has_not_arrived_since_is_found(journal: Journal) -> None:
    """In order, each once, and no more than asked for; another webhook's is not among it."""
    lost = DeliveryState.GIVEN_UP
    kept = [
        replace(delivery(sequence, run_id), state=state)
        for sequence, run_id, state in (
            (5, "live", lost),
            (5, "failed1", lost),
            (3, "live", lost),
            (4, "live", lost),
            (4, "failed1", DeliveryState.DELIVERED),
            (6, "live", DeliveryState.RETRYING),
        )
    ]
    await journal.webhooks.note(ACME, LIVE, kept)

    assert list(await journal.webhooks.given_up(ACME, "wh1", limit=9)) == [3, 5]
    assert list(await journal.webhooks.given_up(ACME, "wh1", limit=1)) == [3]
    assert list(await journal.webhooks.given_up(ACME, "wh2", limit=9)) == []
    assert list(await journal.webhooks.given_up(OTHER, "wh1", limit=9)) == []


async def test_removed_webhook_leaves_nothing(journal: Journal) -> None:
    """Nor does the one of another account go with it (S24)."""
    for account_id in (ACME, OTHER):
        await journal.webhooks.keep(account_id, HOOK, [LIVE])
        await journal.webhooks.note(account_id, LIVE, [delivery(9)])

    await journal.webhooks.remove(ACME, "wh1")
    await journal.webhooks.end(OTHER, LIVE)

    assert list(await journal.webhooks.webhooks(ACME)) == []
    assert list(await journal.webhooks.runs(ACME)) == []
    assert list(await journal.webhooks.deliveries(ACME, "wh1", limit=9)) == []
    assert list(await journal.webhooks.webhooks(OTHER)) == [HOOK]
    assert list(await journal.webhooks.runs(OTHER)) == []
    assert len(await journal.webhooks.deliveries(OTHER, "wh1", limit=9)) == 1
