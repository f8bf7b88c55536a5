"""Webhooks: who is told what happens, what became of each delivery, and telling it again."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from ringback.access.permissions import Permission
from ringback.api.dependencies import GivenServices
from ringback.api.errors import EdgeCode, EdgeRefused, refuses
from ringback.api.logged import LoggedRoute
from ringback.api.permitting import needs
from ringback.api.webhook_messages import webhook_schema
from ringback.api.webhook_views import (
    AttemptView,
    DeliveryBody,
    DeliveryPage,
    EventTypesView,
    NewSecret,
    NewWebhook,
    Period,
    ReplayOfFailed,
    ReplayView,
    WebhookSettings,
    WebhookView,
    again_view,
    attempt_view,
    delivery_id,
    delivery_place,
    delivery_view,
    event_types_view,
    replay_view,
    webhook_view,
)
from ringback.telling import DeliveryState, WebhookFormat
from ringback.webhooks.desk import Made, WebhookDesk

from .history_filters import Cursor

DELIVERIES_MAX = 200

_E = EdgeCode
router = APIRouter(prefix="/webhooks", tags=["webhooks"], route_class=LoggedRoute)


@router.get("", name="list_webhooks", responses=refuses())
@needs(Permission.WEBHOOKS_MANAGE)
async def list_webhooks(services: GivenServices) -> list[WebhookView]:
    """List the webhooks, the oldest first."""
    return [webhook_view(services.webhooks, webhook) for webhook in services.webhooks.all()]


@router.post(
    "",
    name="create_webhook",
    responses=refuses(_E.WEBHOOK_TARGET_REFUSED, _E.TOO_MANY_WEBHOOKS),
)
@needs(Permission.WEBHOOKS_MANAGE)
async def create_webhook(wanted: NewWebhook, services: GivenServices) -> NewSecret:
    """Set a webhook up; it is told what happens from here on. Its secret is told this once."""
    _refuse_foreign_events(wanted, wanted.format)
    made = await services.webhooks.add(
        name=wanted.name,
        url=wanted.url,
        events=wanted.events,
        active=wanted.active,
        told_as=wanted.format,
    )
    return _with_secret(services.webhooks, made)


@router.get("/event-types", name="list_webhook_event_types", responses=refuses())
@needs(Permission.WEBHOOKS_MANAGE)
async def list_webhook_event_types() -> EventTypesView:
    """List what webhooks may ask for."""
    return event_types_view()


@router.get("/schema", name="get_webhook_schema", responses=refuses())
@needs(Permission.WEBHOOKS_MANAGE)
async def get_webhook_schema() -> dict[str, Any]:
    """Return the JSON Schema of what webhooks are told."""
    return webhook_schema()


@router.get("/{webhook_id}", name="get_webhook", responses=refuses(_E.UNKNOWN_WEBHOOK))
@needs(Permission.WEBHOOKS_MANAGE)
async def get_webhook(webhook_id: str, services: GivenServices) -> WebhookView:
    """Show one webhook."""
    return webhook_view(services.webhooks, services.webhooks.get(webhook_id))


@router.put(
    "/{webhook_id}",
    name="set_webhook",
    responses=refuses(_E.UNKNOWN_WEBHOOK, _E.WEBHOOK_TARGET_REFUSED),
)
@needs(Permission.WEBHOOKS_MANAGE)
async def set_webhook(
    webhook_id: str, wanted: WebhookSettings, services: GivenServices
) -> WebhookView:
    """Set a webhook anew, whole; one that is active again goes on where it was."""
    _refuse_foreign_events(wanted, services.webhooks.get(webhook_id).format)
    changed = await services.webhooks.change(
        webhook_id,
        name=wanted.name,
        url=wanted.url,
        events=wanted.events,
        active=wanted.active,
    )
    return webhook_view(services.webhooks, changed)


@router.delete("/{webhook_id}", name="delete_webhook", responses=refuses(_E.UNKNOWN_WEBHOOK))
@needs(Permission.WEBHOOKS_MANAGE)
async def delete_webhook(webhook_id: str, services: GivenServices) -> list[WebhookView]:
    """Remove a webhook with its log; gives those that are left."""
    await services.webhooks.remove(webhook_id)
    return [webhook_view(services.webhooks, webhook) for webhook in services.webhooks.all()]


@router.post(
    "/{webhook_id}/rotate-secret",
    name="rotate_webhook_secret",
    responses=refuses(_E.UNKNOWN_WEBHOOK),
)
@needs(Permission.WEBHOOKS_MANAGE)
async def rotate_webhook_secret(webhook_id: str, services: GivenServices) -> NewSecret:
    """Give a webhook a new secret, told this once; the old one signs as well for a day."""
    return _with_secret(services.webhooks, await services.webhooks.rotate(webhook_id))


@router.post("/{webhook_id}/test", name="test_webhook", responses=refuses(_E.UNKNOWN_WEBHOOK))
@needs(Permission.WEBHOOKS_MANAGE)
async def test_webhook(webhook_id: str, services: GivenServices) -> AttemptView:
    """Send a `webhook.test` at once, a single time, and tell what became of it."""
    return attempt_view(await services.webhooks.test(webhook_id))


@router.get(
    "/{webhook_id}/deliveries",
    name="list_deliveries",
    responses=refuses(_E.UNKNOWN_WEBHOOK, _E.UNKNOWN_CURSOR),
)
@needs(Permission.WEBHOOKS_MANAGE)
async def list_deliveries(
    webhook_id: str,
    services: GivenServices,
    state: DeliveryState | None = None,
    after: Annotated[str | None, Cursor] = None,
    limit: Annotated[int, Query(ge=1, le=DELIVERIES_MAX)] = 50,
) -> DeliveryPage:
    """List what became of deliveries, a page at a time, the newest event first."""
    before = None if after is None else _place(after, unknown=_E.UNKNOWN_CURSOR)
    found = await services.webhooks.deliveries(webhook_id, state=state, before=before, limit=limit)
    full = len(found) == limit
    return DeliveryPage(
        deliveries=[delivery_view(each) for each in found],
        next_cursor=delivery_id(found[-1]) if full else None,
    )


@router.post(
    "/{webhook_id}/deliveries/{delivery_id}/replay",
    name="replay_delivery",
    responses=refuses(_E.UNKNOWN_WEBHOOK, _E.UNKNOWN_DELIVERY, _E.TOO_MANY_REPLAYS),
)
@needs(Permission.WEBHOOKS_MANAGE)
async def replay_delivery(webhook_id: str, delivery_id: str, services: GivenServices) -> ReplayView:
    """Tell one event once more, with the same id."""
    sequence, _ = _place(delivery_id, unknown=_E.UNKNOWN_DELIVERY)
    return replay_view(await services.webhooks.replay(webhook_id, sequence))


@router.get(
    "/{webhook_id}/deliveries/{delivery_id}/body",
    name="get_delivery_body",
    responses=refuses(_E.UNKNOWN_WEBHOOK, _E.UNKNOWN_DELIVERY),
)
@needs(Permission.WEBHOOKS_MANAGE)
async def get_delivery_body(
    webhook_id: str, delivery_id: str, services: GivenServices
) -> DeliveryBody:
    """Show what telling one event again would send at this moment."""
    sequence, _ = _place(delivery_id, unknown=_E.UNKNOWN_DELIVERY)
    return DeliveryBody(body=(await services.webhooks.body(webhook_id, sequence)).decode())


@router.post(
    "/{webhook_id}/replay-failed",
    name="replay_failed",
    responses=refuses(_E.UNKNOWN_WEBHOOK, _E.TOO_MANY_REPLAYS),
)
@needs(Permission.WEBHOOKS_MANAGE)
async def replay_failed(webhook_id: str, services: GivenServices) -> ReplayOfFailed:
    """Tell once more what was given up and has not arrived since, and nothing else."""
    return again_view(await services.webhooks.replay_failed(webhook_id))


@router.post(
    "/{webhook_id}/replay",
    name="replay_period",
    responses=refuses(_E.UNKNOWN_WEBHOOK, _E.PERIOD_WRONG, _E.TOO_MANY_REPLAYS),
)
@needs(Permission.WEBHOOKS_MANAGE)
async def replay_period(webhook_id: str, period: Period, services: GivenServices) -> ReplayView:
    """Tell once more what happened in a period, in order and with the same ids."""
    if period.since >= period.until:
        raise EdgeRefused(_E.PERIOD_WRONG)
    run = await services.webhooks.replay_period(webhook_id, period.since, period.until)
    return replay_view(run)


def _with_secret(desk: WebhookDesk, made: Made) -> NewSecret:
    is_signed = made.webhook.format is WebhookFormat.NATIVE
    return NewSecret(
        webhook=webhook_view(desk, made.webhook),
        secret=made.secret if is_signed else desk.token(made.webhook.id),
    )


def _refuse_foreign_events(wanted: WebhookSettings, told_as: WebhookFormat) -> None:
    if foreign := wanted.foreign_events(told_as):
        fields = [{"field": "events", "problem": f"{each} is no event of it"} for each in foreign]
        raise EdgeRefused(_E.VALIDATION_FAILED, fields=fields)


def _place(named: str, *, unknown: EdgeCode) -> tuple[int, str]:
    place = delivery_place(named)
    if place is None:
        raise EdgeRefused(unknown)
    return place
