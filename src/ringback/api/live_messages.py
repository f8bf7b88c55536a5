"""The messages of the live WebSocket, in both directions, and their published JSON Schema."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SerializeAsAny, TypeAdapter
from pydantic.json_schema import models_json_schema

from ringback.core.settings import CallbacksLock

from .booth_views import BoothMessage
from .events import PublicEvent, any_event_type
from .views import AgentView, AlertView, CallbackView, CallView, QueueView, View

# ---- from the page -----------------------------------------------------------------------


class FromPage(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Hello(FromPage):
    """The first message: who is there. A page of an agent makes this agent's phone present."""

    type: Literal["hello"]
    token: str | None = Field(default=None, max_length=512)
    agent_id: str | None = Field(default=None, max_length=200)
    company: str | None = Field(
        default=None, max_length=100, description="Which company the operator wants to see."
    )


class Here(FromPage):
    """The answer to each heartbeat; a page that stays silent for nine seconds is given up."""

    type: Literal["here"]


class AskTime(FromPage):
    """Asks for the server's time, so that the page can measure its own clock's offset."""

    type: Literal["ask-time"]
    sent: float = Field(allow_inf_nan=False)


PageMessage = Annotated[Here | AskTime, Field(discriminator="type")]

# ---- from the server ---------------------------------------------------------------------


class Snapshot(View):
    """Everything, once, at the beginning."""

    type: Literal["snapshot"] = "snapshot"
    sequence: int
    server_time: datetime
    agents: list[AgentView]
    queues: list[QueueView]
    callbacks: list[CallbackView] = Field(description="The open ones, the oldest 1,000.")
    to_call: list[CallbackView] = Field(
        description="Those to call by hand, at most 1,000, the one listed first first."
    )
    calls: list[CallView] = Field(description="The live ones, at most 1,000 each way.")
    alerts: list[AlertView] = Field(description="Those that nobody has dismissed.")
    callbacks_lock: CallbacksLock | None = Field(description="Why the company has no callbacks.")
    callbacks_halted: bool = Field(description="Nobody is called back until it is resumed.")
    booth: bool = Field(description="Whether the simulated phone network offers a phone booth.")


class Gone(View):
    """What is not shown any more."""

    queue_ids: list[str]
    call_ids: list[str]


class Changes(View):
    """What happened, and how everything that it touched is after it."""

    type: Literal["changes"] = "changes"
    sequence: int = Field(description="The last event's sequence number.")
    first_sequence: int = Field(description="The first one's, whether it is shown or not.")
    server_time: datetime
    events: list[SerializeAsAny[PublicEvent]] = Field(description="Those of lines that one sees.")
    agents: list[AgentView]
    queues: list[QueueView]
    callbacks: list[CallbackView] = Field(description="All that were touched, open or not.")
    calls: list[CallView]
    alerts: list[AlertView] = Field(description="All that nobody has dismissed.")
    callbacks_lock: CallbacksLock | None = Field(description="Why the company has no callbacks.")
    callbacks_halted: bool = Field(description="Nobody is called back until it is resumed.")
    gone: Gone


class Heartbeat(View):
    """Says every three seconds that the link is alive."""

    type: Literal["heartbeat"] = "heartbeat"
    sequence: int
    server_time: datetime


class TimeTold(View):
    """The answer to `ask-time`."""

    type: Literal["time"] = "time"
    sent: float
    server_time: datetime


class Goodbye(View):
    """The last message before the server closes the connection, and why."""

    type: Literal["goodbye"] = "goodbye"
    code: str
    message: str


def live_schema() -> dict[str, Any]:
    """Return the JSON Schema of every message, and of every event inside `changes`."""
    from_server = (Snapshot, Changes, Heartbeat, TimeTold, BoothMessage, Goodbye)
    messages: list[tuple[type[BaseModel], Literal["serialization", "validation"]]] = [
        *((model, "serialization") for model in from_server),
        *((model, "validation") for model in (Hello, Here, AskTime)),
    ]
    _, definitions = models_json_schema(messages, title="Ringback's live WebSocket")
    events = TypeAdapter(any_event_type()).json_schema(mode="serialization")
    definitions["$defs"] |= events.pop("$defs")
    definitions["$defs"]["AnyEvent"] = events
    definitions["$defs"]["Changes"]["properties"]["events"]["items"] = {"$ref": "#/$defs/AnyEvent"}
    definitions["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    definitions["oneOf"] = [{"$ref": f"#/$defs/{model.__name__}"} for model in from_server]
    return definitions
