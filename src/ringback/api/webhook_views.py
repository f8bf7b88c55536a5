"""Webhooks as the API takes and shows them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, Field

from ringback.telling import (
    Delivery,
    DeliveryState,
    Webhook,
    WebhookFormat,
    WebhookRun,
    WebhookState,
)
from ringback.webhooks.compatible_events import ALL_EVENTS, TOLD
from ringback.webhooks.desk import Again, WebhookDesk
from ringback.webhooks.event_types import EVENT_TYPES
from ringback.webhooks.sending import Attempt

from .exact import Flag, Instant
from .views import View

EVENTS_MAX = 100
SEQUENCE_DIGITS_MAX = 18


TYPES_OF: Final[Mapping[WebhookFormat, Sequence[str]]] = {
    WebhookFormat.NATIVE: tuple(EVENT_TYPES.values()),
    WebhookFormat.COMPATIBLE: tuple(ALL_EVENTS),
}
_ALL_TYPES: Final = list(dict.fromkeys(each for types in TYPES_OF.values() for each in types))


def _known_type(event_type: str) -> str:
    if event_type not in _ALL_TYPES:
        raise ValueError("there is no such type of event")
    return event_type


EventType = Annotated[
    str, AfterValidator(_known_type), Field(json_schema_extra={"enum": _ALL_TYPES})
]


class WebhookSettings(BaseModel):
    """What may be set of a webhook."""

    name: str = Field(default="Webhook", min_length=1, max_length=100, examples=["Our CRM"])
    url: str = Field(max_length=2_000, examples=["https://crm.example.com/ringback"])
    events: list[EventType] = Field(
        default_factory=list,
        max_length=EVENTS_MAX,
        description="The types it is told of; all of them when there are none.",
        examples=[["callback.requested", "callback.ended"]],
    )
    active: Flag = Field(default=True, description="Paused while it is not; nothing gets lost.")

    def foreign_events(self, told_as: WebhookFormat) -> list[str]:
        """Name the types that a webhook of this format knows nothing of."""
        return [each for each in self.events if each not in TYPES_OF[told_as]]


class NewWebhook(WebhookSettings):
    """A webhook to be set up; in whose words it is told stays as it is set here."""

    format: WebhookFormat = Field(
        default=WebhookFormat.NATIVE,
        description="Ours, signed; or those of docs/compatibility.md, which bear a token.",
    )


class EventTypesView(View):
    """What webhooks of each format may ask for, in the order of a call's life."""

    native: list[str]
    compatible: list[str]


class WebhookView(View):
    """A webhook and how it does; its secret is never shown again."""

    id: str = Field(examples=["wh5f0a1b2c3d4e5f60"])
    name: str
    url: str
    format: WebhookFormat
    events: list[str]
    state: WebhookState
    created_at: datetime
    secret_changed_at: datetime | None
    failing_since: datetime | None = Field(description="None when the last try got through.")
    failures: int = Field(description="How many tries in a row have failed.")
    lag: int = Field(description="How many facts of the journal it has not come past yet.")
    replays: int = Field(description="How many replays are going on.")


class NewSecret(View):
    """A webhook with its secret, which is told this once."""

    webhook: WebhookView
    secret: str = Field(
        examples=["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
        description="Signs each message; of a compatible webhook the token that each bears.",
    )


class AttemptView(View):
    """What became of one try."""

    arrived: bool
    status: int | None = Field(description="What the receiver answered.")
    problem: str | None = Field(examples=["timed-out"])
    took_seconds: float


class DeliveryView(View):
    """One event on its way to a webhook; its content is not kept."""

    id: str = Field(examples=["live-812"])
    event_type: str = Field(examples=["callback.ended"])
    subject: str = Field(description="The callback, call, agent or alert that it is about.")
    state: DeliveryState
    tries: int
    status: int | None = Field(description="What the receiver answered last.")
    problem: str | None
    first_at: datetime
    last_at: datetime
    next_at: datetime | None = Field(description="When it is tried again.")


class DeliveryBody(View):
    """What a replay of one event would send at this moment; what was sent is not kept."""

    body: str = Field(description="Empty where nothing would be told of it any more.")


class DeliveryPage(View):
    deliveries: list[DeliveryView]
    next_cursor: str | None = Field(description="Send it as `after` to read on; None at the end.")


class Period(BaseModel):
    """From an instant on, and before another one."""

    since: Instant = Field(examples=["2026-03-02T09:00:00Z"])
    until: Instant = Field(examples=["2026-03-02T10:00:00Z"])


class ReplayView(View):
    """A stretch of the journal that is told again."""

    id: str = Field(examples=["replay1c2d3e4f5a6b"])
    after_sequence: int = Field(description="How far it has come.")
    last_sequence: int | None = Field(description="Where it ends.")


class ReplayOfFailed(View):
    """What was given up is told again."""

    events: int = Field(description="How many; none of those that have arrived since.")
    replay: ReplayView | None = Field(description="None when there is nothing to tell again.")


def webhook_view(desk: WebhookDesk, webhook: Webhook) -> WebhookView:
    return WebhookView(
        id=webhook.id,
        name=webhook.name,
        url=webhook.url,
        format=webhook.format,
        events=list(webhook.events),
        state=webhook.state,
        created_at=webhook.created_at,
        secret_changed_at=webhook.rotated_at,
        failing_since=webhook.failing_since,
        failures=webhook.failures,
        lag=desk.lag(webhook.id),
        replays=len(desk.replays(webhook.id)),
    )


def attempt_view(attempt: Attempt) -> AttemptView:
    return AttemptView(
        arrived=attempt.arrived,
        status=attempt.status,
        problem=attempt.problem,
        took_seconds=attempt.took.total_seconds(),
    )


def delivery_id(delivery: Delivery) -> str:
    return f"{delivery.run_id}-{delivery.sequence}"


def delivery_view(delivery: Delivery) -> DeliveryView:
    return DeliveryView(
        id=delivery_id(delivery),
        event_type=delivery.event_type,
        subject=delivery.subject,
        state=delivery.state,
        tries=delivery.tries,
        status=delivery.status,
        problem=delivery.problem,
        first_at=delivery.first_at,
        last_at=delivery.last_at,
        next_at=delivery.next_at,
    )


def delivery_place(wanted: str) -> tuple[int, str] | None:
    """Read which event and run a delivery's id names; None for what names none."""
    run_id, _, sequence = wanted.rpartition("-")
    if not run_id or not sequence.isdecimal() or len(sequence) > SEQUENCE_DIGITS_MAX:
        return None
    return int(sequence), run_id


def again_view(again: Again) -> ReplayOfFailed:
    run = again.run
    return ReplayOfFailed(events=again.events, replay=None if run is None else replay_view(run))


def event_types_view() -> EventTypesView:
    return EventTypesView(native=list(EVENT_TYPES.values()), compatible=list(TOLD))


def replay_view(run: WebhookRun) -> ReplayView:
    return ReplayView(id=run.id, after_sequence=run.after_sequence, last_sequence=run.last_sequence)
