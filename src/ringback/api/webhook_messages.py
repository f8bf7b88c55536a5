"""What webhooks are told: an event, and what it is about as it is when it is sent."""

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SerializeAsAny, TypeAdapter, create_model

from ringback.core.events import Fact
from ringback.core.ids import AccountId, AgentId, AlertId, CallbackId, CallId, ItemId
from ringback.records.archive import Archive, CallOfThePast
from ringback.records.callbacks import CallbackRecord
from ringback.runtime.loop import Engine
from ringback.runtime.voicemails import VoicemailKeeper
from ringback.webhooks.courier import Parcel
from ringback.webhooks.event_types import EVENT_TYPES, event_type_of

from .alerts_shown import alerts_shown
from .call_views import call_shown
from .events import PublicEvent, public_event, public_event_type, told_apart
from .presenter import Presenter
from .views import AgentView, AlertView, CallbackView, CallRecordView

COMPANY_LANE = "company"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class WebhookMessage(BaseModel):
    """One event. Whoever has seen its `id` before need not look at it again."""

    model_config = ConfigDict(frozen=True)

    id: str = Field(
        description="The same in every try and replay, and in the header `webhook-id`.",
        examples=["evt_812_64a1f0c2b3d40"],
    )
    type: str
    at: datetime = Field(description="When it happened.")
    account_id: str
    event: SerializeAsAny[PublicEvent] = Field(description="What happened, as timelines show it.")
    callback: CallbackView | None = Field(
        description="The callback that it is about, as it is when this is sent."
    )
    call: CallRecordView | None = Field(
        description="The call that it is about, as it is when this is sent."
    )
    agent: AgentView | None = Field(description="With events of agents: as the agent is then.")
    alert: AlertView | None = Field(description="With alerts that nobody has dismissed.")


class TestMessage(BaseModel):
    """What a try by hand sends."""

    __test__ = False
    id: str
    type: Literal["webhook.test"]
    at: datetime
    account_id: str


class WebhookWriter:
    """Writes the messages of one account; nothing in them is ahead of the disk."""

    def __init__(
        self, engine: Engine, archive: Archive, show: Presenter, voicemails: VoicemailKeeper
    ) -> None:
        self._engine = engine
        self._archive = archive
        self._show = show
        self._voicemails = voicemails

    async def pack(self, fact: Fact) -> Parcel:
        """Write the message of a committed fact that webhooks are told of."""
        event_type = event_type_of(fact)
        assert event_type is not None
        callback, call = await self._about(fact)
        await self._engine.committed()
        agent_id = getattr(fact.event, "agent_id", None) if _is_of_agent(event_type) else None
        alert_id = getattr(fact.event, "alert_id", None)
        message = WebhookMessage(
            id=message_id(fact),
            type=event_type,
            at=fact.at,
            account_id=self._account_id,
            event=public_event(fact),
            callback=None if callback is None else self._show.callback(callback),
            call=None if call is None else call_shown(self._show, self._voicemails, call),
            agent=None if agent_id is None else self._agent(agent_id),
            alert=None if alert_id is None else self._alert(alert_id),
        )
        return Parcel(
            sequence=fact.sequence,
            message_id=message.id,
            event_type=event_type,
            subject=_subject(callback, call, agent_id, alert_id),
            lane=_lane(callback, call, agent_id),
            body=message.model_dump_json().encode(),
        )

    def pack_test(self, test_id: str, at: datetime) -> bytes:
        """Write a try by hand."""
        test = TestMessage(id=test_id, type="webhook.test", at=at, account_id=self._account_id)
        return test.model_dump_json().encode()

    @property
    def _account_id(self) -> AccountId:
        return self._engine.account_id

    async def _about(self, fact: Fact) -> tuple[CallbackRecord | None, CallOfThePast | None]:
        event = fact.event
        item_id: ItemId | None = getattr(event, "item_id", None)
        callback_id: str | None = getattr(event, "callback_id", None) or item_id
        call_id: str | None = getattr(event, "call_id", None) or item_id
        callback = call = None
        if callback_id is not None:
            callback = await self._archive.callback(CallbackId(callback_id))
        if call_id is not None:
            call = await self._archive.call(CallId(call_id))
        return callback, call

    def _agent(self, agent_id: AgentId) -> AgentView | None:
        agent = self._engine.world.agents.get(agent_id)
        return None if agent is None else self._show.agent(agent)

    def _alert(self, alert_id: AlertId) -> AlertView | None:
        shown = alerts_shown(self._engine.world, self._show)
        return next((alert for alert in shown if alert.id == alert_id), None)


def message_id(fact: Fact) -> str:
    """Name an event; a journal that was set back does not give a name twice."""
    return f"evt_{fact.sequence}_{(fact.at - _EPOCH) // timedelta(microseconds=1):x}"


def _is_of_agent(event_type: str) -> bool:
    return event_type.startswith("agent.")


def _subject(
    callback: CallbackRecord | None,
    call: CallOfThePast | None,
    agent_id: str | None,
    alert_id: str | None,
) -> str:
    if callback is not None:
        return callback.id
    return call.call.id if call is not None else agent_id or alert_id or COMPANY_LANE


def _lane(callback: CallbackRecord | None, call: CallOfThePast | None, agent_id: str | None) -> str:
    """Keep everything of one customer in order, whatever becomes of their calls."""
    if agent_id is not None:
        return f"agent {agent_id}"
    if callback is not None:
        first_call_id = next(iter(callback.inbound_call_ids), callback.id)
        return f"customer {callback.customer_id or first_call_id}"
    if call is not None:
        return f"customer {call.call.customer_id or call.call.id}"
    return COMPANY_LANE


@cache
def webhook_schema() -> dict[str, Any]:
    """Return the JSON Schema of all messages, told apart by their `type`."""
    models = [_message_of(kind, event_type) for kind, event_type in EVENT_TYPES.items()]
    schema = TypeAdapter(told_apart((*models, TestMessage), by="type")).json_schema(
        mode="serialization"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What Ringback's webhooks are told",
        **schema,
    }


def _message_of(kind: type[object], event_type: str) -> type[WebhookMessage]:
    event = public_event_type(kind)
    own: dict[str, Any] = {"type": (Literal[event_type], ...), "event": (event, ...)}
    name = f"{event.__name__.removesuffix('Message')}Webhook"
    return create_model(name, __base__=WebhookMessage, __doc__=kind.__doc__, **own)
