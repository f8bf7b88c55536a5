"""Webhooks in the words of that API: one courier carries them as it carries our own."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Body, Response

from ringback.access.permissions import Permission
from ringback.api.compatible.errors import not_found, wrong
from ringback.api.compatible.inquiry import GivenInquiry, Inquiry
from ringback.api.compatible.paging import GivenPaging, Json, root_of
from ringback.api.compatible.showing import in_words
from ringback.api.logged import LoggedRoute
from ringback.api.permitting import needs
from ringback.telling import Webhook, WebhookFormat, WebhookState
from ringback.webhooks.compatible_events import ALL_EVENTS
from ringback.webhooks.desk import UnknownWebhook

NAME, NAME_LENGTH_MAX, URL_LENGTH_MAX = "Webhook", 100, 2_000
router = APIRouter(prefix="/webhooks", route_class=LoggedRoute)
Given = Annotated[dict[str, Any], Body()]


@router.get("", name="compatible_list_webhooks")
@needs(Permission.WEBHOOKS_MANAGE)
async def list_webhooks(inquiry: GivenInquiry, paging: GivenPaging) -> Json:
    own = [each for each in inquiry.services.webhooks.all() if _is_compatible(each)]
    return paging.cut("webhooks", [_shown(inquiry, each) for each in own])


@router.post("", name="compatible_create_webhook", status_code=201)
@needs(Permission.WEBHOOKS_MANAGE)
async def create_webhook(given: Given, inquiry: GivenInquiry) -> Json:
    """Set one up; without events it is told all of them."""
    made = await inquiry.services.webhooks.add(
        name=_name(given, NAME),
        url=_url(given, None),
        events=_events(given),
        told_as=WebhookFormat.COMPATIBLE,
    )
    return {"webhook": _shown(inquiry, made.webhook)}


@router.get("/{webhook}", name="compatible_get_webhook")
@needs(Permission.WEBHOOKS_MANAGE)
async def get_webhook(webhook: str, inquiry: GivenInquiry) -> Json:
    return {"webhook": _shown(inquiry, _found(webhook, inquiry))}


@router.put("/{webhook}", name="compatible_change_webhook")
@needs(Permission.WEBHOOKS_MANAGE)
async def change_webhook(webhook: str, given: Given, inquiry: GivenInquiry) -> Json:
    """Change what is given; without events it is told all, but where they are added or removed."""
    before = _found(webhook, inquiry)
    active = given.get("active", before.state is WebhookState.ACTIVE)
    if not isinstance(active, bool):
        raise wrong("active must be true or false.")
    changed = await inquiry.services.webhooks.change(
        before.id,
        name=_name(given, before.name),
        url=_url(given, before.url),
        events=_changed_events(before, given, inquiry),
        active=active,
    )
    return {"webhook": _shown(inquiry, changed)}


@router.delete("/{webhook}", name="compatible_delete_webhook", status_code=204)
@needs(Permission.WEBHOOKS_MANAGE)
async def delete_webhook(webhook: str, inquiry: GivenInquiry) -> Response:
    await inquiry.services.webhooks.remove(_found(webhook, inquiry).id)
    return Response(status_code=204)


def _found(named: str, inquiry: Inquiry) -> Webhook:
    try:
        found = inquiry.services.webhooks.get(named)
    except UnknownWebhook:
        raise not_found("webhook") from None
    if not _is_compatible(found):
        raise not_found("webhook")
    return found


def _is_compatible(webhook: Webhook) -> bool:
    return webhook.format is WebhookFormat.COMPATIBLE


def _shown(inquiry: Inquiry, webhook: Webhook) -> Json:
    return {
        "webhook_id": webhook.id,
        "direct_link": f"{root_of(inquiry.request)}/v1/webhooks/{webhook.id}",
        "created_at": in_words(webhook.created_at),
        "custom_name": webhook.name,
        "url": webhook.url,
        "active": webhook.state is WebhookState.ACTIVE,
        "token": inquiry.services.webhooks.token(webhook.id),
        "events": list(webhook.events or ALL_EVENTS),
    }


def _name(given: Given, otherwise: str) -> str:
    name = given.get("custom_name") or otherwise
    if not isinstance(name, str) or len(name) > NAME_LENGTH_MAX:
        raise wrong(f"custom_name must be a text of at most {NAME_LENGTH_MAX} characters.")
    return name


def _url(given: Given, otherwise: str | None) -> str:
    url = given.get("url", otherwise)
    if not isinstance(url, str) or not 0 < len(url) <= URL_LENGTH_MAX:
        raise wrong("url must be the address of your server.")
    return url


def _events(given: Given) -> list[str]:
    events = given.get("events") or []
    if not isinstance(events, list) or not all(each in ALL_EVENTS for each in events):
        raise wrong("events must be a list of events that there are.")
    return events


def _changed_events(before: Webhook, given: Given, inquiry: Inquiry) -> Sequence[str]:
    events = _events(given)
    known = before.events or tuple(ALL_EVENTS)
    match inquiry.request.query_params.get("events_action"):
        case "add":
            return tuple(dict.fromkeys((*known, *events)))
        case "remove":
            return [each for each in known if each not in events] or known
        case _:
            return events
